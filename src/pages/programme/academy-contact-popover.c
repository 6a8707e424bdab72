/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-contact-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "academy-draft.h"
#include "academy-kinds.h"
#include "academy-language-parse.h"
#include "academy-organisation.h"
#include "academy-toast.h"

struct _AcademyContactPopover {
  GtkPopover    parent_instance;

  /* Template children */
  GtkLabel     *day_label;
  AdwWrapBox   *channels;
  GtkEditable  *topic_entry;
  GtkEditable  *hours_entry;
  GtkLabel     *error_label;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;
  char         *participation;
};

G_DEFINE_FINAL_TYPE (AcademyContactPopover, academy_contact_popover, GTK_TYPE_POPOVER)

/**
 * AcademyContactPopover:
 *
 * Records a contact of today by a click on its channel; what it was about and how
 * long it took may be typed before.
 */

static void
show_error (AcademyContactPopover *self,
            const char            *message)
{
  gtk_label_set_label (self->error_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hours_entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->hours_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_grab_focus (GTK_WIDGET (self->hours_entry));
}

static gboolean
take_hours (AcademyContactPopover  *self,
            AcademyItem            *contact,
            GError                **error)
{
  const AcademyField *field = academy_kind_find_field (&academy_contact_kind, "hours");
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  if (!academy_language_parse_value (academy_language_get_default (), field, gtk_editable_get_text (self->hours_entry), NULL,
                                     &value, NULL, error))
    return FALSE;

  academy_item_set_value (contact, field, &value);
  return academy_item_validate_field (contact, field, error);
}

static void
save (AcademyContactPopover *self,
      const char            *channel)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) contact = academy_draft_new (self->store, &academy_contact_kind, self->organisation, &error);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_contact_kind.add);
  g_autofree char *topic = g_strstrip (g_strdup (gtk_editable_get_text (self->topic_entry)));
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (contact == NULL || !take_hours (self, contact, &error))
    {
      show_error (self, error->message);
      return;
    }

  g_object_set (contact, "channel", channel, "participant", self->participation, NULL);
  if (*topic != '\0')
    g_object_set (contact, "topic", topic, NULL);
  academy_draft_write (contact, edit);
  if (!academy_store_apply (self->store, edit, &error))
    {
      show_error (self, error->message);
      return;
    }

  name = academy_organisation_dup_short_name (self->organisation, academy_language_get_default ());
  /* Translators: a toast; %s is the short name of an organisation */
  message = g_strdup_printf (_("Contact with %s recorded"), name);
  academy_toast_show_undo (gtk_widget_get_parent (GTK_WIDGET (self)), self->store, message);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
clicked_cb (AcademyContactPopover *self,
            GtkButton             *button)
{
  save (self, gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
academy_contact_popover_dispose (GObject *object)
{
  AcademyContactPopover *self = ACADEMY_CONTACT_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_CONTACT_POPOVER);
  g_clear_pointer (&self->participation, g_free);
  g_clear_object (&self->organisation);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_contact_popover_parent_class)->dispose (object);
}

static void
academy_contact_popover_class_init (AcademyContactPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_contact_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-contact-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyContactPopover, day_label);
  gtk_widget_class_bind_template_child (widget_class, AcademyContactPopover, channels);
  gtk_widget_class_bind_template_child (widget_class, AcademyContactPopover, topic_entry);
  gtk_widget_class_bind_template_child (widget_class, AcademyContactPopover, hours_entry);
  gtk_widget_class_bind_template_child (widget_class, AcademyContactPopover, error_label);
}

static void
academy_contact_popover_init (AcademyContactPopover *self)
{
  const AcademyField *channel = academy_kind_find_field (&academy_contact_kind, "channel");
  const AcademyLanguage *language = academy_language_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const AcademyChoice *choice = channel->choices; choice->token != NULL; choice++)
    {
      GtkWidget *button = gtk_button_new_with_label (academy_language_translate (language, choice->label));

      gtk_widget_set_name (button, choice->token);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->channels, button);
    }
}

/**
 * academy_contact_popover_new:
 * @store: a store that can be written
 * @organisation: the organisation that was in contact
 * @participation: (nullable): the id of the mentor among its participants
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
academy_contact_popover_new (AcademyStore *store,
                             AcademyItem  *organisation,
                             const char   *participation)
{
  AcademyContactPopover *self = g_object_new (ACADEMY_TYPE_CONTACT_POPOVER, NULL);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  self->store = g_object_ref (store);
  self->organisation = g_object_ref (organisation);
  self->participation = g_strdup (participation);
  day = academy_language_format_day (academy_language_get_default (), academy_store_get_day (store));
  /* Translators: the heading above buttons that record a contact of today, %s, with an organisation */
  text = g_strdup_printf (_("Contact on %s"), day);
  gtk_label_set_label (self->day_label, text);

  return GTK_WIDGET (self);
}
