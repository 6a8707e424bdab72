/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <string.h>
#include <time.h>

#include "academy-decode.h"
#include "academy-error.h"
#include "academy-grid.h"

#define DAMAGED 300

/* What is pasted, and the cells read from it: rows in lines, with “|” between
 * cells and “/” for a line break in a cell; what was not read is NULL. */
typedef struct {
  const char *name;
  const char *pasted;
  const char *expected;
} Row;

static const Row texts[] = {
  { "tabs", "a\tb\nc\td\n", "a|b\nc|d\n" },
  { "crlf", "a\tb\r\nc\td\r\n", "a|b\nc|d\n" },
  { "cr", "a\tb\rc\td\r", "a|b\nc|d\n" },
  { "no line end", "a\tb\nc\td", "a|b\nc|d\n" },
  { "ragged", "a\nb\tc\td\ne\tf", "a||\nb|c|d\ne|f|\n" },
  { "quoted", "\"a\tb\"\tc\n", "a\tb|c\n" },
  { "line break", "\"a\nb\"\tc\n", "a/b|c\n" },
  { "line break of Windows", "\"a\r\nb\"\tc\r\n", "a/b|c\n" },
  { "two quotes", "\"say \"\"yes\"\"\"\tc\n", "say \"yes\"|c\n" },
  { "quote as a letter", "5\" pipe\tc\n", "5\" pipe|c\n" },
  { "quote at the beginning", "\"Fast\" track\tc\n", "\"Fast\" track|c\n" },
  { "quote without an end", "\"a\tb\nc\td\n", "\"a|b\nc|d\n" },
  { "empty quotes", "\"\"\tc\n", "|c\n" },
  { "quoted at the end", "a\t\"b\"", "a|b\n" },
  { "spaces", " a \t\u00a0b\u00a0c\n", "a|b c\n" },
  { "byte order mark", "\ufeffa\tb\n", "a|b\n" },
  { "empty rows inside", "a\tb\n\n\nc\td\n\n\n", "a|b\n|\n|\nc|d\n" },
  { "semicolons", "a;b\nc;d\n", "a|b\nc|d\n" },
  { "quoted semicolon", "\"a;x\";b\nc;d\n", "a;x|b\nc|d\n" },
  { "semicolons of titles", "Buyers; sellers\nMarket\n", "Buyers; sellers\nMarket\n" },
  { "one line with a semicolon", "Train buyers; test\n", "Train buyers; test\n" },
  { "bars", "a|b\nc|d\n", "a|b\nc|d\n" },
  { "Markdown", "| Title | Owner |\n|---|:--:|\n| a | b |\n", "Title|Owner\na|b\n" },
  { "numbers", "1. a\n2. b\n10) c\n", "a\nb\nc\n" },
  { "levels", "1 a\n1.1 b\n1.2.3 c\n", "1 a\nb\nc\n" },
  { "bullets", "• a\n– b\n- c\n* d\n· e\n\uf0b7 f\n", "a\nb\nc\nd\ne\nf\n" },
  { "boxes", "[ ] a\n[x] b\n☐ c\n- [ ] d\n", "a\nb\nc\nd\n" },
  { "letters", "a) x\n(1) y\n", "x\ny\n" },
  { "days are no numbers", "1.3. Kick-off\n1.3.2026 Kick-off\n2026 budget\n", "1.3. Kick-off\n1.3.2026 Kick-off\n2026 budget\n" },
  { "empty lines", "\n\na\n\n\nb\n", "a\nb\n" },
  { "one title", "Train buyers", "Train buyers\n" },
  { "nothing", "", NULL },
  { "spaces only", " \t \r\n \n", NULL },
};

static const Row documents[] = {
  { "plain", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a|b\nc|d\n" },
  { "no end tags", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a|b\nc|d\n" },
  { "groups", "<table><thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d</tbody></table>", "a|b\nc|d\n" },
  { "white space", "<table><tr><td> a\n  b </td><td>&nbsp;c&nbsp;d&nbsp;</td></tr></table>", "a b|c d\n" },
  { "line breaks", "<table><tr><td>a<br>b<br><br>c</td><td><p>d</p><p>e</p></td></tr></table>", "a/b//c|d/e\n" },
  { "entities", "<table><tr><td>&auml;&ouml;&amp;</td><td>&lt;b&gt;</td></tr></table>", "äö&|<b>\n" },
  { "row span", "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>", "a|b\na|c\nd|e\n" },
  { "column span", "<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>", "a||b\nc|d|e\n" },
  { "both spans", "<table><tr><td colspan=2 rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>", "a||b\na||c\nd|e|f\n" },
  { "spans at the end", "<table><tr><td>a<td rowspan=3>b<tr><td>c<tr><td>d</table>", "a|b\nc|b\nd|b\n" },
  { "span with a gap", "<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d</table>", "a|b|c\nd||c\n" },
  { "negative spans", "<table><tr><td rowspan=-1 colspan=0>a<td>b</table>", "a|b\n" },
  { "hidden row", "<table><tr><td>a<td>b<tr style='display: none'><td>x<td>y<tr><td>c<td>d</table>", "a|b\nc|d\n" },
  { "last row of a spreadsheet",
    "<table><tr><td>a<td>b</tr><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td>"
    "<td width=64></td></tr><![endif]></table>", "a|b\n" },
  { "conditions", "<table><tr><td><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>a</td>"
    "<td>b</td></tr></table>", "a|b\n" },
  { "conditional comment", "<!--[if gte mso 9]><xml><x>y</x></xml><![endif]--><table><tr><td>a<td>b</table>", "a|b\n" },
  { "paragraphs of Word",
    "<table><tr><td><p class=MsoNormal>a<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>"
    "<tr><td><p>c<o:p></o:p></p></td><td><p>d<o:p></o:p></p></td></tr></table>", "a|\nc|d\n" },
  { "largest", "<table><tr><td>x<td>y</table><table><tr><td>a<td>b<tr><td>c<td>d</table>", "a|b\nc|d\n" },
  { "nested", "<table><tr><td>a<table><tr><td>x<td>y<tr><td>z</table></td><td>b</table>", "a/x y/z|b\n" },
  { "layout", "<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></td></tr></table>", "a|b\nc|d\n" },
  { "styles and scripts", "<style>td{x:y}</style><table><tr><td>a<script>b()</script><td>c<!-- d --></table>", "a|c\n" },
  { "lists", "<ul><li>a</li><li>2. b<ul><li>c</li></ul></li></ul>", "a\nb\nc\n" },
  { "list without end tags", "<ol><li>a<li>b<br>c</ol>", "a\nb c\n" },
  { "table before lists", "<ul><li>x<li>y</ul><table><tr><td>a<td>b</table>", "a|b\n" },
  { "one cell", "<table><tr><td>a</table>", NULL },
  { "one line", "<ul><li>a</ul>", NULL },
  { "no table", "<p>a</p><p>b</p>", NULL },
  { "no HTML", "a\tb", NULL },
  { "nothing", "", NULL },
  { "day of LibreOffice",
    "<table><tr><td sdval=\"46082\" sdnum=\"1035;1035;P.K.\">1.3.</td><td sdval=\"46082,5\">1. maalis</td></tr></table>",
    "2026-03-01|2026-03-01\n" },
  { "day with its year", "<table><tr><td sdval=\"46082\">1.3.2026</td><td sdval=\"46082\">maaliskuu 2026</td></tr></table>",
    "1.3.2026|maaliskuu 2026\n" },
  { "day with two digits", "<table><tr><td sdval=\"46082\">3/1/26</td><td sdval=\"46082\">maalis 26</td></tr></table>",
    "2026-03-01|2026-03-01\n" },
  { "day of Excel", "<table><tr><td x:num=\"46082\">1-Mar</td><td x:num>46082</td></tr></table>", "2026-03-01|46082\n" },
  { "number of LibreOffice",
    "<table><tr><td sdval=\"46082\" sdnum=\"1035;\">46082</td><td sdval=\"46082\">46 082 €</td></tr></table>",
    "46082|46 082 €\n" },
};

static char *
describe (AcademyGrid *grid)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < academy_grid_get_n_rows (grid); row++)
    for (guint column = 0; column < academy_grid_get_n_columns (grid); column++)
      {
        g_autofree char *cell = g_strdelimit (g_strdup (academy_grid_get_text (grid, row, column)), "\n", '/');

        g_string_append_printf (text, "%s%c", cell, column + 1 < academy_grid_get_n_columns (grid) ? '|' : '\n');
      }

  return g_string_free_and_steal (text);
}

static void
check (const Row   *row,
       AcademyGrid *grid,
       GError      *error)
{
  g_autofree char *cells = grid != NULL ? describe (grid) : NULL;

  g_test_message ("%s", row->name);
  g_assert_cmpstr (cells, ==, row->expected);
  if (grid == NULL)
    g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
  else
    g_assert_no_error (error);
}

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(AcademyGrid) grid = academy_grid_new_from_text (texts[i].pasted, &error);

      check (&texts[i], grid, error);
    }
}

static void
test_html (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(AcademyGrid) grid = academy_grid_new_from_html (documents[i].pasted, strlen (documents[i].pasted), &error);

      check (&documents[i], grid, error);
    }
}

/* Spans end with the table, and columns at their limit. */
static void
test_endless_spans (void)
{
  static const char html[] = "<table><tr><td>x<td rowspan=999999999 colspan=999999999>a<tr><td>b<tr><td>c</table>";
  g_autoptr(AcademyGrid) grid = academy_grid_new_from_html (html, strlen (html), NULL);

  g_assert_cmpuint (academy_grid_get_n_rows (grid), ==, 3);
  g_assert_cmpuint (academy_grid_get_n_columns (grid), ==, 2);
  g_assert_cmpstr (academy_grid_get_text (grid, 2, 1), ==, "a");
}

static void
test_merged (void)
{
  static const char html[] = "<table><tr><td rowspan=3>Goal<td>a<tr><td>b<tr><td>c<tr><td>Other<td>d</table>";
  g_autoptr(AcademyGrid) grid = academy_grid_new_from_html (html, strlen (html), NULL);

  g_assert_true (academy_grid_has_merged (grid));
  g_assert_cmpstr (academy_grid_get_text (grid, 2, 0), ==, "Goal");
  academy_grid_set_repeats (grid, FALSE);
  g_assert_cmpstr (academy_grid_get_text (grid, 2, 0), ==, "");
  g_assert_cmpstr (academy_grid_get_text (grid, 0, 0), ==, "Goal");
  g_assert_false (academy_grid_has_headings (grid));
}

static void
test_headings (void)
{
  static const char html[] = "<table><tr><th>Title<th>Owner<tr><td>a<td>b</table>";
  static const char side[] = "<table><tr><th>Title<td>a<tr><th>Owner<td>b</table>";
  g_autoptr(AcademyGrid) grid = academy_grid_new_from_html (html, strlen (html), NULL);
  g_autoptr(AcademyGrid) other = academy_grid_new_from_html (side, strlen (side), NULL);

  g_assert_true (academy_grid_has_headings (grid));
  g_assert_false (academy_grid_has_headings (other));
}

/* The same document in all the encodings in which programs offer it, some of which
 * it denies. */
static void
test_encodings (void)
{
  static const char html[] =
    "<meta charset=iso-8859-15><table><tr><td>Järjestä</td><td>5 €</td></tr><tr><td>“c”</td><td>😀</td></tr></table>";
  static const char windows[] = "<table><tr><td>J\xe4rjest\xe4</td><td>5 \x80</td></tr><tr><td>"
                                "\x93" "c\x94</td><td>\x81</td></tr></table>";
  static const char * const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE" };
  static const char * const marks[] = { "\xef\xbb\xbf", "\xff\xfe", "\xfe\xff" };
  g_autoptr(AcademyGrid) old = academy_grid_new_from_html (windows, strlen (windows), NULL);
  g_autofree char *old_cells = describe (old);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (guint with_mark = 0; with_mark < 2; with_mark++)
      {
        gsize length;
        g_autofree char *text = g_convert (html, -1, encodings[i], "UTF-8", NULL, &length, NULL);
        g_autoptr(GByteArray) bytes = g_byte_array_new ();
        g_autoptr(AcademyGrid) grid = NULL;
        g_autofree char *cells = NULL;

        if (with_mark)
          g_byte_array_append (bytes, (const guint8 *) marks[i], strlen (marks[i]));
        g_byte_array_append (bytes, (const guint8 *) text, length);
        g_byte_array_append (bytes, (const guint8 *) "\0\0", 2);
        grid = academy_grid_new_from_html ((const char *) bytes->data, bytes->len, NULL);
        cells = describe (grid);
        g_assert_cmpstr (cells, ==, "Järjestä|5 €\n“c”|😀\n");
      }

  g_assert_cmpstr (old_cells, ==, "Järjestä|5 €\n“c”|\ufffd\n");
}

static void
test_half_a_pair (void)
{
  g_autofree char *high = academy_decode ("\xff\xfe\x3d\xd8" "a\0", 6);
  g_autofree char *low = academy_decode ("\xff\xfe\x00\xde" "a\0b", 7);

  g_assert_cmpstr (high, ==, "\ufffda");
  g_assert_cmpstr (low, ==, "\ufffda");
}

static char *
make_table (guint n_rows,
            guint n_columns,
            gboolean is_html)
{
  GString *text = g_string_new (is_html ? "<table>" : NULL);

  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (text, is_html ? "<tr>" : "");
      for (guint column = 0; column < n_columns; column++)
        g_string_append_printf (text, is_html ? "<td>%u-%u</td>" : column + 1 < n_columns ? "%u-%u\t" : "%u-%u\n", row, column);
    }

  return g_string_free_and_steal (text);
}

/* As many rows below the headings are taken, whatever their number. */
static void
test_limits (void)
{
  for (guint i = 0; i < 4; i++)
    {
      guint is_html = i % 2, n_headings = i / 2 * ACADEMY_GRID_MAX_HEADINGS, n_rows = n_headings + ACADEMY_GRID_MAX_ROWS;
      g_autofree char *whole = make_table (n_rows, ACADEMY_GRID_MAX_COLUMNS, is_html);
      g_autofree char *large = make_table (n_rows + 2, ACADEMY_GRID_MAX_COLUMNS + 1, is_html);
      g_autoptr(AcademyGrid) complete = is_html ? academy_grid_new_from_html (whole, strlen (whole), NULL)
                                                : academy_grid_new_from_text (whole, NULL);
      g_autoptr(AcademyGrid) cut = is_html ? academy_grid_new_from_html (large, strlen (large), NULL)
                                           : academy_grid_new_from_text (large, NULL);
      g_autofree char *nothing = NULL;
      g_autofree char *omission = NULL;

      academy_grid_cut (complete, n_headings);
      nothing = academy_grid_dup_omission (complete);
      academy_grid_cut (cut, n_headings);
      omission = academy_grid_dup_omission (cut);
      g_assert_cmpuint (academy_grid_get_n_rows (complete), ==, n_rows);
      g_assert_cmpuint (academy_grid_get_n_columns (complete), ==, ACADEMY_GRID_MAX_COLUMNS);
      g_assert_cmpstr (academy_grid_get_text (complete, 2999, 49), ==, "2999-49");
      g_assert_null (nothing);
      g_assert_cmpuint (academy_grid_get_n_rows (cut), ==, n_rows);
      g_assert_cmpuint (academy_grid_get_n_columns (cut), ==, ACADEMY_GRID_MAX_COLUMNS);
      g_assert_cmpstr (omission, ==, "2 rows at the end are left out: a table may have 3000 rows. "
                       "1 column at the end is left out: a table may have 50 columns.");
    }
}

static void
test_too_large (void)
{
  g_autofree char *data = g_malloc (ACADEMY_GRID_MAX_BYTES + 2);
  g_autoptr(GError) text_error = NULL;
  g_autoptr(GError) html_error = NULL;

  memset (data, 'a', ACADEMY_GRID_MAX_BYTES + 1);
  data[ACADEMY_GRID_MAX_BYTES + 1] = '\0';
  g_assert_null (academy_grid_new_from_text (data, &text_error));
  g_assert_error (text_error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_assert_null (academy_grid_new_from_html (data, ACADEMY_GRID_MAX_BYTES + 1, &html_error));
  g_assert_error (html_error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
}

/* A sanitizer reads each text to its end wherever a part of it is compared. */
#ifdef __SANITIZE_ADDRESS__
#define SLOW_TEXT (1 << 16)
#else
#define SLOW_TEXT (1 << 20)
#endif

/* Texts that cost the square of their length if they are searched carelessly. */
static void
test_slow_texts (void)
{
  static const char * const parts[] = {
    "<![", "<table><tr><td>", "<li>", "<li><div>", "\"\t", "\"\"\t", "<tr><td>", "1. ", "<",
  };
  clock_t start = clock ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GString) text = g_string_new ("<table>");
      g_autoptr(AcademyGrid) grid = NULL;
      g_autoptr(AcademyGrid) other = NULL;

      while (text->len < SLOW_TEXT)
        g_string_append (text, parts[i]);
      other = academy_grid_new_from_text (text->str, NULL);
      grid = academy_grid_new_from_html (text->str, text->len, NULL);
    }

  /* Of the processor, which other processes use too */
  g_assert_cmpint ((clock () - start) / CLOCKS_PER_SEC, <, 10);
}

static void
test_nested (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(AcademyGrid) grid = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "<table><tr><td>a</td><td>");
  grid = academy_grid_new_from_html (text->str, text->len, NULL);

  g_assert_nonnull (grid);
  g_assert_cmpuint (academy_grid_get_n_rows (grid), ==, 1);
}

static void
damage (GRand   *random,
        GString *text)
{
  for (guint n = g_rand_int_range (random, 1, 12); n > 0; n--)
    {
      gsize at = g_rand_int_range (random, 0, text->len);
      gsize length = g_rand_int_range (random, 1, MIN (text->len - at, 40) + 1);

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          text->str[at] = g_rand_int_range (random, 0, 256);
          break;
        case 1:
          g_string_erase (text, at, length);
          if (text->len == 0)
            return;
          break;
        case 2:
          {
            g_autofree char *copy = g_strndup (text->str + at, length);

            g_string_insert (text, g_rand_int_range (random, 0, text->len), copy);
          }
          break;
        default:
          g_string_truncate (text, MAX (at, 1));
          break;
        }
    }
}

static void
test_damaged (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20211019);

  for (guint i = 0; i < DAMAGED; i++)
    {
      const Row *row = &documents[i % G_N_ELEMENTS (documents)];
      g_autoptr(GString) html = g_string_new (row->pasted);
      g_autoptr(GString) text = g_string_new (texts[i % G_N_ELEMENTS (texts)].pasted);
      g_autoptr(AcademyGrid) grid = NULL;
      g_autoptr(AcademyGrid) other = NULL;
      g_autofree char *valid = NULL;

      g_string_append_c (html, ' ');
      g_string_append_c (text, ' ');
      damage (random, html);
      damage (random, text);
      grid = academy_grid_new_from_html (html->str, html->len, NULL);
      valid = g_utf8_make_valid (text->str, text->len);
      other = academy_grid_new_from_text (valid, NULL);
      for (guint j = 0; grid != NULL && j < academy_grid_get_n_rows (grid); j++)
        for (guint k = 0; k < academy_grid_get_n_columns (grid); k++)
          g_assert_true (g_utf8_validate (academy_grid_get_text (grid, j, k), -1, NULL));
    }
}

static void
test_back_and_forth (void)
{
  static const char * const cells[] = { "plain", "a\tb", "a\nb", "\"quoted\"", "5\" pipe", "<b> & c", "=1+1", "1-2", "", "ä😀" };
  g_autoptr(AcademyGrid) grid = academy_grid_new (G_MAXUINT, G_MAXUINT);
  g_autoptr(AcademyGrid) from_text = NULL;
  g_autoptr(AcademyGrid) from_html = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      academy_grid_take_text (grid, i, 0, g_strdup (cells[i]));
      academy_grid_take_text (grid, i, 1, g_strdup ("12"));
      academy_grid_set_number (grid, i, 1);
    }
  academy_grid_set_headings (grid, TRUE);
  text = academy_grid_to_text (grid);
  html = academy_grid_to_html (grid);
  from_text = academy_grid_new_from_text (text, NULL);
  from_html = academy_grid_new_from_html (html, strlen (html), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *folded = g_strdelimit (g_strdup (cells[i]), "\t", ' ');

      g_assert_cmpstr (academy_grid_get_text (from_text, i, 0), ==, cells[i]);
      g_assert_cmpstr (academy_grid_get_text (from_html, i, 0), ==, folded);
      g_assert_cmpstr (academy_grid_get_text (from_html, i, 1), ==, "12");
    }
  g_assert_nonnull (strstr (html, "<meta charset=\"utf-8\">"));
  g_assert_nonnull (strstr (html, "<th style='mso-number-format:\"\\@\"'>plain</th><th>12</th>"));
  g_assert_nonnull (strstr (html, "<td style='mso-number-format:\"\\@\"'>=1+1</td><td>12</td>"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grid/text", test_text);
  g_test_add_func ("/grid/html", test_html);
  g_test_add_func ("/grid/endless-spans", test_endless_spans);
  g_test_add_func ("/grid/merged", test_merged);
  g_test_add_func ("/grid/headings", test_headings);
  g_test_add_func ("/grid/encodings", test_encodings);
  g_test_add_func ("/grid/half-a-pair", test_half_a_pair);
  g_test_add_func ("/grid/limits", test_limits);
  g_test_add_func ("/grid/too-large", test_too_large);
  g_test_add_func ("/grid/slow-texts", test_slow_texts);
  g_test_add_func ("/grid/nested", test_nested);
  g_test_add_func ("/grid/damaged", test_damaged);
  g_test_add_func ("/grid/back-and-forth", test_back_and_forth);

  return g_test_run ();
}
