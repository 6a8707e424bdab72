/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-list-top.h"

static void
rewind_cb (GtkAdjustment *adjustment)
{
  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;

  g_signal_handlers_disconnect_by_func (adjustment, rewind_cb, NULL);
  gtk_adjustment_set_value (adjustment, 0);
}

/**
 * academy_list_start_at_top:
 * @list_view: a list with headers
 *
 * Scrolls to the first header once the new rows of @list_view are laid out: a list
 * with headers begins with its first row at the top and the header above it (GTK 4.18).
 */
void
academy_list_start_at_top (GtkListView *list_view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));

  g_signal_handlers_disconnect_by_func (adjustment, rewind_cb, NULL);
  g_signal_connect (adjustment, "changed", G_CALLBACK (rewind_cb), NULL);
}
