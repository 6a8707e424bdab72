/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-undone.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-instant.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-store-private.h"
#include "academy-row.h"

/* The length of an excerpt that tells one text from another. */
#define MOST_STEPS   200
#define MOST_LETTERS 200

void
academy_undone_free (AcademyUndone *self)
{
  g_clear_pointer (&self->at, g_date_time_unref);
  g_free (self->what);
  g_free (self->excerpt);
  g_free (self);
}

static gboolean
is_text (const AcademyField *field)
{
  return field->type == ACADEMY_TEXT || field->type == ACADEMY_LONG_TEXT;
}

/* Returns the first text that a step wrote into an item, and its field. */
static char *
dup_written (AcademyStore         *self,
             GBytes               *changeset,
             const char           *id,
             const AcademyField  **field,
             GError              **error)
{
  sqlite3_changeset_iter *iterator;
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);
  char *written = NULL;

  *field = NULL;
  if (sqlite3changeset_start (&iterator, size, data) != SQLITE_OK)
    return NULL;

  while (written == NULL && sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;
      const AcademyKind *kind;
      const AcademyField *links;
      sqlite3_value *key = NULL;

      sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
      kind = academy_row_find_kind (table, &links);
      if (kind == NULL || links != NULL || operation == SQLITE_DELETE)
        continue;

      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iterator, 0, &key);
      else
        sqlite3changeset_old (iterator, 0, &key);
      if (key == NULL || g_strcmp0 ((const char *) sqlite3_value_text (key), id) != 0)
        continue;

      for (int column = 1; column < n_columns && written == NULL; column++)
        {
          sqlite3_value *value = NULL;
          const AcademyField *found;

          sqlite3changeset_new (iterator, column, &value);
          if (value == NULL || sqlite3_value_type (value) != SQLITE_TEXT)
            continue;

          found = academy_changes_find_field (self->database, kind, column, error);
          if (found == NULL || !is_text (found))
            continue;
          *field = found;
          written = g_strdup ((const char *) sqlite3_value_text (value));
        }
    }
  sqlite3changeset_finalize (iterator);

  return written;
}

static char *
shorten (const char *text)
{
  g_autofree char *start = g_utf8_strlen (text, -1) > MOST_LETTERS ? g_utf8_substring (text, 0, MOST_LETTERS) : NULL;

  return start != NULL ? g_strconcat (start, "…", NULL) : g_strdup (text);
}

/* Returns the change that describes the step: the first one that added or changed
 * an item, but not one of the many in a baseline. */
static const AcademyChange *
find_main (AcademyChanges *changes)
{
  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);

      if (change->type != ACADEMY_CHANGE_REMOVED && (change->kind->flags & ACADEMY_KIND_MANY) == 0)
        return change;
    }

  return NULL;
}

static char *
describe (AcademyStore        *self,
          const char          *label,
          const AcademyChange *change,
          const AcademyField  *field)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(AcademyItem) item = academy_store_get (self, change->kind, change->id, NULL);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  g_strv_builder_take (builder, field != NULL && change->type == ACADEMY_CHANGE_CHANGED ? g_strdup (_(field->label))
                                                                                       : academy_step_dup_label (label));
  if (item != NULL)
    {
      g_autofree char *place = academy_reversal_dup_place (self, item);

      g_strv_builder_take (builder, academy_item_dup_title (item, language));
      if (place != NULL)
        g_strv_builder_take (builder, g_steal_pointer (&place));
    }
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static AcademyUndone *
read_step (AcademyStore        *self,
           AcademyHistoryStep  *step,
           GError             **error)
{
  g_autoptr(AcademyUndone) undone = g_new0 (AcademyUndone, 1);
  g_autoptr(GBytes) changeset = academy_store_read_changeset (self, step->seq, error);
  g_autoptr(AcademyChanges) changes = academy_changes_new ();
  const AcademyChange *change;
  const AcademyField *field = NULL;
  g_autofree char *written = NULL;
  g_autofree char *at = NULL;

  if (changeset == NULL || !academy_changes_add_changeset (changes, self->database, changeset, error))
    return NULL;

  at = academy_store_dup_time (self, step->seq, error);
  if (at == NULL)
    return NULL;

  undone->step = step->seq;
  undone->at = academy_instant_from_text (at);
  change = find_main (changes);
  if (change != NULL)
    {
      written = dup_written (self, changeset, change->id, &field, error);
      undone->what = describe (self, step->label, change, field);
      undone->excerpt = written != NULL ? shorten (written) : NULL;
    }

  return g_steal_pointer (&undone);
}

/**
 * academy_store_has_undone:
 * @store: a store
 *
 * Returns: whether any undone step is dropped or can be redone
 */
gboolean
academy_store_has_undone (AcademyStore *store)
{
  return store->redo_steps->len + store->lost_steps->len > 0;
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const AcademyHistoryStep *first = a, *second = b;

  return (first->seq < second->seq) - (first->seq > second->seq);
}

/**
 * academy_store_get_undone:
 * @store: a store
 * @error: return location for an error
 *
 * Lists undone steps that can be brought back, also those whose values were
 * overwritten since. Steps that only deleted items, and steps about people, are
 * left out.
 *
 * Returns: (transfer full) (element-type AcademyUndone): the steps, newest first
 */
GPtrArray *
academy_store_get_undone (AcademyStore  *store,
                          GError       **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new ();
  g_autoptr(GPtrArray) undone = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_undone_free);

  g_ptr_array_extend (steps, store->redo_steps, NULL, NULL);
  g_ptr_array_extend (steps, store->lost_steps, NULL, NULL);
  g_ptr_array_sort_values (steps, compare_steps);

  for (guint i = 0; i < steps->len && undone->len < MOST_STEPS; i++)
    {
      AcademyHistoryStep *step = g_ptr_array_index (steps, i);
      AcademyUndone *one = step->personal ? NULL : read_step (store, step, error);

      if (one == NULL && !step->personal)
        return NULL;
      if (one != NULL && one->what != NULL)
        g_ptr_array_add (undone, one);
      else
        g_clear_pointer (&one, academy_undone_free);
    }

  return g_steal_pointer (&undone);
}

/* Overwrites present values, and ignores items that exist already or are deleted
 * already. */
static int
conflict_cb (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *iterator)
{
  const char *table;
  int n_columns, operation, indirect;

  if (conflict == SQLITE_CHANGESET_DATA)
    return SQLITE_CHANGESET_REPLACE;
  if (conflict == SQLITE_CHANGESET_CONFLICT)
    return SQLITE_CHANGESET_OMIT;
  if (conflict != SQLITE_CHANGESET_NOTFOUND)
    return SQLITE_CHANGESET_ABORT;

  sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
  return operation == SQLITE_DELETE ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

static void
set_gone (GError **error)
{
  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT,
               _("What this belongs to is no longer in the file, so it cannot be brought back."));
}

static gboolean
write_step (AcademyStore  *self,
            AcademyEdit   *edit,
            GError       **error)
{
  g_autoptr(GBytes) changeset = academy_store_read_changeset (self, edit->step, error);
  g_autoptr(AcademyChanges) changes = academy_changes_new ();
  int code;

  if (changeset == NULL || !academy_changes_add_changeset (changes, self->database, changeset, error))
    return FALSE;

  code = sqlite3changeset_apply_v2 (academy_database_get_handle (self->database), g_bytes_get_size (changeset),
                                    (gpointer) g_bytes_get_data (changeset, NULL), NULL, conflict_cb, NULL, NULL, NULL,
                                    SQLITE_CHANGESETAPPLY_FKNOACTION);
  if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
    {
      set_gone (error);
      return FALSE;
    }

  return (code == SQLITE_OK || academy_database_fail (self->database, code, error)) &&
         academy_store_judge_changes (self, changes, error);
}

/* Brings deleted rows back. What is there again, was set to something else or has
 * gone since stays as it is; links without a target are mended afterwards. */
static int
removed_conflict_cb (void                   *data,
                     int                     conflict,
                     sqlite3_changeset_iter *iterator)
{
  return conflict == SQLITE_CHANGESET_CONSTRAINT ? SQLITE_CHANGESET_ABORT : SQLITE_CHANGESET_OMIT;
}

/* Returns the statement that lets go of a link of an item whose target is not there,
 * as the key of the link would; %NULL for the owner, without which nothing is. */
static char *
dup_mending (const AcademyKind  *kind,
             const AcademyField *field)
{
  g_autofree char *links = field->type == ACADEMY_LINKS ? academy_row_links (kind, field) : NULL;

  if (links != NULL)
    return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"item\" = ?1 AND \"target\" NOT IN (SELECT \"id\" FROM \"%s\")",
                            links, field->target);
  if (field->type != ACADEMY_LINK || (field->flags & ACADEMY_OWNER) != 0)
    return NULL;
  if (academy_field_is_required (field))
    return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1 AND \"%s\" NOT IN (SELECT \"id\" FROM \"%s\")",
                            kind->name, field->name, field->target);

  return g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"id\" = ?1 AND \"%s\" NOT IN (SELECT \"id\" FROM \"%s\")",
                          kind->name, field->name, field->name, field->target);
}

static gboolean
mend_links (AcademyDatabase      *database,
            const AcademyChange  *change,
            GError              **error)
{
  ACADEMY_KIND_FOREACH_FIELD (change->kind, field)
    {
      g_autofree char *sql = dup_mending (change->kind, field);
      sqlite3_stmt *statement = sql != NULL ? academy_database_prepare (database, sql, error) : NULL;

      if (sql == NULL)
        continue;
      if (statement == NULL)
        return FALSE;

      sqlite3_bind_text (statement, 1, change->id, -1, SQLITE_TRANSIENT);
      if (!academy_database_finish (database, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_links (AcademyDatabase  *database,
             GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, "PRAGMA foreign_key_check", error);
  AcademyStep step = statement != NULL ? academy_database_step (database, statement, error) : ACADEMY_STEP_FAILED;

  if (step == ACADEMY_STEP_ROW)
    {
      sqlite3_reset (statement);
      set_gone (error);
    }
  return step == ACADEMY_STEP_DONE;
}

static gboolean
write_removed (AcademyStore  *self,
               AcademyEdit   *edit,
               GError       **error)
{
  g_autoptr(GBytes) changeset = academy_store_read_changeset (self, edit->step, error);
  g_autoptr(GBytes) inverse = changeset != NULL ? academy_store_invert_changeset (self, changeset, error) : NULL;
  g_autoptr(AcademyChanges) changes = academy_changes_new ();
  int code;

  if (inverse == NULL || !academy_changes_add_changeset (changes, self->database, inverse, error))
    return FALSE;

  code = sqlite3changeset_apply_v2 (academy_database_get_handle (self->database), g_bytes_get_size (inverse),
                                    (gpointer) g_bytes_get_data (inverse, NULL), NULL, removed_conflict_cb, NULL, NULL, NULL,
                                    SQLITE_CHANGESETAPPLY_FKNOACTION);
  if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
    {
      set_gone (error);
      return FALSE;
    }
  if (code != SQLITE_OK)
    return academy_database_fail (self->database, code, error);

  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    if (!mend_links (self->database, academy_changes_get (changes, i), error))
      return FALSE;

  return check_links (self->database, error) && academy_store_judge_changes (self, changes, error);
}

/**
 * academy_store_bring_back_removed:
 * @store: a store
 * @step: the number of an entry of the history that deleted something
 * @error: return location for an error
 *
 * Brings back what the entry deleted, with its parts and the links to it, as an edit
 * of its own that can be undone. Links to what has gone since are left out.
 *
 * Returns: whether it is back
 */
gboolean
academy_store_bring_back_removed (AcademyStore  *store,
                                  gint64         step,
                                  GError       **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (N_("Bring back"));

  edit->step = step;
  return academy_store_write (store, edit, write_removed, error);
}

/**
 * academy_store_bring_back:
 * @store: a store
 * @step: the number of a step that was undone
 * @error: return location for an error
 *
 * Writes the changes of the step again, over the present values, as an edit of
 * its own that can be undone.
 *
 * Returns: whether they are written
 */
gboolean
academy_store_bring_back (AcademyStore  *store,
                          gint64         step,
                          GError       **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (N_("Bring back"));

  edit->step = step;
  return academy_store_write (store, edit, write_step, error);
}
