/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-pane.h"
#include "plan-fixture.h"
#include "test-display.h"

AcademyTable *
plan_get_table (GtkWidget *root)
{
  GtkWidget *table = test_find (root, ACADEMY_TYPE_TABLE, NULL);

  g_assert_nonnull (table);
  return ACADEMY_TABLE (table);
}

/* Activates an action of the page with the table that is shown. */
void
plan_activate (GtkWidget  *root,
               const char *action)
{
  GtkWidget *pane = test_find (root, ACADEMY_TYPE_TABLE_PANE, NULL);

  g_assert_true (gtk_widget_activate_action (pane, action, NULL));
}

/* Moves the cursor to a row. */
void
plan_select (GtkWidget *root,
             guint      position)
{
  AcademyTable *table = plan_get_table (root);
  g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (academy_table_get_model (table)), position);

  academy_table_focus (table, item, NULL);
  test_settle (root);
}

/* Opens the form of a row beside the table. */
void
plan_open (GtkWidget *root,
           guint      position)
{
  plan_select (root, position);
  gtk_widget_activate_action (GTK_WIDGET (plan_get_table (root)), "table.open", NULL);
  test_settle (root);
}

guint
plan_get_position (GtkWidget   *root,
                   AcademyItem *item)
{
  guint position;

  g_assert_true (academy_table_model_find (academy_table_get_model (plan_get_table (root)), item, &position));
  return position;
}

/* One row is selected, which is that of @item. */
void
plan_assert_only (GtkWidget   *root,
                  AcademyItem *item)
{
  g_autoptr(GPtrArray) ids = academy_table_model_dup_selected (academy_table_get_model (plan_get_table (root)));

  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, academy_item_get_id (item));
}
