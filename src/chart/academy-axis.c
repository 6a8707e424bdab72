/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-axis.h"

#include <math.h>

struct _AcademyAxis {
  GObject  parent_instance;

  double   first;
  double   n_days;
  double   width;
  double   text_scale;
  gboolean mirrored;
};

enum {
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyAxis, academy_axis, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/**
 * AcademyAxis:
 *
 * The axis of time of a timeline: maps days to pixels by the day at its beginning,
 * the number of days that it shows and its width. Days are Julian days (see
 * #GDate); a whole number is the beginning of a day, a fraction a time of the day.
 *
 * Text direction: where text runs from right to left, so does time. Only this
 * class mirrors; all others ask it for positions.
 */

static void
academy_axis_class_init (AcademyAxisClass *klass)
{
  /**
   * AcademyAxis::changed:
   * @self: the axis
   *
   * Emitted when a day has another position.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_axis_init (AcademyAxis *self)
{
  self->width = 1;
  self->text_scale = 1;
  self->n_days = 90;
  self->first = 1;
}

static void
set (AcademyAxis *self,
     double       first,
     double       n_days,
     double       width,
     gboolean     mirrored)
{
  first = MAX (first, 1);

  if (first == self->first && n_days == self->n_days && width == self->width && mirrored == self->mirrored)
    return;

  self->first = first;
  self->n_days = n_days;
  self->width = width;
  self->mirrored = mirrored;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * academy_axis_new:
 *
 * Returns: (transfer full): an axis of 90 days, to be set by academy_axis_show()
 *   and academy_axis_set_width()
 */
AcademyAxis *
academy_axis_new (void)
{
  return g_object_new (ACADEMY_TYPE_AXIS, NULL);
}

/**
 * academy_axis_get_first:
 * @self: an axis
 *
 * Returns: the day at the beginning; its fraction is the part of it that is
 *   scrolled out of the viewport
 */
double
academy_axis_get_first (AcademyAxis *self)
{
  return self->first;
}

/**
 * academy_axis_get_scale:
 * @self: an axis
 *
 * Returns: the pixels per day
 */
double
academy_axis_get_scale (AcademyAxis *self)
{
  return self->width / self->n_days;
}

/**
 * academy_axis_get_width:
 * @self: an axis
 *
 * Returns: the width in pixels
 */
double
academy_axis_get_width (AcademyAxis *self)
{
  return self->width;
}

/**
 * academy_axis_get_n_days:
 * @self: an axis
 *
 * Returns: the number of days that the width shows
 */
double
academy_axis_get_n_days (AcademyAxis *self)
{
  return self->n_days;
}

/**
 * academy_axis_get_zoom:
 * @self: an axis
 *
 * Returns: (transfer none): the zoom level for the current scale and text size
 */
const AcademyZoom *
academy_axis_get_zoom (AcademyAxis *self)
{
  return academy_zoom_find (academy_axis_get_scale (self) / self->text_scale);
}

/**
 * academy_axis_get_text_scale:
 * @self: an axis
 *
 * Returns: the text size as a factor of the normal one
 */
double
academy_axis_get_text_scale (AcademyAxis *self)
{
  return self->text_scale;
}

/**
 * academy_axis_set_text_scale:
 * @self: an axis
 * @text_scale: the text size as a factor of the normal one
 *
 * Sets the text size. Larger text has room for fewer labels, so that a zoom level
 * with larger units is used.
 */
void
academy_axis_set_text_scale (AcademyAxis *self,
                             double       text_scale)
{
  if (self->text_scale == text_scale)
    return;

  self->text_scale = text_scale;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * academy_axis_is_mirrored:
 * @self: an axis
 *
 * Returns: whether time runs from right to left
 */
gboolean
academy_axis_is_mirrored (AcademyAxis *self)
{
  return self->mirrored;
}

/**
 * academy_axis_get_visible:
 * @self: an axis
 * @first: (out): the first day that is at least partly visible
 * @last: (out): the last one
 */
void
academy_axis_get_visible (AcademyAxis *self,
                          AcademyDay  *first,
                          AcademyDay  *last)
{
  *first = floor (self->first);
  *last = MAX (ceil (self->first + self->n_days) - 1, *first);
}

/**
 * academy_axis_get_x:
 * @self: an axis
 * @day: a day; its fraction is the part of it that has passed
 *
 * Returns: the position of @day, in pixels from the left edge
 */
double
academy_axis_get_x (AcademyAxis *self,
                    double       day)
{
  double x = (day - self->first) * academy_axis_get_scale (self);

  return self->mirrored ? self->width - x : x;
}

/**
 * academy_axis_get_day:
 * @self: an axis
 * @x: a position, in pixels from the left edge
 *
 * Returns: the day at @x; the inverse of academy_axis_get_x()
 */
double
academy_axis_get_day (AcademyAxis *self,
                      double       x)
{
  return self->first + (self->mirrored ? self->width - x : x) / academy_axis_get_scale (self);
}

/**
 * academy_axis_set_width:
 * @self: an axis
 * @width: the width in pixels
 *
 * Sets the width and keeps the days that are shown.
 */
void
academy_axis_set_width (AcademyAxis *self,
                        double       width)
{
  set (self, self->first, self->n_days, MAX (width, 1), self->mirrored);
}

/**
 * academy_axis_set_mirrored:
 * @self: an axis
 * @mirrored: whether time runs from right to left
 */
void
academy_axis_set_mirrored (AcademyAxis *self,
                           gboolean     mirrored)
{
  set (self, self->first, self->n_days, self->width, mirrored);
}

/**
 * academy_axis_scroll_to:
 * @self: an axis
 * @first: the day at the beginning
 *
 * Scrolls to @first and keeps the scale.
 */
void
academy_axis_scroll_to (AcademyAxis *self,
                        double       first)
{
  set (self, first, self->n_days, self->width, self->mirrored);
}

/**
 * academy_axis_zoom:
 * @self: an axis
 * @factor: the factor by which each day becomes wider
 * @x: the position whose day does not move, in pixels from the left edge
 *
 * Zooms between %ACADEMY_AXIS_FEWEST_DAYS and %ACADEMY_AXIS_MOST_DAYS.
 */
void
academy_axis_zoom (AcademyAxis *self,
                   double       factor,
                   double       x)
{
  double day = academy_axis_get_day (self, x);
  double n_days = CLAMP (self->n_days / factor, ACADEMY_AXIS_FEWEST_DAYS, MAX (self->n_days, ACADEMY_AXIS_MOST_DAYS));

  set (self, day - (day - self->first) * n_days / self->n_days, n_days, self->width, self->mirrored);
}

/**
 * academy_axis_show:
 * @self: an axis
 * @first: the day at the beginning
 * @n_days: the number of days to show; it may be more than
 *   %ACADEMY_AXIS_MOST_DAYS, because a plan may be longer
 *
 * Scrolls and zooms, so that these days fill the axis.
 */
void
academy_axis_show (AcademyAxis *self,
                   double       first,
                   double       n_days)
{
  set (self, first, MAX (n_days, ACADEMY_AXIS_FEWEST_DAYS), self->width, self->mirrored);
}
