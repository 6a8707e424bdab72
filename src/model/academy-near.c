/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-near.h"

#include "academy-date.h"
#include "academy-span.h"

/* Pairs of fields that are the two ends of one period, in every kind. */
static const struct {
  const char *start;
  const char *end;
} pairs[] = {
  { "start", "end" },
  { "earliest", "latest" },
};

/**
 * academy_near_init:
 * @self: (out caller-allocates): hints about a day
 * @today: the day that “today” means
 *
 * Sets today, and no other hint.
 */
void
academy_near_init (AcademyNear *self,
                   AcademyDay   today)
{
  *self = (AcademyNear) { .today = academy_date_from_julian (today) };
}

static GDate
get_day (AcademyItem *item,
         const char  *name)
{
  AcademyDay julian = academy_span_get_day (item, name);
  GDate day = academy_date_from_julian (julian);

  return day;
}

/**
 * academy_near_init_for:
 * @self: (out caller-allocates): hints about a day
 * @today: the day that “today” means
 * @item: an item
 * @field: a date or an instant of @item
 *
 * Sets today and the days of @item. The caller sets @first and @last if it knows
 * the plan.
 */
void
academy_near_init_for (AcademyNear        *self,
                       AcademyDay          today,
                       AcademyItem        *item,
                       const AcademyField *field)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  academy_near_init (self, today);
  self->day = get_day (item, field->name);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (g_str_equal (field->name, pairs[i].end))
        {
          self->is_end = TRUE;
          self->earliest = get_day (item, pairs[i].start);
        }
      else if (g_str_equal (field->name, pairs[i].start) && academy_kind_find_field (kind, pairs[i].end) != NULL)
        self->latest = get_day (item, pairs[i].end);
    }

  ACADEMY_KIND_FOREACH_FIELD (kind, other)
    if (!g_date_valid (&self->day))
      self->day = get_day (item, other->name);
}

static guint
get_distance (const GDate *first,
              const GDate *last,
              const GDate *date)
{
  if (g_date_valid (first) && g_date_compare (date, first) < 0)
    return g_date_days_between (date, first);
  if (g_date_valid (last) && g_date_compare (date, last) > 0)
    return g_date_days_between (last, date);

  return 0;
}

/**
 * academy_near_get_day:
 * @self: hints about a day
 * @day: (out caller-allocates): return location for a likely day
 *
 * Gives the day of the field or of the item; otherwise today, moved to the
 * nearest day of the plan.
 */
void
academy_near_get_day (const AcademyNear *self,
                      GDate             *day)
{
  *day = self->day;
  if (g_date_valid (day))
    return;

  *day = self->today;
  g_date_clamp (day, g_date_valid (&self->first) ? &self->first : NULL,
                g_date_valid (&self->last) ? &self->last : NULL);
}

/**
 * academy_near_move:
 * @self: hints about a day
 * @years: by how many years to move them
 *
 * Moves all days but today. A typed day in whose place another is found then had no
 * year.
 */
void
academy_near_move (AcademyNear *self,
                   int          years)
{
  GDate *days[] = { &self->day, &self->first, &self->last, &self->earliest, &self->latest };

  academy_near_get_day (self, &self->day);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_date_valid (days[i]))
      g_date_add_years (days[i], years);
}

static gboolean
is_in_plan (const AcademyNear *self,
            const GDate       *date,
            int                years)
{
  GDate day = *date;

  if (years > 0)
    g_date_add_years (&day, years);
  else if (years < 0)
    g_date_subtract_years (&day, -years);
  return get_distance (&self->first, &self->last, &day) == 0;
}

/**
 * academy_near_follows:
 * @self: hints about a day
 * @date: a day whose year was found from them
 *
 * Returns: whether no other year may be meant: it is that of the start, or else the
 *   only one in which the day is within the plan
 */
gboolean
academy_near_follows (const AcademyNear *self,
                      const GDate       *date)
{
  if (g_date_valid (&self->earliest))
    return g_date_get_year (date) == g_date_get_year (&self->earliest);
  if (!g_date_valid (&self->first) || !g_date_valid (&self->last))
    return g_date_get_year (date) == g_date_get_year (&self->today);

  return is_in_plan (self, date, 0) && !is_in_plan (self, date, -1) && !is_in_plan (self, date, 1);
}

/* Measures how unlikely a day is, by the most important criterion first. */
static void
judge (const AcademyNear *self,
       const GDate       *date,
       guint              weekday,
       guint              faults[5])
{
  GDate day;

  academy_near_get_day (self, &day);
  faults[0] = g_date_valid (&self->earliest) && g_date_compare (date, &self->earliest) < 0;
  faults[1] = get_distance (&self->first, &self->last, date);
  faults[2] = g_date_valid (&self->latest) && g_date_compare (date, &self->latest) > 0;
  faults[3] = weekday != 0 && weekday != g_date_get_weekday (date);
  faults[4] = ABS (g_date_days_between (&day, date));
}

/**
 * academy_near_is_closer:
 * @self: hints about a day
 * @date: a day
 * @than: the same day of another year
 * @weekday: the weekday that was typed beside it, or 0
 *
 * Returns: whether @date is a more likely meaning than @than
 */
gboolean
academy_near_is_closer (const AcademyNear *self,
                        const GDate       *date,
                        const GDate       *than,
                        guint              weekday)
{
  guint faults[5], others[5];

  judge (self, date, weekday, faults);
  judge (self, than, weekday, others);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (faults[i] != others[i])
      return faults[i] < others[i];

  return FALSE;
}
