/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "academy-draft.h"
#include "academy-error.h"
#include "academy-position-private.h"
#include "academy-row.h"
#include "academy-rules-private.h"
#include "academy-stamp.h"

#define LARGE_CHANGESET (1 << 20)

/* Sessions for one transaction: for the changes recorded in the history, and for
 * the others. */
typedef struct {
  sqlite3_session *recorded;
  sqlite3_session *unrecorded;
} Recording;

static void
recording_clear (Recording *recording)
{
  g_clear_pointer (&recording->recorded, sqlite3session_delete);
  g_clear_pointer (&recording->unrecorded, sqlite3session_delete);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recording, recording_clear)

/* Attaches the table of a kind and those of its links to a session. */
gboolean
academy_store_attach_kind (sqlite3_session   *session,
                           const AcademyKind *kind)
{
  if (sqlite3session_attach (session, kind->name) != SQLITE_OK)
    return FALSE;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type == ACADEMY_LINKS)
      {
        g_autofree char *links = academy_row_links (kind, field);

        if (sqlite3session_attach (session, links) != SQLITE_OK)
          return FALSE;
      }

  return TRUE;
}

static gboolean
recording_start (Recording        *recording,
                 AcademyDatabase  *database,
                 GError          **error)
{
  sqlite3 *handle = academy_database_get_handle (database);

  if (sqlite3session_create (handle, "main", &recording->recorded) != SQLITE_OK ||
      sqlite3session_create (handle, "main", &recording->unrecorded) != SQLITE_OK)
    return academy_database_fail (database, SQLITE_NOMEM, error);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (!academy_store_attach_kind ((*kind)->flags & ACADEMY_KIND_UNRECORDED ? recording->unrecorded : recording->recorded, *kind))
      return academy_database_fail (database, SQLITE_NOMEM, error);

  return TRUE;
}

static GBytes *
get_changeset (sqlite3_session  *session,
               AcademyDatabase  *database,
               GError          **error)
{
  gpointer data = NULL;
  int size = 0;
  int code = sqlite3session_changeset (session, &size, &data);

  if (code != SQLITE_OK)
    {
      academy_database_fail (database, code, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/* Returns a copy of an item as it will be after the edit, made at its first
 * change. */
static AcademyItem *
get_result (GHashTable  *results,
            AcademyItem *item)
{
  AcademyItem *result = g_hash_table_lookup (results, item);

  if (result == NULL)
    {
      result = academy_item_copy (item);
      g_hash_table_insert (results, item, result);
    }

  return result;
}

/* Validates the items as they will be after the edit, and returns them by item. */
static GHashTable *
get_results (AcademyEdit  *edit,
             GError      **error)
{
  g_autoptr(GHashTable) results = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  GHashTableIter iterator;
  gpointer result;

  for (guint i = 0; i < edit->operations->len; i++)
    {
      AcademyOperation *operation = &g_array_index (edit->operations, AcademyOperation, i);

      /* Load the links even of deleted items now: a caller may keep the object
       * and read them later. */
      if (!academy_item_fill (operation->item, error))
        return NULL;

      if (operation->type == ACADEMY_OPERATION_DELETE)
        g_hash_table_remove (results, operation->item);
      else
        {
          AcademyItem *copy = get_result (results, operation->item);

          if (operation->type == ACADEMY_OPERATION_SET)
            academy_item_set_value (copy, operation->field, &operation->value);
        }
    }

  /* Tell of a field of this edit first: that is where its user looks. */
  for (guint i = 0; i < edit->operations->len; i++)
    {
      AcademyOperation *operation = &g_array_index (edit->operations, AcademyOperation, i);
      AcademyItem *copy = g_hash_table_lookup (results, operation->item);

      if (operation->type == ACADEMY_OPERATION_SET && copy != NULL &&
          !academy_item_validate_field (copy, operation->field, error))
        return NULL;
    }

  g_hash_table_iter_init (&iterator, results);
  while (g_hash_table_iter_next (&iterator, NULL, &result))
    if (!academy_item_validate (result, error))
      return NULL;

  return g_steal_pointer (&results);
}

/* Checks the unique fields written by an operation. */
static gboolean
check_unique (AcademyStore      *self,
              AcademyOperation  *operation,
              GError           **error)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (operation->item), field)
    {
      gboolean is_set = operation->type == ACADEMY_OPERATION_SET && operation->field == field;

      if ((field->flags & ACADEMY_UNIQUE) && (is_set || operation->type == ACADEMY_OPERATION_CREATE) &&
          !academy_row_check_unique (self->database, operation->item, field, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_all_unique (AcademyStore  *self,
                  AcademyEdit   *edit,
                  GError       **error)
{
  for (guint i = 0; i < edit->operations->len; i++)
    if (!check_unique (self, &g_array_index (edit->operations, AcademyOperation, i), error))
      return FALSE;

  return TRUE;
}

/* Validates all of the edit and writes it, within the transaction of the caller. */
gboolean
academy_store_write_operations (AcademyStore  *self,
                                AcademyEdit   *edit,
                                GError       **error)
{
  g_autoptr(GHashTable) results = get_results (edit, error);
  g_autoptr(GHashTable) lasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (results == NULL)
    return FALSE;

  for (guint i = 0; i < edit->operations->len; i++)
    {
      AcademyOperation *operation = &g_array_index (edit->operations, AcademyOperation, i);
      const AcademyKind *kind = academy_item_get_kind (operation->item);
      const char *id = academy_item_get_id (operation->item);
      gboolean written = FALSE;
      AcademyItem *result;

      switch (operation->type)
        {
        case ACADEMY_OPERATION_SET:
          written = academy_row_update (self->database, kind, id, operation->field, &operation->value, error);
          break;
        case ACADEMY_OPERATION_CREATE:
          /* A required field may get its value later in the edit. */
          result = g_hash_table_lookup (results, operation->item);
          if (result == NULL)
            result = operation->item;
          written = academy_position_append (self->database, lasts, result, error) &&
                    academy_row_insert (self->database, result, error);
          break;
        case ACADEMY_OPERATION_DELETE:
          written = academy_row_delete (self->database, kind, id, error);
          break;
        default:
          g_assert_not_reached ();
        }

      if (!written)
        return FALSE;
    }

  return check_all_unique (self, edit, error) &&
         academy_rules_check_edit (self->database, edit, error) &&
         academy_rules_follow_edit (self->database, edit, error);
}

/* Validates the items that a changeset added or changed, by the same rules as an
 * edit, within the transaction of the caller. */
gboolean
academy_store_judge_changes (AcademyStore    *self,
                             AcademyChanges  *changes,
                             GError         **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new ("");
  g_autoptr(GHashTable) results = NULL;

  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);
      g_autoptr(AcademyItem) item = academy_item_new (change->kind, change->id);
      gboolean found;

      if (!academy_row_read (self->database, item, ACADEMY_ROW_UNKNOWN, &found, error))
        return FALSE;
      if (!found)
        continue;
      if (!academy_row_read_links (self->database, item, error))
        return FALSE;
      academy_edit_create (edit, item);
    }

  results = get_results (edit, error);
  return results != NULL && check_all_unique (self, edit, error) &&
         academy_rules_check_edit (self->database, edit, error);
}

static void
adopt_created (AcademyStore *self,
               AcademyEdit  *edit)
{
  for (guint i = 0; i < edit->operations->len; i++)
    {
      AcademyOperation *operation = &g_array_index (edit->operations, AcademyOperation, i);

      if (operation->type == ACADEMY_OPERATION_CREATE)
        {
          academy_store_adopt (self, operation->item);
          academy_draft_end (operation->item);
        }
    }
}

static gboolean
apply (AcademyStore      *self,
       AcademyEdit       *edit,
       AcademyWriteFunc   write,
       gsize             *size,
       GError           **error)
{
  g_auto(Recording) recording = { NULL };
  g_autoptr(GBytes) recorded = NULL;
  g_autoptr(GBytes) unrecorded = NULL;
  g_autoptr(AcademyHistoryStep) step = NULL;
  g_autoptr(AcademyChanges) changes = academy_changes_new ();
  g_autofree char *at = NULL;

  if (!academy_store_begin (self, error))
    return FALSE;

  if (!recording_start (&recording, self->database, error) ||
      !write (self, edit, error))
    goto failed;

  recorded = get_changeset (recording.recorded, self->database, error);
  if (recorded == NULL)
    goto failed;
  unrecorded = get_changeset (recording.unrecorded, self->database, error);
  if (unrecorded == NULL)
    goto failed;

  *size = g_bytes_get_size (recorded) + g_bytes_get_size (unrecorded);
  if (*size == 0)
    {
      academy_store_rollback (self);
      return TRUE;
    }

  recording_clear (&recording);
  at = academy_stamp_new (self->database, error);
  if (at == NULL ||
      !academy_store_note_unrecorded (self, unrecorded, at, error) ||
      !academy_store_append_history (self, edit, at, recorded, unrecorded, &step, error) ||
      !academy_changes_add_changeset (changes, self->database, recorded, error) ||
      !academy_changes_add_changeset (changes, self->database, unrecorded, error) ||
      !academy_store_commit (self, error))
    goto failed;

  academy_store_push_history (self, edit, g_steal_pointer (&step), changes);
  adopt_created (self, edit);
  academy_journal_add (self->journal, recorded);
  academy_store_publish (self, changes);
  return TRUE;

failed:
  academy_store_rollback (self);
  return FALSE;
}

/* Writes the initial content of a new file, within the transaction of the caller. */
gboolean
academy_store_write_content (AcademyStore  *self,
                             AcademyEdit   *content,
                             GError       **error)
{
  g_auto(Recording) recording = { NULL };
  g_autofree char *at = academy_stamp_new (self->database, error);
  g_autoptr(GBytes) unrecorded = NULL;

  if (at == NULL || !recording_start (&recording, self->database, error) ||
      !academy_store_write_operations (self, content, error))
    return FALSE;

  unrecorded = get_changeset (recording.unrecorded, self->database, error);
  recording_clear (&recording);
  return unrecorded != NULL && academy_store_note_unrecorded (self, unrecorded, at, error) &&
         academy_store_begin_history (self, content->label, at, error);
}

/* Return the memory of a large edit to the system; the next large one seldom
 * comes soon. */
void
academy_store_give_back_memory (gsize size)
{
#ifdef __GLIBC__
  if (size >= LARGE_CHANGESET)
    malloc_trim (0);
#endif
}

/* Runs @write in a transaction and records its changes as an entry of the
 * history. */
gboolean
academy_store_write (AcademyStore      *self,
                     AcademyEdit       *edit,
                     AcademyWriteFunc   write,
                     GError           **error)
{
  gsize size = 0;
  gboolean written = apply (self, edit, write, &size, error);

  academy_store_give_back_memory (size);
  return written;
}

/**
 * academy_store_apply:
 * @self: a store
 * @edit: (transfer none): the edit
 * @error: says what is wrong and what to do
 *
 * Validates all of @edit and writes it in one transaction. If it returns %TRUE,
 * the edit is on the disk, the items have the new values, and it can be undone.
 * If it returns %FALSE, nothing has changed.
 *
 * Returns: whether the edit is saved
 */
gboolean
academy_store_apply (AcademyStore  *self,
                     AcademyEdit   *edit,
                     GError       **error)
{
  return academy_store_write (self, edit, academy_store_write_operations, error);
}
