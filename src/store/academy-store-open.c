/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "academy-error.h"
#include "academy-schema.h"
#include "academy-store-private.h"

/* Where the header of an SQLite file has what we ask before opening it
 * (“Database File Format”, section 1.3). */
#define SQLITE_MAGIC       "SQLite format 3"
#define HEADER_SIZE        100
#define PAGE_SIZE_AT       16
#define PAGE_COUNT_AT      28
#define USER_VERSION_AT    60
#define APPLICATION_ID_AT  68

typedef struct {
  guint32  application_id;
  guint32  user_version;
  guint64  wanted_size;
  guint64  size;
} Header;

static guint32
get_number (const guint8 *bytes,
            guint         length)
{
  guint32 number = 0;

  for (guint i = 0; i < length; i++)
    number = number << 8 | bytes[i];

  return number;
}

static gboolean
read_header (const char  *path,
             Header      *header,
             GError     **error)
{
  guint8 bytes[HEADER_SIZE] = { 0 };
  gssize n_read = 0;
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  guint32 page_size;

  if (fd < 0 || fstat (fd, &status) != 0 ||
      (S_ISREG (status.st_mode) && (n_read = read (fd, bytes, sizeof bytes)) < 0))
    {
      int saved = errno;

      if (fd >= 0)
        close (fd);
      g_set_error (error, ACADEMY_ERROR,
                   saved == ENOENT ? ACADEMY_ERROR_NOT_FOUND : ACADEMY_ERROR_FAILED,
                   _("“%s” cannot be opened: %s"), path, g_strerror (saved));
      return FALSE;
    }
  close (fd);

  if (n_read < HEADER_SIZE || memcmp (bytes, SQLITE_MAGIC, sizeof SQLITE_MAGIC) != 0)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_A_PROGRAMME,
                   _("“%s” is not a programme file."), path);
      return FALSE;
    }

  page_size = get_number (bytes + PAGE_SIZE_AT, 2);
  /* 65536 does not fit in two bytes and is written as 1. */
  page_size = page_size == 1 ? 65536 : page_size;
  header->application_id = get_number (bytes + APPLICATION_ID_AT, 4);
  header->user_version = get_number (bytes + USER_VERSION_AT, 4);
  header->wanted_size = (guint64) page_size * get_number (bytes + PAGE_COUNT_AT, 4);
  header->size = status.st_size;

  return TRUE;
}

/* Everything that can be said without SQLite, which might touch the file. */
static gboolean
inspect (const char  *path,
         gboolean     has_log,
         GError     **error)
{
  Header header;

  if (!read_header (path, &header, error))
    return FALSE;

  if (header.application_id != ACADEMY_APPLICATION_NUMBER)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_A_PROGRAMME,
                 _("“%s” is a database of another program."), path);
  else if ((int) header.user_version > academy_schema_get_version ())
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NEWER,
                 _("“%s” was written by a newer version of the program. Install that version to open it."), path);
  else if (header.size < header.wanted_size && !has_log)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                 _("“%s” is damaged: its end is missing. Restore it from a backup."), path);
  else
    return TRUE;

  return FALSE;
}

static gboolean
has_file (const char *path,
          const char *ending)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

static char *
make_uri (const char *path,
          const char *query)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  return g_strconcat ("file:", escaped, query, NULL);
}

static void
remove_log (const char *path)
{
  static const char * const endings[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

static AcademyDatabase *
open_database (const char  *path,
               gboolean     has_log,
               gboolean    *read_only,
               GError     **error)
{
  g_autofree char *uri = NULL;

  *read_only = !can_write (path);
  /* SQLite cannot share a file in a folder where it may write no index; as
   * long as nobody writes, it may be read as it stands. */
  uri = make_uri (path, *read_only && !has_log ? "?immutable=1" : "");

  return academy_database_open (uri, *read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error);
}

static gboolean
check_quickly (AcademyDatabase  *database,
               GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, "PRAGMA quick_check (1)", error);
  gboolean sound;

  if (statement == NULL || academy_database_step (database, statement, error) != ACADEMY_STEP_ROW)
    return FALSE;

  sound = g_str_equal (sqlite3_column_text (statement, 0), "ok");
  sqlite3_reset (statement);
  return sound || academy_database_fail (database, SQLITE_CORRUPT, error);
}

static gboolean
start (AcademyStore  *self,
       GError       **error)
{
  /* Some mounted folders refuse a write-ahead log; the older journal is as safe. */
  if (!self->read_only && !academy_database_run (self->database, "PRAGMA journal_mode = WAL", error))
    return FALSE;

  return academy_store_read_data_version (self, error) && academy_store_load_history (self, error);
}

static void
name_file (GError     **error,
           const char  *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (error != NULL && *error != NULL && strstr ((*error)->message, path) == NULL)
    g_prefix_error (error, "%s: ", name);
}

/**
 * academy_store_open:
 * @path: a programme file
 * @error: says what is wrong with the file and what to do
 *
 * A file that cannot be written is opened for reading. One of an older version
 * is copied beside itself and brought up to date. One that is no programme, or
 * damaged, or of a newer version, is refused and not touched.
 *
 * Returns: (transfer full): the store
 */
AcademyStore *
academy_store_open (const char  *path,
                    GError     **error)
{
  g_autoptr(AcademyStore) self = g_object_new (ACADEMY_TYPE_STORE, NULL);
  gboolean has_log = has_file (path, "-wal") || has_file (path, "-journal");
  GError *reason = NULL;

  if (!inspect (path, has_log, error))
    return NULL;

  self->path = g_strdup (path);
  self->database = open_database (path, has_log, &self->read_only, &reason);
  if (self->database != NULL &&
      /* A log that is still there was left by a process that was killed, or is in use. */
      (!has_log || check_quickly (self->database, &reason)) &&
      academy_store_bring_up_to_date (self, &reason) &&
      start (self, &reason))
    return g_steal_pointer (&self);

  /* A log that there was no room for is of no use to anybody. */
  g_clear_pointer (&self->database, academy_database_free);
  if (!has_log && g_error_matches (reason, ACADEMY_ERROR, ACADEMY_ERROR_FULL))
    remove_log (path);
  name_file (&reason, path);
  g_propagate_error (error, reason);
  return NULL;
}
