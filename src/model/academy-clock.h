/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void academy_clock_get_today (GDate       *today);
void academy_clock_set_today (const GDate *today);

G_END_DECLS
