/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-progress-bar.h"

#include <glib/gi18n-lib.h>

#define WIDTH  72
#define HEIGHT 8

struct _AcademyProgressBar {
  GtkWidget       parent_instance;

  /* Borrowed */
  GtkWidget      *done;
  GtkWidget      *overdue;

  AcademyProgress progress;
};

G_DEFINE_FINAL_TYPE (AcademyProgressBar, academy_progress_bar, GTK_TYPE_WIDGET)

/**
 * AcademyProgressBar:
 *
 * How many of the measures of an organisation are done, from the beginning of the
 * bar, and how many are overdue, at its end.
 */

static void
academy_progress_bar_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
place (GtkWidget *part,
       int        x,
       int        width,
       int        height)
{
  gtk_widget_set_child_visible (part, width > 0);
  if (width > 0)
    gtk_widget_size_allocate (part, &(GtkAllocation) { x, 0, width, height }, -1);
}

static void
academy_progress_bar_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  AcademyProgressBar *self = ACADEMY_PROGRESS_BAR (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gint64 measures = MAX (self->progress.measures, 1);
  int done = width * self->progress.done / measures, overdue = width * self->progress.overdue / measures;

  place (self->done, mirrored ? width - done : 0, done, height);
  place (self->overdue, mirrored ? 0 : width - overdue, overdue, height);
}

static void
academy_progress_bar_dispose (GObject *object)
{
  AcademyProgressBar *self = ACADEMY_PROGRESS_BAR (object);

  g_clear_pointer (&self->done, gtk_widget_unparent);
  g_clear_pointer (&self->overdue, gtk_widget_unparent);

  G_OBJECT_CLASS (academy_progress_bar_parent_class)->dispose (object);
}

static void
academy_progress_bar_class_init (AcademyProgressBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_progress_bar_dispose;
  widget_class->measure = academy_progress_bar_measure;
  widget_class->size_allocate = academy_progress_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "measure-progress");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
add_part (AcademyProgressBar *self,
          const char         *css_class)
{
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (part, css_class);
  gtk_widget_set_parent (part, GTK_WIDGET (self));

  return part;
}

static void
academy_progress_bar_init (AcademyProgressBar *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->done = add_part (self, "done");
  self->overdue = add_part (self, "late");
}

/**
 * academy_progress_bar_set_progress:
 * @self: a bar
 * @progress: the sums to show
 *
 * Shows @progress; without measures the bar is hidden. It has no tooltip: the row
 * tells the same, and GTK takes a millisecond to set one.
 */
void
academy_progress_bar_set_progress (AcademyProgressBar    *self,
                                   const AcademyProgress *progress)
{
  /* Translators: how many measures are done, of how many, and how many are overdue */
  g_autofree char *text = g_strdup_printf (_("Measures: %d of %d done, %d overdue"), (int) progress->done,
                                           (int) progress->measures, (int) progress->overdue);

  self->progress = *progress;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), progress->measures > 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
