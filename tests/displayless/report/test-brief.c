/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-brief.h"
#include "academy-kinds.h"
#include "academy-question-reasons.h"
#include "academy-questions.h"
#include "academy-report-layout.h"
#include "academy-report-text.h"
#include "academy-test.h"
#include "academy-text-layout.h"

static void
set_up (AcademyTest   *test,
        gconstpointer  data)
{
  academy_test_set_up_template (test, "example", "en");
  academy_store_set_status_date (test->store, academy_test_day ("2022-02-16"));
}

static char *
dup_brief (AcademyTest       *test,
           gboolean           for_mentor,
           AcademyReportForm  form,
           const char        *language)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) session =
    academy_brief_find_session (test->store, academy_item_get_id (organisation), ACADEMY_UNSET, &error);
  g_autoptr(AcademyReport) report = NULL;

  g_assert_no_error (error);
  report = academy_brief_create (test->store, academy_item_get_id (session), for_mentor, academy_language_get (language, NULL),
                                 &error);
  g_assert_no_error (error);
  return academy_report_dup_text (report, form);
}

static void
assert_has (const char *text,
            const char *part,
            gboolean    expected)
{
  if ((strstr (text, part) != NULL) != expected)
    g_error ("%s “%s” in:\n%s", expected ? "No" : "There is", part, text);
}

/* Checks what each part of a brief says. */
static void
test_content (AcademyTest   *test,
              gconstpointer  data)
{
  static const char * const parts[] = {
    "# City of Kuvitelma", "The board meets:** 16 Feb 2022 · today", "## Aim\n\nTo bring the draft",
    "## Wanted outcome\n\nEvery measure has", "## Materials to read\n\nThe draft action plan",
    "- **Done:** Send the waste-measuring guide", "2 of 12 measures done, 1 overdue",
    "**16 days overdue:** Draw up an annual clock", "**How do you know that the pilot succeeded – or should stop?**",
    "| 13:10 | 20 | Draft and missing owners |",
    "Waste per meal: 62 → 59 → 56.4 g", "**Chosen:** Outcome-based school cleaning", "at least the EU threshold of €215,000",
    "**Threshold:** A hint, not legal advice.", "As of 16 Feb 2022",
    "**Running:** Waste forecast in two school kitchens", "**4 × 4:** Kitchens have no time",
    "## Opinions that differ\n\n- **Sparring expert:**",
    "Illustrative – fictional",
  };
  g_autoptr(AcademyItem) goal = academy_store_get_first (test->store, &academy_goal_kind, NULL, NULL);
  g_autofree char *text = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "en");
  g_autofree char *finnish = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "fi");
  g_autofree char *for_mentor = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (text, parts[i], TRUE);
  assert_has (finnish, "2/12 toimenpiteestä valmiina, 1 myöhässä", TRUE);
  assert_has (finnish, "Tulokseen perustuva koulujen siivous", TRUE);

  /* The mentor chooses the questions: why to ask one is told to nobody else. */
  g_assert_true (academy_test_set (test, goal, "owner_role", NULL, NULL, NULL));
  for_mentor = dup_brief (test, TRUE, ACADEMY_REPORT_MARKDOWN, "en");
  assert_has (for_mentor, "- Who in management owns this change? – Impact goals without an owner role: 1.", TRUE);
  g_free (text);
  text = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "en");
  assert_has (text, "Who in management owns this change?", FALSE);
  assert_has (text, "The plan gives reason to ask", FALSE);
}

/* Checks that what is private is on the copy of the mentor only, and names and
 * contact details on neither. */
static void
test_private (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Secretperson; email=secret@example.org");
  g_autofree char *fields = g_strdup_printf ("role=mentor; role_title=The mentor; person=%s", academy_item_get_id (person));
  g_autoptr(AcademyItem) participation = academy_test_add (test, &academy_participation_kind, fields);
  g_autoptr(AcademyItem) note = academy_test_add (test, &academy_note_kind, "text=Secretnote; private=true");
  g_autofree char *other =
    g_strdup_printf ("text=Secretopinion; private=true; contradicts=%s", academy_item_get_id (note));
  g_autoptr(AcademyItem) contradiction = academy_test_add (test, &academy_note_kind, other);

  for (guint form = 0; form < ACADEMY_N_REPORT_FORMS; form++)
    for (guint for_mentor = 0; for_mentor < 2; for_mentor++)
      {
        g_autofree char *text = dup_brief (test, for_mentor, form, "en");

        assert_has (text, "no time is set aside for renewal", for_mentor);
        assert_has (text, "time enough to own renewal", for_mentor);
        assert_has (text, "Secretnote", for_mentor);
        assert_has (text, "Secretopinion", for_mentor);
        assert_has (text, "Only for the mentor", for_mentor);
        assert_has (text, "Secretperson", FALSE);
        assert_has (text, "secret@example.org", FALSE);
      }
}

/* Checks the session of an organisation about which nothing is known, and one with
 * texts of all lengths. */
static void
test_extremes (AcademyTest   *test,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) session = NULL;
  g_autoptr(GString) long_text = g_string_new ("text=");
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;

  academy_test_tear_down (test, NULL);
  academy_test_set_up_template (test, "2021", "en");
  organisation = academy_test_organisation (test);
  g_assert_null (academy_brief_find_session (test->store, academy_item_get_id (organisation), ACADEMY_UNSET, NULL));

  session = academy_test_add (test, &academy_session_kind, "number=1");
  text = dup_brief (test, TRUE, ACADEMY_REPORT_MARKDOWN, "en");
  assert_has (text, "| Minutes | Usual agenda |\n| --- | --- |\n| 10 | Opening and aim |", TRUE);
  assert_has (text, "- Which strategic goal depends most on procurement? – The plan has no impact goals yet.", TRUE);
  assert_has (text, "Changed since then", FALSE);

  for (guint i = 0; i < 500; i++)
    g_string_append (long_text, "letters ");
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr(AcademyItem) note =
        academy_test_add (test, &academy_note_kind, i == 29 ? "text=Short; private=true" : long_text->str);
      g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "title=Measure without anything");
    }
  full = dup_brief (test, TRUE, ACADEMY_REPORT_MARKDOWN, "en");
  assert_has (full, "- **no owner role · no dates:** Measure without anything", TRUE);
  assert_has (full, "- – and 24 more", FALSE);
  assert_has (full, "- and 24 more", TRUE);
}

/* Checks that the agenda and the questions of the program are told in the language of
 * the brief, whatever the language in which they were chosen. */
static void
test_language (AcademyTest   *test,
               gconstpointer  data)
{
  static const struct { const char *title; const char *finnish; const char *english; } rows[] = {
    { "Avaus ja tavoite", "| Avaus ja tavoite |", "| Opening and aim |" },
    { "Impact goals", "| Vaikuttavuustavoitteet |", "| Impact goals |" },
    { "Avaus ja kahvit", "| Avaus ja kahvit |", "| Avaus ja kahvit |" },
    { "Mitä teette huomenna?", "**Mitä teette huomenna?**", "**What will you do tomorrow?**" },
    { "What happens if you do nothing?", "**Mitä tapahtuu, jos ette tee mitään?**", "**What happens if you do nothing?**" },
    { "What will you do next?", "**What will you do next?**", "**What will you do next?**" },
  };
  g_autoptr(AcademyItem) session = NULL;
  g_autofree char *finnish = NULL;
  g_autofree char *english = NULL;

  academy_test_tear_down (test, NULL);
  academy_test_set_up_template (test, "2021", "en");
  session = academy_test_add (test, &academy_session_kind, "number=1");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AcademyKind *kind = strchr (rows[i].title, '?') != NULL ? &academy_question_kind : &academy_agenda_item_kind;

      g_object_unref (academy_test_create (test, kind, academy_item_get_id (session), "title", rows[i].title));
    }

  finnish = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "fi");
  english = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "en");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_has (finnish, rows[i].finnish, TRUE);
      assert_has (english, rows[i].english, TRUE);
    }
}

/* Checks that items are in the order of lists: numbers by their value. */
static void
test_order (AcademyTest   *test,
            gconstpointer  data)
{
  static const AcademyKind * const kinds[] = {
    &academy_follow_up_kind, &academy_measure_kind, &academy_opportunity_kind, &academy_risk_kind,
  };
  static const guint numbers[] = { 100, 2, 11 };
  g_autofree char *text = NULL;

  academy_test_tear_down (test, NULL);
  academy_test_set_up_template (test, "2021", "en");
  g_object_unref (academy_test_add (test, &academy_session_kind, "number=1"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
      {
        g_autofree char *title = g_strdup_printf ("title=%s %u", kinds[i]->label, numbers[j]);

        g_object_unref (academy_test_add (test, kinds[i], title));
      }

  text = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "en");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("%1$s 2\\b.*\n.*%1$s 11.*\n.*%1$s 100", kinds[i]->label);

      if (!g_regex_match_simple (pattern, text, 0, 0))
        g_error ("Not in order: %s in:\n%s", kinds[i]->label, text);
    }
}

/* Checks that what was agreed in another session comes first by its day, and what
 * changed since then is told. */
static void
test_changes (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) session = NULL;
  g_autoptr(AcademyItem) held = NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(AcademyItem) risk = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) before = g_date_time_add_seconds (now, -1);
  g_autofree char *moment = g_date_time_format_iso8601 (before);
  g_autofree char *fields = g_strdup_printf ("number=1; held=%s", moment);
  g_autofree char *text = NULL;

  academy_test_tear_down (test, NULL);
  academy_test_set_up_template (test, "2021", "en");
  risk = academy_test_add (test, &academy_risk_kind, "title=A risk; probability=2; effect=4");
  held = academy_test_add (test, &academy_session_kind, fields);
  g_usleep (2 * G_USEC_PER_SEC);
  g_clear_pointer (&now, g_date_time_unref);
  now = g_date_time_new_now_utc ();
  g_clear_pointer (&moment, g_free);
  moment = g_date_time_format_iso8601 (now);
  g_assert_true (academy_test_set (test, held, "ended", moment, NULL, NULL));
  g_usleep (2 * G_USEC_PER_SEC);
  session = academy_test_add (test, &academy_session_kind, "number=2");
  measure = academy_test_add (test, &academy_measure_kind, "title=A new measure; end=2022-12-31");
  g_assert_true (academy_test_set (test, held, "feedback", "5", NULL, NULL));
  g_assert_true (academy_test_set (test, session, "aim", "To agree", NULL, NULL));
  g_assert_true (academy_test_set (test, risk, "probability", "5", NULL, NULL));

  text = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "en");
  assert_has (text, "## Changed since then", TRUE);
  assert_has (text, "no start date:** A new measure", TRUE);
  /* What is written down of a session is no news of the plan. */
  assert_has (text, "Sparring session “Sparring 2” was added", TRUE);
  assert_has (text, "feedback", FALSE);
  assert_has (text, "- **5 × 4 · grown:** A risk – no mitigation", TRUE);
}

/* Checks that every reason is for a question of the bank, that chosen questions are
 * not proposed, and that those of the session come first. */
/* Checks that the board meets when the presentation says, once that has moved. */
static void
test_board (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) board = academy_store_get_first (test->store, &academy_board_item_kind, NULL, NULL);
  g_autofree char *text = NULL;

  g_assert_true (academy_test_set (test, board, "meeting_date", "2022-02-23", NULL, NULL));
  text = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "en");
  assert_has (text, "The board meets:** 23 Feb 2022 · in 7 days", TRUE);
}

/* Checks that a brief in the second language has the titles of that. */
static void
test_languages (AcademyTest   *test,
                gconstpointer  data)
{
  g_autofree char *id = academy_test_query (test, "SELECT id FROM measure WHERE title = 'Hold two market dialogues'");
  g_autoptr(AcademyItem) measure = academy_store_get (test->store, &academy_measure_kind, g_strchomp (id), NULL);
  g_autofree char *english = NULL;
  g_autofree char *finnish = NULL;

  g_assert_true (academy_test_set (test, measure, "end", "2022-12-31", NULL, NULL));
  english = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "en");
  finnish = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "fi");
  assert_has (english, "Measure “Hold two market dialogues” ends 309 days later", TRUE);
  assert_has (finnish, "Toimenpide ”Järjestetään kaksi markkinavuoropuhelua” päättyy 309 päivää myöhemmin", TRUE);
  assert_has (finnish, "edeltävä toimenpide on ”Järjestetään kaksi markkinavuoropuhelua”.", TRUE);
  assert_has (finnish, "Hold two market dialogues", FALSE);
}

static void
test_reasons (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) session = academy_test_add (test, &academy_session_kind, "number=2");
  const char *id = academy_item_get_id (organisation);
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "title=Nobody's");
  g_autoptr(GPtrArray) reasons = academy_question_reasons_read (test->store, id, session, language, NULL);
  const AcademyQuestionReason *first = g_ptr_array_index (reasons, 0);
  g_autofree char *fields =
    g_strdup_printf ("session=%s; title=Does every measure have an owner, a time and a first step?", academy_item_get_id (session));
  g_autoptr(AcademyItem) question = NULL;
  g_autoptr(GPtrArray) after = NULL;
  gboolean suits = TRUE;

  for (guint i = 0; i < reasons->len; i++)
    {
      const AcademyQuestionReason *reason = g_ptr_array_index (reasons, i);

      g_assert_cmpstr (reason->text, ==, academy_questions[reason->question].text);
      g_assert_false (reason->suits && !suits);
      suits = reason->suits;
    }
  g_assert_true (first->suits);
  g_assert_cmpstr (first->text, ==, "Which measure has the largest effect for the least effort?");

  question = academy_test_add (test, &academy_question_kind, fields);
  after = academy_question_reasons_read (test->store, id, session, academy_language_get ("fi", NULL), NULL);
  g_assert_cmpuint (after->len, ==, reasons->len - 1);
}

/* Late procurements are told in the language of the brief, as all else is. */
static void
test_late_procurement (AcademyTest   *test,
                       gconstpointer  data)
{
  g_autoptr(GPtrArray) opportunities = academy_store_get_all (test->store, &academy_opportunity_kind, NULL, NULL);
  g_autofree char *text = NULL;
  guint n_late = 0;

  for (guint i = 0; i < opportunities->len; i++)
    if (g_strcmp0 (academy_item_get_text (opportunities->pdata[i], "title"), "Outcome-based school cleaning") == 0)
      {
        g_assert_true (academy_test_set (test, opportunities->pdata[i], "needed", "2022-10-01", NULL, NULL));
        n_late++;
      }
  g_assert_cmpuint (n_late, ==, 1);
  text = dup_brief (test, FALSE, ACADEMY_REPORT_MARKDOWN, "fi");
  assert_has (text, "Tulokseen perustuva koulujen siivous: ", TRUE);
  assert_has (text, "Outcome-based school cleaning", FALSE);
}

/* A session after the second is asked what the second is. */
static void
test_later_reasons (AcademyTest   *test,
                    gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) session = academy_test_add (test, &academy_session_kind, "number=3");
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "title=Nobody's");
  g_autoptr(GPtrArray) reasons = academy_question_reasons_read (test->store, academy_item_get_id (organisation), session,
                                                                academy_language_get ("en", NULL), NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < reasons->len; i++)
    {
      const AcademyQuestionReason *reason = g_ptr_array_index (reasons, i);

      found = found || (reason->suits && g_str_equal (reason->text, "Does every measure have an owner, a time and a first step?"));
    }
  g_assert_true (found);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/brief/content", AcademyTest, NULL, set_up, test_content, academy_test_tear_down);
  g_test_add ("/brief/private", AcademyTest, NULL, set_up, test_private, academy_test_tear_down);
  g_test_add ("/brief/extremes", AcademyTest, NULL, set_up, test_extremes, academy_test_tear_down);
  g_test_add ("/brief/language", AcademyTest, NULL, set_up, test_language, academy_test_tear_down);
  g_test_add ("/brief/order", AcademyTest, NULL, set_up, test_order, academy_test_tear_down);
  g_test_add ("/brief/changes", AcademyTest, NULL, set_up, test_changes, academy_test_tear_down);
  g_test_add ("/brief/board", AcademyTest, NULL, set_up, test_board, academy_test_tear_down);
  g_test_add ("/brief/languages", AcademyTest, NULL, set_up, test_languages, academy_test_tear_down);
  g_test_add ("/brief/reasons", AcademyTest, NULL, set_up, test_reasons, academy_test_tear_down);
  g_test_add ("/brief/late-procurement", AcademyTest, NULL, set_up, test_late_procurement, academy_test_tear_down);
  g_test_add ("/brief/later-reasons", AcademyTest, NULL, set_up, test_later_reasons, academy_test_tear_down);
  return g_test_run ();
}
