/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-plan-page.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_ORGANISATION_PAGE (academy_organisation_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyOrganisationPage, academy_organisation_page, ACADEMY, ORGANISATION_PAGE, AdwNavigationPage)

AdwNavigationPage *academy_organisation_page_new         (AcademyStore            *store,
                                                          AcademyItem             *organisation,
                                                          const char              *view) G_GNUC_WARN_UNUSED_RESULT;
void               academy_organisation_page_set_item    (AcademyOrganisationPage *self,
                                                          AcademyItem             *organisation);
AcademyItem       *academy_organisation_page_get_item    (AcademyOrganisationPage *self);
const char        *academy_organisation_page_get_view    (AcademyOrganisationPage *self);
void               academy_organisation_page_show_view   (AcademyOrganisationPage *self,
                                                          const char              *view);
void               academy_organisation_page_add         (AcademyOrganisationPage *self);
void               academy_organisation_page_prepare     (AcademyOrganisationPage *self,
                                                          AcademyItem             *session);
void               academy_organisation_page_wrap_up     (AcademyOrganisationPage *self,
                                                          AcademyItem             *session);
gboolean           academy_organisation_page_settle      (AcademyOrganisationPage *self,
                                                          AcademyItem             *note);
const char        *academy_organisation_page_find_view   (const AcademyKind       *kind);
gboolean           academy_organisation_page_show_item   (AcademyOrganisationPage *self,
                                                          AcademyItem             *item,
                                                          AcademyShow              show);
void               academy_organisation_page_filter      (AcademyOrganisationPage *self,
                                                          AcademyOperator          comparison);

G_END_DECLS
