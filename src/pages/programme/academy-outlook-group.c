/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-outlook-group.h"

#include "academy-least-width.h"

struct _AcademyOutlookGroup {
  GtkBox      parent_instance;

  /* Template children */
  GtkLabel   *heading;
  GtkListBox *list;

  int         n_rows;
};

G_DEFINE_FINAL_TYPE (AcademyOutlookGroup, academy_outlook_group, GTK_TYPE_BOX)

/**
 * AcademyOutlookGroup:
 *
 * Rows below a heading. They are told one after the other, and those that are there
 * show what is told: creating a row costs more than all else that an edit does.
 */

#define ACADEMY_TYPE_OUTLOOK_ROW (academy_outlook_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyOutlookRow, academy_outlook_row, ACADEMY, OUTLOOK_ROW, AdwActionRow)

struct _AcademyOutlookRow {
  AdwActionRow  parent_instance;

  /* Template children */
  GtkImage     *icon;
};

G_DEFINE_FINAL_TYPE (AcademyOutlookRow, academy_outlook_row, ADW_TYPE_ACTION_ROW)

/**
 * AcademyOutlookRow:
 *
 * A row that leads to the place of an item, or to all items that it tells of. Its name
 * is the id of the item, or of the first of them.
 */

static void
academy_outlook_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_OUTLOOK_ROW);

  G_OBJECT_CLASS (academy_outlook_row_parent_class)->dispose (object);
}

static void
academy_outlook_row_class_init (AcademyOutlookRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_outlook_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/hankintakeino/InnovationAcademy/pages/academy-outlook-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlookRow, icon);
}

static void
academy_outlook_row_init (AcademyOutlookRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_least_width_set (GTK_WIDGET (self), ACADEMY_LEAST_LETTERS);
}

static void
academy_outlook_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_OUTLOOK_GROUP);

  G_OBJECT_CLASS (academy_outlook_group_parent_class)->dispose (object);
}

static void
academy_outlook_group_class_init (AcademyOutlookGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_outlook_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-outlook-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlookGroup, heading);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlookGroup, list);
}

static void
academy_outlook_group_init (AcademyOutlookGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* An action that is another one is none while its target changes: one wants a target of
 * its own type. A row that had none would lose the focus. */
static void
set_action (GtkActionable               *row,
            const AcademyAttentionEntry *entry,
            gboolean                     prepares)
{
  static const AcademyOperator several[] = {
    [ACADEMY_ATTENTION_OVERDUE] = ACADEMY_IS_OVERDUE,
    [ACADEMY_ATTENTION_DUE] = ACADEMY_IS_DUE,
    [ACADEMY_ATTENTION_INCOMPLETE] = ACADEMY_IS_INCOMPLETE,
    [ACADEMY_ATTENTION_OPEN] = ACADEMY_IS_INCOMPLETE,
  };

  const char *action = prepares ? "win.prepare-session" : entry->n_items > 1 ? "win.show-several" : "win.show-item";

  if (g_strcmp0 (gtk_actionable_get_action_name (row), action) != 0)
    gtk_actionable_set_action_name (row, NULL);
  if (prepares)
    gtk_actionable_set_action_target (row, "s", entry->item);
  else if (entry->n_items > 1)
    gtk_actionable_set_action_target (row, "(ssi)", entry->kind->name, entry->item, several[entry->type]);
  else
    gtk_actionable_set_action_target (row, "(ss)", entry->kind->name, entry->item);
  gtk_actionable_set_action_name (row, action);
}

/**
 * academy_outlook_group_new:
 *
 * Returns: (transfer floating): a group without rows
 */
GtkWidget *
academy_outlook_group_new (void)
{
  return g_object_new (ACADEMY_TYPE_OUTLOOK_GROUP, NULL);
}

/**
 * academy_outlook_group_begin:
 * @self: a group
 * @heading: what its rows have in common
 *
 * Begins to tell the rows.
 */
void
academy_outlook_group_begin (AcademyOutlookGroup *self,
                             const char          *heading)
{
  gtk_label_set_label (self->heading, heading);
  self->n_rows = 0;
}

/**
 * academy_outlook_group_add:
 * @self: a group
 * @entry: what the next row is about
 * @title: its title
 * @subtitle: its subtitle
 * @icon_name: (nullable): its icon, or %NULL for none
 * @prepares: whether to lead to what prepares @entry, a session, rather than to its
 *   place
 *
 * Shows @entry in the next row.
 */
void
academy_outlook_group_add (AcademyOutlookGroup         *self,
                           const AcademyAttentionEntry *entry,
                           const char                  *title,
                           const char                  *subtitle,
                           const char                  *icon_name,
                           gboolean                     prepares)
{
  GtkListBoxRow *shown = gtk_list_box_get_row_at_index (self->list, self->n_rows++);
  GtkListBoxRow *row = shown != NULL ? shown : g_object_new (ACADEMY_TYPE_OUTLOOK_ROW, NULL);
  GtkWidget *icon;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  set_action (GTK_ACTIONABLE (row), entry, prepares);
  gtk_widget_set_name (GTK_WIDGET (row), entry->item);
  icon = GTK_WIDGET (ACADEMY_OUTLOOK_ROW (row)->icon);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), icon_name);
  gtk_widget_set_visible (icon, icon_name != NULL);
  if (entry->urgency == ACADEMY_URGENCY_LATE)
    gtk_widget_add_css_class (icon, "overdue");
  else
    gtk_widget_remove_css_class (icon, "overdue");

  if (shown == NULL)
    gtk_list_box_append (self->list, GTK_WIDGET (row));
}

/**
 * academy_outlook_group_end:
 * @self: a group
 *
 * Removes the rows that have not been told.
 */
void
academy_outlook_group_end (AcademyOutlookGroup *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, self->n_rows)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}
