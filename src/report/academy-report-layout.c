/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-report-layout.h"

#include <string.h>

#include "academy-text-layout.h"

/* Gaps and widths, in font sizes. */
#define SECTION_GAP 1.25
#define BLOCK_GAP   0.55
#define ITEM_GAP    0.22
#define FACT_GAP    0.2
#define TITLE_GAP   0.15
#define MARK_WIDTH  1.1
#define COLUMN_GAP  1.2
#define FOOT_ROOM   2.4

/* A page has at least so many lines of a paragraph that is divided. */
#define LEAST_LINES 2

/* The least height of a line, in font sizes. */
#define LEAST_LINE 1.1

#define BULLET "•"

const AcademyGeometry academy_geometry_brief = {
  .sheet = &academy_sheet_a4_portrait,
  .family = "Sans",
  .inset = 22,
  .side = 104,
  .sizes = { 11, 10, 9 },
  .flow = 11,
  .title = 1.7,
  .foot = 9,
};

static const AcademyReportText bullet = { .text = (char *) BULLET, .detail = sizeof BULLET - 1 };

/* A text on its way to a page; what is before @from is on the page before. */
typedef struct {
  const AcademyReportText *text;
  gsize                    from;
  double                   x;
  double                   width;
  gboolean                 number;
  PangoLayout             *layout;
} Piece;

/* A row on its way to a page. */
typedef struct {
  AcademyReportRole     role;
  const AcademySection *section;
  const AcademyBlock   *block;
  double                font;
  double                above;
  double                height;
  gboolean              bold;
  gboolean              continued;
  GArray               *pieces;
} Draft;

/* The pages while they are filled. */
typedef struct {
  /* Borrowed */
  const AcademyGeometry *geometry;
  PangoContext          *context;
  const Draft           *head;

  /* Owned */
  GPtrArray             *pages;
  GPtrArray             *pending;
  Draft                 *side;

  double                 size;
  double                 left;
  double                 right;
  double                 bottom;
  double                 y;
  double                 side_bottom;
  gboolean               fresh;
  gboolean               one_page;
} Flow;

static void
cell_free (gpointer data)
{
  AcademyReportCell *self = data;

  g_object_unref (self->layout);
  g_free (self);
}

static void
row_free (gpointer data)
{
  AcademyReportRow *self = data;

  g_ptr_array_unref (self->cells);
  g_free (self);
}

static void
piece_clear (gpointer data)
{
  g_clear_object (&((Piece *) data)->layout);
}

static Draft *
draft_new (AcademyReportRole     role,
           const AcademySection *section,
           const AcademyBlock   *block,
           double                font)
{
  Draft *self = g_new0 (Draft, 1);

  self->role = role;
  self->section = section;
  self->block = block;
  self->font = font;
  self->bold = role == ACADEMY_REPORT_NOTICE || role == ACADEMY_REPORT_TITLE || role == ACADEMY_REPORT_SECTION ||
               role == ACADEMY_REPORT_HEADING || role == ACADEMY_REPORT_HEAD;
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, piece_clear);

  return self;
}

static void
draft_free (Draft *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)

static void
flow_clear (Flow *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->side, draft_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flow, flow_clear)

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

/* Creates a layout of the bytes of a text from @from to @to, or to its end. */
static PangoLayout *
create_layout (Flow                    *self,
               const AcademyReportText *text,
               gsize                    from,
               gsize                    to,
               double                   font,
               gboolean                 bold,
               double                   width)
{
  const AcademyPalette *palette = academy_palette_get (0);
  g_autofree char *part = g_strchomp (g_strndup (text->text + from, to - from));
  PangoLayout *layout = academy_text_layout_new (self->context, part, font, bold, width);
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  gsize length = strlen (text->text);

  /* Ligatures would be replacements in a tagged PDF, at which some programs stop
   * reading. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
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

/* Sets a number at the right, with digits of one width. */
static void
set_number (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
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

static void
measure (Flow  *self,
         Draft *draft)
{
  draft->height = 0;
  for (guint i = 0; i < draft->pieces->len; i++)
    {
      Piece *piece = &g_array_index (draft->pieces, Piece, i);

      g_clear_object (&piece->layout);
      piece->layout = create_layout (self, piece->text, piece->from, strlen (piece->text->text), draft->font, draft->bold,
                                     piece->width);
      if (piece->number)
        set_number (piece->layout);
      draft->height = MAX (draft->height, get_height (piece->layout));
    }
}

static void
add_piece (Draft                   *draft,
           const AcademyReportText *text,
           double                   x,
           double                   width,
           gboolean                 number)
{
  Piece piece = { .text = text, .x = x, .width = width, .number = number };

  g_array_append_val (draft->pieces, piece);
}

/* Puts a row, or the part of it that @pieces are, on the last page. */
static void
put (Flow        *self,
     const Draft *draft,
     GArray      *pieces,
     double       y,
     double       height)
{
  AcademyReportRow *row = g_new0 (AcademyReportRow, 1);

  row->role = draft->role;
  row->section = draft->section;
  row->block = draft->block;
  row->font = draft->font;
  row->continued = draft->continued;
  row->y = y;
  row->height = height;
  row->above = self->fresh ? 0 : draft->above;
  row->x = self->left;
  row->width = self->right - self->left;
  row->cells = g_ptr_array_new_with_free_func (cell_free);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      AcademyReportCell *cell = g_new0 (AcademyReportCell, 1);

      cell->layout = g_object_ref (piece->layout);
      cell->x = piece->x;
      cell->width = piece->width;
      if (i == 0)
        row->x = cell->x;
      row->width = cell->x + cell->width - row->x;
      g_ptr_array_add (row->cells, cell);
    }

  g_ptr_array_add (g_ptr_array_index (self->pages, self->pages->len - 1), row);
}

static void
put_below (Flow        *self,
           const Draft *draft)
{
  self->y += self->fresh ? 0 : draft->above;
  put (self, draft, draft->pieces, self->y, draft->height);
  self->y += draft->height;
  self->fresh = FALSE;
}

/* Begins a page, with the head of the table that goes on there. Returns whether
 * there may be another page. */
static gboolean
turn (Flow *self)
{
  if (self->one_page && self->pages->len > 0)
    return FALSE;

  g_ptr_array_add (self->pages, g_ptr_array_new_with_free_func (row_free));
  self->y = self->geometry->inset;
  self->side_bottom = 0;
  self->fresh = TRUE;
  if (self->head != NULL)
    {
      Draft again = *self->head;

      again.continued = TRUE;
      put_below (self, &again);
      self->fresh = TRUE;
    }

  return TRUE;
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
      if (n_lines - fitting == 1 && fitting > LEAST_LINES)
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

  return fitting < MIN (LEAST_LINES, n_lines) && !any ? 0 : height;
}

/* Puts the first lines of a row on this page, and leaves the others in @draft. With
 * @any at least one line is put. Returns whether any was. */
static gboolean
divide (Flow     *self,
        Draft    *draft,
        gboolean  any)
{
  double room = self->bottom - self->y - (self->fresh ? 0 : draft->above);
  g_autoptr(GArray) first = g_array_new (FALSE, TRUE, sizeof (Piece));
  double height = 0;

  g_array_set_clear_func (first, piece_clear);
  for (guint i = 0; i < draft->pieces->len; i++)
    {
      Piece *piece = &g_array_index (draft->pieces, Piece, i);
      Piece part = *piece;
      gsize end;
      double lines = cut (piece->layout, room, any, &end);

      if (lines == 0)
        return FALSE;

      part.layout = create_layout (self, piece->text, piece->from, piece->from + end, draft->font, draft->bold, piece->width);
      if (piece->number)
        set_number (part.layout);
      g_array_append_val (first, part);
      height = MAX (height, lines);
    }

  self->y += self->fresh ? 0 : draft->above;
  put (self, draft, first, self->y, height);
  self->y += height;
  self->fresh = FALSE;
  for (guint i = 0; i < draft->pieces->len; i++)
    {
      Piece *piece = &g_array_index (draft->pieces, Piece, i);

      piece->from += strlen (pango_layout_get_text (g_array_index (first, Piece, i).layout));
      while (g_ascii_isspace (piece->text->text[piece->from]))
        piece->from++;
    }
  draft->continued = TRUE;
  draft->above = 0;
  measure (self, draft);

  return TRUE;
}

static double
get_pending (Flow *self)
{
  double height = 0;

  for (guint i = 0; i < self->pending->len; i++)
    {
      const Draft *draft = g_ptr_array_index (self->pending, i);

      height += draft->height + (self->fresh && i == 0 ? 0 : draft->above);
    }

  return height;
}

static void
put_side (Flow *self)
{
  Draft *side = self->side;
  double y = self->y + (self->fresh ? 0 : side->above);

  put (self, side, side->pieces, y, side->height);
  self->side_bottom = y + side->height;
  g_clear_pointer (&self->side, draft_free);
}

/* Puts a row with all that must stay with it on this page or the next one. A
 * paragraph is divided where the page ends, anything else only when no page is high
 * enough. Takes ownership of @taken. Returns %FALSE when there is no page left. */
static gboolean
add (Flow  *self,
     Draft *taken)
{
  g_autoptr(Draft) draft = taken;
  double page = self->bottom - self->geometry->inset - (self->head != NULL ? self->head->height : 0);

  for (;;)
    {
      double pending = get_pending (self);
      double above = self->fresh && self->pending->len == 0 ? 0 : draft->above;
      double room = self->bottom - self->y - pending - above;
      gboolean high = draft->height + pending > page;
      gboolean divisible = high || draft->role == ACADEMY_REPORT_TEXT || draft->role == ACADEMY_REPORT_ITEM;
      double least = divisible ? MIN (draft->height, (LEAST_LINES + 0.2) * LEAST_LINE * 1.15 * draft->font) : draft->height;

      if (self->side != NULL)
        least = MAX (least, self->side->height - pending);
      if (room < least && !self->fresh)
        {
          if (!turn (self))
            return FALSE;
          continue;
        }

      if (self->side != NULL)
        put_side (self);
      for (guint i = 0; i < self->pending->len; i++)
        put_below (self, g_ptr_array_index (self->pending, i));
      g_ptr_array_set_size (self->pending, 0);

      if (draft->height <= room)
        {
          put_below (self, draft);
          return TRUE;
        }
      if ((!divide (self, draft, FALSE) && self->fresh && !divide (self, draft, TRUE)) || !turn (self))
        return FALSE;
    }
}

/* Keeps a row for the page on which the next one is. */
static void
keep (Flow  *self,
      Draft *draft)
{
  g_ptr_array_add (self->pending, draft);
}

/* Measures the columns of a table: the width of their longest words, and that of
 * their texts on one line. */
static void
measure_column (Flow               *self,
                const AcademyBlock *block,
                guint               column,
                double             *least,
                double             *best)
{
  const AcademyReportColumn *head = g_ptr_array_index (block->columns, column);
  guint n_columns = block->columns->len;

  *least = *best = 0;
  for (guint i = 0; i <= block->texts->len / n_columns; i++)
    {
      const AcademyReportText *text = &head->title;
      g_autoptr(PangoLayout) layout = NULL;

      if (i > 0)
        text = g_ptr_array_index (block->texts, (i - 1) * n_columns + column);
      layout = create_layout (self, text, 0, strlen (text->text), self->size, i == 0, -1);
      if (head->number)
        set_number (layout);
      *best = MAX (*best, get_width (layout));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, 0);
      *least = MAX (*least, get_width (layout));
    }
}

/* Makes columns fit whose longest words together do not: narrow ones keep their width,
 * and the others get the same share of what is left. */
static void
squeeze (double *widths,
         guint   n_columns,
         double  room)
{
  double share = room / n_columns, left = room;
  guint n_wide = 0, n_before;

  do
    {
      n_before = n_wide;
      n_wide = 0;
      left = room;
      for (guint i = 0; i < n_columns; i++)
        if (widths[i] > share)
          n_wide++;
        else
          left -= widths[i];
      share = left / MAX (n_wide, 1);
    }
  while (n_wide != n_before);

  for (guint i = 0; i < n_columns; i++)
    widths[i] = MIN (widths[i], share);
}

/* Divides the width of a table: each column is as wide as its longest word, and what
 * is left goes to those whose texts do not fit on one line. */
static double *
divide_width (Flow               *self,
              const AcademyBlock *block)
{
  guint n_columns = block->columns->len;
  double room = self->right - self->left - (n_columns - 1) * COLUMN_GAP * self->size, sum = 0, wanted = 0;
  double *widths = g_new (double, n_columns);
  g_autofree double *wishes = g_new (double, n_columns);
  guint widest = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      measure_column (self, block, i, &widths[i], &wishes[i]);
      /* A rounded width must not break the last word. */
      widths[i] += 0.5;
      wishes[i] = MAX (wishes[i] + 0.5 - widths[i], 0);
      sum += widths[i];
      wanted += wishes[i];
      if (widths[i] + wishes[i] >= widths[widest] + wishes[widest])
        widest = i;
    }

  if (sum > room)
    squeeze (widths, n_columns, room);
  for (guint i = 0; sum < room && wanted > 0 && i < n_columns; i++)
    widths[i] += wishes[i] * MIN ((room - sum) / wanted, 1);
  if (sum + wanted < room)
    widths[widest] += room - sum - wanted;

  return widths;
}

static Draft *
create_table_row (Flow                 *self,
                  const AcademySection *section,
                  const AcademyBlock   *block,
                  const double         *widths,
                  guint                 row)
{
  Draft *draft = draft_new (row == 0 ? ACADEMY_REPORT_HEAD : ACADEMY_REPORT_ROW, section, block, self->size);
  double x = self->left;

  for (guint i = 0; i < block->columns->len; i++)
    {
      const AcademyReportColumn *column = g_ptr_array_index (block->columns, i);

      add_piece (draft, row == 0 ? &column->title : g_ptr_array_index (block->texts, (row - 1) * block->columns->len + i), x,
                 widths[i], column->number);
      x += widths[i] + COLUMN_GAP * self->size;
    }
  measure (self, draft);

  return draft;
}

/* Keeps the head and the first row of a table together with the second one, and
 * repeats the head on the pages after them. */
static gboolean
add_table (Flow                 *self,
           const AcademySection *section,
           const AcademyBlock   *block,
           double                above)
{
  guint n_rows = block->texts->len / block->columns->len;
  g_autofree double *widths = divide_width (self, block);
  g_autoptr(Draft) head = create_table_row (self, section, block, widths, 0);
  gboolean added = TRUE;

  for (guint i = 0; added && i <= n_rows; i++)
    {
      Draft *draft = create_table_row (self, section, block, widths, i);

      draft->above = i == 0 ? above : ITEM_GAP * self->size;
      if (i == 0 || (i == 1 && n_rows > 1 && draft->height < self->bottom / 8))
        keep (self, draft);
      else
        added = add (self, draft);
      if (self->pending->len == 0)
        self->head = head;
    }
  self->head = NULL;

  return added;
}

static gboolean
add_texts (Flow                 *self,
           const AcademySection *section,
           const AcademyBlock   *block,
           double                above)
{
  gboolean list = block->type == ACADEMY_BLOCK_LIST, heading = block->type == ACADEMY_BLOCK_HEADING;
  double indent = list ? MARK_WIDTH * self->size : 0;

  for (guint i = 0; i < block->texts->len; i++)
    {
      Draft *draft = draft_new (list ? ACADEMY_REPORT_ITEM : heading ? ACADEMY_REPORT_HEADING : ACADEMY_REPORT_TEXT, section,
                                block, self->size);

      if (list)
        add_piece (draft, &bullet, self->left, indent, FALSE);
      add_piece (draft, g_ptr_array_index (block->texts, i), self->left + indent, self->right - self->left - indent, FALSE);
      measure (self, draft);
      draft->above = i == 0 ? above : ITEM_GAP * self->size;
      if (heading)
        keep (self, draft);
      else if (!add (self, draft))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_figure (Flow                 *self,
            const AcademySection *section,
            const AcademyBlock   *block,
            double                above)
{
  Draft *draft = draft_new (ACADEMY_REPORT_FIGURE, section, block, self->size);

  draft->above = above;
  draft->height = block->figure->lines * LEAST_LINE * self->size;
  return add (self, draft);
}

static gboolean
add_block (Flow                 *self,
           const AcademySection *section,
           const AcademyBlock   *block,
           double                above)
{
  switch (block->type)
    {
    case ACADEMY_BLOCK_TABLE:
      return add_table (self, section, block, above);
    case ACADEMY_BLOCK_FIGURE:
      return add_figure (self, section, block, above);
    case ACADEMY_BLOCK_HEADING:
    case ACADEMY_BLOCK_TEXT:
    case ACADEMY_BLOCK_LIST:
    default:
      return add_texts (self, section, block, above);
    }
}

/* The heading of a section is beside its first block, or above it. */
static gboolean
add_section (Flow                 *self,
             const AcademySection *section)
{
  double side = self->geometry->side, gap = SECTION_GAP * self->size;
  Draft *heading = draft_new (ACADEMY_REPORT_SECTION, section, NULL, self->size);
  double inset = self->geometry->inset;

  add_piece (heading, &section->title, inset, (side > 0 ? inset + side : self->right) - inset - (side > 0 ? self->size : 0),
             FALSE);
  measure (self, heading);
  heading->above = gap;
  if (side > 0)
    self->side = heading;
  else
    keep (self, heading);

  for (guint i = 0; i < section->blocks->len; i++)
    if (!add_block (self, section, g_ptr_array_index (section->blocks, i),
                    i == 0 && side > 0 ? gap : BLOCK_GAP * self->size))
      return FALSE;
  self->y = MAX (self->y, self->side_bottom);

  return TRUE;
}

static gboolean
add_line (Flow                    *self,
          AcademyReportRole        role,
          const AcademyReportText *text,
          double                   font,
          double                   above)
{
  Draft *draft = draft_new (role, NULL, NULL, font);
  double inset = self->geometry->inset;

  add_piece (draft, text, inset, self->right - inset, FALSE);
  measure (self, draft);
  draft->above = above;
  return add (self, draft);
}

/* Returns the font size of what is above the title: smaller than the text, but not
 * smaller than the smallest text. */
static double
get_small (const AcademyGeometry *geometry,
           double                 size)
{
  double least = size;

  for (guint i = 0; i < ACADEMY_GEOMETRY_SIZES && geometry->sizes[i] > 0; i++)
    least = MIN (least, geometry->sizes[i]);

  return MAX (size - 1, least);
}

/* Whether the rows of a report may be on one page, were each a single line. */
static gboolean
may_fit (AcademyReport *report,
         double         size,
         double         height)
{
  double least = 0;

  for (guint i = 0; i < report->sections->len; i++)
    {
      const AcademySection *section = g_ptr_array_index (report->sections, i);

      for (guint j = 0; j < section->blocks->len; j++)
        {
          const AcademyBlock *block = g_ptr_array_index (section->blocks, j);

          least += (block->texts->len / MAX (block->columns->len, 1)) * (LEAST_LINE + ITEM_GAP) * size;
        }
    }

  return least < height;
}

/* Returns %NULL when @one_page is not enough. */
static GPtrArray *
fill_pages (AcademyReport         *report,
            const AcademyGeometry *geometry,
            PangoContext          *context,
            double                 size,
            gboolean               one_page,
            double                 width,
            double                 height)
{
  g_auto(Flow) self = {
    .geometry = geometry,
    .context = context,
    .size = size,
    .left = geometry->inset + geometry->side,
    .right = width - geometry->inset,
    .bottom = height - FOOT_ROOM * geometry->foot,
    .one_page = one_page,
  };

  if (one_page && !may_fit (report, size, height))
    return NULL;

  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self.pending = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);
  turn (&self);
  if (!add_line (&self, ACADEMY_REPORT_KICKER, &report->kicker, get_small (geometry, size), 0) ||
      (*report->notice.text != '\0' &&
       !add_line (&self, ACADEMY_REPORT_NOTICE, &report->notice, get_small (geometry, size), 0)) ||
      !add_line (&self, ACADEMY_REPORT_TITLE, &report->title, size * geometry->title, TITLE_GAP * size))
    return NULL;
  for (guint i = 0; i < report->facts->len; i++)
    if (!add_line (&self, ACADEMY_REPORT_FACT, g_ptr_array_index (report->facts, i), size, FACT_GAP * size))
      return NULL;
  for (guint i = 0; i < report->sections->len; i++)
    if (!add_section (&self, g_ptr_array_index (report->sections, i)))
      return NULL;

  return g_steal_pointer (&self.pages);
}

/**
 * academy_report_lay_out:
 * @report: a report; it must outlive the pages
 * @geometry: the measures
 * @context: a context of academy_text_layout_create_context() for points
 * @width: the width of a page without the margins of the sheet, in points
 * @height: its height
 *
 * Lays out a report on one page, at the best font size at which that is possible, or
 * on as many as it needs.
 *
 * Returns: (transfer full) (element-type GPtrArray): the pages, which are arrays of
 *   #AcademyReportRow in the order of reading
 */
GPtrArray *
academy_report_lay_out (AcademyReport         *report,
                        const AcademyGeometry *geometry,
                        PangoContext          *context,
                        double                 width,
                        double                 height)
{
  GPtrArray *pages = NULL;

  if (geometry->family != NULL)
    {
      PangoFontDescription *description = pango_font_description_from_string (geometry->family);

      pango_context_set_font_description (context, description);
      pango_font_description_free (description);
    }
  for (guint i = 0; pages == NULL && i < ACADEMY_GEOMETRY_SIZES && geometry->sizes[i] > 0; i++)
    pages = fill_pages (report, geometry, context, geometry->sizes[i], TRUE, width, height);
  if (pages == NULL)
    pages = fill_pages (report, geometry, context, geometry->flow, FALSE, width, height);

  return pages;
}
