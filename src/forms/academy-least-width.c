/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-least-width.h"

/**
 * academy_least_width_set:
 * @widget: a row, or another widget that is complete but for its texts
 * @n_letters: how many letters of a text are side by side at least: as a rule
 *   %ACADEMY_LEAST_LETTERS
 *
 * Keeps the labels within @widget that wrap from being as narrow as one letter.
 * libadwaita lets the texts of rows wrap anywhere: for their least width Pango would
 * break each after every letter, which takes longer than all else in laying out a row.
 */
void
academy_least_width_set (GtkWidget *widget,
                         int        n_letters)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    gtk_label_set_width_chars (GTK_LABEL (widget), n_letters);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    academy_least_width_set (child, n_letters);
}
