/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-column.h"

#include "academy-first-frame.h"

struct _AcademyColumn {
  AdwBin  parent_instance;

  /* Template children */
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (AcademyColumn, academy_column, ADW_TYPE_BIN)

/**
 * AcademyColumn:
 *
 * A scrolled column of groups, of a readable width. When a window opens, it draws
 * its first frame before the groups are laid out, so that the program seems to
 * respond at once.
 */

static void
show_groups (GtkWidget *widget)
{
  gtk_widget_set_visible (GTK_WIDGET (ACADEMY_COLUMN (widget)->groups), TRUE);
}

static void
academy_column_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (academy_column_parent_class)->map (widget);

  academy_first_frame_wait (widget, show_groups);
}

static void
academy_column_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_COLUMN);

  G_OBJECT_CLASS (academy_column_parent_class)->dispose (object);
}

static void
academy_column_class_init (AcademyColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_column_dispose;
  widget_class->map = academy_column_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/hankintakeino/InnovationAcademy/pages/academy-column.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyColumn, groups);
}

static void
academy_column_init (AcademyColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_column_new:
 *
 * Returns: (transfer floating): an empty column
 */
AcademyColumn *
academy_column_new (void)
{
  return g_object_new (ACADEMY_TYPE_COLUMN, NULL);
}

/**
 * academy_column_append:
 * @self: a column
 * @group: the group to append
 */
void
academy_column_append (AcademyColumn *self,
                       GtkWidget     *group)
{
  gtk_box_append (self->groups, group);
}

/**
 * academy_column_rewind:
 * @self: a column
 *
 * Scrolls to the first group.
 */
void
academy_column_rewind (AcademyColumn *self)
{
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (window), 0);
}
