/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-recorder.h"
#include "academy-report-document.h"
#include "academy-report-text.h"
#include "academy-text-layout.h"

#define WIDTH  538.6
#define HEIGHT 785.2

/* The geometry of slides, with headings above their sections. */
static const AcademySheet slide = { "custom_slide", 960, 540 };
static const AcademyGeometry slides = {
  .sheet = &slide, .inset = 20, .sizes = { 24, 22, 20, 18 }, .flow = 20, .title = 1.4, .foot = 12,
};

static char *
dup_long (guint letters)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; text->len < letters; i++)
    g_string_append_printf (text, "%s%u", i % 11 == 0 ? ". Sitten " : " toimenpide ", i);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_word (guint letters)
{
  return g_strnfill (letters, 'm');
}

static AcademyReport *
create_report (guint       n_rows,
               const char *text)
{
  AcademyReport *report = academy_report_new ("Kind of report", "The title", academy_language_get ("fi", NULL));
  AcademyReportSection *section = academy_report_add_section (report, "first", "Toimenpiteet");
  AcademyBlock *block;

  academy_report_add_fact (report, "Lead:", "a fact");
  academy_block_add (academy_report_section_add_block (section, ACADEMY_BLOCK_TEXT), "Lead", text, "detail");
  academy_block_add (academy_report_section_add_block (section, ACADEMY_BLOCK_HEADING), NULL, "A heading", NULL);
  block = academy_report_section_add_block (section, ACADEMY_BLOCK_LIST);
  for (guint i = 0; i <= n_rows / 4; i++)
    academy_block_add (block, "Item", i == 1 ? text : "short", "with a detail");

  section = academy_report_add_section (report, "second", "Table");
  if (n_rows > 0)
    {
      block = academy_report_section_add_block (section, ACADEMY_BLOCK_TABLE);
      academy_block_add_column (block, "Number", TRUE);
      academy_block_add_column (block, "Title", FALSE);
      academy_block_add_column (block, "Owner role", FALSE);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      academy_block_add (block, NULL, number, NULL);
      academy_block_add (block, NULL, i == 2 ? text : "A title of usual length", NULL);
      academy_block_add (block, NULL, "Procurement Manager", NULL);
    }

  return report;
}

/* Appends a text without white space, at which pages may divide it. */
static void
append (GHashTable *texts,
        const void *block,
        guint       column,
        const char *text)
{
  gpointer key = (gpointer) ((const char *) block + column);
  GString *all = g_hash_table_lookup (texts, key);

  if (all == NULL)
    {
      all = g_string_new (NULL);
      g_hash_table_insert (texts, key, all);
    }
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (all, *p);
}

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

/* Checks that a row is on its page, and its text in its cells, of a size that can be
 * read, whole and with all its glyphs. */
static void
check_row (const AcademyReportRow *row,
           double                  width,
           double                  height,
           double                  least)
{
  g_assert_cmpfloat (row->y, >=, 0);
  g_assert_cmpfloat (row->y + row->height, <=, height);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const AcademyReportCell *cell = g_ptr_array_index (row->cells, i);
      PangoRectangle extents;

      pango_layout_get_extents (cell->layout, NULL, &extents);
      g_assert_cmpfloat (cell->x, >=, 0);
      g_assert_cmpfloat (cell->x + cell->width, <=, width + 0.01);
      g_assert_cmpfloat ((double) extents.width / PANGO_SCALE, <=, cell->width + 0.01);
      g_assert_cmpfloat ((double) extents.height / PANGO_SCALE, <=, row->height + 0.01);
      g_assert_cmpint (pango_font_description_get_size (pango_layout_get_font_description (cell->layout)), >=,
                       least * PANGO_SCALE);
      g_assert_cmpint (pango_layout_get_unknown_glyphs_count (cell->layout), ==, 0);
      g_assert_false (pango_layout_is_ellipsized (cell->layout));
    }
}

static const char *
get_text (const AcademyReportRow *row,
          guint                   cell)
{
  return pango_layout_get_text (((AcademyReportCell *) g_ptr_array_index (row->cells, cell))->layout);
}

/* Checks that the pages say all that a report says, once and in order. */
static guint
check_pages (AcademyReport         *report,
             const AcademyGeometry *geometry,
             double                 width,
             double                 height)
{
  PangoContext *context = academy_text_layout_create_context (report->language, 72);
  g_autoptr(GPtrArray) pages = academy_report_lay_out (report, geometry, context, width, height);
  g_autoptr(GHashTable) found = g_hash_table_new_full (NULL, NULL, NULL, free_string);
  g_autoptr(GHashTable) expected = g_hash_table_new_full (NULL, NULL, NULL, free_string);
  GHashTableIter iterator;
  gpointer key, text;
  guint n_pages = pages->len;

  g_object_unref (context);
  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *rows = g_ptr_array_index (pages, i);
      AcademyReportRole last;
      double bottom = 0;

      g_assert_cmpuint (rows->len, >, 0);
      for (guint j = 0; j < rows->len; j++)
        {
          const AcademyReportRow *row = g_ptr_array_index (rows, j);
          gboolean list = row->role == ACADEMY_REPORT_ITEM;

          check_row (row, width, height, geometry->sizes[3] > 0 ? geometry->sizes[3] : geometry->sizes[2]);
          g_assert_cmpfloat (row->y, >=, bottom - 0.01);
          if (row->role != ACADEMY_REPORT_SECTION || geometry->side == 0)
            bottom = row->y + row->height;
          if (row->role == ACADEMY_REPORT_SECTION)
            append (found, row->section, 0, get_text (row, 0));
          if (row->block == NULL || (row->role == ACADEMY_REPORT_HEAD && row->continued))
            continue;
          for (guint k = list; k < row->cells->len; k++)
            append (found, row->block, k - list, get_text (row, k));
        }

      /* Headings are not left alone at the foot. */
      last = ((AcademyReportRow *) g_ptr_array_index (rows, rows->len - 1))->role;
      g_assert_true (last != ACADEMY_REPORT_SECTION && last != ACADEMY_REPORT_HEADING && last != ACADEMY_REPORT_HEAD);
    }

  for (guint i = 0; i < report->sections->len; i++)
    {
      const AcademyReportSection *section = g_ptr_array_index (report->sections, i);

      if (section->blocks->len > 0)
        append (expected, section, 0, section->title.text);
      for (guint j = 0; j < section->blocks->len; j++)
        {
          const AcademyBlock *block = g_ptr_array_index (section->blocks, j);
          guint n_columns = MAX (block->columns->len, 1);

          for (guint k = 0; k < block->columns->len; k++)
            append (expected, block, k, ((AcademyReportColumn *) g_ptr_array_index (block->columns, k))->title.text);
          for (guint k = 0; k < block->texts->len; k++)
            append (expected, block, k % n_columns, ((AcademyReportText *) g_ptr_array_index (block->texts, k))->text);
        }
    }
  g_assert_cmpuint (g_hash_table_size (found), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iterator, expected);
  while (g_hash_table_iter_next (&iterator, &key, &text))
    g_assert_cmpstr (((GString *) text)->str, ==, ((GString *) g_hash_table_lookup (found, key))->str);

  return n_pages;
}

/* Checks reports from empty to huge, with texts that no page has room for. */
static void
test_layout (void)
{
  static const guint rows[] = { 0, 1, 2, 60, 2000 };
  g_autofree char *long_text = dup_long (4000), *word = dup_word (200);
  const char *texts[] = { "usual", long_text, word };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr(AcademyReport) report = create_report (rows[i], texts[j]);

        if (rows[i] == 2000 && j > 0)
          continue;
        check_pages (report, &academy_geometry_brief, WIDTH, HEIGHT);
        check_pages (report, &slides, 903.3, 483.3);
      }
}

/* Checks that one page is preferred, at any of the sizes. */
static void
test_sizes (void)
{
  static const struct {
    guint n_rows;
    guint n_pages;
  } reports[] = { { 10, 1 }, { 34, 1 }, { 60, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr(AcademyReport) report = create_report (reports[i].n_rows, "usual");

      g_assert_cmpuint (check_pages (report, &academy_geometry_brief, WIDTH, HEIGHT), ==, reports[i].n_pages);
    }
}

/* Checks titles that no line has room for. */
static void
test_title (void)
{
  g_autofree char *long_text = dup_long (4000), *word = dup_word (200);
  const char *texts[] = { long_text, word };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(AcademyReport) report = academy_report_new (texts[i], texts[i], academy_language_get ("en", NULL));
      AcademyReportSection *section = academy_report_add_section (report, "only", "Section");

      academy_report_set_notice (report, texts[i]);
      academy_block_add (academy_report_section_add_block (section, ACADEMY_BLOCK_TEXT), NULL, "text", NULL);
      check_pages (report, &academy_geometry_brief, WIDTH, HEIGHT);
    }
}

/* Checks that the ground of a confidential section is wider than its texts and not
 * wider than those of the others. */
static void
test_ground (void)
{
  g_autoptr(AcademyReport) report = academy_report_new ("Kind", "Title", academy_language_get ("en", NULL));
  AcademyReportSection *section = academy_report_add_section (report, "only", "Section");
  AcademyBlock *list = academy_report_section_add_block (section, ACADEMY_BLOCK_LIST);
  g_autofree char *long_text = dup_long (400);
  g_autoptr(AcademyDocument) document = NULL;
  g_autoptr(AcademyRecorder) recorder = academy_recorder_new ();
  const AcademyBox *ground = NULL;
  double right = WIDTH - academy_geometry_brief.inset;
  gboolean finished;

  section->confidential = TRUE;
  for (guint i = 0; i < 3; i++)
    academy_block_add (list, NULL, long_text, NULL);
  document = ACADEMY_DOCUMENT (academy_report_document_new (report, &academy_geometry_brief));
  academy_document_set_area (document, WIDTH, HEIGHT);
  g_assert_true (academy_document_paginate (document, &finished, NULL));
  g_assert_true (academy_document_draw_page (document, 0, &recorder->parent, NULL));

  for (guint i = 0; i < recorder->records->len; i++)
    {
      const AcademyRecord *record = academy_recorder_get (recorder, i);

      if (record->type == ACADEMY_RECORD_FILL && record->colour.alpha < 0.1)
        ground = &record->bounds;
      g_assert_cmpfloat (record->bounds.x + record->bounds.width, <=, right + 0.01);
      if (g_strcmp0 (record->text, long_text) != 0)
        continue;
      g_assert_nonnull (ground);
      g_assert_cmpfloat (record->bounds.x, >=, ground->x + ACADEMY_REPORT_GROUND);
      g_assert_cmpfloat (record->bounds.x + record->bounds.width, <=, right - ACADEMY_REPORT_GROUND + 0.01);
    }
  g_assert_nonnull (ground);
  g_assert_cmpfloat_with_epsilon (ground->x + ground->width, right, 0.01);
}

/* Checks that a title keeps numbers and their words on one line. */
static void
test_bound (void)
{
  static const struct { const char *title; const char *bound; } rows[] = {
    { "Turku\u00a0– 2. sparraus", "Turku\u00a0– 2.\u00a0sparraus" },
    { "Turku\u00a0– Sparring 2", "Turku\u00a0– Sparring\u00a02" },
    { "1. osa. Toinen 10 osa", "1.\u00a0osa. Toinen\u00a010 osa" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyReport) report = academy_report_new ("", rows[i].title, academy_language_get ("fi", NULL));

      g_assert_cmpstr (report->title.text, ==, rows[i].bound);
    }
}

static char *
dup_item (const char        *text,
          AcademyReportForm  form)
{
  g_autoptr(AcademyReport) report = academy_report_new ("", "", academy_language_get ("en", NULL));
  AcademyReportSection *section = academy_report_add_section (report, "only", "");
  AcademyBlock *list = academy_report_section_add_block (section, ACADEMY_BLOCK_LIST);

  academy_block_add (list, NULL, text, NULL);
  return academy_report_dup_text (report, form);
}

/* Checks texts that have a meaning in Markdown or HTML. */
static void
test_escaping (void)
{
  static const struct {
    const char *text;
    const char *markdown;
    const char *html;
  } texts[] = {
    { "3. kohta", "- 3\\. kohta\n", "<ul>\n<li>3. kohta</li>\n</ul>\n" },
    { "3) kohta", "- 3\\) kohta\n", "<ul>\n<li>3) kohta</li>\n</ul>\n" },
    { "16.2.2022 – 40 %", "- 16.2.2022 – 40 %\n", "<ul>\n<li>16.2.2022 – 40 %</li>\n</ul>\n" },
    { "16.", "- 16\\.\n", "<ul>\n<li>16.</li>\n</ul>\n" },
    { "- a", "- \\- a\n", "<ul>\n<li>- a</li>\n</ul>\n" },
    { "+ a - b", "- \\+ a - b\n", "<ul>\n<li>+ a - b</li>\n</ul>\n" },
    { "# a", "- \\# a\n", "<ul>\n<li># a</li>\n</ul>\n" },
    { "=", "- \\=\n", "<ul>\n<li>=</li>\n</ul>\n" },
    { "& < > \" * _ | ~ ` \\", "- \\& \\< \\> \" \\* \\_ \\| \\~ \\` \\\\\n",
      "<ul>\n<li>&amp; &lt; &gt; &quot; * _ | ~ ` \\</li>\n</ul>\n" },
    { "[a](b) <!-- ]]>", "- \\[a\\](b) \\<!-- \\]\\]\\>\n", "<ul>\n<li>[a](b) &lt;!-- ]]&gt;</li>\n</ul>\n" },
    { "a\r\n\n1. b\xe2\x80\xa8" "c", "- a\\\n  1\\. b\\\n  c\n", "<ul>\n<li>a<br>1. b<br>c</li>\n</ul>\n" },
    { "x\x01\x1f\x0b" "y\xff", "- x\\\n  y\xef\xbf\xbd\n", "<ul>\n<li>x<br>y\xef\xbf\xbd</li>\n</ul>\n" },
    { "👩‍💻 é", "- 👩‍💻 é\n", "<ul>\n<li>👩‍💻 é</li>\n</ul>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *markdown = dup_item (texts[i].text, ACADEMY_REPORT_MARKDOWN);
      g_autofree char *html = dup_item (texts[i].text, ACADEMY_REPORT_HTML);

      g_assert_cmpstr (markdown, ==, texts[i].markdown);
      g_assert_cmpstr (html, ==, texts[i].html);
    }
}

/* Checks each kind of block in each form. */
static void
test_forms (void)
{
  static const char * const expected[] = {
    [ACADEMY_REPORT_PLAIN] =
      "Kind of report\nThe title\nLead: a fact\n\nToimenpiteet\nLead a|b – detail\n\nA heading\n– Item short – with a detail\n"
      "\nTable\nNumber\tTitle\tOwner role\n0\tA title of usual length\tProcurement Manager\n",
    [ACADEMY_REPORT_MARKDOWN] =
      "Kind of report\n\n# The title\n\n**Lead:** a fact\n\n## Toimenpiteet\n\n**Lead** a\\|b – detail\n\n### A heading\n\n"
      "- **Item** short – with a detail\n\n## Table\n\n| Number | Title | Owner role |\n| --- | --- | --- |\n"
      "| 0 | A title of usual length | Procurement Manager |\n",
    [ACADEMY_REPORT_HTML] =
      "<p>Kind of report</p>\n<h1>The title</h1>\n<p><b>Lead:</b> a fact</p>\n<h2>Toimenpiteet</h2>\n"
      "<p><b>Lead</b> a|b – detail</p>\n<h3>A heading</h3>\n<ul>\n<li><b>Item</b> short – with a detail</li>\n</ul>\n"
      "<h2>Table</h2>\n<table>\n<tr><th scope=\"col\">Number</th><th scope=\"col\">Title</th><th scope=\"col\">Owner role</th>"
      "</tr>\n<tr><td>0</td><td>A title of usual length</td><td>Procurement Manager</td></tr>\n</table>\n",
  };
  g_autoptr(AcademyReport) report = create_report (1, "a|b");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = academy_report_dup_text (report, i);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/layout", test_layout);
  g_test_add_func ("/report/sizes", test_sizes);
  g_test_add_func ("/report/title", test_title);
  g_test_add_func ("/report/bound", test_bound);
  g_test_add_func ("/report/ground", test_ground);
  g_test_add_func ("/report/escaping", test_escaping);
  g_test_add_func ("/report/forms", test_forms);
  return g_test_run ();
}
