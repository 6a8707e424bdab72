/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

/* Offer no more steps than this; older ones stay in the history. */
#define MAX_STEPS 1000

void
academy_history_step_free (AcademyHistoryStep *step)
{
  g_clear_pointer (&step->unrecorded, g_bytes_unref);
  g_clear_pointer (&step->changes, academy_changes_unref);
  g_free (step->label);
  g_free (step);
}

AcademyHistoryStep *
academy_history_step_new (gint64      seq,
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

AcademyHistoryStep *
academy_history_get_last (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

/* Moves an undone or redone step to the other stack. Its changes are kept only
 * while it is undone, to be compared with those of other edits. */
void
academy_history_move_last (GPtrArray      *from,
                           GPtrArray      *to,
                           gint64          seq,
                           AcademyChanges *changes)
{
  AcademyHistoryStep *step = academy_history_get_last (from);

  if (step == NULL || step->seq != seq)
    return;

  g_clear_pointer (&step->changes, academy_changes_unref);
  if (changes != NULL)
    step->changes = academy_changes_ref (changes);
  step->is_outrun = FALSE;
  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
}

/* Reads the changes of a step, unless they are known. */
static gboolean
know_changes (AcademyStore        *self,
              AcademyHistoryStep  *step,
              GError             **error)
{
  g_autoptr(GBytes) recorded = NULL;
  g_autoptr(AcademyChanges) changes = NULL;

  if (step->changes != NULL)
    return TRUE;

  recorded = academy_store_read_changeset (self, step->seq, error);
  changes = academy_changes_new ();
  if (recorded == NULL ||
      !academy_changes_add_changeset (changes, self->database, recorded, error) ||
      !academy_changes_add_changeset (changes, self->database, step->unrecorded, error))
    return FALSE;

  step->changes = g_steal_pointer (&changes);
  return TRUE;
}

static gboolean
overlaps_any (AcademyChanges *changes,
              GPtrArray      *others)
{
  for (guint i = 0; i < others->len; i++)
    if (academy_changes_overlap (changes, g_ptr_array_index (others, i)))
      return TRUE;

  return FALSE;
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const AcademyHistoryStep *first = a, *second = b;

  return (first->seq > second->seq) - (first->seq < second->seq);
}

/* Drops the undone steps whose changes an edit has overwritten, and later ones
 * that overlap with them. They stay in the history, from where they can be
 * brought back. Steps that cannot be read are dropped as well; all others stay. */
static void
set_aside (AcademyStore   *self,
           AcademyChanges *changes)
{
  g_autoptr(GPtrArray) overwritten = g_ptr_array_new ();

  g_ptr_array_add (overwritten, changes);
  for (guint i = self->redo_steps->len; i > 0; i--)
    {
      AcademyHistoryStep *step = g_ptr_array_index (self->redo_steps, i - 1);

      step->is_outrun = TRUE;
      if (know_changes (self, step, NULL) && !overlaps_any (step->changes, overwritten))
        continue;

      if (step->changes != NULL)
        g_ptr_array_add (overwritten, step->changes);
      g_ptr_array_add (self->lost_steps, g_ptr_array_steal_index (self->redo_steps, i - 1));
    }
  g_ptr_array_sort_values (self->lost_steps, compare_steps);
}

/* Collects the unrecorded changes of all steps, by the number of their entry. */
static GHashTable *
collect_unrecorded (AcademyStore *self)
{
  GPtrArray *stacks[] = { self->undo_steps, self->redo_steps, self->lost_steps };
  GHashTable *unrecorded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (stacks); i++)
    for (guint j = 0; j < stacks[i]->len; j++)
      {
        AcademyHistoryStep *step = g_ptr_array_index (stacks[i], j);

        if (step->personal)
          g_hash_table_insert (unrecorded, g_memdup2 (&step->seq, sizeof step->seq), g_bytes_ref (step->unrecorded));
      }

  return unrecorded;
}

static void
replay_edit (AcademyStore *self,
             gint64        seq,
             const char   *label,
             gboolean      personal,
             GHashTable   *unrecorded)
{
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);
  GBytes *remembered = personal ? g_hash_table_lookup (unrecorded, &seq) : NULL;
  g_autoptr(AcademyHistoryStep) step = academy_history_step_new (seq, label, personal,
                                                                 remembered != NULL ? remembered : nothing);

  if (self->redo_steps->len > 0 && know_changes (self, step, NULL))
    set_aside (self, step->changes);
  else
    g_ptr_array_set_size (self->redo_steps, 0);

  /* Unrecorded changes are lost after a restart, so that the step cannot be
   * undone. */
  g_clear_pointer (&step->changes, academy_changes_unref);
  if (!personal || remembered != NULL)
    g_ptr_array_add (self->undo_steps, g_steal_pointer (&step));
}

/* Rebuilds the stacks of undo and redo from the history, so that they survive a
 * restart. Other entries, such as the first one, are no steps. */
static gboolean
replay (AcademyStore  *self,
        GHashTable    *unrecorded,
        GError       **error)
{
  static const char sql[] =
    "SELECT * FROM (SELECT \"seq\", \"label\", \"action\", \"target\", \"personal\" FROM \"history\" "
    "WHERE \"action\" IN ('edit', 'undo', 'redo') ORDER BY \"seq\" DESC LIMIT ?) ORDER BY \"seq\"";
  sqlite3_stmt *statement = academy_database_prepare (self->database, sql, error);
  AcademyStep step;

  g_ptr_array_set_size (self->undo_steps, 0);
  g_ptr_array_set_size (self->redo_steps, 0);
  g_ptr_array_set_size (self->lost_steps, 0);
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
        academy_history_move_last (self->undo_steps, self->redo_steps, target, NULL);
      else if (g_str_equal (action, "redo"))
        academy_history_move_last (self->redo_steps, self->undo_steps, target, NULL);
      else
        replay_edit (self, seq, academy_database_get_text (statement, 1), sqlite3_column_int (statement, 4) != 0,
                     unrecorded);
    }

  return step == ACADEMY_STEP_DONE;
}

gboolean
academy_store_load_history (AcademyStore  *self,
                            GError       **error)
{
  g_autoptr(GHashTable) nothing = g_hash_table_new (g_int64_hash, g_int64_equal);

  return replay (self, nothing, error);
}

/* Whether an edit belongs to the group of the last step. */
gboolean
academy_store_extends_last (AcademyStore *self,
                            AcademyEdit  *edit)
{
  return edit->group != NULL && g_strcmp0 (edit->group, self->last_group) == 0 && self->undo_steps->len > 0;
}

/* Rebuilds the stacks after typing: the last step has other changes now, and may
 * overwrite fewer steps than before. */
static void
follow_again (AcademyStore *self)
{
  g_autoptr(GHashTable) unrecorded = collect_unrecorded (self);
  g_autoptr(GError) error = NULL;

  if (!replay (self, unrecorded, &error))
    academy_store_report (self, error);
}

/* Pushes a committed step; %NULL when nothing is left of typed changes. */
void
academy_store_push_history (AcademyStore       *self,
                            AcademyEdit        *edit,
                            AcademyHistoryStep *step,
                            AcademyChanges     *changes)
{
  gboolean extends = academy_store_extends_last (self, edit);
  gboolean is_there = step != NULL;

  if (extends)
    g_ptr_array_remove_index (self->undo_steps, self->undo_steps->len - 1);
  if (is_there)
    g_ptr_array_add (self->undo_steps, step);

  if (extends && self->redo_steps->len + self->lost_steps->len > 0)
    follow_again (self);
  else
    set_aside (self, changes);

  g_set_str (&self->last_group, is_there ? edit->group : NULL);
}
