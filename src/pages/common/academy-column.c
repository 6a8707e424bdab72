/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-column.h"

#include <adwaita.h>

#include "academy-first-frame.h"

#define READABLE_WIDTH 720

static GtkBox *
get_box (GtkWidget *column)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (column));
  GtkWidget *clamp = gtk_viewport_get_child (GTK_VIEWPORT (viewport));

  return GTK_BOX (adw_clamp_get_child (ADW_CLAMP (clamp)));
}

static void
show_groups (GtkWidget *column)
{
  gtk_widget_set_visible (GTK_WIDGET (get_box (column)), TRUE);
}

static void
map_cb (GtkWidget *column)
{
  academy_first_frame_wait (column, show_groups);
}

/**
 * academy_column_new:
 *
 * When a window opens, it draws its first frame before the groups are laid out,
 * so that the program seems to respond at once.
 *
 * Returns: (transfer floating): a scrolled column of groups, of a readable width
 */
GtkWidget *
academy_column_new (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), READABLE_WIDTH);
  gtk_widget_add_css_class (box, "column");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_visible (box, FALSE);
  g_signal_connect (scrolled, "map", G_CALLBACK (map_cb), NULL);

  return scrolled;
}

/**
 * academy_column_append:
 * @column: a widget made by academy_column_new()
 * @group: the group to append
 */
void
academy_column_append (GtkWidget *column,
                       GtkWidget *group)
{
  gtk_box_append (get_box (column), group);
}
