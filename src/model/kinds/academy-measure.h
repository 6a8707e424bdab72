/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

gboolean academy_measure_is_overdue (AcademyItem *measure,
                                  const GDate *today);

gboolean academy_measure_is_finished (AcademyItem *measure);

G_END_DECLS
