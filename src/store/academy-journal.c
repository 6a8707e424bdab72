/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-journal-private.h"

#include <glib/gi18n-lib.h>

#include "academy-backup-private.h"
#include "academy-copy.h"
#include "academy-error.h"
#include "academy-schema.h"
#include "academy-store-private.h"

/* What is held before another backup is asked for. */
#define MOST_BYTES (16 << 20)

/* What one transaction changed: what the history keeps, and all the rest. */
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

/* Follows from now on what the history does not keep: people, and the tables that
 * belong to no kind, the history itself among them. */
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

/* Keeps what @store commits from now on. */
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

/* Begins anew from what the file has now, which no backup holds yet: so much has
 * been done, or another process has done something. */
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

/* academy_journal_add:
 * @self: (nullable): a journal, if one is kept
 * @recorded: what the transaction just committed did to what the history keeps
 *
 * A step that cannot be kept is no reason to refuse an edit that is saved; then
 * the journal begins anew.
 */
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

/* How many of the first steps a state has in it, or -1 when it is not known. */
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

/* Links between the parts hold only when all are there. */
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
 * @state: which state of the programme a backup holds
 *
 * Lets go of what is in a backup.
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
 * @path: where what it had is to be
 * @error: says why it could not be made again
 *
 * Makes a file of the newest backup that holds a state known to the journal,
 * and of what was done after it. Nothing is read from the file of @self.
 *
 * Returns: whether all that @self had is in @path
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
