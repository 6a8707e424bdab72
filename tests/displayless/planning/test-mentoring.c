/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-kinds.h"
#include "academy-mentoring.h"
#include "academy-test.h"

/* A mentor of the organisation that academy_test_organisation() finds. */
typedef struct {
  AcademyTest  test;

  /* Owned */
  AcademyItem *organisation;
  AcademyItem *mentor;
  AcademyItem *participation;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  academy_test_set_up (&fixture->test, NULL);
  academy_store_set_status_date (fixture->test.store, academy_test_day ("2022-01-20"));
  fixture->organisation = academy_test_organisation (&fixture->test);
  fixture->mentor = academy_test_add (&fixture->test, &academy_person_kind, "name=Maija");
  fixture->participation = academy_test_create (&fixture->test, &academy_participation_kind,
                                                academy_item_get_id (fixture->organisation), "role", "mentor");
  g_assert_true (academy_test_set (&fixture->test, fixture->participation, "person",
                                   academy_item_get_id (fixture->mentor), NULL, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->participation);
  g_clear_object (&fixture->mentor);
  g_clear_object (&fixture->organisation);
  academy_test_tear_down (&fixture->test, NULL);
}

/* The mentoring of @mentor, with one organisation. */
static AcademyMentoring *
read_all (Fixture    *fixture,
          const char *mentor)
{
  g_autoptr(GError) error = NULL;
  AcademyMentoring *mentoring = academy_mentoring_new (fixture->test.store, mentor);

  g_assert_true (academy_mentoring_read (mentoring, NULL, &error));
  g_assert_no_error (error);
  return mentoring;
}

static AcademyMentored *
get_state (AcademyMentoring *mentoring)
{
  GPtrArray *states = academy_mentoring_get_states (mentoring);

  g_assert_cmpuint (states->len, ==, 1);
  return states->pdata[0];
}

static AcademyItem *
add (Fixture           *fixture,
     const AcademyKind *kind,
     const char        *fields)
{
  return academy_test_add (&fixture->test, kind, fields);
}

/* A mentor has the organisations where they are one, and not those of others or
 * archived ones; mentors need no name. */
static void
test_mentors (Fixture       *fixture,
              gconstpointer  data)
{
  AcademyStore *store = fixture->test.store;
  const char *id = academy_item_get_id (fixture->mentor);
  gboolean has_nameless;
  g_autoptr(AcademyItem) other = academy_test_create (&fixture->test, &academy_participation_kind,
                                                      academy_item_get_id (fixture->organisation), "role", "coordinator");
  g_autoptr(GPtrArray) mentors = academy_mentoring_get_mentors (store, &has_nameless, NULL);
  g_autoptr(AcademyMentoring) mentoring = read_all (fixture, id);
  g_autoptr(AcademyMentoring) nameless = read_all (fixture, NULL);
  g_autoptr(AcademyItem) second = NULL;
  g_autofree char *participation = NULL;

  g_assert_cmpuint (mentors->len, ==, 1);
  g_assert_true (mentors->pdata[0] == fixture->mentor);
  g_assert_false (has_nameless);
  g_assert_true (get_state (mentoring)->organisation == fixture->organisation);
  g_assert_cmpuint (academy_mentoring_get_states (nameless)->len, ==, 0);
  g_assert_true (academy_mentoring_find_participation (store, id, academy_item_get_id (fixture->organisation),
                                                       &participation, NULL));
  g_assert_cmpstr (participation, ==, academy_item_get_id (fixture->participation));

  second = academy_test_create (&fixture->test, &academy_participation_kind, academy_item_get_id (fixture->organisation),
                                "role", "mentor");
  g_ptr_array_unref (g_steal_pointer (&mentors));
  mentors = academy_mentoring_get_mentors (store, &has_nameless, NULL);
  g_assert_cmpuint (mentors->len, ==, 1);
  g_assert_true (has_nameless);

  g_assert_true (academy_test_set (&fixture->test, fixture->organisation, "archived", "true", NULL, NULL));
  g_ptr_array_unref (g_steal_pointer (&mentors));
  mentors = academy_mentoring_get_mentors (store, &has_nameless, NULL);
  g_assert_cmpuint (mentors->len, ==, 0);
  g_assert_false (has_nameless);
}

/* The hours of contacts and held sessions are given, those of another mentor not; a
 * session takes the time that it took, or else the planned one. */
static void
test_hours (Fixture       *fixture,
            gconstpointer  data)
{
  const char *id = academy_item_get_id (fixture->mentor);
  const char *organisation = academy_item_get_id (fixture->organisation);
  g_autoptr(AcademyItem) other = academy_test_create (&fixture->test, &academy_participation_kind, organisation, "role",
                                                      "mentor");
  g_autofree char *theirs = g_strdup_printf ("date=2022-01-12; hours=0.5; participant=%s",
                                             academy_item_get_id (fixture->participation));
  g_autofree char *others = g_strdup_printf ("date=2022-01-15; hours=8; participant=%s", academy_item_get_id (other));
  g_autoptr(AcademyItem) first = add (fixture, &academy_contact_kind, "date=2022-01-10; hours=1.25");
  g_autoptr(AcademyItem) second = add (fixture, &academy_contact_kind, theirs);
  g_autoptr(AcademyItem) third = add (fixture, &academy_contact_kind, others);
  g_autoptr(AcademyItem) timed = add (fixture, &academy_session_kind,
                                      "number=1; held=2021-11-16T09:00:00+02:00; ended=2021-11-16T10:30:00+02:00; duration=240");
  g_autoptr(AcademyItem) planned = add (fixture, &academy_session_kind,
                                        "number=2; held=2021-12-14T09:00:00+02:00; duration=120");
  g_autoptr(AcademyItem) next = add (fixture, &academy_session_kind, "number=3; start=2022-02-01T09:00:00+02:00; duration=60");
  g_autoptr(AcademyMentoring) mentoring = read_all (fixture, id);
  AcademyMentored *state = get_state (mentoring);

  g_assert_cmpfloat_with_epsilon (state->hours, 0.5 + 1.25 + 1.5 + 2, 0.001);
  g_assert_cmpuint (state->last_contact, ==, academy_test_day ("2022-01-12"));
  g_assert_cmpstr (state->contact, ==, academy_item_get_id (second));
  g_assert_null (state->held);
  g_assert_cmpuint (state->next_session, ==, academy_test_day ("2022-02-01"));
  g_assert_cmpstr (state->session, ==, academy_item_get_id (next));
}

/* A held session is a contact too; a session that is to come may have no day yet. */
static void
test_sessions (Fixture       *fixture,
               gconstpointer  data)
{
  const char *id = academy_item_get_id (fixture->mentor);
  g_autoptr(AcademyItem) held = add (fixture, &academy_session_kind, "number=1; held=2021-11-16T09:00:00+02:00");
  g_autoptr(AcademyItem) missed = add (fixture, &academy_session_kind, "number=2; start=2021-12-16T09:00:00+02:00");
  g_autoptr(AcademyMentoring) mentoring = read_all (fixture, id);
  AcademyMentored *state = get_state (mentoring);
  g_autoptr(AcademyItem) open = NULL;

  g_assert_cmpuint (state->last_contact, ==, academy_test_day ("2021-11-16"));
  g_assert_cmpstr (state->held, ==, academy_item_get_id (held));
  g_assert_null (state->contact);
  g_assert_null (state->session);

  open = add (fixture, &academy_session_kind, "number=3");
  g_clear_pointer (&mentoring, academy_mentoring_free);
  mentoring = read_all (fixture, id);
  state = get_state (mentoring);
  g_assert_cmpstr (state->session, ==, academy_item_get_id (open));
  g_assert_cmpuint (state->next_session, ==, 0);
}

/* Either side has its promises, of which the first due comes first. */
static void
test_promises (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const fields[] = {
    "title=Late; side=mentor; due=2022-01-10", "title=Undated; side=mentor", "title=Soon; side=mentor; due=2022-01-25",
    "title=Done; side=mentor; due=2022-01-05; status=done", "title=Theirs; side=organisation; due=2022-01-30",
    "title=Coordinator; side=coordinator; due=2022-01-01",
  };
  static const char * const expected[] = { "Late", "Soon", "Undated" };
  const char *id = academy_item_get_id (fixture->mentor);
  g_autoptr(AcademyMentoring) mentoring = NULL;
  AcademyMentored *state;
  g_autoptr(AcademyItem) first = NULL;
  g_autoptr(GPtrArray) promises = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(AcademyItem) follow_up = add (fixture, &academy_follow_up_kind, fields[i]);

      if (i == 0)
        first = g_object_ref (follow_up);
    }

  mentoring = read_all (fixture, id);
  state = get_state (mentoring);
  g_assert_cmpuint (state->given.open, ==, 3);
  g_assert_cmpuint (state->given.late, ==, 1);
  g_assert_cmpuint (state->given.due, ==, academy_test_day ("2022-01-10"));
  g_assert_cmpstr (state->given.first, ==, academy_item_get_id (first));
  g_assert_cmpuint (state->awaited.open, ==, 1);
  g_assert_cmpuint (state->awaited.late, ==, 0);
  g_assert_cmpuint (state->awaited.due, ==, academy_test_day ("2022-01-30"));

  promises = academy_mentoring_get_promises (mentoring);
  g_assert_cmpuint (promises->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (academy_item_get_text (promises->pdata[i], "title"), ==, expected[i]);
  text = academy_mentoring_dup_reminders (mentoring, academy_language_get ("en", NULL));
  g_assert_nonnull (strstr (text, " – Late (10 Jan 2022)\n"));
  g_assert_nonnull (strstr (text, " – Undated\n"));
}

static void
take_changes (AcademyStore    *store,
              AcademyChanges  *changes,
              AcademyChanges **taken)
{
  g_clear_pointer (taken, academy_changes_unref);
  *taken = academy_changes_ref (changes);
}

/* An edit reads its own organisation again, and no other. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  const char *id = academy_item_get_id (fixture->mentor);
  g_autoptr(GPtrArray) all = academy_store_get_all (fixture->test.store, &academy_organisation_kind, NULL, NULL);
  AcademyItem *second = all->pdata[0] == fixture->organisation ? all->pdata[1] : all->pdata[0];
  g_autoptr(AcademyItem) participation = academy_test_create (&fixture->test, &academy_participation_kind,
                                                              academy_item_get_id (second), "role", "mentor");
  g_autoptr(AcademyMentoring) mentoring = NULL;
  g_autoptr(AcademyChanges) changes = NULL;
  g_autoptr(AcademyItem) contact = NULL;
  AcademyMentored *states[2];

  g_assert_true (academy_test_set (&fixture->test, participation, "person", id, NULL, NULL));
  mentoring = read_all (fixture, id);
  g_assert_cmpuint (academy_mentoring_get_states (mentoring)->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    states[i] = academy_mentoring_get_states (mentoring)->pdata[i];

  g_signal_connect (fixture->test.store, "changed", G_CALLBACK (take_changes), &changes);
  contact = academy_test_create (&fixture->test, &academy_contact_kind, academy_item_get_id (second), "topic", "Peers");
  g_assert_true (academy_test_set (&fixture->test, contact, "hours", "2", NULL, NULL));
  g_assert_true (academy_mentoring_read (mentoring, changes, NULL));
  for (guint i = 0; i < 2; i++)
    {
      AcademyMentored *state = academy_mentoring_get_states (mentoring)->pdata[i];

      g_assert_cmpfloat (state->hours, ==, state->organisation == second ? 2 : 0);
      g_assert_true (state->organisation == second || state == states[i]);
    }

  g_assert_true (academy_test_set (&fixture->test, participation, "role", "coordinator", NULL, NULL));
  g_assert_true (academy_mentoring_read (mentoring, changes, NULL));
  g_assert_true (get_state (mentoring)->organisation == fixture->organisation);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/mentoring/mentors", Fixture, NULL, set_up, test_mentors, tear_down);
  g_test_add ("/mentoring/hours", Fixture, NULL, set_up, test_hours, tear_down);
  g_test_add ("/mentoring/sessions", Fixture, NULL, set_up, test_sessions, tear_down);
  g_test_add ("/mentoring/promises", Fixture, NULL, set_up, test_promises, tear_down);
  g_test_add ("/mentoring/changes", Fixture, NULL, set_up, test_changes, tear_down);

  return g_test_run ();
}
