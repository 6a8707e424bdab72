/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "academy-timeline-layer.h"

#define FIT_MARGIN     0.04
#define LEAST_FIT_DAYS 60
/* As many rows as take less time than anybody notices. */
#define SOME_ROWS      4

void
academy_timeline_view_zoom (AcademyTimelineView *self,
                            double               factor,
                            double               x)
{
  academy_axis_zoom (academy_timeline_context_get_axis (self->context), factor, x);
  academy_timeline_view_update_actions (self);
}

/* Everything from the first day to the last. */
void
academy_timeline_view_fit (AcademyTimelineView *self)
{
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  guint32 first, last;
  double n_days;

  academy_timeline_model_get_range (self->model, &first, &last);
  if (first == 0)
    first = last = academy_timeline_context_get_today (self->context);
  n_days = MAX ((last + 1. - first) * (1 + 2 * FIT_MARGIN), LEAST_FIT_DAYS);
  academy_axis_show (axis, (first + last + 1.) / 2 - n_days / 2, n_days);
  academy_timeline_view_update_actions (self);
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

/* A line of which neither end is in sight tells nothing, and there may be
 * thousands of them; one that goes far away is cut where it is out of sight,
 * because a renderer would walk the whole of it. */
static void
draw_arrows (const AcademyPainter   *painter,
             AcademyTimelineContext *context,
             PangoContext           *pango,
             double                  height,
             gpointer                data)
{
  AcademyTimelineView *self = data;
  GArray *links = academy_timeline_model_get_links (self->model);
  double row = painter->metrics->row;
  double scrolled = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)));
  double above = -2 * row, below = height + row;
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (context);
  guint32 first_day, last_day;

  academy_axis_get_visible (painter->axis, &first_day, &last_day);
  for (guint i = 0; i < links->len; i++)
    {
      AcademyTimelineLink link = g_array_index (links, AcademyTimelineLink, i);
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
  AcademyTimelineView *self = data;
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (context);
  double x = academy_timeline_context_get_lane_x (context);

  if (drag != NULL && academy_timeline_drag_get_mode (drag) == ACADEMY_DRAG_LINK)
    academy_paint_rope (painter, self->pressed_x - x, self->pressed_y, self->pointer_x - x, self->pointer_y);
}

/* All lanes that the list has, and how many of them are in sight, from which on. */
static GPtrArray *
get_lanes (AcademyTimelineView *self,
           guint               *first,
           guint               *n_shown)
{
  GPtrArray *lanes = g_ptr_array_new ();

  *first = *n_shown = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_get_child_visible (row) && (*n_shown)++ == 0)
        *first = lanes->len;
      g_ptr_array_add (lanes, gtk_widget_get_first_child (row));
    }

  return lanes;
}

/* The list knows of it by now; the lanes that it has are to show it. */
static void
selection_changed_cb (AcademyTimelineView *self)
{
  guint first, n_shown;
  g_autoptr(GPtrArray) lanes = get_lanes (self, &first, &n_shown);

  for (guint i = 0; i < lanes->len; i++)
    academy_timeline_lane_update_selected (g_ptr_array_index (lanes, i));
}

/* Reads the rows in the viewport in one transaction: to open the file for reading
 * takes as long as to read a row. */
void
academy_timeline_view_read_rows (AcademyTimelineView *self)
{
  AcademyStore *store = self->model != NULL ? academy_timeline_model_get_store (self->model) : NULL;
  gboolean together = FALSE;
  guint first, n_shown;
  g_autoptr(GPtrArray) lanes = get_lanes (self, &first, &n_shown);

  for (guint i = first; i < first + n_shown; i++)
    if (!academy_timeline_lane_is_prepared (g_ptr_array_index (lanes, i)))
      {
        together = together || academy_store_begin_reading (store, NULL);
        academy_timeline_lane_prepare (g_ptr_array_index (lanes, i));
      }

  if (together)
    academy_store_end_reading (store);
}

static gboolean
prepare_some (AcademyTimelineView *self)
{
  guint first, n_shown, n_prepared = 0;
  g_autoptr(GPtrArray) lanes = get_lanes (self, &first, &n_shown);

  for (guint i = first - MIN (first, n_shown); i < MIN (lanes->len, first + 2 * n_shown); i++)
    if (academy_timeline_lane_prepare (g_ptr_array_index (lanes, i)) && ++n_prepared == SOME_ROWS)
      return TRUE;

  return FALSE;
}

/* Who goes on by pages or less will want the rows next to those in sight; who
 * leaps will leap on. */
static gboolean
prepare_cb (gpointer data)
{
  AcademyTimelineView *self = data;

  if (!self->leapt && prepare_some (self))
    return G_SOURCE_CONTINUE;

  self->leapt = FALSE;
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

/* The list goes on a little by itself after a leap. */
static void
scrolled_cb (AcademyTimelineView *self,
             GtkAdjustment       *adjustment)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (fabs (value - self->scrolled_to) > 2 * gtk_adjustment_get_page_size (adjustment))
    self->leapt = TRUE;
  self->scrolled_to = value;
  gtk_widget_queue_draw (self->arrows);
  if (self->prepare_id == 0)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static GtkWidget *
create_body (AcademyTimelineView *self)
{
  g_autoptr(GtkListItemFactory) factory = academy_timeline_lane_factory_new (self->context);
  GtkWidget *overlay = gtk_overlay_new ();

  self->list = GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)),
                                                 g_steal_pointer (&factory)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "timeline-rows");
  gtk_list_view_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));

  self->arrows = academy_timeline_layer_new (self->context, draw_arrows, self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  self->bubble = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->bubble, "timeline-bubble");
  gtk_widget_set_can_target (self->bubble, FALSE);
  gtk_widget_set_halign (self->bubble, GTK_ALIGN_START);
  gtk_widget_set_valign (self->bubble, GTK_ALIGN_START);
  gtk_widget_set_visible (self->bubble, FALSE);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), academy_timeline_layer_new_grid (self->context));
  /* Lines run behind titles, so that these can be read. */
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->arrows);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->scrolled);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), academy_timeline_layer_new (self->context, draw_rope, self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->bubble);
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_widget_set_overflow (overlay, GTK_OVERFLOW_HIDDEN);

  return overlay;
}

/* The scale of time, the rows with what is behind and before them, and the
 * scrollbar of time. */
GtkWidget *
academy_timeline_view_create_chart (AcademyTimelineView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->ruler = academy_timeline_layer_new_ruler (self->context);
  self->body = create_body (self);
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->adjustment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrollbar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time"), -1);

  gtk_box_append (GTK_BOX (box), self->ruler);
  gtk_box_append (GTK_BOX (box), self->body);
  gtk_box_append (GTK_BOX (box), self->scrollbar);

  return box;
}
