/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-kinds.h"
#include "academy-position.h"
#include "academy-test.h"

#define N_MOVES 400

/* Titles of the challenges in their order, such as “abc”. */
static char *
get_order (AcademyTest *test)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) items =
    academy_store_get_all (test->store, &academy_challenge_kind, academy_item_get_id (organisation), NULL);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append (order, academy_item_get_text (g_ptr_array_index (items, i), "title"));

  return g_string_free_and_steal (order);
}

static void
assert_order (AcademyTest *test,
              const char  *expected)
{
  g_autofree char *order = get_order (test);

  g_assert_cmpstr (order, ==, expected);
}

static GPtrArray *
create_items (AcademyTest *test,
              const char  *titles)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *p = titles; *p != '\0'; p++)
    g_ptr_array_add (items, academy_test_create (test, &academy_challenge_kind, academy_item_get_id (organisation),
                                                 "title", (char[]) { *p, '\0' }));

  return items;
}

static void
move (AcademyTest *test,
      AcademyItem *item,
      AcademyItem *before)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (items, item);
  academy_position_move (test->store, items, before, &error);
  g_assert_no_error (error);
}

/* What is added comes last, also several by one edit, and a move is one step. */
static void
test_move (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) items = create_items (test, "cab");
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Add change challenge");
  g_autoptr(GPtrArray) moved = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  assert_order (test, "cab");
  for (const char *title = "zy"; *title != '\0'; title++)
    {
      g_autoptr(AcademyItem) item = academy_item_new_part (&academy_challenge_kind, academy_item_get_id (organisation));

      g_object_set (item, "title", (char[]) { *title, '\0' }, NULL);
      academy_edit_create (edit, item);
    }
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
  assert_order (test, "cabzy");

  move (test, g_ptr_array_index (items, 2), g_ptr_array_index (items, 0));
  assert_order (test, "bcazy");
  academy_test_undo (test);
  assert_order (test, "cabzy");
  academy_test_redo (test);
  move (test, g_ptr_array_index (items, 0), NULL);
  assert_order (test, "bazyc");

  g_ptr_array_add (moved, g_ptr_array_index (items, 0));
  g_ptr_array_add (moved, g_ptr_array_index (items, 1));
  academy_position_move (test->store, moved, g_ptr_array_index (items, 2), &error);
  g_assert_no_error (error);
  assert_order (test, "cabzy");
}

/* Any number of moves between the same neighbours finds a place. */
static void
test_many_moves (AcademyTest   *test,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) items = create_items (test, "abcdefg");
  g_autoptr(GString) expected = g_string_new ("abcdefg");

  for (guint i = 0; i < N_MOVES; i++)
    {
      guint from = g_test_rand_int_range (0, items->len);
      guint to = i % 2 == 0 ? 1 : g_test_rand_int_range (0, items->len);
      char title = *academy_item_get_text (g_ptr_array_index (items, from), "title");
      char target = *academy_item_get_text (g_ptr_array_index (items, to), "title");

      if (from == to)
        continue;

      move (test, g_ptr_array_index (items, from), g_ptr_array_index (items, to));
      g_string_erase (expected, strchr (expected->str, title) - expected->str, 1);
      g_string_insert_c (expected, strchr (expected->str, target) - expected->str, title);
      assert_order (test, expected->str);
    }
}

/* Items from before there were positions keep their order, and can be moved. */
static void
test_older_items (AcademyTest   *test,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) items = create_items (test, "abc");
  g_autoptr(GPtrArray) newer = NULL;
  g_autofree char *order = NULL;

  for (guint i = 0; i < items->len; i++)
    g_assert_true (academy_test_set (test, g_ptr_array_index (items, i), "position", NULL, NULL, NULL));
  newer = create_items (test, "d");
  order = get_order (test);
  g_assert_cmpint (order[3], ==, 'd');

  move (test, g_ptr_array_index (newer, 0), g_ptr_array_index (items, 1));
  g_free (order);
  order = get_order (test);
  g_assert_cmpint (strchr (order, 'd')[1], ==, 'b');
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/position/move", AcademyTest, NULL, academy_test_set_up, test_move, academy_test_tear_down);
  g_test_add ("/position/many-moves", AcademyTest, NULL, academy_test_set_up, test_many_moves, academy_test_tear_down);
  g_test_add ("/position/older-items", AcademyTest, NULL, academy_test_set_up, test_older_items, academy_test_tear_down);

  return g_test_run ();
}
