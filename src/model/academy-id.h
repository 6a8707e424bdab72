/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean academy_id_is_valid (const char *text);
void     academy_id_add_text (GChecksum  *checksum,
                              const char *text);
char    *academy_id_finish   (GChecksum  *checksum);
char    *academy_id_derive   (const char *whole,
                              const char *part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
