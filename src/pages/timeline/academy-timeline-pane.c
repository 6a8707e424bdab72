/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-pane.h"

#include <glib/gi18n-lib.h>

#include "academy-baselines.h"
#include "academy-draft.h"
#include "academy-hints-button.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-page-keys.h"
#include "academy-timeline-output.h"
#include "academy-toast.h"
#include "academy-typing.h"

struct _AcademyTimelinePane {
  AdwBin               parent_instance;

  /* Owned */
  AcademyStore        *store;
  GMenu               *baselines;
  AcademyItem         *begun;

  /* Borrowed */
  const char          *organisation;
  AcademyTimelineView *view;
  AdwBreakpoint       *narrow;
  GtkWidget           *search_bar;
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
message_cb (AcademyTimelinePane *self,
            const char          *text,
            const char          *button,
            const char          *action)
{
  if (g_strcmp0 (action, "win.undo") == 0)
    academy_toast_show_undo (GTK_WIDGET (self), self->store, text);
  else if (button != NULL)
    g_set_weak_pointer (&self->offer, academy_toast_show_button (GTK_WIDGET (self->view), text, button, action));
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
search_changed_cb (AcademyTimelinePane *self,
                   GtkSearchEntry      *entry)
{
  g_object_set (self->view, "search", gtk_editable_get_text (GTK_EDITABLE (entry)), NULL);
}

/* Hides the search bar, which clears the search. */
static void
stop_search_cb (AcademyTimelinePane *self)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTimelinePane *self = ACADEMY_TIMELINE_PANE (widget);

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_widget_grab_focus (gtk_search_bar_get_child (GTK_SEARCH_BAR (self->search_bar)));
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
  academy_baselines_set (ACADEMY_TIMELINE_PANE (widget)->view);
}

static void
show_slips_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AcademyTimelinePane *self = ACADEMY_TIMELINE_PANE (widget);
  g_autofree char *baseline = get_baseline (self);

  academy_baselines_show_slips (self->view, baseline);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  academy_timeline_output_export (ACADEMY_TIMELINE_PANE (widget)->view);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  academy_timeline_output_print (ACADEMY_TIMELINE_PANE (widget)->view);
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
changed_cb (AcademyTimelinePane *self,
            AcademyChanges      *changes)
{
  g_autofree char *baseline = get_baseline (self);
  const AcademyChange *change = academy_changes_find (changes, baseline);

  /* The offer was about the previous edit. */
  if (self->offer != NULL)
    adw_toast_dismiss (self->offer);
  if (change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    g_object_set (self->view, "baseline", "", NULL);
  if (!academy_changes_touch (changes, &academy_baseline_kind))
    return;

  academy_baselines_fill_menu (self->baselines, self->store, self->organisation);
  /* The newest baseline may be another one now, with other dates. */
  if (*baseline != '\0' && (change == NULL || change->type != ACADEMY_CHANGE_REMOVED))
    g_object_set (self->view, "baseline", baseline, NULL);
}

static void
academy_timeline_pane_dispose (GObject *object)
{
  AcademyTimelinePane *self = ACADEMY_TIMELINE_PANE (object);

  g_clear_weak_pointer (&self->offer);
  g_clear_object (&self->begun);
  g_clear_object (&self->baselines);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_timeline_pane_parent_class)->dispose (object);
}

static void
academy_timeline_pane_class_init (AcademyTimelinePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_timeline_pane_dispose;

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
  self->baselines = g_menu_new ();
  academy_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *icon,
            const char *tooltip,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               const char *token)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", token);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (AcademyTimelinePane *self,
             gboolean             programme)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) grouping = g_menu_new ();
  g_autoptr(GMenu) filter = g_menu_new ();
  g_autoptr(GMenu) order = g_menu_new ();
  g_autoptr(GMenu) direction = g_menu_new ();
  g_autoptr(GMenu) zoom = g_menu_new ();
  g_autoptr(GMenu) baselines = g_menu_new ();
  g_autoptr(GMenu) output = g_menu_new ();

  if (programme)
    {
      g_autoptr(GMenuItem) fold = g_menu_item_new (_("_Fold all"), NULL);
      g_autoptr(GMenuItem) unfold = g_menu_item_new (_("Unfo_ld all"), NULL);

      g_menu_item_set_action_and_target (fold, "timeline.fold-all", "b", TRUE);
      g_menu_item_set_action_and_target (unfold, "timeline.fold-all", "b", FALSE);
      g_menu_append_item (grouping, fold);
      g_menu_append_item (grouping, unfold);
    }
  else
    {
      append_choice (grouping, _("_No groups"), "timeline.group-by", "none");
      append_choice (grouping, _("By impact _goal"), "timeline.group-by", "goal");
      append_choice (grouping, _("By _owner role"), "timeline.group-by", "owner");
    }
  g_menu_append_section (menu, programme ? _("Organisations") : _("Grouping"), G_MENU_MODEL (grouping));

  append_choice (filter, _("_All measures"), "timeline.filter", "all");
  append_choice (filter, _("_Unfinished"), "timeline.filter", "unfinished");
  append_choice (filter, _("O_verdue"), "timeline.filter", "overdue");
  g_menu_append_section (menu, _("Show"), G_MENU_MODEL (filter));

  append_choice (order, _("_Start date"), "timeline.order", "start");
  append_choice (order, _("_End date"), "timeline.order", "end");
  append_choice (order, _("_Title"), "timeline.order", "title");
  append_choice (order, _("O_wner role"), "timeline.order", "owner");
  append_choice (order, _("Stat_us"), "timeline.order", "status");
  append_choice (order, _("_Progress"), "timeline.order", "progress");
  append_choice (order, _("P_riority"), "timeline.order", "priority");
  append_choice (order, _("Impact _goals"), "timeline.order", "goals");
  append_choice (order, _("Person-da_ys"), "timeline.order", "person-days");
  append_choice (order, _("_Cost"), "timeline.order", "cost");
  append_choice (order, _("Depends o_n"), "timeline.order", "depends");
  g_menu_append (direction, _("_Descending"), "timeline.descending");
  g_menu_append_section (order, NULL, G_MENU_MODEL (direction));
  g_menu_append_submenu (menu, _("Or_der by"), G_MENU_MODEL (order));

  g_menu_append (zoom, _("Zoom _in"), "timeline.zoom-in");
  g_menu_append (zoom, _("Zoom ou_t"), "timeline.zoom-out");
  g_menu_append (zoom, _("Show the whole _plan"), "timeline.fit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (zoom));

  g_menu_append_submenu (baselines, _("_Compare with"), G_MENU_MODEL (self->baselines));
  if (!programme)
    {
      g_menu_append (baselines, _("W_hat slipped"), "pane.show-slips");
      g_menu_append (baselines, _("Set _baseline…"), "pane.set-baseline");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (baselines));

  g_menu_append (output, _("E_xport picture or PDF…"), "pane.export");
  g_menu_append (output, _("P_rint…"), "pane.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (output));

  return G_MENU_MODEL (menu);
}

static GtkWidget *
create_search_bar (AcademyTimelinePane *self)
{
  GtkWidget *bar = gtk_search_bar_new ();
  GtkWidget *entry = gtk_search_entry_new ();

  academy_typing_clean_line (GTK_EDITABLE (entry));
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _("Title or owner role"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find measures"), -1);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (bar), GTK_EDITABLE (entry));
  gtk_search_bar_set_child (GTK_SEARCH_BAR (bar), entry);

  return bar;
}

/* Hides the zoom buttons, since touch and the menu can zoom too. */
static void
hide_when_narrow (AcademyTimelinePane *self,
                  GtkWidget           *button)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  adw_breakpoint_add_setter (self->narrow, G_OBJECT (button), "visible", &value);
}

static GtkWidget *
create_toolbar (AcademyTimelinePane *self,
                gboolean             programme)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *today = gtk_button_new_with_label (_("Today"));
  GtkWidget *search = gtk_toggle_button_new ();
  GtkWidget *table = gtk_toggle_button_new ();
  GtkWidget *options = gtk_menu_button_new ();
  GtkWidget *space = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  g_autoptr(GMenuModel) menu = create_menu (self, programme);

  gtk_widget_add_css_class (box, "toolbar");
  gtk_widget_set_tooltip_text (today, _("Go to today (T)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "timeline.today");
  gtk_box_append (GTK_BOX (box), today);
  hide_when_narrow (self, add_button (box, "zoom-out-symbolic", _("Zoom out (Ctrl+−)"), "timeline.zoom-out"));
  hide_when_narrow (self, add_button (box, "zoom-in-symbolic", _("Zoom in (Ctrl++)"), "timeline.zoom-in"));
  hide_when_narrow (self, add_button (box, "zoom-fit-best-symbolic", _("Show the whole plan (Ctrl+0)"), "timeline.fit"));

  gtk_widget_add_css_class (space, "spacer");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (box), space);

  add_button (box, "list-add-symbolic", _("Add measure (Insert)"), "timeline.add");
  gtk_box_append (GTK_BOX (box), academy_hints_button_new (self->view));
  gtk_button_set_icon_name (GTK_BUTTON (search), "system-search-symbolic");
  gtk_widget_set_tooltip_text (search, _("Find measures (Ctrl+F)"));
  g_object_bind_property (search, "active", self->search_bar, "search-mode-enabled",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), search);

  gtk_button_set_icon_name (GTK_BUTTON (table), "view-list-symbolic");
  gtk_widget_set_tooltip_text (table, _("Show as a table"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (table), "timeline.table");
  gtk_box_append (GTK_BOX (box), table);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (options), "view-more-symbolic");
  gtk_widget_set_tooltip_text (options, _("Timeline menu"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (options), menu);
  gtk_box_append (GTK_BOX (box), options);

  return box;
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
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bin = adw_breakpoint_bin_new ();

  self->narrow = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 480sp"));
  gtk_widget_set_size_request (bin, 300, 200);
  self->store = g_object_ref (store);
  self->view = ACADEMY_TIMELINE_VIEW (academy_timeline_view_new (model));
  self->search_bar = create_search_bar (self);
  gtk_box_append (GTK_BOX (header), create_toolbar (self, organisation == NULL));
  gtk_box_append (GTK_BOX (header), self->search_bar);
  academy_timeline_view_set_header (self->view, header);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), self->narrow);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), bin);

  self->organisation = academy_timeline_model_get_organisation (model);
  academy_baselines_fill_menu (self->baselines, store, organisation);
  update_actions (self);
  g_signal_connect_object (self->view, "notify::baseline", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "open-item", G_CALLBACK (open_item_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
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
