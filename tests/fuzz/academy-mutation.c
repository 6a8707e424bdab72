/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-mutation.h"

#include <glib/gstdio.h>
#include <string.h>

#include "academy-baseline.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-template.h"

#define PAGE_SIZE   4096
#define HEADER_SIZE 100
#define LONG_TEXT   (300 * 1000)

/* A sound file, and the same with a schema that takes any value. */
typedef struct {
  GBytes    *sound;
  GBytes    *loose;

  /* The schema as it was: a table, and its SQL. */
  GPtrArray *tables;
  GPtrArray *sql;
} Base;

struct _AcademyMutation {
  GPtrArray *bases;
};

/* Values that no field expects, as SQL. A “?” stands for a number, a “@” for the id
 * of something. */
static const char * const odd_values[] = {
  "NULL", "''", "' '", "x''", "x'00ff80'", "?", "-?", "? * 1e300", "0.5", "-9223372036854775808", "9223372036854775807",
  "@", "@", "@", "@ || 'x'", "upper (@)", "'../x'", "'..'", "'/'", "'turku'", "'.'", "'a' || char (11) || 'b'",
  "CAST (x'fffefefefefe' AS TEXT)", "CAST (x'6100ff' AS TEXT)", "CAST (x'c3' AS TEXT)", "CAST (x'610062' AS TEXT)",
  "char (0x202e, 0x61)", "char (0xfffe, 0x0301, 0x1f600)", "'%s%n%d'", "'<&>\"'",
  "'2021-02-30'", "'0000-00-00'", "'9999-12-31'", "'2199-12-31'", "'1900-01-01'", "'2021-1-1'", "'99999999999999999999'",
  "'2021-10-19'", "'2021-12-24'", "'2022-06-30'", "'-1'", "'zzz'",
  "'2021-10-19T10:00:00+02:00'", "'2021-10-19T24:61:99Z'", "'9999-12-31T23:59:59+14:00'", "'0001-01-01T00:00:00Z'",
  "'done'", "'dropped'", "'planned'", "'presented'", "'mentor'", "'measure'", "'edit'", "'undo'", "'redo'",
};

static AcademyStore *
create_store (const char *path,
              const char *template)
{
  const AcademyLanguage *language = academy_language_get ("fi", NULL);
  g_autoptr(AcademyEdit) content = academy_template_create_edit (template, language, NULL);
  g_autoptr(GError) error = NULL;
  AcademyStore *store = academy_store_create (path, content, &error);

  g_assert_no_error (error);
  return store;
}

static AcademyItem *
add (AcademyStore      *store,
     const AcademyKind *kind,
     const char        *organisation,
     const char        *title)
{
  AcademyItem *item = academy_item_new (kind, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GError) error = NULL;

  g_object_set (item, "organisation", organisation, "title", title, NULL);
  academy_edit_create (edit, item);
  academy_store_apply (store, edit, &error);
  g_assert_no_error (error);

  return item;
}

/* Gives the file a history with every sort of step. */
static void
make_history (AcademyStore *store)
{
  g_autoptr(AcademyItem) organisation = academy_store_get_first (store, &academy_organisation_kind, NULL, NULL);
  const char *id = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) goal = add (store, &academy_goal_kind, id, "Goal");
  g_autoptr(AcademyItem) first = add (store, &academy_measure_kind, id, "First");
  g_autoptr(AcademyItem) second = add (store, &academy_measure_kind, id, "Second");
  g_autoptr(AcademyItem) dependency = academy_item_new (&academy_dependency_kind, NULL);
  const char *goals[] = { academy_item_get_id (goal), NULL };
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Change measure");
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, goals);
  academy_edit_set (edit, first, academy_kind_find_field (&academy_measure_kind, "goals"), &value);
  g_object_set (dependency, "organisation", id, "predecessor", academy_item_get_id (first),
                "successor", academy_item_get_id (second), NULL);
  academy_edit_create (edit, dependency);
  academy_baseline_add (edit, id, "B");
  academy_edit_delete (edit, goal);
  academy_store_apply (store, edit, &error);
  g_assert_no_error (error);
  academy_store_undo (store, &error);
  g_assert_no_error (error);
  academy_store_redo (store, &error);
  g_assert_no_error (error);
}

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize size;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, size);
}

static void
write_file (const char *path,
            GBytes     *content)
{
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA writable_schema = ON",
                NULL, NULL, NULL);
  return handle;
}

static int
table_cb (gpointer   data,
          int        n_columns,
          char     **values,
          char     **names)
{
  Base *base = data;

  g_ptr_array_add (base->tables, g_strdup (values[0]));
  g_ptr_array_add (base->sql, g_strdup (values[1]));
  return 0;
}

static Base *
base_new (const char *folder,
          const char *template)
{
  g_autofree char *path = g_build_filename (folder, "base.academy", NULL);
  g_autoptr(AcademyStore) store = create_store (path, template);
  Base *base = g_new0 (Base, 1);
  sqlite3 *handle;

  make_history (store);
  g_assert_true (academy_store_close (store, NULL));
  base->sound = read_file (path);
  base->tables = g_ptr_array_new_with_free_func (g_free);
  base->sql = g_ptr_array_new_with_free_func (g_free);

  handle = open_raw (path);
  sqlite3_exec (handle, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'", table_cb, base, NULL);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE sqlite_schema SET sql = replace (replace (replace (sql, ' NOT NULL', ''), "
                                 "'STRICT', iif (sql LIKE '%WITHOUT ROWID%', 'STRICT', '')), ' CHECK (', ' CHECK (1 OR ') "
                                 "WHERE type = 'table'; PRAGMA journal_mode = DELETE", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_exec (handle, "UPDATE sqlite_schema SET sql = trim (sql) WHERE type = 'table'", NULL, NULL, NULL);
  sqlite3_close (handle);
  base->loose = read_file (path);
  g_remove (path);

  return base;
}

static void
base_free (gpointer data)
{
  Base *base = data;

  g_bytes_unref (base->sound);
  g_bytes_unref (base->loose);
  g_ptr_array_unref (base->tables);
  g_ptr_array_unref (base->sql);
  g_free (base);
}

AcademyMutation *
academy_mutation_new (const char *folder)
{
  AcademyMutation *self = g_new0 (AcademyMutation, 1);

  self->bases = g_ptr_array_new_with_free_func (base_free);
  g_ptr_array_add (self->bases, base_new (folder, "example"));
  g_ptr_array_add (self->bases, base_new (folder, "2021"));

  return self;
}

void
academy_mutation_free (AcademyMutation *self)
{
  g_ptr_array_unref (self->bases);
  g_free (self);
}

static gpointer
choose (GPtrArray *array,
        GRand     *random)
{
  return g_ptr_array_index (array, g_rand_int_range (random, 0, array->len));
}

static gboolean
one_in (GRand  *random,
        gint32  n)
{
  return g_rand_int_range (random, 0, n) == 0;
}

static void
spoil_bytes (GByteArray *bytes,
             GRand      *random,
             gsize       first,
             gsize       last)
{
  for (int i = g_rand_int_range (random, 0, 12); i >= 0 && last > first; i--)
    {
      guint8 *byte = &bytes->data[g_rand_int_range (random, first, last)];

      if (one_in (random, 2))
        *byte ^= 1 << g_rand_int_range (random, 0, 8);
      else
        *byte = g_rand_int_range (random, 0, 256);
    }
}

/* Pages that are spoilt within, exchanged, emptied or missing. */
static void
spoil_pages (GByteArray *bytes,
             GRand      *random)
{
  gsize n_pages = bytes->len / PAGE_SIZE;
  gsize page = (gsize) g_rand_int_range (random, 0, n_pages) * PAGE_SIZE;
  gsize other = (gsize) g_rand_int_range (random, 0, n_pages) * PAGE_SIZE;

  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
      spoil_bytes (bytes, random, 16, HEADER_SIZE);
      break;
    case 1:
      memmove (bytes->data + page, bytes->data + other, PAGE_SIZE);
      break;
    case 2:
      memset (bytes->data + page, g_rand_int_range (random, 0, 3) - 1, PAGE_SIZE);
      break;
    case 3:
      g_byte_array_set_size (bytes, g_rand_int_range (random, 0, bytes->len));
      break;
    case 4:
    case 5:
      /* The head of a page and its cells’ places. */
      spoil_bytes (bytes, random, page + (page == 0 ? HEADER_SIZE : 0), page + (page == 0 ? HEADER_SIZE : 0) + 24);
      break;
    default:
      spoil_bytes (bytes, random, page + (page == 0 ? HEADER_SIZE : 0), page + PAGE_SIZE);
      break;
    }
}

static int
column_cb (gpointer   data,
           int        n_columns,
           char     **values,
           char     **names)
{
  g_ptr_array_add (data, g_strdup (values[0]));
  return 0;
}

static GPtrArray *
read_columns (sqlite3    *handle,
              const char *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);

  sqlite3_exec (handle, sql, column_cb, columns, NULL);
  return columns;
}

static char *
make_value (Base  *base,
            GRand *random)
{
  g_autoptr(GString) value = NULL;
  g_autofree char *id = NULL;
  g_autofree char *number = NULL;

  if (one_in (random, 200))
    return g_strdup_printf ("printf ('%%.*c', %d, 'a')", LONG_TEXT);

  value = g_string_new (odd_values[g_rand_int_range (random, 0, G_N_ELEMENTS (odd_values))]);
  /* “history” has no id in every version, which refuses the statement. */
  id = g_strdup_printf ("(SELECT id FROM \"%s\" LIMIT 1 OFFSET %d)", (char *) choose (base->tables, random),
                        g_rand_int_range (random, 0, 4));
  number = g_strdup_printf ("%d", g_rand_int_range (random, 0, one_in (random, 2) ? 200 : G_MAXINT32));
  g_string_replace (value, "@", id, 0);
  g_string_replace (value, "?", number, 0);

  return g_string_free_and_steal (g_steal_pointer (&value));
}

static char *
make_statement (Base    *base,
                sqlite3 *handle,
                GRand   *random)
{
  const char *table = choose (base->tables, random);
  g_autoptr(GPtrArray) columns = read_columns (handle, table);
  g_autofree char *value = make_value (base, random);
  g_autofree char *other = make_value (base, random);
  g_autoptr(GString) select = NULL;
  const char *column;
  int row = g_rand_int_range (random, 0, 4);

  if (columns->len == 0)
    return g_strdup ("SELECT 1");

  column = choose (columns, random);
  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
      return g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = %s", table, column, value);
    case 1:
      return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" IN (SELECT \"%s\" FROM \"%s\" LIMIT %d)",
                              table, column, column, table, row + 1);
    case 2:
    case 3:
      /* A row once more, with another value here and there. */
      select = g_string_new (NULL);
      for (guint i = 0; i < columns->len; i++)
        {
          const char *name = g_ptr_array_index (columns, i);

          g_string_append (select, i > 0 ? ", " : "");
          if (name == column)
            g_string_append (select, value);
          else if (i == 0)
            g_string_append (select, one_in (random, 3) ? other : "lower (hex (randomblob (4))) || '-1111-4111-8111-111111111111'");
          else
            g_string_append_printf (select, "\"%s\"", name);
        }
      return g_strdup_printf ("INSERT INTO \"%s\" SELECT %s FROM \"%s\" LIMIT %d", table, select->str, table, row + 1);
    default:
      return g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = %s WHERE \"%s\" = (SELECT \"%s\" FROM \"%s\" LIMIT 1 OFFSET %d)",
                              table, column, value, column, column, table, row);
    }
}

static void
spoil_history (sqlite3 *handle,
               GRand   *random)
{
  sqlite3_stmt *read, *write;

  if (sqlite3_prepare_v2 (handle, "SELECT seq, changeset FROM history ORDER BY seq DESC LIMIT 1 OFFSET ?", -1, &read,
                          NULL) != SQLITE_OK)
    return;

  sqlite3_bind_int (read, 1, g_rand_int_range (random, 0, 5));
  if (sqlite3_step (read) == SQLITE_ROW && sqlite3_column_bytes (read, 1) > 0)
    {
      g_autoptr(GByteArray) changeset = g_byte_array_new ();

      g_byte_array_append (changeset, sqlite3_column_blob (read, 1), sqlite3_column_bytes (read, 1));
      if (one_in (random, 3))
        g_byte_array_set_size (changeset, g_rand_int_range (random, 0, changeset->len));
      else
        spoil_bytes (changeset, random, 0, changeset->len);

      if (sqlite3_prepare_v2 (handle, "UPDATE history SET changeset = ? WHERE seq = ?", -1, &write, NULL) == SQLITE_OK)
        {
          sqlite3_bind_blob (write, 1, changeset->data, changeset->len, SQLITE_TRANSIENT);
          sqlite3_bind_int64 (write, 2, sqlite3_column_int64 (read, 0));
          sqlite3_step (write);
          sqlite3_finalize (write);
        }
    }
  sqlite3_finalize (read);
}

/* What is no programme’s. */
static const char * const foreign[] = {
  "CREATE TRIGGER evil AFTER INSERT ON history BEGIN DELETE FROM person; END",
  "CREATE VIEW evil AS SELECT 1 AS id",
  "CREATE TABLE evil (id TEXT)",
  "ALTER TABLE measure ADD COLUMN evil TEXT GENERATED ALWAYS AS (title || title)",
  "CREATE INDEX measure_evil ON measure (title) WHERE start > 'a'",
  "CREATE UNIQUE INDEX measure_evil ON measure (lower (status))",
  "CREATE VIRTUAL TABLE evil USING fts5 (a)",
  "ANALYZE",
};

static void
restore_schema (Base    *base,
                sqlite3 *handle)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (handle, "UPDATE sqlite_schema SET sql = ? WHERE name = ?", -1, &statement, NULL) != SQLITE_OK)
    return;

  for (guint i = 0; i < base->tables->len; i++)
    {
      sqlite3_bind_text (statement, 1, g_ptr_array_index (base->sql, i), -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, g_ptr_array_index (base->tables, i), -1, SQLITE_STATIC);
      sqlite3_step (statement);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
}

static void
spoil_rows (Base       *base,
            GRand      *random,
            const char *path)
{
  sqlite3 *handle = open_raw (path);

  sqlite3_exec (handle, "BEGIN", NULL, NULL, NULL);
  for (int i = g_rand_int_range (random, 0, 6); i >= 0; i--)
    {
      g_autofree char *sql = make_statement (base, handle, random);

      sqlite3_exec (handle, sql, NULL, NULL, NULL);
    }
  if (one_in (random, 4))
    spoil_history (handle, random);
  if (one_in (random, 30))
    sqlite3_exec (handle, foreign[g_rand_int_range (random, 0, G_N_ELEMENTS (foreign))], NULL, NULL, NULL);
  if (!one_in (random, 8))
    restore_schema (base, handle);
  sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (handle);
}

/* Writes an input, which @random alone decides on. */
void
academy_mutation_write (AcademyMutation *self,
                        GRand           *random,
                        const char      *path)
{
  Base *base = choose (self->bases, random);

  if (!one_in (random, 3))
    {
      write_file (path, base->loose);
      spoil_rows (base, random, path);
    }
  else
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (base->sound, &size);
      g_autoptr(GByteArray) bytes = g_byte_array_new ();
      g_autoptr(GBytes) spoilt = NULL;

      g_byte_array_append (bytes, data, size);
      for (int i = g_rand_int_range (random, 0, 3); i >= 0 && bytes->len > PAGE_SIZE; i--)
        spoil_pages (bytes, random);
      spoilt = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      write_file (path, spoilt);
    }
}
