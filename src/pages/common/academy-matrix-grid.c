/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-matrix-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "academy-matrix-mark.h"
#include "academy-toast.h"

#define SIDE ACADEMY_MATRIX_SIDE
#define N_CELLS (SIDE * SIDE)

/* The most marks that any cell has room for; the others are in its menu. */
#define MOST_MARKS 6

#define RULER_PADDING 4
#define CELL_MARGIN 2
#define LEAST_CELL_HEIGHT 64
#define MOST_CELL_HEIGHT 104
#define NATURAL_WIDTH 640

/* The size of signs that tell no amount. */
#define MEDIUM_SHARE 0.4

struct _AcademyMatrixGrid {
  GtkWidget                parent_instance;

  /* Owned */
  AcademyStore            *store;
  GPtrArray               *placed;
  GPtrArray               *items[N_CELLS];
  GPtrArray               *marks[N_CELLS];
  GtkWidget               *more[N_CELLS];

  /* Borrowed */
  const AcademyMatrixAxes *axes;

  /* Room for the numbers and the title of an axis. */
  int                      ruler;

  /* The height of a mark with a title of one line, and of several. */
  int                      mark_height;
  int                      most_height;

  gboolean                 is_numbered;
};

enum {
  OPEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyMatrixGrid, academy_matrix_grid, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/**
 * AcademyMatrixGrid:
 *
 * Items in a square of two numbers from 1 to 5, each as a sign with its title.
 * Titles stand one below the other in a cell, so that none lies over another, and
 * a button tells how many more there are. Where there is no room for words, each
 * has its number in the place of the title.
 *
 * Keys: the arrows go from item to item, Enter opens one, and Ctrl with an arrow
 * changes its number. The pointer drags an item into another cell.
 */

static guint
get_choice (AcademyItem *item,
            const char  *name)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);
  const char *token = academy_item_get_text (item, name);

  for (guint i = 0; field->choices[i].token != NULL; i++)
    if (g_strcmp0 (token, field->choices[i].token) == 0)
      return i;

  return 0;
}

/* Returns the cell of an item, row by row from the top, or -1 when it is in none. */
static int
get_cell (AcademyMatrixGrid *self,
          AcademyItem       *item)
{
  gint64 x = academy_item_get_number (item, self->axes->x);
  gint64 y = academy_item_get_number (item, self->axes->y);

  if (x < 1 || x > SIDE || y < 1 || y > SIDE)
    return -1;

  return (SIDE - y) * SIDE + x - 1;
}

/* Returns the item of a child; %NULL for the button of a full cell. */
static AcademyItem *
get_item (GtkWidget *child)
{
  return ACADEMY_IS_MATRIX_MARK (child) ? academy_matrix_mark_get_item (ACADEMY_MATRIX_MARK (child)) : NULL;
}

/* Tells where @item is now. */
static void
tell (AcademyMatrixGrid *self,
      AcademyItem       *item)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyField *x = academy_kind_find_field (self->axes->kind, self->axes->x);
  const AcademyField *y = academy_kind_find_field (self->axes->kind, self->axes->y);
  g_autofree char *title = academy_item_dup_title (item, language);
  g_autofree char *x_value = academy_language_format_value (language, x, academy_item_get_value (item, x));
  g_autofree char *y_value = academy_language_format_value (language, y, academy_item_get_value (item, y));
  /* Translators: the title of what was moved in a picture, and the names and values of its two numbers now */
  g_autofree char *text = g_strdup_printf (_("“%s” – %s: %s – %s: %s"), title, _(y->label), y_value, _(x->label), x_value);

  academy_toast_show_undo (GTK_WIDGET (self), self->store, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Sets both numbers as one edit. */
static void
place_item (AcademyMatrixGrid *self,
            AcademyItem       *item,
            int                x,
            int                y)
{
  const char *names[] = { self->axes->x, self->axes->y };
  const int numbers[] = { CLAMP (x, 1, SIDE), CLAMP (y, 1, SIDE) };
  g_autoptr(AcademyEdit) edit = academy_edit_new (self->axes->kind->change);
  gint64 before = academy_store_get_last_step (self->store);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_value_init (&value, G_TYPE_INT64);
      g_value_set_int64 (&value, numbers[i]);
      academy_edit_set (edit, item, academy_kind_find_field (self->axes->kind, names[i]), &value);
    }

  if (!academy_store_apply (self->store, edit, &error))
    academy_toast_show_error (GTK_WIDGET (self), error);
  else if (academy_store_get_last_step (self->store) != before)
    tell (self, item);
}

static void
clicked_cb (GtkWidget         *mark,
            AcademyMatrixGrid *self)
{
  g_signal_emit (self, signals[OPEN], 0, get_item (mark));
}

static int
get_cell_height (AcademyMatrixGrid *self,
                 int                height)
{
  return MAX (0, height - self->ruler) / SIDE;
}

static int
get_cell_width (AcademyMatrixGrid *self,
                int                width)
{
  return MAX (0, width - self->ruler) / SIDE;
}

/* The left edge of a column, which in a right-to-left language begins at the right. */
static int
get_cell_x (AcademyMatrixGrid *self,
            int                column,
            int                width)
{
  int cell = get_cell_width (self, width);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - self->ruler - (column + 1) * cell
                                                                          : self->ruler + column * cell;
}

static gboolean
drop_cb (AcademyMatrixGrid *self,
         const GValue      *value,
         double             x,
         double             y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int row = y / MAX (1, get_cell_height (self, gtk_widget_get_height (GTK_WIDGET (self))));
  AcademyItem *item = g_value_get_object (value);

  if (academy_item_get_kind (item) != self->axes->kind || row >= SIDE)
    return FALSE;

  for (int column = 0; column < SIDE; column++)
    if (x >= get_cell_x (self, column, width) && x < get_cell_x (self, column, width) + get_cell_width (self, width))
      {
        place_item (self, item, column + 1, SIDE - row);
        return TRUE;
      }

  return FALSE;
}

static gboolean
key_cb (AcademyMatrixGrid *self,
        guint              key,
        guint              code,
        GdkModifierType    state)
{
  static const struct { guint key; int x; int y; } steps[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, 1 }, { GDK_KEY_Down, 0, -1 },
  };
  GtkWidget *mark = gtk_widget_get_focus_child (GTK_WIDGET (self));
  AcademyItem *item = mark != NULL ? get_item (mark) : NULL;

  if (item == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK ||
      academy_store_is_read_only (self->store))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].key == key)
      {
        place_item (self, item, academy_item_get_number (item, self->axes->x) + steps[i].x,
                    academy_item_get_number (item, self->axes->y) + steps[i].y);
        return TRUE;
      }

  return FALSE;
}

static GtkWidget *
create_mark (AcademyMatrixGrid *self)
{
  GtkWidget *mark = academy_matrix_mark_new (!academy_store_is_read_only (self->store));

  gtk_widget_set_parent (mark, GTK_WIDGET (self));
  g_signal_connect (mark, "clicked", G_CALLBACK (clicked_cb), self);

  return mark;
}

static void
show_number (AcademyMatrixGrid *self,
             GtkWidget         *mark)
{
  guint position = 0;

  g_ptr_array_find (self->placed, get_item (mark), &position);
  academy_matrix_mark_set_number (ACADEMY_MATRIX_MARK (mark), self->is_numbered ? position + 1 : 0);
}

static void
show_mark (AcademyMatrixGrid *self,
           GtkWidget         *mark,
           double             largest)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AcademyItem *item = get_item (mark);
  const char *names[] = { self->axes->y, self->axes->x, self->axes->mark, self->axes->size };
  gint64 amount = self->axes->size != NULL ? academy_item_get_number (item, self->axes->size) : ACADEMY_UNSET;
  double share = amount != ACADEMY_UNSET && largest > 0 ? sqrt (amount / largest) : 0;
  g_autofree char *title = academy_item_dup_title (item, language);
  g_autoptr(GString) description = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names) && names[i] != NULL; i++)
    {
      const AcademyField *field = academy_kind_find_field (self->axes->kind, names[i]);
      g_autofree char *value = academy_language_format_value (language, field, academy_item_get_value (item, field));

      if (*value != '\0')
        g_string_append_printf (description, "%s%s: %s", description->len > 0 ? "\n" : "", _(field->label), value);
    }

  academy_matrix_mark_set (ACADEMY_MATRIX_MARK (mark), title, description->str, get_choice (item, self->axes->mark),
                           self->axes->size != NULL ? share : MEDIUM_SHARE);
  show_number (self, mark);
}

/* Lists all items of a full cell in the menu of its button, when it is opened. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       data)
{
  GPtrArray *items = data;
  g_autoptr(GMenu) menu = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  menu = g_menu_new ();
  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);
      g_autofree char *title = academy_item_dup_title (item, academy_language_get_default ());
      g_autoptr(GMenuItem) entry = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (entry, "matrix.open", "s", academy_item_get_id (item));
      g_menu_append_item (menu, entry);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
set_more (AcademyMatrixGrid *self,
          guint              cell)
{
  GtkMenuButton *button;

  if (self->more[cell] == NULL)
    {
      self->more[cell] = gtk_menu_button_new ();
      gtk_widget_add_css_class (self->more[cell], "flat");
      gtk_widget_add_css_class (self->more[cell], "matrix-mark");
      gtk_widget_set_tooltip_text (self->more[cell], _("All items of this square"));
      gtk_widget_set_parent (self->more[cell], GTK_WIDGET (self));
    }

  button = GTK_MENU_BUTTON (self->more[cell]);
  gtk_menu_button_set_popover (button, NULL);
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_ptr_array_ref (self->items[cell]),
                                         (GDestroyNotify) g_ptr_array_unref);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyMatrixGrid *self = ACADEMY_MATRIX_GRID (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) item = academy_store_get (self->store, self->axes->kind, g_variant_get_string (parameter, NULL), &error);

  if (item != NULL)
    g_signal_emit (self, signals[OPEN], 0, item);
  else
    academy_toast_show_error (widget, error);
}

static GtkSizeRequestMode
academy_matrix_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
academy_matrix_grid_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  AcademyMatrixGrid *self = ACADEMY_MATRIX_GRID (widget);
  g_autoptr(PangoLayout) line = gtk_widget_create_pango_layout (widget, "5");

  pango_layout_get_pixel_size (line, NULL, &self->ruler);
  self->ruler = 2 * self->ruler + RULER_PADDING;

  /* GTK warns of a child that is placed before it was measured. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int size, most;

      gtk_widget_measure (child, orientation, -1, &size, &most, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          self->mark_height = MAX (self->mark_height, size);
          self->most_height = MAX (self->most_height, most);
        }
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->ruler + SIDE * 32;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      int width = get_cell_width (self, for_size > 0 ? for_size : NATURAL_WIDTH);

      *minimum = *natural = self->ruler + SIDE * MAX (CLAMP (width / 2, LEAST_CELL_HEIGHT, MOST_CELL_HEIGHT),
                                                2 * self->mark_height + 2 * CELL_MARGIN);
    }
}

static void
allocate_at (GtkWidget *child,
             int        x,
             int        y,
             int        width,
             int        height)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, least), height }, -1);
}

static void
allocate_cell (AcademyMatrixGrid *self,
               guint              cell,
               int                width,
               int                height)
{
  GPtrArray *marks = self->marks[cell];
  int cell_height = get_cell_height (self, height);
  int x = get_cell_x (self, cell % SIDE, width) + CELL_MARGIN;
  int y = cell / SIDE * cell_height + CELL_MARGIN;
  guint room = MAX (1, (cell_height - 2 * CELL_MARGIN) / MAX (1, self->mark_height));
  gboolean full = self->items[cell]->len > MIN (room, marks->len);
  guint shown = full ? MIN (room - 1, marks->len) : marks->len;
  int each = CLAMP ((cell_height - 2 * CELL_MARGIN) / (int) MAX (1, shown + full), self->mark_height, self->most_height);

  for (guint i = 0; i < marks->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (marks, i);

      gtk_widget_set_child_visible (mark, i < shown);
      if (i < shown)
        allocate_at (mark, x, y + i * each, get_cell_width (self, width) - 2 * CELL_MARGIN, each);
    }

  if (self->more[cell] == NULL)
    return;

  gtk_widget_set_child_visible (self->more[cell], full);
  if (full)
    {
      g_autofree char *label = NULL;

      /* Translators: how many items more than those shown are in a square */
      label = g_strdup_printf (_("+%u"), self->items[cell]->len - shown);
      if (g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (self->more[cell])), label) != 0)
        gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more[cell]), label);
      allocate_at (self->more[cell], x, y + shown * each, get_cell_width (self, width) - 2 * CELL_MARGIN,
                   self->mark_height);
    }
}

static void
academy_matrix_grid_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  for (guint cell = 0; cell < N_CELLS; cell++)
    allocate_cell (ACADEMY_MATRIX_GRID (widget), cell, width, height);
}

/* The shade of a cell: a danger grows with the product of both numbers, a promise
 * is where both are large. */
static void
get_shade (AcademyMatrixGrid *self,
           guint              cell,
           GdkRGBA           *shade)
{
  guint product = (SIDE - cell / SIDE) * (cell % SIDE + 1);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  AdwAccentColor colour = !self->axes->severe ? ADW_ACCENT_COLOR_BLUE
                          : product >= 15 ? ADW_ACCENT_COLOR_RED
                          : product >= 8 ? ADW_ACCENT_COLOR_YELLOW : ADW_ACCENT_COLOR_GREEN;

  adw_accent_color_to_rgba (colour, shade);
  shade->alpha = (dark ? 0.26 : 0.16) * (self->axes->severe ? 1 : product / (double) N_CELLS);
}

static void
draw_text (AcademyMatrixGrid *self,
           GtkSnapshot       *snapshot,
           const char        *text,
           double             x,
           double             y,
           gboolean           upright)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA colour;
  int width, height;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  if (upright)
    gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-width / 2.0, -height / 2.0));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
academy_matrix_grid_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  AcademyMatrixGrid *self = ACADEMY_MATRIX_GRID (widget);
  int width = gtk_widget_get_width (widget);
  int cell_width = get_cell_width (self, width);
  int cell_height = get_cell_height (self, gtk_widget_get_height (widget));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const AcademyLanguage *language = academy_language_get_default ();

  for (guint cell = 0; cell < N_CELLS; cell++)
    {
      graphene_rect_t rect = GRAPHENE_RECT_INIT (get_cell_x (self, cell % SIDE, width) + 1, cell / SIDE * cell_height + 1,
                                                 cell_width - 2, cell_height - 2);
      GskRoundedRect rounded;
      GdkRGBA shade;

      get_shade (self, cell, &shade);
      gsk_rounded_rect_init_from_rect (&rounded, &rect, 6);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, &shade, &rect);
      gtk_snapshot_pop (snapshot);
    }

  for (int i = 0; i < SIDE; i++)
    {
      g_autofree char *number = academy_language_format_number (language, i + 1);

      draw_text (self, snapshot, number, get_cell_x (self, i, width) + cell_width / 2.0,
                 SIDE * cell_height + self->ruler * 0.25, FALSE);
      draw_text (self, snapshot, number, mirrored ? width - self->ruler * 0.25 : self->ruler * 0.75,
                 (SIDE - i - 0.5) * cell_height, FALSE);
    }
  draw_text (self, snapshot, _(academy_kind_find_field (self->axes->kind, self->axes->x)->label),
             get_cell_x (self, SIDE / 2, width) + cell_width / 2.0, SIDE * cell_height + self->ruler * 0.75, FALSE);
  draw_text (self, snapshot, _(academy_kind_find_field (self->axes->kind, self->axes->y)->label),
             mirrored ? width - self->ruler * 0.75 : self->ruler * 0.25, SIDE * cell_height / 2.0, TRUE);

  GTK_WIDGET_CLASS (academy_matrix_grid_parent_class)->snapshot (widget, snapshot);
}

static void
academy_matrix_grid_dispose (GObject *object)
{
  AcademyMatrixGrid *self = ACADEMY_MATRIX_GRID (object);

  for (guint cell = 0; cell < N_CELLS; cell++)
    {
      g_clear_pointer (&self->items[cell], g_ptr_array_unref);
      g_clear_pointer (&self->marks[cell], g_ptr_array_unref);
      g_clear_pointer (&self->more[cell], gtk_widget_unparent);
    }
  g_clear_pointer (&self->placed, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_matrix_grid_parent_class)->dispose (object);
}

static void
academy_matrix_grid_class_init (AcademyMatrixGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_matrix_grid_dispose;
  widget_class->get_request_mode = academy_matrix_grid_get_request_mode;
  widget_class->measure = academy_matrix_grid_measure;
  widget_class->size_allocate = academy_matrix_grid_size_allocate;
  widget_class->snapshot = academy_matrix_grid_snapshot;

  /**
   * AcademyMatrixGrid::open:
   * @self: a grid
   * @item: an item
   *
   * Emitted when the user wants to see more of @item.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  gtk_widget_class_install_action (widget_class, "matrix.open", "s", open_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "matrix");
}

static void
academy_matrix_grid_init (AcademyMatrixGrid *self)
{
  GtkDropTarget *target = gtk_drop_target_new (ACADEMY_TYPE_ITEM, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->placed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint cell = 0; cell < N_CELLS; cell++)
    {
      self->items[cell] = g_ptr_array_new ();
      self->marks[cell] = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
    }

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * academy_matrix_grid_set_axes:
 * @self: a grid
 * @store: the store of the items
 * @axes: what to show; must outlive @self
 */
void
academy_matrix_grid_set_axes (AcademyMatrixGrid       *self,
                              AcademyStore            *store,
                              const AcademyMatrixAxes *axes)
{
  self->store = g_object_ref (store);
  self->axes = axes;
}

static double
find_largest (AcademyMatrixGrid *self,
              GPtrArray         *items)
{
  gint64 largest = 0;

  for (guint i = 0; self->axes->size != NULL && i < items->len; i++)
    largest = MAX (largest, academy_item_get_number (g_ptr_array_index (items, i), self->axes->size));

  return largest;
}

/* Takes the mark of @item, or else any, from @marks. */
static GtkWidget *
take_mark (GPtrArray   *marks,
           AcademyItem *item)
{
  for (guint i = 0; i < marks->len; i++)
    if (item == NULL || get_item (g_ptr_array_index (marks, i)) == item)
      return g_ptr_array_steal_index (marks, i);

  return NULL;
}

/* Keeps the marks of items that stay in their cell, and with them the focus; those of
 * others are given to new items. */
static void
fill_cell (AcademyMatrixGrid *self,
           guint              cell,
           GPtrArray         *items)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->marks[cell]);
  guint n_marks = MIN (items->len, MOST_MARKS);

  self->marks[cell] = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  g_ptr_array_unref (self->items[cell]);
  self->items[cell] = g_ptr_array_ref (items);
  for (guint i = 0; i < n_marks; i++)
    g_ptr_array_add (self->marks[cell], take_mark (before, g_ptr_array_index (items, i)));
  for (guint i = 0; i < n_marks; i++)
    {
      GtkWidget **mark = (GtkWidget **) &g_ptr_array_index (self->marks[cell], i);

      if (*mark != NULL)
        continue;
      *mark = take_mark (before, NULL);
      if (*mark == NULL)
        *mark = create_mark (self);
      academy_matrix_mark_set_item (ACADEMY_MATRIX_MARK (*mark), g_ptr_array_index (items, i));
    }

  if (items->len > 1)
    set_more (self, cell);
  else
    g_clear_pointer (&self->more[cell], gtk_widget_unparent);
}

/**
 * academy_matrix_grid_set_items:
 * @self: a grid with axes
 * @items: (element-type AcademyItem): the items
 *
 * Shows those of @items that have both numbers. One that moved to another cell keeps
 * the focus.
 */
void
academy_matrix_grid_set_items (AcademyMatrixGrid *self,
                               GPtrArray         *items)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  g_autoptr(AcademyItem) focused = focus != NULL && get_item (focus) != NULL ? g_object_ref (get_item (focus)) : NULL;
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  double largest = find_largest (self, items);

  g_ptr_array_set_size (self->placed, 0);
  for (guint cell = 0; cell < N_CELLS; cell++)
    g_ptr_array_add (cells, g_ptr_array_new_with_free_func (g_object_unref));
  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);
      int cell = get_cell (self, item);

      if (cell < 0)
        continue;
      g_ptr_array_add (g_ptr_array_index (cells, cell), g_object_ref (item));
      g_ptr_array_add (self->placed, g_object_ref (item));
    }

  for (guint cell = 0; cell < N_CELLS; cell++)
    {
      fill_cell (self, cell, g_ptr_array_index (cells, cell));
      for (guint i = 0; i < self->marks[cell]->len; i++)
        {
          GtkWidget *mark = g_ptr_array_index (self->marks[cell], i);

          show_mark (self, mark, largest);
          if (focused != NULL && get_item (mark) == focused && !gtk_widget_has_focus (mark))
            gtk_widget_grab_focus (mark);
        }
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * academy_matrix_grid_get_placed:
 * @self: a grid
 *
 * Returns: (transfer none) (element-type AcademyItem): the items that have a cell, in
 *   the order of their numbers
 */
GPtrArray *
academy_matrix_grid_get_placed (AcademyMatrixGrid *self)
{
  return self->placed;
}

/**
 * academy_matrix_grid_set_numbered:
 * @self: a grid
 * @is_numbered: whether marks have numbers in the place of titles
 */
void
academy_matrix_grid_set_numbered (AcademyMatrixGrid *self,
                                  gboolean           is_numbered)
{
  self->is_numbered = is_numbered;
  self->mark_height = self->most_height = 0;
  for (guint cell = 0; cell < N_CELLS; cell++)
    for (guint i = 0; i < self->marks[cell]->len; i++)
      show_number (self, g_ptr_array_index (self->marks[cell], i));
}

/**
 * academy_matrix_grid_focus_item:
 * @self: a grid
 * @item: an item
 *
 * Moves the focus to @item.
 *
 * Returns: whether it is seen
 */
gboolean
academy_matrix_grid_focus_item (AcademyMatrixGrid *self,
                                AcademyItem       *item)
{
  int cell = get_cell (self, item);

  for (guint i = 0; cell >= 0 && i < self->marks[cell]->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (self->marks[cell], i);

      if (get_item (mark) == item)
        return gtk_widget_get_child_visible (mark) && gtk_widget_grab_focus (mark);
    }

  return FALSE;
}
