/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>

#include "academy-date.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-programme.h"

static gboolean
is_wanted (AcademyItem *baseline,
           const char  *wanted)
{
  return academy_item_get_owner (baseline) != NULL &&
         (g_strcmp0 (academy_item_get_text (baseline, "title"), wanted) == 0 ||
          g_str_equal (academy_item_get_id (baseline), wanted));
}

/**
 * academy_paper_read_baseline:
 * @self: a paper
 * @wanted: the id or the title of a baseline; for the whole programme, the title
 *   of baselines of its organisations
 * @error: return location for an error, %ACADEMY_ERROR_NOT_FOUND when there is no
 *   such baseline
 *
 * Compares the plan with a baseline. When an organisation has several of that
 * title, the newest is taken.
 *
 * Returns: whether the baseline could be read
 */
gboolean
academy_paper_read_baseline (AcademyPaper *self,
                             const char   *wanted,
                             GError      **error)
{
  g_autoptr(GPtrArray) baselines = academy_store_get_all (self->store, &academy_baseline_kind, self->organisation, error);
  g_autoptr(GHashTable) newest = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) ids = NULL;

  if (baselines == NULL)
    return FALSE;

  for (guint i = 0; i < baselines->len; i++)
    {
      AcademyItem *baseline = g_ptr_array_index (baselines, i);

      if (!is_wanted (baseline, wanted))
        continue;

      g_hash_table_insert (newest, (gpointer) academy_item_get_owner (baseline), (gpointer) academy_item_get_id (baseline));
      g_set_str (&self->baseline, academy_item_get_text (baseline, "title"));
    }
  if (g_hash_table_size (newest) == 0)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                   _("There is no baseline “%s” to compare with."), wanted);
      return FALSE;
    }

  ids = g_hash_table_get_values_as_ptr_array (newest);
  return academy_annotations_set_baselines (self->annotations, self->store, ids, error);
}

static char *
dup_range (AcademyPaper *self)
{
  AcademyDay first, last;
  GDate start, end;

  academy_axis_get_visible (self->axis, &first, &last);
  start = academy_date_from_julian (first);
  end = academy_date_from_julian (last);

  return academy_language_format_period (self->facts.language, &start, &end);
}

static gboolean
has_publicity (GPtrArray  *plans,
               const char *publicity)
{
  for (guint i = 0; i < plans->len; i++)
    if (g_strcmp0 (academy_item_get_text (g_ptr_array_index (plans, i), "publicity"), publicity) == 0)
      return TRUE;

  return FALSE;
}

/* Adds the stamps of the most confidential plan: a paper is public only when all
 * of its plans are. */
static void
add_publicity (AcademyPaper *self,
               GPtrArray    *plans)
{
  gboolean confidential = has_publicity (plans, "confidential_part");

  if (plans->len == 0 || confidential || has_publicity (plans, "not_yet_public"))
    g_ptr_array_add (self->stamps,
                     g_strdup (academy_language_translate (self->facts.language, N_("Draft – preparatory material"))));
  if (confidential)
    g_ptr_array_add (self->stamps, g_strdup (academy_language_translate (self->facts.language, N_("Confidential in part"))));
}

static void
add_fact (AcademyPaper *self,
          const char   *fact)
{
  g_autofree char *subject = g_steal_pointer (&self->facts.subject);

  self->facts.subject = g_strjoin (" · ", subject, fact, NULL);
}

static void
add_baseline (AcademyPaper *self)
{
  /* Translators: the title of the baseline that a plan is compared with */
  g_autofree char *baseline = g_strdup_printf (academy_language_translate (self->facts.language, N_("Compared with %s")),
                                               self->baseline);

  add_fact (self, baseline);
}

/* Says by which day the plan is judged, unless that is the day of printing. */
static void
add_status_date (AcademyPaper *self)
{
  g_autofree char *day = academy_language_format_day (self->facts.language, self->today);
  /* Translators: the day by which a plan is judged */
  g_autofree char *text = g_strdup_printf (academy_language_translate (self->facts.language, N_("As of %s")), day);

  add_fact (self, text);
}

static void
describe_organisation (AcademyPaper *self,
                       AcademyItem  *programme,
                       AcademyItem  *organisation,
                       AcademyItem  *plan)
{
  const char *title = plan != NULL ? academy_item_get_text (plan, "title") : NULL;
  g_autofree char *academy = academy_item_dup_title (programme, self->facts.language);

  self->facts.title = academy_item_dup_title (organisation, self->facts.language);
  self->facts.author = g_strdup (self->facts.title);
  if (title == NULL)
    title = academy_language_translate (self->facts.language, academy_plan_kind.label);
  self->facts.subject = g_strjoin (" · ", title, academy, NULL);
}

static void
describe_programme (AcademyPaper *self,
                    AcademyItem  *programme)
{
  self->facts.title = academy_item_dup_title (programme, self->facts.language);
  self->facts.author = g_strdup (academy_item_get_text (programme, "organiser"));
  self->facts.subject = g_strdup (academy_language_translate (self->facts.language,
                                                              N_("Timeline of the programme and its organisations")));
}

/* Creates the alternative text of the whole paper: its subject, its days, the
 * progress of its measures and its stamps. */
static char *
describe (AcademyPaper *self)
{
  GPtrArray *headings = academy_lines_get_schedule (self->lines)->headings;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  guint n_measures = 0, n_done = 0, n_overdue = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      const AcademyScheduleHeading *heading = g_ptr_array_index (headings, i);

      n_measures += heading->n_measures;
      n_done += heading->n_done;
      n_overdue += heading->n_overdue;
    }

  g_strv_builder_add_many (builder, self->facts.subject, self->range, NULL);
  if (n_measures > 0)
    g_strv_builder_take (builder, academy_bar_format_done (n_measures, n_done, n_overdue, self->facts.language));
  for (guint i = 0; i < self->stamps->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->stamps, i));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

/**
 * academy_paper_read_facts:
 * @self: a paper
 * @error: return location for an error
 *
 * Reads the metadata and the stamps, which are drawn at the head of each page.
 *
 * Returns: whether they could be read
 */
gboolean
academy_paper_read_facts (AcademyPaper *self,
                          GError      **error)
{
  g_autoptr(GPtrArray) plans = academy_store_get_all (self->store, &academy_plan_kind, self->organisation, error);
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) programme = NULL;
  const char *label;

  if (plans == NULL)
    return FALSE;

  if (self->organisation != NULL)
    {
      organisation = academy_organisations_find (self->store, self->organisation, error);
      if (organisation != NULL)
        programme = academy_store_get_owner (self->store, organisation, error);
    }
  else
    programme = academy_store_get_first (self->store, &academy_programme_kind, NULL, error);
  if (programme == NULL)
    return FALSE;

  if (organisation != NULL)
    describe_organisation (self, programme, organisation, plans->len > 0 ? g_ptr_array_index (plans, 0) : NULL);
  else
    describe_programme (self, programme);

  if (self->baseline != NULL)
    add_baseline (self);
  if (academy_store_get_status_date (self->store) != 0)
    add_status_date (self);
  self->range = dup_range (self);
  add_publicity (self, plans);
  label = academy_programme_get_label (programme);
  if (label != NULL)
    g_ptr_array_add (self->stamps, g_strdup (label));
  self->facts.description = describe (self);

  return TRUE;
}
