/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include <math.h>

#include "academy-timeline-divider.h"

#define NARROW          560
#define LEAST_TITLE     180
#define MOST_TITLE      340
#define TITLE_PART      0.28
/* As far as somebody may make the titles narrower, and the lanes. */
#define LEAST_OWN_TITLE 120
#define LEAST_LANE      240

void
academy_timeline_view_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  int header_minimum = 0, header_natural = 0;

  gtk_widget_measure (self->stack, orientation, -1, minimum, natural, NULL, NULL);
  if (self->header != NULL)
    gtk_widget_measure (self->header, orientation, -1, &header_minimum, &header_natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += header_minimum;
      *natural += header_natural;
    }
  else
    {
      *minimum = MAX (*minimum, header_minimum);
      *natural = MAX (*natural, header_natural);
    }
}

/* How wide somebody wants the titles is the same wherever they are. */
static double *
get_own_title_width (AcademyTimelineView *self)
{
  return &academy_timeline_session_get (academy_timeline_model_get_store (self->model), NULL)->title_width;
}

static void
divider_moved_cb (AcademyTimelineView *self,
                  double               x)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  *get_own_title_width (self) = MAX (mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x, 1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Where there is little room, titles stand on the bars only. */
static double
choose_title_width (AcademyTimelineView *self,
                    int                  width)
{
  double text = academy_axis_get_text_scale (academy_timeline_context_get_axis (self->context));
  double own = *get_own_title_width (self);
  double least = LEAST_OWN_TITLE * text;
  double most = MAX (width - LEAST_LANE * text, least);
  double title_width;

  if (width < NARROW * text)
    return 0;

  title_width = own > 0 ? CLAMP (own, least, most) : CLAMP (width * TITLE_PART, LEAST_TITLE * text, MOST_TITLE * text);
  /* Lines and edges are drawn at whole pixels from there on. */
  title_width = round (title_width);
  academy_timeline_divider_set_value (ACADEMY_TIMELINE_DIVIDER (self->divider), title_width, least, most);
  return title_width;
}

static void
allocate_divider (AcademyTimelineView *self,
                  int                  width,
                  int                  top,
                  int                  height)
{
  double title_width = academy_timeline_context_get_title_width (self->context);
  double x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - title_width : title_width;
  gboolean shown = title_width > 0 && gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->chart;

  gtk_widget_set_child_visible (self->divider, shown);
  gtk_widget_set_focusable (self->divider, shown);
  if (shown)
    gtk_widget_size_allocate (self->divider,
                              &(GtkAllocation) { x - ACADEMY_TIMELINE_DIVIDER_WIDTH / 2, top,
                                                 ACADEMY_TIMELINE_DIVIDER_WIDTH, height }, -1);
}

void
academy_timeline_view_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  double title_width = choose_title_width (self, width);
  int header_height = 0;

  academy_timeline_context_set_title_width (self->context, title_width);
  academy_axis_set_mirrored (axis, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  academy_axis_set_width (axis, width - title_width);
  if (!self->fitted && width > 1)
    {
      self->fitted = TRUE;
      academy_timeline_view_restore_zoom (self);
    }

  if (self->header != NULL)
    {
      gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width, &header_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->header, &(GtkAllocation) { 0, 0, width, header_height }, -1);
    }
  gtk_widget_size_allocate (self->stack, &(GtkAllocation) { 0, header_height, width, height - header_height }, -1);
  allocate_divider (self, width, header_height, height - header_height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

void
academy_timeline_view_add_divider (AcademyTimelineView *self)
{
  self->divider = academy_timeline_divider_new ();
  g_signal_connect_object (self->divider, "moved", G_CALLBACK (divider_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->divider, GTK_WIDGET (self));
}
