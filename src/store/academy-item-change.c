/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-item-change-private.h"

#include <glib/gi18n-lib.h>

#include "academy-changeset.h"
#include "academy-error.h"
#include "academy-row.h"
#include "academy-stamp.h"
#include "academy-store-private.h"

/* Changesets as changes of items by the names of kinds and fields: of one entry of
 * the history, or the net of all entries between two moments. */

void
academy_item_change_free (AcademyItemChange *self)
{
  g_free (self->id);
  g_object_unref (self->before);
  g_object_unref (self->after);
  g_free (self);
}

typedef struct {
  /* Owned */
  GPtrArray              *changes;
  GHashTable             *by_id;

  /* Borrowed */
  AcademyDatabase        *database;
  GHashTable             *columns;
  sqlite3_changeset_iter *iterator;
} Reader;

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->changes, g_ptr_array_unref);
  g_clear_pointer (&reader->by_id, g_hash_table_unref);
  g_clear_pointer (&reader->iterator, sqlite3changeset_finalize);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
set_damaged (GError **error)
{
  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
               _("The history of the file is damaged, so what changed cannot be told. Restore the file from a backup."));
}

/* Returns the fields of the columns of a kind by their number, which is that in
 * changesets; %NULL for the id. */
static GPtrArray *
get_columns (Reader             *reader,
             const AcademyKind  *kind,
             GError            **error)
{
  GPtrArray *known = g_hash_table_lookup (reader->columns, kind);
  g_autoptr(GPtrArray) columns = NULL;
  sqlite3_stmt *statement;
  AcademyStep step;

  if (known != NULL)
    return known;

  statement = academy_database_prepare (reader->database, "SELECT \"name\" FROM pragma_table_info (?) ORDER BY \"cid\"",
                                        error);
  if (statement == NULL)
    return NULL;

  columns = g_ptr_array_new ();
  sqlite3_bind_text (statement, 1, kind->name, -1, SQLITE_STATIC);
  while ((step = academy_database_step (reader->database, statement, error)) == ACADEMY_STEP_ROW)
    g_ptr_array_add (columns, (gpointer) academy_kind_find_field (kind, academy_database_get_text (statement, 0)));
  if (step == ACADEMY_STEP_FAILED)
    return NULL;

  known = columns;
  g_hash_table_insert (reader->columns, (gpointer) kind, g_steal_pointer (&columns));
  return known;
}

/* Reads a value of a changeset. What has another type than the field is unset: the
 * changeset may be older than the field as it is now. */
static void
read_value (const AcademyField *field,
            sqlite3_value      *column,
            GValue             *value)
{
  int type = sqlite3_value_type (column);
  gboolean is_number = type == SQLITE_INTEGER || type == SQLITE_FLOAT;

  academy_value_init (field, value);
  academy_value_set_from_text (field, NULL, value, NULL);

  if (field->type == ACADEMY_DECIMAL && is_number)
    g_value_set_double (value, sqlite3_value_double (column));
  else if (field->type == ACADEMY_FLAG && is_number)
    g_value_set_boolean (value, sqlite3_value_int (column) != 0);
  else if (academy_field_is_number (field) && is_number)
    g_value_set_int64 (value, sqlite3_value_int64 (column));
  else if (type == SQLITE_TEXT && !academy_field_is_number (field) &&
           !academy_value_set_from_text (field, (const char *) sqlite3_value_text (column), value, NULL))
    academy_value_set_from_text (field, NULL, value, NULL);
}

static AcademyItemChange *
get_change (Reader            *reader,
            const AcademyKind *kind,
            const char        *id)
{
  AcademyItemChange *change = g_hash_table_lookup (reader->by_id, id);

  if (change != NULL)
    return change;

  change = g_new0 (AcademyItemChange, 1);
  change->kind = kind;
  change->type = ACADEMY_CHANGE_CHANGED;
  change->id = g_strdup (id);
  change->before = academy_item_new (kind, id);
  change->after = academy_item_new (kind, id);
  g_ptr_array_add (reader->changes, change);
  g_hash_table_insert (reader->by_id, change->id, change);
  return change;
}

static void
add_link (AcademyItem        *item,
          const AcademyField *field,
          const char         *target)
{
  const char * const *present = academy_item_get_links (item, field->name);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GValue) value = G_VALUE_INIT;

  if (present != NULL)
    g_strv_builder_addv (builder, (const char **) present);
  g_strv_builder_add (builder, target);
  academy_value_init (field, &value);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  academy_item_set_value (item, field, &value);
}

/* Reads the values of a row before or after into an item, and returns the bits of
 * their fields. */
static guint64
read_values (Reader            *reader,
             const AcademyKind *kind,
             GPtrArray         *columns,
             int                n_columns,
             gboolean           is_new,
             AcademyItem       *item)
{
  guint64 fields = 0;

  for (int column = 1; column < MIN (n_columns, (int) columns->len); column++)
    {
      const AcademyField *field = g_ptr_array_index (columns, column);
      g_auto(GValue) value = G_VALUE_INIT;
      sqlite3_value *read = NULL;

      if (is_new)
        sqlite3changeset_new (reader->iterator, column, &read);
      else
        sqlite3changeset_old (reader->iterator, column, &read);
      if (read == NULL || field == NULL)
        continue;

      read_value (field, read, &value);
      academy_item_swap_value (item, field, &value);
      fields |= academy_kind_get_bit (kind, field);
    }

  return fields;
}

static gboolean
read_row (Reader  *reader,
          GError **error)
{
  const char *table;
  int n_columns, operation, indirect;
  const AcademyField *links;
  const AcademyKind *kind;
  sqlite3_value *id = NULL, *target = NULL;
  AcademyItemChange *change;
  GPtrArray *columns;

  sqlite3changeset_op (reader->iterator, &table, &n_columns, &operation, &indirect);
  kind = academy_row_find_kind (table, &links);
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (reader->iterator, 0, &id);
  else
    sqlite3changeset_old (reader->iterator, 0, &id);
  if (kind == NULL || id == NULL || sqlite3_value_type (id) != SQLITE_TEXT)
    {
      set_damaged (error);
      return FALSE;
    }

  change = get_change (reader, kind, (const char *) sqlite3_value_text (id));
  if (links != NULL)
    {
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (reader->iterator, 1, &target);
      else
        sqlite3changeset_old (reader->iterator, 1, &target);
      if (target == NULL || sqlite3_value_type (target) != SQLITE_TEXT)
        {
          set_damaged (error);
          return FALSE;
        }
      add_link (operation == SQLITE_INSERT ? change->after : change->before, links, (const char *) sqlite3_value_text (target));
      change->fields |= academy_kind_get_bit (kind, links);
      return TRUE;
    }

  columns = get_columns (reader, kind, error);
  if (columns == NULL)
    return FALSE;

  change->type = operation == SQLITE_INSERT ? ACADEMY_CHANGE_ADDED
                 : operation == SQLITE_DELETE ? ACADEMY_CHANGE_REMOVED : ACADEMY_CHANGE_CHANGED;
  if (operation != SQLITE_INSERT)
    change->fields |= read_values (reader, kind, columns, n_columns, FALSE, change->before);
  if (operation != SQLITE_DELETE)
    change->fields |= read_values (reader, kind, columns, n_columns, TRUE, change->after);
  return TRUE;
}

/* Returns a table for the columns of kinds, which several changesets of a file share. */
GHashTable *
academy_item_columns_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/* Returns the #AcademyItemChange of a changeset that academy_changeset_is_whole(),
 * in its order. */
GPtrArray *
academy_item_changes_read (AcademyDatabase  *database,
                           GHashTable       *columns,
                           GBytes           *changeset,
                           GError          **error)
{
  g_auto(Reader) reader = {
    .changes = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_item_change_free),
    .by_id = g_hash_table_new (g_str_hash, g_str_equal),
    .database = database,
    .columns = columns,
  };
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_start (&reader.iterator, size, data);

  if (code == SQLITE_OK)
    {
      while (sqlite3changeset_next (reader.iterator) == SQLITE_ROW)
        if (!read_row (&reader, error))
          return NULL;
      code = sqlite3changeset_finalize (g_steal_pointer (&reader.iterator));
    }
  if (code != SQLITE_OK)
    {
      academy_database_fail (database, code, error);
      return NULL;
    }

  return g_steal_pointer (&reader.changes);
}

#define CHANGESETS \
  "SELECT \"changeset\", \"at\" FROM \"history\" WHERE \"at\" > ?1 AND (?2 IS NULL OR \"at\" <= ?2) " \
  "AND length (\"changeset\") > 0 ORDER BY \"at\", \"id\""

static gboolean
add_changesets (AcademyDatabase     *database,
                sqlite3_stmt        *statement,
                sqlite3_changegroup *group,
                GError             **error)
{
  AcademyStep step;

  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    {
      int size = sqlite3_column_bytes (statement, 0);
      g_autoptr(GBytes) changeset = g_bytes_new_static (sqlite3_column_blob (statement, 0), size);
      int code;

      if (!academy_changeset_is_whole (changeset))
        {
          sqlite3_reset (statement);
          set_damaged (error);
          return FALSE;
        }

      code = sqlite3changegroup_add (group, size, (gpointer) sqlite3_column_blob (statement, 0));
      if (code != SQLITE_OK)
        {
          sqlite3_reset (statement);
          return academy_database_fail (database, code, error);
        }
    }

  return step == ACADEMY_STEP_DONE;
}

/* Entries from before a migration have fewer columns; with the schema of the file
 * they add up with later ones. */
static GBytes *
add_up (AcademyDatabase  *database,
        gint64            since,
        gint64            until,
        GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, CHANGESETS, error);
  g_autofree char *first = academy_stamp_to_text (since, error);
  g_autofree char *last = until != 0 ? academy_stamp_to_text (until, error) : NULL;
  sqlite3_changegroup *group = NULL;
  gpointer data = NULL;
  int size = 0;
  int code;

  if (statement == NULL || first == NULL || (until != 0 && last == NULL))
    return NULL;

  sqlite3_bind_text (statement, 1, first, -1, SQLITE_TRANSIENT);
  if (last != NULL)
    sqlite3_bind_text (statement, 2, last, -1, SQLITE_TRANSIENT);

  code = sqlite3changegroup_new (&group);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_schema (group, academy_database_get_handle (database), "main");
  if (code == SQLITE_OK)
    {
      if (!add_changesets (database, statement, group, error))
        {
          sqlite3changegroup_delete (group);
          return NULL;
        }
      code = sqlite3changegroup_output (group, &size, &data);
    }
  g_clear_pointer (&group, sqlite3changegroup_delete);
  if (code != SQLITE_OK)
    {
      academy_database_fail (database, code, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/**
 * academy_store_read_net:
 * @self: a store
 * @since: a time in microseconds since 1970; 0 for the beginning
 * @until: a later time; 0 for now
 * @error: return location for an error
 *
 * Adds up the entries of the history after @since, up to @until: what was typed and
 * typed back, or added and deleted, leaves nothing. Nothing is known of thinned
 * entries, nor of people, whom the history does not record.
 *
 * Returns: (transfer full) (element-type AcademyItemChange): the changes
 */
GPtrArray *
academy_store_read_net (AcademyStore  *self,
                        gint64         since,
                        gint64         until,
                        GError       **error)
{
  g_autoptr(GBytes) net = add_up (self->database, since, until, error);
  g_autoptr(GHashTable) columns = academy_item_columns_new ();

  return net != NULL ? academy_item_changes_read (self->database, columns, net, error) : NULL;
}

/* Whether a changeset adds an item. */
static gboolean
adds (GBytes     *changeset,
      const char *id)
{
  sqlite3_changeset_iter *iterator;
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);
  gboolean found = FALSE;

  if (sqlite3changeset_start (&iterator, size, data) != SQLITE_OK)
    return FALSE;

  while (!found && sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;
      sqlite3_value *key = NULL;

      sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
      if (operation != SQLITE_INSERT || academy_kind_find (table) == NULL)
        continue;
      sqlite3changeset_new (iterator, 0, &key);
      found = key != NULL && g_strcmp0 ((const char *) sqlite3_value_text (key), id) == 0;
    }
  sqlite3changeset_finalize (iterator);

  return found;
}

/**
 * academy_store_find_added:
 * @self: a store
 * @id: the id of an item
 * @since: a time in microseconds since 1970
 * @until: a later time
 * @at: (inout): set to the time of the entry between the two that added the item,
 *   when there is one
 * @error: return location for an error
 *
 * Returns: whether there was no error
 */
gboolean
academy_store_find_added (AcademyStore  *self,
                          const char    *id,
                          gint64         since,
                          gint64         until,
                          gint64        *at,
                          GError       **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self->database, CHANGESETS, error);
  g_autofree char *first = academy_stamp_to_text (since, error);
  g_autofree char *last = academy_stamp_to_text (until, error);
  AcademyStep step;

  if (statement == NULL || first == NULL || last == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, first, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, last, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (self->database, statement, error)) == ACADEMY_STEP_ROW)
    {
      int size = sqlite3_column_bytes (statement, 0);
      g_autoptr(GBytes) changeset = g_bytes_new_static (sqlite3_column_blob (statement, 0), size);

      if (academy_changeset_is_whole (changeset) && adds (changeset, id))
        {
          gboolean is_time = academy_stamp_from_text (academy_database_get_text (statement, 1), at, error);

          sqlite3_reset (statement);
          return is_time;
        }
    }

  return step == ACADEMY_STEP_DONE;
}
