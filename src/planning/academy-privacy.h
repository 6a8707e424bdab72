/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PRIVACY (academy_privacy_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPrivacy, academy_privacy, ACADEMY, PRIVACY, GObject)

AcademyPrivacy *academy_privacy_get       (AcademyStore      *store);
gboolean        academy_privacy_is_hiding (AcademyPrivacy    *self);
void            academy_privacy_set_shown (AcademyPrivacy    *self,
                                           gboolean           shown);
gboolean        academy_privacy_concerns  (const AcademyKind *kind);
gboolean        academy_privacy_hides     (AcademyStore      *store,
                                           AcademyItem       *item);

G_END_DECLS
