/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_EDITOR (academy_editor_get_type ())

G_DECLARE_DERIVABLE_TYPE (AcademyEditor, academy_editor, ACADEMY, EDITOR, GObject)

/**
 * AcademyEditorClass:
 * @create_row: creates the row, called once
 * @get_control: returns the widget in the row that takes the input
 * @show: shows a value of the item
 * @flush: saves an unsaved value
 * @is_unsaved: returns whether a value is neither saved nor invalid
 * @revert: shows a value of the item instead of an unsaved one
 * @bring_back: restores reverted text; returns whether there was any
 * @reset: resets the state of the view, such as a scroll position, for another
 *   item
 * @return_to: moves the focus to the link to an opened item, or to the widget
 *   that opened it
 *
 * The class of an editor, one for each group of field types.
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
