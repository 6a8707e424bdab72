/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "academy-backup-private.h"
#include "academy-clock.h"
#include "academy-copy.h"
#include "academy-error.h"
#include "academy-restore-private.h"
#include "academy-save-copy-private.h"

/* The files of a programme in the order in which they are moved. The log goes
 * before the file, since SQLite would apply a log left behind to the new file. */
static const char * const endings[] = { "-wal", "-shm", "-journal", "" };

gboolean
academy_restore_check_sound (AcademyDatabase  *backup,
                             GError          **error)
{
  g_autoptr(GError) reason = NULL;

  if (academy_database_is_ok (backup, "PRAGMA quick_check (1)", &reason))
    return TRUE;

  if (g_error_matches (reason, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED))
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED, _("This backup is damaged. Choose another one."));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Opens the newest backup that is sound. */
static AcademyDatabase *
open_newest (const char  *damaged,
             GError     **error)
{
  g_autoptr(GPtrArray) backups = academy_backup_list_of_file (damaged, error);

  if (backups == NULL)
    return NULL;

  for (guint i = 0; i < backups->len; i++)
    {
      AcademyBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr(AcademyDatabase) database = academy_copy_open (backup->path, NULL);

      if (database != NULL && academy_restore_check_sound (database, NULL))
        return g_steal_pointer (&database);
    }

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND, _("There is no backup of this file that can be read."));
  return NULL;
}

static char *
find_free_name (const char *path)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *base = g_str_has_suffix (path, ".academy") ? g_strndup (path, strlen (path) - strlen (".academy"))
                                                              : g_strdup (path);

  for (guint i = 1; ; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s.damaged-%s%s.academy", base, time, number);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

/* Moves the damaged file aside when the copy is complete, so that there is always
 * one of them. */
static gboolean
set_aside (AcademyDatabase  *copy,
           gpointer          data,
           GError          **error)
{
  const char *path = data;
  g_autofree char *aside = find_free_name (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (path, endings[i], NULL);
      g_autofree char *to = g_strconcat (aside, endings[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
                       _("“%s” cannot be set aside: %s"), path, g_strerror (errno));
          return FALSE;
        }
    }

  return TRUE;
}

/* Copies the newest sound backup of @damaged, a file that cannot be opened, to
 * @path. If @path is that of @damaged, the damaged file is first moved aside
 * under another name. */
gboolean
academy_restore_file (const char    *damaged,
                      const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(AcademyDatabase) backup = open_newest (damaged, error);

  if (backup == NULL)
    return FALSE;
  if (g_str_equal (damaged, path))
    return academy_copy_write (backup, path, TRUE, set_aside, (gpointer) damaged, cancellable, error);

  return academy_save_copy_check_target (path, error) &&
         academy_copy_write (backup, path, TRUE, NULL, NULL, cancellable, error);
}
