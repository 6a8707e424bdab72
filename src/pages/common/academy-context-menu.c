/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-context-menu.h"

typedef struct {
  AcademyContextMenuFunc  func;
  gpointer                data;

  /* Borrowed */
  GtkWidget              *widget;
  GtkWidget              *popover;
  GtkWidget              *focus;

  guint                   idle_id;
} ContextMenu;

static void
destroy_cb (ContextMenu *menu)
{
  g_clear_weak_pointer (&menu->focus);
  g_clear_handle_id (&menu->idle_id, g_source_remove);
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

static void
free_menu (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/* GTK adds the lines between sections when idle, and a popover that is shown before
 * is too low for them (4.18). */
static void
idle_cb (gpointer data)
{
  ContextMenu *menu = data;

  menu->idle_id = 0;
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}

/* Gives the focus back, unless what was chosen moved it elsewhere. */
static void
closed_cb (ContextMenu *menu)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (menu->widget));

  if (menu->focus != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, menu->popover)))
    gtk_widget_grab_focus (menu->focus);
  g_clear_weak_pointer (&menu->focus);
}

static gboolean
popup (ContextMenu  *menu,
       GtkWidget    *target,
       GdkRectangle *place)
{
  g_autoptr(GMenuModel) model = menu->func (menu->widget, target, menu->data);

  if (model == NULL)
    return FALSE;

  if (menu->popover == NULL)
    {
      menu->popover = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
      gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (menu->popover, menu->widget);
      g_signal_connect_swapped (menu->popover, "closed", G_CALLBACK (closed_cb), menu);
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu->popover), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), place);
  g_set_weak_pointer (&menu->focus, gtk_root_get_focus (gtk_widget_get_root (menu->widget)));
  if (menu->idle_id == 0)
    menu->idle_id = g_idle_add_once (idle_cb, menu);
  return TRUE;
}

static gboolean
popup_at (ContextMenu *menu,
          double       x,
          double       y)
{
  GtkWidget *target = gtk_widget_pick (menu->widget, x, y, GTK_PICK_DEFAULT);

  if (target == NULL)
    return FALSE;

  /* Focus the row, so that keys act on it after the menu has closed. */
  for (GtkWidget *row = target; row != menu->widget; row = gtk_widget_get_parent (row))
    if (gtk_widget_get_focusable (row) && gtk_widget_grab_focus (row))
      break;

  return popup (menu, target, &(GdkRectangle) { x, y, 1, 1 });
}

static void
pressed_cb (GtkGesture  *gesture,
            int          n_press,
            double       x,
            double       y,
            ContextMenu *menu)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)));

  if (gdk_event_triggers_context_menu (event) && popup_at (menu, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (GtkGesture  *gesture,
                 double       x,
                 double       y,
                 ContextMenu *menu)
{
  if (popup_at (menu, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Opens the menu of the focus widget, at its centre. */
static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget) || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;

  return popup (data, focus, &(GdkRectangle) { bounds.origin.x + bounds.size.width / 2,
                                                 bounds.origin.y + bounds.size.height / 2, 1, 1 });
}

static GtkEventController *
create_keys (ContextMenu *menu)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                             gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (key_cb, menu, NULL)));
  return controller;
}

/**
 * academy_context_menu_attach:
 * @widget: a list, or another widget with several targets
 * @func: creates the menu of a target
 * @data: data for @func, valid as long as @widget
 *
 * Opens a menu at a right click, a long press, the Menu key and Shift+F10.
 */
void
academy_context_menu_attach (GtkWidget              *widget,
                             AcademyContextMenuFunc  func,
                             gpointer                data)
{
  ContextMenu *menu = g_new0 (ContextMenu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  menu->func = func;
  menu->data = data;
  menu->widget = widget;
  g_signal_connect_data (widget, "destroy", G_CALLBACK (destroy_cb), menu, free_menu, G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  g_signal_connect (long_press, "pressed", G_CALLBACK (long_pressed_cb), menu);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));
  gtk_widget_add_controller (widget, create_keys (menu));
}

/**
 * academy_context_menu_append_apart:
 * @menu: a menu
 * @label: the label of the item
 * @action: the detailed name of its action
 *
 * Appends an item in a section of its own, as for a destructive action.
 */
void
academy_context_menu_append_apart (GMenu      *menu,
                                   const char *label,
                                   const char *action)
{
  g_autoptr(GMenu) section = g_menu_new ();

  g_menu_append (section, label, action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}
