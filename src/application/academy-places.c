/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-places.h"

#include <glib/gi18n.h>
#include <string.h>

#include "academy-descendant.h"
#include "academy-history-page.h"
#include "academy-lessons-page.h"
#include "academy-mentoring-page.h"
#include "academy-overview-page.h"
#include "academy-page-title.h"
#include "academy-people-page.h"
#include "academy-subtitle.h"

/* The names of the places with the history, of all or of an organisation. */
#define HISTORY    "history"
#define HISTORY_OF HISTORY ":"

const AcademyPlace academy_places[ACADEMY_N_PLACES] = {
  { "overview", N_("Overview"), "view-grid-symbolic", academy_overview_page_new },
  { "timeline", N_("Timeline"), "x-office-calendar-symbolic", academy_timeline_page_new },
  { "mentoring", N_("Mentoring"), "avatar-default-symbolic", academy_mentoring_page_new },
  { "people", N_("People"), "system-users-symbolic", academy_people_page_new },
  { "lessons", N_("Lessons"), "dialog-information-symbolic", academy_lessons_page_new },
};

/**
 * academy_places_find:
 * @name: (nullable): a name
 *
 * Returns: (nullable): the name of the place that is called @name
 */
const char *
academy_places_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (academy_places); i++)
    if (g_strcmp0 (academy_places[i].name, name) == 0)
      return academy_places[i].name;

  return NULL;
}

/**
 * academy_places_dup_history:
 * @organisation: (nullable): the id of an organisation
 *
 * Returns: (transfer full): the name of the place with the history of @organisation,
 *   or of all; it has no row in the sidebar
 */
char *
academy_places_dup_history (const char *organisation)
{
  return organisation != NULL ? g_strconcat (HISTORY_OF, organisation, NULL) : g_strdup (HISTORY);
}

/**
 * academy_places_is_history:
 * @name: the name of a place
 * @organisation: (out) (nullable): the id of the organisation of which it shows the
 *   history; %NULL for all
 *
 * Returns: whether it is a place with the history
 */
gboolean
academy_places_is_history (const char  *name,
                           const char **organisation)
{
  gboolean is_of_one = g_str_has_prefix (name, HISTORY_OF);

  *organisation = is_of_one ? name + strlen (HISTORY_OF) : NULL;
  return is_of_one || g_str_equal (name, HISTORY);
}

/**
 * academy_places_create_page:
 * @name: the name of a place
 * @store: a store
 * @programme: its programme
 *
 * Returns: (transfer floating) (nullable): the page of that place; %NULL when
 *   @name is none, as the id of an organisation
 */
AdwNavigationPage *
academy_places_create_page (const char   *name,
                            AcademyStore *store,
                            AcademyItem  *programme)
{
  AdwNavigationPage *page = NULL;
  const char *organisation;

  if (academy_places_is_history (name, &organisation))
    page = academy_history_page_new (store, organisation);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (academy_places); i++)
    if (g_str_equal (academy_places[i].name, name))
      page = academy_places[i].create (store, programme);

  /* Other pages do not say in their content whose they are. */
  if (page != NULL && academy_descendant_find (GTK_WIDGET (page), ACADEMY_TYPE_PAGE_TITLE) == NULL)
    academy_subtitle_show (page, programme);
  return page;
}
