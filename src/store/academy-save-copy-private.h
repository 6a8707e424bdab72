/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-save-copy.h"

G_BEGIN_DECLS

gboolean academy_save_copy_check_target (const char  *path,
                                         GError     **error);

G_END_DECLS
