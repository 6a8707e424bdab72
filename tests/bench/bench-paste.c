/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "academy-kinds.h"
#include "academy-paste.h"
#include "academy-recognition.h"
#include "academy-template.h"

/* A thousand pasted measures through the store, against inserts of the same rows by
 * SQLite alone into the same schema with the same pragmas, turn by turn. Prints
 * microseconds: reading the text as drafts, store, raw. */

#define TURNS    9
#define MEASURES 1000

static const char * const fields[] = { "title", "description", "owner_role", "start", "end", "status", "progress", "cost" };

static char *
make_text (void)
{
  GString *text = g_string_new ("Toimenpide\tKuvaus\tVastuu\tAlku\tLoppu\tTila\tValmiusaste\tKustannus\n");

  for (guint i = 0; i < MEASURES; i++)
    g_string_append_printf (text, "Järjestetään markkinavuoropuhelu %u\tKutsutaan toimittajat ja kootaan vastaukset\t"
                            "Hankinta-asiantuntija\t%u.%u.2026\t%u.%u.2027\tKäynnissä\t%u %%\t%u €\n",
                            i, i % 28 + 1, i % 12 + 1, i % 28 + 1, i % 12 + 1, i % 101, i * 10);

  return g_string_free_and_steal (text);
}

static AcademyStore *
create_store (const char *path)
{
  g_autoptr(AcademyEdit) content = academy_template_create_edit ("2021", academy_language_get_default (), NULL);
  g_autoptr(GError) error = NULL;
  AcademyStore *store = academy_store_create (path, content, &error);

  if (store == NULL)
    g_error ("%s", error->message);

  return store;
}

static AcademyPaste *
read_text (AcademyStore *store,
           AcademyItem  *organisation,
           const char   *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyGrid) grid = academy_grid_new_from_text (text, &error);
  AcademyColumnGuess guesses[ACADEMY_GRID_MAX_COLUMNS];
  const AcademyField *columns[ACADEMY_GRID_MAX_COLUMNS];
  AcademyPaste *paste;
  guint first_row;

  if (!academy_recognition_guess (grid, &academy_measure_kind, store, organisation, guesses, &first_row, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < academy_grid_get_n_columns (grid); i++)
    columns[i] = guesses[i].field;

  paste = academy_recognition_read (grid, first_row, &academy_measure_kind, columns, store, organisation, &error);
  if (paste == NULL)
    g_error ("%s", error->message);

  return paste;
}

static gint64
time_store (AcademyStore *store,
            AcademyPaste *paste)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(AcademyEdit) edit = academy_paste_create_edit (paste, academy_paste_get_drafts (paste));
  g_autoptr(GError) error = NULL;

  if (!academy_store_apply (store, edit, &error))
    g_error ("%s", error->message);

  return g_get_monotonic_time () - start;
}

static void
run (sqlite3    *database,
     const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
}

static gint64
time_raw (sqlite3    *database,
          const char *organisation,
          GPtrArray  *drafts)
{
  gint64 start = g_get_monotonic_time ();
  sqlite3_stmt *insert;

  sqlite3_prepare_v2 (database,
                      "INSERT INTO measure "
                      "(id, organisation, title, description, owner_role, start, \"end\", status, progress, cost) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert, NULL);
  run (database, "BEGIN IMMEDIATE");
  for (guint i = 0; i < drafts->len; i++)
    {
      AcademyItem *draft = g_ptr_array_index (drafts, i);
      g_autofree char *id = g_uuid_string_random ();

      sqlite3_bind_text (insert, 1, id, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (insert, 2, organisation, -1, SQLITE_TRANSIENT);
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          const AcademyField *field = academy_kind_find_field (&academy_measure_kind, fields[j]);
          const GValue *value = academy_item_get_value (draft, field);

          if (academy_field_is_number (field))
            sqlite3_bind_int64 (insert, j + 3, g_value_get_int64 (value));
          else
            {
              g_autofree char *text = academy_value_to_text (field, value);

              sqlite3_bind_text (insert, j + 3, text, -1, SQLITE_TRANSIENT);
            }
        }
      if (sqlite3_step (insert) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (database));
      sqlite3_reset (insert);
    }
  run (database, "COMMIT");
  sqlite3_finalize (insert);

  return g_get_monotonic_time () - start;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("academy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "store.academy", NULL);
  g_autofree char *raw_path = g_build_filename (folder, "raw.academy", NULL);
  g_autofree char *text = make_text ();
  AcademyStore *store = create_store (path);
  AcademyStore *raw_store = create_store (raw_path);
  AcademyItem *organisation = academy_store_get_first (store, &academy_organisation_kind, NULL, NULL);
  g_autoptr(GPtrArray) ids = academy_store_get_ids (raw_store, &academy_organisation_kind, NULL, NULL);
  sqlite3 *database;

  if (!academy_store_close (raw_store, NULL) || sqlite3_open (raw_path, &database) != SQLITE_OK)
    g_error ("The file cannot be opened");
  run (database, "PRAGMA journal_mode = WAL");
  run (database, "PRAGMA synchronous = FULL");
  run (database, "PRAGMA foreign_keys = ON");
  run (database, "PRAGMA secure_delete = ON");

  for (guint turn = 0; turn < TURNS; turn++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(AcademyPaste) paste = read_text (store, organisation, text);
      gint64 reading = g_get_monotonic_time () - start;
      gint64 raw = time_raw (database, g_ptr_array_index (ids, 0), academy_paste_get_drafts (paste));
      gint64 stored = time_store (store, paste);

      printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", reading, stored, raw);
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
