/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "academy-kinds.h"
#include "bench-store.h"

/* One edit of one field through the store, against the same UPDATE by SQLite
 * alone with the same pragmas, turn by turn. Prints microseconds: store, raw. */

#define TURNS 300

static gint64
time_store (AcademyStore *store,
            AcademyItem  *organisation,
            const char   *text)
{
  const AcademyField *field = academy_kind_find_field (&academy_organisation_kind, "contact_point");
  gint64 start = g_get_monotonic_time ();
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.change);
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  academy_edit_set (edit, organisation, field, &value);
  if (!academy_store_apply (store, edit, NULL))
    g_error ("The edit was not saved");

  return g_get_monotonic_time () - start;
}

static gint64
time_raw (sqlite3      *database,
          sqlite3_stmt *update,
          const char   *id,
          const char   *text)
{
  gint64 start = g_get_monotonic_time ();

  bench_run_sql (database, "BEGIN IMMEDIATE");
  sqlite3_bind_text (update, 1, text, -1, SQLITE_STATIC);
  sqlite3_bind_text (update, 2, id, -1, SQLITE_STATIC);
  if (sqlite3_step (update) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_reset (update);
  bench_run_sql (database, "COMMIT");

  return g_get_monotonic_time () - start;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("academy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "store.academy", NULL);
  g_autofree char *raw_path = g_build_filename (folder, "raw.academy", NULL);
  AcademyStore *store = bench_create_store (path);
  AcademyStore *raw_store = bench_create_store (raw_path);
  AcademyItem *organisation = academy_store_get_first (store, &academy_organisation_kind, NULL, NULL);
  g_autoptr(GPtrArray) ids = academy_store_get_ids (raw_store, &academy_organisation_kind, NULL, NULL);
  sqlite3 *database;
  sqlite3_stmt *update;

  if (!academy_store_close (raw_store, NULL))
    g_error ("The file is not closed");
  database = bench_open_raw (raw_path);
  sqlite3_prepare_v2 (database, "UPDATE organisation SET contact_point = ? WHERE id = ?", -1, &update, NULL);

  for (guint turn = 0; turn < TURNS; turn++)
    {
      g_autofree char *text = g_strdup_printf ("Contact %u", turn);
      gint64 stored = time_store (store, organisation, text);

      printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", stored,
              time_raw (database, update, g_ptr_array_index (ids, 0), text));
    }

  sqlite3_finalize (update);
  sqlite3_close (database);
  g_object_unref (organisation);
  academy_store_close (store, NULL);
  g_object_unref (store);
  g_object_unref (raw_store);
  g_unlink (path);
  g_unlink (raw_path);
  g_rmdir (folder);

  return EXIT_SUCCESS;
}
