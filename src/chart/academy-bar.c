/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-bar.h"

#include <glib/gi18n-lib.h>

#include "academy-status.h"

static const char * const words[ACADEMY_N_STATUSES] = {
  [ACADEMY_STATUS_IDEA] = N_("Idea"),
  [ACADEMY_STATUS_PLANNED] = N_("Planned"),
  [ACADEMY_STATUS_IN_PROGRESS] = N_("In progress"),
  [ACADEMY_STATUS_ON_HOLD] = N_("On hold"),
  [ACADEMY_STATUS_DONE] = N_("Done"),
  [ACADEMY_STATUS_DROPPED] = N_("Dropped"),
};

/**
 * academy_bar_init:
 * @bar: (out caller-allocates): the bar to fill
 * @item: an item
 * @today: the Julian day that decides whether @item is overdue
 *
 * Fills @bar with the values of @item. Dependencies, hints and the baseline are
 * added by academy_annotations_complete().
 */
void
academy_bar_init (AcademyBar  *bar,
                  AcademyItem *item,
                  AcademyDay   today)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  *bar = (AcademyBar) { .progress = -1, .status = academy_status_get (item) };

  if (kind->progress != NULL)
    {
      gint64 progress = academy_item_get_number (item, kind->progress);

      bar->progress = progress != ACADEMY_UNSET ? (int) progress : -1;
    }
  if (bar->status == ACADEMY_STATUS_DONE)
    bar->progress = 100;
  if (!academy_span_get (item, &bar->span))
    return;

  bar->shape = kind->shape;
  bar->n_stages = academy_span_count_back (item, bar->stages);
  if (academy_status_is_overdue (item, today))
    bar->overdue = today - bar->span.end;
}

/**
 * academy_bar_get_slip:
 * @bar: a bar
 *
 * Returns: the days by which the end, or the start of an item without an end, is
 *   later than in the baseline; negative when it is earlier, and 0 without a
 *   baseline
 */
int
academy_bar_get_slip (const AcademyBar *bar)
{
  return bar->span.unsure ? 0 : academy_span_get_slip (&bar->span, &bar->baseline);
}

/**
 * academy_bar_is_point:
 * @bar: a bar
 *
 * Returns: whether @bar is drawn as a sign on one day
 */
gboolean
academy_bar_is_point (const AcademyBar *bar)
{
  switch (bar->shape)
    {
    case ACADEMY_SHAPE_SESSION:
    case ACADEMY_SHAPE_BOARD:
    case ACADEMY_SHAPE_MILESTONE:
    case ACADEMY_SHAPE_EVENT:
      return !bar->span.unsure && bar->span.start == bar->span.end;
    case ACADEMY_SHAPE_NONE:
    case ACADEMY_SHAPE_MEASURE:
    case ACADEMY_SHAPE_PHASE:
    case ACADEMY_SHAPE_PILOT:
    case ACADEMY_SHAPE_SUMMARY:
    default:
      return FALSE;
    }
}

static char *
name_status (const AcademyBar      *bar,
             AcademyItem           *item,
             const AcademyLanguage *language)
{
  const AcademyKind *kind = item != NULL ? academy_item_get_kind (item) : NULL;

  if (kind != NULL && kind->status != NULL)
    {
      const AcademyField *field = academy_kind_find_field (kind, kind->status);

      return academy_language_format_value (language, field, academy_item_get_value (item, field));
    }
  if (words[bar->status] != NULL && bar->status != ACADEMY_STATUS_PLANNED)
    return g_strdup (academy_language_translate (language, words[bar->status]));

  return NULL;
}

/* Formats the status and the progress, but not whether the item is overdue. */
static char *
describe_status (const AcademyBar      *bar,
                 AcademyItem           *item,
                 const AcademyLanguage *language)
{
  g_autofree char *status = name_status (bar, item, language);

  if (status != NULL && bar->progress >= 0 && bar->status != ACADEMY_STATUS_DONE)
    /* Translators: the status of a measure and how much of it is done: “In progress, 40 %” */
    return g_strdup_printf (academy_language_translate (language, N_("%s, %d%%")), status, bar->progress);

  return g_steal_pointer (&status);
}

static char *
describe_lateness (const AcademyBar      *bar,
                   const AcademyLanguage *language)
{
  if (bar->overdue == 0)
    return NULL;

  return g_strdup_printf (academy_language_translate_n (language, "%u day overdue", "%u days overdue", bar->overdue),
                          bar->overdue);
}

/**
 * academy_bar_dup_status:
 * @bar: the bar of @item
 * @item: (nullable): an item
 * @language: the language to use
 *
 * Returns: (transfer full) (nullable): how many days @item is overdue, or else
 *   its status; %NULL for an item without a status
 */
char *
academy_bar_dup_status (const AcademyBar      *bar,
                        AcademyItem           *item,
                        const AcademyLanguage *language)
{
  char *lateness = describe_lateness (bar, language);

  return lateness != NULL ? lateness : describe_status (bar, item, language);
}

/**
 * academy_bar_format_overdue:
 * @status: (nullable): the label of a status
 * @language: the language to use
 *
 * Returns: (transfer full): the status of an overdue item
 */
char *
academy_bar_format_overdue (const char            *status,
                            const AcademyLanguage *language)
{
  if (status == NULL)
    return g_strdup (academy_language_translate (language, N_("Overdue")));

  /* Translators: the status of a measure that should have ended: “In progress – overdue” */
  return g_strdup_printf (academy_language_translate (language, N_("%s – overdue")), status);
}

/**
 * academy_bar_dup_state:
 * @bar: the bar of @item
 * @item: an item
 * @language: the language to use
 *
 * Returns: (transfer full) (nullable): the status of @item, and whether it is
 *   overdue; %NULL for an item without a status
 */
char *
academy_bar_dup_state (const AcademyBar      *bar,
                       AcademyItem           *item,
                       const AcademyLanguage *language)
{
  g_autofree char *status = name_status (bar, item, language);

  return bar->overdue > 0 ? academy_bar_format_overdue (status, language) : g_steal_pointer (&status);
}

/**
 * academy_bar_format_days:
 * @days: a number of days later, or earlier when it is negative
 * @language: the language to use
 *
 * Returns: (transfer full): a short text such as “+14 d”
 */
char *
academy_bar_format_days (int                    days,
                         const AcademyLanguage *language)
{
  /* Translators: days later (+) or earlier (−) than planned, in short: “+14 d” */
  return g_strdup_printf (academy_language_translate (language, N_("%s%d d")), days > 0 ? "+" : "−", ABS (days));
}

/**
 * academy_bar_format_lag:
 * @days: the lag of a dependency, in days
 * @language: the language to use
 *
 * Returns: (transfer full) (nullable): the text beside the arrow of the
 *   dependency, or %NULL without a lag
 */
char *
academy_bar_format_lag (int                    days,
                        const AcademyLanguage *language)
{
  return days != 0 ? academy_bar_format_days (days, language) : NULL;
}

/**
 * academy_bar_format_done:
 * @n_measures: the number of measures
 * @n_done: the number of done measures
 * @n_overdue: the number of overdue measures
 * @language: the language to use
 *
 * Returns: (transfer full): the progress of the measures in words
 */
char *
academy_bar_format_done (guint                  n_measures,
                         guint                  n_done,
                         guint                  n_overdue,
                         const AcademyLanguage *language)
{
  g_autofree char *done = g_strdup_printf (academy_language_translate_n (language, "%u of %u measure done",
                                                                         "%u of %u measures done", n_measures),
                                           n_done, n_measures);

  if (n_overdue == 0)
    return g_steal_pointer (&done);

  /* Translators: how many measures are done, how many are overdue */
  return g_strdup_printf (academy_language_translate (language, N_("%s, %u overdue")), done, n_overdue);
}

/**
 * academy_bar_format_done_short:
 * @n_measures: the number of measures
 * @n_done: the number of done measures
 * @n_overdue: the number of overdue measures
 * @language: the language to use
 *
 * Like academy_bar_format_done(), but without the word “measures”, for places
 * that say it already.
 *
 * Returns: (transfer full): the progress of the measures in words
 */
char *
academy_bar_format_done_short (guint                  n_measures,
                               guint                  n_done,
                               guint                  n_overdue,
                               const AcademyLanguage *language)
{
  if (n_overdue == 0)
    /* Translators: how many measures are done of how many */
    return g_strdup_printf (academy_language_translate (language, N_("%u of %u done")), n_done, n_measures);

  /* Translators: how many measures are done of how many, and how many are overdue */
  return g_strdup_printf (academy_language_translate (language, N_("%u of %u done, %u overdue")), n_done, n_measures,
                          n_overdue);
}

/**
 * academy_bar_dup_slip:
 * @bar: a bar
 * @language: the language to use
 *
 * Returns: (transfer full) (nullable): a short text of the slip, or %NULL when
 *   there is none; see academy_bar_get_slip()
 */
char *
academy_bar_dup_slip (const AcademyBar      *bar,
                      const AcademyLanguage *language)
{
  int slip = academy_bar_get_slip (bar);

  return slip != 0 ? academy_bar_format_days (slip, language) : NULL;
}

static void
add (GStrvBuilder *parts,
     char         *part)
{
  if (part != NULL && *part != '\0')
    g_strv_builder_take (parts, part);
  else
    g_free (part);
}

static char *
describe_slip (const AcademyBar      *bar,
               const AcademyLanguage *language)
{
  int slip = academy_bar_get_slip (bar);

  if (slip == 0)
    return NULL;
  if (slip > 0)
    return g_strdup_printf (academy_language_translate_n (language, "%d day later than the baseline",
                                                          "%d days later than the baseline", slip), slip);

  return g_strdup_printf (academy_language_translate_n (language, "%d day earlier than the baseline",
                                                        "%d days earlier than the baseline", -slip), -slip);
}

static char *
name_broken (guint                  n_broken,
             const char * const    *named,
             const AcademyLanguage *language)
{
  guint n_others = n_broken - g_strv_length ((char **) named);

  if (n_others > 0)
    /* Translators: the titles of two measures, and how many more there are */
    return g_strdup_printf (academy_language_translate_n (language,
                                                          "starts too early for “%s”, “%s” and %u other that it depends on",
                                                          "starts too early for “%s”, “%s” and %u others that it depends on",
                                                          n_others), named[0], named[1], n_others);
  if (named[1] != NULL)
    return g_strdup_printf (academy_language_translate (language, N_("starts too early for “%s” and “%s”, which it depends on")),
                            named[0], named[1]);

  return g_strdup_printf (academy_language_translate (language, N_("starts too early for “%s”, which it depends on")),
                          named[0]);
}

static char *
name_waits (guint                  n_waits,
            const char * const    *named,
            const AcademyLanguage *language)
{
  guint n_others = n_waits - g_strv_length ((char **) named);

  if (n_others > 0)
    /* Translators: the titles of two measures, and how many more there are */
    return g_strdup_printf (academy_language_translate_n (language, "depends on “%s”, “%s” and %u other",
                                                          "depends on “%s”, “%s” and %u others", n_others),
                            named[0], named[1], n_others);
  if (named[1] != NULL)
    return g_strdup_printf (academy_language_translate (language, N_("depends on “%s” and “%s”")), named[0], named[1]);

  return g_strdup_printf (academy_language_translate (language, N_("depends on “%s”")), named[0]);
}

/* Tells the first day that was counted back, when the bar begins on another. */
static char *
describe_stages (const AcademyBar      *bar,
                 const AcademyLanguage *language)
{
  g_autofree char *day = NULL;

  if (bar->n_stages == 0 || bar->stages[0] == bar->span.start)
    return NULL;

  day = academy_language_format_day (language, bar->stages[0]);
  /* Translators: the day on which a procurement must begin to be ready in time */
  return g_strdup_printf (academy_language_translate (language, N_("counted back from its end, it begins on %s")), day);
}

static char *
describe_dependencies (const AcademyBar      *bar,
                       const char * const    *named,
                       const AcademyLanguage *language)
{
  if (bar->n_waits == 0)
    return NULL;
  if (named != NULL && named[0] != NULL)
    return bar->n_broken > 0 ? name_broken (bar->n_broken, named, language) : name_waits (bar->n_waits, named, language);
  if (bar->n_broken > 0)
    return g_strdup_printf (academy_language_translate_n (language, "starts too early for %u measure that it depends on",
                                                          "starts too early for %u measures that it depends on",
                                                          bar->n_broken), bar->n_broken);

  return g_strdup_printf (academy_language_translate_n (language, "depends on %u measure", "depends on %u measures",
                                                        bar->n_waits), bar->n_waits);
}

/**
 * academy_bar_dup_description:
 * @bar: the bar of @item
 * @item: (nullable): an item; %NULL for the bar of a heading
 * @named: (nullable) (array zero-terminated=1): the titles of the items in
 *   #AcademyBar.named; without them predecessors are only counted
 * @language: the language to use
 *
 * Describes @bar for a screen reader and for the alternative text of a figure.
 *
 * Returns: (transfer full): all that the bar shows, in words: kind, owner role,
 *   dates, status and progress, lateness, slip, dependencies and hints
 */
char *
academy_bar_dup_description (const AcademyBar      *bar,
                             AcademyItem           *item,
                             const char * const    *named,
                             const AcademyLanguage *language)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  if (item != NULL)
    {
      add (builder, g_strdup (academy_language_translate (language, academy_item_get_kind (item)->label)));
      if (academy_kind_find_field (academy_item_get_kind (item), "owner_role") != NULL)
        add (builder, g_strdup (academy_item_get_text (item, "owner_role")));
    }
  if (bar->shape != ACADEMY_SHAPE_NONE)
    add (builder, academy_span_format (&bar->span, language));
  else
    add (builder, g_strdup (academy_language_translate (language, N_("no dates yet"))));
  if (bar->span.unsure)
    add (builder, g_strdup (academy_language_translate (language, N_("days not known"))));
  add (builder, describe_stages (bar, language));
  add (builder, describe_status (bar, item, language));
  add (builder, describe_lateness (bar, language));
  add (builder, describe_slip (bar, language));
  add (builder, describe_dependencies (bar, named, language));
  if (bar->warned)
    add (builder, g_strdup (academy_language_translate (language, N_("see the hints"))));

  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}
