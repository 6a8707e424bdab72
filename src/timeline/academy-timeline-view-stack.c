/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
create_empty (AcademyTimelineView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add measure"));

  self->empty = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "x-office-calendar-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.add");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (self->empty), button);
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
}

static const char *
describe_empty (AcademyTimelineView *self)
{
  if (academy_timeline_model_is_filtered (self->model))
    return _("Look for something else, or show all measures");
  if (academy_timeline_model_get_organisation (self->model) != NULL)
    return _("Measures, milestones and meetings stand here as soon as there are any");

  return _("Phases, events and organisations stand here as soon as there are any");
}

static void
show_empty (AcademyTimelineView *self)
{
  gboolean filtered = academy_timeline_model_is_filtered (self->model);

  if (self->empty == NULL)
    create_empty (self);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), filtered ? _("Nothing found") : _("Nothing planned yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), describe_empty (self));
  /* A programme has no measures of its own. */
  gtk_widget_set_visible (adw_status_page_get_child (ADW_STATUS_PAGE (self->empty)),
                          !filtered && academy_timeline_model_get_organisation (self->model) != NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->empty);
}

/* Phases and meetings stay when measures are looked for. */
static gboolean
is_empty (AcademyTimelineView *self)
{
  if (academy_timeline_model_is_filtered (self->model))
    return !academy_timeline_model_has_measures (self->model);

  return g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
}

/* Rows as a chart or as a table, or what is said while there are none. */
void
academy_timeline_view_update_stack (AcademyTimelineView *self)
{
  if (is_empty (self))
    show_empty (self);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->tabular ? "table" : "chart");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The header is before the timeline. */
gboolean
academy_timeline_view_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}

/* Goes to what is shown: the rows, or the button for the first of them. */
gboolean
academy_timeline_view_grab_focus (GtkWidget *widget)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  GtkWidget *button;

  if (shown != self->empty)
    return academy_timeline_view_focus_rows (self);

  button = adw_status_page_get_child (ADW_STATUS_PAGE (self->empty));
  return gtk_widget_get_visible (button) && gtk_widget_grab_focus (button);
}
