/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean academy_pdf_set_language (GByteArray *pdf,
                                   const char *code);

G_END_DECLS
