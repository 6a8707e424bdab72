/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-backup-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "academy-clock.h"
#include "academy-copy.h"
#include "academy-date.h"
#include "academy-error.h"
#include "academy-id.h"
#include "academy-instant.h"
#include "academy-store-private.h"
#include "academy-temporary.h"

#define ENDING      ".academy"
/* With the offset from UTC, names sort by time and are unambiguous. */
#define NAME_FORMAT "%Y-%m-%dT%H%M%S%z"

/* Keep this many of the newest backups, whatever their days. */
#define N_NEWEST 10

G_DEFINE_BOXED_TYPE (AcademyBackup, academy_backup, academy_backup_copy, academy_backup_free)

AcademyBackup *
academy_backup_copy (const AcademyBackup *self)
{
  AcademyBackup *copy = g_new0 (AcademyBackup, 1);

  copy->path = g_strdup (self->path);
  copy->time = g_date_time_ref (self->time);
  copy->size = self->size;

  return copy;
}

void
academy_backup_free (AcademyBackup *self)
{
  g_date_time_unref (self->time);
  g_free (self->path);
  g_free (self);
}

/* The folder of the backups of a programme, or of all programmes when @programme
 * is %NULL. */
char *
academy_backup_get_folder (const char *programme)
{
  return g_build_filename (g_get_user_data_dir (), "innovation-academy", "backups", programme, NULL);
}

/* Lock the folder shared to make a backup, and exclusively to remove leftovers. */
int
academy_backup_lock (const char *folder,
                     int         operation,
                     GError    **error)
{
  g_autofree char *path = g_build_filename (folder, ".lock", NULL);
  int lock = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_chmod (folder, 0700) == 0)
    lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock >= 0 && flock (lock, operation) == 0)
    return lock;

  g_set_error (error, ACADEMY_ERROR, errno == EWOULDBLOCK ? ACADEMY_ERROR_BUSY : ACADEMY_ERROR_FAILED,
               _("The backups in “%s” cannot be written: %s"), folder, g_strerror (errno));
  if (lock >= 0)
    close (lock);
  return -1;
}

void
academy_backup_unlock (int lock)
{
  close (lock);
}

/* A name for what belongs to an item: its id, checked so that an id from a file
 * cannot lead out of a folder. */
char *
academy_backup_dup_name (const char *id)
{
  return academy_id_is_valid (id) ? g_strdup (id) : g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
}

/* The name of the backup folder of a programme. */
char *
academy_backup_read_programme (AcademyDatabase *database,
                               GError         **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, "SELECT id FROM programme LIMIT 1", error);
  char *programme = NULL;
  const char *id;

  if (statement == NULL)
    return NULL;

  switch (academy_database_step (database, statement, error))
    {
    case ACADEMY_STEP_ROW:
      id = (const char *) sqlite3_column_text (statement, 0);
      programme = academy_backup_dup_name (id != NULL ? id : "");
      sqlite3_reset (statement);
      break;
    case ACADEMY_STEP_DONE:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED, _("The file has no programme in it."));
      break;
    case ACADEMY_STEP_FAILED:
    default:
      break;
    }

  return programme;
}

/* A text that is equal for files with equal content: the newest entry of the
 * history, with all columns of its schema version. */
char *
academy_backup_read_state (AcademyDatabase *database,
                           GError         **error)
{
  sqlite3_stmt *statement =
    academy_database_prepare (database, "SELECT * FROM history ORDER BY seq DESC LIMIT 1", error);
  g_autoptr(GString) state = g_string_new (NULL);
  AcademyStep step;

  if (statement == NULL)
    return NULL;

  step = academy_database_step (database, statement, error);
  if (step == ACADEMY_STEP_FAILED)
    return NULL;

  for (int i = 0; step == ACADEMY_STEP_ROW && i < sqlite3_column_count (statement); i++)
    if (sqlite3_column_type (statement, i) == SQLITE_BLOB)
      g_string_append_printf (state, "%d|", sqlite3_column_bytes (statement, i));
    else if (sqlite3_column_type (statement, i) != SQLITE_NULL)
      g_string_append_printf (state, "%s|", (const char *) sqlite3_column_text (statement, i));
  sqlite3_reset (statement);

  return g_string_free_and_steal (g_steal_pointer (&state));
}

/* Returns %NULL for a backup that cannot be read. */
char *
academy_backup_read_state_of (const char *path)
{
  g_autoptr(AcademyDatabase) backup = academy_copy_open (path, NULL);

  return backup != NULL ? academy_backup_read_state (backup, NULL) : NULL;
}

/**
 * academy_backup_get_programme:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full): the id under which the backups of @store are kept
 */
char *
academy_backup_get_programme (AcademyStore *store,
                              GError      **error)
{
  return academy_backup_read_programme (store->database, error);
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const AcademyBackup *first = *(AcademyBackup * const *) a;
  const AcademyBackup *second = *(AcademyBackup * const *) b;

  return g_date_time_compare (second->time, first->time);
}

static AcademyBackup *
backup_new (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GDateTime) time = NULL;
  AcademyBackup *self;
  GStatBuf status;

  if (*name == '.' || !g_str_has_suffix (name, ENDING) || g_stat (path, &status) != 0)
    return NULL;

  text = g_strndup (name, strlen (name) - strlen (ENDING));
  time = academy_instant_from_text (text);
  if (time == NULL)
    return NULL;

  self = g_new0 (AcademyBackup, 1);
  self->path = g_steal_pointer (&path);
  self->time = g_steal_pointer (&time);
  self->size = status.st_size;
  return self;
}

/**
 * academy_backup_list:
 * @programme: the id of a programme
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyBackup): its backups, newest
 *   first
 */
GPtrArray *
academy_backup_list (const char *programme,
                     GError    **error)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_backup_free);
  g_autofree char *path = academy_backup_get_folder (programme);
  g_autoptr(GError) reason = NULL;
  g_autoptr(GDir) folder = g_dir_open (path, 0, &reason);
  const char *name;

  if (folder == NULL && !g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
                   _("The backups in “%s” cannot be read: %s"), path, reason->message);
      return NULL;
    }

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      AcademyBackup *backup = backup_new (path, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);

  return g_steal_pointer (&backups);
}

/**
 * academy_backup_list_of_file:
 * @path: a file, which need not be readable
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyBackup): the backups of the
 *   programme that was last open at @path, newest first
 */
GPtrArray *
academy_backup_list_of_file (const char *path,
                             GError    **error)
{
  g_autofree char *programme = academy_backup_index_find (path, error);

  if (programme == NULL)
    return NULL;

  return *programme != '\0' ? academy_backup_list (programme, error)
                            : g_ptr_array_new_with_free_func ((GDestroyNotify) academy_backup_free);
}

/* Refuse to back up a damaged file: in time the copy would push out a sound one. */
static gboolean
check_copy (AcademyDatabase *copy,
            gpointer         data,
            GError         **error)
{
  return academy_database_is_ok (copy, "PRAGMA quick_check (1)", error);
}

static gboolean
write_at (AcademyDatabase *database,
          const char      *folder,
          GCancellable    *cancellable,
          GError         **error)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();

  /* Backups made within one second are named after the following seconds. */
  for (guint seconds = 0; ; seconds++)
    {
      g_autoptr(GDateTime) time = g_date_time_add_seconds (now, seconds);
      g_autofree char *name = g_date_time_format (time, NAME_FORMAT ENDING);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GError) reason = NULL;

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      if (academy_copy_write (database, path, FALSE, check_copy, NULL, cancellable, &reason))
        return TRUE;
      if (!g_error_matches (reason, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
    }
}

/* Makes a backup of everything that a connection sees; the file may be of an
 * older version. */
gboolean
academy_backup_write (AcademyDatabase *database,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_autofree char *programme = academy_backup_read_programme (database, error);
  g_autofree char *folder = programme != NULL ? academy_backup_get_folder (programme) : NULL;
  int lock = folder != NULL ? academy_backup_lock (folder, LOCK_SH, error) : -1;
  gboolean written;

  if (lock < 0)
    return FALSE;

  written = write_at (database, folder, cancellable, error);
  academy_backup_unlock (lock);
  if (!written && error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, "%s ", _("No backup could be made."));

  return written;
}

/**
 * academy_backup_write_if_changed:
 * @database: a connection
 * @state: (out) (optional): the state of the programme in the newest backup
 * @cancellable: (nullable): cancels the backup
 * @error: return location for an error
 *
 * Makes a backup, unless the newest one has the same content.
 *
 * Returns: whether there is a backup with the content that @database sees
 */
gboolean
academy_backup_write_if_changed (AcademyDatabase *database,
                                 char           **state,
                                 GCancellable    *cancellable,
                                 GError         **error)
{
  g_autofree char *now = academy_backup_read_state (database, error);
  g_autofree char *programme = now != NULL ? academy_backup_read_programme (database, error) : NULL;
  g_autoptr(GPtrArray) backups = programme != NULL ? academy_backup_list (programme, error) : NULL;
  g_autofree char *then = NULL;

  if (backups == NULL)
    return FALSE;

  if (backups->len > 0)
    then = academy_backup_read_state_of (((AcademyBackup *) g_ptr_array_index (backups, 0))->path);
  if (g_strcmp0 (now, then) != 0 && !academy_backup_write (database, cancellable, error))
    return FALSE;

  if (state != NULL)
    *state = g_steal_pointer (&now);
  return TRUE;
}

/**
 * academy_backup_make:
 * @store: a store, in a worker thread
 * @cancellable: (nullable): cancels the backup
 * @error: return location for an error
 *
 * Makes a backup before a change of much content, unless the newest one has the
 * same content.
 *
 * Returns: whether there is a backup with the content of @store
 */
gboolean
academy_backup_make (AcademyStore *store,
                     GCancellable *cancellable,
                     GError      **error)
{
  return academy_backup_write_if_changed (store->database, NULL, cancellable, error);
}

static AcademyDay
get_day (GDateTime *time)
{
  GDate date = academy_date_from_instant (time);

  return g_date_get_julian (&date);
}

/**
 * academy_backup_choose:
 * @times: (array length=n_times): the times of backups, newest first
 * @n_times: the number of backups
 * @now: the current time
 * @kept: (out caller-allocates) (array length=n_times): whether to keep each
 *   backup
 *
 * Keeps the newest ten backups, and the last one of each of the last thirty days.
 */
void
academy_backup_choose (GDateTime * const *times,
                       guint              n_times,
                       GDateTime         *now,
                       gboolean          *kept)
{
  AcademyDay today = get_day (now);
  AcademyDay later = 0;

  for (guint i = 0; i < n_times; i++)
    {
      AcademyDay day = get_day (times[i]);

      kept[i] = i < N_NEWEST || (day != later && day + ACADEMY_BACKUP_DAYS > today);
      later = day;
    }
}

static void
remove_leftovers (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (academy_temporary_is_name (name))
      {
        g_autofree char *leftover = g_build_filename (path, name, NULL);

        g_unlink (leftover);
      }
}

/* Deletes backups that need not be kept, and temporary files of killed processes. */
gboolean
academy_backup_prune (const char *programme,
                      GError    **error)
{
  g_autoptr(GPtrArray) backups = academy_backup_list (programme, error);
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autofree char *folder = academy_backup_get_folder (programme);
  g_autofree GDateTime **times = NULL;
  g_autofree gboolean *kept = NULL;
  int lock;

  if (backups == NULL)
    return FALSE;

  times = g_new0 (GDateTime *, backups->len);
  kept = g_new0 (gboolean, backups->len);
  for (guint i = 0; i < backups->len; i++)
    times[i] = ((AcademyBackup *) g_ptr_array_index (backups, i))->time;
  academy_backup_choose (times, backups->len, now, kept);

  for (guint i = 0; i < backups->len; i++)
    {
      AcademyBackup *backup = g_ptr_array_index (backups, i);

      if (!kept[i] && g_unlink (backup->path) != 0 && errno != ENOENT)
        {
          g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
                       _("The backup “%s” cannot be removed: %s"), backup->path, g_strerror (errno));
          return FALSE;
        }
    }

  /* Leave the temporary files while another process makes a backup. */
  lock = academy_backup_lock (folder, LOCK_EX | LOCK_NB, NULL);
  if (lock >= 0)
    {
      remove_leftovers (folder);
      academy_backup_unlock (lock);
    }

  return TRUE;
}
