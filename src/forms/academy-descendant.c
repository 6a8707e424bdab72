/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-descendant.h"

/**
 * academy_descendant_find:
 * @widget: a widget
 * @type: a type of widgets
 *
 * Finds an inner widget that a library widget does not expose.
 *
 * Returns: (transfer none) (nullable): the first descendant of @type
 */
GtkWidget *
academy_descendant_find (GtkWidget *widget,
                         GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : academy_descendant_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
