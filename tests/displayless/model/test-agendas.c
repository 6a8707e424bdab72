/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-agendas.h"
#include "academy-kinds.h"
#include "academy-questions.h"
#include "academy-test.h"

/* Either agenda fills the two hours of a session. */
static void
test_usual (void)
{
  static const struct {
    const char *session;
    guint       n_points;
    const char *first;
  } cases[] = {
    { "number=1", 6, "Avaus ja tavoite" },
    { "number=2", 6, "Avaus ja sovitut asiat" },
    { "number=3", 6, "Avaus ja sovitut asiat" },
    { "", 0, NULL },
  };
  const AcademyLanguage *finnish = academy_language_get ("fi", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AcademyItem) session = academy_test_item (&academy_session_kind, cases[i].session);
      gint64 minutes = 0;
      guint n_points = 0;
      AcademyItem *point;

      for (; (point = academy_agenda_create_usual (session, n_points, finnish)) != NULL; n_points++)
        {
          if (n_points == 0)
            g_assert_cmpstr (academy_item_get_text (point, "title"), ==, cases[i].first);
          g_assert_cmpstr (academy_item_get_owner (point), ==, academy_item_get_id (session));
          g_assert_true (academy_item_validate (point, NULL));
          minutes += academy_item_get_number (point, "minutes");
          g_object_unref (point);
        }

      g_assert_cmpuint (n_points, ==, cases[i].n_points);
      g_assert_cmpint (minutes, ==, n_points > 0 ? 120 : 0);
    }
}

static guint
count (AcademyFieldSuggestions  add,
       AcademyItem             *session,
       const char              *wanted)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  add (session, academy_language_get ("fi", NULL), builder);
  texts = g_strv_builder_end (builder);
  if (*texts != NULL)
    g_assert_true (g_strv_contains ((const char * const *) texts, wanted));
  return g_strv_length (texts);
}

/* The points of the usual agenda; ten questions for the first session, nine for the
 * second and those after it, and one for both. */
static void
test_suggestions (void)
{
  static const struct {
    const char *session;
    const char *point;
    guint       n_points;
    guint       n_questions;
  } cases[] = {
    { "number=1", "Vaikuttavuustavoitteet", 6, 11 },
    { "number=2", "Sovitut jatkotoimet", 6, 10 },
    { "number=3", "Sovitut jatkotoimet", 6, 10 },
    { "", NULL, 0, 0 },
  };
  guint n_questions = 0;

  for (const AcademyQuestion *question = academy_questions; question->text != NULL; question++)
    n_questions++;
  g_assert_cmpuint (n_questions, ==, 20);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AcademyItem) session = academy_test_item (&academy_session_kind, cases[i].session);

      g_assert_cmpuint (count (academy_agenda_add_suggestions, session, cases[i].point), ==, cases[i].n_points);
      g_assert_cmpuint (count (academy_agenda_add_questions, session, "Mitä teette huomenna?"), ==, cases[i].n_questions);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agendas/usual", test_usual);
  g_test_add_func ("/agendas/suggestions", test_suggestions);

  return g_test_run ();
}
