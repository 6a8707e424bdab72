/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kept-line.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

#include "academy-backup-private.h"
#include "academy-store-private.h"
#include "academy-temporary.h"

/* Forms save after the same pause. */
#define PAUSE_MS 1000

#define ENDING ".typed"
#define GROUP  "typed"

static const char * const keys[] = { "line", "note", "change" };

struct _AcademyKeptLine {
  /* Owned */
  AcademyStore *store;
  char         *folder;
  char         *path;
  char         *typed;
  char         *kept;

  guint         timeout;
};

/**
 * AcademyKeptLine:
 *
 * What is typed during a session and is not in the programme file yet: the line of a
 * new note, and the change of an earlier one. It is in a file beside the backups of the
 * programme, so that it is found again when the program was killed.
 */

/**
 * academy_kept_line_new:
 * @store: a store, which reports errors
 * @session: the id of a session in it
 *
 * Returns: (transfer full): what is typed during @session
 */
AcademyKeptLine *
academy_kept_line_new (AcademyStore *store,
                       const char   *session)
{
  AcademyKeptLine *self = g_new0 (AcademyKeptLine, 1);
  g_autofree char *programme = NULL;
  g_autofree char *name = academy_backup_dup_name (session);
  g_autofree char *file = g_strconcat (name, ENDING, NULL);
  g_autoptr(GError) error = NULL;

  self->store = g_object_ref (store);
  programme = academy_backup_get_programme (store, &error);
  if (programme == NULL)
    {
      academy_store_report (store, error);
      return self;
    }

  self->folder = academy_backup_get_folder (programme);
  self->path = g_build_filename (self->folder, file, NULL);
  return self;
}

static gboolean
replace_file (AcademyKeptLine  *self,
              GError          **error)
{
  g_autoptr(GBytes) content = g_bytes_new (self->typed, strlen (self->typed));
  g_autoptr(AcademyTemporary) temporary = NULL;
  gboolean written;
  int lock = academy_backup_lock (self->folder, LOCK_SH, error);

  if (lock < 0)
    return FALSE;

  temporary = academy_temporary_new (self->path, 0600, error);
  written = temporary != NULL && academy_temporary_write (temporary, content, error) &&
            academy_temporary_replace (temporary, error);
  g_clear_pointer (&temporary, academy_temporary_free);
  academy_backup_unlock (lock);
  return written;
}

static gboolean
remove_file (const char  *path,
             GError     **error)
{
  return g_unlink (path) == 0 || errno == ENOENT || academy_write_fail (path, errno, error);
}

static void
write_file (AcademyKeptLine *self)
{
  g_autoptr(GError) error = NULL;

  if (self->path == NULL || g_strcmp0 (self->typed, self->kept) == 0)
    return;

  if (*self->typed != '\0' ? replace_file (self, &error) : remove_file (self->path, &error))
    g_set_str (&self->kept, self->typed);
  else
    academy_store_report (self->store, error);
}

static void
timeout_cb (gpointer data)
{
  AcademyKeptLine *self = data;

  self->timeout = 0;
  write_file (self);
}

/**
 * academy_kept_line_set:
 * @self: what is typed during a session
 * @line: (nullable): the line of a new note
 * @note: (nullable): the id of the note that is being changed
 * @change: (nullable): its new line
 *
 * Keeps what is typed now, a second after the last change; when nothing is typed,
 * removes at once what was kept.
 */
void
academy_kept_line_set (AcademyKeptLine *self,
                       const char      *line,
                       const char      *note,
                       const char      *change)
{
  const char *values[] = { line, note, change };
  g_autoptr(GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (values[i] != NULL && *values[i] != '\0')
      g_key_file_set_string (file, GROUP, keys[i], values[i]);

  g_free (self->typed);
  self->typed = g_key_file_to_data (file, NULL, NULL);
  g_clear_handle_id (&self->timeout, g_source_remove);
  /* Not before the next iteration: an entry is empty while its text is replaced. */
  self->timeout = g_timeout_add_once (*self->typed != '\0' ? PAUSE_MS : 0, timeout_cb, self);
}

/**
 * academy_kept_line_find:
 * @self: what is typed during a session
 * @line: (out): the line of a new note, or %NULL
 * @note: (out): the id of the note that was being changed, or %NULL
 * @change: (out): its new line, or %NULL
 *
 * Returns: whether anything was kept; a damaged file counts as none
 */
gboolean
academy_kept_line_find (AcademyKeptLine  *self,
                        char            **line,
                        char            **note,
                        char            **change)
{
  char **values[] = { line, note, change };
  g_autoptr(GKeyFile) file = g_key_file_new ();

  if (self->path != NULL)
    g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    *values[i] = g_key_file_get_string (file, GROUP, keys[i], NULL);

  if (*line == NULL && *change == NULL)
    return FALSE;

  g_free (self->kept);
  self->kept = g_key_file_to_data (file, NULL, NULL);
  return TRUE;
}

/**
 * academy_kept_line_flush:
 * @self: what is typed during a session
 *
 * Keeps what was typed last, without a pause.
 */
void
academy_kept_line_flush (AcademyKeptLine *self)
{
  if (self->timeout != 0)
    write_file (self);

  g_clear_handle_id (&self->timeout, g_source_remove);
}

/**
 * academy_kept_line_free:
 * @self: (transfer full): what is typed during a session
 *
 * Keeps what was typed last, without a pause.
 */
void
academy_kept_line_free (AcademyKeptLine *self)
{
  academy_kept_line_flush (self);
  g_object_unref (self->store);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->typed);
  g_free (self->kept);
  g_free (self);
}

/* Finds when a person was erased last, in seconds since 1970; 0 for none. */
static gboolean
find_last_erasure (AcademyDatabase  *database,
                   gint64           *erasure,
                   GError          **error)
{
  gint64 known;

  *erasure = 0;
  return academy_database_get_int (database, "SELECT count (*) FROM sqlite_schema WHERE name = 'erased'", &known, error) &&
         (known == 0 ||
          academy_database_get_int (database, "SELECT max (unixepoch (at)) FROM erased WHERE id NOT IN (SELECT id FROM person)",
                                    erasure, error));
}

/* Deletes what was typed as long ago as backups are kept, or before a person was
 * erased, whom it may be about. */
gboolean
academy_kept_line_prune (AcademyDatabase  *database,
                         const char       *programme,
                         GError          **error)
{
  g_autofree char *path = academy_backup_get_folder (programme);
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  gint64 oldest = g_get_real_time () / G_USEC_PER_SEC - ACADEMY_BACKUP_DAYS * G_TIME_SPAN_DAY / G_USEC_PER_SEC;
  gint64 erasure;
  const char *name;

  if (!find_last_erasure (database, &erasure, error))
    return FALSE;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf status;

      if (g_str_has_suffix (name, ENDING) && g_stat (file, &status) == 0 && status.st_mtime <= MAX (oldest, erasure) &&
          !remove_file (file, error))
        return FALSE;
    }

  return TRUE;
}
