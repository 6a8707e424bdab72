/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-note-row.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"

#define ACADEMY_TYPE_NOTE_ROW (academy_note_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyNoteRow, academy_note_row, ACADEMY, NOTE_ROW, GtkBox)

/* Without a least width GTK lays out a text with a letter on each line, to know how narrow it may be. */
#define LEAST_CHARS 10

struct _AcademyNoteRow {
  GtkBox        parent_instance;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;

  /* Borrowed */
  GtkLabel     *about;
  GtkLabel     *text;
  GtkLabel     *contradiction;
  GtkListItem  *list_item;
};

G_DEFINE_FINAL_TYPE (AcademyNoteRow, academy_note_row, GTK_TYPE_BOX)

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
      g_autofree char *clock = g_date_time_format (instant, _("%H:%M"));

      g_string_append_printf (about, " · %s", clock);
    }

  return g_string_free_and_steal (g_steal_pointer (&about));
}

static void
show_item (AcademyNoteRow *self)
{
  g_autofree char *about = dup_about (self->item);
  g_autoptr(AcademyItem) other = academy_store_get_linked (self->store, self->item, "contradicts", NULL);
  const char *text = academy_item_get_text (self->item, "text");

  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_list_item_set_accessible_label (self->list_item, text != NULL ? text : "");
  gtk_list_item_set_accessible_description (self->list_item, about);
  gtk_widget_set_visible (GTK_WIDGET (self->contradiction), other != NULL);
  if (other != NULL)
    {
      g_autofree char *title = academy_item_is_confidential (other) && !academy_item_is_confidential (self->item)
                                 ? g_strdup (_("a private note")) : academy_item_dup_title (other, academy_language_get_default ());
      /* Translators: below a note: the note that says otherwise */
      g_autofree char *line = g_strdup_printf (_("Contradicts: %s"), title);

      gtk_label_set_label (self->contradiction, line);
    }
}

static void
changed_cb (AcademyNoteRow *self,
            AcademyChanges *changes)
{
  const char *other = self->item != NULL ? academy_item_get_text (self->item, "contradicts") : NULL;

  if (self->item != NULL &&
      (academy_changes_is_everything (changes) || academy_changes_find (changes, academy_item_get_id (self->item)) != NULL ||
       (other != NULL && academy_changes_find (changes, other) != NULL)))
    show_item (self);
}

static void
academy_note_row_dispose (GObject *object)
{
  AcademyNoteRow *self = ACADEMY_NOTE_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_note_row_parent_class)->dispose (object);
}

static void
academy_note_row_class_init (AcademyNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_note_row_dispose;

  /* The list item has the accessible text. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
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

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "note-row");
  self->about = add_label (self, quiet);
  self->text = add_label (self, large);
  self->contradiction = add_label (self, quiet);
}

static void
setup_cb (AcademyStore *store,
          GtkListItem  *list_item)
{
  AcademyNoteRow *row = g_object_new (ACADEMY_TYPE_NOTE_ROW, NULL);

  row->store = g_object_ref (store);
  row->list_item = list_item;
  gtk_list_item_set_child (list_item, GTK_WIDGET (row));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), row, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
bind_cb (AcademyStore *store,
         GtkListItem  *list_item)
{
  AcademyNoteRow *row = ACADEMY_NOTE_ROW (gtk_list_item_get_child (list_item));

  g_set_object (&row->item, gtk_list_item_get_item (list_item));
  show_item (row);
}

static void
unbind_cb (AcademyStore *store,
           GtkListItem  *list_item)
{
  g_clear_object (&ACADEMY_NOTE_ROW (gtk_list_item_get_child (list_item))->item);
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
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), store, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), store, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), store, G_CONNECT_SWAPPED);

  return factory;
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

  return row != NULL ? ACADEMY_NOTE_ROW (row)->item : NULL;
}
