/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-layer.h"

#include <glib/gi18n-lib.h>

#include "academy-calendar.h"
#include "academy-canvas-snapshot.h"
#include "academy-date.h"

#define MOST_LABELS 1000

struct _AcademyTimelineLayer {
  GtkWidget                 parent_instance;

  /* Owned */
  AcademyTimelineContext   *context;
  GHashTable               *labels;

  /* Borrowed */
  AcademyTimelineLayerDraw  draw;
  gpointer                  data;

  gboolean                  ruler;
};

G_DEFINE_FINAL_TYPE (AcademyTimelineLayer, academy_timeline_layer, GTK_TYPE_WIDGET)

/**
 * AcademyTimelineLayer:
 *
 * A layer of a chart that is as wide as the chart: the grid and the dependencies
 * behind the rows, the rope before them, the ruler above.
 *
 * CSS nodes: `timeline-layer`.
 *
 * Accessibility: role `presentation`; the dates are in the descriptions of the
 * rows, and the names of holidays in the tooltip of the ruler.
 */

static void
academy_timeline_layer_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  AcademyTimelineLayer *self = ACADEMY_TIMELINE_LAYER (widget);

  *minimum = self->ruler && orientation == GTK_ORIENTATION_VERTICAL
               ? (int) academy_paint_ruler_height (gtk_widget_get_pango_context (widget)) : 0;
  *natural = *minimum;
}

static void
academy_timeline_layer_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  AcademyTimelineLayer *self = ACADEMY_TIMELINE_LAYER (widget);
  AcademySnapshotCanvas canvas;
  AcademyPainter painter = academy_timeline_context_get_painter (self->context, academy_snapshot_canvas_init (&canvas, snapshot));
  double height = gtk_widget_get_height (widget);
  double x = academy_timeline_context_get_lane_x (self->context);
  double width = academy_axis_get_width (academy_timeline_context_get_axis (self->context));

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, 0, width, height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, 0));
  self->draw (&painter, self->context, gtk_widget_get_pango_context (widget), height, self->data);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
academy_timeline_layer_css_changed (GtkWidget         *widget,
                                    GtkCssStyleChange *change)
{
  AcademyTimelineLayer *self = ACADEMY_TIMELINE_LAYER (widget);

  GTK_WIDGET_CLASS (academy_timeline_layer_parent_class)->css_changed (widget, change);
  if (self->labels != NULL)
    g_hash_table_remove_all (self->labels);
}

static void
academy_timeline_layer_map (GtkWidget *widget)
{
  AcademyTimelineLayer *self = ACADEMY_TIMELINE_LAYER (widget);

  g_signal_connect_object (self->context, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  GTK_WIDGET_CLASS (academy_timeline_layer_parent_class)->map (widget);
}

static void
academy_timeline_layer_unmap (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (ACADEMY_TIMELINE_LAYER (widget)->context, gtk_widget_queue_draw, widget);
  GTK_WIDGET_CLASS (academy_timeline_layer_parent_class)->unmap (widget);
}

static void
academy_timeline_layer_dispose (GObject *object)
{
  AcademyTimelineLayer *self = ACADEMY_TIMELINE_LAYER (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->labels, g_hash_table_unref);

  G_OBJECT_CLASS (academy_timeline_layer_parent_class)->dispose (object);
}

static void
academy_timeline_layer_class_init (AcademyTimelineLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_timeline_layer_dispose;
  widget_class->measure = academy_timeline_layer_measure;
  widget_class->snapshot = academy_timeline_layer_snapshot;
  widget_class->css_changed = academy_timeline_layer_css_changed;
  widget_class->map = academy_timeline_layer_map;
  widget_class->unmap = academy_timeline_layer_unmap;
  gtk_widget_class_set_css_name (widget_class, "timeline-layer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
academy_timeline_layer_init (AcademyTimelineLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * academy_timeline_layer_set_up:
 * @self: a new layer
 * @context: the context
 * @draw: draws the layer
 * @data: data for @draw, valid as long as @self
 */
void
academy_timeline_layer_set_up (AcademyTimelineLayer    *self,
                               AcademyTimelineContext  *context,
                               AcademyTimelineLayerDraw draw,
                               gpointer                 data)
{
  self->context = g_object_ref (context);
  self->draw = draw;
  self->data = data;
}

static void
draw_grid (const AcademyPainter   *painter,
           AcademyTimelineContext *context,
           PangoContext           *pango,
           double                  height,
           gpointer                data)
{
  academy_paint_grid (painter, height);
  academy_paint_holiday_names (painter, height, pango, academy_language_get_default ());
}

/**
 * academy_timeline_layer_set_up_grid:
 * @self: a new layer
 * @context: the context
 *
 * Makes @self the grid behind the rows.
 */
void
academy_timeline_layer_set_up_grid (AcademyTimelineLayer   *self,
                                    AcademyTimelineContext *context)
{
  academy_timeline_layer_set_up (self, context, draw_grid, NULL);
}

static void
draw_ruler (const AcademyPainter   *painter,
            AcademyTimelineContext *context,
            PangoContext           *pango,
            double                  height,
            gpointer                data)
{
  GHashTable *labels = data;

  if (g_hash_table_size (labels) > MOST_LABELS)
    g_hash_table_remove_all (labels);
  academy_paint_ruler (painter, pango, labels, academy_language_get_default ());
}

static gboolean
query_tooltip_cb (AcademyTimelineLayer *self,
                  int                   x,
                  int                   y,
                  gboolean              keyboard,
                  GtkTooltip           *tooltip)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  double lane_x = x - academy_timeline_context_get_lane_x (self->context);
  AcademyDay day = academy_axis_get_day (axis, lane_x);
  const char *holiday = academy_calendar_get_holiday (day);
  g_autofree char *date = NULL;
  g_autofree char *week = NULL;
  g_autofree char *text = NULL;
  GDate value;

  if (keyboard || lane_x < 0 || lane_x > academy_axis_get_width (axis))
    return FALSE;

  value = academy_date_from_julian (day);
  date = academy_language_format_date (language, &value);
  week = academy_unit_format (ACADEMY_UNIT_WEEK, academy_unit_get_start (ACADEMY_UNIT_WEEK, day), 0, language);
  text = holiday != NULL ? g_strdup_printf ("%s\n%s\n%s", date, week, _(holiday)) : g_strdup_printf ("%s\n%s", date, week);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/**
 * academy_timeline_layer_set_up_ruler:
 * @self: a new layer
 * @context: the context
 *
 * Makes @self the ruler above the rows, with dates in its tooltip.
 */
void
academy_timeline_layer_set_up_ruler (AcademyTimelineLayer   *self,
                                     AcademyTimelineContext *context)
{
  self->ruler = TRUE;
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  academy_timeline_layer_set_up (self, context, draw_ruler, self->labels);
  gtk_widget_set_can_target (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
