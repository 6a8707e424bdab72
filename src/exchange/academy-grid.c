/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A line break within a cell that does not begin another row of a spreadsheet. */
#define LINE_BREAK "<br style=\"mso-data-placement:same-cell\">"

/* A cell without a text is empty. */
typedef struct {
  /* Owned */
  char     *text;

  gboolean  is_number;
  gboolean  is_merged;
} Cell;

struct _AcademyGrid {
  /* Owned: arrays of cells, which may be of different lengths */
  GPtrArray *rows;

  guint      max_rows;
  guint      max_columns;
  guint      n_columns;
  guint      n_left_rows;
  guint      n_left_columns;
  gboolean   has_headings;
  gboolean   repeats;
};

/**
 * AcademyGrid:
 *
 * Texts in rows and columns, as they are copied and pasted. It grows with what is
 * set, up to its limits, and counts what it had to leave out.
 */

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
}

static Cell *
find_cell (AcademyGrid *self,
           guint        row,
           guint        column)
{
  GArray *cells = row < self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;

  return cells != NULL && column < cells->len ? &g_array_index (cells, Cell, column) : NULL;
}

/* Returns %NULL for a cell that is left out. */
static Cell *
make_cell (AcademyGrid *self,
           guint        row,
           guint        column)
{
  GArray *cells;

  if (row >= self->max_rows)
    self->n_left_rows = MAX (self->n_left_rows, row - self->max_rows + 1);
  if (column >= self->max_columns)
    self->n_left_columns = MAX (self->n_left_columns, column - self->max_columns + 1);
  if (row >= self->max_rows || column >= self->max_columns)
    return NULL;

  while (self->rows->len <= row)
    {
      cells = g_array_new (FALSE, TRUE, sizeof (Cell));
      g_array_set_clear_func (cells, cell_clear);
      g_ptr_array_add (self->rows, cells);
    }
  cells = g_ptr_array_index (self->rows, row);
  if (cells->len <= column)
    g_array_set_size (cells, column + 1);
  self->n_columns = MAX (self->n_columns, column + 1);

  return &g_array_index (cells, Cell, column);
}

/**
 * academy_grid_new:
 * @max_rows: the number of rows after which it is cut off
 * @max_columns: the number of columns after which it is cut off
 *
 * Returns: (transfer full): an empty grid
 */
AcademyGrid *
academy_grid_new (guint max_rows,
                  guint max_columns)
{
  AcademyGrid *self = g_new0 (AcademyGrid, 1);

  self->max_rows = max_rows;
  self->max_columns = max_columns;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->repeats = TRUE;

  return self;
}

/**
 * academy_grid_new_for_pasting:
 *
 * Returns: (transfer full): an empty grid with room for what may be pasted
 */
AcademyGrid *
academy_grid_new_for_pasting (void)
{
  return academy_grid_new (ACADEMY_GRID_MAX_HEADINGS + ACADEMY_GRID_MAX_ROWS, ACADEMY_GRID_MAX_COLUMNS);
}

void
academy_grid_free (AcademyGrid *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
academy_grid_get_n_rows (AcademyGrid *self)
{
  return self->rows->len;
}

guint
academy_grid_get_n_columns (AcademyGrid *self)
{
  return self->n_columns;
}

/**
 * academy_grid_get_text:
 * @self: a grid
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): the text of a cell, "" for none; for a cell that is
 *   merged with the one above, the text of that, unless merged values are not
 *   repeated
 */
const char *
academy_grid_get_text (AcademyGrid *self,
                       guint        row,
                       guint        column)
{
  const Cell *cell = find_cell (self, row, column);

  while (cell != NULL && cell->is_merged && self->repeats && row > 0)
    cell = find_cell (self, --row, column);

  return cell != NULL && cell->text != NULL ? cell->text : "";
}

/**
 * academy_grid_take_text:
 * @self: a grid
 * @row: a row
 * @column: a column
 * @text: (transfer full): the text of the cell
 *
 * Sets the text of a cell; one beyond the limits is counted and left out.
 */
void
academy_grid_take_text (AcademyGrid *self,
                        guint        row,
                        guint        column,
                        char        *text)
{
  Cell *cell = *text != '\0' ? make_cell (self, row, column) : find_cell (self, row, column);

  if (cell == NULL)
    {
      g_free (text);
      return;
    }
  g_free (cell->text);
  cell->text = *text != '\0' ? text : NULL;
  if (cell->text == NULL)
    g_free (text);
}

/**
 * academy_grid_set_number:
 * @self: a grid
 * @row: a row
 * @column: a column
 *
 * Says that the text of a cell is a number or a date, which a spreadsheet shall
 * take for one.
 */
void
academy_grid_set_number (AcademyGrid *self,
                         guint        row,
                         guint        column)
{
  Cell *cell = make_cell (self, row, column);

  if (cell != NULL)
    cell->is_number = TRUE;
}

/**
 * academy_grid_set_merged:
 * @self: a grid
 * @row: a row
 * @column: a column
 *
 * Says that a cell is merged with the one above.
 */
void
academy_grid_set_merged (AcademyGrid *self,
                         guint        row,
                         guint        column)
{
  Cell *cell = make_cell (self, row, column);

  if (cell != NULL)
    cell->is_merged = TRUE;
}

/**
 * academy_grid_has_merged:
 * @self: a grid
 *
 * Returns: whether any cell is merged with the one above
 */
gboolean
academy_grid_has_merged (AcademyGrid *self)
{
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const Cell *cell = find_cell (self, row, column);

        if (cell != NULL && cell->is_merged)
          return TRUE;
      }

  return FALSE;
}

/**
 * academy_grid_set_repeats:
 * @self: a grid
 * @repeats: whether merged cells have the text of the one above, as they have in
 *   a new grid: a goal merged over several rows is the goal of all of them
 */
void
academy_grid_set_repeats (AcademyGrid *self,
                          gboolean     repeats)
{
  self->repeats = repeats;
}

/**
 * academy_grid_is_empty_row:
 * @self: a grid
 * @row: a row
 *
 * Returns: whether no cell of @row has a text of its own
 */
gboolean
academy_grid_is_empty_row (AcademyGrid *self,
                           guint        row)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      const Cell *cell = find_cell (self, row, column);

      if (cell != NULL && cell->text != NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * academy_grid_has_headings:
 * @self: a grid
 *
 * Returns: whether the first row is known to hold headings
 */
gboolean
academy_grid_has_headings (AcademyGrid *self)
{
  return self->has_headings;
}

void
academy_grid_set_headings (AcademyGrid *self,
                           gboolean     has_headings)
{
  self->has_headings = has_headings;
}

/**
 * academy_grid_trim:
 * @self: a grid
 *
 * Removes the empty rows at its end. Spreadsheets copy some that nobody has
 * selected.
 */
void
academy_grid_trim (AcademyGrid *self)
{
  while (self->rows->len > 0 && academy_grid_is_empty_row (self, self->rows->len - 1))
    g_ptr_array_remove_index (self->rows, self->rows->len - 1);
}

/**
 * academy_grid_cut:
 * @self: a grid
 * @n_headings: the number of its first rows that hold no values
 *
 * Leaves out the rows after the first %ACADEMY_GRID_MAX_ROWS that hold values: only
 * when the table is recognised, it is known which do.
 */
void
academy_grid_cut (AcademyGrid *self,
                  guint        n_headings)
{
  guint n_rows = n_headings + ACADEMY_GRID_MAX_ROWS;

  if (self->rows->len <= n_rows)
    return;

  self->n_left_rows += self->rows->len - n_rows;
  g_ptr_array_set_size (self->rows, n_rows);
}

/**
 * academy_grid_dup_omission:
 * @self: a grid
 *
 * Returns: (transfer full) (nullable): a sentence that says what was left out, or
 *   %NULL when the grid is complete
 */
char *
academy_grid_dup_omission (AcademyGrid *self)
{
  g_autofree char *rows = NULL;
  g_autofree char *columns = NULL;

  if (self->n_left_rows > 0)
    rows = g_strdup_printf (ngettext ("%u row at the end is left out: a table may have %u rows.",
                                      "%u rows at the end are left out: a table may have %u rows.", self->n_left_rows),
                            self->n_left_rows, ACADEMY_GRID_MAX_ROWS);
  if (self->n_left_columns > 0)
    columns = g_strdup_printf (ngettext ("%u column at the end is left out: a table may have %u columns.",
                                         "%u columns at the end are left out: a table may have %u columns.",
                                         self->n_left_columns),
                               self->n_left_columns, self->max_columns);
  if (rows != NULL && columns != NULL)
    return g_strdup_printf ("%s %s", rows, columns);

  return rows != NULL ? g_steal_pointer (&rows) : g_steal_pointer (&columns);
}

/* Quotes a text that would otherwise end its cell or look quoted. */
static void
append_text (GString    *string,
             const char *text)
{
  if (*text != '"' && strpbrk (text, "\t\n\r") == NULL)
    {
      g_string_append (string, text);
      return;
    }

  g_string_append_c (string, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (string, '"');
      g_string_append_c (string, *p);
    }
  g_string_append_c (string, '"');
}

/**
 * academy_grid_to_text:
 * @self: a grid
 *
 * Returns: (transfer full): the rows as lines, with a tab between two cells;
 *   academy_grid_new_from_text() reads them back
 */
char *
academy_grid_to_text (AcademyGrid *self)
{
  GString *string = g_string_new (NULL);

  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        append_text (string, academy_grid_get_text (self, row, column));
        g_string_append_c (string, column + 1 < self->n_columns ? '\t' : '\n');
      }

  return g_string_free_and_steal (string);
}

static void
append_html (GString    *string,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto(GStrv) lines = g_strsplit (escaped, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? LINE_BREAK : "", lines[i]);
}

/**
 * academy_grid_to_html:
 * @self: a grid
 *
 * Returns: (transfer full): a whole HTML document with the grid as a table. Texts
 *   are marked as such for spreadsheets, which otherwise take “1-2” for a day and
 *   “=1” for a formula.
 */
char *
academy_grid_to_html (AcademyGrid *self)
{
  GString *string = g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body><table>\n");

  for (guint row = 0; row < self->rows->len; row++)
    {
      const char *tag = row == 0 && self->has_headings ? "th" : "td";

      g_string_append (string, "<tr>");
      for (guint column = 0; column < self->n_columns; column++)
        {
          const Cell *cell = find_cell (self, row, column);

          g_string_append_printf (string, "<%s%s>", tag,
                                  cell != NULL && cell->is_number ? "" : " style='mso-number-format:\"\\@\"'");
          append_html (string, academy_grid_get_text (self, row, column));
          g_string_append_printf (string, "</%s>", tag);
        }
      g_string_append (string, "</tr>\n");
    }
  g_string_append (string, "</table></body></html>\n");

  return g_string_free_and_steal (string);
}
