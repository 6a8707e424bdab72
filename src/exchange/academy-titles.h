/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

typedef struct _AcademyTitles AcademyTitles;

AcademyTitles *academy_titles_new             (AcademyStore        *store,
                                               const AcademyKind   *kind,
                                               const char          *owner,
                                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyTitles *academy_titles_new_for_link    (AcademyStore        *store,
                                               const AcademyField  *link,
                                               AcademyItem         *owner,
                                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void           academy_titles_free            (AcademyTitles       *self);
const char    *academy_titles_find            (AcademyTitles       *self,
                                               const char          *title);
char         **academy_titles_split           (AcademyTitles       *self,
                                               const char          *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyTitles, academy_titles_free)

G_END_DECLS
