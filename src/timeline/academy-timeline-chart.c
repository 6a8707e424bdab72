/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-chart.h"

#include <math.h>

#include "academy-timeline-divider.h"
#include "academy-timeline-keys.h"
#include "academy-timeline-layer.h"
#include "academy-timeline-model.h"
#include "academy-timeline-reader.h"
#include "academy-timeline-session.h"

#define MARGIN_DAYS     366
#define FIT_MARGIN      0.04
#define LEAST_FIT_DAYS  60

/* Widths of the column of titles at the normal size of text; the user may choose
 * other widths than the chart does by itself. */
#define NARROW          560
#define LEAST_TITLE     180
#define MOST_TITLE      340
#define TITLE_PART      0.28
#define LEAST_OWN_TITLE 120
#define LEAST_LANE      240

#define BUBBLE_ASIDE    12
#define BUBBLE_ABOVE    40

struct _AcademyTimelineChart {
  GtkWidget               parent_instance;

  /* Template children */
  GtkWidget              *box;
  AcademyTimelineLayer   *ruler;
  GtkWidget              *body;
  AcademyTimelineLayer   *grid;
  AcademyTimelineLayer   *arrows;
  GtkScrolledWindow      *scrolled_window;
  GtkListView            *list;
  AcademyTimelineLayer   *rope;
  GtkLabel               *bubble;
  GtkAdjustment          *adjustment;
  AcademyTimelineDivider *divider;

  /* Owned */
  AcademyTimelineContext *context;
  AcademyTimelineModel   *model;
  AcademyTimelineReader  *reader;

  graphene_point_t        rope_from;
  graphene_point_t        rope_to;
  gboolean                adjusting;
};

G_DEFINE_FINAL_TYPE (AcademyTimelineChart, academy_timeline_chart, GTK_TYPE_WIDGET)

/**
 * AcademyTimelineChart:
 *
 * The rows of a timeline as a chart: the ruler, a list of #AcademyTimelineLane
 * with the grid and the dependencies behind it, the scrollbar of time, and a
 * divider between titles and bars.
 *
 * CSS nodes: `timeline-chart`.
 *
 * Accessibility: role `generic`; the list and its rows have labels.
 */

static AcademyAxis *
get_axis (AcademyTimelineChart *self)
{
  return academy_timeline_context_get_axis (self->context);
}

/* Makes the scrollbar cover the days of the plan and today, and a year before and
 * after. */
static void
update_adjustment (AcademyTimelineChart *self)
{
  AcademyAxis *axis = get_axis (self);
  double first = academy_axis_get_first (axis);
  double n_days = academy_axis_get_n_days (axis);
  AcademyDay today = academy_timeline_context_get_today (self->context);
  AcademyDay from, to;

  academy_timeline_model_get_range (self->model, &from, &to);
  from = from != 0 ? MIN (from, today) : today;
  to = MAX (to, today);

  self->adjusting = TRUE;
  gtk_adjustment_configure (self->adjustment, first, MIN (from - (double) MARGIN_DAYS, first),
                            MAX (to + (double) MARGIN_DAYS, first + n_days), n_days / 10, n_days * 0.9, n_days);
  self->adjusting = FALSE;
}

static void
adjusted_cb (AcademyTimelineChart *self)
{
  if (!self->adjusting)
    academy_axis_scroll_to (get_axis (self), gtk_adjustment_get_value (self->adjustment));
}

static PangoLayout *
create_lag (PangoContext *pango,
            int           days)
{
  g_autofree char *text = academy_bar_format_lag (days, academy_language_get_default ());
  PangoLayout *layout;

  if (text == NULL)
    return NULL;

  layout = pango_layout_new (pango);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* Skips arrows with both ends outside the viewport, of which there may be
 * thousands, and clips those with one end far outside: the renderer would
 * process their whole length. */
static void
draw_arrows (const AcademyPainter   *painter,
             AcademyTimelineContext *context,
             PangoContext           *pango,
             double                  height,
             gpointer                data)
{
  AcademyTimelineChart *self = data;
  GArray *links = academy_timeline_model_get_dependencies (self->model);
  double row = painter->metrics->row;
  double scrolled = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window));
  double above = -2 * row, below = height + row;
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (context);
  AcademyDay first_day, last_day;

  academy_axis_get_visible (painter->axis, &first_day, &last_day);
  for (guint i = 0; i < links->len; i++)
    {
      AcademyDependencyLine link = g_array_index (links, AcademyDependencyLine, i);
      double from = CLAMP (link.from * row - scrolled, above, below);
      double to = CLAMP (link.to * row - scrolled, above, below);
      g_autoptr(PangoLayout) lag = NULL;

      if ((from == above || from == below) && (to == above || to == below))
        continue;
      if (drag != NULL)
        academy_timeline_drag_follow_link (drag, &link);
      if (MAX (link.end, link.start) < first_day || MIN (link.end, link.start) > last_day)
        continue;

      lag = create_lag (pango, link.dependency->lag);
      academy_paint_link (painter, &(AcademyArrow) {
        .from_day = link.end + 1., .from_y = from, .to_day = link.start, .to_y = to, .lag = lag, .broken = link.broken,
      });
    }
}

static void
draw_rope (const AcademyPainter   *painter,
           AcademyTimelineContext *context,
           PangoContext           *pango,
           double                  height,
           gpointer                data)
{
  AcademyTimelineChart *self = data;
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (context);
  double x = academy_timeline_context_get_lane_x (context);

  if (drag != NULL && academy_timeline_drag_get_mode (drag) == ACADEMY_DRAG_LINK)
    academy_paint_rope (painter, self->rope_from.x - x, self->rope_from.y, self->rope_to.x - x, self->rope_to.y);
}

/* Returns the width that the user chose, which all timelines of a file share. */
static double *
get_own_title_width (AcademyTimelineChart *self)
{
  return &academy_timeline_session_get (academy_timeline_model_get_store (self->model), NULL)->title_width;
}

static gboolean
is_mirrored (AcademyTimelineChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
divider_moved_cb (AcademyTimelineChart *self,
                  double                x)
{
  *get_own_title_width (self) = MAX (is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x, 1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Returns 0 for a narrow chart, where titles are drawn on the bars only. */
static double
choose_title_width (AcademyTimelineChart *self,
                    int                   width)
{
  double text = academy_axis_get_text_scale (get_axis (self));
  double own = *get_own_title_width (self);
  double least = LEAST_OWN_TITLE * text;
  double most = MAX (width - LEAST_LANE * text, least);
  double title_width;

  if (width < NARROW * text)
    return 0;

  title_width = own > 0 ? CLAMP (own, least, most) : CLAMP (width * TITLE_PART, LEAST_TITLE * text, MOST_TITLE * text);
  /* The lanes begin at a whole pixel, so that their lines and edges are sharp. */
  title_width = round (title_width);
  academy_timeline_divider_set_value (self->divider, title_width, least, most);
  return title_width;
}

static void
allocate_divider (AcademyTimelineChart *self,
                  int                   width,
                  int                   height)
{
  double title_width = academy_timeline_context_get_title_width (self->context);
  double x = is_mirrored (self) ? width - title_width : title_width;

  gtk_widget_set_child_visible (GTK_WIDGET (self->divider), title_width > 0);
  gtk_widget_set_focusable (GTK_WIDGET (self->divider), title_width > 0);
  if (title_width > 0)
    gtk_widget_size_allocate (GTK_WIDGET (self->divider),
                              &(GtkAllocation) { x - ACADEMY_TIMELINE_DIVIDER_WIDTH / 2, 0,
                                                 ACADEMY_TIMELINE_DIVIDER_WIDTH, height }, -1);
}

static void
academy_timeline_chart_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  gtk_widget_measure (ACADEMY_TIMELINE_CHART (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
academy_timeline_chart_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  AcademyTimelineChart *self = ACADEMY_TIMELINE_CHART (widget);

  academy_timeline_chart_set_width (self, width);
  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, -1);
  allocate_divider (self, width, height);
}

static void
update_font (AcademyTimelineChart *self)
{
  academy_timeline_context_set_font (self->context, gtk_widget_get_pango_context (GTK_WIDGET (self)));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
academy_timeline_chart_css_changed (GtkWidget         *widget,
                                    GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (academy_timeline_chart_parent_class)->css_changed (widget, change);
  update_font (ACADEMY_TIMELINE_CHART (widget));
}

static void
academy_timeline_chart_system_setting_changed (GtkWidget       *widget,
                                               GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (academy_timeline_chart_parent_class)->system_setting_changed (widget, setting);
  update_font (ACADEMY_TIMELINE_CHART (widget));
}

static void
academy_timeline_chart_dispose (GObject *object)
{
  AcademyTimelineChart *self = ACADEMY_TIMELINE_CHART (object);
  GtkWidget *child;

  g_clear_object (&self->reader);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_TIMELINE_CHART);
  g_clear_object (&self->context);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (academy_timeline_chart_parent_class)->dispose (object);
}

static void
academy_timeline_chart_class_init (AcademyTimelineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_timeline_chart_dispose;
  widget_class->measure = academy_timeline_chart_measure;
  widget_class->size_allocate = academy_timeline_chart_size_allocate;
  widget_class->focus = academy_timeline_keys_focus;
  widget_class->css_changed = academy_timeline_chart_css_changed;
  widget_class->system_setting_changed = academy_timeline_chart_system_setting_changed;

  g_type_ensure (ACADEMY_TYPE_TIMELINE_DIVIDER);
  g_type_ensure (ACADEMY_TYPE_TIMELINE_LAYER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/timeline/academy-timeline-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, box);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, ruler);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, body);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, grid);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, arrows);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, list);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, rope);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, bubble);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, adjustment);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineChart, divider);
  gtk_widget_class_bind_template_callback (widget_class, adjusted_cb);
  gtk_widget_class_bind_template_callback (widget_class, divider_moved_cb);
  gtk_widget_class_set_css_name (widget_class, "timeline-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
academy_timeline_chart_init (AcademyTimelineChart *self)
{
  g_autoptr(GtkListItemFactory) factory = NULL;

  self->context = academy_timeline_context_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  factory = academy_timeline_lane_factory_new (self->context);
  gtk_list_view_set_factory (self->list, factory);
  academy_timeline_layer_set_up_ruler (self->ruler, self->context);
  academy_timeline_layer_set_up_grid (self->grid, self->context);
  academy_timeline_layer_set_up (self->arrows, self->context, draw_arrows, self);
  academy_timeline_layer_set_up (self->rope, self->context, draw_rope, self);
}

/**
 * academy_timeline_chart_set_rows:
 * @self: a new chart
 * @selection: (transfer none): the selection, a #GtkMultiSelection over an
 *   #AcademyTimelineModel
 *
 * Shows the rows of @selection. To be called once, before the chart is mapped.
 */
void
academy_timeline_chart_set_rows (AcademyTimelineChart *self,
                                 GtkSelectionModel    *selection)
{
  self->model = g_object_ref (ACADEMY_TIMELINE_MODEL (gtk_multi_selection_get_model (GTK_MULTI_SELECTION (selection))));
  academy_timeline_context_set_store (self->context, academy_timeline_model_get_store (self->model));
  gtk_list_view_set_model (self->list, selection);
  self->reader = academy_timeline_reader_new (self->list, academy_timeline_model_get_store (self->model));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled_window), "value-changed",
                           G_CALLBACK (gtk_widget_queue_draw), self->arrows, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_axis (self), "changed", G_CALLBACK (update_adjustment), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update_adjustment), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (academy_timeline_model_get_store (self->model), "changed", G_CALLBACK (update_adjustment), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (academy_timeline_context_redraw), self->context,
                           G_CONNECT_SWAPPED);
}

/**
 * academy_timeline_chart_set_width:
 * @self: a chart with rows
 * @width: the width that the chart has, or would have if it were visible, in pixels
 *
 * Sets the width of titles and lanes, so that days can be scrolled to before the
 * chart is visible.
 */
void
academy_timeline_chart_set_width (AcademyTimelineChart *self,
                                  int                   width)
{
  double title_width = choose_title_width (self, width);

  academy_timeline_context_set_title_width (self->context, title_width);
  academy_axis_set_mirrored (get_axis (self), is_mirrored (self));
  academy_axis_set_width (get_axis (self), width - title_width);
}

/**
 * academy_timeline_chart_get_context:
 * @self: a chart
 *
 * Returns: (transfer none): the state that its parts share
 */
AcademyTimelineContext *
academy_timeline_chart_get_context (AcademyTimelineChart *self)
{
  return self->context;
}

/**
 * academy_timeline_chart_get_list:
 * @self: a chart
 *
 * Returns: (transfer none): the list of rows
 */
GtkListView *
academy_timeline_chart_get_list (AcademyTimelineChart *self)
{
  return self->list;
}

/**
 * academy_timeline_chart_fit:
 * @self: a chart with rows
 *
 * Zooms so that the whole plan is visible, from its first day to its last.
 */
void
academy_timeline_chart_fit (AcademyTimelineChart *self)
{
  AcademyDay first, last;
  double n_days;

  academy_timeline_model_get_range (self->model, &first, &last);
  if (first == 0)
    first = last = academy_timeline_context_get_today (self->context);
  n_days = MAX ((last + 1. - first) * (1 + 2 * FIT_MARGIN), LEAST_FIT_DAYS);
  academy_axis_show (get_axis (self), (first + last + 1.) / 2 - n_days / 2, n_days);
}

/**
 * academy_timeline_chart_show_day:
 * @self: a chart
 * @day: a Julian day
 *
 * Scrolls @day to the middle.
 */
void
academy_timeline_chart_show_day (AcademyTimelineChart *self,
                                 AcademyDay            day)
{
  academy_axis_scroll_to (get_axis (self), day + 0.5 - academy_axis_get_n_days (get_axis (self)) / 2);
}

/**
 * academy_timeline_chart_reveal_span:
 * @self: a chart
 * @span: days, of which the first or the last is known
 *
 * Scrolls until the days of @span are visible, or as many of them as there is room
 * for; does nothing when they are already.
 */
void
academy_timeline_chart_reveal_span (AcademyTimelineChart *self,
                                    const AcademySpan    *span)
{
  AcademyAxis *axis = get_axis (self);
  AcademyDay first = span->start != 0 ? span->start : span->end;
  AcademyDay last = span->end != 0 ? span->end : span->start;
  double n_days = academy_axis_get_n_days (axis);
  double visible = academy_axis_get_first (axis);
  double at_end = last + 1. - n_days;
  double at_start = first - n_days * 0.1;

  if (first < visible || last + 1. > visible + n_days)
    academy_axis_scroll_to (axis, at_end < first ? at_start : MAX (at_start, at_end));
}

/**
 * academy_timeline_chart_scroll_rows:
 * @self: a chart
 * @pixels: how far to scroll down; negative for up
 */
void
academy_timeline_chart_scroll_rows (AcademyTimelineChart *self,
                                    double                pixels)
{
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  gtk_adjustment_set_value (vertical, gtk_adjustment_get_value (vertical) + pixels);
}

/**
 * academy_timeline_chart_pick:
 * @self: a chart
 * @x: a point of the list
 * @y: the point
 * @lane_x: (out): the point from the left edge of the lanes, right of the titles
 * @lane_y: (out): the point from the top of the row
 *
 * Returns: (nullable) (transfer none): the lane of the row at the point
 */
AcademyTimelineLane *
academy_timeline_chart_pick (AcademyTimelineChart *self,
                             double                x,
                             double                y,
                             double               *lane_x,
                             double               *lane_y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *lane;
  graphene_point_t point;

  if (picked == NULL)
    return NULL;

  lane = ACADEMY_IS_TIMELINE_LANE (picked) ? picked : gtk_widget_get_first_child (picked);
  if (!ACADEMY_IS_TIMELINE_LANE (lane) || academy_timeline_lane_get_row (ACADEMY_TIMELINE_LANE (lane)) == NULL ||
      !gtk_widget_compute_point (GTK_WIDGET (self->list), lane, &GRAPHENE_POINT_INIT (x, y), &point))
    return NULL;

  *lane_x = point.x - academy_timeline_context_get_lane_x (self->context);
  *lane_y = point.y;
  return ACADEMY_TIMELINE_LANE (lane);
}

/**
 * academy_timeline_chart_set_rope:
 * @self: a chart
 * @from: where the rope begins, a point of the list
 * @to: where it ends
 *
 * Places the rope that is drawn while a dependency is dragged.
 */
void
academy_timeline_chart_set_rope (AcademyTimelineChart   *self,
                                 const graphene_point_t *from,
                                 const graphene_point_t *to)
{
  self->rope_from = *from;
  self->rope_to = *to;
}

/**
 * academy_timeline_chart_show_bubble:
 * @self: a chart
 * @text: the text of the bubble
 * @x: where the pointer is, a point of the list
 * @y: the point
 *
 * Shows @text beside the pointer.
 */
void
academy_timeline_chart_show_bubble (AcademyTimelineChart *self,
                                    const char           *text,
                                    double                x,
                                    double                y)
{
  GtkWidget *bubble = GTK_WIDGET (self->bubble);
  int room = gtk_widget_get_width (self->body);
  double start = academy_axis_is_mirrored (get_axis (self)) ? room - x : x;
  int width;

  gtk_label_set_label (self->bubble, text);
  gtk_widget_set_visible (bubble, TRUE);
  gtk_widget_set_margin_start (bubble, 0);
  gtk_widget_measure (bubble, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_set_margin_start (bubble, CLAMP (start + BUBBLE_ASIDE, 0, MAX (room - width, 0)));
  gtk_widget_set_margin_top (bubble, MAX (y - BUBBLE_ABOVE, 0));
}

/**
 * academy_timeline_chart_hide_bubble:
 * @self: a chart
 */
void
academy_timeline_chart_hide_bubble (AcademyTimelineChart *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bubble), FALSE);
}
