/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-draft.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "fields-fixture.h"
#include "test-display.h"

/* The first field that is empty and is written into, or must be chosen. */
static const AcademyField *
get_first (AcademyItem *draft)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (draft), field)
    {
      gboolean is_typed = field->type != ACADEMY_CHOICE && field->type != ACADEMY_FLAG && field->type != ACADEMY_LINK &&
                          field->type != ACADEMY_LINKS;

      if ((field->flags & ACADEMY_HIDDEN) == 0 && !academy_value_is_set (field, academy_item_get_value (draft, field)) &&
          (is_typed || (field->flags & ACADEMY_REQUIRED) != 0))
        return field;
    }

  return NULL;
}

/* A new item begins with the focus on the first field that it needs, whatever its
 * type: what is typed at once goes there. */
static void
test_new (void)
{
  g_autoptr(AcademyStore) store = fields_create_everything ();
  GtkWidget *opener = gtk_button_new ();
  GtkWidget *window = test_present (opener);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *owner_field = academy_kind_get_owner (*kind);
      const AcademyField *first;
      g_autoptr(AcademyItem) owner = NULL;
      g_autoptr(AcademyItem) draft = NULL;
      GtkWidget *focus, *row;
      AdwDialog *dialog;

      if ((*kind)->prompt == NULL || owner_field == NULL)
        continue;

      g_test_message ("%s", (*kind)->name);
      owner = academy_store_get_first (store, academy_kind_find (owner_field->target), NULL, NULL);
      draft = academy_draft_new (store, *kind, owner, NULL);
      academy_draft_ask (draft);
      first = get_first (draft);
      if (first == NULL)
        continue;

      academy_item_dialog_open (opener, draft, store);
      test_settle (window);
      dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
      focus = gtk_root_get_focus (GTK_ROOT (window));
      g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)));
      row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
      g_assert_true ((test_get_text (row) != NULL && g_str_has_prefix (test_get_text (row), first->label)) ||
                     test_find (row, GTK_TYPE_LABEL, first->label) != NULL);
      adw_dialog_force_close (dialog);
      test_settle (window);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A number is what a reading is about, though a text follows it. */
static void
test_reading (void)
{
  g_autoptr(AcademyStore) store = fields_create_everything ();
  GtkWidget *opener = gtk_button_new ();
  GtkWidget *window = test_present (opener);
  g_autoptr(AcademyItem) indicator = academy_store_get_first (store, &academy_indicator_kind, NULL, NULL);
  g_autoptr(AcademyItem) draft = academy_draft_new (store, &academy_reading_kind, indicator, NULL);
  GtkWidget *row;

  academy_item_dialog_open (opener, draft, store);
  test_settle (window);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (g_str_has_prefix (test_get_text (row), "Actual value"));

  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  test_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/item-dialog/new", test_new);
  g_test_add_func ("/item-dialog/reading", test_reading);

  return test_display_run ();
}
