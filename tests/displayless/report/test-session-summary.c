/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-kinds.h"
#include "academy-report-text.h"
#include "academy-session-summary.h"
#include "academy-test.h"
#include "academy-wrap-up.h"

static void
set_up (AcademyTest   *test,
        gconstpointer  data)
{
  academy_test_set_up_template (test, "example", "en");
}

static AcademyItem *
find_session (AcademyTest *test)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  return academy_wrap_up_find_session (test->store, academy_item_get_id (organisation), NULL);
}

static char *
dup_summary (AcademyTest       *test,
             AcademyItem       *session,
             AcademyReportForm  form,
             const char        *language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyReport) report = academy_session_summary_create (test->store, session, academy_language_get (language, NULL),
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

static AcademyItem *
add (AcademyTest       *test,
     const AcademyKind *kind,
     AcademyItem       *session,
     const char        *rest)
{
  g_autofree char *fields = g_strdup_printf ("session=%s; %s", academy_item_get_id (session), rest);

  return academy_test_add (test, kind, fields);
}

/* It tells what a session was about, and what came of it. */
static void
test_content (AcademyTest   *test,
              gconstpointer  data)
{
  static const char * const parts[] = {
    "# City of Kuvitelma", "14 Dec 2021", "## Summary\n\nEvery measure now has an owner", "## Attendees", "KEINO mentor",
    "## Agenda", "## Decisions\n\n- **Mentor:** Begin with two kitchens", "## Insights\n\n- Waste is measured already",
    "Comment on the draft information request", "Reserve time", "7 Jan 2022", "**Expert:** Ask the market first ↔ Mentor: Begin",
    "not settled yet", "- **Expert:** Ask the market first\n",
    "## Ideas, risks and open questions\n\n- **Idea:** There may be five minutes", "- **Idea:** Share a kitchen – Mentor",
    "- **Parked matter:** The roof",
    "## Next date\n\n12 Feb 2022", "Why now?",
  };
  g_autoptr(AcademyItem) session = find_session (test);
  g_autoptr(AcademyItem) decision = add (test, &academy_note_kind, session,
                                         "type=decision; text=Begin with two kitchens; author_role=Mentor");
  g_autoptr(AcademyItem) insight = add (test, &academy_note_kind, session, "type=insight; text=Waste is measured already");
  g_autoptr(AcademyItem) parked = add (test, &academy_note_kind, session, "type=parking_lot; text=The roof");
  g_autoptr(AcademyItem) idea = add (test, &academy_note_kind, session, "type=idea; text=Share a kitchen; author_role=Mentor");
  g_autoptr(AcademyItem) secret = add (test, &academy_note_kind, session, "type=idea; text=Drop it; private=true");
  g_autoptr(AcademyItem) follow_up = add (test, &academy_follow_up_kind, session, "title=Reserve time");
  g_autoptr(AcademyItem) question = add (test, &academy_question_kind, session, "title=Why now?; answer=The board asks");
  g_autoptr(AcademyItem) unasked = add (test, &academy_question_kind, session, "title=Never asked");
  g_autofree char *against = g_strdup_printf ("text=Ask the market first; author_role=Expert; contradicts=%s",
                                              academy_item_get_id (decision));
  g_autoptr(AcademyItem) other = add (test, &academy_note_kind, session, against);
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  g_autofree char *finnish = NULL;

  g_assert_true (academy_test_set (test, session, "next_date", "2022-02-12", NULL, NULL));
  text = dup_summary (test, session, ACADEMY_REPORT_MARKDOWN, "en");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (text, parts[i], TRUE);
  assert_has (text, "Never asked", FALSE);
  assert_has (text, "Drop it", FALSE);

  html = dup_summary (test, session, ACADEMY_REPORT_HTML, "en");
  assert_has (html, "Next date</h", TRUE);
  finnish = dup_summary (test, session, ACADEMY_REPORT_MARKDOWN, "fi");
  assert_has (finnish, "## Seuraavan tapaamisen päivä", TRUE);

  g_assert_true (academy_test_set (test, other, "settlement", "A market dialogue first", NULL, NULL));
  g_free (text);
  text = dup_summary (test, session, ACADEMY_REPORT_MARKDOWN, "en");
  assert_has (text, "A market dialogue first", TRUE);
}

/* Each note that is not private is told once, whatever its type: what was decided and
 * agreed first, and the notes of a type in the order in which they were made. */
static void
test_notes (AcademyTest   *test,
            gconstpointer  data)
{
  static const char * const headings[] = { "## Decisions", "## Agreed follow-ups", "## Agenda", "## Insights", "## Observations",
                                           "## Other notes", "## Ideas, risks and open questions" };
  const AcademyField *type = academy_kind_find_field (&academy_note_kind, "type");
  g_autoptr(AcademyItem) session = find_session (test);
  g_autofree char *text = NULL;
  const char *place;

  for (const AcademyChoice *choice = type->choices; choice->token != NULL; choice++)
    for (guint i = 0; i < 2; i++)
      {
        g_autofree char *fields =
          g_strdup_printf ("type=%1$s; text=%1$s %2$u.; time=2021-12-14T09:0%2$u:00+02:00", choice->token, i);

        g_object_unref (add (test, &academy_note_kind, session, fields));
      }

  text = dup_summary (test, session, ACADEMY_REPORT_PLAIN, "en");
  for (const AcademyChoice *choice = type->choices; choice->token != NULL; choice++)
    {
      g_autofree char *pattern = g_strdup_printf ("%1$s 0\\.\\s[^.]*%1$s 1\\.", choice->token);

      if (!g_regex_match_simple (pattern, text, 0, 0))
        g_error ("Not in order: %s in:\n%s", choice->token, text);
    }

  g_free (text);
  text = dup_summary (test, session, ACADEMY_REPORT_MARKDOWN, "en");
  place = text;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      place = strstr (place, headings[i]);
      if (place == NULL)
        g_error ("No “%s” in order in:\n%s", headings[i], text);
    }
}

/* The agenda and the questions of the program are told in the language of the summary,
 * whatever the language in which they were chosen, and others as they were written. */
static void
test_language (AcademyTest   *test,
               gconstpointer  data)
{
  static const char * const parts[] = { "Opening and aim", "What happens if you do nothing?", "Avaus ja kahvit" };
  g_autoptr(AcademyItem) session = find_session (test);
  g_autofree char *text = NULL;

  g_object_unref (add (test, &academy_agenda_item_kind, session, "title=Avaus ja tavoite"));
  g_object_unref (add (test, &academy_agenda_item_kind, session, "title=Avaus ja kahvit"));
  g_object_unref (add (test, &academy_question_kind, session, "title=Mitä tapahtuu, jos ette tee mitään?; asked=true"));

  text = dup_summary (test, session, ACADEMY_REPORT_MARKDOWN, "en");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (text, parts[i], TRUE);
}

/* Nothing that is private leaves the file: no private note, on either side of a
 * contradiction, no hypotheses and no names. */
static void
test_private (AcademyTest   *test,
              gconstpointer  data)
{
  static const char * const secrets[] = { "SECRET", "no time is set aside for renewal", "Maija" };
  g_autoptr(AcademyItem) session = find_session (test);
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Maija");
  g_autoptr(AcademyItem) private = add (test, &academy_note_kind, session, "type=decision; text=SECRET one; private=true");
  g_autofree char *to_private = g_strdup_printf ("text=Public; contradicts=%s", academy_item_get_id (private));
  g_autoptr(AcademyItem) public = add (test, &academy_note_kind, session, to_private);
  g_autofree char *from_private = g_strdup_printf ("text=SECRET two; private=true; contradicts=%s", academy_item_get_id (public));
  g_autoptr(AcademyItem) second = add (test, &academy_note_kind, session, from_private);
  const char * const *attendees = academy_item_get_links (session, "attendees");
  g_autoptr(AcademyItem) attendee = academy_store_get (test->store, &academy_participation_kind, attendees[0], NULL);

  g_assert_true (academy_test_set (test, attendee, "person", academy_item_get_id (person), NULL, NULL));
  for (AcademyReportForm form = 0; form < ACADEMY_N_REPORT_FORMS; form++)
    {
      g_autofree char *text = dup_summary (test, session, form, "en");

      for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
        assert_has (text, secrets[i], FALSE);
    }
}

static void
add_test (const char *path,
          void      (*func) (AcademyTest   *test,
                             gconstpointer  data))
{
  g_test_add (path, AcademyTest, NULL, set_up, func, academy_test_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/session-summary/content", test_content);
  add_test ("/session-summary/notes", test_notes);
  add_test ("/session-summary/language", test_language);
  add_test ("/session-summary/private", test_private);

  return g_test_run ();
}
