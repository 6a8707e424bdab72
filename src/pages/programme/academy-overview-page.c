/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-overview-page.h"

#include <glib/gi18n-lib.h>

#include "academy-column.h"
#include "academy-kinds.h"
#include "academy-organisation-list.h"
#include "academy-outlook.h"
#include "academy-page-title.h"
#include "academy-retention-group.h"
#include "academy-section.h"
#include "academy-timeline-pane.h"

static AdwNavigationPage *
create_page (GtkWidget  *content,
             const char *title)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);

  return adw_navigation_page_new (view, title);
}

/**
 * academy_overview_page_new:
 * @store: a store
 * @programme: the programme of @store
 *
 * Returns: (transfer floating): the programme, what needs attention and what comes
 *   next, the progress of each organisation, and the phases and events
 */
AdwNavigationPage *
academy_overview_page_new (AcademyStore *store,
                           AcademyItem  *programme)
{
  AcademyColumn *column = academy_column_new ();

  academy_column_append (column, academy_page_title_new (store, programme));
  academy_column_append (column, academy_outlook_new (store));
  academy_column_append (column, academy_retention_group_new (store, programme));
  academy_column_append (column, academy_organisation_list_new (store));
  academy_sections_append (column, store, academy_item_get_kind (programme)->page, programme);

  return create_page (GTK_WIDGET (column), _("Overview"));
}

/**
 * academy_timeline_page_new:
 * @store: a store
 * @programme: its programme
 *
 * Returns: (transfer floating): a timeline of the whole programme
 */
AdwNavigationPage *
academy_timeline_page_new (AcademyStore *store,
                           AcademyItem  *programme)
{
  return create_page (academy_timeline_pane_new (store, NULL), _("Timeline"));
}

/**
 * academy_timeline_page_show_item:
 * @page: a page made by academy_timeline_page_new()
 * @item: an item with days
 *
 * Selects the row of @item and scrolls to it.
 */
void
academy_timeline_page_show_item (AdwNavigationPage *page,
                                 AcademyItem       *item)
{
  GtkWidget *pane = adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (page)));

  academy_timeline_view_show_item (academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane)),
                                   academy_item_get_id (item));
}
