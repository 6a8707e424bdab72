/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kinds.h"
#include "academy-session-note.h"
#include "academy-test.h"

#define TODAY "2026-11-16"

static const char * const roles[] = { "Hankinta-asiantuntija", "Hankintapäällikkö", "Palvelujohtaja", "Työ ja elinkeino", NULL };

typedef struct {
  const char *typed;
  const char *kind;
  const char *type;
  const char *role;
  const char *due;
  const char *text;
} Row;

static void
check (const char *code,
       const Row  *rows,
       guint       n_rows)
{
  const AcademyLanguage *language = academy_language_get (code, NULL);
  AcademyNear near;

  academy_near_init (&near, academy_test_day (TODAY));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(AcademySessionNote) note = academy_session_note_parse (language, rows[i].typed, roles, NULL, &near);
      g_autofree char *due = g_date_valid (&note->due) ? academy_date_to_text (&note->due) : NULL;

      g_assert_cmpstr (note->kind->name, ==, rows[i].kind != NULL ? rows[i].kind : "note");
      g_assert_cmpstr (note->type, ==, rows[i].type != NULL && *rows[i].type == '!' ? rows[i].type + 1 : rows[i].type);
      g_assert_cmpint (note->is_private, ==, *rows[i].type == '!');
      g_assert_cmpstr (note->role, ==, rows[i].role);
      g_assert_cmpstr (due, ==, rows[i].due);
      g_assert_cmpstr (note->text, ==, rows[i].text);
    }
}

static void
test_finnish (void)
{
  static const Row rows[] = {
    { "Johto ei tiedä", NULL, "observation", NULL, NULL, "Johto ei tiedä" },
    { "  ", NULL, "observation", NULL, NULL, "" },
    { "/p Hankitaan yhdessä", NULL, "decision", NULL, NULL, "Hankitaan yhdessä" },
    { "/P Hankitaan", NULL, "decision", NULL, NULL, "Hankitaan" },
    { "/h h", NULL, "observation", NULL, NULL, "h" },
    { "/o Oivallus", NULL, "insight", NULL, NULL, "Oivallus" },
    { "/k Miksi?", NULL, "question", NULL, NULL, "Miksi?" },
    { "/i Pilotti", NULL, "idea", NULL, NULL, "Pilotti" },
    { "/r Aika loppuu", NULL, "risk", NULL, NULL, "Aika loppuu" },
    { "/a Myöhemmin", NULL, "parking_lot", NULL, NULL, "Myöhemmin" },
    { "/v Muuta", NULL, "free", NULL, NULL, "Muuta" },
    { "/p", NULL, "decision", NULL, NULL, "" },
    /* No letter, or not alone */
    { "/x Polku", NULL, "observation", NULL, NULL, "/x Polku" },
    { "/polku", NULL, "observation", NULL, NULL, "/polku" },
    { "!Ristiriita", NULL, "!observation", NULL, NULL, "Ristiriita" },
    { "! /r Johtaja lähtee", NULL, "!risk", NULL, NULL, "Johtaja lähtee" },
    { "/r !Johtaja lähtee", NULL, "!risk", NULL, NULL, "Johtaja lähtee" },
    { "/p! Salaa", NULL, "!decision", NULL, NULL, "Salaa" },
    { "/p !Salaa", NULL, "!decision", NULL, NULL, "Salaa" },
    { "/p ! Salaa", NULL, "!decision", NULL, NULL, "Salaa" },
    { "/p!", NULL, "!decision", NULL, NULL, "" },
    { "/p!Salaa", NULL, "!decision", NULL, NULL, "Salaa" },
    { "!/p Salaa", NULL, "!decision", NULL, NULL, "Salaa" },
    { "! /p Salaa", NULL, "!decision", NULL, NULL, "Salaa" },
    { " !  /p   Salaa", NULL, "!decision", NULL, NULL, "Salaa" },
    { "!!", NULL, "!observation", NULL, NULL, "!" },
    { "palvelujohtaja: Näin on", NULL, "observation", "Palvelujohtaja", NULL, "Näin on" },
    { "/p pal: Näin on", NULL, "decision", "Palvelujohtaja", NULL, "Näin on" },
    { "pa: Näin on", NULL, "observation", NULL, NULL, "pa: Näin on" },
    { "Huomio: näin on", NULL, "observation", NULL, NULL, "Huomio: näin on" },
    { "kummi: Näin on", NULL, "observation", "KEINO-kummi", NULL, "Näin on" },
    { "ku: Näin on", NULL, "observation", NULL, NULL, "ku: Näin on" },
    { "Palvelujohtaja:näin", NULL, "observation", NULL, NULL, "Palvelujohtaja:näin" },
    { "@hankintapäällikkö 12.2. Kutsu toimittajat", "follow_up", "observation", "Hankintapäällikkö", "2027-02-12",
      "Kutsu toimittajat" },
    { "@HANKINTAP 12.2.2027 Kutsu", "follow_up", "observation", "Hankintapäällikkö", "2027-02-12", "Kutsu" },
    { "@pal vko 50 Kutsu", "follow_up", "observation", "Palvelujohtaja", "2026-12-11", "Kutsu" },
    { "@pal viikko 12 Kutsu", "follow_up", "observation", "Palvelujohtaja", "2027-03-26", "Kutsu" },
    { "@pal ensi viikolla Kutsu", "follow_up", "observation", "Palvelujohtaja", "2026-11-27", "Kutsu" },
    { "@pal 20.3. mennessä Kutsu", "follow_up", "observation", "Palvelujohtaja", "2027-03-20", "Kutsu" },
    { "@pal viimeistään 20.3. Kutsu", "follow_up", "observation", "Palvelujohtaja", "2027-03-20", "Kutsu" },
    { "@pal 20.3. on kokous", "follow_up", "observation", "Palvelujohtaja", "2027-03-20", "on kokous" },
    { "@pal 31.2. Kutsu", "follow_up", "observation", "Palvelujohtaja", NULL, "31.2. Kutsu" },
    { "@pal mennessä Kutsu", "follow_up", "observation", "Palvelujohtaja", NULL, "mennessä Kutsu" },
    { "@pal huomenna Kutsu", "follow_up", "observation", "Palvelujohtaja", "2026-11-17", "Kutsu" },
    { "@pal 12. helmikuuta 2027 Kutsu", "follow_up", "observation", "Palvelujohtaja", "2027-02-12", "Kutsu" },
    /* An amount is no year. */
    { "@pal 12.2. 15 tarjousta", "follow_up", "observation", "Palvelujohtaja", "2027-02-12", "15 tarjousta" },
    { "@pal 3 tarjousta", "follow_up", "observation", "Palvelujohtaja", NULL, "3 tarjousta" },
    { "@pal 1.2.2026 Kutsu", "follow_up", "observation", "Palvelujohtaja", "2026-02-01", "Kutsu" },
    { "@työ ja elinkeino Kutsu", "follow_up", "observation", "Työ ja elinkeino", NULL, "Kutsu" },
    { "@työ Kutsu", "follow_up", "observation", "Työ ja elinkeino", NULL, "Kutsu" },
    { "@rehtori Kutsu", "follow_up", "observation", "rehtori", NULL, "Kutsu" },
    { "@ 12.2. Kutsu", "follow_up", "observation", NULL, "2027-02-12", "Kutsu" },
    { "/p @pal Kutsu", "follow_up", "decision", "Palvelujohtaja", NULL, "Kutsu" },
    /* What is private stays so. */
    { "!@pal Kutsu", NULL, "!observation", NULL, NULL, "@pal Kutsu" },
  };

  check ("fi", rows, G_N_ELEMENTS (rows));
}

/* A word that stands where a type does and is none is known as such, and may follow a
 * type. */
static void
test_unknown (void)
{
  static const struct { const char *typed; const char *unknown; } rows[] = {
    { "/x Polku", "/x" },
    { "/polku", "/polku" },
    { "!/päätös Polku", "/päätös" },
    { "/ Polku", "/" },
    { "/h /etc/hosts", NULL },
    { "/p! /x", NULL },
    { "/p", NULL },
    { "1/x", NULL },
  };
  const AcademyLanguage *language = academy_language_get ("fi", NULL);
  g_autofree char *known = academy_session_note_dup_letters (language);
  AcademyNear near;

  academy_near_init (&near, academy_test_day (TODAY));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademySessionNote) note = academy_session_note_parse (language, rows[i].typed, roles, NULL, &near);

      g_assert_cmpstr (note->unknown, ==, rows[i].unknown);
    }
  g_assert_cmpstr (known, ==, "/h /o /p /k /i /r /a /v");
}

static void
test_english (void)
{
  static const Row rows[] = {
    { "/d Buy together", NULL, "decision", NULL, NULL, "Buy together" },
    { "/o Seen", NULL, "observation", NULL, NULL, "Seen" },
    { "/i Aha", NULL, "insight", NULL, NULL, "Aha" },
    { "/q Why?", NULL, "question", NULL, NULL, "Why?" },
    { "/e Pilot", NULL, "idea", NULL, NULL, "Pilot" },
    { "/r Late", NULL, "risk", NULL, NULL, "Late" },
    { "/p Later", NULL, "parking_lot", NULL, NULL, "Later" },
    { "/f Else", NULL, "free", NULL, NULL, "Else" },
    { "@pal 12 Feb Invite", "follow_up", "observation", "Palvelujohtaja", "2027-02-12", "Invite" },
    { "@pal by 12 Feb Invite", "follow_up", "observation", "Palvelujohtaja", "2027-02-12", "Invite" },
    { "@pal next week Invite", "follow_up", "observation", "Palvelujohtaja", "2026-11-27", "Invite" },
    { "@pal 12 Feb the suppliers", "follow_up", "observation", "Palvelujohtaja", "2027-02-12", "the suppliers" },
  };

  check ("en", rows, G_N_ELEMENTS (rows));
}

/* A word that begins no role in use is a new one. While a role is typed, those that
 * begin with it can be told. */
static void
test_roles (void)
{
  static const struct { const char *typed; gboolean is_new; const char *found; } rows[] = {
    { "@rehtori Kutsu", TRUE, "" },
    { "@rehtori", TRUE, "" },
    { "@pal Kutsu", FALSE, "" },
    { "@hankinta", FALSE, "Hankinta-asiantuntija, Hankintapäällikkö" },
    { "@työ ja e", FALSE, "Työ ja elinkeino" },
    { "/p @PAL", FALSE, "Palvelujohtaja" },
    { "@Palvelujohtaja", FALSE, "" },
    { "@", FALSE, "Hankinta-asiantuntija, Hankintapäällikkö, Palvelujohtaja, Työ ja elinkeino" },
    { "!@pal", FALSE, "" },
    { "pal", FALSE, "" },
    { "", FALSE, "" },
  };
  const AcademyLanguage *language = academy_language_get ("fi", NULL);
  AcademyNear near;

  academy_near_init (&near, academy_test_day (TODAY));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademySessionNote) note = academy_session_note_parse (language, rows[i].typed, roles, NULL, &near);
      g_autoptr(GPtrArray) found = academy_session_note_find_roles (rows[i].typed, roles, language);
      g_autofree char *names = NULL;

      g_ptr_array_add (found, NULL);
      names = g_strjoinv (", ", (char **) found->pdata);
      g_assert_cmpstr (names, ==, rows[i].found);
      g_assert_cmpint (note->is_new_role, ==, rows[i].is_new);
    }
}

/* Somebody who takes part may be typed by name, and is told by the role. */
static void
test_people (void)
{
  static const struct { const char *typed; const char *role; const char *due; const char *text; gboolean is_new; } rows[] = {
    { "@Maija Meikäläinen 12.2. Kutsu", "Palvelujohtaja", "2027-02-12", "Kutsu", FALSE },
    { "@maija Kutsu", "Palvelujohtaja", NULL, "Kutsu", FALSE },
    { "@Matti Kutsu", "Hankintapäällikkö", NULL, "Kutsu", FALSE },
    { "@Meikäläinen Kutsu", "Meikäläinen", NULL, "Kutsu", TRUE },
    { "@Mai Kutsu", "Mai", NULL, "Kutsu", TRUE },
    { "@Maija", "Palvelujohtaja", NULL, "", FALSE },
    { "@Hankintap Kutsu", "Hankintapäällikkö", NULL, "Kutsu", FALSE },
    { "maija meikäläinen: Kutsu", "Palvelujohtaja", NULL, "Kutsu", FALSE },
    { "Matti: Kutsu", "Hankintapäällikkö", NULL, "Kutsu", FALSE },
    { "Mai: Kutsu", NULL, NULL, "Mai: Kutsu", FALSE },
  };
  const AcademyLanguage *language = academy_language_get ("fi", NULL);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_session_person_free);
  g_autofree char *line = NULL;
  AcademyNear near;

  academy_near_init (&near, academy_test_day (TODAY));
  g_ptr_array_add (people, academy_session_person_new ("Maija Meikäläinen", "Palvelujohtaja", "top_management"));
  g_ptr_array_add (people, academy_session_person_new ("Matti", "Hankintapäällikkö", "procurement_lead"));
  line = academy_session_note_set_role ("Matti: Kutsu", "Palvelujohtaja", roles, people, language);
  g_assert_cmpstr (line, ==, "Palvelujohtaja: Kutsu");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademySessionNote) note = academy_session_note_parse (language, rows[i].typed, roles, people, &near);
      g_autofree char *due = g_date_valid (&note->due) ? academy_date_to_text (&note->due) : NULL;

      g_assert_cmpstr (note->role, ==, rows[i].role);
      g_assert_cmpstr (due, ==, rows[i].due);
      g_assert_cmpstr (note->text, ==, rows[i].text);
      g_assert_cmpint (note->is_new_role, ==, rows[i].is_new);
    }
}

/* A role is known by the beginning of any of its words, and says whose promise it is. */
static void
test_sides (void)
{
  static const char * const in_use[] = { "Ruokapalvelujen hankinta-asiantuntija", "Kummi Koski", "Koordinoiva kummi", NULL };
  static const struct {
    const char         *typed;
    const char * const *roles;
    const char         *role;
    const char         *side;
    gboolean            is_new;
  } rows[] = {
    { "@kummi Soita", roles, "KEINO-kummi", "mentor", FALSE },
    { "@KEINO-kummi Soita", roles, "KEINO-kummi", "mentor", FALSE },
    { "@sparraaja Soita", roles, "Sparraaja", "mentor", FALSE },
    { "@koordinaattori Soita", roles, "Koordinaattori", "coordinator", FALSE },
    { "@asiantuntija Soita", roles, "Hankinta-asiantuntija", "organisation", FALSE },
    { "@elinkeino Soita", roles, "Työ ja elinkeino", "organisation", FALSE },
    { "@päällikkö Soita", roles, "päällikkö", "organisation", TRUE },
    { "@ Soita", roles, NULL, "organisation", FALSE },
    /* Those in use come first, and those that begin with it before others. */
    { "@kummi Soita", in_use, "Kummi Koski", "organisation", FALSE },
    { "@hankinta Soita", in_use, "Ruokapalvelujen hankinta-asiantuntija", "organisation", FALSE },
    { "@koordinoiva kummi Soita", in_use, "Koordinoiva kummi", "mentor", FALSE },
  };
  const AcademyLanguage *language = academy_language_get ("fi", NULL);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_session_person_free);
  g_autoptr(GPtrArray) found = academy_session_note_find_roles ("@kummi", in_use, language);
  AcademyNear near;

  academy_near_init (&near, academy_test_day (TODAY));
  g_ptr_array_add (people, academy_session_person_new (NULL, "Koordinoiva kummi", "mentor"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademySessionNote) note = academy_session_note_parse (language, rows[i].typed, rows[i].roles, people, &near);

      g_assert_cmpstr (note->role, ==, rows[i].role);
      g_assert_cmpstr (note->side, ==, rows[i].side);
      g_assert_cmpint (note->is_new_role, ==, rows[i].is_new);
      g_assert_cmpstr (note->text, ==, "Soita");
    }

  /* Before a colon it is found in the same way. */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].role != NULL && !rows[i].is_new)
      {
        g_auto(GStrv) parts = g_strsplit (rows[i].typed + 1, " Soita", 2);
        g_autofree char *typed = g_strconcat (parts[0], ": Soita", NULL);
        g_autoptr(AcademySessionNote) note = academy_session_note_parse (language, typed, rows[i].roles, people, &near);

        g_assert_true (note->kind == &academy_note_kind);
        g_assert_cmpstr (note->role, ==, rows[i].role);
        g_assert_cmpstr (note->text, ==, "Soita");
      }
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (found->pdata[0], ==, "Kummi Koski");
  g_assert_cmpstr (found->pdata[1], ==, "Koordinoiva kummi");
}

/* The line of an item, typed again, says the same; buttons change one mark of it. */
static void
test_line (AcademyTest   *test,
           gconstpointer  data)
{
  static const struct { const char *typed; const char *decision; const char *is_private; const char *role; } rows[] = {
    { "Aa", "/p Aa", "!Aa", "Palvelujohtaja: Aa" },
    { "!/r pal: Aa", "!/p pal: Aa", "!/r pal: Aa", "!/r Palvelujohtaja: Aa" },
    { "@hankintap Aa", "/p hankintap Aa", "!@hankintap Aa", "@Palvelujohtaja Aa" },
    { "", "/p ", "!", "Palvelujohtaja: " },
  };
  static const char * const lines[] = { "/p Palvelujohtaja: Aa", "!/k Aa", "@Hankintapäällikkö 12.2.2027 Aa", "@Palvelujohtaja A" };
  const AcademyLanguage *language = academy_language_get ("fi", NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  AcademyNear near;

  academy_near_init (&near, academy_test_day (TODAY));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *decision = academy_session_note_set_type (rows[i].typed, "decision", language);
      g_autofree char *is_private = academy_session_note_set_private (rows[i].typed, TRUE, language);
      g_autofree char *role = academy_session_note_set_role (rows[i].typed, "Palvelujohtaja", roles, NULL, language);

      g_assert_cmpstr (decision, ==, rows[i].decision);
      g_assert_cmpstr (is_private, ==, rows[i].is_private);
      g_assert_cmpstr (role, ==, rows[i].role);
    }

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(AcademySessionNote) note = academy_session_note_parse (language, lines[i], roles, NULL, &near);
      g_autoptr(AcademyItem) item = academy_item_new_part (note->kind, academy_item_get_id (organisation));
      g_autoptr(AcademyEdit) edit = academy_edit_new (note->kind->add);
      g_autofree char *line = NULL;

      academy_edit_create (edit, item);
      academy_session_note_write (note, edit, item);
      g_assert_true (academy_store_apply (test->store, edit, NULL));
      line = academy_session_note_dup_typed (item, language);
      g_assert_cmpstr (line, ==, lines[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session-note/finnish", test_finnish);
  g_test_add_func ("/session-note/unknown", test_unknown);
  g_test_add_func ("/session-note/english", test_english);
  g_test_add_func ("/session-note/roles", test_roles);
  g_test_add_func ("/session-note/people", test_people);
  g_test_add_func ("/session-note/sides", test_sides);
  g_test_add ("/session-note/line", AcademyTest, NULL, academy_test_set_up, test_line, academy_test_tear_down);

  return g_test_run ();
}
