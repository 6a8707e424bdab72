/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

/*
 * AcademyPlace:
 * @name: its name, which is stored with the file that was closed there, and which
 *   no view of an organisation has
 * @title: what people read, marked for translation
 * @icon: the name of its icon
 * @create: creates its page
 *
 * A place of the programme; the organisations come after them in the sidebar.
 */
typedef struct {
  const char         *name;
  const char         *title;
  const char         *icon;
  AdwNavigationPage *(*create) (AcademyStore *store,
                                AcademyItem  *programme);
} AcademyPlace;

/* The number of rows in the table of places. */
#define ACADEMY_N_PLACES 5

extern const AcademyPlace academy_places[ACADEMY_N_PLACES];

const char        *academy_places_find (const char *name);
char              *academy_places_dup_history (const char   *organisation) G_GNUC_WARN_UNUSED_RESULT;
gboolean           academy_places_is_history  (const char   *name,
                                               const char  **organisation);
AdwNavigationPage *academy_places_create_page (const char   *name,
                                               AcademyStore *store,
                                               AcademyItem  *programme);

G_END_DECLS
