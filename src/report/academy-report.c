/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-report.h"

#include <string.h>

#include "academy-text.h"

/* Between the main part of a text and its details. */
#define DASH " – "

static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *normal = academy_text_normalise (valid, TRUE);

  g_strdelimit (normal, "\t\r", ' ');
  return academy_text_dup_printable (g_strstrip (normal));
}

static void
set_text (AcademyReportText *self,
          const char        *lead,
          const char        *text,
          const char        *detail)
{
  g_autofree char *first = clean (lead);
  g_autofree char *main = clean (text);
  g_autofree char *last = clean (detail);
  g_autoptr(GString) whole = g_string_new (first);

  if (*first != '\0' && *main != '\0')
    g_string_append_c (whole, ' ');
  self->lead = strlen (first);
  g_string_append (whole, main);
  self->detail = whole->len;
  if (*last != '\0')
    g_string_append_printf (whole, "%s%s", whole->len > 0 ? DASH : "", last);

  self->text = g_string_free_and_steal (g_steal_pointer (&whole));
}

static AcademyReportText *
text_new (const char *lead,
          const char *text,
          const char *detail)
{
  AcademyReportText *self = g_new0 (AcademyReportText, 1);

  set_text (self, lead, text, detail);
  return self;
}

static void
text_free (gpointer data)
{
  AcademyReportText *self = data;

  g_free (self->text);
  g_free (self);
}

static void
column_free (gpointer data)
{
  AcademyReportColumn *self = data;

  g_free (self->title.text);
  g_free (self);
}

static void
block_free (gpointer data)
{
  AcademyBlock *self = data;

  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->columns);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static void
section_free (gpointer data)
{
  AcademyReportSection *self = data;

  g_free (self->title.text);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* Keeps a number and its word on one line: “Sparring 2”, “2. sparraus”. */
static char *
dup_bound (const char *text)
{
  g_autoptr(GRegex) spaces = g_regex_new ("(?<=\\d\\.) (?=\\pL)|(?<=\\pL) (?=\\d)", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_literal (spaces, text, -1, 0, "\u00a0", G_REGEX_MATCH_DEFAULT, NULL);
}

/**
 * academy_report_new:
 * @kicker: what kind of report it is
 * @title: its title, whose lines do not end beside a number
 * @language: its language
 *
 * Returns: (transfer full): a report without sections
 */
AcademyReport *
academy_report_new (const char            *kicker,
                    const char            *title,
                    const AcademyLanguage *language)
{
  AcademyReport *self = g_rc_box_new0 (AcademyReport);
  g_autofree char *bound = dup_bound (title);

  self->language = language;
  set_text (&self->kicker, NULL, kicker, NULL);
  set_text (&self->title, NULL, bound, NULL);
  academy_report_set_notice (self, NULL);
  self->facts = g_ptr_array_new_with_free_func (text_free);
  self->sections = g_ptr_array_new_with_free_func (section_free);

  return self;
}

AcademyReport *
academy_report_ref (AcademyReport *self)
{
  return g_rc_box_acquire (self);
}

static void
report_clear (gpointer data)
{
  AcademyReport *self = data;

  g_free (self->kicker.text);
  g_free (self->notice.text);
  g_free (self->title.text);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->sections);
}

void
academy_report_unref (AcademyReport *self)
{
  g_rc_box_release_full (self, report_clear);
}

/**
 * academy_report_set_notice:
 * @self: a report
 * @notice: (nullable): for whom it is
 *
 * Says on every page that the report is not for all.
 */
void
academy_report_set_notice (AcademyReport *self,
                           const char    *notice)
{
  g_free (self->notice.text);
  set_text (&self->notice, NULL, notice, NULL);
}

/**
 * academy_report_add_fact:
 * @self: a report
 * @lead: (nullable): the beginning, which stands out
 * @text: (nullable): the rest
 *
 * Adds a line below the title.
 */
void
academy_report_add_fact (AcademyReport *self,
                         const char    *lead,
                         const char    *text)
{
  g_ptr_array_add (self->facts, text_new (lead, text, NULL));
}

/**
 * academy_report_add_section:
 * @self: a report
 * @id: a static string, unlike the ids of other sections
 * @title: the heading
 *
 * Returns: (transfer none): the new section, without blocks
 */
AcademyReportSection *
academy_report_add_section (AcademyReport *self,
                            const char    *id,
                            const char    *title)
{
  AcademyReportSection *section = g_new0 (AcademyReportSection, 1);

  section->id = id;
  set_text (&section->title, NULL, title, NULL);
  section->blocks = g_ptr_array_new_with_free_func (block_free);
  g_ptr_array_add (self->sections, section);

  return section;
}

/**
 * academy_report_section_add_block:
 * @self: a section
 * @type: what the block is
 *
 * Returns: (transfer none): the new block, without texts
 */
AcademyBlock *
academy_report_section_add_block (AcademyReportSection *self,
                                  AcademyBlockType      type)
{
  AcademyBlock *block = g_new0 (AcademyBlock, 1);

  block->type = type;
  block->texts = g_ptr_array_new_with_free_func (text_free);
  block->columns = g_ptr_array_new_with_free_func (column_free);
  g_ptr_array_add (self->blocks, block);

  return block;
}

/**
 * academy_block_add:
 * @self: a block
 * @lead: (nullable): the beginning, which stands out
 * @text: (nullable): the main part
 * @detail: (nullable): what is less important, after a dash
 *
 * Adds a paragraph, an item or a cell. Control characters are left out.
 *
 * Returns: (transfer none): the text
 */
AcademyReportText *
academy_block_add (AcademyBlock *self,
                   const char   *lead,
                   const char   *text,
                   const char   *detail)
{
  AcademyReportText *added = text_new (lead, text, detail);

  g_ptr_array_add (self->texts, added);
  return added;
}

/**
 * academy_block_add_column:
 * @self: a table
 * @title: the head of the column
 * @number: whether it has numbers
 *
 * Adds a column. Add all columns before the cells.
 */
void
academy_block_add_column (AcademyBlock *self,
                          const char   *title,
                          gboolean      number)
{
  AcademyReportColumn *column = g_new0 (AcademyReportColumn, 1);

  set_text (&column->title, NULL, title, NULL);
  column->number = number;
  g_ptr_array_add (self->columns, column);
}

/**
 * academy_block_set_figure:
 * @self: a figure, with its alternative text
 * @figure: how it is drawn
 * @data: its data
 * @destroy: frees @data
 *
 * Says how the block is drawn.
 */
void
academy_block_set_figure (AcademyBlock        *self,
                          const AcademyFigure *figure,
                          gpointer             data,
                          GDestroyNotify       destroy)
{
  self->figure = figure;
  self->data = data;
  self->destroy = destroy;
}
