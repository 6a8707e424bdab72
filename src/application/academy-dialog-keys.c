/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-dialog-keys.h"

/* A dialog does not propagate keys to its window, and so not to the accelerators
 * of the application. These actions work in dialogs too, so their keys are added
 * there. */
static const char * const actions[] = { "win.undo", "win.redo", "app.quit" };

static GtkEventController *
create_controller (GtkApplication *application)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* A text would take the keys for its own undo. */
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

/* Alert dialogs get no keys: they must be answered first. */
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
 * Adds the keys of actions that work in dialogs to each dialog of @window.
 */
void
academy_dialog_keys_follow (AdwApplicationWindow *window)
{
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (dialog_changed_cb), NULL);
}
