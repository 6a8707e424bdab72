/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include <glib/gi18n-lib.h>

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) editing = g_menu_new ();
  g_autoptr(GMenu) deleting = g_menu_new ();

  g_menu_append (editing, _("_Open"), "timeline.open");
  g_menu_append (editing, _("_Add measure"), "timeline.add");
  g_menu_append (editing, _("Add _dependency from here"), "timeline.link");
  g_menu_append (deleting, _("De_lete"), "timeline.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (editing));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deleting));

  return G_MENU_MODEL (menu);
}

void
academy_timeline_view_popup_menu (AcademyTimelineView *self,
                                  double               x,
                                  double               y)
{
  if (self->menu == NULL)
    {
      g_autoptr(GMenuModel) model = create_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The menu is about the row at @position, if there is one, and stands at a point
 * of @rows. */
void
academy_timeline_view_popup_menu_on (AcademyTimelineView *self,
                                     GtkWidget           *rows,
                                     double               x,
                                     double               y,
                                     guint                position)
{
  graphene_point_t point;

  if (position != GTK_INVALID_LIST_POSITION)
    academy_timeline_view_go_to (self, position);
  if (gtk_widget_compute_point (rows, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    academy_timeline_view_popup_menu (self, point.x, point.y);
}
