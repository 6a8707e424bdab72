/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-board-page.h"

#include <glib/gi18n-lib.h>

#include "academy-column.h"
#include "academy-kinds.h"
#include "academy-section.h"

/**
 * academy_board_page_new:
 * @store: a store
 * @organisation: an organisation
 *
 * Returns: (transfer floating): the presentations to the executive board of the
 *   organisation
 */
GtkWidget *
academy_board_page_new (AcademyStore *store,
                        AcademyItem  *organisation)
{
  GtkWidget *column = academy_column_new ();

  academy_column_append (column,
                         academy_section_new (store, &academy_board_item_kind, organisation,
                                              _("Board presentations"),
                                              _("What is put before the executive board, when, and what did it decide?")));

  return column;
}
