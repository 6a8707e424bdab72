/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-hints.h"
#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-position.h"
#include "academy-progress.h"
#include "academy-test.h"

static void
take_changed (AcademyStore    *store,
              AcademyChanges  *changes,
              GHashTable     **changed)
{
  g_clear_pointer (changed, g_hash_table_unref);
  *changed = academy_organisations_get_changed (changes);
}

/* An edit concerns the organisation of which it changes a name, a stage or a sum,
 * and no other. */
static void
test_changed (AcademyTest   *test,
              gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *field;
    const char        *text;
    gboolean           counts;
  } rows[] = {
    { &academy_measure_kind, "title", "Another", FALSE },
    { &academy_measure_kind, "progress", "40", FALSE },
    { &academy_measure_kind, "status", "done", TRUE },
    { &academy_measure_kind, "end", "2022-02-01", TRUE },
    { &academy_follow_up_kind, "title", "Another", FALSE },
    { &academy_follow_up_kind, "due", "2022-02-01", TRUE },
    { &academy_plan_kind, "status", "approved", TRUE },
    { &academy_organisation_kind, "short_name_fi", "Åbo", TRUE },
    { &academy_session_kind, "held", "2022-02-01T09:00:00+02:00", TRUE },
    { &academy_goal_kind, "title", "Another", FALSE },
    { &academy_opportunity_kind, "choice", "chosen", FALSE },
    { &academy_person_kind, "name", "Aino", FALSE },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  g_autoptr(GHashTable) changed = NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(AcademyItem) goal = NULL;
  g_autoptr(AcademyItem) opportunity = NULL;
  g_autoptr(AcademyItem) follow_up = NULL;
  g_autoptr(AcademyItem) person = NULL;
  g_autoptr(AcademyItem) event = NULL;
  g_autoptr(AcademyItem) session = academy_test_add (test, &academy_session_kind, "number=1");

  g_signal_connect (test->store, "changed", G_CALLBACK (take_changed), &changed);
  goal = academy_test_create (test, &academy_goal_kind, id, "title", "Goal");
  g_assert_true (g_hash_table_contains (changed, id));
  opportunity = academy_test_create (test, &academy_opportunity_kind, id, "title", "Opportunity");
  g_assert_true (g_hash_table_contains (changed, id));
  person = academy_test_add (test, &academy_person_kind, "name=Maija");
  g_assert_cmpuint (g_hash_table_size (changed), ==, 0);
  follow_up = academy_test_create (test, &academy_follow_up_kind, id, "title", "Later");
  measure = academy_test_create (test, &academy_measure_kind, id, "title", "One");
  g_assert_cmpuint (g_hash_table_size (changed), ==, 1);
  g_assert_true (g_hash_table_contains (changed, id));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *owner = rows[i].kind == &academy_organisation_kind || rows[i].kind == &academy_person_kind ? NULL : id;
      g_autoptr(AcademyItem) item = rows[i].kind == &academy_organisation_kind
                                      ? g_object_ref (organisation)
                                      : academy_store_get_first (test->store, rows[i].kind, owner, NULL);

      g_assert_true (academy_test_set (test, item, rows[i].field, rows[i].text, NULL, NULL));
      g_assert_cmpuint (g_hash_table_size (changed), ==, rows[i].counts);
      g_assert_true (!rows[i].counts || g_hash_table_contains (changed, id));
    }

  event = academy_test_add (test, &academy_event_kind, "type=closing; start=2022-03-31");
  g_assert_null (changed);
}

static void
count_affected (AcademyStore   *store,
                AcademyChanges *changes,
                AcademyItem    *organisation)
{
  guint *n_affected = g_object_get_data (G_OBJECT (organisation), "n-affected");

  *n_affected += academy_effort_is_affected (changes, academy_item_get_id (organisation));
}

/* The sums of a plan are read again only when one of their parts has changed. */
static void
test_sums (AcademyTest   *test,
           gconstpointer  data)
{
  static const struct {
    const char *field;
    const char *text;
    guint       counts;
  } rows[] = {
    { "title", "Another", 0 },
    { "owner_role", "Lakimies", 0 },
    { "status", "done", 1 },
    { "end", "2022-02-01", 0 },
    { "person_days", "5", 1 },
    { "cost", "1000", 1 },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) measure = NULL;
  guint n_affected = 0;

  g_object_set_data (G_OBJECT (organisation), "n-affected", &n_affected);
  g_signal_connect (test->store, "changed", G_CALLBACK (count_affected), organisation);
  measure = academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation), "title", "One");
  g_assert_cmpuint (n_affected, ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      n_affected = 0;
      g_assert_true (academy_test_set (test, measure, rows[i].field, rows[i].text, NULL, NULL));
      g_assert_cmpuint (n_affected, ==, rows[i].counts);
    }
}

/* Short names of the organisations in their order, archived ones in brackets. */
static char *
get_order (AcademyTest *test)
{
  g_autoptr(GPtrArray) all = academy_organisations_get_all (test->store, NULL);
  g_autoptr(GPtrArray) shown = academy_organisations_get (test->store, NULL);
  g_autoptr(GPtrArray) archived = academy_organisations_get_archived (test->store, NULL);
  GString *order = g_string_new (NULL);
  guint n_shown = 0;

  for (guint i = 0; i < all->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (all, i);
      gboolean is_shown = n_shown < shown->len && g_ptr_array_index (shown, n_shown) == organisation;

      g_string_append_printf (order, is_shown ? "%s " : "(%s) ", academy_item_get_text (organisation, "slug"));
      n_shown += is_shown;
    }

  g_assert_cmpuint (all->len, ==, shown->len + archived->len);
  return g_string_free_and_steal (order);
}

static void
assert_order (AcademyTest *test,
              const char  *expected)
{
  g_autofree char *order = get_order (test);

  g_assert_cmpstr (order, ==, expected);
}

static void
move (AcademyTest *test,
      guint        from,
      guint        to)
{
  g_autoptr(GPtrArray) all = academy_organisations_get_all (test->store, NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (items, g_ptr_array_index (all, from));
  academy_position_move_among (test->store, all, items, to < all->len ? g_ptr_array_index (all, to) : NULL, &error);
  g_assert_no_error (error);
}

/* Organisations are in the order of their names until somebody moves one, and a new
 * one comes last from then on. */
static void
test_order (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) all = academy_organisations_get (test->store, NULL);
  g_autoptr(AcademyItem) first = NULL;
  g_autoptr(AcademyItem) last = NULL;

  first = academy_test_add (test, &academy_organisation_kind, "name_fi=Akaa; slug=akaa");
  assert_order (test, "akaa turku digifinland keha kuopio maanmittauslaitos valtori ");

  move (test, 4, 1);
  assert_order (test, "akaa kuopio turku digifinland keha maanmittauslaitos valtori ");
  last = academy_test_add (test, &academy_organisation_kind, "name_fi=Alajärvi; slug=alajarvi");
  assert_order (test, "akaa kuopio turku digifinland keha maanmittauslaitos valtori alajarvi ");
  move (test, 0, 8);
  assert_order (test, "kuopio turku digifinland keha maanmittauslaitos valtori alajarvi akaa ");

  academy_test_undo (test);
  academy_test_undo (test);
  academy_test_undo (test);
  assert_order (test, "akaa turku digifinland keha kuopio maanmittauslaitos valtori ");
  g_assert_cmpuint (all->len, ==, 6);
}

static guint
count_hints (AcademyTest *test)
{
  g_autoptr(GPtrArray) hints = academy_hints_read (test->store, NULL, NULL, academy_language_get ("en", NULL), NULL);

  return hints->len;
}

/* An archived organisation is shown nowhere, and comes back to its place. */
static void
test_archive (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) all = academy_organisations_get (test->store, NULL);

  g_assert_true (academy_test_set (test, g_ptr_array_index (all, 1), "board_date", "2022-01-06", NULL, NULL));
  g_assert_cmpuint (count_hints (test), ==, 1);
  g_assert_true (academy_test_set (test, g_ptr_array_index (all, 1), "archived", "true", NULL, NULL));
  g_assert_cmpuint (count_hints (test), ==, 0);
  assert_order (test, "turku (digifinland) keha kuopio maanmittauslaitos valtori ");
  move (test, 3, 0);
  assert_order (test, "kuopio turku (digifinland) keha maanmittauslaitos valtori ");

  g_assert_true (academy_test_set (test, g_ptr_array_index (all, 1), "archived", "false", NULL, NULL));
  assert_order (test, "kuopio turku digifinland keha maanmittauslaitos valtori ");
}

/* The stage is the latest of which something has been recorded, or the one that was
 * chosen; each step adds to what there was before. */
static void
test_stage (AcademyTest   *test,
            gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *fields;
    const char        *stage;
  } steps[] = {
    { &academy_application_kind, "received=2021-09-20", "Application" },
    { &academy_pre_assignment_kind, "sent=2021-10-01; due=2021-10-10", "Pre-assignment" },
    { &academy_session_kind, "number=1; earliest=2021-11-01; latest=2021-11-30", "Pre-assignment" },
    { &academy_session_kind, "number=1; start=2021-11-16T09:00:00+02:00", "Kick-off" },
    { &academy_session_kind, "number=1; held=2021-11-16T09:00:00+02:00", "Sparring 1" },
    { &academy_session_kind, "number=2; held=2021-12-16T09:00:00+02:00", "Sparring 2" },
    { &academy_board_item_kind, "meeting_date=2022-03-01", "Sparring 2" },
    { &academy_board_item_kind, "meeting_date=2022-02-01; certainty=month", "Executive board presentation" },
    { &academy_pilot_kind, "status=running", "Executive board presentation" },
    { &academy_board_item_kind, "meeting_date=2022-02-16; outcome=returned", "Executive board presentation" },
    { &academy_board_item_kind, "meeting_date=2022-03-16; outcome=approved", "Closing" },
  };
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  g_autofree char *before = academy_organisations_dup_stage (test->store, id, language, NULL);
  g_autofree char *chosen = NULL;

  g_assert_cmpstr (before, ==, "Not started");
  academy_store_set_status_date (test->store, academy_test_day ("2022-02-28"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_add (test, steps[i].kind, steps[i].fields);
      g_autofree char *stage = academy_organisations_dup_stage (test->store, id, language, NULL);

      g_assert_cmpstr (stage, ==, steps[i].stage);
    }

  g_assert_true (academy_test_set (test, organisation, "stage", "pilot", NULL, NULL));
  chosen = academy_organisations_dup_stage (test->store, id, language, NULL);
  g_assert_cmpstr (chosen, ==, "Piloting");
}

static void
assert_stage (AcademyTest *test,
              const char  *expected)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autofree char *stage = academy_organisations_dup_stage (test->store, academy_item_get_id (organisation),
                                                            academy_language_get ("en", NULL), NULL);

  g_assert_cmpstr (stage, ==, expected);
}

/* The work tells the stage where nothing has been recorded of sessions. */
static void
test_stage_of_work (AcademyTest   *test,
                    gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *fields;
    const char        *stage;
  } works[] = {
    { &academy_application_kind, "decision=reserve", "Interviews and selection" },
    { &academy_goal_kind, "", "Kick-off" },
    { &academy_challenge_kind, "", "Kick-off" },
    { &academy_opportunity_kind, "", "Sparring 1" },
    { &academy_measure_kind, "status=planned", "Sparring 1" },
    { &academy_measure_kind, "status=done", "Sparring 2" },
    { &academy_measure_kind, "status=in_progress", "Sparring 2" },
    { &academy_pilot_kind, "", "Sparring 2" },
    { &academy_pilot_kind, "status=running", "Piloting" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_add (test, works[i].kind, works[i].fields);

      assert_stage (test, works[i].stage);
      academy_test_undo (test);
      assert_stage (test, "Not started");
    }
}

/* An approved plan is followed up when the programme is over, which the closing event
 * tells, and the last day of the programme where there is none. */
static void
test_stage_at_the_end (AcademyTest   *test,
                       gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) board = academy_test_add (test, &academy_board_item_kind,
                                                   "meeting_date=2022-02-16; outcome=approved");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_event_kind.remove);
  g_autoptr(GPtrArray) events = academy_store_get_all (test->store, &academy_event_kind, NULL, NULL);

  academy_store_set_status_date (test->store, academy_test_day ("2022-02-28"));
  assert_stage (test, "Closing");
  academy_store_set_status_date (test->store, academy_test_day ("2022-03-01"));
  assert_stage (test, "Aftercare");

  for (guint i = 0; i < events->len; i++)
    academy_edit_delete (edit, g_ptr_array_index (events, i));
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  g_assert_true (academy_test_set (test, programme, "end", "2022-03-01", NULL, NULL));
  academy_store_set_status_date (test->store, academy_test_day ("2022-03-01"));
  assert_stage (test, "Closing");
  academy_store_set_status_date (test->store, academy_test_day ("2022-03-02"));
  assert_stage (test, "Aftercare");
}

/* In the example the board has approved the plan before the closing event. */
static void
test_stage_of_example (void)
{
  AcademyTest test = { NULL };

  academy_test_set_up_template (&test, "example", "en");
  academy_store_set_status_date (test.store, academy_test_day ("2022-02-16"));
  assert_stage (&test, "Closing");
  academy_store_set_status_date (test.store, academy_test_day ("2022-02-25"));
  assert_stage (&test, "Aftercare");
  academy_test_tear_down (&test, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/organisations/changed", AcademyTest, NULL, academy_test_set_up, test_changed, academy_test_tear_down);

  g_test_add ("/organisations/sums", AcademyTest, NULL, academy_test_set_up, test_sums, academy_test_tear_down);
  g_test_add ("/organisations/order", AcademyTest, NULL, academy_test_set_up, test_order, academy_test_tear_down);
  g_test_add ("/organisations/archive", AcademyTest, NULL, academy_test_set_up, test_archive, academy_test_tear_down);
  g_test_add ("/organisations/stage", AcademyTest, NULL, academy_test_set_up, test_stage, academy_test_tear_down);
  g_test_add ("/organisations/stage-of-work", AcademyTest, NULL, academy_test_set_up, test_stage_of_work,
              academy_test_tear_down);
  g_test_add ("/organisations/stage-at-the-end", AcademyTest, NULL, academy_test_set_up, test_stage_at_the_end,
              academy_test_tear_down);
  g_test_add_func ("/organisations/stage-of-example", test_stage_of_example);

  return g_test_run ();
}
