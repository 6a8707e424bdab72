/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table.h"

#include <glib/gi18n-lib.h>

#include "academy-cell.h"
#include "academy-draft.h"
#include "academy-forms-resources.h"
#include "academy-table-cells.h"
#include "academy-table-commands.h"
#include "academy-table-drag.h"
#include "academy-table-editor.h"
#include "academy-table-keys.h"
#include "academy-table-rows.h"

struct _AcademyTable {
  GtkWidget            parent_instance;

  /* Template children */
  GtkWidget           *scrolled_window;
  GtkColumnView       *view;

  /* Owned */
  AcademyTableModel   *model;
  AcademyTableColumns *columns;
  AcademyTableDrag    *drag;
  AcademyTableCells   *cells;
  AcademyTableRows    *rows;
  AcademyItem         *item;

  /* Borrowed */
  AcademyTableEditor  *editor;
  const AcademyField  *field;

  /* While the focus moves on purpose, and the editor closes. */
  guint                is_moving;
  gboolean             has_focus;

  /* From rows that are shown anew until they are allocated. */
  gboolean             is_at_top;
};

enum {
  OPEN,
  FAILED,
  TOLD,
  MOVED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyTable, academy_table, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/**
 * AcademyTable:
 *
 * Items of one kind as a table that is edited like a spreadsheet: a row for each
 * item, a column for each field, and one floating editor that lies over the cell
 * with the cursor. The cells only draw, so the editor survives rows that scroll,
 * move and are recycled.
 *
 * Accessibility: role `generic`; the column view in it has the rows and cells.
 */

/* Returns the cell that @widget is in, or that is in it. */
static AcademyCell *
get_cell (AcademyTable *self,
          GtkWidget    *widget)
{
  GtkWidget *child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;

  if (widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (self->view)))
    return NULL;
  if (child != NULL && ACADEMY_IS_CELL (child))
    return ACADEMY_CELL (child);

  return ACADEMY_IS_CELL (widget) ? ACADEMY_CELL (widget) : NULL;
}

/* Dims the row of the cursor while it stands where it does not belong. */
static void
update_misplaced (AcademyTable *self)
{
  gboolean is_misplaced = self->item != NULL && academy_table_model_is_misplaced (self->model, self->item);

  academy_table_cells_set_misplaced (self->cells, is_misplaced ? self->item : NULL);
}

static void
set_cursor (AcademyTable       *self,
            AcademyItem        *item,
            const AcademyField *field)
{
  gboolean has_moved = item != self->item;

  self->field = field;
  g_set_object (&self->item, item);
  academy_table_model_hold (self->model, item);
  update_misplaced (self);
  if (has_moved)
    g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
has_focus_in (GtkWidget *focus,
              gpointer   widget)
{
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Says what a new row lacks that has got another value. */
static void
tell_untitled (AcademyTable *self)
{
  AcademyItem *item = academy_table_editor_get_item (self->editor);
  const AcademyField *field = academy_table_editor_get_field (self->editor);

  if (academy_table_model_is_new (self->model, item) && academy_draft_is_untitled (item, NULL) &&
      academy_value_is_set (field, academy_item_get_value (item, field)))
    academy_table_fail (self, _("The title is missing. The row is added when it has one."));
}

/* Follows the focus, which saves what is edited; what cannot be saved keeps it. */
static void
focus_changed_cb (AcademyTable *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  AcademyCell *cell = get_cell (self, focus);
  AcademyEditor *editor = academy_table_editor_get (self->editor);
  g_autoptr(AcademyItem) item = NULL;

  /* No widget has it after one that had it is removed. */
  if (focus != NULL)
    self->has_focus = has_focus_in (focus, self);
  if (self->is_moving || has_focus_in (focus, self->editor))
    return;

  if (cell != NULL && academy_cell_get_item (cell) != NULL)
    item = g_object_ref (academy_cell_get_item (cell));
  if (editor != NULL)
    {
      if (academy_editor_finish (editor))
        {
          tell_untitled (self);
          academy_table_editor_close (self->editor);
        }
      else
        {
          if (item != NULL)
            academy_editor_grab_focus (editor);
          return;
        }
    }

  if (item != NULL)
    set_cursor (self, item, academy_cell_get_field (cell));
  else if (!has_focus_in (focus, self))
    academy_table_model_hold (self->model, NULL);
}

/* Keeps the focus when its row is removed: GTK would move it to the next widget of
 * the window, such as the button of a toast. */
static void
keep_focus (AcademyTable *self,
            guint         position)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr(AcademyItem) neighbour = NULL;

  if (!self->has_focus || n_rows == 0 || self->item == NULL || academy_table_model_find (self->model, self->item, NULL))
    return;

  neighbour = g_list_model_get_item (G_LIST_MODEL (self->model), MIN (position, n_rows - 1));
  academy_table_focus (self, neighbour, self->field);
}

/* The item that is edited may be gone, and what was not understood of a pasted one
 * settled. */
static void
items_changed_cb (AcademyTable *self,
                  guint         position)
{
  AcademyItem *edited = academy_table_editor_get_item (self->editor);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  update_misplaced (self);
  if (academy_table_model_get_paste (self->model) != NULL)
    academy_table_cells_update (self->cells);
  if (edited == NULL)
    keep_focus (self, position);
  if (edited == NULL || academy_table_model_find (self->model, edited, NULL))
    return;

  academy_table_cancel (self);
  academy_table_fail (self, _("What was edited here has been deleted."));
}

/* Titles of links are in the cells. */
static void
store_changed_cb (AcademyTable   *self,
                  AcademyChanges *changes)
{
  gboolean is_affected = academy_changes_is_everything (changes);

  ACADEMY_KIND_FOREACH_FIELD (academy_table_model_get_kind (self->model), field)
    if (field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS)
      is_affected = is_affected || academy_changes_touch (changes, academy_kind_find (field->target));
  if (is_affected)
    academy_table_cells_update (self->cells);
}

/* Sets the value of a draft, which is in no file. */
static gboolean
save_draft_cb (AcademyEditor  *editor,
               const GValue   *value,
               gpointer        data,
               GError        **error)
{
  return academy_table_model_save (data, academy_editor_get_item (editor), academy_editor_get_field (editor), value, error);
}

static void
columns_changed_cb (AcademyTable *self)
{
  const AcademyField *edited = academy_table_editor_get_field (self->editor);

  if (edited != NULL && !academy_table_columns_is_shown (self->columns, edited))
    academy_table_cancel (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
sorted_cb (AcademyTable *self)
{
  AcademyQuery query = *academy_table_model_get_query (self->model);

  AcademySort order = academy_table_columns_get_order (self->columns);

  if (g_strcmp0 (order.field, query.order.field) != 0 || order.descending != query.order.descending)
    academy_table_set_filtered (self, &query);
}

static gboolean
is_scrolled (AcademyTable *self)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view))) > 0;
}

/* Takes the place of GTK, which would focus the first or the last used cell of
 * the row: a click focuses the cell that is clicked, two edit it. */
static void
pressed_cb (GtkGesture   *gesture,
            int           n_press,
            double        x,
            double        y,
            AcademyTable *self)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  AcademyCell *cell = get_cell (self, target);

  if (cell == NULL || academy_cell_get_item (cell) == NULL)
    return;

  academy_table_keys_end_run (self);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (cell)));
  if (academy_table_get_editor (self) != NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  else if (n_press == 2)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      if (!academy_table_begin (self, FALSE))
        academy_table_open (self);
    }
}

static void
chosen_cb (AcademyTable *self)
{
  academy_table_finish (self);
}

static void
academy_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (academy_table_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_changed_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
academy_table_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);

  GTK_WIDGET_CLASS (academy_table_parent_class)->unroot (widget);
}

/* New rows stay where they were written until the page is left. */
static void
academy_table_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (academy_table_parent_class)->unmap (widget);

  academy_table_model_settle (ACADEMY_TABLE (widget)->model);
}

static void
academy_table_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  gtk_widget_measure (ACADEMY_TABLE (widget)->scrolled_window, orientation, for_size, minimum, natural, NULL, NULL);
}

/* Finds where the edited cell is, or places the editor out of sight with its row:
 * it keeps the focus and what is typed. */
static GdkRectangle
get_place (AcademyTable *self,
           int           width,
           int           height)
{
  AcademyCell *cell = academy_table_cells_find (self->cells, academy_table_editor_get_item (self->editor),
                                 academy_table_editor_get_field (self->editor));
  GtkWidget *view_cell = cell != NULL ? gtk_widget_get_parent (GTK_WIDGET (cell)) : NULL;
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  graphene_rect_t bounds, list;
  GdkRectangle place = { 0, -2 * height, width, 1 };

  while (rows != NULL && !GTK_IS_LIST_VIEW (rows))
    rows = gtk_widget_get_prev_sibling (rows);
  /* The bounds of a cell that is not mapped are those of another row. */
  if (view_cell == NULL || !gtk_widget_get_mapped (view_cell) || rows == NULL ||
      !gtk_widget_compute_bounds (view_cell, GTK_WIDGET (self), &bounds) ||
      !gtk_widget_compute_bounds (rows, GTK_WIDGET (self), &list) ||
      bounds.origin.y < list.origin.y || bounds.origin.y + bounds.size.height > height + 1)
    return place;

  return (GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
}

static void
allocate_editor (AcademyTable *self,
                 int           width,
                 int           height)
{
  GtkWidget *editor = GTK_WIDGET (self->editor);
  GdkRectangle place = get_place (self, width, height);
  int minimum, natural;

  gtk_widget_measure (editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  place.width = MAX (place.width, MIN (natural, width - MAX (place.x, 0)));
  place.width = MAX (place.width, minimum);
  place.x = MIN (place.x, MAX (width - place.width, 0));
  gtk_widget_measure (editor, GTK_ORIENTATION_VERTICAL, place.width, &minimum, &natural, NULL, NULL);
  place.height = MAX (place.height, natural);
  if (place.y >= 0)
    place.y = MIN (place.y, MAX (height - place.height, 0));
  gtk_widget_size_allocate (editor, &place, -1);
}

/* A list keeps the place of its first row, and so hides a heading that comes above. */
static void
go_to_top (AcademyTable *self)
{
  self->is_at_top = FALSE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
}

static void
academy_table_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AcademyTable *self = ACADEMY_TABLE (widget);

  gtk_widget_size_allocate (self->scrolled_window, &(GdkRectangle) { 0, 0, width, height }, -1);
  if (self->is_at_top)
    go_to_top (self);
  if (gtk_widget_should_layout (GTK_WIDGET (self->editor)))
    allocate_editor (self, width, height);
}

static gboolean
academy_table_grab_focus (GtkWidget *widget)
{
  AcademyTable *self = ACADEMY_TABLE (widget);
  g_autoptr(AcademyItem) first = NULL;

  if (self->item != NULL && academy_table_model_find (self->model, self->item, NULL))
    first = g_object_ref (self->item);
  else
    first = g_list_model_get_item (G_LIST_MODEL (self->model), 0);
  if (first == NULL)
    return FALSE;

  academy_table_focus (self, first, self->field);
  return TRUE;
}

/* Returns the open menu of a column with the focus, if any. */
static GtkWidget *
get_menu (AcademyTable *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *menu = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return menu != NULL && gtk_widget_is_ancestor (menu, GTK_WIDGET (self->view)) ? menu : NULL;
}

/* One stop for Tab: it comes to the cursor, and leaves from there. The keys of a menu
 * stay in it: a column view would go from the menu to its rows. */
static gboolean
academy_table_focus_direction (GtkWidget        *widget,
                               GtkDirectionType  direction)
{
  GtkWidget *menu = get_menu (ACADEMY_TABLE (widget));

  if (menu != NULL)
    return gtk_widget_child_focus (menu, direction);
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (academy_table_parent_class)->focus (widget, direction);

  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (widget);
}

static void
academy_table_dispose (GObject *object)
{
  AcademyTable *self = ACADEMY_TABLE (object);

  /* A column view that is finalized resets its sorter. */
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self->columns);
  g_clear_object (&self->columns);
  g_clear_object (&self->drag);
  if (self->editor != NULL)
    {
      gtk_widget_unparent (GTK_WIDGET (self->editor));
      self->editor = NULL;
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_TABLE);
  g_clear_object (&self->rows);
  g_clear_object (&self->cells);
  g_clear_object (&self->item);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (academy_table_parent_class)->dispose (object);
}

static void
academy_table_class_init (AcademyTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_table_dispose;
  widget_class->root = academy_table_root;
  widget_class->unroot = academy_table_unroot;
  widget_class->unmap = academy_table_unmap;
  widget_class->measure = academy_table_measure;
  widget_class->size_allocate = academy_table_size_allocate;
  widget_class->grab_focus = academy_table_grab_focus;
  widget_class->focus = academy_table_focus_direction;

  /**
   * AcademyTable::open:
   * @self: the table
   * @item: an item of the table
   *
   * Emitted when the form of @item is wanted.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  /**
   * AcademyTable::told:
   * @self: the table
   * @message: what the last edit has changed
   *
   * Emitted after an edit that should be told, with an undo.
   */
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * AcademyTable::failed:
   * @self: the table
   * @message: what happened, and what to do
   *
   * Emitted when something could not be done that no cell can say.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * AcademyTable::moved:
   * @self: the table
   *
   * Emitted when the cursor has moved to another row.
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_resources_register (academy_forms_get_resource ());
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/hankintakeino/InnovationAcademy/forms/academy-table.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyTable, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, AcademyTable, view);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
  academy_table_commands_install (widget_class);
}

static void
add_gesture (AcademyTable *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (gesture));
}

static void
add_scrolling (AcademyTable *self)
{
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (self->scrolled_window);
  GtkAdjustment *adjustments[] = {
    gtk_scrolled_window_get_hadjustment (window),
    gtk_scrolled_window_get_vadjustment (window),
  };

  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    {
      g_signal_connect_object (adjustments[i], "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustments[i], "changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
    }
}

/* The header has the menus of the columns, which need the focus for their keys; GTK lets
 * none into it (4.18). The header itself takes none. */
static void
let_focus_into_menus (AcademyTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  gtk_widget_set_focusable (header, FALSE);
  gtk_widget_set_can_focus (header, TRUE);
}

static void
academy_table_init (AcademyTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_focus_into_menus (self);
  add_gesture (self);
  add_scrolling (self);
  self->drag = academy_table_drag_new (self);
  academy_table_keys_attach (self);
}

/**
 * academy_table_new:
 * @model: the rows
 * @settings: (nullable): the settings that remember the columns
 *
 * Returns: (transfer floating): a table of the items of @model
 */
GtkWidget *
academy_table_new (AcademyTableModel *model,
                   GSettings         *settings)
{
  AcademyTable *self = g_object_new (ACADEMY_TYPE_TABLE, NULL);
  AcademyStore *store = academy_table_model_get_store (model);
  const AcademyKind *kind = academy_table_model_get_kind (model);

  self->model = g_object_ref (model);
  self->editor = ACADEMY_TABLE_EDITOR (academy_table_editor_new (store));
  gtk_widget_insert_after (GTK_WIDGET (self->editor), GTK_WIDGET (self), self->scrolled_window);
  g_signal_connect_object (self->editor, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  if (academy_table_model_get_paste (model) != NULL)
    academy_table_editor_set_save (self->editor, save_draft_cb, model);

  self->cells = academy_table_cells_new (model);
  self->rows = academy_table_rows_new (model, self->view);
  self->columns = academy_table_columns_new (self->view, kind, settings, academy_table_cells_create_factory, self->cells);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", academy_table_columns_get_actions (self->columns));
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "sorted", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  sorted_cb (self);

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->plural_label), -1);

  return GTK_WIDGET (self);
}

AcademyTableModel *
academy_table_get_model (AcademyTable *self)
{
  return self->model;
}

AcademyTableColumns *
academy_table_get_columns (AcademyTable *self)
{
  return self->columns;
}

GtkColumnView *
academy_table_get_view (AcademyTable *self)
{
  return self->view;
}

/**
 * academy_table_get_item:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the item of the row with the cursor
 */
AcademyItem *
academy_table_get_item (AcademyTable *self)
{
  return self->item;
}

/**
 * academy_table_get_field:
 * @self: a table
 *
 * Returns: (nullable): the field of the column with the cursor
 */
const AcademyField *
academy_table_get_field (AcademyTable *self)
{
  return self->field;
}

/**
 * academy_table_get_item_at:
 * @self: a table
 * @target: a widget in it
 *
 * Returns: (transfer none) (nullable): the item of the row that @target is in
 */
AcademyItem *
academy_table_get_item_at (AcademyTable *self,
                           GtkWidget    *target)
{
  for (; target != NULL && target != GTK_WIDGET (self->view); target = gtk_widget_get_parent (target))
    {
      AcademyCell *cell = get_cell (self, target);

      if (cell != NULL)
        return academy_cell_get_item (cell);
    }

  return NULL;
}

/**
 * academy_table_focus:
 * @self: a table
 * @item: the item of a row
 * @field: (nullable): the field of a column, or %NULL for the first
 *
 * Moves the cursor, scrolls to it and selects its row only.
 */
void
academy_table_focus (AcademyTable       *self,
                     AcademyItem        *item,
                     const AcademyField *field)
{
  AcademyCell *cell;
  guint position;

  if (field == NULL || !academy_table_columns_is_shown (self->columns, field))
    field = academy_table_columns_step (self->columns, NULL, 1);
  if (!academy_table_model_find (self->model, item, &position))
    return;

  self->is_moving++;
  cell = academy_table_cells_find (self->cells, item, field);
  /* A list view moves the focus only when it has it. */
  if (cell != NULL && gtk_widget_get_mapped (GTK_WIDGET (cell)))
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (cell)));
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self->view)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  /* Selecting in the view, rather than in its model, is where Shift begins. */
  gtk_column_view_scroll_to (self->view, position, academy_table_columns_find (self->columns, field),
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  cell = academy_table_cells_find (self->cells, item, field);
  if (cell != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (cell)));
  self->is_moving--;

  set_cursor (self, item, field);
}

/**
 * academy_table_move:
 * @self: a table
 * @rows: by how many rows to move the cursor
 * @field: the field of the column to move it to
 *
 * Returns: whether there is such a row
 */
gboolean
academy_table_move (AcademyTable       *self,
                    int                 rows,
                    const AcademyField *field)
{
  g_autoptr(AcademyItem) item = NULL;
  guint position;

  if (self->item == NULL || field == NULL || !academy_table_model_find (self->model, self->item, &position))
    return FALSE;

  item = g_list_model_get_item (G_LIST_MODEL (self->model), position + rows);
  if (item == NULL)
    return FALSE;

  academy_table_focus (self, item, field);
  return TRUE;
}

/**
 * academy_table_get_editor:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the editor of the cell that is edited
 */
AcademyEditor *
academy_table_get_editor (AcademyTable *self)
{
  return academy_table_editor_get (self->editor);
}

/* Begins with the pasted text that was not understood, to be corrected. */
static void
begin_with_remark (AcademyTable *self)
{
  AcademyPaste *paste = academy_table_model_get_paste (self->model);
  const AcademyRemark *remark = paste != NULL ? academy_paste_get_remark (paste, self->item, self->field) : NULL;
  GtkWidget *control = academy_editor_get_control (academy_table_get_editor (self));

  if (remark == NULL || remark->is_understood || self->field->type == ACADEMY_CHOICE || self->field->target != NULL ||
      !GTK_IS_EDITABLE (control))
    return;

  gtk_editable_set_text (GTK_EDITABLE (control), remark->text);
  gtk_editable_set_position (GTK_EDITABLE (control), -1);
}

/* Keeps the edited text as high as its cell when there is a message below it. */
static void
fit_editor (AcademyTable *self)
{
  AcademyCell *cell = academy_table_cells_find (self->cells, self->item, self->field);
  AcademyEditor *editor = academy_table_editor_get (self->editor);
  GtkWidget *view_cell = cell != NULL ? gtk_widget_get_parent (GTK_WIDGET (cell)) : NULL;
  graphene_rect_t bounds;

  if (view_cell != NULL && gtk_widget_compute_bounds (view_cell, view_cell, &bounds))
    gtk_widget_set_size_request (academy_editor_get_row (editor), -1, bounds.size.height);
}

/**
 * academy_table_begin:
 * @self: a table
 * @empty: whether to begin with nothing, for a text that is about to be typed
 *
 * Begins to edit the cell with the cursor.
 *
 * Returns: whether it can be edited
 */
gboolean
academy_table_begin (AcademyTable *self,
                     gboolean      empty)
{
  guint position;

  if (self->item == NULL || academy_store_is_read_only (academy_table_model_get_store (self->model)) ||
      !academy_table_model_find (self->model, self->item, &position))
    return FALSE;

  gtk_column_view_scroll_to (self->view, position, academy_table_columns_find (self->columns, self->field),
                             GTK_LIST_SCROLL_NONE, NULL);
  if (!academy_table_editor_begin (self->editor, self->item, self->field, empty))
    return FALSE;

  fit_editor (self);
  if (!empty)
    begin_with_remark (self);
  return TRUE;
}

/* Closes the editor, and focuses its cell before. */
static void
close_editor (AcademyTable *self)
{
  g_autoptr(AcademyItem) item = g_object_ref (academy_table_editor_get_item (self->editor));
  const AcademyField *field = academy_table_editor_get_field (self->editor);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint n_selected = academy_table_model_count_selected (self->model);

  if (has_focus_in (focus, self->editor))
    {
      AcademyCell *cell = academy_table_cells_find (self->cells, item, field);

      self->is_moving++;
      if (cell == NULL || !gtk_widget_get_mapped (GTK_WIDGET (cell)) || n_selected < 2)
        academy_table_focus (self, item, field);
      else
        gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (cell)));
      if (has_focus_in (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))), self->editor))
        gtk_widget_grab_focus (GTK_WIDGET (self->view));
      self->is_moving--;
    }
  academy_table_editor_close (self->editor);
  focus_changed_cb (self);
}

/**
 * academy_table_finish:
 * @self: a table
 *
 * Saves what is edited, if anything, and closes the editor; or shows why it is
 * invalid.
 *
 * Returns: whether nothing is edited now
 */
gboolean
academy_table_finish (AcademyTable *self)
{
  AcademyEditor *editor = academy_table_get_editor (self);

  if (editor == NULL)
    return TRUE;
  if (!academy_editor_finish (editor))
    return FALSE;

  tell_untitled (self);
  close_editor (self);
  return TRUE;
}

/**
 * academy_table_cancel:
 * @self: a table
 *
 * Closes the editor, if it is open; the item keeps its value.
 */
void
academy_table_cancel (AcademyTable *self)
{
  if (academy_table_get_editor (self) != NULL)
    close_editor (self);
}

/**
 * academy_table_open:
 * @self: a table
 *
 * Asks for the form of the item with the cursor.
 */
void
academy_table_open (AcademyTable *self)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[OPEN], 0, self->item);
}

/**
 * academy_table_fail:
 * @self: a table
 * @message: what happened, and what to do
 *
 * Tells what no cell can say.
 */
void
academy_table_fail (AcademyTable *self,
                    const char   *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* The place in the viewport depends on one row, which may be any that is seen. */
static void
go_to_first_row (AcademyTable *self)
{
  if (gtk_column_view_get_model (self->view) != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

/**
 * academy_table_tell:
 * @self: a table
 * @message: what the last edit has changed
 *
 * Tells about an edit that is not seen at once, so that it can be undone.
 */
void
academy_table_tell (AcademyTable *self,
                    const char   *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

/**
 * academy_table_set_filtered:
 * @self: a table
 * @query: which rows are wanted; its order is that of the columns
 *
 * Shows other rows, unless what is edited is invalid.
 */
void
academy_table_set_filtered (AcademyTable       *self,
                            const AcademyQuery *query)
{
  AcademyQuery ordered = *query;
  gboolean keep = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL || is_scrolled (self);

  if (!academy_table_finish (self))
    return;

  self->is_at_top = !is_scrolled (self);
  if (!keep)
    go_to_first_row (self);
  ordered.order = academy_table_columns_get_order (self->columns);
  academy_table_model_set_query (self->model, &ordered, keep);
  academy_table_rows_update_headings (self->rows);
}

/**
 * academy_table_set_parent:
 * @self: a table
 * @parent: the owner of the items
 *
 * Shows the items of @parent, and a last row to add one. The cursor is nowhere.
 */
void
academy_table_set_parent (AcademyTable *self,
                          AcademyItem  *parent)
{
  /* A list that is not visible would keep removed rows until it is, and one with the
   * focus its place. */
  gboolean renew = !gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  academy_table_cancel (self);
  if (renew)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->item);
  self->field = NULL;
  update_misplaced (self);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->model));
  go_to_first_row (self);
  academy_table_model_set_parent (self->model, parent, FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->model));
}
