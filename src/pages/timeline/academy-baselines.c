/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-baselines.h"

#include <glib/gi18n-lib.h>

#include "academy-baseline.h"
#include "academy-clock.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-span.h"
#include "academy-toast.h"
#include "academy-typing.h"

#define MOST_ROWS 500

static void
append (GMenu      *menu,
        const char *label,
        const char *baseline)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "timeline.baseline", "s", baseline);
  g_menu_append_item (menu, item);
}

/**
 * academy_baselines_fill_menu:
 * @menu: a menu
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for the whole
 *   programme, which compares each organisation with its newest baseline
 *
 * Fills @menu with the baselines to compare a timeline with.
 */
void
academy_baselines_fill_menu (GMenu        *menu,
                             AcademyStore *store,
                             const char   *organisation)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) baselines = NULL;

  g_menu_remove_all (menu);
  append (menu, _("_Nothing"), "");
  if (organisation == NULL)
    {
      append (menu, _("The newest _baselines"), ACADEMY_TIMELINE_NEWEST_BASELINES);
      return;
    }

  baselines = academy_store_get_all (store, &academy_baseline_kind, organisation, &error);
  if (baselines == NULL)
    {
      academy_store_report (store, error);
      return;
    }

  /* Newest first */
  for (guint i = baselines->len; i > 0; i--)
    {
      AcademyItem *baseline = g_ptr_array_index (baselines, i - 1);
      g_autofree char *title = academy_item_dup_title (baseline, academy_language_get_default ());
      g_auto(GStrv) parts = g_strsplit (title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      append (menu, label, academy_item_get_id (baseline));
    }
}

typedef struct {
  AcademyTimelineView *view;
  GtkEditable         *entry;
} Naming;

static void
naming_free (gpointer  data,
             GClosure *closure)
{
  Naming *naming = data;

  g_object_unref (naming->view);
  g_free (naming);
}

/* Compares with a new baseline at once, which is its purpose. */
static void
named_cb (Naming     *naming,
          const char *response)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (naming->view);
  const char *baseline;
  g_autoptr(AcademyEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_str_equal (response, "set"))
    return;

  edit = academy_edit_new (academy_baseline_kind.add);
  baseline = academy_baseline_add (edit, academy_timeline_model_get_organisation (model),
                                   gtk_editable_get_text (naming->entry));
  if (!academy_store_apply (academy_timeline_model_get_store (model), edit, &error))
    {
      academy_toast_show_error (GTK_WIDGET (naming->view), error);
      return;
    }

  g_object_set (naming->view, "baseline", baseline, NULL);
  academy_toast_show (GTK_WIDGET (naming->view), _("Baseline set, and compared with"));
}

static void
name_changed_cb (GtkEditable    *entry,
                 AdwAlertDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "set", *name != '\0');
}

/**
 * academy_baselines_set:
 * @view: a timeline of one organisation
 *
 * Asks for a name, sets a baseline with the present dates, and compares @view
 * with it from then on.
 */
void
academy_baselines_set (AcademyTimelineView *view)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Set baseline"),
                                            _("The dates of the plan are kept as they are now, to compare with later."));
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *list = gtk_list_box_new ();
  Naming *naming = g_new0 (Naming, 1);
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;
  GDate today;

  academy_clock_get_today (&today);
  date = academy_language_format_date (academy_language_get_default (), &today);
  /* Translators: the name of a baseline that is set today */
  name = g_strdup_printf (_("Plan of %s"), date);

  naming->view = g_object_ref (view);
  naming->entry = GTK_EDITABLE (entry);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Name"));
  academy_typing_clean_line (GTK_EDITABLE (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "set", _("_Set"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "set", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "set");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_dialog_set_focus (dialog, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (named_cb), naming, naming_free, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (view));
}

static char *
describe (const AcademyBaselineChange *change)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *before =
    academy_span_format (&(AcademySpan) { .start = change->before.start, .end = change->before.end }, language);
  g_autofree char *now =
    academy_span_format (&(AcademySpan) { .start = change->now.start, .end = change->now.end }, language);

  switch (change->state)
    {
    case ACADEMY_BASELINE_REMOVED:
      /* Translators: the dates of what is no longer in the plan */
      return g_strdup_printf (_("%s · no longer in the plan"), before);
    case ACADEMY_BASELINE_ADDED:
      /* Translators: the dates of what was not in the plan */
      return g_strdup_printf (_("%s · new since"), now);
    case ACADEMY_BASELINE_SLIPPED:
    case ACADEMY_BASELINE_EARLIER:
      /* Translators: the dates before, the dates now */
      return g_strdup_printf (_("%s → %s"), before, now);
    case ACADEMY_BASELINE_UNCHANGED:
    default:
      return g_steal_pointer (&now);
    }
}

static char *
describe_slip (const AcademyBaselineChange *change)
{
  if (change->state == ACADEMY_BASELINE_SLIPPED)
    return g_strdup_printf (ngettext ("%d day later", "%d days later", change->slip), change->slip);
  if (change->state == ACADEMY_BASELINE_EARLIER)
    return g_strdup_printf (ngettext ("%d day earlier", "%d days earlier", -change->slip), -change->slip);

  return NULL;
}

static void
row_activated_cb (GtkWidget           *row,
                  AcademyTimelineView *view)
{
  adw_dialog_close (ADW_DIALOG (gtk_widget_get_ancestor (row, ADW_TYPE_DIALOG)));
  academy_timeline_view_show_item (view, gtk_widget_get_name (row));
}

static GtkWidget *
create_row (const AcademyBaselineChange *change,
            AcademyTimelineView         *view)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (change);
  g_autofree char *slip = describe_slip (change);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), change->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_name (row, change->id);
  if (slip != NULL)
    {
      GtkWidget *label = gtk_label_new (slip);

      if (change->state == ACADEMY_BASELINE_SLIPPED)
        gtk_widget_add_css_class (label, "overdue");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  if (change->state != ACADEMY_BASELINE_REMOVED)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), view, 0);
    }

  return row;
}

/* Lists the longest slips, up to a limit. */
static GtkWidget *
create_list (AcademyTimelineView *view,
             GPtrArray           *changes)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  guint n_shown = 0;

  for (guint i = 0; i < changes->len && n_shown < MOST_ROWS; i++)
    {
      const AcademyBaselineChange *change = g_ptr_array_index (changes, i);

      if (change->state == ACADEMY_BASELINE_UNCHANGED)
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (change, view));
      n_shown++;
    }

  if (n_shown == 0)
    {
      GtkWidget *empty = adw_status_page_new ();

      adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "object-select-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("Nothing has slipped"));
      adw_status_page_set_description (ADW_STATUS_PAGE (empty), _("Everything ends on the day on which it ended by the baseline."));
      return empty;
    }

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

/* Opens the form of the baseline, with its name, notes and a button to delete it. */
static void
edit_cb (GtkWidget   *button,
         AcademyItem *baseline)
{
  AcademyTimelineView *view = g_object_get_data (G_OBJECT (button), "view");
  AcademyStore *store = academy_timeline_model_get_store (academy_timeline_view_get_model (view));

  adw_dialog_close (ADW_DIALOG (gtk_widget_get_ancestor (button, ADW_TYPE_DIALOG)));
  adw_dialog_present (academy_item_dialog_new (store, baseline, GTK_WIDGET (view)), GTK_WIDGET (view));
}

static GtkWidget *
create_header (AcademyTimelineView *view,
               AcademyItem         *baseline)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_set_tooltip_text (button, _(academy_baseline_kind.change));
  g_object_set_data (G_OBJECT (button), "view", view);
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), baseline, 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);

  return header;
}

/**
 * academy_baselines_show_slips:
 * @view: a timeline of one organisation
 * @baseline: the id of a baseline
 *
 * Lists the differences from the baseline, the longest slip first.
 */
void
academy_baselines_show_slips (AcademyTimelineView *view,
                              const char          *baseline)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (view);
  AcademyStore *store = academy_timeline_model_get_store (model);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes =
    academy_baseline_compare (store, academy_timeline_model_get_organisation (model), baseline, &error);
  g_autoptr(AcademyItem) item = NULL;
  g_autofree char *title = NULL;
  AdwDialog *dialog;
  GtkWidget *toolbar;

  if (changes != NULL)
    item = academy_store_get (store, &academy_baseline_kind, baseline, &error);
  if (item == NULL)
    {
      academy_toast_show_error (GTK_WIDGET (view), error);
      return;
    }

  title = academy_item_dup_title (item, academy_language_get_default ());
  dialog = adw_dialog_new ();
  /* Keep a reference for the button, which holds none. */
  g_object_set_data_full (G_OBJECT (dialog), "baseline", g_object_ref (item), g_object_unref);
  toolbar = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), create_header (view, item));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), create_list (view, changes));
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 600);
  adw_dialog_set_child (dialog, toolbar);
  adw_dialog_present (dialog, GTK_WIDGET (view));
}
