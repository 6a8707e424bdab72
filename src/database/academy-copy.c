/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-copy.h"

#include "academy-temporary.h"

/* The pages copied between two checks of the cancellable: a megabyte. */
#define PAGES_OF_STEP 256

/* Wait for the lock while another connection writes to a source with a rollback
 * journal. */
#define BUSY_WAIT_US  20000
#define MOST_WAITS    500

static gboolean
copy_pages (AcademyDatabase  *source,
            AcademyDatabase  *target,
            GCancellable     *cancellable,
            GError          **error)
{
  sqlite3 *handle = academy_database_get_handle (target);
  sqlite3_backup *backup = sqlite3_backup_init (handle, "main", academy_database_get_handle (source), "main");
  guint n_waits = 0;
  int code;

  if (backup == NULL)
    return academy_database_fail (target, sqlite3_errcode (handle), error);

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_backup_finish (backup);
          return FALSE;
        }
      code = sqlite3_backup_step (backup, PAGES_OF_STEP);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        {
          if (++n_waits > MOST_WAITS)
            break;
          g_usleep (BUSY_WAIT_US);
          code = SQLITE_OK;
        }
    }
  while (code == SQLITE_OK);

  sqlite3_backup_finish (backup);
  return code == SQLITE_DONE || academy_database_fail (target, code, error);
}

/* With a write-ahead log, copies within a read transaction, for which writers do
 * not wait, so that the source does not change meanwhile. With a rollback journal
 * writers would wait; there SQLite restarts the copy after each write. */
static gboolean
copy_as_it_is (AcademyDatabase  *source,
               AcademyDatabase  *target,
               GCancellable     *cancellable,
               GError          **error)
{
  sqlite3 *handle = academy_database_get_handle (source);
  sqlite3_stmt *statement = academy_database_prepare (source, "PRAGMA journal_mode", error);
  gboolean hold;
  gint64 version;
  gboolean copied;

  if (statement == NULL || academy_database_step (source, statement, error) != ACADEMY_STEP_ROW)
    return FALSE;

  hold = sqlite3_get_autocommit (handle) &&
         g_str_equal ((const char *) sqlite3_column_text (statement, 0), "wal");
  sqlite3_reset (statement);
  if (hold && (!academy_database_execute (source, "BEGIN", error) ||
               !academy_database_get_int (source, "PRAGMA schema_version", &version, error)))
    return FALSE;

  copied = copy_pages (source, target, cancellable, error);
  if (hold)
    sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);

  return copied;
}

/* The copy needs neither locks nor a journal: no other connection has it, and an
 * incomplete one is deleted. */
static gboolean
prepare (AcademyDatabase  *copy,
         GError          **error)
{
  return academy_database_execute (copy, "PRAGMA locking_mode = EXCLUSIVE", error) &&
         academy_database_execute (copy, "PRAGMA journal_mode = MEMORY", error) &&
         academy_database_execute (copy, "PRAGMA temp_store = MEMORY", error) &&
         academy_database_execute (copy, "PRAGMA synchronous = OFF", error);
}

static gboolean
fill (AcademyDatabase  *source,
      const char       *path,
      AcademyCopyFunc   finish,
      gpointer          data,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autoptr(AcademyDatabase) copy = NULL;

  if (uri == NULL)
    return FALSE;
  copy = academy_database_open (uri, SQLITE_OPEN_READWRITE, error);

  /* The first page of the source may turn the write-ahead log on; a copy has
   * none. */
  if (copy == NULL || !prepare (copy, error) || !copy_as_it_is (source, copy, cancellable, error) ||
      !academy_database_execute (copy, "PRAGMA journal_mode = MEMORY", error) ||
      (finish != NULL && !finish (copy, data, error)) ||
      !academy_database_close (copy, error))
    return FALSE;

  return TRUE;
}

/**
 * academy_copy_write:
 * @source: a connection
 * @path: an absolute path
 * @replace: whether to replace a file at @path
 * @finish: (nullable): changes the copy before it is in its place
 * @data: data for @finish
 * @cancellable: (nullable): cancels the copy
 * @error: return location for an error
 *
 * Writes everything that @source sees to a single file without a log, which only
 * its owner may read. The file is complete at @path, or not there at all.
 *
 * Returns: whether the copy is at @path
 */
gboolean
academy_copy_write (AcademyDatabase  *source,
                    const char       *path,
                    gboolean          replace,
                    AcademyCopyFunc   finish,
                    gpointer          data,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_autoptr(AcademyTemporary) temporary = academy_temporary_new (path, 0600, error);

  if (temporary == NULL ||
      !fill (source, academy_temporary_get_name (temporary), finish, data, cancellable, error) ||
      !academy_temporary_sync (temporary, error) ||
      !(replace ? academy_temporary_replace (temporary, error) : academy_temporary_link (temporary, error)))
    return FALSE;
  if (academy_temporary_sync_folder (temporary, error))
    return TRUE;

  academy_temporary_take_back (temporary);
  return FALSE;
}

/**
 * academy_copy_in_memory:
 * @source: a connection to a file without a log
 * @uri: (out): the URI to attach the copy to another connection of this process,
 *   valid while this one is open
 * @cancellable: (nullable): cancels the copy
 * @error: return location for an error
 *
 * Returns: (transfer full): a connection to a copy of @source in memory
 */
AcademyDatabase *
academy_copy_in_memory (AcademyDatabase  *source,
                        char            **uri,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *address = g_strdup_printf ("file:/%s?vfs=memdb", name);
  g_autoptr(AcademyDatabase) copy =
    academy_database_open (address, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (copy == NULL || !copy_as_it_is (source, copy, cancellable, error))
    return NULL;

  *uri = g_steal_pointer (&address);
  return g_steal_pointer (&copy);
}

/**
 * academy_copy_open:
 * @path: a file made by academy_copy_write(), which nobody writes
 * @error: return location for an error
 *
 * Returns: (transfer full): a connection that takes no locks
 */
AcademyDatabase *
academy_copy_open (const char  *path,
                   GError     **error)
{
  g_autofree char *file = g_filename_to_uri (path, NULL, error);
  g_autofree char *uri = file != NULL ? g_strconcat (file, "?immutable=1", NULL) : NULL;

  return uri != NULL ? academy_database_open (uri, SQLITE_OPEN_READONLY, error) : NULL;
}
