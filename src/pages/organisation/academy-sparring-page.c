/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-sparring-page.h"

#include <glib/gi18n-lib.h>

#include "academy-column.h"
#include "academy-kinds.h"
#include "academy-section.h"

/**
 * academy_sparring_page_new:
 * @store: a store
 * @organisation: an organisation
 *
 * Returns: (transfer floating): the sparring sessions of the organisation
 */
GtkWidget *
academy_sparring_page_new (AcademyStore *store,
                           AcademyItem  *organisation)
{
  GtkWidget *column = academy_column_new ();

  academy_column_append (column,
                         academy_section_new (store, &academy_session_kind, organisation,
                                              _("Sparring sessions"),
                                              _("When do the organisation and its sparring experts meet, and what about?")));

  return column;
}
