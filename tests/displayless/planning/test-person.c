/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-person.h"
#include "academy-retention.h"
#include "academy-test.h"

/* All that is recorded about a person, and erasing it. */

typedef struct {
  AcademyTest  test;

  /* Owned */
  AcademyItem *organisation;
  AcademyItem *person;
  AcademyItem *role;
} Fixture;

static AcademyItem *
add (Fixture           *fixture,
     const AcademyKind *kind,
     const char        *format,
     const char        *id)
{
  g_autofree char *fields = g_strdup_printf ("%s%s", format, id);

  return academy_test_add (&fixture->test, kind, fields);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AcademyItem) session = NULL;
  g_autoptr(AcademyItem) other_session = NULL;
  g_autoptr(AcademyItem) contact = NULL;
  g_autoptr(AcademyItem) note = NULL;
  g_autoptr(AcademyItem) private_note = NULL;

  academy_test_set_up (&fixture->test, data);
  fixture->organisation = academy_test_organisation (&fixture->test);
  fixture->person = add (fixture, &academy_person_kind, "name=Maija Meikäläinen; email=maija@example.org; phone=040 1", "");
  fixture->role = add (fixture, &academy_participation_kind,
                       "role=mentor; role_title=Head mentor; start=2021-11-01; end=2022-02-28; person=",
                       academy_item_get_id (fixture->person));
  session = add (fixture, &academy_session_kind, "title=Kick-off; summary=Of others too; attendees=",
                 academy_item_get_id (fixture->role));
  other_session = add (fixture, &academy_session_kind, "title=Without her", "");
  contact = add (fixture, &academy_contact_kind, "channel=phone; date=2021-12-03; topic=Market; note=Was glad; participant=",
                 academy_item_get_id (fixture->role));
  note = add (fixture, &academy_note_kind, "type=observation; text=Ask MAIJA MEIKÄLÄINEN first", "");
  private_note = add (fixture, &academy_note_kind, "type=observation; private=true; text=Maija Meikäläinen is tired", "");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->role);
  g_clear_object (&fixture->person);
  g_clear_object (&fixture->organisation);
  academy_test_tear_down (&fixture->test, data);
}

static char *
dup_titles (GPtrArray *items)
{
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *title = academy_item_dup_title (g_ptr_array_index (items, i), language);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", title);
    }

  return g_string_free_and_steal (text);
}

static void
test_records (Fixture       *fixture,
              gconstpointer  data)
{
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = academy_person_find_records (fixture->test.store, fixture->person, &error);
  g_autoptr(GPtrArray) mentions = academy_person_find_mentions (fixture->test.store, fixture->person, &error);
  g_autofree char *titles = dup_titles (records);
  g_autofree char *mentioned = dup_titles (mentions);
  g_autofree char *name = academy_item_dup_title (fixture->organisation, language);
  g_autofree char *expected = g_strdup_printf ("Participant · %s · KEINO mentor · 1 Nov 2021 – 28 Feb 2022", name);
  g_autofree char *role = academy_person_describe_item (fixture->test.store, fixture->role, language, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (titles, ==, "Head mentor|Kick-off|Market");
  g_assert_true (g_str_equal (mentioned, "Ask MAIJA MEIKÄLÄINEN first|Maija Meikäläinen is tired") ||
                 g_str_equal (mentioned, "Maija Meikäläinen is tired|Ask MAIJA MEIKÄLÄINEN first"));
  g_assert_cmpstr (role, ==, expected);
}

/* What the person gets: everything about the person alone, nothing of others, and
 * no private note. */
static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const expected[] = {
    "All data about Maija Meikäläinen\n", "Name: Maija Meikäläinen\n", "E-mail: maija@example.org\n", "Telephone: 040 1\n",
    "Participant: Head mentor\n", "Role: KEINO mentor\n", "Start date: 1 Nov 2021\n", "Sparring session: Kick-off\n",
    "Mentor contact: Market\n", "Notes: Was glad\n", "Ask MAIJA MEIKÄLÄINEN first",
  };
  static const char * const left_out[] = { "tired", "Without her", "Of others", "false", "Contact person" };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = academy_person_dup_text (fixture->test.store, fixture->person, academy_language_get ("en", NULL),
                                                   &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("“%s” is not in “%s”", expected[i], text);
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    g_assert_null (strstr (text, left_out[i]));
}

/* Several people are erased as one step, which undo takes back. */
static void
test_erase (Fixture       *fixture,
            gconstpointer  data)
{
  AcademyTest *test = &fixture->test;
  g_autoptr(AcademyItem) other = add (fixture, &academy_person_kind, "name=Matti", "");
  g_autoptr(GPtrArray) people = g_ptr_array_new ();
  g_autoptr(AcademyEdit) edit = NULL;
  g_autoptr(GError) error = NULL;
  gint64 before = academy_test_count (test, &academy_person_kind);
  gint64 roles = academy_test_count (test, &academy_participation_kind);

  g_ptr_array_add (people, fixture->person);
  g_ptr_array_add (people, other);
  edit = academy_person_create_erasure (people);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, before - 2);
  g_assert_cmpint (academy_test_count (test, &academy_participation_kind), ==, roles);
  g_assert_null (academy_item_get_text (fixture->role, "person"));

  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, before);
  g_assert_cmpstr (academy_item_get_text (fixture->role, "person"), ==, academy_item_get_id (fixture->person));
}

/* The reminder comes 30 days before the day, and goes with the last person. */
static void
test_retention (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct {
    const char *today;
    const char *text;
  } days[] = {
    { "2022-11-30", NULL },
    { "2022-12-01", "Keep personal data until 31 Dec 2022: 30 days are left." },
    { "2022-12-30", "Keep personal data until 31 Dec 2022: 1 day is left." },
    { "2022-12-31", "Keep personal data until 31 Dec 2022: today is the last day." },
    { "2023-01-01", "Keep personal data until 31 Dec 2022: the day has passed." },
  };
  AcademyTest *test = &fixture->test;
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_person_kind.remove);
  g_autofree char *none = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (academy_test_set (test, programme, "retention", "2022-12-31", NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = NULL;
      GDate today;

      g_date_clear (&today, 1);
      g_date_set_julian (&today, academy_test_day (days[i].today));
      academy_clock_set_today (&today);
      g_assert_true (academy_retention_dup_text (test->store, programme, language, &text, &error));
      g_assert_cmpstr (text, ==, days[i].text);
    }

  academy_edit_delete (edit, fixture->person);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  g_assert_true (academy_retention_dup_text (test->store, programme, language, &none, &error));
  g_assert_null (none);
  academy_clock_set_today (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/person/records", Fixture, NULL, set_up, test_records, tear_down);
  g_test_add ("/person/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/person/erase", Fixture, NULL, set_up, test_erase, tear_down);
  g_test_add ("/person/retention", Fixture, NULL, set_up, test_retention, tear_down);

  return g_test_run ();
}
