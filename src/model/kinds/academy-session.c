/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
#include "academy-validation.h"

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "number", ACADEMY_INTEGER, N_("Number"), ACADEMY_NUMBERED, .min = 1, .max = 99 },
  { "title", ACADEMY_TEXT, N_("Own title"), ACADEMY_SEARCHABLE },
  { "start", ACADEMY_INSTANT, N_("Planned time"), .group = N_("Time and place") },
  { "earliest", ACADEMY_DATE, N_("Earliest day"), .check = academy_validation_earliest_before_latest },
  { "latest", ACADEMY_DATE, N_("Latest day"), .check = academy_validation_latest_after_earliest },
  { "duration", ACADEMY_INTEGER, N_("Duration, minutes"), .min = 5, .max = 1440, .initial = "120", .unit = "minute" },
  { "held", ACADEMY_INSTANT, N_("Real time") },
  { "ended", ACADEMY_INSTANT, N_("Ended"), .since = 6, .check = academy_validation_ended_after_held },
  { "online", ACADEMY_FLAG, N_("Online") },
  { "place", ACADEMY_TEXT, N_("Place"), ACADEMY_SEARCHABLE, .suggests = "place" },
  { "attendees", ACADEMY_LINKS, N_("Attendees"), .target = "participation", .group = N_("Content") },
  /* The agenda before version 5; its points are items now. */
  { "agenda", ACADEMY_LONG_TEXT, N_("Agenda"), ACADEMY_HIDDEN | ACADEMY_PRIVATE },
  { "aim", ACADEMY_LONG_TEXT, N_("Aim"), ACADEMY_SEARCHABLE, .since = 6 },
  { "wanted_outcome", ACADEMY_LONG_TEXT, N_("Wanted outcome"), ACADEMY_SEARCHABLE, .since = 6 },
  { "materials", ACADEMY_LONG_TEXT, N_("Materials to read"), ACADEMY_SEARCHABLE, .since = 7 },
  { "hypotheses", ACADEMY_LONG_TEXT, N_("Hypotheses of the mentor"), ACADEMY_PRIVATE | ACADEMY_SEARCHABLE, .since = 6,
    .note = N_("Stays in this file; no export has it but the brief for the mentor") },
  { "summary", ACADEMY_LONG_TEXT, N_("Summary"), ACADEMY_SEARCHABLE },
  { "next_date", ACADEMY_DATE, N_("Next date") },
  { "feedback", ACADEMY_INTEGER, N_("Feedback, 1–5"), .min = 1, .max = 5 },
  { NULL }
};

static char *
dup_title (AcademyItem           *item,
           const AcademyLanguage *language)
{
  const char *title = academy_item_get_text (item, "title");
  gint64 number = academy_item_get_number (item, "number");

  if (title != NULL || number == ACADEMY_UNSET)
    return g_strdup (title);

  /* Translators: a sparring session and its number: “Sparring 1” */
  return g_strdup_printf (academy_language_translate (language, N_("Sparring %d")), (int) number);
}

/* The beginning of the session; while that is open, the days between which it
 * lies. */
static char *
dup_subtitle (AcademyItem           *item,
              const AcademyLanguage *language)
{
  const AcademyField *start = academy_kind_find_field (&academy_session_kind, "start");
  const GValue *value = academy_item_get_value (item, start);
  gint64 duration = academy_item_get_number (item, "duration");
  g_autofree char *time = academy_language_format_value (language, start, value);

  if (!academy_value_is_set (start, value))
    return academy_language_format_period (language, academy_item_get_date (item, "earliest"),
                                           academy_item_get_date (item, "latest"));
  if (duration == ACADEMY_UNSET)
    return g_steal_pointer (&time);

  /* Translators: when a session begins and how many minutes it takes: “16 Nov 2021 9:00 · 120 min” */
  return g_strdup_printf (academy_language_translate (language, N_("%s · %d min")), time, (int) duration);
}

const AcademyKind academy_session_kind = {
  .name = "session",
  .plural = "sessions",
  .label = N_("Sparring session"),
  .plural_label = N_("Sparring sessions"),
  .add = N_("Add sparring session"),
  .change = N_("Change sparring session"),
  .remove = N_("Delete sparring session"),
  .addition = N_("addition of sparring session"),
  .alteration = N_("change of sparring session"),
  .deletion = N_("deletion of sparring session"),
  .paste = N_("Paste %u sparring sessions"),
  .pasting = N_("pasting of %u sparring sessions"),
  .flags = ACADEMY_KIND_GATHERING,
  .since = 2,
  .fields = fields,
  .order = { { "number" }, { "start" }, { "title" } },
  .start = "start",
  .end = "start",
  .open_start = "earliest",
  .open_end = "latest",
  .duration = "duration",
  .role = ACADEMY_TIME_MEETING,
  .shape = ACADEMY_SHAPE_SESSION,
  .done = "held",
  .page = "sparring",
  .prompt = N_("When do the organisation and its sparring experts meet, and what about?"),
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
};
