/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

/* The data about people that replaces a history: the time of the last change of
 * each of them, and the ids of erased people. It is written after the sessions of
 * a transaction end, so that no changeset has it and an undo counts as a change. */

#define ERASE      "INSERT OR REPLACE INTO \"erased\" (\"id\", \"at\") VALUES (?, ?)"
#define BRING_BACK "DELETE FROM \"erased\" WHERE \"id\" = ?"
#define PLACE      "SELECT \"cid\" FROM pragma_table_info (?) WHERE \"name\" = ?"

static const AcademyField *
find_stamp (const AcademyKind *kind)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->flags & ACADEMY_STAMP)
      return field;

  return NULL;
}

static gboolean
run (AcademyStore  *self,
     const char    *sql,
     const char    *first,
     const char    *second,
     GError       **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, first, -1, SQLITE_TRANSIENT);
  if (second != NULL)
    sqlite3_bind_text (statement, 2, second, -1, SQLITE_TRANSIENT);
  return academy_database_finish (self->database, statement, error);
}

static gboolean
note_change (AcademyStore         *self,
             const AcademyChange  *change,
             const char           *at,
             GError              **error)
{
  const AcademyField *stamp = find_stamp (change->kind);
  g_autofree char *sql = NULL;

  if (change->type == ACADEMY_CHANGE_REMOVED)
    return run (self, ERASE, change->id, at, error);
  if (change->type == ACADEMY_CHANGE_ADDED && !run (self, BRING_BACK, change->id, NULL, error))
    return FALSE;
  if (stamp == NULL)
    return TRUE;

  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE \"id\" = ?", change->kind->name, stamp->name);
  return run (self, sql, at, change->id, error);
}

/* Records the times of changes, and the people added and erased, from a
 * changeset, within the transaction of the caller. */
gboolean
academy_store_note_unrecorded (AcademyStore  *self,
                               GBytes        *unrecorded,
                               const char    *at,
                               GError       **error)
{
  g_autoptr(AcademyChanges) changes = academy_changes_new ();

  if (!academy_changes_add_changeset (changes, self->database, unrecorded, error))
    return FALSE;

  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    if (!note_change (self, academy_changes_get (changes, i), at, error))
      return FALSE;

  return TRUE;
}

/* Finds the position of the column with the time of the last change, by the name
 * of its table. */
GHashTable *
academy_store_find_stamps (AcademyStore  *self,
                           GError       **error)
{
  g_autoptr(GHashTable) stamps = g_hash_table_new (g_str_hash, g_str_equal);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *stamp = find_stamp (*kind);
      sqlite3_stmt *statement;

      if (stamp == NULL)
        continue;

      statement = academy_database_prepare (self->database, PLACE, error);
      if (statement == NULL)
        return NULL;
      sqlite3_bind_text (statement, 1, (*kind)->name, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, stamp->name, -1, SQLITE_STATIC);
      if (academy_database_step (self->database, statement, error) != ACADEMY_STEP_ROW)
        return NULL;
      g_hash_table_insert (stamps, (gpointer) (*kind)->name, GINT_TO_POINTER (sqlite3_column_int (statement, 0)));
      sqlite3_reset (statement);
    }

  return g_steal_pointer (&stamps);
}
