/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-late-row.h"

#include "academy-bar.h"
#include "academy-status.h"

/**
 * academy_late_row_show:
 * @row: a row
 * @store: a store
 * @item: the item that it tells
 * @subtitle: the text below its title, whose last part is the status of an item that
 *   has one
 *
 * Shows @subtitle, marked when @item is late.
 */
void
academy_late_row_show (AdwActionRow *row,
                       AcademyStore *store,
                       AcademyItem  *item,
                       const char   *subtitle)
{
  g_autofree char *late = NULL;

  if (academy_status_is_overdue (item, academy_store_get_day (store)))
    late = academy_bar_format_overdue (subtitle, academy_language_get_default ());
  adw_action_row_set_subtitle (row, late != NULL ? late : subtitle);
  if (late != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "late");
}
