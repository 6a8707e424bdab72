/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-column.h"

#include <adwaita.h>

#define READABLE_WIDTH 720

/* What a page is about comes first. */
#define FIRST_GROUPS 1

static GtkBox *
get_box (GtkWidget *column)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (column));
  GtkWidget *clamp = gtk_viewport_get_child (GTK_VIEWPORT (viewport));

  return GTK_BOX (adw_clamp_get_child (ADW_CLAMP (clamp)));
}

/* The first tick comes before the first frame, the second one after it. */
static gboolean
show_rest_cb (GtkWidget     *column,
              GdkFrameClock *clock,
              gpointer       data)
{
  gboolean *drawn = data;
  GtkWidget *box = GTK_WIDGET (get_box (column));

  if (!*drawn)
    {
      *drawn = TRUE;
      return G_SOURCE_CONTINUE;
    }

  for (GtkWidget *group = gtk_widget_get_first_child (box); group != NULL; group = gtk_widget_get_next_sibling (group))
    gtk_widget_set_visible (group, TRUE);

  return G_SOURCE_REMOVE;
}

/**
 * academy_column_new:
 *
 * What follows the first group is laid out after the first frame, so that even
 * a long page answers at once.
 *
 * Returns: (transfer floating): a scrolled column of groups, no wider than
 *   reads well
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
  gtk_widget_add_tick_callback (scrolled, show_rest_cb, g_new0 (gboolean, 1), g_free);

  return scrolled;
}

/**
 * academy_column_append:
 * @column: what academy_column_new() gave, not shown yet
 * @group: the group to add at the end
 */
void
academy_column_append (GtkWidget *column,
                       GtkWidget *group)
{
  GtkBox *box = get_box (column);
  guint n_groups = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_groups++;

  gtk_widget_set_visible (group, n_groups < FIRST_GROUPS);
  gtk_box_append (box, group);
}
