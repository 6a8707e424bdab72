/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "academy-clock.h"
#include "academy-error.h"
#include "academy-scale.h"

/* How many lines are measured, or drawn on a picture, between two looks at
 * whether to go on. */
#define LINES_AT_ONCE 20

#define PIXELS_PER_INCH 96

#define POINTS(millimetres) ((millimetres) * 72 / 25.4)

static const AcademySheet a3 = { "iso_a3", POINTS (420), POINTS (297) };
static const AcademySheet a4 = { "iso_a4", POINTS (297), POINTS (210) };

G_DEFINE_FINAL_TYPE (AcademyPaper, academy_paper, G_TYPE_OBJECT)

/**
 * AcademyPaper:
 *
 * A timeline laid out for paper, or as one picture: all of its lines, whatever
 * is folded on the screen, on pages with their own ruler, headings and legend.
 *
 * It keeps ids; the items of a line are read when it is measured and when it is
 * drawn, and are gone then. The file is read as of one moment, so that pages fit
 * together whatever is edited meanwhile.
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

  g_clear_pointer (&self->lines, academy_timeline_lines_free);
  g_clear_pointer (&self->links, academy_timeline_links_free);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->outline, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->stamps, g_ptr_array_unref);
  g_clear_object (&self->axis);
  g_clear_object (&self->context);
  g_free (self->organisation);
  g_free (self->facts.title);
  g_free (self->facts.subject);
  g_free (self->facts.description);
  g_free (self->facts.author);
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

/* What is pale on a screen is invisible from a printer. */
static void
init_palette (AcademyPalette *palette)
{
  *palette = *academy_palette_get (0);
  palette->grid.alpha = 0.22f;
  palette->rest.alpha = 0.08f;
}

static void
outline_clear (gpointer data)
{
  g_free (((AcademyPaperHeading *) data)->title);
}

static void
figure_clear (gpointer data)
{
  g_free (((AcademyPaperFigure *) data)->alternative);
}

static void
academy_paper_init (AcademyPaper *self)
{
  GDate today;

  academy_clock_get_today (&today);
  self->today = g_date_get_julian (&today);
  self->lines = academy_timeline_lines_new ();
  self->links = academy_timeline_links_new ();
  self->axis = academy_axis_new ();
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->places = g_array_new (FALSE, TRUE, sizeof (AcademyPaperLine));
  self->pages = g_array_new (FALSE, FALSE, sizeof (AcademyPaperPage));
  self->outline = g_array_new (FALSE, FALSE, sizeof (AcademyPaperHeading));
  g_array_set_clear_func (self->outline, outline_clear);
  self->figures = g_array_new (FALSE, FALSE, sizeof (AcademyPaperFigure));
  g_array_set_clear_func (self->figures, figure_clear);
  self->stamps = g_ptr_array_new_with_free_func (g_free);
  init_palette (&self->palette);
}

/* Text as it is, wherever it is magnified to. */
static PangoContext *
create_context (const AcademyLanguage *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, PIXELS_PER_INCH);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (academy_language_get_code (language)));

  return context;
}

static gboolean
read_lines (AcademyPaper               *self,
            const AcademyPaperOptions  *options,
            GError                    **error)
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

  academy_schedule_free (academy_timeline_lines_replace (self->lines, schedule, &position, &removed, &added));
  g_array_set_size (self->places, academy_timeline_lines_get_length (self->lines));
  if (!academy_timeline_links_read (self->links, self->store, options->organisation, error))
    return FALSE;

  academy_timeline_links_place (self->links, self->lines);
  return TRUE;
}

/* The days that are asked for, or else the whole months of the plan. */
static gboolean
choose_range (AcademyPaper               *self,
              const AcademyPaperOptions  *options,
              GError                    **error)
{
  GPtrArray *headings = academy_timeline_lines_get_schedule (self->lines)->headings;
  guint32 from = 0, to = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      const AcademySpan *span = &((AcademyScheduleHeading *) g_ptr_array_index (headings, i))->span;

      if (span->start != 0)
        from = from == 0 ? span->start : MIN (from, span->start);
      to = MAX (to, span->end);
    }

  academy_paper_extend_range (self, &from, &to);
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
 * @options: what is put on paper
 * @error: says why it could not be read, or that the range is wrong
 *
 * Opens the file of @store once more: that of one moment is read there, while
 * edits go on here.
 *
 * Returns: (transfer full): the paper; it wants an area, and pages
 */
AcademyPaper *
academy_paper_new (AcademyStore               *store,
                   const AcademyPaperOptions  *options,
                   GError                    **error)
{
  g_autoptr(AcademyPaper) self = g_object_new (ACADEMY_TYPE_PAPER, NULL);

  self->store = academy_store_open (academy_store_get_path (store), error);
  if (self->store != NULL)
    g_signal_connect_object (self->store, "failed", G_CALLBACK (academy_store_report), store, G_CONNECT_SWAPPED);
  self->organisation = g_strdup (options->organisation);
  self->facts.language = options->language;
  self->context = create_context (self->facts.language);
  if (self->store == NULL || !academy_store_begin_reading (self->store, error) || !read_lines (self, options, error) ||
      (options->baseline != NULL && !academy_paper_read_baseline (self, options->baseline, error)) ||
      !choose_range (self, options, error) || !academy_paper_read_facts (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * academy_paper_get_sheet:
 * @self: a paper
 *
 * Returns: (transfer none): the size of paper that it is best read on
 */
const AcademySheet *
academy_paper_get_sheet (AcademyPaper *self)
{
  return self->organisation != NULL ? &a4 : &a3;
}

static void
set_width (AcademyPaper *self,
           double        width,
           double        column)
{
  self->width = width;
  academy_paper_set_column (self, column);
  self->n_measured = 0;
  self->signs = 0;
  self->packed = FALSE;
  self->tagged = FALSE;
  g_array_set_size (self->outline, 0);
  g_array_set_size (self->figures, 0);
}

/**
 * academy_paper_set_area:
 * @self: a paper
 * @width: the width of a page within its margins, in points
 * @height: its height
 *
 * Asks for pages of that size. They are to be made anew.
 */
void
academy_paper_set_area (AcademyPaper *self,
                        double        width,
                        double        height)
{
  self->picture = FALSE;
  self->height = height * ACADEMY_PAPER_PIXELS_PER_POINT;
  width *= ACADEMY_PAPER_PIXELS_PER_POINT;
  set_width (self, width, MIN (CLAMP (width * 0.26, 190, 340), width / 2));
}

/**
 * academy_paper_set_picture:
 * @self: a paper
 *
 * Asks for one picture of all, as wide as its days want. It is drawn in parts,
 * each of them a page of the same size.
 */
void
academy_paper_set_picture (AcademyPaper *self)
{
  static const double pixels_per_day = 4, least = 720, most = 2400, column = 300;

  self->picture = TRUE;
  self->height = G_MAXDOUBLE;
  set_width (self, column + ACADEMY_PAPER_GAP + CLAMP (academy_axis_get_n_days (self->axis) * pixels_per_day, least, most),
             column);
}

/**
 * academy_paper_set_tagged:
 * @self: a paper that has an area
 *
 * Asks for marks of structure on the pages, for those who hear them. They are of
 * use in a PDF file that says what its figures show; see academy_paper_get_figures().
 */
void
academy_paper_set_tagged (AcademyPaper *self)
{
  self->tagged = TRUE;
}

static void
split_picture (AcademyPaper *self)
{
  AcademyPaperPage whole = g_array_index (self->pages, AcademyPaperPage, 0);

  g_array_set_size (self->pages, 0);
  for (guint first = 0; first == 0 || first < whole.n_lines; first += LINES_AT_ONCE)
    {
      AcademyPaperPage part = { .first = first, .n_lines = MIN (LINES_AT_ONCE, whole.n_lines - first) };

      g_array_append_val (self->pages, part);
    }
}

/**
 * academy_paper_paginate:
 * @self: a paper that has an area
 * @finished: (out): whether its pages are there
 * @error: says why they could not be made
 *
 * Makes pages for a moment, so that a window can draw itself meanwhile. It is
 * to be called until it has finished.
 *
 * Returns: whether it went well
 */
gboolean
academy_paper_paginate (AcademyPaper  *self,
                        gboolean      *finished,
                        GError       **error)
{
  guint end = MIN (self->n_measured + LINES_AT_ONCE, self->places->len);

  *finished = FALSE;
  for (; self->n_measured < end; self->n_measured++)
    if (!academy_paper_measure_line (self, self->n_measured, error))
      return FALSE;
  if (self->n_measured < self->places->len)
    return TRUE;

  if (!academy_paper_lay_out (self, error))
    return FALSE;
  if (self->picture)
    split_picture (self);

  *finished = TRUE;
  return TRUE;
}

/**
 * academy_paper_get_area:
 * @self: a paper that has pages
 * @width: (out): the width of a page within its margins, or of the picture, in points
 * @height: (out): the height
 */
void
academy_paper_get_area (AcademyPaper *self,
                        double       *width,
                        double       *height)
{
  *width = self->width / ACADEMY_PAPER_PIXELS_PER_POINT;
  *height = self->height / ACADEMY_PAPER_PIXELS_PER_POINT;
}

/**
 * academy_paper_get_n_pages:
 * @self: a paper that has pages
 *
 * Returns: how many pages there are, or parts of the picture
 */
guint
academy_paper_get_n_pages (AcademyPaper *self)
{
  return self->pages->len;
}

/**
 * academy_paper_get_facts:
 * @self: a paper
 *
 * Returns: (transfer none): what is known of it
 */
const AcademyPaperFacts *
academy_paper_get_facts (AcademyPaper *self)
{
  return &self->facts;
}

/**
 * academy_paper_get_outline:
 * @self: a paper
 *
 * Returns: (transfer none) (element-type AcademyPaperHeading): the headings on
 *   the pages that have been drawn
 */
GArray *
academy_paper_get_outline (AcademyPaper *self)
{
  return self->outline;
}

/**
 * academy_paper_get_figures:
 * @self: a paper
 *
 * Returns: (transfer none) (element-type AcademyPaperFigure): the figures of the
 *   pages that have been drawn with marks of structure, in their order
 */
GArray *
academy_paper_get_figures (AcademyPaper *self)
{
  return self->figures;
}
