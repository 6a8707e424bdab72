/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "academy-schema.h"
#include "academy-store-private.h"
#include "academy-temporary.h"

static gboolean
write_content (AcademyStore  *self,
               AcademyEdit   *content,
               GError       **error)
{
  if (!academy_database_begin (self->database, error))
    return FALSE;

  if (academy_schema_create (self->database, error) &&
      academy_store_write_content (self, content, error) &&
      academy_database_commit (self->database, error))
    return TRUE;

  academy_database_rollback (self->database);
  return FALSE;
}

/* Makes the file in memory, where it needs no log. */
static GBytes *
create_bytes (AcademyEdit  *content,
              GError      **error)
{
  g_autoptr(AcademyStore) self = g_object_new (ACADEMY_TYPE_STORE, NULL);
  sqlite3_int64 size;
  guint8 *bytes;

  self->database = academy_database_open (":memory:", SQLITE_OPEN_READWRITE, error);
  if (self->database == NULL || !write_content (self, content, error))
    return NULL;

  bytes = sqlite3_serialize (academy_database_get_handle (self->database), "main", &size, 0);
  if (bytes == NULL)
    {
      academy_database_fail (self->database, SQLITE_NOMEM, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (bytes, size, sqlite3_free, bytes);
}

static gboolean
write_file (const char  *path,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr(AcademyTemporary) temporary = academy_temporary_new (path, 0600, error);

  if (temporary == NULL || !academy_temporary_write (temporary, bytes, error))
    return FALSE;
  if (academy_temporary_link (temporary, error) && academy_temporary_sync_folder (temporary, error))
    return TRUE;

  academy_temporary_take_back (temporary);
  return FALSE;
}

/**
 * academy_store_create:
 * @path: the path of the new file; it must not exist
 * @content: (transfer none): its initial content, which cannot be undone
 * @error: return location for an error
 *
 * Creates a programme file, complete or not at all, readable only by its owner.
 *
 * Returns: (transfer full): the store of the new file
 */
AcademyStore *
academy_store_create (const char   *path,
                      AcademyEdit  *content,
                      GError      **error)
{
  g_autoptr(GBytes) bytes = create_bytes (content, error);
  AcademyStore *self;

  if (bytes == NULL || !write_file (path, bytes, error))
    return NULL;

  self = academy_store_open (path, error);
  /* Delete the file again if it cannot be opened, since the caller is told that
   * it was not created. */
  if (self == NULL)
    g_unlink (path);
  return self;
}
