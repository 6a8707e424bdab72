/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"
#include "academy-validation.h"

/**
 * academy_row_links:
 * @kind: a kind
 * @field: a field of @kind of type %ACADEMY_LINKS
 *
 * Returns: (transfer full): the name of the table that holds the links of @field
 */
char *
academy_row_links (const AcademyKind  *kind,
                   const AcademyField *field)
{
  return g_strconcat (kind->name, "_", field->name, NULL);
}

/**
 * academy_row_find_kind:
 * @table: the name of a table
 * @links: (out): the field whose links the table holds, or %NULL for the table of
 *   a kind
 *
 * Returns: (nullable) (transfer none): the kind of the table, or %NULL when it
 *   belongs to none
 */
const AcademyKind *
academy_row_find_kind (const char          *table,
                       const AcademyField **links)
{
  *links = NULL;
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      size_t length = strlen ((*kind)->name);

      if (g_str_equal ((*kind)->name, table))
        return *kind;
      if (g_str_has_prefix (table, (*kind)->name) && table[length] == '_')
        {
          *links = academy_kind_find_field (*kind, table + length + 1);
          if (*links != NULL && (*links)->type == ACADEMY_LINKS)
            return *kind;
          *links = NULL;
        }
    }

  return NULL;
}

/**
 * academy_row_order:
 * @kind: a kind
 * @sorts: the fields to sort by, ending with one without a name
 * @collate: %ACADEMY_COLLATE for the sort order that people see, or "" for the
 *   order of bytes, which an index needs
 *
 * Items without a value come last, but those without a position first: they are
 * older than the others. The id makes the order total.
 *
 * Returns: (transfer full): the terms of an ORDER BY clause
 */
char *
academy_row_order (const AcademyKind *kind,
                   const AcademySort *sorts,
                   const char        *collate)
{
  g_autoptr(GString) order = g_string_new (NULL);

  for (const AcademySort *sort = sorts; sort->field != NULL; sort++)
    {
      const AcademyField *field = academy_kind_find_field (kind, sort->field);

      /* NULL is less than any other value. */
      if ((field->flags & ACADEMY_POSITION) == 0)
        g_string_append_printf (order, "\"%s\" IS NULL, ", sort->field);
      g_string_append_printf (order, "\"%s\"%s%s, ", sort->field, field->type == ACADEMY_TEXT ? collate : "",
                              sort->descending ? " DESC" : "");
    }
  g_string_append (order, "\"id\"");

  return g_string_free_and_steal (g_steal_pointer (&order));
}

/**
 * academy_row_get_type:
 * @field: a field with a column
 *
 * Returns: (transfer none): the type of the column in a STRICT table
 */
const char *
academy_row_get_type (const AcademyField *field)
{
  if (field->type == ACADEMY_DECIMAL)
    return "REAL";

  return academy_field_is_number (field) || field->type == ACADEMY_FLAG ? "INTEGER" : "TEXT";
}

static void
bind_value (sqlite3_stmt       *statement,
            int                 position,
            const AcademyField *field,
            const GValue       *value)
{
  if (!academy_value_is_set (field, value))
    sqlite3_bind_null (statement, position);
  else if (field->type == ACADEMY_DECIMAL)
    sqlite3_bind_double (statement, position, g_value_get_double (value));
  else if (academy_field_is_number (field))
    sqlite3_bind_int64 (statement, position, g_value_get_int64 (value));
  else if (field->type == ACADEMY_FLAG)
    sqlite3_bind_int (statement, position, g_value_get_boolean (value));
  else
    sqlite3_bind_text (statement, position, academy_value_to_text (field, value), -1, g_free);
}

/* Refuses a value that is not of the type of the field; the rules of an edit do
 * not apply here. */
static gboolean
column_value (sqlite3_stmt       *statement,
              int                 column,
              const AcademyField *field,
              GValue             *value,
              GError            **error)
{
  gboolean is_integer = academy_field_is_number (field) || field->type == ACADEMY_FLAG;
  int type = field->type == ACADEMY_DECIMAL ? SQLITE_FLOAT : is_integer ? SQLITE_INTEGER : SQLITE_TEXT;
  const char *text;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return academy_value_set_from_text (field, NULL, value, error);

  if (sqlite3_column_type (statement, column) != type)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED, _("The file has something else here."));
      return FALSE;
    }

  if (field->type == ACADEMY_DECIMAL)
    {
      g_value_set_double (value, sqlite3_column_double (statement, column));
      return TRUE;
    }
  if (academy_field_is_number (field))
    {
      g_value_set_int64 (value, sqlite3_column_int64 (statement, column));
      return TRUE;
    }
  if (field->type == ACADEMY_FLAG)
    {
      g_value_set_boolean (value, sqlite3_column_int (statement, column) != 0);
      return TRUE;
    }

  text = academy_database_get_text (statement, column);
  return (*text == '\0' || academy_validation_token (field, text, error)) &&
         academy_value_set_from_text (field, text, value, error);
}

static gboolean
write_links (AcademyDatabase    *database,
             const AcademyKind  *kind,
             const char         *id,
             const AcademyField *field,
             const GValue       *value,
             GError            **error)
{
  g_autofree char *table = academy_row_links (kind, field);
  g_autofree char *clear = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"item\" = ?", table);
  g_autofree char *add = g_strdup_printf ("INSERT INTO \"%s\" (\"item\", \"target\") VALUES (?, ?)", table);
  const char * const *links = g_value_get_boxed (value);
  sqlite3_stmt *statement = academy_database_prepare (database, clear, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  if (!academy_database_finish (database, statement, error))
    return FALSE;

  for (guint i = 0; links != NULL && links[i] != NULL; i++)
    {
      statement = academy_database_prepare (database, add, error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 2, links[i], -1, SQLITE_TRANSIENT);
      if (!academy_database_finish (database, statement, error))
        return FALSE;
    }

  return TRUE;
}

static sqlite3_stmt *
prepare_select_links (AcademyDatabase    *database,
                      const AcademyKind  *kind,
                      const AcademyField *field,
                      GError            **error)
{
  sqlite3_stmt *statement = academy_database_recall (database, field);
  g_autofree char *table = NULL;
  g_autofree char *sql = NULL;

  if (statement != NULL)
    return statement;

  table = academy_row_links (kind, field);
  sql = g_strdup_printf ("SELECT \"target\" FROM \"%s\" WHERE \"item\" = ? ORDER BY \"target\"", table);
  return academy_database_remember (database, field, sql, error);
}

static gboolean
read_links_of (AcademyDatabase    *database,
               AcademyItem        *item,
               const AcademyField *field,
               GError            **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GValue) value = G_VALUE_INIT;
  sqlite3_stmt *statement = prepare_select_links (database, academy_item_get_kind (item), field, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, academy_item_get_id (item), -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    g_strv_builder_add (builder, academy_database_get_text (statement, 0));

  if (step != ACADEMY_STEP_DONE)
    return FALSE;

  academy_value_init (field, &value);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  academy_item_swap_value (item, field, &value);

  return TRUE;
}

static char *
insert_sql (const AcademyKind *kind)
{
  g_autoptr(GString) columns = g_string_new ("\"id\"");
  g_autoptr(GString) places = g_string_new ("?");

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type != ACADEMY_LINKS)
      {
        g_string_append_printf (columns, ", \"%s\"", field->name);
        g_string_append (places, ", ?");
      }

  return g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", kind->name, columns->str, places->str);
}

static void
append_columns (GString           *sql,
                const AcademyKind *kind)
{
  g_string_append (sql, "\"id\"");
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type != ACADEMY_LINKS)
      g_string_append_printf (sql, ", \"%s\"", field->name);
}

static sqlite3_stmt *
prepare_select (AcademyDatabase   *database,
                const AcademyKind *kind,
                GError           **error)
{
  sqlite3_stmt *statement = academy_database_recall (database, kind);
  g_autoptr(GString) sql = NULL;

  if (statement != NULL)
    return statement;

  sql = g_string_new ("SELECT ");
  append_columns (sql, kind);
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"rowid\" = "
                          "coalesce (?1, (SELECT \"rowid\" FROM \"%s\" WHERE \"id\" = ?2)) AND +\"id\" = ?2",
                          kind->name, kind->name);

  return academy_database_remember (database, kind, sql->str, error);
}

/**
 * academy_row_insert:
 * @database: a connection in a transaction
 * @item: a new item
 * @error: return location for an error
 *
 * Inserts the row of @item and the rows of its links.
 *
 * Returns: whether they are inserted
 */
gboolean
academy_row_insert (AcademyDatabase *database,
                    AcademyItem     *item,
                    GError         **error)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  g_autofree char *sql = insert_sql (kind);
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
  int position = 1;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, position++, academy_item_get_id (item), -1, SQLITE_TRANSIENT);
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type != ACADEMY_LINKS)
      bind_value (statement, position++, field, academy_item_get_value (item, field));
  if (!academy_database_finish (database, statement, error))
    return FALSE;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type == ACADEMY_LINKS &&
        !write_links (database, kind, academy_item_get_id (item), field, academy_item_get_value (item, field), error))
      return FALSE;

  return TRUE;
}

/**
 * academy_row_update:
 * @database: a connection in a transaction
 * @kind: a kind
 * @id: the id of an item of @kind
 * @field: the field to write
 * @value: the new value of @field
 * @error: return location for an error
 *
 * Returns: whether the value is written
 */
gboolean
academy_row_update (AcademyDatabase    *database,
                    const AcademyKind  *kind,
                    const char         *id,
                    const AcademyField *field,
                    const GValue       *value,
                    GError            **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (field->type == ACADEMY_LINKS)
    return write_links (database, kind, id, field, value, error);

  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE \"id\" = ?", kind->name, field->name);
  statement = academy_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  bind_value (statement, 1, field, value);
  sqlite3_bind_text (statement, 2, id, -1, SQLITE_TRANSIENT);
  return academy_database_finish (database, statement, error);
}

/**
 * academy_row_delete:
 * @database: a connection in a transaction
 * @kind: a kind
 * @id: the id of an item of @kind
 * @error: return location for an error
 *
 * Deletes the row of an item; foreign keys delete its parts and links.
 *
 * Returns: whether there was no error
 */
gboolean
academy_row_delete (AcademyDatabase   *database,
                    const AcademyKind *kind,
                    const char        *id,
                    GError           **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?", kind->name);
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  return academy_database_finish (database, statement, error);
}

/**
 * academy_row_check_unique:
 * @database: the connection that wrote @item, within the same transaction
 * @item: an item
 * @field: a field with %ACADEMY_UNIQUE
 * @error: says that another item has the value
 *
 * Returns: whether no other item has the same value of @field
 */
gboolean
academy_row_check_unique (AcademyDatabase    *database,
                          AcademyItem        *item,
                          const AcademyField *field,
                          GError            **error)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id <> ?1 AND \"%s\" = "
                                          "(SELECT \"%s\" FROM \"%s\" WHERE id = ?1)",
                                          field->name, kind->name, field->name, field->name, kind->name);
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, academy_item_get_id (item), -1, SQLITE_TRANSIENT);
  switch (academy_database_step (database, statement, error))
    {
    case ACADEMY_STEP_DONE:
      return TRUE;
    case ACADEMY_STEP_ROW:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, _("“%s” is in use already. Choose another."),
                   academy_database_get_text (statement, 0));
      sqlite3_reset (statement);
      return FALSE;
    case ACADEMY_STEP_FAILED:
    default:
      return FALSE;
    }
}

/**
 * academy_row_read_links:
 * @database: a connection
 * @item: an item
 * @error: return location for an error
 *
 * Loads all links of an item.
 *
 * Returns: whether there was no error
 */
gboolean
academy_row_read_links (AcademyDatabase *database,
                        AcademyItem     *item,
                        GError         **error)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    if (field->type == ACADEMY_LINKS && !read_links_of (database, item, field, error))
      return FALSE;

  return TRUE;
}

/**
 * academy_row_find_id:
 * @database: a connection
 * @kind: the kind of the row
 * @statement: a statement that has a row
 * @column: the column with the id
 *
 * Reads an id. Reports a row without one, which cannot be read.
 *
 * Returns: (nullable) (transfer none): the id, valid until the next step, or
 *   %NULL
 */
const char *
academy_row_find_id (AcademyDatabase   *database,
                     const AcademyKind *kind,
                     sqlite3_stmt      *statement,
                     int                column)
{
  const char *id = academy_database_find_text (statement, column);
  g_autoptr(GError) fault = NULL;

  if (id != NULL && *id != '\0')
    return id;

  fault = g_error_new (ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED, _("A “%s” in the file has no id and is left out."), kind->name);
  academy_database_report (database, fault);
  return NULL;
}

static void
report_fault (AcademyDatabase    *database,
              AcademyItem        *item,
              const AcademyField *field,
              const GError       *reason)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  g_autoptr(GError) fault = g_error_new (ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED, "%s %s, %s: %s",
                                         kind->name, academy_item_get_id (item), field->name, reason->message);

  academy_database_report (database, fault);
}

/* Fills an item, except for its links, from the current row of a statement with
 * append_columns(). A value of the wrong type is reported and unset; the others are
 * read. */
static void
read_row (AcademyDatabase *database,
          sqlite3_stmt    *statement,
          AcademyItem     *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  int column = 0;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_auto(GValue) value = G_VALUE_INIT;
      g_autoptr(GError) reason = NULL;

      if (field->type == ACADEMY_LINKS)
        continue;
      column++;
      /* Most fields of most items are NULL, and unset already. */
      if (sqlite3_column_type (statement, column) == SQLITE_NULL &&
          !academy_value_is_set (field, academy_item_get_value (item, field)))
        continue;

      academy_value_init (field, &value);
      if (!column_value (statement, column, field, &value, &reason))
        report_fault (database, item, field, reason);
      academy_item_swap_value (item, field, &value);
    }
}

/**
 * academy_row_read:
 * @database: a connection
 * @item: (inout): an item with the id to read
 * @row: the rowid where the item was last, or %ACADEMY_ROW_UNKNOWN; the id is
 *   searched for when it is not there
 * @found: (out): whether there is a row with the id
 * @error: return location for an error
 *
 * Fills an item from its row.
 *
 * Returns: whether there was no error
 */
gboolean
academy_row_read (AcademyDatabase *database,
                  AcademyItem     *item,
                  gint64           row,
                  gboolean        *found,
                  GError         **error)
{
  sqlite3_stmt *statement = prepare_select (database, academy_item_get_kind (item), error);
  AcademyStep step;

  *found = FALSE;
  if (statement == NULL)
    return FALSE;

  if (row != ACADEMY_ROW_UNKNOWN)
    sqlite3_bind_int64 (statement, 1, row);
  else
    sqlite3_bind_null (statement, 1);
  sqlite3_bind_text (statement, 2, academy_item_get_id (item), -1, SQLITE_TRANSIENT);
  step = academy_database_step (database, statement, error);
  if (step == ACADEMY_STEP_DONE && row != ACADEMY_ROW_UNKNOWN)
    return academy_row_read (database, item, ACADEMY_ROW_UNKNOWN, found, error);
  if (step != ACADEMY_STEP_ROW)
    return step == ACADEMY_STEP_DONE;

  *found = TRUE;
  read_row (database, statement, item);
  sqlite3_reset (statement);

  return academy_item_has_fill (item) || academy_row_read_links (database, item, error);
}

/**
 * academy_row_foreach:
 * @database: a connection
 * @kind: a kind
 * @owner: (nullable): the id of the owner, or %NULL for all items of @kind
 * @func: called for each item
 * @data: data for @func
 * @error: return location for an error, also for that of @func
 *
 * Calls @func for each item of @owner in the order of the kind, or for all items
 * in the order of the file and without their links, which needs neither sorting nor
 * searching. The item is valid until @func returns: the next row is read into the
 * same object.
 *
 * Returns: whether there was no error
 */
gboolean
academy_row_foreach (AcademyDatabase   *database,
                     const AcademyKind *kind,
                     const char        *owner,
                     AcademyItemFunc    func,
                     gpointer           data,
                     GError           **error)
{
  g_autofree char *order = academy_row_order (kind, kind->order, ACADEMY_COLLATE);
  g_autoptr(GString) sql = g_string_new ("SELECT ");
  g_autoptr(AcademyItem) item = NULL;
  sqlite3_stmt *statement;
  AcademyStep step;

  append_columns (sql, kind);
  g_string_append_printf (sql, " FROM \"%s\"", kind->name);
  if (owner != NULL)
    g_string_append_printf (sql, " WHERE \"%s\" = ? ORDER BY %s", academy_kind_get_owner (kind)->name, order);
  statement = academy_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;

  if (owner != NULL)
    sqlite3_bind_text (statement, 1, owner, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    {
      const char *id = academy_row_find_id (database, kind, statement, 0);

      if (id == NULL)
        continue;

      if (item == NULL)
        item = academy_item_new (kind, id);
      else
        academy_item_set_id (item, id);
      read_row (database, statement, item);
      if ((owner != NULL && !academy_row_read_links (database, item, error)) || !func (item, data, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  return step == ACADEMY_STEP_DONE;
}
