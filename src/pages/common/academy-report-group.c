/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-report-group.h"

struct _AcademyReportGroup {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (AcademyReportGroup, academy_report_group, GTK_TYPE_BOX)

/**
 * AcademyReportGroup:
 *
 * Texts that belong together. Tab comes to the first one and then leaves; Up and Down
 * go from one to the next, also beyond the group.
 */

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
academy_report_group_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (academy_report_group_parent_class)->focus (widget, direction);

  return !has_focus (widget) && gtk_widget_child_focus (gtk_widget_get_first_child (widget), GTK_DIR_TAB_FORWARD);
}

static void
academy_report_group_class_init (AcademyReportGroupClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = academy_report_group_focus;
}

static void
academy_report_group_init (AcademyReportGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * academy_report_group_new:
 * @spacing: the gap between its texts
 *
 * Returns: (transfer floating): a group; its first child must be a text
 */
GtkWidget *
academy_report_group_new (int spacing)
{
  return g_object_new (ACADEMY_TYPE_REPORT_GROUP, "spacing", spacing, NULL);
}
