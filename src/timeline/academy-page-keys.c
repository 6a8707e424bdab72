/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-page-keys.h"

#include <adwaita.h>

/* The keys do nothing behind a dialog. */
static gboolean
is_in_front (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *dialog = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) : NULL;

  return gtk_widget_get_mapped (widget) &&
         (dialog == NULL || dialog == widget || gtk_widget_is_ancestor (widget, dialog));
}

static gboolean
is_in_text (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *action,
        gpointer   data)
{
  return is_in_front (widget) && !is_in_text (widget) &&
         gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

static gboolean
search_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   entry)
{
  if (!is_in_front (widget) || !gtk_widget_get_mapped (entry))
    return FALSE;

  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  return TRUE;
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

/**
 * academy_page_keys_add_search:
 * @widget: a page, a part of one or a dialog
 * @entry: (transfer none): the search entry in it
 *
 * Makes Ctrl+F go to @entry wherever the focus is while @entry is mapped, also in a
 * text field, but not in a dialog above @widget.
 */
void
academy_page_keys_add_search (GtkWidget *widget,
                              GtkWidget *entry)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (search_cb, entry, NULL)));
  /* No key of a dialog comes to its window. */
  if (!ADW_IS_DIALOG (widget))
    gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_widget_add_controller (widget, controller);
}
