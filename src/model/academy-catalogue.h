/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AcademyCatalogue AcademyCatalogue;

AcademyCatalogue *academy_catalogue_open   (const char             *path,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
const char       *academy_catalogue_lookup (const AcademyCatalogue *self,
                                            const char             *msgid);
void              academy_catalogue_free   (AcademyCatalogue       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyCatalogue, academy_catalogue_free)

G_END_DECLS
