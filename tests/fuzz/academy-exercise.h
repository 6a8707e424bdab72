/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean academy_exercise (const char *path,
                           GRand      *random);

G_END_DECLS
