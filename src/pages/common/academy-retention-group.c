/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-retention-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-people-commands.h"
#include "academy-people-dialog.h"
#include "academy-retention.h"
#include "academy-toast.h"

#define ACADEMY_TYPE_RETENTION_GROUP (academy_retention_group_get_type ())

G_DECLARE_FINAL_TYPE (AcademyRetentionGroup, academy_retention_group, ACADEMY, RETENTION_GROUP, AdwPreferencesGroup)

struct _AcademyRetentionGroup {
  AdwPreferencesGroup  parent_instance;

  /* Template children */
  AdwPreferencesRow   *row;
  GtkWidget           *button;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *programme;
};

G_DEFINE_FINAL_TYPE (AcademyRetentionGroup, academy_retention_group, ADW_TYPE_PREFERENCES_GROUP)

/**
 * AcademyRetentionGroup:
 *
 * A reminder that the day comes or has passed until which a programme keeps
 * personal data, with a button to erase people; invisible until then.
 */

static void
update (AcademyRetentionGroup *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!academy_retention_dup_text (self->store, self->programme, academy_language_get_default (), &text, &error))
    {
      academy_store_report (self->store, error);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  adw_preferences_row_set_title (self->row, text != NULL ? text : "");
}

static void
changed_cb (AcademyRetentionGroup *self,
            AcademyChanges        *changes)
{
  if (academy_changes_touch (changes, &academy_person_kind) ||
      academy_changes_touch (changes, academy_item_get_kind (self->programme)))
    update (self);
}

static void
chosen_cb (AcademyRetentionGroup *self,
           GPtrArray             *people)
{
  academy_command_erase_people (GTK_WIDGET (self), self->store, people);
}

static char *
dup_label (guint n_people)
{
  return g_strdup_printf (ngettext ("Erase %u person…", "Erase %u people…", n_people), n_people);
}

static void
erase_cb (AcademyRetentionGroup *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = academy_store_get_all (self->store, &academy_person_kind, NULL, &error);
  AdwDialog *dialog;

  if (people == NULL)
    {
      academy_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  dialog = academy_people_dialog_new (_("Erase people"),
                                      _("Choose whose names and contact details are no longer needed."), dup_label, people);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
academy_retention_group_dispose (GObject *object)
{
  AcademyRetentionGroup *self = ACADEMY_RETENTION_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_RETENTION_GROUP);
  g_clear_object (&self->programme);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_retention_group_parent_class)->dispose (object);
}

static void
academy_retention_group_class_init (AcademyRetentionGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_retention_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-retention-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyRetentionGroup, row);
  gtk_widget_class_bind_template_child (widget_class, AcademyRetentionGroup, button);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
academy_retention_group_init (AcademyRetentionGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_retention_group_new:
 * @store: a store
 * @programme: its programme
 *
 * Returns: (transfer floating): the reminder
 */
GtkWidget *
academy_retention_group_new (AcademyStore *store,
                             AcademyItem  *programme)
{
  AcademyRetentionGroup *self = g_object_new (ACADEMY_TYPE_RETENTION_GROUP, NULL);

  self->store = g_object_ref (store);
  self->programme = g_object_ref (programme);
  gtk_widget_set_sensitive (self->button, !academy_store_is_read_only (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (academy_clock_get_default (), "day-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
