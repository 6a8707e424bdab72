/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-attention.h"
#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-test.h"

#define TODAY "2022-02-14"

static void
set_programme (AcademyTest *test,
               const char  *field,
               const char  *text)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);

  g_assert_true (academy_test_set (test, programme, field, text, NULL, NULL));
}

/* Without a first day of the programme, no organisation waits for its mentor that has
 * none. */
static void
set_up (AcademyTest   *test,
        gconstpointer  data)
{
  GDate today = academy_date_from_julian (academy_test_day (TODAY));

  academy_clock_set_today (&today);
  academy_test_set_up (test, data);
  set_programme (test, "start", "");
}

static void
tear_down (AcademyTest   *test,
           gconstpointer  data)
{
  academy_test_tear_down (test, data);
  academy_clock_set_today (NULL);
}

static const char *
get_slug (AcademyTest                 *test,
          const AcademyAttentionEntry *entry)
{
  g_autoptr(AcademyItem) organisation = NULL;

  if (entry->organisation == NULL)
    return "-";

  organisation = academy_store_get (test->store, &academy_organisation_kind, entry->organisation, NULL);
  return g_intern_string (academy_item_get_text (organisation, "slug"));
}

/* All that needs attention, a line each. */
static char *
print (AcademyTest      *test,
       AcademyAttention *attention)
{
  g_autoptr(GPtrArray) entries = academy_attention_get_entries (attention);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const AcademyAttentionEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *day = entry->day != 0 ? academy_test_dup_day (entry->day) : g_strdup ("");
      g_autoptr(AcademyItem) item = academy_store_get (test->store, entry->kind, entry->item, NULL);

      g_assert_nonnull (item);
      g_string_append_printf (text, "%s%s|%s|%s|%s|%s|%s", i > 0 ? "\n" : "", academy_attention_get_name (entry->type),
                              academy_urgency_get_name (entry->urgency), get_slug (test, entry), day, entry->title,
                              entry->text);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Asserts that the number of what is late is that of the entries. */
static void
assert_count (AcademyTest      *test,
              AcademyAttention *attention)
{
  g_autoptr(GPtrArray) entries = academy_attention_get_entries (attention);
  g_autoptr(GPtrArray) organisations = academy_organisations_get (test->store, NULL);

  for (guint i = 0; i < organisations->len; i++)
    {
      const char *id = academy_item_get_id (g_ptr_array_index (organisations, i));
      guint n_late = 0, n_counted = 0;

      for (guint j = 0; j < entries->len; j++)
        {
          const AcademyAttentionEntry *entry = g_ptr_array_index (entries, j);

          n_late += entry->urgency == ACADEMY_URGENCY_LATE && g_strcmp0 (entry->organisation, id) == 0;
        }
      g_assert_true (academy_attention_count_late (test->store, id, &n_counted, NULL));
      g_assert_cmpuint (n_counted, ==, n_late);
    }
}

static char *
read_all (AcademyTest *test,
          const char  *organisation,
          const char  *language)
{
  g_autoptr(AcademyAttention) attention =
    academy_attention_new (test->store, organisation, 0, academy_language_get (language, NULL));
  g_autoptr(GError) error = NULL;

  academy_attention_read (attention, &error);
  g_assert_no_error (error);
  if (organisation == NULL)
    assert_count (test, attention);
  return print (test, attention);
}

static void
assert_attention (AcademyTest *test,
                  const char  *expected)
{
  g_autofree char *text = read_all (test, NULL, "en");

  g_assert_cmpstr (text, ==, expected);
}

/* What is added, which need that is of, and the field by which it passes. */
static const struct {
  const AcademyKind *kind;
  const char        *fields;
  const char        *expected;
  const char        *field;
  const char        *text;
} needs[] = {
  { &academy_measure_kind, "title=M; owner_role=Buyer; start=2022-01-01; end=2022-02-13",
    "overdue|late|digifinland|2022-02-13|M|Measure · Buyer · 1 day overdue", "status", "done" },
  { &academy_measure_kind, "title=M; owner_role=Buyer; start=2022-01-01; end=2022-02-14",
    "due|soon|digifinland|2022-02-14|M|Measure · Buyer · due today", "status", "dropped" },
  { &academy_measure_kind, "title=M; owner_role=Buyer; start=2022-01-01; end=2022-02-28",
    "due|soon|digifinland|2022-02-28|M|Measure · Buyer · due in 14 days", "end", "2022-03-01" },
  { &academy_measure_kind, "title=M; owner_role=Buyer; start=2022-03-01",
    "incomplete|missing|digifinland||M|Measure · no start or end date", "end", "2022-03-10" },
  { &academy_measure_kind, "title=M", "incomplete|missing|digifinland||M|Measure · no owner role · no start or end date",
    "status", "done" },
  { &academy_milestone_kind, "title=S; date=2022-01-31; owner_role=Buyer",
    "overdue|late|digifinland|2022-01-31|S|Milestone · Buyer · 14 days overdue", "done", "true" },
  { &academy_milestone_kind, "title=S; date=2022-01-10; certainty=month",
    "overdue|late|digifinland|2022-01-31|S|Milestone · 14 days overdue", "date", "2022-03-01" },
  { &academy_pilot_kind, "title=P; end=2022-02-04", "overdue|late|digifinland|2022-02-04|P|Pilot · 10 days overdue",
    "status", "measured" },
  { &academy_pre_assignment_kind, "due=2022-02-20",
    "due|soon|digifinland|2022-02-20|Pre-assignment|due in 6 days", "returned", "2022-02-10" },
  { &academy_follow_up_kind, "title=F; due=2022-02-13; owner_role=Mentor",
    "overdue|late|digifinland|2022-02-13|F|Follow-up · Mentor · 1 day overdue", "status", "dropped" },
  { &academy_follow_up_kind, "title=F", "open|missing|digifinland||F|Follow-up · no due date", "status", "done" },
  { &academy_follow_up_kind, "title=F; due=2022-03-01; owner_role=Mentor; status=in_progress",
    "open|missing|digifinland|2022-03-01|F|Follow-up · Mentor · open, due 1 Mar 2022", "status", "done" },
  { &academy_session_kind, "number=1; earliest=2022-03-01; latest=2022-03-31",
    "session|missing|digifinland|2022-03-31|Sparring 1|Sparring session · no time\n"
    "contact|missing|digifinland||Mentor contact|none yet", "held", "2022-02-01T09:00:00+02:00" },
  { &academy_session_kind, "number=1; earliest=2022-01-03; latest=2022-01-31",
    "session|late|digifinland|2022-01-31|Sparring 1|Sparring session · no time; its last day has passed\n"
    "contact|missing|digifinland||Mentor contact|none yet", "held", "2022-02-01T09:00:00+02:00" },
  { &academy_session_kind, "number=1; start=2022-02-17T09:00:00+02:00",
    "session|missing|digifinland|2022-02-17|Sparring 1|Sparring session · no agenda\n"
    "contact|missing|digifinland||Mentor contact|none yet", "held", "2022-02-01T09:00:00+02:00" },
  { &academy_session_kind, "number=1; held=2022-01-20T09:00:00+02:00",
    "contact|missing|digifinland|2022-01-20|Mentor contact|the last was 25 days ago", "held", "2022-01-24T09:00:00+02:00" },
  { &academy_participation_kind, "role=mentor", "contact|missing|digifinland||Mentor contact|none yet", "end", "2022-01-01" },
  { &academy_board_item_kind, "board_name=Board; meeting_date=2022-03-07",
    "board|soon|digifinland|2022-03-07|Board|missing: an impact goal with an indicator, a change challenge, "
    "three measures with an owner role and dates, a pilot with success criteria, proposals for decision",
    "meeting_date", "2022-03-08" },
  { &academy_measure_kind, "title=M; owner_role=Buyer; start=2022-02-01; end=2022-02-28; person_days=40",
    "due|soon|digifinland|2022-02-28|M|Measure · Buyer · due in 14 days\n"
    "hint|missing|digifinland|2022-02-01|Buyer, February 2022: 40 person-days of work, but only 20 working days.|",
    "status", "done" },
  { &academy_opportunity_kind, "title=T; needed=2022-04-01; choice=chosen; stage=tendering; weeks_contract=7",
    "hint|missing|digifinland|2022-02-11|T: “Tendering” should have ended on 11 Feb 2022.|", "choice", "rejected" },
  { &academy_event_kind, "title=E; start=2022-02-19",
    "hint|missing|-|2022-02-19|“E” falls on a day off: 19 Feb 2022 (Saturday).|", "start", "2022-02-21" },
};

static void
test_needs (AcademyTest   *test,
            gconstpointer  data)
{
  assert_attention (test, "");
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_add (test, needs[i].kind, needs[i].fields);
      g_autoptr(AcademyEdit) edit = academy_edit_new (needs[i].kind->remove);

      assert_attention (test, needs[i].expected);
      g_assert_true (academy_test_set (test, item, needs[i].field, needs[i].text, NULL, NULL));
      assert_attention (test, "");
      academy_edit_delete (edit, item);
      g_assert_true (academy_store_apply (test->store, edit, NULL));
    }
}

/* What a follow-up was made into is told once, as the measure; the promise again when
 * that is finished and it is not. */
static void
test_made (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) measure =
    academy_test_add (test, &academy_measure_kind, "title=M; owner_role=Buyer; start=2022-01-01; end=2022-02-13");
  g_autofree char *fields = g_strdup_printf ("title=F; due=2022-02-13; measure=%s", academy_item_get_id (measure));
  g_autoptr(AcademyItem) follow_up = academy_test_add (test, &academy_follow_up_kind, fields);

  assert_attention (test, "overdue|late|digifinland|2022-02-13|M|Measure · Buyer · 1 day overdue");
  g_assert_true (academy_test_set (test, measure, "status", "done", NULL, NULL));
  assert_attention (test, "overdue|late|digifinland|2022-02-13|F|Follow-up · 1 day overdue");

  g_assert_true (academy_test_set (test, follow_up, "due", "2022-03-20", NULL, NULL));
  assert_attention (test, "open|missing|digifinland|2022-03-20|F|Follow-up · open, due 20 Mar 2022");
  g_assert_true (academy_test_set (test, measure, "status", "planned", NULL, NULL));
  assert_attention (test, "overdue|late|digifinland|2022-02-13|M|Measure · Buyer · 1 day overdue");
}

/* Open follow-ups that are due later are one entry, and those without a date another. */
static void
test_later (AcademyTest   *test,
            gconstpointer  data)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *fields = g_strdup_printf ("title=F%u; due=2022-03-2%u", i, i);

      g_object_unref (academy_test_add (test, &academy_follow_up_kind, i < 5 ? fields : "title=F5"));
    }
  assert_attention (test, "open|missing|digifinland|2022-03-20|Follow-ups: 5|open, the first due 20 Mar 2022\n"
                    "open|missing|digifinland||F5|Follow-up · no due date");
}

/* Every organisation waits for its mentor while the programme runs, from its first day
 * until there was a contact. */
static void
test_contact (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (test->store, NULL);
  g_autoptr(AcademyItem) contact = NULL;

  for (guint i = 1; i < organisations->len; i++)
    g_assert_true (academy_test_set (test, g_ptr_array_index (organisations, i), "archived", "true", NULL, NULL));

  set_programme (test, "start", "2022-01-24");
  assert_attention (test, "");
  set_programme (test, "start", "2022-01-23");
  assert_attention (test, "contact|missing|turku||Mentor contact|none yet");
  contact = academy_test_create (test, &academy_contact_kind, academy_item_get_id (g_ptr_array_index (organisations, 0)),
                                 "topic", "Before the start");
  g_assert_true (academy_test_set (test, contact, "date", "2022-01-10", NULL, NULL));
  assert_attention (test, "contact|missing|turku|2022-01-10|Mentor contact|the last was 35 days ago");
  g_assert_true (academy_test_set (test, contact, "date", "2022-01-24", NULL, NULL));
  assert_attention (test, "");
  g_assert_true (academy_test_set (test, contact, "date", "2022-01-20", NULL, NULL));
  set_programme (test, "end", "2022-02-14");
  assert_attention (test, "contact|missing|turku|2022-01-20|Mentor contact|the last was 25 days ago");
  set_programme (test, "end", "2022-02-13");
  assert_attention (test, "");
  set_programme (test, "end", "");
  set_programme (test, "start", "2022-02-15");
  assert_attention (test, "");
}

/* A plan that has all that a board needs is not told, whenever the board meets. */
static void
test_board (AcademyTest   *test,
            gconstpointer  data)
{
  static const char measure[] = "owner_role=Buyer; start=2022-02-01; end=2022-06-30";
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) goal = NULL;
  g_autoptr(AcademyItem) pilot = NULL;
  g_autoptr(AcademyItem) board = NULL;

  g_assert_true (academy_test_set (test, organisation, "board_date", "2022-02-14", NULL, NULL));
  assert_attention (test, "board|soon|digifinland|2022-02-14|Board presentation|missing: an impact goal with an indicator, "
                    "a change challenge, three measures with an owner role and dates, a pilot with success criteria, "
                    "proposals for decision");

  goal = academy_test_add (test, &academy_goal_kind, "");
  g_object_unref (academy_test_add (test, &academy_indicator_kind, ""));
  g_object_unref (academy_test_add (test, &academy_challenge_kind, ""));
  g_object_unref (academy_test_add (test, &academy_measure_kind,
                                    "owner_role=Buyer; start=2022-02-01; end=2022-06-30; status=dropped"));
  for (guint i = 0; i < 2; i++)
    g_object_unref (academy_test_add (test, &academy_measure_kind, measure));
  pilot = academy_test_add (test, &academy_pilot_kind, "success_criteria=Fewer");
  assert_attention (test, "board|soon|digifinland|2022-02-14|Board presentation|missing: "
                    "three measures with an owner role and dates, proposals for decision");
  g_object_unref (academy_test_add (test, &academy_measure_kind, measure));
  assert_attention (test, "board|soon|digifinland|2022-02-14|Board presentation|missing: proposals for decision");
  board = academy_test_add (test, &academy_board_item_kind, "meeting_date=2022-02-14");
  assert_attention (test, "board|soon|digifinland|2022-02-14|Board presentation|missing: proposals for decision");
  g_object_unref (academy_test_add (test, &academy_proposal_kind, ""));
  assert_attention (test, "");
  g_assert_true (academy_test_set (test, pilot, "success_criteria", "", NULL, NULL));
  assert_attention (test, "board|soon|digifinland|2022-02-14|Board presentation|missing: a pilot with success criteria");
  g_assert_true (academy_test_set (test, board, "meeting_date", "2022-02-21", NULL, NULL));
  assert_attention (test, "board|soon|digifinland|2022-02-21|Board presentation|missing: a pilot with success criteria");
  g_assert_true (academy_test_set (test, board, "outcome", "approved", NULL, NULL));
  assert_attention (test, "");
}

/* Many are told by their number, in the language that is asked for. */
static void
test_many (AcademyTest   *test,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < 4; i++)
    g_object_unref (academy_test_add (test, &academy_measure_kind, i < 3 ? "title=M" : "title=N; owner_role=Buyer"));
  assert_attention (test, "incomplete|missing|digifinland||Measures: 4|3 without an owner role · 4 without dates");
  text = read_all (test, NULL, "fi");
  g_assert_cmpstr (text, ==, "incomplete|missing|digifinland||Toimenpiteet: 4|3 ilman vastuuroolia · 4 ilman aikoja");
}

static void
changed_cb (AcademyStore     *store,
            AcademyChanges   *changes,
            AcademyAttention *attention)
{
  academy_attention_invalidate (attention, changes);
}

/* After one edit or several, and an undo, what is read of the organisations concerned
 * gives what reading all again does. */
static void
test_update (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(AcademyAttention) attention = academy_attention_new (test->store, NULL, 0, academy_language_get ("en", NULL));
  g_autoptr(GPtrArray) organisations = academy_store_get_ids (test->store, &academy_organisation_kind, NULL, NULL);

  g_assert_true (academy_attention_read (attention, NULL));
  g_signal_connect (test->store, "changed", G_CALLBACK (changed_cb), attention);
  for (guint i = 0; i < 3 * G_N_ELEMENTS (needs); i++)
    {
      const AcademyKind *kind = needs[i % G_N_ELEMENTS (needs)].kind;
      g_autofree char *fields = g_strdup (needs[i % G_N_ELEMENTS (needs)].fields);
      g_autoptr(AcademyItem) item = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *read = NULL;

      if (kind->flags & ACADEMY_KIND_SINGLE && i >= G_N_ELEMENTS (needs))
        continue;
      if (kind != &academy_event_kind)
        {
          g_autofree char *before = g_steal_pointer (&fields);

          fields = g_strdup_printf ("organisation=%s; %s", (char *) g_ptr_array_index (organisations, i % organisations->len),
                                    before);
        }
      item = academy_test_add (test, kind, fields);
      if (i % 5 == 4)
        academy_test_undo (test);
      if (i % 3 == 1)
        continue;

      g_assert_true (academy_attention_read (attention, NULL));
      kept = print (test, attention);
      read = read_all (test, NULL, "en");
      g_assert_cmpstr (kept, ==, read);
      g_assert_cmpstr (kept, !=, "");
    }
}

/* After the organisations themselves changed, too: their order, which are archived,
 * and which there are. */
static void
test_organisations (AcademyTest   *test,
                    gconstpointer  data)
{
  static const struct {
    const char *field;
    const char *text;
  } edits[] = { { "position", "5" }, { "archived", "true" }, { "board_date", "2022-02-20" }, { "archived", "false" } };
  g_autoptr(AcademyAttention) attention = academy_attention_new (test->store, NULL, 0, academy_language_get ("en", NULL));
  g_autoptr(GPtrArray) organisations = academy_store_get_all (test->store, &academy_organisation_kind, NULL, NULL);

  for (guint i = 0; i < organisations->len; i++)
    {
      g_autofree char *fields = g_strdup_printf ("organisation=%s; title=M; start=2022-01-01; end=2022-02-13",
                                                 academy_item_get_id (g_ptr_array_index (organisations, i)));

      g_object_unref (academy_test_add (test, &academy_measure_kind, fields));
    }
  g_assert_true (academy_attention_read (attention, NULL));
  g_signal_connect (test->store, "changed", G_CALLBACK (changed_cb), attention);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (edits) + 2; i++)
    {
      g_autofree char *kept = NULL;
      g_autofree char *read = NULL;

      if (i < G_N_ELEMENTS (edits))
        g_assert_true (academy_test_set (test, g_ptr_array_index (organisations, i % 2), edits[i].field, edits[i].text, NULL,
                                         NULL));
      else if (i == G_N_ELEMENTS (edits))
        {
          g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.remove);

          academy_edit_delete (edit, g_ptr_array_index (organisations, 2));
          g_assert_true (academy_store_apply (test->store, edit, NULL));
        }
      else
        academy_test_undo (test);

      g_assert_true (academy_attention_read (attention, NULL));
      kept = print (test, attention);
      read = read_all (test, NULL, "en");
      g_assert_cmpstr (kept, ==, read);
    }
}

/* No item is left out, whether it is listed or counted. */
static guint
count_items (AcademyAttention *attention)
{
  g_autoptr(GPtrArray) entries = academy_attention_get_entries (attention);
  guint n_items = 0;

  for (guint i = 0; i < entries->len; i++)
    n_items += ((AcademyAttentionEntry *) g_ptr_array_index (entries, i))->n_items;
  return n_items;
}

/* A limit keeps the most urgent of what is overdue and of what is due soon, and tells
 * how many more there are of each; one more is told itself. */
static void
test_limit (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyAttention) attention = academy_attention_new (test->store, NULL, 2, academy_language_get ("en", NULL));
  g_autofree char *text = NULL;

  for (guint i = 1; i < 6; i++)
    {
      g_autofree char *fields = g_strdup_printf ("title=M%u; owner_role=Buyer; start=2022-01-01; end=2022-02-0%u", i, i);

      g_object_unref (academy_test_add (test, &academy_measure_kind, fields));
    }
  g_assert_true (academy_attention_read (attention, NULL));
  text = print (test, attention);
  g_assert_cmpstr (text, ==,
                   "overdue|late|digifinland|2022-02-01|M1|Measure · Buyer · 13 days overdue\n"
                   "overdue|late|digifinland|2022-02-02|M2|Measure · Buyer · 12 days overdue\n"
                   "overdue|late|digifinland||Measures: 3 more|overdue");

  for (guint i = 1; i < 7; i++)
    {
      g_autofree char *fields = g_strdup_printf ("title=S%u; owner_role=Buyer; start=2022-01-01; end=2022-02-2%u", i, i);
      g_autofree char *now = NULL;

      g_object_unref (academy_test_add (test, &academy_measure_kind, fields));
      academy_attention_invalidate (attention, NULL);
      g_assert_true (academy_attention_read (attention, NULL));
      now = print (test, attention);
      g_assert_true (g_str_has_prefix (now, text));
      g_assert_true (g_str_has_suffix (now, i == 1 ? "S1|Measure · Buyer · due in 7 days" :
                                            i == 3 ? "S3|Measure · Buyer · due in 9 days" :
                                            i == 6 ? "due|soon|digifinland||Measures: 4 more|due soon" : ""));
    }
  g_assert_cmpuint (count_items (attention), ==, 11);
}

/* The status date judges, and not the clock. */
static void
test_status_date (AcademyTest   *test,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);

  g_object_unref (academy_test_add (test, &academy_measure_kind, "title=M; owner_role=Buyer; start=2022-01-01; end=2022-02-13"));
  g_assert_true (academy_test_set (test, programme, "status_date", "2022-02-13", NULL, NULL));
  assert_attention (test, "due|soon|digifinland|2022-02-13|M|Measure · Buyer · due today");
  g_assert_true (academy_test_set (test, programme, "status_date", "2022-01-15", NULL, NULL));
  assert_attention (test, "");
}

/* What comes in four weeks, by day, and nothing that is over or has only a month. */
static void
test_next (AcademyTest   *test,
           gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *fields;
  } items[] = {
    { &academy_event_kind, "title=E; start=2022-03-01" },
    { &academy_event_kind, "title=Month; start=2022-03-01; certainty=month" },
    { &academy_session_kind, "number=2; start=2022-02-17T09:00:00+02:00" },
    { &academy_session_kind, "number=3; start=2022-02-18T09:00:00+02:00; held=2022-02-10T09:00:00+02:00" },
    { &academy_measure_kind, "title=M; owner_role=Buyer; start=2022-01-01; end=2022-03-14" },
    { &academy_measure_kind, "title=Late; start=2022-01-01; end=2022-02-13" },
    { &academy_measure_kind, "title=Far; start=2022-01-01; end=2022-03-15" },
    { &academy_measure_kind, "title=Done; start=2022-01-01; end=2022-03-01; status=done" },
    { &academy_board_item_kind, "board_name=Board; meeting_date=2022-02-14" },
  };
  g_autoptr(AcademyAttention) attention = academy_attention_new (test->store, NULL, 1, academy_language_get ("en", NULL));
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) next = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_object_unref (academy_test_add (test, items[i].kind, items[i].fields));
  g_assert_true (academy_test_set (test, organisation, "board_date", "2022-03-10", NULL, NULL));
  g_assert_true (academy_attention_read (attention, NULL));
  next = academy_attention_get_next (attention);
  for (guint i = 0; i < next->len; i++)
    {
      const AcademyAttentionEntry *entry = g_ptr_array_index (next, i);
      g_autofree char *day = academy_test_dup_day (entry->day);

      g_string_append_printf (text, "%s|%s|%s|%s\n", day, get_slug (test, entry), entry->title != NULL ? entry->title : "",
                              entry->text);
    }
  g_assert_cmpstr (text->str, ==,
                   "2022-02-14|digifinland|Board|Board presentation\n"
                   "2022-02-17|digifinland||Sparring session\n"
                   "2022-03-01|-||Event\n"
                   "2022-03-14|digifinland|M|Measure · Buyer\n");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*run) (AcademyTest   *test,
                      gconstpointer  data);
  } cases[] = {
    { "/attention/needs", test_needs },
    { "/attention/made", test_made },
    { "/attention/later", test_later },
    { "/attention/contact", test_contact },
    { "/attention/board", test_board },
    { "/attention/many", test_many },
    { "/attention/update", test_update },
    { "/attention/organisations", test_organisations },
    { "/attention/limit", test_limit },
    { "/attention/next", test_next },
    { "/attention/status-date", test_status_date },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, AcademyTest, NULL, set_up, cases[i].run, tear_down);

  return g_test_run ();
}
