/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-kind.h"

G_BEGIN_DECLS

GtkWidget *academy_empty_row_new (const AcademyKind *kind,
                                  const char        *text);

G_END_DECLS
