/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-translations.h"
#include "academy-zoom.h"

/* The number of lines that academy_document_paginate() measures in one call, and
 * of those in each part of a picture. */
#define LINES_AT_ONCE 20

#define PIXELS_PER_INCH 96

static void document_init (AcademyDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcademyPaper, academy_paper, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACADEMY_TYPE_DOCUMENT, document_init))

/**
 * AcademyPaper:
 *
 * A document that shows a timeline on pages, or as one picture. It has all lines,
 * also those that are collapsed on the screen, and each page has a ruler,
 * headings and a legend of its own.
 *
 * It holds the ids of all lines; their items are read when a line is measured or
 * drawn, and freed then. It reads the file in one transaction of a connection of
 * its own, so that all pages show the same state whatever is edited meanwhile.
 */

static void
academy_paper_dispose (GObject *object)
{
  AcademyPaper *self = ACADEMY_PAPER (object);

  if (self->store != NULL)
    academy_store_close (self->store, NULL);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_paper_parent_class)->dispose (object);
}

static void
academy_paper_finalize (GObject *object)
{
  AcademyPaper *self = ACADEMY_PAPER (object);

  g_clear_pointer (&self->lines, academy_lines_free);
  g_clear_pointer (&self->annotations, academy_annotations_free);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->outline, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->stamps, g_ptr_array_unref);
  g_clear_object (&self->axis);
  g_clear_object (&self->context);
  g_free (self->organisation);
  academy_document_facts_clear (&self->facts);
  g_free (self->range);
  g_free (self->baseline);

  G_OBJECT_CLASS (academy_paper_parent_class)->finalize (object);
}

static void
academy_paper_class_init (AcademyPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_paper_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_paper_finalize;
}

/* Darkens colours that are visible on a screen but too pale in print. */
static void
init_palette (AcademyPalette *palette)
{
  *palette = *academy_palette_get (0);
  palette->grid.alpha = 0.22f;
  palette->rest.alpha = 0.08f;
}

static void
line_clear (AcademyPaperLine *line)
{
  g_clear_object (&line->column);
}

static void
page_clear (AcademyPaperPage *page)
{
  g_clear_pointer (&page->links, g_ptr_array_unref);
}

static void
academy_paper_init (AcademyPaper *self)
{
  self->lines = academy_lines_new ();
  self->annotations = academy_annotations_new ();
  self->axis = academy_axis_new ();
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->places = g_array_new (FALSE, TRUE, sizeof (AcademyPaperLine));
  g_array_set_clear_func (self->places, (GDestroyNotify) line_clear);
  self->pages = g_array_new (FALSE, FALSE, sizeof (AcademyPaperPage));
  g_array_set_clear_func (self->pages, (GDestroyNotify) page_clear);
  self->outline = academy_document_outline_new ();
  self->figures = academy_document_figures_new ();
  self->stamps = g_ptr_array_new_with_free_func (g_free);
  init_palette (&self->palette);
}

static gboolean
read_lines (AcademyPaper              *self,
            const AcademyPaperOptions *options,
            GError                   **error)
{
  AcademyScheduleQuery query = {
    .organisation = options->organisation,
    .grouping = options->grouping,
    .today = self->today,
  };
  AcademySchedule *schedule = academy_schedule_read (self->store, &query, error);
  guint position, removed, added;

  if (schedule == NULL)
    return FALSE;

  academy_schedule_free (academy_lines_replace (self->lines, schedule, &position, &removed, &added));
  g_array_set_size (self->places, academy_lines_get_length (self->lines));
  if (!academy_annotations_read_dependencies (self->annotations, self->store, options->organisation, error))
    return FALSE;

  academy_annotations_place (self->annotations, self->lines);
  return TRUE;
}

/* Chooses the days that are asked for, or else the whole months of the plan. */
static gboolean
choose_range (AcademyPaper              *self,
              const AcademyPaperOptions *options,
              GError                   **error)
{
  AcademyDay from, to;

  academy_schedule_get_range (academy_lines_get_schedule (self->lines), &from, &to);
  academy_annotations_extend_range (self->annotations, &from, &to);
  if (from == 0)
    from = to = self->today;
  from = options->from != 0 ? options->from : academy_unit_get_start (ACADEMY_UNIT_MONTH, from);
  to = options->to != 0 ? options->to : academy_unit_get_next (ACADEMY_UNIT_MONTH, to) - 1;
  if (from > to)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                   _("The first day of the timeline is after its last day. Choose other days."));
      return FALSE;
    }

  academy_axis_show (self->axis, from, to + 1 - from);
  return TRUE;
}

/**
 * academy_paper_new:
 * @store: a store
 * @options: the content of the paper
 * @error: return location for an error, %ACADEMY_ERROR_INVALID when the first day
 *   is after the last
 *
 * Opens the file of @store once more, and reads the lines and the metadata there.
 * Titles are in the language of @options, where they are translated to it.
 * Faults that later reads find are reported to @store.
 *
 * Returns: (transfer full): a paper to be given an area, and to be paginated
 */
AcademyPaper *
academy_paper_new (AcademyStore              *store,
                   const AcademyPaperOptions *options,
                   GError                   **error)
{
  g_autoptr(AcademyPaper) self = g_object_new (ACADEMY_TYPE_PAPER, NULL);

  self->store = academy_store_open (academy_store_get_path (store), error);
  if (self->store != NULL)
    g_signal_connect_object (self->store, "failed", G_CALLBACK (academy_store_report), store, G_CONNECT_SWAPPED);
  if (self->store != NULL && academy_store_get_status_date (store) != 0)
    academy_store_set_status_date (self->store, academy_store_get_status_date (store));
  self->today = academy_store_get_day (store);
  self->organisation = g_strdup (options->organisation);
  self->facts.language = options->language;
  self->context = academy_text_layout_create_context (self->facts.language, PIXELS_PER_INCH);
  if (self->store == NULL || !academy_store_begin_reading (self->store, error) ||
      !academy_translations_show (self->store, options->organisation, academy_language_get_code (options->language), error) ||
      !read_lines (self, options, error) ||
      (options->baseline != NULL && !academy_paper_read_baseline (self, options->baseline, error)) ||
      !choose_range (self, options, error) || !academy_paper_read_facts (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static const AcademySheet *
academy_paper_get_sheet (AcademyDocument *document)
{
  return ACADEMY_PAPER (document)->organisation != NULL ? &academy_sheet_a4 : &academy_sheet_a3;
}

static void
set_width (AcademyPaper *self,
           double        width,
           double        column)
{
  self->width = width;
  academy_paper_set_column (self, column);
  academy_paper_measure_rows (self);
  self->n_measured = 0;
  self->signs = 0;
  self->packed = FALSE;
  self->tagged = FALSE;
  g_array_set_size (self->outline, 0);
  g_array_set_size (self->figures, 0);
}

static void
academy_paper_set_area (AcademyDocument *document,
                        double           width,
                        double           height)
{
  AcademyPaper *self = ACADEMY_PAPER (document);

  self->picture = FALSE;
  self->height = height * ACADEMY_PAPER_PIXELS_PER_POINT;
  width *= ACADEMY_PAPER_PIXELS_PER_POINT;
  set_width (self, width, MIN (CLAMP (width * 0.26, 190, 340), width / 2));
}

/* Sets the width of the picture by the number of its days. */
static void
academy_paper_set_picture (AcademyDocument *document)
{
  static const double pixels_per_day = 4, least = 720, most = 2400, column = 300;
  AcademyPaper *self = ACADEMY_PAPER (document);

  self->picture = TRUE;
  set_width (self, column + ACADEMY_PAPER_GAP + CLAMP (academy_axis_get_n_days (self->axis) * pixels_per_day, least, most),
             column);
  self->height = self->places->len * self->least_heights[ACADEMY_DENSITY_ROOMY];
}

static void
academy_paper_set_tagged (AcademyDocument *document)
{
  ACADEMY_PAPER (document)->tagged = TRUE;
}

static void
add_link (AcademyPaper                *self,
          guint                        number,
          const AcademyDependencyLine *link)
{
  AcademyPaperPage *page = &g_array_index (self->pages, AcademyPaperPage, number);

  if (page->links == NULL)
    page->links = g_ptr_array_new ();
  g_ptr_array_add (page->links, (gpointer) link);
}

/* Tells each page its dependencies: all of those of a picture are on the first. */
static void
distribute_links (AcademyPaper *self)
{
  GArray *links = academy_annotations_get_dependencies (self->annotations);

  for (guint i = 0; i < links->len; i++)
    {
      const AcademyDependencyLine *link = &g_array_index (links, AcademyDependencyLine, i);
      guint from = academy_paper_get_line (self, link->from)->page, to = academy_paper_get_line (self, link->to)->page;

      add_link (self, from, link);
      if (to != from)
        add_link (self, to, link);
    }
}

static void
split_picture (AcademyPaper *self)
{
  AcademyPaperPage *whole = &g_array_index (self->pages, AcademyPaperPage, 0);
  guint n_lines = whole->n_lines;

  whole->n_lines = MIN (LINES_AT_ONCE, n_lines);
  for (guint first = LINES_AT_ONCE; first < n_lines; first += LINES_AT_ONCE)
    {
      AcademyPaperPage part = { .first = first, .n_lines = MIN (LINES_AT_ONCE, n_lines - first) };

      g_array_append_val (self->pages, part);
    }
}

static gboolean
academy_paper_paginate (AcademyDocument *document,
                        gboolean        *finished,
                        GError         **error)
{
  AcademyPaper *self = ACADEMY_PAPER (document);
  guint end = MIN (self->n_measured + LINES_AT_ONCE, self->places->len);

  *finished = FALSE;
  for (; self->n_measured < end; self->n_measured++)
    if (!academy_paper_measure_line (self, self->n_measured, error))
      return FALSE;
  if (self->n_measured < self->places->len)
    return TRUE;

  if (!academy_paper_lay_out (self, error))
    return FALSE;
  distribute_links (self);
  if (self->picture)
    split_picture (self);

  *finished = TRUE;
  return TRUE;
}

static void
academy_paper_get_size (AcademyDocument *document,
                        double          *width,
                        double          *height)
{
  AcademyPaper *self = ACADEMY_PAPER (document);

  *width = self->width / ACADEMY_PAPER_PIXELS_PER_POINT;
  *height = self->height / ACADEMY_PAPER_PIXELS_PER_POINT;
}

static guint
academy_paper_get_n_pages (AcademyDocument *document)
{
  return ACADEMY_PAPER (document)->pages->len;
}

static gboolean
draw_page (AcademyDocument *document,
           guint            page,
           AcademyCanvas   *canvas,
           GError         **error)
{
  return academy_paper_draw_page (ACADEMY_PAPER (document), page, canvas, error);
}

static const AcademyDocumentFacts *
academy_paper_get_facts (AcademyDocument *document)
{
  return &ACADEMY_PAPER (document)->facts;
}

static GArray *
academy_paper_get_outline (AcademyDocument *document)
{
  return ACADEMY_PAPER (document)->outline;
}

static GArray *
academy_paper_get_figures (AcademyDocument *document)
{
  return ACADEMY_PAPER (document)->figures;
}

static void
document_init (AcademyDocumentInterface *iface)
{
  iface->get_sheet = academy_paper_get_sheet;
  iface->set_area = academy_paper_set_area;
  iface->set_picture = academy_paper_set_picture;
  iface->set_tagged = academy_paper_set_tagged;
  iface->paginate = academy_paper_paginate;
  iface->get_size = academy_paper_get_size;
  iface->get_n_pages = academy_paper_get_n_pages;
  iface->draw_page = draw_page;
  iface->get_facts = academy_paper_get_facts;
  iface->get_outline = academy_paper_get_outline;
  iface->get_figures = academy_paper_get_figures;
}
