/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "academy-clock.h"
#include "academy-error.h"
#include "academy-log.h"
#include "academy-schema.h"
#include "academy-store-private.h"

/* Facts about a file, found before SQLite opens it. */
typedef struct {
  AcademyFileHeader  header;
  const char        *log;
  gboolean           in_use;
} Finding;

static gboolean
set_newer (GError     **error,
           const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NEWER,
               _("“%s” was written by a newer version of the program. Install that version to open it."), name);
  return FALSE;
}

static gboolean
look_at_file (AcademyStore  *self,
              Finding       *finding,
              GError       **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (!academy_open_file_read_header (self->file, self->path, &finding->header, error))
    return FALSE;

  finding->log = academy_log_find (self->path);
  finding->in_use = academy_open_file_is_in_use (self->file);

  if (finding->header.application_id != ACADEMY_APPLICATION_NUMBER)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_A_PROGRAMME,
                 _("“%s” is a database of another program."), name);
  else if ((int) finding->header.user_version > ACADEMY_SCHEMA_VERSION)
    return set_newer (error, self->path);
  else if (finding->header.size < finding->header.wanted_size && finding->log == NULL)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                 _("“%s” is damaged: its end is missing. Restore it from a backup."), name);
  else if (!finding->in_use && academy_open_file_is_in_way (self->file, self->path))
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_BUSY,
                 _("“%s” was put in the place of a file that another program still has open. Close it there first."),
                 name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

static gboolean
has_no_orphans (AcademyDatabase  *database,
                GError          **error)
{
  gint64 n_orphans;

  return academy_database_get_int (database, "SELECT count (*) FROM pragma_foreign_key_check", &n_orphans, error) &&
         (n_orphans == 0 || academy_database_fail (database, SQLITE_CORRUPT, error));
}

/* Checks a file with an unused log. Without a mark, in a file of an older version
 * or a log of another program, only faults tell that the log belongs to another
 * file. */
static gboolean
check_structure (AcademyDatabase  *database,
                 gboolean          is_proven,
                 GError          **error)
{
  if (is_proven)
    return academy_database_is_ok (database, "PRAGMA quick_check (1)", error);

  return academy_database_is_ok (database, "PRAGMA integrity_check (1)", error) && has_no_orphans (database, error);
}

static gboolean
is_sound_with_log (const char *path)
{
  g_autofree char *uri = academy_database_make_uri (path, "");
  g_auto(AcademyLogMark) of_file = { NULL };
  g_auto(AcademyLogMark) view = { NULL };
  g_autoptr(AcademyDatabase) database = NULL;

  /* Ignore an unreadable mark: an interrupted checkpoint may have damaged the
   * file, and the log repairs it. */
  if (!academy_log_read_file_mark (path, &of_file, NULL))
    academy_log_mark_clear (&of_file);

  database = academy_database_open_alone (uri, NULL);
  return database != NULL &&
         academy_log_read_mark (database, &view, NULL) &&
         (of_file.token == NULL || academy_log_belongs (&of_file, &view)) &&
         check_structure (database, of_file.token != NULL && g_strcmp0 (of_file.token, view.base) == 0, NULL);
}

static gboolean
is_sound_without_log (const char *path)
{
  g_autofree char *uri = academy_database_make_uri (path, "?immutable=1");
  g_autoptr(AcademyDatabase) database = academy_database_open (uri, SQLITE_OPEN_READONLY, NULL);

  return database != NULL && check_structure (database, FALSE, NULL);
}

/* Checks that the file as SQLite sees it, with its log, is one of this program. */
gboolean
academy_store_examine (AcademyStore  *self,
                       GError       **error)
{
  gint64 version;

  if (!academy_database_get_int (self->database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > ACADEMY_SCHEMA_VERSION)
    return set_newer (error, self->path);

  return academy_schema_check (self->database, error);
}

/* Checks an unused log: it was left by a killed process, or the file has replaced
 * another one. Examines copies of both, so that SQLite changes neither. */
static gboolean
check_log (AcademyStore  *self,
           const char    *log,
           GError       **error)
{
  g_autoptr(AcademyPrivateCopy) with_log = academy_private_copy_new (self->file, self->path, TRUE, error);
  g_autoptr(AcademyPrivateCopy) alone = NULL;
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *log_path = g_strconcat (self->path, log, NULL);
  g_autofree char *log_name = g_filename_display_basename (log_path);

  if (with_log == NULL)
    return FALSE;
  if (is_sound_with_log (academy_private_copy_get_path (with_log)))
    return TRUE;

  alone = academy_private_copy_new (self->file, self->path, FALSE, error);
  if (alone == NULL)
    return FALSE;

  if (is_sound_without_log (academy_private_copy_get_path (alone)))
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FOREIGN_LOG,
                 _("“%s” does not go with the log “%s” beside it: that is the log of another version of the file, or damaged. "
                   "Move the log to another folder to open the file without it."), name, log_name);
  else
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                 _("“%s” and the log “%s” beside it are damaged. Restore the file from a backup."), name, log_name);
  return FALSE;
}

static void
close_connection (AcademyStore *self)
{
  if (self->database != NULL)
    academy_open_file_disconnect (self->file, g_steal_pointer (&self->database), NULL);
}

static gboolean
start_reading (AcademyStore  *self,
               GError       **error)
{
  self->read_only = TRUE;
  g_clear_pointer (&self->as_of, g_date_time_unref);
  self->as_of = academy_clock_get_now ();

  return academy_database_run (self->database, "PRAGMA query_only = ON", error) &&
         academy_store_start (self, error);
}

/* Opens a copy of a file that cannot be read without writing beside it. */
static gboolean
open_copy (AcademyStore   *self,
           const Finding  *finding,
           GError        **error)
{
  g_autofree char *uri = NULL;

  self->copy = academy_private_copy_new (self->file, self->path, !self->has_foreign_log, error);
  if (self->copy == NULL)
    return FALSE;

  uri = academy_database_make_uri (academy_private_copy_get_path (self->copy), "");
  self->database = academy_database_open_alone (uri, error);
  if (self->database == NULL)
    return FALSE;

  return academy_store_examine (self, error) && academy_store_migrate (self->database, NULL, error) &&
         start_reading (self, error);
}

/* Whether SQLite can read the file at its place and leave nothing beside it. */
static gboolean
can_read_in_place (AcademyStore  *self,
                   const Finding *finding,
                   gboolean       writable)
{
  if (finding->header.user_version != ACADEMY_SCHEMA_VERSION)
    return FALSE;
  if (writable)
    return finding->in_use || finding->log == NULL;
  if (academy_open_file_is_remote (self->file))
    return FALSE;

  return finding->in_use || (finding->log == NULL && !finding->header.has_wal_format);
}

static gboolean
open_to_read (AcademyStore   *self,
              const Finding  *finding,
              gboolean        writable,
              GError        **error)
{
  if (can_read_in_place (self, finding, writable))
    {
      self->database = academy_open_file_connect (self->file, self->path, writable, NULL);
      if (self->database != NULL && academy_store_examine (self, NULL) && start_reading (self, NULL))
        return TRUE;
      close_connection (self);
    }

  return open_copy (self, finding, error);
}

static gboolean
open_to_write (AcademyStore   *self,
               const Finding  *finding,
               GError        **error)
{
  g_autoptr(GError) reason = NULL;

  self->database = academy_open_file_connect (self->file, self->path, TRUE, &reason);
  if (self->database != NULL && academy_store_examine (self, &reason) &&
      academy_store_bring_up_to_date (self, &reason) && academy_store_start (self, &reason))
    return TRUE;

  close_connection (self);
  /* On a full disk there is no room even for the index of a log, but the file can
   * be read. */
  if (g_error_matches (reason, ACADEMY_ERROR, ACADEMY_ERROR_FULL))
    return open_copy (self, finding, error);

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
open_file (AcademyStore  *self,
           gboolean       to_look,
           GError       **error)
{
  gboolean writable = can_write (self->path);
  Finding finding;

  if (!look_at_file (self, &finding, error))
    return FALSE;

  if (finding.log != NULL && !finding.in_use && !check_log (self, finding.log, error))
    {
      /* A check reports the log of another file as one of its findings. */
      if (!to_look || error == NULL || !g_error_matches (*error, ACADEMY_ERROR, ACADEMY_ERROR_FOREIGN_LOG))
        return FALSE;
      g_clear_error (error);
      self->has_foreign_log = TRUE;
    }

  return writable && !to_look ? open_to_write (self, &finding, error)
                              : open_to_read (self, &finding, writable, error);
}

static void
name_file (GError     **error,
           const char  *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (error != NULL && *error != NULL && strstr ((*error)->message, name) == NULL)
    g_prefix_error (error, "%s: ", name);
}

static AcademyStore *
open_store (const char  *path,
            gboolean     to_look,
            GError     **error)
{
  g_autoptr(AcademyStore) self = g_object_new (ACADEMY_TYPE_STORE, NULL);
  char *real = realpath (path, NULL);
  GError *reason = NULL;

  /* SQLite keeps the log beside the file itself, not beside a symbolic link to
   * it. */
  self->path = g_strdup (real != NULL ? real : path);
  free (real);

  self->file = academy_open_file_acquire (self->path, &reason);
  if (self->file != NULL && open_file (self, to_look, &reason))
    return g_steal_pointer (&self);

  name_file (&reason, path);
  g_propagate_error (error, reason);
  return NULL;
}

/**
 * academy_store_open:
 * @path: a programme file
 * @error: says what is wrong with the file and what to do
 *
 * Opens a programme. A file that cannot be written is opened for reading. A file
 * of an older version is copied beside itself and migrated. A file that is not a
 * programme, is damaged, is of a newer version, or has the log of another file
 * beside it, is refused, and neither the file nor the log is changed.
 *
 * Returns: (transfer full): the store
 */
AcademyStore *
academy_store_open (const char  *path,
                    GError     **error)
{
  return open_store (path, FALSE, error);
}

/**
 * academy_store_open_to_look:
 * @path: a programme file
 * @error: says what is wrong with the file and what to do
 *
 * Opens a file like academy_store_open(), but never changes it, and ignores the
 * log of another file.
 *
 * Returns: (transfer full): a read-only store
 */
AcademyStore *
academy_store_open_to_look (const char  *path,
                            GError     **error)
{
  return open_store (path, TRUE, error);
}
