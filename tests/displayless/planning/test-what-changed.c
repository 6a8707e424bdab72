/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-baseline.h"
#include "academy-clock.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-stamp.h"
#include "academy-store-private.h"
#include "academy-test.h"
#include "academy-thin.h"
#include "academy-what-changed.h"

#define TODAY "2022-02-14"

static void
set_up (AcademyTest   *test,
        gconstpointer  data)
{
  GDate today = academy_date_from_julian (academy_test_day (TODAY));

  academy_clock_set_today (&today);
  academy_test_set_up (test, data);
}

static void
tear_down (AcademyTest   *test,
           gconstpointer  data)
{
  academy_test_tear_down (test, data);
  academy_clock_set_today (NULL);
}

static gint64
get_time (AcademyTest *test,
          const char  *sql)
{
  g_autofree char *at = academy_test_query (test, sql);
  gint64 moment;

  g_strchomp (at);
  g_assert_true (academy_stamp_from_text (at, &moment, NULL));
  return moment;
}

static GPtrArray *
read_changes (AcademyTest *test,
              const char  *organisation,
              gint64       since,
              gint64       until,
              gboolean     with_private,
              const char  *language)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *found = academy_what_changed_read (test->store, organisation, since, until, with_private, NULL,
                                                academy_language_get (language, NULL), &error);

  g_assert_no_error (error);
  return found;
}

/* The time of the newest entry of the history. */
static gint64
get_moment (AcademyTest *test)
{
  return get_time (test, "SELECT max(at) FROM history");
}

/* Moves all that was done to the beginning of the year. */
static void
backdate (AcademyTest *test)
{
  g_free (academy_test_query (test, "UPDATE history SET at = '2022-01-01T00:00:00.' || printf('%06d', seq) || 'Z'"));
}

/* The sentences, a line each. */
static char *
print (AcademyTest *test,
       gint64       since,
       gint64       until,
       const char  *language)
{
  g_autoptr(GPtrArray) found = read_changes (test, NULL, since, until, FALSE, language);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((AcademyChanged *) g_ptr_array_index (found, i))->text);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_changes (AcademyTest *test,
                gint64       since,
                const char  *expected)
{
  g_autofree char *text = print (test, since, 0, "en");

  g_assert_cmpstr (text, ==, expected);
}

static void
set (AcademyTest *test,
     AcademyItem *item,
     const char  *name,
     const char  *text)
{
  g_autoptr(GError) error = NULL;

  academy_test_set (test, item, name, text, NULL, &error);
  g_assert_no_error (error);
}

static void
delete (AcademyTest *test,
        AcademyItem *item)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (item)->remove);
  g_autoptr(GError) error = NULL;

  academy_edit_delete (edit, item);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
}

#define DIALOGUE "title=Dialogue; start=2022-03-01; end=2022-03-15; status=planned; progress=10; cost=5000; owner_role=Buyer; "

/* What there was, what was done to it, and how that is told. A value “@” is the id
 * of a goal called “Goal”, and without a field the item is deleted. */
static const struct {
  AcademyChangedType  type;
  const AcademyKind  *kind;
  const char         *fields;
  const char         *changes[3][2];
  const char         *english;
  const char         *finnish;
} cases[] = {
  { ACADEMY_CHANGED_MOVED, &academy_measure_kind, DIALOGUE, { { "end", "2022-03-29" }, { "start", "2022-03-15" } },
    "Measure “Dialogue” moved 14 days later: 1–15 Mar 2022 → 15–29 Mar 2022.",
    "Toimenpide ”Dialogue” siirtyi 14 päivää myöhemmäksi: 1.–15.3.2022 → 15.–29.3.2022." },
  { ACADEMY_CHANGED_MOVED, &academy_measure_kind, DIALOGUE, { { "start", "2022-02-28" }, { "end", "2022-03-14" } },
    "Measure “Dialogue” moved 1 day earlier: 1–15 Mar 2022 → 28 Feb – 14 Mar 2022.",
    "Toimenpide ”Dialogue” siirtyi 1 päivän aikaisemmaksi: 1.–15.3.2022 → 28.2.–14.3.2022." },
  { ACADEMY_CHANGED_MOVED, &academy_measure_kind, DIALOGUE, { { "end", "2022-03-16" } },
    "Measure “Dialogue” ends 1 day later: 15 Mar 2022 → 16 Mar 2022.",
    "Toimenpide ”Dialogue” päättyy 1 päivän myöhemmin: 15.3.2022 → 16.3.2022." },
  { ACADEMY_CHANGED_MOVED, &academy_measure_kind, DIALOGUE, { { "start", "2022-02-22" } },
    "Measure “Dialogue” starts 7 days earlier: 1 Mar 2022 → 22 Feb 2022.",
    "Toimenpide ”Dialogue” alkaa 7 päivää aikaisemmin: 1.3.2022 → 22.2.2022." },
  { ACADEMY_CHANGED_MOVED, &academy_measure_kind, DIALOGUE, { { "end", NULL } },
    "Measure “Dialogue”: end date cleared, was 15 Mar 2022.",
    "Toimenpide ”Dialogue” – päättymispäivä: poistettu (oli 15.3.2022)." },
  { ACADEMY_CHANGED_MOVED, &academy_measure_kind, "title=Dialogue", { { "end", "2022-03-15" } },
    "Measure “Dialogue”: end date set to 15 Mar 2022.",
    "Toimenpide ”Dialogue” – päättymispäivä: 15.3.2022." },
  { ACADEMY_CHANGED_STATUS, &academy_measure_kind, DIALOGUE, { { "status", "in_progress" } },
    "Measure “Dialogue”: status changed from “Planned” to “In progress”.",
    "Toimenpide ”Dialogue” – tila: ”Suunniteltu” → ”Käynnissä”." },
  { ACADEMY_CHANGED_DROPPED, &academy_measure_kind, DIALOGUE, { { "status", "dropped" } },
    "Measure “Dialogue”: status changed from “Planned” to “Dropped”.",
    "Toimenpide ”Dialogue” – tila: ”Suunniteltu” → ”Luovuttu”." },
  { ACADEMY_CHANGED_PROGRESS, &academy_measure_kind, DIALOGUE, { { "progress", "60" } },
    "Measure “Dialogue” is 60% done, before 10%.",
    "Toimenpide ”Dialogue” – valmiina 60 %, aiemmin 10 %." },
  { ACADEMY_CHANGED_PROGRESS, &academy_measure_kind, "title=Dialogue", { { "progress", "60" } },
    "Measure “Dialogue” is 60% done.",
    "Toimenpide ”Dialogue” – valmiina 60 %." },
  { ACADEMY_CHANGED_OWNER, &academy_measure_kind, DIALOGUE, { { "owner_role", "Head of procurement" } },
    "Measure “Dialogue”: owner role changed from “Buyer” to “Head of procurement”.",
    "Toimenpide ”Dialogue” – vastuurooli: ”Buyer” → ”Head of procurement”." },
  { ACADEMY_CHANGED_OWNER, &academy_measure_kind, DIALOGUE, { { "owner_role", NULL } },
    "Measure “Dialogue”: owner role cleared, was “Buyer”.",
    "Toimenpide ”Dialogue” – vastuurooli: poistettu (oli ”Buyer”)." },
  { ACADEMY_CHANGED_MONEY, &academy_measure_kind, DIALOGUE, { { "cost", "12000" } },
    "Measure “Dialogue”: cost changed from €5,000 to €12,000.",
    "Toimenpide ”Dialogue” – kustannus: 5 000 € → 12 000 €." },
  { ACADEMY_CHANGED_MONEY, &academy_measure_kind, "title=Dialogue", { { "person_days", "2.5" } },
    "Measure “Dialogue”: person-days set to 2.5.",
    "Toimenpide ”Dialogue” – henkilötyöpäivät: 2,5." },
  { ACADEMY_CHANGED_LINK, &academy_measure_kind, "title=Dialogue", { { "goals", "@" } },
    "Measure “Dialogue”: impact goals now also include “Goal”.",
    "Toimenpide ”Dialogue” – vaikuttavuustavoitteet: lisätty ”Goal”." },
  { ACADEMY_CHANGED_LINK, &academy_measure_kind, "title=Dialogue; goals=@", { { "goals", NULL } },
    "Measure “Dialogue”: impact goals no longer include “Goal”.",
    "Toimenpide ”Dialogue” – vaikuttavuustavoitteet: poistettu ”Goal”." },
  { ACADEMY_CHANGED_LINK, &academy_note_kind, "text=Seen", { { "goal", "@" } },
    "Note “Seen”: impact goal set to “Goal”.",
    "Muistiinpano ”Seen” – vaikuttavuustavoite: ”Goal”." },
  { ACADEMY_CHANGED_TEXT, &academy_measure_kind, "title=Dialogue", { { "title", "Market dialogue" } },
    "Measure “Dialogue” is now called “Market dialogue”.",
    "Toimenpide ”Dialogue” on nyt nimeltään ”Market dialogue”." },
  { ACADEMY_CHANGED_TEXT, &academy_measure_kind, "title=Dialogue; next_step=Call", { { "next_step", "Write" } },
    "Measure “Dialogue”: next step changed from “Call” to “Write”.",
    "Toimenpide ”Dialogue” – seuraava askel: ”Call” → ”Write”." },
  { ACADEMY_CHANGED_TEXT, &academy_measure_kind,
    "title=Dialogue; description=The market knows more than the buyer, who asks five suppliers what they could do by the autumn",
    { { "description", "The market knows more than the buyer, who asks nine suppliers what they could do by the autumn" } },
    "Measure “Dialogue”: description changed: “…the buyer, who asks five suppliers what they could do by the autumn” → "
    "“…the buyer, who asks nine suppliers what they could do by the autumn”.",
    "Toimenpide ”Dialogue” – kuvaus: ”…the buyer, who asks five suppliers what they could do by the autumn” → "
    "”…the buyer, who asks nine suppliers what they could do by the autumn”." },
  { ACADEMY_CHANGED_REMOVED, &academy_measure_kind, DIALOGUE, { { "" } },
    "Measure “Dialogue” was deleted (1–15 Mar 2022).", "Toimenpide ”Dialogue” poistettiin (1.–15.3.2022)." },
  { ACADEMY_CHANGED_REMOVED, &academy_goal_kind, "title=Less waste", { { "" } },
    "Impact goal “Less waste” was deleted.", "Vaikuttavuustavoite ”Less waste” poistettiin." },
  { ACADEMY_CHANGED_LATE, &academy_measure_kind, DIALOGUE, { { "start", "2022-02-01" }, { "end", "2022-02-10" } },
    "Measure “Dialogue” is late: it was to be done by 10 Feb 2022.\n"
    "Measure “Dialogue” starts 28 days earlier: 1 Mar 2022 → 1 Feb 2022.\n"
    "Measure “Dialogue” ends 33 days earlier: 15 Mar 2022 → 10 Feb 2022.",
    "Toimenpide ”Dialogue” on myöhässä; sen piti olla valmis viimeistään 10.2.2022.\n"
    "Toimenpide ”Dialogue” alkaa 28 päivää aikaisemmin: 1.3.2022 → 1.2.2022.\n"
    "Toimenpide ”Dialogue” päättyy 33 päivää aikaisemmin: 15.3.2022 → 10.2.2022." },
  { ACADEMY_CHANGED_DATE_OF_MEETING, &academy_board_item_kind, "board_name=Board; meeting_date=2022-05-02",
    { { "meeting_date", "2022-05-16" } },
    "Board presentation “Board” moved 14 days later: 2 May 2022 → 16 May 2022.",
    "Päätösesitys ”Board” siirtyi 14 päivää myöhemmäksi: 2.5.2022 → 16.5.2022." },
  { ACADEMY_CHANGED_DATE_OF_MEETING, &academy_session_kind, "number=1; start=2022-02-17T09:00:00+02:00",
    { { "start", "2022-02-18T13:00:00+02:00" } },
    "Sparring session “Sparring 1” moved 1 day later: 17 Feb 2022 9:00 → 18 Feb 2022 13:00.",
    "Sparraus ”1. sparraus” siirtyi 1 päivän myöhemmäksi: 17.2.2022 9.00 → 18.2.2022 13.00." },
  { ACADEMY_CHANGED_DATE_OF_MEETING, &academy_session_kind, "number=1; start=2022-02-17T09:00:00+02:00",
    { { "start", "2022-02-17T13:00:00+02:00" } },
    "Sparring session “Sparring 1”: planned time changed from 17 Feb 2022 9:00 to 17 Feb 2022 13:00.",
    "Sparraus ”1. sparraus” – suunniteltu aika: 17.2.2022 9.00 → 17.2.2022 13.00." },
  { ACADEMY_CHANGED_MOVED, &academy_milestone_kind, "title=Ready; date=2022-06-01", { { "date", "2022-06-08" } },
    "Milestone “Ready” moved 7 days later: 1 Jun 2022 → 8 Jun 2022.",
    "Virstanpylväs ”Ready” siirtyi 7 päivää myöhemmäksi: 1.6.2022 → 8.6.2022." },
  { ACADEMY_CHANGED_STATUS, &academy_milestone_kind, "title=Ready; date=2022-06-01", { { "done", "true" } },
    "Milestone “Ready” is done now.",
    "Virstanpylväs ”Ready” on nyt valmis." },
  { ACADEMY_CHANGED_MOVED, &academy_goal_kind, "title=Goal; horizon=2025-01-01", { { "horizon", "2025-01-31" } },
    "Impact goal “Goal”: time horizon moved 30 days later: 1 Jan 2025 → 31 Jan 2025.",
    "Vaikuttavuustavoite ”Goal” – saavutetaan viimeistään: 1.1.2025 → 31.1.2025, 30 päivää myöhemmin." },
  { ACADEMY_CHANGED_PROGRESS, &academy_risk_kind, "title=Delay; probability=2", { { "probability", "5" } },
    "Risk “Delay”: likelihood changed from 2 to 5.",
    "Riski ”Delay” – todennäköisyys: 2 → 5." },
  { ACADEMY_CHANGED_DROPPED, &academy_pilot_kind, "title=Trial; status=running", { { "status", "stopped" } },
    "Pilot “Trial”: status changed from “Running” to “Stopped”.",
    "Pilotti ”Trial” – tila: ”Käynnissä” → ”Lopetettu”." },
  { ACADEMY_CHANGED_STATUS, &academy_board_item_kind, "board_name=Board", { { "outcome", "approved" } },
    "Board presentation “Board”: outcome of the meeting set to “Approved”.",
    "Päätösesitys ”Board” – kokouksen tulos: ”Hyväksytty”." },
  { ACADEMY_CHANGED_STATUS, &academy_risk_kind, "title=Delay", { { "closed", "true" } },
    "Risk “Delay”: no longer a risk set to yes.",
    "Riski ”Delay” – ei enää riski: kyllä." },
  { ACADEMY_CHANGED_STATUS, &academy_session_kind, "number=1; online=true", { { "online", "false" } },
    "Sparring session “Sparring 1”: online set to no.",
    "Sparraus ”1. sparraus” – etänä: ei." },
  { ACADEMY_CHANGED_STATUS, &academy_milestone_kind, "title=Ready; done=true", { { "done", "false" } },
    "Milestone “Ready” is not done any more.",
    "Virstanpylväs ”Ready” ei ole enää valmis." },
  { ACADEMY_CHANGED_DATE_OF_MEETING, &academy_session_kind, "number=1; held=2099-02-17T09:00:00+02:00",
    { { "ended", "2099-02-17T11:05:00+02:00" } },
    "Sparring session “Sparring 1”: ended set to 17 Feb 2099 11:05.",
    "Sparraus ”1. sparraus” – päättyi: 17.2.2099 11.05." },
  { ACADEMY_CHANGED_MOVED, &academy_goal_kind, "title=Goal; horizon=2025-01-02", { { "horizon", "2025-01-01" } },
    "Impact goal “Goal”: time horizon moved 1 day earlier: 2 Jan 2025 → 1 Jan 2025.",
    "Vaikuttavuustavoite ”Goal” – saavutetaan viimeistään: 2.1.2025 → 1.1.2025, 1 päivän aikaisemmin." },
  { ACADEMY_CHANGED_LINK, &academy_note_kind, "text=Seen; goal=@", { { "goal", NULL } },
    "Note “Seen”: impact goal cleared, was “Goal”.",
    "Muistiinpano ”Seen” – vaikuttavuustavoite: poistettu (oli ”Goal”)." },
  { ACADEMY_CHANGED_REMOVED, &academy_measure_kind, "title=Dialogue; end=2027-02-28", { { "" } },
    "Measure “Dialogue” was deleted (ends 28 Feb 2027).", "Toimenpide ”Dialogue” poistettiin (päättyy 28.2.2027)." },
  { ACADEMY_CHANGED_REMOVED, &academy_measure_kind, "title=Dialogue; start=2027-02-01", { { "" } },
    "Measure “Dialogue” was deleted (starts 1 Feb 2027).", "Toimenpide ”Dialogue” poistettiin (alkaa 1.2.2027)." },
  { ACADEMY_CHANGED_STATUS, &academy_measure_kind, "title=Tom & <b>Jerry</b> \"*_|🙂", { { "status", "done" } },
    "Measure “Tom & <b>Jerry</b> \"*_|🙂”: status changed from “Idea” to “Done”.",
    "Toimenpide ”Tom & <b>Jerry</b> \"*_|🙂” – tila: ”Idea” → ”Valmis”." },
};

static char *
dup_value (const char  *text,
           AcademyItem *goal)
{
  g_auto(GStrv) parts = text != NULL ? g_strsplit (text, "@", 2) : NULL;

  return parts != NULL ? g_strjoinv (academy_item_get_id (goal), parts) : NULL;
}

/* Values are bare, whatever the sentences put around them. */
static void
assert_bare (const char *value)
{
  g_assert_false (value != NULL && (g_str_has_prefix (value, "“") || g_str_has_suffix (value, "”")));
}

static void
test_sentences (AcademyTest   *test,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Goal");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fields = dup_value (cases[i].fields, goal);
      g_autoptr(AcademyItem) item = academy_test_add (test, cases[i].kind, fields);
      gint64 since = get_moment (test);
      gint64 until;
      gboolean deleted = FALSE;
      g_autofree char *english = NULL;
      g_autofree char *finnish = NULL;
      g_autofree char *then = NULL;
      g_autoptr(GPtrArray) found = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].changes) && cases[i].changes[j][0] != NULL; j++)
        {
          g_autofree char *value = dup_value (cases[i].changes[j][1], goal);

          deleted = *cases[i].changes[j][0] == '\0';
          if (deleted)
            delete (test, item);
          else
            set (test, item, cases[i].changes[j][0], value);
        }

      english = print (test, since, 0, "en");
      finnish = print (test, since, 0, "fi");
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (finnish, ==, cases[i].finnish);

      found = read_changes (test, NULL, since, 0, FALSE, "en");
      g_assert_cmpint (((AcademyChanged *) g_ptr_array_index (found, 0))->type, ==, cases[i].type);
      g_assert_true (((AcademyChanged *) g_ptr_array_index (found, 0))->exists == !deleted);
      g_assert_nonnull (((AcademyChanged *) g_ptr_array_index (found, 0))->organisation);
      assert_bare (((AcademyChanged *) g_ptr_array_index (found, 0))->before);
      assert_bare (((AcademyChanged *) g_ptr_array_index (found, 0))->after);

      /* What happens later changes nothing about it, but for the day by which it is late. */
      until = get_moment (test);
      if (!deleted)
        delete (test, item);
      if (cases[i].type != ACADEMY_CHANGED_LATE)
        {
          then = print (test, since, until, "en");
          g_assert_cmpstr (then, ==, english);
        }
    }
}

/* What is new is told with what is known of its days. */
static void
test_added (AcademyTest   *test,
            gconstpointer  data)
{
  static const struct { const AcademyKind *kind; const char *fields; const char *english; const char *finnish; } rows[] = {
    { &academy_measure_kind, DIALOGUE, "Measure “Dialogue” was added (1–15 Mar 2022).",
      "Toimenpide ”Dialogue” lisättiin (1.–15.3.2022)." },
    { &academy_measure_kind, "title=Dialogue; end=2027-02-28", "Measure “Dialogue” was added (ends 28 Feb 2027).",
      "Toimenpide ”Dialogue” lisättiin (päättyy 28.2.2027)." },
    { &academy_measure_kind, "title=Dialogue; start=2027-02-01", "Measure “Dialogue” was added (starts 1 Feb 2027).",
      "Toimenpide ”Dialogue” lisättiin (alkaa 1.2.2027)." },
    { &academy_measure_kind, "title=Dialogue", "Measure “Dialogue” was added.", "Toimenpide ”Dialogue” lisättiin." },
    { &academy_milestone_kind, "title=Ready; date=2022-06-01", "Milestone “Ready” was added (1 Jun 2022).",
      "Virstanpylväs ”Ready” lisättiin (1.6.2022)." },
    { &academy_session_kind, "number=2", "Sparring session “Sparring 2” was added.", "Sparraus ”2. sparraus” lisättiin." },
    { &academy_note_kind, "text=Seen", "Note “Seen” was added.", "Muistiinpano ”Seen” lisättiin." },
  };

  g_object_unref (academy_test_add (test, &academy_goal_kind, "title=Goal"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 since = get_moment (test);
      g_autoptr(AcademyItem) item = academy_test_add (test, rows[i].kind, rows[i].fields);
      g_autofree char *english = print (test, since, 0, "en");
      g_autofree char *finnish = print (test, since, 0, "fi");

      g_assert_cmpstr (english, ==, rows[i].english);
      g_assert_cmpstr (finnish, ==, rows[i].finnish);
    }
}

/* Typed and typed back, and added and deleted, leaves nothing. */
static void
test_net (AcademyTest   *test,
          gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, DIALOGUE);
  gint64 since = get_moment (test);
  static const char * const typed[] = { "D", "De", "Des", "Desc" };

  assert_changes (test, since, "");

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_assert_true (academy_test_set (test, measure, "description", typed[i], "typing", NULL));
  assert_changes (test, since, "Measure “Dialogue”: description set to “Desc”.");

  set (test, measure, "description", NULL);
  assert_changes (test, since, "");

  set (test, measure, "end", "2022-03-20");
  academy_test_undo (test);
  assert_changes (test, since, "");
  academy_test_redo (test);
  assert_changes (test, since, "Measure “Dialogue” ends 5 days later: 15 Mar 2022 → 20 Mar 2022.");
  set (test, measure, "end", "2022-03-15");

  {
    g_autoptr(AcademyItem) other = academy_test_add (test, &academy_measure_kind, "title=Other");

    delete (test, other);
  }
  assert_changes (test, since, "");
}

/* What was deleted or added as part of something else is not told on its own. */
static void
test_parts (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Goal");
  g_autofree char *fields = g_strdup_printf ("title=First; goals=%s", academy_item_get_id (goal));
  g_autofree char *part = g_strdup_printf ("title=Share; goal=%s", academy_item_get_id (goal));
  g_autoptr(AcademyItem) first = academy_test_add (test, &academy_measure_kind, fields);
  g_autoptr(AcademyItem) second = academy_test_add (test, &academy_measure_kind, "title=Second");
  g_autoptr(AcademyItem) indicator = academy_test_add (test, &academy_indicator_kind, part);
  g_autofree char *ends = g_strdup_printf ("predecessor=%s; successor=%s", academy_item_get_id (first),
                                           academy_item_get_id (second));
  gint64 before = get_moment (test);
  g_autoptr(AcademyItem) dependency = academy_test_add (test, &academy_dependency_kind, ends);
  gint64 since = get_moment (test);

  assert_changes (test, before, "Dependency was added: “Second” depends on “First”.");
  set (test, dependency, "lag", "3");
  assert_changes (test, since, "“Second” depends on “First”: lag, days changed from 0 to 3.");
  delete (test, dependency);
  assert_changes (test, since, "Dependency was deleted: “Second” depends on “First”.");
  academy_test_undo (test);

  delete (test, goal);
  delete (test, first);
  assert_changes (test, since, "Measure “First” was deleted.\nImpact goal “Goal” was deleted.");
}

/* The most important comes first, and only what is asked for. */
static void
test_order (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) other = academy_test_add (test, &academy_organisation_kind, "name_fi=Toinen; slug=toinen");
  g_autofree char *fields = g_strdup_printf ("title=Elsewhere; organisation=%s", academy_item_get_id (other));
  g_autoptr(AcademyItem) elsewhere = academy_test_add (test, &academy_measure_kind, fields);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) session = academy_test_add (test, &academy_session_kind, "number=1; start=2022-02-17T09:00:00+02:00");
  g_autoptr(AcademyItem) a = academy_test_add (test, &academy_measure_kind, DIALOGUE);
  g_autoptr(AcademyItem) b = academy_test_add (test, &academy_measure_kind, "title=Buy; status=planned");
  g_autoptr(AcademyItem) c = academy_test_add (test, &academy_measure_kind, "title=Gone");
  g_autoptr(AcademyItem) d = academy_test_add (test, &academy_measure_kind, "title=Late; start=2022-02-01; end=2022-03-15");
  g_autoptr(GPtrArray) found = NULL;
  gint64 since = get_moment (test);
  g_autoptr(AcademyItem) next = academy_test_add (test, &academy_session_kind, "number=2; start=2022-04-10T09:00:00+02:00");

  set (test, a, "description", "Text");
  set (test, a, "owner_role", "Board");
  set (test, a, "end", "2022-03-16");
  set (test, b, "status", "dropped");
  delete (test, c);
  g_clear_object (&c);
  set (test, session, "start", "2022-02-18T09:00:00+02:00");
  set (test, d, "end", "2022-02-10");
  set (test, elsewhere, "priority", "1");
  set (test, organisation, "board_date", "2022-05-02");

  found = read_changes (test, academy_item_get_id (other), since, 0, FALSE, "en");
  g_assert_cmpuint (found->len, ==, 1);
  assert_changes (test, since,
                  "Organisation “DigiFinland Oy”: next board date set to 2 May 2022.\n"
                  "Sparring session “Sparring 1” moved 1 day later: 17 Feb 2022 9:00 → 18 Feb 2022 9:00.\n"
                  "Measure “Buy”: status changed from “Planned” to “Dropped”.\n"
                  "Measure “Gone” was deleted.\n"
                  "Measure “Late” is late: it was to be done by 10 Feb 2022.\n"
                  "Measure “Dialogue” ends 1 day later: 15 Mar 2022 → 16 Mar 2022.\n"
                  "Measure “Late” ends 33 days earlier: 15 Mar 2022 → 10 Feb 2022.\n"
                  "Measure “Elsewhere”: priority set to 1.\n"
                  "Measure “Dialogue”: owner role changed from “Buyer” to “Board”.\n"
                  "Sparring session “Sparring 2” was added (10 Apr 2022).\n"
                  "Measure “Dialogue”: description set to “Text”.");
}

/* Confidential items and private fields are told on request only, nor by their links. */
static void
test_private (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) session = academy_test_add (test, &academy_session_kind, "number=1");
  g_autoptr(AcademyItem) open = academy_test_add (test, &academy_note_kind, "text=Open");
  g_autoptr(AcademyItem) secret = academy_test_add (test, &academy_note_kind, "text=Secret; private=true");
  gint64 since = get_moment (test);
  g_autoptr(GPtrArray) found = NULL;

  set (test, session, "hypotheses", "Secret guess");
  set (test, secret, "text", "Secret still");
  set (test, open, "contradicts", academy_item_get_id (secret));
  set (test, open, "settlement", "Secretly settled");
  g_object_unref (academy_test_add (test, &academy_note_kind, "text=Secret too; private=true"));
  assert_changes (test, since, "");

  found = read_changes (test, NULL, since, 0, TRUE, "en");
  g_assert_cmpuint (found->len, ==, 5);
  for (guint i = 0; i < found->len; i++)
    g_assert_true (((AcademyChanged *) g_ptr_array_index (found, i))->is_private);

  /* Nor when it does not contradict any more, or is contradicted by it. */
  set (test, open, "contradicts", NULL);
  set (test, secret, "contradicts", academy_item_get_id (open));
  assert_changes (test, since, "");

  /* What is public now is new; what is not any more is not told. */
  set (test, secret, "private", "false");
  set (test, open, "private", "true");
  assert_changes (test, since, "Note “Secret still” was added.");

  delete (test, open);
  g_clear_object (&open);
  set (test, secret, "private", "true");
  delete (test, secret);
  g_clear_object (&secret);
  {
    g_autofree char *text = print (test, since, 0, "en");

    g_assert_null (strstr (text, "Secret"));
  }
}

/* People are not in the history, and whose person a participant is, is not told. */
static void
test_people (AcademyTest   *test,
             gconstpointer  data)
{
  gint64 since = get_moment (test);
  g_autoptr(AcademyItem) participant = academy_test_add (test, &academy_participation_kind, "role=mentor");
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Aino Virtanen");

  set (test, participant, "person", academy_item_get_id (person));
  set (test, person, "phone", "040 123");
  assert_changes (test, since, "Participant “KEINO mentor” was added.");
}

/* A long text is named and shortened. */
static void
test_long (AcademyTest   *test,
           gconstpointer  data)
{
  g_autofree char *before = g_strnfill (4000, 'a');
  g_autofree char *after = g_strnfill (4000, 'b');
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, DIALOGUE);
  g_autoptr(GPtrArray) found = NULL;
  AcademyChanged *changed;
  gint64 since;

  set (test, measure, "description", before);
  since = get_moment (test);
  set (test, measure, "description", after);
  found = read_changes (test, NULL, since, 0, FALSE, "fi");
  g_assert_cmpuint (found->len, ==, 1);
  changed = g_ptr_array_index (found, 0);
  g_assert_cmpint (g_utf8_strlen (changed->text, -1), <, 300);
  g_assert_cmpint (g_utf8_strlen (changed->before, -1), ==, 81);
  g_assert_true (g_str_has_prefix (changed->text, "Toimenpide ”Dialogue” – kuvaus: ”aaa"));
}

/* What becomes late as days go by, without a change. */
static void
test_passed (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(GDateTime) since = g_date_time_new_from_iso8601 ("2022-02-07T12:00:00+02:00", NULL);
  gint64 moment = g_date_time_to_unix_usec (since);

  g_object_unref (academy_test_add (test, &academy_measure_kind, "title=Long ago; start=2022-01-01; end=2022-02-06"));
  g_object_unref (academy_test_add (test, &academy_measure_kind, "title=Now; start=2022-01-01; end=2022-02-13"));
  g_object_unref (academy_test_add (test, &academy_measure_kind, "title=Done; start=2022-01-01; end=2022-02-13; status=done"));
  g_object_unref (academy_test_add (test, &academy_measure_kind, "title=Today; start=2022-01-01; end=2022-02-14"));
  g_object_unref (academy_test_add (test, &academy_milestone_kind, "title=Month; date=2022-02-01; certainty=month"));
  backdate (test);

  assert_changes (test, moment, "Measure “Now” is late: it was to be done by 13 Feb 2022.");
}

/* Three hundred changes are told, and quickly. */
static void
test_many (AcademyTest   *test,
           gconstpointer  data)
{
  gint64 since = get_moment (test);
  g_autoptr(GPtrArray) found = NULL;
  gint64 start;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *fields = g_strdup_printf ("title=Measure %u; start=2022-03-01; end=2022-03-15", i);
      g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, fields);
    }

  start = g_get_monotonic_time ();
  found = read_changes (test, NULL, since, 0, FALSE, "en");
  g_test_message ("%u changes in %.1f ms", found->len, (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (found->len, ==, 300);
  g_assert_cmpstr (((AcademyChanged *) g_ptr_array_index (found, 2))->text, ==,
                   "Measure “Measure 2” was added (1–15 Mar 2022).");
}

/* What thinning has deleted is not known any more. */
static void
test_thinned (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, DIALOGUE);
  gint64 since = get_moment (test);
  g_autoptr(GDateTime) before = NULL;
  g_autoptr(GError) error = NULL;

  set (test, measure, "owner_role", "Board");
  before = g_date_time_new_from_unix_utc_usec (get_moment (test) + 1);
  academy_store_thin_history (test->store, before, &error);
  g_assert_no_error (error);
  assert_changes (test, since, "");

  set (test, measure, "end", "2022-03-16");
  assert_changes (test, since, "Measure “Dialogue” ends 1 day later: 15 Mar 2022 → 16 Mar 2022.");
  assert_changes (test, 0, "Measure “Dialogue” ends 1 day later: 15 Mar 2022 → 16 Mar 2022.");
}

/* Without a first moment, what was late when the history began did not become late when
 * it moved. */
static void
test_late_before (AcademyTest   *test,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) late = academy_test_add (test, &academy_measure_kind, "title=Late; start=2022-01-10; end=2022-02-01");
  g_autoptr(AcademyItem) other = academy_test_add (test, &academy_measure_kind, "title=Other; start=2022-01-10; end=2022-03-01");
  g_autoptr(GDateTime) before = g_date_time_new_from_unix_utc_usec (get_moment (test) + 1);
  g_autoptr(GError) error = NULL;

  academy_store_thin_history (test->store, before, &error);
  g_assert_no_error (error);
  set (test, late, "end", "2022-02-10");
  set (test, other, "end", "2022-02-10");
  assert_changes (test, 0,
                  "Measure “Other” is late: it was to be done by 10 Feb 2022.\n"
                  "Measure “Late” ends 9 days later: 1 Feb 2022 → 10 Feb 2022.\n"
                  "Measure “Other” ends 19 days earlier: 1 Mar 2022 → 10 Feb 2022.");
}

static void
test_damaged (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  g_object_unref (academy_test_add (test, &academy_measure_kind, DIALOGUE));
  g_free (academy_test_query (test, "UPDATE history SET changeset = substr(changeset, 1, 30) WHERE length(changeset) > 30"));
  found = academy_what_changed_read (test->store, NULL, 0, 0, FALSE, NULL, academy_language_get ("en", NULL), &error);
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED);
  g_assert_null (found);
}

static void
test_since_session (AcademyTest   *test,
                    gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  gint64 since;

  g_assert_true (academy_what_changed_find_session (test->store, id, NULL, &since, NULL));
  g_assert_cmpint (since, ==, 0);
  {
    g_autoptr(AcademyItem) first = academy_test_add (test, &academy_session_kind,
                                                     "number=1; held=2022-01-10T09:00:00+02:00; ended=2022-01-10T11:00:00+02:00");
    g_autoptr(AcademyItem) second = academy_test_add (test, &academy_session_kind,
                                                      "number=2; held=2022-02-10T09:00:00+02:00");
    g_autoptr(AcademyItem) third = academy_test_add (test, &academy_session_kind,
                                                     "number=3; start=2022-03-10T09:00:00+02:00");
    g_autoptr(GDateTime) early = g_date_time_new_from_iso8601 ("2022-01-10T11:00:00+02:00", NULL);
    g_autoptr(GDateTime) late = g_date_time_new_from_iso8601 ("2022-02-10T11:00:00+02:00", NULL);

    /* Without an end it took as long as it was to take. */
    g_assert_true (academy_what_changed_find_session (test->store, id, NULL, &since, NULL));
    g_assert_cmpint (since, ==, g_date_time_to_unix_usec (late));
    g_assert_true (academy_what_changed_find_session (test->store, id, academy_item_get_id (third), &since, NULL));
    g_assert_cmpint (since, ==, g_date_time_to_unix_usec (late));
    g_assert_true (academy_what_changed_find_session (test->store, id, academy_item_get_id (second), &since, NULL));
    g_assert_cmpint (since, ==, g_date_time_to_unix_usec (early));
    /* One that is planned earlier than another was held comes after it none the less. */
    set (test, third, "start", "2022-01-05T09:00:00+02:00");
    g_assert_true (academy_what_changed_find_session (test->store, id, academy_item_get_id (third), &since, NULL));
    g_assert_cmpint (since, ==, g_date_time_to_unix_usec (late));
    set (test, second, "duration", NULL);
    g_assert_true (academy_what_changed_find_session (test->store, id, academy_item_get_id (third), &since, NULL));
    g_assert_cmpint (since, ==, g_date_time_to_unix_usec (late) - 2 * G_TIME_SPAN_HOUR);
    g_assert_true (academy_what_changed_find_session (test->store, id, academy_item_get_id (first), &since, NULL));
    g_assert_cmpint (since, ==, 0);
  }
}

/* That a session was held is no change since that session, but a later one is. */
static void
test_since_held (AcademyTest   *test,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) session = academy_test_add (test, &academy_session_kind, "number=1; start=2022-02-10T09:00:00+02:00");
  g_autoptr(AcademyItem) next = academy_test_add (test, &academy_session_kind, "number=2; start=2022-02-11T09:00:00+02:00");
  gint64 since;

  backdate (test);
  set (test, session, "held", "2022-02-10T09:05:00+02:00");
  set (test, session, "ended", "2022-02-10T11:00:00+02:00");
  g_assert_true (academy_what_changed_find_session (test->store, academy_item_get_id (organisation), NULL, &since, NULL));
  assert_changes (test, since, "");

  set (test, session, "feedback", "4");
  set (test, next, "held", "2022-02-11T09:00:00+02:00");
  assert_changes (test, since,
                  "Sparring session “Sparring 2”: real time set to 11 Feb 2022 9:00.\n"
                  "Sparring session “Sparring 1”: feedback set to 4.");
  g_assert_true (academy_what_changed_find_session (test->store, academy_item_get_id (organisation), NULL, &since, NULL));
  assert_changes (test, since, "Sparring session “Sparring 1”: feedback set to 4.");
}

/* What was done just before a baseline is not since it. */
static void
test_since_baseline (AcademyTest   *test,
                     gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, DIALOGUE);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_baseline_kind.add);
  g_autofree char *baseline = g_strdup (academy_baseline_add (edit, academy_item_get_id (organisation), "Shown"));
  g_autoptr(GError) error = NULL;
  gint64 since;

  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
  set (test, measure, "end", "2022-03-16");

  g_assert_true (academy_what_changed_find_baseline (test->store, baseline, &since, &error));
  assert_changes (test, since, "Measure “Dialogue” ends 1 day later: 15 Mar 2022 → 16 Mar 2022.");
  g_assert_false (academy_what_changed_find_baseline (test->store, "00000000-0000-4000-8000-000000000000", &since, NULL));
}

/* The history of a file from before a migration adds up with what came after. */
static void
test_migrated (AcademyTest   *test,
               gconstpointer  data)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "..", "data", "version-5.sql", NULL);
  g_autofree char *uri = NULL;
  g_autofree char *sql = NULL;
  g_autoptr(AcademyDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *all = NULL;
  g_autofree char *before = NULL;
  gint64 since, until;

  test->folder = g_dir_make_tmp ("academy-XXXXXX", NULL);
  test->path = g_build_filename (test->folder, "test.academy", NULL);
  uri = g_filename_to_uri (test->path, NULL, NULL);
  g_file_get_contents (source, &sql, NULL, &error);
  g_assert_no_error (error);
  database = academy_database_open (uri, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  academy_database_execute (database, sql, &error);
  g_assert_no_error (error);
  academy_database_close (database, &error);
  g_assert_no_error (error);
  test->store = academy_store_open (test->path, &error);
  g_assert_no_error (error);

  since = get_time (test, "SELECT at FROM history WHERE seq = 33");
  until = get_moment (test);
  before = print (test, since, 0, "en");
  {
    g_autoptr(AcademyItem) session = academy_store_get_first (test->store, &academy_session_kind, NULL, NULL);
    g_autoptr(AcademyItem) measure = academy_store_get_first (test->store, &academy_measure_kind, NULL, NULL);

    set (test, session, "aim", "Choose the pilot");
    set (test, measure, "result", "Chosen");
  }
  all = print (test, since, 0, "en");
  g_assert_cmpstr (all, ==,
                   "Measure “Mitataan hävikki”: person-days set to 15.\n"
                   "Measure “Mitataan hävikki”: cost set to €1,500.\n"
                   "Board presentation: requested person-days set to 136.\n"
                   "Point of the agenda “avaus” was added.\n"
                   "Point of the agenda “Jatkotoimet” was added.\n"
                   "Point of the agenda “tavoitteet ja 3 haastetta” was added.\n"
                   "Proposal “2022 on pilotin vuosi” was added.\n"
                   "Proposal “Hyväksytään suunnitelma 2022–2023.” was added.\n"
                   "Proposal “Osoitetaan 62 500 €.” was added.\n"
                   "Measure “Mitataan hävikki”: result set to “Chosen”.\n"
                   "Sparring session: aim set to “Choose the pilot”.");
  {
    g_autofree char *then = print (test, since, until, "en");

    g_assert_cmpstr (then, ==, before);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/what-changed/sentences", AcademyTest, NULL, set_up, test_sentences, tear_down);
  g_test_add ("/what-changed/added", AcademyTest, NULL, set_up, test_added, tear_down);
  g_test_add ("/what-changed/net", AcademyTest, NULL, set_up, test_net, tear_down);
  g_test_add ("/what-changed/parts", AcademyTest, NULL, set_up, test_parts, tear_down);
  g_test_add ("/what-changed/order", AcademyTest, NULL, set_up, test_order, tear_down);
  g_test_add ("/what-changed/private", AcademyTest, NULL, set_up, test_private, tear_down);
  g_test_add ("/what-changed/people", AcademyTest, NULL, set_up, test_people, tear_down);
  g_test_add ("/what-changed/long", AcademyTest, NULL, set_up, test_long, tear_down);
  g_test_add ("/what-changed/passed", AcademyTest, NULL, set_up, test_passed, tear_down);
  g_test_add ("/what-changed/many", AcademyTest, NULL, set_up, test_many, tear_down);
  g_test_add ("/what-changed/thinned", AcademyTest, NULL, set_up, test_thinned, tear_down);
  g_test_add ("/what-changed/late-before", AcademyTest, NULL, set_up, test_late_before, tear_down);
  g_test_add ("/what-changed/damaged", AcademyTest, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/what-changed/since-session", AcademyTest, NULL, set_up, test_since_session, tear_down);
  g_test_add ("/what-changed/since-held", AcademyTest, NULL, set_up, test_since_held, tear_down);
  g_test_add ("/what-changed/since-baseline", AcademyTest, NULL, set_up, test_since_baseline, tear_down);
  g_test_add ("/what-changed/migrated", AcademyTest, NULL, NULL, test_migrated, academy_test_tear_down);

  return g_test_run ();
}
