/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-schema.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-row.h"
#include "academy-schema-points.h"

/* The version that made points of an agenda and proposals items. */
#define POINTS_VERSION 5

const AcademySchemaTable academy_schema_tables[] = {
  /* Entries are only ever added, except while typing, which updates the last one.
   * An undo is an entry of its own, so that any run of entries adds up to the
   * real changes. */
  { "history",
    "CREATE TABLE IF NOT EXISTS \"history\" ("
    "\"seq\" INTEGER PRIMARY KEY, "
    "\"id\" TEXT NOT NULL UNIQUE, "
    "\"at\" TEXT NOT NULL, "
    "\"author\" TEXT NOT NULL, "
    "\"label\" TEXT NOT NULL, "
    "\"action\" TEXT NOT NULL, "
    "\"target\" INTEGER REFERENCES \"history\" (\"seq\"), "
    "\"personal\" INTEGER NOT NULL, "
    "\"changeset\" BLOB NOT NULL) STRICT; "
    "CREATE INDEX IF NOT EXISTS \"history_at\" ON \"history\" (\"at\", \"id\")",
    3 },
  /* Ids of deleted people, who have no history, so that copies of the file delete
   * them too. */
  { "erased",
    "CREATE TABLE IF NOT EXISTS \"erased\" ("
    "\"id\" TEXT PRIMARY KEY NOT NULL, "
    "\"at\" TEXT NOT NULL) STRICT, WITHOUT ROWID",
    3 },
  /* The mark that ties a log to its file, see academy_log_belongs(). */
  { "log_mark",
    "CREATE TABLE IF NOT EXISTS \"log_mark\" ("
    "\"one\" INTEGER PRIMARY KEY CHECK (\"one\" = 1), "
    "\"token\" TEXT NOT NULL, "
    "\"base\" TEXT NOT NULL) STRICT; "
    "INSERT OR IGNORE INTO \"log_mark\" (\"one\", \"token\", \"base\") VALUES (1, '', '')",
    3 },
  { NULL }
};

static void
append_default (GString            *sql,
                const AcademyField *field)
{
  if (field->type == ACADEMY_FLAG)
    g_string_append_printf (sql, " NOT NULL DEFAULT %d CHECK (\"%s\" IN (0, 1))",
                            g_strcmp0 (field->initial, "true") == 0, field->name);
  else if ((field->flags & ACADEMY_REQUIRED) && field->type != ACADEMY_LINK &&
           (field->initial != NULL || !academy_field_is_number (field)))
    g_string_append_printf (sql, " NOT NULL DEFAULT '%s'", field->initial != NULL ? field->initial : "");
}

static char *
column_sql (const AcademyField *field)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "\"%s\" %s", field->name, academy_row_get_type (field));
  append_default (sql, field);

  if (field->flags & ACADEMY_OWNER)
    g_string_append (sql, " NOT NULL");
  if (field->type == ACADEMY_LINK)
    g_string_append_printf (sql, " REFERENCES \"%s\" (\"id\") ON DELETE %s DEFERRABLE INITIALLY DEFERRED",
                            field->target, academy_field_is_required (field) ? "CASCADE" : "SET NULL");
  if (academy_field_has_limits (field))
    g_string_append_printf (sql, " CHECK (\"%s\" BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT ")",
                            field->name, field->min, field->max);

  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static int
get_since (const AcademyKind  *kind,
           const AcademyField *field)
{
  return MAX (kind->since, field->since);
}

static int
compare_since (gconstpointer a,
               gconstpointer b,
               gpointer      kind)
{
  return get_since (kind, a) - get_since (kind, b);
}

/* Lists the fields that have a column, in the order of the versions that added
 * them. A migrated file has them in this order, and changesets refer to columns
 * by position. */
static GPtrArray *
list_columns (const AcademyKind *kind)
{
  GPtrArray *columns = g_ptr_array_new ();

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type != ACADEMY_LINKS)
      g_ptr_array_add (columns, (gpointer) field);
  g_ptr_array_sort_values_with_data (columns, compare_since, (gpointer) kind);

  return columns;
}

static gboolean
create_table (AcademyDatabase    *database,
              const AcademyKind  *kind,
              GError            **error)
{
  g_autoptr(GPtrArray) columns = list_columns (kind);
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE IF NOT EXISTS \"%s\" (\"id\" TEXT PRIMARY KEY NOT NULL", kind->name);
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *column = column_sql (g_ptr_array_index (columns, i));

      g_string_append_printf (sql, ", %s", column);
    }
  g_string_append (sql, ") STRICT");

  return academy_database_execute (database, sql->str, error);
}

/**
 * academy_schema_read_columns:
 * @database: a connection
 * @table: the name of a table
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8): the set of the names of its
 *   columns; empty when the table does not exist
 */
GHashTable *
academy_schema_read_columns (AcademyDatabase  *database,
                             const char       *table,
                             GError          **error)
{
  g_autoptr(GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement = academy_database_prepare (database, "SELECT \"name\" FROM pragma_table_info (?)", error);
  AcademyStep step;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    g_hash_table_add (columns, g_strdup (academy_database_get_text (statement, 0)));

  return step == ACADEMY_STEP_DONE ? g_steal_pointer (&columns) : NULL;
}

static gboolean
add_missing_columns (AcademyDatabase    *database,
                     const AcademyKind  *kind,
                     GError            **error)
{
  g_autoptr(GHashTable) present = academy_schema_read_columns (database, kind->name, error);
  g_autoptr(GPtrArray) columns = list_columns (kind);

  if (present == NULL)
    return FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      const AcademyField *field = g_ptr_array_index (columns, i);
      g_autofree char *column = NULL;
      g_autofree char *sql = NULL;

      if (g_hash_table_contains (present, field->name))
        continue;

      column = column_sql (field);
      sql = g_strdup_printf ("ALTER TABLE \"%s\" ADD COLUMN %s", kind->name, column);
      if (!academy_database_execute (database, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* Reads the columns of a table in their order in the file, with the types that
 * they have now, and whether any type differs. */
static gboolean
read_definitions (AcademyDatabase    *database,
                  const AcademyKind  *kind,
                  GString            *names,
                  GString            *definitions,
                  gboolean           *differ,
                  GError            **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, "SELECT \"name\", \"type\" FROM pragma_table_info (?) "
                                                      "WHERE \"pk\" = 0 ORDER BY \"cid\"", error);
  AcademyStep step;

  *differ = FALSE;
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, kind->name, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    {
      const AcademyField *field = academy_kind_find_field (kind, academy_database_get_text (statement, 0));
      g_autofree char *column = field != NULL ? column_sql (field) : NULL;

      if (field == NULL)
        continue;
      g_string_append_printf (names, ", \"%s\"", field->name);
      g_string_append_printf (definitions, ", %s", column);
      *differ = *differ || !g_str_equal (academy_row_get_type (field), academy_database_get_text (statement, 1));
    }

  return step == ACADEMY_STEP_DONE;
}

/* Re-creates a table that has a column of an outdated type, since SQLite cannot
 * change the type of a column. The columns keep their positions, to which
 * changesets refer; an integer in an older changeset can be applied to a decimal
 * column. */
static gboolean
widen (AcademyDatabase    *database,
       const AcademyKind  *kind,
       GError            **error)
{
  g_autoptr(GString) names = g_string_new ("\"rowid\", \"id\"");
  g_autoptr(GString) definitions = g_string_new ("\"id\" TEXT PRIMARY KEY NOT NULL");
  g_autofree char *sql = NULL;
  gboolean differ;

  if (!read_definitions (database, kind, names, definitions, &differ, error))
    return FALSE;
  if (!differ)
    return TRUE;

  sql = g_strdup_printf ("CREATE TABLE \"new_%s\" (%s) STRICT; "
                         "INSERT INTO \"new_%s\" (%s) SELECT %s FROM \"%s\"; "
                         "DROP TABLE \"%s\"; "
                         "ALTER TABLE \"new_%s\" RENAME TO \"%s\"",
                         kind->name, definitions->str, kind->name, names->str, names->str, kind->name,
                         kind->name, kind->name, kind->name);
  return academy_database_execute (database, sql, error);
}

static gboolean
create_links (AcademyDatabase    *database,
              const AcademyKind  *kind,
              GError            **error)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_autofree char *table = NULL;
      g_autofree char *sql = NULL;

      if (field->type != ACADEMY_LINKS)
        continue;

      table = academy_row_links (kind, field);
      sql = g_strdup_printf ("CREATE TABLE IF NOT EXISTS \"%s\" ("
                             "\"item\" TEXT NOT NULL REFERENCES \"%s\" (\"id\") "
                             "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "
                             "\"target\" TEXT NOT NULL REFERENCES \"%s\" (\"id\") "
                             "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "
                             "PRIMARY KEY (\"item\", \"target\")) STRICT, WITHOUT ROWID; "
                             "CREATE INDEX IF NOT EXISTS \"%s_target\" ON \"%s\" (\"target\")",
                             table, kind->name, field->target, table, table);
      if (!academy_database_execute (database, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* The columns of the index of the items of an owner: their order in time, then the
 * fields that timelines show. What nobody looks at one by one is read from its
 * table, where the items of one owner are side by side. */
static char *
listed_columns (const AcademyKind  *kind,
                const AcademyField *owner)
{
  g_autoptr(GString) columns = g_string_new (NULL);
  g_autofree char *order = NULL;

  g_string_append_printf (columns, "\"%s\"", owner->name);
  if (kind->flags & ACADEMY_KIND_MANY)
    return g_string_free_and_steal (g_steal_pointer (&columns));

  order = academy_row_order (kind, academy_kind_get_chronology (kind), "");
  g_string_append_printf (columns, ", %s", order);
  for (const char * const *name = kind->listed; *name != NULL; name++)
    g_string_append_printf (columns, ", \"%s\"", *name);

  return g_string_free_and_steal (g_steal_pointer (&columns));
}

/* Creates an index for each link, and one for the items of an owner in their
 * order. */
static gboolean
create_indexes (AcademyDatabase    *database,
                const AcademyKind  *kind,
                GError            **error)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_autofree char *columns = NULL;
      g_autofree char *sql = NULL;

      if (field->type != ACADEMY_LINK)
        continue;

      if ((field->flags & ACADEMY_OWNER) && (kind->flags & ACADEMY_KIND_SINGLE))
        sql = g_strdup_printf ("CREATE UNIQUE INDEX IF NOT EXISTS \"%s_%s\" ON \"%s\" (\"%s\")",
                               kind->name, field->name, kind->name, field->name);
      else if (field->flags & ACADEMY_OWNER)
        {
          /* Replace the index of an older file, which has other columns. */
          columns = listed_columns (kind, field);
          sql = g_strdup_printf ("DROP INDEX IF EXISTS \"%s_%s\"; CREATE INDEX \"%s_%s\" ON \"%s\" (%s)",
                                 kind->name, field->name, kind->name, field->name, kind->name, columns);
        }
      else
        sql = g_strdup_printf ("CREATE INDEX IF NOT EXISTS \"%s_%s\" ON \"%s\" (\"%s\")",
                               kind->name, field->name, kind->name, field->name);
      if (!academy_database_execute (database, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* Creates a covering index for sums over the measures of an organisation, in place of
 * that of an older file, which has other columns. */
static gboolean
create_index_of_sums (AcademyDatabase    *database,
                      const AcademyKind  *kind,
                      GError            **error)
{
  g_autoptr(GString) sql = NULL;

  if (kind->summed[0] == NULL)
    return TRUE;

  sql = g_string_new (NULL);
  g_string_append_printf (sql, "DROP INDEX IF EXISTS \"%s_sums\"; CREATE INDEX \"%s_sums\" ON \"%s\" (\"%s\"",
                          kind->name, kind->name, kind->name, academy_kind_get_owner (kind)->name);
  for (const char * const *name = kind->summed; *name != NULL; name++)
    g_string_append_printf (sql, ", \"%s\"", *name);
  g_string_append_c (sql, ')');

  return academy_database_execute (database, sql->str, error);
}

/**
 * academy_schema_create_tables:
 * @database: a connection in a transaction
 * @error: return location for an error
 *
 * Creates the tables that belong to no kind, unless they exist.
 *
 * Returns: whether there was no error
 */
gboolean
academy_schema_create_tables (AcademyDatabase  *database,
                              GError          **error)
{
  for (const AcademySchemaTable *table = academy_schema_tables; table->name != NULL; table++)
    if (!academy_database_execute (database, table->sql, error))
      return FALSE;

  return TRUE;
}

/* Adds the missing tables, columns and indexes of the field tables, and keeps the
 * others. */
static gboolean
complete (AcademyDatabase  *database,
          GError          **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                           ACADEMY_APPLICATION_NUMBER, ACADEMY_SCHEMA_VERSION);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (!create_table (database, *kind, error) || !widen (database, *kind, error) ||
        !add_missing_columns (database, *kind, error))
      return FALSE;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (!create_links (database, *kind, error) || !create_indexes (database, *kind, error) ||
        !create_index_of_sums (database, *kind, error))
      return FALSE;

  return academy_schema_create_tables (database, error) && academy_database_execute (database, mark, error);
}

/**
 * academy_schema_create:
 * @database: a connection to an empty file, in a transaction
 * @error: return location for an error
 *
 * Creates all tables and indexes, and marks the file as a programme of this
 * version.
 *
 * Returns: whether there was no error
 */
gboolean
academy_schema_create (AcademyDatabase  *database,
                       GError          **error)
{
  return complete (database, error);
}

/* An index that lacks a column makes a file slow, not wrong, but nothing else would
 * renew it. */
static gboolean
has_index_of_sums (AcademyDatabase    *database,
                   const AcademyKind  *kind,
                   gboolean           *has,
                   GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM pragma_index_info ('%s_sums')", kind->name);
  gint64 n_columns;

  if (!academy_database_get_int (database, sql, &n_columns, error))
    return FALSE;

  *has = n_columns == 1 + (gint64) g_strv_length ((GStrv) kind->summed);
  return TRUE;
}

static gboolean
is_complete (AcademyDatabase    *database,
             const AcademyKind  *kind,
             gboolean           *complete_kind,
             GError            **error)
{
  g_autoptr(GHashTable) columns = academy_schema_read_columns (database, kind->name, error);

  if (columns == NULL)
    return FALSE;

  *complete_kind = TRUE;
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type == ACADEMY_LINKS)
      {
        g_autofree char *table = academy_row_links (kind, field);
        g_autoptr(GHashTable) links = academy_schema_read_columns (database, table, error);

        if (links == NULL)
          return FALSE;
        *complete_kind = *complete_kind && g_hash_table_contains (links, "target");
      }
    else
      *complete_kind = *complete_kind && g_hash_table_contains (columns, field->name);

  return kind->summed[0] == NULL || !*complete_kind || has_index_of_sums (database, kind, complete_kind, error);
}

/**
 * academy_schema_is_current:
 * @database: a connection
 * @current: (out): whether the schema is of this version
 * @error: %ACADEMY_ERROR_NEWER for a file of a newer version
 *
 * Returns: whether there was no error
 */
gboolean
academy_schema_is_current (AcademyDatabase  *database,
                           gboolean         *current,
                           GError          **error)
{
  gint64 version;

  if (!academy_database_get_int (database, "PRAGMA user_version", &version, error))
    return FALSE;

  /* The version in a log may be newer than the one in the file. */
  if (version > ACADEMY_SCHEMA_VERSION)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NEWER,
                   _("The file was written by a newer version of the program. Install that version to open it."));
      return FALSE;
    }

  *current = version == ACADEMY_SCHEMA_VERSION;
  for (const AcademySchemaTable *table = academy_schema_tables; *current && table->name != NULL; table++)
    {
      g_autoptr(GHashTable) columns = academy_schema_read_columns (database, table->name, error);

      if (columns == NULL)
        return FALSE;
      *current = g_hash_table_size (columns) > 0;
    }
  for (const AcademyKind * const *kind = academy_kinds (); *current && *kind != NULL; kind++)
    if (!is_complete (database, *kind, current, error))
      return FALSE;

  return TRUE;
}

/**
 * academy_schema_migrate:
 * @database: a connection in a transaction, with foreign keys off
 * @error: return location for an error
 *
 * Migrates a file of an older version to this one.
 *
 * Returns: whether there was no error
 */
gboolean
academy_schema_migrate (AcademyDatabase  *database,
                        GError          **error)
{
  sqlite3_stmt *orphans;
  gint64 version;

  if (!academy_database_get_int (database, "PRAGMA user_version", &version, error) ||
      !academy_schema_renew_history (database, error) || !complete (database, error) ||
      (version < POINTS_VERSION && !academy_schema_add_points (database, error)))
    return FALSE;

  orphans = academy_database_prepare (database, "PRAGMA foreign_key_check", error);
  if (orphans == NULL)
    return FALSE;
  switch (academy_database_step (database, orphans, error))
    {
    case ACADEMY_STEP_DONE:
      return TRUE;
    case ACADEMY_STEP_ROW:
      sqlite3_reset (orphans);
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("The file has links to things that are not there. Restore it from a backup."));
      return FALSE;
    case ACADEMY_STEP_FAILED:
    default:
      return FALSE;
    }
}
