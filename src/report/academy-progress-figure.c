/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-progress-figure.h"

#include "academy-bar.h"
#include "academy-text-layout.h"

/* The part of the width that the bar takes, and its height in font sizes. */
#define BAR_WIDTH  0.38
#define BAR_HEIGHT 0.62

/* The sums, and what they are in words. */
typedef struct {
  AcademyProgress  progress;
  char            *text;
} Figure;

static void
figure_free (gpointer data)
{
  Figure *self = data;

  g_free (self->text);
  g_free (self);
}

/* Draws a bar of what is done, late and to be done, with the sums beside it. */
static void
draw (gconstpointer            data,
      AcademyCanvas           *canvas,
      const AcademyFigureRoom *room)
{
  const Figure *self = data;
  const AcademyColour *colours[] = { &room->palette->hues[ACADEMY_STATUS_DONE], &room->palette->late, &room->palette->grid };
  gint64 done = self->progress.done, late = self->progress.overdue;
  gint64 parts[] = { done, late, self->progress.measures - done - late };
  double width = room->width * BAR_WIDTH, height = room->font * BAR_HEIGHT, x = 0;
  g_autoptr(PangoLayout) label =
    academy_text_layout_new (room->context, self->text, room->font, FALSE, room->width - width - room->font);
  int label_height;

  pango_layout_set_height (label, 0);
  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (label, NULL, &label_height);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] > 0)
      {
        AcademyBox box = { x, (room->height - height) / 2, width * parts[i] / self->progress.measures, height };
        AcademyColour colour = *colours[i];

        colour.alpha = MAX (colour.alpha, 0.25f);
        academy_canvas_fill (canvas, &box, &colour);
        x += box.width;
      }
  academy_text_layout_draw (label, canvas, width + room->font, (room->height - label_height) / 2, &room->palette->text);
}

static const AcademyFigure figure = { .lines = 1.1, .draw = draw };

/**
 * academy_progress_figure_add:
 * @section: a section
 * @progress: the progress of a plan with measures
 * @language: the language of the text
 *
 * Adds a figure of how many measures are done and late.
 */
void
academy_progress_figure_add (AcademyReportSection  *section,
                             const AcademyProgress *progress,
                             const AcademyLanguage *language)
{
  Figure *data = g_new0 (Figure, 1);
  AcademyBlock *block = academy_report_section_add_block (section, ACADEMY_BLOCK_FIGURE);

  data->progress = *progress;
  data->text = academy_bar_format_done (progress->measures, progress->done, progress->overdue, language);
  academy_block_add (block, NULL, data->text, NULL);
  academy_block_set_figure (block, &figure, data, figure_free);
}
