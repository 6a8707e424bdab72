/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-exercise.h"

#include "academy-baseline.h"
#include "academy-brief.h"
#include "academy-check.h"
#include "academy-entries.h"
#include "academy-hints.h"
#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-organisations.h"
#include "academy-paper.h"
#include "academy-picture.h"
#include "academy-plan-export.h"
#include "academy-progress.h"
#include "academy-report-document.h"
#include "academy-report-text.h"
#include "academy-schedule.h"
#include "academy-timeline-model.h"
#include "academy-undone.h"
#include "academy-what-changed.h"

#define TODAY        2459500
#define MOST_UNDOS   4
#define MOST_ROWS    400
#define DRAWN_ONE_IN 25

/* Whatever fails says why, in words that can be shown. */
static void
expect_reason (GError **error)
{
  g_assert_nonnull (*error);
  g_assert_true (g_utf8_validate ((*error)->message, -1, NULL));
  g_assert_cmpint (*(*error)->message, !=, '\0');
  g_clear_error (error);
}

static void
failed_cb (AcademyStore *store,
           GError       *error)
{
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
check (AcademyStore *store)
{
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  if (!academy_store_check (store, NULL, &findings, &error))
    expect_reason (&error);
  else
    for (guint i = 0; i < findings->len; i++)
      g_assert_true (g_utf8_validate (g_ptr_array_index (findings, i), -1, NULL));
}

static void
export (AcademyStore *store,
        AcademyItem  *organisation,
        GRand        *random)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) plan = academy_plan_export (store, organisation, academy_language_get_default (),
                                                g_rand_boolean (random), NULL, &error);

  if (plan == NULL)
    expect_reason (&error);
  else
    g_assert_true (g_utf8_validate_len (g_bytes_get_data (plan, NULL), g_bytes_get_size (plan), NULL));
}

static void
read_hints (AcademyStore *store,
            const char   *organisation)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hints = academy_hints_read (store, organisation, NULL, academy_language_get_default (), &error);

  if (hints == NULL)
    expect_reason (&error);
}

static void
read_schedule (AcademyStore *store,
               const char   *organisation,
               GRand        *random)
{
  AcademyScheduleQuery query = {
    .organisation = organisation,
    .grouping = g_rand_int_range (random, ACADEMY_GROUPING_NONE, ACADEMY_GROUPING_OWNER + 1),
    .filter = g_rand_int_range (random, ACADEMY_FILTER_ALL, ACADEMY_FILTER_OVERDUE + 1),
    .search = g_rand_boolean (random) ? "a" : NULL,
    .order = g_rand_int_range (random, ACADEMY_ORDER_START, ACADEMY_N_ORDERS),
    .descending = g_rand_boolean (random),
    .today = TODAY,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademySchedule) schedule = academy_schedule_read (store, &query, &error);
  g_autoptr(GArray) links = NULL;

  if (schedule == NULL)
    expect_reason (&error);
  links = academy_schedule_read_dependencies (store, organisation, &error);
  if (links == NULL)
    expect_reason (&error);
}

/* The rows of a timeline as the screen asks for them. */
static void
read_timeline (AcademyStore *store,
               const char   *organisation)
{
  g_autoptr(AcademyTimelineModel) model = academy_timeline_model_new (store, organisation);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < MIN (n_rows, MOST_ROWS); i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_nonnull (row);
    }
}

static void
read_lists (AcademyStore *store,
            const char   *organisation)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *owner = academy_kind_get_owner (*kind);
      g_autoptr(AcademyList) list = NULL;

      if (owner == NULL || !g_str_equal (owner->target, academy_organisation_kind.name))
        continue;

      list = academy_list_new (store, *kind, organisation);
      for (guint i = 0; i < MIN (g_list_model_get_n_items (G_LIST_MODEL (list)), MOST_ROWS); i++)
        {
          g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
          g_autofree char *title = academy_item_dup_title (item, academy_language_get_default ());
          g_autofree char *subtitle = academy_item_dup_subtitle (item, academy_language_get_default ());

          g_assert_true (g_utf8_validate (title, -1, NULL));
          g_assert_true (g_utf8_validate (subtitle, -1, NULL));
        }
    }
}

static void
read_baselines (AcademyStore *store,
                const char   *organisation)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) baselines = academy_store_get_ids (store, &academy_baseline_kind, organisation, &error);

  if (baselines == NULL)
    expect_reason (&error);

  for (guint i = 0; baselines != NULL && i < baselines->len; i++)
    {
      g_autoptr(GPtrArray) changes = academy_baseline_compare (store, organisation, g_ptr_array_index (baselines, i), &error);

      if (changes == NULL)
        expect_reason (&error);
    }
}

static void
draw (AcademyStore *store,
      const char   *organisation,
      GRand        *random)
{
  AcademyPaperOptions options = {
    .organisation = organisation,
    .grouping = g_rand_int_range (random, ACADEMY_GROUPING_NONE, ACADEMY_GROUPING_OWNER + 1),
    .baseline = g_rand_boolean (random) ? "B" : NULL,
    .language = academy_language_get_default (),
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyPaper) paper = academy_paper_new (store, &options, &error);
  g_autoptr(AcademyScratch) content = academy_scratch_new (NULL, NULL);

  if (paper == NULL ||
      !academy_picture_make (ACADEMY_DOCUMENT (paper),
                             g_rand_int_range (random, ACADEMY_PICTURE_PNG, ACADEMY_PICTURE_PDF + 1), content, NULL, &error))
    expect_reason (&error);
}

static void
set (AcademyStore *store,
     AcademyItem  *item,
     const char   *name,
     const char   *text)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const AcademyField *field = academy_kind_find_field (kind, name);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->change);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  academy_value_init (field, &value);
  g_assert_true (academy_value_set_from_text (field, text, &value, NULL));
  academy_edit_set (edit, item, field, &value);
  academy_edit_set_group (edit, "typing");
  if (!academy_store_apply (store, edit, &error))
    expect_reason (&error);
}

static void
edit (AcademyStore *store,
      AcademyItem  *organisation,
      GRand        *random)
{
  g_autoptr(GPtrArray) measures = academy_store_get_all (store, &academy_measure_kind, academy_item_get_id (organisation), NULL);
  g_autoptr(AcademyEdit) removal = academy_edit_new ("Delete measure");
  g_autoptr(AcademyItem) session = academy_item_new (&academy_session_kind, NULL);
  g_autoptr(AcademyEdit) addition = academy_edit_new ("Add session");
  g_autoptr(GError) error = NULL;

  set (store, organisation, "note", "N");
  set (store, organisation, "slug", "turku");
  if (measures != NULL && measures->len > 0)
    {
      AcademyItem *measure = g_ptr_array_index (measures, g_rand_int_range (random, 0, measures->len));

      set (store, measure, "title", "T");
      set (store, measure, "title", "Ti");
      set (store, measure, "start", "2021-11-01");
      academy_edit_delete (removal, measure);
      if (!academy_store_apply (store, removal, &error))
        expect_reason (&error);
    }

  g_object_set (session, "organisation", academy_item_get_id (organisation), "title", "S", NULL);
  academy_edit_create (addition, session);
  academy_baseline_add (addition, academy_item_get_id (organisation), "C");
  if (!academy_store_apply (store, addition, &error))
    expect_reason (&error);
}

static void
undo (AcademyStore *store,
      GRand        *random)
{
  g_autoptr(GError) error = NULL;
  guint n_undos = g_rand_int_range (random, 1, g_rand_int_range (random, 0, 3) == 0 ? 20 : MOST_UNDOS);

  for (guint i = 0; i < n_undos; i++)
    if (!academy_store_undo (store, &error))
      {
        expect_reason (&error);
        break;
      }
  for (guint i = 0; i < n_undos; i++)
    if (!academy_store_redo (store, &error))
      {
        expect_reason (&error);
        break;
      }
}

/* Tells what changed, as a whole and entry by entry, and takes some of it back. */
static void
read_history (AcademyStore *store,
              GRand        *random)
{
  const AcademyLanguage *language = academy_language_get (g_rand_boolean (random) ? "fi" : "en", NULL);
  g_autoptr(AcademyEntries) entries = academy_entries_new (store, language);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = academy_what_changed_read (store, NULL, 0, 0, g_rand_boolean (random), NULL, language, &error);

  if (changes == NULL)
    expect_reason (&error);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    g_assert_true (g_utf8_validate (((AcademyChanged *) g_ptr_array_index (changes, i))->text, -1, NULL));

  if (!academy_entries_read_more (entries, MOST_ROWS, 0, &error))
    expect_reason (&error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (entries)); i++)
    {
      g_autoptr(AcademyEntry) entry = g_list_model_get_item (G_LIST_MODEL (entries), i);

      g_assert_true (g_utf8_validate (academy_entry_get_author (entry), -1, NULL));
      if (academy_entry_has_removed (entry) && !academy_store_bring_back_removed (store, academy_entry_get_step (entry), &error))
        expect_reason (&error);
    }
}

static void
write_brief (AcademyStore *store,
             const char   *organisation,
             GRand        *random,
             gboolean      drawn)
{
  const AcademyLanguage *language = academy_language_get (g_rand_boolean (random) ? "fi" : "en", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) session = academy_brief_find_session (store, organisation, ACADEMY_UNSET, &error);
  g_autoptr(AcademyReport) report = NULL;
  g_autoptr(AcademyReportDocument) document = NULL;
  g_autoptr(AcademyScratch) content = NULL;
  g_autofree char *text = NULL;

  if (session != NULL)
    report = academy_brief_create (store, academy_item_get_id (session), g_rand_boolean (random), language, &error);
  if (report == NULL)
    {
      expect_reason (&error);
      return;
    }

  text = academy_report_dup_text (report, g_rand_int_range (random, 0, ACADEMY_N_REPORT_FORMS));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (!drawn)
    return;

  document = academy_report_document_new (report, &academy_geometry_brief);
  content = academy_scratch_new (NULL, NULL);
  if (!academy_picture_make (ACADEMY_DOCUMENT (document), ACADEMY_PICTURE_PDF, content, NULL, &error))
    expect_reason (&error);
}

static void
exercise_organisation (AcademyStore *store,
                       AcademyItem  *organisation,
                       GRand        *random)
{
  const char *id = academy_item_get_id (organisation);
  AcademyProgress progress;
  AcademyEffort effort;
  GDate today;
  g_autoptr(GError) error = NULL;

  export (store, organisation, random);
  read_hints (store, id);
  read_schedule (store, id, random);
  read_timeline (store, id);
  read_lists (store, id);
  read_baselines (store, id);
  g_date_clear (&today, 1);
  g_date_set_julian (&today, TODAY);
  if (!academy_progress_read (&progress, store, id, &today, &error))
    expect_reason (&error);
  if (!academy_effort_read (&effort, store, id, &error))
    expect_reason (&error);
}

/* Does with a file what the program does; whether it was opened at all. */
gboolean
academy_exercise (const char *path,
                  GRand      *random)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = academy_store_open (path, &error);
  g_autoptr(GPtrArray) organisations = NULL;
  gboolean drawn = g_rand_int_range (random, 0, DRAWN_ONE_IN) == 0;

  if (store == NULL)
    {
      expect_reason (&error);
      return FALSE;
    }

  g_signal_connect (store, "failed", G_CALLBACK (failed_cb), NULL);
  check (store);
  organisations = academy_organisations_get (store, &error);
  if (organisations == NULL)
    expect_reason (&error);

  /* One of them is enough: what is spoilt differs from input to input. */
  if (organisations != NULL && organisations->len > 0)
    {
      AcademyItem *organisation = g_ptr_array_index (organisations, g_rand_int_range (random, 0, organisations->len));

      exercise_organisation (store, organisation, random);
      write_brief (store, academy_item_get_id (organisation), random, drawn);
      if (drawn)
        draw (store, academy_item_get_id (organisation), random);
      edit (store, organisation, random);
    }
  undo (store, random);
  read_history (store, random);

  read_hints (store, NULL);
  read_schedule (store, NULL, random);
  read_timeline (store, NULL);
  if (drawn && g_rand_boolean (random))
    draw (store, NULL, random);

  if (!academy_store_close (store, &error))
    expect_reason (&error);
  return TRUE;
}
