/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-descendant.h"
#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-matrix-mark.h"
#include "academy-matrix.h"
#include "test-display.h"

static const AcademyMatrixAxes axes = {
  .kind = &academy_risk_kind,
  .x = "probability",
  .y = "effect",
  .mark = "class",
  .closed = "closed",
  .severe = TRUE,
};

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;

  /* Borrowed */
  GtkWidget    *window;
  GtkWidget    *matrix;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AcademyList) list = NULL;

  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  list = academy_list_new (fixture->store, &academy_risk_kind, academy_item_get_id (fixture->organisation));
  fixture->matrix = academy_matrix_new (fixture->store, G_LIST_MODEL (list), &axes, "Risks");
  fixture->window = test_present (fixture->matrix);
}

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
add_risk (Fixture    *fixture,
          const char *title,
          gint64      probability,
          gint64      effect)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_risk_kind.add);
  AcademyItem *risk = academy_item_new_part (&academy_risk_kind, academy_item_get_id (fixture->organisation));

  g_object_set (risk, "title", title, "probability", probability, "effect", effect, NULL);
  academy_edit_create (edit, risk);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);

  return risk;
}

/* Finds the mark of an item that is seen. */
static GtkWidget *
find_mark (GtkWidget   *root,
           AcademyItem *item)
{
  if (ACADEMY_IS_MATRIX_MARK (root) && academy_matrix_mark_get_item (ACADEMY_MATRIX_MARK (root)) == item)
    return gtk_widget_get_mapped (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *mark = find_mark (child, item);

      if (mark != NULL)
        return mark;
    }

  return NULL;
}

static graphene_rect_t
get_bounds (Fixture     *fixture,
            AcademyItem *item)
{
  GtkWidget *mark = find_mark (fixture->matrix, item);
  graphene_rect_t bounds;

  g_assert_nonnull (mark);
  g_assert_true (gtk_widget_compute_bounds (mark, fixture->matrix, &bounds));
  return bounds;
}

/* What is more likely stands further right, and what has more effect higher; two in
 * one place do not lie over each other. */
static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) low = add_risk (fixture, "Low", 1, 1);
  g_autoptr(AcademyItem) likely = add_risk (fixture, "Likely", 4, 1);
  g_autoptr(AcademyItem) bad = add_risk (fixture, "Bad", 1, 5);
  g_autoptr(AcademyItem) too = add_risk (fixture, "Bad too, with a long title that has to end somewhere", 1, 5);
  graphene_rect_t bounds[] = { get_bounds (fixture, low), get_bounds (fixture, likely), get_bounds (fixture, bad),
                               get_bounds (fixture, too) };

  g_assert_cmpfloat (bounds[1].origin.x, >, bounds[0].origin.x);
  g_assert_cmpfloat (bounds[1].origin.y, ==, bounds[0].origin.y);
  g_assert_cmpfloat (bounds[2].origin.y, <, bounds[0].origin.y);
  g_assert_cmpfloat (bounds[2].origin.x, ==, bounds[0].origin.x);
  g_assert_false (graphene_rect_intersection (&bounds[2], &bounds[3], NULL));
}

/* What has no place is counted, and what is no longer a risk is not shown. */
static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) placed = NULL;
  g_autoptr(AcademyItem) open = NULL;

  placed = add_risk (fixture, "Placed", 2, 2);
  open = add_risk (fixture, "Open", 2, ACADEMY_UNSET);
  g_assert_nonnull (test_find (fixture->matrix, GTK_TYPE_LABEL, "1 is not in the picture: one of its numbers is missing."));
  g_assert_null (find_mark (fixture->matrix, open));

  test_set_text (fixture->store, open, "effect", "3");
  test_settle (fixture->window);
  g_assert_nonnull (find_mark (fixture->matrix, open));
  test_set_text (fixture->store, open, "closed", "true");
  test_settle (fixture->window);
  g_assert_null (find_mark (fixture->matrix, open));
  g_assert_nonnull (find_mark (fixture->matrix, placed));
}

static void
open_cb (AcademyMatrix  *matrix,
         AcademyItem    *item,
         AcademyItem   **opened)
{
  *opened = item;
}

/* A full square tells how many more there are. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) risks = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_seen = 0;
  g_autofree char *label = NULL;
  GtkWidget *more;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *title = g_strdup_printf ("Risk %u", i);

      g_ptr_array_add (risks, add_risk (fixture, title, 3, 3));
    }
  for (guint i = 0; i < risks->len; i++)
    n_seen += find_mark (fixture->matrix, g_ptr_array_index (risks, i)) != NULL;
  g_assert_cmpuint (n_seen, <, risks->len);
  label = g_strdup_printf ("+%u", risks->len - n_seen);
  g_assert_nonnull (test_find (fixture->matrix, GTK_TYPE_LABEL, label));

  /* Its menu has no widgets until it is opened. */
  more = academy_descendant_find (fixture->matrix, GTK_TYPE_MENU_BUTTON);
  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (more)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  test_settle (fixture->window);
  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (more))), ==, risks->len);
}

/* Ctrl with an arrow moves an item and tells where to; Alt+Left is left to going
 * back. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) risk = add_risk (fixture, "Late", 3, 3);
  GtkWidget *grid = gtk_widget_get_parent (find_mark (fixture->matrix, risk));
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (grid);
  gboolean handled = TRUE;

  gtk_widget_grab_focus (find_mark (fixture->matrix, risk));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;

      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Left, 0, GDK_ALT_MASK, &handled);
      g_assert_false (handled);
      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Left, 0, GDK_CONTROL_MASK, &handled);
      g_assert_true (handled);
    }
  test_settle (fixture->window);
  g_assert_cmpint (academy_item_get_number (risk, "probability"), ==, 2);
  g_assert_nonnull (test_find (fixture->window, GTK_TYPE_LABEL, "“Late” – Effect, 1–5: 3 – Likelihood, 1–5: 2"));
}

/* A narrow picture has numbers, of which the list below it has the titles; it leads to
 * the items, too. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) first = add_risk (fixture, "Suppliers do not answer", 4, 4);
  g_autoptr(AcademyItem) open = add_risk (fixture, "Open", 2, ACADEMY_UNSET);
  g_autoptr(AcademyItem) second = add_risk (fixture, "Nobody has time", 1, 2);
  AcademyItem *items[] = { first, second };
  AcademyItem *opened = NULL;

  academy_matrix_set_narrow (ACADEMY_MATRIX (fixture->matrix), TRUE);
  g_signal_connect (fixture->matrix, "open", G_CALLBACK (open_cb), &opened);
  test_settle (fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      GtkWidget *mark = find_mark (fixture->matrix, items[i]);
      g_autofree char *title = academy_item_dup_title (items[i], academy_language_get_default ());
      GtkWidget *label = test_find (fixture->matrix, GTK_TYPE_LABEL, title);
      GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
      const char *number = test_get_text (test_find (mark, GTK_TYPE_LABEL, NULL));

      g_assert_nonnull (number);
      g_assert_nonnull (test_find (row, GTK_TYPE_LABEL, number));
      g_assert_true (test_is_named (mark, title));
      g_assert_null (test_find (mark, GTK_TYPE_INSCRIPTION, NULL));
      g_assert_true (academy_matrix_find_item (label) == items[i]);
      gtk_widget_activate (row);
      g_assert_true (opened == items[i]);
    }

  academy_matrix_set_narrow (ACADEMY_MATRIX (fixture->matrix), FALSE);
  test_settle (fixture->window);
  g_assert_nonnull (test_find (find_mark (fixture->matrix, first), GTK_TYPE_INSCRIPTION, NULL));
  g_assert_null (test_find (fixture->matrix, GTK_TYPE_LIST_BOX_ROW, NULL));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add ("/matrix/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/matrix/left-out", Fixture, NULL, set_up, test_left_out, tear_down);
  g_test_add ("/matrix/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/matrix/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/matrix/full", Fixture, NULL, set_up, test_full, tear_down);

  return test_display_run ();
}
