/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-describe.h"
#include "academy-kinds.h"
#include "test-display.h"

static AcademyItem *
add (AcademyStore      *store,
     const AcademyKind *kind,
     AcademyItem       *owner,
     const char        *first_name,
     ...)
{
  AcademyItem *item = academy_item_new_part (kind, academy_item_get_id (owner));
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  va_list values;

  va_start (values, first_name);
  g_object_set_valist (G_OBJECT (item), first_name, values);
  va_end (values);
  academy_edit_create (edit, item);
  g_assert_true (academy_store_apply (store, edit, NULL));
  return item;
}

static void
assert_described (AcademyStore *store,
                  AcademyItem  *item,
                  const char   *expected)
{
  g_autofree char *text = academy_describe (store, item);

  g_assert_cmpstr (text, ==, expected);
}

/* A goal tells how far its indicator has come, and a reading what it counts. */
static void
test_readings (void)
{
  g_autoptr(AcademyStore) store = test_create_programme ("2021");
  g_autoptr(AcademyItem) organisation = test_get_organisation (store, "turku");
  g_autoptr(AcademyItem) goal = add (store, &academy_goal_kind, organisation, "title", "Less waste", NULL);
  g_autoptr(AcademyItem) indicator = add (store, &academy_indicator_kind, goal, "title", "Waste", "unit", "g / meal",
                                          "baseline", "62,0", "target", "42", NULL);
  GDate day;

  assert_described (store, goal, "Waste: 62 → 42 g / meal");
  for (guint i = 0; i < 3; i++)
    {
      static const double values[] = { 62, 58.5, 55 };
      g_autoptr(AcademyItem) reading = NULL;
      g_autofree char *title = NULL;

      g_date_set_dmy (&day, 1, 3 + i, 2022);
      reading = add (store, &academy_reading_kind, indicator, "date", &day, "value", values[i], NULL);
      title = academy_describe_title (store, reading);
      g_assert_true (g_str_has_suffix (title, " g / meal"));
      assert_described (store, goal, i == 0 ? "Waste: 62 → 42 g / meal" :
                                     i == 1 ? "Waste: 62 → 58.5 → 42 g / meal" : "Waste: 62 → 55 → 42 g / meal");
    }
  assert_described (store, indicator, "62 → 55 → 42 g / meal\n62 g / meal: 1 Mar 2022\n58.5 g / meal: 1 Apr 2022\n"
                                      "55 g / meal: 1 May 2022");
}

/* Of many roles of a person two are named, and the others counted. */
static void
test_roles (void)
{
  static const char * const slugs[] = { "turku", "kuopio", "keha", "digifinland" };
  g_autoptr(AcademyStore) store = test_create_programme ("2021");
  g_autoptr(AcademyItem) turku = test_get_organisation (store, "turku");
  g_autoptr(AcademyItem) programme = academy_store_get_owner (store, turku, NULL);
  g_autoptr(AcademyItem) person = add (store, &academy_person_kind, programme, "name", "Aino", "email", "a@example.org", NULL);
  g_autofree char *text = NULL;

  assert_described (store, person, "a@example.org");
  for (guint i = 0; i < G_N_ELEMENTS (slugs); i++)
    {
      g_autoptr(AcademyItem) organisation = test_get_organisation (store, slugs[i]);

      g_object_unref (add (store, &academy_participation_kind, organisation, "role", "mentor", "person",
                           academy_item_get_id (person), NULL));
    }
  text = academy_describe (store, person);
  g_assert_true (g_str_has_prefix (text, "a@example.org · "));
  g_assert_true (g_str_has_suffix (text, ": KEINO mentor · 2 more"));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/describe/readings", test_readings);
  g_test_add_func ("/describe/roles", test_roles);

  return test_display_run ();
}
