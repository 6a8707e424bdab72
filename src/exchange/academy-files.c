/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "academy-error.h"
#include "academy-temporary.h"

/* The most links that are followed, as many as by the kernel. */
#define MOST_LINKS 40

/* A target, identified by inode rather than by name: that of the file, or that of
 * the folder with the name of a new file in it. */
typedef struct {
  /* Owned */
  char        *path;
  char        *name;

  struct stat  status;
  gboolean     exists;
  gboolean     is_stream;
} Target;

static void
target_free (Target *target)
{
  g_free (target->path);
  g_free (target->name);
  g_free (target);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Target, target_free)

/* Resolves symbolic links, so that a link is kept and its target replaced, even
 * if that does not exist yet. */
static char *
follow_links (const char *path)
{
  char *followed = g_strdup (path);

  for (guint i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *before = followed;
      g_autofree char *link = g_file_read_link (before, NULL);
      g_autofree char *folder = g_path_get_dirname (before);

      if (link == NULL)
        return g_steal_pointer (&before);

      followed = g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
    }

  return followed;
}

static gboolean
is_same (const struct stat *a,
         const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static gboolean
is_output (const struct stat *status)
{
  struct stat output;

  return fstat (STDOUT_FILENO, &output) == 0 && is_same (status, &output);
}

/* Marks a target to be written to directly: a pipe, a device, or a file without a
 * name of its own (/dev/fd/3) cannot be replaced. */
static void
look_at_file (Target     *target,
              const char *path)
{
  struct stat followed;

  target->exists = TRUE;
  target->is_stream = !S_ISREG (target->status.st_mode) || is_output (&target->status) ||
                      lstat (target->path, &followed) != 0 || !is_same (&target->status, &followed);
  if (target->is_stream)
    g_set_str (&target->path, path);
}

static Target *
target_new (const char  *path,
            GError     **error)
{
  g_autoptr(Target) target = g_new0 (Target, 1);
  g_autofree char *followed = follow_links (path);
  g_autofree char *folder = g_path_get_dirname (followed);

  target->path = g_steal_pointer (&followed);
  if (stat (path, &target->status) == 0)
    {
      look_at_file (target, path);
      return g_steal_pointer (&target);
    }
  if (errno == ENOENT && stat (folder, &target->status) == 0)
    {
      target->name = g_path_get_basename (target->path);
      return g_steal_pointer (&target);
    }

  academy_write_fail (path, errno, error);
  return NULL;
}

static gboolean
target_equal (const Target *a,
              const Target *b)
{
  return is_same (&a->status, &b->status) && g_strcmp0 (a->name, b->name) == 0;
}

/* Refuses the programme file and its logs. Uses stat() only: opening and closing
 * a file of SQLite would drop its locks. */
static gboolean
check_is_no_programme (const Target  *target,
                       const char    *programme,
                       GError       **error)
{
  static const char * const endings[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *open_file = follow_links (programme);
  g_autofree char *shown = g_filename_display_name (target->path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (open_file, endings[i], NULL);
      g_autofree char *usual = g_strconcat (".academy", endings[i], NULL);
      g_autoptr(Target) own = target_new (path, NULL);

      if ((own == NULL || !target_equal (target, own)) && !g_str_has_suffix (target->path, usual))
        continue;

      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS,
                   _("“%s” belongs to a programme. Choose another name to export to."), shown);
      return FALSE;
    }

  return TRUE;
}

/* Makes all checks that are possible before the first write. */
static gboolean
check_target (const Target  *target,
              GPtrArray     *others,
              const char    *programme,
              GError       **error)
{
  g_autofree char *shown = g_filename_display_name (target->path);

  if (target->exists && S_ISDIR (target->status.st_mode))
    return academy_write_fail (target->path, EISDIR, error);

  for (guint i = 0; i < others->len; i++)
    if (target_equal (target, g_ptr_array_index (others, i)))
      {
        g_autofree char *other = g_filename_display_name (((Target *) g_ptr_array_index (others, i))->path);

        g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS,
                     _("“%s” and “%s” are the same file. Choose another folder."), other, shown);
        return FALSE;
      }

  return check_is_no_programme (target, programme, error);
}

static GPtrArray *
find_targets (const char  *programme,
              GPtrArray   *files,
              GError     **error)
{
  g_autoptr(GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) target_free);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr(Target) target = target_new (g_ptr_array_index (files, i), error);

      if (target == NULL || !check_target (target, targets, programme, error))
        return NULL;
      g_ptr_array_add (targets, g_steal_pointer (&target));
    }

  return g_steal_pointer (&targets);
}

static gboolean
write_stream (const Target    *target,
              AcademyScratch  *content,
              GError         **error)
{
  int fd;
  gboolean written;

  if (is_output (&target->status))
    return academy_scratch_copy (content, STDOUT_FILENO, target->path, error);

  fd = open (target->path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    return academy_write_fail (target->path, errno, error);

  written = academy_scratch_copy (content, fd, target->path, error);
  close (fd);
  return written;
}

/* Gives a new file the permissions of the file that it replaces, so that nobody
 * else can read it. */
static void
keep_rights (int                fd,
             const struct stat *status)
{
  mode_t mode = status->st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);

  if (fchown (fd, status->st_uid, status->st_gid) != 0 && fchown (fd, (uid_t) -1, status->st_gid) != 0)
    mode &= ~S_IRWXG;
  fchmod (fd, mode);
}

static gboolean
write_beside (const Target       *target,
              AcademyScratch     *content,
              AcademyFilesFlags   flags,
              GPtrArray          *temporaries,
              GError            **error)
{
  gboolean private = target->exists || (flags & ACADEMY_FILES_PRIVATE) != 0;
  AcademyTemporary *temporary = academy_temporary_new (target->path, private ? 0600 : 0666, error);

  if (temporary == NULL)
    return FALSE;

  g_ptr_array_add (temporaries, temporary);
  if (target->exists)
    keep_rights (academy_temporary_get_fd (temporary), &target->status);
  return academy_scratch_copy (content, academy_temporary_get_fd (temporary), target->path, error) &&
         academy_temporary_sync (temporary, error);
}

static gboolean
put_in_place (GPtrArray  *temporaries,
              GError    **error)
{
  for (guint i = 0; i < temporaries->len; i++)
    if (!academy_temporary_replace (g_ptr_array_index (temporaries, i), error))
      return FALSE;

  for (guint i = 0; i < temporaries->len; i++)
    if (!academy_temporary_sync_folder (g_ptr_array_index (temporaries, i), error))
      return FALSE;

  return TRUE;
}

/**
 * academy_files_write:
 * @programme: the programme file that is exported
 * @files: (element-type filename): the paths to write to
 * @contents: (element-type AcademyScratch): the content of each file
 * @flags: the permissions of new files
 * @error: return location for an error
 *
 * Checks all paths before writing, and writes every file under a temporary name
 * before the first one replaces its target. So a full disk leaves nothing behind,
 * and no older file is lost. Symbolic links are followed; a replaced file keeps
 * its permissions; pipes and devices are written to directly.
 *
 * Returns: whether all files are written; otherwise none is, as far as that can
 *   be undone
 */
gboolean
academy_files_write (const char         *programme,
                     GPtrArray          *files,
                     GPtrArray          *contents,
                     AcademyFilesFlags   flags,
                     GError            **error)
{
  g_autoptr(GPtrArray) targets = find_targets (programme, files, error);
  g_autoptr(GPtrArray) temporaries = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_temporary_free);

  if (targets == NULL)
    return FALSE;

  /* Write to pipes first: opening one may wait for its reader, and the user can
   * interrupt that as long as there is no temporary file. */
  for (guint i = 0; i < targets->len; i++)
    {
      const Target *target = g_ptr_array_index (targets, i);

      if (target->is_stream && !write_stream (target, g_ptr_array_index (contents, i), error))
        return FALSE;
    }

  for (guint i = 0; i < targets->len; i++)
    {
      const Target *target = g_ptr_array_index (targets, i);

      if (!target->is_stream && !write_beside (target, g_ptr_array_index (contents, i), flags, temporaries, error))
        return FALSE;
    }

  if (put_in_place (temporaries, error))
    return TRUE;

  for (guint i = 0; i < temporaries->len; i++)
    academy_temporary_take_back (g_ptr_array_index (temporaries, i));
  return FALSE;
}

/**
 * academy_files_write_one:
 * @programme: the programme file that is exported
 * @path: (type filename): the path to write to
 * @content: what to write, complete
 * @flags: the permissions of a new file
 * @error: return location for an error
 *
 * Writes one file as academy_files_write() does.
 *
 * Returns: whether it is written
 */
gboolean
academy_files_write_one (const char         *programme,
                         const char         *path,
                         AcademyScratch     *content,
                         AcademyFilesFlags   flags,
                         GError            **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  g_autoptr(GPtrArray) contents = g_ptr_array_new ();

  g_ptr_array_add (files, (gpointer) path);
  g_ptr_array_add (contents, content);
  return academy_scratch_flush (content, error) && academy_files_write (programme, files, contents, flags, error);
}

/**
 * academy_files_write_text:
 * @programme: the programme file that is exported
 * @path: (type filename): the path to write to
 * @text: the content of the file
 * @flags: the permissions of a new file
 * @error: return location for an error
 *
 * Writes a text as academy_files_write() does.
 *
 * Returns: whether it is written
 */
gboolean
academy_files_write_text (const char         *programme,
                          const char         *path,
                          const char         *text,
                          AcademyFilesFlags   flags,
                          GError            **error)
{
  g_autoptr(AcademyScratch) content = academy_scratch_new (path, error);

  return content != NULL && academy_scratch_write (content, text, strlen (text), error) &&
         academy_files_write_one (programme, path, content, flags, error);
}

typedef struct {
  /* Owned */
  char      *programme;
  GPtrArray *files;
  GPtrArray *contents;
} Work;

static void
work_free (Work *work)
{
  g_free (work->programme);
  g_ptr_array_unref (work->files);
  g_ptr_array_unref (work->contents);
  g_free (work);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (academy_files_write (work->programme, work->files, work->contents, ACADEMY_FILES_DEFAULT, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * academy_files_write_async:
 * @programme: the programme file that is exported
 * @file: (type filename): the path to write to
 * @content: the content of the file
 * @callback: called when the file is written
 * @data: for @callback
 *
 * Writes one file in a thread. Holds the application until it is written.
 */
void
academy_files_write_async (const char          *programme,
                           const char          *file,
                           AcademyScratch      *content,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, data);
  Work *work = g_new0 (Work, 1);

  work->programme = g_strdup (programme);
  work->files = g_ptr_array_new_with_free_func (g_free);
  work->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_scratch_unref);
  g_ptr_array_add (work->files, g_strdup (file));
  g_ptr_array_add (work->contents, academy_scratch_ref (content));

  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  g_task_set_source_tag (task, academy_files_write_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * academy_files_write_finish:
 * @result: the result passed to the callback
 * @error: return location for an error
 *
 * Returns: whether the file is written
 */
gboolean
academy_files_write_finish (GAsyncResult  *result,
                            GError       **error)
{
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * academy_files_check_output:
 * @programme: the programme file that is printed
 * @error: says which file standard output is
 *
 * Returns: whether standard output is neither the programme file nor one of its
 *   logs
 */
gboolean
academy_files_check_output (const char  *programme,
                            GError     **error)
{
  Target output = { .path = (char *) "/dev/stdout" };

  return fstat (STDOUT_FILENO, &output.status) != 0 || check_is_no_programme (&output, programme, error);
}
