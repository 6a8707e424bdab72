/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

/* The room for the baseline below a bar, in pixels. */
#define GHOST 6

/* The font size of each density, in points, and by how many pixels a bar is
 * higher than a line of text, a row higher than its bar, and a row higher than
 * the text in its column. */
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

/* The least height for the lines of a picture, so that a picture without lines
 * has room for its message. */
#define LEAST_ROOM 40

/* The number of lines above which one page of A3 is too small, so that measuring
 * them for it would be in vain. */
#define MOST_ON_A_PAGE 300

/* The number of lines whose columns are kept from measuring to drawing: a layout
 * takes one or two kilobytes. */
#define MOST_KEPT 2000

/**
 * academy_paper_get_usual_density:
 * @self: a paper
 *
 * Returns: the density of several pages and of pictures. A programme is an
 *   overview; a plan is read closely, with the owners and the days of its measures.
 */
AcademyDensity
academy_paper_get_usual_density (AcademyPaper *self)
{
  return self->organisation != NULL || self->picture ? ACADEMY_DENSITY_ROOMY : ACADEMY_DENSITY_CLOSE;
}

/**
 * academy_paper_use_density:
 * @self: a paper
 * @density: a density
 *
 * Sets the font and the sizes for all that is measured and drawn next.
 */
void
academy_paper_use_density (AcademyPaper  *self,
                           AcademyDensity density)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, "Sans");
  pango_font_description_set_size (description, densities[density].font * PANGO_SCALE);
  /* Disable ligatures and contextual alternates: their glyphs stand for several
   * characters, which programs could not extract from a PDF. */
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
 * academy_paper_measure_rows:
 * @self: a paper
 *
 * Measures the least height of a line at each density.
 */
void
academy_paper_measure_rows (AcademyPaper *self)
{
  for (guint density = 0; density < ACADEMY_N_DENSITIES; density++)
    {
      academy_paper_use_density (self, density);
      self->least_heights[density] = self->metrics.row;
    }

  /* Another font would make Pango lay out the columns again. */
  academy_paper_use_density (self, academy_paper_get_usual_density (self));
}

/**
 * academy_paper_set_column:
 * @self: a paper
 * @column: the width of the texts beside the lanes, in pixels
 *
 * Sets the width of the column; the axis takes the rest of the page.
 */
void
academy_paper_set_column (AcademyPaper *self,
                          double        column)
{
  self->column = column;
  academy_axis_set_width (self->axis, self->width - academy_paper_get_lane_x (self));
}

/**
 * academy_paper_get_lane_x:
 * @self: a paper
 *
 * Returns: the left edge of the lanes, in pixels
 */
double
academy_paper_get_lane_x (AcademyPaper *self)
{
  return self->column + ACADEMY_PAPER_GAP;
}

/**
 * academy_paper_get_room:
 * @self: a paper whose frame is measured
 *
 * Returns: the height of the lines of a page, in pixels
 */
double
academy_paper_get_room (AcademyPaper *self)
{
  return self->height - self->top - self->bottom;
}

/* Returns whether it is worth measuring lines at the densities of a single page. */
static gboolean
may_fit_on_one_page (AcademyPaper *self)
{
  return !self->picture && self->places->len <= MOST_ON_A_PAGE;
}

static int
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/**
 * academy_paper_measure_line:
 * @self: a paper
 * @line: the number of a line
 * @error: return location for an error
 *
 * Measures the height of a line at each density, and finds its signs.
 *
 * Returns: whether the line could be read
 */
gboolean
academy_paper_measure_line (AcademyPaper *self,
                            guint         line,
                            GError      **error)
{
  AcademyPaperLine *place = academy_paper_get_line (self, line);
  g_autoptr(AcademyLine) row = academy_paper_create_row (self, line, error);

  if (row == NULL)
    return FALSE;

  self->signs |= academy_legend_find (academy_line_get_bar (row));
  for (guint density = 0; density < ACADEMY_DENSITY_PACKED; density++)
    {
      gboolean usual = density == academy_paper_get_usual_density (self);
      g_autoptr(PangoLayout) column = NULL;
      g_autoptr(PangoLayout) continued = NULL;
      int height;

      if (!usual && !may_fit_on_one_page (self))
        continue;

      column = academy_paper_create_column (self, row, density, FALSE);
      height = get_height (column);
      if (academy_line_is_heading (row))
        {
          continued = academy_paper_create_column (self, row, density, TRUE);
          height = MAX (height, get_height (continued));
        }
      if (usual && line < MOST_KEPT)
        g_set_object (&place->column, column);
      place->heights[density] = MAX (self->least_heights[density], height + densities[density].text);
    }

  return TRUE;
}

static double
add_up (AcademyPaper  *self,
        AcademyDensity density)
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

  for (guint i = first; i < first + n_lines; i++)
    academy_paper_get_line (self, i)->page = self->pages->len;
  g_array_append_val (self->pages, page);
}

/* Spreads the lines over the rest of the page, up to their heights at the largest
 * density. */
static void
place_on_one_page (AcademyPaper  *self,
                   AcademyDensity density,
                   double         room)
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

/* Keeps a heading on the page of the first line below it, and repeats it where a
 * page begins between its lines. */
static void
place_on_pages (AcademyPaper  *self,
                AcademyDensity density)
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

static gboolean
has_link_between_pages (AcademyPaper *self)
{
  GArray *links = academy_annotations_get_dependencies (self->annotations);

  for (guint i = 0; i < links->len; i++)
    {
      const AcademyDependencyLine *link = &g_array_index (links, AcademyDependencyLine, i);

      if (academy_paper_get_line (self, link->from)->page != academy_paper_get_line (self, link->to)->page)
        return TRUE;
    }

  return FALSE;
}

/* Finds the signs of dependencies, today and days off, which belong to no line. */
static void
find_common_signs (AcademyPaper *self)
{
  GArray *links = academy_annotations_get_dependencies (self->annotations);
  AcademyDay first, last;

  for (guint i = 0; i < links->len; i++)
    self->signs |= 1u << (g_array_index (links, AcademyDependencyLine, i).broken ? ACADEMY_SIGN_BROKEN : ACADEMY_SIGN_DEPENDENCY);

  academy_axis_get_visible (self->axis, &first, &last);
  if (self->today >= first && self->today <= last)
    self->signs |= 1u << ACADEMY_SIGN_TODAY;
  if (academy_axis_get_scale (self->axis) >= ACADEMY_PAINT_LEAST_REST)
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
  AcademyDensity density = academy_paper_get_usual_density (self);

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
 * @self: a paper whose lines are measured
 * @error: return location for an error
 *
 * Places all lines: on one page at the largest density that fits, or else on
 * several pages. The timeline of a programme is packed by academy_paper_pack()
 * before it takes several pages.
 *
 * Returns: whether all lines could be read
 */
gboolean
academy_paper_lay_out (AcademyPaper *self,
                       GError      **error)
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
