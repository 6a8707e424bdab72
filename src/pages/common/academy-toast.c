/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-toast.h"

#include <glib/gi18n-lib.h>

#include "academy-toast-focus.h"

#define ERROR_SECONDS 15

/* Data of an overlay. */
#define INNER        "academy-inner-overlay"
#define MESSAGE      "academy-message"
#define FILE_MESSAGE "academy-file-message"

/* The pages make room at their ends while there are toasts. */
static void
count_toasts (GtkWidget *overlay,
              int        change)
{
  int n_toasts = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (overlay), "academy-n-toasts")) + change;

  g_object_set_data (G_OBJECT (overlay), "academy-n-toasts", GINT_TO_POINTER (n_toasts));
  if (n_toasts > 0)
    gtk_widget_add_css_class (overlay, "toasted");
  else
    gtk_widget_remove_css_class (overlay, "toasted");
}

static void
dismissed_cb (GtkWidget *overlay)
{
  count_toasts (overlay, -1);
}

/* Returns the overlay around a widget, or the one within that takes its place. */
static GtkWidget *
find_overlay (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *inner = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), INNER) : NULL;

  return inner != NULL ? inner : overlay;
}

static void
map_cb (GtkWidget *inner)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (gtk_widget_get_parent (inner), ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL)
    return;

  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (overlay));
  g_object_set_data (G_OBJECT (overlay), INNER, inner);
}

static void
unmap_cb (GtkWidget *inner)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (gtk_widget_get_parent (inner), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL && g_object_get_data (G_OBJECT (overlay), INNER) == inner)
    g_object_set_data (G_OBJECT (overlay), INNER, NULL);
}

/**
 * academy_toast_take_place:
 * @inner: an overlay within that of a window
 *
 * Lets @inner show the toasts of the window while it is in sight, and dismisses those
 * of before when it comes into sight.
 */
void
academy_toast_take_place (AdwToastOverlay *inner)
{
  g_signal_connect (inner, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (inner, "unmap", G_CALLBACK (unmap_cb), NULL);
}

/* What is told now does not wait for what was told before, and that does not come back
 * after it; but for a file, about which more may be told. */
static void
replace_message (GtkWidget *overlay,
                 AdwToast  *toast)
{
  const char *kind = adw_toast_get_custom_title (toast) != NULL ? FILE_MESSAGE : MESSAGE;
  g_autoptr(AdwToast) before = g_object_steal_data (G_OBJECT (overlay), kind);

  g_object_set_data_full (G_OBJECT (overlay), kind, g_object_ref (toast), g_object_unref);
  if (before != NULL)
    adw_toast_dismiss (before);
}

static gboolean
close_dialog_cb (GtkWidget *child,
                 GVariant  *args,
                 gpointer   data)
{
  adw_dialog_close (ADW_DIALOG (gtk_widget_get_ancestor (child, ADW_TYPE_DIALOG)));
  return TRUE;
}

static void
remove_controller_cb (GtkEventController *controller)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);

  if (widget != NULL)
    gtk_widget_remove_controller (widget, controller);
}

/* The first Escape takes a toast away, and nothing else. Where that offers nothing, it
 * closes the dialog around it at once. */
static void
leave_escape (AdwToast        *toast,
              AdwToastOverlay *overlay)
{
  GtkEventController *controller;

  if (adw_toast_get_button_label (toast) != NULL || gtk_widget_get_ancestor (GTK_WIDGET (overlay), ADW_TYPE_DIALOG) == NULL)
    return;

  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_dialog_cb, NULL, NULL)));
  gtk_widget_add_controller (adw_toast_overlay_get_child (overlay), controller);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (remove_controller_cb), controller, G_CONNECT_SWAPPED);
}

static void
present (GtkWidget *widget,
         AdwToast  *toast,
         gboolean   is_error)
{
  GtkWidget *overlay;

  /* The window may have been closed since. */
  if (widget == NULL || gtk_widget_get_root (widget) == NULL)
    {
      g_object_unref (toast);
      return;
    }

  overlay = find_overlay (widget);
  g_return_if_fail (overlay != NULL);

  if (!is_error)
    replace_message (overlay, toast);

  academy_toast_focus_follow (toast, ADW_TOAST_OVERLAY (overlay));
  leave_escape (toast, ADW_TOAST_OVERLAY (overlay));
  count_toasts (overlay, 1);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/**
 * academy_toast_present:
 * @widget: a widget in the window that shows it
 * @toast: (transfer full): a toast
 *
 * Shows @toast instead of the message before. When it is dismissed with the focus in
 * it, the focus moves back.
 */
void
academy_toast_present (GtkWidget *widget,
                       AdwToast  *toast)
{
  present (widget, toast, FALSE);
}

static AdwToast *
create_toast (const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  return toast;
}

/**
 * academy_toast_show:
 * @widget: a widget in the window that shows it
 * @title: a message
 *
 * Shows a message as a toast.
 */
void
academy_toast_show (GtkWidget  *widget,
                    const char *title)
{
  academy_toast_present (widget, create_toast (title));
}

/**
 * academy_toast_show_refusal:
 * @widget: a widget in the window that shows it
 * @store: a store
 * @title: why something was not done
 *
 * Shows a message as a toast. The next edit dismisses it, so that it does not
 * stand over what is told about that.
 */
void
academy_toast_show_refusal (GtkWidget    *widget,
                            AcademyStore *store,
                            const char   *title)
{
  AdwToast *toast = create_toast (title);

  g_signal_connect_object (store, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  academy_toast_present (widget, toast);
}

/**
 * academy_toast_show_step:
 * @widget: a widget in the window that shows it
 * @store: a store
 * @title: a message about the edit
 * @button: the label of the button
 * @action: the action of the button
 * @target: (transfer floating): the target of @action
 *
 * Shows a toast about the last edit. The next edit dismisses it, so that its
 * button never acts on another edit than its text names. It comes before others,
 * which may be about earlier things.
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

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  g_signal_connect_object (store, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  academy_toast_present (widget, toast);
}

/**
 * academy_toast_show_undo:
 * @widget: a widget in the window that shows it
 * @store: a store
 * @title: a message about the last edit
 *
 * Shows a toast with a button that undoes the last edit.
 */
void
academy_toast_show_undo (GtkWidget    *widget,
                         AcademyStore *store,
                         const char   *title)
{
  academy_toast_show_step (widget, store, title, _("_Undo"), "win.undo-step",
                           g_variant_new_int64 (academy_store_get_last_step (store)));
}

/**
 * academy_toast_show_error:
 * @widget: a widget in the window that shows it
 * @error: (transfer none): an error
 *
 * Shows the message of @error as a toast that stays longer and comes before
 * others.
 */
void
academy_toast_show_error (GtkWidget *widget,
                          GError    *error)
{
  /* The message may contain a file name, which need not be UTF-8. */
  g_autofree char *message = g_utf8_make_valid (error->message, -1);
  AdwToast *toast = create_toast (message);

  adw_toast_set_timeout (toast, ERROR_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  present (widget, toast, TRUE);
}

/* Whether the error is a dismissed dialog or cancelled work. */
static gboolean
is_dismissal (GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/**
 * academy_toast_report:
 * @widget: a widget in the window that shows it
 * @error: the error of an asynchronous operation
 *
 * Shows @error, except when the user has cancelled.
 */
void
academy_toast_report (GtkWidget *widget,
                      GError    *error)
{
  if (!is_dismissal (error))
    academy_toast_show_error (widget, error);
}

/**
 * academy_toast_new_offer:
 * @title: the message
 * @button: the label of the button
 *
 * Returns: (transfer full): a toast that stays longer, to be shown by
 *   academy_toast_present()
 */
AdwToast *
academy_toast_new_offer (const char *title,
                         const char *button)
{
  AdwToast *toast = create_toast (title);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_timeout (toast, ERROR_SECONDS);

  return toast;
}
