/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-ical.h"
#include "academy-kinds.h"
#include "academy-test.h"

typedef struct {
  AcademyTest  base;

  /* Owned */
  AcademyItem *programme;
  AcademyItem *organisation;
  AcademyItem *first;
  AcademyItem *second;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  academy_test_set_up (&fixture->base, data);
  fixture->programme = academy_store_get_first (fixture->base.store, &academy_programme_kind, NULL, NULL);
  fixture->organisation = academy_test_organisation (&fixture->base);
  fixture->first = academy_test_add (&fixture->base, &academy_session_kind, "number=1; start=2022-02-10T09:00:00+02:00");
  fixture->second = academy_test_add (&fixture->base, &academy_session_kind, "number=2; start=2022-03-10T09:00:00+02:00");
  g_assert_true (academy_test_set (&fixture->base, fixture->organisation, "board_date", "2022-04-13", NULL, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->programme);
  g_clear_object (&fixture->organisation);
  g_clear_object (&fixture->first);
  g_clear_object (&fixture->second);
  academy_test_tear_down (&fixture->base, data);
}

/* The SEQUENCE of each event by its UID. */
static GHashTable *
read_sequences (Fixture *fixture)
{
  GHashTable *sequences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GError) error = NULL;
  guint n_left_out;
  g_autofree char *calendar = academy_ical_write (fixture->base.store, academy_item_get_id (fixture->organisation), FALSE,
                                                  academy_language_get ("en", NULL), &n_left_out, &error);
  g_auto(GStrv) lines = NULL;
  const char *uid = NULL;

  g_assert_no_error (error);
  lines = g_strsplit (calendar, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "UID:"))
      uid = lines[i] + strlen ("UID:");
    else if (g_str_has_prefix (lines[i], "SEQUENCE:"))
      g_hash_table_insert (sequences, g_strdup (uid), g_strdup (lines[i]));

  return sequences;
}

/* Moves all that was done to a time gone by, since a SEQUENCE tells seconds. */
static void
backdate (Fixture *fixture)
{
  g_free (academy_test_query (&fixture->base, "UPDATE history SET at = '2022-01-01T00:' || printf('%02d:%02d', seq / 60, seq % 60) "
                                              "|| '.000000Z'"));
}

static gboolean
is_raised (GHashTable *before,
           GHashTable *after,
           const char *uid)
{
  const char *old = g_hash_table_lookup (before, uid);
  const char *new = g_hash_table_lookup (after, uid);

  g_assert_true (old != NULL && new != NULL);
  return !g_str_equal (old, new);
}

/* An event has a greater SEQUENCE only when something is told in another way. */
static void
test_edits (Fixture       *fixture,
            gconstpointer  data)
{
  const struct {
    AcademyItem *item;
    const char  *field;
    const char  *value;
    gboolean     first;
    gboolean     second;
    gboolean     board;
    gboolean     event;
  } edits[] = {
    { fixture->first, "place", "Turku", .first = TRUE },
    { fixture->organisation, "note", "Called", FALSE },
    { fixture->organisation, "board_name", "City board", .board = TRUE },
    { fixture->organisation, "board_date", "2022-04-20", .board = TRUE },
    { fixture->organisation, "short_name_en", "Digi", .first = TRUE, .second = TRUE, .board = TRUE },
    { fixture->programme, "organiser", "Somebody", FALSE },
    { fixture->programme, "status_date", "2022-01-31", FALSE },
    { fixture->programme, "fictional", "true", TRUE, TRUE, TRUE, TRUE },
    { NULL, NULL, NULL, FALSE },
  };
  g_autoptr(AcademyItem) event = academy_store_get_first (fixture->base.store, &academy_event_kind, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr(GHashTable) before = NULL;
      g_autoptr(GHashTable) after = NULL;

      backdate (fixture);
      before = read_sequences (fixture);
      if (edits[i].item != NULL)
        g_assert_true (academy_test_set (&fixture->base, edits[i].item, edits[i].field, edits[i].value, NULL, NULL));
      else
        g_object_unref (academy_test_add (&fixture->base, &academy_measure_kind, "title=New"));
      after = read_sequences (fixture);

      g_assert_cmpint (is_raised (before, after, academy_item_get_id (fixture->first)), ==, edits[i].first);
      g_assert_cmpint (is_raised (before, after, academy_item_get_id (fixture->second)), ==, edits[i].second);
      g_assert_cmpint (is_raised (before, after, academy_item_get_id (fixture->organisation)), ==, edits[i].board);
      g_assert_cmpint (is_raised (before, after, academy_item_get_id (event)), ==, edits[i].event);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sequence/edits", Fixture, NULL, set_up, test_edits, tear_down);

  return g_test_run ();
}
