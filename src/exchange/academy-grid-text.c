/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-bullet.h"
#include "academy-error.h"

static gboolean
is_end (const char *p,
        char        separator)
{
  return *p == '\0' || *p == '\n' || *p == '\r' || *p == separator;
}

/* Returns the closing quote of a quoted cell, or %NULL when the quote at the
 * beginning is a letter. */
static const char *
find_closing (const char *p,
              char        separator)
{
  for (p = strchr (p + 1, '"'); p != NULL; p = strchr (p + 2, '"'))
    if (p[1] != '"')
      return is_end (p + 1, separator) ? p : NULL;

  return NULL;
}

static char *
unquote (const char *text,
         gsize       length)
{
  g_autoptr(GString) string = g_string_new_len (text, length);

  g_string_replace (string, "\"\"", "\"", 0);
  g_string_replace (string, "\r\n", "\n", 0);
  g_string_replace (string, "\r", "\n", 0);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

static char *
tidy (char *text)
{
  g_autoptr(GString) string = g_string_new (text);

  g_free (text);
  g_string_replace (string, "\u00a0", " ", 0);

  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&string)));
}

/* Whether all rows have the same number of cells, and at least two. */
static gboolean
is_even (const guint *lengths,
         guint        n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    if (lengths[row] < 2 || lengths[row] != lengths[0])
      return FALSE;

  return n_rows >= 2;
}

static AcademyGrid *
read_separated (const char *text,
                char        separator,
                gboolean   *even)
{
  AcademyGrid *self = academy_grid_new_for_pasting ();
  g_autoptr(GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *p = text;

  for (guint row = 0; *p != '\0'; row++)
    {
      guint column = 0;
      guint length;

      while (TRUE)
        {
          const char *closing = *p == '"' ? find_closing (p, separator) : NULL;
          const char *end = closing != NULL ? closing + 1 : p;

          while (!is_end (end, separator))
            end++;
          academy_grid_take_text (self, row, column++,
                                  tidy (closing != NULL ? unquote (p + 1, closing - p - 1) : g_strndup (p, end - p)));
          p = end;
          if (*p != separator)
            break;
          p++;
        }
      p += strspn (p, "\r") > 0 ? 1 + (p[1] == '\n') : *p == '\n';

      /* An empty line between two tables is a row, but says nothing of the form. */
      length = column;
      if (length > 1 || !academy_grid_is_empty_row (self, row))
        g_array_append_val (lengths, length);
    }

  *even = is_even ((const guint *) lengths->data, lengths->len);
  return self;
}

/* Lines as titles, without the numbers and bullets before them. */
static AcademyGrid *
read_lines (const char *text)
{
  AcademyGrid *self = academy_grid_new_for_pasting ();
  g_auto(GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  guint row = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = tidy (g_strdup (lines[i]));
      const char *title = academy_bullet_skip (line);

      if (*title != '\0')
        academy_grid_take_text (self, row++, 0, g_strdup (title));
    }

  return self;
}

/* Removes the bars round a table of Markdown, and the line below its headings. */
static char *
strip_bars (const char *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  GString *string = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      gsize length = strlen (line);

      if (strspn (line, "|-: ") == length)
        continue;
      if (*line == '|' && length > 1 && line[length - 1] == '|')
        {
          line[length - 1] = '\0';
          line++;
        }
      g_string_append (string, line);
      g_string_append_c (string, '\n');
    }

  return g_string_free_and_steal (string);
}

static AcademyGrid *
read_text (const char *text)
{
  g_autofree char *bare = NULL;
  g_autoptr(AcademyGrid) self = NULL;
  gboolean even;

  if (strchr (text, '\t') != NULL)
    return read_separated (text, '\t', &even);

  if (strchr (text, ';') != NULL)
    {
      self = read_separated (text, ';', &even);
      if (even)
        return g_steal_pointer (&self);
      g_clear_pointer (&self, academy_grid_free);
    }
  if (strchr (text, '|') != NULL)
    {
      bare = strip_bars (text);
      self = read_separated (bare, '|', &even);
      if (even)
        return g_steal_pointer (&self);
    }

  return read_lines (text);
}

/**
 * academy_grid_new_from_text:
 * @text: a pasted text
 * @error: says why there is nothing to paste
 *
 * Reads lines of cells between which there are tabs, as spreadsheets copy them: a
 * cell is quoted only if it begins with a quote and its end is the closing quote,
 * so that a quote in a text is a letter. Without a tab, semicolons or bars
 * separate cells when each line has as many. Otherwise each line is a title,
 * without the number or bullet before it.
 *
 * Returns: (transfer full) (nullable): the texts in rows and columns
 */
AcademyGrid *
academy_grid_new_from_text (const char  *text,
                            GError     **error)
{
  g_autoptr(AcademyGrid) self = NULL;

  if (strlen (text) > ACADEMY_GRID_MAX_BYTES)
    {
      g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                           _("The text is larger than 16 megabytes. Copy a part of it."));
      return NULL;
    }

  self = read_text (g_str_has_prefix (text, "\ufeff") ? text + strlen ("\ufeff") : text);
  academy_grid_trim (self);
  if (academy_grid_get_n_rows (self) == 0)
    {
      g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                           _("There is no text or table to paste. Copy some rows of a table, or lines of text."));
      return NULL;
    }

  return g_steal_pointer (&self);
}
