/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-items-view.h"

#include <glib/gi18n-lib.h>

#include "academy-click.h"
#include "academy-column.h"
#include "academy-list-row.h"
#include "academy-paste-dialog.h"
#include "academy-preferences.h"

struct _AcademyItemsView {
  AdwBin             parent_instance;

  /* Template children */
  AdwBin            *table_bin;
  GtkListView       *list_view;
  AcademyColumn     *picture_column;
  AdwStatusPage     *empty_page;
  GtkButton         *empty_button;

  /* Owned */
  AcademyTableModel *model;

  /* Borrowed */
  AcademyTable      *table;
  AcademyMatrix     *matrix;

  gboolean           is_narrow;
  gboolean           is_picture;
  gboolean           is_adding;
};

enum {
  OPEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyItemsView, academy_items_view, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/**
 * AcademyItemsView:
 *
 * The items of one kind of an owner as a table, as a list where there is little
 * room, or as a picture of two of their numbers. When there are none it says why.
 */

static gboolean
is_filtered (AcademyItemsView *self)
{
  const AcademyQuery *query = academy_table_model_get_query (self->model);

  return (query->search != NULL && *query->search != '\0') || (query->conditions != NULL && query->conditions->field != NULL);
}

/* Shows the items, or why there are none. */
static void
update (AcademyItemsView *self)
{
  gboolean is_empty = academy_table_model_count (self->model) == 0;
  const char *child = self->is_picture ? "picture" : self->is_narrow ? "list" : "table";

  self->is_adding = self->is_adding && is_empty;
  if (is_empty && !self->is_adding)
    child = is_filtered (self) ? "none" : "empty";
  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))), child);
}

/* Returns the widget that shows the items. */
static GtkWidget *
get_list (AcademyItemsView *self)
{
  if (self->is_picture)
    return GTK_WIDGET (self->matrix);

  return self->is_narrow ? GTK_WIDGET (self->list_view) : GTK_WIDGET (self->table);
}

static void
open_cb (AcademyItemsView *self,
         AcademyItem      *item)
{
  g_signal_emit (self, signals[OPEN], 0, item);
}

static void
picture_open_cb (AcademyItemsView *self,
                 AcademyItem      *item)
{
  academy_items_view_select_item (self, item);
  open_cb (self, item);
}

static void
activate_cb (AcademyItemsView *self,
             guint             position)
{
  g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    open_cb (self, item);
}

/* A table without a size cannot scroll to a row. Rows that were selected together since
 * stay so. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  AcademyTable *table = ACADEMY_TABLE (widget);

  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (academy_table_get_item (table) != NULL && gtk_widget_get_focus_child (widget) != NULL &&
      academy_table_model_count_selected (academy_table_get_model (table)) < 2)
    academy_table_focus (table, academy_table_get_item (table), academy_table_get_field (table));
  return G_SOURCE_REMOVE;
}

static gboolean
academy_items_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_list (ACADEMY_ITEMS_VIEW (widget)));
}

static void
academy_items_view_dispose (GObject *object)
{
  AcademyItemsView *self = ACADEMY_ITEMS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ITEMS_VIEW);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (academy_items_view_parent_class)->dispose (object);
}

static void
academy_items_view_class_init (AcademyItemsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_items_view_dispose;
  widget_class->grab_focus = academy_items_view_grab_focus;

  /**
   * AcademyItemsView::open:
   * @self: a view
   * @item: an item
   *
   * Emitted when the user wants to see all of @item.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  g_type_ensure (ACADEMY_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-items-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyItemsView, table_bin);
  gtk_widget_class_bind_template_child (widget_class, AcademyItemsView, list_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyItemsView, picture_column);
  gtk_widget_class_bind_template_child (widget_class, AcademyItemsView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AcademyItemsView, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
academy_items_view_init (AcademyItemsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_click_activates (self->list_view);
}

static void
name_widgets (AcademyItemsView          *self,
              const AcademyTableSubject *subject,
              AcademyStore              *store)
{
  gboolean takes = academy_paste_dialog_takes (store, subject->kind);
  const char *paste = _("Ctrl+V adds rows that you have copied from a table or a text.");
  g_autofree char *description = g_strjoin ("\n", _(subject->why), takes ? paste : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(subject->kind->plural_label), -1);
  adw_status_page_set_icon_name (self->empty_page, subject->icon);
  adw_status_page_set_title (self->empty_page, _(subject->none));
  adw_status_page_set_description (self->empty_page, description);
  gtk_button_set_label (self->empty_button, _(subject->add));
}

/**
 * academy_items_view_new:
 * @store: a store
 * @owner: the owner of the items
 * @subject: what is shown; must outlive the view
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
academy_items_view_new (AcademyStore              *store,
                        AcademyItem               *owner,
                        const AcademyTableSubject *subject)
{
  AcademyItemsView *self = g_object_new (ACADEMY_TYPE_ITEMS_VIEW, NULL);
  g_autoptr(GtkListItemFactory) factory = academy_list_row_factory_new (store);
  AcademyQuery query = { .owner = academy_item_get_id (owner) };

  name_widgets (self, subject, store);
  self->model = academy_table_model_new (store, subject->kind, &query);
  self->table = ACADEMY_TABLE (academy_table_new (self->model, academy_preferences_get_settings ()));
  academy_table_set_parent (self->table, owner);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
  gtk_list_view_set_factory (self->list_view, factory);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  if (subject->axes != NULL)
    {
      self->matrix = ACADEMY_MATRIX (academy_matrix_new (store, G_LIST_MODEL (self->model), subject->axes,
                                                         _(subject->picture)));
      academy_column_append (self->picture_column, GTK_WIDGET (self->matrix));
      g_signal_connect_object (self->matrix, "open", G_CALLBACK (picture_open_cb), self, G_CONNECT_SWAPPED);
    }
  update (self);

  return GTK_WIDGET (self);
}

/**
 * academy_items_view_get_table:
 * @self: a view
 *
 * Returns: (transfer none): its table, which it has even while it does not show it
 */
AcademyTable *
academy_items_view_get_table (AcademyItemsView *self)
{
  return self->table;
}

/**
 * academy_items_view_set_owner:
 * @self: a view
 * @owner: another owner of the same kind as before
 *
 * Shows the items of @owner.
 */
void
academy_items_view_set_owner (AcademyItemsView *self,
                              AcademyItem      *owner)
{
  self->is_adding = FALSE;
  academy_column_rewind (self->picture_column);
  academy_table_set_parent (self->table, owner);
  update (self);
}

/**
 * academy_items_view_set_narrow:
 * @self: a view
 * @is_narrow: whether there is little room
 */
void
academy_items_view_set_narrow (AcademyItemsView *self,
                               gboolean          is_narrow)
{
  self->is_narrow = is_narrow;
  gtk_list_view_set_model (self->list_view, is_narrow ? GTK_SELECTION_MODEL (self->model) : NULL);
  if (self->matrix != NULL)
    academy_matrix_set_narrow (self->matrix, is_narrow);
  update (self);
}

/**
 * academy_items_view_set_picture:
 * @self: a view of a subject with a picture
 * @is_picture: whether to show it
 */
void
academy_items_view_set_picture (AcademyItemsView *self,
                                gboolean          is_picture)
{
  self->is_picture = is_picture;
  update (self);
}

/**
 * academy_items_view_is_narrow:
 * @self: a view
 *
 * Returns: whether it has a list in the place of the table
 */
gboolean
academy_items_view_is_narrow (AcademyItemsView *self)
{
  return self->is_narrow;
}

/**
 * academy_items_view_has_cells:
 * @self: a view
 *
 * Returns: whether it shows the table, in which values are typed
 */
gboolean
academy_items_view_has_cells (AcademyItemsView *self)
{
  return !self->is_narrow && !self->is_picture;
}

/**
 * academy_items_view_has_focus:
 * @self: a view
 *
 * Returns: whether the focus is on an item
 */
gboolean
academy_items_view_has_focus (AcademyItemsView *self)
{
  return gtk_widget_get_focus_child (get_list (self)) != NULL;
}

/**
 * academy_items_view_attach_menu:
 * @self: a view
 * @create: creates the context menu of an item
 * @data: data for @create
 */
void
academy_items_view_attach_menu (AcademyItemsView       *self,
                                AcademyContextMenuFunc  create,
                                gpointer                data)
{
  academy_context_menu_attach (GTK_WIDGET (self->table), create, data);
  academy_context_menu_attach (GTK_WIDGET (self->list_view), create, data);
  if (self->matrix != NULL)
    academy_context_menu_attach (GTK_WIDGET (self->matrix), create, data);
}

/**
 * academy_items_view_find_item:
 * @self: a view
 * @target: a widget in it
 *
 * Returns: (transfer none) (nullable): the item of the row that @target is in
 */
AcademyItem *
academy_items_view_find_item (AcademyItemsView *self,
                              GtkWidget        *target)
{
  if (gtk_widget_get_ancestor (target, ACADEMY_TYPE_MATRIX) != NULL)
    return academy_matrix_find_item (target);

  return self->is_narrow ? academy_list_row_find (GTK_WIDGET (self->list_view), target)
                         : academy_table_get_item_at (self->table, target);
}

/**
 * academy_items_view_add:
 * @self: a view with cells
 * @item: the empty item of the last row
 *
 * Begins to type in the last row.
 */
void
academy_items_view_add (AcademyItemsView *self,
                        AcademyItem      *item)
{
  self->is_adding = TRUE;
  update (self);
  academy_table_focus (self->table, item, academy_kind_find_field (academy_item_get_kind (item), "title"));
  academy_table_begin (self->table, TRUE);
}

/**
 * academy_items_view_select_item:
 * @self: a view
 * @item: an item
 *
 * Selects @item and scrolls to it, and leaves the focus elsewhere.
 */
void
academy_items_view_select_item (AcademyItemsView *self,
                                AcademyItem      *item)
{
  guint position;

  if (!academy_table_model_find (self->model, item, &position))
    return;

  if (self->is_narrow)
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
  else
    gtk_column_view_scroll_to (academy_table_get_view (self->table), position, NULL, GTK_LIST_SCROLL_SELECT, NULL);
}

/**
 * academy_items_view_focus_item:
 * @self: a view
 * @item: an item
 *
 * Moves the focus to @item and scrolls to it.
 *
 * Returns: whether it is there; an item that lacks a number is not in the picture
 */
gboolean
academy_items_view_focus_item (AcademyItemsView *self,
                               AcademyItem      *item)
{
  guint position;

  if (!academy_table_model_find (self->model, item, &position))
    return FALSE;
  if (self->is_picture)
    return academy_matrix_focus_item (self->matrix, item);

  if (self->is_narrow)
    {
      gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
    }
  else
    {
      academy_table_focus (self->table, item, academy_table_get_field (self->table));
      if (gtk_widget_get_width (GTK_WIDGET (self->table)) == 0)
        gtk_widget_add_tick_callback (GTK_WIDGET (self->table), scroll_cb, NULL, NULL);
    }
  return TRUE;
}
