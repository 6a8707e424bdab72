/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

void     academy_store_trim_journal (AcademyStore  *self,
                                     const char    *state);
gboolean academy_store_rebuild      (AcademyStore  *self,
                                     const char    *path,
                                     GError       **error);

G_END_DECLS
