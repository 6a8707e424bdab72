/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-row.h"
#include "academy-text.h"

enum {
  PROP_0,
  PROP_READ_ONLY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_AUTHOR,
  N_PROPS
};

enum {
  CHANGED,
  FILE_CHANGED,
  FAILED,
  BACKUP_WANTED,
  DAY_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyStore, academy_store, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/**
 * AcademyStore:
 *
 * An open programme file.
 *
 * academy_store_get() returns its items. There is one object for each row as long
 * as anybody holds a reference, and the store keeps that object up to date. Only
 * academy_store_apply() writes items. A store belongs to the thread that opened
 * it; a worker thread opens its own.
 */

static void
item_gone_cb (gpointer  data,
              GObject  *item)
{
  AcademyStore *self = data;

  g_hash_table_remove (self->items, academy_item_get_id ((AcademyItem *) item));
}

/* Stops loading the links of a deleted item: its rows are gone. */
static void
forget_item (AcademyStore *self,
             const char   *id)
{
  AcademyItem *item = g_hash_table_lookup (self->items, id);

  if (item == NULL)
    return;

  g_object_weak_unref (G_OBJECT (item), item_gone_cb, self);
  academy_item_set_fill (item, NULL, NULL);
  g_hash_table_remove (self->items, id);
}

static GPtrArray *
hold_items (AcademyStore *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iterator;
  gpointer item;

  g_hash_table_iter_init (&iterator, self->items);
  while (g_hash_table_iter_next (&iterator, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));

  return items;
}

/* Loads the links of all items that outlive the store. */
static void
let_go_of_items (AcademyStore *self)
{
  g_autoptr(GPtrArray) items = hold_items (self);
  g_autoptr(GError) error = NULL;

  g_hash_table_remove_all (self->items);
  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);

      g_object_weak_unref (G_OBJECT (item), item_gone_cb, self);
      if (error == NULL)
        academy_item_fill (item, &error);
      academy_item_set_fill (item, NULL, NULL);
    }

  if (error != NULL)
    academy_store_report (self, error);
}

static void
academy_store_dispose (GObject *object)
{
  AcademyStore *self = ACADEMY_STORE (object);

  let_go_of_items (self);
  academy_store_close_file (self, NULL);

  G_OBJECT_CLASS (academy_store_parent_class)->dispose (object);
}

static void
academy_store_finalize (GObject *object)
{
  AcademyStore *self = ACADEMY_STORE (object);

  g_clear_pointer (&self->as_of, g_date_time_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->undo_steps, g_ptr_array_unref);
  g_clear_pointer (&self->redo_steps, g_ptr_array_unref);
  g_clear_pointer (&self->lost_steps, g_ptr_array_unref);
  g_clear_pointer (&self->reversal, academy_reversal_free);
  g_clear_pointer (&self->faults, g_hash_table_unref);
  g_clear_pointer (&self->translations, academy_translations_free);
  g_free (self->last_group);
  g_free (self->author);
  g_free (self->path);

  G_OBJECT_CLASS (academy_store_parent_class)->finalize (object);
}

static void
academy_store_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AcademyStore *self = ACADEMY_STORE (object);

  switch (prop_id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, academy_store_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, academy_store_get_redo_label (self));
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* An empty name counts as none. */
static void
set_author (AcademyStore *self,
            const char   *author)
{
  g_autofree char *name = academy_text_dup_printable (author != NULL ? author : "");

  g_strstrip (name);
  g_set_str (&self->author, *name != '\0' ? name : NULL);
}

static void
academy_store_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_AUTHOR:
      set_author (ACADEMY_STORE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
academy_store_class_init (AcademyStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = academy_store_dispose;
  object_class->finalize = academy_store_finalize;
  object_class->get_property = academy_store_get_property;
  object_class->set_property = academy_store_set_property;

  /**
   * AcademyStore:read-only:
   *
   * Whether edits are refused because the file cannot be written.
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * AcademyStore:undo-label:
   *
   * The label of the edit that would be undone, in English and marked for
   * translation; %NULL when there is none.
   */
  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * AcademyStore:redo-label:
   *
   * The label of the edit that would be redone; like #AcademyStore:undo-label.
   */
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * AcademyStore:author:
   *
   * The name that is recorded with edits; %NULL for the user name of the
   * computer.
   */
  properties[PROP_AUTHOR] =
    g_param_spec_string ("author", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AcademyStore::changed:
   * @self: the store
   * @changes: the changes
   *
   * Emitted after a transaction, when the items have their new values.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, ACADEMY_TYPE_CHANGES);

  /**
   * AcademyStore::file-changed:
   * @self: the store
   *
   * Emitted when the file is replaced, moved or overwritten, when the store
   * switches to another file, and when a wait for the lock of another process
   * begins or ends.
   */
  signals[FILE_CHANGED] = g_signal_new ("file-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AcademyStore::failed:
   * @self: the store
   * @error: the error
   *
   * Emitted after an error while reading that no caller can be told.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * AcademyStore::backup-wanted:
   * @self: the store
   *
   * Emitted when no existing backup can be completed by the journal, so that a
   * new one should be made soon, see academy_backup_keep_async().
   */
  signals[BACKUP_WANTED] = g_signal_new ("backup-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AcademyStore::day-changed:
   * @self: the store
   *
   * Emitted after #AcademyStore::changed when academy_store_get_status_date() gives
   * another day because of it.
   */
  signals[DAY_CHANGED] = g_signal_new ("day-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_store_init (AcademyStore *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->undo_steps = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_history_step_free);
  self->redo_steps = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_history_step_free);
  self->lost_steps = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_history_step_free);
  self->faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * academy_store_close:
 * @self: a store
 * @error: return location for an error
 *
 * Checkpoints the write-ahead log. The store cannot be used afterwards.
 *
 * Returns: whether the file is closed
 */
gboolean
academy_store_close (AcademyStore  *self,
                     GError       **error)
{
  let_go_of_items (self);
  return academy_store_close_file (self, error);
}

/**
 * academy_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the path of the file, with symbolic links resolved
 */
const char *
academy_store_get_path (AcademyStore *self)
{
  return self->path;
}

/**
 * academy_store_is_read_only:
 * @self: a store
 *
 * Returns: whether edits are refused because the file cannot be written
 */
gboolean
academy_store_is_read_only (AcademyStore *self)
{
  return self->read_only;
}

/* Keeps an item up to date. A damaged file may have the same id in two tables;
 * then only the item read first is. */
void
academy_store_adopt (AcademyStore *self,
                     AcademyItem  *item)
{
  if (g_hash_table_contains (self->items, academy_item_get_id (item)))
    return;

  g_hash_table_insert (self->items, g_strdup (academy_item_get_id (item)), item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
}

static gboolean
read_links (AcademyItem  *item,
            gpointer      data,
            GError      **error)
{
  AcademyStore *self = data;
  g_autoptr(GError) reason = NULL;

  if (academy_row_read_links (self->database, item, &reason))
    return TRUE;

  if (error != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    academy_store_report (self, reason);
  return FALSE;
}

/**
 * academy_store_get:
 * @self: a store
 * @kind: the kind of the item
 * @id: (nullable): the id of the item; %NULL counts as not found, since a damaged
 *   file may lack an id
 * @error: return location for an error, %ACADEMY_ERROR_NOT_FOUND when there is no
 *   such item
 *
 * Returns: (transfer full): the item
 */
AcademyItem *
academy_store_get (AcademyStore       *self,
                   const AcademyKind  *kind,
                   const char         *id,
                   GError            **error)
{
  return academy_store_get_at (self, kind, id, ACADEMY_ROW_UNKNOWN, error);
}

/**
 * academy_store_get_at:
 * @self: a store
 * @kind: the kind of the item
 * @id: (nullable): its id
 * @row: its rowid when it was last read, or %ACADEMY_ROW_UNKNOWN
 * @error: return location for an error, as in academy_store_get()
 *
 * Reads the item at @row, which takes half the time, if it still has @id;
 * otherwise finds it by its id.
 *
 * Returns: (transfer full): the item
 */
AcademyItem *
academy_store_get_at (AcademyStore       *self,
                      const AcademyKind  *kind,
                      const char         *id,
                      gint64              row,
                      GError            **error)
{
  AcademyItem *live = id != NULL ? g_hash_table_lookup (self->items, id) : NULL;
  g_autoptr(AcademyItem) item = NULL;
  gboolean found = FALSE;

  if (live != NULL && academy_item_get_kind (live) == kind)
    return g_object_ref (live);

  item = academy_item_new (kind, id);
  if (live == NULL)
    academy_item_set_fill (item, read_links, self);
  if (id != NULL && !academy_row_read (self->database, item, row, &found, error))
    return NULL;
  if (!found)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND, _("This is no longer in the file."));
      return NULL;
    }

  if (self->translations != NULL)
    academy_translations_apply (self->translations, item);
  academy_store_adopt (self, item);
  return g_steal_pointer (&item);
}

/**
 * academy_store_has:
 * @self: a store
 * @kind: the kind of an item
 * @id: its id
 *
 * Returns: whether the item is in use, so that academy_store_get() need not read it
 */
gboolean
academy_store_has (AcademyStore      *self,
                   const AcademyKind *kind,
                   const char        *id)
{
  AcademyItem *live = g_hash_table_lookup (self->items, id);

  return live != NULL && academy_item_get_kind (live) == kind;
}

static gboolean
reread_item (AcademyStore  *self,
             AcademyItem   *item,
             GError       **error)
{
  gboolean found, read;

  g_object_freeze_notify (G_OBJECT (item));
  read = academy_row_read (self->database, item, ACADEMY_ROW_UNKNOWN, &found, error);
  g_object_thaw_notify (G_OBJECT (item));

  if (read && !found)
    forget_item (self, academy_item_get_id (item));
  return read;
}

static void
emit_changed (AcademyStore   *self,
              AcademyChanges *changes)
{
  gboolean known = self->knows_status_date;
  AcademyDay status_date = self->status_date;

  if (academy_changes_touch (changes, &academy_programme_kind))
    self->knows_status_date = FALSE;

  g_signal_emit (self, signals[CHANGED], 0, changes);
  if (known && academy_store_get_status_date (self) != status_date)
    g_signal_emit (self, signals[DAY_CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

/* Updates the items after a transaction and emits the changes. An item that cannot
 * be read is reported: the transaction is committed, so that it did not fail. */
void
academy_store_publish (AcademyStore   *self,
                       AcademyChanges *changes)
{
  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);
      AcademyItem *live = g_hash_table_lookup (self->items, change->id);
      g_autoptr(AcademyItem) item = live != NULL ? g_object_ref (live) : NULL;
      g_autoptr(GError) error = NULL;

      if (change->type == ACADEMY_CHANGE_REMOVED)
        forget_item (self, change->id);
      else if (item != NULL && !reread_item (self, item, &error))
        academy_store_report (self, error);
    }

  emit_changed (self, changes);
}

gboolean
academy_store_read_data_version (AcademyStore  *self,
                                 GError       **error)
{
  return academy_database_get_int (self->database, "PRAGMA data_version", &self->data_version, error);
}

void
academy_store_notify_file (AcademyStore *self)
{
  g_signal_emit (self, signals[FILE_CHANGED], 0);
}

/* Re-reads everything, since any content may have changed. */
gboolean
academy_store_read_again (AcademyStore  *self,
                          GError       **error)
{
  g_autoptr(AcademyChanges) changes = NULL;
  g_autoptr(GPtrArray) items = hold_items (self);

  for (guint i = 0; i < items->len; i++)
    if (!reread_item (self, g_ptr_array_index (items, i), error))
      return FALSE;

  if (!academy_store_load_history (self, error))
    return FALSE;
  academy_journal_restart (self->journal);

  changes = academy_changes_new_everything ();
  emit_changed (self, changes);
  return TRUE;
}

/**
 * academy_store_refresh:
 * @self: a store
 * @error: return location for an error
 *
 * Takes over changes that another process has written, if the file is still the
 * one that was opened.
 *
 * Returns: whether the items are up to date
 */
gboolean
academy_store_refresh (AcademyStore  *self,
                       GError       **error)
{
  gint64 known = self->data_version;

  if (!academy_store_look (self, error))
    return FALSE;
  if (academy_store_is_old (self))
    return academy_store_move_to (self, self->path, error);
  if (!academy_store_read_data_version (self, error))
    return FALSE;

  return self->data_version == known || academy_store_read_again (self, error);
}

void
academy_store_want_backup (AcademyStore *self)
{
  g_signal_emit (self, signals[BACKUP_WANTED], 0);
}

/**
 * academy_store_report:
 * @self: a store
 * @error: (transfer none): the error
 *
 * Emits #AcademyStore::failed, for code without a caller that could handle the
 * error.
 */
void
academy_store_report (AcademyStore *self,
                      GError       *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

/* Reports a fault of the file once, however often it is read. */
void
academy_store_report_fault (const GError *fault,
                            gpointer      data)
{
  AcademyStore *self = data;

  if (g_hash_table_add (self->faults, g_strdup (fault->message)))
    academy_store_report (self, (GError *) fault);
}
