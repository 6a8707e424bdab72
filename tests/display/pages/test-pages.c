/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-bulk-bar.h"
#include "academy-bulk-move.h"
#include "academy-cell.h"
#include "academy-descendant.h"
#include "academy-draft.h"
#include "academy-form.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-matrix.h"
#include "academy-matrix-mark.h"
#include "academy-new-organisation.h"
#include "academy-organisation-page.h"
#include "academy-overview-page.h"
#include "academy-people-page.h"
#include "academy-plan-page.h"
#include "academy-position.h"
#include "academy-section.h"
#include "academy-span.h"
#include "academy-store-private.h"
#include "academy-table-pane.h"
#include "academy-table.h"
#include "academy-timeline-pane.h"
#include "academy-welcome-page.h"
#include "plan-fixture.h"
#include "test-display.h"

#define N_MEASURES    10000
#define MOST_ROWS     250
#define MOST_MEASURES 250

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;

  /* Borrowed */
  GtkWidget    *page;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  fixture->page = academy_plan_page_new (fixture->store, fixture->organisation);
  fixture->window = test_present (fixture->page);
}

/* Nothing may keep what is no longer shown. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->organisation);
  g_assert_finalize_object (fixture->store);
}

static AcademyItem *
add_measure (Fixture    *fixture,
             const char *title,
             const char *start)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  AcademyItem *measure = academy_item_new (&academy_measure_kind, NULL);
  const char *fields[] = { "organisation", "title", "start" };
  const char *texts[] = { academy_item_get_id (fixture->organisation), title, start };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const AcademyField *field = academy_kind_find_field (&academy_measure_kind, fields[i]);
      g_auto(GValue) value = G_VALUE_INIT;

      academy_value_init (field, &value);
      academy_value_set_from_text (field, texts[i], &value, &error);
      g_assert_no_error (error);
      academy_item_set_value (measure, field, &value);
    }
  academy_edit_create (edit, measure);
  academy_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);

  return measure;
}

static gboolean
is_found (GtkWidget  *root,
          GType       type,
          const char *text)
{
  return test_find (root, type, text) != NULL;
}

static AcademyItem *
get_shown_measure (Fixture *fixture)
{
  GtkWidget *form = test_find (fixture->page, ACADEMY_TYPE_FORM, NULL);
  AcademyItem *item = form != NULL ? academy_form_get_item (ACADEMY_FORM (form)) : NULL;

  return item != NULL && academy_item_get_kind (item) == &academy_measure_kind ? item : NULL;
}

static void
press (GtkWidget  *root,
       GType       type,
       const char *text)
{
  GtkWidget *button = test_find (root, type, text);

  if (button == NULL)
    g_error ("There is no “%s”", text);
  if (GTK_IS_LIST_BOX_ROW (button))
    g_signal_emit_by_name (button, "activate");
  else
    g_signal_emit_by_name (button, "clicked");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (is_found (fixture->page, GTK_TYPE_LABEL, "No measures yet"));
  g_assert_true (is_found (fixture->page, GTK_TYPE_BUTTON, "_Add measure"));
  g_assert_null (get_shown_measure (fixture));
}

static gint64
count (Fixture           *fixture,
       const AcademyKind *kind)
{
  g_autoptr(GError) error = NULL;
  gint64 n_items = 0;

  academy_store_count (fixture->store, kind, NULL, &n_items, &error);
  g_assert_no_error (error);
  return n_items;
}

static void
press_escape (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
          for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
            {
              g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
              g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

              if (g_str_equal (trigger, "Escape") &&
                  gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                gtk_shortcut_get_arguments (shortcut)))
                return;
            }
        }
    }
}

/* What is added is written in the last row of the table, and comes into the file
 * with the first thing that is written. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = NULL;
  GtkWidget *focus;

  press (fixture->page, GTK_TYPE_BUTTON, "_Add measure");
  test_settle (fixture->window);

  measure = g_object_ref (academy_table_get_item (plan_get_table (fixture->page)));
  g_assert_cmpstr (academy_item_get_owner (measure), ==, academy_item_get_id (fixture->organisation));
  g_assert_cmpint (count (fixture, &academy_measure_kind), ==, 0);

  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (focus), "Train the buyers");
  g_assert_true (academy_forms_flush (fixture->page));
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Train the buyers");
  g_assert_cmpuint (plan_get_position (fixture->page, measure), ==, 0);
  g_assert_cmpint (count (fixture, &academy_measure_kind), ==, 1);
}

/* Who adds and does not write has added nothing, and nothing is there to undo. */
static void
test_add_nothing (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) other = add_measure (fixture, "A", "2021-10-01");
  g_autofree char *label = g_strdup (academy_store_get_undo_label (fixture->store));

  test_settle (fixture->window);
  plan_activate (fixture->page, "pane.add");
  test_settle (fixture->window);
  academy_table_cancel (plan_get_table (fixture->page));
  test_settle (fixture->window);
  plan_activate (fixture->page, "pane.add");
  plan_open (fixture->page, 0);
  g_assert_true (get_shown_measure (fixture) == other);
  g_assert_cmpint (count (fixture, &academy_measure_kind), ==, 1);
  g_assert_cmpstr (academy_store_get_undo_label (fixture->store), ==, label);

  plan_open (fixture->page, 1);
  g_assert_true (academy_draft_is (get_shown_measure (fixture)));
  press_escape (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  test_settle (fixture->window);
  g_assert_null (get_shown_measure (fixture));
  g_assert_cmpint (count (fixture, &academy_measure_kind), ==, 1);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = add_measure (fixture, "Train the buyers", NULL);
  GtkWidget *toast;

  plan_open (fixture->page, 0);
  g_assert_true (get_shown_measure (fixture) == measure);

  press (fixture->page, GTK_TYPE_BUTTON, "Delete measure");
  test_settle (fixture->window);
  g_assert_true (is_found (fixture->page, GTK_TYPE_LABEL, "No measures yet"));
  g_assert_null (get_shown_measure (fixture));

  toast = test_find (fixture->window, GTK_TYPE_LABEL, "“Train the buyers” deleted");
  g_assert_nonnull (toast);
  toast = test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (toast);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (toast)), ==, "win.undo-step");
}

/* The form stays with its measure while that moves to another place. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) first = add_measure (fixture, "A", "2021-10-01");
  g_autoptr(AcademyItem) second = add_measure (fixture, "B", "2021-11-01");
  g_autoptr(AcademyItem) third = add_measure (fixture, "C", "2021-12-01");
  g_autoptr(GError) error = NULL;

  test_settle (fixture->window);
  plan_open (fixture->page, 0);
  g_assert_true (get_shown_measure (fixture) == first);

  test_set_text (fixture->store, first, "position", "5000");
  g_assert_true (get_shown_measure (fixture) == first);
  g_assert_cmpuint (plan_get_position (fixture->page, first), ==, 2);

  test_set_text (fixture->store, first, "position", "2500");
  g_assert_cmpuint (plan_get_position (fixture->page, first), ==, 1);

  academy_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan_get_position (fixture->page, first), ==, 2);
  g_assert_true (get_shown_measure (fixture) == first);

  /* Another that moves changes nothing for the one that is edited. */
  test_set_text (fixture->store, second, "position", "9000");
  g_assert_cmpuint (plan_get_position (fixture->page, first), ==, 1);
  g_assert_true (get_shown_measure (fixture) == first);
}

/* Nothing that is typed goes without a word. */
static void
test_error_keeps_measure (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(AcademyItem) first = add_measure (fixture, "A", "2021-10-01");
  g_autoptr(AcademyItem) second = add_measure (fixture, "B", "2021-11-01");
  gint64 count;
  GtkWidget *focus;

  test_settle (fixture->window);
  plan_open (fixture->page, 0);
  academy_form_start (ACADEMY_FORM (test_find (fixture->page, ACADEMY_TYPE_FORM, NULL)), "title");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "");

  plan_select (fixture->page, 1);
  test_settle (fixture->window);
  g_assert_true (get_shown_measure (fixture) == first);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "");
  g_assert_true (is_found (fixture->window, GTK_TYPE_LABEL, "Correct what is marked before going elsewhere"));

  /* Nor is a measure added that nobody is led to. */
  plan_activate (fixture->page, "pane.add");
  academy_store_count (fixture->store, &academy_measure_kind, NULL, &count, NULL);
  g_assert_cmpint (count, ==, 2);
}

/* What is done to several rows is one step of undo. */
static void
test_bulk (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) first = add_measure (fixture, "A", "2021-10-01");
  g_autoptr(AcademyItem) second = add_measure (fixture, "B", NULL);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (academy_table_get_model (plan_get_table (fixture->page)));
  GtkWidget *bar;
  GDate day;

  test_settle (fixture->window);
  plan_select (fixture->page, 0);
  bar = test_find (fixture->page, ACADEMY_TYPE_BULK_BAR, NULL);
  g_assert_false (is_found (bar, GTK_TYPE_LABEL, "1 selected"));
  gtk_selection_model_select_all (selection);
  test_settle (fixture->window);
  g_assert_true (is_found (bar, GTK_TYPE_LABEL, "2 selected"));

  gtk_widget_activate_action (bar, "bulk.set", "(ss)", "status", "done");
  g_assert_cmpstr (academy_item_get_text (first, "status"), ==, "done");
  g_assert_cmpstr (academy_item_get_text (second, "status"), ==, "done");
  g_assert_true (academy_store_undo (fixture->store, NULL));
  g_assert_cmpstr (academy_item_get_text (first, "status"), ==, "idea");
  g_assert_cmpstr (academy_item_get_text (second, "status"), ==, "idea");

  gtk_widget_activate_action (bar, "bulk.move", "(ii)", 1, ACADEMY_SPAN_WEEKS);
  g_date_set_dmy (&day, 8, 10, 2021);
  g_assert_cmpint (g_date_compare (academy_item_get_date (first, "start"), &day), ==, 0);
  g_assert_null (academy_item_get_date (second, "start"));

  plan_activate (fixture->page, "pane.delete");
  g_assert_cmpint (count (fixture, &academy_measure_kind), ==, 0);
  g_assert_true (academy_store_undo (fixture->store, NULL));
  g_assert_cmpint (count (fixture, &academy_measure_kind), ==, 2);
}

/* A text that no row has yet can be typed, with the focus in it at once; what is
 * told is what has changed. */
static void
test_bulk_text (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) first = add_measure (fixture, "A", "2021-10-01");
  g_autoptr(AcademyItem) second = add_measure (fixture, "B", NULL);
  GtkWidget *bar, *button, *entry;
  gint64 step;

  test_set_text (fixture->store, first, "owner_role", "Chef");
  test_settle (fixture->window);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (academy_table_get_model (plan_get_table (fixture->page))));
  test_settle (fixture->window);
  bar = test_find (fixture->page, ACADEMY_TYPE_BULK_BAR, NULL);
  step = academy_store_get_last_step (fixture->store);
  gtk_widget_activate_action (bar, "bulk.set", "(ss)", "status", "idea");
  test_settle (fixture->window);
  g_assert_true (is_found (fixture->window, GTK_TYPE_LABEL, "The selected rows have this value already."));
  g_assert_cmpint (academy_store_get_last_step (fixture->store), ==, step);

  gtk_widget_activate_action (bar, "bulk.set", "(ss)", "owner_role", "Chef");
  test_settle (fixture->window);
  g_assert_true (is_found (fixture->window, GTK_TYPE_LABEL, "1 row changed"));
  g_assert_cmpstr (academy_item_get_text (second, "owner_role"), ==, "Chef");

  gtk_widget_activate_action (bar, "bulk.move", "(ii)", 1, ACADEMY_SPAN_WEEKS);
  test_settle (fixture->window);
  g_assert_true (is_found (fixture->window, GTK_TYPE_LABEL, "1 row changed"));

  button = gtk_widget_get_ancestor (test_find (bar, GTK_TYPE_LABEL, "Owner role"), GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  test_settle (fixture->window);
  entry = test_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (entry);
  g_assert_nonnull (gtk_widget_get_focus_child (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), " Head of cooks ");
  g_signal_emit_by_name (entry, "activate");
  test_settle (fixture->window);
  g_assert_cmpstr (academy_item_get_text (first, "owner_role"), ==, "Head of cooks");
  g_assert_cmpstr (academy_item_get_text (second, "owner_role"), ==, "Head of cooks");
  g_assert_true (is_found (fixture->window, GTK_TYPE_LABEL, "2 rows changed"));
}

/* Returns how far above the lower edge of a popover a widget in it is: at that edge
 * is the button that opened it. */
static float
get_rise (GtkWidget *popover,
          GtkWidget *widget)
{
  graphene_rect_t bounds;

  test_settle (gtk_widget_get_ancestor (gtk_widget_get_parent (popover), GTK_TYPE_WINDOW));
  g_assert_true (gtk_widget_compute_bounds (widget, popover, &bounds));
  return gtk_widget_get_height (popover) - bounds.origin.y;
}

/* How far rows move is counted in working days, days or weeks, and the popover says
 * what becomes of their days. */
static void
test_bulk_move (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct {
    AcademySpanStep  step;
    const char      *direction;
    const char      *preview;
  } rows[] = {
    { ACADEMY_SPAN_WORKING_DAYS, "later",
      "The first day moves from 1 Oct 2021 to 8 Oct 2021, and the last day from 3 Dec 2021 to 13 Dec 2021. "
      "1 row has no day and stays as it is." },
    { ACADEMY_SPAN_WORKING_DAYS, "earlier",
      "The first day moves from 1 Oct 2021 to 24 Sep 2021, and the last day from 3 Dec 2021 to 26 Nov 2021. "
      "1 row has no day and stays as it is." },
    { ACADEMY_SPAN_DAYS, "earlier",
      "The first day moves from 1 Oct 2021 to 26 Sep 2021, and the last day from 3 Dec 2021 to 28 Nov 2021. "
      "2 new days are days off. 1 row has no day and stays as it is." },
    { ACADEMY_SPAN_WEEKS, "later",
      "The first day moves from 1 Oct 2021 to 5 Nov 2021, and the last day from 3 Dec 2021 to 7 Jan 2022. "
      "1 row has no day and stays as it is." },
  };
  g_autoptr(AcademyItem) first = add_measure (fixture, "A", "2021-10-01");
  g_autoptr(AcademyItem) second = add_measure (fixture, "B", NULL);
  g_autoptr(AcademyItem) third = add_measure (fixture, "C", "2021-12-03");
  GtkWidget *popover;
  GtkWidget *button;
  GtkWidget *number;
  float rise;
  int width;
  GDate day;

  test_settle (fixture->window);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (academy_table_get_model (plan_get_table (fixture->page))));
  test_settle (fixture->window);
  button = gtk_widget_get_ancestor (test_find (fixture->page, GTK_TYPE_LABEL, "Move By"), GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  test_settle (fixture->window);
  number = test_find (popover, GTK_TYPE_SPIN_BUTTON, NULL);
  rise = get_rise (popover, number);
  width = gtk_widget_get_width (popover);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (test_find (popover, GTK_TYPE_DROP_DOWN, NULL)), rows[i].step);
      adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (test_find (popover, ADW_TYPE_TOGGLE_GROUP, NULL)),
                                        rows[i].direction);
      g_assert_true (is_found (popover, GTK_TYPE_LABEL, rows[i].preview));
      g_assert_cmpint (gtk_widget_get_width (popover), ==, width);
    }

  /* What is clicked stays where it is when the text above needs more lines. */
  gtk_label_set_label (GTK_LABEL (test_find (popover, GTK_TYPE_LABEL, rows[G_N_ELEMENTS (rows) - 1].preview)),
                       "One line\nand another\nand another\nand another\nand another");
  g_assert_cmpfloat (get_rise (popover, number), ==, rise);
  g_assert_cmpint (gtk_widget_get_width (popover), ==, width);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (test_find (popover, GTK_TYPE_DROP_DOWN, NULL)), ACADEMY_SPAN_WORKING_DAYS);
  gtk_editable_set_text (GTK_EDITABLE (number), "");
  g_assert_false (gtk_widget_get_sensitive (test_find (popover, GTK_TYPE_BUTTON, "_Move")));
  gtk_editable_set_text (GTK_EDITABLE (number), "5");
  g_signal_emit_by_name (test_find (number, GTK_TYPE_TEXT, NULL), "activate");
  g_date_set_dmy (&day, 8, 10, 2021);
  g_assert_cmpint (g_date_compare (academy_item_get_date (first, "start"), &day), ==, 0);
  g_date_set_dmy (&day, 13, 12, 2021);
  g_assert_cmpint (g_date_compare (academy_item_get_date (third, "start"), &day), ==, 0);
  g_assert_null (academy_item_get_date (second, "start"));
  g_assert_true (academy_store_undo (fixture->store, NULL));
  g_date_set_dmy (&day, 1, 10, 2021);
  g_assert_cmpint (g_date_compare (academy_item_get_date (first, "start"), &day), ==, 0);

  /* The bar takes the focus nowhere but into the table with it. */
  test_settle (fixture->window);
  g_assert_true (gtk_widget_grab_focus (button));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (academy_table_get_model (plan_get_table (fixture->page))), 0, TRUE);
  test_settle (fixture->window);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (plan_get_table (fixture->page))));
}

static gboolean
has_item (gpointer data)
{
  Fixture *fixture = data;

  return get_shown_measure (fixture) != NULL;
}

/* What is typed in the last second is deleted and comes back with the rest. */
static void
test_delete_while_typing (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = add_measure (fixture, "A", "2021-10-01");
  g_autoptr(AcademyItem) restored = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = g_strdup (academy_item_get_id (measure));
  GtkWidget *focus;

  test_settle (fixture->window);
  plan_open (fixture->page, 0);
  test_wait_for (has_item, fixture);
  academy_form_start (ACADEMY_FORM (test_find (fixture->page, ACADEMY_TYPE_FORM, NULL)), "title");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "A typed on");
  plan_activate (fixture->page, "pane.delete");
  test_settle (fixture->window);
  g_assert_null (get_shown_measure (fixture));

  academy_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  restored = academy_store_get (fixture->store, &academy_measure_kind, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (academy_item_get_text (restored, "title"), ==, "A typed on");
}

typedef struct {
  AcademyStore *store;
  guint         rows;
  guint         measures;
  gboolean      painted;
} FirstFrame;

static void
count_live (gpointer key,
            gpointer value,
            gpointer data)
{
  guint *count = data;

  if (academy_item_get_kind (value) == &academy_measure_kind)
    ++*count;
}

static void
painted_cb (GdkFrameClock *clock,
            FirstFrame    *frame)
{
  frame->painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return ((FirstFrame *) data)->painted;
}

/* A long plan makes no more items and rows than it shows, with a margin. */
static void
test_long_plan (void)
{
  g_autoptr(AcademyStore) store = test_create_programme ("2021");
  g_autoptr(AcademyItem) organisation = test_get_organisation (store, "turku");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  const AcademyField *owner = academy_kind_get_owner (&academy_measure_kind);
  const AcademyField *title = academy_kind_find_field (&academy_measure_kind, "title");
  g_autoptr(GError) error = NULL;
  FirstFrame frame = { .store = store };
  GtkWidget *window = adw_window_new ();
  GtkWidget *page;
  GdkFrameClock *clock;

  for (guint i = 0; i < N_MEASURES; i++)
    {
      g_autoptr(AcademyItem) measure = academy_item_new (&academy_measure_kind, NULL);
      g_autofree char *name = g_strdup_printf ("Measure %05u", i);
      g_auto(GValue) value = G_VALUE_INIT;

      g_value_init (&value, G_TYPE_STRING);
      g_value_set_string (&value, academy_item_get_id (organisation));
      academy_item_set_value (measure, owner, &value);
      g_value_set_string (&value, name);
      academy_item_set_value (measure, title, &value);
      academy_edit_create (edit, measure);
    }
  academy_store_apply (store, edit, &error);
  g_assert_no_error (error);
  g_clear_pointer (&edit, academy_edit_free);
  g_hash_table_foreach (store->items, count_live, &frame.measures);
  g_assert_cmpuint (frame.measures, ==, 0);

  page = academy_plan_page_new (store, organisation);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frame);
  test_wait_for (is_painted, &frame);
  g_signal_handlers_disconnect_by_func (clock, painted_cb, &frame);

  g_hash_table_foreach (store->items, count_live, &frame.measures);
  for (GtkWidget *row = gtk_widget_get_first_child (test_find (page, GTK_TYPE_LIST_VIEW, NULL)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    frame.rows++;
  g_test_message ("%u rows and %u measures", frame.rows, frame.measures);
  g_assert_cmpuint (frame.rows, >, 5);
  g_assert_cmpuint (frame.rows, <=, MOST_ROWS);
  g_assert_cmpuint (frame.measures, >, 5);
  g_assert_cmpuint (frame.measures, <=, MOST_MEASURES);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every page builds and shows itself without a warning, which would be fatal. */
static void
test_builds (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  GtkWidget *pages[] = {
    g_object_new (ACADEMY_TYPE_WELCOME_PAGE, NULL),
    GTK_WIDGET (academy_overview_page_new (fixture->store, programme)),
    GTK_WIDGET (academy_people_page_new (fixture->store, programme)),
    GTK_WIDGET (academy_organisation_page_new (fixture->store, fixture->organisation, "situation")),
    GTK_WIDGET (academy_organisation_page_new (fixture->store, fixture->organisation, "plan")),
    GTK_WIDGET (academy_organisation_page_new (fixture->store, fixture->organisation, "pilot")),
    GTK_WIDGET (academy_organisation_page_new (fixture->store, fixture->organisation, "risks")),
    GTK_WIDGET (academy_organisation_page_new (fixture->store, fixture->organisation, "sparring")),
    GTK_WIDGET (academy_organisation_page_new (fixture->store, fixture->organisation, "board")),
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *window = test_present (pages[i]);

      g_assert_true (gtk_widget_get_mapped (pages[i]));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* A screen reader goes from title to title. */
static void
test_headings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  GtkWidget *window = test_present (GTK_WIDGET (academy_overview_page_new (fixture->store, programme)));
  GtkWidget *labels[] = {
    test_find (window, GTK_TYPE_LABEL, "Innovation Academy 2021"),
    test_find (fixture->page, GTK_TYPE_LABEL, "Action plan"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_test_accessible_assert_role (labels[i], GTK_ACCESSIBLE_ROLE_HEADING);
      gtk_test_accessible_assert_property (labels[i], GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) i + 1);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who runs the programme, and when, is said below its name. */
static void
test_page_title (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  GtkWidget *window = test_present (GTK_WIDGET (academy_overview_page_new (fixture->store, programme)));

  g_assert_nonnull (test_find (window, GTK_TYPE_LABEL, "KEINO · 31 Aug 2021–"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static AcademyItem *
add_part (AcademyStore      *store,
          const AcademyKind *kind)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  AcademyItem *item = academy_item_new (kind, NULL);
  g_autoptr(GError) error = NULL;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_value_init (&value, G_TYPE_STRING);
      if (field->flags & ACADEMY_OWNER)
        {
          g_autoptr(AcademyItem) owner = academy_store_get_first (store, academy_kind_find (field->target), NULL, &error);

          g_assert_no_error (error);
          g_value_set_string (&value, academy_item_get_id (owner));
        }
      else if ((field->flags & ACADEMY_REQUIRED) && field->type == ACADEMY_LINK)
        {
          g_autoptr(AcademyItem) target = add_part (store, academy_kind_find (field->target));

          g_value_set_string (&value, academy_item_get_id (target));
        }
      else if ((field->flags & ACADEMY_REQUIRED) && (field->type == ACADEMY_TEXT || field->type == ACADEMY_LONG_TEXT))
        g_value_set_string (&value, "new");
      else
        continue;
      academy_item_set_value (item, field, &value);
    }
  academy_edit_create (edit, item);
  academy_store_apply (store, edit, &error);
  g_assert_no_error (error);

  return item;
}

/* The dialog of every kind has its form and its parts, and is gone when closed. */
static void
test_dialogs (Fixture       *fixture,
              gconstpointer  data)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const char *remove = *kind == &academy_person_kind ? "Erase this person…" : (*kind)->remove;
      g_autoptr(AcademyItem) item = NULL;
      AdwDialog *dialog;

      if (((*kind)->flags & ACADEMY_KIND_SINGLE) || academy_kind_get_owner (*kind) == NULL)
        item = academy_store_get_first (fixture->store, *kind, NULL, NULL);
      if (item == NULL)
        item = add_part (fixture->store, *kind);

      dialog = academy_item_dialog_new (fixture->store, item, fixture->page);
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      adw_dialog_present (dialog, fixture->window);
      test_settle (fixture->window);
      g_assert_cmpstr (adw_dialog_get_title (dialog), ==, (*kind)->label);
      g_assert_true (is_found (GTK_WIDGET (dialog), ACADEMY_TYPE_FORM, NULL));
      /* What stands by itself cannot be deleted from within itself. */
      g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, remove) == (academy_kind_get_owner (*kind) != NULL));

      adw_dialog_close (dialog);
      test_settle (fixture->window);
      if (dialog != NULL)
        g_error ("The dialog of “%s” is kept by %u after it was closed", (*kind)->name, G_OBJECT (dialog)->ref_count);
    }
}

static void
write_title (GtkWidget  *window,
             const char *title)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), title);
  g_assert_true (academy_forms_flush (window));
  test_settle (window);
}

static const char *
get_dialog_title (GtkWidget *window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));

  return dialog != NULL ? adw_dialog_get_title (dialog) : NULL;
}

static gboolean
is_title (gpointer data)
{
  gpointer *pair = data;

  return g_strcmp0 (get_dialog_title (pair[0]), pair[1]) == 0;
}

static void
wait_for_title (GtkWidget  *window,
                const char *title)
{
  gpointer pair[] = { window, (gpointer) title };

  test_wait_for (is_title, pair);
  test_settle (window);
}

/* A row that moves keeps the focus. Where a removed row had it there is its
 * neighbour afterwards, and where the last one was the way to add another. */
static void
test_section_focus (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const titles[] = { "First", "Second", "Third" };
  GtkWidget *section = academy_section_new (fixture->store, &academy_opportunity_kind, fixture->organisation);
  GtkWidget *window = test_present (section);
  GtkWidget *rows[G_N_ELEMENTS (titles) + 1];
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  rows[0] = test_find (section, ADW_TYPE_ACTION_ROW, "Add innovation opportunity");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr(AcademyEdit) edit = academy_edit_new (academy_opportunity_kind.add);
      AcademyItem *item = academy_item_new_part (&academy_opportunity_kind, academy_item_get_id (fixture->organisation));

      g_object_set (item, "title", titles[i], NULL);
      academy_edit_create (edit, item);
      g_assert_true (academy_store_apply (fixture->store, edit, NULL));
      g_ptr_array_add (items, item);
    }
  test_settle (window);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    rows[i + 1] = test_find (section, ADW_TYPE_ACTION_ROW, titles[i]);

  gtk_widget_grab_focus (rows[1]);
  test_set_text (fixture->store, g_ptr_array_index (items, 0), "title", "Zero");
  test_settle (window);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (rows[1])), ==, G_N_ELEMENTS (titles) - 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == rows[1]);
  academy_store_undo (fixture->store, NULL);
  test_settle (window);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (rows[1])), ==, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == rows[1]);

  gtk_widget_grab_focus (rows[G_N_ELEMENTS (titles)]);
  for (guint i = G_N_ELEMENTS (titles); i > 0; i--)
    {
      g_autoptr(AcademyEdit) edit = academy_edit_new (academy_opportunity_kind.remove);

      academy_edit_delete (edit, g_ptr_array_index (items, i - 1));
      g_assert_true (academy_store_apply (fixture->store, edit, NULL));
      test_settle (window);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == rows[i - 1]);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is late says so in words and in colour, until it is done. */
static void
test_section_late (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *section = academy_section_new (fixture->store, &academy_follow_up_kind, fixture->organisation);
  GtkWidget *window = test_present (section);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_follow_up_kind.add);
  g_autoptr(AcademyItem) item = academy_item_new_part (&academy_follow_up_kind, academy_item_get_id (fixture->organisation));
  AdwActionRow *row;

  g_object_set (item, "title", "Ask the market", NULL);
  academy_edit_create (edit, item);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_set_text (fixture->store, item, "due", "2021-03-01");
  test_settle (window);
  row = ADW_ACTION_ROW (test_find (section, ADW_TYPE_ACTION_ROW, "Ask the market"));
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (row), "Open – overdue"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "late"));

  test_set_text (fixture->store, item, "status", "done");
  test_settle (window);
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (row), "Done"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "late"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_rows (GtkWidget          *section,
             const char * const *titles)
{
  GtkListBox *rows = GTK_LIST_BOX (gtk_widget_get_parent (test_find (section, ADW_TYPE_ACTION_ROW, titles[0])));

  for (guint i = 0; titles[i] != NULL; i++)
    g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (rows, i))), ==, titles[i]);
}

/* Rows move by keys where people choose the order; the first one goes no further,
 * and nothing moves where another order is kept. */
static void
test_section_order (Fixture       *fixture,
                    gconstpointer  data)
{
  static const AcademyKind * const kinds[] = { &academy_challenge_kind, &academy_opportunity_kind };
  static const char * const titles[][4] = { { "A", "B", "C" }, { "B", "C", "A" }, { "B", "A", "C" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *section = academy_section_new (fixture->store, kinds[i], fixture->organisation);
      GtkWidget *window = test_present (section);
      gboolean movable = i == 0;

      for (guint j = 0; titles[0][j] != NULL; j++)
        {
          g_autoptr(AcademyEdit) edit = academy_edit_new (kinds[i]->add);
          g_autoptr(AcademyItem) item = academy_item_new_part (kinds[i], academy_item_get_id (fixture->organisation));

          g_object_set (item, "title", titles[0][j], NULL);
          academy_edit_create (edit, item);
          g_assert_true (academy_store_apply (fixture->store, edit, NULL));
        }
      test_settle (window);
      assert_rows (section, titles[0]);

      gtk_widget_grab_focus (test_find (section, ADW_TYPE_ACTION_ROW, "A"));
      for (guint j = 0; j < 3; j++)
        gtk_widget_activate_action (section, "section.move-down", NULL);
      test_settle (window);
      assert_rows (section, titles[movable ? 1 : 0]);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == test_find (section, ADW_TYPE_ACTION_ROW, "A"));

      gtk_widget_activate_action (section, "section.move-up", NULL);
      test_settle (window);
      assert_rows (section, titles[movable ? 2 : 0]);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* A goal opens in a dialog, and its indicators in pages of the same; Escape goes
 * back page by page, and what was not written is not there. */
static void
test_section (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *section = academy_section_new (fixture->store, &academy_goal_kind, fixture->organisation);
  GtkWidget *window = test_present (section);
  g_autoptr(AcademyItem) indicator = NULL;
  AdwDialog *dialog;
  GtkWidget *row;

  g_assert_true (is_found (section, ADW_TYPE_ACTION_ROW, "Add impact goal"));
  press (section, ADW_TYPE_ACTION_ROW, "Add impact goal");
  wait_for_title (window, "Impact goal");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  adw_dialog_close (dialog);
  wait_for_title (window, NULL);
  g_assert_cmpint (count (fixture, &academy_goal_kind), ==, 0);
  g_assert_null (academy_store_get_undo_label (fixture->store));

  press (section, ADW_TYPE_ACTION_ROW, "Add impact goal");
  wait_for_title (window, "Impact goal");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  write_title (window, "Less waste & more");
  g_assert_true (is_found (section, ADW_TYPE_ACTION_ROW, "Less waste & more"));

  press (test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_SECTION, "Indicators"), GTK_TYPE_BUTTON, "Add indicator");
  wait_for_title (window, "Indicator");
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (window)) == dialog);
  press_escape (gtk_root_get_focus (GTK_ROOT (window)));
  wait_for_title (window, "Impact goal");
  g_assert_cmpint (count (fixture, &academy_indicator_kind), ==, 0);

  press (test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_SECTION, "Indicators"), GTK_TYPE_BUTTON, "Add indicator");
  wait_for_title (window, "Indicator");
  write_title (window, "Food waste");
  indicator = academy_store_get_first (fixture->store, &academy_indicator_kind, NULL, NULL);
  test_set_text (fixture->store, indicator, "baseline", "62");
  test_set_text (fixture->store, indicator, "target", "42");
  test_set_text (fixture->store, indicator, "unit", "g");
  row = test_find (section, ADW_TYPE_ACTION_ROW, "Less waste & more");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Food waste: 62 → 42 g");

  /* What goes while it is shown takes its page with it. */
  academy_store_undo (fixture->store, NULL);
  academy_store_undo (fixture->store, NULL);
  academy_store_undo (fixture->store, NULL);
  academy_store_undo (fixture->store, NULL);
  wait_for_title (window, "Impact goal");
  academy_store_undo (fixture->store, NULL);
  wait_for_title (window, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A row is copied with its headings, and the list is edited as a table. */
static void
test_section_table (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(AcademyItem) first = add_part (fixture->store, &academy_goal_kind);
  g_autoptr(AcademyItem) second = add_part (fixture->store, &academy_goal_kind);
  g_autoptr(AcademyItem) organisation = academy_store_get_owner (fixture->store, first, NULL);
  GtkWidget *section = academy_section_new (fixture->store, &academy_goal_kind, organisation);
  GtkWidget *window = test_present (section);
  g_autofree char *copied = NULL;
  AdwDialog *dialog;
  AcademyTable *table;

  test_set_text (fixture->store, first, "title", "Less waste");
  test_set_text (fixture->store, second, "title", "Cleaner rooms");
  test_settle (window);
  gtk_widget_grab_focus (test_find (section, ADW_TYPE_ACTION_ROW, "Less waste"));
  g_assert_true (gtk_widget_activate_action (section, "section.copy", NULL));
  copied = test_read_clipboard (gtk_widget_get_clipboard (section));
  g_assert_true (g_str_has_prefix (copied, "Title\tDescription\t"));
  g_assert_nonnull (strstr (copied, "Less waste"));
  g_assert_null (strstr (copied, "Cleaner rooms"));

  press (section, GTK_TYPE_BUTTON, "Edit as table");
  wait_for_title (window, "Impact goals");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  table = ACADEMY_TABLE (test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_TABLE, NULL));
  g_assert_cmpuint (academy_table_model_count (academy_table_get_model (table)), ==, 2);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (table)));

  /* What is typed is saved when the dialog closes. */
  g_assert_true (academy_table_begin (table, TRUE));
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window))), "Half the waste");
  adw_dialog_close (dialog);
  wait_for_title (window, NULL);
  g_assert_cmpstr (academy_item_get_text (first, "title"), ==, "Half the waste");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A plan has one pilot: who has made it is not offered another. */
static void
test_pilot (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *section;

  academy_plan_page_show_view (ACADEMY_PLAN_PAGE (fixture->page), "pilot");
  test_settle (fixture->window);
  section = test_find (fixture->page, ACADEMY_TYPE_SECTION, "Pilot");
  g_assert_nonnull (section);
  g_assert_true (is_found (section, GTK_TYPE_BUTTON, "Add pilot"));
  press (section, ADW_TYPE_ACTION_ROW, "Add pilot");
  wait_for_title (fixture->window, "Pilot");
  g_assert_true (is_found (section, GTK_TYPE_BUTTON, "Add pilot"));
  write_title (fixture->window, "Trial");
  g_assert_true (is_found (section, ADW_TYPE_ACTION_ROW, "Trial"));
  g_assert_false (is_found (section, GTK_TYPE_BUTTON, "Add pilot"));

  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  wait_for_title (fixture->window, NULL);
  academy_store_undo (fixture->store, NULL);
  g_assert_true (is_found (section, GTK_TYPE_BUTTON, "Add pilot"));
}

/* Shows the picture in the place of a table. */
static void
show_picture (Fixture *fixture)
{
  GtkWidget *pane = test_find (fixture->page, ACADEMY_TYPE_TABLE_PANE, NULL);
  GtkWidget *looks = test_find (pane, ADW_TYPE_TOGGLE_GROUP, NULL);

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (looks), "picture");
  test_settle (fixture->window);
}

/* The risks of an organisation are in their matrix and in their list, and no others
 * are when the page shows another organisation. */
static void
test_risks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) kuopio = test_get_organisation (fixture->store, "kuopio");
  g_autoptr(AcademyItem) risk = academy_item_new_part (&academy_risk_kind, academy_item_get_id (fixture->organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_risk_kind.add);

  g_object_set (risk, "title", "Drought", "probability", G_GINT64_CONSTANT (4), "effect", G_GINT64_CONSTANT (5), NULL);
  academy_edit_create (edit, risk);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));

  academy_plan_page_show_view (ACADEMY_PLAN_PAGE (fixture->page), "risks");
  test_settle (fixture->window);
  g_assert_true (is_found (fixture->page, ACADEMY_TYPE_CELL, "Drought"));
  g_assert_null (test_find (fixture->page, ACADEMY_TYPE_MATRIX_MARK, NULL));
  show_picture (fixture);
  g_assert_true (gtk_widget_get_mapped (test_find (fixture->page, ACADEMY_TYPE_MATRIX, NULL)));
  g_assert_nonnull (test_find (fixture->page, ACADEMY_TYPE_MATRIX_MARK, NULL));

  academy_plan_page_set_organisation (ACADEMY_PLAN_PAGE (fixture->page), kuopio);
  test_settle (fixture->window);
  g_assert_cmpstr (academy_plan_page_get_view (ACADEMY_PLAN_PAGE (fixture->page)), ==, "risks");
  g_assert_true (is_found (fixture->page, GTK_TYPE_LABEL, "No risks yet"));
}

/* The sums of the plan are those of now, whatever view was shown when they changed. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) first = add_measure (fixture, "A", NULL);
  g_autoptr(AcademyItem) second = NULL;
  g_autoptr(AcademyItem) kuopio = test_get_organisation (fixture->store, "kuopio");

  g_assert_true (is_found (fixture->page, GTK_TYPE_LABEL, "Measures: 1 · Person-days: 0 · €0"));
  academy_plan_page_show_view (ACADEMY_PLAN_PAGE (fixture->page), "risks");
  second = add_measure (fixture, "B", NULL);
  academy_plan_page_show_view (ACADEMY_PLAN_PAGE (fixture->page), "measures");
  g_assert_true (is_found (fixture->page, GTK_TYPE_LABEL, "Measures: 2 · Person-days: 0 · €0"));

  academy_plan_page_show_view (ACADEMY_PLAN_PAGE (fixture->page), "risks");
  academy_plan_page_set_organisation (ACADEMY_PLAN_PAGE (fixture->page), kuopio);
  academy_plan_page_show_view (ACADEMY_PLAN_PAGE (fixture->page), "measures");
  g_assert_true (is_found (fixture->page, GTK_TYPE_LABEL, "Measures: 0 · Person-days: 0 · €0"));
}

/* The timeline stays and shows the plan of another organisation, without the search. */
static void
test_timeline (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = add_measure (fixture, "A", "2021-10-01");
  g_autoptr(AcademyItem) kuopio = test_get_organisation (fixture->store, "kuopio");
  GtkWidget *pane, *search;
  AcademyTimelineModel *model;

  academy_plan_page_show_view (ACADEMY_PLAN_PAGE (fixture->page), "timeline");
  test_settle (fixture->window);
  pane = test_find (fixture->page, ACADEMY_TYPE_TIMELINE_PANE, NULL);
  model = academy_timeline_view_get_model (academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane)));
  g_assert_true (academy_timeline_model_has_measures (model));
  search = academy_descendant_find (pane, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "A");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (academy_timeline_model_is_filtered (model));

  academy_plan_page_set_organisation (ACADEMY_PLAN_PAGE (fixture->page), kuopio);
  test_settle (fixture->window);
  g_assert_true (test_find (fixture->page, ACADEMY_TYPE_TIMELINE_PANE, NULL) == pane);
  g_assert_cmpstr (academy_timeline_model_get_organisation (model), ==, academy_item_get_id (kuopio));
  g_assert_false (academy_timeline_model_has_measures (model));
  g_assert_false (academy_timeline_model_is_filtered (model));

  /* One that is not seen is made again. */
  academy_plan_page_show_view (ACADEMY_PLAN_PAGE (fixture->page), "measures");
  academy_plan_page_set_organisation (ACADEMY_PLAN_PAGE (fixture->page), fixture->organisation);
  academy_plan_page_show_view (ACADEMY_PLAN_PAGE (fixture->page), "timeline");
  test_settle (fixture->window);
  pane = test_find (fixture->page, ACADEMY_TYPE_TIMELINE_PANE, NULL);
  model = academy_timeline_view_get_model (academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane)));
  g_assert_true (academy_timeline_model_has_measures (model));
}

static void
assert_focus (Fixture   *fixture,
              GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (widget);
  if (focus == NULL || (focus != widget && !gtk_widget_is_ancestor (focus, widget)))
    g_error ("The focus is on %s, not on %s", focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing",
             G_OBJECT_TYPE_NAME (widget));
}

/* Whom a participation is about can be written down without leaving it. */
static void
test_new_target (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) participation = add_part (fixture->store, &academy_participation_kind);
  AdwDialog *dialog = academy_item_dialog_new (fixture->store, participation, fixture->page);
  gint64 people = count (fixture, &academy_person_kind);
  g_autoptr(AcademyItem) person = NULL;
  AdwComboRow *row;
  guint last;

  adw_dialog_present (dialog, fixture->window);
  wait_for_title (fixture->window, "Participant");
  row = ADW_COMBO_ROW (test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Person"));
  last = g_list_model_get_n_items (adw_combo_row_get_model (row)) - 1;
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (row)), last), ==, "Add person");

  adw_combo_row_set_selected (row, last);
  wait_for_title (fixture->window, "Person");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_cmpint (count (fixture, &academy_person_kind), ==, people);
  press_escape (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  wait_for_title (fixture->window, "Participant");
  assert_focus (fixture, GTK_WIDGET (row));
  g_assert_null (academy_item_get_text (participation, "person"));

  adw_combo_row_set_selected (row, last);
  wait_for_title (fixture->window, "Person");
  write_title (fixture->window, "Maija Meikäläinen");
  g_assert_cmpint (count (fixture, &academy_person_kind), ==, people + 1);
  person = academy_store_get (fixture->store, &academy_person_kind, academy_item_get_text (participation, "person"), NULL);
  g_assert_nonnull (person);
  g_assert_cmpstr (academy_item_get_text (person, "name"), ==, "Maija Meikäläinen");
  press_escape (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  wait_for_title (fixture->window, "Participant");
  assert_focus (fixture, GTK_WIDGET (row));
  g_assert_cmpuint (adw_combo_row_get_selected (row), >, 0);

  adw_dialog_close (dialog);
  wait_for_title (fixture->window, NULL);
}

/* Whoever has added a link is at it afterwards, and who has not is where they
 * wanted to. */
static void
test_link_focus (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = add_measure (fixture, "A", "2021-10-01");
  GtkWidget *links, *add;

  test_settle (fixture->window);
  plan_open (fixture->page, 0);
  links = test_find (fixture->page, ADW_TYPE_EXPANDER_ROW, "Impact goals");
  g_assert_nonnull (links);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (links), TRUE);
  test_settle (fixture->window);
  add = test_find (links, ADW_TYPE_BUTTON_ROW, "Add impact goal");

  gtk_widget_grab_focus (add);
  g_signal_emit_by_name (add, "activated");
  wait_for_title (fixture->window, "Impact goal");
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  wait_for_title (fixture->window, NULL);
  assert_focus (fixture, add);

  g_signal_emit_by_name (add, "activated");
  wait_for_title (fixture->window, "Impact goal");
  write_title (fixture->window, "Less waste");
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  wait_for_title (fixture->window, NULL);
  assert_focus (fixture, test_find (links, ADW_TYPE_SWITCH_ROW, "Less waste"));

  academy_store_undo (fixture->store, NULL);
  test_settle (fixture->window);
  assert_focus (fixture, add);
}

static gint64
count_points (AcademyStore *store,
              AcademyItem  *session)
{
  g_autoptr(GPtrArray) ids = academy_store_get_ids (store, &academy_agenda_item_kind, academy_item_get_id (session), NULL);

  return ids->len;
}

/* A session without an agenda offers the usual one of its number, which is one step of undo. */
static void
test_usual_agenda (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const fill = "Fill in the usual agenda";
  g_autoptr(AcademyItem) session = add_part (fixture->store, &academy_session_kind);
  g_autoptr(AcademyItem) first = NULL;
  AdwDialog *dialog;
  GtkWidget *row;

  test_set_text (fixture->store, session, "number", NULL);
  dialog = academy_item_dialog_new (fixture->store, session, fixture->page);
  adw_dialog_present (dialog, fixture->window);
  wait_for_title (fixture->window, "Sparring session");
  g_assert_false (is_found (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, fill));

  test_set_text (fixture->store, session, "number", "2");
  g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, fill));

  row = test_find (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, fill);
  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (row, "activated");
  test_settle (fixture->window);
  g_assert_cmpint (count_points (fixture->store, session), ==, 6);
  first = academy_store_get_first (fixture->store, &academy_agenda_item_kind, academy_item_get_id (session), NULL);
  g_assert_cmpstr (academy_item_get_text (first, "title"), ==, "Opening and agreed items");
  g_assert_false (is_found (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, fill));
  assert_focus (fixture, test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Opening and agreed items"));

  academy_store_undo (fixture->store, NULL);
  test_settle (fixture->window);
  g_assert_cmpint (count_points (fixture->store, session), ==, 0);
  g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, fill));
  adw_dialog_close (dialog);
  wait_for_title (fixture->window, NULL);
}

/* The rows of proposals have numbers, which follow their order. */
static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) board = add_part (fixture->store, &academy_board_item_kind);
  g_autoptr(GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  AcademyItem *first = NULL;
  AdwDialog *dialog;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(AcademyEdit) edit = academy_edit_new (academy_proposal_kind.add);
      AcademyItem *proposal = academy_item_new_part (&academy_proposal_kind, academy_item_get_id (board));

      g_object_set (proposal, "title", i == 0 ? "Approve the plan" : "Note the risks", NULL);
      academy_edit_create (edit, proposal);
      g_assert_true (academy_store_apply (fixture->store, edit, NULL));
      g_ptr_array_add (moved, proposal);
      first = first != NULL ? first : proposal;
    }

  dialog = academy_item_dialog_new (fixture->store, board, fixture->page);
  adw_dialog_present (dialog, fixture->window);
  wait_for_title (fixture->window, "Board presentation");
  g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "1. Approve the plan"));
  g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "2. Note the risks"));

  g_object_ref (first);
  g_ptr_array_remove_index (moved, 0);
  g_assert_true (academy_position_move (fixture->store, moved, first, NULL));
  g_object_unref (first);
  test_settle (fixture->window);
  g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "1. Note the risks"));
  g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "2. Approve the plan"));
  adw_dialog_close (dialog);
  wait_for_title (fixture->window, NULL);
}

/* Two of the same role are told apart by their names. */
static void
test_attendees (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const names[] = { "Maija Meikäläinen", "Matti Meikäläinen" };
  g_autoptr(AcademyItem) session = add_part (fixture->store, &academy_session_kind);
  g_autoptr(AcademyItem) person = NULL;
  AdwDialog *dialog;
  GtkWidget *links;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(AcademyEdit) edit = academy_edit_new (academy_participation_kind.add);
      g_autoptr(AcademyItem) participation = academy_item_new_part (&academy_participation_kind,
                                                                    academy_item_get_owner (session));

      g_clear_object (&person);
      person = add_part (fixture->store, &academy_person_kind);
      test_set_text (fixture->store, person, "name", names[i]);
      g_object_set (participation, "person", academy_item_get_id (person), NULL);
      academy_edit_create (edit, participation);
      g_assert_true (academy_store_apply (fixture->store, edit, NULL));
    }

  dialog = academy_item_dialog_new (fixture->store, session, fixture->page);
  adw_dialog_present (dialog, fixture->window);
  wait_for_title (fixture->window, "Sparring session");
  links = test_find (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, "Attendees");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (links), TRUE);
  test_settle (fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (is_found (links, GTK_TYPE_LABEL, names[i]));

  test_set_text (fixture->store, person, "name", "Somebody");
  g_assert_true (is_found (links, GTK_TYPE_LABEL, "Somebody"));
  adw_dialog_close (dialog);
  wait_for_title (fixture->window, NULL);
}

static gboolean
has_question (gpointer window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (window);

  return ADW_IS_ALERT_DIALOG (dialog) && test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Erase") != NULL;
}

/* What is deleted in its dialog leaves the focus to its neighbour. */
static void
test_delete_focus (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const names[] = { "First", "Second", "Third" };
  g_autoptr(AcademyItem) programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  GtkWidget *page = GTK_WIDGET (academy_people_page_new (fixture->store, programme));
  GtkWidget *plan = fixture->window;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(AcademyItem) person = add_part (fixture->store, &academy_person_kind);

      test_set_text (fixture->store, person, "name", names[i]);
    }
  fixture->window = test_present (page);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *row = test_find (page, ADW_TYPE_ACTION_ROW, names[i]);

      gtk_widget_grab_focus (row);
      g_signal_emit_by_name (row, "activate");
      wait_for_title (fixture->window, "Person");
      g_signal_emit_by_name (test_find (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))),
                                        ADW_TYPE_BUTTON_ROW, "Erase this person…"), "activated");
      test_wait_for (has_question, fixture->window);
      press (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))), GTK_TYPE_BUTTON, "_Erase");
      wait_for_title (fixture->window, NULL);
      assert_focus (fixture, test_find (page, ADW_TYPE_ACTION_ROW,
                                        i + 1 < G_N_ELEMENTS (names) ? names[i + 1] : "Add person"));
    }
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = plan;
}

/* Enter makes an organisation and asks for the next; a pasted list makes many,
 * in one step. */
static void
test_new_organisation (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  AdwDialog *dialog = academy_new_organisation_new (fixture->store, programme);
  gint64 before = count (fixture, &academy_organisation_kind);
  g_autoptr(AcademyItem) second = NULL;
  GtkWidget *entry;

  adw_dialog_present (dialog, fixture->window);
  wait_for_title (fixture->window, "Add organisations");
  entry = test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Jyväskylä");
  g_assert_true (is_found (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Short name for files: jyvaskyla"));
  g_signal_emit_by_name (entry, "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpint (count (fixture, &academy_organisation_kind), ==, before + 1);

  /* Marks of a list are no part of names, and a single name is as it is written. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "1. luokan hankinnat");
  g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "1. luokan hankinnat"));

  /* A mark without a name makes nothing. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "• \n- Oulu\n2.\n");
  g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Oulu"));
  g_assert_true (is_found (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Add organisation"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "Mukaan tulevat:\n- Jyväskylä\r\n\n•\tOulu \n");
  g_assert_null (strchr (gtk_editable_get_text (GTK_EDITABLE (entry)), '\r'));
  g_assert_true (is_found (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Oulu"));
  g_assert_true (is_found (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Short name for files: jyvaskyla-2"));
  press (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Add 2 organisations");
  g_assert_cmpint (count (fixture, &academy_organisation_kind), ==, before + 3);
  g_assert_cmpint (count (fixture, &academy_plan_kind), ==, before + 3);
  second = test_get_organisation (fixture->store, "jyvaskyla-2");
  g_assert_cmpstr (academy_item_get_text (second, "name_fi"), ==, "Jyväskylä");
  academy_store_undo (fixture->store, NULL);
  g_assert_cmpint (count (fixture, &academy_organisation_kind), ==, before + 1);

  adw_dialog_close (dialog);
  wait_for_title (fixture->window, NULL);
}

static gboolean
is_pasted (gpointer data)
{
  return strchr (gtk_editable_get_text (data), '\n') != NULL;
}

/* The cursor is behind what is pasted in the midst of a name, whatever the ends
 * of its lines. */
static void
test_paste_organisations (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  AdwDialog *dialog = academy_new_organisation_new (fixture->store, programme);
  GtkWidget *focus;

  adw_dialog_present (dialog, fixture->window);
  wait_for_title (fixture->window, "Add organisations");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Kaupunki");
  gtk_editable_set_position (GTK_EDITABLE (focus), 4);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (focus), "a\r\nb\001c\rd");
  g_signal_emit_by_name (focus, "paste-clipboard");
  test_wait_for (is_pasted, focus);
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (focus)), ==, 10);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "Kaupa\nbc\ndunki");

  adw_dialog_close (dialog);
  wait_for_title (fixture->window, NULL);
}

/* A dialog with something that cannot be saved asks before it closes. */
static void
test_dialog_asks (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) goal = add_part (fixture->store, &academy_goal_kind);
  AdwDialog *dialog = academy_item_dialog_new (fixture->store, goal, fixture->page);
  AdwDialog *question;
  GtkWidget *focus;

  adw_dialog_present (dialog, fixture->window);
  test_settle (fixture->window);
  academy_form_start (ACADEMY_FORM (test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_FORM, NULL)), "title");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "");
  adw_dialog_close (dialog);
  test_settle (fixture->window);

  question = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (question)), ==,
                   "Everything else is saved. This cannot be saved as it is:\nTitle: This cannot be empty.");
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (question)), ==, "Discard what is marked?");
  g_signal_emit_by_name (question, "response", "cancel");
  adw_dialog_force_close (question);
  test_settle (fixture->window);
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == dialog);
  g_assert_cmpstr (academy_item_get_text (goal, "title"), ==, "new");

  gtk_editable_set_text (GTK_EDITABLE (focus), "Right again");
  adw_dialog_close (dialog);
  test_settle (fixture->window);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_cmpstr (academy_item_get_text (goal, "title"), ==, "Right again");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/pages/builds", test_builds },
    { "/pages/headings", test_headings },
    { "/pages/page-title", test_page_title },
    { "/pages/section-focus", test_section_focus },
    { "/pages/section-order", test_section_order },
    { "/pages/section-late", test_section_late },
    { "/pages/dialogs", test_dialogs },
    { "/pages/dialog-asks", test_dialog_asks },
    { "/pages/section", test_section },
    { "/pages/section-table", test_section_table },
    { "/pages/pilot", test_pilot },
    { "/pages/risks", test_risks },
    { "/pages/new-target", test_new_target },
    { "/pages/link-focus", test_link_focus },
    { "/pages/usual-agenda", test_usual_agenda },
    { "/pages/numbers", test_numbers },
    { "/pages/attendees", test_attendees },
    { "/pages/delete-focus", test_delete_focus },
    { "/pages/new-organisation", test_new_organisation },
    { "/pages/paste-organisations", test_paste_organisations },
    { "/pages/plan/empty", test_empty },
    { "/pages/plan/add", test_add },
    { "/pages/plan/add-nothing", test_add_nothing },
    { "/pages/plan/delete", test_delete },
    { "/pages/plan/delete-while-typing", test_delete_while_typing },
    { "/pages/plan/bulk", test_bulk },
    { "/pages/plan/bulk/text", test_bulk_text },
    { "/pages/plan/bulk/move", test_bulk_move },
    { "/pages/plan/move", test_move },
    { "/pages/plan/sums", test_sums },
    { "/pages/plan/timeline", test_timeline },
    { "/pages/plan/error-keeps-measure", test_error_keeps_measure },
  };

  test_display_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/pages/plan/long", test_long_plan);

  return test_display_run ();
}
