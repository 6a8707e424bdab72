/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-cell.h"
#include "academy-kinds.h"
#include "academy-table.h"
#include "fields-fixture.h"
#include "test-display.h"

#define MANY 300

typedef struct {
  /* Owned */
  AcademyStore      *store;
  AcademyItem       *organisation;
  AcademyTableModel *model;
  GSettings         *settings;

  char              *told;
  char              *failure;

  /* Borrowed */
  AcademyTable      *table;
  GtkWidget         *button;
  GtkWidget         *window;
} Fixture;

static void
told_cb (Fixture    *fixture,
         const char *message)
{
  g_set_str (&fixture->told, message);
}

static void
refused_cb (Fixture    *fixture,
            const char *message)
{
  g_set_str (&fixture->failure, message);
}

static void
show_table (Fixture            *fixture,
            const AcademyKind  *kind,
            const AcademyQuery *query)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->model = academy_table_model_new (fixture->store, kind, query);
  fixture->table = ACADEMY_TABLE (academy_table_new (fixture->model, fixture->settings));
  g_signal_connect_swapped (fixture->table, "told", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->table, "failed", G_CALLBACK (refused_cb), fixture);
  fixture->button = gtk_button_new_with_label ("Neighbour");
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->table), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->table));
  gtk_box_append (GTK_BOX (box), fixture->button);
  fixture->window = test_present (box);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new ("fi.hankintakeino.InnovationAcademy");
  g_settings_reset (fixture->settings, "tables");
  if (data != NULL)
    {
      fixture->store = fields_create_everything ();
      show_table (fixture, data, &(AcademyQuery) { NULL });
      return;
    }

  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  show_table (fixture, &academy_measure_kind, &(AcademyQuery) { .owner = academy_item_get_id (fixture->organisation) });
  academy_table_model_set_parent (fixture->model, fixture->organisation, TRUE);
}

/* Nothing may keep what is no longer shown. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->model);
  g_clear_object (&fixture->organisation);
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->settings);
  g_free (fixture->told);
  g_free (fixture->failure);
}

static const AcademyField *
get_field (const char *name)
{
  return academy_kind_find_field (&academy_measure_kind, name);
}

static AcademyItem *
add (Fixture    *fixture,
     const char *title)
{
  AcademyItem *measure = academy_item_new_part (&academy_measure_kind, academy_item_get_id (fixture->organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Add");

  g_object_set (measure, "title", title, NULL);
  academy_edit_create (edit, measure);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  return measure;
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static gboolean
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->table));
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &is_taken);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return is_taken;
}

/* The cell has the focus, and is that of the cursor. */
static void
assert_at (Fixture            *fixture,
           AcademyItem        *item,
           const AcademyField *field)
{
  GtkWidget *cell = gtk_widget_get_first_child (get_focus (fixture));

  g_assert_true (ACADEMY_IS_CELL (cell));
  g_assert_true (academy_cell_get_item (ACADEMY_CELL (cell)) == item);
  g_assert_cmpstr (academy_cell_get_field (ACADEMY_CELL (cell))->name, ==, field->name);
  g_assert_true (academy_table_get_item (fixture->table) == item);
  g_assert_true (academy_table_get_field (fixture->table) == field);
  g_assert_null (academy_table_get_editor (fixture->table));
}

static void
assert_editing (Fixture *fixture)
{
  g_assert_nonnull (academy_table_get_editor (fixture->table));
  g_assert_true (gtk_widget_is_focus (academy_editor_get_control (academy_table_get_editor (fixture->table))));
}

static void
insert (Fixture    *fixture,
        const char *text)
{
  g_signal_emit_by_name (academy_editor_get_control (academy_table_get_editor (fixture->table)), "insert-at-cursor", text);
}

static void
begin (Fixture            *fixture,
       AcademyItem        *item,
       const AcademyField *field,
       const char         *text)
{
  academy_table_focus (fixture->table, item, field);
  test_settle (fixture->window);
  g_assert_true (academy_table_begin (fixture->table, TRUE));
  assert_editing (fixture);
  insert (fixture, text);
}

/* Every field is reached by the arrow, edited and left by the keys. */
static void
walk_field (Fixture            *fixture,
            AcademyItem        *item,
            const AcademyField *field)
{
  g_autofree char *before = academy_value_to_text (field, academy_item_get_value (item, field));
  g_autofree char *after = NULL;

  assert_at (fixture, item, field);
  press (fixture, GDK_KEY_F2, 0);
  if (field->type == ACADEMY_FLAG)
    g_assert_null (academy_table_get_editor (fixture->table));
  else
    {
      assert_editing (fixture);
      press (fixture, GDK_KEY_Escape, 0);
      if (academy_table_get_editor (fixture->table) != NULL)
        press (fixture, GDK_KEY_Escape, 0);
      assert_at (fixture, item, field);
    }
  after = academy_value_to_text (field, academy_item_get_value (item, field));
  g_assert_cmpstr (before, ==, after);

  if (field->type == ACADEMY_FLAG)
    {
      press (fixture, GDK_KEY_space, 0);
      g_assert_true (academy_item_get_flag (item, field->name) != g_str_equal (before, "true"));
    }
  else if (G_VALUE_HOLDS_STRING (academy_item_get_value (item, field)) && field->type == ACADEMY_TEXT)
    {
      begin (fixture, item, field, "42");
      press (fixture, GDK_KEY_Return, 0);
      g_assert_cmpstr (academy_item_get_text (item, field->name), ==, "42");
      academy_table_focus (fixture->table, item, field);
    }
  assert_at (fixture, item, field);
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  const AcademyKind *kind = data;
  AcademyTableColumns *columns = academy_table_get_columns (fixture->table);
  g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  const AcademyField *field;
  guint n_fields = 0;

  ACADEMY_KIND_FOREACH_FIELD (kind, each)
    if (academy_table_columns_find (columns, each) != NULL)
      {
        academy_table_columns_show (columns, each, TRUE);
        n_fields++;
      }
  test_settle (fixture->window);

  academy_table_focus (fixture->table, item, NULL);
  test_settle (fixture->window);
  for (field = academy_table_columns_step (columns, NULL, 1); field != NULL;
       field = academy_table_columns_step (columns, field, 1))
    {
      walk_field (fixture, item, field);
      press (fixture, GDK_KEY_Right, 0);
      n_fields--;
    }
  g_assert_cmpuint (n_fields, ==, 0);
}

/* What is typed stays with its item while its row is scrolled out of sight. */
static void
test_scroll_away (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Add many");
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (GTK_WIDGET (fixture->table)));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  g_autoptr(AcademyItem) first = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(AcademyItem) measure =
        academy_item_new_part (&academy_measure_kind, academy_item_get_id (fixture->organisation));
      g_autofree char *title = g_strdup_printf ("%03u", i);

      g_object_set (measure, "title", title, NULL);
      academy_edit_create (edit, measure);
    }
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);

  first = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  begin (fixture, first, get_field ("owner_role"), "Che");
  for (double place = 0; place < 1.1; place += 0.2)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * place);
      test_settle (fixture->window);
      assert_editing (fixture);
    }
  insert (fixture, "f");
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpstr (academy_item_get_text (first, "owner_role"), ==, "Chef");
  test_settle (fixture->window);
  assert_at (fixture, first, get_field ("start"));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 40);
}

/* The editor goes on while rows come, go and move, and ends when its own goes. */
static void
test_changes_below (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_autoptr(AcademyItem) c = add (fixture, "c");
  g_autoptr(AcademyItem) d = NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Delete");
  g_autoptr(AcademyEdit) own = academy_edit_new ("Delete");

  test_settle (fixture->window);
  begin (fixture, b, get_field ("owner_role"), "x");
  academy_edit_delete (edit, a);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);
  d = add (fixture, "0");
  test_set_text (fixture->store, b, "title", "z");
  test_set_text (fixture->store, c, "title", "1");
  test_settle (fixture->window);
  assert_editing (fixture);
  insert (fixture, "y");
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpstr (academy_item_get_text (b, "owner_role"), ==, "xy");
  assert_at (fixture, b, get_field ("start"));

  begin (fixture, b, get_field ("owner_role"), "w");
  academy_edit_delete (own, b);
  g_assert_true (academy_store_apply (fixture->store, own, NULL));
  test_settle (fixture->window);
  g_assert_null (academy_table_get_editor (fixture->table));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (fixture->table)));
  g_assert_null (academy_item_get_text (c, "owner_role"));
}

static void
note_selection_cb (guint  *told,
                   guint   position,
                   guint   n_items)
{
  for (guint i = position; i < position + n_items; i++)
    *told |= 1 << i;
}

/* A row takes the selection from one other, and from several; views are told of each. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->model);
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_autoptr(AcademyItem) c = add (fixture, "c");
  guint told = 0;

  gtk_selection_model_select_item (model, 2, TRUE);
  g_signal_connect_swapped (model, "selection-changed", G_CALLBACK (note_selection_cb), &told);
  gtk_selection_model_select_item (model, 2, TRUE);
  g_assert_cmpuint (told, ==, 0);
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpuint (told & 5, ==, 5);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_cmpuint (academy_table_model_count_selected (fixture->model), ==, 1);

  gtk_selection_model_select_range (model, 1, 2, TRUE);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_cmpuint (academy_table_model_count_selected (fixture->model), ==, 2);
  told = 0;
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpuint (told & 7, ==, 7);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_cmpuint (academy_table_model_count_selected (fixture->model), ==, 1);
  g_signal_handlers_disconnect_by_data (model, &told);
}

/* Rows that go with the focus in one of them leave it in the table. */
static void
test_undone_rows (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Paste");
  g_autoptr(AcademyItem) last = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(AcademyItem) measure =
        academy_item_new_part (&academy_measure_kind, academy_item_get_id (fixture->organisation));

      g_object_set (measure, "title", "pasted", NULL);
      academy_edit_create (edit, measure);
    }
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);
  last = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);
  academy_table_focus (fixture->table, last, get_field ("status"));
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (fixture->model), 1, 2, TRUE);
  test_settle (fixture->window);

  g_assert_true (academy_store_undo (fixture->store, NULL));
  test_settle (fixture->window);
  g_assert_cmpuint (academy_table_model_count (fixture->model), ==, 1);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (fixture->table)));
  g_assert_nonnull (academy_table_get_item (fixture->table));
  assert_at (fixture, academy_table_get_item (fixture->table), get_field ("status"));
}

/* A measure takes six keys beside its texts: five Tabs and Enter. */
static void
test_first_columns (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const names[] = { "owner_role", "start", "end", "status", "goals" };
  AcademyTableColumns *columns = academy_table_get_columns (fixture->table);
  const AcademyField *field = academy_table_columns_step (columns, NULL, 1);

  g_assert_true (field == get_field ("title"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      field = academy_table_columns_step (columns, field, 1);
      g_assert_true (field == get_field (names[i]));
    }
}

/* Columns that were hidden are where they were, for arrows as well. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const names[] = { "title", "owner_role", "start", "end", "status" };
  AcademyTableColumns *columns = academy_table_get_columns (fixture->table);
  g_autoptr(AcademyItem) a = add (fixture, "a");

  test_settle (fixture->window);
  begin (fixture, a, get_field ("start"), "1");
  academy_table_columns_show (columns, get_field ("start"), FALSE);
  test_settle (fixture->window);
  g_assert_null (academy_table_get_editor (fixture->table));
  g_assert_null (academy_item_get_date (a, "start"));
  academy_table_columns_show (columns, get_field ("start"), TRUE);
  test_settle (fixture->window);

  academy_table_focus (fixture->table, a, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      test_settle (fixture->window);
      assert_at (fixture, a, get_field (names[i]));
      press (fixture, GDK_KEY_Right, 0);
    }

  academy_table_columns_move (columns, get_field ("status"), -1);
  test_settle (fixture->window);
  g_assert_true (academy_table_columns_step (columns, get_field ("start"), 1) == get_field ("status"));

  /* The last column stays. */
  ACADEMY_KIND_FOREACH_FIELD (&academy_measure_kind, field)
    if (academy_table_columns_find (columns, field) != NULL)
      academy_table_columns_show (columns, field, FALSE);
  test_settle (fixture->window);
  g_assert_nonnull (academy_table_columns_step (columns, NULL, 1));
  g_assert_null (academy_table_columns_step (columns, academy_table_columns_step (columns, NULL, 1), 1));
}

static gboolean
has_saved (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(GVariant) value = g_settings_get_value (fixture->settings, "tables");

  return g_variant_n_children (value) > 0;
}

/* What is shown, and the order, are remembered for the kind. */
static void
test_remembered (Fixture       *fixture,
                 gconstpointer  data)
{
  AcademyTableColumns *columns = academy_table_get_columns (fixture->table);
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) first = NULL;
  AcademySort order;

  academy_table_columns_show (columns, get_field ("start"), FALSE);
  academy_table_columns_show (columns, get_field ("priority"), TRUE);
  academy_table_columns_move (columns, get_field ("title"), 1);
  academy_table_columns_sort (columns, get_field ("title"), TRUE);
  test_wait_for (has_saved, fixture);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_assert_true (first == b);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->model);
  show_table (fixture, &academy_measure_kind, &(AcademyQuery) { NULL });
  columns = academy_table_get_columns (fixture->table);
  order = academy_table_columns_get_order (columns);
  g_assert_false (academy_table_columns_is_shown (columns, get_field ("start")));
  g_assert_true (academy_table_columns_is_shown (columns, get_field ("priority")));
  g_assert_true (academy_table_columns_step (columns, NULL, 1) == get_field ("owner_role"));
  g_assert_cmpstr (order.field, ==, "title");
  g_assert_true (order.descending);
}

/* A value that may not be kept stays in its cell; Escape puts back what was. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");

  test_settle (fixture->window);
  begin (fixture, a, get_field ("start"), "31.2.2022");
  press (fixture, GDK_KEY_Return, 0);
  assert_editing (fixture);
  g_assert_true (academy_editor_has_error (academy_table_get_editor (fixture->table)));
  gtk_widget_grab_focus (fixture->button);
  test_settle (fixture->window);
  g_assert_nonnull (academy_table_get_editor (fixture->table));

  press (fixture, GDK_KEY_Escape, 0);
  g_assert_null (academy_table_get_editor (fixture->table));
  g_assert_null (academy_item_get_date (a, "start"));
}

static void
assert_message (Fixture    *fixture,
                const char *expected)
{
  GtkWidget *row = academy_editor_get_row (academy_table_get_editor (fixture->table));
  GtkWidget *message = gtk_widget_get_last_child (gtk_widget_get_parent (row));

  g_assert_cmpint (gtk_widget_get_visible (message), ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (message)), ==, expected);
}

/* What is typed stays when others change the same field, and the new value is told;
 * what is not typed over is not put back. */
static void
test_changed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  const AcademyField *field = get_field ("owner_role");

  test_settle (fixture->window);
  begin (fixture, a, field, "x");
  test_set_text (fixture->store, a, "title", "b");
  assert_message (fixture, NULL);
  test_set_text (fixture->store, a, "owner_role", "Chef");
  assert_message (fixture, "Also changed elsewhere: Chef");
  test_set_text (fixture->store, a, "owner_role", NULL);
  assert_message (fixture, NULL);
  test_set_text (fixture->store, a, "owner_role", "x");
  assert_message (fixture, NULL);
  test_set_text (fixture->store, a, "owner_role", "Cook");
  assert_message (fixture, "Also changed elsewhere: Cook");
  assert_editing (fixture);
  insert (fixture, "y");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (academy_item_get_text (a, "owner_role"), ==, "xy");

  academy_table_focus (fixture->table, a, field);
  g_assert_true (academy_table_begin (fixture->table, FALSE));
  assert_message (fixture, NULL);
  test_set_text (fixture->store, a, "owner_role", "Chef");
  assert_message (fixture, NULL);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (academy_item_get_text (a, "owner_role"), ==, "Chef");

  academy_table_focus (fixture->table, a, field);
  g_assert_true (academy_table_begin (fixture->table, TRUE));
  test_set_text (fixture->store, a, "owner_role", NULL);
  insert (fixture, "z");
  test_set_text (fixture->store, a, "owner_role", "Chef");
  test_set_text (fixture->store, a, "owner_role", NULL);
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_null (academy_item_get_text (a, "owner_role"));
}

/* Three measures are written one after another; Enter goes back to the column
 * where a row began. Tab leaves from a last row in which nothing is written. */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) last = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);

  academy_table_focus (fixture->table, last, NULL);
  test_settle (fixture->window);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("M%u", i);
      AcademyItem *row = academy_table_get_item (fixture->table);

      assert_at (fixture, row, get_field ("title"));
      g_assert_true (academy_table_model_is_new (fixture->model, row));
      g_assert_true (academy_table_begin (fixture->table, TRUE));
      insert (fixture, title);
      press (fixture, GDK_KEY_Tab, 0);
      assert_at (fixture, row, get_field ("owner_role"));
      g_assert_true (academy_table_begin (fixture->table, TRUE));
      insert (fixture, "Chef");
      press (fixture, GDK_KEY_Return, 0);
      g_assert_cmpstr (academy_item_get_text (row, "owner_role"), ==, "Chef");
    }
  g_assert_cmpuint (academy_table_model_count (fixture->model), ==, 3);
  g_assert_false (press (fixture, GDK_KEY_Tab, 0));
}

/* A value goes into the column of all selected rows as one step of undo, and
 * Delete clears them. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_autoptr(AcademyItem) c = add (fixture, "c");

  test_settle (fixture->window);
  begin (fixture, a, get_field ("owner_role"), "Chef");
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (fixture->model), 0, 2, TRUE);
  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpstr (academy_item_get_text (a, "owner_role"), ==, "Chef");
  g_assert_cmpstr (academy_item_get_text (b, "owner_role"), ==, "Chef");
  g_assert_null (academy_item_get_text (c, "owner_role"));
  g_assert_cmpuint (academy_table_model_count_selected (fixture->model), ==, 2);

  press (fixture, GDK_KEY_Delete, 0);
  g_assert_null (academy_item_get_text (b, "owner_role"));
  g_assert_cmpstr (fixture->told, ==, "“Owner role” emptied in 2 rows");
  g_assert_true (academy_store_undo (fixture->store, NULL));
  g_assert_cmpstr (academy_item_get_text (b, "owner_role"), ==, "Chef");

  academy_table_focus (fixture->table, c, get_field ("owner_role"));
  test_settle (fixture->window);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpstr (academy_item_get_text (c, "owner_role"), ==, "Chef");
}

static guint64
get_selected (Fixture *fixture)
{
  guint64 selected = 0;

  for (guint i = 0; i < academy_table_model_count (fixture->model); i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->model), i))
      selected |= 1 << i;

  return selected;
}

/* Shift selects from the row that was selected last, however the cursor came there. */
static void
test_extend (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_autoptr(AcademyItem) c = add (fixture, "c");
  g_autoptr(AcademyItem) d = add (fixture, "d");
  g_autoptr(AcademyItem) e = add (fixture, "e");

  test_settle (fixture->window);
  academy_table_focus (fixture->table, a, NULL);
  test_settle (fixture->window);
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Down, 0);
  g_assert_true (test_press_key (fixture->window, "<Shift>Down"));
  g_assert_true (test_press_key (fixture->window, "<Shift>Down"));
  g_assert_cmphex (get_selected (fixture), ==, 0x1c);

  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_true (test_press_key (fixture->window, "<Shift>Up"));
  g_assert_cmphex (get_selected (fixture), ==, 0x18);

  academy_table_focus (fixture->table, a, NULL);
  test_settle (fixture->window);
  g_assert_true (test_press_key (fixture->window, "<Control>Down"));
  g_assert_true (test_press_key (fixture->window, "<Control>Down"));
  press (fixture, GDK_KEY_space, GDK_CONTROL_MASK);
  g_assert_cmphex (get_selected (fixture), ==, 0x05);
  g_assert_true (test_press_key (fixture->window, "<Shift>Down"));
  g_assert_cmphex (get_selected (fixture), ==, 0x0c);
}

/* Delete empties a cell as one step, or says why it must not be empty; where there is
 * nothing it does nothing. */
static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  gint64 step = academy_store_get_last_step (fixture->store);

  test_settle (fixture->window);
  academy_table_focus (fixture->table, a, get_field ("owner_role"));
  test_settle (fixture->window);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_null (fixture->told);
  g_assert_null (fixture->failure);

  academy_table_focus (fixture->table, a, get_field ("title"));
  test_settle (fixture->window);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpstr (academy_item_get_text (a, "title"), ==, "a");
  g_assert_cmpstr (fixture->failure, ==, "“Title” cannot be empty. Ctrl+Delete deletes the whole row.");
  g_assert_cmpint (academy_store_get_last_step (fixture->store), ==, step);

  test_set_text (fixture->store, a, "owner_role", "Chef");
  academy_table_focus (fixture->table, a, get_field ("owner_role"));
  test_settle (fixture->window);
  press (fixture, GDK_KEY_KP_Delete, 0);
  g_assert_cmpstr (fixture->told, ==, "“Owner role” emptied: a");
  g_assert_true (academy_store_undo (fixture->store, NULL));
  g_assert_cmpstr (academy_item_get_text (a, "owner_role"), ==, "Chef");
}

static char *
join_titles (AcademyTableModel *model)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < academy_table_model_count (model); i++)
    {
      g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_string_append (titles, academy_item_get_text (item, "title"));
    }

  return g_string_free_and_steal (g_steal_pointer (&titles));
}

/* New rows of what has an order of its own stay where they were written, until the
 * table is left. */
static void
test_stay (Fixture       *fixture,
           gconstpointer  data)
{
  const AcademyField *title = academy_kind_find_field (&academy_opportunity_kind, "title");
  g_autoptr(AcademyTableModel) model =
    academy_table_model_new (fixture->store, &academy_opportunity_kind,
                             &(AcademyQuery) { .owner = academy_item_get_id (fixture->organisation) });
  g_autofree char *written = NULL;
  g_autofree char *settled = NULL;

  academy_table_model_set_parent (model, fixture->organisation, FALSE);
  for (const char *letter = "bca"; *letter != '\0'; letter++)
    {
      g_autoptr(AcademyItem) row =
        g_list_model_get_item (G_LIST_MODEL (model), g_list_model_get_n_items (G_LIST_MODEL (model)) - 1);
      g_auto(GValue) value = G_VALUE_INIT;

      g_value_init (&value, G_TYPE_STRING);
      g_value_take_string (&value, g_strndup (letter, 1));
      academy_table_model_hold (model, row);
      g_assert_true (academy_table_model_save (model, row, title, &value, NULL));
      g_assert_false (academy_table_model_is_misplaced (model, row));
    }
  academy_table_model_hold (model, NULL);
  written = join_titles (model);
  g_assert_cmpstr (written, ==, "bca");
  academy_table_model_settle (model);
  settled = join_titles (model);
  g_assert_cmpstr (settled, ==, "abc");
}

static void
assert_rows (Fixture    *fixture,
             const char *expected)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < academy_table_model_count (fixture->model); i++)
    {
      g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_string_append (titles, academy_item_get_text (item, "title"));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

/* A new row that the search or the filter does not find stays until another is asked
 * for, in the group of its value. */
static void
test_stay_unfound (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(AcademyItem) found = add (fixture, "found");
  g_autoptr(AcademyItem) row = NULL;
  AcademyQuery query = *academy_table_model_get_query (fixture->model);

  test_set_text (fixture->store, found, "owner_role", "Chef");
  query.search = "found";
  academy_table_set_filtered (fixture->table, &query);
  row = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);
  test_settle (fixture->window);
  begin (fixture, row, get_field ("title"), "new");
  press (fixture, GDK_KEY_Return, 0);
  assert_rows (fixture, "foundnew");
  g_assert_true (academy_table_model_is_new (fixture->model, academy_table_get_item (fixture->table)));

  test_set_text (fixture->store, found, "title", "found again");
  assert_rows (fixture, "found againnew");
  g_assert_true (academy_store_undo (fixture->store, NULL));
  g_assert_true (academy_store_undo (fixture->store, NULL));
  assert_rows (fixture, "found");
  g_assert_true (academy_store_redo (fixture->store, NULL));
  assert_rows (fixture, "foundnew");

  query = *academy_table_model_get_query (fixture->model);
  query.search = "foun";
  academy_table_set_filtered (fixture->table, &query);
  assert_rows (fixture, "found");
  query = *academy_table_model_get_query (fixture->model);
  query.group = "owner_role";
  academy_table_set_filtered (fixture->table, &query);
  g_clear_object (&row);
  row = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);
  test_settle (fixture->window);
  begin (fixture, row, get_field ("owner_role"), "Clerk");
  press (fixture, GDK_KEY_Return, 0);
  begin (fixture, row, get_field ("title"), "newer");
  press (fixture, GDK_KEY_Return, 0);
  assert_rows (fixture, "foundnewer");
  g_assert_cmpstr (academy_table_model_get_group (fixture->model, 1), ==, "Clerk");
}

/* What is typed in the row to add one is kept, and makes an item when there is a
 * title as well; Ctrl+End goes to the title. */
static void
test_untitled (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) row = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);

  test_settle (fixture->window);
  begin (fixture, row, get_field ("owner_role"), "Chef");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (academy_table_model_count (fixture->model), ==, 1);
  g_assert_cmpstr (fixture->failure, ==, "The title is missing. The row is added when it has one.");
  g_assert_cmpstr (academy_item_get_text (row, "owner_role"), ==, "Chef");

  academy_table_focus (fixture->table, a, get_field ("owner_role"));
  test_settle (fixture->window);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_at (fixture, row, get_field ("title"));
  g_assert_true (academy_table_begin (fixture->table, TRUE));
  insert (fixture, "b");
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpuint (academy_table_model_count (fixture->model), ==, 2);
  g_assert_cmpstr (academy_item_get_text (row, "title"), ==, "b");
  g_assert_cmpstr (academy_item_get_text (row, "owner_role"), ==, "Chef");
}

/* What is typed is kept by Tab and Enter, also when it is the beginning of the only
 * suggestion, which is taken once it was chosen. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_autoptr(AcademyItem) c = add (fixture, "c");

  test_set_text (fixture->store, a, "owner_role", "Head of procurement");
  test_settle (fixture->window);
  begin (fixture, b, get_field ("owner_role"), "Head");
  test_settle (fixture->window);
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpstr (academy_item_get_text (b, "owner_role"), ==, "Head");

  begin (fixture, c, get_field ("owner_role"), "Hea");
  test_settle (fixture->window);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (academy_item_get_text (c, "owner_role"), ==, "Hea");

  begin (fixture, c, get_field ("owner_role"), "of");
  test_settle (fixture->window);
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpstr (academy_item_get_text (c, "owner_role"), ==, "Head of procurement");
}

/* What is chosen in a list below a cell is taken by Enter and Tab, with Caps Lock as
 * well. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");

  test_set_text (fixture->store, a, "owner_role", "Head of procurement");
  test_settle (fixture->window);
  begin (fixture, b, get_field ("owner_role"), "Head");
  test_settle (fixture->window);
  press (fixture, GDK_KEY_Down, GDK_LOCK_MASK);
  press (fixture, GDK_KEY_Tab, GDK_LOCK_MASK);
  g_assert_cmpstr (academy_item_get_text (b, "owner_role"), ==, "Head of procurement");
  assert_at (fixture, b, get_field ("start"));

  academy_table_focus (fixture->table, a, get_field ("status"));
  test_settle (fixture->window);
  press (fixture, GDK_KEY_F2, 0);
  press (fixture, GDK_KEY_Down, GDK_LOCK_MASK);
  press (fixture, GDK_KEY_Return, GDK_LOCK_MASK);
  g_assert_cmpstr (academy_item_get_text (a, "status"), ==, "planned");
}

static char *
dup_copied (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->table));
  g_auto(GValue) value = G_VALUE_INIT;

  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  return g_value_dup_string (&value);
}

/* Other programs get the shown columns of several rows, with headings, and the cell
 * alone of one. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_autofree char *rows = NULL;
  g_autofree char *cell = NULL;
  g_autofree char *row = NULL;

  test_settle (fixture->window);
  academy_table_focus (fixture->table, a, NULL);
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (fixture->model), 0, 2, TRUE);
  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  rows = dup_copied (fixture);
  g_assert_true (g_str_has_prefix (rows, "Title\tOwner role\tStart date\t"));
  g_assert_nonnull (strstr (rows, "\nb\t"));

  academy_table_focus (fixture->table, b, get_field ("title"));
  test_settle (fixture->window);
  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  cell = dup_copied (fixture);
  g_assert_cmpstr (cell, ==, "b");
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.copy-rows", NULL);
  row = dup_copied (fixture);
  g_assert_true (g_str_has_prefix (row, "Title\tOwner role\t"));
  g_assert_null (strstr (row, "\na\t"));
  g_assert_nonnull (strstr (row, "\nb\t"));
}

/* The selected rows move together; the cursor and the selection go with them. */
static void
test_move_rows (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_autoptr(AcademyItem) c = add (fixture, "c");
  g_autoptr(AcademyItem) d = add (fixture, "d");

  test_settle (fixture->window);
  academy_table_focus (fixture->table, b, get_field ("status"));
  press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  assert_rows (fixture, "bacd");
  assert_at (fixture, b, get_field ("status"));
  press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  assert_rows (fixture, "bacd");

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->model), 2, FALSE);
  press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  assert_rows (fixture, "adbc");
  assert_at (fixture, b, get_field ("status"));
  g_assert_cmpuint (academy_table_model_count_selected (fixture->model), ==, 2);
  press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  assert_rows (fixture, "adbc");
  g_assert_true (academy_store_undo (fixture->store, NULL));
  assert_rows (fixture, "bacd");

  academy_table_columns_sort (academy_table_get_columns (fixture->table), get_field ("title"), FALSE);
  academy_table_focus (fixture->table, c, get_field ("status"));
  press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  assert_rows (fixture, "abcd");
  academy_table_columns_sort (academy_table_get_columns (fixture->table), NULL, FALSE);
  assert_rows (fixture, "bacd");
}

static GtkEventController *
find_controller (Fixture *fixture,
                 GType    type)
{
  g_autoptr(GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (academy_table_get_view (fixture->table)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  g_assert_not_reached ();
}

/* Returns a point in the row of an item, in the coordinates of the view. */
static graphene_point_t
get_point (Fixture     *fixture,
           AcademyItem *item,
           double       share)
{
  GtkWidget *view = GTK_WIDGET (academy_table_get_view (fixture->table));
  GtkWidget *row;
  graphene_rect_t bounds;

  academy_table_focus (fixture->table, item, NULL);
  test_settle (fixture->window);
  row = gtk_widget_get_parent (get_focus (fixture));
  g_assert_true (gtk_widget_compute_bounds (row, view, &bounds));
  return GRAPHENE_POINT_INIT (bounds.origin.x + 30, bounds.origin.y + share * bounds.size.height);
}

/* Takes the selected rows by the one of @item, holds them over a place, and drops
 * them there. Returns whether a line shows where they will be. */
static gboolean
drag (Fixture     *fixture,
      AcademyItem *item,
      AcademyItem *over,
      double       share)
{
  GtkEventController *source = find_controller (fixture, GTK_TYPE_DRAG_SOURCE);
  GtkEventController *target = find_controller (fixture, GTK_TYPE_DROP_TARGET);
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (fixture->model));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (fixture->model);
  graphene_point_t to = get_point (fixture, over, share);
  graphene_point_t from = get_point (fixture, item, 0.5);
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, academy_table_model_count (fixture->model));
  g_autoptr(GdkContentProvider) content = NULL;
  const GdkContentFormats *formats;
  GdkDragAction action = 0;
  gboolean is_dropped = FALSE;
  g_auto(GValue) value = G_VALUE_INIT;

  if (gtk_bitset_get_size (selected) > 1)
    gtk_selection_model_set_selection (selection, selected, all);
  g_signal_emit_by_name (source, "prepare", (double) from.x, (double) from.y, &content);
  if (content == NULL)
    return FALSE;

  g_signal_emit_by_name (target, "motion", (double) to.x, (double) to.y, &action);
  formats = gdk_content_provider_ref_formats (content);
  g_value_init (&value, gdk_content_formats_get_gtypes (formats, NULL)[0]);
  gdk_content_formats_unref ((GdkContentFormats *) formats);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_signal_emit_by_name (target, "drop", &value, (double) to.x, (double) to.y, &is_dropped);
  g_signal_emit_by_name (source, "drag-end", NULL, FALSE);
  test_settle (fixture->window);
  g_assert_true (is_dropped == (action != 0));
  return is_dropped;
}

static void
failed_cb (guint *n_failures)
{
  ++*n_failures;
}

/* Rows are dragged to where the pointer drops them, the selected ones together and
 * as one step; not where another order is shown, nor the row to add one. */
static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_autoptr(AcademyItem) c = add (fixture, "c");
  g_autoptr(AcademyItem) d = add (fixture, "d");
  g_autoptr(AcademyItem) new_row = g_list_model_get_item (G_LIST_MODEL (fixture->model), 4);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (fixture->model);
  guint n_failures = 0;

  g_signal_connect_swapped (fixture->table, "failed", G_CALLBACK (failed_cb), &n_failures);
  test_settle (fixture->window);
  g_assert_true (drag (fixture, d, b, 0.2));
  assert_rows (fixture, "adbc");
  g_assert_true (drag (fixture, a, b, 0.8));
  assert_rows (fixture, "dbac");
  g_assert_false (drag (fixture, b, b, 0.8));
  g_assert_false (drag (fixture, b, d, 0.8));
  g_assert_false (drag (fixture, new_row, d, 0.2));
  assert_rows (fixture, "dbac");

  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 2, FALSE);
  g_assert_true (drag (fixture, d, new_row, 0.8));
  assert_rows (fixture, "bcda");
  g_assert_cmpuint (academy_table_model_count_selected (fixture->model), ==, 2);
  g_assert_true (academy_store_undo (fixture->store, NULL));
  assert_rows (fixture, "dbac");
  g_assert_cmpuint (n_failures, ==, 0);

  academy_table_columns_sort (academy_table_get_columns (fixture->table), get_field ("title"), FALSE);
  g_assert_false (drag (fixture, a, d, 0.8));
  g_assert_cmpuint (n_failures, ==, 1);
  academy_table_columns_sort (academy_table_get_columns (fixture->table), NULL, FALSE);
  assert_rows (fixture, "dbac");
}

/* While a cell is edited, nothing is dragged. */
static void
test_drag_editing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  GtkEventController *source = find_controller (fixture, GTK_TYPE_DRAG_SOURCE);
  g_autoptr(GdkContentProvider) content = NULL;
  graphene_point_t point;

  test_settle (fixture->window);
  point = get_point (fixture, a, 0.5);
  begin (fixture, b, get_field ("start"), "31.2.2022");
  g_signal_emit_by_name (source, "prepare", (double) point.x, (double) point.y, &content);
  g_assert_null (content);
  assert_editing (fixture);
}

/* The texts of a status, days and amounts are never cut, however many columns there are. */
static void
test_widths (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  static const char * const values[][2] = {
    { "status", "In progress – overdue" }, { "start", "31 Dec 2021" }, { "cost", "€1,234,567" },
  };
  AcademyTableColumns *columns = academy_table_get_columns (fixture->table);

  ACADEMY_KIND_FOREACH_FIELD (&academy_measure_kind, field)
    if (academy_table_columns_find (columns, field) != NULL)
      academy_table_columns_show (columns, field, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(PangoLayout) layout = NULL;
      GtkWidget *cell;
      int width;

      academy_table_focus (fixture->table, a, get_field (values[i][0]));
      test_settle (fixture->window);
      cell = gtk_widget_get_first_child (get_focus (fixture));
      layout = gtk_widget_create_pango_layout (cell, values[i][1]);
      pango_layout_get_pixel_size (layout, &width, NULL);
      g_assert_cmpint (gtk_widget_get_width (cell), >=, width);
    }
}

/* The menu of a column, which GTK puts into its heading, has the keys while it is open. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  AcademyTableColumns *columns = academy_table_get_columns (fixture->table);
  GtkColumnViewColumn *column = academy_table_columns_find (columns, get_field ("title"));
  GtkWidget *popover = gtk_popover_menu_new_from_model (gtk_column_view_column_get_header_menu (column));
  GtkWidget *focus, *heading;

  academy_table_focus (fixture->table, a, get_field ("title"));
  test_settle (fixture->window);
  focus = get_focus (fixture);
  heading = gtk_widget_get_parent (test_find (fixture->window, GTK_TYPE_LABEL, "Title"));
  gtk_widget_set_parent (popover, gtk_widget_get_parent (heading));
  gtk_popover_popup (GTK_POPOVER (popover));
  test_settle (fixture->window);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), popover));
      g_assert_true (test_press_key (fixture->window, "Down"));
    }
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  test_settle (fixture->window);
  g_assert_true (get_focus (fixture) == focus);
  gtk_widget_unparent (popover);
}

/* Every cell says its heading. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) a = add (fixture, "a");
  GtkWidget *cell;

  test_settle (fixture->window);
  academy_table_focus (fixture->table, a, get_field ("status"));
  test_settle (fixture->window);
  cell = gtk_widget_get_first_child (get_focus (fixture));
  g_assert_true (test_is_named (cell, "Status: Idea"));
  press (fixture, GDK_KEY_Left, 0);
  cell = gtk_widget_get_first_child (get_focus (fixture));
  g_assert_true (test_is_named (cell, "End date: empty"));
}

static GPtrArray *
get_rows (Fixture *fixture)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (academy_table_get_view (fixture->table)));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (rows, row);
  return rows;
}

static void
add_many (Fixture     *fixture,
          AcademyItem *owner,
          guint        n)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Add");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(AcademyItem) measure = academy_item_new_part (&academy_measure_kind, academy_item_get_id (owner));
      g_autofree char *title = g_strdup_printf ("%s %u", i % 2 == 0 ? "even" : "odd", i);

      g_object_set (measure, "title", title, NULL);
      academy_edit_create (edit, measure);
    }
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);
}

static guint
count_kept (GPtrArray *before,
            GPtrArray *rows)
{
  guint n_kept = 0;

  for (guint i = 0; i < rows->len; i++)
    n_kept += g_ptr_array_find (before, rows->pdata[i], NULL);
  return n_kept;
}

/* A search in a long table gives the row widgets other items, instead of making new
 * ones, and every row still says where it is. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  AcademyQuery query = { .owner = academy_item_get_id (fixture->organisation), .search = "odd" };
  GtkScrollable *view = GTK_SCROLLABLE (academy_table_get_view (fixture->table));
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(AcademyItem) some = NULL;

  add_many (fixture, fixture->organisation, 800);
  some = g_list_model_get_item (G_LIST_MODEL (fixture->model), 3);
  academy_table_focus (fixture->table, some, get_field ("title"));
  gtk_widget_grab_focus (fixture->button);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (view), 0);
  test_settle (fixture->window);

  before = get_rows (fixture);
  academy_table_set_filtered (fixture->table, &query);
  rows = get_rows (fixture);
  g_assert_cmpuint (academy_table_model_count (fixture->model), ==, 400);
  g_assert_cmpuint (rows->len, >, 100);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *cell = gtk_widget_get_first_child (gtk_widget_get_first_child (rows->pdata[i]));

      /* The names of cells that are not seen take no time. */
      if (!gtk_widget_get_mapped (rows->pdata[i]))
        g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  g_assert_cmpuint (count_kept (before, rows), >, rows->len - 5);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u of 400", i + 1);

      gtk_test_accessible_assert_property (rows->pdata[i], GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place);
    }

  test_settle (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (view)), ==, 0);
}

static gboolean
is_dimmed (Fixture *fixture)
{
  return gtk_widget_has_css_class (gtk_widget_get_first_child (get_focus (fixture)), "misplaced");
}

/* A row that the filter finds no more is dimmed while the cursor is in it, and its
 * cells are not when they have another item. */
static void
test_misplaced (Fixture       *fixture,
                gconstpointer  data)
{
  static const AcademyCondition ideas[] = { { "status", ACADEMY_IS, "idea" }, { NULL } };
  AcademyQuery query = { .owner = academy_item_get_id (fixture->organisation), .conditions = ideas };
  g_autoptr(AcademyItem) a = add (fixture, "a");
  g_autoptr(AcademyItem) b = add (fixture, "b");
  g_auto(GValue) done = G_VALUE_INIT;

  g_value_init (&done, G_TYPE_STRING);
  g_value_set_static_string (&done, "done");
  academy_table_set_filtered (fixture->table, &query);
  academy_table_focus (fixture->table, a, get_field ("status"));
  test_settle (fixture->window);
  g_assert_false (is_dimmed (fixture));
  g_assert_true (academy_table_model_save (fixture->model, a, get_field ("status"), &done, NULL));
  academy_table_focus (fixture->table, a, get_field ("title"));
  test_settle (fixture->window);
  g_assert_true (is_dimmed (fixture));

  academy_table_focus (fixture->table, b, get_field ("status"));
  test_settle (fixture->window);
  g_assert_cmpuint (academy_table_model_count (fixture->model), ==, 1);
  g_assert_false (is_dimmed (fixture));
  press (fixture, GDK_KEY_Down, 0);
  g_assert_false (is_dimmed (fixture));
}

/* Rows that are filtered, sorted and grouped anew stay in their sections, else GTK
 * aborts. */
static void
test_grouped (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const statuses[] = { "idea", "planned", "in_progress", "done", "on_hold" };
  static const AcademyCondition unowned[] = { { "owner_role", ACADEMY_IS_UNSET }, { NULL } };
  static const char * const sorts[] = { NULL, "start", "title" };
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Add");
  g_autoptr(GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr(AcademyItem) measure = academy_item_new_part (&academy_measure_kind, academy_item_get_id (fixture->organisation));
      g_autofree char *title = g_strdup_printf ("%u", g_rand_int_range (random, 0, 100));

      g_object_set (measure, "title", title, "status", statuses[g_rand_int_range (random, 0, G_N_ELEMENTS (statuses))],
                    "owner-role", i % 6 == 0 ? NULL : "Buyer", NULL);
      academy_edit_create (edit, measure);
    }
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));

  for (guint i = 0; i < 150; i++)
    {
      AcademyQuery query = {
        .owner = academy_item_get_id (fixture->organisation),
        .conditions = g_rand_boolean (random) ? unowned : NULL,
        .group = g_rand_boolean (random) ? "status" : NULL,
      };
      const char *sort = sorts[g_rand_int_range (random, 0, G_N_ELEMENTS (sorts))];

      if (sort != NULL)
        academy_table_columns_sort (academy_table_get_columns (fixture->table), get_field (sort), FALSE);
      academy_table_set_filtered (fixture->table, &query);
      test_settle (fixture->window);
    }
}

static void
failure_cb (guint *n_failures)
{
  (*n_failures)++;
}

/* The new row is none of the file, and its list reads it until it is replaced. The
 * first heading is seen. */
static void
test_group_quietly (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const statuses[] = { "done", "planned", "idea" };
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (academy_table_get_view (fixture->table)));
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Add");
  guint n_failures = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr(AcademyItem) measure = academy_item_new_part (&academy_measure_kind, academy_item_get_id (fixture->organisation));
      g_autofree char *title = g_strdup_printf ("%u", i);

      g_object_set (measure, "title", title, "status", statuses[i % G_N_ELEMENTS (statuses)], NULL);
      academy_edit_create (edit, measure);
    }
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);
  gtk_adjustment_set_value (adjustment, 0);
  test_settle (fixture->window);
  g_signal_connect_swapped (fixture->store, "failed", G_CALLBACK (failure_cb), &n_failures);
  for (guint i = 0; i < 4; i++)
    {
      AcademyQuery query = {
        .owner = academy_item_get_id (fixture->organisation),
        .group = i % 2 == 0 ? "status" : NULL,
      };

      if (i == 2)
        gtk_widget_grab_focus (GTK_WIDGET (fixture->table));
      academy_table_set_filtered (fixture->table, &query);
      test_settle (fixture->window);
      g_assert_cmpuint (n_failures, ==, 0);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
    }
  g_signal_handlers_disconnect_by_func (fixture->store, failure_cb, &n_failures);
}

/* So does another owner, whose rows are seen from the first. */
static void
test_other_owner (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) other = test_get_organisation (fixture->store, "kuopio");
  GtkScrollable *view = GTK_SCROLLABLE (academy_table_get_view (fixture->table));
  g_autoptr(AcademyItem) first = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  add_many (fixture, fixture->organisation, 800);
  add_many (fixture, other, 600);
  gtk_widget_grab_focus (fixture->button);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (view), 5000);
  test_settle (fixture->window);

  before = get_rows (fixture);
  academy_table_set_parent (fixture->table, other);
  rows = get_rows (fixture);
  g_assert_cmpuint (academy_table_model_count (fixture->model), ==, 600);
  g_assert_cmpuint (rows->len, >, 100);
  g_assert_cmpuint (count_kept (before, rows), >, rows->len - 5);

  test_settle (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (view)), ==, 0);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_assert_cmpstr (academy_item_get_owner (first), ==, academy_item_get_id (other));
  g_ptr_array_unref (rows);
  rows = get_rows (fixture);
  gtk_test_accessible_assert_property (rows->pdata[0], GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 of 600");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char  *path;
    void       (*run) (Fixture *, gconstpointer);
  } cases[] = {
    { "/table/scroll-away", test_scroll_away },
    { "/table/changes-below", test_changes_below },
    { "/table/selection", test_selection },
    { "/table/undone-rows", test_undone_rows },
    { "/table/first-columns", test_first_columns },
    { "/table/columns", test_columns },
    { "/table/remembered", test_remembered },
    { "/table/refused", test_refused },
    { "/table/changed-elsewhere", test_changed_elsewhere },
    { "/table/write", test_write },
    { "/table/many", test_many },
    { "/table/extend", test_extend },
    { "/table/clear", test_clear },
    { "/table/stay", test_stay },
    { "/table/stay/unfound", test_stay_unfound },
    { "/table/untitled", test_untitled },
    { "/table/typed", test_typed },
    { "/table/choose", test_choose },
    { "/table/copy", test_copy },
    { "/table/move-rows", test_move_rows },
    { "/table/drag", test_drag },
    { "/table/drag/editing", test_drag_editing },
    { "/table/widths", test_widths },
    { "/table/menu", test_menu },
    { "/table/names", test_names },
    { "/table/misplaced", test_misplaced },
    { "/table/long", test_long },
    { "/table/grouped", test_grouped },
    { "/table/group-quietly", test_group_quietly },
    { "/table/other-owner", test_other_owner },
  };

  test_display_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/table/walk/%s", (*kind)->name);

      g_test_add (path, Fixture, *kind, set_up, test_walk, tear_down);
    }

  return test_display_run ();
}
