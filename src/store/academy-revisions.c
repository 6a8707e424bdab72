/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-revisions.h"

#include "academy-changeset.h"
#include "academy-kinds.h"
#include "academy-stamp.h"
#include "academy-store-query.h"

#define ENTRIES "SELECT \"at\", \"changeset\" FROM \"history\" ORDER BY \"seq\""

/* The owner is the first field of its kind, after the id. */
#define ID_COLUMN    0
#define OWNER_COLUMN 1

struct _AcademyRevisions {
  /* Owned */
  GHashTable *stamps;
  GHashTable *columns;

  gint64      oldest;
};

/**
 * AcademyRevisions:
 *
 * When each item was changed last, as the history of the file tells; of organisations
 * and the programme, whose names much else bears, also when each field was. An entry
 * without content, as the first one and those that were thinned, may have changed
 * anything: no item is older than the newest of these, and so no time goes back
 * when the history is thinned.
 */

static void
take_column (AcademyStore *store,
             sqlite3_stmt *row,
             gpointer      columns)
{
  g_ptr_array_add (columns, g_strdup (academy_database_get_text (row, 0)));
}

/* Reads the names of the columns of a kind by their number, which is that in
 * changesets. */
static gboolean
read_columns (AcademyRevisions   *self,
              AcademyStore       *store,
              const AcademyKind  *kind,
              GError            **error)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  g_hash_table_insert (self->columns, (gpointer) kind->name, columns);
  return academy_store_query (store, "SELECT \"name\" FROM pragma_table_info (?1) ORDER BY \"cid\"", &kind->name, 1,
                              take_column, columns, error);
}

/* Names a field of an item. */
static char *
make_key (const char *id,
          const char *field)
{
  return g_strjoin (" ", id, field, NULL);
}

/* Adds an item, or a field of it. */
static void
add (AcademyRevisions *self,
     sqlite3_value    *id,
     const char       *field,
     gint64            stamp)
{
  if (id == NULL || sqlite3_value_type (id) != SQLITE_TEXT)
    return;

  g_hash_table_replace (self->stamps, make_key ((const char *) sqlite3_value_text (id), field),
                        g_memdup2 (&stamp, sizeof stamp));
}

/* Adds a changed item; and the owner of one that was added or deleted, since it
 * has another part or one less. */
static void
add_row (AcademyRevisions       *self,
         sqlite3_changeset_iter *iterator,
         gint64                  stamp)
{
  const char *table;
  int n_columns, operation, indirect;
  sqlite3_value *id = NULL, *owner = NULL;
  GPtrArray *columns;

  sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
  if (operation == SQLITE_INSERT)
    {
      sqlite3changeset_new (iterator, ID_COLUMN, &id);
      sqlite3changeset_new (iterator, OWNER_COLUMN, &owner);
    }
  else
    sqlite3changeset_old (iterator, ID_COLUMN, &id);
  if (operation == SQLITE_DELETE)
    sqlite3changeset_old (iterator, OWNER_COLUMN, &owner);

  add (self, id, NULL, stamp);
  add (self, owner, NULL, stamp);

  columns = operation != SQLITE_DELETE ? g_hash_table_lookup (self->columns, table) : NULL;
  for (int i = 0; columns != NULL && i < MIN (n_columns, (int) columns->len); i++)
    {
      sqlite3_value *value = NULL;

      sqlite3changeset_new (iterator, i, &value);
      if (value != NULL)
        add (self, id, g_ptr_array_index (columns, i), stamp);
    }
}

static gboolean
add_changeset (AcademyRevisions *self,
               GBytes           *changeset,
               gint64            stamp)
{
  sqlite3_changeset_iter *iterator;
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);

  if (size == 0 || !academy_changeset_is_whole (changeset) ||
      sqlite3changeset_start (&iterator, size, data) != SQLITE_OK)
    return FALSE;

  while (sqlite3changeset_next (iterator) == SQLITE_ROW)
    add_row (self, iterator, stamp);

  return sqlite3changeset_finalize (iterator) == SQLITE_OK;
}

static void
take_entry (AcademyStore *store,
            sqlite3_stmt *row,
            gpointer      data)
{
  AcademyRevisions *self = data;
  g_autoptr(GBytes) changeset = g_bytes_new (sqlite3_column_blob (row, 1), sqlite3_column_bytes (row, 1));
  gint64 stamp;

  if (academy_stamp_from_text (academy_database_find_text (row, 0), &stamp, NULL) &&
      !add_changeset (self, changeset, stamp))
    self->oldest = stamp;
}

/**
 * academy_revisions_read:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full): the times of the last changes in @store
 */
AcademyRevisions *
academy_revisions_read (AcademyStore  *store,
                        GError       **error)
{
  g_autoptr(AcademyRevisions) self = g_new0 (AcademyRevisions, 1);

  self->stamps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (!read_columns (self, store, &academy_programme_kind, error) ||
      !read_columns (self, store, &academy_organisation_kind, error) ||
      !academy_store_query (store, ENTRIES, NULL, 0, take_entry, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
academy_revisions_free (AcademyRevisions *self)
{
  g_hash_table_unref (self->stamps);
  g_hash_table_unref (self->columns);
  g_free (self);
}

/**
 * academy_revisions_find:
 * @self: revisions
 * @id: the id of an item
 *
 * Returns: when the item was changed last, or got or lost a part, in microseconds
 *   since 1970
 */
gint64
academy_revisions_find (const AcademyRevisions *self,
                        const char             *id)
{
  const gint64 *stamp = g_hash_table_lookup (self->stamps, id);

  return stamp != NULL ? MAX (*stamp, self->oldest) : self->oldest;
}

/**
 * academy_revisions_find_field:
 * @self: revisions
 * @id: the id of an organisation or of the programme
 * @field: the name of a field
 *
 * Returns: when the field was changed last, in microseconds since 1970
 */
gint64
academy_revisions_find_field (const AcademyRevisions *self,
                              const char             *id,
                              const char             *field)
{
  g_autofree char *key = make_key (id, field);

  return academy_revisions_find (self, key);
}
