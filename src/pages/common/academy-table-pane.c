/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-pane.h"

#include <glib/gi18n-lib.h>

#include "academy-bulk-bar.h"
#include "academy-context-menu.h"
#include "academy-draft.h"
#include "academy-duplicate.h"
#include "academy-page-keys.h"
#include "academy-paste-command.h"
#include "academy-table-commands.h"
#include "academy-table-tools.h"
#include "academy-timeline-edits.h"
#include "academy-toast.h"

/* The height of the bar of the selected rows and of a toast, in pixels. */
#define ROOM_FOR_NEWS 120

struct _AcademyTablePane {
  AdwBin                     parent_instance;

  /* Template children */
  AdwOverlaySplitView       *split_view;
  GtkWidget                 *content;
  AdwBin                    *start;
  AcademyTableTools         *tools;
  AdwToggleGroup            *looks;
  GtkWidget                 *paste_button;
  GtkWidget                 *add_button;
  AdwBin                    *view_bin;
  AcademyBulkBar            *bulk_bar;

  /* Owned */
  AcademyStore              *store;
  AcademyItem               *owner;

  /* Borrowed */
  AcademyItemsView          *view;
  AcademyTable              *table;
  AcademyTableModel         *model;
  AcademyAside              *aside;
  const AcademyTableSubject *subject;

  gboolean                   is_stale;
};

G_DEFINE_FINAL_TYPE (AcademyTablePane, academy_table_pane, ADW_TYPE_BIN)

/**
 * AcademyTablePane:
 *
 * The items of one kind of an owner as a table with its tools, and beside it on
 * request the form of the item with the cursor. A narrow pane has a list in the
 * place of the table, and the form over it; kinds with two numbers have a picture,
 * too.
 *
 * Keys: Ctrl+V pastes, Alt+Enter opens the form of an item, Ctrl+Delete deletes the
 * selected ones, Escape leaves a draft.
 */

static AcademyItem *
get_form_item (AcademyTablePane *self)
{
  return academy_aside_get_item (self->aside);
}

static gboolean
is_form_open (AcademyTablePane *self)
{
  return adw_overlay_split_view_get_show_sidebar (self->split_view);
}

static gboolean
open_form (AcademyTablePane *self,
           AcademyItem      *item)
{
  if (item != get_form_item (self) && academy_aside_is_stuck (self->aside))
    return FALSE;

  academy_aside_set_item (self->aside, item);
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  return TRUE;
}

static void
look_changed_cb (AcademyTablePane *self)
{
  gboolean is_picture = g_strcmp0 (adw_toggle_group_get_active_name (self->looks), "picture") == 0;

  if (self->view == NULL)
    return;

  academy_table_finish (self->table);
  academy_items_view_set_picture (self->view, is_picture);
  gtk_widget_set_visible (GTK_WIDGET (self->bulk_bar), !is_picture);
}

/* Goes to the table if @item is not in the picture. */
static void
focus_in_list (AcademyTablePane *self,
               AcademyItem      *item)
{
  if (academy_items_view_focus_item (self->view, item))
    return;

  adw_toggle_group_set_active_name (self->looks, "table");
  academy_items_view_focus_item (self->view, item);
}

/* The open form follows the cursor, unless it has something to correct. */
static void
moved_cb (AcademyTablePane *self)
{
  AcademyItem *item = academy_table_get_item (self->table);

  if (!is_form_open (self) || get_form_item (self) == NULL || item == NULL || item == get_form_item (self) ||
      academy_table_model_is_new (self->model, item))
    return;
  if (!academy_aside_is_stuck (self->aside))
    academy_aside_set_item (self->aside, item);
}

static void
open_cb (AcademyTablePane *self,
         AcademyItem      *item)
{
  if (open_form (self, item))
    academy_form_start (academy_aside_get_form (self->aside), "title");
}

/* Where there is little room people read first. */
static void
view_open_cb (AcademyTablePane *self,
              AcademyItem      *item)
{
  if (academy_items_view_is_narrow (self->view))
    open_form (self, item);
  else
    open_cb (self, item);
}

static void
failed_cb (AcademyTablePane *self,
           const char       *message)
{
  academy_toast_show_refusal (GTK_WIDGET (self), self->store, message);
}

static void
told_cb (AcademyTablePane *self,
         const char       *message)
{
  academy_toast_show_undo (GTK_WIDGET (self), self->store, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->content), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What is being added in the table goes on in the form: a page that was just
 * opened may learn only now how narrow it is. */
static void
narrow_cb (AcademyTablePane *self)
{
  g_autoptr(AcademyItem) added = NULL;

  if (academy_table_get_editor (self->table) != NULL &&
      academy_table_model_is_new (self->model, academy_table_get_item (self->table)))
    added = g_object_ref (academy_table_get_item (self->table));

  academy_table_finish (self->table);
  academy_items_view_set_narrow (self->view, TRUE);
  if (added != NULL)
    open_cb (self, added);
}

static void
wide_cb (AcademyTablePane *self)
{
  academy_items_view_set_narrow (self->view, FALSE);
}

/* Saves what is in the form when it is closed, and forgets a draft. */
static void
show_sidebar_cb (AcademyTablePane *self)
{
  AcademyItem *item = get_form_item (self);

  if (is_form_open (self) || item == NULL)
    return;

  academy_form_flush (academy_aside_get_form (self->aside));
  if (academy_draft_is (item))
    academy_aside_set_item (self->aside, NULL);
}

/* Returns to the list when the draft in the form is discarded. */
static void
leave_cb (AcademyTablePane *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
changed_cb (AcademyTablePane *self,
            AcademyChanges   *changes)
{
  AcademyItem *item = get_form_item (self);
  const AcademyChange *change = item != NULL ? academy_changes_find (changes, academy_item_get_id (item)) : NULL;

  if (change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    {
      adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
      academy_aside_set_item (self->aside, NULL);
    }
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AcademyTablePane *self = ACADEMY_TABLE_PANE (widget);
  AcademyItem *item = get_form_item (self);

  if (academy_aside_is_stuck (self->aside))
    return;

  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  if (item != NULL)
    focus_in_list (self, item);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  academy_table_pane_add (ACADEMY_TABLE_PANE (widget));
}

/* Returns the items that a command is for: that of the form when the focus is in
 * it, else those selected in the list. */
static GPtrArray *
get_targets (AcademyTablePane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GPtrArray *items;

  if (is_form_open (self) && get_form_item (self) != NULL && focus != NULL &&
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    {
      items = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (items, g_object_ref (get_form_item (self)));
      return items;
    }

  return academy_table_model_get_selected_items (self->model);
}

/* Focuses the neighbour before the rows go: a list that loses the focus scrolls. */
static void
focus_neighbour (AcademyTablePane *self,
                 GPtrArray        *items)
{
  guint n_items = academy_table_model_count (self->model);
  guint first = G_MAXUINT;
  guint last = 0;
  g_autoptr(AcademyItem) neighbour = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      guint position;

      if (!academy_table_model_find (self->model, items->pdata[i], &position))
        continue;
      first = MIN (first, position);
      last = MAX (last, position);
    }
  if (first > last)
    return;

  if (last + 1 < n_items)
    neighbour = g_list_model_get_item (G_LIST_MODEL (self->model), last + 1);
  else if (first > 0)
    neighbour = g_list_model_get_item (G_LIST_MODEL (self->model), first - 1);
  if (neighbour != NULL && academy_items_view_has_cells (self->view) && academy_items_view_has_focus (self->view))
    focus_in_list (self, neighbour);
  else if (neighbour != NULL)
    academy_table_pane_select (self, neighbour);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyTablePane *self = ACADEMY_TABLE_PANE (widget);
  g_autoptr(GPtrArray) items = get_targets (self);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  /* Save typed values first, so that an undo of the deletion restores them too. */
  academy_form_flush (academy_aside_get_form (self->aside));
  if (items->len > 0 && academy_draft_is (items->pdata[0]))
    {
      adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
      return;
    }

  academy_table_cancel (self->table);
  focus_neighbour (self, items);
  if (!academy_timeline_edit_delete (self->store, items, &text, &error))
    academy_toast_show_error (widget, error);
  else if (text != NULL)
    academy_toast_show_undo (widget, self->store, text);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTablePane *self = ACADEMY_TABLE_PANE (widget);
  g_autoptr(GPtrArray) items = academy_table_model_get_selected_items (self->model);

  if (items->len > 0)
    open_cb (self, items->pdata[0]);
}

/* Goes to the copy, to be edited next. */
static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AcademyTablePane *self = ACADEMY_TABLE_PANE (widget);
  g_autoptr(GPtrArray) items = get_targets (self);
  g_autoptr(AcademyItem) copy = NULL;

  if (items->len == 0 || academy_draft_is (items->pdata[0]) || academy_aside_is_stuck (self->aside) ||
      !academy_table_finish (self->table))
    return;

  copy = academy_command_duplicate (widget, self->store, items->pdata[0]);
  if (copy != NULL)
    focus_in_list (self, copy);
}

/* Scrolls so that rows are seen, or the first of them when they are more than there
 * is room for beside the bar and the toast about them. */
static void
show_rows (AcademyTablePane *self,
           GtkBitset        *rows)
{
  GtkColumnView *view = academy_table_get_view (self->table);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  /* The height is not that of the new rows yet. */
  double height = gtk_adjustment_get_upper (adjustment) / MAX (1, n_rows - gtk_bitset_get_size (rows));
  guint n_seen = MAX (1, (gtk_adjustment_get_page_size (adjustment) - ROOM_FOR_NEWS) / MAX (1, height));
  /* A list that becomes lower, as it does for the bar, may lose a row at its end. */
  guint end = MIN (gtk_bitset_get_maximum (rows) + 1, gtk_bitset_get_minimum (rows) + n_seen - 1);

  gtk_column_view_scroll_to (view, MIN (end, n_rows - 1), NULL, GTK_LIST_SCROLL_NONE, NULL);
}

/* Selects new items and shows them, with the columns of what was pasted. */
static void
pasted_cb (GtkWidget *widget,
           GPtrArray *items,
           GPtrArray *fields)
{
  AcademyTablePane *self = ACADEMY_TABLE_PANE (widget);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->model);
  g_autoptr(GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) all = NULL;
  guint position;

  for (guint i = 0; i < fields->len; i++)
    if (academy_table_columns_find (academy_table_get_columns (self->table), fields->pdata[i]) != NULL)
      academy_table_columns_show (academy_table_get_columns (self->table), fields->pdata[i], TRUE);
  if (!academy_table_model_find (self->model, items->pdata[0], NULL))
    academy_table_tools_clear (self->tools);
  focus_in_list (self, items->pdata[0]);

  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  for (guint i = 0; i < items->len; i++)
    if (academy_table_model_find (self->model, items->pdata[i], &position))
      gtk_bitset_add (wanted, position);
  if (academy_items_view_has_cells (self->view) && !gtk_bitset_is_empty (wanted))
    show_rows (self, wanted);
  gtk_selection_model_set_selection (selection, wanted, all);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AcademyTablePane *self = ACADEMY_TABLE_PANE (widget);

  if (!academy_aside_is_stuck (self->aside) && academy_table_finish (self->table))
    academy_command_paste (widget, self->store, self->subject->kind, self->owner, self->table, pasted_cb);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  AcademyTablePane *self = ACADEMY_TABLE_PANE (widget);

  academy_table_tools_clear (self->tools);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* A menu does not find keys that belong to the list. */
static void
append_with_key (GMenu      *menu,
                 const char *label,
                 const char *action,
                 const char *key)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

/* Selects the item of the menu, so that people see which one it acts on. */
static GMenuModel *
create_context_menu (GtkWidget *widget,
                     GtkWidget *target,
                     gpointer   data)
{
  AcademyTablePane *self = data;
  AcademyItem *item = academy_items_view_find_item (self->view, target);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->model);
  const AcademyField *field = academy_table_get_field (self->table);
  g_autoptr(GMenu) apart = g_menu_new ();
  GMenu *menu;
  guint position;

  if (item == NULL || !academy_table_model_find (self->model, item, &position) || academy_draft_is (item))
    return NULL;
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);

  menu = g_menu_new ();
  g_menu_append (menu, _("_Open"), "pane.open");
  if (academy_items_view_has_cells (self->view))
    {
      g_menu_append (menu, _("_Copy"), "table.copy");
      if (academy_table_model_count_selected (self->model) < 2)
        g_menu_append (menu, _("Copy the _row"), "table.copy-rows");
      append_with_key (menu, _("_Empty the cell"), "table.clear", "Delete");
    }
  g_menu_append (menu, _("D_uplicate"), "pane.duplicate");
  g_menu_append (menu, _("_Paste…"), "pane.paste");
  if (academy_items_view_has_cells (self->view) && academy_table_can_move_rows (self->table))
    {
      g_menu_append (menu, _("Move _up"), "table.move-up");
      g_menu_append (menu, _("Move _down"), "table.move-down");
    }
  append_with_key (apart, _("De_lete"), "pane.delete", "<Control>Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (apart));
  if (academy_items_view_has_cells (self->view) && field != NULL)
    {
      g_autoptr(GMenuModel) columns =
        academy_table_columns_create_menu (academy_table_get_columns (self->table), field);

      g_menu_append_submenu (menu, _("_Columns and Order"), columns);
    }

  return G_MENU_MODEL (menu);
}

/* Gives the table the owner, once it is wanted: that takes as long as showing a
 * timeline, behind which it may be. */
static void
update_owner (AcademyTablePane *self)
{
  if (!self->is_stale)
    return;

  self->is_stale = FALSE;
  academy_items_view_set_owner (self->view, self->owner);
  academy_table_tools_clear (self->tools);
}

static void
academy_table_pane_map (GtkWidget *widget)
{
  update_owner (ACADEMY_TABLE_PANE (widget));

  GTK_WIDGET_CLASS (academy_table_pane_parent_class)->map (widget);
}

static void
academy_table_pane_dispose (GObject *object)
{
  AcademyTablePane *self = ACADEMY_TABLE_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_TABLE_PANE);
  g_clear_object (&self->owner);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_table_pane_parent_class)->dispose (object);
}

static const struct {
  const char *name;
  void      (*activate) (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter);
  gboolean    writes;
} actions[] = {
  { "pane.add", add_action, TRUE },
  { "pane.close", close_action, FALSE },
  { "pane.delete", delete_action, TRUE },
  { "pane.duplicate", duplicate_action, TRUE },
  { "pane.open", open_action, FALSE },
  { "pane.paste", paste_action, TRUE },
  { "pane.show-all", show_all_action, FALSE },
};

static const AcademyPageKey paste_key = { GDK_KEY_v, GDK_CONTROL_MASK, "pane.paste" };

static void
academy_table_pane_class_init (AcademyTablePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_table_pane_dispose;
  widget_class->map = academy_table_pane_map;

  g_type_ensure (ACADEMY_TYPE_BULK_BAR);
  g_type_ensure (ACADEMY_TYPE_TABLE_TOOLS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-table-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyTablePane, split_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyTablePane, content);
  gtk_widget_class_bind_template_child (widget_class, AcademyTablePane, start);
  gtk_widget_class_bind_template_child (widget_class, AcademyTablePane, tools);
  gtk_widget_class_bind_template_child (widget_class, AcademyTablePane, looks);
  gtk_widget_class_bind_template_child (widget_class, AcademyTablePane, paste_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyTablePane, add_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyTablePane, view_bin);
  gtk_widget_class_bind_template_child (widget_class, AcademyTablePane, bulk_bar);
  gtk_widget_class_bind_template_callback (widget_class, look_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_sidebar_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
add_list_shortcut (AcademyTablePane *self,
                   const char       *key,
                   const char       *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key),
                                                          gtk_named_action_new (action)));
  gtk_widget_add_controller (GTK_WIDGET (self->view_bin), controller);
}

/* Goes back to the list that an open form covers. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  AcademyTablePane *self = data;

  if (!adw_overlay_split_view_get_collapsed (self->split_view) || !is_form_open (self))
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), "pane.close", NULL);
  return TRUE;
}

static void
add_escape (AcademyTablePane *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->aside), controller);
}

static void
academy_table_pane_init (AcademyTablePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_list_shortcut (self, "<Control>Delete", "pane.delete");
  /* A page without rows has no list to focus. */
  academy_page_keys_add (GTK_WIDGET (self), &paste_key, 1);
}

/* Gives widgets the words of the subject. */
static void
name_widgets (AcademyTablePane *self)
{
  const AcademyKind *kind = self->subject->kind;
  /* Translators: the tooltip of a button: what it does, such as “Add measure”, and its key */
  g_autofree char *add = g_strdup_printf (_("%s (Ctrl+N)"), _(kind->add));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->content), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->plural_label),
                                  -1);
  gtk_widget_set_tooltip_text (self->add_button, add);
  gtk_widget_set_tooltip_text (self->paste_button, _(self->subject->paste));
}

static void
add_view (AcademyTablePane *self)
{
  self->view = ACADEMY_ITEMS_VIEW (academy_items_view_new (self->store, self->owner, self->subject));
  self->table = academy_items_view_get_table (self->view);
  self->model = academy_table_get_model (self->table);
  adw_bin_set_child (self->view_bin, GTK_WIDGET (self->view));
  academy_items_view_attach_menu (self->view, create_context_menu, self);
  academy_table_tools_set_table (self->tools, self->table);
  academy_bulk_bar_set_table (self->bulk_bar, self->table);
  gtk_widget_set_visible (GTK_WIDGET (self->looks), self->subject->axes != NULL);
  g_signal_connect_object (self->view, "open", G_CALLBACK (view_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

static void
add_aside (AcademyTablePane *self)
{
  self->aside = ACADEMY_ASIDE (academy_aside_new (self->store, self->subject->kind));
  adw_overlay_split_view_set_sidebar (self->split_view, GTK_WIDGET (self->aside));
  add_escape (self);
  g_signal_connect_object (academy_aside_get_form (self->aside), "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
}

/**
 * academy_table_pane_new:
 * @store: a store
 * @owner: the owner of the items
 * @subject: what it is about; must outlive the pane
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
academy_table_pane_new (AcademyStore              *store,
                        AcademyItem               *owner,
                        const AcademyTableSubject *subject)
{
  AcademyTablePane *self = g_object_new (ACADEMY_TYPE_TABLE_PANE, NULL);

  self->store = g_object_ref (store);
  self->owner = g_object_ref (owner);
  self->subject = subject;
  name_widgets (self);
  add_view (self);
  add_aside (self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   !actions[i].writes || !academy_store_is_read_only (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * academy_table_pane_set_owner:
 * @self: a pane
 * @owner: another owner of the same kind as before
 *
 * Shows the items of @owner, all of them and none selected.
 */
void
academy_table_pane_set_owner (AcademyTablePane *self,
                              AcademyItem      *owner)
{
  g_set_object (&self->owner, owner);
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  academy_aside_set_item (self->aside, NULL);
  academy_aside_rewind (self->aside);
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_owner (self);
}

/**
 * academy_table_pane_set_start:
 * @self: a pane
 * @start: (transfer floating): what stands before the tools
 */
void
academy_table_pane_set_start (AcademyTablePane *self,
                              GtkWidget        *start)
{
  adw_bin_set_child (self->start, start);
  gtk_widget_set_visible (GTK_WIDGET (self->start), TRUE);
}

/**
 * academy_table_pane_get_aside:
 * @self: a pane
 *
 * Returns: (transfer none): the form beside the table
 */
AcademyAside *
academy_table_pane_get_aside (AcademyTablePane *self)
{
  return self->aside;
}

/**
 * academy_table_pane_get_item:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the item of the form, or else the one with the
 *   cursor
 */
AcademyItem *
academy_table_pane_get_item (AcademyTablePane *self)
{
  if (get_form_item (self) != NULL)
    return get_form_item (self);

  return self->is_stale ? NULL : academy_table_get_item (self->table);
}

/**
 * academy_table_pane_add:
 * @self: a pane
 *
 * Adds an item in the last row of the table, or in the form where there is no table.
 */
void
academy_table_pane_add (AcademyTablePane *self)
{
  g_autoptr(AcademyItem) item = NULL;

  update_owner (self);
  if (academy_aside_is_stuck (self->aside) || !academy_table_finish (self->table))
    return;

  item = g_list_model_get_item (G_LIST_MODEL (self->model), academy_table_model_count (self->model));
  if (academy_items_view_has_cells (self->view))
    academy_items_view_add (self->view, item);
  else
    open_cb (self, item);
}

/**
 * academy_table_pane_finish:
 * @self: a pane
 *
 * Saves what is typed, before another view is shown.
 */
void
academy_table_pane_finish (AcademyTablePane *self)
{
  academy_form_flush (academy_aside_get_form (self->aside));
  if (!self->is_stale)
    academy_table_finish (self->table);
}

/**
 * academy_table_pane_select:
 * @self: a pane
 * @item: an item
 *
 * Selects @item and scrolls to it, and leaves the focus elsewhere.
 */
void
academy_table_pane_select (AcademyTablePane *self,
                           AcademyItem      *item)
{
  update_owner (self);
  academy_items_view_select_item (self->view, item);
}

/**
 * academy_table_pane_show_rest:
 * @self: a pane that shows something without an item, see academy_aside_set_rest()
 * @show: whether to open it
 *
 * Returns: whether it is visible
 */
gboolean
academy_table_pane_show_rest (AcademyTablePane *self,
                              AcademyShow       show)
{
  if (is_form_open (self) && get_form_item (self) == NULL)
    return TRUE;

  return show != ACADEMY_SHOW_IF_SHOWN && open_form (self, NULL);
}

/* Scrolls to an item that is selected with others: what was changed together stays
 * selected when the change is undone. */
static gboolean
show_among_selected (AcademyTablePane *self,
                     AcademyItem      *item)
{
  guint position;

  if (academy_items_view_is_narrow (self->view) || academy_table_model_count_selected (self->model) < 2 ||
      !academy_table_model_find (self->model, item, &position) ||
      !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->model), position))
    return FALSE;

  gtk_column_view_scroll_to (academy_table_get_view (self->table), position, NULL, GTK_LIST_SCROLL_NONE, NULL);
  return TRUE;
}

/**
 * academy_table_pane_show_item:
 * @self: a pane
 * @item: an item of the kind of @self
 * @in_form: whether something in its form is to be seen
 * @show: whether to navigate to @item
 *
 * Shows @item in the list, or in its form. Who writes in a form is not put into
 * another.
 *
 * Returns: whether @item is visible
 */
gboolean
academy_table_pane_show_item (AcademyTablePane *self,
                              AcademyItem      *item,
                              gboolean          in_form,
                              AcademyShow       show)
{
  gboolean is_open = is_form_open (self) && get_form_item (self) != NULL;

  update_owner (self);
  if (is_open ? item == get_form_item (self) : !in_form && item == academy_table_get_item (self->table))
    {
      if (show == ACADEMY_SHOW_IF_SHOWN || is_open)
        return TRUE;
    }
  if (show == ACADEMY_SHOW_IF_SHOWN || (is_open && show == ACADEMY_SHOW_BESIDE && !academy_items_view_has_focus (self->view)))
    return FALSE;

  if (!is_open && !in_form && show == ACADEMY_SHOW_BESIDE && show_among_selected (self, item))
    return TRUE;
  if (!academy_table_model_find (self->model, item, NULL))
    academy_table_tools_clear (self->tools);
  if (!academy_table_model_find (self->model, item, NULL))
    return FALSE;
  if ((is_open || in_form || academy_items_view_is_narrow (self->view)) && !open_form (self, item))
    return FALSE;

  if (academy_items_view_has_focus (self->view) || show == ACADEMY_SHOW_GO)
    focus_in_list (self, item);
  else
    academy_table_pane_select (self, item);
  return TRUE;
}

/**
 * academy_table_pane_filter:
 * @self: a pane
 * @comparison: an operator that is about work
 *
 * Shows the items that meet this condition, and goes to the first of them.
 */
void
academy_table_pane_filter (AcademyTablePane *self,
                           AcademyOperator   comparison)
{
  g_autoptr(AcademyItem) first = NULL;

  update_owner (self);
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  academy_table_tools_filter (self->tools, comparison);
  if (academy_table_model_count (self->model) == 0)
    return;

  first = g_list_model_get_item (G_LIST_MODEL (self->model), 0);
  focus_in_list (self, first);
}
