/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

gboolean academy_store_count_history (AcademyStore  *self,
                                      GDateTime     *before,
                                      gint64        *count,
                                      GError       **error);
gboolean academy_store_thin_history  (AcademyStore  *self,
                                      GDateTime     *before,
                                      GError       **error);

G_END_DECLS
