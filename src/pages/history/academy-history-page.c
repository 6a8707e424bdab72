/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-history-page.h"

#include <glib/gi18n-lib.h>

#include "academy-clipboard.h"
#include "academy-clock.h"
#include "academy-date.h"
#include "academy-history-filter.h"
#include "academy-history-model.h"
#include "academy-history-net.h"
#include "academy-history-row.h"
#include "academy-kinds.h"
#include "academy-list-top.h"
#include "academy-organisation.h"
#include "academy-page-keys.h"
#include "academy-privacy.h"
#include "academy-report-text.h"
#include "academy-toast.h"
#include "academy-typing.h"
#include "academy-what-changed.h"

struct _AcademyHistoryPage {
  AdwNavigationPage     parent_instance;

  /* Template children */
  GtkWidget            *copy_button;
  AdwToggleGroup       *toggles;
  GtkEditable          *search_entry;
  GtkMenuButton        *filter_button;
  GtkLabel             *filter_label;
  GtkStack             *stack;
  GtkListView          *list_view;
  GtkListView          *net_view;

  /* Owned */
  AcademyStore         *store;
  AcademyHistoryFilter *filter;
  AcademyHistoryModel  *model;
  GtkStringList        *net_texts;
  GPtrArray            *net;
  GHashTable           *organisations;
  GHashTable           *rows;
  GHashTable           *expanded;
  char                 *text;
};

G_DEFINE_FINAL_TYPE (AcademyHistoryPage, academy_history_page, ADW_TYPE_NAVIGATION_PAGE)

/**
 * AcademyHistoryPage:
 *
 * What was changed, when, by whom and on which thing: every step, or what is
 * different in the end. It reads only what is looked at, so it works with a history
 * of years.
 *
 * Keys: arrows select an entry, Enter shows its values, and Tab comes to what can be
 * done about them.
 */

static gboolean
is_net (AcademyHistoryPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->toggles), "net") == 0;
}

static AcademyEntryFilter
get_filter (AcademyHistoryPage *self)
{
  AcademyEntryFilter filter = { .text = self->text };

  academy_history_filter_fill (self->filter, &filter);
  return filter;
}

static gint64 *
dup_step (AcademyEntry *entry)
{
  gint64 step = academy_entry_get_step (entry);

  return g_memdup2 (&step, sizeof step);
}

/* Shows the list, or says why there is none. */
static void
update (AcademyHistoryPage *self)
{
  gboolean net = is_net (self);
  guint n_items = net ? self->net->len : g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *text = academy_history_filter_dup_text (self->filter);
  const char *page = net ? "net" : "steps";

  if (n_items == 0 && !net && !academy_history_model_is_complete (self->model))
    page = "searching";
  else if (n_items == 0)
    page = academy_history_filter_narrows (self->filter) || *self->text != '\0' ? "nothing-found" : "empty";

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_label_set_label (self->filter_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_label), *text != '\0');
  gtk_widget_set_visible (self->copy_button, net);
  gtk_widget_set_sensitive (self->copy_button, n_items > 0);
}

/* Reads the net changes while they are shown. */
static void
read_net (AcademyHistoryPage *self)
{
  AcademyEntryFilter filter = get_filter (self);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *net = academy_history_net_read (self->store, &filter, !academy_privacy_is_hiding (academy_privacy_get (self->store)),
                                             &error);

  if (net == NULL)
    {
      academy_store_report (self->store, error);
      net = g_ptr_array_new ();
    }
  for (guint i = 0; i < net->len; i++)
    g_strv_builder_add (builder, ((AcademyChanged *) g_ptr_array_index (net, i))->text);
  texts = g_strv_builder_end (builder);

  g_ptr_array_unref (self->net);
  self->net = net;
  gtk_string_list_splice (self->net_texts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->net_texts)),
                          (const char * const *) texts);
}

static void
filter_changed_cb (AcademyHistoryPage *self)
{
  AcademyEntryFilter filter = get_filter (self);

  if (is_net (self))
    read_net (self);
  else
    {
      academy_history_model_set_filter (self->model, &filter);
      academy_list_start_at_top (self->list_view);
    }
  update (self);
}

static void
toggled_cb (AcademyHistoryPage *self)
{
  if (self->store != NULL)
    filter_changed_cb (self);
}

static void
search_changed_cb (AcademyHistoryPage *self)
{
  if (g_set_str (&self->text, gtk_editable_get_text (self->search_entry)))
    filter_changed_cb (self);
}

static void
stop_search_cb (AcademyHistoryPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
clear_cb (AcademyHistoryPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  g_set_str (&self->text, "");
  academy_history_filter_clear (self->filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
copy_cb (AcademyHistoryPage *self)
{
  AcademyEntryFilter filter = get_filter (self);
  g_autofree char *facts = academy_history_filter_dup_text (self->filter);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = academy_history_net_read (self->store, &filter, FALSE, &error);
  g_autoptr(AcademyReport) report = NULL;
  g_autofree char *html = NULL;
  g_autofree char *text = NULL;

  if (changes == NULL)
    {
      academy_toast_show_error (GTK_WIDGET (self->stack), error);
      return;
    }

  report = academy_history_net_create_report (changes, self->organisations, facts);
  text = academy_report_dup_text (report, ACADEMY_REPORT_PLAIN);
  html = academy_report_dup_text (report, ACADEMY_REPORT_HTML);
  academy_clipboard_set_texts (GTK_WIDGET (self), html, text);
  academy_toast_show (GTK_WIDGET (self->stack), _("Changes copied, for a mail or a document"));
}

/* Reads on when the end comes into sight. */
static void
scrolled_cb (AcademyHistoryPage *self,
             GtkAdjustment      *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);

  if (gtk_adjustment_get_value (adjustment) + 2 * page > gtk_adjustment_get_upper (adjustment))
    academy_history_model_read_on (self->model);
}

static void
set_expanded (AcademyHistoryPage *self,
              AcademyHistoryRow  *row,
              gboolean            expanded)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (row));

  academy_history_row_set_expanded (row, expanded);
  if (item != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

static void
activate_cb (AcademyHistoryPage *self,
             guint               position)
{
  g_autoptr(AcademyEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  gint64 *step = dup_step (entry);
  GtkListItem *item = g_hash_table_lookup (self->rows, step);
  gboolean expanded = !g_hash_table_contains (self->expanded, step);

  if (academy_entry_get_lines (entry)->len == 0)
    expanded = FALSE;
  if (item != NULL)
    set_expanded (self, ACADEMY_HISTORY_ROW (gtk_list_item_get_child (item)), expanded);
  if (expanded)
    g_hash_table_add (self->expanded, step);
  else
    {
      g_hash_table_remove (self->expanded, step);
      g_free (step);
    }
}

static void
setup_cb (AcademyHistoryPage *self,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, academy_history_row_new (self->store, self->organisations));
}

static void
show_entry (AcademyHistoryPage *self,
            GtkListItem        *item,
            AcademyEntry       *entry)
{
  AcademyHistoryRow *row = ACADEMY_HISTORY_ROW (gtk_list_item_get_child (item));

  academy_history_row_set_entry (row, entry);
  gtk_list_item_set_accessible_label (item, academy_history_row_get_name (row));
}

static void
bind_cb (AcademyHistoryPage *self,
         GtkListItem        *item)
{
  AcademyEntry *entry = gtk_list_item_get_item (item);
  gint64 *step = dup_step (entry);

  show_entry (self, item, entry);
  set_expanded (self, ACADEMY_HISTORY_ROW (gtk_list_item_get_child (item)), g_hash_table_contains (self->expanded, step));
  g_hash_table_insert (self->rows, step, item);
}

static void
unbind_cb (AcademyHistoryPage *self,
           GtkListItem        *item)
{
  gint64 step = academy_entry_get_step (gtk_list_item_get_item (item));

  if (g_hash_table_lookup (self->rows, &step) == item)
    g_hash_table_remove (self->rows, &step);
}

static void
setup_header_cb (AcademyHistoryPage *self,
                 GtkListHeader      *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (AcademyHistoryPage *self,
                GtkListHeader      *header)
{
  AcademyEntry *entry = gtk_list_header_get_item (header);
  GDate date = academy_date_from_instant (academy_entry_get_time (entry));
  GDate today;
  int n_days;
  g_autofree char *day = academy_language_format_date (academy_language_get_default (), &date);

  academy_clock_get_today (&today);
  n_days = g_date_days_between (&date, &today);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       n_days == 0 ? _("Today") : n_days == 1 ? _("Yesterday") : day);
}

static void
setup_net_cb (AcademyHistoryPage *self,
              GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *origin = gtk_label_new (NULL);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (origin), 0);
  gtk_label_set_wrap (GTK_LABEL (origin), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (origin), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (origin, "caption");
  gtk_widget_add_css_class (origin, "dimmed");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), origin);
  gtk_list_item_set_child (item, box);
}

/* Returns what is below a sentence: whose it is, and whether it stays in the file. */
static char *
dup_origin (AcademyHistoryPage   *self,
            const AcademyChanged *changed)
{
  const char *name = changed->organisation != NULL ? g_hash_table_lookup (self->organisations, changed->organisation) : NULL;

  if (!changed->is_private)
    return g_strdup (name != NULL ? name : "");

  return name != NULL ? g_strjoin (" · ", name, _("Private"), NULL) : g_strdup (_("Private"));
}

static void
bind_net_cb (AcademyHistoryPage *self,
             GtkListItem        *item)
{
  AcademyChanged *changed = g_ptr_array_index (self->net, gtk_list_item_get_position (item));
  GtkWidget *text = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *origin = gtk_widget_get_next_sibling (text);
  g_autofree char *below = dup_origin (self, changed);
  g_autofree char *whole = *below != '\0' ? g_strdup_printf ("%s, %s", changed->text, below) : g_strdup (changed->text);

  gtk_label_set_label (GTK_LABEL (text), changed->text);
  gtk_label_set_label (GTK_LABEL (origin), below);
  gtk_widget_set_visible (origin, *below != '\0');
  gtk_list_item_set_activatable (item, changed->exists);
  gtk_list_item_set_accessible_label (item, whole);
}

static void
activate_net_cb (AcademyHistoryPage *self,
                 guint               position)
{
  AcademyChanged *changed = g_ptr_array_index (self->net, position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-item", "(ss)", changed->kind->name, changed->item);
}

/* Shows the visible entries anew: what they name may have come or gone. */
static void
refresh_rows (AcademyHistoryPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_autoptr(AcademyEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->model), gtk_list_item_get_position (item));

      if (entry != NULL)
        show_entry (self, item, entry);
    }
}

static void
read_names (AcademyHistoryPage *self)
{
  g_autoptr(GPtrArray) organisations = academy_store_get_all (self->store, &academy_organisation_kind, NULL, NULL);

  g_hash_table_remove_all (self->organisations);
  for (guint i = 0; organisations != NULL && i < organisations->len; i++)
    g_hash_table_insert (self->organisations, g_strdup (academy_item_get_id (organisations->pdata[i])),
                         academy_organisation_dup_short_name (organisations->pdata[i], academy_language_get_default ()));
}

static void
changed_cb (AcademyHistoryPage *self,
            AcademyChanges     *changes)
{
  if (academy_changes_touch (changes, &academy_organisation_kind))
    read_names (self);
  if (is_net (self))
    read_net (self);
  refresh_rows (self);
  update (self);
}

static void
academy_history_page_dispose (GObject *object)
{
  AcademyHistoryPage *self = ACADEMY_HISTORY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_HISTORY_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->net_texts);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_history_page_parent_class)->dispose (object);
}

static void
academy_history_page_finalize (GObject *object)
{
  AcademyHistoryPage *self = ACADEMY_HISTORY_PAGE (object);

  g_ptr_array_unref (self->net);
  g_hash_table_unref (self->organisations);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->expanded);
  g_free (self->text);

  G_OBJECT_CLASS (academy_history_page_parent_class)->finalize (object);
}

static void
academy_history_page_class_init (AcademyHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_history_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryPage, net_view);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_net_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_net_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_net_cb);
}

static void
academy_history_page_init (AcademyHistoryPage *self)
{
  self->text = g_strdup ("");
  self->net = g_ptr_array_new ();
  self->net_texts = gtk_string_list_new (NULL);
  self->organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->expanded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_typing_clean_line (self->search_entry);
  academy_page_keys_add_search (GTK_WIDGET (self), GTK_WIDGET (self->search_entry));
}

static void
set_list (GtkListView *list_view,
          gpointer     model)
{
  g_autoptr(GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model)));

  gtk_list_view_set_model (list_view, GTK_SELECTION_MODEL (selection));
}

/* Shows all entries again: others see the screen now, or do not any more. */
static void
privacy_cb (AcademyHistoryPage *self)
{
  set_list (self->list_view, self->model);
  filter_changed_cb (self);
}

/**
 * academy_history_page_new:
 * @store: a store
 * @organisation: (nullable): the id of the organisation whose history is shown first;
 *   %NULL for that of all
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
academy_history_page_new (AcademyStore *store,
                          const char   *organisation)
{
  AcademyHistoryPage *self = g_object_new (ACADEMY_TYPE_HISTORY_PAGE, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));

  self->store = g_object_ref (store);
  self->filter = academy_history_filter_new (store, organisation);
  self->model = academy_history_model_new (store);
  read_names (self);
  academy_history_filter_attach (self->filter, self->filter_button);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "read", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (academy_privacy_get (store), "changed", G_CALLBACK (privacy_cb), self, G_CONNECT_SWAPPED);

  filter_changed_cb (self);
  set_list (self->list_view, self->model);
  set_list (self->net_view, self->net_texts);

  return ADW_NAVIGATION_PAGE (self);
}
