/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-report-text.h"

#include <string.h>

/* What is written, each with an end for each form. */
typedef enum {
  PART_KICKER,
  PART_NOTICE,
  PART_TITLE,
  PART_FACT,
  PART_SECTION,
  PART_HEADING,
  PART_PARAGRAPH,
  PART_LIST,
  PART_ITEM,
  PART_TABLE,
  PART_HEAD,
  PART_HEAD_CELL,
  PART_HEAD_END,
  PART_ROW,
  PART_CELL,
  PART_LEAD,
  PART_LINE,
  N_PARTS
} Part;

/* What is before and after each part. A line end in it is #PART_LINE. */
typedef struct {
  const char *before;
  const char *after;
} Around;

static const Around plain[N_PARTS] = {
  [PART_KICKER] = { "", "\n" },
  [PART_NOTICE] = { "", "\n" },
  [PART_TITLE] = { "", "\n" },
  [PART_FACT] = { "", "\n" },
  [PART_SECTION] = { "\n", "\n" },
  [PART_HEADING] = { "\n", "\n" },
  [PART_PARAGRAPH] = { "", "\n" },
  [PART_LIST] = { "", "" },
  [PART_ITEM] = { "– ", "\n" },
  [PART_TABLE] = { "", "" },
  [PART_HEAD] = { "", "\n" },
  [PART_HEAD_CELL] = { "", "\t" },
  [PART_ROW] = { "", "\n" },
  [PART_CELL] = { "", "\t" },
  [PART_LEAD] = { "", "" },
  [PART_LINE] = { "\n", "" },
};

/* Blank lines between blocks; the line of marks below the head of a table is written
 * by cells. */
static const Around markdown[N_PARTS] = {
  [PART_KICKER] = { "", "\n\n" },
  [PART_NOTICE] = { "**", "**\n\n" },
  [PART_TITLE] = { "# ", "\n\n" },
  [PART_FACT] = { "", "\n\n" },
  [PART_SECTION] = { "## ", "\n\n" },
  [PART_HEADING] = { "### ", "\n\n" },
  [PART_PARAGRAPH] = { "", "\n\n" },
  [PART_LIST] = { "", "\n" },
  [PART_ITEM] = { "- ", "\n" },
  [PART_TABLE] = { "", "\n" },
  [PART_HEAD] = { "|", "\n" },
  [PART_HEAD_CELL] = { " ", " |" },
  [PART_HEAD_END] = { " --- |", "" },
  [PART_ROW] = { "|", "\n" },
  [PART_CELL] = { " ", " |" },
  [PART_LEAD] = { "**", "**" },
  [PART_LINE] = { "\\\n  ", "" },
};

static const Around html[N_PARTS] = {
  [PART_KICKER] = { "<p>", "</p>\n" },
  [PART_NOTICE] = { "<p><strong>", "</strong></p>\n" },
  [PART_TITLE] = { "<h1>", "</h1>\n" },
  [PART_FACT] = { "<p>", "</p>\n" },
  [PART_SECTION] = { "<h2>", "</h2>\n" },
  [PART_HEADING] = { "<h3>", "</h3>\n" },
  [PART_PARAGRAPH] = { "<p>", "</p>\n" },
  [PART_LIST] = { "<ul>\n", "</ul>\n" },
  [PART_ITEM] = { "<li>", "</li>\n" },
  [PART_TABLE] = { "<table>\n", "</table>\n" },
  [PART_HEAD] = { "<tr>", "</tr>\n" },
  [PART_HEAD_CELL] = { "<th scope=\"col\">", "</th>" },
  [PART_ROW] = { "<tr>", "</tr>\n" },
  [PART_CELL] = { "<td>", "</td>" },
  [PART_LEAD] = { "<b>", "</b>" },
  [PART_LINE] = { "<br>", "" },
};

static const Around * const forms[ACADEMY_N_REPORT_FORMS] = {
  [ACADEMY_REPORT_PLAIN] = plain,
  [ACADEMY_REPORT_MARKDOWN] = markdown,
  [ACADEMY_REPORT_HTML] = html,
  [ACADEMY_REPORT_HTML_PAGE] = html,
};

typedef struct {
  GString           *text;
  AcademyReportForm  form;
} Writing;

static void
open_part (const Writing *self,
           Part           part)
{
  const char *before = forms[self->form][part].before;

  g_string_append (self->text, before != NULL ? before : "");
}

static void
close_part (const Writing *self,
            Part           part)
{
  const char *after = forms[self->form][part].after;

  g_string_append (self->text, after != NULL ? after : "");
}

/* Returns how many bytes at @text would begin a list item with a number, up to its
 * mark. */
static gsize
find_number (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");

  return n_digits > 0 && n_digits <= 9 && (text[n_digits] == '.' || text[n_digits] == ')') &&
         (text[n_digits + 1] == ' ' || text[n_digits + 1] == '\0' || text[n_digits + 1] == '\n') ? n_digits : 0;
}

/* Appends a part of a line of Markdown. Only at the beginning of a line some
 * characters begin a list or a heading. */
static void
append_markdown (const Writing *self,
                 const char    *text,
                 gboolean       begins)
{
  gsize number = begins ? find_number (text) : 0;

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      if (strchr ("\\`*_[]<>&|~#", text[i]) != NULL || (begins && i == 0 && strchr ("+-=", text[i]) != NULL) ||
          (number > 0 && i == number))
        g_string_append_c (self->text, '\\');
      g_string_append_c (self->text, text[i]);
    }
}

/* Appends a part of a text, line by line. */
static void
append_part (const Writing *self,
             Part           part,
             const char    *text,
             gsize          length,
             gboolean       begins)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto(GStrv) lines = g_strsplit (copy, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0 && self->form == ACADEMY_REPORT_MARKDOWN && (part == PART_CELL || part == PART_HEAD_CELL))
        g_string_append (self->text, "<br>");
      else if (i > 0 && self->form == ACADEMY_REPORT_MARKDOWN && (part == PART_TITLE || part == PART_SECTION))
        g_string_append_c (self->text, ' ');
      else if (i > 0)
        open_part (self, PART_LINE);

      if (self->form == ACADEMY_REPORT_PLAIN)
        g_string_append (self->text, lines[i]);
      else if (self->form == ACADEMY_REPORT_MARKDOWN)
        append_markdown (self, lines[i], begins || i > 0);
      else
        {
          g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

          g_string_append (self->text, escaped);
        }
    }
}

/* Returns the part of a text after its beginning, without empty lines, at which
 * Markdown would end the paragraph. */
static char *
dup_rest (const AcademyReportText *text)
{
  g_auto(GStrv) lines = g_strsplit (text->text + text->lead, "\n", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) kept = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (i == 0 || *g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, g_strchomp (lines[i]));
  kept = g_strv_builder_end (builder);

  return g_strjoinv ("\n", kept);
}

static void
append (const Writing           *self,
        Part                     part,
        const AcademyReportText *text)
{
  g_autofree char *rest = dup_rest (text);

  if (*text->text == '\0' && part != PART_CELL && part != PART_HEAD_CELL)
    return;

  open_part (self, part);
  if (text->lead > 0)
    {
      open_part (self, PART_LEAD);
      append_part (self, part, text->text, text->lead, FALSE);
      close_part (self, PART_LEAD);
    }
  append_part (self, part, rest, strlen (rest), text->lead == 0);
  close_part (self, part);
}

/* Ends a row of a table; plain text has tabs between cells, and none after the last. */
static void
close_row (const Writing *self,
           Part           part)
{
  if (self->form == ACADEMY_REPORT_PLAIN && self->text->str[self->text->len - 1] == '\t')
    g_string_truncate (self->text, self->text->len - 1);
  close_part (self, part);
}

static void
append_table (const Writing      *self,
              const AcademyBlock *block)
{
  guint n_columns = block->columns->len;

  open_part (self, PART_TABLE);
  open_part (self, PART_HEAD);
  for (guint i = 0; i < n_columns; i++)
    append (self, PART_HEAD_CELL, &((const AcademyReportColumn *) g_ptr_array_index (block->columns, i))->title);
  close_row (self, PART_HEAD);
  if (forms[self->form][PART_HEAD_END].before != NULL)
    {
      open_part (self, PART_HEAD);
      for (guint i = 0; i < n_columns; i++)
        open_part (self, PART_HEAD_END);
      close_part (self, PART_HEAD);
    }

  for (guint i = 0; i < block->texts->len; i++)
    {
      if (i % n_columns == 0)
        open_part (self, PART_ROW);
      append (self, PART_CELL, g_ptr_array_index (block->texts, i));
      if (i % n_columns == n_columns - 1)
        close_row (self, PART_ROW);
    }
  close_part (self, PART_TABLE);
}

static void
append_block (const Writing      *self,
              const AcademyBlock *block)
{
  static const Part parts[] = {
    [ACADEMY_BLOCK_HEADING] = PART_HEADING,
    [ACADEMY_BLOCK_TEXT] = PART_PARAGRAPH,
    [ACADEMY_BLOCK_LIST] = PART_ITEM,
    [ACADEMY_BLOCK_FIGURE] = PART_PARAGRAPH,
  };

  if (block->type == ACADEMY_BLOCK_TABLE)
    {
      append_table (self, block);
      return;
    }

  if (block->type == ACADEMY_BLOCK_LIST)
    open_part (self, PART_LIST);
  for (guint i = 0; i < block->texts->len; i++)
    append (self, parts[block->type], g_ptr_array_index (block->texts, i));
  if (block->type == ACADEMY_BLOCK_LIST)
    close_part (self, PART_LIST);
}

static void
append_page_head (const Writing       *self,
                  const AcademyReport *report)
{
  g_autofree char *title = g_markup_escape_text (report->title.text, -1);

  g_string_append_printf (self->text,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<title>%s</title>\n<style>\n"
                          "body { font: 1rem/1.45 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }\n"
                          "h2 { font-size: 1.1rem; border-top: 1px solid #ccc; padding-top: .8rem }\n"
                          "h3 { font-size: 1rem } li { margin: .2rem 0 }\n"
                          "th, td { text-align: left; vertical-align: top; padding: .15rem 1rem .15rem 0 }\n"
                          "</style>\n</head>\n<body>\n",
                          academy_language_get_code (report->language), title);
}

/**
 * academy_report_dup_text:
 * @self: a report
 * @form: the form of the text
 *
 * Returns: (transfer full): the report as text
 */
char *
academy_report_dup_text (const AcademyReport *self,
                         AcademyReportForm    form)
{
  g_autoptr(GString) text = g_string_new (NULL);
  Writing writing = { .text = text, .form = form };

  if (form == ACADEMY_REPORT_HTML_PAGE)
    append_page_head (&writing, self);
  append (&writing, PART_KICKER, &self->kicker);
  append (&writing, PART_NOTICE, &self->notice);
  append (&writing, PART_TITLE, &self->title);
  for (guint i = 0; i < self->facts->len; i++)
    append (&writing, PART_FACT, g_ptr_array_index (self->facts, i));
  for (guint i = 0; i < self->sections->len; i++)
    {
      const AcademyReportSection *section = g_ptr_array_index (self->sections, i);

      append (&writing, PART_SECTION, &section->title);
      for (guint j = 0; j < section->blocks->len; j++)
        append_block (&writing, g_ptr_array_index (section->blocks, j));
    }
  if (form == ACADEMY_REPORT_HTML_PAGE)
    g_string_append (text, "</body>\n</html>\n");

  while (text->len > 1 && text->str[text->len - 1] == '\n' && text->str[text->len - 2] == '\n')
    g_string_truncate (text, text->len - 1);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
