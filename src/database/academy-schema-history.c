/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-schema.h"

#include <glib/gi18n-lib.h>

#include "academy-id.h"
#include "academy-stamp.h"

/* Until version 2, entries had no ids, and a clock that was set back put their
 * times out of order. Copies of one file must have equal entries after separate
 * migrations, so everything here is derived from the content of the file. */

enum {
  SEQ,
  AT,
  AUTHOR,
  LABEL,
  ACTION,
  TARGET,
  PERSONAL,
  CHANGESET,
};

#define OLD_ENTRIES \
  "SELECT \"seq\", \"at\", \"author\", \"label\", \"action\", \"target\", \"personal\", \"changeset\" " \
  "FROM \"old_history\" ORDER BY \"seq\""

#define NEW_ENTRY \
  "INSERT INTO \"history\" (\"seq\", \"at\", \"author\", \"label\", \"action\", \"target\", \"personal\", " \
  "\"changeset\", \"id\") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

#define BASE_ENTRY \
  "INSERT INTO \"history\" (\"seq\", \"at\", \"author\", \"label\", \"action\", \"personal\", \"changeset\", \"id\") " \
  "VALUES (0, ?, '', 'New programme', 'base', 0, x'', ?)"

static char *
read_programme (AcademyDatabase  *database,
                GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, "SELECT min (\"id\") FROM \"programme\"", error);
  char *id;

  if (statement == NULL || academy_database_step (database, statement, error) != ACADEMY_STEP_ROW)
    return NULL;

  id = g_strdup (academy_database_get_text (statement, 0));
  sqlite3_reset (statement);
  return id;
}

static char *
make_id (sqlite3_stmt *old,
         const char   *programme)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (old, SEQ));

  academy_id_add_text (checksum, programme);
  academy_id_add_text (checksum, seq);
  academy_id_add_text (checksum, academy_database_get_text (old, AT));
  academy_id_add_text (checksum, academy_database_get_text (old, AUTHOR));
  academy_id_add_text (checksum, academy_database_get_text (old, ACTION));
  g_checksum_update (checksum, sqlite3_column_blob (old, CHANGESET), sqlite3_column_bytes (old, CHANGESET));

  return academy_id_finish (checksum);
}

/* Writes a first entry at the time 0, to which all content older than the history
 * belongs. */
static gboolean
write_base (AcademyDatabase  *database,
            const char       *programme,
            GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, BASE_ENTRY, error);
  g_autofree char *at = academy_stamp_to_text (0, error);

  if (statement == NULL || at == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, at, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, academy_id_derive (programme, "base"), -1, g_free);
  return academy_database_finish (database, statement, error);
}

/* Writes the current row of @old as an entry, later than @newest. */
static gboolean
write_entry (AcademyDatabase  *database,
             sqlite3_stmt     *old,
             const char       *programme,
             gint64           *newest,
             GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, NEW_ENTRY, error);
  g_autofree char *at = NULL;
  gint64 stamp;

  if (statement == NULL || !academy_stamp_from_text (academy_database_get_text (old, AT), &stamp, error))
    return FALSE;

  *newest = MAX (stamp, *newest + 1);
  at = academy_stamp_to_text (*newest, error);
  if (at == NULL)
    return FALSE;

  for (int column = SEQ; column <= CHANGESET; column++)
    sqlite3_bind_value (statement, column + 1, sqlite3_column_value (old, column));
  sqlite3_bind_text (statement, AT + 1, at, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, CHANGESET + 2, make_id (old, programme), -1, g_free);
  return academy_database_finish (database, statement, error);
}

static gboolean
copy_entries (AcademyDatabase  *database,
              GError          **error)
{
  g_autofree char *programme = read_programme (database, error);
  sqlite3_stmt *old = academy_database_prepare (database, OLD_ENTRIES, error);
  gint64 newest = 0;
  AcademyStep step;

  if (programme == NULL || old == NULL || !write_base (database, programme, error))
    return FALSE;

  while ((step = academy_database_step (database, old, error)) == ACADEMY_STEP_ROW)
    if (!write_entry (database, old, programme, &newest, error))
      {
        sqlite3_reset (old);
        return FALSE;
      }

  return step == ACADEMY_STEP_DONE;
}

/**
 * academy_schema_renew_history:
 * @database: a connection in a transaction, with foreign keys off
 * @error: return location for an error
 *
 * Rewrites the history of a file from before version 2.
 *
 * Returns: whether there was no error
 */
gboolean
academy_schema_renew_history (AcademyDatabase  *database,
                              GError          **error)
{
  g_autoptr(GHashTable) columns = academy_schema_read_columns (database, "history", error);

  if (columns == NULL)
    return FALSE;
  if (g_hash_table_size (columns) == 0 || g_hash_table_contains (columns, "id"))
    return TRUE;

  return academy_database_execute (database, "ALTER TABLE \"history\" RENAME TO \"old_history\"", error) &&
         academy_schema_create_tables (database, error) &&
         copy_entries (database, error) &&
         academy_database_execute (database, "DROP TABLE \"old_history\"", error);
}
