/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-item-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-commands.h"
#include "academy-discard.h"
#include "academy-form.h"
#include "academy-section.h"

struct _AcademyItemDialog {
  AdwDialog     parent_instance;

  /* Template children */
  GtkBox       *content;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;

  /* Borrowed */
  AcademyForm  *form;
  GtkWidget    *opener;
};

G_DEFINE_FINAL_TYPE (AcademyItemDialog, academy_item_dialog, ADW_TYPE_DIALOG)

/**
 * AcademyItemDialog:
 *
 * One item with its parts: its form, a section for each kind that belongs to
 * it, and a button to delete it. What is typed is saved by itself.
 */

static void
delete_cb (AcademyItemDialog *self)
{
  GtkWidget *opener = self->opener;
  g_autoptr(AcademyStore) store = g_object_ref (self->store);
  g_autoptr(AcademyItem) item = g_object_ref (self->item);

  if (opener != NULL && academy_command_delete (opener, store, item))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
discard (GtkWidget *widget)
{
  adw_dialog_force_close (ADW_DIALOG (widget));
}

static void
academy_item_dialog_close_attempt (AdwDialog *dialog)
{
  if (academy_form_flush (ACADEMY_ITEM_DIALOG (dialog)->form))
    adw_dialog_force_close (dialog);
  else
    academy_discard_ask (GTK_WIDGET (dialog), discard);
}

/* What is no longer there cannot be edited. */
static void
changed_cb (AcademyItemDialog *self,
            AcademyChanges    *changes)
{
  const AcademyChange *change = academy_changes_find (changes, academy_item_get_id (self->item));

  if (change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    {
      academy_form_set_item (self->form, NULL);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

static void
academy_item_dialog_dispose (GObject *object)
{
  AcademyItemDialog *self = ACADEMY_ITEM_DIALOG (object);

  g_clear_weak_pointer (&self->opener);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ITEM_DIALOG);
  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_item_dialog_parent_class)->dispose (object);
}

static void
academy_item_dialog_class_init (AcademyItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_item_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = academy_item_dialog_close_attempt;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyItemDialog, content);
}

static void
academy_item_dialog_init (AcademyItemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_parts (AcademyItemDialog *self)
{
  for (const AcademyKind * const *part = academy_kinds (); *part != NULL; part++)
    {
      const AcademyField *owner = academy_kind_get_owner (*part);

      if (((*part)->flags & ACADEMY_KIND_MANY) == 0 &&
          owner != NULL && g_str_equal (owner->target, academy_item_get_kind (self->item)->name))
        gtk_box_append (self->content,
                        academy_section_new (self->store, *part, academy_item_get_id (self->item),
                                             _((*part)->plural_label), _("Nothing here yet")));
    }
}

static void
add_delete_button (AcademyItemDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _(academy_item_get_kind (self->item)->remove));
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_sensitive (button, !academy_store_is_read_only (self->store));
  g_signal_connect_object (button, "activated", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  gtk_box_append (self->content, group);
}

/**
 * academy_item_dialog_new:
 * @store: a store
 * @item: the item to show
 * @opener: (transfer none): the widget that opens the dialog, where the toast
 *   with Undo is shown
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_item_dialog_new (AcademyStore *store,
                         AcademyItem  *item,
                         GtkWidget    *opener)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  AcademyItemDialog *self = g_object_new (ACADEMY_TYPE_ITEM_DIALOG, "title", _(kind->label), NULL);

  self->store = g_object_ref (store);
  self->item = g_object_ref (item);
  g_set_weak_pointer (&self->opener, opener);

  self->form = ACADEMY_FORM (academy_form_new (store, kind));
  gtk_box_append (self->content, GTK_WIDGET (self->form));
  academy_form_set_item (self->form, item);
  /* What stands by itself has pages for its parts. */
  if (academy_kind_get_owner (kind) != NULL)
    {
      add_parts (self);
      add_delete_button (self);
    }
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
