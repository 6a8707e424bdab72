/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-places.h"

#include <glib/gi18n.h>

#include "academy-lessons-page.h"
#include "academy-mentoring-page.h"
#include "academy-overview-page.h"
#include "academy-people-page.h"

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
  for (guint i = 0; i < G_N_ELEMENTS (academy_places); i++)
    if (g_str_equal (academy_places[i].name, name))
      return academy_places[i].create (store, programme);

  return NULL;
}
