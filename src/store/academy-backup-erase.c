/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <sys/file.h>

#include "academy-backup-private.h"
#include "academy-copy.h"
#include "academy-kinds.h"
#include "academy-row.h"

/* People erased from a programme must be erased from its backups too (General
 * Data Protection Regulation, art. 17). */

/* Reads the ids of erased people who were not added again; empty for a file of an
 * older version, which does not record them. */
GPtrArray *
academy_backup_read_erased (AcademyDatabase  *database,
                            GError          **error)
{
  g_autoptr(GPtrArray) erased = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;
  AcademyStep step;
  gint64 known;

  if (!academy_database_get_int (database, "SELECT count (*) FROM sqlite_schema WHERE name = 'erased'", &known, error))
    return NULL;
  if (known == 0)
    return g_steal_pointer (&erased);

  statement = academy_database_prepare (database, "SELECT id FROM erased WHERE id NOT IN (SELECT id FROM person)", error);
  if (statement == NULL)
    return NULL;
  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    g_ptr_array_add (erased, g_strdup ((const char *) sqlite3_column_text (statement, 0)));

  return step == ACADEMY_STEP_DONE ? g_steal_pointer (&erased) : NULL;
}

/* Whether a backup still holds any erased person. */
static gboolean
has_people (AcademyDatabase  *backup,
            GPtrArray        *erased,
            gboolean         *found,
            GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (backup, "SELECT 1 FROM person WHERE id = ?", error);

  *found = FALSE;
  for (guint i = 0; statement != NULL && i < erased->len; i++)
    {
      AcademyStep step;

      sqlite3_bind_text (statement, 1, g_ptr_array_index (erased, i), -1, SQLITE_TRANSIENT);
      step = academy_database_step (backup, statement, error);
      sqlite3_reset (statement);
      if (step == ACADEMY_STEP_FAILED)
        return FALSE;
      *found = *found || step == ACADEMY_STEP_ROW;
    }

  return statement != NULL;
}

static gboolean
delete_people (AcademyDatabase  *copy,
               GPtrArray        *erased,
               GError          **error)
{
  for (guint i = 0; i < erased->len; i++)
    if (!academy_row_delete (copy, &academy_person_kind, g_ptr_array_index (erased, i), error))
      return FALSE;

  return TRUE;
}

/* Deletes people from a copy, with everything that its own schema deletes with
 * them. */
gboolean
academy_backup_delete_people (AcademyDatabase  *copy,
                              GPtrArray        *erased,
                              GError          **error)
{
  if (!academy_database_begin (copy, error))
    return FALSE;

  if (delete_people (copy, erased, error) && academy_database_commit (copy, error))
    return TRUE;

  academy_database_rollback (copy);
  return FALSE;
}

/* Vacuum, so that no free page still holds a name. */
static gboolean
erase_in_copy (AcademyDatabase  *copy,
               gpointer          data,
               GError          **error)
{
  return academy_backup_delete_people (copy, data, error) && academy_database_execute (copy, "VACUUM", error);
}

static gboolean
erase_in_backup (const char    *path,
                 GPtrArray     *erased,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(AcademyDatabase) backup = academy_copy_open (path, error);
  gboolean found;

  if (backup == NULL || !has_people (backup, erased, &found, error))
    return FALSE;

  return !found || academy_copy_write (backup, path, TRUE, erase_in_copy, erased, cancellable, error);
}

/* Erases the people erased in @database from the backups of @programme. Adds the
 * backups that could not be changed to @unreached. */
gboolean
academy_backup_erase (AcademyDatabase  *database,
                      const char       *programme,
                      GPtrArray        *unreached,
                      GCancellable     *cancellable,
                      GError          **error)
{
  g_autoptr(GPtrArray) erased = academy_backup_read_erased (database, error);
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *folder = academy_backup_get_folder (programme);
  int lock;

  if (erased == NULL)
    return FALSE;
  if (erased->len == 0)
    return TRUE;

  backups = academy_backup_list (programme, error);
  lock = backups != NULL ? academy_backup_lock (folder, LOCK_SH, error) : -1;
  if (lock < 0)
    return FALSE;

  for (guint i = 0; i < backups->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      AcademyBackup *backup = g_ptr_array_index (backups, i);

      if (!erase_in_backup (backup->path, erased, cancellable, NULL))
        g_ptr_array_add (unreached, academy_backup_copy (backup));
    }
  academy_backup_unlock (lock);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
