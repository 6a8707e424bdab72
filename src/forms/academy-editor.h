/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_EDITOR (academy_editor_get_type ())

G_DECLARE_DERIVABLE_TYPE (AcademyEditor, academy_editor, ACADEMY, EDITOR, GObject)

/**
 * AcademyEditorClass:
 * @create_row: makes the row, once
 * @get_control: the part of the row that takes what is typed or chosen
 * @show: shows the value of the item
 * @flush: saves what is typed and not saved yet
 * @is_unsaved: whether something is typed that is neither saved nor refused
 * @revert: shows the value of the item in the place of what is typed
 * @bring_back: types again what was reverted; whether there was something
 * @reset: leaves nothing of how the item before was shown
 * @return_to: puts the focus on a link to what was opened, or on what opened it
 *
 * What the editor of one field type must be able to do.
 */
struct _AcademyEditorClass {
  GObjectClass parent_class;

  GtkWidget *(*create_row)  (AcademyEditor *self);
  GtkWidget *(*get_control) (AcademyEditor *self);
  void       (*show)        (AcademyEditor *self,
                             const GValue  *value);
  void       (*flush)       (AcademyEditor *self);
  gboolean   (*is_unsaved)  (AcademyEditor *self);
  void       (*revert)      (AcademyEditor *self,
                             const GValue  *value);
  gboolean   (*bring_back)  (AcademyEditor *self);
  void       (*reset)       (AcademyEditor *self);
  void       (*return_to)   (AcademyEditor *self,
                             const char    *id);
};

AcademyEditor      *academy_editor_new           (AcademyStore       *store,
                                                  const AcademyField *field) G_GNUC_WARN_UNUSED_RESULT;
AcademyStore       *academy_editor_get_store     (AcademyEditor      *self);
const AcademyField *academy_editor_get_field     (AcademyEditor      *self);
const char         *academy_editor_get_label     (AcademyEditor      *self);
AcademyItem        *academy_editor_get_item      (AcademyEditor      *self);
void                academy_editor_set_item      (AcademyEditor      *self,
                                                  AcademyItem        *item);
GtkWidget          *academy_editor_get_row       (AcademyEditor      *self);
GtkWidget          *academy_editor_get_error_row (AcademyEditor      *self);
const char         *academy_editor_get_error     (AcademyEditor      *self);
gboolean            academy_editor_has_error     (AcademyEditor      *self);
void                academy_editor_show_error    (AcademyEditor      *self,
                                                  const char         *message);
gboolean            academy_editor_commit        (AcademyEditor      *self,
                                                  const GValue       *value,
                                                  const char         *group);
gboolean            academy_editor_commit_with   (AcademyEditor      *self,
                                                  const GValue       *value,
                                                  const AcademyField *other,
                                                  const GValue       *other_value,
                                                  const char         *group);
void                academy_editor_flush         (AcademyEditor      *self);
gboolean            academy_editor_revert        (AcademyEditor      *self);
gboolean            academy_editor_bring_back    (AcademyEditor      *self);
void                academy_editor_return        (AcademyEditor      *self,
                                                  const char         *id);
void                academy_editor_grab_focus    (AcademyEditor      *self);

G_END_DECLS
