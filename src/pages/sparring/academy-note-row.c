/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-note-row.h"

#include <glib/gi18n-lib.h>

#include "academy-bound-row.h"
#include "academy-kinds.h"
#include "academy-text.h"

#define ACADEMY_TYPE_NOTE_ROW (academy_note_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyNoteRow, academy_note_row, ACADEMY, NOTE_ROW, AcademyBoundRow)

/* Without a least width GTK lays out a text with a letter on each line, to know how narrow it may be. */
#define LEAST_CHARS 10

/* Of a longer text the list shows the beginning, and the entry all of it. */
#define MOST_LETTERS 400

struct _AcademyNoteRow {
  AcademyBoundRow  parent_instance;

  /* Borrowed */
  GtkLabel        *about;
  GtkLabel        *text;
  GtkLabel        *contradiction;
};

G_DEFINE_FINAL_TYPE (AcademyNoteRow, academy_note_row, ACADEMY_TYPE_BOUND_ROW)

/**
 * AcademyNoteRow:
 *
 * A note of a session: what it is and whose, above its text, and the note that it
 * contradicts below.
 */

static char *
dup_about (AcademyItem *note)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyField *type = academy_kind_find_field (&academy_note_kind, "type");
  const AcademyField *time = academy_kind_find_field (&academy_note_kind, "time");
  GDateTime *instant = g_value_get_boxed (academy_item_get_value (note, time));
  g_autofree char *label = academy_language_format_value (language, type, academy_item_get_value (note, type));
  g_autoptr(GString) about = g_string_new (label);

  if (academy_item_get_text (note, "author_role") != NULL)
    g_string_append_printf (about, " · %s", academy_item_get_text (note, "author_role"));
  if (academy_item_get_flag (note, "private"))
    g_string_append_printf (about, " · %s", _("Private"));
  if (instant != NULL)
    {
      /* Translators: the time of a note, by strftime */
      g_autofree char *clock = g_date_time_format (instant, _("%-H:%M"));

      g_string_append_printf (about, " · %s", clock);
    }

  return g_string_free_and_steal (g_steal_pointer (&about));
}

static void
academy_note_row_show (AcademyBoundRow *row)
{
  AcademyNoteRow *self = ACADEMY_NOTE_ROW (row);
  AcademyItem *note = academy_bound_row_get_item (row);
  g_autofree char *about = dup_about (note);
  g_autoptr(AcademyItem) other = academy_store_get_linked (academy_bound_row_get_store (row), note, "contradicts", NULL);
  const char *text = academy_item_get_text (note, "text");
  g_autofree char *beginning = academy_text_shorten (text, MOST_LETTERS);

  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->text, beginning != NULL ? beginning : "");
  gtk_list_item_set_accessible_label (academy_bound_row_get_list_item (row), text != NULL ? text : "");
  gtk_list_item_set_accessible_description (academy_bound_row_get_list_item (row), about);
  gtk_widget_set_visible (GTK_WIDGET (self->contradiction), other != NULL);
  if (other != NULL)
    {
      g_autofree char *title = academy_item_is_confidential (other) && !academy_item_is_confidential (note)
                                 ? g_strdup (_("a private note")) : academy_item_dup_title (other, academy_language_get_default ());
      /* Translators: below a note: the note that says otherwise */
      g_autofree char *line = g_strdup_printf (_("Contradicts: %s"), title);

      gtk_label_set_label (self->contradiction, line);
    }
}

static gboolean
academy_note_row_is_affected (AcademyBoundRow *row,
                              AcademyChanges  *changes)
{
  AcademyItem *note = academy_bound_row_get_item (row);
  const char *other = academy_item_get_text (note, "contradicts");

  return academy_changes_is_everything (changes) || academy_changes_find (changes, academy_item_get_id (note)) != NULL ||
         (other != NULL && academy_changes_find (changes, other) != NULL);
}

static void
academy_note_row_class_init (AcademyNoteRowClass *klass)
{
  AcademyBoundRowClass *row_class = ACADEMY_BOUND_ROW_CLASS (klass);

  row_class->show = academy_note_row_show;
  row_class->is_affected = academy_note_row_is_affected;
}

static GtkLabel *
add_label (AcademyNoteRow     *self,
           const char * const *classes)
{
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL,
                                  "xalign", 0.0,
                                  "wrap", TRUE,
                                  "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                  "width-chars", LEAST_CHARS,
                                  "css-classes", classes,
                                  NULL);

  gtk_box_append (GTK_BOX (self), GTK_WIDGET (label));
  return label;
}

static void
academy_note_row_init (AcademyNoteRow *self)
{
  static const char * const quiet[] = { "caption", "dimmed", NULL };
  static const char * const large[] = { "session-text", NULL };

  gtk_widget_add_css_class (GTK_WIDGET (self), "note-row");
  self->about = add_label (self, quiet);
  self->text = add_label (self, large);
  self->contradiction = add_label (self, quiet);
}

/**
 * academy_note_row_factory_new:
 * @store: the store of the notes
 *
 * Returns: (transfer full): the factory of a list of notes
 */
GtkListItemFactory *
academy_note_row_factory_new (AcademyStore *store)
{
  return academy_bound_row_factory_new (ACADEMY_TYPE_NOTE_ROW, store);
}

/**
 * academy_note_row_find:
 * @target: a widget within a row, or around it
 *
 * Returns: (transfer none) (nullable): the note of the row
 */
AcademyItem *
academy_note_row_find (GtkWidget *target)
{
  GtkWidget *row = gtk_widget_get_ancestor (target, ACADEMY_TYPE_NOTE_ROW);

  if (row == NULL && ACADEMY_IS_NOTE_ROW (gtk_widget_get_first_child (target)))
    row = gtk_widget_get_first_child (target);

  return row != NULL ? academy_bound_row_get_item (ACADEMY_BOUND_ROW (row)) : NULL;
}
