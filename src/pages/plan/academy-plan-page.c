/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-plan-page.h"

#include <glib/gi18n-lib.h>

#include "academy-column.h"
#include "academy-dependencies.h"
#include "academy-descendant.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-measure-follow-ups.h"
#include "academy-page-title.h"
#include "academy-progress.h"
#include "academy-section.h"
#include "academy-table-pane.h"
#include "academy-timeline-pane.h"

struct _AcademyPlanPage {
  AdwBin            parent_instance;

  /* Template children */
  GtkStack         *view_stack;
  AdwBin           *measures_bin;
  AdwBin           *timeline_bin;
  GtkWidget        *plan_button;
  GtkLabel         *progress_label;

  /* Owned */
  AcademyStore     *store;
  AcademyItem      *organisation;

  /* Borrowed */
  AcademyTablePane *measures;
  AcademyColumn    *plan_column;
  AcademyForm      *plan_form;
  const char       *view;
};

G_DEFINE_FINAL_TYPE (AcademyPlanPage, academy_plan_page, ADW_TYPE_BIN)

/**
 * AcademyPlanPage:
 *
 * The action plan of an organisation: its measures as a table, and beside it the
 * form of a measure with its dependencies, or that of the plan itself with its
 * milestones. Other views are the timeline, the pilot and the risks.
 */

static const AcademyTableSubject measure_table = {
  .kind = &academy_measure_kind,
  .icon = "view-list-bullet-symbolic",
  .none = N_("No measures yet"),
  .why = N_("A measure says who does what, and by when."),
  .add = N_("_Add measure"),
  .paste = N_("Paste measures (Ctrl+V)"),
};

static const AcademyMatrixAxes risk_axes = {
  .kind = &academy_risk_kind,
  .x = "probability",
  .y = "effect",
  .mark = "class",
  .closed = "closed",
  .severe = TRUE,
};

static const AcademyTableSubject risk_table = {
  .kind = &academy_risk_kind,
  .icon = "dialog-warning-symbolic",
  .none = N_("No risks yet"),
  .why = N_("What could keep the plan from working, and what is done about it?"),
  .add = N_("_Add risk"),
  .paste = N_("Paste risks (Ctrl+V)"),
  .axes = &risk_axes,
  .picture = N_("Likelihood and effect"),
};

static gboolean
is_shown (AcademyPlanPage *self,
          const char      *view)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->view_stack), view) == 0;
}

static void
show_plan_cb (AcademyPlanPage *self)
{
  academy_table_pane_show_rest (self->measures, ACADEMY_SHOW_GO);
}

static void
update_effort (AcademyPlanPage *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AcademyEffort effort;
  g_autoptr(GError) error = NULL;
  g_autofree char *measures = NULL;
  g_autofree char *days = NULL;
  g_autofree char *cost = NULL;
  g_autofree char *text = NULL;

  /* It stands beside the tools of the measures. */
  if (!is_shown (self, "measures"))
    return;

  if (!academy_effort_read (&effort, self->store, academy_item_get_id (self->organisation), &error))
    {
      academy_store_report (self->store, error);
      return;
    }

  measures = academy_language_format_number (language, effort.measures);
  days = academy_language_format_decimal (language, effort.person_days);
  cost = academy_language_format_money (language, effort.cost);
  /* Translators: number of measures, person-days, amount of money */
  text = g_strdup_printf (_("Measures: %s · Person-days: %s · %s"), measures, days, cost);
  gtk_label_set_label (self->progress_label, text);
}

static void
changed_cb (AcademyPlanPage *self,
            AcademyChanges  *changes)
{
  if (academy_effort_is_affected (changes, academy_item_get_id (self->organisation)))
    update_effort (self);
}

static void
measure_cb (AcademyPlanPage *self,
            GParamSpec      *spec,
            AcademyAside    *aside)
{
  AcademyDependencies *dependencies = ACADEMY_DEPENDENCIES (academy_descendant_find (GTK_WIDGET (aside),
                                                                                     ACADEMY_TYPE_DEPENDENCIES));
  AcademyMeasureFollowUps *follow_ups =
    ACADEMY_MEASURE_FOLLOW_UPS (academy_descendant_find (GTK_WIDGET (aside), ACADEMY_TYPE_MEASURE_FOLLOW_UPS));

  academy_dependencies_set_measure (dependencies, academy_aside_get_item (aside));
  academy_measure_follow_ups_set_measure (follow_ups, academy_aside_get_item (aside));
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
  AcademyItem *measure = academy_table_pane_get_item (self->measures);

  if (get_timeline (self) == NULL)
    adw_bin_set_child (self->timeline_bin,
                       academy_timeline_pane_new (self->store, academy_item_get_id (self->organisation)));
  if (measure != NULL)
    academy_timeline_view_select_item (get_timeline (self), academy_item_get_id (measure));
}

/* Gives the timeline another organisation where it is seen; elsewhere it is created
 * again when it is. */
static void
set_timeline (AcademyPlanPage *self)
{
  GtkWidget *pane = adw_bin_get_child (self->timeline_bin);

  if (pane != NULL && gtk_widget_get_mapped (pane))
    academy_timeline_pane_set_organisation (ACADEMY_TIMELINE_PANE (pane), academy_item_get_id (self->organisation));
  else
    adw_bin_set_child (self->timeline_bin, NULL);
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
    academy_table_pane_select (self->measures, current);
}

static GtkWidget *
create_pilot (AcademyPlanPage *self)
{
  AcademyColumn *column = academy_column_new ();

  academy_column_append (column, academy_page_title_new_title_only (self->organisation));
  academy_sections_append (column, self->store, academy_pilot_kind.page, self->organisation);
  return GTK_WIDGET (column);
}

static GtkWidget *
create_risks (AcademyPlanPage *self)
{
  return academy_table_pane_new (self->store, self->organisation, &risk_table);
}

static void
set_pilot (AcademyPlanPage *self,
           GtkWidget       *view)
{
  academy_page_title_set_item (ACADEMY_PAGE_TITLE (academy_descendant_find (view, ACADEMY_TYPE_PAGE_TITLE)),
                               self->organisation);
  academy_sections_set_owner (view, self->organisation);
  academy_column_rewind (ACADEMY_COLUMN (view));
}

static void
set_risks (AcademyPlanPage *self,
           GtkWidget       *view)
{
  academy_table_pane_set_owner (ACADEMY_TABLE_PANE (view), self->organisation);
}

/* The views other than that of the measures. One with functions is created when it
 * is first shown, and has the kinds whose #AcademyKind.page is its name. */
static const struct {
  const char  *name;
  GtkWidget *(*create) (AcademyPlanPage *self);
  void       (*set)    (AcademyPlanPage *self,
                        GtkWidget       *view);
} views[] = {
  { "timeline", NULL, NULL },
  { "pilot", create_pilot, set_pilot },
  { "risks", create_risks, set_risks },
};

/* Returns the place of a view in the stack. */
static AdwBin *
get_place (AcademyPlanPage *self,
           const char      *view)
{
  return ADW_BIN (gtk_stack_get_child_by_name (self->view_stack, view));
}

static void
create_view (AcademyPlanPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwBin *place = get_place (self, views[i].name);

      if (views[i].create != NULL && g_str_equal (views[i].name, self->view) && adw_bin_get_child (place) == NULL)
        adw_bin_set_child (place, views[i].create (self));
    }
}

static void
set_views (AcademyPlanPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *view = adw_bin_get_child (get_place (self, views[i].name));

      if (views[i].set != NULL && view != NULL)
        views[i].set (self, view);
    }
}

/* Returns the table of the view that is shown, if it has one. */
static AcademyTablePane *
get_pane (AcademyPlanPage *self)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (gtk_stack_get_visible_child (self->view_stack)));

  return ACADEMY_IS_TABLE_PANE (view) ? ACADEMY_TABLE_PANE (view) : NULL;
}

static void
view_changed_cb (AcademyPlanPage *self)
{
  const char *before = self->view;

  self->view = g_intern_string (gtk_stack_get_visible_child_name (self->view_stack));
  if (before != NULL && adw_bin_get_child (get_place (self, before)) != NULL &&
      ACADEMY_IS_TABLE_PANE (adw_bin_get_child (get_place (self, before))))
    academy_table_pane_finish (ACADEMY_TABLE_PANE (adw_bin_get_child (get_place (self, before))));

  if (before != NULL && before != self->view)
    update_effort (self);
  if (is_shown (self, "measures") && g_strcmp0 (before, "timeline") == 0)
    show_measures (self);
  else if (is_shown (self, "timeline"))
    show_timeline (self);
  else
    create_view (self);
}

static void
academy_plan_page_dispose (GObject *object)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PLAN_PAGE);
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
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, measures_bin);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, show_plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
academy_plan_page_init (AcademyPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_measures (AcademyPlanPage *self)
{
  AcademyAside *aside;

  self->measures = ACADEMY_TABLE_PANE (academy_table_pane_new (self->store, self->organisation, &measure_table));
  adw_bin_set_child (self->measures_bin, GTK_WIDGET (self->measures));
  academy_table_pane_set_start (self->measures, self->plan_button);

  self->plan_column = academy_column_new ();
  self->plan_form = ACADEMY_FORM (academy_form_new (self->store, &academy_plan_kind));
  academy_column_append (self->plan_column, GTK_WIDGET (self->plan_form));
  academy_sections_append (self->plan_column, self->store, academy_plan_kind.page, self->organisation);

  aside = academy_table_pane_get_aside (self->measures);
  academy_aside_append (aside, academy_dependencies_new (self->store));
  academy_aside_append (aside, academy_measure_follow_ups_new (self->store));
  academy_aside_set_rest (aside, _("Action plan"), GTK_WIDGET (self->plan_column));
  g_signal_connect_object (aside, "notify::item", G_CALLBACK (measure_cb), self, G_CONNECT_SWAPPED);
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
  update_effort (self);
}

/**
 * academy_plan_page_show_view:
 * @self: a page
 * @view: `measures`, `timeline`, `pilot` or `risks`
 *
 * Shows the list of measures with its forms, or another view of the plan.
 */
void
academy_plan_page_show_view (AcademyPlanPage *self,
                             const char      *view)
{
  gtk_stack_set_visible_child_name (self->view_stack, view);
}

/**
 * academy_plan_page_get_view:
 * @self: a page
 *
 * Returns: the name of the visible view, as in academy_plan_page_show_view()
 */
const char *
academy_plan_page_get_view (AcademyPlanPage *self)
{
  return gtk_stack_get_visible_child_name (self->view_stack);
}

/**
 * academy_plan_page_has_view:
 * @view: (nullable): the name of a view of an organisation, or the page of a kind
 *
 * Returns: whether it is a view of the plan other than that of the measures
 */
gboolean
academy_plan_page_has_view (const char *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, view) == 0)
      return TRUE;

  return FALSE;
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
 * academy_plan_page_add:
 * @self: a page
 *
 * Adds a row to the table that is shown, or else a measure.
 */
void
academy_plan_page_add (AcademyPlanPage *self)
{
  if (is_shown (self, "timeline"))
    {
      gtk_widget_activate_action (GTK_WIDGET (get_timeline (self)), "timeline.add", NULL);
      return;
    }

  if (get_pane (self) == NULL)
    academy_plan_page_show_view (self, "measures");
  academy_table_pane_add (get_pane (self));
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
  const AcademyKind *kind = academy_item_get_kind (item);
  const char *view = academy_plan_page_has_view (kind->page) ? kind->page : "measures";

  if (is_shown (self, "timeline") && (kind->role != ACADEMY_TIME_NONE || g_str_equal (view, "measures")))
    {
      /* Selecting the item makes it the target of keys. */
      if (show != ACADEMY_SHOW_IF_SHOWN)
        academy_timeline_view_show_item (get_timeline (self), academy_item_get_id (measure != NULL ? measure : item));
      return TRUE;
    }

  if (!is_shown (self, view))
    {
      if (show != ACADEMY_SHOW_GO)
        return FALSE;
      academy_plan_page_show_view (self, view);
    }
  if (get_pane (self) == NULL)
    return TRUE;
  if (get_pane (self) != self->measures)
    return academy_table_pane_show_item (get_pane (self), item, FALSE, show);
  if (measure == NULL)
    return academy_table_pane_show_rest (self->measures, show);

  return academy_table_pane_show_item (self->measures, measure, measure != item, show);
}

/**
 * academy_plan_page_filter:
 * @self: a page
 * @comparison: an operator that is about work
 *
 * Shows the measures that meet this condition.
 */
void
academy_plan_page_filter (AcademyPlanPage *self,
                          AcademyOperator  comparison)
{
  academy_plan_page_show_view (self, "measures");
  academy_table_pane_filter (self->measures, comparison);
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

  self->store = g_object_ref (store);
  self->organisation = g_object_ref (organisation);
  add_measures (self);
  show_plan (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

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
  g_set_object (&self->organisation, organisation);
  academy_table_pane_set_owner (self->measures, organisation);
  show_plan (self);
  academy_sections_set_owner (GTK_WIDGET (self->plan_column), organisation);
  academy_column_rewind (self->plan_column);

  set_views (self);
  set_timeline (self);
  view_changed_cb (self);
}
