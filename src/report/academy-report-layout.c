/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-report-layout.h"

#include "academy-report-draft.h"

/* Gaps and widths, in font sizes. */
#define SECTION_GAP 1.25
#define BLOCK_GAP   0.55
#define ITEM_GAP    0.22
#define FACT_GAP    0.2
#define TITLE_GAP   0.15
#define MARK_WIDTH  1.1
#define COLUMN_GAP  1.2
#define FOOT_ROOM   2.4

/* The least height of a line, and the greatest of the lines of which a part of a
 * paragraph has at least as many, in font sizes. */
#define LEAST_LINE 1.1
#define LEAST_PART (1.4 * ACADEMY_REPORT_LEAST_LINES)

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

/* The pages while they are filled. */
typedef struct {
  /* Borrowed */
  const AcademyGeometry    *geometry;
  PangoContext             *context;
  const AcademyReportDraft *head;

  /* Owned */
  GPtrArray                *pages;
  GPtrArray                *pending;
  AcademyReportDraft       *side;

  double                    size;
  double                    left;
  double                    right;
  double                    bottom;
  double                    y;
  double                    side_bottom;
  gboolean                  fresh;
  gboolean                  one_page;
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
flow_clear (Flow *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->side, academy_report_draft_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flow, flow_clear)

/* Puts a row, or the part of it that @pieces are, on the last page. */
static void
put (Flow                     *self,
     const AcademyReportDraft *draft,
     GArray                   *pieces,
     double                    y,
     double                    height)
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
      const AcademyReportPiece *piece = &g_array_index (pieces, AcademyReportPiece, i);
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
put_below (Flow                     *self,
           const AcademyReportDraft *draft)
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
      AcademyReportDraft again = *self->head;

      again.continued = TRUE;
      put_below (self, &again);
      self->fresh = TRUE;
    }

  return TRUE;
}

/* Puts the first lines of a row on this page, and leaves the others in @draft. With
 * @any at least one line is put. Returns whether any was. */
static gboolean
divide (Flow               *self,
        AcademyReportDraft *draft,
        gboolean            any)
{
  double above = self->fresh ? 0 : draft->above, height;
  g_autoptr(GArray) first =
    academy_report_draft_divide (draft, self->context, self->bottom - self->y - above, any, &height);

  if (first == NULL)
    return FALSE;

  self->y += above;
  put (self, draft, first, self->y, height);
  self->y += height;
  self->fresh = FALSE;
  draft->continued = TRUE;
  draft->above = 0;

  return TRUE;
}

static double
get_pending (Flow *self)
{
  double height = 0;

  for (guint i = 0; i < self->pending->len; i++)
    {
      const AcademyReportDraft *draft = g_ptr_array_index (self->pending, i);

      height += draft->height + (self->fresh && i == 0 ? 0 : draft->above);
    }

  return height;
}

static void
put_side (Flow *self)
{
  AcademyReportDraft *side = self->side;
  double y = self->y + (self->fresh ? 0 : side->above);

  put (self, side, side->pieces, y, side->height);
  self->side_bottom = y + side->height;
  g_clear_pointer (&self->side, academy_report_draft_free);
}

/* Puts a row with all that must stay with it on this page or the next one. A
 * paragraph is divided where the page ends, anything else only when no page is high
 * enough. Takes ownership of @taken. Returns %FALSE when there is no page left. */
static gboolean
add (Flow               *self,
     AcademyReportDraft *taken)
{
  g_autoptr(AcademyReportDraft) draft = taken;
  double page = self->bottom - self->geometry->inset - (self->head != NULL ? self->head->height : 0);

  for (;;)
    {
      double pending = get_pending (self);
      double above = self->fresh && self->pending->len == 0 ? 0 : draft->above;
      double room = self->bottom - self->y - pending - above;
      gboolean high = draft->height + pending > page;
      gboolean divisible = high || draft->role == ACADEMY_REPORT_TEXT || draft->role == ACADEMY_REPORT_ITEM;
      double least = divisible ? MIN (draft->height, LEAST_PART * draft->font) : draft->height;

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
keep (Flow               *self,
      AcademyReportDraft *draft)
{
  g_ptr_array_add (self->pending, draft);
}

/* Measures a column of a table: the width of its longest word, and that of its texts
 * on one line. */
static void
measure_column (Flow               *self,
                const AcademyBlock *block,
                guint               column,
                double             *least,
                double             *best)
{
  const AcademyReportColumn *head = g_ptr_array_index (block->columns, column);

  academy_report_draft_measure_text (&head->title, self->context, self->size, TRUE, head->number, least, best);
  for (guint i = column; i < block->texts->len; i += block->columns->len)
    {
      double word, line;

      academy_report_draft_measure_text (g_ptr_array_index (block->texts, i), self->context, self->size, FALSE, head->number,
                                         &word, &line);
      *least = MAX (*least, word);
      *best = MAX (*best, line);
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

static AcademyReportDraft *
create_table_row (Flow                       *self,
                  const AcademyReportSection *section,
                  const AcademyBlock         *block,
                  const double               *widths,
                  guint                       row)
{
  AcademyReportDraft *draft =
    academy_report_draft_new (row == 0 ? ACADEMY_REPORT_HEAD : ACADEMY_REPORT_ROW, section, block, self->size);
  double x = self->left;

  for (guint i = 0; i < block->columns->len; i++)
    {
      const AcademyReportColumn *column = g_ptr_array_index (block->columns, i);
      const AcademyReportText *text =
        row == 0 ? &column->title : g_ptr_array_index (block->texts, (row - 1) * block->columns->len + i);

      academy_report_draft_add (draft, text, x, widths[i], column->number);
      x += widths[i] + COLUMN_GAP * self->size;
    }
  academy_report_draft_measure (draft, self->context);

  return draft;
}

/* Keeps the head and the first row of a table together with the second one, and
 * repeats the head on the pages after them. */
static gboolean
add_table (Flow                       *self,
           const AcademyReportSection *section,
           const AcademyBlock         *block,
           double                      above)
{
  guint n_rows = block->texts->len / block->columns->len;
  g_autofree double *widths = divide_width (self, block);
  g_autoptr(AcademyReportDraft) head = create_table_row (self, section, block, widths, 0);
  gboolean added = TRUE;

  for (guint i = 0; added && i <= n_rows; i++)
    {
      AcademyReportDraft *draft = create_table_row (self, section, block, widths, i);

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
add_texts (Flow                       *self,
           const AcademyReportSection *section,
           const AcademyBlock         *block,
           double                      above)
{
  gboolean list = block->type == ACADEMY_BLOCK_LIST, heading = block->type == ACADEMY_BLOCK_HEADING;
  AcademyReportRole role = list ? ACADEMY_REPORT_ITEM : heading ? ACADEMY_REPORT_HEADING : ACADEMY_REPORT_TEXT;
  double indent = list ? MARK_WIDTH * self->size : 0;

  for (guint i = 0; i < block->texts->len; i++)
    {
      AcademyReportDraft *draft = academy_report_draft_new (role, section, block, self->size);

      if (list)
        academy_report_draft_add (draft, &bullet, self->left, indent, FALSE);
      academy_report_draft_add (draft, g_ptr_array_index (block->texts, i), self->left + indent,
                                self->right - self->left - indent, FALSE);
      academy_report_draft_measure (draft, self->context);
      draft->above = i == 0 ? above : ITEM_GAP * self->size;
      if (heading)
        keep (self, draft);
      else if (!add (self, draft))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_figure (Flow                       *self,
            const AcademyReportSection *section,
            const AcademyBlock         *block,
            double                      above)
{
  AcademyReportDraft *draft = academy_report_draft_new (ACADEMY_REPORT_FIGURE, section, block, self->size);

  draft->above = above;
  draft->height = block->figure->lines * LEAST_LINE * self->size;
  return add (self, draft);
}

static gboolean
add_block (Flow                       *self,
           const AcademyReportSection *section,
           const AcademyBlock         *block,
           double                      above)
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

/* The heading of a section is beside its first block, or above it. The ground of a
 * confidential one ends with the texts of the others. */
static gboolean
add_section (Flow                       *self,
             const AcademyReportSection *section)
{
  double side = self->geometry->side, gap = SECTION_GAP * self->size;
  AcademyReportDraft *heading = academy_report_draft_new (ACADEMY_REPORT_SECTION, section, NULL, self->size);
  double inset = self->geometry->inset, right = self->right;

  academy_report_draft_add (heading, &section->title, inset, side > 0 ? side - self->size : self->right - inset, FALSE);
  academy_report_draft_measure (heading, self->context);
  heading->above = gap;
  if (side > 0)
    self->side = heading;
  else
    keep (self, heading);

  self->right -= section->confidential ? ACADEMY_REPORT_GROUND : 0;
  for (guint i = 0; i < section->blocks->len; i++)
    if (!add_block (self, section, g_ptr_array_index (section->blocks, i),
                    i == 0 && side > 0 ? gap : BLOCK_GAP * self->size))
      return FALSE;
  self->right = right;
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
  AcademyReportDraft *draft = academy_report_draft_new (role, NULL, NULL, font);
  double inset = self->geometry->inset;

  academy_report_draft_add (draft, text, inset, self->right - inset, FALSE);
  academy_report_draft_measure (draft, self->context);
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
      const AcademyReportSection *section = g_ptr_array_index (report->sections, i);

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
  self.pending = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_report_draft_free);
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
