/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-offer.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-progress.h"

/* A row below that of a number which says what the sum of the plan is, and
 * writes it into the field. It is there while the field says something else. */

static gboolean
find_sum (AcademyEditor *editor,
          GValue        *value)
{
  AcademyItem *item = academy_editor_get_item (editor);
  const AcademyField *field = academy_editor_get_field (editor);
  AcademyProgress progress;
  g_autoptr(GError) error = NULL;
  double sum;
  GDate today;

  if (item == NULL)
    return FALSE;

  academy_clock_get_today (&today);
  if (!academy_progress_read (&progress, academy_editor_get_store (editor), academy_item_get_owner (item), &today, &error))
    {
      academy_store_report (academy_editor_get_store (editor), error);
      return FALSE;
    }

  sum = g_str_equal (field->sums, "cost") ? (double) progress.cost : (double) progress.person_days;
  academy_value_init (field, value);
  if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, sum);
  else
    g_value_set_double (value, sum);

  return sum > 0 && !academy_value_equal (field, value, academy_item_get_value (item, field));
}

/**
 * academy_offer_update:
 * @row: a row of academy_offer_new()
 *
 * Looks at the sum again, because the editor has another item.
 */
void
academy_offer_update (GtkWidget *row)
{
  AcademyEditor *editor = g_object_get_data (G_OBJECT (row), "editor");
  const AcademyField *field = academy_editor_get_field (editor);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean is_offered = find_sum (editor, &value);

  gtk_widget_set_visible (row, is_offered);
  if (is_offered)
    {
      g_autofree char *sum = academy_language_format_value (academy_language_get_default (), field, &value);
      /* Translators: the sum of what the measures of the plan cost or take: “From the plan: 62,500 €” */
      g_autofree char *title = g_strdup_printf (_("From the plan: %s"), sum);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    }
}

static void
activated_cb (GtkWidget *row)
{
  AcademyEditor *editor = g_object_get_data (G_OBJECT (row), "editor");
  g_auto(GValue) value = G_VALUE_INIT;

  if (!find_sum (editor, &value))
    return;

  academy_editor_grab_focus (editor);
  academy_editor_commit (editor, &value, NULL);
}

/**
 * academy_offer_new:
 * @editor: (transfer none): the editor of a number that has a sum in the plan
 *
 * Returns: (transfer floating): a row to stand below that of @editor
 */
GtkWidget *
academy_offer_new (AcademyEditor *editor)
{
  GtkWidget *row = adw_button_row_new ();

  g_object_set_data (G_OBJECT (row), "editor", editor);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_visible (row, FALSE);
  g_object_bind_property (academy_editor_get_row (editor), "sensitive", row, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_editor_get_store (editor), "changed", G_CALLBACK (academy_offer_update), row,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return row;
}
