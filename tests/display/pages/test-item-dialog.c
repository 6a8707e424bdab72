/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-draft.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "fields-fixture.h"
#include "test-display.h"

/* The first field in which people write, if any. */
static const AcademyField *
get_first_text (const AcademyKind *kind)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if ((field->type == ACADEMY_TEXT || field->type == ACADEMY_LONG_TEXT) && (field->flags & ACADEMY_HIDDEN) == 0)
      return field;

  return NULL;
}

/* A new item begins with the focus on its first text. */
static void
test_new (void)
{
  g_autoptr(AcademyStore) store = fields_create_everything ();
  GtkWidget *opener = gtk_button_new ();
  GtkWidget *window = test_present (opener);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *owner_field = academy_kind_get_owner (*kind);
      const AcademyField *first = get_first_text (*kind);
      g_autoptr(AcademyItem) owner = NULL;
      g_autoptr(AcademyItem) draft = NULL;
      GtkWidget *focus, *row;
      AdwDialog *dialog;

      if ((*kind)->prompt == NULL || owner_field == NULL || first == NULL)
        continue;

      g_test_message ("%s", (*kind)->name);
      owner = academy_store_get_first (store, academy_kind_find (owner_field->target), NULL, NULL);
      draft = academy_draft_new (store, *kind, owner, NULL);
      academy_item_dialog_open (opener, draft, store);
      test_settle (window);
      dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
      focus = gtk_root_get_focus (GTK_ROOT (window));
      g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)));
      g_assert_true (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
      row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
      g_assert_true ((test_get_text (row) != NULL && g_str_has_prefix (test_get_text (row), first->label)) ||
                     test_find (row, GTK_TYPE_LABEL, first->label) != NULL);
      adw_dialog_force_close (dialog);
      test_settle (window);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/item-dialog/new", test_new);

  return test_display_run ();
}
