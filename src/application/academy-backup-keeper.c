/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-backup-keeper.h"

#include "academy-backup.h"
#include "academy-clock.h"
#include "academy-error.h"
#include "academy-journal.h"

/* The delay after which the window is open, or after which several people in a row
 * are deleted. */
#define DELAY_SECONDS 3

/* The shortest time between backups that the store asks for: another person
 * writing the same file may cause many. */
#define PAUSE_SECONDS 600

struct _AcademyBackupKeeper {
  GObject       parent_instance;

  /* Owned */
  AcademyStore *store;

  gint64        due;
  gint64        wanted;
  guint         timeout;
  gboolean      running;
};

G_DEFINE_FINAL_TYPE (AcademyBackupKeeper, academy_backup_keeper, G_TYPE_OBJECT)

/**
 * AcademyBackupKeeper:
 *
 * Schedules the backups of an open file: after it was opened, when a day has
 * passed, when a person was deleted, and when the store asks for one.
 */

static void schedule (AcademyBackupKeeper *self);

static void
tell (AcademyBackupKeeper *self,
      GError              *error)
{
  if (self->store != NULL)
    academy_store_report (self->store, error);
  else
    g_printerr ("%s: %s\n", g_get_prgname (), error->message);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(AcademyBackupKeeper) self = data;
  GApplication *application = g_application_get_default ();
  g_autofree char *state = NULL;
  g_autofree char *unreached = NULL;
  g_autoptr(GError) error = NULL;

  self->running = FALSE;
  if (academy_backup_keep_finish (result, &state, &unreached, &error) && self->store != NULL)
    academy_store_trim_journal (self->store, state);
  if (unreached != NULL)
    error = g_error_new_literal (ACADEMY_ERROR, ACADEMY_ERROR_FAILED, unreached);
  if (error != NULL)
    tell (self, error);
  if (application != NULL)
    g_application_release (application);
}

/* Holds the application until the work is done, even if the window closes. */
static void
run (AcademyBackupKeeper *self,
     const char          *path)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_hold (application);
  self->running = TRUE;
  academy_backup_keep_async (path, NULL, kept_cb, g_object_ref (self));
}

/* Refuses to back up another file that has taken the path. */
static gboolean
is_there (AcademyStore *store)
{
  return academy_store_get_file_state (store) == ACADEMY_FILE_SAME;
}

static void
timeout_cb (gpointer data)
{
  AcademyBackupKeeper *self = data;

  self->timeout = 0;
  if (self->running)
    schedule (self);
  else if (is_there (self->store))
    run (self, academy_store_get_path (self->store));
}

static void
schedule_in (AcademyBackupKeeper *self,
             guint                seconds)
{
  gint64 due = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;

  if (self->timeout != 0 && self->due <= due)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->due = due;
  self->timeout = g_timeout_add_seconds_once (seconds, timeout_cb, self);
}

static void
schedule (AcademyBackupKeeper *self)
{
  schedule_in (self, DELAY_SECONDS);
}

static void
wanted_cb (AcademyBackupKeeper *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->wanted != 0 && now - self->wanted < PAUSE_SECONDS * G_TIME_SPAN_SECOND)
    {
      schedule_in (self, PAUSE_SECONDS);
      return;
    }

  self->wanted = now;
  schedule (self);
}

/* Erases deleted people from the backups too, which undo does not need. */
static void
changed_cb (AcademyBackupKeeper *self,
            AcademyChanges      *changes)
{
  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);

      if ((change->kind->flags & ACADEMY_KIND_UNRECORDED) != 0 && change->type == ACADEMY_CHANGE_REMOVED)
        schedule (self);
    }
}

static void
academy_backup_keeper_dispose (GObject *object)
{
  AcademyBackupKeeper *self = ACADEMY_BACKUP_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_backup_keeper_parent_class)->dispose (object);
}

static void
academy_backup_keeper_class_init (AcademyBackupKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_backup_keeper_dispose;
}

static void
academy_backup_keeper_init (AcademyBackupKeeper *self)
{
}

/**
 * academy_backup_keeper_new:
 * @store: a store that was just opened, which reports errors
 *
 * Returns: (transfer full): a keeper, which makes its first backup soon
 */
AcademyBackupKeeper *
academy_backup_keeper_new (AcademyStore *store)
{
  AcademyBackupKeeper *self = g_object_new (ACADEMY_TYPE_BACKUP_KEEPER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "backup-wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "file-changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_clock_get_default (), "day-changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  schedule (self);

  return self;
}

/**
 * academy_backup_keeper_close:
 * @self: a keeper
 *
 * Releases the store, and does pending work now.
 */
void
academy_backup_keeper_close (AcademyBackupKeeper *self)
{
  g_autoptr(AcademyStore) store = g_steal_pointer (&self->store);
  gboolean pending = self->timeout != 0;

  g_signal_handlers_disconnect_by_data (store, self);
  g_signal_handlers_disconnect_by_data (academy_clock_get_default (), self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (pending && is_there (store))
    run (self, academy_store_get_path (store));
}
