/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "academy-paste.h"
#include "academy-store.h"

G_BEGIN_DECLS

#define BENCH_ROWS 1000

gint64        bench_get_cpu_time      (void);
AcademyStore *bench_create_store      (const char   *path);
AcademyItem  *bench_find_organisation (AcademyStore *store,
                                       const char   *slug);
sqlite3      *bench_open_raw          (const char   *path);
void          bench_run_sql           (sqlite3      *database,
                                       const char   *sql);
AcademyPaste *bench_read_rows         (AcademyStore *store,
                                       AcademyItem  *organisation);
void          bench_save_rows         (AcademyStore *store,
                                       AcademyPaste *paste);
void          bench_insert_rows       (sqlite3      *database,
                                       const char   *organisation,
                                       AcademyPaste *paste);

G_END_DECLS
