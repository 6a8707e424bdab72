/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "academy-backup.h"
#include "academy-error.h"
#include "academy-log.h"
#include "academy-store-private.h"

/* Checkpoint the log after this long without an edit. */
#define REST_MS      3000

/* Retry a lock held by another process at this interval, and block the window for
 * it no longer than this. */
#define WAIT_MS      250
#define PATIENCE_MS  50

static gboolean
set_file_error (AcademyStore  *self,
                GError       **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  switch (self->file_state)
    {
    case ACADEMY_FILE_REPLACED:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_REPLACED,
                   _("Another file has been put in the place of “%s” since it was opened."), name);
      break;
    case ACADEMY_FILE_GONE:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_REPLACED,
                   _("“%s” has been moved or deleted since it was opened."), name);
      break;
    case ACADEMY_FILE_OVERWRITTEN:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_REPLACED,
                   _("“%s” has been overwritten by another program since it was opened."), name);
      break;
    case ACADEMY_FILE_SAME:
    default:
      g_assert_not_reached ();
    }

  return FALSE;
}

/* Re-reads the mark if SQLite reports a write by another connection, since that
 * may have written a new mark. */
static gboolean
read_mark (AcademyStore *self)
{
  gint64 data_version;

  return academy_database_get_int (self->database, "PRAGMA data_version", &data_version, NULL) &&
         (data_version == self->data_version || academy_log_read_mark (self->database, &self->mark, NULL));
}

/* Whether a changed file is still ours: another process of this program may have
 * made a checkpoint, but no other program may have written it. */
static gboolean
is_still_ours (AcademyStore *self)
{
  g_auto(AcademyLogMark) of_file = { NULL };
  AcademyFileHeader header;

  return academy_open_file_read_header (self->file, self->path, &header, NULL) &&
         header.size >= header.wanted_size &&
         academy_log_read_file_mark (self->path, &of_file, NULL) &&
         read_mark (self) &&
         /* A checkpoint leaves the token of the log in the file. */
         (academy_log_get_size (self->path, ACADEMY_LOG_WAL) > 0
            ? academy_log_belongs (&of_file, &self->mark)
            : g_strcmp0 (of_file.token, self->mark.token) == 0);
}

static void
take_stamp (AcademyStore *self)
{
  academy_open_file_stat (self->file, &self->stamp);
}

static AcademyFileState
find_state (AcademyStore *self)
{
  struct stat now;
  gboolean exists;

  if (!academy_open_file_is_at (self->file, self->path, &exists))
    return exists ? ACADEMY_FILE_REPLACED : ACADEMY_FILE_GONE;

  academy_open_file_stat (self->file, &now);
  if (self->copy != NULL || academy_open_file_is_unchanged (&now, &self->stamp))
    return ACADEMY_FILE_SAME;
  if (!is_still_ours (self))
    return ACADEMY_FILE_OVERWRITTEN;

  self->stamp = now;
  return ACADEMY_FILE_SAME;
}

static ino_t
find_log_inode (AcademyStore *self)
{
  g_autofree char *log = academy_log_get_path (self->path, ACADEMY_LOG_WAL);
  struct stat status;

  return stat (log, &status) == 0 ? status.st_ino : 0;
}

/* Removes our log, since the file now at the path must not be read with it. */
static void
remove_log (AcademyStore *self)
{
  static const AcademyLogPart parts[] = { ACADEMY_LOG_WAL, ACADEMY_LOG_INDEX };

  if (self->log_inode == 0 || find_log_inode (self) != self->log_inode)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *log = academy_log_get_path (self->path, parts[i]);

      g_unlink (log);
    }
  self->log_inode = 0;
}

/* Whether the log can be removed: its last edits must be in a backup first. A log
 * whose file was overwritten is of no use any more. */
static gboolean
is_log_spare (AcademyStore     *self,
              AcademyFileState  state)
{
  return state == ACADEMY_FILE_OVERWRITTEN || academy_log_get_size (self->path, ACADEMY_LOG_WAL) == 0 ||
         academy_backup_make (self, NULL, NULL);
}

/* Stops all writing to the file, also the checkpoint when the connection is
 * closed. */
static void
lose_file (AcademyStore     *self,
           AcademyFileState  state)
{
  self->file_state = state;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->copy == NULL)
    {
      sqlite3_db_config (academy_database_get_handle (self->database), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      if (is_log_spare (self, state))
        remove_log (self);
    }
  academy_store_notify_file (self);
}

/**
 * academy_store_look:
 * @self: a store
 * @error: describes what happened to the file
 *
 * Checks whether the file is still the one that was opened.
 *
 * Returns: whether it is
 */
gboolean
academy_store_look (AcademyStore  *self,
                    GError       **error)
{
  if (self->file_state == ACADEMY_FILE_SAME)
    {
      AcademyFileState state = find_state (self);

      if (state == ACADEMY_FILE_SAME)
        return TRUE;
      lose_file (self, state);
    }

  return set_file_error (self, error);
}

/**
 * academy_store_get_file_state:
 * @self: a store
 *
 * Returns: the state of the file when it was last looked at
 */
AcademyFileState
academy_store_get_file_state (AcademyStore *self)
{
  return self->file_state;
}

/**
 * academy_store_is_at:
 * @self: a store
 * @path: a path
 *
 * Returns: whether @path leads to the file of the store, perhaps under another
 *   name
 */
gboolean
academy_store_is_at (AcademyStore *self,
                     const char   *path)
{
  gboolean exists;

  return academy_open_file_is_at (self->file, path, &exists);
}

/**
 * academy_store_get_as_of:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): the time at which a read-only file was
 *   read
 */
GDateTime *
academy_store_get_as_of (AcademyStore *self)
{
  return self->as_of;
}

/* Sets up a new connection of a store. */
gboolean
academy_store_start (AcademyStore  *self,
                     GError       **error)
{
  academy_database_set_report (self->database, academy_store_report_fault, self);
  if (!academy_store_read_data_version (self, error) || !academy_store_load_history (self, error) ||
      !academy_log_read_mark (self->database, &self->mark, error))
    return FALSE;

  if (self->copy == NULL && academy_log_exists (self->database))
    {
      academy_open_file_guard (self->file, self->path);
      self->log_inode = find_log_inode (self);
    }
  self->log_size = academy_log_get_size (self->path, ACADEMY_LOG_WAL);
  take_stamp (self);
  return TRUE;
}

/* Closes the connection and releases the file. */
gboolean
academy_store_close_file (AcademyStore  *self,
                          GError       **error)
{
  gboolean closed = TRUE;

  /* Look at the file first, since SQLite would checkpoint into whatever file is
   * there now. */
  if (self->database != NULL && self->file != NULL && !self->read_only)
    academy_store_look (self, NULL);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->file_monitor);
  g_clear_object (&self->log_monitor);
  g_clear_pointer (&self->journal, academy_journal_free);
  if (self->database != NULL && (self->copy != NULL || self->file == NULL))
    g_clear_pointer (&self->database, academy_database_free);
  else if (self->database != NULL)
    closed = academy_open_file_disconnect (self->file, g_steal_pointer (&self->database), error);
  g_clear_pointer (&self->copy, academy_private_copy_free);
  g_clear_pointer (&self->file, academy_open_file_release);
  academy_log_mark_clear (&self->mark);

  return closed;
}

static void
settle_cb (gpointer data)
{
  AcademyStore *self = data;

  self->settle_id = 0;
  academy_store_settle (self);
}

static void
settle_after_rest (AcademyStore *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->is_watching)
    self->settle_id = g_timeout_add_once (REST_MS, settle_cb, self);
}

/**
 * academy_store_settle:
 * @self: a store
 *
 * Checkpoints the log, so that a copy of the file alone is complete. A reader of
 * the log may prevent that; the next call then does it.
 */
void
academy_store_settle (AcademyStore *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->database == NULL || self->read_only || !academy_store_look (self, NULL))
    return;

  academy_log_checkpoint (self->database);
  take_stamp (self);
  if (academy_log_get_size (self->path, ACADEMY_LOG_WAL) > 0)
    settle_after_rest (self);
}

static gboolean
check_writable (AcademyStore  *self,
                GError       **error)
{
  if (self->file_state != ACADEMY_FILE_SAME)
    return set_file_error (self, error);
  if (!self->read_only)
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_READ_ONLY,
               _("The file can be read but not written. Save a copy elsewhere to change it."));
  return FALSE;
}

/* Writes a mark at the beginning of a new log, see academy_log_belongs(). */
static gboolean
mark_log (AcademyStore  *self,
          GError       **error)
{
  gboolean is_new;

  if (!academy_log_exists (self->database))
    return TRUE;

  is_new = academy_log_get_size (self->path, ACADEMY_LOG_WAL) == 0;
  if (self->has_marked_log && !is_new)
    return TRUE;
  if (!academy_log_write_mark (self->database, is_new, error) ||
      !academy_log_read_mark (self->database, &self->mark, error))
    return FALSE;

  self->has_marked_log = TRUE;
  return TRUE;
}

/* Switches to a write-ahead log at the first edit, where there can be one.
 * Reading alone changes no file. */
static void
start_log (AcademyStore *self)
{
  if (self->has_no_log || academy_log_exists (self->database))
    return;
  self->has_no_log = !academy_open_file_can_share (self->path);
  if (self->has_no_log || !academy_log_start (self->database))
    return;

  academy_open_file_guard (self->file, self->path);
  self->log_inode = find_log_inode (self);
  take_stamp (self);
  /* Ignore the new data version, which is our own doing. */
  academy_store_read_data_version (self, NULL);
}

static void
wait_cb (gpointer data)
{
  AcademyStore *self = data;

  self->wait_id = 0;
  if (self->file_state == ACADEMY_FILE_SAME && !academy_database_begin (self->database, NULL))
    {
      self->wait_id = g_timeout_add_once (WAIT_MS, wait_cb, self);
      return;
    }

  academy_database_rollback (self->database);
  academy_store_notify_file (self);
}

static void
wait_for_lock (AcademyStore *self)
{
  if (!self->is_watching || self->wait_id != 0)
    return;

  self->wait_id = g_timeout_add_once (WAIT_MS, wait_cb, self);
  academy_store_notify_file (self);
}

/**
 * academy_store_is_waiting:
 * @self: a store that is watched
 *
 * Returns: whether an edit was refused because another process holds the lock,
 *   and it still does
 */
gboolean
academy_store_is_waiting (AcademyStore *self)
{
  return self->wait_id != 0;
}

/* Begins a writing transaction, if the file is still the one that was opened. */
gboolean
academy_store_begin (AcademyStore  *self,
                     GError       **error)
{
  g_autoptr(GError) reason = NULL;

  if (!check_writable (self, error) || !academy_store_look (self, error))
    return FALSE;

  start_log (self);
  if (!academy_database_begin (self->database, &reason))
    {
      if (g_error_matches (reason, ACADEMY_ERROR, ACADEMY_ERROR_BUSY))
        wait_for_lock (self);
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  if (mark_log (self, error))
    return TRUE;

  academy_store_rollback (self);
  return FALSE;
}

gboolean
academy_store_commit (AcademyStore  *self,
                      GError       **error)
{
  if (!academy_database_commit (self->database, error))
    return FALSE;

  if (!academy_log_exists (self->database))
    take_stamp (self);
  else if (academy_database_is_log_long (self->database))
    academy_store_settle (self);
  else
    settle_after_rest (self);

  return TRUE;
}

void
academy_store_rollback (AcademyStore *self)
{
  academy_database_rollback (self->database);
  if (self->has_marked_log)
    academy_log_read_mark (self->database, &self->mark, NULL);
  self->has_marked_log = FALSE;
}

/* Takes over the file of another store and keeps the items of this one. */
static gboolean
take_over (AcademyStore  *self,
           AcademyStore  *other,
           GError       **error)
{
  gboolean was_watching = self->is_watching;

  academy_store_close_file (self, NULL);
  g_set_str (&self->path, other->path);
  g_clear_pointer (&self->as_of, g_date_time_unref);
  self->file = g_steal_pointer (&other->file);
  self->copy = g_steal_pointer (&other->copy);
  self->database = g_steal_pointer (&other->database);
  self->as_of = g_steal_pointer (&other->as_of);
  self->mark = other->mark;
  other->mark = (AcademyLogMark) { NULL };
  self->stamp = other->stamp;
  self->log_inode = other->log_inode;
  self->read_only = other->read_only;
  self->has_no_log = FALSE;
  self->file_state = ACADEMY_FILE_SAME;
  self->has_marked_log = FALSE;
  if (was_watching)
    academy_store_watch (self);

  academy_store_notify_file (self);
  return academy_store_read_again (self, error);
}

/**
 * academy_store_move_to:
 * @self: a store
 * @path: a programme file
 * @error: return location for an error
 *
 * Switches the store to the file at @path and keeps its items, as if that file
 * had been opened first. Items that are not in it count as deleted.
 *
 * Returns: whether the store has switched to @path
 */
gboolean
academy_store_move_to (AcademyStore  *self,
                       const char    *path,
                       GError       **error)
{
  g_autoptr(AcademyStore) other = academy_store_open (path, error);

  return other != NULL && take_over (self, other, error);
}

/* Whether the original of a file that is read from a copy has been written since. */
gboolean
academy_store_is_old (AcademyStore *self)
{
  struct stat now;

  if (self->copy == NULL)
    return FALSE;

  academy_open_file_stat (self->file, &now);
  return !academy_open_file_is_unchanged (&now, &self->stamp) ||
         academy_log_get_size (self->path, ACADEMY_LOG_WAL) != self->log_size;
}

static void
file_changed_cb (AcademyStore *self)
{
  g_autoptr(GError) error = NULL;

  if (!academy_store_refresh (self, &error) && !g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_REPLACED))
    academy_store_report (self, error);
}

static GFileMonitor *
watch_path (AcademyStore *self,
            const char   *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);

  /* The next edit finds the changes of other processes if there is no monitor. */
  if (monitor != NULL)
    g_signal_connect_object (monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  return monitor;
}

/**
 * academy_store_watch:
 * @self: a store that a window shows
 *
 * From now on takes over changes by other processes, notices when the file is
 * replaced, moved or overwritten, checkpoints the log when no edit was made for a
 * while, and returns at once when the file is locked.
 */
void
academy_store_watch (AcademyStore *self)
{
  g_autofree char *log = academy_log_get_path (self->path, ACADEMY_LOG_WAL);

  self->is_watching = TRUE;
  academy_database_set_patience (self->database, PATIENCE_MS);
  g_set_object (&self->file_monitor, NULL);
  g_set_object (&self->log_monitor, NULL);
  self->file_monitor = watch_path (self, self->path);
  self->log_monitor = watch_path (self, log);
  academy_journal_start (self);
}
