/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-situation-page.h"

#include <glib/gi18n-lib.h>

#include "academy-column.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-lead.h"
#include "academy-section.h"

/**
 * academy_situation_page_new:
 * @store: a store
 * @organisation: an organisation
 *
 * Returns: (transfer floating): the goals of the organisation, the people who
 *   take part, and the facts about it
 */
GtkWidget *
academy_situation_page_new (AcademyStore *store,
                            AcademyItem  *organisation)
{
  GtkWidget *column = academy_column_new ();
  GtkWidget *form = academy_form_new (store, &academy_organisation_kind);

  academy_column_append (column, academy_lead_new (NULL, organisation));
  academy_column_append (column, academy_section_new (store, &academy_goal_kind, organisation, _("Impact goals"),
                                                      _("What shall be better, and for whom, when the plan has worked?")));
  academy_column_append (column, academy_section_new (store, &academy_participation_kind, organisation, _("Team and mentor"),
                                                      _("Who takes part, and who is the KEINO mentor?")));
  academy_form_set_item (ACADEMY_FORM (form), organisation);
  academy_column_append (column, form);

  return column;
}
