/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-error-row.h"

struct _AcademyErrorRow {
  AdwPreferencesRow  parent_instance;

  /* Borrowed */
  GtkLabel          *label;
};

G_DEFINE_FINAL_TYPE (AcademyErrorRow, academy_error_row, ADW_TYPE_PREFERENCES_ROW)

/**
 * AcademyErrorRow:
 *
 * The error message of the row above it in a boxed list; hidden without one.
 *
 * Accessibility: the label is the error message of the control above.
 */

static gboolean
is_forward (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN;
}

/* Passes the focus on: GtkListBox stops at the next visible row, even if that
 * cannot take the focus. */
static gboolean
academy_error_row_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  GtkWidget *row = widget;

  do
    row = is_forward (direction) ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
  while (row != NULL && !gtk_widget_get_visible (row));

  return row != NULL && gtk_widget_child_focus (row, direction);
}

static void
academy_error_row_class_init (AcademyErrorRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = academy_error_row_focus;
}

static void
academy_error_row_init (AcademyErrorRow *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->label));
  gtk_widget_add_css_class (GTK_WIDGET (self), "field-error");
}

/**
 * academy_error_row_new:
 *
 * Returns: (transfer floating): a row that is hidden until it has a message
 */
GtkWidget *
academy_error_row_new (void)
{
  return g_object_new (ACADEMY_TYPE_ERROR_ROW, "activatable", FALSE, "selectable", FALSE,
                       "focusable", FALSE, "visible", FALSE, NULL);
}

/**
 * academy_error_row_get_label:
 * @self: a row
 *
 * Returns: (transfer none): the label with the message
 */
GtkLabel *
academy_error_row_get_label (AcademyErrorRow *self)
{
  return self->label;
}

gboolean
academy_error_row_has_message (AcademyErrorRow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * academy_error_row_set_message:
 * @self: a row
 * @message: (nullable): an error message, or %NULL to hide the row
 */
void
academy_error_row_set_message (AcademyErrorRow *self,
                               const char      *message)
{
  gtk_label_set_label (self->label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
}

/**
 * academy_error_row_show:
 * @self: a row
 * @row: the row above it
 * @control: the widget in @row that takes the input
 * @message: (nullable): an error message that says what to do, or %NULL to hide
 *   it
 *
 * Shows an error message below @row and announces it.
 */
void
academy_error_row_show (AcademyErrorRow *self,
                        GtkWidget       *row,
                        GtkAccessible   *control,
                        const char      *message)
{
  if (g_strcmp0 (gtk_label_get_label (self->label), message != NULL ? message : "") == 0)
    return;

  academy_error_row_set_message (self, message);
  academy_error_row_mark (row, control, self->label, message);
}

/**
 * academy_error_row_mark:
 * @widget: the widget around @control
 * @control: the widget that takes the input
 * @label: (nullable): the label that shows @message, or %NULL when it is to be
 *   the description of @control
 * @message: (nullable): an error message, or %NULL when there is none any more
 *
 * Marks an input as invalid or valid, and announces @message.
 */
void
academy_error_row_mark (GtkWidget     *widget,
                        GtkAccessible *control,
                        GtkLabel      *label,
                        const char    *message)
{
  if (message != NULL)
    {
      gtk_widget_add_css_class (widget, "error");
      gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      if (label != NULL)
        gtk_accessible_update_relation (control, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, label, NULL, -1);
      else
        gtk_accessible_update_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
      gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    {
      gtk_widget_remove_css_class (widget, "error");
      gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE, -1);
      if (label != NULL)
        gtk_accessible_reset_relation (control, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
      else
        gtk_accessible_reset_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}
