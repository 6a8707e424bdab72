/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-span.h"

#include "academy-calendar.h"
#include "academy-certainty.h"
#include "academy-date.h"

/**
 * academy_span_get_day:
 * @item: an item
 * @name: (nullable): the name of a field
 *
 * Returns: the Julian day of a date or an instant; 0 when the field is neither or is
 *   unset
 */
AcademyDay
academy_span_get_day (AcademyItem *item,
                      const char  *name)
{
  const AcademyField *field = name != NULL ? academy_kind_find_field (academy_item_get_kind (item), name) : NULL;
  const GValue *value;
  GDate date;

  if (field == NULL || (field->type != ACADEMY_DATE && field->type != ACADEMY_INSTANT))
    return 0;

  value = academy_item_get_value (item, field);
  if (!academy_value_is_set (field, value))
    return 0;
  if (field->type == ACADEMY_DATE)
    return g_date_get_julian (g_value_get_boxed (value));

  date = academy_date_from_instant (g_value_get_boxed (value));
  return g_date_get_julian (&date);
}

static AcademyDay
first_of_month (AcademyDay day)
{
  GDate date = academy_date_from_julian (day);

  g_date_set_day (&date, 1);
  return g_date_get_julian (&date);
}

/**
 * academy_span_is_point:
 * @kind: a kind
 *
 * Returns: whether items of @kind take one day
 */
gboolean
academy_span_is_point (const AcademyKind *kind)
{
  return kind->start != NULL && g_str_equal (kind->start, kind->end);
}

/**
 * academy_span_is_scheduled:
 * @item: an item
 *
 * Returns: whether @item has a place in time, which depends on a choice in some kinds
 */
gboolean
academy_span_is_scheduled (AcademyItem *item)
{
  const AcademyScheduled *scheduled = &academy_item_get_kind (item)->scheduled;

  return scheduled->field == NULL || g_strcmp0 (academy_item_get_text (item, scheduled->field), scheduled->token) == 0;
}

/**
 * academy_span_count_back:
 * @item: an item
 * @starts: (out caller-allocates) (array length=7): return location for the first days
 *   of its stages
 *
 * Counts back from the end of @item, also when its start is known.
 *
 * Returns: the number of stages; 0 when they cannot be counted
 */
guint
academy_span_count_back (AcademyItem *item,
                         AcademyDay  *starts)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  return kind->count_back != NULL && academy_span_is_scheduled (item) ? kind->count_back (item, starts) : 0;
}

/**
 * academy_span_get:
 * @item: an item
 * @span: (out caller-allocates): return location for the days of @item
 *
 * An item known to the month only spans whole months. An item without a date
 * spans the days between which it must be. A start may be counted back from the end.
 * All three are unsure.
 *
 * Returns: whether anything is known about the time of @item
 */
gboolean
academy_span_get (AcademyItem *item,
                  AcademySpan *span)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  AcademyDay starts[ACADEMY_KIND_MOST_STAGES];

  *span = (AcademySpan) { 0 };
  if (!academy_span_is_scheduled (item))
    return FALSE;

  span->start = academy_span_get_day (item, kind->start);
  span->end = academy_span_get_day (item, kind->end);
  if (span->start == 0 && span->end == 0)
    {
      span->start = academy_span_get_day (item, kind->open_start);
      span->end = academy_span_get_day (item, kind->open_end);
      span->unsure = span->start != 0 || span->end != 0;
    }
  else if (span->start == 0 && academy_span_count_back (item, starts) > 0)
    {
      span->start = starts[0];
      span->unsure = TRUE;
    }
  else if (academy_certainty_is_month (item))
    {
      AcademyDay start = span->start != 0 ? span->start : span->end;
      AcademyDay end = span->end != 0 ? span->end : span->start;

      span->start = first_of_month (start);
      span->end = academy_date_get_last_of_month (end);
      span->unsure = TRUE;
      span->months = TRUE;
    }

  return span->start != 0 || span->end != 0;
}

static guint
count_months (AcademyDay start,
              AcademyDay end)
{
  GDate first, last;

  first = academy_date_from_julian (start);
  last = academy_date_from_julian (end);

  return (g_date_get_year (&last) - g_date_get_year (&first)) * 12 + g_date_get_month (&last) - g_date_get_month (&first);
}

static AcademyDay
nearest_month (AcademyDay day)
{
  AcademyDay first = first_of_month (day);
  AcademyDay next = academy_date_get_last_of_month (day) + 1;

  return day - first < next - day ? first : next;
}

/**
 * academy_span_shift:
 * @span: a span
 * @days: the number of days by which it moves later
 *
 * A span known to the month only keeps its number of months, and moves to the
 * month with the nearest beginning.
 */
void
academy_span_shift (AcademySpan *span,
                    int          days)
{
  guint months = span->months ? count_months (span->start, span->end) : 0;
  GDate date;

  if (span->start != 0)
    span->start += days;
  if (span->end != 0)
    span->end += days;
  if (!span->months)
    return;

  span->start = nearest_month (span->start);
  date = academy_date_from_julian (span->start);
  g_date_add_months (&date, months);
  span->end = academy_date_get_last_of_month (g_date_get_julian (&date));
}

/**
 * academy_span_move:
 * @span: a span
 * @n_steps: by how many steps it moves later; negative for earlier
 * @step: what is counted
 *
 * Moves like academy_span_shift(). By working days, each end moves by as many of
 * them, so that the span keeps its length in working days and ends on them.
 */
void
academy_span_move (AcademySpan     *span,
                   int              n_steps,
                   AcademySpanStep  step)
{
  AcademyDay day = span->start != 0 ? span->start : span->end;

  if (step == ACADEMY_SPAN_WEEKS)
    academy_span_shift (span, 7 * n_steps);
  else if (step == ACADEMY_SPAN_DAYS)
    academy_span_shift (span, n_steps);
  else if (span->months)
    academy_span_shift (span, academy_calendar_add_working_days (day, n_steps) - day);
  else
    {
      if (span->start != 0)
        span->start = academy_calendar_add_working_days (span->start, n_steps);
      if (span->end != 0)
        span->end = academy_calendar_add_working_days (span->end, n_steps);
    }
}

/**
 * academy_span_resize:
 * @span: a span
 * @edge: the end that moves
 * @days: the number of days by which it moves later
 *
 * An end that is unknown starts from the other one, and stops there: start and
 * end stay in order, and a span known to the month only keeps a whole month.
 */
void
academy_span_resize (AcademySpan    *span,
                     AcademySpanEdge edge,
                     int             days)
{
  if (edge == ACADEMY_SPAN_START)
    {
      span->start = (span->start != 0 ? span->start : span->end) + days;
      if (span->end != 0)
        span->start = MIN (span->start, span->months ? first_of_month (span->end) : span->end);
    }
  else
    {
      span->end = (span->end != 0 ? span->end : span->start) + days;
      if (span->start != 0)
        span->end = MAX (span->end, span->months ? academy_date_get_last_of_month (span->start) : span->start);
    }
}

/**
 * academy_span_get_slip:
 * @span: when something takes place
 * @before: when it was to take place
 *
 * Returns: by how many days it ends later, or where an end is unknown starts
 *   later; negative when it is earlier, and 0 when there is nothing to compare
 */
int
academy_span_get_slip (const AcademySpan *span,
                       const AcademySpan *before)
{
  if (before->end != 0 && span->end != 0)
    return (int) span->end - (int) before->end;
  if (before->start != 0 && span->start != 0)
    return (int) span->start - (int) before->start;

  return 0;
}

/**
 * academy_span_format:
 * @span: a span
 * @language: the language to use
 *
 * Returns: (transfer full): the days of @span as they are written in @language,
 *   or its months when only these are known
 */
char *
academy_span_format (const AcademySpan     *span,
                     const AcademyLanguage *language)
{
  GDate start, end;

  start = academy_date_from_julian (span->start);
  end = academy_date_from_julian (span->end);

  if (span->months)
    return academy_language_format_months (language, &start, &end);

  return academy_language_format_period (language, span->start != 0 ? &start : NULL, span->end != 0 ? &end : NULL);
}
