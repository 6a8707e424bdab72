/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-place-row.h"

#include <glib/gi18n.h>

struct _AcademyPlaceRow {
  GtkListBoxRow  parent_instance;

  /* Template children */
  GtkImage      *icon;
  AdwAvatar     *avatar;
  GtkLabel      *title;
  GtkLabel      *stage;
  GtkWidget     *mark;

  /* Owned */
  char          *place;
  char          *section;
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
  const char *late = gtk_widget_get_visible (self->mark) ? gtk_widget_get_tooltip_text (self->mark) : NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *text = NULL;

  if (*stage != '\0')
    g_strv_builder_add (builder, stage);
  if (late != NULL)
    g_strv_builder_add (builder, late);
  parts = g_strv_builder_end (builder);
  text = g_strjoinv (", ", parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
academy_place_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PLACE_ROW);

  G_OBJECT_CLASS (academy_place_row_parent_class)->dispose (object);
}

static void
academy_place_row_finalize (GObject *object)
{
  g_free (ACADEMY_PLACE_ROW (object)->place);
  g_free (ACADEMY_PLACE_ROW (object)->section);

  G_OBJECT_CLASS (academy_place_row_parent_class)->finalize (object);
}

static void
academy_place_row_class_init (AcademyPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_place_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_place_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/application/academy-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPlaceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlaceRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlaceRow, stage);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlaceRow, mark);
}

static void
academy_place_row_init (AcademyPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_place_row_new:
 * @place: the name of an #AcademyPlace, or the id of an organisation
 * @section: the heading of the place
 * @icon: (nullable): its icon; without one the row shows the initials of its
 *   title
 *
 * Returns: (transfer floating): a row without a title
 */
GtkWidget *
academy_place_row_new (const char *place,
                       const char *section,
                       const char *icon)
{
  AcademyPlaceRow *self = g_object_new (ACADEMY_TYPE_PLACE_ROW, NULL);

  self->place = g_strdup (place);
  self->section = g_strdup (section);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), icon == NULL);

  return GTK_WIDGET (self);
}

/**
 * academy_place_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none): the name of an #AcademyPlace, or the id of an
 *   organisation
 */
const char *
academy_place_row_get_place (AcademyPlaceRow *self)
{
  return self->place;
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
 * academy_place_row_set_late:
 * @self: a row
 * @n_late: the number of what is late there
 */
void
academy_place_row_set_late (AcademyPlaceRow *self,
                            guint            n_late)
{
  /* Translators: the number of all that is late in an organisation */
  g_autofree char *text = g_strdup_printf (ngettext ("%u late", "%u late", n_late), n_late);

  gtk_widget_set_tooltip_text (self->mark, text);
  gtk_widget_set_visible (self->mark, n_late > 0);
  describe (self);
}
