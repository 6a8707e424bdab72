/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-entries.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-test.h"
#include "academy-undone.h"

#define WHOLE_HISTORY 1000

static AcademyEntries *
read_entries (AcademyTest              *test,
              const AcademyEntryFilter *filter)
{
  AcademyEntries *entries = academy_entries_new (test->store, academy_language_get ("en", NULL));
  g_autoptr(GError) error = NULL;

  academy_entries_set_filter (entries, filter);
  academy_entries_read_more (entries, WHOLE_HISTORY, 0, &error);
  g_assert_no_error (error);
  g_assert_true (academy_entries_is_complete (entries));
  return entries;
}

/* The entries, a line for each thing that changed. */
static char *
print (AcademyTest              *test,
       const AcademyEntryFilter *filter)
{
  g_autoptr(AcademyEntries) entries = read_entries (test, filter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (entries)); i++)
    {
      g_autoptr(AcademyEntry) entry = g_list_model_get_item (G_LIST_MODEL (entries), i);
      g_autofree char *what = academy_entry_dup_text (entry);
      GPtrArray *lines = academy_entry_get_lines (entry);
      gint64 step, at;

      academy_entries_peek (entries, i, &step, &at);
      g_assert_cmpint (step, ==, academy_entry_get_step (entry));
      g_assert_cmpint (at, ==, g_date_time_to_unix_usec (academy_entry_get_time (entry)));
      g_string_append (text, what);
      for (guint j = 0; j < lines->len; j++)
        {
          AcademyEntryLine *line = g_ptr_array_index (lines, j);

          g_string_append_printf (text, " | %s", line->title);
          if (line->field != NULL)
            g_string_append_printf (text, " %s: %s → %s", line->field->name, line->before, line->after);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (text);
}

static void
assert_entries (AcademyTest              *test,
                const AcademyEntryFilter *filter,
                const char               *expected)
{
  g_autofree char *text = print (test, filter);

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

/* What, on which thing, from which value to which; also of what is gone. */
static void
test_lines (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Goal & <b>all</b>");
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "title=Dialogue");

  set (test, measure, "end", "2022-03-15");
  set (test, measure, "goals", academy_item_get_id (goal));
  set (test, measure, "title", "Market dialogue");
  academy_test_undo (test);
  delete (test, goal);
  g_object_unref (academy_test_add (test, &academy_person_kind, "name=Aino"));

  assert_entries (test, NULL,
                  "Addition of person\n"
                  "Deletion of impact goal | Goal & <b>all</b> | Dialogue goals: Goal & <b>all</b> → (null)\n"
                  "Undone: change of measure | Dialogue title: Market dialogue → Dialogue\n"
                  "Change of measure | Dialogue title: Dialogue → Market dialogue\n"
                  "Change of measure | Dialogue goals: (null) → Goal & <b>all</b>\n"
                  "Change of measure | Dialogue end: (null) → 15 Mar 2022\n"
                  "Addition of measure | Dialogue\n"
                  "Addition of impact goal | Goal & <b>all</b>\n");
}

static void
test_filter (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) other = academy_test_add (test, &academy_organisation_kind, "name_fi=Toinen; slug=toinen");
  g_autofree char *fields = g_strdup_printf ("title=Elsewhere; organisation=%s", academy_item_get_id (other));
  g_autoptr(AcademyItem) elsewhere = academy_test_add (test, &academy_measure_kind, fields);
  g_autoptr(AcademyItem) milestone = academy_test_add (test, &academy_milestone_kind, "title=Launch");
  gint64 middle = g_get_real_time ();
  g_auto(GStrv) authors = NULL;

  g_set_str (&test->store->author, "bengt");
  set (test, milestone, "owner_role", "Buyer");
  set (test, elsewhere, "description", "About BUYERS");
  delete (test, elsewhere);

  assert_entries (test, &(AcademyEntryFilter) { .organisation = academy_item_get_id (other) },
                  "Deletion of measure | Elsewhere\n"
                  "Change of measure | Elsewhere description: (null) → About BUYERS\n"
                  "Addition of measure | Elsewhere\n"
                  "Addition of organisation | Toinen\n");
  assert_entries (test, &(AcademyEntryFilter) { .kind = &academy_milestone_kind },
                  "Change of milestone | Launch owner_role: (null) → Buyer\nAddition of milestone | Launch\n");
  assert_entries (test, &(AcademyEntryFilter) { .author = "bengt", .kind = &academy_measure_kind },
                  "Deletion of measure | Elsewhere\nChange of measure | Elsewhere description: (null) → About BUYERS\n");
  assert_entries (test, &(AcademyEntryFilter) { .text = "buyer" },
                  "Change of measure | Elsewhere description: (null) → About BUYERS\n"
                  "Change of milestone | Launch owner_role: (null) → Buyer\n");
  assert_entries (test, &(AcademyEntryFilter) { .until = middle },
                  "Addition of milestone | Launch\nAddition of measure | Elsewhere\nAddition of organisation | Toinen\n");
  assert_entries (test, &(AcademyEntryFilter) { .since = middle, .kind = &academy_milestone_kind },
                  "Change of milestone | Launch owner_role: (null) → Buyer\n");
  assert_entries (test, &(AcademyEntryFilter) { .text = "nowhere" }, "");

  authors = academy_entries_get_authors (test->store, NULL);
  g_assert_true (g_strv_contains ((const char * const *) authors, "bengt"));
}

/* A part at a time, however long the history is. */
static void
test_window (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "title=Dialogue");
  g_autoptr(AcademyEntries) entries = academy_entries_new (test->store, academy_language_get ("en", NULL));

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *cost = g_strdup_printf ("%u", i);

      set (test, measure, "cost", cost);
    }

  g_assert_true (academy_entries_read_more (entries, 50, 0, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (entries)), ==, 50);
  g_assert_true (academy_entries_read_more (entries, 220, 0, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (entries)), ==, 270);
  g_assert_false (academy_entries_is_complete (entries));
  while (!academy_entries_is_complete (entries))
    g_assert_true (academy_entries_read_more (entries, 1000, 1, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (entries)), ==, 301);
}

/* An item that a search has read may be deleted before its entries are shown. */
static void
test_deleted (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "title=Dialogue");
  g_autoptr(AcademyEntries) entries = read_entries (test, &(AcademyEntryFilter) { .text = "dialogue" });
  g_autoptr(AcademyEntry) entry = NULL;
  AcademyEntryLine *line;

  delete (test, measure);
  entry = g_list_model_get_item (G_LIST_MODEL (entries), 0);
  line = g_ptr_array_index (academy_entry_get_lines (entry), 0);
  g_assert_cmpstr (line->title, ==, "Dialogue");
  g_assert_false (line->exists);
}

/* An entry that cannot be read is there without lines, and one that has gone is empty. */
static void
test_damaged (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "title=Dialogue");
  g_autoptr(AcademyEntries) entries = NULL;
  g_autoptr(AcademyEntry) entry = NULL;

  set (test, measure, "cost", "100");
  g_free (academy_test_query (test, "UPDATE history SET changeset = x'54' WHERE label = 'Add measure'"));
  assert_entries (test, NULL, "Change of measure | Dialogue cost: (null) → €100\nAddition of measure\n");

  entries = read_entries (test, NULL);
  g_free (academy_test_query (test, "DELETE FROM history WHERE label = 'Change measure'"));
  entry = g_list_model_get_item (G_LIST_MODEL (entries), 0);
  g_assert_cmpuint (academy_entry_get_lines (entry)->len, ==, 0);
}

static AcademyEntry *
find_entry (AcademyTest *test,
            guint        position)
{
  g_autoptr(AcademyEntries) entries = read_entries (test, NULL);

  return g_list_model_get_item (G_LIST_MODEL (entries), position);
}

static void
restore (AcademyTest *test,
         guint        position)
{
  g_autoptr(AcademyEntry) entry = find_entry (test, position);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyEdit) edit =
    academy_entry_create_restore (test->store, g_ptr_array_index (academy_entry_get_lines (entry), 0), &error);

  g_assert_no_error (error);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
}

/* A value of before, as an edit like any other. */
static void
test_restore (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) first = academy_test_add (test, &academy_goal_kind, "title=First");
  g_autoptr(AcademyItem) second = academy_test_add (test, &academy_goal_kind, "title=Second");
  g_autofree char *fields = g_strdup_printf ("title=Dialogue; end=2022-03-15; goals=%s", academy_item_get_id (first));
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, fields);

  set (test, measure, "end", "2022-04-15");
  set (test, measure, "end", "2022-05-15");
  restore (test, 1);
  {
    g_autofree char *end = academy_test_query (test, "SELECT end FROM measure");

    g_assert_cmpstr (end, ==, "2022-03-15\n");
  }
  academy_test_undo (test);
  {
    g_autofree char *end = academy_test_query (test, "SELECT end FROM measure");

    g_assert_cmpstr (end, ==, "2022-05-15\n");
  }

  set (test, measure, "goals", academy_item_get_id (second));
  restore (test, 0);
  {
    g_autofree char *goals = academy_test_query (test, "SELECT title FROM measure_goals JOIN goal ON goal.id = target");

    g_assert_cmpstr (goals, ==, "First\n");
  }

  /* What is so already makes no edit, whose undo would undo another one. */
  {
    g_autoptr(AcademyEntry) entry = find_entry (test, 1);
    g_autoptr(GError) error = NULL;
    g_autoptr(AcademyEdit) edit =
      academy_entry_create_restore (test->store, g_ptr_array_index (academy_entry_get_lines (entry), 0), &error);

    g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT);
    g_assert_null (edit);
  }

  delete (test, first);
  {
    g_autoptr(AcademyEntry) entry = find_entry (test, 2);
    g_autoptr(GError) error = NULL;
    g_autoptr(AcademyEdit) edit =
      academy_entry_create_restore (test->store, g_ptr_array_index (academy_entry_get_lines (entry), 0), &error);

    g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
    g_assert_null (edit);
  }
}

static void
bring_back (AcademyTest *test,
            guint        position)
{
  g_autoptr(AcademyEntry) entry = find_entry (test, position);
  g_autoptr(GError) error = NULL;

  g_assert_true (academy_entry_has_removed (entry));
  academy_store_bring_back_removed (test->store, academy_entry_get_step (entry), &error);
  g_assert_no_error (error);
}

/* What was deleted, with its parts and links, as far as these still lead somewhere. */
static void
test_bring_back (AcademyTest   *test,
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
  g_autoptr(AcademyItem) dependency = academy_test_add (test, &academy_dependency_kind, ends);
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *after = NULL;

  delete (test, goal);
  set (test, second, "cost", "100");
  set (test, second, "cost", NULL);
  bring_back (test, 2);
  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, before);
  {
    g_autoptr(AcademyEntry) entry = find_entry (test, 3);

    g_assert_false (academy_entry_has_removed (entry));
  }

  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_goal_kind), ==, 0);

  /* Without the goal and the other measure, which have gone. */
  delete (test, first);
  delete (test, second);
  bring_back (test, 1);
  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 1);
  g_assert_cmpint (academy_test_count (test, &academy_dependency_kind), ==, 0);
  {
    g_autofree char *faults = academy_test_query (test, "PRAGMA foreign_key_check");

    g_assert_cmpstr (faults, ==, "");
  }
}

/* A part of something that has gone cannot come back alone. */
static void
test_bring_back_part (AcademyTest   *test,
                      gconstpointer  data)
{
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Goal");
  g_autofree char *part = g_strdup_printf ("title=Share; goal=%s", academy_item_get_id (goal));
  g_autoptr(AcademyItem) indicator = academy_test_add (test, &academy_indicator_kind, part);
  g_autoptr(AcademyEntry) entry = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  delete (test, indicator);
  delete (test, goal);
  before = academy_test_dump (test);
  entry = find_entry (test, 1);
  g_assert_false (academy_store_bring_back_removed (test->store, academy_entry_get_step (entry), &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT);
  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/entries/lines", AcademyTest, NULL, academy_test_set_up, test_lines, academy_test_tear_down);
  g_test_add ("/entries/filter", AcademyTest, NULL, academy_test_set_up, test_filter, academy_test_tear_down);
  g_test_add ("/entries/window", AcademyTest, NULL, academy_test_set_up, test_window, academy_test_tear_down);
  g_test_add ("/entries/deleted", AcademyTest, NULL, academy_test_set_up, test_deleted, academy_test_tear_down);
  g_test_add ("/entries/damaged", AcademyTest, NULL, academy_test_set_up, test_damaged, academy_test_tear_down);
  g_test_add ("/entries/restore", AcademyTest, NULL, academy_test_set_up, test_restore, academy_test_tear_down);
  g_test_add ("/entries/bring-back", AcademyTest, NULL, academy_test_set_up, test_bring_back, academy_test_tear_down);
  g_test_add ("/entries/bring-back-part", AcademyTest, NULL, academy_test_set_up, test_bring_back_part,
              academy_test_tear_down);

  return g_test_run ();
}
