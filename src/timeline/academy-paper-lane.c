/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>

/**
 * academy_paper_get_extent:
 * @self: a paper
 * @bar: a bar
 * @title: its title
 * @left: (out): the left edge of both in the lane
 * @right: (out): the right edge
 *
 * Returns: whether the title is whole; what has no bar in sight has its title at
 *   the edge where it would be
 */
gboolean
academy_paper_get_extent (AcademyPaper     *self,
                          const AcademyBar *bar,
                          PangoLayout      *title,
                          double           *left,
                          double           *right)
{
  AcademyBarText text = { .title = title };
  double width = academy_axis_get_width (self->axis);
  double text_left, text_right;
  int title_width;

  if (bar->shape != ACADEMY_BAR_NONE)
    {
      academy_bar_get_extent (bar, self->axis, &self->metrics, left, right);
      if (*right >= 0 && *left <= width)
        {
          if (!academy_bar_get_text_extent (bar, self->axis, &self->metrics, &text, &text_left, &text_right))
            return FALSE;
          *left = MIN (*left, text_left);
          *right = MAX (*right, text_right);
          return TRUE;
        }
    }

  pango_layout_get_pixel_size (title, &title_width, NULL);
  title_width += 2 * ACADEMY_PAPER_GAP;
  if (bar->shape == ACADEMY_BAR_NONE || *right < 0)
    *left = 0;
  else
    *left = width - title_width;
  *right = *left + title_width;
  return title_width <= width;
}

static gboolean
is_in_sight (AcademyPaper     *self,
             const AcademyBar *bar)
{
  double left, right;

  if (bar->shape == ACADEMY_BAR_NONE)
    return FALSE;

  academy_bar_get_extent (bar, self->axis, &self->metrics, &left, &right);
  return right >= 0 && left <= academy_axis_get_width (self->axis);
}

static PangoLayout *
create_text (AcademyPaper *self,
             char         *text)
{
  PangoLayout *layout = text != NULL ? pango_layout_new (self->context) : NULL;

  if (layout != NULL)
    pango_layout_set_text (layout, text, -1);
  g_free (text);

  return layout;
}

/* What is behind a bar and its text is not to be read through them. */
static void
paint_white (GtkSnapshot          *snapshot,
             const AcademyMetrics *metrics,
             double                left,
             double                right)
{
  static const GdkRGBA white = { 1, 1, 1, 0.85f };

  gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT (left, metrics->top + 1, right - left, metrics->bar - 2));
}

static void
paint_bar_and_text (AcademyPaper         *self,
                    GtkSnapshot          *snapshot,
                    const AcademyBar     *bar,
                    const AcademyBarText *text)
{
  const AcademyMetrics *metrics = &self->metrics;
  double left, right, text_left, text_right;

  academy_bar_get_extent (bar, self->axis, metrics, &left, &right);
  if (!academy_bar_is_point (bar))
    paint_white (snapshot, metrics, left + 1, right - 1);
  if (text->title != NULL && academy_bar_get_text_extent (bar, self->axis, metrics, text, &text_left, &text_right) &&
      (text_left >= right || text_right <= left))
    paint_white (snapshot, metrics, text_left, text_right);
  academy_paint_bar (snapshot, self->axis, &self->palette, metrics, bar, text, self->today);
}

/* Text of what has no bar in sight. */
static void
paint_aside (AcademyPaper     *self,
             GtkSnapshot      *snapshot,
             const AcademyBar *bar,
             PangoLayout      *text)
{
  double left, right;

  academy_paper_get_extent (self, bar, text, &left, &right);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left + ACADEMY_PAPER_GAP,
                                                          self->metrics.top + (self->metrics.bar - self->metrics.line) / 2));
  gtk_snapshot_append_layout (snapshot, text, &self->palette.dim);
  gtk_snapshot_restore (snapshot);
}

/* A line that has others beside it has no room but for its title. */
static void
paint_packed (AcademyPaper     *self,
              GtkSnapshot      *snapshot,
              const AcademyBar *bar,
              PangoLayout      *title)
{
  AcademyBarText text = { .title = title };

  if (bar->shape != ACADEMY_BAR_NONE)
    paint_bar_and_text (self, snapshot, bar, &text);
  if (!is_in_sight (self, bar))
    paint_aside (self, snapshot, bar, title);
}

/* The column has the whole title; here it stands where it is whole, and
 * otherwise the status stands alone. */
static void
paint_bar (AcademyPaper       *self,
           GtkSnapshot        *snapshot,
           AcademyTimelineRow *row,
           PangoLayout        *title)
{
  const AcademyBar *bar = academy_timeline_row_get_bar (row);
  g_autoptr(PangoLayout) status = create_text (self, academy_timeline_row_dup_note (row, self->facts.language));
  g_autoptr(PangoLayout) slip = create_text (self, academy_bar_dup_slip (bar, self->facts.language));
  AcademyBarText text = { .title = title, .status = status, .slip = slip };
  double left, right;

  if (!academy_paper_get_extent (self, bar, title, &left, &right))
    text = (AcademyBarText) { .title = status, .slip = slip };

  if (bar->shape != ACADEMY_BAR_NONE)
    {
      paint_bar_and_text (self, snapshot, bar, &text);
      return;
    }

  pango_layout_set_text (title, academy_language_translate (self->facts.language, N_("no dates yet")), -1);
  paint_aside (self, snapshot, bar, title);
}

/**
 * academy_paper_paint_lane:
 * @self: a paper
 * @snapshot: where it is drawn; its origin is the top left of the lane
 * @row: a line
 *
 * Draws the bar of @row with its text, or the bracket of a heading.
 */
void
academy_paper_paint_lane (AcademyPaper       *self,
                          GtkSnapshot        *snapshot,
                          AcademyTimelineRow *row)
{
  static const AcademyBarText no_text = { NULL, NULL, NULL };
  const AcademyBar *bar = academy_timeline_row_get_bar (row);
  g_autoptr(PangoLayout) title = academy_paper_create_title (self, row);

  if (academy_timeline_row_is_heading (row))
    academy_paint_bar (snapshot, self->axis, &self->palette, &self->metrics, bar, &no_text, self->today);
  else if (self->packed)
    paint_packed (self, snapshot, bar, title);
  else
    paint_bar (self, snapshot, row, title);
}
