/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-pane.h"

#include <glib/gi18n-lib.h>

#include "academy-baseline-dialog.h"
#include "academy-date.h"
#include "academy-draft.h"
#include "academy-export-dialog.h"
#include "academy-hints-button.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-late-menu.h"
#include "academy-page-keys.h"
#include "academy-slips-dialog.h"
#include "academy-toast.h"
#include "academy-typing.h"

struct _AcademyTimelinePane {
  AdwBin               parent_instance;

  /* Template children */
  GtkWidget           *header;
  GtkButton           *today;
  AcademyHintsButton  *hints_button;
  GtkSearchBar        *search_bar;
  GtkEditable         *search_entry;
  GtkMenuButton       *menu_button;
  GMenuModel          *menu;
  GMenu               *folding;
  GMenu               *grouping;
  GMenu               *comparison;
  GMenu               *baselines;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *begun;
  char                *offered_action;

  /* Borrowed */
  const char          *organisation;
  AcademyTimelineView *view;
  AdwToast            *offer;
};

G_DEFINE_FINAL_TYPE (AcademyTimelinePane, academy_timeline_pane, ADW_TYPE_BIN)

/**
 * AcademyTimelinePane:
 *
 * A timeline with its tools: going to today, zooming, searching, choosing what to
 * show, comparing with a baseline, and hints.
 *
 * Keys: Ctrl+F searches, Escape in the search entry returns to the rows; Ctrl+P
 * prints.
 */

static const AcademyPageKey keys[] = {
  { GDK_KEY_f, GDK_CONTROL_MASK, "pane.find" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "pane.print" },
};

/* Names the line of the day by which the plan is judged. */
static void
update_today (AcademyTimelinePane *self)
{
  AcademyDay status_date = academy_store_get_status_date (self->store);
  GDate date;
  g_autofree char *day = NULL;
  g_autofree char *tooltip = NULL;

  if (status_date != 0)
    {
      date = academy_date_from_julian (status_date);
      day = academy_language_format_date (academy_language_get_default (), &date);
      /* Translators: a date */
      tooltip = g_strdup_printf (_("Go to the status date, %s (T)"), day);
    }

  gtk_button_set_label (self->today, status_date != 0 ? _("Status date") : _("Today"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->today), tooltip != NULL ? tooltip : _("Go to today (T)"));
}

/* Selects a new item that was saved in the dialog. */
static void
dialog_closed_cb (AcademyTimelinePane *self)
{
  g_autoptr(AcademyItem) begun = g_steal_pointer (&self->begun);

  if (begun != NULL && !academy_draft_is (begun))
    academy_timeline_view_show_item (self->view, academy_item_get_id (begun));
}

static void
open_item_cb (AcademyTimelinePane *self,
              AcademyItem         *item)
{
  AdwDialog *dialog = academy_item_dialog_new (self->store, item, GTK_WIDGET (self));

  g_clear_object (&self->begun);
  if (academy_draft_is (item))
    self->begun = g_object_ref (item);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (dialog_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
offer_accepted_cb (AcademyTimelinePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), self->offered_action, NULL);
}

/* A toast cannot activate the action itself, since it is outside the view. */
static void
show_offer (AcademyTimelinePane *self,
            const char          *text,
            const char          *button,
            const char          *action)
{
  AdwToast *toast = academy_toast_new_offer (text, button);

  g_set_str (&self->offered_action, action);
  g_set_weak_pointer (&self->offer, toast);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (offer_accepted_cb), self, G_CONNECT_SWAPPED);
  academy_toast_present (GTK_WIDGET (self), toast);
}

static void
message_cb (AcademyTimelinePane *self,
            const char          *text,
            const char          *button,
            const char          *action)
{
  if (g_strcmp0 (action, "win.undo") == 0)
    academy_toast_show_undo (GTK_WIDGET (self), self->store, text);
  else if (button != NULL)
    show_offer (self, text, button, action);
  else
    academy_toast_show (GTK_WIDGET (self), text);
}

static void
failed_cb (AcademyTimelinePane *self,
           GError              *error)
{
  academy_toast_show_error (GTK_WIDGET (self), error);
}

static void
search_changed_cb (AcademyTimelinePane *self)
{
  g_object_set (self->view, "search", gtk_editable_get_text (self->search_entry), NULL);
}

/* Hides the search bar, which clears the search. */
static void
stop_search_cb (AcademyTimelinePane *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTimelinePane *self = ACADEMY_TIMELINE_PANE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static char *
get_baseline (AcademyTimelinePane *self)
{
  char *baseline;

  g_object_get (self->view, "baseline", &baseline, NULL);
  return baseline;
}

static void
set_baseline_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  adw_dialog_present (academy_baseline_dialog_new (ACADEMY_TIMELINE_PANE (widget)->view), widget);
}

static void
show_slips_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AcademyTimelinePane *self = ACADEMY_TIMELINE_PANE (widget);
  g_autofree char *baseline = get_baseline (self);
  g_autoptr(GError) error = NULL;
  AdwDialog *dialog = academy_slips_dialog_new (self->view, baseline, &error);

  if (dialog != NULL)
    adw_dialog_present (dialog, widget);
  else
    academy_toast_show_error (widget, error);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_dialog_present (academy_export_dialog_new (ACADEMY_TIMELINE_PANE (widget)->view, FALSE), widget);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  adw_dialog_present (academy_export_dialog_new (ACADEMY_TIMELINE_PANE (widget)->view, TRUE), widget);
}

/* Slips are shown only against the current baseline. */
static void
update_actions (AcademyTimelinePane *self)
{
  g_autofree char *baseline = get_baseline (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.set-baseline",
                                 self->organisation != NULL && !academy_store_is_read_only (self->store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.show-slips", self->organisation != NULL && *baseline != '\0');
}

static void
append_baseline (AcademyTimelinePane *self,
                 const char          *label,
                 const char          *baseline)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "timeline.baseline", "s", baseline);
  g_menu_append_item (self->baselines, item);
}

/* The whole programme compares each organisation with its newest baseline. */
static void
fill_baselines (AcademyTimelinePane *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) baselines = NULL;

  g_menu_remove_all (self->baselines);
  append_baseline (self, _("_Nothing"), "");
  if (self->organisation == NULL)
    {
      append_baseline (self, _("The newest _baselines"), ACADEMY_TIMELINE_NEWEST_BASELINES);
      return;
    }

  baselines = academy_store_get_all (self->store, &academy_baseline_kind, self->organisation, &error);
  if (baselines == NULL)
    {
      academy_store_report (self->store, error);
      return;
    }

  /* Begin with the newest. */
  for (guint i = baselines->len; i > 0; i--)
    {
      AcademyItem *baseline = g_ptr_array_index (baselines, i - 1);
      g_autofree char *title = academy_item_dup_title (baseline, academy_language_get_default ());
      g_auto(GStrv) parts = g_strsplit (title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      append_baseline (self, label, academy_item_get_id (baseline));
    }
}

static void
changed_cb (AcademyTimelinePane *self,
            AcademyChanges      *changes)
{
  g_autofree char *baseline = get_baseline (self);
  const AcademyChange *change = academy_changes_find (changes, baseline);

  /* Withdraw the offer, which was about the previous edit. */
  if (self->offer != NULL)
    adw_toast_dismiss (self->offer);
  if (change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    g_object_set (self->view, "baseline", "", NULL);
  if (!academy_changes_touch (changes, &academy_baseline_kind))
    return;

  fill_baselines (self);
  /* Set it again: the newest baseline may be another one now, with other dates. */
  if (*baseline != '\0' && (change == NULL || change->type != ACADEMY_CHANGE_REMOVED))
    g_object_set (self->view, "baseline", baseline, NULL);
}

static void
academy_timeline_pane_dispose (GObject *object)
{
  AcademyTimelinePane *self = ACADEMY_TIMELINE_PANE (object);

  g_clear_weak_pointer (&self->offer);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACADEMY_TYPE_TIMELINE_PANE);
  g_clear_object (&self->begun);
  g_clear_pointer (&self->offered_action, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_timeline_pane_parent_class)->dispose (object);
}

static void
academy_timeline_pane_class_init (AcademyTimelinePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_timeline_pane_dispose;

  g_type_ensure (ACADEMY_TYPE_HINTS_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-timeline-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, header);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, today);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, hints_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, menu);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, folding);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, grouping);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, comparison);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelinePane, baselines);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);

  gtk_widget_class_install_action (widget_class, "pane.set-baseline", NULL, set_baseline_action);
  gtk_widget_class_install_action (widget_class, "pane.show-slips", NULL, show_slips_action);
  gtk_widget_class_install_action (widget_class, "pane.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "pane.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "pane.find", NULL, find_action);
  /* The menu shows the keys of this binding. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "pane.print", NULL);
}

static void
academy_timeline_pane_init (AcademyTimelinePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_late_menu_attach (self->menu_button, self->menu);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  academy_typing_clean_line (self->search_entry);
  academy_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

/* Keeps what applies: the programme has organisations to fold, an organisation
 * has groups and baselines of its own. */
static void
adapt_menu (AcademyTimelinePane *self)
{
  if (self->organisation != NULL)
    return;

  g_menu_append (self->folding, _("_Fold all"), "timeline.fold-all(true)");
  g_menu_append (self->folding, _("Unfo_ld all"), "timeline.fold-all(false)");
  g_menu_remove_all (self->grouping);
  while (g_menu_model_get_n_items (G_MENU_MODEL (self->comparison)) > 1)
    g_menu_remove (self->comparison, 1);
}

/**
 * academy_timeline_pane_new:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for the whole
 *   programme
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
academy_timeline_pane_new (AcademyStore *store,
                           const char   *organisation)
{
  AcademyTimelinePane *self = g_object_new (ACADEMY_TYPE_TIMELINE_PANE, NULL);
  g_autoptr(AcademyTimelineModel) model = academy_timeline_model_new (store, organisation);

  self->store = g_object_ref (store);
  self->organisation = academy_timeline_model_get_organisation (model);
  self->view = ACADEMY_TIMELINE_VIEW (academy_timeline_view_new (model));
  academy_hints_button_set_view (self->hints_button, self->view);
  academy_timeline_view_set_header (self->view, self->header);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->view));

  adapt_menu (self);
  fill_baselines (self);
  update_actions (self);
  update_today (self);
  g_signal_connect_object (store, "day-changed", G_CALLBACK (update_today), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::baseline", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "open-item", G_CALLBACK (open_item_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * academy_timeline_pane_set_organisation:
 * @self: a visible pane of an organisation
 * @organisation: the id of another organisation
 *
 * Shows the timeline of @organisation, all of it; see
 * academy_timeline_view_set_organisation().
 */
void
academy_timeline_pane_set_organisation (AcademyTimelinePane *self,
                                        const char          *organisation)
{
  if (self->offer != NULL)
    adw_toast_dismiss (self->offer);
  g_clear_object (&self->begun);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (self->search_entry, "");
  academy_timeline_view_set_organisation (self->view, organisation);
  self->organisation = academy_timeline_model_get_organisation (academy_timeline_view_get_model (self->view));
  fill_baselines (self);
  update_actions (self);
}

/**
 * academy_timeline_pane_get_view:
 * @self: a pane
 *
 * Returns: (transfer none): its timeline
 */
AcademyTimelineView *
academy_timeline_pane_get_view (AcademyTimelinePane *self)
{
  return self->view;
}
