/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-page-keys.h"

#include <adwaita.h>

/* Who writes needs the keys, and what lies below a dialog is not meant. */
static gboolean
is_meant (GtkWidget *widget)
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
  return is_meant (widget) && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

/**
 * academy_page_keys_add:
 * @widget: a widget with actions
 * @keys: keys
 * @n_keys: how many
 *
 * Makes @keys work wherever the focus is while @widget is shown, but not in a
 * text field, and not in a dialog that lies over it.
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
