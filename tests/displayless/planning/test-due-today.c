/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-clock.h"
#include "academy-due-today.h"
#include "academy-kinds.h"
#include "academy-test.h"

static void
set_up (AcademyTest   *test,
        gconstpointer  data)
{
  GDate today = academy_date_from_julian (academy_test_day ("2026-03-30"));

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

/* What there is, a line each: the kind, the title and the text. */
static char *
read_all (AcademyTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) due = academy_due_today_read (test->store, academy_language_get ("en", NULL), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    {
      AcademyDueToday *each = g_ptr_array_index (due, i);

      g_string_append_printf (text, "%s: %s | %s\n", each->kind->name, each->title, each->text);
    }

  return g_string_free_and_steal (text);
}

#define assert_due(test, expected) \
  G_STMT_START { \
    g_autofree char *due_ = read_all (test); \
    g_assert_cmpstr (due_, ==, expected); \
  } G_STMT_END

static AcademyItem *
add_session (AcademyTest *test,
             const char  *start)
{
  g_autofree char *fields = g_strdup_printf ("number=1; start=%s; place=Turku; online=true", start);

  return academy_test_add (test, &academy_session_kind, fields);
}

/* Sessions of the day until they are held, also when a file has the time in another zone. */
static void
test_sessions (AcademyTest   *test,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) before = add_session (test, "2026-03-29T23:30:00+03:00");
  g_autoptr(AcademyItem) after = add_session (test, "2026-03-31T00:30:00+03:00");
  g_autoptr(AcademyItem) session = NULL;

  assert_due (test, "");
  session = add_session (test, "2026-03-30T09:00:00+03:00");
  assert_due (test, "session: Sparring 1 – DigiFinland | 30 Mar 2026 9:00 · 120 min · Online · Turku\n");
  g_assert_true (academy_test_set (test, session, "held", "2026-03-30T09:05:00+03:00", NULL, NULL));
  assert_due (test, "");

  g_free (academy_test_query (test, "UPDATE session SET start = '2026-03-29T21:30:00+00:00' WHERE held IS NULL "
                              "AND start = '2026-03-29T23:30:00+03:00'"));
  academy_test_reopen (test);
  assert_due (test, "session: Sparring 1 – DigiFinland | 30 Mar 2026 0:30 · 120 min · Online · Turku\n");
}

/* The board date of an organisation until a presentation has it; that one until there
 * is an outcome, and not when only its month is known. */
static void
test_boards (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) board = NULL;

  g_assert_true (academy_test_set (test, organisation, "board_date", "2026-03-30", NULL, NULL));
  g_assert_true (academy_test_set (test, organisation, "board_name", "City board", NULL, NULL));
  assert_due (test, "organisation: Board presentation – DigiFinland | Today · City board\n");
  board = academy_test_add (test, &academy_board_item_kind, "meeting_date=2026-03-30; board_name=Board");
  assert_due (test, "board_item: Board presentation – DigiFinland | Today · Board\n");
  g_assert_true (academy_test_set (test, board, "outcome", "approved", NULL, NULL));
  assert_due (test, "");
  g_assert_true (academy_test_set (test, board, "outcome", "", NULL, NULL));
  g_assert_true (academy_test_set (test, board, "meeting_date", "2026-04-06", NULL, NULL));
  assert_due (test, "");
  g_assert_true (academy_test_set (test, board, "meeting_date", "2026-03-23", NULL, NULL));
  assert_due (test, "organisation: Board presentation – DigiFinland | Today · City board\n");
  g_assert_true (academy_test_set (test, board, "certainty", "month", NULL, NULL));
  assert_due (test, "");
}

static void
test_follow_ups (AcademyTest   *test,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) other = academy_test_add (test, &academy_follow_up_kind, "title=Later; due=2026-03-31");
  g_autoptr(AcademyItem) due =
    academy_test_add (test, &academy_follow_up_kind, "title=Ask the market; due=2026-03-30; owner_role=Buyer");

  assert_due (test, "follow_up: Ask the market – DigiFinland | Due today · Buyer\n");
  g_assert_true (academy_test_set (test, due, "status", "in_progress", NULL, NULL));
  assert_due (test, "follow_up: Ask the market – DigiFinland | Due today · Buyer\n");
  g_assert_true (academy_test_set (test, due, "status", "dropped", NULL, NULL));
  assert_due (test, "");
}

/* Nobody is reminded of an archived organisation, nor by a programme that is looked
 * back at. */
static void
test_past (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) programme = academy_store_get_owner (test->store, organisation, NULL);
  g_autoptr(AcademyItem) due = academy_test_add (test, &academy_follow_up_kind, "title=Ask; due=2026-03-30");

  g_assert_true (academy_test_set (test, organisation, "archived", "true", NULL, NULL));
  assert_due (test, "");
  g_assert_true (academy_test_set (test, organisation, "archived", "false", NULL, NULL));
  g_assert_true (academy_test_set (test, programme, "status_date", "2026-03-29", NULL, NULL));
  assert_due (test, "");
  g_assert_true (academy_test_set (test, programme, "status_date", "2026-03-30", NULL, NULL));
  assert_due (test, "follow_up: Ask – DigiFinland | Due today\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/due-today/sessions", AcademyTest, NULL, set_up, test_sessions, tear_down);
  g_test_add ("/due-today/boards", AcademyTest, NULL, set_up, test_boards, tear_down);
  g_test_add ("/due-today/follow-ups", AcademyTest, NULL, set_up, test_follow_ups, tear_down);
  g_test_add ("/due-today/past", AcademyTest, NULL, set_up, test_past, tear_down);

  return g_test_run ();
}
