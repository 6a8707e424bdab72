/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-drag.h"

#include <glib/gi18n-lib.h>

#include "academy-table-commands.h"

/* How near the first or last visible row the pointer scrolls the table, and how
 * many pixels a second at most. */
#define EDGE  40.0
#define SPEED 900.0

struct _AcademyTableDrag {
  GObject          parent_instance;

  /* Owned */
  GPtrArray       *items;

  /* Borrowed */
  AcademyTable    *table;
  GtkColumnView   *view;
  GtkDragSource   *source;
  GtkWidget       *marked;

  graphene_point_t pointer;
  gint64           last_frame;
  guint            tick_id;
};

G_DEFINE_FINAL_TYPE (AcademyTableDrag, academy_table_drag, G_TYPE_OBJECT)

/**
 * AcademyTableDrag:
 *
 * Dragging rows of a table to another place, where people choose their order. A
 * line shows the place, and the table scrolls when the pointer comes to an end of
 * it. Only the table that rows come from takes them.
 *
 * A row is dragged together with the other selected ones. A press that ends the
 * editing of a cell drags nothing, nor does moving sideways.
 */

/* Shows the line on another row, or nowhere. */
static void
mark (AcademyTableDrag *self,
      GtkWidget        *row,
      gboolean          after)
{
  if (self->marked != NULL)
    {
      gtk_widget_remove_css_class (self->marked, "drop-before");
      gtk_widget_remove_css_class (self->marked, "drop-after");
    }
  g_set_weak_pointer (&self->marked, row);
  if (row != NULL)
    gtk_widget_add_css_class (row, after ? "drop-after" : "drop-before");
}

/* Returns the row below the pointer, or the last one when the pointer is below it. */
static GtkWidget *
find_row (AcademyTableDrag *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), self->pointer.x, self->pointer.y, GTK_PICK_DEFAULT);

  if (widget != NULL && GTK_IS_LIST_VIEW (widget))
    return gtk_widget_get_last_child (widget);
  while (widget != NULL && widget != GTK_WIDGET (self->view) && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (widget)))
    widget = gtk_widget_get_parent (widget);

  return widget != GTK_WIDGET (self->view) ? widget : NULL;
}

/* Finds the position before which a drop puts the rows, and the row with the line. */
static gboolean
find_place (AcademyTableDrag  *self,
            guint             *place,
            GtkWidget        **row,
            gboolean          *after)
{
  AcademyTableModel *model = academy_table_get_model (self->table);
  AcademyItem *item;
  graphene_point_t inside;

  *row = find_row (self);
  item = *row != NULL ? academy_table_get_item_at (self->table, gtk_widget_get_first_child (*row)) : NULL;
  if (item == NULL || !academy_table_model_find (model, item, place) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->view), *row, &self->pointer, &inside))
    return FALSE;

  *after = inside.y > gtk_widget_get_height (*row) / 2.0 && !academy_table_model_is_new (model, item);
  *place += *after;
  return academy_table_moves_to (self->table, self->items, *place);
}

static gboolean
update_line (AcademyTableDrag *self)
{
  GtkWidget *row;
  gboolean after;
  guint place;
  gboolean has_place = self->items != NULL && find_place (self, &place, &row, &after);

  mark (self, has_place ? row : NULL, has_place && after);
  return has_place;
}

/* Returns how fast to scroll, as a share of the greatest speed; below 0 for up. */
static double
get_pull (AcademyTableDrag *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  graphene_rect_t bounds;
  double bottom = gtk_widget_get_height (GTK_WIDGET (self->view));

  if (!gtk_widget_compute_bounds (rows, GTK_WIDGET (self->view), &bounds))
    return 0;
  if (self->pointer.y < bounds.origin.y + EDGE)
    return -MIN ((bounds.origin.y + EDGE - self->pointer.y) / EDGE, 1);
  if (self->pointer.y > bottom - EDGE)
    return MIN ((self->pointer.y - bottom + EDGE) / EDGE, 1);

  return 0;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  AcademyTableDrag *self = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->last_frame != 0 ? (now - self->last_frame) / (double) G_USEC_PER_SEC : 0;
  double pull = get_pull (self);

  self->last_frame = now;
  if (pull == 0)
    return G_SOURCE_REMOVE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pull * SPEED * seconds);
  update_line (self);
  return G_SOURCE_CONTINUE;
}

/* The view may be gone with its callbacks before the drag ends. */
static void
tick_removed_cb (gpointer data)
{
  ((AcademyTableDrag *) data)->tick_id = 0;
}

static void
stop (AcademyTableDrag *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick_id);
  mark (self, NULL, FALSE);
}

/* A press that ends the editing of a cell is no drag. */
static void
begin_cb (AcademyTableDrag *self,
          GdkEventSequence *sequence,
          GtkGesture       *gesture)
{
  if (academy_table_get_editor (self->table) != NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static gboolean
is_sideways (GtkGesture *gesture,
             double      start_x,
             double      start_y)
{
  double x, y;

  return gtk_gesture_get_point (gesture, NULL, &x, &y) && ABS (x - start_x) > ABS (y - start_y);
}

static GdkContentProvider *
prepare_cb (AcademyTableDrag *self,
            double            x,
            double            y,
            GtkDragSource    *source)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  if (target == NULL || academy_table_get_item_at (self->table, target) == NULL ||
      academy_table_get_editor (self->table) != NULL || is_sideways (GTK_GESTURE (source), x, y))
    return NULL;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = academy_table_dup_movable (self->table);
  if (self->items != NULL)
    return gdk_content_provider_new_typed (ACADEMY_TYPE_TABLE_DRAG, self);

  gtk_gesture_set_state (GTK_GESTURE (source), GTK_EVENT_SEQUENCE_DENIED);
  return NULL;
}

/* The name of the row, or the number of rows, follows the pointer: a picture of the
 * row would hide where it goes. */
static void
drag_begin_cb (AcademyTableDrag *self,
               GdkDrag          *drag)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *number = academy_language_format_number (language, self->items->len);
  g_autofree char *text = self->items->len > 1
                            /* Translators: the number of rows that are dragged together, always two or more */
                            ? g_strdup_printf (ngettext ("%s row", "%s rows", self->items->len), number)
                            : academy_item_dup_title (self->items->pdata[0], language);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "dragged-rows");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -12, -12);
}

static void
drag_end_cb (AcademyTableDrag *self)
{
  stop (self);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

static GdkDragAction
motion_cb (AcademyTableDrag *self,
           double            x,
           double            y)
{
  self->pointer = GRAPHENE_POINT_INIT (x, y);
  if (self->items == NULL)
    return 0;

  if (self->tick_id == 0 && get_pull (self) != 0)
    {
      self->last_frame = 0;
      self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, tick_removed_cb);
    }
  return update_line (self) ? GDK_ACTION_MOVE : 0;
}

static gboolean
drop_cb (AcademyTableDrag *self,
         const GValue     *value,
         double            x,
         double            y)
{
  GtkWidget *row;
  gboolean after;
  guint place;

  stop (self);
  self->pointer = GRAPHENE_POINT_INIT (x, y);
  if (g_value_get_object (value) != self || self->items == NULL || !find_place (self, &place, &row, &after))
    return FALSE;

  return academy_table_move_rows_to (self->table, self->items, place);
}

/* GDK cancels drags by Escape too, though not on each display. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        modifiers,
        AcademyTableDrag      *self)
{
  if (self->items == NULL || key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_drag_source_drag_cancel (self->source);
  return GDK_EVENT_STOP;
}

static void
academy_table_drag_dispose (GObject *object)
{
  AcademyTableDrag *self = ACADEMY_TABLE_DRAG (object);

  stop (self);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (academy_table_drag_parent_class)->dispose (object);
}

static void
academy_table_drag_class_init (AcademyTableDragClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_table_drag_dispose;
}

static void
academy_table_drag_init (AcademyTableDrag *self)
{
}

/* The source is asked after the click of the table, which moves the cursor and ends
 * the editing of a cell; begin_cb() comes before both. */
static void
add_source (AcademyTableDrag *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  self->source = source;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (source));
}

static void
add_keys (AcademyTableDrag *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
add_target (AcademyTableDrag *self)
{
  GtkDropTarget *target = gtk_drop_target_new (ACADEMY_TYPE_TABLE_DRAG, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (target));
}

/**
 * academy_table_drag_new:
 * @table: a table, which keeps the object alive
 *
 * Returns: (transfer full): the dragging of the rows of @table
 */
AcademyTableDrag *
academy_table_drag_new (AcademyTable *table)
{
  AcademyTableDrag *self = g_object_new (ACADEMY_TYPE_TABLE_DRAG, NULL);

  self->table = table;
  self->view = academy_table_get_view (table);
  add_source (self);
  add_keys (self);
  add_target (self);
  return self;
}
