/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean academy_command_line_is_command (const char  *word);
int      academy_command_line_run        (int          argc,
                                          char       **argv);

G_END_DECLS
