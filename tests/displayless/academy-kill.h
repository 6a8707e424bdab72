/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*AcademyKillFunc) (gpointer data);

gboolean academy_kill_at (guint            step,
                          int              number,
                          AcademyKillFunc  work,
                          gpointer         data);

G_END_DECLS
