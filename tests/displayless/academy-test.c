/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-test.h"

#include <glib/gstdio.h>

#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-template.h"

void
academy_test_set_up_template (AcademyTest *test,
                              const char  *template,
                              const char  *language)
{
  g_autoptr(AcademyEdit) content = academy_template_create_edit (template, academy_language_get (language, NULL), NULL);
  g_autoptr(GError) error = NULL;

  /* Tests set the day of the clock. */
  for (guint i = 0; i < content->operations->len; i++)
    {
      AcademyItem *item = g_array_index (content->operations, AcademyOperation, i).item;

      if (academy_item_get_kind (item) == &academy_programme_kind)
        g_object_set (item, "status-date", NULL, NULL);
    }

  test->folder = g_dir_make_tmp ("academy-XXXXXX", NULL);
  test->path = g_build_filename (test->folder, "test.academy", NULL);
  test->store = academy_store_create (test->path, content, &error);
  g_assert_no_error (error);
}

void
academy_test_set_up (AcademyTest  *test,
                     gconstpointer data)
{
  academy_test_set_up_template (test, "2021", "en");
}

/* Whatever a test left in the folder goes, but a store must leave nothing beside its file. */
void
academy_test_tear_down (AcademyTest  *test,
                        gconstpointer data)
{
  g_autoptr(GDir) folder = NULL;
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  const char *name;

  if (test->store != NULL)
    {
      g_assert_true (academy_store_close (test->store, NULL));
      g_assert_finalize_object (test->store);
      g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
    }

  folder = g_dir_open (test->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (test->folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (test->folder), ==, 0);
  g_free (test->path);
  g_free (test->folder);
}

void
academy_test_reopen (AcademyTest *test)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);
  test->store = academy_store_open (test->path, &error);
  g_assert_no_error (error);
}

AcademyItem *
academy_test_organisation (AcademyTest *test)
{
  g_autoptr(GError) error = NULL;
  AcademyItem *organisation = academy_store_get_first (test->store, &academy_organisation_kind, NULL, &error);

  g_assert_no_error (error);
  return organisation;
}

AcademyItem *
academy_test_create (AcademyTest       *test,
                     const AcademyKind *kind,
                     const char        *owner,
                     const char        *name,
                     const char        *text)
{
  AcademyItem *item = academy_item_new_part (kind, owner);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GError) error = NULL;

  g_object_set (item, name, text, NULL);
  academy_edit_create (edit, item);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);

  return item;
}

/* Adds an item as one step, for the first organisation or programme unless its
 * fields name another owner, and called by its kind unless they name a title. */
AcademyItem *
academy_test_add (AcademyTest       *test,
                  const AcademyKind *kind,
                  const char        *fields)
{
  const AcademyField *owner = academy_kind_get_owner (kind);
  const AcademyField *title = academy_kind_find_field (kind, "title");
  AcademyItem *item = academy_test_item (kind, fields);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GError) error = NULL;

  if (academy_item_get_owner (item) == NULL)
    {
      g_autoptr(AcademyItem) first = academy_store_get_first (test->store, academy_kind_find (owner->target), NULL, NULL);

      g_object_set (item, owner->name, academy_item_get_id (first), NULL);
    }
  if (title != NULL && academy_field_is_required (title) && academy_item_get_text (item, "title") == NULL)
    g_object_set (item, "title", kind->label, NULL);
  academy_edit_create (edit, item);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);

  return item;
}

gboolean
academy_test_set (AcademyTest *test,
                  AcademyItem *item,
                  const char  *name,
                  const char  *text,
                  const char  *group,
                  GError     **error)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const AcademyField *field = academy_kind_find_field (kind, name);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->change);
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  g_assert_true (academy_value_set_from_text (field, text, &value, NULL));
  academy_edit_set (edit, item, field, &value);
  academy_edit_set_group (edit, group);

  return academy_store_apply (test->store, edit, error);
}

void
academy_test_undo (AcademyTest *test)
{
  g_autoptr(GError) error = NULL;

  academy_store_undo (test->store, &error);
  g_assert_no_error (error);
}

void
academy_test_redo (AcademyTest *test)
{
  g_autoptr(GError) error = NULL;

  academy_store_redo (test->store, &error);
  g_assert_no_error (error);
}

gint64
academy_test_count (AcademyTest       *test,
                    const AcademyKind *kind)
{
  gint64 count;

  g_assert_true (academy_store_count (test->store, kind, NULL, &count, NULL));
  return count;
}

/* An item that is in no store, with the values of some fields in canonical text:
 * “title=Train buyers; start=2022-02-01”. */
AcademyItem *
academy_test_item (const AcademyKind *kind,
                   const char        *fields)
{
  AcademyItem *item = academy_item_new (kind, NULL);
  g_auto(GStrv) pairs = g_strsplit (fields, "; ", -1);

  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto(GStrv) pair = g_strsplit (pairs[i], "=", 2);
      const AcademyField *field = academy_kind_find_field (kind, pair[0]);
      g_auto(GValue) value = G_VALUE_INIT;
      g_autoptr(GError) error = NULL;

      academy_value_init (field, &value);
      academy_value_set_from_text (field, pair[1], &value, &error);
      g_assert_no_error (error);
      academy_item_set_value (item, field, &value);
    }

  return item;
}

/* The rows that a statement finds, a line each, with | between the columns. */
char *
academy_test_query (AcademyTest *test,
                    const char  *sql)
{
  sqlite3 *handle = academy_database_get_handle (test->store->database);
  GString *text = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      g_string_append_printf (text, "%s%c", sqlite3_column_type (statement, i) != SQLITE_NULL
                                              ? (const char *) sqlite3_column_text (statement, i) : "NULL",
                              i < sqlite3_column_count (statement) - 1 ? '|' : '\n');
  sqlite3_finalize (statement);

  return g_string_free_and_steal (text);
}

/* Every row of the file, but for its history and the mark of its log. */
char *
academy_test_dump (AcademyTest *test)
{
  g_autofree char *names = academy_test_query (test, "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
                                               "name NOT LIKE 'sqlite%' AND name NOT IN ('history', 'log_mark') "
                                               "ORDER BY name");
  g_auto(GStrv) tables = g_strsplit (names, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; *tables[i] != '\0'; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s', * FROM \"%s\" ORDER BY 2, 3", tables[i], tables[i]);
      g_autofree char *rows = academy_test_query (test, sql);

      g_string_append (text, rows);
    }

  return g_string_free_and_steal (text);
}

/* A Julian day, or 0 for none. */
AcademyDay
academy_test_day (const char *text)
{
  GDate date;

  if (text == NULL)
    return 0;

  g_assert_true (academy_date_from_text (text, &date, NULL));
  return g_date_get_julian (&date);
}

char *
academy_test_dup_day (AcademyDay day)
{
  GDate date;

  if (day == 0)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return academy_date_to_text (&date);
}
