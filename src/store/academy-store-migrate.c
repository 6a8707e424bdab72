/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

#include "academy-backup-private.h"
#include "academy-clock.h"
#include "academy-schema.h"
#include "academy-temporary.h"

/* Wait this long: another process may be migrating a large file. */
#define PATIENCE_MS 60000

/* Copies the file by a second connection, which sees it as it was before the
 * transaction of the first, and makes a backup as well. */
static gboolean
write_copy (const char  *path,
            const char  *name,
            GError     **error)
{
  g_autofree char *uri = academy_database_make_uri (path, "");
  g_autoptr(AcademyDatabase) reader = academy_database_open (uri, SQLITE_OPEN_READONLY, error);
  sqlite3_stmt *statement = reader != NULL ? academy_database_prepare (reader, "VACUUM INTO ?", error) : NULL;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, name, -1, SQLITE_TRANSIENT);
  return academy_database_finish (reader, statement, error) && academy_backup_write (reader, NULL, error);
}

/* Chooses an unused name, also for a second copy within one second. */
static char *
choose_name (const char *path)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  char *name = g_strdup_printf ("%s.%s", path, time);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.%s-%u", path, time, i);
    }

  return name;
}

/* Writes a copy beside the file, complete or not at all. */
static AcademyTemporary *
copy_before_migration (const char  *path,
                       GError     **error)
{
  g_autofree char *name = choose_name (path);
  g_autoptr(AcademyTemporary) copy = academy_temporary_new (name, 0600, error);

  if (copy == NULL || !write_copy (path, academy_temporary_get_name (copy), error) ||
      !academy_temporary_sync (copy, error) || !academy_temporary_link (copy, error))
    return NULL;

  if (!academy_temporary_sync_folder (copy, error))
    {
      academy_temporary_take_back (copy);
      return NULL;
    }

  return g_steal_pointer (&copy);
}

static gboolean
migrate_with_copy (AcademyDatabase  *database,
                   const char       *path,
                   GError          **error)
{
  g_autoptr(AcademyTemporary) copy = NULL;

  if (path != NULL)
    {
      copy = copy_before_migration (path, error);
      if (copy == NULL)
        return FALSE;
    }

  if (academy_schema_migrate (database, error) && academy_database_commit (database, error))
    return TRUE;

  /* Delete the copy: the file is unchanged. */
  if (copy != NULL)
    academy_temporary_take_back (copy);
  return FALSE;
}

/* Migrates in a writing transaction, unless another process has migrated the file
 * meanwhile. */
static gboolean
migrate_alone (AcademyDatabase  *database,
               const char       *path,
               GError          **error)
{
  gboolean current;

  if (!academy_database_begin (database, error))
    return FALSE;

  if (academy_schema_is_current (database, &current, error) &&
      (current ? academy_database_commit (database, error) : migrate_with_copy (database, path, error)))
    return TRUE;

  academy_database_rollback (database);
  return FALSE;
}

/* Migrates a file of an older version and keeps a copy beside @path, unless @path
 * is %NULL. After an error the connection cannot be used any more. */
gboolean
academy_store_migrate (AcademyDatabase  *database,
                       const char       *path,
                       GError          **error)
{
  gboolean current;

  if (!academy_schema_is_current (database, &current, error))
    return FALSE;
  if (current)
    return TRUE;

  /* Tables are re-created, and foreign keys are checked afterwards. SQLite
   * ignores this pragma within a transaction. */
  return academy_database_execute (database, "PRAGMA foreign_keys = OFF", error) &&
         migrate_alone (database, path, error) &&
         academy_database_execute (database, "PRAGMA foreign_keys = ON", error);
}

/* Copies a file of an older version beside itself and migrates it. */
gboolean
academy_store_bring_up_to_date (AcademyStore  *self,
                                GError       **error)
{
  gboolean done;

  academy_database_set_patience (self->database, PATIENCE_MS);
  done = academy_store_migrate (self->database, self->path, error);
  academy_database_set_patience (self->database, ACADEMY_DATABASE_PATIENCE_MS);

  return done;
}
