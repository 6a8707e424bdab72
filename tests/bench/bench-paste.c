/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "academy-kinds.h"
#include "bench-store.h"

/* Pasted measures through the store, against inserts of the same rows by SQLite
 * alone into the same schema with the same pragmas, turn by turn. Prints
 * microseconds: reading the text as drafts, store, raw. */

#define TURNS 9

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

  if (!academy_store_close (raw_store, NULL))
    g_error ("The file is not closed");
  database = bench_open_raw (raw_path);

  for (guint turn = 0; turn < TURNS; turn++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(AcademyPaste) paste = bench_read_rows (store, organisation);
      gint64 read = g_get_monotonic_time ();
      gint64 inserted, saved;

      bench_insert_rows (database, g_ptr_array_index (ids, 0), paste);
      inserted = g_get_monotonic_time ();
      bench_save_rows (store, paste);
      saved = g_get_monotonic_time ();

      printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", read - start, saved - inserted,
              inserted - read);
    }

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
