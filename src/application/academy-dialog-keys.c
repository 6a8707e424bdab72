/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-dialog-keys.h"

/* No key comes from a dialog to the window below it, and so none to the
 * accelerators of the application: what is done in a dialog as well has its keys
 * there again. */
static const char * const actions[] = { "win.undo", "win.redo", "app.quit" };

static GtkEventController *
create_controller (GtkApplication *application)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* A text would keep them for an undo of its own. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto(GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                              gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[j]),
                                                                gtk_named_action_new (actions[i])));
    }

  return controller;
}

/* A question is answered first. */
static void
dialog_changed_cb (AdwApplicationWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (dialog == NULL || ADW_IS_ALERT_DIALOG (dialog) || application == NULL ||
      g_object_get_data (G_OBJECT (dialog), "academy-dialog-keys") != NULL)
    return;

  g_object_set_data (G_OBJECT (dialog), "academy-dialog-keys", window);
  gtk_widget_add_controller (GTK_WIDGET (dialog), create_controller (application));
}

/**
 * academy_dialog_keys_follow:
 * @window: a window of the application
 *
 * Gives the dialogs of @window the keys that work in them as well.
 */
void
academy_dialog_keys_follow (AdwApplicationWindow *window)
{
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (dialog_changed_cb), NULL);
}
