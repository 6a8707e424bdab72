/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#define GHOST 6

/* How lines are set: what a bar is higher than a line of text, and what a row is
 * higher than its bar, or its text. */
static const struct {
  double font;
  double bar;
  double row;
  double text;
} densities[ACADEMY_N_DENSITIES] = {
  [ACADEMY_DENSITY_ROOMY] = { ACADEMY_PAPER_FONT, 4, 8, 8 },
  [ACADEMY_DENSITY_CLOSE] = { ACADEMY_PAPER_FONT, 0, 2, 2 },
  [ACADEMY_DENSITY_TIGHT] = { ACADEMY_PAPER_LEAST_FONT, -2, 1, -1 },
  [ACADEMY_DENSITY_PACKED] = { ACADEMY_PAPER_LEAST_FONT, -4, 1, 0 },
};

/* What is left for the lines of a picture that has none. */
#define LEAST_ROOM 40

/* More lines than these are more than a page of A3 holds. */
#define MOST_ON_A_PAGE 300

/* From here on days of rest are told apart. */
#define LEAST_REST 2.5

/**
 * academy_paper_use_density:
 * @self: a paper
 * @density: how close lines are
 *
 * Sets the text and the sizes of all that is measured and drawn from now on.
 */
void
academy_paper_use_density (AcademyPaper   *self,
                           AcademyDensity  density)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, "Sans");
  pango_font_description_set_size (description, densities[density].font * PANGO_SCALE);
  /* A glyph that stands for several letters, or for a letter among others, could
   * not be read out of a PDF file again. */
  pango_font_description_set_features_static (description, "calt=0,liga=0");
  pango_context_set_font_description (self->context, description);
  pango_font_description_free (description);
  g_hash_table_remove_all (self->labels);

  self->density = density;
  self->metrics.line = academy_paint_line_height (self->context);
  self->metrics.bar = self->metrics.line + densities[density].bar;
  self->metrics.top = densities[density].row / 2;
  self->metrics.row = self->metrics.bar + densities[density].row + (self->baseline != NULL ? GHOST : 0);
}

/**
 * academy_paper_set_column:
 * @self: a paper
 * @column: the width of what stands beside the lanes
 */
void
academy_paper_set_column (AcademyPaper *self,
                          double        column)
{
  self->column = column;
  academy_axis_set_width (self->axis, self->width - academy_paper_get_lane_x (self));
}

double
academy_paper_get_lane_x (AcademyPaper *self)
{
  return self->column + ACADEMY_PAPER_GAP;
}

/**
 * academy_paper_get_room:
 * @self: a paper
 *
 * Returns: the height that a page has for its lines
 */
double
academy_paper_get_room (AcademyPaper *self)
{
  return self->height - self->top - self->bottom;
}

/* What cannot is only measured as it is set on several. */
static gboolean
may_fit_on_one_page (AcademyPaper *self)
{
  return !self->picture && self->places->len <= MOST_ON_A_PAGE;
}

/* At which density several pages are set, and pictures. A programme is looked
 * over; a plan is read, with the owners and the days of its measures. */
static AcademyDensity
get_usual_density (AcademyPaper *self)
{
  return self->organisation != NULL || self->picture ? ACADEMY_DENSITY_ROOMY : ACADEMY_DENSITY_CLOSE;
}

static int
measure_column (AcademyPaper       *self,
                AcademyTimelineRow *row,
                AcademyDensity      density,
                gboolean            continued)
{
  g_autoptr(PangoLayout) column = academy_paper_create_column (self, row, density, continued);
  int height;

  pango_layout_get_pixel_size (column, NULL, &height);
  return height;
}

/**
 * academy_paper_measure_line:
 * @self: a paper
 * @line: the number of a line
 * @error: says why it could not be read
 *
 * Finds how high @line is at each density, and which signs it has.
 *
 * Returns: whether it could be read
 */
gboolean
academy_paper_measure_line (AcademyPaper  *self,
                            guint          line,
                            GError       **error)
{
  AcademyPaperLine *place = academy_paper_get_line (self, line);
  g_autoptr(AcademyTimelineRow) row = academy_paper_create_row (self, line, error);

  if (row == NULL)
    return FALSE;

  self->signs |= academy_legend_find (academy_timeline_row_get_bar (row));
  for (guint density = 0; density < ACADEMY_DENSITY_PACKED; density++)
    {
      int height;

      if (density != get_usual_density (self) && !may_fit_on_one_page (self))
        continue;

      height = measure_column (self, row, density, FALSE);
      if (academy_timeline_row_is_heading (row))
        height = MAX (height, measure_column (self, row, density, TRUE));
      academy_paper_use_density (self, density);
      place->heights[density] = MAX (self->metrics.row, height + densities[density].text);
    }

  return TRUE;
}

static double
add_up (AcademyPaper   *self,
        AcademyDensity  density)
{
  double sum = 0;

  for (guint i = 0; i < self->places->len; i++)
    sum += academy_paper_get_line (self, i)->heights[density];

  return sum;
}

static void
add_page (AcademyPaper *self,
          guint         first,
          guint         n_lines,
          gboolean      continued)
{
  AcademyPaperPage page = { .first = first, .n_lines = n_lines, .continued = continued };

  g_array_append_val (self->pages, page);
}

/* What room is left makes lines less close, up to the roomiest. */
static void
place_on_one_page (AcademyPaper   *self,
                   AcademyDensity  density,
                   double          room)
{
  double least = add_up (self, density);
  double most = add_up (self, ACADEMY_DENSITY_ROOMY);
  double share = most > least ? CLAMP ((room - least) / (most - least), 0, 1) : 0;
  double y = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      AcademyPaperLine *place = academy_paper_get_line (self, i);

      place->y = y;
      place->height = place->heights[density] + share * (place->heights[ACADEMY_DENSITY_ROOMY] - place->heights[density]);
      y += place->height;
    }
  add_page (self, 0, self->places->len, FALSE);
}

/* A heading stands on the page of the first line below it, and is repeated
 * where a page begins between its lines. */
static void
place_on_pages (AcademyPaper   *self,
                AcademyDensity  density)
{
  double room = academy_paper_get_room (self);
  double y = 0;
  guint first = 0;
  float heading = 0;
  gboolean continued = FALSE;

  g_array_set_size (self->pages, 0);
  for (guint i = 0; i < self->places->len; i++)
    {
      AcademyPaperLine *place = academy_paper_get_line (self, i);
      gboolean is_heading = academy_paper_is_heading (self, i);
      gboolean has_lines = is_heading && i + 1 < self->places->len && !academy_paper_is_heading (self, i + 1);
      double needed = place->heights[density] + (has_lines ? academy_paper_get_line (self, i + 1)->heights[density] : 0);

      if (i > first && y + needed > room)
        {
          add_page (self, first, i - first, continued);
          first = i;
          continued = !is_heading;
          y = continued ? heading : 0;
        }
      if (is_heading)
        heading = place->heights[density];
      place->y = y;
      place->height = place->heights[density];
      y += place->height;
    }
  add_page (self, first, self->places->len - first, continued);
}

static guint
find_page (AcademyPaper *self,
           guint         line)
{
  guint page = self->pages->len - 1;

  while (g_array_index (self->pages, AcademyPaperPage, page).first > line)
    page--;

  return page;
}

static gboolean
has_link_between_pages (AcademyPaper *self)
{
  GArray *links = academy_timeline_notes_get_links (self->notes);

  for (guint i = 0; i < links->len; i++)
    {
      const AcademyTimelineLink *link = &g_array_index (links, AcademyTimelineLink, i);

      if (find_page (self, link->from) != find_page (self, link->to))
        return TRUE;
    }

  return FALSE;
}

/* The signs that are not those of a line. */
static void
find_common_signs (AcademyPaper *self)
{
  GArray *links = academy_timeline_notes_get_links (self->notes);
  guint32 first, last;

  for (guint i = 0; i < links->len; i++)
    self->signs |= 1u << (g_array_index (links, AcademyTimelineLink, i).broken ? ACADEMY_SIGN_BROKEN : ACADEMY_SIGN_DEPENDENCY);

  academy_axis_get_visible (self->axis, &first, &last);
  if (self->today >= first && self->today <= last)
    self->signs |= 1u << ACADEMY_SIGN_TODAY;
  if (academy_axis_get_scale (self->axis) >= LEAST_REST)
    self->signs |= 1u << ACADEMY_SIGN_REST;
}

static void
lay_out_picture (AcademyPaper *self)
{
  academy_paper_use_density (self, ACADEMY_DENSITY_ROOMY);
  academy_paper_measure_frame (self);
  place_on_one_page (self, ACADEMY_DENSITY_ROOMY, G_MAXDOUBLE);
  self->height = self->top + MAX (add_up (self, ACADEMY_DENSITY_ROOMY), LEAST_ROOM) + self->bottom;
}

static void
lay_out_pages (AcademyPaper *self)
{
  AcademyDensity density = get_usual_density (self);

  academy_paper_use_density (self, density);
  academy_paper_measure_frame (self);
  place_on_pages (self, density);
  if (!has_link_between_pages (self))
    return;

  self->signs |= 1u << ACADEMY_SIGN_ELSEWHERE;
  academy_paper_measure_frame (self);
  place_on_pages (self, density);
}

/**
 * academy_paper_lay_out:
 * @self: a paper of which every line is measured
 * @error: says why a line could not be read
 *
 * Finds the place of every line: on one page, at the roomiest density that fits,
 * or else on several. The whole programme is packed before it takes several.
 *
 * Returns: whether all could be read
 */
gboolean
academy_paper_lay_out (AcademyPaper  *self,
                       GError       **error)
{
  gboolean fits = FALSE;

  g_array_set_size (self->pages, 0);
  find_common_signs (self);
  if (self->picture)
    {
      lay_out_picture (self);
      return TRUE;
    }

  for (guint density = 0; may_fit_on_one_page (self) && density < ACADEMY_DENSITY_PACKED; density++)
    {
      academy_paper_use_density (self, density);
      academy_paper_measure_frame (self);
      if (add_up (self, density) > academy_paper_get_room (self))
        continue;

      place_on_one_page (self, density, academy_paper_get_room (self));
      return TRUE;
    }

  if (self->organisation == NULL && !academy_paper_pack (self, &fits, error))
    return FALSE;
  if (fits)
    add_page (self, 0, self->places->len, FALSE);
  else
    lay_out_pages (self);

  return TRUE;
}
