/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-choice-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-choices.h"

struct _AcademyChoiceEditor {
  AcademyEditor  parent_instance;

  /* Borrowed */
  AdwComboRow   *row;

  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (AcademyChoiceEditor, academy_choice_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyChoiceEditor:
 *
 * The editor of a choice from a code list. A choice that may be unset has a first
 * entry for that.
 */

static guint
get_first (AcademyEditor *editor)
{
  return academy_field_is_required (academy_editor_get_field (editor)) ? 0 : 1;
}

static void
academy_choice_editor_show (AcademyEditor *editor,
                            const GValue  *value)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (editor);
  const AcademyField *field = academy_editor_get_field (editor);
  const AcademyChoice *choice = academy_field_find_choice (field, g_value_get_string (value));

  self->showing = TRUE;
  adw_combo_row_set_selected (self->row, choice != NULL ? get_first (editor) + (choice - field->choices) : 0);
  self->showing = FALSE;
  academy_editor_show_error (editor, NULL);
}

static void
selected_cb (AcademyChoiceEditor *self)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  const AcademyField *field = academy_editor_get_field (editor);
  guint selected = adw_combo_row_get_selected (self->row);
  g_auto(GValue) value = G_VALUE_INIT;

  if (self->showing || academy_editor_get_item (editor) == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  academy_value_init (field, &value);
  if (selected >= get_first (editor))
    g_value_set_static_string (&value, field->choices[selected - get_first (editor)].token);
  academy_editor_commit (editor, &value, NULL);
}

static GtkWidget *
academy_choice_editor_create_row (AcademyEditor *editor)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (editor);
  const AcademyField *field = academy_editor_get_field (editor);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  if (get_first (editor) > 0)
    gtk_string_list_append (labels, _("Not chosen"));
  for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
    gtk_string_list_append (labels, _(choice->label));

  self->row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), academy_editor_get_label (editor));
  adw_combo_row_set_model (self->row, G_LIST_MODEL (labels));
  academy_choices_set_up (self->row);
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->row);
}

static GtkWidget *
academy_choice_editor_get_control (AcademyEditor *editor)
{
  return GTK_WIDGET (ACADEMY_CHOICE_EDITOR (editor)->row);
}

static void
academy_choice_editor_class_init (AcademyChoiceEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  editor_class->create_row = academy_choice_editor_create_row;
  editor_class->get_control = academy_choice_editor_get_control;
  editor_class->show = academy_choice_editor_show;
}

static void
academy_choice_editor_init (AcademyChoiceEditor *self)
{
}
