/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-edit.h"
#include "academy-kinds.h"
#include "academy-revisions.h"
#include "academy-test.h"
#include "academy-thin.h"

static gint64
find (AcademyTest *test,
      AcademyItem *item)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyRevisions) revisions = academy_revisions_read (test->store, &error);

  g_assert_no_error (error);
  return academy_revisions_find (revisions, academy_item_get_id (item));
}

/* Edits, and undoing them, give the item a newer revision, and no other. */
static void
test_edits (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) one = academy_test_create (test, &academy_session_kind, owner, "title", "One");
  g_autoptr(AcademyItem) other = academy_test_create (test, &academy_session_kind, owner, "title", "Other");
  gint64 first = find (test, one), untouched = find (test, other), second, third;

  g_assert_cmpint (first, >, 0);
  g_assert_true (academy_test_set (test, one, "place", "Turku", NULL, NULL));
  second = find (test, one);
  g_assert_cmpint (second, >, first);
  academy_test_undo (test);
  third = find (test, one);
  g_assert_cmpint (third, >, second);
  academy_test_redo (test);
  g_assert_cmpint (find (test, one), >, third);
  g_assert_cmpint (find (test, other), ==, untouched);
}

/* An item is another one when it gets or loses a part. */
static void
test_parts (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) session =
    academy_test_create (test, &academy_session_kind, academy_item_get_id (organisation), "title", "One");
  gint64 before = find (test, session), with_part;
  g_autoptr(AcademyItem) part =
    academy_test_create (test, &academy_agenda_item_kind, academy_item_get_id (session), "title", "Opening");
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Delete");

  with_part = find (test, session);
  g_assert_cmpint (with_part, >, before);
  academy_edit_delete (edit, part);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  g_assert_cmpint (find (test, session), >, with_part);
}

/* Thinning the history, which forgets what was changed, takes nothing back. */
static void
test_thinned (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) session =
    academy_test_create (test, &academy_session_kind, academy_item_get_id (organisation), "title", "One");
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) later = g_date_time_add_days (now, 1);
  gint64 before = find (test, session);

  g_assert_true (academy_store_thin_history (test->store, later, NULL));
  g_assert_cmpint (find (test, session), >=, before);
  g_assert_cmpint (find (test, organisation), >=, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/revisions/edits", AcademyTest, NULL, academy_test_set_up, test_edits, academy_test_tear_down);
  g_test_add ("/revisions/parts", AcademyTest, NULL, academy_test_set_up, test_parts, academy_test_tear_down);
  g_test_add ("/revisions/thinned", AcademyTest, NULL, academy_test_set_up, test_thinned, academy_test_tear_down);

  return g_test_run ();
}
