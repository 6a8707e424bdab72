/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-report-draft.h"

#include <string.h>

#include "academy-text-layout.h"

static void
piece_clear (gpointer data)
{
  g_clear_object (&((AcademyReportPiece *) data)->layout);
}

/**
 * academy_report_draft_new:
 * @role: what the row is
 * @section: (nullable): its section
 * @block: (nullable): its block
 * @font: its font size
 *
 * Returns: (transfer full): a row without texts, on its way to a page
 */
AcademyReportDraft *
academy_report_draft_new (AcademyReportRole           role,
                          const AcademyReportSection *section,
                          const AcademyBlock         *block,
                          double                      font)
{
  AcademyReportDraft *self = g_new0 (AcademyReportDraft, 1);

  self->role = role;
  self->section = section;
  self->block = block;
  self->font = font;
  self->bold = role == ACADEMY_REPORT_NOTICE || role == ACADEMY_REPORT_TITLE || role == ACADEMY_REPORT_SECTION ||
               role == ACADEMY_REPORT_HEADING || role == ACADEMY_REPORT_HEAD;
  self->pieces = g_array_new (FALSE, TRUE, sizeof (AcademyReportPiece));
  g_array_set_clear_func (self->pieces, piece_clear);

  return self;
}

void
academy_report_draft_free (AcademyReportDraft *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

/* Attributes have no alpha here, because Cairo would write groups into a PDF: the
 * colour is mixed with the white of the paper. */
static PangoAttribute *
create_colour (const AcademyColour *colour)
{
  double white = 1 - colour->alpha;

  return pango_attr_foreground_new ((colour->red * colour->alpha + white) * G_MAXUINT16,
                                    (colour->green * colour->alpha + white) * G_MAXUINT16,
                                    (colour->blue * colour->alpha + white) * G_MAXUINT16);
}

/* Gives an attribute to the part of a text between two of its bytes that is in a
 * layout of the bytes from @from on. */
static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end,
               gsize           from)
{
  attribute->start_index = start > from ? start - from : 0;
  attribute->end_index = end > from ? end - from : 0;
  pango_attr_list_insert (attributes, attribute);
}

/* Creates a layout of the bytes of a text from @from to @to. */
static PangoLayout *
create_layout (PangoContext            *context,
               const AcademyReportText *text,
               gsize                    from,
               gsize                    to,
               double                   font,
               gboolean                 bold,
               gboolean                 number,
               double                   width)
{
  const AcademyPalette *palette = academy_palette_get (0);
  g_autofree char *part = g_strchomp (g_strndup (text->text + from, to - from));
  PangoLayout *layout = academy_text_layout_new (context, part, font, bold, width);
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  gsize length = strlen (text->text);

  /* Ligatures would be replacements in a tagged PDF, at which some programs stop
   * reading. Numbers stand at the right, with digits of one width. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new (number ? "liga=0, clig=0, tnum=1" : "liga=0, clig=0"));
  if (number)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  if (text->lead > from)
    {
      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), 0, text->lead, from);
      if (text->urgent)
        add_attribute (attributes, create_colour (&palette->late), 0, text->lead, from);
    }
  if (text->detail < length)
    add_attribute (attributes, create_colour (&palette->dim), text->detail, length, from);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * academy_report_draft_measure:
 * @self: a draft
 * @context: a context
 *
 * Lays out what is left of the texts of a row, and says how high they are.
 */
void
academy_report_draft_measure (AcademyReportDraft *self,
                              PangoContext       *context)
{
  self->height = 0;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      AcademyReportPiece *piece = &g_array_index (self->pieces, AcademyReportPiece, i);

      g_clear_object (&piece->layout);
      piece->layout = create_layout (context, piece->text, piece->from, strlen (piece->text->text), self->font, self->bold,
                                     piece->number, piece->width);
      self->height = MAX (self->height, get_height (piece->layout));
    }
}

/**
 * academy_report_draft_add:
 * @self: a draft
 * @text: a text, which must outlive @self
 * @x: its left edge
 * @width: its width
 * @number: whether it is a number
 *
 * Adds a cell.
 */
void
academy_report_draft_add (AcademyReportDraft      *self,
                          const AcademyReportText *text,
                          double                   x,
                          double                   width,
                          gboolean                 number)
{
  AcademyReportPiece piece = { .text = text, .x = x, .width = width, .number = number };

  g_array_append_val (self->pieces, piece);
}

/**
 * academy_report_draft_measure_text:
 * @text: a text
 * @context: a context
 * @font: the font size
 * @bold: whether it is bold
 * @number: whether it is a number
 * @least: (out): the width of its longest word
 * @best: (out): its width on one line
 *
 * Measures how wide a column wants to be.
 */
void
academy_report_draft_measure_text (const AcademyReportText *text,
                                   PangoContext            *context,
                                   double                   font,
                                   gboolean                 bold,
                                   gboolean                 number,
                                   double                  *least,
                                   double                  *best)
{
  g_autoptr(PangoLayout) layout = create_layout (context, text, 0, strlen (text->text), font, bold, number, -1);

  *best = get_width (layout);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  *least = get_width (layout);
}

/* Returns the height of the first lines that fit into @room, and the byte at which
 * the others begin. A single last line is not left alone. */
static double
cut (PangoLayout *layout,
     double       room,
     gboolean     any,
     gsize       *end)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout), fitting = 0;
  double height = 0, before = 0;
  gsize begin = 0;

  *end = 0;
  do
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      begin = pango_layout_line_get_start_index (pango_layout_iter_get_line_readonly (iter));
      if ((double) (extents.y + extents.height) / PANGO_SCALE > room && !(any && fitting == 0))
        break;

      before = height;
      height = (double) (extents.y + extents.height) / PANGO_SCALE;
      fitting++;
      if (n_lines - fitting == 1 && fitting > ACADEMY_REPORT_LEAST_LINES)
        *end = pango_layout_line_get_start_index (pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  if (fitting == n_lines)
    *end = strlen (pango_layout_get_text (layout));
  else if (n_lines - fitting == 1 && *end > 0)
    height = before;
  else
    *end = begin;

  return fitting < MIN (ACADEMY_REPORT_LEAST_LINES, n_lines) && !any ? 0 : height;
}

/**
 * academy_report_draft_divide:
 * @self: a draft that has been measured
 * @context: a context
 * @room: the height of its first part
 * @any: whether at least one line is wanted, however low @room is
 * @height: (out): the height of the lines that fit into @room
 *
 * Takes the first lines of each text out of a row.
 *
 * Returns: (transfer full) (nullable) (element-type AcademyReportPiece): the lines that
 *   fit; %NULL when there are none
 */
GArray *
academy_report_draft_divide (AcademyReportDraft *self,
                             PangoContext       *context,
                             double              room,
                             gboolean            any,
                             double             *height)
{
  g_autoptr(GArray) first = g_array_new (FALSE, TRUE, sizeof (AcademyReportPiece));

  *height = 0;
  g_array_set_clear_func (first, piece_clear);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AcademyReportPiece *piece = &g_array_index (self->pieces, AcademyReportPiece, i);
      AcademyReportPiece part = *piece;
      gsize end;
      double lines = cut (piece->layout, room, any, &end);

      if (lines == 0)
        return NULL;

      part.layout = create_layout (context, piece->text, piece->from, piece->from + end, self->font, self->bold, piece->number,
                                   piece->width);
      g_array_append_val (first, part);
      *height = MAX (*height, lines);
    }

  for (guint i = 0; i < self->pieces->len; i++)
    {
      AcademyReportPiece *piece = &g_array_index (self->pieces, AcademyReportPiece, i);

      piece->from += strlen (pango_layout_get_text (g_array_index (first, AcademyReportPiece, i).layout));
      while (g_ascii_isspace (piece->text->text[piece->from]))
        piece->from++;
    }
  academy_report_draft_measure (self, context);

  return g_steal_pointer (&first);
}
