/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-trend-line.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-trend.h"

#define WIDTH 84
#define HEIGHT 28
#define MARGIN 4.0
#define LINE 2.0
#define POINT 2.5

/* A line of one value tells nothing. */
#define FEWEST_POINTS 2

struct _AcademyTrendLine {
  GtkWidget     parent_instance;

  /* Owned */
  AcademyTrend *trend;
};

G_DEFINE_FINAL_TYPE (AcademyTrendLine, academy_trend_line, GTK_TYPE_WIDGET)

/**
 * AcademyTrendLine:
 *
 * The values of an indicator over time as a small line, with its target as a
 * dashed one.
 */

static const AcademyTrendPoint *
get_point (AcademyTrendLine *self,
           guint             i)
{
  return &g_array_index (self->trend->points, AcademyTrendPoint, i);
}

/* The part of the height at which a value stands, from the top. */
static double
get_y (AcademyTrendLine *self,
       double            value,
       double            least,
       double            most)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;

  return MARGIN + (most > least ? (most - value) / (most - least) * height : height / 2);
}

/* The first value is at the start of the line of text. Values are as far apart as
 * their days, or evenly when a day is missing. */
static double
get_x (AcademyTrendLine *self,
       guint             i)
{
  guint n_points = self->trend->points->len;
  AcademyDay first = get_point (self, 0)->day;
  AcademyDay last = get_point (self, n_points - 1)->day;
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double share = first != 0 && last > first ? (get_point (self, i)->day - first) / (double) (last - first)
                                            : i / (double) (n_points - 1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    share = 1 - share;

  return MARGIN + share * width;
}

static void
draw_target (AcademyTrendLine *self,
             GtkSnapshot      *snapshot,
             double            y)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;
  g_autoptr(GskStroke) stroke = gsk_stroke_new (1);
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= 0.6;
  gsk_path_builder_move_to (builder, MARGIN, y);
  gsk_path_builder_line_to (builder, gtk_widget_get_width (GTK_WIDGET (self)) - MARGIN, y);
  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_dash (stroke, (float[]) { 3, 3 }, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &colour);
}

static void
academy_trend_line_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  AcademyTrendLine *self = ACADEMY_TREND_LINE (widget);
  GskPathBuilder *line, *points;
  g_autoptr(GskPath) line_path = NULL;
  g_autoptr(GskPath) points_path = NULL;
  g_autoptr(GskStroke) stroke = gsk_stroke_new (LINE);
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;
  GdkRGBA colour;

  if (self->trend == NULL)
    return;

  for (guint i = 0; i < self->trend->points->len; i++)
    {
      least = MIN (least, get_point (self, i)->value);
      most = MAX (most, get_point (self, i)->value);
    }
  if (self->trend->has_target)
    {
      least = MIN (least, self->trend->target);
      most = MAX (most, self->trend->target);
      draw_target (self, snapshot, get_y (self, self->trend->target, least, most));
    }

  line = gsk_path_builder_new ();
  points = gsk_path_builder_new ();
  for (guint i = 0; i < self->trend->points->len; i++)
    {
      graphene_point_t point = GRAPHENE_POINT_INIT (get_x (self, i), get_y (self, get_point (self, i)->value, least, most));

      if (i == 0)
        gsk_path_builder_move_to (line, point.x, point.y);
      else
        gsk_path_builder_line_to (line, point.x, point.y);
      gsk_path_builder_add_circle (points, &point, POINT);
    }
  line_path = gsk_path_builder_free_to_path (line);
  points_path = gsk_path_builder_free_to_path (points);

  adw_accent_color_to_standalone_rgba (ADW_ACCENT_COLOR_BLUE, adw_style_manager_get_dark (adw_style_manager_get_default ()),
                                       &colour);
  gtk_snapshot_append_stroke (snapshot, line_path, stroke, &colour);
  gtk_snapshot_append_fill (snapshot, points_path, GSK_FILL_RULE_WINDING, &colour);
}

static void
academy_trend_line_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
academy_trend_line_finalize (GObject *object)
{
  g_clear_pointer (&ACADEMY_TREND_LINE (object)->trend, academy_trend_free);

  G_OBJECT_CLASS (academy_trend_line_parent_class)->finalize (object);
}

static void
academy_trend_line_class_init (AcademyTrendLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = academy_trend_line_finalize;
  widget_class->snapshot = academy_trend_line_snapshot;
  widget_class->measure = academy_trend_line_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
academy_trend_line_init (AcademyTrendLine *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static void
show_trend (AcademyTrendLine *self,
            AcademyItem      *indicator,
            AcademyTrend     *trend)
{
  g_autofree char *text = academy_trend_dup_text (trend, indicator, academy_language_get_default ());

  g_clear_pointer (&self->trend, academy_trend_free);
  self->trend = trend;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * academy_trend_line_show_goal:
 * @line: an #AcademyTrendLine
 * @store: a store
 * @goal: an impact goal in it
 *
 * Shows the first of the indicators of @goal that has several values. When none
 * has, the line is hidden.
 */
void
academy_trend_line_show_goal (GtkWidget    *line,
                              AcademyStore *store,
                              AcademyItem  *goal)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) indicators = academy_store_get_all (store, &academy_indicator_kind, academy_item_get_id (goal), &error);

  gtk_widget_set_visible (line, FALSE);
  for (guint i = 0; indicators != NULL && i < indicators->len; i++)
    {
      AcademyItem *indicator = g_ptr_array_index (indicators, i);
      g_autoptr(AcademyTrend) trend = academy_trend_read (store, indicator, &error);

      if (trend == NULL || trend->points->len < FEWEST_POINTS)
        continue;

      show_trend (ACADEMY_TREND_LINE (line), indicator, g_steal_pointer (&trend));
      gtk_widget_set_visible (line, TRUE);
      return;
    }

  if (error != NULL)
    academy_store_report (store, error);
}
