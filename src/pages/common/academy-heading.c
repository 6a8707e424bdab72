/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-heading.h"

/**
 * academy_heading_new:
 * @text: (nullable): the text of the heading
 * @level: its level; 1 is the title of a page
 *
 * Returns: (transfer floating): a label with the accessible role and level of a
 *   heading
 */
GtkWidget *
academy_heading_new (const char *text,
                     int         level)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text != NULL ? text : "", "xalign", 0.0,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  return label;
}
