/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-list-dialog.h"

#include "academy-click.h"
#include "academy-item-dialog.h"
#include "academy-item-row.h"
#include "academy-page-keys.h"
#include "academy-typing.h"

struct _AcademyListDialog {
  AdwDialog           parent_instance;

  /* Template children */
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;

  /* Owned */
  AcademyStore       *store;
  AcademyList        *list;
  GtkSingleSelection *selection;
  char               *owner;

  gboolean            is_chooser;
};

enum {
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyListDialog, academy_list_dialog, ADW_TYPE_DIALOG)

static guint signals[N_SIGNALS];

/**
 * AcademyListDialog:
 *
 * All items of one kind of an owner, with a search. It reads only the visible
 * rows, so it works with thousands. A row opens its item, or in a chooser chooses
 * it.
 *
 * Keys: typing searches, Enter takes the first item found; Tab moves to the list.
 */

static void
activate_cb (AcademyListDialog *self,
             guint              position)
{
  g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;

  if (!self->is_chooser)
    {
      academy_item_dialog_open (GTK_WIDGET (self->list_view), item, self->store);
      return;
    }

  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, item);
  g_object_unref (self);
}

static void
stop_search_cb (AcademyListDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
search_changed_cb (AcademyListDialog *self)
{
  academy_list_set_query (self->list, &(AcademyQuery) {
    .owner = self->owner,
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
  });
}

/* Search at once: Enter may come before the delayed search. */
static void
search_activate_cb (AcademyListDialog *self)
{
  search_changed_cb (self);
  activate_cb (self, 0);
}

static void
items_changed_cb (AcademyListDialog *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "empty");
}

static void
academy_list_dialog_dispose (GObject *object)
{
  AcademyListDialog *self = ACADEMY_LIST_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_LIST_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_pointer (&self->owner, g_free);

  G_OBJECT_CLASS (academy_list_dialog_parent_class)->dispose (object);
}

static void
academy_list_dialog_class_init (AcademyListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_list_dialog_dispose;

  /**
   * AcademyListDialog::chosen:
   * @self: a chooser
   * @item: the chosen item
   *
   * Emitted when an item is chosen. The dialog has closed.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyListDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AcademyListDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyListDialog, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
academy_list_dialog_init (AcademyListDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_typing_clean_line (GTK_EDITABLE (self->search_entry));
  academy_page_keys_add_search (GTK_WIDGET (self), GTK_WIDGET (self->search_entry));
  academy_click_activates (self->list_view);
}

/**
 * academy_list_dialog_new:
 * @store: a store
 * @kind: the kind of the items
 * @owner: (nullable): the id of the owner of the items, or %NULL for all
 * @title: the title of the dialog
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_list_dialog_new (AcademyStore      *store,
                         const AcademyKind *kind,
                         const char        *owner,
                         const char        *title)
{
  AcademyListDialog *self = g_object_new (ACADEMY_TYPE_LIST_DIALOG, "title", title, NULL);
  g_autoptr(GtkListItemFactory) factory = academy_item_row_factory_new (store);

  self->store = g_object_ref (store);
  self->owner = g_strdup (owner);
  self->list = academy_list_new (store, kind, owner);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  items_changed_cb (self);

  return ADW_DIALOG (self);
}

/**
 * academy_list_dialog_new_chooser:
 * @store: a store
 * @kind: the kind of the items
 * @title: the title of the dialog
 *
 * Returns: (transfer floating): a dialog to choose one of all items of @kind, which
 *   emits #AcademyListDialog::chosen
 */
AdwDialog *
academy_list_dialog_new_chooser (AcademyStore      *store,
                                 const AcademyKind *kind,
                                 const char        *title)
{
  AdwDialog *self = academy_list_dialog_new (store, kind, NULL, title);

  ACADEMY_LIST_DIALOG (self)->is_chooser = TRUE;
  return self;
}
