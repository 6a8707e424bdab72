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
 * @create_cell: creates the #AcademyCellEntry for a cell, called once instead of
 *   @create_row; %NULL for what a cell needs no editor for
 * @get_control: returns the widget in the row or the cell that takes the input
 * @show: shows a value of the item
 * @begin: shows the value of the item in a cell, with the cursor at its end, or
 *   nothing
 * @take: initialises a value with what is typed or chosen in a cell
 * @press: handles a key in a cell before the table does; %NULL when it wants none
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

  GtkWidget *(*create_row)  (AcademyEditor    *self);
  GtkWidget *(*create_cell) (AcademyEditor    *self);
  GtkWidget *(*get_control) (AcademyEditor    *self);
  void       (*show)        (AcademyEditor    *self,
                             const GValue     *value);
  void       (*begin)       (AcademyEditor    *self,
                             gboolean          empty);
  gboolean   (*take)        (AcademyEditor    *self,
                             GValue           *value,
                             GError          **error);
  gboolean   (*press)       (AcademyEditor    *self,
                             guint             key,
                             GdkModifierType   state);
  void       (*flush)       (AcademyEditor    *self);
  gboolean   (*is_unsaved)  (AcademyEditor    *self);
  void       (*revert)      (AcademyEditor    *self,
                             const GValue     *value);
  gboolean   (*bring_back)  (AcademyEditor    *self);
  void       (*reset)       (AcademyEditor    *self);
  void       (*return_to)   (AcademyEditor    *self,
                             const char       *id);
};

/**
 * AcademyEditorSave:
 * @self: an editor
 * @value: a normalised value, which differs from that of the item
 * @data: the data given to academy_editor_set_save()
 * @error: says why @value is not saved
 *
 * Saves a value in another way than one academy_edit_set().
 *
 * Returns: whether it is saved
 */
typedef gboolean (*AcademyEditorSave) (AcademyEditor  *self,
                                       const GValue   *value,
                                       gpointer        data,
                                       GError        **error);

AcademyEditor      *academy_editor_new           (AcademyStore       *store,
                                                  const AcademyField *field) G_GNUC_WARN_UNUSED_RESULT;
AcademyEditor      *academy_editor_new_for_translation (AcademyStore       *store,
                                                        const AcademyField *original,
                                                        const char         *label) G_GNUC_WARN_UNUSED_RESULT;
AcademyEditor      *academy_editor_new_for_cell  (AcademyStore       *store,
                                                  const AcademyField *field) G_GNUC_WARN_UNUSED_RESULT;
void                academy_editor_set_save      (AcademyEditor      *self,
                                                  AcademyEditorSave   save,
                                                  gpointer            data);
const char         *academy_editor_get_group     (AcademyEditor      *self);
AcademyStore       *academy_editor_get_store     (AcademyEditor      *self);
const AcademyField *academy_editor_get_field     (AcademyEditor      *self);
const char         *academy_editor_get_label     (AcademyEditor      *self);
AcademyItem        *academy_editor_get_item      (AcademyEditor      *self);
void                academy_editor_set_item      (AcademyEditor      *self,
                                                  AcademyItem        *item);
GtkWidget          *academy_editor_get_row       (AcademyEditor      *self);
GtkWidget          *academy_editor_get_control   (AcademyEditor      *self);
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
gboolean            academy_editor_is_unsaved    (AcademyEditor      *self);
gboolean            academy_editor_revert        (AcademyEditor      *self);
gboolean            academy_editor_bring_back    (AcademyEditor      *self);
void                academy_editor_return        (AcademyEditor      *self,
                                                  const char         *id);
void                academy_editor_grab_focus    (AcademyEditor      *self);
char               *academy_editor_dup_name      (AcademyEditor      *self) G_GNUC_WARN_UNUSED_RESULT;
void                academy_editor_begin         (AcademyEditor      *self,
                                                  gboolean            empty);
gboolean            academy_editor_press         (AcademyEditor      *self,
                                                  guint               key,
                                                  GdkModifierType     state);
gboolean            academy_editor_take          (AcademyEditor      *self,
                                                  GValue             *value,
                                                  GError            **error);
gboolean            academy_editor_finish        (AcademyEditor      *self);
void                academy_editor_cancel        (AcademyEditor      *self);

G_END_DECLS
