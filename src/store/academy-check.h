/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

gboolean academy_store_check (AcademyStore   *self,
                              GCancellable   *cancellable,
                              GPtrArray     **findings,
                              GError        **error);

G_END_DECLS
