/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

#include <glib/gi18n-lib.h>

#include "academy-changeset.h"
#include "academy-error.h"
#include "academy-stamp.h"

/* Reads the changeset of an entry and checks it, because a file may come from
 * anybody. */
GBytes *
academy_store_read_changeset (AcademyStore  *self,
                              gint64         seq,
                              GError       **error)
{
  sqlite3_stmt *statement =
    academy_database_prepare (self->database, "SELECT \"changeset\" FROM \"history\" WHERE \"seq\" = ?", error);
  GBytes *changeset;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, seq);
  switch (academy_database_step (self->database, statement, error))
    {
    case ACADEMY_STEP_ROW:
      changeset = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
      sqlite3_reset (statement);
      if (academy_changeset_is_whole (changeset))
        return changeset;
      g_bytes_unref (changeset);
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("This step cannot be undone or redone: its record in the file is damaged."));
      return NULL;
    case ACADEMY_STEP_DONE:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT, _("The history no longer has this step."));
      return NULL;
    case ACADEMY_STEP_FAILED:
    default:
      return NULL;
    }
}

/* Returns the time of an entry. */
char *
academy_store_dup_time (AcademyStore  *self,
                        gint64         seq,
                        GError       **error)
{
  sqlite3_stmt *statement =
    academy_database_prepare (self->database, "SELECT \"at\" FROM \"history\" WHERE \"seq\" = ?", error);
  char *at;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, seq);
  if (academy_database_step (self->database, statement, error) != ACADEMY_STEP_ROW)
    return NULL;

  at = g_strdup (academy_database_get_text (statement, 0));
  sqlite3_reset (statement);
  return at;
}

static void
bind_changeset (sqlite3_stmt *statement,
                int           position,
                GBytes       *changeset)
{
  if (g_bytes_get_size (changeset) > 0)
    sqlite3_bind_blob (statement, position, g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset),
                       SQLITE_TRANSIENT);
  else
    sqlite3_bind_zeroblob (statement, position, 0);
}

static gboolean
write_entry (AcademyStore  *self,
             const char    *at,
             const char    *label,
             const char    *action,
             gint64         target,
             gboolean       personal,
             GBytes        *changeset,
             GError       **error)
{
  sqlite3_stmt *statement =
    academy_database_prepare (self->database,
                              "INSERT INTO \"history\" (\"id\", \"at\", \"author\", \"label\", \"action\", "
                              "\"target\", \"personal\", \"changeset\") VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, g_uuid_string_random (), -1, g_free);
  sqlite3_bind_text (statement, 2, at, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 3, self->author != NULL ? self->author : g_get_user_name (), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 4, label, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 5, action, -1, SQLITE_STATIC);
  if (target != 0)
    sqlite3_bind_int64 (statement, 6, target);
  sqlite3_bind_int (statement, 7, personal);
  bind_changeset (statement, 8, changeset);

  return academy_database_finish (self->database, statement, error);
}

/* Writes the first entry of a new file, which all its copies have in common. */
gboolean
academy_store_begin_history (AcademyStore  *self,
                             const char    *label,
                             const char    *at,
                             GError       **error)
{
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);

  return write_entry (self, at, label, "base", 0, FALSE, nothing, error);
}

static GBytes *
combine (AcademyStore  *self,
         GBytes        *first,
         GBytes        *second,
         GError       **error)
{
  sqlite3_changegroup *group = NULL;
  gpointer data = NULL;
  int size = 0;
  int code = sqlite3changegroup_new (&group);

  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, g_bytes_get_size (first), (gpointer) g_bytes_get_data (first, NULL));
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, g_bytes_get_size (second), (gpointer) g_bytes_get_data (second, NULL));
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &size, &data);
  g_clear_pointer (&group, sqlite3changegroup_delete);
  if (code != SQLITE_OK)
    {
      academy_database_fail (self->database, code, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/* Deletes the entry of typing that was typed back. */
static gboolean
delete_entry (AcademyStore  *self,
              gint64         seq,
              GError       **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self->database, "DELETE FROM \"history\" WHERE \"seq\" = ?", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, seq);
  return academy_database_finish (self->database, statement, error);
}

/* Adds an edit of the same group to the last entry, or deletes the entry when
 * nothing of it is left. The entry gets a new id, since a copy of the file may
 * hold the old one. */
static gboolean
extend_entry (AcademyStore        *self,
              const char          *at,
              GBytes              *recorded,
              GBytes              *unrecorded,
              AcademyHistoryStep **step,
              GError             **error)
{
  AcademyHistoryStep *last = academy_history_get_last (self->undo_steps);
  g_autoptr(GBytes) before = academy_store_read_changeset (self, last->seq, error);
  g_autoptr(GBytes) all_recorded = NULL;
  g_autoptr(GBytes) all_unrecorded = NULL;
  sqlite3_stmt *statement;

  if (before == NULL)
    return FALSE;
  all_recorded = combine (self, before, recorded, error);
  if (all_recorded == NULL)
    return FALSE;
  all_unrecorded = combine (self, last->unrecorded, unrecorded, error);
  if (all_unrecorded == NULL)
    return FALSE;

  if (g_bytes_get_size (all_recorded) + g_bytes_get_size (all_unrecorded) == 0)
    return delete_entry (self, last->seq, error);

  statement =
    academy_database_prepare (self->database,
                              "UPDATE \"history\" SET \"id\" = ?, \"at\" = ?, \"changeset\" = ?, "
                              "\"personal\" = ? WHERE \"seq\" = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, g_uuid_string_random (), -1, g_free);
  sqlite3_bind_text (statement, 2, at, -1, SQLITE_TRANSIENT);
  bind_changeset (statement, 3, all_recorded);
  sqlite3_bind_int (statement, 4, g_bytes_get_size (all_unrecorded) > 0);
  sqlite3_bind_int64 (statement, 5, last->seq);
  if (!academy_database_finish (self->database, statement, error))
    return FALSE;

  *step = academy_history_step_new (last->seq, last->label, g_bytes_get_size (all_unrecorded) > 0, all_unrecorded);
  return TRUE;
}

/* Records an edit in the history, within its transaction. */
gboolean
academy_store_append_history (AcademyStore        *self,
                              AcademyEdit         *edit,
                              const char          *at,
                              GBytes              *recorded,
                              GBytes              *unrecorded,
                              AcademyHistoryStep **step,
                              GError             **error)
{
  gboolean personal = g_bytes_get_size (unrecorded) > 0;

  if (academy_store_extends_last (self, edit))
    return extend_entry (self, at, recorded, unrecorded, step, error);

  if (!write_entry (self, at, edit->label, "edit", 0, personal, recorded, error))
    return FALSE;

  *step = academy_history_step_new (sqlite3_last_insert_rowid (academy_database_get_handle (self->database)),
                                    edit->label, personal, unrecorded);
  return TRUE;
}

/* Whether a row differs from the one expected by a changeset only in the time of
 * its last change, which changesets do not record. */
static gboolean
differs_in_stamp_only (sqlite3_changeset_iter *iterator,
                       GHashTable             *stamps)
{
  const char *table;
  int n_columns, operation, indirect;
  gpointer stamp;

  sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
  if (!g_hash_table_lookup_extended (stamps, table, NULL, &stamp))
    return FALSE;

  for (int column = 0; column < n_columns; column++)
    {
      sqlite3_value *expected = NULL;
      sqlite3_value *present = NULL;

      if (column == GPOINTER_TO_INT (stamp) ||
          sqlite3changeset_old (iterator, column, &expected) != SQLITE_OK || expected == NULL)
        continue;
      if (sqlite3changeset_conflict (iterator, column, &present) != SQLITE_OK ||
          g_strcmp0 ((const char *) sqlite3_value_text (expected), (const char *) sqlite3_value_text (present)) != 0)
        return FALSE;
    }

  return TRUE;
}

static int
conflict_cb (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *iterator)
{
  return conflict == SQLITE_CHANGESET_DATA && differs_in_stamp_only (iterator, data)
           ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_changeset (AcademyStore  *self,
                 GBytes        *changeset,
                 GError       **error)
{
  g_autoptr(GHashTable) stamps = academy_store_find_stamps (self, error);
  int code;

  if (stamps == NULL)
    return FALSE;

  code = sqlite3changeset_apply_v2 (academy_database_get_handle (self->database),
                                    g_bytes_get_size (changeset),
                                    (gpointer) g_bytes_get_data (changeset, NULL),
                                    NULL, conflict_cb, stamps, NULL, NULL,
                                    SQLITE_CHANGESETAPPLY_FKNOACTION);
  /* The owner of the item may be deleted, or a unique value taken. */
  if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT,
                   _("This has been changed since, so the step can be neither undone nor redone."));
      return FALSE;
    }

  return code == SQLITE_OK || academy_database_fail (self->database, code, error);
}

GBytes *
academy_store_invert_changeset (AcademyStore  *self,
                                GBytes        *changeset,
                                GError       **error)
{
  gpointer data = NULL;
  int size = 0;
  int code = sqlite3changeset_invert (g_bytes_get_size (changeset), g_bytes_get_data (changeset, NULL), &size, &data);

  if (code != SQLITE_OK)
    {
      academy_database_fail (self->database, code, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/* Validates a step that was overtaken by other edits: together with these it may
 * break a rule. */
static gboolean
judge_outrun (AcademyStore    *self,
              AcademyChanges  *changes,
              GError         **error)
{
  g_autoptr(GError) reason = NULL;

  if (academy_store_judge_changes (self, changes, &reason))
    return TRUE;

  if (!g_error_matches (reason, ACADEMY_ERROR, ACADEMY_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT,
               /* Translators: a sentence that says what would be wrong */
               _("This cannot be done again beside what was changed since: %s"), reason->message);
  return FALSE;
}

static gboolean
take_step (AcademyStore  *self,
           GPtrArray     *from,
           GPtrArray     *to,
           const char    *action,
           gsize         *size,
           GError       **error)
{
  AcademyHistoryStep *step = academy_history_get_last (from);
  g_autoptr(GBytes) recorded = NULL;
  g_autoptr(GBytes) unrecorded = NULL;
  g_autoptr(GBytes) whole = NULL;
  g_autoptr(AcademyChanges) changes = academy_changes_new ();
  g_autoptr(AcademyReversal) reversal = NULL;
  g_autofree char *at = NULL;

  if (step == NULL)
    return TRUE;
  if (!academy_store_begin (self, error))
    return FALSE;

  recorded = academy_store_read_changeset (self, step->seq, error);
  if (recorded == NULL)
    goto failed;
  unrecorded = g_bytes_ref (step->unrecorded);

  if (from == self->undo_steps)
    {
      g_autoptr(GBytes) forwards = g_steal_pointer (&recorded);
      g_autoptr(GBytes) forwards_unrecorded = g_steal_pointer (&unrecorded);

      recorded = academy_store_invert_changeset (self, forwards, error);
      if (recorded == NULL)
        goto failed;
      unrecorded = academy_store_invert_changeset (self, forwards_unrecorded, error);
      if (unrecorded == NULL)
        goto failed;
    }

  /* Apply the two parts together, since foreign keys between them hold only then. */
  whole = combine (self, recorded, unrecorded, error);
  if (whole == NULL)
    goto failed;

  *size = g_bytes_get_size (whole);
  if (!academy_changes_add_changeset (changes, self->database, recorded, error) ||
      !academy_changes_add_changeset (changes, self->database, unrecorded, error))
    goto failed;

  reversal = academy_reversal_new (step->label, from == self->redo_steps, step->seq, changes);
  academy_reversal_name_removed (reversal, self);
  at = academy_stamp_new (self->database, error);
  if (at == NULL ||
      !apply_changeset (self, whole, error) ||
      (step->is_outrun && !judge_outrun (self, changes, error)) ||
      !academy_store_note_unrecorded (self, unrecorded, at, error) ||
      !write_entry (self, at, step->label, action, step->seq, step->personal, recorded, error) ||
      !academy_store_commit (self, error))
    goto failed;

  academy_history_move_last (from, to, step->seq, to == self->redo_steps ? changes : NULL);
  academy_journal_add (self->journal, recorded);
  g_clear_pointer (&self->last_group, g_free);
  academy_store_publish (self, changes);

  academy_reversal_name_others (reversal, self);
  g_clear_pointer (&self->reversal, academy_reversal_free);
  self->reversal = g_steal_pointer (&reversal);
  return TRUE;

failed:
  academy_store_rollback (self);
  return FALSE;
}

static gboolean
go (AcademyStore  *self,
    GPtrArray     *from,
    GPtrArray     *to,
    const char    *action,
    GError       **error)
{
  gsize size = 0;
  gboolean taken = take_step (self, from, to, action, &size, error);

  academy_store_give_back_memory (size);
  return taken;
}

/**
 * academy_store_undo:
 * @self: a store
 * @error: says why the last step cannot be undone
 *
 * Undoes the last edit; does nothing if there is none.
 *
 * Returns: whether the step is undone
 */
gboolean
academy_store_undo (AcademyStore  *self,
                    GError       **error)
{
  return go (self, self->undo_steps, self->redo_steps, "undo", error);
}

/**
 * academy_store_redo:
 * @self: a store
 * @error: says why the step cannot be redone
 *
 * Redoes the last undone edit; does nothing if there is none.
 *
 * Returns: whether the step is redone
 */
gboolean
academy_store_redo (AcademyStore  *self,
                    GError       **error)
{
  return go (self, self->redo_steps, self->undo_steps, "redo", error);
}

/**
 * academy_store_get_reversal:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): a description of the last undo or redo
 */
const AcademyReversal *
academy_store_get_reversal (AcademyStore *self)
{
  return self->reversal;
}

/**
 * academy_store_get_last_step:
 * @self: a store
 *
 * Returns: the number in the history of the step that academy_store_undo() would
 *   undo; 0 for none
 */
gint64
academy_store_get_last_step (AcademyStore *self)
{
  AcademyHistoryStep *step = academy_history_get_last (self->undo_steps);

  return step != NULL ? step->seq : 0;
}

/**
 * academy_store_get_next_step:
 * @self: a store
 *
 * Returns: the number in the history of the step that academy_store_redo() would
 *   redo; 0 for none
 */
gint64
academy_store_get_next_step (AcademyStore *self)
{
  AcademyHistoryStep *step = academy_history_get_last (self->redo_steps);

  return step != NULL ? step->seq : 0;
}

/**
 * academy_store_get_undo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): the label of the edit that would be
 *   undone, in English and marked for translation
 */
const char *
academy_store_get_undo_label (AcademyStore *self)
{
  AcademyHistoryStep *step = academy_history_get_last (self->undo_steps);

  return step != NULL ? step->label : NULL;
}

/**
 * academy_store_get_redo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): the label of the edit that would be
 *   redone, in English and marked for translation
 */
const char *
academy_store_get_redo_label (AcademyStore *self)
{
  AcademyHistoryStep *step = academy_history_get_last (self->redo_steps);

  return step != NULL ? step->label : NULL;
}
