/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void academy_dialog_keys_follow (AdwApplicationWindow *window);

G_END_DECLS
