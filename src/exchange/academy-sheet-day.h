/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *academy_sheet_day_dup (const char *shown,
                             const char *serial) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
