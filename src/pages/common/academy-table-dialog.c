/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-descendant.h"
#include "academy-discard.h"
#include "academy-form.h"
#include "academy-table-pane.h"
#include "academy-table.h"

struct _AcademyTableDialog {
  AdwDialog            parent_instance;

  /* Template children */
  AdwToolbarView      *view;
  AdwWindowTitle      *title;

  AcademyTableSubject  subject;
};

G_DEFINE_FINAL_TYPE (AcademyTableDialog, academy_table_dialog, ADW_TYPE_DIALOG)

/**
 * AcademyTableDialog:
 *
 * The items of one kind of an owner, which a page shows as a list, as a table: to edit
 * many of them, to sort and filter them, and to copy them.
 */

static void
academy_table_dialog_close_attempt (AdwDialog *dialog)
{
  if (academy_forms_flush (GTK_WIDGET (dialog)))
    adw_dialog_force_close (dialog);
  else
    academy_discard_ask_about_errors (GTK_WIDGET (dialog), academy_discard_close);
}

static void
academy_table_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_TABLE_DIALOG);

  G_OBJECT_CLASS (academy_table_dialog_parent_class)->dispose (object);
}

static void
academy_table_dialog_class_init (AcademyTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_table_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = academy_table_dialog_close_attempt;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyTableDialog, view);
  gtk_widget_class_bind_template_child (widget_class, AcademyTableDialog, title);
}

static void
academy_table_dialog_init (AcademyTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_table_dialog_new:
 * @store: a store
 * @kind: the kind of the items
 * @owner: the owner of the items
 * @title: the title of the dialog
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_table_dialog_new (AcademyStore      *store,
                          const AcademyKind *kind,
                          AcademyItem       *owner,
                          const char        *title)
{
  AcademyTableDialog *self = g_object_new (ACADEMY_TYPE_TABLE_DIALOG, "title", title, NULL);
  g_autofree char *name = academy_item_dup_title (owner, academy_language_get_default ());
  GtkWidget *pane;

  self->subject = (AcademyTableSubject) {
    .kind = kind,
    .icon = "view-list-bullet-symbolic",
    .none = N_("Nothing here yet"),
    .why = kind->prompt != NULL ? kind->prompt : kind->plural_label,
    .add = kind->add,
    .paste = N_("Paste (Ctrl+V)"),
  };
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, name);
  pane = academy_table_pane_new (store, owner, &self->subject);
  adw_toolbar_view_set_content (self->view, pane);
  adw_dialog_set_focus (ADW_DIALOG (self), academy_descendant_find (pane, ACADEMY_TYPE_TABLE));

  return ADW_DIALOG (self);
}
