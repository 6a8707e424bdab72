/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/file.h>

#include "academy-backup-private.h"
#include "academy-error.h"

/* An index of the programmes that files held, because the backups of a damaged
 * file are found by its path. Its key is a hash of the path: a path has no
 * encoding, and is private. */
#define INDEX_NAME "files.ini"
#define FILES      "files"

static char *
get_index (void)
{
  g_autofree char *folder = academy_backup_get_folder (NULL);

  return g_build_filename (folder, INDEX_NAME, NULL);
}

static char *
get_key (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *real = realpath (absolute, NULL);
  char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real != NULL ? real : absolute, -1);

  free (real);
  return key;
}

/* A missing or damaged index counts as an empty one. */
static GKeyFile *
read_index (GError **error)
{
  g_autoptr(GKeyFile) index = g_key_file_new ();
  g_autofree char *path = get_index ();
  g_autoptr(GError) reason = NULL;

  if (g_key_file_load_from_file (index, path, G_KEY_FILE_NONE, &reason) ||
      g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT) || reason->domain == G_KEY_FILE_ERROR)
    return g_steal_pointer (&index);

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
               _("The backups in “%s” cannot be read: %s"), path, reason->message);
  return NULL;
}

static gboolean
write_index (GKeyFile  *index,
             GError   **error)
{
  g_autofree char *path = get_index ();
  g_autoptr(GError) reason = NULL;
  gsize length;
  g_autofree char *text = g_key_file_to_data (index, &length, NULL);

  if (g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, &reason))
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
               _("The backups in “%s” cannot be written: %s"), path, reason->message);
  return FALSE;
}

/* Records the programme of a file. */
gboolean
academy_backup_index_add (const char  *programme,
                          const char  *path,
                          GError     **error)
{
  g_autofree char *key = get_key (path);
  g_autofree char *folder = academy_backup_get_folder (NULL);
  g_autofree char *known = NULL;
  g_autoptr(GKeyFile) index = NULL;
  gboolean done;
  int lock = academy_backup_lock (folder, LOCK_EX, error);

  if (lock < 0)
    return FALSE;

  index = read_index (error);
  done = index != NULL;
  known = done ? g_key_file_get_string (index, FILES, key, NULL) : NULL;
  if (done && g_strcmp0 (known, programme) != 0)
    {
      g_key_file_set_string (index, FILES, key, programme);
      done = write_index (index, error);
    }
  academy_backup_unlock (lock);

  return done;
}

/* Finds the programme of a file; "" when it was never recorded. */
char *
academy_backup_index_find (const char  *path,
                           GError     **error)
{
  g_autofree char *key = get_key (path);
  g_autoptr(GKeyFile) index = read_index (error);
  char *programme;

  if (index == NULL)
    return NULL;

  programme = g_key_file_get_string (index, FILES, key, NULL);
  return programme != NULL ? programme : g_strdup ("");
}
