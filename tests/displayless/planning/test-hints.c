/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-dependency.h"
#include "academy-hints.h"
#include "academy-kinds.h"
#include "academy-template.h"
#include "academy-test.h"

/* Fields as “name value name value”. */
static AcademyItem *
add (AcademyTest       *test,
     const AcademyKind *kind,
     const char        *owner,
     const char        *fields)
{
  AcademyItem *item = academy_item_new (kind, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_auto(GStrv) parts = g_strsplit (fields, " ", -1);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; parts[i] != NULL; i += 2)
    {
      const AcademyField *field = academy_kind_find_field (kind, parts[i]);
      g_auto(GValue) value = G_VALUE_INIT;

      academy_value_init (field, &value);
      g_assert_true (academy_value_set_from_text (field, parts[i + 1], &value, NULL));
      academy_item_set_value (item, field, &value);
    }
  g_object_set (item, academy_kind_get_owner (kind)->name, owner, NULL);
  academy_edit_create (edit, item);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);

  return item;
}

static GPtrArray *
read_hints (AcademyTest *test,
            const char  *organisation,
            const char  *language)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *hints = academy_hints_read (test->store, organisation, NULL, academy_language_get (language, NULL), &error);

  g_assert_no_error (error);
  return hints;
}

/* The only hint there is, or none. */
static void
assert_hint (AcademyTest     *test,
             const char      *organisation,
             AcademyHintType  type,
             AcademyItem     *item,
             const char      *text)
{
  g_autoptr(GPtrArray) hints = read_hints (test, organisation, "en");

  for (guint i = 0; i < hints->len; i++)
    g_test_message ("%s", ((AcademyHint *) g_ptr_array_index (hints, i))->text);
  g_assert_cmpuint (hints->len, ==, text != NULL ? 1 : 0);
  if (text != NULL)
    {
      AcademyHint *hint = g_ptr_array_index (hints, 0);

      g_assert_cmpint (hint->type, ==, type);
      g_assert_cmpstr (hint->text, ==, text);
      g_assert_cmpstr (hint->item, ==, item != NULL ? academy_item_get_id (item) : NULL);
      g_assert_true (item == NULL || hint->kind == academy_item_get_kind (item));
    }
}

static void
take_back (AcademyTest *test,
           AcademyItem *item)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (item)->remove);

  academy_edit_delete (edit, item);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
}

static const struct {
  const AcademyKind *kind;
  const char        *fields;
  const char        *text;
} days[] = {
  { &academy_event_kind, "title Day start 2021-12-06", "“Day” falls on a day off: 6 Dec 2021 (Independence Day)." },
  { &academy_event_kind, "title Day start 2022-01-06 end 2022-01-06",
    "“Day” falls on a day off: 6 Jan 2022 (Epiphany)." },
  { &academy_event_kind, "title Day start 2026-10-31", "“Day” falls on a day off: 31 Oct 2026 (All Saints’ Day)." },
  { &academy_event_kind, "title Day start 2024-04-01", "“Day” falls on a day off: 1 Apr 2024 (Easter Monday)." },
  { &academy_event_kind, "title Day start 2022-02-24", NULL },
  { &academy_event_kind, "title Day start 2021-12-05", "“Day” falls on a day off: 5 Dec 2021 (Sunday)." },
  /* More than a day, or not known to the day */
  { &academy_event_kind, "title Day start 2024-03-31 end 2024-04-02", NULL },
  { &academy_event_kind, "title Day start 2022-01-01 certainty month", NULL },
  { &academy_session_kind, "number 1 start 2026-06-19T09:00:00+03:00",
    "“Sparring 1” falls on a day off: 19 Jun 2026 (Midsummer Eve)." },
  { &academy_session_kind, "number 1 start 2021-11-06T09:00:00+02:00",
    "“Sparring 1” falls on a day off: 6 Nov 2021 (All Saints’ Day)." },
  { &academy_session_kind, "number 1 start 2021-11-13T09:00:00+02:00",
    "“Sparring 1” falls on a day off: 13 Nov 2021 (Saturday)." },
  { &academy_session_kind, "number 1 start 2021-11-16T09:00:00+02:00", NULL },
  { &academy_session_kind, "number 1 earliest 2021-12-06 latest 2021-12-06", NULL },
  /* It has been already. */
  { &academy_session_kind, "number 1 start 2021-11-13T09:00:00+02:00 held 2021-11-13T09:00:00+02:00", NULL },
  { &academy_board_item_kind, "board_name Board meeting_date 2021-12-24",
    "“Board” falls on a day off: 24 Dec 2021 (Christmas Eve)." },
  { &academy_board_item_kind, "board_name Board meeting_date 2022-02-16", NULL },
};

static void
test_days_off (AcademyTest   *test,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gboolean of_programme = days[i].kind == &academy_event_kind;
      const char *owner = of_programme ? academy_item_get_owner (organisation) : academy_item_get_id (organisation);
      g_autoptr(AcademyItem) item = add (test, days[i].kind, owner, days[i].fields);

      g_test_message ("%s", days[i].fields);
      assert_hint (test, NULL, ACADEMY_HINT_DAY_OFF, item, days[i].text);
      assert_hint (test, academy_item_get_id (organisation), ACADEMY_HINT_DAY_OFF, item,
                   of_programme ? NULL : days[i].text);
      take_back (test, item);
    }
}

/* The date of the organisation counts until a presentation takes its place. */
static void
test_board_date (AcademyTest   *test,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) board_item = NULL;

  g_assert_true (academy_test_set (test, organisation, "board_date", "2022-01-06", NULL, NULL));
  assert_hint (test, NULL, ACADEMY_HINT_DAY_OFF, organisation,
               "“Next board date” falls on a day off: 6 Jan 2022 (Epiphany).");
  board_item = add (test, &academy_board_item_kind, academy_item_get_id (organisation),
                    "board_name Board meeting_date 2022-01-06");
  assert_hint (test, NULL, ACADEMY_HINT_DAY_OFF, board_item, "“Board” falls on a day off: 6 Jan 2022 (Epiphany).");
  g_assert_true (academy_test_set (test, board_item, "meeting_date", "2022-01-13", NULL, NULL));
  assert_hint (test, NULL, ACADEMY_HINT_DAY_OFF, NULL, NULL);
}

/* Sessions of two organisations, 120 minutes unless said. */
static const struct {
  const char *first;
  const char *second;
  gboolean    clash;
} pairs[] = {
  { "start 2021-11-16T09:00:00+02:00", "start 2021-11-16T09:00:00+02:00", TRUE },
  { "start 2021-11-16T09:00:00+02:00", "start 2021-11-16T10:59:00+02:00", TRUE },
  { "start 2021-11-16T10:59:00+02:00", "start 2021-11-16T09:00:00+02:00", TRUE },
  /* One begins when the other ends. */
  { "start 2021-11-16T09:00:00+02:00", "start 2021-11-16T11:00:00+02:00", FALSE },
  { "start 2021-11-16T09:00:00+02:00 duration 121", "start 2021-11-16T11:00:00+02:00", TRUE },
  { "start 2021-11-16T09:00:00+02:00", "start 2021-11-17T09:00:00+02:00", FALSE },
  /* The same moment in two zones */
  { "start 2021-11-16T09:00:00+02:00", "start 2021-11-16T07:00:00+00:00", TRUE },
  { "start 2021-11-16T09:00:00+02:00", "start 2021-11-16T09:00:00+00:00", FALSE },
  { "start 2021-11-16T09:00:00+02:00", "earliest 2021-11-16 latest 2021-11-16", FALSE },
  { "start 2021-11-16T09:00:00+02:00", "start 2021-11-16T09:00:00+02:00 held 2021-11-16T13:00:00+02:00", FALSE },
};

static void
test_clashes (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) organisations = academy_store_get_all (test->store, &academy_organisation_kind, NULL, NULL);
  AcademyItem *here = g_ptr_array_index (organisations, 0);
  AcademyItem *there = g_ptr_array_index (organisations, 1);
  const char *text = "The same mentor is in two sessions at once: “One” (DigiFinland) and “Two” (KEHA Centre), "
                     "16 Nov 2021 9:00.";
  g_autoptr(AcademyItem) person = add (test, &academy_person_kind, academy_item_get_owner (here), "name Mentor");
  g_autofree char *as_mentor = g_strdup_printf ("role mentor person %s", academy_item_get_id (person));
  g_autoptr(AcademyItem) first = add (test, &academy_participation_kind, academy_item_get_id (here), as_mentor);
  g_autoptr(AcademyItem) second = add (test, &academy_participation_kind, academy_item_get_id (there), as_mentor);
  g_autoptr(AcademyItem) one = NULL;
  g_autoptr(AcademyItem) two = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr(GPtrArray) hints = NULL;

      one = add (test, &academy_session_kind, academy_item_get_id (here), pairs[i].first);
      two = add (test, &academy_session_kind, academy_item_get_id (there), pairs[i].second);
      hints = read_hints (test, NULL, "en");
      g_test_message ("%s, %s", pairs[i].first, pairs[i].second);
      g_assert_cmpuint (hints->len, ==, pairs[i].clash);
      if (hints->len > 0)
        g_assert_cmpint (((AcademyHint *) g_ptr_array_index (hints, 0))->type, ==, ACADEMY_HINT_CLASH);
      take_back (test, one);
      take_back (test, two);
      g_clear_object (&one);
      g_clear_object (&two);
    }

  /* Each of the two is told from its own side, the others nothing. */
  one = add (test, &academy_session_kind, academy_item_get_id (here), "title One start 2021-11-16T09:00:00+02:00");
  two = add (test, &academy_session_kind, academy_item_get_id (there), "title Two start 2021-11-16T08:00:00+02:00");
  assert_hint (test, academy_item_get_id (here), ACADEMY_HINT_CLASH, one, text);
  assert_hint (test, academy_item_get_id (there), ACADEMY_HINT_CLASH, two,
               "The same mentor is in two sessions at once: “Two” (KEHA Centre) and “One” (DigiFinland), "
               "16 Nov 2021 9:00.");
  assert_hint (test, academy_item_get_id (g_ptr_array_index (organisations, 2)), ACADEMY_HINT_CLASH, NULL, NULL);

  /* Another role, nobody named, or another time is no clash. */
  g_assert_true (academy_test_set (test, second, "role", "sparring_expert", NULL, NULL));
  assert_hint (test, NULL, ACADEMY_HINT_CLASH, NULL, NULL);
  academy_test_undo (test);
  g_assert_true (academy_test_set (test, second, "person", NULL, NULL, NULL));
  assert_hint (test, NULL, ACADEMY_HINT_CLASH, NULL, NULL);
  academy_test_undo (test);
  g_assert_true (academy_test_set (test, second, "end", "2021-11-15", NULL, NULL));
  assert_hint (test, NULL, ACADEMY_HINT_CLASH, NULL, NULL);
  academy_test_undo (test);
  g_assert_true (academy_test_set (test, second, "start", "2021-11-16", NULL, NULL));
  assert_hint (test, academy_item_get_id (here), ACADEMY_HINT_CLASH, one, text);
}

/* November 2021 has 22 working days, December 21, January 2022 20. */
static const struct {
  const char *measures[2];
  const char *text;
} loads[] = {
  { { "start 2021-11-01 end 2021-11-30 person_days 22" }, NULL },
  { { "start 2021-11-01 end 2021-11-30 person_days 23" },
    "Buyer, November 2021: 23 person-days of work, but only 22 working days." },
  { { "start 2021-11-01 end 2021-12-31 person_days 43" }, NULL },
  { { "start 2021-11-15 end 2021-11-19 person_days 20", "start 2021-11-01 end 2021-11-05 person_days 5" },
    "Buyer, November 2021: 25 person-days of work, but only 22 working days." },
  /* Half of it is in each month: 12 working days in November, 12 in December. */
  { { "start 2021-11-15 end 2021-12-17 person_days 42" }, NULL },
  { { "start 2021-11-15 end 2021-12-17 person_days 43" },
    "Buyer, December 2021: 22 person-days of work, but only 21 working days." },
  { { "start 2021-11-01 end 2021-11-30 person_days 23 status done" }, NULL },
  { { "start 2021-11-01 end 2021-11-30 person_days 23 status dropped" }, NULL },
  { { "start 2021-11-01 person_days 230" }, NULL },
  /* Only at a weekend */
  { { "start 2021-11-13 end 2021-11-14 person_days 23" },
    "Buyer, November 2021: 23 person-days of work, but only 22 working days." },
};

static void
test_loads (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) organisations = academy_store_get_all (test->store, &academy_organisation_kind, NULL, NULL);
  const char *id = academy_item_get_id (g_ptr_array_index (organisations, 0));
  const char *other = academy_item_get_id (g_ptr_array_index (organisations, 1));

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      g_autoptr(GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = 0; j < G_N_ELEMENTS (loads[i].measures) && loads[i].measures[j] != NULL; j++)
        {
          g_autofree char *fields = g_strconcat ("title M owner_role ", j == 0 ? "Buyer " : "BUYER ",
                                                 loads[i].measures[j], NULL);

          g_ptr_array_add (measures, add (test, &academy_measure_kind, id, fields));
        }
      g_test_message ("%s", loads[i].measures[0]);
      assert_hint (test, NULL, ACADEMY_HINT_LOAD, NULL, loads[i].text);
      assert_hint (test, id, ACADEMY_HINT_LOAD, NULL, loads[i].text);
      assert_hint (test, other, ACADEMY_HINT_LOAD, NULL, NULL);
      for (guint j = 0; j < measures->len; j++)
        take_back (test, g_ptr_array_index (measures, j));
    }

  /* The same title in two organisations is two roles. */
  g_object_unref (add (test, &academy_measure_kind, id, "title M owner_role Buyer start 2021-11-01 end 2021-11-30 person_days 20"));
  g_object_unref (add (test, &academy_measure_kind, other,
                       "title M owner_role Buyer start 2021-11-01 end 2021-11-30 person_days 20"));
  assert_hint (test, NULL, ACADEMY_HINT_LOAD, NULL, NULL);
}

static const struct {
  const char *first;
  const char *second;
  const char *lag;
  const char *text;
} dependencies[] = {
  { "end 2021-12-15", "start 2021-12-16", "0", NULL },
  { "end 2021-12-15", "start 2021-12-15", "0", "“Second” starts 1 day too early: it waits for “First”." },
  { "end 2021-12-15", "start 2021-12-16", "1", "“Second” starts 1 day too early: it waits for “First”." },
  { "end 2021-12-15", "start 2021-12-01", "5", "“Second” starts 20 days too early: it waits for “First”." },
  { "end 2021-12-15", "start 2021-12-11", "-5", NULL },
  { "end 2021-12-15", "status planned", "0", NULL },
  { "start 2021-12-15", "start 2021-12-01", "0", NULL },
  { "end 2021-12-15 status done", "start 2021-12-01", "0", NULL },
  { "end 2021-12-15", "start 2021-12-01 status done", "0", NULL },
};

static void
test_dependencies (AcademyTest   *test,
                   gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);

  for (guint i = 0; i < G_N_ELEMENTS (dependencies); i++)
    {
      g_autofree char *first_fields = g_strconcat ("title First ", dependencies[i].first, NULL);
      g_autofree char *second_fields = g_strconcat ("title Second ", dependencies[i].second, NULL);
      g_autoptr(AcademyItem) first = add (test, &academy_measure_kind, id, first_fields);
      g_autoptr(AcademyItem) second = add (test, &academy_measure_kind, id, second_fields);
      g_autofree char *fields = g_strdup_printf ("predecessor %s successor %s lag %s", academy_item_get_id (first),
                                                 academy_item_get_id (second), dependencies[i].lag);
      g_autoptr(AcademyItem) dependency = add (test, &academy_dependency_kind, id, fields);

      g_test_message ("%s, %s", dependencies[i].first, dependencies[i].second);
      assert_hint (test, NULL, ACADEMY_HINT_DEPENDENCY, second, dependencies[i].text);
      take_back (test, first);
      take_back (test, second);
    }
}

/* The illustrative plan has a load that can be borne, and no day off. */
static void
test_example (AcademyTest   *test,
              gconstpointer  data)
{
  static const char * const texts[][2] = {
    { "en", "Catering Manager, January 2022: 21 person-days of work, but only 20 working days." },
    { "en", "Catering Manager, February 2022: 25 person-days of work, but only 20 working days." },
    { "fi", "Ateriapalvelupäällikkö, tammikuu 2022: 21 henkilötyöpäivää mutta vain 20 arkipäivää." },
    { "fi", "Ateriapalvelupäällikkö, helmikuu 2022: 25 henkilötyöpäivää mutta vain 20 arkipäivää." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i += 2)
    {
      const AcademyLanguage *language = academy_language_get (texts[i][0], NULL);
      g_autoptr(AcademyEdit) content = academy_template_create_edit ("example", language, NULL);
      g_autofree char *path = g_strdup_printf ("%s/%s.academy", test->folder, texts[i][0]);
      AcademyTest example = { .store = academy_store_create (path, content, NULL) };
      g_autoptr(GPtrArray) before = read_hints (&example, NULL, texts[i][0]);
      g_autoptr(GPtrArray) measures = academy_store_get_all (example.store, &academy_measure_kind, NULL, NULL);
      g_autoptr(GPtrArray) after = NULL;

      g_assert_cmpuint (before->len, ==, 0);
      for (guint j = 0; j < measures->len; j++)
        if (academy_item_get_text (g_ptr_array_index (measures, j), "pilot") != NULL)
          g_assert_true (academy_test_set (&example, g_ptr_array_index (measures, j), "person_days", "60", NULL, NULL));
      after = read_hints (&example, NULL, texts[i][0]);
      g_assert_cmpuint (after->len, ==, 2);
      for (guint j = 0; j < after->len; j++)
        g_assert_cmpstr (((AcademyHint *) g_ptr_array_index (after, j))->text, ==, texts[i + j][1]);

      g_clear_pointer (&measures, g_ptr_array_unref);
      g_assert_true (academy_store_close (example.store, NULL));
      g_assert_finalize_object (example.store);
    }
}

static void
test_finnish (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) session = add (test, &academy_session_kind, academy_item_get_id (organisation),
                                        "number 2 start 2021-12-06T13:00:00+02:00");
  g_autoptr(GPtrArray) hints = read_hints (test, NULL, "fi");
  g_autoptr(AcademyHint) copy = academy_hint_copy (g_ptr_array_index (hints, 0));

  g_assert_cmpuint (hints->len, ==, 1);
  g_assert_cmpstr (copy->text, ==, "”2. sparraus” osuu vapaapäivälle: 6.12.2021 (Itsenäisyyspäivä).");
  g_assert_cmpstr (copy->organisation, ==, academy_item_get_id (organisation));
}

typedef struct {
  /* Owned */
  GPtrArray *hints;

  guint      n_updates;
} Kept;

/* Hints that are updated after an edit are those that a new reading finds. */
static void
update_cb (AcademyStore   *store,
           AcademyChanges *changes,
           Kept           *kept)
{
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  g_autoptr(GHashTable) organisations = academy_changes_get_organisations (changes, NULL, G_MAXUINT64);
  g_autoptr(GPtrArray) read = academy_hints_read (store, NULL, NULL, language, NULL);

  kept->hints = academy_hints_update (g_steal_pointer (&kept->hints), store, organisations, language, NULL);
  kept->n_updates++;
  g_assert_cmpuint (kept->hints->len, ==, read->len);
  for (guint i = 0; i < read->len; i++)
    {
      const AcademyHint *one = g_ptr_array_index (kept->hints, i);
      const AcademyHint *other = g_ptr_array_index (read, i);

      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpstr (one->organisation, ==, other->organisation);
    }
}

static void
test_update (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) organisations = academy_store_get_all (test->store, &academy_organisation_kind, NULL, NULL);
  g_autoptr(AcademyItem) mentor = academy_test_add (test, &academy_person_kind, "name=Aino");
  g_autoptr(AcademyItem) event = NULL;
  g_autoptr(AcademyEdit) deletion = academy_edit_new ("Delete organisation");
  Kept kept = { .hints = read_hints (test, NULL, "en") };
  guint most = 0;

  g_signal_connect (test->store, "changed", G_CALLBACK (update_cb), &kept);

  for (guint i = 0; i < 3; i++)
    {
      const char *id = academy_item_get_id (g_ptr_array_index (organisations, i));
      g_autoptr(AcademyItem) participation = add (test, &academy_participation_kind, id, "role mentor");
      g_autoptr(AcademyItem) session = add (test, &academy_session_kind, id, "number 1 start 2021-12-06T13:00:00+02:00");
      g_autoptr(AcademyItem) first = add (test, &academy_measure_kind, id, "title A owner_role Johtaja person_days 60 "
                                          "start 2022-01-03 end 2022-01-31");
      g_autoptr(AcademyItem) second = add (test, &academy_measure_kind, id, "title B start 2022-01-10 end 2022-02-28");
      g_autoptr(AcademyItem) dependency = academy_dependency_new (first, second);
      g_autoptr(AcademyEdit) edit = academy_edit_new ("Add dependency");

      academy_edit_create (edit, dependency);
      g_assert_true (academy_store_apply (test->store, edit, NULL));
      g_assert_true (academy_test_set (test, participation, "person", academy_item_get_id (mentor), NULL, NULL));
      g_assert_true (academy_test_set (test, second, "start", "2022-02-07", NULL, NULL));
      academy_test_undo (test);
      most = MAX (most, kept.hints->len);
    }

  event = academy_test_add (test, &academy_event_kind, "title=Kick-off; start=2021-12-25; end=2021-12-25");
  g_assert_cmpuint (kept.hints->len, >, most);
  academy_test_undo (test);

  /* A day off, too much work, a measure that starts too early, and clashes. */
  g_assert_cmpuint (most, ==, 3 * 3 + 3);
  academy_edit_delete (deletion, g_ptr_array_index (organisations, 1));
  g_assert_true (academy_store_apply (test->store, deletion, NULL));
  g_assert_cmpuint (kept.hints->len, ==, 2 * 3 + 1);
  academy_test_undo (test);
  g_assert_cmpuint (kept.hints->len, ==, most);
  g_assert_cmpuint (kept.n_updates, >, 20);

  g_signal_handlers_disconnect_by_data (test->store, &kept);
  g_ptr_array_unref (kept.hints);
}

/* A procurement that is late for the day on which the thing is to be in use is told,
 * once it is chosen and until it is bought. */
static void
test_procurements (AcademyTest   *test,
                   gconstpointer  data)
{
  static const struct {
    const char *fields;
    const char *text;
  } rows[] = {
    { "title T needed 2022-06-30 choice chosen stage tendering", "T: “Tendering” should have ended on 17 May 2022." },
    { "title T needed 2022-06-30 choice chosen stage tendering notice 2022-03-01",
      "T: “Tendering” should have ended on 17 May 2022." },
    { "title T needed 2022-12-30 choice chosen", "T: “Needs identification” should have begun on 3 May 2022." },
    { "title T needed 2022-07-01 choice chosen stage tendering", NULL },
    { "title T needed 2023-06-30 choice chosen", NULL },
    { "title T choice chosen stage tendering", NULL },
    { "title T needed 2022-06-30 choice rejected", NULL },
    { "title T needed 2022-06-30 choice later", NULL },
    { "title T needed 2022-06-30 stage tendering", NULL },
    { "title T needed 2022-06-30 choice chosen stage contract", NULL },
    { "title T needed 2022-06-30 choice chosen stage evaluation", NULL },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  academy_store_set_status_date (test->store, academy_test_day ("2022-05-18"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyItem) item = add (test, &academy_opportunity_kind, academy_item_get_id (organisation), rows[i].fields);

      g_test_message ("%s", rows[i].fields);
      assert_hint (test, NULL, ACADEMY_HINT_PROCUREMENT, item, rows[i].text);
      take_back (test, item);
    }
}

static const struct {
  const char *path;
  void      (*run) (AcademyTest *, gconstpointer);
} cases[] = {
  { "/hints/days-off", test_days_off },
  { "/hints/board-date", test_board_date },
  { "/hints/clashes", test_clashes },
  { "/hints/loads", test_loads },
  { "/hints/dependencies", test_dependencies },
  { "/hints/procurements", test_procurements },
  { "/hints/example", test_example },
  { "/hints/finnish", test_finnish },
  { "/hints/update", test_update },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, AcademyTest, NULL, academy_test_set_up, cases[i].run, academy_test_tear_down);

  return g_test_run ();
}
