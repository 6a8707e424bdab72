/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *academy_slug_derive     (const char *name,
                                   gsize       max) G_GNUC_WARN_UNUSED_RESULT;
char     *academy_slug_number     (const char *slug,
                                   guint       number,
                                   gsize       max) G_GNUC_WARN_UNUSED_RESULT;
gboolean  academy_slug_is_derived (const char *slug,
                                   const char *name,
                                   gsize       max);

G_END_DECLS
