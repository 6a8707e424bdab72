/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-advice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-describe.h"
#include "academy-kinds.h"

/* The width of the notes of one author, two of which fit beside each other. */
#define COLUMN_WIDTH 330

/* The notes that a session shows here; all of them are in the list of notes. */
#define MOST_NOTES 40

/* The length of a note in a menu, in characters. */
#define MENU_CHARS 60

struct _AcademyAdvice {
  AdwPreferencesGroup  parent_instance;

  /* Template children */
  AdwWrapBox          *authors;

  /* Owned */
  AcademyStore        *store;
  GPtrArray           *notes;
  char                *shown;
};

G_DEFINE_FINAL_TYPE (AcademyAdvice, academy_advice, ADW_TYPE_PREFERENCES_GROUP)

/**
 * AcademyAdvice:
 *
 * The notes of a session, side by side by whose they are; shown when they are those
 * of several. A note opens its place, and its menu marks another one as
 * contradicting it.
 */

static const char *
get_author (AcademyItem *note)
{
  return academy_item_get_text (note, "author_role");
}

static char *
dup_menu_label (AcademyAdvice *self,
                AcademyItem   *note)
{
  g_autofree char *title = academy_describe_line (self->store, note);
  const char *author = get_author (note);
  g_autofree char *start = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MENU_CHARS));
  g_autofree char *text = g_strdup_printf ("%s%s%s%s", author != NULL ? author : "", author != NULL ? ": " : "", start,
                                           strlen (start) < strlen (title) ? "…" : "");

  g_auto(GStrv) parts = g_strsplit (text, "_", -1);

  /* An underline would be a mnemonic. */
  return g_strjoinv ("__", parts);
}

/* Lists the notes of others, which @note may contradict. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       data)
{
  AcademyAdvice *self = ACADEMY_ADVICE (gtk_widget_get_ancestor (GTK_WIDGET (button), ACADEMY_TYPE_ADVICE));
  AcademyItem *note = data;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();

  for (guint i = 0; i < self->notes->len; i++)
    {
      AcademyItem *other = g_ptr_array_index (self->notes, i);
      g_autofree char *label = dup_menu_label (self, other);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      if (g_strcmp0 (get_author (other), get_author (note)) == 0)
        continue;
      g_menu_item_set_action_and_target (item, "after.contradict", "(ss)", academy_item_get_id (note),
                                         academy_item_get_id (other));
      g_menu_append_item (section, item);
    }

  g_menu_append_section (menu, _("Contradicts"), G_MENU_MODEL (section));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
create_row (AcademyAdvice *self,
            AcademyItem   *note)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *subtitle = academy_item_dup_subtitle (note, academy_language_get_default ());

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "object-flip-horizontal-symbolic");
  gtk_widget_set_tooltip_text (button, _("Contradicts another note…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, !academy_store_is_read_only (self->store));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu_cb, g_object_ref (note), g_object_unref);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), academy_item_get_text (note, "text"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", academy_note_kind.name, academy_item_get_id (note));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-item");

  return row;
}

/* Begins the column of an author. */
static GtkListBox *
append_author (AcademyAdvice *self,
               const char    *author)
{
  const char *title = author != NULL ? author : _("Unsigned");
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_wrap_box_append (self->authors, clamp);

  return GTK_LIST_BOX (list);
}

/* All that is shown, to find out whether it is the same as before. */
static char *
dup_shown (GPtrArray *notes)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (notes, i);
      g_autofree char *subtitle = academy_item_dup_subtitle (note, academy_language_get_default ());

      g_string_append_printf (shown, "%s\n%s\n%s\n%s\n", academy_item_get_id (note),
                              get_author (note) != NULL ? get_author (note) : "",
                              academy_item_get_text (note, "text"), subtitle);
    }

  return g_string_free_and_steal (shown);
}

static void
academy_advice_dispose (GObject *object)
{
  AcademyAdvice *self = ACADEMY_ADVICE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ADVICE);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_advice_parent_class)->dispose (object);
}

static void
academy_advice_class_init (AcademyAdviceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_advice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-advice.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyAdvice, authors);
}

static void
academy_advice_init (AcademyAdvice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_advice_show:
 * @self: the notes side by side
 * @store: a store
 * @notes: (element-type AcademyItem): notes, by whose they are
 *
 * Shows @notes, if they are those of several.
 */
void
academy_advice_show (AcademyAdvice *self,
                     AcademyStore  *store,
                     GPtrArray     *notes)
{
  g_autofree char *shown = dup_shown (notes);
  GtkListBox *list = NULL;
  GtkWidget *child;
  guint n_authors = 0;

  if (!g_set_str (&self->shown, shown))
    return;

  g_set_object (&self->store, store);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = g_ptr_array_ref (notes);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->authors))) != NULL)
    adw_wrap_box_remove (self->authors, child);

  for (guint i = 0; i < MIN (notes->len, MOST_NOTES); i++)
    {
      AcademyItem *note = g_ptr_array_index (notes, i);

      if (i == 0 || g_strcmp0 (get_author (note), get_author (g_ptr_array_index (notes, i - 1))) != 0)
        {
          list = append_author (self, get_author (note));
          n_authors++;
        }
      gtk_list_box_append (list, create_row (self, note));
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n_authors > 1);
}
