/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void academy_toast_focus_follow (AdwToast        *toast,
                                 AdwToastOverlay *overlay);

G_END_DECLS
