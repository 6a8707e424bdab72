/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-check.h"

#include <glib/gi18n-lib.h>

#include "academy-dependency-private.h"
#include "academy-row.h"
#include "academy-store-private.h"

static gboolean
check_structure (AcademyStore  *self,
                 GPtrArray     *findings,
                 GError       **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self->database, "PRAGMA integrity_check", error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = academy_database_step (self->database, statement, error)) == ACADEMY_STEP_ROW)
    {
      const char *finding = (const char *) sqlite3_column_text (statement, 0);

      if (!g_str_equal (finding, "ok"))
        g_ptr_array_add (findings, g_strdup (finding));
    }

  return step == ACADEMY_STEP_DONE;
}

static gboolean
check_links (AcademyStore  *self,
             GPtrArray     *findings,
             GError       **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self->database, "PRAGMA foreign_key_check", error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = academy_database_step (self->database, statement, error)) == ACADEMY_STEP_ROW)
    g_ptr_array_add (findings, g_strdup_printf (_("In “%s” something links to a “%s” that is not there."),
                                                sqlite3_column_text (statement, 0),
                                                sqlite3_column_text (statement, 2)));

  return step == ACADEMY_STEP_DONE;
}

static void
check_item (AcademyStore      *self,
            const AcademyKind *kind,
            const char        *id,
            GPtrArray         *findings)
{
  g_autoptr(AcademyItem) item = academy_item_new (kind, id);
  g_autoptr(GError) reason = NULL;
  gboolean found;

  if (!academy_row_read (self->database, item, ACADEMY_ROW_UNKNOWN, &found, &reason) ||
      !academy_item_validate (item, &reason))
    g_ptr_array_add (findings, g_strdup_printf ("%s %s: %s", kind->name, id, reason->message));
}

static gboolean
check_values (AcademyStore       *self,
              const AcademyKind  *kind,
              GCancellable       *cancellable,
              GPtrArray          *findings,
              GError            **error)
{
  g_autoptr(GPtrArray) ids = academy_row_ids (self->database, kind, &(AcademyQuery) { NULL }, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      check_item (self, kind, g_ptr_array_index (ids, i), findings);
    }

  return TRUE;
}

/**
 * academy_store_check:
 * @self: a store
 * @cancellable: (nullable): stops the check
 * @findings: (out) (transfer full) (element-type utf8): what is wrong, a line each
 * @error: says why the file could not be checked
 *
 * Checks the structure of the file, every link, every value by the rules of
 * its field, and that no measure waits for itself.
 *
 * Returns: whether the file could be checked to the end
 */
gboolean
academy_store_check (AcademyStore  *self,
                     GCancellable  *cancellable,
                     GPtrArray    **findings,
                     GError       **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (self->has_foreign_log)
    {
      g_autofree char *log = academy_log_get_path (self->path, ACADEMY_LOG_WAL);
      g_autofree char *name = g_filename_display_basename (log);

      g_ptr_array_add (found, g_strdup_printf (_("The log “%s” beside the file is not that of the file."), name));
    }

  if (!check_structure (self, found, error) || !check_links (self, found, error))
    return FALSE;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (!check_values (self, *kind, cancellable, found, error))
      return FALSE;

  if (!academy_dependency_check_file (self->database, found, error))
    return FALSE;

  *findings = g_steal_pointer (&found);
  return TRUE;
}
