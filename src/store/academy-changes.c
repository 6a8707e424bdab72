/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-changes-private.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-row.h"

/* The owner is the first field of its kind, after the id. */
#define OWNER_COLUMN 1

struct _AcademyChanges {
  grefcount   ref_count;
  gboolean    everything;

  /* Owned */
  GArray     *changes;
  GHashTable *positions;
};

/**
 * AcademyChanges:
 *
 * The effects of an edit, an undo or a redo on items; or the notice that another
 * process changed the file, after which any item may be different.
 */
G_DEFINE_BOXED_TYPE (AcademyChanges, academy_changes, academy_changes_ref, academy_changes_unref)

static void
change_clear (gpointer data)
{
  g_free (((AcademyChange *) data)->id);
}

AcademyChanges *
academy_changes_new (void)
{
  AcademyChanges *self = g_new0 (AcademyChanges, 1);

  g_ref_count_init (&self->ref_count);
  self->changes = g_array_new (FALSE, FALSE, sizeof (AcademyChange));
  g_array_set_clear_func (self->changes, change_clear);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

AcademyChanges *
academy_changes_new_everything (void)
{
  AcademyChanges *self = academy_changes_new ();

  self->everything = TRUE;
  return self;
}

AcademyChanges *
academy_changes_ref (AcademyChanges *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

void
academy_changes_unref (AcademyChanges *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->positions);
  g_array_unref (self->changes);
  g_free (self);
}

static AcademyChange *
add_change (AcademyChanges    *self,
            const AcademyKind *kind,
            const char        *id,
            AcademyChangeType  type,
            guint64            fields)
{
  gpointer position;
  AcademyChange *change;

  if (!g_hash_table_lookup_extended (self->positions, id, NULL, &position))
    {
      AcademyChange new_change = { .kind = kind, .type = type, .id = g_strdup (id) };

      position = GUINT_TO_POINTER (self->changes->len);
      g_hash_table_insert (self->positions, new_change.id, position);
      g_array_append_val (self->changes, new_change);
    }

  change = &g_array_index (self->changes, AcademyChange, GPOINTER_TO_UINT (position));
  change->fields |= fields;
  /* Changed links do not make a new or deleted item a changed one. */
  if (type != ACADEMY_CHANGE_CHANGED)
    change->type = type;

  return change;
}

static void
set_unknown (GError     **error,
             const char  *table)
{
  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
               _("The file is damaged: a change of “%s” is not readable. Restore it from a backup."), table);
}

/* Finds the field of a column in a changeset. In a migrated file the columns of
 * newer fields come last. */
const AcademyField *
academy_changes_find_field (AcademyDatabase    *database,
                            const AcademyKind  *kind,
                            int                 column,
                            GError            **error)
{
  sqlite3_stmt *statement =
    academy_database_prepare (database, "SELECT \"name\" FROM pragma_table_info (?) WHERE \"cid\" = ?", error);
  const AcademyField *field = NULL;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, column);
  switch (academy_database_step (database, statement, error))
    {
    case ACADEMY_STEP_ROW:
      break;
    case ACADEMY_STEP_DONE:
      set_unknown (error, kind->name);
      return NULL;
    case ACADEMY_STEP_FAILED:
    default:
      return NULL;
    }

  field = academy_kind_find_field (kind, academy_database_get_text (statement, 0));
  sqlite3_reset (statement);
  if (field == NULL)
    set_unknown (error, kind->name);
  return field;
}

static gboolean
find_changed_fields (AcademyDatabase         *database,
                     sqlite3_changeset_iter  *iterator,
                     const AcademyKind       *kind,
                     int                      n_columns,
                     guint64                 *fields,
                     GError                 **error)
{
  *fields = 0;
  for (int column = 1; column < n_columns; column++)
    {
      const AcademyField *field;
      sqlite3_value *value = NULL;

      sqlite3changeset_new (iterator, column, &value);
      if (value == NULL)
        continue;

      field = academy_changes_find_field (database, kind, column, error);
      if (field == NULL)
        return FALSE;
      *fields |= academy_kind_get_bit (kind, field);
    }

  return TRUE;
}

/* Reads the owner of an item in the file; %NULL when it is not there. */
static gboolean
read_owner (AcademyDatabase    *database,
            const AcademyKind  *kind,
            const char         *id,
            char              **owner,
            GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?",
                                          academy_kind_get_owner (kind)->name, kind->name);
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
  AcademyStep step;

  *owner = NULL;
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  step = academy_database_step (database, statement, error);
  if (step == ACADEMY_STEP_ROW)
    {
      *owner = g_strdup (academy_database_find_text (statement, 0));
      sqlite3_reset (statement);
    }

  return step != ACADEMY_STEP_FAILED;
}

/* Returns the owner that a changeset tells: that of a whole row, added or deleted. */
static const char *
get_owner (sqlite3_changeset_iter *iterator,
           int                     operation)
{
  sqlite3_value *owner = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iterator, OWNER_COLUMN, &owner);
  else
    sqlite3changeset_old (iterator, OWNER_COLUMN, &owner);

  return owner != NULL ? (const char *) sqlite3_value_text (owner) : NULL;
}

/* Finds the organisation of an item by its owner and the owners of that, of which
 * the changes of a deletion come first. */
static gboolean
find_organisation (AcademyChanges     *self,
                   AcademyDatabase    *database,
                   const AcademyKind  *kind,
                   const char         *id,
                   const char         *known_owner,
                   const char        **organisation,
                   GError            **error)
{
  g_autofree char *item = g_strdup (id);
  g_autofree char *owner = g_strdup (known_owner);

  while (item != NULL && kind != &academy_organisation_kind && academy_kind_get_owner (kind) != NULL)
    {
      const AcademyChange *change;

      if (owner == NULL && !read_owner (database, kind, item, &owner, error))
        return FALSE;

      change = owner != NULL ? academy_changes_find (self, owner) : NULL;
      if (change != NULL && change->organisation != NULL)
        {
          *organisation = change->organisation;
          return TRUE;
        }

      kind = academy_kind_find (academy_kind_get_owner (kind)->target);
      g_free (item);
      item = g_steal_pointer (&owner);
    }

  *organisation = kind == &academy_organisation_kind ? g_intern_string (item) : NULL;
  return TRUE;
}

static gboolean
add_row (AcademyChanges          *self,
         AcademyDatabase         *database,
         sqlite3_changeset_iter  *iterator,
         GError                 **error)
{
  const char *table;
  int n_columns, operation, indirect;
  const AcademyKind *kind;
  const AcademyField *links;
  AcademyChangeType type = ACADEMY_CHANGE_CHANGED;
  guint64 fields = G_MAXUINT64;
  sqlite3_value *id = NULL;
  const char *owner = NULL;
  AcademyChange *change;

  sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
  kind = academy_row_find_kind (table, &links);
  if (kind == NULL)
    {
      set_unknown (error, table);
      return FALSE;
    }

  if (links != NULL)
    fields = academy_kind_get_bit (kind, links);
  else if (operation == SQLITE_UPDATE)
    {
      if (!find_changed_fields (database, iterator, kind, n_columns, &fields, error))
        return FALSE;
    }
  else
    type = operation == SQLITE_INSERT ? ACADEMY_CHANGE_ADDED : ACADEMY_CHANGE_REMOVED;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iterator, 0, &id);
  else
    sqlite3changeset_old (iterator, 0, &id);
  if (id == NULL || sqlite3_value_type (id) != SQLITE_TEXT)
    {
      set_unknown (error, table);
      return FALSE;
    }

  change = add_change (self, kind, (const char *) sqlite3_value_text (id), type, fields);
  if (links == NULL && academy_kind_get_owner (kind) != NULL)
    owner = get_owner (iterator, operation);
  /* An item that moved from one organisation to another changes both. */
  if (operation == SQLITE_UPDATE && owner != NULL)
    self->everything = TRUE;

  return change->organisation != NULL ||
         find_organisation (self, database, kind, change->id, operation == SQLITE_UPDATE ? NULL : owner,
                            &change->organisation, error);
}

gboolean
academy_changes_add_changeset (AcademyChanges   *self,
                               AcademyDatabase  *database,
                               GBytes           *changeset,
                               GError          **error)
{
  sqlite3_changeset_iter *iterator;
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_start (&iterator, size, data);

  if (code == SQLITE_OK)
    {
      while (sqlite3changeset_next (iterator) == SQLITE_ROW)
        if (!add_row (self, database, iterator, error))
          {
            sqlite3changeset_finalize (iterator);
            return FALSE;
          }
      code = sqlite3changeset_finalize (iterator);
    }

  return code == SQLITE_OK || academy_database_fail (database, code, error);
}

/**
 * academy_changes_is_everything:
 * @self: changes
 *
 * Returns: whether anything may have changed, because another process wrote the
 *   file, or an item moved to another owner
 */
gboolean
academy_changes_is_everything (const AcademyChanges *self)
{
  return self->everything;
}

/**
 * academy_changes_get_length:
 * @self: changes
 *
 * Returns: the number of changed items
 */
guint
academy_changes_get_length (const AcademyChanges *self)
{
  return self->changes->len;
}

/**
 * academy_changes_get:
 * @self: changes
 * @i: an index
 *
 * Returns: (transfer none): the change at @i, which @self owns
 */
const AcademyChange *
academy_changes_get (const AcademyChanges *self,
                     guint                 i)
{
  return &g_array_index (self->changes, AcademyChange, i);
}

/**
 * academy_changes_find:
 * @self: changes
 * @id: the id of an item
 *
 * Returns: (nullable) (transfer none): the change of the item
 */
const AcademyChange *
academy_changes_find (const AcademyChanges *self,
                      const char           *id)
{
  gpointer position;

  if (!g_hash_table_lookup_extended (self->positions, id, NULL, &position))
    return NULL;

  return academy_changes_get (self, GPOINTER_TO_UINT (position));
}

/* Whether both changed the same field of an item, or one changed an item that the
 * other added or removed. */
gboolean
academy_changes_overlap (const AcademyChanges *self,
                         const AcademyChanges *other)
{
  if (self->changes->len > other->changes->len)
    return academy_changes_overlap (other, self);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const AcademyChange *mine = academy_changes_get (self, i);
      const AcademyChange *theirs = academy_changes_find (other, mine->id);

      if (theirs != NULL && (mine->fields & theirs->fields) != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * academy_changes_touch:
 * @self: changes
 * @kind: a kind
 *
 * Returns: whether any item of @kind changed
 */
gboolean
academy_changes_touch (const AcademyChanges *self,
                       const AcademyKind    *kind)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (academy_changes_get (self, i)->kind == kind)
      return TRUE;

  return self->everything;
}

/**
 * academy_changes_get_organisations:
 * @self: changes
 * @kind: (nullable): a kind, or %NULL for all
 * @fields: the fields of @kind to look at, see academy_kind_get_bit(); all of
 *   them for an item that was added or removed
 *
 * Returns: (transfer container) (nullable) (element-type utf8): the set of the ids
 *   of the organisations of which such items changed; %NULL when it may be any
 */
GHashTable *
academy_changes_get_organisations (const AcademyChanges *self,
                                   const AcademyKind    *kind,
                                   guint64               fields)
{
  GHashTable *organisations;

  if (self->everything)
    return NULL;

  organisations = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const AcademyChange *change = academy_changes_get (self, i);

      if (change->organisation != NULL && (kind == NULL || change->kind == kind) && (change->fields & fields) != 0)
        g_hash_table_add (organisations, (gpointer) change->organisation);
    }

  return organisations;
}

/* Whether items of @kind link to those of @target by a field among @fields. */
static gboolean
links_to (const AcademyKind *kind,
          guint64            fields,
          const AcademyKind *target)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if ((field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS) && (field->flags & ACADEMY_OWNER) == 0 &&
        (academy_kind_get_bit (kind, field) & fields) != 0 && g_str_equal (field->target, target->name))
      return TRUE;

  return FALSE;
}

/**
 * academy_changes_affect:
 * @self: the changes of an edit
 * @kind: a kind
 * @query: a query for items of @kind
 *
 * Returns: whether other items may meet @query now, or come in another order
 */
gboolean
academy_changes_affect (const AcademyChanges *self,
                        const AcademyKind    *kind,
                        const AcademyQuery   *query)
{
  guint64 fields = academy_query_get_fields (query, kind);

  for (guint i = 0; i < academy_changes_get_length (self); i++)
    {
      const AcademyChange *change = academy_changes_get (self, i);

      if (change->kind == kind && (change->type != ACADEMY_CHANGE_CHANGED || (change->fields & fields) != 0))
        return TRUE;
      if (links_to (kind, fields, change->kind))
        return TRUE;
    }

  return academy_changes_is_everything (self);
}
