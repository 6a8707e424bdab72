/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-place-row.h"

#include <glib/gi18n.h>

#define AVATAR_SIZE 28

struct _AcademyPlaceRow {
  GtkListBoxRow  parent_instance;

  /* Owned */
  char          *section;

  /* Borrowed */
  GtkBox        *box;
  AdwAvatar     *avatar;
  GtkLabel      *title;
  GtkLabel      *stage;
  GtkWidget     *mark;
};

G_DEFINE_FINAL_TYPE (AcademyPlaceRow, academy_place_row, GTK_TYPE_LIST_BOX_ROW)

/**
 * AcademyPlaceRow:
 *
 * A place in the sidebar: a page of the programme with its icon, or an
 * organisation with its initials, its stage, and a mark when measures are
 * overdue. The accessible text of the row has all of this.
 */

static void
describe (AcademyPlaceRow *self)
{
  const char *stage = gtk_label_get_label (self->stage);
  const char *overdue = gtk_widget_get_visible (self->mark) ? gtk_widget_get_tooltip_text (self->mark) : NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *text = NULL;

  if (*stage != '\0')
    g_strv_builder_add (builder, stage);
  if (overdue != NULL)
    g_strv_builder_add (builder, overdue);
  parts = g_strv_builder_end (builder);
  text = g_strjoinv (", ", parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static GtkLabel *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static void
academy_place_row_finalize (GObject *object)
{
  g_free (ACADEMY_PLACE_ROW (object)->section);

  G_OBJECT_CLASS (academy_place_row_parent_class)->finalize (object);
}

static void
academy_place_row_class_init (AcademyPlaceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_place_row_finalize;
}

static void
academy_place_row_init (AcademyPlaceRow *self)
{
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->title = create_label (NULL);
  self->stage = create_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->stage), "dimmed");
  gtk_widget_set_visible (GTK_WIDGET (self->stage), FALSE);
  self->mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->mark, "warning");
  gtk_widget_set_visible (self->mark, FALSE);

  gtk_widget_set_hexpand (labels, TRUE);
  gtk_widget_set_valign (labels, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (labels), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (labels), GTK_WIDGET (self->stage));
  gtk_box_append (self->box, labels);
  gtk_box_append (self->box, self->mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
}

/**
 * academy_place_row_new:
 * @section: the heading of the place
 * @icon: (nullable): its icon; without one the row shows the initials of its
 *   title
 *
 * Returns: (transfer floating): a row without a title
 */
GtkWidget *
academy_place_row_new (const char *section,
                       const char *icon)
{
  AcademyPlaceRow *self = g_object_new (ACADEMY_TYPE_PLACE_ROW, NULL);

  self->section = g_strdup (section);
  if (icon != NULL)
    {
      gtk_box_prepend (self->box, gtk_image_new_from_icon_name (icon));
    }
  else
    {
      self->avatar = g_object_new (ADW_TYPE_AVATAR, "size", AVATAR_SIZE, "show-initials", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_box_prepend (self->box, GTK_WIDGET (self->avatar));
    }

  return GTK_WIDGET (self);
}

/**
 * academy_place_row_get_section:
 * @self: a row
 *
 * Returns: (transfer none): the heading of the place
 */
const char *
academy_place_row_get_section (AcademyPlaceRow *self)
{
  return self->section;
}

/**
 * academy_place_row_set_title:
 * @self: a row
 * @title: a short name of the place
 * @tooltip: (nullable): its full name
 */
void
academy_place_row_set_title (AcademyPlaceRow *self,
                             const char      *title,
                             const char      *tooltip)
{
  gtk_label_set_label (self->title, title);
  if (self->avatar != NULL)
    adw_avatar_set_text (self->avatar, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * academy_place_row_set_stage:
 * @self: a row
 * @stage: the stage of the work there
 */
void
academy_place_row_set_stage (AcademyPlaceRow *self,
                             const char      *stage)
{
  gtk_label_set_label (self->stage, stage);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), *stage != '\0');
  describe (self);
}

/**
 * academy_place_row_set_overdue:
 * @self: a row
 * @overdue: the number of overdue measures there
 */
void
academy_place_row_set_overdue (AcademyPlaceRow *self,
                               gint64           overdue)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%d measure overdue", "%d measures overdue", overdue), (int) overdue);

  gtk_widget_set_tooltip_text (self->mark, text);
  gtk_widget_set_visible (self->mark, overdue > 0);
  describe (self);
}
