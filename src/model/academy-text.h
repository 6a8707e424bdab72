/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *academy_text_find_control  (const char *text,
                                        gboolean    several_lines);
char       *academy_text_dup_printable (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char       *academy_text_normalise     (const char *text,
                                        gboolean    several_lines) G_GNUC_WARN_UNUSED_RESULT;
char       *academy_text_dup_in_sentence (const char *label) G_GNUC_WARN_UNUSED_RESULT;
char       *academy_text_shorten       (const char *text,
                                        glong       most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
