/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-grid.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "academy-bullet.h"
#include "academy-decode.h"
#include "academy-error.h"
#include "academy-sheet-day.h"

/* No document that people make is nested deeper. */
#define DEEPEST 500

/* Longer than any “<![if gte mso 9]>” */
#define LONGEST_CONDITION 100

/* What a walk through a document has found. */
typedef struct {
  /* Owned */
  AcademyGrid *table;
  AcademyGrid *list;

  guint        size;
  guint        n_lines;
} Finding;

static gboolean
is_element (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static gboolean
is_one_of (const xmlNode      *node,
           const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (is_element (node, names[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_cell (const xmlNode *node)
{
  static const char * const names[] = { "td", "th", NULL };

  return is_one_of (node, names);
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

/* Whether an element is not shown, or is the number before a line of a list of
 * Word. */
static gboolean
is_hidden (xmlNode *node)
{
  static const char * const names[] = { "style", "script", "title", "template", NULL };
  g_autofree char *style = dup_attribute (node, "style");
  g_autoptr(GString) bare = NULL;

  if (is_one_of (node, names))
    return TRUE;
  if (style == NULL)
    return FALSE;

  bare = g_string_new (style);
  g_string_replace (bare, " ", "", 0);
  g_string_ascii_down (bare);
  return strstr (bare->str, "display:none") != NULL || strstr (bare->str, "mso-list:ignore") != NULL;
}

/* Elements that begin and end a line of a text */
static const char * const blocks[] = {
  "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "pre", "blockquote", NULL,
};

static void
break_line (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

static void
append_folded (GString    *text,
               const char *content)
{
  for (const char *p = content; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character != 0xa0 && !g_unichar_isspace (character))
        g_string_append_unichar (text, character);
      else if (text->len > 0 && strchr (" \n", text->str[text->len - 1]) == NULL)
        g_string_append_c (text, ' ');
    }
}

/* Appends what is shown of the children of a node; the line of a list leaves its
 * own lists out. */
static void
append_text (GString  *text,
             xmlNode  *parent,
             gboolean  with_lists,
             guint     depth)
{
  static const char * const lists[] = { "ul", "ol", "li", NULL };

  for (xmlNode *node = depth < DEEPEST ? parent->children : NULL; node != NULL; node = node->next)
    {
      gboolean is_block = is_one_of (node, blocks);

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        append_folded (text, node->content != NULL ? (const char *) node->content : "");
      if (node->type != XML_ELEMENT_NODE || is_hidden (node) || (!with_lists && is_one_of (node, lists)))
        continue;

      if (is_element (node, "br"))
        {
          /* Two of them are an empty line, which a text may have. */
          if (text->len > 0 && text->str[text->len - 1] == ' ')
            g_string_truncate (text, text->len - 1);
          g_string_append_c (text, '\n');
          continue;
        }
      if (is_block)
        break_line (text);
      if (is_cell (node))
        append_folded (text, " ");
      append_text (text, node, with_lists, depth + 1);
      if (is_block)
        break_line (text);
    }
}

static char *
dup_text (xmlNode  *node,
          gboolean  with_lists)
{
  GString *text = g_string_new (NULL);

  append_text (text, node, with_lists, 0);
  return g_strstrip (g_string_free_and_steal (text));
}

/* Attributes in which spreadsheets keep the number of a cell: LibreOffice, Excel */
static const char * const number_attributes[] = { "sdval", "x:num" };

static char *
dup_cell (xmlNode *cell)
{
  g_autofree char *text = dup_text (cell, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (number_attributes); i++)
    {
      g_autofree char *serial = dup_attribute (cell, number_attributes[i]);
      char *day = serial != NULL ? academy_sheet_day_dup (text, serial) : NULL;

      if (day != NULL)
        return day;
    }

  return g_steal_pointer (&text);
}

static guint
get_span (xmlNode    *cell,
          const char *name)
{
  g_autofree char *text = dup_attribute (cell, name);

  return CLAMP (text != NULL ? g_ascii_strtoll (text, NULL, 10) : 1, 1, ACADEMY_GRID_MAX_ROWS);
}

/* A table while it is read: how many more rows each column is spanned by the cell
 * above, and whether with its first column, which has the text. */
typedef struct {
  AcademyGrid *grid;
  guint        row;
  gboolean     has_headings;
  guint        spans[ACADEMY_GRID_MAX_COLUMNS];
  gboolean     is_first[ACADEMY_GRID_MAX_COLUMNS];
} Reading;

/* Passes the columns that a cell further up spans. */
static guint
skip_spanned (Reading *reading,
              guint    column)
{
  for (; column < ACADEMY_GRID_MAX_COLUMNS && reading->spans[column] > 0; column++)
    {
      reading->spans[column]--;
      if (reading->is_first[column])
        academy_grid_set_merged (reading->grid, reading->row, column);
    }

  return column;
}

static void
read_row (Reading *reading,
          xmlNode *row)
{
  guint column = 0;
  guint n_headings = 0;
  guint n_cells = 0;

  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      guint at, width, height;

      if (!is_cell (cell) || is_hidden (cell))
        continue;

      width = get_span (cell, "colspan");
      height = get_span (cell, "rowspan");
      column = skip_spanned (reading, column);
      at = column;
      academy_grid_take_text (reading->grid, reading->row, at, dup_cell (cell));
      n_headings += is_element (cell, "th");
      n_cells++;
      for (guint i = 0; i < width && column < ACADEMY_GRID_MAX_COLUMNS; i++, column++)
        {
          reading->spans[column] = height - 1;
          reading->is_first[column] = i == 0;
        }
      column += at >= ACADEMY_GRID_MAX_COLUMNS;
    }
  for (; column < ACADEMY_GRID_MAX_COLUMNS; column++)
    column = skip_spanned (reading, column);

  if (reading->row == 0)
    reading->has_headings = n_cells > 1 && n_headings == n_cells;
  reading->row++;
}

static guint
count_cells (xmlNode *row)
{
  guint n_cells = 0;

  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    n_cells += is_cell (cell) && !is_hidden (cell);

  return n_cells;
}

/* Reads the rows, or only counts their cells without a reading. */
static guint
walk_rows (Reading *reading,
           xmlNode *parent)
{
  static const char * const groups[] = { "thead", "tbody", "tfoot", NULL };
  guint n_cells = 0;

  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type != XML_ELEMENT_NODE || is_hidden (node))
      continue;
    else if (is_element (node, "tr") && reading == NULL)
      n_cells += count_cells (node);
    else if (is_element (node, "tr"))
      read_row (reading, node);
    else if (is_one_of (node, groups) && !is_one_of (parent, groups))
      n_cells += walk_rows (reading, node);

  return n_cells;
}

/* Keeps the table if it is the largest until now. A table of one cell is there for
 * the layout only. */
static gboolean
take_table (Finding *finding,
            xmlNode *table)
{
  g_autoptr(AcademyGrid) grid = NULL;
  Reading reading = { NULL };
  guint size;

  if (walk_rows (NULL, table) < 2)
    return FALSE;

  grid = academy_grid_new_for_pasting ();
  reading.grid = grid;
  walk_rows (&reading, table);
  academy_grid_trim (grid);
  academy_grid_set_headings (grid, reading.has_headings);
  size = academy_grid_get_n_rows (grid) * academy_grid_get_n_columns (grid);
  if (size > finding->size)
    {
      g_clear_pointer (&finding->table, academy_grid_free);
      finding->table = g_steal_pointer (&grid);
      finding->size = size;
    }
  return TRUE;
}

static void
take_line (Finding *finding,
           xmlNode *line)
{
  g_autofree char *text = dup_text (line, FALSE);
  g_autofree char *title = g_strdelimit (g_strdup (academy_bullet_skip (text)), "\n", ' ');

  if (*title != '\0')
    academy_grid_take_text (finding->list, finding->n_lines++, 0, g_steal_pointer (&title));
}

static void
find (Finding *finding,
      xmlNode *parent,
      guint    depth)
{
  for (xmlNode *node = depth < DEEPEST ? parent->children : NULL; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE || is_hidden (node))
        continue;
      if (is_element (node, "table") && take_table (finding, node))
        continue;
      if (is_element (node, "li"))
        take_line (finding, node);
      find (finding, node, depth + 1);
    }
}

/* Removes “<![if !supportLists]>” and the like, which the parser takes for text. */
static void
cut_conditions (char *html)
{
  char *to = html;

  for (const char *from = html; *from != '\0';)
    {
      const char *end = strncmp (from, "<![", 3) == 0 ? memchr (from, ']', strnlen (from, LONGEST_CONDITION)) : NULL;

      if (end != NULL && end[1] == '>')
        from = end + 2;
      else
        *to++ = *from++;
    }
  *to = '\0';
}

static AcademyGrid *
take_largest (Finding *finding)
{
  /* A single cell is no table: it is a text, which other formats have too. */
  if (finding->size > 1)
    return g_steal_pointer (&finding->table);

  return finding->n_lines > 1 ? g_steal_pointer (&finding->list) : NULL;
}

/**
 * academy_grid_new_from_html:
 * @data: (array length=length): an HTML document or a part of one, in any encoding
 * @length: the number of bytes
 * @error: says why there is no table
 *
 * Reads the largest table that is not within another, or else the lines of lists.
 * Hidden rows are left out. A cell that spans several rows is merged with those
 * below, see academy_grid_set_repeats(). A day that a spreadsheet shows without
 * its year gets it from the number of the cell.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with
 *   %ACADEMY_ERROR_NOT_FOUND when there is none
 */
AcademyGrid *
academy_grid_new_from_html (const char  *data,
                            gsize        length,
                            GError     **error)
{
  g_autofree char *html = NULL;
  Finding finding = { NULL };
  AcademyGrid *self = NULL;
  htmlDocPtr document = NULL;

  if (length > ACADEMY_GRID_MAX_BYTES)
    {
      g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                           _("The table is larger than 16 megabytes. Copy a part of it."));
      return NULL;
    }

  html = academy_decode (data, length);
  cut_conditions (html);

  /* The encoding is given, so that the document cannot change it. */
  document = htmlReadMemory (html, strlen (html), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  finding.list = academy_grid_new_for_pasting ();
  if (document != NULL)
    {
      find (&finding, (xmlNode *) document, 0);
      self = take_largest (&finding);
    }
  xmlFreeDoc (document);
  g_clear_pointer (&finding.table, academy_grid_free);
  g_clear_pointer (&finding.list, academy_grid_free);

  if (self == NULL)
    g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                         _("There is no table to paste. Copy some rows of a table, or lines of a list."));
  return self;
}
