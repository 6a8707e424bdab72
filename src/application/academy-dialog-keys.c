/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-dialog-keys.h"

/* A dialog does not propagate keys to its window, and so not to the accelerators
 * of the application. These actions work in dialogs too, so a controller with
 * their keys moves to the visible dialog. */
static const char * const actions[] = { "win.undo", "win.redo", "app.quit" };

static void
add_shortcuts (GtkShortcutController *controller,
               GtkApplication        *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto(GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        gtk_shortcut_controller_add_shortcut (controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[j]),
                                                                            gtk_named_action_new (actions[i])));
    }
}

/* Alert dialogs get no keys: they must be answered first. */
static void
dialog_changed_cb (AdwApplicationWindow *window,
                   GParamSpec           *pspec,
                   GtkEventController   *controller)
{
  GtkWidget *previous = gtk_event_controller_get_widget (controller);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (previous != NULL)
    gtk_widget_remove_controller (previous, controller);
  if (dialog == NULL || ADW_IS_ALERT_DIALOG (dialog) || application == NULL)
    return;

  if (g_list_model_get_n_items (G_LIST_MODEL (controller)) == 0)
    add_shortcuts (GTK_SHORTCUT_CONTROLLER (controller), application);
  gtk_widget_add_controller (GTK_WIDGET (dialog), g_object_ref (controller));
}

static void
unref_controller (gpointer  controller,
                  GClosure *closure)
{
  g_object_unref (controller);
}

/**
 * academy_dialog_keys_follow:
 * @window: a window of the application
 *
 * Adds the keys of actions that work in dialogs to the dialogs of @window.
 */
void
academy_dialog_keys_follow (AdwApplicationWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* A focused GtkText would take the keys for its own undo. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (window, "notify::visible-dialog", G_CALLBACK (dialog_changed_cb), controller, unref_controller, 0);
}
