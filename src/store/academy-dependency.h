/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

AcademyItem *academy_dependency_new           (AcademyItem *predecessor,
                                               AcademyItem *successor) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *academy_dependency_get_followers (AcademyStore        *store,
                                             const char * const  *measures,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
