/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-history-group.h"

#include <glib/gi18n.h>

#include "academy-backup.h"
#include "academy-clock.h"
#include "academy-instant.h"
#include "academy-thin.h"

struct _AcademyHistoryGroup {
  AdwPreferencesGroup  parent_instance;

  /* Template children */
  AdwSpinRow          *years_row;
  GtkWidget           *delete_row;

  /* Owned */
  AcademyStore        *store;

  gint64               n_older;
};

G_DEFINE_FINAL_TYPE (AcademyHistoryGroup, academy_history_group, ADW_TYPE_PREFERENCES_GROUP)

/**
 * AcademyHistoryGroup:
 *
 * The history of a file in the preferences: how many years of it to keep, and a
 * button that deletes what is older.
 */

static GDateTime *
get_limit (AcademyHistoryGroup *self)
{
  g_autoptr(GDateTime) midnight = NULL;
  GDate today;

  academy_clock_get_today (&today);
  midnight = academy_instant_new (&today, 0, 0);

  return g_date_time_add_years (midnight, -(int) adw_spin_row_get_value (self->years_row));
}

static void
tell (AcademyHistoryGroup *self,
      const char          *message)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), adw_toast_new (message));
}

static void
update_cb (AcademyHistoryGroup *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(GDateTime) limit = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (self->store == NULL)
    return;

  limit = get_limit (self);
  if (!academy_store_count_history (self->store, limit, &self->n_older, &error))
    academy_store_report (self->store, error);

  number = academy_language_format_number (language, self->n_older);
  /* Translators: a number of entries of the history */
  text = g_strdup_printf (ngettext ("%s older entry", "%s older entries", self->n_older), number);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->years_row), text);
  gtk_widget_set_sensitive (self->delete_row, self->n_older > 0 && !academy_store_is_read_only (self->store));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(AcademyHistoryGroup) self = data;
  g_autoptr(GDateTime) limit = get_limit (self);
  g_autoptr(GError) error = NULL;

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "delete"))
    return;

  if (academy_backup_make (self->store, NULL, &error) && academy_store_thin_history (self->store, limit, &error))
    tell (self, _("Older entries deleted"));
  else
    tell (self, error->message);
  update_cb (self);
}

static void
ask_cb (AcademyHistoryGroup *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(GDateTime) limit = get_limit (self);
  GDate day = academy_date_from_instant (limit);
  g_autofree char *date = academy_language_format_date (language, &day);
  g_autofree char *number = academy_language_format_number (language, self->n_older);
  /* Translators: a number of entries of the history */
  g_autofree char *heading = g_strdup_printf (ngettext ("Delete %s entry of the history?",
                                                        "Delete %s entries of the history?", self->n_older), number);
  /* Translators: a date */
  g_autofree char *body = g_strdup_printf (_("What was done before %s can then be neither undone nor read. "
                                             "A backup is made first."), date);
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "delete", _("_Delete"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

static void
academy_history_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_HISTORY_GROUP);
  g_clear_object (&ACADEMY_HISTORY_GROUP (object)->store);

  G_OBJECT_CLASS (academy_history_group_parent_class)->dispose (object);
}

static void
academy_history_group_class_init (AcademyHistoryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_history_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/application/academy-history-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryGroup, years_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyHistoryGroup, delete_row);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
}

static void
academy_history_group_init (AcademyHistoryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_history_group_new:
 * @store: a store
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
academy_history_group_new (AcademyStore *store)
{
  AcademyHistoryGroup *self = g_object_new (ACADEMY_TYPE_HISTORY_GROUP, NULL);

  self->store = g_object_ref (store);
  update_cb (self);

  return GTK_WIDGET (self);
}
