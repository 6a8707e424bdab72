/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-offer.h"

#include <glib/gi18n-lib.h>

#include "academy-progress.h"

struct _AcademyOffer {
  GObject        parent_instance;

  /* Owned */
  GtkWidget     *row;

  /* Borrowed */
  AcademyEditor *editor;
};

G_DEFINE_FINAL_TYPE (AcademyOffer, academy_offer, G_TYPE_OBJECT)

/**
 * AcademyOffer:
 *
 * A row below that of a number, with the sum of the plan, which writes it into
 * the field. It is visible while the field has another value.
 */

static gboolean
find_sum (AcademyEditor *editor,
          GValue        *value)
{
  AcademyItem *item = academy_editor_get_item (editor);
  const AcademyField *field = academy_editor_get_field (editor);
  AcademyEffort effort;
  g_autoptr(GError) error = NULL;
  double sum;

  if (item == NULL)
    return FALSE;

  if (!academy_effort_read (&effort, academy_editor_get_store (editor), academy_item_get_owner (item), &error))
    {
      academy_store_report (academy_editor_get_store (editor), error);
      return FALSE;
    }

  sum = g_str_equal (field->sums, "cost") ? (double) effort.cost : effort.person_days;
  academy_value_init (field, value);
  if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, sum);
  else
    g_value_set_double (value, sum);

  return sum > 0 && !academy_value_equal (field, value, academy_item_get_value (item, field));
}

/* Moves the focus from a row that is hidden to the field. */
static void
show_row (GtkWidget     *row,
          AcademyEditor *editor,
          gboolean       visible)
{
  if (!visible && gtk_widget_is_focus (row))
    academy_editor_grab_focus (editor);
  gtk_widget_set_visible (row, visible);
}

/**
 * academy_offer_update:
 * @self: an offer
 *
 * Reads the sum again, because the editor shows another item.
 */
void
academy_offer_update (AcademyOffer *self)
{
  const AcademyField *field = academy_editor_get_field (self->editor);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean is_offered = find_sum (self->editor, &value);

  show_row (self->row, self->editor, is_offered);
  if (is_offered)
    {
      g_autofree char *sum = academy_language_format_value (academy_language_get_default (), field, &value);
      /* Translators: the sum of what the measures of the plan cost or take: “From the plan: 62,500 €” */
      g_autofree char *title = g_strdup_printf (_("From the plan: %s"), sum);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
    }
}

static void
activated_cb (AcademyOffer *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (!find_sum (self->editor, &value))
    return;

  academy_editor_grab_focus (self->editor);
  academy_editor_commit (self->editor, &value, NULL);
}

static void
academy_offer_dispose (GObject *object)
{
  g_clear_object (&ACADEMY_OFFER (object)->row);

  G_OBJECT_CLASS (academy_offer_parent_class)->dispose (object);
}

static void
academy_offer_class_init (AcademyOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_offer_dispose;
}

static void
academy_offer_init (AcademyOffer *self)
{
  self->row = g_object_ref_sink (adw_button_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  gtk_widget_set_visible (self->row, FALSE);
  g_signal_connect_object (self->row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * academy_offer_new:
 * @editor: (transfer none): the editor of a number that has a sum in the plan
 *
 * Returns: (transfer full): an offer for @editor
 */
AcademyOffer *
academy_offer_new (AcademyEditor *editor)
{
  AcademyOffer *self = g_object_new (ACADEMY_TYPE_OFFER, NULL);

  self->editor = editor;
  g_object_bind_property (academy_editor_get_row (editor), "sensitive", self->row, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (academy_editor_get_store (editor), "changed", G_CALLBACK (academy_offer_update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * academy_offer_get_row:
 * @self: an offer
 *
 * Returns: (transfer none): its row, to be placed below that of the editor
 */
GtkWidget *
academy_offer_get_row (AcademyOffer *self)
{
  return self->row;
}
