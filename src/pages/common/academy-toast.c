/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-toast.h"

#include <glib/gi18n-lib.h>

#include "academy-toast-focus.h"

#define ERROR_SECONDS 15

/**
 * academy_toast_present:
 * @widget: where it is shown
 * @toast: (transfer full): a toast
 *
 * When the focus is in the toast as it goes, it goes back to where it was.
 */
void
academy_toast_present (GtkWidget *widget,
                       AdwToast  *toast)
{
  GtkWidget *overlay;

  /* The window may have been closed while something took its time. */
  if (widget == NULL || gtk_widget_get_root (widget) == NULL)
    {
      g_object_unref (toast);
      return;
    }

  overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_return_if_fail (overlay != NULL);

  academy_toast_focus_follow (toast, ADW_TOAST_OVERLAY (overlay));
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static AdwToast *
create_toast (const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  return toast;
}

void
academy_toast_show (GtkWidget  *widget,
                    const char *title)
{
  academy_toast_present (widget, create_toast (title));
}

/**
 * academy_toast_show_step:
 * @widget: where the toast is shown
 * @store: a store
 * @title: what was done
 * @button: what is offered
 * @action: the action of the button
 * @target: (transfer floating): its target
 *
 * For what is offered right after an edit: with the next one the toast goes, so
 * that its button never means another edit than its text.
 */
void
academy_toast_show_step (GtkWidget    *widget,
                         AcademyStore *store,
                         const char   *title,
                         const char   *button,
                         const char   *action,
                         GVariant     *target)
{
  AdwToast *toast = create_toast (title);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  g_signal_connect_object (store, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  academy_toast_present (widget, toast);
}

/* With a button that takes back the last edit. */
void
academy_toast_show_undo (GtkWidget    *widget,
                         AcademyStore *store,
                         const char   *title)
{
  academy_toast_show_step (widget, store, title, _("_Undo"), "win.undo-step",
                           g_variant_new_int64 (academy_store_get_last_step (store)));
}

void
academy_toast_show_error (GtkWidget *widget,
                          GError    *error)
{
  /* It may name a file, whose name need not be text. */
  g_autofree char *message = g_utf8_make_valid (error->message, -1);
  AdwToast *toast = create_toast (message);

  adw_toast_set_timeout (toast, ERROR_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  academy_toast_present (widget, toast);
}

/* A dialog that was closed, or work that was cancelled. */
static gboolean
is_dismissal (GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/**
 * academy_toast_report:
 * @widget: where the toast is shown
 * @error: why something that takes its time was not done
 *
 * Shows @error; but nobody is told that they cancelled.
 */
void
academy_toast_report (GtkWidget *widget,
                      GError    *error)
{
  if (!is_dismissal (error))
    academy_toast_show_error (widget, error);
}

static void
button_clicked_cb (GtkWidget *widget,
                   AdwToast  *toast)
{
  gtk_widget_activate_action (widget, g_object_get_data (G_OBJECT (toast), "action"), NULL);
}

/**
 * academy_toast_show_button:
 * @widget: the widget that has the action
 * @title: what happened
 * @button: what is offered
 * @action: the action of the button
 *
 * Returns: (transfer none): the toast, until it is gone
 */
AdwToast *
academy_toast_show_button (GtkWidget  *widget,
                           const char *title,
                           const char *button,
                           const char *action)
{
  AdwToast *toast = create_toast (title);

  g_object_set_data_full (G_OBJECT (toast), "action", g_strdup (action), g_free);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_timeout (toast, ERROR_SECONDS);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (button_clicked_cb), widget, G_CONNECT_SWAPPED);
  academy_toast_present (widget, toast);

  return toast;
}
