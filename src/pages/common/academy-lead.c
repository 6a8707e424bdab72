/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-lead.h"

#include <glib/gi18n-lib.h>

#include "academy-heading.h"
#include "academy-item-dialog.h"

struct _AcademyLead {
  AdwBin        parent_instance;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;

  /* Borrowed */
  GtkLabel     *title;
  GtkLabel     *subtitle;
  GtkLabel     *description;
  GtkWidget    *button;
};

G_DEFINE_FINAL_TYPE (AcademyLead, academy_lead, ADW_TYPE_BIN)

/**
 * AcademyLead:
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
update (AcademyLead *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (self->item, language);
  g_autofree char *subtitle = academy_item_dup_subtitle (self->item, language);
  g_autofree char *description = academy_item_dup_in_language (self->item, "description", language);

  gtk_label_set_label (self->title, title);
  set_text (self->subtitle, subtitle);
  set_text (self->description, description);
}

static GtkLabel *
set_up_label (GtkWidget  *label,
              const char *css_class)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static void
edit_cb (AcademyLead *self)
{
  adw_dialog_present (academy_item_dialog_new (self->store, self->item, GTK_WIDGET (self)), GTK_WIDGET (self));
}

static void
academy_lead_dispose (GObject *object)
{
  g_clear_object (&ACADEMY_LEAD (object)->item);
  g_clear_object (&ACADEMY_LEAD (object)->store);

  G_OBJECT_CLASS (academy_lead_parent_class)->dispose (object);
}

static void
academy_lead_class_init (AcademyLeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_lead_dispose;
}

static void
academy_lead_init (AcademyLead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = set_up_label (academy_heading_new (NULL, 1), "title-2");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->subtitle = set_up_label (gtk_label_new (NULL), "body");
  self->description = set_up_label (gtk_label_new (NULL), "dimmed");
  self->button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (heading), self->button);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->subtitle));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->description));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * academy_lead_new:
 * @store: (nullable): the store of @item; without one there is no button
 * @item: the subject of the page
 *
 * Returns: (transfer floating): the heading
 */
GtkWidget *
academy_lead_new (AcademyStore *store,
                  AcademyItem  *item)
{
  AcademyLead *self = g_object_new (ACADEMY_TYPE_LEAD, NULL);

  gtk_widget_set_tooltip_text (self->button, _(academy_item_get_kind (item)->change));
  gtk_widget_set_visible (self->button, store != NULL);
  g_set_object (&self->store, store);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
