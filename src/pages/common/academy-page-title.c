/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-page-title.h"

#include <glib/gi18n-lib.h>

#include "academy-item-dialog.h"

struct _AcademyPageTitle {
  AdwBin        parent_instance;

  /* Template children */
  GtkLabel     *title;
  GtkLabel     *subtitle;
  GtkLabel     *description;
  GtkWidget    *button;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;
  GSignalGroup *item_signals;

  gboolean      title_only;
};

G_DEFINE_FINAL_TYPE (AcademyPageTitle, academy_page_title, ADW_TYPE_BIN)

/**
 * AcademyPageTitle:
 *
 * The heading of a page: the title of an item in large letters, its subtitle, its
 * description in the language of the interface, and a button that opens its form.
 */

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update (AcademyPageTitle *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (self->item, language);
  g_autofree char *subtitle = academy_item_dup_subtitle (self->item, language);
  g_autofree char *description = academy_item_dup_in_language (self->item, "description", language);

  gtk_label_set_label (self->title, title);
  set_text (self->subtitle, self->title_only ? NULL : subtitle);
  set_text (self->description, self->title_only ? NULL : description);
}

static void
edit_cb (AcademyPageTitle *self)
{
  adw_dialog_present (academy_item_dialog_new (self->store, self->item, GTK_WIDGET (self)), GTK_WIDGET (self));
}

static void
academy_page_title_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PAGE_TITLE);
  g_clear_object (&ACADEMY_PAGE_TITLE (object)->item_signals);
  g_clear_object (&ACADEMY_PAGE_TITLE (object)->item);
  g_clear_object (&ACADEMY_PAGE_TITLE (object)->store);

  G_OBJECT_CLASS (academy_page_title_parent_class)->dispose (object);
}

static void
academy_page_title_class_init (AcademyPageTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_page_title_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-page-title.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPageTitle, title);
  gtk_widget_class_bind_template_child (widget_class, AcademyPageTitle, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AcademyPageTitle, description);
  gtk_widget_class_bind_template_child (widget_class, AcademyPageTitle, button);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
academy_page_title_init (AcademyPageTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (ACADEMY_TYPE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (update), self);
}

static GtkWidget *
create (AcademyStore *store,
        AcademyItem  *item,
        gboolean      title_only)
{
  AcademyPageTitle *self = g_object_new (ACADEMY_TYPE_PAGE_TITLE, NULL);

  gtk_widget_set_tooltip_text (self->button, _(academy_item_get_kind (item)->change));
  gtk_widget_set_visible (self->button, store != NULL);
  g_set_object (&self->store, store);
  self->title_only = title_only;
  academy_page_title_set_item (self, item);

  return GTK_WIDGET (self);
}

/**
 * academy_page_title_new:
 * @store: (nullable): the store of @item; without one there is no button
 * @item: the subject of the page
 *
 * Returns: (transfer floating): the heading
 */
GtkWidget *
academy_page_title_new (AcademyStore *store,
                        AcademyItem  *item)
{
  return create (store, item, FALSE);
}

/**
 * academy_page_title_new_title_only:
 * @item: the subject of the page, which another page describes
 *
 * Returns: (transfer floating): the heading, with nothing but the title
 */
GtkWidget *
academy_page_title_new_title_only (AcademyItem *item)
{
  return create (NULL, item, TRUE);
}

/**
 * academy_page_title_set_item:
 * @self: a title
 * @item: another item of the same kind
 *
 * Shows @item.
 */
void
academy_page_title_set_item (AcademyPageTitle *self,
                             AcademyItem      *item)
{
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  update (self);
}
