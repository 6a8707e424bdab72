/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"

G_BEGIN_DECLS

gboolean  academy_stamp_from_text (const char       *text,
                                   gint64           *stamp,
                                   GError          **error);
char     *academy_stamp_to_text   (gint64            stamp,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char     *academy_stamp_new       (AcademyDatabase  *database,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
