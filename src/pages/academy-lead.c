/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-lead.h"

struct _AcademyLead {
  AdwBin       parent_instance;

  /* Owned */
  AcademyItem *item;

  /* Borrowed */
  GtkLabel    *title;
  GtkLabel    *description;
};

G_DEFINE_FINAL_TYPE (AcademyLead, academy_lead, ADW_TYPE_BIN)

/**
 * AcademyLead:
 *
 * What a page is about: the title of an item in large letters, and its
 * description in the language of the interface.
 */

static void
update (AcademyLead *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (self->item, language);
  g_autofree char *description = academy_item_dup_in_language (self->item, "description", language);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description), description != NULL);
}

static GtkLabel *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static void
academy_lead_dispose (GObject *object)
{
  g_clear_object (&ACADEMY_LEAD (object)->item);

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

  self->title = create_label ("title-2");
  self->description = create_label ("dimmed");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->description));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * academy_lead_new:
 * @item: what the page is about
 *
 * Returns: (transfer floating): the lead
 */
GtkWidget *
academy_lead_new (AcademyItem *item)
{
  AcademyLead *self = g_object_new (ACADEMY_TYPE_LEAD, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
