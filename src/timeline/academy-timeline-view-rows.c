/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "academy-timeline-keys.h"
#include "academy-timeline-selection.h"

/* Returns the widget that holds the rows, in the chart or in the table. */
static GtkWidget *
get_rows (AcademyTimelineView *self)
{
  return self->tabular ? academy_timeline_table_get_rows (self->table)
                       : GTK_WIDGET (academy_timeline_chart_get_list (self->chart));
}

/* Returns the focus widget, if it is in the chart, in the table or on the empty page. */
static GtkWidget *
get_focus (AcademyTimelineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)) ? focus : NULL;
}

static gboolean
is_row_focused (AcademyTimelineView *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_is_ancestor (focus, get_rows (self));
}

/* Returns the row that keys act on: the focus row, or else the first selected one. */
AcademyLine *
academy_timeline_view_dup_current_row (AcademyTimelineView *self,
                                       guint               *position)
{
  GtkWidget *focus = get_focus (self);
  GtkWidget *lane = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  guint current;

  if (ACADEMY_IS_TIMELINE_LANE (lane) && academy_timeline_lane_get_row (ACADEMY_TIMELINE_LANE (lane)) != NULL)
    current = academy_timeline_lane_get_position (ACADEMY_TIMELINE_LANE (lane));
  else
    current = academy_timeline_selection_get_first (self->selection);
  if (current == GTK_INVALID_LIST_POSITION)
    return NULL;

  *position = current;
  return g_list_model_get_item (G_LIST_MODEL (self->model), current);
}

/**
 * academy_timeline_view_get_current:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the first selected item
 */
AcademyItem *
academy_timeline_view_get_current (AcademyTimelineView *self)
{
  return academy_timeline_selection_dup_item (self->selection);
}

static void
scroll_to (AcademyTimelineView *self,
           guint                position,
           GtkListScrollFlags   flags)
{
  if (self->tabular)
    gtk_column_view_scroll_to (academy_timeline_table_get_column_view (self->table), position, NULL, flags, NULL);
  else
    gtk_list_view_scroll_to (academy_timeline_chart_get_list (self->chart), position, flags, NULL);
}

void
academy_timeline_view_scroll_to (AcademyTimelineView *self,
                                 guint                position,
                                 GtkListScrollFlags   flags)
{
  scroll_to (self, position, flags);

  /* While no row has the focus, a list only stores which row is to get it. */
  if (flags & GTK_LIST_SCROLL_FOCUS && !is_row_focused (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * academy_timeline_view_go_to:
 * @self: a view
 * @position: the position of a row
 *
 * Moves the focus to the row and selects it. A row that is selected already keeps
 * the other selected rows, which are dragged or deleted with it.
 */
void
academy_timeline_view_go_to (AcademyTimelineView *self,
                             guint                position)
{
  gboolean selected = gtk_selection_model_is_selected (self->selection, position);

  academy_timeline_view_scroll_to (self, position, GTK_LIST_SCROLL_FOCUS | (selected ? 0 : GTK_LIST_SCROLL_SELECT));
}

/* Scrolls to a row in the chart and in the table, whichever is visible. */
void
academy_timeline_view_scroll_both_to (AcademyTimelineView *self,
                                      guint                position)
{
  gtk_list_view_scroll_to (academy_timeline_chart_get_list (self->chart), position, GTK_LIST_SCROLL_NONE, NULL);
  if (self->table != NULL)
    gtk_column_view_scroll_to (academy_timeline_table_get_column_view (self->table), position, NULL, GTK_LIST_SCROLL_NONE,
                               NULL);
}

typedef struct {
  char     *id;
  gboolean  allocated;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *reveal = data;

  g_free (reveal->id);
  g_free (reveal);
}

/* Runs in the frame after the next one: until a new row is allocated, the list
 * does not know its height. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  Reveal *reveal = data;
  guint position;

  if (!reveal->allocated)
    {
      reveal->allocated = TRUE;
      return G_SOURCE_CONTINUE;
    }

  if (academy_timeline_model_find (self->model, reveal->id, &position))
    scroll_to (self, position, GTK_LIST_SCROLL_NONE);
  return G_SOURCE_REMOVE;
}

static void
reveal_later (AcademyTimelineView *self,
              const char          *id)
{
  Reveal *reveal = g_new0 (Reveal, 1);

  reveal->id = g_strdup (id);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, reveal, reveal_free);
}

/* Expands the heading of the item, if the item is hidden by it. */
static gboolean
find_expanded (AcademyTimelineView *self,
               const char          *id,
               guint               *position)
{
  guint heading;

  if (academy_timeline_model_find (self->model, id, position))
    return TRUE;

  heading = academy_timeline_model_find_folded (self->model, id);
  if (heading == GTK_INVALID_LIST_POSITION)
    return FALSE;

  academy_timeline_model_set_folded (self->model, heading, FALSE);
  return academy_timeline_model_find (self->model, id, position);
}

static gboolean
show (AcademyTimelineView *self,
      const char          *id,
      GtkListScrollFlags   flags)
{
  g_autoptr(AcademyLine) row = NULL;
  const AcademyBar *bar;
  guint position;

  if (!find_expanded (self, id, &position))
    return FALSE;

  academy_timeline_view_scroll_to (self, position, flags);
  reveal_later (self, id);
  row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  bar = academy_line_get_bar (row);
  if (bar->shape != ACADEMY_SHAPE_NONE)
    academy_timeline_chart_reveal_span (self->chart, &bar->span);
  return TRUE;
}

/**
 * academy_timeline_view_show_item:
 * @self: a view
 * @id: the id of an item
 *
 * Selects the row of the item, moves the focus to it, and scrolls to its days.
 *
 * Returns: whether the item has a row
 */
gboolean
academy_timeline_view_show_item (AcademyTimelineView *self,
                                 const char          *id)
{
  return show (self, id, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS);
}

/**
 * academy_timeline_view_select_item:
 * @self: a view
 * @id: the id of an item
 *
 * Does what academy_timeline_view_show_item() does, but leaves the focus where it
 * is.
 */
void
academy_timeline_view_select_item (AcademyTimelineView *self,
                                   const char          *id)
{
  show (self, id, GTK_LIST_SCROLL_SELECT);
}

/* Finds the visible row nearest to a height, so that focusing it scrolls nothing. */
static GtkWidget *
find_nearest (GtkWidget *rows,
              double     y)
{
  GtkWidget *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;
      double distance;

      if (!gtk_widget_get_child_visible (row) || !gtk_widget_compute_bounds (row, rows, &bounds) ||
          bounds.origin.y < 0 || bounds.origin.y + bounds.size.height > gtk_widget_get_height (rows))
        continue;
      distance = fabs (bounds.origin.y + bounds.size.height / 2 - y);
      if (distance < least)
        {
          least = distance;
          nearest = row;
        }
    }

  return nearest;
}

/* Moves the focus into the rows at any click in the chart or the table, so that
 * keys act on them; @x and @y are a point of the stack. */
void
academy_timeline_view_focus_near (AcademyTimelineView *self,
                                  int                  n_press,
                                  double               x,
                                  double               y)
{
  GtkWidget *rows = get_rows (self);
  GtkWidget *row;
  graphene_point_t point;

  if (!gtk_widget_get_mapped (rows) || is_row_focused (self) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->stack), rows, &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  row = find_nearest (rows, point.y);
  if (row == NULL || !gtk_widget_grab_focus (row))
    academy_timeline_view_focus_rows (self);
}

static guint
get_first_selected_or_first (AcademyTimelineView *self)
{
  guint first = academy_timeline_selection_get_first (self->selection);

  return first != GTK_INVALID_LIST_POSITION ? first : 0;
}

gboolean
academy_timeline_view_focus_rows (AcademyTimelineView *self)
{
  GtkWidget *list = self->tabular ? GTK_WIDGET (academy_timeline_table_get_column_view (self->table)) : get_rows (self);

  if (!gtk_widget_grab_focus (list))
    return FALSE;
  if (!is_row_focused (self))
    {
      /* A list whose rows have just changed has no widgets for them until it is
       * asked for one. */
      scroll_to (self, get_first_selected_or_first (self), GTK_LIST_SCROLL_FOCUS);
      gtk_widget_grab_focus (list);
    }

  return TRUE;
}

/* Calls @change, which may replace all rows, and then selects the same rows again
 * and scrolls to them. GtkMultiSelection would search for the selected rows among
 * all, which reads each of them. */
void
academy_timeline_view_keep_selection (AcademyTimelineView      *self,
                                      AcademyTimelineViewChange change,
                                      gconstpointer             data)
{
  g_autoptr(GHashTable) keys = academy_timeline_selection_dup_keys (self->selection);
  GtkWidget *focus = get_focus (self);
  guint position;

  self->renewed = FALSE;
  gtk_selection_model_unselect_all (self->selection);
  change (self, data);
  if (g_hash_table_size (keys) > 0)
    academy_timeline_selection_select_keys (self->selection, keys);
  if (!self->renewed)
    return;

  position = get_first_selected_or_first (self);
  academy_timeline_view_scroll_both_to (self, position);
  /* The row widget that had the focus may have been removed. */
  if (focus != NULL && (get_focus (self) != focus || !is_row_focused (self)) &&
      gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->empty_page))
    academy_timeline_view_scroll_to (self, position, GTK_LIST_SCROLL_FOCUS);
}

/**
 * academy_timeline_view_toggle_fold:
 * @self: a view
 * @position: the position of a heading
 *
 * Collapses or expands the heading.
 */
void
academy_timeline_view_toggle_fold (AcademyTimelineView *self,
                                   guint                position)
{
  g_autoptr(AcademyLine) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  academy_timeline_model_set_folded (self->model, position, !academy_line_is_folded (row));
}

void
academy_timeline_view_activate (AcademyTimelineView *self,
                                guint                position)
{
  g_autoptr(AcademyLine) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (academy_line_is_heading (row))
    academy_timeline_view_toggle_fold (self, position);
  else
    academy_timeline_view_open (self, academy_line_get_item (row));
}

static void
popup_menu (AcademyTimelineView *self,
            double               x,
            double               y)
{
  GtkPopoverMenu *menu = GTK_POPOVER_MENU (self->menu);

  /* The items of the menu are created when it is first opened, and not with each view. */
  if (gtk_popover_menu_get_menu_model (menu) == NULL)
    gtk_popover_menu_set_menu_model (menu, self->row_menu);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static guint
find_position (AcademyTimelineView *self,
               double               x,
               double               y)
{
  double lane_x, lane_y;
  AcademyTimelineLane *lane;

  if (self->tabular)
    return academy_timeline_table_find_position (self->table, x, y);

  lane = academy_timeline_chart_pick (self->chart, x, y, &lane_x, &lane_y);
  return lane != NULL ? academy_timeline_lane_get_position (lane) : GTK_INVALID_LIST_POSITION;
}

/* Opens the menu of the row at a point of the rows. */
static void
popup_menu_at (AcademyTimelineView *self,
               GtkGesture          *gesture,
               double               x,
               double               y)
{
  GtkWidget *rows = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  guint position = find_position (self, x, y);
  graphene_point_t point;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (position != GTK_INVALID_LIST_POSITION)
    academy_timeline_view_go_to (self, position);
  if (gtk_widget_compute_point (rows, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    popup_menu (self, point.x, point.y);
}

static void
secondary_pressed_cb (AcademyTimelineView *self,
                      int                  n_press,
                      double               x,
                      double               y,
                      GtkGesture          *gesture)
{
  popup_menu_at (self, gesture, x, y);
}

static void
long_pressed_cb (AcademyTimelineView *self,
                 double               x,
                 double               y,
                 GtkGesture          *gesture)
{
  if (academy_timeline_context_get_drag (self->context) == NULL)
    popup_menu_at (self, gesture, x, y);
}

static void
add_gesture (AcademyTimelineView *self,
             GtkWidget           *rows,
             GtkGesture          *gesture,
             GCallback            callback)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (rows, GTK_EVENT_CONTROLLER (gesture));
}

/* Adds what the list of the chart and the table have in common: the menu, the
 * activation of rows, and keys. */
void
academy_timeline_view_add_list (AcademyTimelineView *self,
                                GtkWidget           *list,
                                GtkWidget           *rows)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  add_gesture (self, rows, secondary, G_CALLBACK (secondary_pressed_cb));
  add_gesture (self, rows, long_press, G_CALLBACK (long_pressed_cb));
  g_signal_connect_object (list, "activate", G_CALLBACK (academy_timeline_view_activate), self, G_CONNECT_SWAPPED);
  academy_timeline_keys_add_list (list);
}

/* Opens the menu at the focus widget. */
void
academy_timeline_view_popup_menu (AcademyTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  /* A row of the table may be wider than what is seen of it. */
  if (focus != NULL && gtk_widget_compute_bounds (focus, widget, &bounds) &&
      graphene_rect_intersection (&bounds, &view, &bounds))
    popup_menu (self, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height);
}

typedef struct {
  AcademyOrder order;
  gboolean     descending;
} Sorting;

static void
change_order (AcademyTimelineView *self,
              gconstpointer        data)
{
  const Sorting *sorting = data;

  academy_timeline_model_set_order (self->model, sorting->order, sorting->descending);
}

void
academy_timeline_view_set_order (AcademyTimelineView *self,
                                 AcademyOrder         order,
                                 gboolean             descending)
{
  gboolean was_descending;
  AcademyOrder before = academy_timeline_model_get_order (self->model, &was_descending);

  if (before == order && was_descending == descending)
    return;

  academy_timeline_view_keep_selection (self, change_order, &(Sorting) { order, descending });
  if (self->table != NULL)
    academy_timeline_table_set_order (self->table, order, descending);
  g_object_notify (G_OBJECT (self), "order");
  g_object_notify (G_OBJECT (self), "descending");
}

static void
sorted_cb (AcademyTimelineView *self)
{
  gboolean descending;
  AcademyOrder order = academy_timeline_table_get_order (self->table, &descending);

  academy_timeline_view_set_order (self, order, descending);
}

/* Creates the table, when it is shown for the first time. */
static void
create_table (AcademyTimelineView *self)
{
  gboolean descending;
  AcademyOrder order = academy_timeline_model_get_order (self->model, &descending);

  self->table = ACADEMY_TIMELINE_TABLE (academy_timeline_table_new (self->selection));
  academy_timeline_table_set_order (self->table, order, descending);
  g_signal_connect_object (self->table, "sorted", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  academy_timeline_view_add_list (self, GTK_WIDGET (academy_timeline_table_get_column_view (self->table)),
                                  academy_timeline_table_get_rows (self->table));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
}

static const char *
get_empty_description (AcademyTimelineView *self)
{
  if (academy_timeline_model_is_filtered (self->model))
    return _("Look for something else, or show all measures");
  if (academy_timeline_model_get_organisation (self->model) != NULL)
    return _("Measures, milestones and meetings stand here as soon as there are any");

  return _("First add an organisation; its measures and meetings stand here");
}

static void
show_empty (AcademyTimelineView *self)
{
  gboolean filtered = academy_timeline_model_is_filtered (self->model);
  gboolean is_programme = academy_timeline_model_get_organisation (self->model) == NULL;

  adw_status_page_set_title (self->empty_page, filtered ? _("Nothing found") : _("Nothing planned yet"));
  adw_status_page_set_description (self->empty_page, get_empty_description (self));
  /* A programme has no measures of its own. */
  gtk_label_set_label (self->add_label, is_programme ? _("_Add organisation") : _("_Add measure"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), is_programme ? "win.add-organisations" : "timeline.add");
  gtk_widget_set_visible (self->add_button, !filtered);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* A filter or a search hides measures only; phases and meetings stay visible. */
static gboolean
is_empty (AcademyTimelineView *self)
{
  if (academy_timeline_model_is_filtered (self->model))
    return !academy_timeline_model_has_measures (self->model);

  return g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
}

/* Shows the chart, the table, or the empty page. */
void
academy_timeline_view_update_stack (AcademyTimelineView *self)
{
  if (is_empty (self))
    show_empty (self);
  else
    gtk_stack_set_visible_child_name (self->stack, self->tabular ? "table" : "chart");
}

/**
 * academy_timeline_view_set_table:
 * @self: a view
 * @table: whether to show the rows as a table
 */
void
academy_timeline_view_set_table (AcademyTimelineView *self,
                                 gboolean             table)
{
  if (self->tabular == table)
    return;

  if (self->table == NULL)
    create_table (self);
  self->tabular = table;
  academy_timeline_view_update_stack (self);
  academy_timeline_view_update_actions (self);
  g_object_notify (G_OBJECT (self), "table");
}
