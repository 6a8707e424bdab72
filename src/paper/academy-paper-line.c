/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-organisations.h"

/**
 * academy_paper_is_heading:
 * @self: a paper
 * @line: the number of a line
 *
 * Returns: whether the line is a heading
 */
gboolean
academy_paper_is_heading (AcademyPaper *self,
                          guint         line)
{
  return academy_lines_get_entry (self->lines, line) == NULL;
}

/**
 * academy_paper_get_line:
 * @self: a paper
 * @line: the number of a line
 *
 * Returns: (transfer none): the heights and the place of the line
 */
AcademyPaperLine *
academy_paper_get_line (AcademyPaper *self,
                        guint         line)
{
  return &g_array_index (self->places, AcademyPaperLine, line);
}

static void
complete_bar (AcademyLine *row,
              AcademyBar  *bar,
              gpointer     data)
{
  AcademyPaper *self = data;
  AcademyItem *item = academy_line_get_item (row);

  if (item != NULL)
    academy_annotations_complete (self->annotations, academy_item_get_id (item), bar);
}

static const AcademyLineFuncs row_funcs = { .complete = complete_bar };

/**
 * academy_paper_create_row:
 * @self: a paper
 * @line: the number of a line
 * @error: return location for an error
 *
 * Reads the item of a line. Free the row as soon as the line is measured or
 * drawn, because a paper may have thousands of lines.
 *
 * Returns: (transfer full): the row
 */
AcademyLine *
academy_paper_create_row (AcademyPaper *self,
                          guint         line,
                          GError      **error)
{
  const AcademyScheduleEntry *entry = academy_lines_get_entry (self->lines, line);
  g_autoptr(AcademyItem) item = NULL;
  AcademyLine *row;

  if (entry != NULL)
    {
      item = academy_store_get_at (self->store, academy_kinds ()[entry->kind], entry->id, entry->row, error);
      if (item == NULL)
        return NULL;
      row = academy_line_new_item (self->store, item);
    }
  else
    {
      guint position;
      const AcademyScheduleHeading *heading = academy_lines_get_heading (self->lines, line, &position);

      if (heading->type == ACADEMY_HEADING_ORGANISATION)
        {
          item = academy_organisations_find (self->store, heading->id, error);
          if (item == NULL)
            return NULL;
        }
      row = academy_line_new_heading (heading, item);
    }

  academy_line_set_funcs (row, &row_funcs, self);
  academy_line_update (row);
  return row;
}

/* Formats the text after the title: smaller and dimmed. The alpha of the colour
 * is blended with white, because Pango would keep it for all text drawn later. */
static void
set_apart (AcademyPaper *self,
           PangoLayout  *layout,
           guint         start)
{
  const AcademyColour *dim = &self->palette.dim;
  double white = 1 - dim->alpha;
  PangoAttribute *attributes[] = {
    pango_attr_weight_new (PANGO_WEIGHT_NORMAL),
    pango_attr_size_new (ACADEMY_PAPER_LEAST_FONT * PANGO_SCALE),
    pango_attr_foreground_new ((dim->red * dim->alpha + white) * G_MAXUINT16, (dim->green * dim->alpha + white) * G_MAXUINT16,
                               (dim->blue * dim->alpha + white) * G_MAXUINT16),
  };
  PangoAttrList *list = pango_attr_list_copy (pango_layout_get_attributes (layout));

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = start;
      pango_attr_list_insert (list, attributes[i]);
    }
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

static char *
dup_aside (AcademyPaper  *self,
           AcademyLine   *row,
           AcademyDensity density)
{
  char *aside = NULL;

  if (academy_line_is_heading (row))
    aside = academy_line_dup_note (row, self->facts.language);
  else if (density == ACADEMY_DENSITY_ROOMY)
    aside = academy_item_dup_subtitle (academy_line_get_item (row), self->facts.language);
  if (aside == NULL || *aside != '\0')
    return aside;

  g_free (aside);
  return NULL;
}

/**
 * academy_paper_create_column:
 * @self: a paper
 * @row: the row of a line
 * @density: the density of the lines
 * @continued: whether the row repeats a heading of the page before
 *
 * Returns: (transfer full): a layout of the column beside the lane: the title,
 *   and where there is room the owner and the days
 */
PangoLayout *
academy_paper_create_column (AcademyPaper  *self,
                             AcademyLine   *row,
                             AcademyDensity density,
                             gboolean       continued)
{
  gboolean heading = academy_line_is_heading (row);
  double font = density >= ACADEMY_DENSITY_TIGHT ? ACADEMY_PAPER_LEAST_FONT : ACADEMY_PAPER_FONT;
  g_autofree char *title = academy_line_dup_title (row, self->facts.language);
  g_autofree char *aside = continued ? NULL : dup_aside (self, row, density);
  g_autofree char *text = NULL;
  PangoLayout *layout;

  if (continued)
    /* Translators: a heading that is repeated on the next page */
    text = g_strdup_printf (academy_language_translate (self->facts.language, N_("%s (continued)")), title);
  else
    /* Separate the words by a space for programs that extract text from a PDF. */
    text = g_strjoin (heading && !self->packed ? "  " : " \n", title != NULL ? title : "", aside, NULL);

  layout = academy_text_layout_new (self->context, text, font, heading,
                                    self->column - ACADEMY_PAPER_GAP - (heading ? 0 : ACADEMY_PAPER_INDENT));
  if (aside != NULL)
    set_apart (self, layout, strlen (text) - strlen (aside));

  return layout;
}

/**
 * academy_paper_take_column:
 * @self: a paginated paper
 * @row: the row of a line
 * @line: the number of the line
 *
 * Returns: (transfer full): the layout with which the line was measured, when it is
 *   kept and to be drawn as it was measured, or else another one
 */
PangoLayout *
academy_paper_take_column (AcademyPaper *self,
                           AcademyLine  *row,
                           guint         line)
{
  g_autoptr(PangoLayout) column = g_steal_pointer (&academy_paper_get_line (self, line)->column);

  if (column != NULL && self->density == academy_paper_get_usual_density (self) && !self->packed)
    return g_steal_pointer (&column);

  return academy_paper_create_column (self, row, self->density, FALSE);
}

/**
 * academy_paper_create_title:
 * @self: a paper
 * @row: the row of a line
 *
 * Returns: (transfer full): a layout of the title in the lane; on a packed page
 *   it says also that an item has no dates
 */
PangoLayout *
academy_paper_create_title (AcademyPaper *self,
                            AcademyLine  *row)
{
  g_autofree char *title = academy_line_dup_title (row, self->facts.language);
  g_autofree char *text = NULL;
  PangoLayout *layout = pango_layout_new (self->context);

  if (self->packed && academy_line_get_bar (row)->shape == ACADEMY_SHAPE_NONE)
    text = g_strjoin (" · ", title, academy_language_translate (self->facts.language, N_("no dates yet")), NULL);
  else
    text = g_steal_pointer (&title);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);

  return layout;
}

/**
 * academy_paper_get_extent:
 * @self: a paper
 * @bar: a bar
 * @title: a layout of its title
 * @extent: (out caller-allocates): the edges of both in the lane
 *
 * Finds the room that a line takes of its lane. The title of a bar that is not
 * visible is at the edge nearest to it.
 *
 * Returns: whether there is room for the whole title
 */
gboolean
academy_paper_get_extent (AcademyPaper     *self,
                          const AcademyBar *bar,
                          PangoLayout      *title,
                          AcademyExtent    *extent)
{
  AcademyBarText text = { .title = title };
  double width = academy_axis_get_width (self->axis);
  AcademyExtent written;
  int title_width;

  if (bar->shape != ACADEMY_SHAPE_NONE)
    {
      academy_bar_get_extent (bar, self->axis, &self->metrics, extent);
      if (extent->right >= 0 && extent->left <= width)
        {
          if (!academy_bar_get_text_extent (bar, self->axis, &self->metrics, &text, &written))
            return FALSE;
          extent->left = MIN (extent->left, written.left);
          extent->right = MAX (extent->right, written.right);
          return TRUE;
        }
    }

  pango_layout_get_pixel_size (title, &title_width, NULL);
  title_width += 2 * ACADEMY_PAPER_GAP;
  if (bar->shape == ACADEMY_SHAPE_NONE || extent->right < 0)
    extent->left = 0;
  else
    extent->left = width - title_width;
  extent->right = extent->left + title_width;
  return title_width <= width;
}

static gboolean
is_in_sight (AcademyPaper     *self,
             const AcademyBar *bar)
{
  AcademyExtent extent;

  if (bar->shape == ACADEMY_SHAPE_NONE)
    return FALSE;

  academy_bar_get_extent (bar, self->axis, &self->metrics, &extent);
  return extent.right >= 0 && extent.left <= academy_axis_get_width (self->axis);
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

static void
create_words (AcademyPaper     *self,
              AcademyPaperLane *lane,
              const AcademyBar *bar)
{
  g_autofree char *status = academy_line_dup_note (lane->row, self->facts.language);
  char *slip = academy_bar_dup_slip (bar, self->facts.language);

  if (bar->shape == ACADEMY_SHAPE_NONE)
    g_set_str (&status, academy_language_translate (self->facts.language, N_("no dates yet")));
  /* Separate the words by a space for programs that extract text from a PDF. */
  lane->status = create_text (self, status != NULL && slip != NULL ? g_strconcat (status, " ", NULL) : g_strdup (status));
  lane->slip = create_text (self, slip);
}

/**
 * academy_paper_lane_new:
 * @self: a paginated paper
 * @line: the number of a line
 * @error: return location for an error
 *
 * Reads a line and lays out its texts.
 *
 * Returns: (transfer full): the line, ready to be drawn
 */
AcademyPaperLane *
academy_paper_lane_new (AcademyPaper *self,
                        guint         line,
                        GError      **error)
{
  AcademyLine *row = academy_paper_create_row (self, line, error);
  const AcademyBar *bar;
  AcademyPaperLane *lane;
  AcademyExtent extent;

  if (row == NULL)
    return NULL;

  lane = g_new0 (AcademyPaperLane, 1);
  lane->row = row;
  lane->line = line;
  if (academy_line_is_heading (row))
    return lane;

  bar = academy_line_get_bar (row);
  lane->title = academy_paper_create_title (self, row);
  lane->whole = academy_paper_get_extent (self, bar, lane->title, &extent);
  /* Omit the status on a packed page: a line has room for its title only. */
  if (!self->packed)
    create_words (self, lane, bar);

  return lane;
}

/**
 * academy_paper_lane_free:
 * @lane: (transfer full): a lane
 */
void
academy_paper_lane_free (AcademyPaperLane *lane)
{
  g_object_unref (lane->row);
  g_clear_object (&lane->title);
  g_clear_object (&lane->status);
  g_clear_object (&lane->slip);
  g_free (lane);
}

/* Draw the status alone when there is no room for the whole title, which is in
 * the column too. */
static AcademyBarText
get_text (AcademyPaperLane *lane)
{
  if (lane->whole)
    return (AcademyBarText) { .title = lane->title, .status = lane->status, .slip = lane->slip };

  return (AcademyBarText) { .title = lane->status, .slip = lane->slip };
}

/* Covers the grid and the dependencies, so that a bar and its text stay legible. */
static void
paint_white (AcademyCanvas        *canvas,
             const AcademyMetrics *metrics,
             double                left,
             double                right)
{
  static const AcademyColour white = { 1, 1, 1, 0.85f };

  academy_canvas_fill (canvas, &(AcademyBox) { left, metrics->top + 1, right - left, metrics->bar - 2 }, &white);
}

/**
 * academy_paper_lane_paint:
 * @lane: a lane
 * @self: its paper
 * @canvas: a canvas; its origin is the top left of the lane
 *
 * Draws the bar of a line, or the bracket of a heading, without texts.
 */
void
academy_paper_lane_paint (AcademyPaperLane *lane,
                          AcademyPaper     *self,
                          AcademyCanvas    *canvas)
{
  AcademyPainter painter = academy_paper_get_painter (self, canvas);
  const AcademyMetrics *metrics = &self->metrics;
  const AcademyBar *bar = academy_line_get_bar (lane->row);
  AcademyBarText text = get_text (lane);
  AcademyExtent extent, written;

  if (bar->shape == ACADEMY_SHAPE_NONE)
    return;

  if (!academy_line_is_heading (lane->row))
    {
      academy_bar_get_extent (bar, self->axis, metrics, &extent);
      if (!academy_bar_is_point (bar))
        paint_white (canvas, metrics, extent.left + 1, extent.right - 1);
      if (text.title != NULL && academy_bar_get_text_extent (bar, self->axis, metrics, &text, &written) &&
          (written.left >= extent.right || written.right <= extent.left))
        paint_white (canvas, metrics, written.left, written.right);
    }
  academy_paint_bar (&painter, bar, &text);
}

/* Draws the text of a bar that is not visible. */
static void
write_aside (AcademyPaper     *self,
             AcademyCanvas    *canvas,
             const AcademyBar *bar,
             PangoLayout      *text)
{
  AcademyExtent extent;

  academy_paper_get_extent (self, bar, text, &extent);
  academy_canvas_layout (canvas, text, extent.left + ACADEMY_PAPER_GAP,
                         self->metrics.top + (self->metrics.bar - self->metrics.line) / 2, &self->palette.dim);
}

/**
 * academy_paper_lane_write:
 * @lane: the lane of an item
 * @self: its paper
 * @canvas: a canvas; its origin is the top left of the lane
 * @parts: the texts to draw now
 *
 * Draws the texts on the bar or beside it.
 */
void
academy_paper_lane_write (AcademyPaperLane   *lane,
                          AcademyPaper       *self,
                          AcademyCanvas      *canvas,
                          AcademyBarTextParts parts)
{
  AcademyPainter painter = academy_paper_get_painter (self, canvas);
  const AcademyBar *bar = academy_line_get_bar (lane->row);
  AcademyBarText text = get_text (lane);

  if (self->packed && !is_in_sight (self, bar) && (parts & ACADEMY_BAR_TEXT_TITLE))
    write_aside (self, canvas, bar, lane->title);
  else if (!self->packed && bar->shape == ACADEMY_SHAPE_NONE && (parts & ACADEMY_BAR_TEXT_WORDS))
    write_aside (self, canvas, bar, lane->status);
  else if (lane->whole)
    academy_paint_bar_text (&painter, bar, &text, parts);
  else if (parts & ACADEMY_BAR_TEXT_WORDS)
    academy_paint_bar_text (&painter, bar, &text, ACADEMY_BAR_TEXT_ALL);
}
