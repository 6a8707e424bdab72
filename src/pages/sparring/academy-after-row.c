/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-after-row.h"

#include <glib/gi18n-lib.h>

#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-wrap-up.h"

struct _AcademyAfterRow {
  AdwExpanderRow  parent_instance;

  /* Template children */
  GtkWidget      *missing_image;
  GtkWidget      *measure_button;

  /* Owned */
  AcademyStore   *store;
  AcademyItem    *follow_up;

  /* Borrowed */
  AcademyForm    *form;
};

G_DEFINE_FINAL_TYPE (AcademyAfterRow, academy_after_row, ADW_TYPE_EXPANDER_ROW)

/**
 * AcademyAfterRow:
 *
 * A follow-up to confirm: whose it is, by when, and of which side, with a mark when
 * something is missing. It opens a form of these fields. A button turns it into a
 * measure, or shows the measure that it has become.
 */

static char *
dup_side (AcademyItem *follow_up)
{
  const AcademyField *side = academy_kind_find_field (&academy_follow_up_kind, "side");

  return academy_language_format_value (academy_language_get_default (), side, academy_item_get_value (follow_up, side));
}

static char *
dup_subtitle (AcademyItem *follow_up)
{
  const char *owner = academy_item_get_text (follow_up, "owner_role");
  const GDate *due = academy_item_get_date (follow_up, "due");
  g_autofree char *day = due != NULL ? academy_language_format_date (academy_language_get_default (), due) : NULL;
  g_autofree char *side = dup_side (follow_up);

  return g_strjoin (" · ", owner != NULL ? owner : _("no owner role"), day != NULL ? day : _("no due date"), side, NULL);
}

/* The form is made when it is wanted: a session may have many follow-ups. */
static void
expanded_cb (AcademyAfterRow *self)
{
  static const char * const names[] = { "owner_role", "side", "due", NULL };
  GtkWidget *row;

  if (self->form != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  row = gtk_list_box_row_new ();
  self->form = ACADEMY_FORM (academy_form_new_for_fields (self->store, &academy_follow_up_kind, names));
  gtk_widget_add_css_class (GTK_WIDGET (self->form), "plain");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(academy_follow_up_kind.label), -1);
  gtk_widget_add_css_class (row, "form-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (self->form));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  academy_form_set_item (self->form, self->follow_up);
}

/* The action stays the same: a button that gets another one while it is clicked loses
 * its gesture, and the click reaches the row. */
static void
show_button (AcademyAfterRow *self)
{
  GtkActionable *button = GTK_ACTIONABLE (self->measure_button);
  gboolean has_measure = academy_item_get_text (self->follow_up, "measure") != NULL;

  gtk_button_set_icon_name (GTK_BUTTON (button), has_measure ? "go-next-symbolic" : "view-list-bullet-symbolic");
  gtk_widget_set_tooltip_text (self->measure_button, has_measure ? _("Show the measure") : _("Turn into a measure"));
  if (gtk_actionable_get_action_name (button) != NULL)
    return;

  gtk_actionable_set_action_target (button, "s", academy_item_get_id (self->follow_up));
  gtk_actionable_set_action_name (button, "after.measure");
}

static void
academy_after_row_dispose (GObject *object)
{
  AcademyAfterRow *self = ACADEMY_AFTER_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_AFTER_ROW);
  g_clear_object (&self->follow_up);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_after_row_parent_class)->dispose (object);
}

static void
academy_after_row_class_init (AcademyAfterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_after_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-after-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyAfterRow, missing_image);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfterRow, measure_button);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
academy_after_row_init (AcademyAfterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_after_row_show:
 * @self: a row
 * @store: a store
 * @follow_up: a follow-up; always the same one
 *
 * Shows @follow_up as it is now.
 */
void
academy_after_row_show (AcademyAfterRow *self,
                        AcademyStore    *store,
                        AcademyItem     *follow_up)
{
  const char *title = academy_item_get_text (follow_up, "title");
  g_autofree char *subtitle = dup_subtitle (follow_up);

  g_set_object (&self->store, store);
  g_set_object (&self->follow_up, follow_up);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (self->missing_image, !academy_follow_up_is_complete (follow_up));
  show_button (self);
}
