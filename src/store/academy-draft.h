/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

AcademyItem *academy_draft_new          (AcademyStore       *store,
                                         const AcademyKind  *kind,
                                         AcademyItem        *owner,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     academy_draft_may_add_target (AcademyItem        *item,
                                           const AcademyField *field);
AcademyItem *academy_draft_new_target   (AcademyStore       *store,
                                         AcademyItem        *item,
                                         const AcademyField *field,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_draft_new_translation (AcademyStore       *store,
                                            AcademyItem        *item,
                                            const AcademyField *field,
                                            const char         *language,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void         academy_draft_take_sequel  (AcademyItem        *draft,
                                         AcademyItem        *sequel,
                                         AcademyItem        *other);
void         academy_draft_ask          (AcademyItem        *draft);
gboolean     academy_draft_is           (AcademyItem        *item);
gboolean     academy_draft_is_untitled     (AcademyItem          *item,
                                            const AcademyField   *other);
void         academy_draft_write        (AcademyItem        *item,
                                         AcademyEdit        *edit);
void         academy_draft_end          (AcademyItem        *item);

G_END_DECLS
