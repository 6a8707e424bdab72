/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean academy_svg_set_title (GByteArray *svg,
                                const char *title,
                                const char *description,
                                const char *code);

G_END_DECLS
