/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "academy-date.h"

G_BEGIN_DECLS

gboolean    academy_database_check_texts (sqlite3_stmt *statement,
                                          GError      **error);
const char *academy_database_find_text   (sqlite3_stmt *statement,
                                          int           column);
const char *academy_database_get_text    (sqlite3_stmt *statement,
                                          int           column);
AcademyDay  academy_database_get_day     (sqlite3_stmt *statement,
                                          int           column);

G_END_DECLS
