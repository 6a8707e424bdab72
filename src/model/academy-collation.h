/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int   academy_collation_compare  (const char *a,
                                  gssize      length_a,
                                  const char *b,
                                  gssize      length_b);
char *academy_collation_make_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
