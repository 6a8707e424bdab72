/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include "academy-timeline-table.h"

gboolean
academy_timeline_view_is_table (AcademyTimelineView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "table") == 0;
}

/* Made when somebody wants it. */
static void
create_table (AcademyTimelineView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->table = academy_timeline_table_new (self->model, GTK_SELECTION_MODEL (self->selection));
  academy_timeline_view_add_list_keys (self, self->table);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (academy_timeline_view_activate), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->table);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "table");
}

/**
 * academy_timeline_view_set_table:
 * @self: a view
 * @table: whether to show the rows as a table
 */
void
academy_timeline_view_set_table (AcademyTimelineView *self,
                                 gboolean             table)
{
  if (academy_timeline_view_is_table (self) == table)
    return;

  if (self->table == NULL)
    create_table (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), table ? "table" : "chart");
  academy_timeline_view_update_actions (self);
  g_object_notify (G_OBJECT (self), "table");
}
