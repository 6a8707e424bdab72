/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-item-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-discard.h"
#include "academy-item-page.h"
#include "academy-privacy.h"
#include "academy-toast.h"

struct _AcademyItemDialog {
  AdwDialog          parent_instance;

  /* Template children */
  AdwNavigationView *view;

  /* Owned */
  AcademyStore      *store;
};

G_DEFINE_FINAL_TYPE (AcademyItemDialog, academy_item_dialog, ADW_TYPE_DIALOG)

/**
 * AcademyItemDialog:
 *
 * Items on a stack of pages: a goal, and on it one of its indicators.
 *
 * Keys: Escape and Alt+Left go back one page; Escape on the first page closes.
 */

static AcademyItemPage *
get_page (AcademyItemDialog *self)
{
  return ACADEMY_ITEM_PAGE (adw_navigation_view_get_visible_page (self->view));
}

static gboolean
flush (AcademyItemDialog *self)
{
  g_autoptr(GListModel) pages = G_LIST_MODEL (adw_navigation_view_get_navigation_stack (self->view));
  gboolean saved = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr(AcademyItemPage) page = g_list_model_get_item (pages, i);

      saved = academy_form_flush (academy_item_page_get_form (page)) && saved;
    }

  return saved;
}

static void
academy_item_dialog_close_attempt (AdwDialog *dialog)
{
  if (flush (ACADEMY_ITEM_DIALOG (dialog)))
    adw_dialog_force_close (dialog);
  else
    academy_discard_ask_about_errors (GTK_WIDGET (dialog), academy_discard_close);
}

static gboolean
pop (AcademyItemDialog *self)
{
  return adw_navigation_view_pop (self->view);
}

static void
discard_page (GtkWidget *widget)
{
  pop (ACADEMY_ITEM_DIALOG (widget));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyItemDialog *self = ACADEMY_ITEM_DIALOG (widget);

  if (adw_navigation_view_get_previous_page (self->view, ADW_NAVIGATION_PAGE (get_page (self))) == NULL)
    adw_dialog_close (ADW_DIALOG (self));
  else if (academy_form_flush (academy_item_page_get_form (get_page (self))))
    pop (self);
  else
    academy_discard_ask_about_errors (widget, discard_page);
}

/* Pops the page of a deleted item, and the pages on it. */
static void
changed_cb (AcademyItemDialog *self,
            AcademyChanges    *changes)
{
  g_autoptr(GListModel) pages = G_LIST_MODEL (adw_navigation_view_get_navigation_stack (self->view));
  g_autoptr(AcademyItemPage) below = NULL;
  gboolean is_gone = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr(AcademyItemPage) page = g_list_model_get_item (pages, i);
      const AcademyChange *change =
        academy_changes_find (changes, academy_item_get_id (academy_item_page_get_item (page)));

      is_gone = is_gone || (change != NULL && change->type == ACADEMY_CHANGE_REMOVED);
      if (is_gone)
        academy_form_set_item (academy_item_page_get_form (page), NULL);
      else
        g_set_object (&below, page);
    }

  if (is_gone && below != NULL)
    adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (below));
  else if (is_gone)
    adw_dialog_force_close (ADW_DIALOG (self));
}

/* The signal is emitted from the top page down, so the focus ends up in the page
 * below. */
static void
popped_cb (AcademyItemDialog *self,
           AdwNavigationPage *page)
{
  academy_item_page_return (ACADEMY_ITEM_PAGE (page));
}

static void
closed_cb (AcademyItemPage *page)
{
  academy_item_page_return (page);
}

static void
visible_page_cb (AcademyItemDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  if (page != NULL)
    adw_dialog_set_title (ADW_DIALOG (self), adw_navigation_page_get_title (page));
}

static void
academy_item_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ITEM_DIALOG);
  g_clear_object (&ACADEMY_ITEM_DIALOG (object)->store);

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
  gtk_widget_class_bind_template_child (widget_class, AcademyItemDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);

  gtk_widget_class_install_action (widget_class, "item.back", NULL, back_action);
}

static void
academy_item_dialog_init (AcademyItemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_item_dialog_new:
 * @store: a store
 * @item: the item to show; one of @store or a draft
 * @opener: (transfer none): the widget that opens the dialog, and shows the toast
 *   with Undo
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_item_dialog_new (AcademyStore *store,
                         AcademyItem  *item,
                         GtkWidget    *opener)
{
  AcademyItemDialog *self = g_object_new (ACADEMY_TYPE_ITEM_DIALOG, NULL);
  AcademyItemPage *page = academy_item_page_new (store, item, opener);

  self->store = g_object_ref (store);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
  g_signal_connect_object (self, "closed", G_CALLBACK (closed_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}

/**
 * academy_item_dialog_open_at:
 * @opener: the widget that opens it
 * @item: the item to show; one of @store or a draft
 * @store: a store
 * @field: (nullable): the name of the field that has the focus first, as a constant
 *
 * Shows @item on top of the item that contains @opener, or else in a dialog of
 * its own. Says so instead when others see the screen and @item is private.
 */
void
academy_item_dialog_open_at (GtkWidget    *opener,
                             AcademyItem  *item,
                             AcademyStore *store,
                             const char   *field)
{
  GtkWidget *ancestor = gtk_widget_get_ancestor (opener, ACADEMY_TYPE_ITEM_DIALOG);
  AcademyItemDialog *dialog;
  AcademyItemPage *page;

  if (academy_privacy_hides (store, item))
    {
      academy_toast_show (opener, _("Private things are hidden while the session goes on"));
      return;
    }
  if (ancestor == NULL)
    {
      dialog = ACADEMY_ITEM_DIALOG (academy_item_dialog_new (store, item, opener));
      academy_item_page_set_first (get_page (dialog), field);
      adw_dialog_present (ADW_DIALOG (dialog), opener);
      return;
    }

  page = academy_item_page_new (store, item, opener);
  academy_item_page_set_first (page, field);
  academy_item_page_add_back (page);
  adw_navigation_view_push (ACADEMY_ITEM_DIALOG (ancestor)->view, ADW_NAVIGATION_PAGE (page));
}

/**
 * academy_item_dialog_open:
 * @opener: the widget that opens it
 * @item: the item to show; one of @store or a draft
 * @store: a store
 *
 * Shows @item; see academy_item_dialog_open_at().
 */
void
academy_item_dialog_open (GtkWidget    *opener,
                          AcademyItem  *item,
                          AcademyStore *store)
{
  academy_item_dialog_open_at (opener, item, store, NULL);
}
