/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-journal-private.h"

#include <glib/gi18n-lib.h>

#include "academy-backup-private.h"
#include "academy-copy.h"
#include "academy-error.h"
#include "academy-schema.h"
#include "academy-store-private.h"

/* Restart the journal, and ask for a backup, at this size in bytes. */
#define MOST_BYTES (16 << 20)

/* The parts of a transaction: the recorded changes are those in the history. */
typedef enum {
  RECORDED,
  REST,
  N_PARTS
} Part;

typedef struct {
  /* Owned */
  GBytes *parts[N_PARTS];
  char   *state;
} Step;

struct _AcademyJournal {
  /* Owned */
  GPtrArray       *steps;
  char            *programme;
  char            *state;
  sqlite3_session *session;

  /* Borrowed */
  AcademyStore    *store;

  gsize            size;
};

static void
step_free (gpointer data)
{
  Step *step = data;

  for (Part i = 0; i < N_PARTS; i++)
    g_clear_pointer (&step->parts[i], g_bytes_unref);
  g_free (step->state);
  g_free (step);
}

/* Starts a session for all changes that the history does not record: those of
 * people, and of tables that belong to no kind, such as the history itself. */
static gboolean
follow (AcademyJournal *self)
{
  sqlite3 *handle = academy_database_get_handle (self->store->database);

  g_clear_pointer (&self->session, sqlite3session_delete);
  if (sqlite3session_create (handle, "main", &self->session) != SQLITE_OK)
    return FALSE;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (((*kind)->flags & ACADEMY_KIND_UNRECORDED) && !academy_store_attach_kind (self->session, *kind))
      return FALSE;
  for (guint i = 0; academy_schema_tables[i].name != NULL; i++)
    if (sqlite3session_attach (self->session, academy_schema_tables[i].name) != SQLITE_OK)
      return FALSE;

  return TRUE;
}

/* Starts to record the transactions of @store. */
void
academy_journal_start (AcademyStore *store)
{
  g_autoptr(AcademyJournal) self = NULL;
  g_autoptr(GError) error = NULL;

  if (store->journal != NULL || store->read_only)
    return;

  self = g_new0 (AcademyJournal, 1);
  self->store = store;
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->programme = academy_backup_read_programme (store->database, &error);
  self->state = self->programme != NULL ? academy_backup_read_state (store->database, &error) : NULL;
  if (self->state != NULL && follow (self))
    store->journal = g_steal_pointer (&self);
  else if (error != NULL)
    academy_store_report (store, error);
}

void
academy_journal_free (AcademyJournal *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_free (self->programme);
  g_free (self->state);
  g_free (self);
}

/* Forgets all steps and starts from the present content, which no backup holds
 * yet, because the journal became too large or another process wrote the file. */
void
academy_journal_restart (AcademyJournal *self)
{
  if (self == NULL)
    return;

  g_ptr_array_set_size (self->steps, 0);
  self->size = 0;
  g_free (self->state);
  self->state = academy_backup_read_state (self->store->database, NULL);
  follow (self);
  academy_store_want_backup (self->store);
}

static GBytes *
take_rest (AcademyJournal *self)
{
  gpointer data = NULL;
  int size = 0;

  if (self->session == NULL || sqlite3session_changeset (self->session, &size, &data) != SQLITE_OK || !follow (self))
    return NULL;

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/* Records a transaction. When that fails, the edit stays saved and the journal
 * restarts. @self may be %NULL; @recorded are the recorded changes of the
 * transaction just committed. */
void
academy_journal_add (AcademyJournal *self,
                     GBytes         *recorded)
{
  Step *step;

  if (self == NULL)
    return;

  step = g_new0 (Step, 1);
  step->parts[RECORDED] = g_bytes_ref (recorded);
  step->parts[REST] = take_rest (self);
  step->state = academy_backup_read_state (self->store->database, NULL);
  g_ptr_array_add (self->steps, step);
  for (Part i = 0; i < N_PARTS; i++)
    self->size += step->parts[i] != NULL ? g_bytes_get_size (step->parts[i]) : 0;

  if (step->parts[REST] == NULL || step->state == NULL || self->size > MOST_BYTES)
    academy_journal_restart (self);
}

/* The number of steps that a state includes, or -1 for an unknown state. */
static int
find_state (AcademyJournal *self,
            const char     *state)
{
  for (guint i = self->steps->len; i > 0; i--)
    {
      Step *step = g_ptr_array_index (self->steps, i - 1);

      if (g_strcmp0 (step->state, state) == 0)
        return i;
    }

  return g_strcmp0 (self->state, state) == 0 ? 0 : -1;
}

static int
conflict_cb (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *iterator)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Applies the parts together, since foreign keys between them hold only then. */
static int
apply_step (sqlite3 *handle,
            Step    *step)
{
  sqlite3_changegroup *group = NULL;
  gpointer data = NULL;
  int size = 0;
  int code = sqlite3changegroup_new (&group);

  for (Part i = 0; code == SQLITE_OK && i < N_PARTS; i++)
    code = sqlite3changegroup_add (group, g_bytes_get_size (step->parts[i]),
                                   (gpointer) g_bytes_get_data (step->parts[i], NULL));
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &size, &data);
  if (code == SQLITE_OK)
    code = sqlite3changeset_apply_v2 (handle, size, data, NULL, conflict_cb, NULL, NULL, NULL,
                                      SQLITE_CHANGESETAPPLY_FKNOACTION);
  sqlite3_free (data);
  g_clear_pointer (&group, sqlite3changegroup_delete);

  return code;
}

typedef struct {
  AcademyJournal *journal;
  guint           n_first;
} Rebuilding;

static gboolean
apply_steps (AcademyDatabase  *copy,
             gpointer          data,
             GError          **error)
{
  Rebuilding *rebuilding = data;
  GPtrArray *steps = rebuilding->journal->steps;

  if (!academy_database_begin (copy, error))
    return FALSE;

  for (guint i = rebuilding->n_first; i < steps->len; i++)
    {
      int code = apply_step (academy_database_get_handle (copy), g_ptr_array_index (steps, i));

      if (code != SQLITE_OK)
        {
          academy_database_fail (copy, code, error);
          academy_database_rollback (copy);
          return FALSE;
        }
    }

  return academy_database_commit (copy, error);
}

/**
 * academy_store_trim_journal:
 * @self: a store
 * @state: the state of the programme in a backup
 *
 * Forgets the steps that the backup includes.
 */
void
academy_store_trim_journal (AcademyStore *self,
                            const char   *state)
{
  AcademyJournal *journal = self->journal;
  int n_steps = journal != NULL ? find_state (journal, state) : -1;

  if (n_steps <= 0)
    return;

  for (int i = 0; i < n_steps; i++)
    {
      Step *step = g_ptr_array_index (journal->steps, i);

      for (Part part = 0; part < N_PARTS; part++)
        journal->size -= g_bytes_get_size (step->parts[part]);
    }
  g_ptr_array_remove_range (journal->steps, 0, n_steps);
  g_set_str (&journal->state, state);
}

/**
 * academy_store_rebuild:
 * @self: a store whose file was overwritten by another program
 * @path: the path of the new file
 * @error: return location for an error
 *
 * Makes a file from the newest backup with a state known to the journal, and the
 * steps after it. Reads nothing from the file of @self.
 *
 * Returns: whether the file at @path has the whole content of @self
 */
gboolean
academy_store_rebuild (AcademyStore  *self,
                       const char    *path,
                       GError       **error)
{
  g_autoptr(GPtrArray) backups = NULL;

  if (self->journal != NULL)
    backups = academy_backup_list (self->journal->programme, error);
  if (self->journal != NULL && backups == NULL)
    return FALSE;

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      AcademyBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *state = academy_backup_read_state_of (backup->path);
      g_autoptr(AcademyDatabase) base = NULL;
      int n_first = state != NULL ? find_state (self->journal, state) : -1;

      if (n_first < 0)
        continue;

      base = academy_copy_open (backup->path, error);
      return base != NULL &&
             academy_copy_write (base, path, TRUE, apply_steps, &(Rebuilding) { self->journal, n_first }, NULL, error);
    }

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
               _("There is no backup from which what was here could be made again."));
  return FALSE;
}
