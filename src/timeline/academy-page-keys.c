/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-page-keys.h"

#include <adwaita.h>

/* The keys do nothing in a text field, and nothing behind a dialog. */
static gboolean
is_active (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *dialog;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (focus == NULL)
    return TRUE;

  dialog = gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG);
  return !GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus) && (dialog == NULL || gtk_widget_is_ancestor (widget, dialog));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *action,
        gpointer   data)
{
  return is_active (widget) && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

/**
 * academy_page_keys_add:
 * @widget: a widget with actions
 * @keys: keys
 * @n_keys: the number of @keys
 *
 * Makes @keys work wherever the focus is while @widget is mapped, except in a text
 * field and in a dialog above @widget.
 */
void
academy_page_keys_add (GtkWidget            *widget,
                       const AcademyPageKey *keys,
                       guint                 n_keys)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < n_keys; i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                gtk_callback_action_new (key_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_widget_add_controller (widget, controller);
}
