/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-schema.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-row.h"

/* A file is data, not code. Anything that SQLite would run by itself, or that has
 * not the form of our tables in any version, is refused before the first read. */

#define OBJECTS \
  "SELECT type, name, tbl_name, coalesce (rootpage, 0) FROM sqlite_schema ORDER BY type DESC"

#define COLUMNS \
  "SELECT schema.name, info.name, upper (info.type), info.hidden " \
  "FROM sqlite_schema AS schema JOIN pragma_table_xinfo (schema.name) AS info WHERE schema.type = 'table'"

#define REFERENCES \
  "SELECT schema.name, keys.\"from\", keys.\"table\", coalesce (keys.\"to\", 'id'), keys.on_update, keys.on_delete " \
  "FROM sqlite_schema AS schema JOIN pragma_foreign_key_list (schema.name) AS keys WHERE schema.type = 'table'"

/* Tables that belong to no kind, with their columns. */
static const struct {
  const char *name;
  const char *columns[12];
} own_tables[] = {
  { "history", { "seq", "id", "at", "author", "label", "action", "target", "personal", "changeset" } },
  { "erased", { "id", "at" } },
  { "log_mark", { "one", "token", "base" } },
};

typedef gboolean (*RowFunc) (sqlite3_stmt  *statement,
                             GError       **error);

static const char * const *
find_own_table (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_tables); i++)
    if (g_str_equal (own_tables[i].name, name))
      return own_tables[i].columns;

  return NULL;
}

/* Tables of ANALYZE, and internal tables of SQLite. */
static gboolean
is_of_sqlite (const char *name)
{
  return g_str_has_prefix (name, "sqlite_stat") || g_str_equal (name, "sqlite_sequence");
}

static gboolean
is_table (const char *name)
{
  const AcademyField *links;

  return academy_row_find_kind (name, &links) != NULL || find_own_table (name) != NULL || is_of_sqlite (name);
}

static gboolean
is_index (const char *name,
          const char *table)
{
  g_autofree char *beginning = g_strconcat (table, "_", NULL);

  return is_table (table) &&
         (g_str_has_prefix (name, beginning) || g_str_has_prefix (name, "sqlite_autoindex_"));
}

static gboolean
check_object (sqlite3_stmt  *statement,
              GError       **error)
{
  const char *type = academy_database_get_text (statement, 0);
  const char *name = academy_database_get_text (statement, 1);
  gboolean virtual = sqlite3_column_int64 (statement, 3) == 0;

  if (g_str_equal (type, "table"))
    {
      if (!virtual && is_table (name))
        return TRUE;
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("The file is not opened, for safety: it has a table “%s” that no programme has."), name);
    }
  else if (g_str_equal (type, "index"))
    {
      if (is_index (name, academy_database_get_text (statement, 2)))
        return TRUE;
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("The file is not opened, for safety: it has an index “%s” that no programme has."), name);
    }
  else if (g_str_equal (type, "view"))
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                 _("The file is not opened, for safety: it has a view “%s” that no programme has."), name);
  else
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                 _("The file is not opened, for safety: it has a trigger “%s” that no programme has."), name);

  return FALSE;
}

/* The type of one of our columns; %NULL for any other column. */
static const char *
find_type (const char *table,
           const char *column,
           const char *type)
{
  const char * const *columns = find_own_table (table);
  const AcademyField *links;
  const AcademyKind *kind = academy_row_find_kind (table, &links);
  const AcademyField *field;

  if (columns != NULL)
    return g_strv_contains (columns, column) && *type != '\0' ? type : NULL;
  if (links != NULL)
    return g_str_equal (column, "item") || g_str_equal (column, "target") ? "TEXT" : NULL;
  if (g_str_equal (column, "id"))
    return "TEXT";

  field = academy_kind_find_field (kind, column);
  if (field == NULL || field->type == ACADEMY_LINKS)
    return NULL;
  /* A file of an older version has it as a whole number. */
  if (field->widened > 0 && g_str_equal (type, "INTEGER"))
    return "INTEGER";
  return academy_row_get_type (field);
}

static gboolean
check_column (sqlite3_stmt  *statement,
              GError       **error)
{
  const char *table = academy_database_get_text (statement, 0);
  const char *column = academy_database_get_text (statement, 1);
  const char *type = academy_database_get_text (statement, 2);

  if (is_of_sqlite (table) ||
      (sqlite3_column_int (statement, 3) == 0 && g_strcmp0 (find_type (table, column, type), type) == 0))
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
               _("The file is not opened, for safety: its table “%s” has a column “%s” that no programme has."),
               table, column);
  return FALSE;
}

/* Cascading deletes would be code as well, so only ours are allowed. */
static gboolean
is_reference (const char *table,
              const char *from,
              const char *to_table,
              const char *to,
              const char *on_delete)
{
  const AcademyField *links, *field;
  const AcademyKind *kind = academy_row_find_kind (table, &links);

  if (kind == NULL)
    return g_str_equal (to_table, table) && g_str_equal (on_delete, "NO ACTION");
  if (!g_str_equal (to, "id"))
    return FALSE;
  if (links != NULL)
    return g_str_equal (to_table, g_str_equal (from, "item") ? kind->name : links->target) &&
           g_str_equal (on_delete, "CASCADE");

  field = academy_kind_find_field (kind, from);
  return field != NULL && field->type == ACADEMY_LINK && g_str_equal (to_table, field->target) &&
         g_str_equal (on_delete, academy_field_is_required (field) ? "CASCADE" : "SET NULL");
}

static gboolean
check_reference (sqlite3_stmt  *statement,
                 GError       **error)
{
  const char *table = academy_database_get_text (statement, 0);
  const char *from = academy_database_get_text (statement, 1);

  if (is_reference (table, from, academy_database_get_text (statement, 2), academy_database_get_text (statement, 3),
                    academy_database_get_text (statement, 5)) &&
      g_str_equal (academy_database_get_text (statement, 4), "NO ACTION"))
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
               _("The file is not opened, for safety: in its table “%s” the column “%s” links to what it does in no programme."),
               table, from);
  return FALSE;
}

static gboolean
check_rows (AcademyDatabase  *database,
            const char       *sql,
            RowFunc           check,
            GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    if (!check (statement, error))
      {
        sqlite3_reset (statement);
        return FALSE;
      }

  return step == ACADEMY_STEP_DONE;
}

/**
 * academy_schema_check:
 * @database: a connection
 * @error: names the part of the schema that is not allowed
 *
 * Returns: whether the schema has only the tables, columns, foreign keys and
 *   indexes of a programme of this or an older version
 */
gboolean
academy_schema_check (AcademyDatabase  *database,
                      GError          **error)
{
  return check_rows (database, OBJECTS, check_object, error) &&
         check_rows (database, COLUMNS, check_column, error) &&
         check_rows (database, REFERENCES, check_reference, error);
}
