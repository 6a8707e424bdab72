/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-stages.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-commands.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-progress.h"

struct _AcademyStages {
  AdwPreferencesGroup  parent_instance;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *programme;
  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (AcademyStages, academy_stages, ADW_TYPE_PREFERENCES_GROUP)

/**
 * AcademyStages:
 *
 * Where each organisation is: the status of its plan, how many of its measures
 * are done, and how many are overdue.
 */

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
create_overdue_label (gint64 overdue)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%d overdue", "%d overdue", overdue), (int) overdue);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "overdue");
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static gboolean
add_row (AcademyStages  *self,
         AcademyItem    *organisation,
         GError        **error)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyField *field = academy_kind_find_field (&academy_plan_kind, "status");
  const char *id = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) plan = academy_store_get_first (self->store, &academy_plan_kind, id, error);
  g_autofree char *name = academy_organisation_dup_short_name (organisation, language);
  g_autofree char *status = NULL;
  g_autofree char *subtitle = NULL;
  AcademyProgress progress;
  GtkWidget *row;
  GDate today;

  academy_clock_get_today (&today);
  if (plan == NULL || !academy_progress_read (&progress, self->store, id, &today, error))
    return FALSE;

  status = academy_language_format_value (language, field, academy_item_get_value (plan, field));
  subtitle = describe (&progress, status);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (progress.overdue > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_overdue_label (progress.overdue));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-organisation");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return TRUE;
}

static void
fill (AcademyStages *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) organisations = academy_organisations_get (self->store, &error);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; organisations != NULL && i < organisations->len; i++)
    if (!add_row (self, g_ptr_array_index (organisations, i), &error))
      break;

  if (error != NULL)
    academy_store_report (self->store, error);
}

/* What nobody sees is filled when it is shown. */
static void
changed_cb (AcademyStages *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
add_clicked_cb (AcademyStages *self)
{
  g_autoptr(AcademyItem) organisation = academy_command_add (GTK_WIDGET (self), self->store,
                                                             &academy_organisation_kind,
                                                             academy_item_get_id (self->programme));

  if (organisation != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-organisation", "s", academy_item_get_id (organisation));
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

  G_OBJECT_CLASS (academy_stages_parent_class)->dispose (object);
}

static void
academy_stages_finalize (GObject *object)
{
  g_ptr_array_unref (ACADEMY_STAGES (object)->rows);

  G_OBJECT_CLASS (academy_stages_parent_class)->finalize (object);
}

static void
academy_stages_class_init (AcademyStagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_stages_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_stages_finalize;
  GTK_WIDGET_CLASS (klass)->map = academy_stages_map;
}

static void
academy_stages_init (AcademyStages *self)
{
  self->rows = g_ptr_array_new ();
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
