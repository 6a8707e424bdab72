/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-text-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-toast.h"

struct _AcademyTextDialog {
  AdwDialog    parent_instance;

  /* Template children */
  GtkTextView *text_view;
};

G_DEFINE_FINAL_TYPE (AcademyTextDialog, academy_text_dialog, ADW_TYPE_DIALOG)

/**
 * AcademyTextDialog:
 *
 * A text to read and to copy.
 */

static void
copy_cb (AcademyTextDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  academy_toast_show (GTK_WIDGET (self->text_view), _("Copied"));
}

static void
academy_text_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_TEXT_DIALOG);

  G_OBJECT_CLASS (academy_text_dialog_parent_class)->dispose (object);
}

static void
academy_text_dialog_class_init (AcademyTextDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_text_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-text-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyTextDialog, text_view);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
academy_text_dialog_init (AcademyTextDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_text_dialog_new:
 * @title: the title of the dialog
 * @text: the text
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_text_dialog_new (const char *title,
                         const char *text)
{
  AcademyTextDialog *self = g_object_new (ACADEMY_TYPE_TEXT_DIALOG, "title", title, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return ADW_DIALOG (self);
}
