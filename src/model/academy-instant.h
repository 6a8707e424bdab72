/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean   academy_instant_is_local (GDateTime   *instant);
GDateTime *academy_instant_get_twin (GDateTime   *instant) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *academy_instant_move     (GDateTime   *instant,
                                     const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
