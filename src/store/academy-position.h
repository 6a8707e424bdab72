/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

gboolean academy_position_is_free    (const AcademyKind  *kind);
gboolean academy_position_is_set     (AcademyItem        *item);
gboolean academy_position_move_among (AcademyStore       *store,
                                      GPtrArray          *all,
                                      GPtrArray          *items,
                                      AcademyItem        *before,
                                      GError            **error);
gboolean academy_position_move       (AcademyStore       *store,
                                      GPtrArray          *items,
                                      AcademyItem        *before,
                                      GError            **error);

G_END_DECLS
