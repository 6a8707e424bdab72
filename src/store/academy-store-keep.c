/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-journal.h"
#include "academy-save-copy.h"
#include "academy-store-private.h"
#include "academy-temporary.h"

static gboolean
write_whole (const char  *path,
             const char  *from,
             GError     **error)
{
  g_autoptr(GMappedFile) mapped = g_mapped_file_new (from, FALSE, error);
  g_autoptr(GBytes) bytes = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
  g_autoptr(AcademyTemporary) temporary = bytes != NULL ? academy_temporary_new (path, 0600, error) : NULL;

  return temporary != NULL && academy_temporary_write (temporary, bytes, error) &&
         academy_temporary_replace (temporary, error) && academy_temporary_sync_folder (temporary, error);
}

/**
 * academy_store_copy_without_log:
 * @path: a programme file with a log that belongs to another file
 * @target: the path of the copy
 * @error: return location for an error
 *
 * Copies the file without its log; changes neither of them.
 *
 * Returns: whether the copy is written
 */
gboolean
academy_store_copy_without_log (const char  *path,
                                const char  *target,
                                GError     **error)
{
  g_autoptr(AcademyOpenFile) file = academy_open_file_acquire (path, error);
  g_autoptr(AcademyPrivateCopy) copy = file != NULL ? academy_private_copy_new (file, path, FALSE, error) : NULL;

  return copy != NULL && write_whole (target, academy_private_copy_get_path (copy), error);
}

/**
 * academy_store_keep_as:
 * @self: a store whose file is no longer the one that was opened
 * @path: another path
 * @error: return location for an error
 *
 * Writes the content of the store to a new file and switches to it.
 *
 * Returns: whether the store has switched to @path
 */
gboolean
academy_store_keep_as (AcademyStore  *self,
                       const char    *path,
                       GError       **error)
{
  /* An overwritten file no longer has the content of the store. */
  gboolean kept = self->file_state == ACADEMY_FILE_OVERWRITTEN ? academy_store_rebuild (self, path, error)
                                                              : academy_store_save_copy (self, path, error);

  return kept && academy_store_move_to (self, path, error);
}
