/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-report-document.h"

#include <glib/gi18n-lib.h>

#include "academy-text-layout.h"

#define POINTS_PER_INCH 72

/* The lines above sections and below heads, and how high and wide the line above the
 * title is. */
#define HAIRLINE  0.6
#define ACCENT    2.5
#define ACCENT_WIDTH 40

struct _AcademyReportDocument {
  GObject                parent_instance;

  /* Owned */
  AcademyReport         *report;
  PangoContext          *context;
  GPtrArray             *pages;
  GArray                *outline;
  GArray                *figures;
  AcademyDocumentFacts   facts;

  const AcademyGeometry *geometry;
  double                 width;
  double                 height;
  gboolean               picture;
  gboolean               tagged;
};

/**
 * AcademyReportDocument:
 *
 * A report on paper. Each element of its pages is tagged.
 */

static void document_init (AcademyDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcademyReportDocument, academy_report_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACADEMY_TYPE_DOCUMENT, document_init))

/* How the rows of a role are tagged: the element that all neighbours of a block are
 * in, that of the row, and those of its cells. */
static const struct {
  const char *block;
  const char *group;
  const char *row;
  const char *first;
  const char *cell;
} tags[ACADEMY_N_REPORT_ROLES] = {
  [ACADEMY_REPORT_KICKER] = { .cell = "P", .first = "P" },
  [ACADEMY_REPORT_NOTICE] = { .cell = "P", .first = "P" },
  [ACADEMY_REPORT_TITLE] = { .cell = "H1", .first = "H1" },
  [ACADEMY_REPORT_FACT] = { .cell = "P", .first = "P" },
  [ACADEMY_REPORT_SECTION] = { .cell = "H2", .first = "H2" },
  [ACADEMY_REPORT_HEADING] = { .cell = "H3", .first = "H3" },
  [ACADEMY_REPORT_TEXT] = { .cell = "P", .first = "P" },
  [ACADEMY_REPORT_ITEM] = { .block = "L", .row = "LI", .first = "Lbl", .cell = "LBody" },
  [ACADEMY_REPORT_HEAD] = { .block = "Table", .group = "THead", .row = "TR", .first = "TH", .cell = "TH" },
  [ACADEMY_REPORT_ROW] = { .block = "Table", .group = "TBody", .row = "TR", .first = "TD", .cell = "TD" },
  [ACADEMY_REPORT_FIGURE] = { .row = "Figure" },
};

/* The drawing of a page, and the elements that are open. */
typedef struct {
  AcademyReportDocument *self;
  AcademyCanvas         *canvas;
  const AcademyPalette  *palette;
  const AcademyBlock    *block;
  const char            *block_tag;
  const char            *group_tag;
} Drawing;

static void
academy_report_document_finalize (GObject *object)
{
  AcademyReportDocument *self = ACADEMY_REPORT_DOCUMENT (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_array_unref (self->outline);
  g_array_unref (self->figures);
  academy_document_facts_clear (&self->facts);
  g_clear_pointer (&self->report, academy_report_unref);

  G_OBJECT_CLASS (academy_report_document_parent_class)->finalize (object);
}

static void
academy_report_document_class_init (AcademyReportDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_report_document_finalize;
}

static void
academy_report_document_init (AcademyReportDocument *self)
{
  self->outline = academy_document_outline_new ();
  self->figures = academy_document_figures_new ();
}

static const AcademySheet *
academy_report_document_get_sheet (AcademyDocument *document)
{
  return ACADEMY_REPORT_DOCUMENT (document)->geometry->sheet;
}

static void
academy_report_document_set_area (AcademyDocument *document,
                                  double           width,
                                  double           height)
{
  AcademyReportDocument *self = ACADEMY_REPORT_DOCUMENT (document);

  self->width = width;
  self->height = height;
  self->picture = FALSE;
  self->tagged = FALSE;
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_array_set_size (self->outline, 0);
  g_array_set_size (self->figures, 0);
}

/* A picture has the pages one below the other. */
static void
academy_report_document_set_picture (AcademyDocument *document)
{
  AcademyReportDocument *self = ACADEMY_REPORT_DOCUMENT (document);

  academy_report_document_set_area (document, self->geometry->sheet->width, self->geometry->sheet->height);
  self->picture = TRUE;
}

static void
academy_report_document_set_tagged (AcademyDocument *document)
{
  ACADEMY_REPORT_DOCUMENT (document)->tagged = TRUE;
}

static void
note_place (AcademyReportDocument  *self,
            guint                   page,
            const AcademyReportRow *row)
{
  if (row->role == ACADEMY_REPORT_SECTION)
    {
      AcademyDocumentHeading heading = { g_strdup (row->section->title.text), page, row->y };

      g_array_append_val (self->outline, heading);
    }
  else if (row->role == ACADEMY_REPORT_FIGURE)
    {
      const AcademyReportText *text = g_ptr_array_index (row->block->texts, 0);
      AcademyDocumentFigure figure = { g_strdup (text->text), row->y, row->x + row->width, row->height };

      g_array_append_val (self->figures, figure);
    }
}

static gboolean
academy_report_document_paginate (AcademyDocument  *document,
                                  gboolean         *finished,
                                  GError          **error)
{
  AcademyReportDocument *self = ACADEMY_REPORT_DOCUMENT (document);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = academy_report_lay_out (self->report, self->geometry, self->context, self->width, self->height);
  for (guint i = 0; i < self->pages->len; i++)
    {
      GPtrArray *rows = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < rows->len; j++)
        note_place (self, i, g_ptr_array_index (rows, j));
    }

  *finished = TRUE;
  return TRUE;
}

static guint
academy_report_document_get_n_pages (AcademyDocument *document)
{
  return ACADEMY_REPORT_DOCUMENT (document)->pages->len;
}

static void
academy_report_document_get_size (AcademyDocument *document,
                                  double          *width,
                                  double          *height)
{
  AcademyReportDocument *self = ACADEMY_REPORT_DOCUMENT (document);

  *width = self->width;
  *height = self->height * (self->picture && self->pages != NULL ? self->pages->len : 1);
}

static void
begin_tag (Drawing    *drawing,
           const char *tag)
{
  if (drawing->self->tagged && tag != NULL)
    academy_canvas_begin_tag (drawing->canvas, tag);
}

static void
end_tag (Drawing    *drawing,
         const char *tag)
{
  if (drawing->self->tagged && tag != NULL)
    academy_canvas_end_tag (drawing->canvas, tag);
}

/* Begins and ends the elements that rows are in, such as that of a table. */
static void
change_block (Drawing                *drawing,
              const AcademyReportRow *row)
{
  const AcademyBlock *block = row != NULL && tags[row->role].block != NULL ? row->block : NULL;
  const char *group = block != NULL ? tags[row->role].group : NULL;

  if (drawing->block == block && g_strcmp0 (drawing->group_tag, group) == 0)
    return;

  end_tag (drawing, drawing->group_tag);
  if (drawing->block != block)
    {
      end_tag (drawing, drawing->block_tag);
      drawing->block = block;
      drawing->block_tag = block != NULL ? tags[row->role].block : NULL;
      begin_tag (drawing, drawing->block_tag);
    }
  drawing->group_tag = group;
  begin_tag (drawing, group);
}

static const AcademyColour *
get_colour (const Drawing          *drawing,
            const AcademyReportRow *row)
{
  switch (row->role)
    {
    case ACADEMY_REPORT_KICKER:
    case ACADEMY_REPORT_HEAD:
      return &drawing->palette->dim;
    case ACADEMY_REPORT_NOTICE:
      return &drawing->palette->late;
    default:
      return &drawing->palette->text;
    }
}

/* Draws the ground of a row of a confidential section, from that of the row above it
 * on. The heading beside the section has none. */
static void
draw_confidential (Drawing                *drawing,
                   const AcademyReportRow *row)
{
  AcademyReportDocument *self = drawing->self;
  double padding = row->font * 0.35, above = row->above < row->font ? row->above - padding : padding;
  AcademyBox box = {
    .x = row->x - ACADEMY_REPORT_GROUND,
    .y = row->y - above,
    .width = self->width - self->geometry->inset - row->x + ACADEMY_REPORT_GROUND,
    .height = row->height + above + padding,
  };
  AcademyColour ground = drawing->palette->late;

  ground.alpha = 0.07;
  academy_canvas_fill (drawing->canvas, &box, &ground);
}

/* Draws what is behind a row. It belongs to the element of the first cell, because
 * Cairo tags nothing but text and what is beside it. */
static void
draw_ground (Drawing                *drawing,
             const AcademyReportRow *row)
{
  AcademyReportDocument *self = drawing->self;
  const AcademyPalette *palette = drawing->palette;
  double inset = self->geometry->inset, width = self->width - 2 * inset;
  AcademyColour line = palette->dim, accent = palette->hues[ACADEMY_STATUS_IN_PROGRESS];

  line.alpha = 0.35;
  accent.alpha = 1;
  if (row->role == ACADEMY_REPORT_SECTION && row->above > 0)
    academy_canvas_fill (drawing->canvas, &(AcademyBox) { inset, row->y - row->above / 2, width, HAIRLINE }, &line);
  else if (row->role == ACADEMY_REPORT_HEAD)
    academy_canvas_fill (drawing->canvas, &(AcademyBox) { row->x, row->y + row->height, row->width, HAIRLINE }, &line);
  else if (row->role == ACADEMY_REPORT_KICKER)
    academy_canvas_fill (drawing->canvas, &(AcademyBox) { inset, row->y - 3 * ACCENT, ACCENT_WIDTH, ACCENT }, &accent);

  if (row->section != NULL && row->section->confidential && row->role != ACADEMY_REPORT_SECTION)
    draw_confidential (drawing, row);
}

static void
draw_figure (Drawing                *drawing,
             const AcademyReportRow *row)
{
  AcademyFigureRoom room = {
    .context = drawing->self->context,
    .palette = drawing->palette,
    .font = row->font,
    .width = row->width,
    .height = row->height,
  };

  academy_canvas_save (drawing->canvas);
  academy_canvas_translate (drawing->canvas, row->x, row->y);
  row->block->figure->draw (row->block->data, drawing->canvas, &room);
  academy_canvas_restore (drawing->canvas);
}

static void
draw_row (Drawing                *drawing,
          const AcademyReportRow *row)
{
  gboolean grounded = FALSE;

  change_block (drawing, row);
  begin_tag (drawing, tags[row->role].row);
  if (row->role == ACADEMY_REPORT_FIGURE)
    draw_figure (drawing, row);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const AcademyReportCell *cell = g_ptr_array_index (row->cells, i);
      const char *tag = i == 0 ? tags[row->role].first : tags[row->role].cell;

      /* The mark of an item is not repeated where the item goes on. */
      if (i == 0 && row->role == ACADEMY_REPORT_ITEM && row->continued)
        continue;

      begin_tag (drawing, tag);
      if (!grounded)
        draw_ground (drawing, row);
      grounded = TRUE;
      academy_text_layout_draw (cell->layout, drawing->canvas, cell->x, row->y, get_colour (drawing, row));
      end_tag (drawing, tag);
    }
  end_tag (drawing, tags[row->role].row);
}

/* Draws the foot, as one artifact. */
static void
draw_foot (Drawing *drawing,
           guint    page)
{
  AcademyReportDocument *self = drawing->self;
  const AcademyReport *report = self->report;
  double font = self->geometry->foot, inset = self->geometry->inset;
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, self->pages->len);
  const char *notice = report->notice.text;
  g_autofree char *text = g_strconcat (notice, *notice != '\0' ? " · " : "", report->title.text, NULL);
  g_autoptr(PangoLayout) left = NULL;
  g_autoptr(PangoLayout) right = academy_text_layout_new (self->context, number, font, FALSE, -1);
  int width;

  pango_layout_get_pixel_size (right, &width, NULL);
  left = academy_text_layout_new (self->context, text, font, FALSE, self->width - 2 * inset - width - font);
  pango_layout_set_height (left, 0);
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);

  begin_tag (drawing, "Artifact");
  academy_text_layout_draw (left, drawing->canvas, inset, self->height - 1.5 * font, &drawing->palette->dim);
  academy_text_layout_draw (right, drawing->canvas, self->width - inset - width, self->height - 1.5 * font,
                            &drawing->palette->dim);
  end_tag (drawing, "Artifact");
}

static gboolean
academy_report_document_draw_page (AcademyDocument  *document,
                                   guint             page,
                                   AcademyCanvas    *canvas,
                                   GError          **error)
{
  AcademyReportDocument *self = ACADEMY_REPORT_DOCUMENT (document);
  GPtrArray *rows = g_ptr_array_index (self->pages, page);
  Drawing drawing = { .self = self, .canvas = canvas, .palette = academy_palette_get (0) };

  academy_canvas_save (canvas);
  if (self->picture)
    academy_canvas_translate (canvas, 0, page * self->height);
  draw_foot (&drawing, page);
  for (guint i = 0; i < rows->len; i++)
    draw_row (&drawing, g_ptr_array_index (rows, i));
  change_block (&drawing, NULL);
  academy_canvas_restore (canvas);

  return TRUE;
}

static const AcademyDocumentFacts *
academy_report_document_get_facts (AcademyDocument *document)
{
  return &ACADEMY_REPORT_DOCUMENT (document)->facts;
}

static GArray *
academy_report_document_get_outline (AcademyDocument *document)
{
  return ACADEMY_REPORT_DOCUMENT (document)->outline;
}

static GArray *
academy_report_document_get_figures (AcademyDocument *document)
{
  return ACADEMY_REPORT_DOCUMENT (document)->figures;
}

static void
document_init (AcademyDocumentInterface *iface)
{
  iface->get_sheet = academy_report_document_get_sheet;
  iface->set_area = academy_report_document_set_area;
  iface->set_picture = academy_report_document_set_picture;
  iface->set_tagged = academy_report_document_set_tagged;
  iface->paginate = academy_report_document_paginate;
  iface->get_size = academy_report_document_get_size;
  iface->get_n_pages = academy_report_document_get_n_pages;
  iface->draw_page = academy_report_document_draw_page;
  iface->get_facts = academy_report_document_get_facts;
  iface->get_outline = academy_report_document_get_outline;
  iface->get_figures = academy_report_document_get_figures;
}

/**
 * academy_report_document_new:
 * @report: a report
 * @geometry: a static geometry
 *
 * Returns: (transfer full): @report as a document for a printer or a file
 */
AcademyReportDocument *
academy_report_document_new (AcademyReport         *report,
                             const AcademyGeometry *geometry)
{
  AcademyReportDocument *self = g_object_new (ACADEMY_TYPE_REPORT_DOCUMENT, NULL);

  self->report = academy_report_ref (report);
  self->geometry = geometry;
  self->context = academy_text_layout_create_context (report->language, POINTS_PER_INCH);
  self->facts.language = report->language;
  self->facts.title = g_strdup (report->title.text);
  self->facts.subject = g_strdup (report->kicker.text);
  self->facts.description = g_strdup (report->kicker.text);

  return self;
}

/**
 * academy_report_document_get_pages:
 * @self: a paginated document
 *
 * Returns: (transfer none) (element-type GPtrArray): the pages, see
 *   academy_report_lay_out()
 */
GPtrArray *
academy_report_document_get_pages (AcademyReportDocument *self)
{
  return self->pages;
}
