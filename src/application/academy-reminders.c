/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-reminders.h"

#include "academy-clock.h"
#include "academy-due-today.h"
#include "academy-preferences.h"

/* Nobody is reminded before this hour, which is that of the person and not of the
 * programme: by the clock of this computer. */
#define MORNING 7

/* Look at the clock this often until then: after suspend, morning does not come when
 * a timer expects it. */
#define LONGEST_SLEEP (10 * 60)

#define KEY "reminded"

struct _AcademyReminders {
  GObject       parent_instance;

  /* Owned */
  AcademyStore *store;

  guint         timeout;
};

G_DEFINE_FINAL_TYPE (AcademyReminders, academy_reminders, G_TYPE_OBJECT)

/**
 * AcademyReminders:
 *
 * Notifications of the desktop about what is today in an open file: when it is
 * opened, or when a day begins, but not before the morning. What was notified is
 * remembered until the next day.
 */

/* Returns what was notified today. */
static GStrv
get_reminded (const char *today)
{
  g_autofree char *day = NULL;
  g_auto(GStrv) items = NULL;

  g_settings_get (academy_preferences_get_settings (), KEY, "(s^as)", &day, &items);
  return g_str_equal (day, today) ? g_steal_pointer (&items) : g_new0 (char *, 1);
}

static void
remember (const char *today,
          const char *item)
{
  g_auto(GStrv) items = get_reminded (today);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) items);
  g_strv_builder_add (builder, item);
  all = g_strv_builder_end (builder);
  g_settings_set (academy_preferences_get_settings (), KEY, "(s^as)", today, all);
}

/* Sends a notification that opens the place of the item when it is clicked. */
static void
send (AcademyReminders      *self,
      GApplication          *application,
      const AcademyDueToday *due)
{
  g_autoptr(GNotification) notification = g_notification_new (due->title);
  const char *path = academy_store_get_path (self->store);

  g_notification_set_body (notification, due->text);
  g_notification_set_default_action_and_target (notification, "app.show-item", "(^ayss)", path, due->kind->name, due->item);
  g_application_send_notification (application, due->item, notification);
}

static void
remind (AcademyReminders *self)
{
  GApplication *application = g_application_get_default ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) due = academy_due_today_read (self->store, academy_language_get_default (), &error);
  g_autofree char *today = NULL;
  GDate date;

  if (due == NULL)
    {
      academy_store_report (self->store, error);
      return;
    }

  academy_clock_get_today (&date);
  today = academy_date_to_text (&date);
  for (guint i = 0; i < due->len; i++)
    {
      const AcademyDueToday *each = g_ptr_array_index (due, i);
      g_auto(GStrv) reminded = get_reminded (today);

      if (application == NULL || g_strv_contains ((const char * const *) reminded, each->item))
        continue;

      send (self, application, each);
      remember (today, each->item);
    }
}

static void look (AcademyReminders *self);

static void
timeout_cb (gpointer data)
{
  AcademyReminders *self = data;

  self->timeout = 0;
  look (self);
}

/* Returns the seconds until morning; 0 when it is past. */
static gint64
get_time_to_morning (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return MAX (0, (MORNING - g_date_time_get_hour (now)) * 3600 - g_date_time_get_minute (now) * 60 -
                 g_date_time_get_second (now));
}

static void
look (AcademyReminders *self)
{
  gint64 seconds = get_time_to_morning ();

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!g_settings_get_boolean (academy_preferences_get_settings (), ACADEMY_PREFERENCE_REMINDERS))
    return;

  if (seconds > 0)
    self->timeout = g_timeout_add_seconds_once (MIN (seconds, LONGEST_SLEEP), timeout_cb, self);
  else
    remind (self);
}

static void
academy_reminders_dispose (GObject *object)
{
  AcademyReminders *self = ACADEMY_REMINDERS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_reminders_parent_class)->dispose (object);
}

static void
academy_reminders_class_init (AcademyRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_reminders_dispose;
}

static void
academy_reminders_init (AcademyReminders *self)
{
  g_signal_connect_object (academy_clock_get_default (), "day-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_preferences_get_settings (), "changed::" ACADEMY_PREFERENCE_REMINDERS, G_CALLBACK (look),
                           self, G_CONNECT_SWAPPED);
}

/**
 * academy_reminders_new:
 * @store: the store of a window
 *
 * Sends the notifications of today that were not sent yet.
 *
 * Returns: (transfer full): the reminders of @store, until they are freed
 */
AcademyReminders *
academy_reminders_new (AcademyStore *store)
{
  AcademyReminders *self = g_object_new (ACADEMY_TYPE_REMINDERS, NULL);

  self->store = g_object_ref (store);
  look (self);
  return self;
}
