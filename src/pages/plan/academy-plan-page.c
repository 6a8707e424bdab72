/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-plan-page.h"

#include <glib/gi18n-lib.h>

#include "academy-click.h"
#include "academy-clock.h"
#include "academy-column.h"
#include "academy-commands.h"
#include "academy-context-menu.h"
#include "academy-dependencies.h"
#include "academy-draft.h"
#include "academy-duplicate.h"
#include "academy-form.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-measure-row.h"
#include "academy-progress.h"
#include "academy-section.h"
#include "academy-timeline-pane.h"
#include "academy-toast.h"

struct _AcademyPlanPage {
  AdwBin                 parent_instance;

  /* Template children */
  GtkStack               *view_stack;
  AdwBin                 *timeline_bin;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage      *content_page;
  GtkStack               *list_stack;
  GtkStack               *form_stack;
  GtkListView            *list_view;
  GtkLabel               *progress_label;
  GtkWidget              *delete_button;

  /* Owned */
  AcademyStore           *store;
  AcademyItem            *organisation;
  AcademyList            *measures;
  GtkSingleSelection     *selection;

  /* Borrowed */
  AcademyColumn          *plan_column;
  AcademyColumn          *measure_column;
  AcademyForm            *plan_form;
  AcademyForm            *measure_form;
  AcademyDependencies    *dependencies;

  /* The position of the shown measure in the list, or its last one. */
  guint                   position;
};

G_DEFINE_FINAL_TYPE (AcademyPlanPage, academy_plan_page, ADW_TYPE_BIN)

/**
 * AcademyPlanPage:
 *
 * The action plan of an organisation: a list of its measures, and beside it the
 * form of the selected measure with its dependencies, or that of the plan itself
 * with its milestones and pilot. A narrow page shows one of them at a time.
 *
 * Keys: Ctrl+N adds a measure, Delete in the list deletes the selected one, Enter
 * moves to its form, Escape leaves a draft.
 */

static AcademyItem *
get_measure (AcademyPlanPage *self)
{
  return academy_form_get_item (self->measure_form);
}

static void
update_title (AcademyPlanPage *self)
{
  AcademyItem *measure = get_measure (self);
  g_autofree char *title = NULL;

  if (measure != NULL)
    title = academy_item_dup_title (measure, academy_language_get_default ());

  adw_navigation_page_set_title (self->content_page, title != NULL ? title : _("Action plan"));
}

static void
show_measure (AcademyPlanPage *self,
              AcademyItem     *measure)
{
  academy_form_set_item (self->measure_form, measure);
  academy_dependencies_set_measure (self->dependencies, measure);
  gtk_stack_set_visible_child_name (self->form_stack, measure != NULL ? "measure" : "plan");
  gtk_widget_set_visible (self->delete_button, measure != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.delete",
                                 measure != NULL && !academy_store_is_read_only (self->store));
  update_title (self);
}

static void
select_measure (AcademyPlanPage *self,
                AcademyItem     *measure)
{
  guint position;

  if (academy_list_find (self->measures, academy_item_get_id (measure), &position))
    gtk_single_selection_set_selected (self->selection, position);
}

static gboolean
is_focus_in_list (AcademyPlanPage *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) != NULL;
}

static void
focus_in_list (AcademyPlanPage *self,
               guint            position)
{
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
show_in_list (AcademyPlanPage *self,
              AcademyItem     *measure)
{
  guint position;

  if (!academy_list_find (self->measures, academy_item_get_id (measure), &position))
    return;

  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
  if (is_focus_in_list (self))
    focus_in_list (self, position);
}

/* Shows the selected measure. While a measure moves in the list nothing is
 * selected, and its form stays. */
static void
selected_cb (AcademyPlanPage *self)
{
  AcademyItem *measure = gtk_single_selection_get_selected_item (self->selection);
  AcademyItem *before = get_measure (self);

  if (measure == NULL || measure == before)
    return;

  if (before != NULL && !academy_form_flush (self->measure_form))
    {
      academy_toast_show (GTK_WIDGET (self), _("Correct what is marked before going elsewhere"));
      select_measure (self, before);
      return;
    }

  show_measure (self, measure);
  self->position = gtk_single_selection_get_selected (self->selection);
}

/* Selects the measure again after it moved in the list, and scrolls to it. */
static void
items_changed_cb (AcademyPlanPage *self)
{
  AcademyItem *measure = get_measure (self);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->measures));
  gboolean moved = gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION;

  gtk_stack_set_visible_child_name (self->list_stack, n_items > 0 ? "list" : "empty");
  if (measure == NULL)
    return;

  select_measure (self, measure);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    return;

  self->position = gtk_single_selection_get_selected (self->selection);
  if (moved)
    gtk_list_view_scroll_to (self->list_view, self->position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
activate_cb (AcademyPlanPage *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
show_plan_cb (AcademyPlanPage *self)
{
  if (!academy_form_flush (self->measure_form))
    {
      academy_toast_show (GTK_WIDGET (self), _("Correct what is marked before going elsewhere"));
      return;
    }

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  show_measure (self, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
update_progress (AcademyPlanPage *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AcademyProgress progress;
  g_autoptr(GError) error = NULL;
  g_autofree char *measures = NULL;
  g_autofree char *days = NULL;
  g_autofree char *cost = NULL;
  g_autofree char *text = NULL;
  GDate today;

  academy_clock_get_today (&today);
  if (!academy_progress_read (&progress, self->store, academy_item_get_id (self->organisation), &today, &error))
    {
      academy_store_report (self->store, error);
      return;
    }

  measures = academy_language_format_number (language, progress.measures);
  days = academy_language_format_decimal (language, progress.person_days);
  cost = academy_language_format_money (language, progress.cost);
  /* Translators: number of measures, person-days, amount of money */
  text = g_strdup_printf (_("Measures: %s · Person-days: %s · %s"), measures, days, cost);
  gtk_label_set_label (self->progress_label, text);
}

/* Selects the measure that is now at the position of a deleted one. */
static void
select_neighbour (AcademyPlanPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->measures));

  if (n_items > 0)
    gtk_list_view_scroll_to (self->list_view, MIN (self->position, n_items - 1), GTK_LIST_SCROLL_SELECT, NULL);
}

static void
changed_cb (AcademyPlanPage *self,
            AcademyChanges  *changes)
{
  AcademyItem *measure = get_measure (self);
  const AcademyChange *change = measure != NULL ? academy_changes_find (changes, academy_item_get_id (measure)) : NULL;

  if (change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    {
      show_measure (self, NULL);
      adw_navigation_split_view_set_show_content (self->split_view, FALSE);
      select_neighbour (self);
    }

  update_title (self);
  if (academy_changes_touch (changes, &academy_measure_kind))
    update_progress (self);
}

static AcademyTimelineView *
get_timeline (AcademyPlanPage *self)
{
  GtkWidget *pane = adw_bin_get_child (self->timeline_bin);

  return pane != NULL ? academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane)) : NULL;
}

/* Creates the timeline when it is first shown. */
static void
show_timeline (AcademyPlanPage *self)
{
  AcademyItem *measure = get_measure (self);

  academy_form_flush (self->measure_form);
  if (get_timeline (self) == NULL)
    adw_bin_set_child (self->timeline_bin,
                       academy_timeline_pane_new (self->store, academy_item_get_id (self->organisation)));
  if (measure != NULL)
    academy_timeline_view_select_item (get_timeline (self), academy_item_get_id (measure));
}

/* Carries the selection over from the timeline. */
static void
show_measures (AcademyPlanPage *self)
{
  g_autoptr(AcademyItem) current = NULL;

  if (get_timeline (self) == NULL)
    return;

  current = academy_timeline_view_get_current (get_timeline (self));
  if (current != NULL && academy_item_get_kind (current) == &academy_measure_kind)
    select_measure (self, current);
}

static void
view_changed_cb (AcademyPlanPage *self)
{
  if (academy_plan_page_is_timeline_shown (self))
    show_timeline (self);
  else
    show_measures (self);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (widget);
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(GError) error = NULL;

  if (academy_plan_page_is_timeline_shown (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (get_timeline (self)), "timeline.add", NULL);
      return;
    }
  if (!academy_form_flush (self->measure_form))
    {
      academy_toast_show (widget, _("Correct what is marked before going elsewhere"));
      return;
    }

  measure = academy_draft_new (self->store, &academy_measure_kind, self->organisation, &error);
  if (measure == NULL)
    {
      academy_toast_show_error (widget, error);
      return;
    }

  /* A draft appears in the list when its first value is saved. */
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  show_measure (self, measure);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  academy_form_start (self->measure_form, "title");
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (widget);
  AcademyItem *measure = get_measure (self);
  gboolean in_list;

  if (measure == NULL)
    return;

  /* Save typed values first, so that an undo of the deletion restores them too. */
  academy_form_flush (self->measure_form);
  if (academy_draft_is (measure))
    {
      show_measure (self, NULL);
      return;
    }

  in_list = is_focus_in_list (self);
  if (academy_command_delete (widget, self->store, measure) && in_list && get_measure (self) != NULL)
    focus_in_list (self, self->position);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  academy_form_start (self->measure_form, "title");
}

/* Selects the copy, to be edited next. */
static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (widget);
  AcademyItem *measure = get_measure (self);
  g_autoptr(AcademyItem) copy = NULL;
  guint position;

  if (measure == NULL)
    return;
  if (!academy_form_flush (self->measure_form))
    {
      academy_toast_show (widget, _("Correct what is marked before going elsewhere"));
      return;
    }

  copy = academy_command_duplicate (widget, self->store, measure);
  if (copy != NULL && academy_list_find (self->measures, academy_item_get_id (copy), &position))
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
}

/* Selects the measure of the menu, so that people see which one it acts on. */
static GMenuModel *
create_context_menu (GtkWidget *widget,
                     GtkWidget *target,
                     gpointer   data)
{
  AcademyPlanPage *self = data;
  AcademyItem *measure = academy_measure_row_find (widget, target);
  GMenu *menu;

  if (measure == NULL)
    return NULL;
  select_measure (self, measure);
  if (get_measure (self) != measure)
    return NULL;

  menu = g_menu_new ();
  g_menu_append (menu, _("_Open"), "plan.open");
  g_menu_append (menu, _("D_uplicate"), "plan.duplicate");
  academy_context_menu_append_apart (menu, _("De_lete"), "plan.delete");

  return G_MENU_MODEL (menu);
}

static void
academy_plan_page_dispose (GObject *object)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PLAN_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->measures);
  g_clear_object (&self->organisation);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_plan_page_parent_class)->dispose (object);
}

static void
academy_plan_page_class_init (AcademyPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_plan_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, content_page);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, form_stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);

  gtk_widget_class_install_action (widget_class, "plan.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "plan.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "plan.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "plan.delete", NULL, delete_action);
}

static void
add_list_shortcut (AcademyPlanPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_named_action_new ("plan.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), controller);
}

/* Returns to the list when the draft in the form is discarded. */
static void
leave_cb (AcademyPlanPage *self)
{
  show_measure (self, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  return academy_forms_leave_draft (widget);
}

static void
add_form_shortcut (AcademyPlanPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->form_stack), controller);
}

static void
academy_plan_page_init (AcademyPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_list_shortcut (self);
  academy_context_menu_attach (GTK_WIDGET (self->list_view), create_context_menu, self);
  academy_click_activates (self->list_view);
  add_form_shortcut (self);
}

static void
add_forms (AcademyPlanPage *self)
{
  self->plan_column = academy_column_new ();
  self->measure_column = academy_column_new ();
  self->plan_form = ACADEMY_FORM (academy_form_new (self->store, &academy_plan_kind));
  self->measure_form = ACADEMY_FORM (academy_form_new (self->store, &academy_measure_kind));
  g_signal_connect_object (self->measure_form, "open", G_CALLBACK (academy_item_dialog_open), self->store,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->measure_form, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  self->dependencies = ACADEMY_DEPENDENCIES (academy_dependencies_new (self->store));
  academy_column_append (self->measure_column, GTK_WIDGET (self->measure_form));
  academy_column_append (self->measure_column, GTK_WIDGET (self->dependencies));
  academy_column_append (self->plan_column, GTK_WIDGET (self->plan_form));
  academy_sections_append (self->plan_column, self->store, academy_plan_kind.page, self->organisation);
  gtk_stack_add_named (self->form_stack, GTK_WIDGET (self->plan_column), "plan");
  gtk_stack_add_named (self->form_stack, GTK_WIDGET (self->measure_column), "measure");
}

static void
show_plan (AcademyPlanPage *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) plan = academy_store_get_first (self->store, &academy_plan_kind,
                                                         academy_item_get_id (self->organisation), &error);

  if (plan == NULL)
    academy_store_report (self->store, error);
  academy_form_set_item (self->plan_form, plan);
  update_progress (self);
}

/**
 * academy_plan_page_show_view:
 * @self: a page
 * @view: `measures` or `timeline`
 *
 * Shows the list of measures with its forms, or the timeline.
 */
void
academy_plan_page_show_view (AcademyPlanPage *self,
                             const char      *view)
{
  gtk_stack_set_visible_child_name (self->view_stack, view);
}

gboolean
academy_plan_page_is_timeline_shown (AcademyPlanPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->view_stack), "timeline") == 0;
}

/* Returns the measure that an item belongs to, if any. */
static AcademyItem *
get_measure_of (AcademyPlanPage *self,
                AcademyItem     *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  if (kind->joins[1] != NULL)
    return academy_store_get_linked (self->store, item, kind->joins[1], NULL);

  return kind == &academy_measure_kind ? g_object_ref (item) : NULL;
}

/**
 * academy_plan_page_show_item:
 * @self: a page
 * @item: a part of the plan
 * @show: whether to navigate to @item
 *
 * Returns: whether @item is visible
 */
gboolean
academy_plan_page_show_item (AcademyPlanPage *self,
                             AcademyItem     *item,
                             AcademyShow      show)
{
  g_autoptr(AcademyItem) measure = get_measure_of (self, item);

  if (academy_plan_page_is_timeline_shown (self))
    {
      /* Selecting the item makes it the target of keys. */
      if (show != ACADEMY_SHOW_IF_SHOWN)
        academy_timeline_view_show_item (get_timeline (self), academy_item_get_id (measure != NULL ? measure : item));
      return TRUE;
    }

  if (measure == get_measure (self) && show != ACADEMY_SHOW_GO)
    return TRUE;
  if (show == ACADEMY_SHOW_IF_SHOWN)
    return FALSE;

  if (measure != NULL)
    show_in_list (self, measure);
  else
    show_plan_cb (self);
  if (show == ACADEMY_SHOW_GO)
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);

  return get_measure (self) == measure;
}

/**
 * academy_plan_page_new:
 * @store: a store
 * @organisation: the organisation of the plan
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
academy_plan_page_new (AcademyStore *store,
                       AcademyItem  *organisation)
{
  AcademyPlanPage *self = g_object_new (ACADEMY_TYPE_PLAN_PAGE, NULL);
  g_autoptr(GtkListItemFactory) factory = academy_measure_row_factory_new ();

  self->store = g_object_ref (store);
  self->organisation = g_object_ref (organisation);
  self->measures = academy_list_new (store, &academy_measure_kind, academy_item_get_id (organisation));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->measures)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.add", !academy_store_is_read_only (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.duplicate", !academy_store_is_read_only (store));
  add_forms (self);
  show_plan (self);
  show_measure (self, NULL);

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measures, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  items_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * academy_plan_page_set_organisation:
 * @self: a page
 * @organisation: another organisation
 *
 * Shows the plan of @organisation, in the same view, with no measure selected.
 */
void
academy_plan_page_set_organisation (AcademyPlanPage *self,
                                    AcademyItem     *organisation)
{
  const char *id = academy_item_get_id (organisation);

  g_set_object (&self->organisation, organisation);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  show_measure (self, NULL);
  /* A list that is not visible would keep removed rows until it is, and a visible one its place. */
  gtk_list_view_set_model (self->list_view, NULL);
  academy_list_set_query (self->measures, &(AcademyQuery) { .owner = id });
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  show_plan (self);
  academy_sections_set_owner (GTK_WIDGET (self->plan_column), organisation);

  academy_column_rewind (self->plan_column);
  academy_column_rewind (self->measure_column);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);

  adw_bin_set_child (self->timeline_bin, NULL);
  view_changed_cb (self);
}
