/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-bulk-bar.h"
#include "academy-cell.h"
#include "academy-kinds.h"
#include "academy-paste-dialog.h"
#include "academy-plan-page.h"
#include "academy-preferences.h"
#include "academy-section.h"
#include "plan-fixture.h"
#include "test-display.h"

#define TABLE \
  "Toimenpide\tVastuu\tAlkaa\tLoppuu\tTila\n" \
  "Map the needs of the schools\tBuyer\t1.3.2021\t31.3.2021\tkesken\n" \
  "Ask the market\tBuyer\t2.4.2021\t31.2.2021\ttehty\n" \
  "Write the call for tenders\tLawyer\tMay 2021\t30.6.2021\t\n"

#define HTML \
  "<html><body><table><tr><th>Measure</th><th>Cost</th></tr>" \
  "<tr><td>Map the<br>needs</td><td>1 200,50</td></tr>" \
  "<tr><td>Ask the market</td><td>300,00</td></tr></table></body></html>"

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;

  /* Borrowed */
  GtkWidget    *page;
  GtkWidget    *window;
  guint         n_before;
} Fixture;

static guint
count (Fixture *fixture)
{
  g_autoptr(GPtrArray) items = academy_store_get_all (fixture->store, &academy_measure_kind,
                                                      academy_item_get_id (fixture->organisation), NULL);

  return items->len;
}

static AcademyItem *
find (Fixture    *fixture,
      const char *title)
{
  g_autoptr(GPtrArray) items = academy_store_get_all (fixture->store, &academy_measure_kind,
                                                      academy_item_get_id (fixture->organisation), NULL);

  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (academy_item_get_text (items->pdata[i], "title"), title) == 0)
      return items->pdata[i];

  return NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_settings_reset (academy_preferences_get_settings (), "pasted-columns");
  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  fixture->page = academy_plan_page_new (fixture->store, fixture->organisation);
  fixture->window = test_present (fixture->page);
  fixture->n_before = count (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->organisation);
  g_assert_finalize_object (fixture->store);
}

static void
offer (Fixture    *fixture,
       const char *type,
       const char *data)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr(GdkContentProvider) provider = gdk_content_provider_new_for_bytes (type, bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (fixture->window), provider);
}

static gboolean
is_open (gpointer data)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (data);

  return dialog != NULL && ACADEMY_IS_PASTE_DIALOG (dialog) && gtk_widget_get_mapped (GTK_WIDGET (dialog));
}

static gboolean
is_closed (gpointer data)
{
  return adw_window_get_visible_dialog (data) == NULL;
}

static AcademyPasteDialog *
paste (Fixture    *fixture,
       const char *type,
       const char *data)
{
  offer (fixture, type, data);
  plan_activate (fixture->page, "pane.paste");
  test_wait_for (is_open, fixture->window);
  test_settle (fixture->window);
  return ACADEMY_PASTE_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static AcademyItem *
get_row (AcademyPasteDialog *dialog,
         guint               position)
{
  g_autoptr(AcademyItem) item =
    g_list_model_get_item (G_LIST_MODEL (academy_table_get_model (academy_paste_dialog_get_table (dialog))), position);

  return item;
}

/* Returns the drop-down of a column, which is called after its heading. */
static GtkDropDown *
find_chooser (GtkWidget  *root,
              const char *heading)
{
  GtkWidget *label = test_find (root, GTK_TYPE_LABEL, heading);

  g_assert_nonnull (label);
  return GTK_DROP_DOWN (gtk_widget_get_next_sibling (gtk_widget_get_parent (label)));
}

static const char *
get_choice (GtkDropDown *chooser)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (chooser));
}

static void
choose (GtkDropDown *chooser,
        const char  *label)
{
  GtkStringList *labels = GTK_STRING_LIST (gtk_drop_down_get_model (chooser));

  gtk_drop_down_set_selected (chooser, gtk_string_list_find (labels, label));
}

static GtkWidget *
find_add (AcademyPasteDialog *dialog,
          const char         *label)
{
  GtkWidget *button = test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  return button;
}

static void
press (Fixture   *fixture,
       GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  test_wait_for (is_closed, fixture->window);
  test_settle (fixture->window);
}

/* Sets a cell as its editor does. */
static void
correct (AcademyPasteDialog *dialog,
         AcademyItem        *draft,
         const char         *name,
         const char         *text)
{
  AcademyTable *table = academy_paste_dialog_get_table (dialog);
  const AcademyField *field = academy_kind_find_field (&academy_measure_kind, name);

  academy_table_focus (table, draft, field);
  g_assert_true (academy_table_begin (table, FALSE));
  gtk_editable_set_text (GTK_EDITABLE (academy_editor_get_control (academy_table_get_editor (table))), text);
  g_assert_true (academy_table_finish (table));
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  AcademyPasteDialog *dialog = paste (fixture, "text/plain;charset=utf-8", TABLE);
  g_autoptr(GError) error = NULL;
  AcademyItem *measure;

  g_assert_cmpstr (get_choice (find_chooser (GTK_WIDGET (dialog), "Toimenpide")), ==, "Title");
  g_assert_cmpstr (get_choice (find_chooser (GTK_WIDGET (dialog), "Alkaa")), ==, "Start date");
  g_assert_cmpstr (get_choice (find_chooser (GTK_WIDGET (dialog), "Tila")), ==, "Status");
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                               "2 of 3 understood. Correct the red cells, or they stay empty."));
  g_assert_null (adw_dialog_get_default_widget (ADW_DIALOG (dialog)));
  g_assert_true (academy_table_get_item (academy_paste_dialog_get_table (dialog)) == get_row (dialog, 1));
  g_assert_cmpstr (academy_table_get_field (academy_paste_dialog_get_table (dialog))->name, ==, "end");
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_CELL, "31.2.2021"));
  g_assert_cmpuint (count (fixture), ==, fixture->n_before);

  correct (dialog, get_row (dialog, 1), "end", "30.4.2021");
  g_assert_null (test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_CELL, "31.2.2021"));
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "3 of 3 understood."));
  g_assert_true (adw_dialog_get_default_widget (ADW_DIALOG (dialog)) == find_add (dialog, "Paste 3 measures"));
  g_assert_cmpuint (count (fixture), ==, fixture->n_before);

  press (fixture, find_add (dialog, "Paste 3 measures"));
  g_assert_cmpuint (count (fixture), ==, fixture->n_before + 3);
  measure = find (fixture, "Ask the market");
  g_assert_cmpstr (academy_item_get_text (measure, "status"), ==, "done");
  g_assert_cmpuint (g_date_get_day (academy_item_get_date (measure, "end")), ==, 30);

  g_assert_true (academy_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, fixture->n_before);
}

/* Rows pasted into a page that had none are selected as in any other. */
static void
test_first (Fixture       *fixture,
            gconstpointer  data)
{
  press (fixture, find_add (paste (fixture, "text/plain;charset=utf-8", TABLE), "Paste 3 measures"));
  test_settle (fixture->window);
  g_assert_cmpuint (academy_table_model_count_selected (academy_table_get_model (
                      ACADEMY_TABLE (test_find (fixture->page, ACADEMY_TYPE_TABLE, NULL)))), ==, 3);
}

static void
test_html (Fixture       *fixture,
           gconstpointer  data)
{
  AcademyPasteDialog *dialog = paste (fixture, "text/html", HTML);

  press (fixture, find_add (dialog, "Paste 2 measures"));
  g_assert_cmpuint (count (fixture), ==, fixture->n_before + 2);
  g_assert_cmpint (academy_item_get_number (find (fixture, "Ask the market"), "cost"), ==, 300);
}

/* What corrects a text corrects it in all rows, by one step. F8 goes from one red cell
 * to the next. */
static void
test_alike (Fixture       *fixture,
            gconstpointer  data)
{
  AcademyPasteDialog *dialog = paste (fixture, "text/plain;charset=utf-8",
                                      "Measure\tEnd date\tStatus\nOne\t31.2.2021\tDone\nTwo\t31.2.2021\tSomewhere\n"
                                      "Three\t31.4.2021\tDone\nFour\t31.2.2021\tDone\n");
  AcademyTable *table = academy_paste_dialog_get_table (dialog);
  GtkWidget *next = test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Next red cell");
  static const struct {
    guint       row;
    const char *field;
  } reds[] = { { 1, "status" }, { 2, "end" }, { 1, "status" } };

  g_assert_true (gtk_widget_get_visible (next));
  correct (dialog, get_row (dialog, 0), "end", "28.2.2021");
  test_settle (fixture->window);
  g_assert_cmpuint (g_date_get_day (academy_item_get_date (get_row (dialog, 3), "end")), ==, 28);
  g_assert_null (academy_item_get_date (get_row (dialog, 2), "end"));
  g_assert_nonnull (test_find (fixture->window, GTK_TYPE_LABEL, "Also corrected in 2 other rows"));
  for (guint i = 0; i < G_N_ELEMENTS (reds); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "paste.next", NULL));
      g_assert_true (academy_table_get_item (table) == get_row (dialog, reds[i].row));
      g_assert_cmpstr (academy_table_get_field (table)->name, ==, reds[i].field);
    }

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "win.undo", NULL));
  g_assert_null (academy_item_get_date (get_row (dialog, 0), "end"));
  g_assert_null (academy_item_get_date (get_row (dialog, 3), "end"));
  g_assert_true (adw_dialog_close (ADW_DIALOG (dialog)));
  test_wait_for (is_closed, fixture->window);
}

static gboolean
asks (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (data));
}

static gboolean
is_not_asking (gpointer data)
{
  return !asks (data);
}

/* Corrections are not lost without a question; a preview without any closes. */
static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  AcademyPasteDialog *dialog = paste (fixture, "text/plain;charset=utf-8", TABLE);

  g_assert_true (adw_dialog_close (ADW_DIALOG (dialog)));
  test_wait_for (is_closed, fixture->window);

  dialog = paste (fixture, "text/plain;charset=utf-8", TABLE);
  correct (dialog, get_row (dialog, 1), "end", "30.4.2021");
  g_assert_false (adw_dialog_close (ADW_DIALOG (dialog)));
  test_wait_for (asks, fixture->window);
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  test_wait_for (is_not_asking, fixture->window);
  g_assert_true (is_open (fixture->window));

  gtk_window_close (GTK_WINDOW (fixture->window));
  test_wait_for (asks, fixture->window);
  g_signal_emit_by_name (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)), "response", "discard");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  test_wait_for (is_closed, fixture->window);
  g_assert_cmpuint (count (fixture), ==, fixture->n_before);

  dialog = paste (fixture, "text/plain;charset=utf-8", TABLE);
  choose (find_chooser (GTK_WIDGET (dialog), "Vastuu"), "Not taken");
  g_assert_false (adw_dialog_close (ADW_DIALOG (dialog)));
  test_wait_for (asks, fixture->window);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  test_wait_for (is_closed, fixture->window);
}

/* The columns that were filled are shown, and no others. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  AcademyTableColumns *columns;
  AcademyTable *table;

  press (fixture, find_add (paste (fixture, "text/plain;charset=utf-8", "Measure\nOne\nTwo\n"), "Paste 2 measures"));
  table = ACADEMY_TABLE (test_find (fixture->page, ACADEMY_TYPE_TABLE, NULL));
  columns = academy_table_get_columns (table);
  academy_table_columns_show (columns, academy_kind_find_field (&academy_measure_kind, "cost"), FALSE);
  academy_table_columns_show (columns, academy_kind_find_field (&academy_measure_kind, "status"), FALSE);
  press (fixture, find_add (paste (fixture, "text/plain;charset=utf-8", "Measure\tCost\nThree\t300\nFour\t\n"),
                            "Paste 2 measures"));
  g_assert_true (academy_table_columns_is_shown (columns, academy_kind_find_field (&academy_measure_kind, "cost")));
  g_assert_false (academy_table_columns_is_shown (columns, academy_kind_find_field (&academy_measure_kind, "status")));
  academy_table_columns_show (columns, academy_kind_find_field (&academy_measure_kind, "status"), TRUE);
}

/* What is left out is not added, and does not hinder. */
static void
test_leave_out (Fixture       *fixture,
                gconstpointer  data)
{
  AcademyPasteDialog *dialog = paste (fixture, "text/plain;charset=utf-8", TABLE);
  GtkWidget *cell = test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_CELL, "31.2.2021");
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  GtkWidget *check = test_find (row, GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "2 of 2 understood."));
  press (fixture, find_add (dialog, "Paste 2 measures"));
  g_assert_null (find (fixture, "Ask the market"));
}

/* Corrections outlast another choice of a column, which is remembered. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  AcademyPasteDialog *dialog = paste (fixture, "text/plain;charset=utf-8", TABLE);
  GtkWidget *label;

  correct (dialog, get_row (dialog, 1), "end", "30.4.2021");
  choose (find_chooser (GTK_WIDGET (dialog), "Vastuu"), "Not taken");
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                               "3 of 3 understood, but these columns are left out: Vastuu."));
  press (fixture, find_add (dialog, "Paste 3 measures"));
  g_assert_null (academy_item_get_text (find (fixture, "Ask the market"), "owner_role"));

  dialog = paste (fixture, "text/plain;charset=utf-8", TABLE);
  g_assert_cmpstr (get_choice (find_chooser (GTK_WIDGET (dialog), "Vastuu")), ==, "Not taken");
  label = test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Leave out the 3 rows that exist already");
  g_assert_nonnull (label);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_widget_get_parent (label))));
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "No row is chosen."));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_parent (label)), FALSE);
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Paste 3 measures"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  test_wait_for (is_closed, fixture->window);
}

static gboolean
has_toast (gpointer data)
{
  return test_find (data, GTK_TYPE_LABEL, "There is no text or table on the clipboard. Copy the cells or lines first.") != NULL;
}

static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  offer (fixture, "image/png", "picture");
  plan_activate (fixture->page, "pane.paste");
  test_wait_for (has_toast, fixture->window);
  g_assert_true (is_closed (fixture->window));
}

static gboolean
has_any_toast (gpointer data)
{
  return test_find (data, g_type_from_name ("AdwToastWidget"), NULL) != NULL;
}

/* A program that empties the clipboard leaves a text without a byte there. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  offer (fixture, "text/plain;charset=utf-8", "");
  plan_activate (fixture->page, "pane.paste");
  test_wait_for (has_any_toast, fixture->window);
  g_assert_true (is_closed (fixture->window));
}

static AcademyItem *
add_goal (Fixture     *fixture,
          AcademyEdit *edit,
          const char  *title)
{
  AcademyItem *goal = academy_item_new_part (&academy_goal_kind, academy_item_get_id (fixture->organisation));

  g_object_set (goal, "title", title, NULL);
  academy_edit_create (edit, goal);
  return goal;
}

/* What is chosen for all rows spares the row that was corrected before. */
static void
test_corrected_link (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_goal_kind.add);
  g_autoptr(AcademyItem) first = add_goal (fixture, edit, "First");
  g_autoptr(AcademyItem) second = add_goal (fixture, edit, "Second");
  const AcademyField *field = academy_kind_find_field (&academy_measure_kind, "goals");
  g_auto(GValue) value = G_VALUE_INIT;
  const char *ids[] = { academy_item_get_id (first), NULL };
  AcademyPasteDialog *dialog;
  AcademyPaste *pasted;
  AcademyTableModel *model;

  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  dialog = paste (fixture, "text/plain;charset=utf-8",
                  "Measure\tGoals\nMap the needs\tNo such goal\nAsk the market\tNo such goal\n");
  model = academy_table_get_model (academy_paste_dialog_get_table (dialog));
  pasted = academy_table_model_get_paste (model);
  academy_value_init (field, &value);
  g_value_set_boxed (&value, ids);
  g_assert_true (academy_table_model_save (model, get_row (dialog, 0), field, &value, NULL));
  academy_paste_resolve_link (pasted, academy_paste_get_unknown_links (pasted)->pdata[0], academy_item_get_id (second));

  g_assert_cmpstr (academy_item_get_links (get_row (dialog, 0), "goals")[0], ==, academy_item_get_id (first));
  g_assert_null (academy_item_get_links (get_row (dialog, 0), "goals")[1]);
  g_assert_cmpstr (academy_item_get_links (get_row (dialog, 1), "goals")[0], ==, academy_item_get_id (second));
  press (fixture, find_add (dialog, "Paste 2 measures"));
}

static guint
count_goals (Fixture *fixture)
{
  g_autoptr(GPtrArray) goals = academy_store_get_all (fixture->store, &academy_goal_kind,
                                                      academy_item_get_id (fixture->organisation), NULL);

  return goals->len;
}

/* Goals that are not in the file come there with the rows that link to them, by one
 * step. The rows keep them when they are read again. */
static void
test_added_links (Fixture       *fixture,
                  gconstpointer  data)
{
  AcademyPasteDialog *dialog =
    paste (fixture, "text/html",
           "<table><tr><th>Measure</th><th>Goals</th></tr><tr><td>Map the needs</td><td>Less waste</td></tr>"
           "<tr><td>Ask the market</td><td rowspan=2>Cleaner air; less waste</td></tr><tr><td>Train people</td></tr></table>");
  GtkWidget *merged = test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Repeat merged values in each row");
  guint before = count_goals (fixture);
  g_autoptr(AcademyItem) goal = NULL;
  const char * const *links;

  g_signal_emit_by_name (test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "A_dd all"), "clicked");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_parent (merged)), FALSE);
  g_assert_cmpuint (count_goals (fixture), ==, before);
  press (fixture, find_add (dialog, "Paste 3 measures"));

  g_assert_cmpuint (count_goals (fixture), ==, before + 2);
  links = academy_item_get_links (find (fixture, "Map the needs"), "goals");
  goal = academy_store_get (fixture->store, &academy_goal_kind, links[0], NULL);
  g_assert_cmpstr (academy_item_get_text (goal, "title"), ==, "Less waste");
  g_assert_true (g_strv_contains (academy_item_get_links (find (fixture, "Ask the market"), "goals"), links[0]));
  g_assert_cmpuint (g_strv_length ((GStrv) academy_item_get_links (find (fixture, "Ask the market"), "goals")), ==, 2);
  links = academy_item_get_links (find (fixture, "Train people"), "goals");
  g_assert_true (links == NULL || *links == NULL);
  g_assert_true (academy_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_goals (fixture), ==, before);
}

/* A merged cell means all its rows, unless somebody says otherwise. */
static void
test_merged (Fixture       *fixture,
             gconstpointer  data)
{
  AcademyPasteDialog *dialog =
    paste (fixture, "text/html",
           "<table><tr><th>Measure</th><th>Owner role</th></tr>"
           "<tr><td>Map the needs</td><td rowspan=999999999>Buyer</td></tr><tr><td>Ask the market</td></tr></table>");
  GtkWidget *label = test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Repeat merged values in each row");

  g_assert_nonnull (label);
  g_assert_cmpstr (academy_item_get_text (get_row (dialog, 1), "owner_role"), ==, "Buyer");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_parent (label)), FALSE);
  g_assert_null (academy_item_get_text (get_row (dialog, 1), "owner_role"));
  press (fixture, find_add (dialog, "Paste 2 measures"));
  g_assert_cmpstr (academy_item_get_text (find (fixture, "Map the needs"), "owner_role"), ==, "Buyer");
}

/* Goals that are not in the file are asked about once. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  AcademyPasteDialog *dialog = paste (fixture, "text/plain;charset=utf-8",
                                      "Measure\tGoals\nMap the needs\tNo such goal\nAsk the market\tNo such goal\n");
  GtkWidget *row;

  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                               "0 of 2 understood. Correct the red cells, or they stay empty."));
  row = gtk_widget_get_ancestor (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "No such goal"), ADW_TYPE_COMBO_ROW);
  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  test_settle (fixture->window);
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "2 of 2 understood."));
  press (fixture, find_add (dialog, "Paste 2 measures"));
  g_assert_nonnull (find (fixture, "Map the needs"));
}

/* What was chosen stays visible, can be chosen again, and is undone by the keys of
 * the dialog. */
static void
test_links_again (Fixture       *fixture,
                  gconstpointer  data)
{
  AcademyPasteDialog *dialog = paste (fixture, "text/plain;charset=utf-8", "Measure\tGoals\nMap the needs\tNo such goal\n");
  AdwComboRow *row = ADW_COMBO_ROW (gtk_widget_get_ancestor (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "No such goal"),
                                                             ADW_TYPE_COMBO_ROW));
  GtkStringList *labels = GTK_STRING_LIST (adw_combo_row_get_model (row));
  guint added = gtk_string_list_find (labels, "Add impact goal");

  g_assert_cmpuint (added, !=, G_MAXUINT);
  adw_combo_row_set_selected (row, gtk_string_list_find (labels, "Leave out"));
  test_settle (fixture->window);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  adw_combo_row_set_selected (row, added);
  test_settle (fixture->window);
  g_assert_cmpuint (g_strv_length ((GStrv) academy_item_get_links (get_row (dialog, 0), "goals")), ==, 1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "win.undo", NULL));
  test_settle (fixture->window);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, gtk_string_list_find (labels, "Leave out"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "win.redo", NULL));
  test_settle (fixture->window);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, added);
  press (fixture, adw_dialog_get_default_widget (ADW_DIALOG (dialog)));
  g_assert_cmpuint (g_strv_length ((GStrv) academy_item_get_links (find (fixture, "Map the needs"), "goals")), ==, 1);
}

/* A single text goes into the cell with the cursor. */
static void
test_cell (Fixture       *fixture,
           gconstpointer  data)
{
  AcademyItem *first = academy_item_new_part (&academy_measure_kind, academy_item_get_id (fixture->organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  AcademyTable *table;

  g_object_set (first, "title", "A title", NULL);
  academy_edit_create (edit, first);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);
  table = ACADEMY_TABLE (test_find (fixture->page, ACADEMY_TYPE_TABLE, NULL));

  academy_table_focus (table, first, academy_kind_find_field (&academy_measure_kind, "title"));
  offer (fixture, "text/plain;charset=utf-8", "Another title\n");
  plan_activate (fixture->page, "pane.paste");
  for (guint i = 0; i < 100 && g_strcmp0 (academy_item_get_text (first, "title"), "Another title") != 0; i++)
    {
      g_usleep (10000);
      test_settle (fixture->window);
    }
  g_assert_cmpstr (academy_item_get_text (first, "title"), ==, "Another title");
  g_assert_cmpuint (count (fixture), ==, fixture->n_before + 1);
  g_object_unref (first);
}

/* The largest table that is read has quoted line breaks and unknown columns. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("Measure\tStart date");
  AcademyPasteDialog *dialog;

  for (guint column = 2; column < 60; column++)
    g_string_append_printf (text, "\tColumn %u", column);
  for (guint row = 0; row < 3200; row++)
    {
      g_string_append_printf (text, "\n\"Measure\nnumber %u\"\t1 March 2021", row);
      for (guint column = 2; column < 60; column++)
        g_string_append (text, "\t1,5");
    }

  dialog = paste (fixture, "text/plain;charset=utf-8", text->str);
  g_assert_cmpuint (academy_table_model_count (academy_table_get_model (academy_paste_dialog_get_table (dialog))), >=, 2999);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  test_wait_for (is_closed, fixture->window);
}

static double
get_edge (GtkWidget *widget,
          GtkWidget *window,
          gboolean   is_top)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  return bounds.origin.y + (is_top ? 0 : bounds.size.height);
}

static gboolean
is_bar_revealed (gpointer data)
{
  GtkWidget *bar = test_find (data, ACADEMY_TYPE_BULK_BAR, NULL);

  return gtk_revealer_get_child_revealed (GTK_REVEALER (adw_bin_get_child (ADW_BIN (bar))));
}

/* New rows are seen: all, or the first and those after it. The toast about them covers
 * neither them nor the bar. */
static void
test_shown (Fixture       *fixture,
            gconstpointer  data)
{
  static const guint n_rows[] = { 30, 5, 60 };
  g_autoptr(GtkCssProvider) styles = gtk_css_provider_new ();

  /* An application loads them by itself. */
  gtk_css_provider_load_from_resource (styles, "/fi/hankintakeino/InnovationAcademy/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (fixture->window), GTK_STYLE_PROVIDER (styles),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  for (guint i = 0; i < G_N_ELEMENTS (n_rows); i++)
    {
      g_autoptr(GString) text = g_string_new ("Measure\n");
      g_autofree char *label = g_strdup_printf ("Paste %u measures", n_rows[i]);
      g_autofree char *told = g_strdup_printf ("Measures: %u added", n_rows[i]);
      g_autofree char *first = g_strdup_printf ("Pasted %u-0", i);
      g_autofree char *last = g_strdup_printf ("Pasted %u-%u", i, n_rows[i] - 1);
      GtkWidget *toast, *bar, *view, *row;

      for (guint j = 0; j < n_rows[i]; j++)
        g_string_append_printf (text, "Pasted %u-%u\n", i, j);
      press (fixture, find_add (paste (fixture, "text/plain;charset=utf-8", text->str), label));
      /* The first of all only fill the table. */
      if (i == 0)
        continue;
      test_wait_for (is_bar_revealed, fixture->page);
      test_settle (fixture->window);

      toast = test_find (fixture->window, GTK_TYPE_LABEL, told);
      while (g_strcmp0 (gtk_widget_get_css_name (toast), "toast") != 0)
        toast = gtk_widget_get_parent (toast);
      bar = test_find (fixture->page, ACADEMY_TYPE_BULK_BAR, NULL);
      view = gtk_widget_get_last_child (test_find (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL));
      row = gtk_widget_get_parent (gtk_widget_get_parent (test_find (view, ACADEMY_TYPE_CELL, first)));
      g_assert_cmpfloat (get_edge (toast, fixture->window, FALSE), <=, get_edge (bar, fixture->window, TRUE));
      g_assert_cmpfloat (get_edge (view, fixture->window, FALSE), <=, get_edge (toast, fixture->window, TRUE));
      g_assert_cmpfloat (get_edge (row, fixture->window, TRUE), >=, get_edge (view, fixture->window, TRUE) - 1);
      if (n_rows[i] > 20)
        {
          g_assert_cmpfloat (get_edge (row, fixture->window, TRUE), <=,
                             get_edge (view, fixture->window, TRUE) + gtk_widget_get_height (view) / 3);
          continue;
        }
      row = gtk_widget_get_parent (gtk_widget_get_parent (test_find (view, ACADEMY_TYPE_CELL, last)));
      g_assert_cmpfloat (get_edge (row, fixture->window, FALSE), <=, get_edge (view, fixture->window, FALSE) + 1);
    }
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (fixture->window), GTK_STYLE_PROVIDER (styles));
}

/* A section pastes what it has. */
static void
test_section (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *section = academy_section_new (fixture->store, &academy_challenge_kind, fixture->organisation);
  GtkWidget *window = test_present (section);
  g_autoptr(GPtrArray) challenges = NULL;
  guint n_before;

  challenges = academy_store_get_all (fixture->store, &academy_challenge_kind, academy_item_get_id (fixture->organisation), NULL);
  n_before = challenges->len;
  offer (fixture, "text/plain;charset=utf-8",
         "Challenge\tDescription\nNobody owns renewal\tIn management\nThere is no time\t\n");
  gtk_widget_activate_action (section, "section.paste", NULL);
  test_wait_for (is_open, window);
  test_settle (window);
  g_signal_emit_by_name (find_add (ACADEMY_PASTE_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (window))),
                                   "Paste 2 change challenges"), "clicked");
  test_wait_for (is_closed, window);

  g_ptr_array_unref (challenges);
  challenges = academy_store_get_all (fixture->store, &academy_challenge_kind, academy_item_get_id (fixture->organisation), NULL);
  g_assert_cmpuint (challenges->len, ==, n_before + 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An empty section offers to paste beside adding. */
static void
test_empty_section (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_owner (fixture->store, fixture->organisation, NULL);
  GtkWidget *section = academy_section_new (fixture->store, &academy_person_kind, programme);
  GtkWidget *window = test_present (section);
  g_autoptr(GPtrArray) people = NULL;
  GtkWidget *button = test_find (section, GTK_TYPE_BUTTON, "_Paste…");

  offer (fixture, "text/plain;charset=utf-8", "Name\tE-mail\nAnna Ahola\tanna@example.org\nPekka Puro\tpekka@example.org\n");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  test_wait_for (is_open, window);
  test_settle (window);
  g_signal_emit_by_name (find_add (ACADEMY_PASTE_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (window))),
                                   "Paste 2 people"), "clicked");
  test_wait_for (is_closed, window);

  people = academy_store_get_all (fixture->store, &academy_person_kind, academy_item_get_id (programme), NULL);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_null (test_find (section, GTK_TYPE_BUTTON, "_Paste…"));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, test) g_test_add ("/paste/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  test_display_init (&argc, &argv);

  ADD ("text", test_text);
  ADD ("first", test_first);
  ADD ("html", test_html);
  ADD ("alike", test_alike);
  ADD ("discard", test_discard);
  ADD ("hidden", test_hidden);
  ADD ("leave-out", test_leave_out);
  ADD ("added-links", test_added_links);
  ADD ("columns", test_columns);
  ADD ("picture", test_picture);
  ADD ("empty", test_empty);
  ADD ("links", test_links);
  ADD ("links/again", test_links_again);
  ADD ("corrected-link", test_corrected_link);
  ADD ("merged", test_merged);
  ADD ("cell", test_cell);
  ADD ("large", test_large);
  ADD ("shown", test_shown);
  ADD ("section", test_section);
  ADD ("section/empty", test_empty_section);

  return test_display_run ();
}
