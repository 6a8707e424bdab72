/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-schema-points.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "academy-id.h"
#include "academy-row.h"
#include "academy-stamp.h"

#define MOST_DIGITS 3

/* Texts of files before version 5 that are lists of points, which have items of
 * their own now. */
static const struct {
  const char *whole;
  const char *text;
  const char *part;
  const char *minutes;
} lists[] = {
  { "session", "agenda", "agenda_item", "minutes" },
  { "board_item", "proposals", "proposal", NULL },
};

/* Skips the number or bullet of a line, such as “2. ” or “– ”. */
static const char *
skip_bullet (const char *line)
{
  gsize n_digits = strspn (line, "0123456789");

  if (n_digits > 0 && n_digits <= MOST_DIGITS && (line[n_digits] == '.' || line[n_digits] == ')'))
    line += n_digits + 1;
  else if (*line == '-' || *line == '*')
    line++;
  else if (g_str_has_prefix (line, "–") || g_str_has_prefix (line, "•"))
    line = g_utf8_next_char (line);

  return line + strspn (line, " \t");
}

/* Takes the minutes off a line, as in “10 min: Opening”. */
static const char *
take_minutes (const char *line,
              gint64     *minutes)
{
  gsize n_digits = strspn (line, "0123456789");
  const char *unit = line + n_digits + strspn (line + n_digits, " ");

  *minutes = ACADEMY_UNSET;
  if (n_digits == 0 || n_digits > MOST_DIGITS || !g_str_has_prefix (unit, "min"))
    return line;

  *minutes = g_ascii_strtoll (line, NULL, 10);
  unit += strlen ("min");
  unit += strspn (unit, ".:");
  return unit + strspn (unit, " \t");
}

static gboolean
insert_point (AcademyDatabase  *database,
              guint             list,
              const char       *owner,
              const char       *line,
              guint             number,
              GError          **error)
{
  const AcademyKind *kind = academy_kind_find (lists[list].part);
  gint64 minutes = ACADEMY_UNSET;
  const char *rest = lists[list].minutes != NULL ? take_minutes (line, &minutes) : skip_bullet (line);
  g_autofree char *part = g_strdup_printf ("%s %u", kind->name, number);
  g_autofree char *id = academy_id_derive (owner, part);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO \"%s\" (\"id\", \"%s\", \"position\", \"title\"%s%s) "
                                          "VALUES (?, ?, ?, ?%s)",
                                          kind->name, academy_kind_get_owner (kind)->name,
                                          minutes != ACADEMY_UNSET ? ", " : "",
                                          minutes != ACADEMY_UNSET ? lists[list].minutes : "",
                                          minutes != ACADEMY_UNSET ? ", ?" : "");
  gint64 max = academy_field_get_max_length (academy_kind_find_field (kind, "title"));
  g_autofree char *title = g_utf8_strlen (rest, -1) > max ? g_utf8_substring (rest, 0, max) : g_strdup (rest);
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, owner, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, number * (gint64) ACADEMY_POSITION_GAP);
  sqlite3_bind_text (statement, 4, *title != '\0' ? title : line, -1, SQLITE_TRANSIENT);
  if (minutes != ACADEMY_UNSET)
    sqlite3_bind_int64 (statement, 5, minutes);
  return academy_database_finish (database, statement, error);
}

static gboolean
split_text (AcademyDatabase  *database,
            guint             list,
            const char       *owner,
            const char       *text,
            GError          **error)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint number = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line != '\0' && !insert_point (database, list, owner, line, ++number, error))
        return FALSE;
    }

  return TRUE;
}

/* Reads the texts first: SQLite may visit a row twice that is written meanwhile. */
static gboolean
split_list (AcademyDatabase  *database,
            guint             list,
            GError          **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\", \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL",
                                          lists[list].text, lists[list].whole, lists[list].text);
  g_autofree char *clear = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL", lists[list].whole, lists[list].text);
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    for (int i = 0; i < 2; i++)
      g_ptr_array_add (texts, g_strdup (academy_database_get_text (statement, i)));
  if (step != ACADEMY_STEP_DONE)
    return FALSE;

  for (guint i = 0; i < texts->len; i += 2)
    if (!split_text (database, list, g_ptr_array_index (texts, i), g_ptr_array_index (texts, i + 1), error))
      return FALSE;

  return academy_database_execute (database, clear, error);
}

/* Adds the changes to the history, as an entry that is the same in copies of one
 * file which are brought up to date apart. Edits from before can then be undone,
 * after this one. */
static gboolean
record (AcademyDatabase  *database,
        sqlite3_session  *session,
        GError          **error)
{
  g_autoptr(GBytes) changeset = NULL;
  g_autofree char *last = NULL;
  g_autofree char *id = NULL;
  g_autofree char *at = NULL;
  gpointer data = NULL;
  gint64 stamp;
  int size = 0;
  int code = sqlite3session_changeset (session, &size, &data);
  sqlite3_stmt *statement;

  if (code != SQLITE_OK)
    return academy_database_fail (database, code, error);

  changeset = g_bytes_new_with_free_func (data, size, sqlite3_free, data);
  if (size == 0)
    return TRUE;

  statement = academy_database_prepare (database, "SELECT \"id\", \"at\" FROM \"history\" ORDER BY \"at\" DESC LIMIT 1", error);
  if (statement == NULL || academy_database_step (database, statement, error) != ACADEMY_STEP_ROW)
    return FALSE;

  last = g_strdup (academy_database_get_text (statement, 0));
  id = academy_id_derive (last, "points");
  if (academy_stamp_from_text (academy_database_get_text (statement, 1), &stamp, error))
    at = academy_stamp_to_text (stamp + 1, error);
  sqlite3_reset (statement);
  if (at == NULL)
    return FALSE;

  statement = academy_database_prepare (database, "INSERT INTO \"history\" (\"id\", \"at\", \"author\", \"label\", "
                                        "\"action\", \"personal\", \"changeset\") VALUES (?, ?, '', ?, 'edit', 0, ?)", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, at, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 3, N_("Bring the file up to date"), -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 4, data, size, SQLITE_TRANSIENT);
  return academy_database_finish (database, statement, error);
}

/**
 * academy_schema_add_points:
 * @database: a connection in a transaction, to a file with the tables of this
 *   version
 * @error: return location for an error
 *
 * Turns agendas and proposals, which were texts before version 5, into items, one
 * for each line.
 *
 * Returns: whether there was no error
 */
gboolean
academy_schema_add_points (AcademyDatabase  *database,
                           GError          **error)
{
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (academy_database_get_handle (database), "main", &session);
  gboolean done = code == SQLITE_OK || academy_database_fail (database, code, error);

  for (guint i = 0; done && i < G_N_ELEMENTS (lists); i++)
    done = (sqlite3session_attach (session, lists[i].whole) == SQLITE_OK &&
            sqlite3session_attach (session, lists[i].part) == SQLITE_OK) || academy_database_fail (database, SQLITE_NOMEM, error);
  for (guint i = 0; done && i < G_N_ELEMENTS (lists); i++)
    done = split_list (database, i, error);
  done = done && record (database, session, error);
  g_clear_pointer (&session, sqlite3session_delete);

  return done;
}
