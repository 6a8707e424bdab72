/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-file-toast.h"

#include <glib/gi18n-lib.h>

#include "academy-toast.h"

#define SECONDS 15

#define ACADEMY_TYPE_FILE_TOAST (academy_file_toast_get_type ())

G_DECLARE_FINAL_TYPE (AcademyFileToast, academy_file_toast, ACADEMY, FILE_TOAST, AdwBin)

struct _AcademyFileToast {
  AdwBin     parent_instance;

  /* Template children */
  GtkLabel  *title;

  /* Owned */
  GFile     *file;

  /* Borrowed */
  GtkWidget *widget;
};

G_DEFINE_FINAL_TYPE (AcademyFileToast, academy_file_toast, ADW_TYPE_BIN)

/**
 * AcademyFileToast:
 *
 * The title of a toast about a file, with a second button, since an #AdwToast has
 * only one.
 */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(AcademyFileToast) self = data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    academy_toast_report (self->widget, error);
}

static void
folder_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(AcademyFileToast) self = data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    academy_toast_report (self->widget, error);
}

static GtkWindow *
get_window (AcademyFileToast *self)
{
  return self->widget != NULL ? GTK_WINDOW (gtk_widget_get_root (self->widget)) : NULL;
}

static void
open_cb (AcademyFileToast *self)
{
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (self->file);

  gtk_file_launcher_launch (launcher, get_window (self), NULL, opened_cb, g_object_ref (self));
}

static void
show_in_folder_cb (AcademyFileToast *self)
{
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (self->file);

  gtk_file_launcher_open_containing_folder (launcher, get_window (self), NULL, folder_opened_cb, g_object_ref (self));
}

static void
academy_file_toast_dispose (GObject *object)
{
  AcademyFileToast *self = ACADEMY_FILE_TOAST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACADEMY_TYPE_FILE_TOAST);
  g_clear_object (&self->file);
  g_clear_weak_pointer (&self->widget);

  G_OBJECT_CLASS (academy_file_toast_parent_class)->dispose (object);
}

static void
academy_file_toast_class_init (AcademyFileToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_file_toast_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-file-toast.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyFileToast, title);
  gtk_widget_class_bind_template_callback (widget_class, show_in_folder_cb);
}

static void
academy_file_toast_init (AcademyFileToast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  AcademyFileToast *self = g_object_new (ACADEMY_TYPE_FILE_TOAST, NULL);
  AdwToast *toast = adw_toast_new ("");

  self->file = g_file_new_for_path (path);
  g_set_weak_pointer (&self->widget, widget);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  adw_toast_set_custom_title (toast, GTK_WIDGET (self));
  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_timeout (toast, SECONDS);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  academy_toast_present (widget, toast);
}
