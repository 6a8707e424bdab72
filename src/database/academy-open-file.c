/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Locks of an open file description are a Linux extension. */
#define _GNU_SOURCE

#include "config.h"

#include "academy-open-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "academy-error.h"
#include "academy-log.h"

/* Offsets in the header of an SQLite file, which is checked before SQLite opens
 * it (“Database File Format”, section 1.3). */
#define SQLITE_MAGIC      "SQLite format 3"
#define HEADER_SIZE       100
#define PAGE_SIZE_AT      16
#define READ_FORMAT_AT    19
#define PAGE_COUNT_AT     28
#define USER_VERSION_AT   60
#define APPLICATION_ID_AT 68
#define WAL_FORMAT        2

/* Bytes that SQLite locks for reading while the file is open (“File Locking And
 * Concurrency”), and the byte of the index of the log that is locked while the
 * log is in use (“WAL-mode File Format”, section 2.3). */
#define SHARED_FIRST      G_GINT64_CONSTANT (0x40000002)
#define SHARED_SIZE       510
#define INDEX_USED_AT     128

struct _AcademyOpenFile {
  dev_t device;
  ino_t inode;

  /* Owned */
  int   fd;
  int   index_fd;

  guint n_users;
  guint n_connections;
};

/* POSIX locks belong to the process, which loses them when it closes any
 * descriptor of the file, even one that it never locked. So each file is opened
 * once, here, for as long as SQLite has it open. */
static GMutex files_lock;
static GList *files;

static AcademyOpenFile *
find_file (const struct stat *status)
{
  for (GList *link = files; link != NULL; link = link->next)
    {
      AcademyOpenFile *file = link->data;

      if (file->device == status->st_dev && file->inode == status->st_ino)
        return file;
    }

  return NULL;
}

static gboolean
set_system_error (GError     **error,
                  const char  *path,
                  int          number)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ACADEMY_ERROR, number == ENOENT ? ACADEMY_ERROR_NOT_FOUND : ACADEMY_ERROR_FAILED,
               _("“%s” cannot be opened: %s"), name, g_strerror (number));
  return FALSE;
}

static gboolean
set_no_programme (GError     **error,
                  const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_A_PROGRAMME, _("“%s” is not a programme file."), name);
  return FALSE;
}

static AcademyOpenFile *
open_file (const char         *path,
           const struct stat  *status,
           GError            **error)
{
  AcademyOpenFile *self;
  struct stat opened;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0)
    {
      set_system_error (error, path, errno);
      return NULL;
    }
  if (fstat (fd, &opened) != 0 || opened.st_dev != status->st_dev || opened.st_ino != status->st_ino)
    {
      close (fd);
      set_system_error (error, path, ESTALE);
      return NULL;
    }

  self = g_new0 (AcademyOpenFile, 1);
  self->device = status->st_dev;
  self->inode = status->st_ino;
  self->fd = fd;
  self->index_fd = -1;
  files = g_list_prepend (files, self);

  return self;
}

/**
 * academy_open_file_acquire:
 * @path: the path of a file
 * @error: return location for an error
 *
 * Call this before every connection of SQLite to a programme file. No other code
 * may open such a file.
 *
 * Returns: (transfer full): the open file, to be given back by
 *   academy_open_file_release()
 */
AcademyOpenFile *
academy_open_file_acquire (const char  *path,
                           GError     **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&files_lock);
  AcademyOpenFile *self;
  struct stat status;

  if (stat (path, &status) != 0)
    {
      set_system_error (error, path, errno);
      return NULL;
    }
  if (!S_ISREG (status.st_mode))
    {
      set_no_programme (error, path);
      return NULL;
    }

  self = find_file (&status);
  if (self == NULL)
    self = open_file (path, &status, error);
  if (self != NULL)
    self->n_users++;

  return self;
}

static void
release (AcademyOpenFile *self)
{
  if (--self->n_users > 0)
    return;

  files = g_list_remove (files, self);
  if (self->index_fd >= 0)
    close (self->index_fd);
  close (self->fd);
  g_free (self);
}

/**
 * academy_open_file_release:
 * @self: (transfer full): an open file
 *
 * Gives back a reference. The file is closed when the last one is given back and
 * no connection is left.
 */
void
academy_open_file_release (AcademyOpenFile *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&files_lock);

  release (self);
}

static guint32
get_number (const guint8 *bytes,
            guint         length)
{
  guint32 number = 0;

  for (guint i = 0; i < length; i++)
    number = number << 8 | bytes[i];

  return number;
}

/**
 * academy_open_file_read_header:
 * @self: a file
 * @path: the path of @self, for messages
 * @header: (out): facts from the header, read without SQLite, which might change
 *   the file
 * @error: says that the file is not a database
 *
 * Returns: whether the file is an SQLite database
 */
gboolean
academy_open_file_read_header (AcademyOpenFile    *self,
                               const char         *path,
                               AcademyFileHeader  *header,
                               GError            **error)
{
  guint8 bytes[HEADER_SIZE] = { 0 };
  gssize n_read = pread (self->fd, bytes, sizeof bytes, 0);
  guint32 page_size;
  struct stat status;

  if (n_read < 0 || fstat (self->fd, &status) != 0)
    return set_system_error (error, path, errno);
  if (n_read < HEADER_SIZE || memcmp (bytes, SQLITE_MAGIC, sizeof SQLITE_MAGIC) != 0)
    return set_no_programme (error, path);

  page_size = get_number (bytes + PAGE_SIZE_AT, 2);
  /* 65536 does not fit in two bytes and is written as 1. */
  page_size = page_size == 1 ? 65536 : page_size;
  header->application_id = get_number (bytes + APPLICATION_ID_AT, 4);
  header->user_version = get_number (bytes + USER_VERSION_AT, 4);
  header->wanted_size = (guint64) page_size * get_number (bytes + PAGE_COUNT_AT, 4);
  header->size = status.st_size;
  header->has_wal_format = bytes[READ_FORMAT_AT] == WAL_FORMAT;

  return TRUE;
}

/**
 * academy_open_file_get_fd:
 * @self: an open file
 *
 * Returns: (transfer none): its descriptor, which must not be closed
 */
int
academy_open_file_get_fd (AcademyOpenFile *self)
{
  return self->fd;
}

/**
 * academy_open_file_stat:
 * @self: an open file
 * @status: (out caller-allocates): its status now, also when it has been renamed
 *   or deleted
 */
void
academy_open_file_stat (AcademyOpenFile *self,
                        struct stat     *status)
{
  if (fstat (self->fd, status) != 0)
    memset (status, 0, sizeof *status);
}

/**
 * academy_open_file_is_unchanged:
 * @before: the status of a file, as of academy_open_file_stat()
 * @now: its status later
 *
 * Returns: whether nobody has written the file between
 */
gboolean
academy_open_file_is_unchanged (const struct stat *before,
                                const struct stat *now)
{
  return before->st_ino == now->st_ino && before->st_size == now->st_size &&
         before->st_mtim.tv_sec == now->st_mtim.tv_sec && before->st_mtim.tv_nsec == now->st_mtim.tv_nsec &&
         before->st_ctim.tv_sec == now->st_ctim.tv_sec && before->st_ctim.tv_nsec == now->st_ctim.tv_nsec;
}

/**
 * academy_open_file_is_in_use:
 * @self: a file
 *
 * Returns: whether there is a connection to it, of this process or of another
 */
gboolean
academy_open_file_is_in_use (AcademyOpenFile *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&files_lock);
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = SHARED_FIRST, .l_len = SHARED_SIZE };

  return self->n_connections > 0 || (fcntl (self->fd, F_GETLK, &range) == 0 && range.l_type != F_UNLCK);
}

/**
 * academy_open_file_is_in_way:
 * @self: a file that is not in use
 * @path: the path of @self
 *
 * Returns: whether a program uses the log at @path for another file, which was at
 *   @path before @self
 */
gboolean
academy_open_file_is_in_way (AcademyOpenFile *self,
                             const char      *path)
{
  g_autofree char *name = academy_log_get_path (path, ACADEMY_LOG_INDEX);
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = INDEX_USED_AT, .l_len = 1 };
  int fd = open (name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gboolean is_held;

  if (fd < 0)
    return FALSE;

  is_held = fcntl (fd, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
  close (fd);
  return is_held && !academy_open_file_is_in_use (self);
}

/**
 * academy_open_file_is_remote:
 * @self: a file
 *
 * Returns: whether the file system is remote, so that other machines may write
 *   the file unaffected by the locks and the shared memory of this one
 */
gboolean
academy_open_file_is_remote (AcademyOpenFile *self)
{
  /* The magic numbers of NFS, SMB (three of them), 9P, FUSE, Ceph, AFS and Coda (statfs(2)). */
  static const guint32 remote[] = {
    0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546, 0x00c36400, 0x5346414f, 0x73757245,
  };
  struct statfs status;

  if (fstatfs (self->fd, &status) != 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if ((guint32) status.f_type == remote[i])
      return TRUE;

  return FALSE;
}

/**
 * academy_open_file_is_at:
 * @self: a file
 * @path: a path
 * @exists: (out): whether a file exists at @path
 *
 * Returns: whether the file at @path is @self
 */
gboolean
academy_open_file_is_at (AcademyOpenFile *self,
                         const char      *path,
                         gboolean        *exists)
{
  struct stat status;

  *exists = stat (path, &status) == 0;
  return *exists && status.st_dev == self->device && status.st_ino == self->inode;
}

static void
lock_range (int   fd,
            short type,
            off_t start,
            off_t size)
{
  struct flock range = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = size };

  /* A system without these locks relies on those of SQLite alone. */
  if (fd >= 0)
    fcntl (fd, F_OFD_SETLK, &range);
}

static void
open_index (AcademyOpenFile *self,
            const char      *path)
{
  g_autofree char *name = academy_log_get_path (path, ACADEMY_LOG_INDEX);
  struct stat known, status;

  if (self->index_fd >= 0 && fstat (self->index_fd, &known) == 0 && stat (name, &status) == 0 &&
      known.st_ino == status.st_ino)
    return;

  if (self->index_fd >= 0)
    close (self->index_fd);
  self->index_fd = open (name, O_RDONLY | O_CLOEXEC);
}

/**
 * academy_open_file_can_share:
 * @path: the path of a file in a writable folder
 *
 * SQLite shares the index of a log in memory, which some file systems cannot. It
 * notices only after it has switched to the log, and cannot switch back.
 *
 * Returns: whether files beside @path can be mapped as shared memory
 */
gboolean
academy_open_file_can_share (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, ".academy-XXXXXX", NULL);
  int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  void *memory = MAP_FAILED;

  if (fd < 0)
    return FALSE;

  if (ftruncate (fd, 1) == 0)
    memory = mmap (NULL, 1, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (memory != MAP_FAILED)
    munmap (memory, 1);
  close (fd);
  g_unlink (name);
  return memory != MAP_FAILED;
}

/**
 * academy_open_file_connect:
 * @self: a file
 * @path: the path of @self
 * @to_write: whether the connection may write
 * @error: return location for an error
 *
 * Connects SQLite to the file. Without shared memory, the connection uses a
 * rollback journal.
 *
 * Returns: (transfer full): a connection, closed by academy_open_file_disconnect()
 */
AcademyDatabase *
academy_open_file_connect (AcademyOpenFile  *self,
                           const char       *path,
                           gboolean          to_write,
                           GError          **error)
{
  g_autofree char *uri = academy_database_make_uri (path, "");
  g_autoptr(GError) reason = NULL;
  AcademyDatabase *database =
    academy_database_open (uri, to_write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, &reason);
  g_autoptr(GMutexLocker) locker = NULL;

  if (database == NULL && to_write && g_error_matches (reason, ACADEMY_ERROR, ACADEMY_ERROR_UNSHARED))
    {
      g_clear_error (&reason);
      database = academy_database_open_alone (uri, &reason);
    }
  if (database == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  locker = g_mutex_locker_new (&files_lock);
  self->n_connections++;
  return database;
}

/**
 * academy_open_file_guard:
 * @self: a file with a connection that has read from its write-ahead log
 * @path: the path of @self
 *
 * Locks the same bytes as SQLite again, on the open file description. A file
 * chooser in this process may open and close the file to look at its type, which
 * drops SQLite's own locks; another process would then remove the log with the
 * edits in it.
 */
void
academy_open_file_guard (AcademyOpenFile *self,
                         const char      *path)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&files_lock);

  lock_range (self->fd, F_RDLCK, SHARED_FIRST, SHARED_SIZE);
  open_index (self, path);
  lock_range (self->index_fd, F_RDLCK, INDEX_USED_AT, 1);
}

/**
 * academy_open_file_disconnect:
 * @self: a file
 * @database: (transfer full): a connection to it
 * @error: (nullable): return location for an error
 *
 * Closes the connection. The last connection of all processes checkpoints the
 * log.
 *
 * Returns: whether there was no error; the connection is closed in any case
 */
gboolean
academy_open_file_disconnect (AcademyOpenFile  *self,
                              AcademyDatabase  *database,
                              GError          **error)
{
  gboolean closed;

  g_mutex_lock (&files_lock);
  /* SQLite needs an exclusive lock for the last checkpoint. */
  if (--self->n_connections == 0)
    {
      lock_range (self->fd, F_UNLCK, SHARED_FIRST, SHARED_SIZE);
      lock_range (self->index_fd, F_UNLCK, INDEX_USED_AT, 1);
    }
  g_mutex_unlock (&files_lock);

  closed = academy_database_close (database, error);
  academy_database_free (database);
  return closed;
}
