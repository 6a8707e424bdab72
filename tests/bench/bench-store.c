/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-store.h"

#include <time.h>

#include "academy-kinds.h"
#include "academy-recognition.h"
#include "academy-template.h"

static const char * const fields[] = { "title", "description", "owner_role", "start", "end", "status", "progress", "cost" };

/* Returns the microseconds that all threads of this process have taken of the processors. */
gint64
bench_get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

AcademyStore *
bench_create_store (const char *path)
{
  g_autoptr(AcademyEdit) content = academy_template_create_edit ("2021", academy_language_get_default (), NULL);
  g_autoptr(GError) error = NULL;
  AcademyStore *store = academy_store_create (path, content, &error);

  if (store == NULL)
    g_error ("%s", error->message);

  return store;
}

AcademyItem *
bench_find_organisation (AcademyStore *store,
                         const char   *slug)
{
  g_autoptr(GPtrArray) organisations = academy_store_get_all (store, &academy_organisation_kind, NULL, NULL);

  for (guint i = 0; i < organisations->len; i++)
    if (g_str_equal (academy_item_get_text (g_ptr_array_index (organisations, i), "slug"), slug))
      return g_object_ref (g_ptr_array_index (organisations, i));

  g_error ("There is no organisation “%s”", slug);
}

/* Opens a file by SQLite alone, with the pragmas of the store. */
sqlite3 *
bench_open_raw (const char *path)
{
  sqlite3 *database;

  if (sqlite3_open (path, &database) != SQLITE_OK)
    g_error ("The file cannot be opened");
  bench_run_sql (database, "PRAGMA journal_mode = WAL");
  bench_run_sql (database, "PRAGMA synchronous = FULL");
  bench_run_sql (database, "PRAGMA foreign_keys = ON");
  bench_run_sql (database, "PRAGMA secure_delete = ON");

  return database;
}

void
bench_run_sql (sqlite3    *database,
               const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
}

static char *
make_text (void)
{
  GString *text = g_string_new ("Toimenpide\tKuvaus\tVastuu\tAlku\tLoppu\tTila\tValmiusaste\tKustannus\n");

  for (guint i = 0; i < BENCH_ROWS; i++)
    g_string_append_printf (text, "Järjestetään markkinavuoropuhelu %u\tKutsutaan toimittajat ja kootaan vastaukset\t"
                            "Hankinta-asiantuntija\t%u.%u.2026\t%u.%u.2027\tKäynnissä\t%u %%\t%u €\n",
                            i, i % 28 + 1, i % 12 + 1, i % 28 + 1, i % 12 + 1, i % 101, i * 10);

  return g_string_free_and_steal (text);
}

/* Reads BENCH_ROWS measures as they come from a spreadsheet. */
AcademyPaste *
bench_read_rows (AcademyStore *store,
                 AcademyItem  *organisation)
{
  g_autofree char *text = make_text ();
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

  paste = academy_paste_read (grid, first_row, &academy_measure_kind, columns, store, organisation, &error);
  if (paste == NULL)
    g_error ("%s", error->message);

  return paste;
}

void
bench_save_rows (AcademyStore *store,
                 AcademyPaste *paste)
{
  g_autoptr(AcademyEdit) edit = academy_paste_create_edit (paste, academy_paste_get_drafts (paste));
  g_autoptr(GError) error = NULL;

  if (!academy_store_apply (store, edit, &error))
    g_error ("%s", error->message);
}

/* Inserts the same rows by SQLite alone. */
void
bench_insert_rows (sqlite3      *database,
                   const char   *organisation,
                   AcademyPaste *paste)
{
  GPtrArray *drafts = academy_paste_get_drafts (paste);
  sqlite3_stmt *insert;

  sqlite3_prepare_v2 (database,
                      "INSERT INTO measure "
                      "(id, organisation, title, description, owner_role, start, \"end\", status, progress, cost) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert, NULL);
  bench_run_sql (database, "BEGIN IMMEDIATE");
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
  bench_run_sql (database, "COMMIT");
  sqlite3_finalize (insert);
}
