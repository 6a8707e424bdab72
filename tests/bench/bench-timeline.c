/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include <adwaita.h>

#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-pages.h"
#include "academy-store-private.h"
#include "academy-timeline-chart.h"
#include "academy-timeline-view-commands.h"
#include "bench-frames.h"
#include "bench-store.h"
#include "first-frame.h"

/* The timeline of an organisation in a window of its own.
 *
 * bench-timeline open FILE SLUG: ends at the first frame, as first-frame.c says.
 *
 * bench-timeline wall|cpu FILE SLUG [SCENARIO...]: does to it what people do, a step
 * in each frame, and prints what bench_frames_run() prints. */

#define MOST_ITEMS  500
#define ZOOM_FRAMES 15
#define ZOOM_STEP   1.3
#define SOME_DAYS   150

typedef struct {
  const char          *mode;
  const char          *path;
  const char          *slug;
  const char * const  *names;

  /* Owned */
  AcademyStore        *store;

  /* Borrowed */
  AcademyTimelineView *view;
  GtkGesture          *gesture;

  const char          *property;
} Bench;

static AcademyTimelineChart *
get_chart (Bench *bench)
{
  return ACADEMY_TIMELINE_CHART (gtk_widget_get_template_child (GTK_WIDGET (bench->view), ACADEMY_TYPE_TIMELINE_VIEW, "chart"));
}

static AcademyTimelineContext *
get_context (Bench *bench)
{
  return academy_timeline_chart_get_context (get_chart (bench));
}

static GtkListView *
get_list (Bench *bench)
{
  return academy_timeline_chart_get_list (get_chart (bench));
}

static GtkAdjustment *
get_vertical (Bench *bench)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (bench)));
}

static AcademyAxis *
get_axis (Bench *bench)
{
  return academy_timeline_context_get_axis (get_context (bench));
}

/* All days, from the top: every bar is in sight, and so are its words. */
static void
begin_top (gpointer data)
{
  Bench *bench = data;

  gtk_adjustment_set_value (get_vertical (bench), 0);
  academy_timeline_chart_fit (get_chart (bench));
}

/* The rows in the middle, and the days on which they begin. */
static void
begin_middle (gpointer data)
{
  Bench *bench = data;
  GListModel *model = G_LIST_MODEL (academy_timeline_view_get_model (bench->view));
  guint middle = g_list_model_get_n_items (model) / 2;
  g_autoptr(AcademyLine) row = g_list_model_get_item (model, middle);

  gtk_list_view_scroll_to (get_list (bench), middle, GTK_LIST_SCROLL_NONE, NULL);
  academy_axis_show (get_axis (bench), academy_line_get_bar (row)->span.start - SOME_DAYS / 3., SOME_DAYS);
}

static void
step_scroll (gpointer      data,
            int           frame,
            gconstpointer argument)
{
  bench_frames_scroll (get_vertical (data));
}

static void
step_page (gpointer      data,
          int           frame,
          gconstpointer argument)
{
  bench_frames_page (get_vertical (data));
}

static void
step_jump (gpointer      data,
          int           frame,
          gconstpointer argument)
{
  bench_frames_jump (get_vertical (data));
}

/* To and fro. */
static void
step_pan (gpointer      data,
          int           frame,
          gconstpointer argument)
{
  Bench *bench = data;
  AcademyAxis *axis = get_axis (bench);
  double days = BENCH_SCROLL / academy_axis_get_scale (axis);

  academy_axis_scroll_to (axis, academy_axis_get_first (axis) + (frame / 30 % 2 == 0 ? days : -days));
}

/* From all days to single ones and back. */
static void
step_zoom (gpointer      data,
           int           frame,
           gconstpointer argument)
{
  Bench *bench = data;

  academy_timeline_view_zoom (bench->view, frame / ZOOM_FRAMES % 2 == 0 ? ZOOM_STEP : 1 / ZOOM_STEP,
                              academy_axis_get_width (get_axis (bench)) / 2);
}

static void
find_gesture (Bench *bench)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_list (bench)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkGesture) gesture = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (gesture))
        bench->gesture = gesture;
    }
}

/* Takes hold of a bar in the upper half. */
static void
start_drag (Bench *bench)
{
  GtkWidget *list = GTK_WIDGET (get_list (bench));
  double lane_x = academy_timeline_context_get_title_width (get_context (bench));

  find_gesture (bench);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      AcademyTimelineLane *lane = ACADEMY_TIMELINE_LANE (gtk_widget_get_first_child (row));
      graphene_rect_t bounds;
      AcademyExtent extent;
      AcademyBar bar;

      if (!gtk_widget_get_child_visible (row) || !gtk_widget_compute_bounds (row, list, &bounds) ||
          bounds.origin.y < 0 || !academy_timeline_lane_get_bar (lane, &bar) || bar.shape != ACADEMY_SHAPE_MEASURE)
        continue;

      academy_bar_get_extent (&bar, get_axis (bench), academy_timeline_context_get_metrics (get_context (bench)),
                              &extent);
      if (extent.left < 0 || extent.right > academy_axis_get_width (get_axis (bench)))
        continue;

      g_signal_emit_by_name (bench->gesture, "drag-begin", lane_x + (extent.left + extent.right) / 2,
                             bounds.origin.y + bounds.size.height / 2);
      return;
    }
}

static void
step_drag (gpointer      data,
           int           frame,
           gconstpointer argument)
{
  Bench *bench = data;

  if (frame == 0)
    start_drag (bench);
  g_signal_emit_by_name (bench->gesture, "drag-update", 10 + 90 * fabs (sin (frame / 15.)), frame / 4.);
  if (academy_timeline_context_get_drag (get_context (bench)) == NULL)
    g_error ("Nothing is dragged");
  if (frame == BENCH_FRAMES - 1)
    gtk_widget_activate_action (GTK_WIDGET (bench->view), "timeline.cancel", NULL);
}

/* What is asked for in one frame is taken back in the next, which does not count. */
static void
step_query (gpointer      data,
            int           frame,
            gconstpointer argument)
{
  Bench *bench = data;
  const char * const *query = argument;

  if (query != NULL)
    bench->property = query[0];
  g_object_set (bench->view, bench->property, query != NULL ? query[1] : "", NULL);
}

#define QUERY(property, value) (const char * const []) { property, value }

static const BenchScenario scenarios[] = {
  { "vertical scroll", begin_top, step_scroll },
  { "page", begin_top, step_page },
  { "jump", begin_top, step_jump },
  { "horizontal scroll", begin_middle, step_pan },
  { "zoom", begin_middle, step_zoom },
  { "drag", begin_middle, step_drag },
  { "group by goal", begin_top, step_query, QUERY ("group-by", "goal") },
  { "group by owner", begin_top, step_query, QUERY ("group-by", "owner") },
  { "show unfinished", begin_top, step_query, QUERY ("filter", "unfinished") },
  { "show overdue", begin_top, step_query, QUERY ("filter", "overdue") },
  { "search", begin_top, step_query, QUERY ("search", "sopimus") },
  { "order by end", begin_top, step_query, QUERY ("order", "end") },
  { "order by title", begin_top, step_query, QUERY ("order", "title") },
  { "order by owner", begin_top, step_query, QUERY ("order", "owner") },
  { "order by status", begin_top, step_query, QUERY ("order", "status") },
  { "order by progress", begin_top, step_query, QUERY ("order", "progress") },
  { NULL }
};

/* Rows must have been drawn, and nothing been read but what they show. */
static void
check_first_frame (Bench *bench)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (get_list (bench)));
  guint n_items = g_hash_table_size (bench->store->items);

  if (row == NULL || !gtk_widget_get_mapped (row))
    g_error ("The first frame has no rows");
  if (n_items > MOST_ITEMS)
    g_error ("%u items were read for the first frame", n_items);
}

static void
painted_cb (GdkFrameClock *clock,
            Bench         *bench)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, bench);
  check_first_frame (bench);
  bench_frames_run (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (bench->view))), scenarios, bench->mode, bench->names, bench);
}

static void
mapped_cb (GtkWidget *window,
           Bench     *bench)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), bench);
}

static void
activate_cb (GtkApplication *application,
             Bench          *bench)
{
  GtkWidget *window = adw_application_window_new (application);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyTimelineModel) model = NULL;

  bench->store = academy_store_open (bench->path, &error);
  if (bench->store == NULL)
    g_error ("%s", error->message);

  organisation = bench_find_organisation (bench->store, bench->slug);
  model = academy_timeline_model_new (bench->store, academy_item_get_id (organisation));
  bench->view = ACADEMY_TIMELINE_VIEW (academy_timeline_view_new (model));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), GTK_WIDGET (bench->view));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  if (!g_str_equal (bench->mode, "open"))
    g_signal_connect (window, "map", G_CALLBACK (mapped_cb), bench);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(AdwApplication) application = NULL;
  g_autoptr(GDate) today = g_date_new_dmy (15, 6, 2022);
  g_autoptr(GError) error = NULL;
  Bench bench = { .mode = argv[1], .path = argv[2], .slug = argv[3], .names = (const char * const *) argv + 4 };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ACADEMY_LOCALEDIR);
  textdomain (GETTEXT_PACKAGE);
  academy_pages_register_resources ();
  academy_clock_set_today (today);

  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", "org.example.Timeline",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/fi/hankintakeino/InnovationAcademy",
                              NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);
  if (g_str_equal (bench.mode, "open"))
    first_frame_watch (GTK_APPLICATION (application));

  g_application_run (G_APPLICATION (application), 1, argv);
  if (!academy_store_close (bench.store, &error))
    g_error ("%s", error->message);

  return EXIT_SUCCESS;
}
