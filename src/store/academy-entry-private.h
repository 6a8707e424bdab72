/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-entry.h"

G_BEGIN_DECLS

AcademyEntry     *academy_entry_new      (gint64             step,
                                          gint64             at,
                                          const char        *author,
                                          const char        *label,
                                          const char        *action,
                                          GPtrArray         *changes,
                                          GPtrArray         *lines) G_GNUC_WARN_UNUSED_RESULT;
void              academy_entry_line_free (AcademyEntryLine *self);

G_END_DECLS
