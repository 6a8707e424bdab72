/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-choice-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-cell-list.h"
#include "academy-choices.h"
#include "academy-pasted-value.h"
#include "academy-type-ahead.h"

struct _AcademyChoiceEditor {
  AcademyEditor     parent_instance;

  /* Owned */
  GtkStringList    *labels;
  AcademyTypeAhead *typed;
  GString          *word;

  /* Borrowed */
  AdwComboRow      *row;
  AcademyCellEntry *cell;
  AcademyCellList  *list;

  gboolean          showing;
  gboolean          begins_anew;
};

G_DEFINE_FINAL_TYPE (AcademyChoiceEditor, academy_choice_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyChoiceEditor:
 *
 * The editor of a choice from a code list. A choice that may be unset has a first
 * entry for that.
 *
 * Keys in a cell: letters choose, the same letter again the next choice that
 * begins with it; Up and Down, too; Delete and Backspace choose none. A word with
 * which no choice begins stands in the cell, and is read as a pasted one is.
 */

static guint
get_first (AcademyEditor *editor)
{
  const AcademyField *field = academy_editor_get_field (editor);

  return academy_field_is_required (field) && (field->flags & ACADEMY_ASKED) == 0 ? 0 : 1;
}

static GStrv
get_labels (AcademyEditor *editor)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();

  if (get_first (editor) > 0)
    g_strv_builder_add (labels, _("Not chosen"));
  for (const AcademyChoice *choice = academy_editor_get_field (editor)->choices; choice->token != NULL; choice++)
    g_strv_builder_add (labels, _(choice->label));

  return g_strv_builder_end (labels);
}

/* The position of a value in the list; the first one for a value that is unset. */
static guint
find_position (AcademyEditor *editor,
               const GValue  *value)
{
  const AcademyField *field = academy_editor_get_field (editor);
  const AcademyChoice *choice = academy_field_find_choice (field, g_value_get_string (value));

  return choice != NULL ? get_first (editor) + (choice - field->choices) : 0;
}

static void
init_value (AcademyEditor *editor,
            guint          position,
            GValue        *value)
{
  const AcademyField *field = academy_editor_get_field (editor);

  academy_value_init (field, value);
  if (position >= get_first (editor))
    g_value_set_static_string (value, field->choices[position - get_first (editor)].token);
}

static void
academy_choice_editor_show (AcademyEditor *editor,
                            const GValue  *value)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (editor);

  self->showing = TRUE;
  adw_combo_row_set_selected (self->row, find_position (editor, value));
  self->showing = FALSE;
  academy_editor_show_error (editor, NULL);
}

static void
selected_cb (AcademyChoiceEditor *self)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  guint selected = adw_combo_row_get_selected (self->row);
  g_auto(GValue) value = G_VALUE_INIT;

  if (self->showing || academy_editor_get_item (editor) == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  init_value (editor, selected, &value);
  academy_editor_commit (editor, &value, NULL);
}

static GtkWidget *
academy_choice_editor_create_row (AcademyEditor *editor)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (editor);
  g_auto(GStrv) titles = get_labels (editor);
  g_autoptr(GtkStringList) labels = gtk_string_list_new ((const char * const *) titles);

  self->row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), academy_editor_get_label (editor));
  adw_combo_row_set_model (self->row, G_LIST_MODEL (labels));
  academy_choices_set_up (self->row);
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->row);
}

static void
show_selected (AcademyChoiceEditor *self)
{
  self->begins_anew = FALSE;
  g_string_truncate (self->word, 0);
  academy_cell_entry_set_text (self->cell,
                               academy_cell_list_get_title (self->list, academy_cell_list_get_selected (self->list)));
}

static void
clicked_cb (AcademyChoiceEditor *self)
{
  show_selected (self);
  g_signal_emit_by_name (self, "chosen");
}

static GtkWidget *
academy_choice_editor_create_cell (AcademyEditor *editor)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (editor);
  g_auto(GStrv) titles = get_labels (editor);

  self->labels = gtk_string_list_new ((const char * const *) titles);
  self->typed = academy_type_ahead_new ();
  self->cell = ACADEMY_CELL_ENTRY (academy_cell_entry_new ());
  gtk_editable_set_editable (GTK_EDITABLE (academy_cell_entry_get_text (self->cell)), FALSE);
  self->list = academy_cell_list_new (self->cell);
  academy_cell_list_set_titles (self->list, (const char * const *) titles);
  g_signal_connect_object (self->list, "moved", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->cell);
}

static GtkWidget *
academy_choice_editor_get_control (AcademyEditor *editor)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (editor);

  return self->cell != NULL ? GTK_WIDGET (academy_cell_entry_get_text (self->cell)) : GTK_WIDGET (self->row);
}

/* Keeps the value that is to be replaced until a letter chooses another. */
static void
academy_choice_editor_begin (AcademyEditor *editor,
                             gboolean       empty)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (editor);
  const GValue *value = academy_item_get_value (academy_editor_get_item (editor), academy_editor_get_field (editor));

  academy_type_ahead_reset (self->typed);
  academy_cell_list_select (self->list, find_position (editor, value));
  academy_cell_list_filter (self->list, "");
  show_selected (self);
  self->begins_anew = empty;
}

static gboolean
academy_choice_editor_take (AcademyEditor  *editor,
                            GValue         *value,
                            GError        **error)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (editor);
  const AcademyField *field = academy_editor_get_field (editor);

  if (self->word->len > 0)
    {
      academy_value_init (field, value);
      return academy_pasted_value_parse (&(AcademyColumnForm) { FALSE }, field, self->word->str, NULL, value, NULL, error);
    }

  init_value (editor, academy_cell_list_get_selected (self->list), value);
  return TRUE;
}

static void
choose (AcademyChoiceEditor *self,
        guint                position)
{
  academy_editor_show_error (ACADEMY_EDITOR (self), NULL);
  academy_cell_list_select (self->list, position);
  show_selected (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->cell),
                           academy_cell_list_get_title (self->list, position),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* None of the list is meant, and what is wrong about the word is told in its place. */
static void
show_word (AcademyChoiceEditor *self)
{
  academy_editor_show_error (ACADEMY_EDITOR (self), NULL);
  academy_cell_entry_close (self->cell);
  academy_cell_entry_set_text (self->cell, self->word->str);
}

/* Shows the choice and the list again when nothing is left of the word. */
static void
take_back (AcademyChoiceEditor *self)
{
  const char *last = g_utf8_find_prev_char (self->word->str, self->word->str + self->word->len);

  g_string_truncate (self->word, last - self->word->str);
  academy_type_ahead_reset (self->typed);
  if (self->word->len > 0)
    {
      show_word (self);
      return;
    }

  academy_cell_list_filter (self->list, "");
  choose (self, academy_cell_list_get_selected (self->list));
}

/* The first letter finds the first choice that begins with it, whatever the value
 * was. */
static void
type_letter (AcademyChoiceEditor *self,
             gunichar             letter)
{
  guint current = self->begins_anew ? g_list_model_get_n_items (G_LIST_MODEL (self->labels)) - 1
                                    : academy_cell_list_get_selected (self->list);
  guint position;

  if (academy_type_ahead_find (self->typed, G_LIST_MODEL (self->labels), current, letter, &position))
    {
      choose (self, position);
      return;
    }

  g_string_assign (self->word, academy_type_ahead_get (self->typed));
  show_word (self);
}

static gboolean
academy_choice_editor_press (AcademyEditor   *editor,
                             guint            key,
                             GdkModifierType  modifiers)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (editor);
  gunichar letter = gdk_keyval_to_unicode (key);

  if (self->word->len > 0 && key == GDK_KEY_BackSpace)
    {
      take_back (self);
      return TRUE;
    }
  if (self->word->len > 0 && (modifiers & ~GDK_SHIFT_MASK) == 0 && g_unichar_isprint (letter))
    {
      g_string_append_unichar (self->word, letter);
      show_word (self);
      return TRUE;
    }
  if ((modifiers & ~GDK_SHIFT_MASK) == 0 &&
      (g_unichar_isalnum (letter) || academy_type_ahead_goes_on (self->typed, G_LIST_MODEL (self->labels), letter)))
    {
      type_letter (self, letter);
      return TRUE;
    }

  if ((key == GDK_KEY_Delete || key == GDK_KEY_BackSpace) && get_first (editor) > 0)
    {
      choose (self, 0);
      return TRUE;
    }

  return academy_cell_list_press (self->list, key, modifiers);
}

static void
academy_choice_editor_finalize (GObject *object)
{
  AcademyChoiceEditor *self = ACADEMY_CHOICE_EDITOR (object);

  g_clear_object (&self->labels);
  g_clear_pointer (&self->typed, academy_type_ahead_free);
  g_string_free (self->word, TRUE);

  G_OBJECT_CLASS (academy_choice_editor_parent_class)->finalize (object);
}

static void
academy_choice_editor_class_init (AcademyChoiceEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = academy_choice_editor_finalize;
  editor_class->create_row = academy_choice_editor_create_row;
  editor_class->create_cell = academy_choice_editor_create_cell;
  editor_class->get_control = academy_choice_editor_get_control;
  editor_class->show = academy_choice_editor_show;
  editor_class->begin = academy_choice_editor_begin;
  editor_class->take = academy_choice_editor_take;
  editor_class->press = academy_choice_editor_press;
}

static void
academy_choice_editor_init (AcademyChoiceEditor *self)
{
  self->word = g_string_new (NULL);
}
