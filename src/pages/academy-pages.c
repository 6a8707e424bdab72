/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-pages.h"

#include <gio/gio.h>

#include "academy-common-pages-resources.h"
#include "academy-history-pages-resources.h"
#include "academy-organisation-pages-resources.h"
#include "academy-plan-pages-resources.h"
#include "academy-programme-pages-resources.h"
#include "academy-sparring-pages-resources.h"
#include "academy-timeline-pages-resources.h"

/**
 * academy_pages_register_resources:
 *
 * Registers the templates and the style of all pages. The linker takes an object
 * file out of a static library only if something in it is called.
 */
void
academy_pages_register_resources (void)
{
  g_resources_register (academy_common_pages_get_resource ());
  g_resources_register (academy_history_pages_get_resource ());
  g_resources_register (academy_organisation_pages_get_resource ());
  g_resources_register (academy_plan_pages_get_resource ());
  g_resources_register (academy_programme_pages_get_resource ());
  g_resources_register (academy_sparring_pages_get_resource ());
  g_resources_register (academy_timeline_pages_get_resource ());
}
