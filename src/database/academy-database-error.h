/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void academy_database_set_error (GError  **error,
                                 sqlite3  *handle,
                                 int       code);

G_END_DECLS
