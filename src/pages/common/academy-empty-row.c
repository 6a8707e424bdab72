/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-empty-row.h"

#include <glib/gi18n-lib.h>

/**
 * academy_empty_row_new:
 * @kind: a kind
 * @text: a question that the items answer
 *
 * Creates a placeholder for an empty list.
 *
 * Returns: (transfer floating): a row that adds the first item of @kind when it
 *   is activated
 */
GtkWidget *
academy_empty_row_new (const AcademyKind *kind,
                       const char        *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(kind->add));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}
