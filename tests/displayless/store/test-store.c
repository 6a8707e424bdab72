/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "academy-check.h"
#include "academy-clock.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-store-private.h"
#include "academy-test.h"

static void
assert_sound (AcademyTest *test)
{
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  academy_store_check (test->store, NULL, &findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_undo_of_set (AcademyTest   *test,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) measure =
    academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation), "title", "One");

  g_assert_true (academy_test_set (test, measure, "title", "Two", NULL, NULL));
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Two");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Change measure");
  g_assert_null (academy_store_get_redo_label (test->store));

  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "One");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Add measure");
  g_assert_cmpstr (academy_store_get_redo_label (test->store), ==, "Change measure");

  academy_test_redo (test);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Two");

  academy_test_undo (test);
  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 0);
  g_assert_null (academy_store_get_undo_label (test->store));

  /* What can be redone stays until something else is written in its place. */
  g_object_unref (academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation), "title", "Three"));
  g_assert_cmpstr (academy_store_get_redo_label (test->store), ==, "Add measure");
  assert_sound (test);
}

static void
test_undo_after_reopening (AcademyTest   *test,
                           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) measure =
    academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation), "title", "One");

  g_assert_true (academy_test_set (test, measure, "title", "Two", NULL, NULL));
  g_assert_true (academy_test_set (test, measure, "title", "Three", NULL, NULL));
  academy_test_undo (test);
  g_clear_object (&measure);
  g_clear_object (&organisation);

  academy_test_reopen (test);
  g_assert_cmpstr (academy_store_get_redo_label (test->store), ==, "Change measure");
  academy_test_redo (test);
  measure = academy_store_get_first (test->store, &academy_measure_kind, NULL, NULL);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Three");
  academy_test_undo (test);
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "One");
  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 0);
  g_assert_null (academy_store_get_undo_label (test->store));
}

/* Deleting an organisation takes its goals, their indicators and the links of
 * its measures with it; undo brings all of it back, and redo works too. */
static void
test_cascade (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) goal = academy_test_create (test, &academy_goal_kind, owner, "title", "Goal");
  g_autoptr(AcademyItem) indicator =
    academy_test_create (test, &academy_indicator_kind, academy_item_get_id (goal), "title", "Indicator");
  g_autoptr(AcademyItem) measure = academy_test_create (test, &academy_measure_kind, owner, "title", "Measure");

  g_assert_true (academy_test_set (test, measure, "goals", academy_item_get_id (goal), NULL, NULL));

  for (guint round = 0; round < 2; round++)
    {
      if (round == 0)
        {
          g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.remove);

          academy_edit_delete (edit, organisation);
          g_assert_true (academy_store_apply (test->store, edit, NULL));
        }
      else
        academy_test_redo (test);

      g_assert_cmpint (academy_test_count (test, &academy_organisation_kind), ==, 5);
      g_assert_cmpint (academy_test_count (test, &academy_indicator_kind), ==, 0);
      g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 0);
      g_assert_cmpint (academy_test_count (test, &academy_plan_kind), ==, 5);
      assert_sound (test);

      academy_test_undo (test);
      g_assert_cmpint (academy_test_count (test, &academy_organisation_kind), ==, 6);
      g_assert_cmpint (academy_test_count (test, &academy_indicator_kind), ==, 1);
      g_assert_cmpint (academy_test_count (test, &academy_plan_kind), ==, 6);
      assert_sound (test);
    }

  {
    g_autoptr(AcademyItem) again = academy_store_get (test->store, &academy_measure_kind, academy_item_get_id (measure), NULL);

    g_assert_cmpstr (academy_item_get_links (again, "goals")[0], ==, academy_item_get_id (goal));
  }
}

/* A measure that nobody holds, so that it is read when it is next asked for. */
static char *
create_measure (AcademyTest *test,
                const char  *title,
                AcademyItem *goal)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) measure = academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation),
                                                        "title", title);

  if (goal != NULL)
    g_assert_true (academy_test_set (test, measure, "goals", academy_item_get_id (goal), NULL, NULL));
  return g_strdup (academy_item_get_id (measure));
}

static void
count_up (guint *n)
{
  (*n)++;
}

/* What an item links to is read when it is first asked for, which changes nothing
 * for anybody, or when the store can no longer be asked. */
static void
test_links_when_asked_for (AcademyTest   *test,
                           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) goal = academy_test_create (test, &academy_goal_kind, owner, "title", "Goal");
  g_autofree char *id = create_measure (test, "Measure", goal);
  g_autoptr(AcademyItem) measure = NULL;
  guint n_notified = 0;

  measure = academy_store_get (test->store, &academy_measure_kind, id, NULL);
  g_signal_connect_swapped (measure, "notify", G_CALLBACK (count_up), &n_notified);
  g_assert_true (academy_item_has_fill (measure));
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Measure");
  g_assert_true (academy_item_has_fill (measure));
  g_assert_cmpstr (academy_item_get_links (measure, "goals")[0], ==, academy_item_get_id (goal));
  g_assert_false (academy_item_has_fill (measure));
  g_assert_cmpuint (n_notified, ==, 0);

  /* From then on it is kept up to date. */
  g_assert_true (academy_test_set (test, measure, "goals", NULL, NULL, NULL));
  g_assert_cmpuint (n_notified, ==, 1);
  academy_test_undo (test);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpstr (academy_item_get_links (measure, "goals")[0], ==, academy_item_get_id (goal));
  g_clear_object (&measure);

  /* Nobody has asked when it is changed. */
  measure = academy_store_get (test->store, &academy_measure_kind, id, NULL);
  g_assert_true (academy_test_set (test, measure, "goals", NULL, NULL, NULL));
  g_assert_null (academy_item_get_links (measure, "goals")[0]);
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_links (measure, "goals")[0], ==, academy_item_get_id (goal));
  g_clear_object (&measure);

  measure = academy_store_get (test->store, &academy_measure_kind, id, NULL);
  {
    g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.remove);

    academy_edit_delete (edit, goal);
    academy_edit_delete (edit, measure);
    g_assert_true (academy_store_apply (test->store, edit, NULL));
  }
  g_assert_cmpstr (academy_item_get_links (measure, "goals")[0], ==, academy_item_get_id (goal));
  academy_test_undo (test);
  g_clear_object (&measure);

  measure = academy_store_get (test->store, &academy_measure_kind, id, NULL);
  g_assert_true (academy_item_has_fill (measure));
  academy_test_reopen (test);
  g_assert_cmpstr (academy_item_get_links (measure, "goals")[0], ==, academy_item_get_id (goal));
}

/* What cannot be read is told, and asked for again; nobody may write over it
 * meanwhile. */
static void
test_links_that_fail (AcademyTest   *test,
                      gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) goal = academy_test_create (test, &academy_goal_kind, owner, "title", "Goal");
  g_autoptr(AcademyItem) other = academy_test_create (test, &academy_goal_kind, owner, "title", "Other goal");
  g_autofree char *id = create_measure (test, "Measure", goal);
  g_autoptr(AcademyItem) measure = NULL;
  guint n_failed = 0;

  measure = academy_store_get (test->store, &academy_measure_kind, id, NULL);
  g_signal_connect_swapped (test->store, "failed", G_CALLBACK (count_up), &n_failed);

  g_assert_true (academy_database_run (test->store->database, "ALTER TABLE measure_goals RENAME TO elsewhere", NULL));
  g_assert_null (academy_item_get_links (measure, "goals")[0]);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_true (academy_item_has_fill (measure));
  {
    g_autoptr(GError) error = NULL;

    g_assert_false (academy_test_set (test, measure, "goals", academy_item_get_id (other), NULL, &error));
    g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED);
  }

  g_assert_true (academy_database_run (test->store->database, "ALTER TABLE elsewhere RENAME TO measure_goals", NULL));
  g_assert_cmpstr (academy_item_get_links (measure, "goals")[0], ==, academy_item_get_id (goal));
  g_assert_cmpuint (n_failed, ==, 1);
}

/* Refuses to read a field after the commit. */
static int
refuse_reading (gpointer    handle,
                int         action,
                const char *table,
                const char *column,
                const char *database,
                const char *trigger)
{
  return action == SQLITE_READ && g_str_equal (column, "contact_point") && sqlite3_get_autocommit (handle) ? SQLITE_DENY
                                                                                                           : SQLITE_OK;
}

/* An edit that is in the file is saved, even if the item cannot be read again. */
static void
test_item_that_fails (AcademyTest   *test,
                      gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  sqlite3 *handle = academy_database_get_handle (test->store->database);
  g_autoptr(GError) error = NULL;
  guint n_failed = 0, n_changed = 0;

  g_signal_connect_swapped (test->store, "failed", G_CALLBACK (count_up), &n_failed);
  g_signal_connect_swapped (test->store, "changed", G_CALLBACK (count_up), &n_changed);

  sqlite3_set_authorizer (handle, refuse_reading, handle);
  academy_test_set (test, organisation, "contact_point", "One", NULL, &error);
  sqlite3_set_authorizer (handle, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);

  g_clear_object (&organisation);
  organisation = academy_test_organisation (test);
  g_assert_cmpstr (academy_item_get_text (organisation, "contact_point"), ==, "One");
}

/* Where an item was helps to find it; another one that lies there is not it. */
static void
test_row_that_moved (AcademyTest   *test,
                     gconstpointer  data)
{
  static const char * const titles[] = { "One", "Two", "Three" };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *id = create_measure (test, titles[i], NULL);

      for (gint64 row = 0; row < 6; row++)
        {
          g_autoptr(AcademyItem) item = academy_store_get_at (test->store, &academy_measure_kind, id, row, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (academy_item_get_text (item, "title"), ==, titles[i]);
        }
    }

  g_assert_null (academy_store_get_at (test->store, &academy_measure_kind, "nobody", 1, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
}

static void
test_typing (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) measure =
    academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation), "title", "T");

  g_assert_true (academy_test_set (test, measure, "title", "Ti", "go 1", NULL));
  g_assert_true (academy_test_set (test, measure, "title", "Title", "go 1", NULL));
  g_assert_true (academy_test_set (test, measure, "title", "Title and more", "go 2", NULL));
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Title");
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "T");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Add measure");

  /* What is typed and typed back is no step at all. */
  g_assert_true (academy_test_set (test, measure, "title", "Tx", "go 3", NULL));
  g_assert_true (academy_test_set (test, measure, "title", "T", "go 3", NULL));
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Add measure");
  academy_test_reopen (test);
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Add measure");
}

static void
test_whole_or_nothing (AcademyTest   *test,
                       gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) good = academy_item_new (&academy_measure_kind, NULL);
  g_autoptr(AcademyItem) bad = academy_item_new (&academy_measure_kind, NULL);
  g_autoptr(AcademyItem) orphan = academy_item_new (&academy_measure_kind, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  g_autoptr(AcademyEdit) second = academy_edit_new (academy_measure_kind.add);
  g_autoptr(GError) error = NULL;

  g_object_set (good, "organisation", academy_item_get_id (organisation), "title", "Good", NULL);
  g_object_set (bad, "organisation", academy_item_get_id (organisation), "title", "Bad", "progress", (gint64) 140, NULL);
  academy_edit_create (edit, good);
  academy_edit_create (edit, bad);
  g_assert_false (academy_store_apply (test->store, edit, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_clear_error (&error);

  /* An owner that is not there is found when the edit is kept. */
  g_object_set (orphan, "organisation", "7c0f9a5e-5d3b-4a7c-9d6e-0f2b1c3d4e5f", "title", "Orphan", NULL);
  academy_edit_create (second, good);
  academy_edit_create (second, orphan);
  g_assert_false (academy_store_apply (test->store, second, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);

  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 0);
  g_assert_null (academy_store_get_undo_label (test->store));
  assert_sound (test);
}

static gboolean
file_contains (const char *path,
               const char *text)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return memmem (contents, length, text, strlen (text)) != NULL;
}

/* Nothing of a deleted person is left in the file. */
static void
test_erasing (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) person =
    academy_test_create (test, &academy_person_kind, academy_item_get_id (programme), "name", "Erased Somebody");
  g_autoptr(AcademyItem) participation =
    academy_test_create (test, &academy_participation_kind, academy_item_get_id (organisation), "role_title", "Manager");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_person_kind.remove);

  g_assert_true (academy_test_set (test, participation, "person", academy_item_get_id (person), NULL, NULL));
  g_assert_true (academy_test_set (test, person, "email", "erased@example.org", NULL, NULL));
  academy_edit_delete (edit, person);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  g_assert_null (academy_item_get_text (participation, "person"));

  /* Within the session it can be undone. */
  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 1);
  g_assert_cmpstr (academy_item_get_text (participation, "person"), ==, academy_item_get_id (person));
  academy_test_redo (test);

  g_clear_object (&person);
  g_clear_object (&participation);
  g_clear_object (&organisation);
  g_clear_object (&programme);
  academy_test_reopen (test);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 0);
  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);
  g_assert_false (file_contains (test->path, "Erased Somebody"));
  g_assert_false (file_contains (test->path, "erased@example.org"));
}

static void
test_two_processes (AcademyTest   *test,
                    gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) measure =
    academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation), "title", "Mine");
  g_autoptr(AcademyList) list = academy_list_new (test->store, &academy_measure_kind, academy_item_get_id (organisation));
  AcademyTest other = { .store = academy_store_open (test->path, NULL) };

  {
    g_autoptr(AcademyItem) same = academy_store_get_first (other.store, &academy_measure_kind, NULL, NULL);

    g_object_unref (academy_test_create (&other, &academy_measure_kind, academy_item_get_id (organisation), "title", "Theirs"));
    g_assert_true (academy_test_set (&other, same, "title", "Changed", NULL, NULL));
  }
  g_assert_true (academy_store_close (other.store, NULL));
  g_clear_object (&other.store);

  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Mine");
  g_assert_true (academy_store_refresh (test->store, NULL));
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Mine");
}

static void
test_one_row_one_object (AcademyTest   *test,
                         gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) again = academy_store_get (test->store, &academy_organisation_kind,
                                                    academy_item_get_id (organisation), NULL);

  g_assert_true (organisation == again);
}

static void
test_mode (AcademyTest   *test,
           gconstpointer  data)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (test->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* A list tells what changed so that a mirror of it stays the same. */
static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr(AcademyItem) item = g_list_model_get_item (model, position + i);

      g_ptr_array_insert (mirror, position + i, g_strdup (academy_item_get_id (item)));
    }
}

static void
test_list (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyList) list = academy_list_new (test->store, &academy_measure_kind, owner);
  g_autoptr(GPtrArray) mirror = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);

  for (guint step = 0; step < 400; step++)
    {
      g_autoptr(GPtrArray) ids = NULL;
      g_autoptr(AcademyItem) chosen = NULL;
      g_autofree char *text = NULL;

      if (mirror->len > 0)
        chosen = g_list_model_get_item (G_LIST_MODEL (list), g_test_rand_int_range (0, mirror->len));
      text = g_strdup_printf ("%04d-%02d-%02d", g_test_rand_int_range (2020, 2024), g_test_rand_int_range (1, 13),
                              g_test_rand_int_range (1, 29));

      switch (chosen == NULL ? 0 : g_test_rand_int_range (0, 7))
        {
        case 0:
        case 1:
          g_object_unref (academy_test_create (test, &academy_measure_kind, owner, "title", text));
          break;
        case 2:
        case 3:
          g_assert_true (academy_test_set (test, chosen, "start", g_test_rand_bit () ? text : NULL, NULL, NULL));
          break;
        case 4:
          {
            g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.remove);

            academy_edit_delete (edit, chosen);
            g_assert_true (academy_store_apply (test->store, edit, NULL));
          }
          break;
        case 5:
          academy_test_undo (test);
          break;
        default:
          academy_test_redo (test);
          break;
        }

      ids = academy_store_get_ids (test->store, &academy_measure_kind, owner, NULL);
      g_assert_cmpuint (ids->len, ==, mirror->len);
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpstr (g_ptr_array_index (ids, i), ==, g_ptr_array_index (mirror, i));
    }
  assert_sound (test);
}

/* An item is read together with its neighbours, which stay until others are read. */
static void
test_neighbours (AcademyTest   *test,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyList) list = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(AcademyItem) first = NULL;
  g_autoptr(AcademyItem) last = NULL;

  for (guint i = 0; i < 100; i++)
    g_object_unref (academy_test_create (test, &academy_measure_kind, owner, "title", "a"));
  list = academy_list_new (test->store, &academy_measure_kind, owner);
  ids = academy_store_get_ids (test->store, &academy_measure_kind, owner, NULL);

  g_assert_false (academy_store_has (test->store, &academy_measure_kind, ids->pdata[0]));
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (academy_store_has (test->store, &academy_measure_kind, ids->pdata[1]));
  g_assert_false (academy_store_has (test->store, &academy_measure_kind, ids->pdata[98]));
  last = g_list_model_get_item (G_LIST_MODEL (list), 99);
  g_assert_true (academy_store_has (test->store, &academy_measure_kind, ids->pdata[98]));
  g_assert_false (academy_store_has (test->store, &academy_measure_kind, ids->pdata[1]));

  /* No transaction is left behind. */
  g_assert_true (academy_test_set (test, first, "title", "b", NULL, NULL));
}

static guint
count_found (AcademyTest  *test,
             AcademyQuery  query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = academy_store_find (test->store, &academy_measure_kind, &query, &error);

  g_assert_no_error (error);
  return ids->len;
}

/* The file finds what is asked for, and a list of it follows what changes. */
static void
test_query (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) pilot = academy_test_create (test, &academy_pilot_kind, owner, "title", "Pilot");
  g_autoptr(AcademyItem) first = academy_test_create (test, &academy_measure_kind, owner, "title", "ÄLÄ mene _ ohi 100 %");
  g_autoptr(AcademyItem) second = academy_test_create (test, &academy_measure_kind, owner, "title", "Älä unohda");
  g_autoptr(AcademyList) list = academy_list_new_for_query (test->store, &academy_measure_kind,
                                                            &(AcademyQuery) { .owner = owner, .text = "unohda" });
  const AcademyField *link = academy_kind_find_field (&academy_measure_kind, "pilot");

  g_assert_cmpuint (count_found (test, (AcademyQuery) { NULL }), ==, 2);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .owner = owner }), ==, 2);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .owner = academy_item_get_id (pilot) }), ==, 0);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .text = "älä" }), ==, 2);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .text = "Älä U" }), ==, 1);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .text = "_" }), ==, 1);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .text = "%" }), ==, 1);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .text = "" }), ==, 2);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .text = "älä", .except = academy_item_get_id (first) }), ==, 1);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .link = link, .target = academy_item_get_id (pilot) }), ==, 0);
  g_assert_true (academy_test_set (test, first, "pilot", academy_item_get_id (pilot), NULL, NULL));
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .link = link, .target = academy_item_get_id (pilot) }), ==, 1);
  g_assert_cmpuint (count_found (test, (AcademyQuery) { .link = link }), ==, 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_true (academy_test_set (test, first, "title", "En unohda", NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  academy_list_set_query (list, &(AcademyQuery) { .link = link, .target = academy_item_get_id (pilot) });
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_true (academy_test_set (test, second, "pilot", academy_item_get_id (pilot), NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  academy_test_undo (test);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

static guint
count_participations (AcademyTest *test,
                      const char  *text)
{
  g_autoptr(GPtrArray) ids = academy_store_find (test->store, &academy_participation_kind,
                                                 &(AcademyQuery) { .text = text }, NULL);

  return ids->len;
}

/* The title of a participation is made of a role, its own title and a person. */
static void
test_query_of_parts (AcademyTest   *test,
                     gconstpointer  data)
{
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Åsa O'Brien");
  g_autofree char *fields = g_strdup_printf ("role=mentor; role_title=Kehittäjä; person=%s", academy_item_get_id (person));
  g_autoptr(AcademyItem) first = academy_test_add (test, &academy_participation_kind, fields);
  g_autoptr(AcademyItem) second = academy_test_add (test, &academy_participation_kind, "role=procurement_expert");
  g_autoptr(AcademyList) list =
    academy_list_new_for_query (test->store, &academy_participation_kind, &(AcademyQuery) { .text = "o'brien" });

  g_assert_cmpuint (count_participations (test, ""), ==, 2);
  g_assert_cmpuint (count_participations (test, "åSA o'b"), ==, 1);
  g_assert_cmpuint (count_participations (test, "MENTOR"), ==, 1);
  g_assert_cmpuint (count_participations (test, "kehittäjä"), ==, 1);
  g_assert_cmpuint (count_participations (test, "nobody"), ==, 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_true (academy_test_set (test, person, "name", "Aino", NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
test_2021 (AcademyTest   *test,
           gconstpointer  data)
{
  static const char * const slugs[] = { "digifinland", "keha", "kuopio", "maanmittauslaitos", "turku", "valtori" };
  g_autoptr(GPtrArray) organisations = academy_store_get_all (test->store, &academy_organisation_kind, NULL, NULL);
  g_autoptr(GPtrArray) events = academy_store_get_all (test->store, &academy_event_kind, NULL, NULL);
  g_autoptr(GPtrArray) phases = academy_store_get_all (test->store, &academy_phase_kind, NULL, NULL);
  const GDate *kickoff;

  g_assert_cmpuint (organisations->len, ==, G_N_ELEMENTS (slugs));
  for (guint i = 0; i < G_N_ELEMENTS (slugs); i++)
    g_assert_cmpstr (academy_item_get_text (g_ptr_array_index (organisations, i), "slug"), ==, slugs[i]);
  g_assert_cmpstr (academy_item_get_text (g_ptr_array_index (organisations, 4), "name_fi"), ==, "Turun kaupunki");
  g_assert_cmpstr (academy_item_get_text (g_ptr_array_index (organisations, 4), "name_sv"), ==, "Åbo stad");
  g_assert_cmpstr (academy_item_get_text (g_ptr_array_index (organisations, 4), "name_en"), ==, "City of Turku");
  /* Its Swedish name was not found. */
  g_assert_null (academy_item_get_text (g_ptr_array_index (organisations, 2), "name_sv"));

  kickoff = academy_item_get_date (g_ptr_array_index (events, 0), "start");
  g_assert_cmpuint (g_date_get_day (kickoff), ==, 19);
  g_assert_cmpuint (g_date_get_month (kickoff), ==, 10);
  g_assert_cmpuint (g_date_get_year (kickoff), ==, 2021);
  g_assert_cmpstr (academy_item_get_text (g_ptr_array_index (events, 1), "certainty"), ==, "month");
  for (guint i = 0; i < phases->len; i++)
    g_assert_cmpstr (academy_item_get_text (g_ptr_array_index (phases, i), "certainty"), ==,
                     g_str_equal (academy_item_get_text (g_ptr_array_index (phases, i), "phase"), "application")
                       ? "day" : "month");

  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 0);
  g_assert_cmpint (academy_test_count (test, &academy_goal_kind), ==, 0);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 0);
  assert_sound (test);
}

/* Between which days a plan lies or, before it has any, the programme: for what is
 * typed without a year. */
static void
test_days (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) measure = academy_test_create (test, &academy_measure_kind, id, "title", "One");
  g_autoptr(AcademyItem) goal = academy_test_create (test, &academy_goal_kind, id, "title", "Goal");
  g_autoptr(AcademyItem) indicator = academy_test_create (test, &academy_indicator_kind, academy_item_get_id (goal),
                                                          "title", "Indicator");
  g_autoptr(AcademyItem) session = academy_test_create (test, &academy_session_kind, id, "title", "Session");
  GDate first, last;

  g_assert_true (academy_store_get_days (test->store, measure, &first, &last, NULL));
  g_assert_true (g_date_valid (&first));
  g_assert_true (g_date_valid (&last));

  g_assert_true (academy_test_set (test, measure, "start", "2021-10-04", NULL, NULL));
  g_assert_true (academy_test_set (test, session, "start", "2022-06-15T09:00:00+03:00", NULL, NULL));
  g_assert_true (academy_store_get_days (test->store, indicator, &first, &last, NULL));
  g_assert_cmpuint (g_date_get_julian (&first), ==, academy_test_day ("2021-10-04"));
  g_assert_cmpuint (g_date_get_julian (&last), ==, academy_test_day ("2022-06-15"));
}

static void
take_changes (AcademyStore    *store,
              AcademyChanges  *changes,
              AcademyChanges **taken)
{
  g_clear_pointer (taken, academy_changes_unref);
  *taken = academy_changes_ref (changes);
}

/* Every change of the last edit must belong to @organisation, or none to any. */
static void
assert_organisation (AcademyChanges    *changes,
                     const AcademyKind *kind,
                     const char        *organisation)
{
  g_autoptr(GHashTable) organisations = academy_changes_get_organisations (changes, NULL, G_MAXUINT64);

  g_assert_true (academy_changes_touch (changes, kind));
  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    g_assert_cmpstr (academy_changes_get (changes, i)->organisation, ==, organisation);
  g_assert_cmpuint (g_hash_table_size (organisations), ==, organisation != NULL);
  g_assert_true (organisation == NULL || g_hash_table_contains (organisations, organisation));
}

static void
test_organisations_of_changes (AcademyTest   *test,
                               gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  g_autoptr(AcademyChanges) changes = NULL;
  g_autoptr(AcademyItem) goal = NULL;
  g_autoptr(AcademyItem) indicator = NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(AcademyItem) person = NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Delete goal");
  g_autoptr(AcademyEdit) deletion = academy_edit_new ("Delete organisation");
  g_autoptr(GHashTable) sums = NULL;

  g_signal_connect (test->store, "changed", G_CALLBACK (take_changes), &changes);

  goal = academy_test_create (test, &academy_goal_kind, id, "title", "Goal");
  assert_organisation (changes, &academy_goal_kind, id);
  indicator = academy_test_create (test, &academy_indicator_kind, academy_item_get_id (goal), "title", "Indicator");
  assert_organisation (changes, &academy_indicator_kind, id);
  g_assert_true (academy_test_set (test, indicator, "unit", "%", NULL, NULL));
  assert_organisation (changes, &academy_indicator_kind, id);

  measure = academy_test_create (test, &academy_measure_kind, id, "title", "One");
  g_assert_true (academy_test_set (test, measure, "goals", academy_item_get_id (goal), NULL, NULL));
  assert_organisation (changes, &academy_measure_kind, id);
  sums = academy_changes_get_organisations (changes, &academy_measure_kind,
                                            academy_kind_get_bit (&academy_measure_kind,
                                              academy_kind_find_field (&academy_measure_kind, "status")));
  g_assert_cmpuint (g_hash_table_size (sums), ==, 0);

  person = academy_test_add (test, &academy_person_kind, "name=Maija");
  assert_organisation (changes, &academy_person_kind, NULL);

  /* The indicator goes with the goal, and the goal has gone when it is asked. */
  academy_edit_delete (edit, goal);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  assert_organisation (changes, &academy_indicator_kind, id);
  academy_test_undo (test);
  assert_organisation (changes, &academy_indicator_kind, id);

  academy_edit_delete (deletion, organisation);
  g_assert_true (academy_store_apply (test->store, deletion, NULL));
  assert_organisation (changes, &academy_organisation_kind, id);
  academy_test_undo (test);
  assert_organisation (changes, &academy_organisation_kind, id);
}

/* academy_changes_get_organisations() finds owners by their place in the table. */
static void
test_owners (AcademyTest   *test,
             gconstpointer  data)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    g_assert_true (academy_kind_get_owner (*kind) == NULL || academy_kind_get_owner (*kind) == &(*kind)->fields[0]);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A programme is judged by its status date, or else today, and by that of its reader
 * before either. */
static void
test_status_date (AcademyTest   *test,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  GDate today = academy_date_from_julian (academy_test_day ("2022-02-14"));
  guint changed = 0;

  academy_clock_set_today (&today);
  g_signal_connect_swapped (test->store, "day-changed", G_CALLBACK (count_cb), &changed);
  g_assert_cmpuint (academy_store_get_day (test->store), ==, academy_test_day ("2022-02-14"));
  g_assert_cmpuint (academy_store_get_status_date (test->store), ==, 0);

  g_assert_true (academy_test_set (test, programme, "organiser", "KEINO", NULL, NULL));
  g_assert_cmpuint (changed, ==, 0);
  g_assert_true (academy_test_set (test, programme, "status_date", "2022-02-14", NULL, NULL));
  g_assert_cmpuint (changed, ==, 1);
  g_assert_true (academy_test_set (test, programme, "status_date", "2022-02-28", NULL, NULL));
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (academy_store_get_day (test->store), ==, academy_test_day ("2022-02-28"));
  academy_test_undo (test);
  academy_test_undo (test);
  g_assert_cmpuint (changed, ==, 4);
  g_assert_cmpuint (academy_store_get_status_date (test->store), ==, 0);

  academy_store_set_status_date (test->store, academy_test_day ("2022-03-31"));
  g_assert_cmpuint (academy_store_get_day (test->store), ==, academy_test_day ("2022-03-31"));
  academy_clock_set_today (NULL);
}

static const struct {
  const char *path;
  void      (*run) (AcademyTest *, gconstpointer);
} cases[] = {
  { "/store/undo-of-set", test_undo_of_set },
  { "/store/undo-after-reopening", test_undo_after_reopening },
  { "/store/cascade", test_cascade },
  { "/store/days", test_days },
  { "/store/organisations-of-changes", test_organisations_of_changes },
  { "/store/owners", test_owners },
  { "/store/links-when-asked-for", test_links_when_asked_for },
  { "/store/links-that-fail", test_links_that_fail },
  { "/store/item-that-fails", test_item_that_fails },
  { "/store/row-that-moved", test_row_that_moved },
  { "/store/typing", test_typing },
  { "/store/whole-or-nothing", test_whole_or_nothing },
  { "/store/erasing", test_erasing },
  { "/store/two-processes", test_two_processes },
  { "/store/one-row-one-object", test_one_row_one_object },
  { "/store/mode", test_mode },
  { "/store/list", test_list },
  { "/store/list/neighbours", test_neighbours },
  { "/store/query", test_query },
  { "/store/query-of-parts", test_query_of_parts },
  { "/store/status-date", test_status_date },
  { "/store/template-2021", test_2021 },
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
