/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-flag-editor.h"

#include <glib/gi18n-lib.h>

struct _AcademyFlagEditor {
  AcademyEditor  parent_instance;

  /* Borrowed */
  AdwSwitchRow  *row;

  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (AcademyFlagEditor, academy_flag_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyFlagEditor:
 *
 * A switch for a flag; it saves at once.
 */

static void
academy_flag_editor_show (AcademyEditor *editor,
                          const GValue  *value)
{
  AcademyFlagEditor *self = ACADEMY_FLAG_EDITOR (editor);

  self->showing = TRUE;
  adw_switch_row_set_active (self->row, g_value_get_boolean (value));
  self->showing = FALSE;
  academy_editor_show_error (editor, NULL);
}

static void
active_cb (AcademyFlagEditor *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (self->showing || academy_editor_get_item (ACADEMY_EDITOR (self)) == NULL)
    return;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, adw_switch_row_get_active (self->row));
  academy_editor_commit (ACADEMY_EDITOR (self), &value, NULL);
}

static GtkWidget *
academy_flag_editor_create_row (AcademyEditor *editor)
{
  AcademyFlagEditor *self = ACADEMY_FLAG_EDITOR (editor);

  self->row = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), academy_editor_get_label (editor));
  if (academy_editor_get_field (editor)->note != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), _(academy_editor_get_field (editor)->note));
  g_signal_connect_object (self->row, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->row);
}

static GtkWidget *
academy_flag_editor_get_control (AcademyEditor *editor)
{
  return GTK_WIDGET (ACADEMY_FLAG_EDITOR (editor)->row);
}

static void
academy_flag_editor_class_init (AcademyFlagEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  editor_class->create_row = academy_flag_editor_create_row;
  editor_class->get_control = academy_flag_editor_get_control;
  editor_class->show = academy_flag_editor_show;
}

static void
academy_flag_editor_init (AcademyFlagEditor *self)
{
}

/**
 * academy_flag_editor_toggle:
 * @item: an item
 * @field: a flag of @item
 * @value: (out caller-allocates): an uninitialised value
 *
 * Gives the value that the flag gets when it is switched in a table, which needs
 * no editor for it.
 */
void
academy_flag_editor_toggle (AcademyItem        *item,
                            const AcademyField *field,
                            GValue             *value)
{
  academy_value_init (field, value);
  g_value_set_boolean (value, !g_value_get_boolean (academy_item_get_value (item, field)));
}
