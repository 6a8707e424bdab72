/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-clock.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "test-display.h"

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;
  AcademyItem  *opportunity;

  /* Borrowed */
  GtkWidget    *form;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_opportunity_kind.add);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, G_DATE_JUNE, 2022);
  academy_clock_set_today (&today);
  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  fixture->opportunity = academy_item_new_part (&academy_opportunity_kind, academy_item_get_id (fixture->organisation));
  g_object_set (fixture->opportunity, "title", "Cleaning", NULL);
  academy_edit_create (edit, fixture->opportunity);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));

  fixture->form = academy_form_new (fixture->store, &academy_opportunity_kind);
  fixture->window = test_present (fixture->form);
  academy_form_set_item (ACADEMY_FORM (fixture->form), fixture->opportunity);
  test_settle (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  academy_clock_set_today (NULL);
  g_assert_finalize_object (fixture->opportunity);
  g_assert_finalize_object (fixture->organisation);
  g_assert_finalize_object (fixture->store);
}

/* The label of the hint, which describes the row of a field. */
static GtkWidget *
find_hint (Fixture    *fixture,
           const char *text)
{
  GtkWidget *label = test_find (fixture->form, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label) ? label : NULL;
}

static GtkAccessible *
get_control (Fixture    *fixture,
             const char *title)
{
  GtkWidget *row = test_find (fixture->form, ADW_TYPE_ENTRY_ROW, title);

  return GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row)));
}

static void
assert_described (Fixture    *fixture,
                  const char *title,
                  const char *text)
{
  GtkWidget *label = find_hint (fixture, text);

  g_assert_nonnull (label);
  gtk_test_accessible_assert_relation (get_control (fixture, title), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL);
}

/* The threshold follows the value, the object, the day, and the organisation. */
static void
test_threshold (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const title = "Estimated value excluding VAT, €";

  g_assert_false (gtk_test_accessible_has_relation (get_control (fixture, title), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));

  test_set_text (fixture->store, fixture->opportunity, "value", "214500");
  assert_described (fixture, title, "Choose the object of the procurement to compare its value with the thresholds.");

  test_set_text (fixture->store, fixture->opportunity, "object", "goods_services");
  assert_described (fixture, title,
                    "About €214,500: at least the national threshold of €60,000, below the EU threshold of €215,000 "
                    "(2022–2023). A hint, not legal advice.");

  test_set_text (fixture->store, fixture->opportunity, "notice", "2021-12-31");
  assert_described (fixture, title,
                    "About €214,500: at least the EU threshold of €214,000 (2020–2021). A hint, not legal advice.");

  test_set_text (fixture->store, fixture->organisation, "buyer_class", "utility");
  assert_described (fixture, title,
                    "About €214,500: below the EU threshold of €428,000 (2020–2021). A hint, not legal advice.");

  test_set_text (fixture->store, fixture->opportunity, "value", NULL);
  g_assert_false (gtk_test_accessible_has_relation (get_control (fixture, title), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
}

/* Typing is followed as soon as it is saved. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  static const char division[] = "72000000 IT services: consulting, software development, Internet and support";
  GtkWidget *row = test_find (fixture->form, ADW_TYPE_ENTRY_ROW, "CPV code");

  g_assert_null (find_hint (fixture, division));
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "72230000-1");
  g_assert_true (academy_form_flush (ACADEMY_FORM (fixture->form)));
  test_settle (fixture->window);
  g_assert_cmpstr (academy_item_get_text (fixture->opportunity, "cpv"), ==, "72230000");
  assert_described (fixture, "CPV code", division);
}

/* An item without hints takes those of the item before away. */
static void
test_other_item (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char hint[] = "Counted back in working days:\nContract implementation: 18 May – 30 Jun 2022, about 6 weeks";

  test_set_text (fixture->store, fixture->opportunity, "stage", "contract");
  test_set_text (fixture->store, fixture->opportunity, "needed", "2022-06-30");
  assert_described (fixture, "In use by", hint);

  academy_form_set_item (ACADEMY_FORM (fixture->form), NULL);
  test_settle (fixture->window);
  g_assert_null (find_hint (fixture, hint));
  academy_form_set_item (ACADEMY_FORM (fixture->form), fixture->opportunity);
  test_settle (fixture->window);
  g_assert_nonnull (find_hint (fixture, hint));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add ("/form-hint/threshold", Fixture, NULL, set_up, test_threshold, tear_down);
  g_test_add ("/form-hint/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/form-hint/other-item", Fixture, NULL, set_up, test_other_item, tear_down);

  return test_display_run ();
}
