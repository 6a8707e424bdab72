/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-stages.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-commands.h"
#include "academy-context-menu.h"
#include "academy-empty-row.h"
#include "academy-kept-rows.h"
#include "academy-kinds.h"
#include "academy-new-organisation.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-progress.h"

struct _AcademyStages {
  AdwPreferencesGroup  parent_instance;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *programme;
  char                *current;

  /* Borrowed */
  GtkListBox          *list;
  GtkWidget           *empty_row;
};

G_DEFINE_FINAL_TYPE (AcademyStages, academy_stages, ADW_TYPE_PREFERENCES_GROUP)

/**
 * AcademyStages:
 *
 * The progress of each organisation: the status of its plan, and the number of
 * done and of overdue measures.
 */

#define ACADEMY_TYPE_STAGE_ROW (academy_stage_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyStageRow, academy_stage_row, ACADEMY, STAGE_ROW, AdwActionRow)

struct _AcademyStageRow {
  AdwActionRow  parent_instance;

  /* Borrowed */
  GtkLabel     *overdue;
};

G_DEFINE_FINAL_TYPE (AcademyStageRow, academy_stage_row, ADW_TYPE_ACTION_ROW)

static void
academy_stage_row_class_init (AcademyStageRowClass *klass)
{
}

static void
academy_stage_row_init (AcademyStageRow *self)
{
  GtkWidget *overdue = gtk_label_new (NULL);

  gtk_widget_add_css_class (overdue, "overdue");
  gtk_widget_add_css_class (overdue, "caption");
  self->overdue = GTK_LABEL (overdue);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), overdue);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-organisation");
}

static char *
describe (AcademyProgress *progress,
          const char      *status)
{
  g_autofree char *done = NULL;

  if (progress->measures == 0)
    return g_strdup_printf (_("%s · no measures yet"), status);

  /* Translators: how many of how many measures are done */
  done = g_strdup_printf (ngettext ("%d of %d measure done", "%d of %d measures done", progress->measures),
                          (int) progress->done, (int) progress->measures);
  return g_strdup_printf ("%s · %s", status, done);
}

static GtkWidget *
create_row (AcademyItem *organisation,
            gpointer     data)
{
  GtkWidget *row = g_object_new (ACADEMY_TYPE_STAGE_ROW, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", academy_item_get_id (organisation));

  return row;
}

static gboolean
show_organisation (AcademyStages  *self,
                   GtkListBoxRow  *row,
                   AcademyItem    *organisation,
                   GError        **error)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const char *id = academy_item_get_id (organisation);
  g_autofree char *name = academy_organisation_dup_short_name (organisation, language);
  g_autofree char *stage = academy_organisations_dup_stage (self->store, id, language, error);
  g_autofree char *subtitle = NULL;
  g_autofree char *overdue = NULL;
  GtkLabel *label = ACADEMY_STAGE_ROW (row)->overdue;
  AcademyProgress progress;
  GDate today;

  academy_clock_get_today (&today);
  if (stage == NULL || !academy_progress_read (&progress, self->store, id, &today, error))
    return FALSE;

  subtitle = describe (&progress, stage);
  overdue = g_strdup_printf (ngettext ("%d overdue", "%d overdue", progress.overdue), (int) progress.overdue);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_label_set_label (label, overdue);
  gtk_widget_set_visible (GTK_WIDGET (label), progress.overdue > 0);
  return TRUE;
}

static void
fill (AcademyStages *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) organisations = academy_organisations_get (self->store, &error);

  if (organisations != NULL)
    academy_kept_rows_update (self->list, 0, organisations, create_row, NULL);
  for (guint i = 0; organisations != NULL && error == NULL && i < organisations->len; i++)
    show_organisation (self, gtk_list_box_get_row_at_index (self->list, i), g_ptr_array_index (organisations, i), &error);

  gtk_widget_set_visible (GTK_WIDGET (self->list), organisations != NULL && organisations->len > 0);
  gtk_widget_set_visible (self->empty_row, organisations != NULL && organisations->len == 0);
  if (error != NULL)
    academy_store_report (self->store, error);
}

/* Updates a mapped list; others are updated when they are mapped. */
static void
changed_cb (AcademyStages *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
add_clicked_cb (AcademyStages *self)
{
  adw_dialog_present (academy_new_organisation_new (self->store, self->programme), GTK_WIDGET (self));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyStages *self = ACADEMY_STAGES (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) organisation = academy_store_get (self->store, &academy_organisation_kind, self->current, &error);

  if (organisation != NULL)
    academy_command_delete (widget, self->store, organisation);
  else
    academy_store_report (self->store, error);
}

/* Sets the organisation of the actions, which stays until another menu opens. */
static GMenuModel *
create_context_menu (GtkWidget *widget,
                     GtkWidget *target,
                     gpointer   data)
{
  AcademyStages *self = ACADEMY_STAGES (widget);
  GtkWidget *row = gtk_widget_get_ancestor (target, ADW_TYPE_ACTION_ROW);
  GMenu *menu;
  g_autofree char *open = NULL;

  if (row == NULL || row == self->empty_row)
    return NULL;

  g_set_str (&self->current, gtk_widget_get_name (row));
  gtk_widget_action_set_enabled (widget, "stages.delete", !academy_store_is_read_only (self->store));

  menu = g_menu_new ();
  open = g_strdup_printf ("win.show-organisation::%s", self->current);
  g_menu_append (menu, _("_Open"), open);
  academy_context_menu_append_apart (menu, _("_Delete organisation"), "stages.delete");

  return G_MENU_MODEL (menu);
}

static void
academy_stages_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (academy_stages_parent_class)->map (widget);

  fill (ACADEMY_STAGES (widget));
}

static void
academy_stages_dispose (GObject *object)
{
  AcademyStages *self = ACADEMY_STAGES (object);

  g_clear_object (&self->store);
  g_clear_object (&self->programme);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (academy_stages_parent_class)->dispose (object);
}

static void
academy_stages_class_init (AcademyStagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_stages_dispose;
  GTK_WIDGET_CLASS (klass)->map = academy_stages_map;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stages.delete", NULL, delete_action);
}

static void
academy_stages_init (AcademyStages *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Organisations"), -1);
  academy_kept_rows_init (self->list);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  academy_context_menu_attach (GTK_WIDGET (self), create_context_menu, NULL);
}

/**
 * academy_stages_new:
 * @store: a store
 * @programme: its programme
 *
 * Returns: (transfer floating): the list of organisations
 */
GtkWidget *
academy_stages_new (AcademyStore *store,
                    AcademyItem  *programme)
{
  AcademyStages *self = g_object_new (ACADEMY_TYPE_STAGES, "title", _("Organisations"), NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->store = g_object_ref (store);
  self->programme = g_object_ref (programme);
  self->empty_row = academy_empty_row_new (&academy_organisation_kind, _("Write a name, or paste a list of names."));
  gtk_widget_set_sensitive (self->empty_row, !academy_store_is_read_only (store));
  g_signal_connect_object (self->empty_row, "activated", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->empty_row);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _(academy_organisation_kind.add));
  gtk_widget_set_sensitive (button, !academy_store_is_read_only (store));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_clock_get_default (), "day-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
