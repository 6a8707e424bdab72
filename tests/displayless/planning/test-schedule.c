/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-expect.h"
#include "academy-kinds.h"
#include "academy-test.h"

#define TODAY "2022-02-14"

/* A plan of which every query shows something else. Its titles and roles have
 * the letters of Finnish at their ends, in both cases. */
static const char * const plan[] = {
  "title=Ääni; priority=2; person_days=2.5; cost=1500; owner_role=Hankintapäällikkö; "
  "start=2022-01-10; end=2022-02-13; status=in_progress; progress=40; goals=1",
  "title=aamu; priority=1; person_days=10; cost=200; owner_role=hankintapäällikkö; "
  "start=2022-01-10; end=2022-02-14; status=planned; progress=0; goals=2 1",
  "title=Öljy; priority=3; person_days=2.25; owner_role=Äitiysneuvola; "
  "start=2021-12-31; end=2022-01-31; status=done; progress=100; goals=2",
  "title=öinen työ; cost=10000000000; owner_role=Öljyvastaava; start=2022-03-01; status=idea",
  "title=Ål; owner_role=Ålands upphandlare; end=2022-01-15; status=on_hold; progress=70; goals=2",
  "title=Zeta; owner_role=Zeniitti; start=2022-01-03; end=2022-01-20; status=dropped; progress=10; goals=1",
  "title=zeta; priority=1; start=2022-02-01; end=2022-05-31; status=planned",
  "title=Ärjy; owner_role=Palvelujohtaja; status=planned; goals=3",
  "title=Bussi; person_days=10; cost=0; owner_role=Palvelujohtaja; start=2022-01-10; end=2022-02-01; status=planned; progress=5",
  "title=Pilotin askel; owner_role=Palvelujohtaja; start=2022-01-12; end=2022-02-02; status=in_progress; progress=50; "
    "goals=1; pilot=1",
  "title=Älykäs pilotti; start=2022-03-15; end=2022-04-15; status=planned; pilot=1",
};

static const char * const goals[] = { "Bravo", "Alfa", "Charlie", "Delta" };

static const struct {
  const AcademyKind *kind;
  const char        *fields;
} others[] = {
  { &academy_session_kind, "number=2; start=2021-12-14T13:00:00+02:00" },
  { &academy_session_kind, "number=1; start=2021-11-16T09:00:00+02:00; held=2021-11-16T09:00:00+02:00" },
  { &academy_session_kind, "number=3; earliest=2022-01-01; latest=2022-01-31" },
  { &academy_session_kind, "number=4" },
  { &academy_milestone_kind, "title=Puoliväli; date=2022-01-15" },
  { &academy_milestone_kind, "title=Kevät; date=2022-04-10; certainty=month" },
  { &academy_board_item_kind, "board_name=Johtoryhmä; meeting_date=2022-02-16" },
  { &academy_event_kind, "title=Vain loppu; end=2021-09-15" },
  { &academy_opportunity_kind, "title=Siivous; choice=chosen; stage=contract; needed=2022-06-30" },
  { &academy_opportunity_kind, "title=Ruoka; choice=chosen; notice=2022-01-10; needed=2022-08-10" },
  { &academy_opportunity_kind, "title=Lattiat; choice=later; notice=2022-01-10; needed=2022-08-10" },
  { &academy_opportunity_kind, "title=Valaistus; choice=chosen" },
};

/* The second waits for the first. */
static const char * const dependencies[][2] = {
  { "Ääni", "Öljy" }, { "aamu", "Öljy" }, { "Bussi", "Öljy" }, { "aamu", "Ål" }, { "Ääni", "Ål" }, { "aamu", "Ärjy" },
};

typedef struct {
  AcademyTest  base;

  /* Owned */
  char        *organisation;
  GPtrArray   *goals;
  AcademyItem *pilot;
} Fixture;

/* The ids in place of the numbers of goals and pilot. */
static char *
dup_fields (Fixture    *fixture,
            const char *fields)
{
  g_auto(GStrv) pairs = g_strsplit (fields, "; ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (g_str_has_prefix (pairs[i], "pilot="))
      {
        g_free (pairs[i]);
        pairs[i] = g_strconcat ("pilot=", academy_item_get_id (fixture->pilot), NULL);
      }
    else if (g_str_has_prefix (pairs[i], "goals="))
      {
        g_autoptr(GString) ids = g_string_new ("goals=");

        for (const char *p = pairs[i] + strlen ("goals="); *p != '\0'; p++)
          g_string_append (ids, *p == ' ' ? " " : academy_item_get_id (g_ptr_array_index (fixture->goals, *p - '1')));
        g_free (pairs[i]);
        pairs[i] = g_string_free_and_steal (g_steal_pointer (&ids));
      }

  return g_strjoinv ("; ", pairs);
}

static AcademyItem *
find_measure (Fixture    *fixture,
              const char *title)
{
  g_autoptr(GPtrArray) measures = academy_store_get_all (fixture->base.store, &academy_measure_kind, NULL, NULL);

  for (guint i = 0; i < measures->len; i++)
    if (g_str_equal (academy_item_get_text (g_ptr_array_index (measures, i), "title"), title))
      return g_object_ref (g_ptr_array_index (measures, i));

  g_error ("There is no measure “%s”", title);
}

static void
add_dependencies (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (dependencies); i++)
    {
      g_autoptr(AcademyItem) predecessor = find_measure (fixture, dependencies[i][0]);
      g_autoptr(AcademyItem) successor = find_measure (fixture, dependencies[i][1]);
      g_autofree char *fields = g_strdup_printf ("predecessor=%s; successor=%s", academy_item_get_id (predecessor),
                                                 academy_item_get_id (successor));

      g_object_unref (academy_test_add (&fixture->base, &academy_dependency_kind, fields));
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = NULL;

  academy_test_set_up (&fixture->base, data);
  organisation = academy_test_organisation (&fixture->base);
  fixture->organisation = g_strdup (academy_item_get_id (organisation));
  fixture->goals = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autofree char *fields = g_strconcat ("title=", goals[i], NULL);

      g_ptr_array_add (fixture->goals, academy_test_add (&fixture->base, &academy_goal_kind, fields));
    }
  fixture->pilot = academy_test_add (&fixture->base, &academy_pilot_kind,
                                     "title=Pilotti; start=2021-12-01; end=2022-06-30; status=running");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_object_unref (academy_test_add (&fixture->base, others[i].kind, others[i].fields));
  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    {
      g_autofree char *fields = dup_fields (fixture, plan[i]);

      g_object_unref (academy_test_add (&fixture->base, &academy_measure_kind, fields));
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->goals, g_ptr_array_unref);
  g_clear_object (&fixture->pilot);
  g_free (fixture->organisation);
  academy_test_tear_down (&fixture->base, data);
}

static char *
read_schedule (AcademyStore               *store,
               const AcademyScheduleQuery *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademySchedule) schedule = academy_schedule_read (store, query, &error);

  g_assert_no_error (error);
  return academy_describe_schedule (store, schedule);
}

static void
assert_query (AcademyStore               *store,
              const AcademyScheduleQuery *query)
{
  g_autofree char *expected = academy_expect_schedule (store, query);
  g_autofree char *found = read_schedule (store, query);

  if (!g_str_equal (found, expected))
    g_test_message ("grouping %d filter %d search “%s” order %d descending %d:\n%s\nin place of\n%s", query->grouping,
                    query->filter, query->search, query->order, query->descending, found, expected);
  g_assert_cmpstr (found, ==, expected);
}

/* Reads only the measures of the schedule of another query. */
static void
assert_measures (AcademyStore               *store,
                 const AcademyScheduleQuery *query,
                 const AcademySchedule      *before)
{
  g_autofree char *expected = read_schedule (store, query);
  g_autoptr(AcademySchedule) schedule = academy_schedule_read_measures (before, store, query, NULL);
  g_autofree char *found = academy_describe_schedule (store, schedule);

  assert_query (store, query);
  g_assert_cmpstr (found, ==, expected);
}

static const char * const searches[] = {
  "", "ä", "Ä", "ö", "Ö", "å", "Å", "ÄÄNI", "hankintaPÄÄLLIKKÖ", "zeta", "a", "Palvelu", "[", "%", "ä%", "puuttuu",
};

/* Every query against what the items say themselves; what is looked for has
 * nothing to do with the order. */
static void
test_queries (Fixture      *fixture,
              gconstpointer data)
{
  const char *organisations[] = { fixture->organisation, NULL };

  add_dependencies (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    {
      AcademyScheduleQuery query = { .organisation = organisations[i], .search = "zeta", .today = academy_test_day (TODAY) };
      g_autoptr(AcademySchedule) before = academy_schedule_read (fixture->base.store, &query, NULL);

      for (query.grouping = ACADEMY_GROUPING_NONE; query.grouping <= ACADEMY_GROUPING_OWNER; query.grouping++)
        for (query.filter = ACADEMY_FILTER_ALL; query.filter <= ACADEMY_FILTER_OVERDUE; query.filter++)
          {
            query.search = NULL;
            for (query.order = ACADEMY_ORDER_START; query.order < ACADEMY_N_ORDERS; query.order++)
              for (query.descending = FALSE; query.descending <= TRUE; query.descending++)
                assert_measures (fixture->base.store, &query, before);

            query.order = ACADEMY_ORDER_TITLE;
            query.descending = FALSE;
            for (guint j = 0; j < G_N_ELEMENTS (searches); j++)
              {
                query.search = searches[j];
                assert_measures (fixture->base.store, &query, before);
              }
          }
    }
}

static char *
read_measures (Fixture     *fixture,
               AcademyOrder order,
               gboolean     descending)
{
  AcademyScheduleQuery query = {
    .organisation = fixture->organisation,
    .order = order,
    .descending = descending,
    .today = academy_test_day (TODAY),
  };
  g_autoptr(AcademySchedule) schedule = academy_schedule_read (fixture->base.store, &query, NULL);
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      const AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);

      for (guint j = 0; heading->type == ACADEMY_HEADING_MEASURES && j < heading->entries->len; j++)
        {
          const AcademyScheduleEntry *entry = academy_schedule_get_entry (heading, j);
          g_autoptr(AcademyItem) item = academy_store_get (fixture->base.store, &academy_measure_kind, entry->id, NULL);

          g_strv_builder_add (titles, academy_item_get_text (item, "title"));
        }
    }

  all = g_strv_builder_end (titles);
  return g_strjoinv (" ", all);
}

/* The same written out, so that it can be read. */
static void
test_orders (Fixture      *fixture,
             gconstpointer data)
{
  static const struct {
    AcademyOrder order;
    gboolean     descending;
    const char  *titles;
  } rows[] = {
    { ACADEMY_ORDER_START, FALSE, "Öljy Zeta aamu Bussi Ääni zeta öinen työ Ål Ärjy" },
    { ACADEMY_ORDER_START, TRUE, "öinen työ zeta aamu Bussi Ääni Zeta Öljy Ål Ärjy" },
    { ACADEMY_ORDER_END, FALSE, "Ål Zeta Öljy Bussi Ääni aamu zeta öinen työ Ärjy" },
    { ACADEMY_ORDER_TITLE, FALSE, "aamu Bussi zeta Zeta Ål Ärjy Ääni öinen työ Öljy" },
    { ACADEMY_ORDER_TITLE, TRUE, "Öljy öinen työ Ääni Ärjy Ål Zeta zeta Bussi aamu" },
    { ACADEMY_ORDER_OWNER, FALSE, "aamu Ääni Bussi Ärjy Zeta Ål Öljy öinen työ zeta" },
    { ACADEMY_ORDER_STATUS, FALSE, "öinen työ aamu Bussi zeta Ärjy Ääni Ål Öljy Zeta" },
    { ACADEMY_ORDER_PROGRESS, FALSE, "aamu Bussi Zeta Ääni Ål Öljy zeta öinen työ Ärjy" },
    { ACADEMY_ORDER_PROGRESS, TRUE, "Öljy Ål Ääni Zeta Bussi aamu zeta öinen työ Ärjy" },
    { ACADEMY_ORDER_PRIORITY, FALSE, "aamu zeta Ääni Öljy Zeta Bussi öinen työ Ål Ärjy" },
    { ACADEMY_ORDER_PRIORITY, TRUE, "Öljy Ääni aamu zeta Zeta Bussi öinen työ Ål Ärjy" },
    { ACADEMY_ORDER_GOALS, FALSE, "Öljy aamu Ål Zeta Ääni Ärjy Bussi zeta öinen työ" },
    { ACADEMY_ORDER_GOALS, TRUE, "Ärjy Zeta Ääni Öljy aamu Ål Bussi zeta öinen työ" },
    { ACADEMY_ORDER_PERSON_DAYS, FALSE, "Öljy Ääni aamu Bussi Zeta zeta öinen työ Ål Ärjy" },
    { ACADEMY_ORDER_PERSON_DAYS, TRUE, "aamu Bussi Ääni Öljy Zeta zeta öinen työ Ål Ärjy" },
    { ACADEMY_ORDER_COST, FALSE, "Bussi aamu Ääni öinen työ Öljy Zeta zeta Ål Ärjy" },
    { ACADEMY_ORDER_COST, TRUE, "öinen työ Ääni aamu Bussi Öljy Zeta zeta Ål Ärjy" },
    { ACADEMY_ORDER_DEPENDS, FALSE, "Ärjy Ål Öljy Zeta aamu Bussi Ääni zeta öinen työ" },
    { ACADEMY_ORDER_DEPENDS, TRUE, "Öljy Ål Ärjy Zeta aamu Bussi Ääni zeta öinen työ" },
  };

  add_dependencies (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *titles = read_measures (fixture, rows[i].order, rows[i].descending);

      g_assert_cmpstr (titles, ==, rows[i].titles);
    }
}

/* The board date of an organisation is there until a presentation takes its place: one
 * on that day or later, or one still to come. */
static void
test_board_date (Fixture      *fixture,
                 gconstpointer data)
{
  static const struct {
    const char *date;
    const char *meeting;
    const char *certainty;
    const char *outcome;
    const char *today;
    gboolean    shown;
  } rows[] = {
    { NULL, "2022-02-16", "day", NULL, TODAY, FALSE },
    { "2022-02-16", "2022-02-16", "day", NULL, TODAY, FALSE },
    /* Moved to a later day, whatever came of it */
    { "2022-02-16", "2022-02-23", "day", NULL, TODAY, FALSE },
    { "2022-02-16", "2022-02-23", "day", NULL, "2022-02-24", FALSE },
    { "2022-02-16", "2022-02-23", "day", "approved", "2022-02-24", FALSE },
    /* Moved to an earlier day, until that has passed or the board has decided */
    { "2022-03-01", "2022-02-16", "day", NULL, TODAY, FALSE },
    { "2022-03-01", "2022-02-16", "day", NULL, "2022-02-16", FALSE },
    { "2022-03-01", "2022-02-16", "day", NULL, "2022-02-17", TRUE },
    { "2022-03-01", "2022-02-16", "day", "returned", TODAY, TRUE },
    /* Of a month, its last day is meant */
    { "2022-02-28", "2022-02-01", "month", NULL, "2022-03-01", FALSE },
    { "2022-03-01", "2022-02-01", "month", NULL, "2022-02-28", FALSE },
    { "2022-03-01", "2022-02-01", "month", NULL, "2022-03-01", TRUE },
    { "2022-02-16", NULL, "day", NULL, TODAY, TRUE },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (&fixture->base);
  g_autoptr(AcademyItem) board = academy_store_get_first (fixture->base.store, &academy_board_item_kind, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AcademyScheduleQuery query = { .organisation = fixture->organisation, .today = academy_test_day (rows[i].today) };
      g_autofree char *text = NULL;

      g_assert_true (academy_test_set (&fixture->base, organisation, "board_date", rows[i].date, NULL, NULL));
      g_assert_true (academy_test_set (&fixture->base, board, "meeting_date", rows[i].meeting, NULL, NULL));
      g_assert_true (academy_test_set (&fixture->base, board, "certainty", rows[i].certainty, NULL, NULL));
      g_assert_true (academy_test_set (&fixture->base, board, "outcome", rows[i].outcome, NULL, NULL));
      text = read_schedule (fixture->base.store, &query);
      g_assert_cmpint (strstr (text, "  organisation ") != NULL, ==, rows[i].shown);
      assert_query (fixture->base.store, &query);
    }
}

/* What a heading shows of the meetings below it: those whose day is known. */
static void
test_marks (Fixture      *fixture,
            gconstpointer data)
{
  static const struct { const char *day; const AcademyKind *kind; } marks[] = {
    { "2021-11-16", &academy_session_kind },
    { "2021-12-14", &academy_session_kind },
    { "2022-01-15", &academy_milestone_kind },
    { "2022-02-16", &academy_board_item_kind },
  };
  AcademyScheduleQuery query = { .today = academy_test_day (TODAY) };
  g_autoptr(AcademySchedule) schedule = academy_schedule_read (fixture->base.store, &query, NULL);
  const AcademyScheduleHeading *heading = NULL;

  for (guint i = 0; i < schedule->headings->len; i++)
    if (g_strcmp0 (((AcademyScheduleHeading *) g_ptr_array_index (schedule->headings, i))->id, fixture->organisation) == 0)
      heading = g_ptr_array_index (schedule->headings, i);

  g_assert_cmpuint (heading->marks->len, ==, G_N_ELEMENTS (marks));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const AcademyScheduleMark *mark = &g_array_index (heading->marks, AcademyScheduleMark, i);

      g_assert_cmpuint (mark->day, ==, academy_test_day (marks[i].day));
      g_assert_true (mark->kind == marks[i].kind);
    }
}

/* A dependency holds when its successor starts after the end and the lag. */
static void
test_links (Fixture      *fixture,
            gconstpointer data)
{
  static const struct {
    const char *end;
    const char *start;
    int         lag;
    gboolean    holds;
    const char *status; /* Of the predecessor, and then of the successor. */
  } rows[] = {
    { "2022-01-20", "2022-01-21", 0, TRUE },
    { "2022-01-20", "2022-01-20", 0, FALSE },
    { "2022-01-20", "2022-01-25", 5, FALSE },
    { "2022-01-20", "2022-01-26", 5, TRUE },
    { "2022-01-20", "2022-01-18", -3, TRUE },
    { "2022-01-20", "2022-01-17", -3, FALSE },
    { NULL, "2022-01-17", 0, TRUE },
    { "2022-01-20", NULL, 0, TRUE },
    /* What is finished waits for nothing, and nothing waits for it. */
    { "2022-01-20", "2022-01-17", 0, TRUE, "done idea" },
    { "2022-01-20", "2022-01-17", 0, TRUE, "idea dropped" },
    { "2022-01-20", "2022-01-17", 0, FALSE, "in_progress planned" },
  };
  g_autoptr(GArray) kept = academy_schedule_read_dependencies (fixture->base.store, NULL, NULL);
  g_autoptr(GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(GStrv) statuses = g_strsplit (rows[i].status != NULL ? rows[i].status : "planned planned", " ", 2);
      g_autofree char *before = g_strdup_printf ("status=%s%s%s", statuses[0], rows[i].end != NULL ? "; end=" : "",
                                                 rows[i].end != NULL ? rows[i].end : "");
      g_autofree char *after = g_strdup_printf ("status=%s%s%s", statuses[1], rows[i].start != NULL ? "; start=" : "",
                                                rows[i].start != NULL ? rows[i].start : "");
      g_autoptr(AcademyItem) predecessor = academy_test_add (&fixture->base, &academy_measure_kind, before);
      g_autoptr(AcademyItem) successor = academy_test_add (&fixture->base, &academy_measure_kind, after);
      g_autofree char *fields = g_strdup_printf ("predecessor=%s; successor=%s; lag=%d", academy_item_get_id (predecessor),
                                                 academy_item_get_id (successor), rows[i].lag);
      g_autoptr(AcademyItem) dependency = academy_test_add (&fixture->base, &academy_dependency_kind, fields);
      g_autoptr(GArray) links = academy_schedule_read_dependencies (fixture->base.store, fixture->organisation, NULL);
      g_autoptr(GArray) all = academy_schedule_read_dependencies (fixture->base.store, NULL, NULL);
      gboolean found = FALSE;

      g_assert_cmpuint (links->len, ==, i + 1);
      g_assert_cmpuint (all->len, ==, i + 1);
      /* Links are read again of organisations that changed, and of no other. */
      g_hash_table_remove_all (changed);
      g_assert_true (academy_schedule_update_dependencies (kept, fixture->base.store, changed, NULL));
      g_assert_cmpuint (kept->len, ==, i);
      g_hash_table_add (changed, fixture->organisation);
      g_assert_true (academy_schedule_update_dependencies (kept, fixture->base.store, changed, NULL));
      g_assert_cmpuint (kept->len, ==, i + 1);
      for (guint j = 0; j < links->len; j++)
        {
          const AcademyScheduleDependency *link = &g_array_index (kept, AcademyScheduleDependency, j);

          g_assert_cmpstr (link->id, ==, g_array_index (links, AcademyScheduleDependency, j).id);
          g_assert_cmpstr (link->organisation, ==, fixture->organisation);
        }
      for (guint j = 0; j < links->len; j++)
        {
          const AcademyScheduleDependency *link = &g_array_index (links, AcademyScheduleDependency, j);

          if (!g_str_equal (link->id, academy_item_get_id (dependency)))
            continue;
          found = TRUE;
          g_assert_cmpstr (link->predecessor, ==, academy_item_get_id (predecessor));
          g_assert_cmpstr (link->successor, ==, academy_item_get_id (successor));
          g_assert_cmpint (link->lag, ==, rows[i].lag);
          g_assert_cmpuint (link->end, ==, academy_test_day (rows[i].end));
          g_assert_cmpuint (link->start, ==, academy_test_day (rows[i].start));
          g_assert_cmpint (academy_schedule_dependency_holds (link), ==, rows[i].holds);
        }
      g_assert_true (found);
    }
}

/* Of a programme only the headings of some organisations are read. */
static void
test_only (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GHashTable) only = g_hash_table_new (g_str_hash, g_str_equal);
  AcademyScheduleQuery query = { .only = only, .today = academy_test_day (TODAY) };
  AcademyScheduleQuery whole_query = { .today = query.today };
  g_autoptr(AcademySchedule) whole = academy_schedule_read (fixture->base.store, &whole_query, NULL);
  g_autoptr(AcademySchedule) schedule = NULL;
  guint n_found = 0;

  g_hash_table_add (only, fixture->organisation);
  schedule = academy_schedule_read (fixture->base.store, &query, NULL);
  g_assert_cmpuint (whole->headings->len, ==, 7);
  g_assert_cmpuint (schedule->headings->len, ==, 2);
  for (guint i = 0; i < whole->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (whole->headings, i);
      AcademyScheduleHeading *part = g_ptr_array_index (schedule->headings, 1);

      if (g_strcmp0 (heading->id, fixture->organisation) != 0)
        continue;
      g_assert_cmpstr (part->id, ==, fixture->organisation);
      g_assert_cmpuint (part->n_measures, ==, heading->n_measures);
      g_assert_cmpuint (part->entries->len, ==, heading->entries->len);
      n_found++;
    }

  g_assert_cmpuint (n_found, ==, 1);
}

/* Ids that are not random: the goals of all measures are found all the same. */
static void
test_ids (Fixture      *fixture,
          gconstpointer data)
{
  static const char * const beginnings[] = { "00000000", "00000001", "7fffffff", "ffffffff" };
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  AcademyScheduleQuery query = {
    .organisation = fixture->organisation,
    .grouping = ACADEMY_GROUPING_GOAL,
    .today = academy_test_day (TODAY),
  };
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-0000-4000-8000-%012u", beginnings[i * i % G_N_ELEMENTS (beginnings)], i);
      g_autofree char *title = g_strdup_printf ("Toimi %u", i);
      g_autoptr(AcademyItem) measure = academy_item_new (&academy_measure_kind, id);
      AcademyItem *goal = g_ptr_array_index (fixture->goals, i % fixture->goals->len);

      g_object_set (measure, "organisation", fixture->organisation, "title", title, NULL);
      if (i % 5 > 0)
        g_object_set (measure, "goals", (const char * const[]) { academy_item_get_id (goal), NULL }, NULL);
      academy_edit_create (edit, measure);
    }
  g_assert_true (academy_store_apply (fixture->base.store, edit, NULL));

  expected = academy_expect_schedule (fixture->base.store, &query);
  text = read_schedule (fixture->base.store, &query);
  g_assert_cmpstr (text, ==, expected);
}

/* A plan of which nothing is written yet has no line at all. */
static void
test_empty (AcademyTest  *test,
            gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  AcademyScheduleQuery query = {
    .organisation = academy_item_get_id (organisation),
    .grouping = ACADEMY_GROUPING_OWNER,
    .today = academy_test_day (TODAY),
  };
  g_autofree char *expected = academy_expect_schedule (test->store, &query);
  g_autofree char *text = read_schedule (test->store, &query);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (text, ==, expected);
  g_assert_null (strstr (text, "measure"));

  query.organisation = "00000000-0000-4000-8000-000000000000";
  g_assert_null (academy_schedule_read (test->store, &query, &error));
  g_assert_nonnull (error);
}

static const struct {
  const char *path;
  void      (*run) (Fixture *, gconstpointer);
} cases[] = {
  { "/schedule/queries", test_queries },
  { "/schedule/orders", test_orders },
  { "/schedule/board-date", test_board_date },
  { "/schedule/marks", test_marks },
  { "/schedule/links", test_links },
  { "/schedule/ids", test_ids },
  { "/schedule/only", test_only },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);
  g_test_add ("/schedule/empty", AcademyTest, NULL, academy_test_set_up, test_empty, academy_test_tear_down);

  return g_test_run ();
}
