/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-file-toast.h"

#include <glib/gi18n-lib.h>

#include "academy-toast.h"

#define SECONDS 15

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GtkWidget) widget = data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    academy_toast_report (widget, error);
}

static void
folder_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(GtkWidget) widget = data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    academy_toast_report (widget, error);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
open_cb (GtkWidget *widget,
         AdwToast  *toast)
{
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (g_object_get_data (G_OBJECT (toast), "file"));

  gtk_file_launcher_launch (launcher, get_window (widget), NULL, opened_cb, g_object_ref (widget));
}

static void
show_in_folder_cb (GtkWidget *widget,
                   GtkWidget *button)
{
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (g_object_get_data (G_OBJECT (button), "file"));

  gtk_file_launcher_open_containing_folder (launcher, get_window (widget), NULL, folder_opened_cb, g_object_ref (widget));
}

/* Puts a second button into the title, since a toast has only one. */
static GtkWidget *
create_title (GtkWidget  *widget,
              const char *title,
              GFile      *file)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (button, _("Show in folder"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_in_folder_cb), widget, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

/**
 * academy_file_toast_show:
 * @widget: the widget that shows the toast
 * @title: a message with the name of the file
 * @path: (type filename): the file
 *
 * Tells that a file was written, and offers to open it or its folder.
 */
void
academy_file_toast_show (GtkWidget  *widget,
                         const char *title,
                         const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, create_title (widget, title, file));
  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_timeout (toast, SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), widget, G_CONNECT_SWAPPED);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  academy_toast_present (widget, toast);
}
