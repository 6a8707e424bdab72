/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       academy_recent_add (const char *path);
GPtrArray *academy_recent_get (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
