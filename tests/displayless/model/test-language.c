/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>

#include "academy-certainty.h"
#include "academy-date.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-language.h"
#include "academy-status.h"
#include "academy-test.h"
#include "academy-text.h"

static const AcademyLanguage *
get (const char *code)
{
  g_autoptr(GError) error = NULL;
  const AcademyLanguage *language = academy_language_get (code, &error);

  g_assert_no_error (error);
  return language;
}

static GDate
parse (const char *text)
{
  GDate date;

  g_assert_true (academy_date_from_text (text, &date, NULL));
  return date;
}

static const struct {
  const char *start;
  const char *end;
  const char *finnish;
  const char *english;
} periods[] = {
  { "2021-10-19", "2021-10-19", "19.10.2021", "19 Oct 2021" },
  { "2021-10-19", "2021-10-21", "19.–21.10.2021", "19–21 Oct 2021" },
  { "2021-08-31", "2021-09-30", "31.8.–30.9.2021", "31 Aug – 30 Sep 2021" },
  { "2021-11-15", "2022-01-31", "15.11.2021–31.1.2022", "15 Nov 2021 – 31 Jan 2022" },
  { "2021-10-19", NULL, "19.10.2021–", "19 Oct 2021–" },
  { NULL, "2021-10-19", "–19.10.2021", "–19 Oct 2021" },
  { NULL, NULL, "", "" },
};

static void
test_periods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      GDate start = periods[i].start != NULL ? parse (periods[i].start) : (GDate) { 0 };
      GDate end = periods[i].end != NULL ? parse (periods[i].end) : (GDate) { 0 };
      const GDate *first = periods[i].start != NULL ? &start : NULL;
      const GDate *last = periods[i].end != NULL ? &end : NULL;
      g_autofree char *finnish = academy_language_format_period (get ("fi"), first, last);
      g_autofree char *english = academy_language_format_period (get ("en"), first, last);

      g_assert_cmpstr (finnish, ==, periods[i].finnish);
      g_assert_cmpstr (english, ==, periods[i].english);
    }
}

/* Where only the months are known no day is shown. */
static void
test_months (void)
{
  g_autoptr(AcademyItem) phase = academy_item_new (&academy_phase_kind, NULL);
  GDate start = parse ("2022-01-01");
  GDate end = parse ("2022-02-28");
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *title = NULL;

  g_object_set (phase, "phase", "pilot", "start", &start, "end", &end, "certainty", "month", NULL);
  two = academy_item_dup_subtitle (phase, get ("fi"));
  g_assert_cmpstr (two, ==, "tammikuu–helmikuu 2022");
  title = academy_item_dup_title (phase, get ("fi"));
  g_assert_cmpstr (title, ==, "Pilotointi");

  end = parse ("2022-01-31");
  g_object_set (phase, "end", &end, NULL);
  one = academy_item_dup_subtitle (phase, get ("en"));
  g_assert_cmpstr (one, ==, "January 2022");
}

/* The text below the title in a list, of each kind that has one. */
static void
test_subtitles (void)
{
  static const struct {
    const AcademyKind *kind;
    const char        *fields;
    const char        *finnish;
    const char        *english;
  } rows[] = {
    { &academy_programme_kind, "organiser=Hansel; start=2021-08-31; end=2021-09-30", "Hansel · 31.8.–30.9.2021",
      "Hansel · 31 Aug – 30 Sep 2021" },
    { &academy_programme_kind, "name_fi=Akatemia", "", "" },
    { &academy_phase_kind, "start=2021-08-31; end=2021-09-30", "31.8.–30.9.2021", "31 Aug – 30 Sep 2021" },
    { &academy_phase_kind, "start=2022-01-01; end=2022-02-28; certainty=month", "tammikuu–helmikuu 2022",
      "January–February 2022" },
    { &academy_phase_kind, "end=2022-02-28; certainty=month", "–28.2.2022", "–28 Feb 2022" },
    { &academy_event_kind, "start=2022-01-01; certainty=month", "tammikuu 2022", "January 2022" },
    { &academy_event_kind, "start=2022-01-01", "1.1.2022–", "1 Jan 2022–" },
    { &academy_organisation_kind, "name_fi=Turku", "", "" },
    { &academy_person_kind, "name=Aino; email=a@b.fi", "a@b.fi", "a@b.fi" },
    { &academy_person_kind, "name=Aino", "", "" },
    { &academy_participation_kind, "role=mentor", "", "" },
    { &academy_participation_kind, "role=mentor; role_title=Johtaja", "KEINO-kummi", "KEINO mentor" },
    { &academy_goal_kind, "title=Hävikki", "", "" },
    { &academy_indicator_kind, "baseline=62; target=42; unit=g", "62 → 42 g", "62 → 42 g" },
    { &academy_indicator_kind, "baseline=3.6; target=4,20; unit=g", "3,6 → 4,2 g", "3.6 → 4.2 g" },
    { &academy_indicator_kind, "baseline=−1200; target=+7; unit=g", "−1\u00a0200 → 7 g", "−1,200 → 7 g" },
    { &academy_indicator_kind, "baseline=1,500; target=1.500", "1,500 → 1.500 ", "1,500 → 1.500 " },
    { &academy_indicator_kind, "baseline=10–20 %; target=some", "10–20 % → some ", "10–20 % → some " },
    { &academy_indicator_kind, "baseline=62", "62 → ? ", "62 → ? " },
    { &academy_indicator_kind, "unit=g", "g", "g" },
    { &academy_plan_kind, "title=Suunnitelma", "", "" },
    { &academy_pilot_kind, "status=running; start=2022-01-03; end=2022-01-05", "Käynnissä · 3.–5.1.2022",
      "Running · 3–5 Jan 2022" },
    { &academy_pilot_kind, "title=Kokeilu", "Suunniteltu", "Designed" },
    { &academy_measure_kind, "owner_role=Johtaja; start=2022-01-03", "Johtaja · 3.1.2022–", "Johtaja · 3 Jan 2022–" },
    { &academy_measure_kind, "owner_role=Johtaja", "Johtaja", "Johtaja" },
    { &academy_measure_kind, "end=2022-01-03", "–3.1.2022", "–3 Jan 2022" },
    { &academy_dependency_kind, "lag=3", "", "" },
    { &academy_baseline_kind, "made=2021-10-19T09:00:00+03:00", "19.10.2021 9.00", "19 Oct 2021 9:00" },
    { &academy_baseline_kind, "title=Ensimmäinen", "", "" },
    { &academy_milestone_kind, "date=2022-01-03; done=true", "3.1.2022 · Valmis", "3 Jan 2022 · Done" },
    { &academy_milestone_kind, "date=2022-01-03; certainty=month", "tammikuu 2022", "January 2022" },
    { &academy_milestone_kind, "done=true", "Valmis", "Done" },
    { &academy_session_kind, "start=2021-10-19T09:00:00+03:00; duration=120", "19.10.2021 9.00 · 120 min",
      "19 Oct 2021 9:00 · 120 min" },
    { &academy_session_kind, "earliest=2021-10-19; latest=2021-10-21", "19.–21.10.2021", "19–21 Oct 2021" },
    { &academy_board_item_kind, "meeting_date=2022-01-03; certainty=month", "tammikuu 2022 · Päätettäväksi",
      "January 2022 · For decision" },
    { &academy_board_item_kind, "type=for_information", "Tiedoksi", "For information" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_item (rows[i].kind, rows[i].fields);
      g_autofree char *finnish = academy_item_dup_subtitle (item, get ("fi"));
      g_autofree char *english = academy_item_dup_subtitle (item, get ("en"));

      g_test_message ("%s: %s", rows[i].kind->name, rows[i].fields);
      g_assert_cmpstr (finnish, ==, rows[i].finnish);
      g_assert_cmpstr (english, ==, rows[i].english);
    }
}

static void
test_numbers (void)
{
  static const struct {
    gint64      number;
    const char *finnish;
    const char *english;
  } numbers[] = {
    { 0, "0", "0" }, { 999, "999", "999" }, { 1000, "1\u00a0000", "1,000" }, { -62500, "−62\u00a0500", "−62,500" },
    { 1234567890, "1\u00a0234\u00a0567\u00a0890", "1,234,567,890" },
  };
  g_autofree char *finnish_money = academy_language_format_money (get ("fi"), 215000);
  g_autofree char *english_money = academy_language_format_money (get ("en"), 215000);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *finnish = academy_language_format_number (get ("fi"), numbers[i].number);
      g_autofree char *english = academy_language_format_number (get ("en"), numbers[i].number);

      g_assert_cmpstr (finnish, ==, numbers[i].finnish);
      g_assert_cmpstr (english, ==, numbers[i].english);
    }
  g_assert_cmpstr (finnish_money, ==, "215\u00a0000\u00a0€");
  g_assert_cmpstr (english_money, ==, "€215,000");
}

static void
test_finnish_terms (void)
{
  static const char * const terms[][2] = {
    { "Measure", "Toimenpide" },
    { "Impact goal", "Vaikuttavuustavoite" },
    { "Indicator", "Mittari" },
    { "Owner role", "Vastuurooli" },
    { "KEINO mentor", "KEINO-kummi" },
    { "Executive board", "Johtoryhmä" },
    { "Closing event", "Päätöstilaisuus" },
    { "Returned for preparation", "Palautettu valmisteluun" },
  };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_assert_cmpstr (academy_language_translate (get ("fi"), terms[i][0]), ==, terms[i][1]);
      g_assert_cmpstr (academy_language_translate (get ("en"), terms[i][0]), ==, terms[i][0]);
    }

  g_assert_null (academy_language_get ("sv", &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
}

static const struct {
  const char *kind;
  const char *name;
  const char *text;
  gboolean    right;
} rules[] = {
  { "measure", "title", NULL, FALSE },
  { "measure", "title", "Two\nlines", FALSE },
  { "measure", "progress", "100", TRUE },
  { "measure", "progress", "0", TRUE },
  { "measure", "progress", "140", FALSE },
  { "measure", "progress", "-1", FALSE },
  { "measure", "priority", "4", FALSE },
  { "measure", "cost", "-1", FALSE },
  { "measure", "person_days", "2.5", TRUE },
  { "measure", "person_days", "0.25", TRUE },
  { "measure", "person_days", "0.125", FALSE },
  { "measure", "person_days", "-0.5", FALSE },
  { "measure", "person_days", "100000.5", FALSE },
  { "measure", "status", "in_progress", TRUE },
  { "measure", "status", "late", FALSE },
  { "measure", "goals", "not-an-id", FALSE },
  { "organisation", "slug", "keha-2", TRUE },
  { "organisation", "slug", "Äkäslompolo", FALSE },
  { "organisation", "slug", "../keha", FALSE },
  { "organisation", "website", "https://example.org/", TRUE },
  { "organisation", "website", "example", FALSE },
  { "person", "email", "a.b@example.org", TRUE },
  { "person", "email", "a b@example.org", FALSE },
  { "person", "email", "@example.org", FALSE },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const AcademyKind *kind = academy_kind_find (rules[i].kind);
      const AcademyField *field = academy_kind_find_field (kind, rules[i].name);
      g_autoptr(AcademyItem) item = academy_item_new (kind, NULL);
      g_auto(GValue) value = G_VALUE_INIT;

      academy_value_init (field, &value);
      g_assert_true (academy_value_set_from_text (field, rules[i].text, &value, NULL));
      academy_item_set_value (item, field, &value);
      g_test_message ("%s.%s: %s", rules[i].kind, rules[i].name, rules[i].text);
      g_assert_cmpint (academy_item_validate_field (item, field, NULL), ==, rules[i].right);
    }
}

static void
test_lateness (void)
{
  g_autoptr(AcademyItem) measure = academy_item_new (&academy_measure_kind, NULL);
  GDate end = parse ("2022-02-28");
  GDate day_after = parse ("2022-03-01");

  g_assert_false (academy_status_is_overdue (measure, g_date_get_julian (&day_after)));
  g_object_set (measure, "end", &end, "status", "in_progress", NULL);
  g_assert_false (academy_status_is_overdue (measure, g_date_get_julian (&end)));
  g_assert_true (academy_status_is_overdue (measure, g_date_get_julian (&day_after)));
  g_object_set (measure, "status", "done", NULL);
  g_assert_false (academy_status_is_overdue (measure, g_date_get_julian (&day_after)));
  g_object_set (measure, "status", "dropped", NULL);
  g_assert_false (academy_status_is_overdue (measure, g_date_get_julian (&day_after)));
}

/* What stands on one line is the same text. */
static void
test_fold (void)
{
  static const char * const rows[][2] = {
    { "", "" },
    { "1", "1" },
    { "aamu", "AAMU" },
    { "Bussi", "bUSSI" },
    { "Bussia", "BUSSIA" },
    { "Bussiå", "bussiÅ" },
    { "Bussiä", "bussiÄ" },
    { "zz", "ZZ" },
    { "Åbo", "åBO" },
    { "åå", "ÅÅ" },
    { "Ääni", "ääNI" },
    { "öljy", "ÖLJY" },
    /* The small letters of these are longer than they. */
    { "ȺȾ", "ⱥⱦ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *fold = academy_language_casefold (rows[i][0]);

      g_assert_true (g_utf8_validate (fold, -1, NULL));
      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          g_autofree char *other = academy_language_casefold (rows[j][1]);

          g_assert_cmpint (g_str_equal (fold, other), ==, i == j);
        }
    }
}

/* What is typed, pasted or read, and how it is kept in one line and in several. */
static void
test_normal_texts (void)
{
  static const struct {
    const char *text;
    const char *line;
    const char *lines; /* NULL when it is the same */
  } rows[] = {
    { "Hankinta", "Hankinta" }, { "Ääkköset", "Ääkköset" }, { "A\u0308a\u0308kko\u0308set", "Ääkköset" },
    { "A\u030abo", "Åbo" }, { "\u212bbo", "Åbo" }, { "One\nTwo", "One Two", "One\nTwo" },
    { "One\r\nTwo", "One Two", "One\nTwo" }, { "One\rTwo", "One Two", "One\nTwo" }, { "One \n  Two", "One Two", "One \n  Two" },
    { "One\u2028Two\u2029Three", "One Two Three", "One\nTwo\nThree" }, { "One\n\nTwo", "One Two", "One\n\nTwo" },
    { "One\tTwo", "One Two", "One\tTwo" }, { "One  Two", "One  Two" }, { "\nOne", "One", "\nOne" },
    { "One\n", "One", "One\n" }, { "One\r\n\r\n", "One", "One\n\n" },
    { "\ufeffOne", "One" }, { "One\u200bTwo", "OneTwo" }, { "toimen\u00adpide", "toimenpide" },
    { "\u200eOne\u202c", "One" }, { "One\u200d", "One" }, { "\u200dOne", "One" }, { "O\u200cne", "One" },
    { "One\u2060Two", "OneTwo" },
    { "One\x01\x1fTwo\x7f", "OneTwo" }, { "One\ufffeTwo", "OneTwo" },
    /* A family, a flag, a hand with its colour; Persian and Hindi */
    { "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467" },
    { "\U0001f3f3\ufe0f\u200d\U0001f308", "\U0001f3f3\ufe0f\u200d\U0001f308" }, { "\U0001f44b\U0001f3fd", "\U0001f44b\U0001f3fd" },
    { "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645" },
    { "\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937" },
    { "Turku\u00a0– Åbo", "Turku\u00a0– Åbo" }, { "²", "²" }, { "", "" }, { "\u200b", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = academy_text_normalise (rows[i].text, FALSE);
      g_autofree char *lines = academy_text_normalise (rows[i].text, TRUE);
      g_autofree char *again = academy_text_normalise (lines, TRUE);

      g_assert_cmpstr (line, ==, rows[i].line);
      g_assert_cmpstr (lines, ==, rows[i].lines != NULL ? rows[i].lines : rows[i].line);
      g_assert_cmpstr (again, ==, lines);
    }
}

/* A text that was kept in another form is found all the same. */
static void
test_fold_of_decomposed (void)
{
  g_autofree char *fold = academy_language_casefold ("A\u0308a\u0308net");
  g_autofree char *composed = academy_language_casefold ("ÄÄNET");

  g_assert_cmpstr (fold, ==, composed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/periods", test_periods);
  g_test_add_func ("/language/months", test_months);
  g_test_add_func ("/language/numbers", test_numbers);
  g_test_add_func ("/language/finnish-terms", test_finnish_terms);
  g_test_add_func ("/language/fold", test_fold);
  g_test_add_func ("/language/fold-of-decomposed", test_fold_of_decomposed);
  g_test_add_func ("/model/subtitles", test_subtitles);
  g_test_add_func ("/model/normal-texts", test_normal_texts);
  g_test_add_func ("/model/rules", test_rules);
  g_test_add_func ("/model/lateness", test_lateness);

  return g_test_run ();
}
