/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean academy_command_line_is_command    (const char  *word);
int      academy_command_line_run           (int          argc,
                                             char       **argv);
int      academy_command_line_check         (int          argc,
                                             char       **argv);
int      academy_command_line_check_display (void);

G_END_DECLS
