/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-dialog-undo.h"

#include "academy-form.h"

/* A dialog with what is not saved yet undoes that: its keys must not undo the last
 * edit of the file behind it, which is not seen. */

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  academy_forms_undo_typing (gtk_widget_get_root (widget), FALSE);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  academy_forms_undo_typing (gtk_widget_get_root (widget), TRUE);
}

/**
 * academy_dialog_undo_install:
 * @widget_class: the class of a dialog
 * @undo: undoes what is not saved yet
 * @redo: does it again
 *
 * Installs actions in place of those of the window, which its keys activate.
 */
void
academy_dialog_undo_install (GtkWidgetClass              *widget_class,
                             GtkWidgetActionActivateFunc  undo,
                             GtkWidgetActionActivateFunc  redo)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
}

/**
 * academy_dialog_undo_install_typing:
 * @widget_class: the class of a dialog
 *
 * Has the keys undo typing in a dialog, and nothing else.
 */
void
academy_dialog_undo_install_typing (GtkWidgetClass *widget_class)
{
  academy_dialog_undo_install (widget_class, undo_action, redo_action);
}
