/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-check.h"
#include "academy-cohort.h"
#include "academy-kinds.h"
#include "academy-test.h"

/* Kinds of an organisation that a new programme has: a plan without content, and the
 * agendas of sparring sessions. */
static const AcademyKind * const of_organisations[] = {
  &academy_plan_kind, &academy_session_kind, &academy_agenda_item_kind, &academy_question_kind,
};

static void
set_up_example (AcademyTest   *test,
                gconstpointer  data)
{
  academy_test_set_up_template (test, "example", "en");
}

/* Closes the programme of the test and opens one made after it. */
static GPtrArray *
make (AcademyTest   *test,
      AcademyCohort *cohort,
      const char    *start)
{
  g_autofree char *path = g_build_filename (test->folder, "new.academy", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) source = academy_cohort_read (test->store, &error);
  g_autoptr(AcademyEdit) edit = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  GPtrArray *days = NULL;

  g_assert_no_error (error);
  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);

  cohort->start = academy_test_day (start);
  edit = academy_cohort_create_edit (source, cohort, &days, &error);
  g_assert_no_error (error);
  test->store = academy_store_create (path, edit, &error);
  g_assert_no_error (error);
  g_set_str (&test->path, path);
  g_assert_true (academy_store_check (test->store, NULL, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);

  return days;
}

/* Lines of a title, its period, and the reason of a move. */
static char *
describe (GPtrArray *days)
{
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const AcademyCohortDay *day = g_ptr_array_index (days, i);
      g_autofree char *title = academy_item_dup_title (day->item, language);
      g_autofree char *period = academy_cohort_day_dup_period (day, language);
      g_autofree char *reason = academy_cohort_day_dup_reason (day, language);

      g_string_append_printf (text, "%s: %s.%s%s\n", title, period, reason != NULL ? " " : "", reason != NULL ? reason : "");
    }

  return g_string_free_and_steal (text);
}

/* What is known to the day keeps its day of the week; what is known to the month
 * moves by months. The first day is as it was asked for. */
static void
test_weeks (AcademyTest   *test,
            gconstpointer  data)
{
  AcademyCohort cohort = { .organiser = "Kurssi Oy" };
  g_autoptr(GPtrArray) days = make (test, &cohort, "2027-08-30");
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autofree char *text = describe (days);

  g_assert_cmpstr (text, ==,
                   "Application: 30 Aug – 30 Sep 2027.\n"
                   "Pre-assignment: October 2027.\n"
                   "Interviews and selection: October 2027.\n"
                   "Kick-off event: 19 Oct 2027.\n"
                   "Sparring 1: November 2027.\n"
                   "Sparring 2: December 2027.\n"
                   "Executive board presentation: January–February 2028.\n"
                   "Piloting: January–February 2028.\n"
                   "Closing event: February 2028.\n");
  g_assert_cmpstr (academy_item_get_text (programme, "name_fi"), ==, "Innovaatio-akatemia 2027");
  g_assert_cmpstr (academy_item_get_text (programme, "name_en"), ==, "Innovation Academy 2027");
  g_assert_cmpstr (academy_item_get_text (programme, "organiser"), ==, "Kurssi Oy");
  g_assert_nonnull (academy_item_get_text (programme, "description_fi"));
  g_assert_cmpint (academy_test_count (test, &academy_organisation_kind), ==, 0);
}

/* Gatherings and ends of phases keep away from weekends and holidays, and whatever
 * moved is told with the reason. */
static void
test_days_off (AcademyTest   *test,
               gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *fields;
    const char        *expected;
  } rows[] = {
    { &academy_event_kind, "title=A; start=2021-12-05; end=2021-12-05",
      "A: 7 Dec 2026. It was moved from a day off, 6 Dec 2026 (Independence Day).\n" },
    { &academy_event_kind, "title=B; start=2021-12-23; end=2021-12-24",
      "B: 28–29 Dec 2026. It was moved from a day off, 24 Dec 2026 (Christmas Eve).\n" },
    { &academy_event_kind, "title=C; start=2021-11-13; end=2021-11-13",
      "C: 16 Nov 2026. It was moved from a day off, 14 Nov 2026 (Saturday).\n" },
    { &academy_event_kind, "title=D; start=2021-11-15; end=2021-11-24", "D: 16–25 Nov 2026.\n" },
    { &academy_event_kind, "title=E; start=2021-12-01; end=2021-12-31; certainty=month", "E: December 2026.\n" },
    { &academy_phase_kind, "title=F; start=2021-11-06; end=2021-12-31",
      "F: 7 Nov 2026 – 4 Jan 2027. Its end was moved from a day off, 1 Jan 2027 (New Year’s Day).\n" },
  };
  AcademyCohort cohort = { NULL };
  g_autoptr(GPtrArray) days = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_object_unref (academy_test_add (test, rows[i].kind, rows[i].fields));

  days = make (test, &cohort, "2026-08-31");
  text = describe (days);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strstr (text, rows[i].expected) == NULL)
      g_error ("“%s” is not in:\n%s", rows[i].expected, text);
}

/* No content of a plan comes along, and nothing says that the new one is fictional. */
static void
test_no_plans (AcademyTest   *test,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) organisations = g_ptr_array_new ();
  AcademyCohort cohort = { .organisations = organisations };
  g_autoptr(AcademyItem) old = academy_test_organisation (test);
  g_autofree char *old_id = g_strdup (academy_item_get_id (old));
  g_autofree char *agenda = academy_test_query (test, "SELECT title, minutes FROM agenda_item ORDER BY session, position");
  g_autofree char *sessions = academy_test_query (test, "SELECT count (*) FROM session WHERE number IS NOT NULL");
  g_autoptr(GPtrArray) days = NULL;
  g_autoptr(AcademyItem) programme = NULL;
  g_autoptr(AcademyItem) organisation = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *asked = NULL;

  g_ptr_array_add (organisations, (gpointer) "Oulun kaupunki");
  days = make (test, &cohort, "2028-01-10");
  programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  organisation = academy_test_organisation (test);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *owner = academy_kind_get_owner (*kind);
      gboolean allowed = owner == NULL || g_str_equal (owner->target, "programme");

      for (guint i = 0; i < G_N_ELEMENTS (of_organisations); i++)
        allowed = allowed || *kind == of_organisations[i];
      g_test_message ("%s", (*kind)->name);
      g_assert_true (allowed || academy_test_count (test, *kind) == 0);
    }

  g_assert_cmpstr (academy_item_get_text (programme, "name_fi"), ==, "Innovaatio-akatemia 2028");
  g_assert_false (academy_item_get_flag (programme, "fictional"));
  g_assert_null (academy_item_get_text (programme, "description_fi"));
  g_assert_cmpstr (academy_item_get_text (organisation, "slug"), ==, "oulun-kaupunki");
  g_assert_cmpstr (academy_item_get_id (organisation), !=, old_id);
  g_assert_cmpint (academy_test_count (test, &academy_plan_kind), ==, 1);
  spoken = academy_test_query (test, "SELECT count (*) FROM session WHERE start IS NULL AND earliest IS NULL AND "
                                     "summary IS NULL AND duration IS NOT NULL");
  g_assert_cmpstr (spoken, ==, sessions);
  g_assert_cmpint (strlen (agenda), >, 100);
  asked = academy_test_query (test, "SELECT count (*), count (answer), sum (asked) FROM question");
  g_assert_cmpstr (asked, ==, "10|0|0\n");
}

/* People come along only when they are wanted; the days to keep them move too. */
static void
test_people (AcademyTest   *test,
             gconstpointer  data)
{
  gboolean wanted = GPOINTER_TO_INT (data);
  AcademyCohort cohort = { .name_fi = "Uusi", .with_people = wanted };
  g_autoptr(AcademyItem) person = NULL;
  g_autoptr(AcademyItem) old = NULL;
  g_autoptr(AcademyItem) programme = NULL;
  g_autoptr(GPtrArray) days = NULL;
  g_autofree char *day = NULL;
  g_autofree char *found = NULL;

  academy_test_set_up (test, NULL);
  old = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  person = academy_test_add (test, &academy_person_kind, "name=Aino Esimerkki; email=aino@example.org");
  g_assert_true (academy_test_set (test, old, "retention", "2023-08-31", NULL, NULL));
  g_assert_true (academy_test_set (test, old, "status_date", "2021-10-19", NULL, NULL));
  days = make (test, &cohort, "2027-08-30");

  programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  day = academy_test_query (test, "SELECT name_fi, name_en, retention, status_date FROM programme");
  g_assert_cmpstr (day, ==, "Uusi|NULL|2029-08-30|NULL\n");
  found = academy_test_query (test, "SELECT name, email FROM person");
  g_assert_cmpstr (found, ==, wanted ? "Aino Esimerkki|aino@example.org\n" : "");
}

/* Two hundred organisations have short names of their own, and stay in the order in
 * which they were given; no more are taken. */
static void
test_many (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) organisations = g_ptr_array_new_with_free_func (g_free);
  AcademyCohort cohort = { .organisations = organisations, .start = academy_test_day ("2027-08-30") };
  g_autoptr(GPtrArray) days = NULL;
  g_autoptr(GPtrArray) source = academy_cohort_read (test->store, NULL);
  g_autoptr(AcademyEdit) refused = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *slugs = NULL;
  g_autofree char *ordered = NULL;

  for (guint i = 0; i < ACADEMY_COHORT_MAX_ORGANISATIONS; i++)
    g_ptr_array_add (organisations, g_strdup_printf (i % 2 ? "Kaupunki %u" : "Kaupungin hankintojen kehittämiskeskus nro %u", i));
  g_ptr_array_add (organisations, g_strdup ("Liikaa"));
  refused = academy_cohort_create_edit (source, &cohort, NULL, &error);
  g_assert_null (refused);
  g_assert_cmpstr (error->message, ==, "There are 201 organisations; a new programme takes 200 at most. Leave some out.");

  g_ptr_array_set_size (organisations, ACADEMY_COHORT_MAX_ORGANISATIONS);
  days = make (test, &cohort, "2027-08-30");
  slugs = academy_test_query (test, "SELECT count (DISTINCT slug) FROM organisation");
  g_assert_cmpstr (slugs, ==, "200\n");
  g_assert_cmpint (academy_test_count (test, &academy_plan_kind), ==, ACADEMY_COHORT_MAX_ORGANISATIONS);
  g_assert_cmpint (academy_test_count (test, &academy_agenda_item_kind), ==, 12 * ACADEMY_COHORT_MAX_ORGANISATIONS);
  ordered = academy_test_query (test, "SELECT name_fi FROM organisation ORDER BY position LIMIT 3");
  g_assert_cmpstr (ordered, ==, "Kaupungin hankintojen kehittämiskeskus nro 0\nKaupunki 1\n"
                                "Kaupungin hankintojen kehittämiskeskus nro 2\n");
}

/* A template is a source as well, and one without days moves nothing. */
static void
test_templates (void)
{
  g_autoptr(GPtrArray) empty = academy_cohort_read_template ("empty", academy_language_get ("fi", NULL), NULL);
  g_autoptr(GPtrArray) frame = academy_cohort_read_template ("2021", academy_language_get ("fi", NULL), NULL);
  AcademyCohort cohort = { .start = academy_test_day ("2027-08-30") };
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) days = NULL;
  g_autoptr(AcademyEdit) plain = academy_cohort_create_edit (empty, &cohort, &none, NULL);
  g_autoptr(AcademyEdit) framed = academy_cohort_create_edit (frame, &cohort, &days, NULL);

  g_assert_nonnull (plain);
  g_assert_nonnull (framed);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (days->len, ==, 9);
  g_assert_false (academy_cohort_has_people (frame));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cohort/weeks", AcademyTest, NULL, academy_test_set_up, test_weeks, academy_test_tear_down);
  g_test_add ("/cohort/days-off", AcademyTest, NULL, academy_test_set_up, test_days_off, academy_test_tear_down);
  g_test_add ("/cohort/no-plans", AcademyTest, NULL, set_up_example, test_no_plans, academy_test_tear_down);
  g_test_add ("/cohort/people", AcademyTest, GINT_TO_POINTER (TRUE), NULL, test_people, academy_test_tear_down);
  g_test_add ("/cohort/no-people", AcademyTest, NULL, NULL, test_people, academy_test_tear_down);
  g_test_add ("/cohort/many", AcademyTest, NULL, set_up_example, test_many, academy_test_tear_down);
  g_test_add_func ("/cohort/templates", test_templates);

  return g_test_run ();
}
