/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_KEPT_CURSOR (academy_kept_cursor_get_type ())

G_DECLARE_FINAL_TYPE (AcademyKeptCursor, academy_kept_cursor, ACADEMY, KEPT_CURSOR, GObject)

AcademyKeptCursor *academy_kept_cursor_new (AdwApplicationWindow *window) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
