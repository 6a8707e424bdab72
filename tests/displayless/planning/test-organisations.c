/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-test.h"

static void
take_changed (AcademyStore    *store,
              AcademyChanges  *changes,
              GHashTable     **changed)
{
  g_clear_pointer (changed, g_hash_table_unref);
  *changed = academy_organisations_get_changed (changes);
}

/* An edit concerns the organisation of which it changes a name, a stage or a sum,
 * and no other. */
static void
test_changed (AcademyTest   *test,
              gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *field;
    const char        *text;
    gboolean           counts;
  } rows[] = {
    { &academy_measure_kind, "title", "Another", FALSE },
    { &academy_measure_kind, "progress", "40", FALSE },
    { &academy_measure_kind, "status", "done", TRUE },
    { &academy_measure_kind, "end", "2022-02-01", TRUE },
    { &academy_plan_kind, "status", "approved", TRUE },
    { &academy_organisation_kind, "short_name_fi", "Åbo", TRUE },
    { &academy_goal_kind, "title", "Another", FALSE },
    { &academy_person_kind, "name", "Aino", FALSE },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  g_autoptr(GHashTable) changed = NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(AcademyItem) goal = NULL;
  g_autoptr(AcademyItem) person = NULL;

  g_signal_connect (test->store, "changed", G_CALLBACK (take_changed), &changed);
  goal = academy_test_create (test, &academy_goal_kind, id, "title", "Goal");
  person = academy_test_add (test, &academy_person_kind, "name=Maija");
  g_assert_cmpuint (g_hash_table_size (changed), ==, 0);
  measure = academy_test_create (test, &academy_measure_kind, id, "title", "One");
  g_assert_cmpuint (g_hash_table_size (changed), ==, 1);
  g_assert_true (g_hash_table_contains (changed, id));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *owner = rows[i].kind == &academy_organisation_kind || rows[i].kind == &academy_person_kind ? NULL : id;
      g_autoptr(AcademyItem) item = rows[i].kind == &academy_organisation_kind
                                      ? g_object_ref (organisation)
                                      : academy_store_get_first (test->store, rows[i].kind, owner, NULL);

      g_assert_true (academy_test_set (test, item, rows[i].field, rows[i].text, NULL, NULL));
      g_assert_cmpuint (g_hash_table_size (changed), ==, rows[i].counts);
      g_assert_true (!rows[i].counts || g_hash_table_contains (changed, id));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/organisations/changed", AcademyTest, NULL, academy_test_set_up, test_changed, academy_test_tear_down);

  return g_test_run ();
}
