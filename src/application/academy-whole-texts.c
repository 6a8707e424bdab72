/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-whole-texts.h"

/* Returns the ellipsized label within @widget that is at @point of @window. */
static GtkWidget *
find_ellipsized (GtkWidget              *widget,
                 GtkWidget              *window,
                 const graphene_point_t *point,
                 graphene_rect_t        *bounds)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, window, bounds) ||
      !graphene_rect_contains_point (bounds, point))
    return NULL;

  if (GTK_IS_LABEL (widget))
    return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_ellipsized (child, window, point, bounds);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A widget that has a tooltip of its own is asked before the window. */
static gboolean
query_tooltip_cb (GtkWidget  *window,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  const graphene_point_t point = { x, y };
  GtkWidget *picked = gtk_widget_pick (window, x, y, GTK_PICK_INSENSITIVE);
  /* In a row with an entry, the entry is in front of the title. */
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, GTK_TYPE_LIST_BOX_ROW) : NULL;
  graphene_rect_t bounds;
  GtkWidget *label = picked != NULL ? find_ellipsized (row != NULL ? row : picked, window, &point, &bounds) : NULL;

  if (label == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                                                       bounds.size.height });
  return TRUE;
}

/**
 * academy_whole_texts_show:
 * @window: a window
 *
 * Shows each label within @window that is ellipsized complete in a tooltip, also
 * the titles that libadwaita ellipsizes in rows, groups, switchers and header bars.
 */
void
academy_whole_texts_show (GtkWidget *window)
{
  gtk_widget_set_has_tooltip (window, TRUE);
  g_signal_connect (window, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
