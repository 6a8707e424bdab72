/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-history-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"
#include "academy-privacy.h"
#include "academy-text-dialog.h"
#include "academy-toast.h"
#include "academy-undone.h"

/* Longer texts are shortened; the whole is in a dialog. */
#define MOST_CHARACTERS 240
/* What both values of a change that is not expanded leave room for. */
#define FEW_CHARACTERS  70
/* So many changes of an entry are shown before all are asked for. */
#define MOST_LINES      20

struct _AcademyHistoryRow {
  GtkBox        parent_instance;

  /* Template children */
  GtkImage     *icon;
  GtkLabel     *title;
  GtkLabel     *summary;
  GtkLabel     *origin;
  GtkImage     *arrow;
  GtkBox       *details;

  /* Owned */
  AcademyStore *store;
  GHashTable   *organisations;
  AcademyEntry *entry;
  char         *name;

  gboolean      expanded;
};

G_DEFINE_FINAL_TYPE (AcademyHistoryRow, academy_history_row, GTK_TYPE_BOX)

/**
 * AcademyHistoryRow:
 *
 * An entry of the history: what was done to which thing, by whom and when. When it
 * is expanded, each value before and after, with what can be done about it.
 */

static AcademyEntryLine *
get_line (AcademyHistoryRow *self,
          guint              i)
{
  GPtrArray *lines = academy_entry_get_lines (self->entry);

  return i < lines->len ? g_ptr_array_index (lines, i) : NULL;
}

/* Returns the value on one line. */
static char *
dup_short (const char *value,
           guint       most)
{
  g_autofree char *whole = g_strdup (value != NULL && *value != '\0' ? value : "–");

  g_strdelimit (whole, "\n\r\t", ' ');
  if (g_utf8_strlen (whole, -1) > most)
    {
      g_autofree char *part = g_utf8_substring (whole, 0, most);

      return g_strconcat (part, "…", NULL);
    }

  return g_steal_pointer (&whole);
}

static gboolean
is_long (const char *value)
{
  return value != NULL && (g_utf8_strlen (value, -1) > MOST_CHARACTERS || strchr (value, '\n') != NULL);
}

static char *
dup_change (const AcademyEntryLine *line,
            guint                   most)
{
  g_autofree char *before = dup_short (line->before, most);
  g_autofree char *after = dup_short (line->after, most);
  const char *kind = _(line->change->kind->label);

  if (line->field != NULL)
    /* Translators: a field, and its value before and after: “Status: Planned → Done” */
    return g_strdup_printf (C_("history", "%s: %s → %s"), _(line->field->label), before, after);
  /* What joins two is told by a sentence, which names both. */
  if (line->change->kind->dup_sentence != NULL)
    return g_strdup_printf (line->change->type == ACADEMY_CHANGE_ADDED ? C_("history", "Added: %s") : C_("history", "Deleted: %s"),
                            line->title);
  if (line->change->type == ACADEMY_CHANGE_ADDED)
    /* Translators: a kind of item, such as “Measure”, and its title */
    return g_strdup_printf (_("Added: %s “%s”"), kind, line->title);

  /* Translators: a kind of item, such as “Measure”, and its title */
  return g_strdup_printf (_("Deleted: %s “%s”"), kind, line->title);
}

static const char *
get_icon (AcademyHistoryRow *self)
{
  static const char * const icons[] = {
    [ACADEMY_CHANGE_ADDED] = "list-add-symbolic",
    [ACADEMY_CHANGE_REMOVED] = "user-trash-symbolic",
    [ACADEMY_CHANGE_CHANGED] = "document-edit-symbolic",
  };
  AcademyEntryLine *line = get_line (self, 0);

  return line != NULL ? icons[line->change->type] : "document-open-recent-symbolic";
}

/* Counts the items that changed after the first one. */
static guint
count_others (AcademyHistoryRow *self)
{
  guint n_others = 0;

  for (guint i = 1; i < academy_entry_get_lines (self->entry)->len; i++)
    n_others += get_line (self, i)->change != get_line (self, i - 1)->change;

  return n_others;
}

static gboolean
is_private (AcademyHistoryRow *self)
{
  for (guint i = 0; i < academy_entry_get_lines (self->entry)->len; i++)
    if (get_line (self, i)->is_private)
      return TRUE;

  return FALSE;
}

/* Whether only the label of the entry is told, since others see the screen. */
static gboolean
is_hidden (AcademyHistoryRow *self)
{
  return is_private (self) && academy_privacy_is_hiding (academy_privacy_get (self->store));
}

static char *
dup_title (AcademyHistoryRow *self)
{
  g_autofree char *text = academy_entry_dup_text (self->entry);
  AcademyEntryLine *line = get_line (self, 0);
  guint n_others = count_others (self);

  if (line == NULL || is_hidden (self))
    return g_steal_pointer (&text);

  if (n_others == 0)
    return g_strdup_printf ("%s · %s", text, line->title);

  /* Translators: what was done, the title of the first thing, and how many others */
  return g_strdup_printf (ngettext ("%s · %s and %u other", "%s · %s and %u others", n_others), text, line->title, n_others);
}

/* Says what changed in one line: the values of one field, or the names of several. */
static char *
dup_summary (AcademyHistoryRow *self)
{
  GPtrArray *lines = academy_entry_get_lines (self->entry);
  g_autoptr(GString) text = g_string_new (NULL);

  if (is_hidden (self))
    return g_strdup ("");
  if (lines->len == 1 && get_line (self, 0)->field != NULL)
    return dup_change (get_line (self, 0), FEW_CHARACTERS);

  for (guint i = 0; i < lines->len && get_line (self, i)->change == get_line (self, 0)->change; i++)
    if (get_line (self, i)->field != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _(get_line (self, i)->field->label));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_origin (AcademyHistoryRow *self)
{
  AcademyEntryLine *line = get_line (self, 0);
  const char *author = academy_entry_get_author (self->entry);
  const char *organisation =
    line != NULL && line->organisation != NULL ? g_hash_table_lookup (self->organisations, line->organisation) : NULL;
  g_autofree char *time = academy_language_format_time (academy_language_get_default (), academy_entry_get_time (self->entry));
  g_autoptr(GString) text = g_string_new (time);

  if (*author != '\0')
    g_string_append_printf (text, " · %s", author);
  if (organisation != NULL)
    g_string_append_printf (text, " · %s", organisation);
  if (is_private (self))
    g_string_append_printf (text, " · %s", _("Private"));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static AcademyEntryLine *
get_button_line (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "line");
}

/* The list stays while its rows are bound to other entries after an edit. */
static GtkWidget *
get_list (AcademyHistoryRow *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
}

static void
restore_cb (AcademyHistoryRow *self,
            GtkButton         *button)
{
  GtkWidget *list = get_list (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyEdit) edit = academy_entry_create_restore (self->store, get_button_line (button), &error);

  if (edit == NULL || !academy_store_apply (self->store, edit, &error))
    academy_toast_show_error (list, error);
  else
    academy_toast_show_undo (list, self->store, _("Value restored"));
}

/* Returns the label of the button that restores the value before. */
static char *
dup_restore_label (const AcademyEntryLine *line)
{
  g_autofree char *value = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *escaped = NULL;

  if (line->before == NULL || *line->before == '\0')
    return g_strdup (_("_Empty again"));

  value = dup_short (line->before, FEW_CHARACTERS);
  parts = g_strsplit (value, "_", -1);
  escaped = g_strjoinv ("__", parts);
  /* Translators: a button; %s is a value that was changed */
  return g_strdup_printf (_("_Restore “%s”"), escaped);
}

/* A value that is there already cannot be restored. */
static void
update_restore (GtkWidget    *button,
                gpointer      data,
                AcademyStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyEdit) edit = academy_entry_create_restore (store, get_button_line (GTK_BUTTON (button)), &error);

  gtk_widget_set_sensitive (button, edit != NULL || !g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT));
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AcademyHistoryRow *self = ACADEMY_HISTORY_ROW (widget);
  GtkWidget *list = get_list (self);
  g_autoptr(GError) error = NULL;

  if (!academy_store_bring_back_removed (self->store, academy_entry_get_step (self->entry), &error))
    academy_toast_show_error (list, error);
  else
    academy_toast_show_undo (list, self->store, _("Brought back"));
}

static void
show_whole_cb (AcademyHistoryRow *self,
               GtkButton         *button)
{
  AcademyEntryLine *line = get_button_line (button);
  g_autofree char *text = NULL;

  /* Translators: the whole texts of a value before and after a change */
  text = g_strdup_printf (_("Before:\n%s\n\nAfter:\n%s"), line->before != NULL ? line->before : "–",
                          line->after != NULL ? line->after : "–");
  adw_dialog_present (academy_text_dialog_new (_(line->field->label), text), GTK_WIDGET (self));
}

static GtkWidget *
add_button (GtkWidget        *box,
            AcademyEntryLine *line,
            const char       *label,
            const char       *description)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  g_object_set_data (G_OBJECT (button), "line", line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
  return button;
}

static GtkWidget *
create_buttons (void)
{
  GtkWidget *box = g_object_ref_sink (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  return box;
}

static void
append_label (GtkBox     *box,
              const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

/* Adds a change with what can be done about it, below the title of the item where
 * there are several. */
static void
append_line (AcademyHistoryRow *self,
             guint              i)
{
  AcademyEntryLine *line = get_line (self, i);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  g_autoptr(GtkWidget) buttons = create_buttons ();
  g_autofree char *change = dup_change (line, MOST_CHARACTERS);
  GtkWidget *button;

  if (line->field != NULL && count_others (self) > 0 && (i == 0 || get_line (self, i - 1)->change != line->change))
    append_label (box, line->title, "heading");
  append_label (box, change, NULL);

  if (line->exists)
    {
      button = add_button (buttons, line, _("_Show"), line->title);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-item");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", line->change->kind->name, line->change->id);
    }
  if (line->exists && line->field != NULL && line->change->type == ACADEMY_CHANGE_CHANGED &&
      !academy_store_is_read_only (self->store))
    {
      g_autofree char *label = dup_restore_label (line);

      button = add_button (buttons, line, label, change);
      /* The row may be bound to another entry before it lets go of its buttons. */
      g_object_set_data_full (G_OBJECT (button), "entry", g_object_ref (self->entry), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->store, "changed", G_CALLBACK (update_restore), button, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      update_restore (button, NULL, self->store);
    }
  if (line->field != NULL && (is_long (line->before) || is_long (line->after)))
    {
      button = add_button (buttons, line, _("_Whole text"), _(line->field->label));
      g_signal_connect_object (button, "clicked", G_CALLBACK (show_whole_cb), self, G_CONNECT_SWAPPED);
    }

  if (gtk_widget_get_first_child (buttons) != NULL)
    gtk_box_append (box, buttons);
  gtk_box_append (self->details, GTK_WIDGET (box));
}

static void
clear_details (AcademyHistoryRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->details))) != NULL)
    gtk_box_remove (self->details, child);
}

static void
append_action (AcademyHistoryRow *self,
               const char        *label,
               const char        *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->details, button);
}

static void
fill_details (AcademyHistoryRow *self,
              guint              most_lines)
{
  guint n_lines = academy_entry_get_lines (self->entry)->len;

  clear_details (self);
  if (is_hidden (self))
    return;
  for (guint i = 0; i < MIN (n_lines, most_lines); i++)
    append_line (self, i);
  if (n_lines > most_lines)
    append_action (self, _("Show _all changes"), "entry.show-all");
  if (academy_entry_has_removed (self->entry) && !academy_store_is_read_only (self->store))
    append_action (self, _("_Bring back"), "entry.bring-back");
}

/* The details say it in full. */
static void
update_summary (AcademyHistoryRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !self->expanded && *gtk_label_get_label (self->summary) != '\0');
}

static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  AcademyHistoryRow *self = ACADEMY_HISTORY_ROW (widget);

  fill_details (self, G_MAXUINT);
  gtk_widget_child_focus (GTK_WIDGET (self->details), GTK_DIR_TAB_FORWARD);
}

static void
academy_history_row_dispose (GObject *object)
{
  AcademyHistoryRow *self = ACADEMY_HISTORY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_HISTORY_ROW);
  g_clear_object (&self->entry);
  g_clear_object (&self->store);
  g_clear_pointer (&self->organisations, g_hash_table_unref);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (academy_history_row_parent_class)->dispose (object);
}

static void
academy_history_row_class_init (AcademyHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_history_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryRow, summary);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryRow, origin);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryRow, details);
  gtk_widget_class_install_action (widget_class, "entry.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "entry.bring-back", NULL, bring_back_action);
}

static void
academy_history_row_init (AcademyHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_history_row_new:
 * @store: a store
 * @organisations: the short names of its organisations by their ids
 *
 * Returns: (transfer floating): a row without an entry
 */
GtkWidget *
academy_history_row_new (AcademyStore *store,
                         GHashTable   *organisations)
{
  AcademyHistoryRow *self = g_object_new (ACADEMY_TYPE_HISTORY_ROW, NULL);

  self->store = g_object_ref (store);
  self->organisations = g_hash_table_ref (organisations);

  return GTK_WIDGET (self);
}

/**
 * academy_history_row_set_entry:
 * @self: a row
 * @entry: the entry that it shows
 */
void
academy_history_row_set_entry (AcademyHistoryRow *self,
                               AcademyEntry      *entry)
{
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *origin = NULL;

  /* Its buttons point into the entry. */
  clear_details (self);
  g_set_object (&self->entry, entry);
  title = dup_title (self);
  summary = dup_summary (self);
  origin = dup_origin (self);

  gtk_image_set_from_icon_name (self->icon, get_icon (self));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary);
  update_summary (self);
  gtk_label_set_label (self->origin, origin);
  g_free (self->name);
  self->name = *summary != '\0' ? g_strdup_printf ("%s, %s, %s", title, summary, origin)
                                : g_strdup_printf ("%s, %s", title, origin);
  if (self->expanded)
    fill_details (self, MOST_LINES);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), academy_entry_get_lines (entry)->len > 0 && !is_hidden (self));
}

/**
 * academy_history_row_set_expanded:
 * @self: a row with an entry
 * @expanded: whether it tells each change
 */
void
academy_history_row_set_expanded (AcademyHistoryRow *self,
                                  gboolean           expanded)
{
  if (expanded && !self->expanded)
    fill_details (self, MOST_LINES);
  else if (!expanded)
    clear_details (self);
  self->expanded = expanded;
  gtk_widget_set_visible (GTK_WIDGET (self->details), expanded);
  update_summary (self);
  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
}

/**
 * academy_history_row_get_name:
 * @self: a row with an entry
 *
 * Returns: (transfer none): all that it says, for screen readers
 */
const char *
academy_history_row_get_name (AcademyHistoryRow *self)
{
  return self->name;
}
