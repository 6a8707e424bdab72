/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-kinds.h"

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
  return academy_timeline_lines_get_entry (self->lines, line) == NULL;
}

AcademyPaperLine *
academy_paper_get_line (AcademyPaper *self,
                        guint         line)
{
  return &g_array_index (self->places, AcademyPaperLine, line);
}

static void
complete_bar (AcademyTimelineRow *row,
              AcademyBar         *bar,
              gpointer            data)
{
  AcademyPaper *self = data;
  AcademyItem *item = academy_timeline_row_get_item (row);

  if (item != NULL)
    academy_timeline_notes_complete (self->notes, academy_item_get_id (item), bar);
}

static const AcademyTimelineRowFuncs row_funcs = { .complete = complete_bar };

/**
 * academy_paper_create_row:
 * @self: a paper
 * @line: the number of a line
 * @error: says why it could not be read
 *
 * Returns: (transfer full): the line with its item; it is to be given up as soon
 *   as it is drawn
 */
AcademyTimelineRow *
academy_paper_create_row (AcademyPaper  *self,
                          guint          line,
                          GError       **error)
{
  const AcademyScheduleEntry *entry = academy_timeline_lines_get_entry (self->lines, line);
  g_autoptr(AcademyItem) item = NULL;
  AcademyTimelineRow *row;

  if (entry != NULL)
    {
      item = academy_store_get_at (self->store, academy_kinds ()[entry->kind], entry->id, entry->row, error);
      if (item == NULL)
        return NULL;
      row = academy_timeline_row_new_item (item);
    }
  else
    {
      guint position;
      const AcademyScheduleHeading *heading = academy_timeline_lines_get_heading (self->lines, line, &position);

      if (heading->type == ACADEMY_HEADING_ORGANISATION)
        {
          item = academy_store_get (self->store, &academy_organisation_kind, heading->id, error);
          if (item == NULL)
            return NULL;
        }
      row = academy_timeline_row_new_heading (heading, item);
    }

  academy_timeline_row_set_funcs (row, &row_funcs, self);
  academy_timeline_row_update (row);
  return row;
}

/**
 * academy_paper_create_layout:
 * @self: a paper
 * @text: a text
 * @font: its size in points
 * @bold: whether it is bold
 * @width: how wide lines are at most, or -1
 *
 * Returns: (transfer full): the layout of @text
 */
PangoLayout *
academy_paper_create_layout (AcademyPaper *self,
                             const char   *text,
                             double        font,
                             gboolean      bold,
                             double        width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *description = pango_font_description_copy (pango_context_get_font_description (self->context));
  PangoAttrList *attributes = pango_attr_list_new ();

  /* A hyphen that is in no word would be read out of a PDF file. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_font_description_set_size (description, font * PANGO_SCALE);
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);

  return layout;
}

/* What comes after the title is smaller, and paler. The colour is that of the
 * palette on white, without an alpha: Pango would draw with it ever after. */
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
dup_aside (AcademyPaper       *self,
           AcademyTimelineRow *row,
           AcademyDensity      density)
{
  char *aside = NULL;

  if (academy_timeline_row_is_heading (row))
    aside = academy_timeline_row_dup_note (row, self->facts.language);
  else if (density == ACADEMY_DENSITY_ROOMY)
    aside = academy_item_dup_subtitle (academy_timeline_row_get_item (row), self->facts.language);
  if (aside == NULL || *aside != '\0')
    return aside;

  g_free (aside);
  return NULL;
}

/**
 * academy_paper_create_column:
 * @self: a paper
 * @row: a line
 * @density: how close lines are
 * @continued: whether it repeats a heading of the page before
 *
 * Returns: (transfer full): what stands beside the lane: the title, and where
 *   there is room when it is and whose
 */
PangoLayout *
academy_paper_create_column (AcademyPaper       *self,
                             AcademyTimelineRow *row,
                             AcademyDensity      density,
                             gboolean            continued)
{
  gboolean heading = academy_timeline_row_is_heading (row);
  double font = density >= ACADEMY_DENSITY_TIGHT ? ACADEMY_PAPER_LEAST_FONT : ACADEMY_PAPER_FONT;
  g_autofree char *title = academy_timeline_row_dup_title (row, self->facts.language);
  g_autofree char *aside = continued ? NULL : dup_aside (self, row, density);
  g_autofree char *text = NULL;
  PangoLayout *layout;

  if (continued)
    /* Translators: a heading that is repeated on the next page */
    text = g_strdup_printf (academy_language_translate (self->facts.language, N_("%s (continued)")), title);
  else
    /* The space keeps words apart for those who hear them. */
    text = g_strjoin (heading && !self->packed ? "  " : " \n", title != NULL ? title : "", aside, NULL);

  layout = academy_paper_create_layout (self, text, font, heading,
                                        self->column - ACADEMY_PAPER_GAP - (heading ? 0 : ACADEMY_PAPER_INDENT));
  if (aside != NULL)
    set_apart (self, layout, strlen (text) - strlen (aside));

  return layout;
}

/**
 * academy_paper_create_title:
 * @self: a paper
 * @row: a line
 *
 * Returns: (transfer full): the title that is written on its bar or beside it,
 *   or alone where it has none and others stand beside it
 */
PangoLayout *
academy_paper_create_title (AcademyPaper       *self,
                            AcademyTimelineRow *row)
{
  g_autofree char *title = academy_timeline_row_dup_title (row, self->facts.language);
  g_autofree char *text = NULL;
  PangoLayout *layout = pango_layout_new (self->context);

  if (self->packed && academy_timeline_row_get_bar (row)->shape == ACADEMY_SHAPE_NONE)
    text = g_strjoin (" · ", title, academy_language_translate (self->facts.language, N_("no dates yet")), NULL);
  else
    text = g_steal_pointer (&title);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);

  return layout;
}
