/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

#include <glib/gi18n-lib.h>

#include "academy-changeset.h"
#include "academy-error.h"
#include "academy-stamp.h"

/* Steps further back stay in the history but are not offered. */
#define MAX_STEPS 1000

void
academy_history_step_free (AcademyHistoryStep *step)
{
  g_clear_pointer (&step->unrecorded, g_bytes_unref);
  g_free (step->label);
  g_free (step);
}

static AcademyHistoryStep *
history_step_new (gint64      seq,
                  const char *label,
                  gboolean    personal,
                  GBytes     *unrecorded)
{
  AcademyHistoryStep *step = g_new0 (AcademyHistoryStep, 1);

  step->seq = seq;
  step->label = g_strdup (label);
  step->personal = personal;
  step->unrecorded = g_bytes_ref (unrecorded);

  return step;
}

static AcademyHistoryStep *
get_last (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

static gboolean
move_last (GPtrArray *from,
           GPtrArray *to,
           gint64     seq)
{
  AcademyHistoryStep *step = get_last (from);

  if (step == NULL || step->seq != seq)
    return FALSE;

  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
  return TRUE;
}

/* Follows the log, so that undo goes on where it was when the file was closed.
 * What others did is no step of ours. */
gboolean
academy_store_load_history (AcademyStore  *self,
                            GError       **error)
{
  static const char sql[] =
    "SELECT * FROM (SELECT \"seq\", \"label\", \"action\", \"target\", \"personal\" FROM \"history\" "
    "WHERE \"action\" IN ('edit', 'undo', 'redo') ORDER BY \"seq\" DESC LIMIT ?) ORDER BY \"seq\"";
  sqlite3_stmt *statement = academy_database_prepare (self->database, sql, error);
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);
  AcademyStep step;

  g_ptr_array_set_size (self->undo_steps, 0);
  g_ptr_array_set_size (self->redo_steps, 0);
  g_clear_pointer (&self->last_group, g_free);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int (statement, 1, MAX_STEPS);
  while ((step = academy_database_step (self->database, statement, error)) == ACADEMY_STEP_ROW)
    {
      gint64 seq = sqlite3_column_int64 (statement, 0);
      const char *action = academy_database_get_text (statement, 2);
      gint64 target = sqlite3_column_int64 (statement, 3);

      if (g_str_equal (action, "undo"))
        move_last (self->undo_steps, self->redo_steps, target);
      else if (g_str_equal (action, "redo"))
        move_last (self->redo_steps, self->undo_steps, target);
      else
        {
          g_ptr_array_set_size (self->redo_steps, 0);
          /* What the history does not keep cannot be undone from it. */
          if (sqlite3_column_int (statement, 4) == 0)
            g_ptr_array_add (self->undo_steps,
                             history_step_new (seq, academy_database_get_text (statement, 1),
                                               FALSE, nothing));
        }
    }

  return step == ACADEMY_STEP_DONE;
}

/* What is in a file may have been made by anybody. */
static GBytes *
read_changeset (AcademyStore  *self,
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
  sqlite3_bind_text (statement, 3, g_get_user_name (), -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, label, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 5, action, -1, SQLITE_STATIC);
  if (target != 0)
    sqlite3_bind_int64 (statement, 6, target);
  sqlite3_bind_int (statement, 7, personal);
  bind_changeset (statement, 8, changeset);

  return academy_database_finish (self->database, statement, error);
}

/* Writes the entry that a new file begins with, so that its copies have one in
 * common. */
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

/* What was typed and then typed back did not happen. */
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

/* Adds to the last step what was typed into the same field in the same go;
 * there is no step when nothing is left of it. It is another entry then, since
 * a copy of the file may have it as it was. */
static gboolean
extend_entry (AcademyStore        *self,
              const char          *at,
              GBytes              *recorded,
              GBytes              *unrecorded,
              AcademyHistoryStep **step,
              GError             **error)
{
  AcademyHistoryStep *last = get_last (self->undo_steps);
  g_autoptr(GBytes) before = read_changeset (self, last->seq, error);
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

  *step = history_step_new (last->seq, last->label, g_bytes_get_size (all_unrecorded) > 0, all_unrecorded);
  return TRUE;
}

static gboolean
extends_last (AcademyStore *self,
              AcademyEdit  *edit)
{
  return edit->group != NULL && g_strcmp0 (edit->group, self->last_group) == 0 &&
         self->undo_steps->len > 0 && self->redo_steps->len == 0;
}

/* Writes what an edit changed to the log, within its transaction. */
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

  if (extends_last (self, edit))
    return extend_entry (self, at, recorded, unrecorded, step, error);

  if (!write_entry (self, at, edit->label, "edit", 0, personal, recorded, error))
    return FALSE;

  *step = history_step_new (sqlite3_last_insert_rowid (academy_database_get_handle (self->database)),
                            edit->label, personal, unrecorded);
  return TRUE;
}

/* Remembers a step that is on the disk now. */
void
academy_store_push_history (AcademyStore       *self,
                            AcademyEdit        *edit,
                            AcademyHistoryStep *step)
{
  if (extends_last (self, edit))
    g_ptr_array_remove_index (self->undo_steps, self->undo_steps->len - 1);

  if (step != NULL)
    g_ptr_array_add (self->undo_steps, step);
  g_ptr_array_set_size (self->redo_steps, 0);
  g_set_str (&self->last_group, step != NULL ? edit->group : NULL);
}

/* Whether a row is another one than a changeset expects in nothing but the time
 * of its last change, which no changeset knows. */
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
  if (code == SQLITE_ABORT)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT,
                   _("This has been changed since, so the step can be neither undone nor redone."));
      return FALSE;
    }

  return code == SQLITE_OK || academy_database_fail (self->database, code, error);
}

static GBytes *
invert (AcademyStore  *self,
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

static gboolean
take_step (AcademyStore  *self,
           GPtrArray     *from,
           GPtrArray     *to,
           const char    *action,
           gsize         *size,
           GError       **error)
{
  AcademyHistoryStep *step = get_last (from);
  g_autoptr(GBytes) recorded = NULL;
  g_autoptr(GBytes) unrecorded = NULL;
  g_autoptr(GBytes) whole = NULL;
  g_autofree char *at = NULL;

  if (step == NULL)
    return TRUE;
  if (!academy_store_begin (self, error))
    return FALSE;

  recorded = read_changeset (self, step->seq, error);
  if (recorded == NULL)
    goto failed;
  unrecorded = g_bytes_ref (step->unrecorded);

  if (from == self->undo_steps)
    {
      g_autoptr(GBytes) forwards = g_steal_pointer (&recorded);
      g_autoptr(GBytes) forwards_unrecorded = g_steal_pointer (&unrecorded);

      recorded = invert (self, forwards, error);
      if (recorded == NULL)
        goto failed;
      unrecorded = invert (self, forwards_unrecorded, error);
      if (unrecorded == NULL)
        goto failed;
    }

  /* Links between the two parts hold only when both are there. */
  whole = combine (self, recorded, unrecorded, error);
  if (whole == NULL)
    goto failed;

  *size = g_bytes_get_size (whole);
  at = academy_stamp_new (self->database, error);
  if (at == NULL ||
      !apply_changeset (self, whole, error) ||
      !academy_store_note_unrecorded (self, unrecorded, at, error) ||
      !write_entry (self, at, step->label, action, step->seq, step->personal, recorded, error) ||
      !academy_store_commit (self, error))
    goto failed;

  move_last (from, to, step->seq);
  academy_journal_add (self->journal, recorded);
  g_clear_pointer (&self->last_group, g_free);
  return academy_store_publish (self, recorded, unrecorded, error);

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
 * Takes back the last edit; nothing happens when there is none.
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
 * @error: says why the step cannot be done again
 *
 * Does again what was undone last; nothing happens when there is none.
 *
 * Returns: whether the step is done again
 */
gboolean
academy_store_redo (AcademyStore  *self,
                    GError       **error)
{
  return go (self, self->redo_steps, self->undo_steps, "redo", error);
}

/**
 * academy_store_get_undo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): what would be undone, in English and
 *   marked for translation
 */
const char *
academy_store_get_undo_label (AcademyStore *self)
{
  AcademyHistoryStep *step = get_last (self->undo_steps);

  return step != NULL ? step->label : NULL;
}

/**
 * academy_store_get_redo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): what would be done again, in English and
 *   marked for translation
 */
const char *
academy_store_get_redo_label (AcademyStore *self)
{
  AcademyHistoryStep *step = get_last (self->redo_steps);

  return step != NULL ? step->label : NULL;
}
