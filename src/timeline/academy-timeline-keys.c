/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-keys.h"

#include "academy-page-keys.h"

typedef struct {
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
  int              argument;
} Key;

/* Keys that work while the focus is in the view. */
static const Key keys[] = {
  { GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, "timeline.move-end", -1 },
  { GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, "timeline.move-end", 1 },
  { GDK_KEY_Left, GDK_ALT_MASK | GDK_CONTROL_MASK, "timeline.move-start", -1 },
  { GDK_KEY_Right, GDK_ALT_MASK | GDK_CONTROL_MASK, "timeline.move-start", 1 },
  /* Desktops may grab Ctrl+Alt with arrows. */
  { GDK_KEY_Up, GDK_ALT_MASK, "timeline.move-start", -1 },
  { GDK_KEY_Down, GDK_ALT_MASK, "timeline.move-start", 1 },
  { GDK_KEY_Page_Up, GDK_ALT_MASK, "timeline.progress", 1 },
  { GDK_KEY_Page_Down, GDK_ALT_MASK, "timeline.progress", -1 },
  { GDK_KEY_l, GDK_CONTROL_MASK, "timeline.link" },
  /* GtkPopoverMenu shows the last key of an action. */
  { GDK_KEY_n, GDK_CONTROL_MASK, "timeline.add" },
  { GDK_KEY_KP_Insert, 0, "timeline.add" },
  { GDK_KEY_Insert, 0, "timeline.add" },
  { GDK_KEY_Delete, 0, "timeline.delete" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_period, 0, "timeline.today" },
  { GDK_KEY_t, 0, "timeline.today" },
  { GDK_KEY_Escape, 0, "timeline.cancel" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "timeline.menu" },
  { GDK_KEY_Menu, 0, "timeline.menu" },
};

/* Keys that a list has other bindings for. */
static const Key list_keys[] = {
  { GDK_KEY_Left, 0, "timeline.fold", -1 },
  { GDK_KEY_Right, 0, "timeline.fold", 1 },
  /* Alt+Left goes back, wherever the focus is. */
  { GDK_KEY_Left, GDK_CONTROL_MASK, "timeline.move", -1 },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "timeline.move", 1 },
  { GDK_KEY_KP_Left, GDK_CONTROL_MASK, "timeline.move", -1 },
  { GDK_KEY_KP_Right, GDK_CONTROL_MASK, "timeline.move", 1 },
  /* Screen readers grab Shift+Alt with arrows, and Insert. */
  { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.move-end", -1 },
  { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.move-end", 1 },
  { GDK_KEY_KP_Left, 0, "timeline.fold", -1 },
  { GDK_KEY_KP_Right, 0, "timeline.fold", 1 },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "timeline.scroll", -1 },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "timeline.scroll", 1 },
};

/* The keys that the menu and the tooltips of the header show. */
static const AcademyPageKey page_keys[] = {
  { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_t, 0, "timeline.today" },
  { GDK_KEY_Insert, 0, "timeline.add" },
  { GDK_KEY_KP_Insert, 0, "timeline.add" },
};

/**
 * academy_timeline_keys_bind:
 * @widget_class: the class of the view, with its actions
 *
 * Adds the keys that work while the focus is in the view.
 */
void
academy_timeline_keys_bind (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].argument != 0)
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, "i",
                                           keys[i].argument);
    else
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

/**
 * academy_timeline_keys_add_page:
 * @view: a view
 *
 * Adds the keys that work wherever the focus is on the page.
 */
void
academy_timeline_keys_add_page (GtkWidget *view)
{
  academy_page_keys_add (view, page_keys, G_N_ELEMENTS (page_keys));
}

/**
 * academy_timeline_keys_add_list:
 * @list: the list of the chart, or the column view of the table
 *
 * Adds the keys that work while the focus is in @list, instead of its own bindings.
 */
void
academy_timeline_keys_add_list (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (list_keys[i].key, list_keys[i].modifiers),
                                                gtk_named_action_new (list_keys[i].action));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (list_keys[i].argument));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (list, controller);
}

/**
 * academy_timeline_keys_focus:
 * @widget: the view or the chart
 * @direction: the direction
 *
 * Moves the focus through the children of @widget in their order: the header
 * before the rows, and the divider after them. Implements #GtkWidgetClass.focus().
 *
 * Returns: whether a child took the focus
 */
gboolean
academy_timeline_keys_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}
