/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-clock.h"

#include "academy-instant.h"

/* Look again this often: after suspend midnight does not come when the timer expects
 * it. */
#define LONGEST_SLEEP (10 * G_TIME_SPAN_MINUTE)

struct _AcademyClock {
  GObject parent_instance;

  GDate   today;
  guint   timeout;
};

enum {
  DAY_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyClock, academy_clock, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];
static AcademyClock *default_clock;
static GDate fixed_today;
static GDateTime *fixed_now;

/**
 * AcademyClock:
 *
 * Announces a new day, because measures become overdue at midnight without any
 * edit. The clock belongs to the main thread.
 */

static GTimeSpan
get_time_to_midnight (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now (academy_instant_get_zone ());
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);
  GDate day = academy_date_from_instant (tomorrow);
  g_autoptr(GDateTime) midnight = academy_instant_new (&day, 0, 0);

  return g_date_time_difference (midnight, now);
}

static void
timeout_cb (gpointer data)
{
  AcademyClock *self = data;

  self->timeout = 0;
  academy_clock_look (self);
}

static void
sleep_until_midnight (AcademyClock *self)
{
  GTimeSpan span = CLAMP (get_time_to_midnight (), 0, LONGEST_SLEEP);

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_once (span / G_TIME_SPAN_MILLISECOND + 1, timeout_cb, self);
}

static void
academy_clock_dispose (GObject *object)
{
  g_clear_handle_id (&ACADEMY_CLOCK (object)->timeout, g_source_remove);

  G_OBJECT_CLASS (academy_clock_parent_class)->dispose (object);
}

static void
academy_clock_class_init (AcademyClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_clock_dispose;

  /**
   * AcademyClock::day-changed:
   * @self: the clock
   *
   * Emitted when academy_clock_get_today() gives another day than before: at
   * midnight, or at most ten minutes after the computer woke up on another day.
   */
  signals[DAY_CHANGED] = g_signal_new ("day-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_clock_init (AcademyClock *self)
{
  academy_clock_get_today (&self->today);
  sleep_until_midnight (self);
}

/**
 * academy_clock_get_default:
 *
 * The first call creates the clock and starts its timer.
 *
 * Returns: (transfer none): the clock of this process
 */
AcademyClock *
academy_clock_get_default (void)
{
  if (default_clock == NULL)
    default_clock = g_object_new (ACADEMY_TYPE_CLOCK, NULL);

  return default_clock;
}

/**
 * academy_clock_look:
 * @self: the clock
 *
 * Looks up today's date and emits #AcademyClock::day-changed if it has changed.
 */
void
academy_clock_look (AcademyClock *self)
{
  GDate today;

  sleep_until_midnight (self);
  academy_clock_get_today (&today);
  if (g_date_compare (&today, &self->today) == 0)
    return;

  self->today = today;
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

/**
 * academy_clock_get_today:
 * @today: (out caller-allocates): return location for today's date
 *
 * The only place that determines today's date: that of the zone of all instants, see
 * academy_instant_get_zone().
 */
void
academy_clock_get_today (GDate *today)
{
  if (g_date_valid (&fixed_today))
    *today = fixed_today;
  else
    {
      g_autoptr(GDateTime) now = academy_clock_get_now ();

      *today = academy_date_from_instant (now);
    }
}

/**
 * academy_clock_get_day:
 *
 * Returns: today, as academy_clock_get_today() gives it
 */
AcademyDay
academy_clock_get_day (void)
{
  GDate today;

  academy_clock_get_today (&today);
  return g_date_get_julian (&today);
}

/**
 * academy_clock_set_today:
 * @today: (nullable): the date to keep, or %NULL to follow the clock again
 *
 * Freezes the date, for tests and screenshots.
 */
void
academy_clock_set_today (const GDate *today)
{
  if (today != NULL)
    fixed_today = *today;
  else
    g_date_clear (&fixed_today, 1);

  if (default_clock != NULL)
    academy_clock_look (default_clock);
}

/**
 * academy_clock_get_now:
 *
 * Returns: (transfer full): the present instant
 */
GDateTime *
academy_clock_get_now (void)
{
  return fixed_now != NULL ? g_date_time_ref (fixed_now) : g_date_time_new_now (academy_instant_get_zone ());
}

/**
 * academy_clock_set_now:
 * @now: (nullable): the instant to keep, or %NULL to follow the clock again
 *
 * Freezes the instant, for tests and screenshots. Today is its day, unless
 * academy_clock_set_today() has another.
 */
void
academy_clock_set_now (GDateTime *now)
{
  g_clear_pointer (&fixed_now, g_date_time_unref);
  if (now != NULL)
    fixed_now = g_date_time_to_timezone (now, academy_instant_get_zone ());

  if (default_clock != NULL)
    academy_clock_look (default_clock);
}
