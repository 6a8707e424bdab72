/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-baseline.h"
#include "academy-kinds.h"
#include "timeline-fixture.h"

static void
present_again (Timeline *timeline)
{
  const char *organisation = academy_item_get_id (timeline->organisation);
  g_autoptr(AcademyTimelineModel) model = academy_timeline_model_new (timeline->store, organisation);

  timeline->view = ACADEMY_TIMELINE_VIEW (academy_timeline_view_new (model));
  timeline->window = test_present (GTK_WIDGET (timeline->view));
  test_settle (timeline->window);
}

/* Leaves the timeline and comes back to it, as by the sidebar. */
static void
come_back (Timeline *timeline)
{
  gtk_window_destroy (GTK_WINDOW (timeline->window));
  timeline_drain ();
  present_again (timeline);
}

static gboolean
is_table (Timeline *timeline)
{
  gboolean table;

  g_object_get (timeline->view, "table", &table, NULL);
  return table;
}

/* Zoom, grouping, order, folding and form are there again. */
static void
test_kept (Timeline      *timeline,
           gconstpointer  data)
{
  g_autofree char *grouping = NULL;
  g_autofree char *order = NULL;
  gboolean descending;
  guint n_rows;

  g_object_set (timeline->view, "group-by", "owner", "order", "end", "descending", TRUE, NULL);
  academy_timeline_model_set_folded (academy_timeline_view_get_model (timeline->view),
                                     timeline_find (timeline, "Procurement Expert"), TRUE);
  timeline_show (timeline, "2022-01-01", 60);
  n_rows = g_list_model_get_n_items (timeline_get_rows (timeline));
  come_back (timeline);

  g_object_get (timeline->view, "group-by", &grouping, "order", &order, "descending", &descending, NULL);
  g_assert_cmpstr (grouping, ==, "owner");
  g_assert_cmpstr (order, ==, "end");
  g_assert_true (descending);
  g_assert_cmpfloat (academy_axis_get_n_days (timeline_get_axis (timeline)), ==, 60);
  g_assert_cmpuint (g_list_model_get_n_items (timeline_get_rows (timeline)), ==, n_rows);
  g_assert_cmpuint (timeline_find (timeline, "Hold two market dialogues"), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (is_table (timeline));

  academy_timeline_model_set_folded (academy_timeline_view_get_model (timeline->view),
                                     timeline_find (timeline, "Procurement Expert"), FALSE);
  academy_timeline_view_set_table (timeline->view, TRUE);
  come_back (timeline);
  g_assert_cmpuint (timeline_find (timeline, "Hold two market dialogues"), !=, GTK_INVALID_LIST_POSITION);
  g_assert_true (is_table (timeline));
}

static AcademyItem *
add_organisation (Timeline *timeline)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.add);
  g_autoptr(AcademyItem) programme = academy_store_get_first (timeline->store, &academy_programme_kind, NULL, NULL);
  AcademyItem *organisation = academy_item_new_part (&academy_organisation_kind, academy_item_get_id (programme));
  g_autoptr(AcademyItem) plan = academy_item_new_part (&academy_plan_kind, academy_item_get_id (organisation));
  g_autoptr(AcademyItem) measure = academy_item_new_part (&academy_measure_kind, academy_item_get_id (organisation));

  g_object_set (organisation, "name_fi", "Zeta", "slug", "zeta", NULL);
  g_object_set (measure, "title", "Measure of Zeta", NULL);
  academy_edit_create (edit, organisation);
  academy_edit_create (edit, plan);
  academy_edit_create (edit, measure);
  g_assert_true (academy_store_apply (timeline->store, edit, NULL));

  return organisation;
}

static char *
dup_keys (AcademyTimelineModel *model)
{
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    g_strv_builder_take (keys, academy_timeline_model_dup_key (model, i));

  all = g_strv_builder_end (keys);
  return g_strjoinv ("\n", all);
}

static void
go_to (Timeline    *timeline,
       AcademyItem *organisation)
{
  academy_timeline_view_set_organisation (timeline->view, academy_item_get_id (organisation));
  test_settle (timeline->window);
}

/* Another organisation is shown as if its timeline were new, or as it was left. */
static void
test_other_organisation (Timeline      *timeline,
                         gconstpointer  data)
{
  g_autoptr(AcademyItem) zeta = add_organisation (timeline);
  AcademyTimelineModel *model = academy_timeline_view_get_model (timeline->view);
  g_autoptr(AcademyTimelineModel) fresh = academy_timeline_model_new (timeline->store, academy_item_get_id (zeta));
  g_autofree char *before = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *expected = dup_keys (fresh);
  g_autofree char *after = NULL;

  g_object_set (timeline->view, "group-by", "owner", "order", "end", "descending", TRUE, NULL);
  academy_timeline_model_set_folded (model, timeline_find (timeline, "Procurement Expert"), TRUE);
  timeline_show (timeline, "2022-01-01", 60);
  before = dup_keys (model);
  g_object_set (timeline->view, "search", "dialogue", NULL);
  timeline_select (timeline, "Programme");

  go_to (timeline, zeta);
  shown = dup_keys (model);
  g_assert_cmpstr (shown, ==, expected);
  g_assert_nonnull (timeline_find_lane (timeline, "Measure of Zeta"));
  g_assert_null (academy_timeline_view_get_current (timeline->view));
  g_assert_cmpint (academy_timeline_model_get_grouping (model), ==, ACADEMY_GROUPING_NONE);
  academy_timeline_view_set_table (timeline->view, TRUE);

  go_to (timeline, timeline->organisation);
  g_assert_false (is_table (timeline));
  after = dup_keys (model);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpfloat (academy_axis_get_n_days (timeline_get_axis (timeline)), ==, 60);
  g_assert_cmpuint (timeline_find (timeline, "Measure of Zeta"), ==, GTK_INVALID_LIST_POSITION);

  go_to (timeline, zeta);
  g_assert_true (is_table (timeline));
}

static void
assert_baseline (Timeline   *timeline,
                 const char *baseline)
{
  g_autofree char *found = NULL;

  g_object_get (timeline->view, "baseline", &found, NULL);
  g_assert_cmpstr (found, ==, baseline);
}

/* What it is compared with is so again, for as long as it is there. */
static void
test_baseline (Timeline      *timeline,
               gconstpointer  data)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_baseline_kind.add);
  g_autofree char *baseline =
    g_strdup (academy_baseline_add (edit, academy_item_get_id (timeline->organisation), "Before the summer"));
  g_autoptr(AcademyEdit) removal = academy_edit_new (academy_baseline_kind.remove);
  g_autoptr(AcademyItem) item = NULL;

  g_assert_true (academy_store_apply (timeline->store, edit, NULL));
  g_object_set (timeline->view, "baseline", baseline, NULL);
  come_back (timeline);
  assert_baseline (timeline, baseline);

  g_object_set (timeline->view, "baseline", "", NULL);
  come_back (timeline);
  assert_baseline (timeline, "");

  g_object_set (timeline->view, "baseline", baseline, NULL);
  gtk_window_destroy (GTK_WINDOW (timeline->window));
  item = academy_store_get (timeline->store, &academy_baseline_kind, baseline, NULL);
  academy_edit_delete (removal, item);
  g_assert_true (academy_store_apply (timeline->store, removal, NULL));
  present_again (timeline);
  assert_baseline (timeline, "");
}

static double
move_divider (Timeline   *timeline,
              const char *action,
              int         argument)
{
  gtk_widget_activate_action (timeline_get_part (timeline->view, "divider"), action, "i", argument);
  test_settle (timeline->window);

  return academy_timeline_context_get_title_width (timeline_get_context (timeline->view));
}

/* The titles are as wide as somebody makes them, within reason, and stay so;
 * right is narrower where text runs from right to left. */
static void
test_divider (Timeline      *timeline,
              gconstpointer  data)
{
  double before = academy_timeline_context_get_title_width (timeline_get_context (timeline->view));
  double width;

  g_assert_cmpfloat (before, >, 0);
  g_assert_cmpfloat_with_epsilon (move_divider (timeline, "divider.move", 1), before + 16, 1);
  g_assert_cmpfloat_with_epsilon (move_divider (timeline, "divider.move", -1), before, 1);
  width = move_divider (timeline, "divider.move-end", 1);
  g_assert_cmpfloat (width, >, before);
  g_assert_cmpfloat (width, <, gtk_widget_get_width (GTK_WIDGET (timeline->view)) - 200);
  g_assert_cmpfloat (move_divider (timeline, "divider.move", 1), ==, width);
  width = move_divider (timeline, "divider.move-end", -1);
  g_assert_cmpfloat (width, <, before);
  g_assert_cmpfloat (width, >, 100);

  g_signal_emit_by_name (timeline_get_part (timeline->view, "divider"), "moved", 200.);
  test_settle (timeline->window);
  g_assert_cmpfloat (academy_timeline_context_get_title_width (timeline_get_context (timeline->view)), ==, 200);
  come_back (timeline);
  g_assert_cmpfloat (academy_timeline_context_get_title_width (timeline_get_context (timeline->view)), ==, 200);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  test_settle (timeline->window);
  g_assert_cmpfloat_with_epsilon (move_divider (timeline, "divider.move", 1), 184, 1);
  /* There are no titles beside a table. */
  academy_timeline_view_set_table (timeline->view, TRUE);
  test_settle (timeline->window);
  g_assert_false (gtk_widget_get_mapped (timeline_get_part (timeline->view, "divider")));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static const TimelineCase cases[] = {
  { "/timeline-session/kept", test_kept },
  { "/timeline-session/other-organisation", test_other_organisation },
  { "/timeline-session/baseline", test_baseline },
  { "/timeline-session/divider", test_divider },
};

int
main (int    argc,
      char **argv)
{
  return timeline_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
