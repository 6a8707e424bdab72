/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyRowFunc:
 * @store: the store being queried
 * @row: the current row, for reading its columns
 * @data: the data passed with the function
 *
 * Called for each row of a query. It must not run another query.
 */
typedef void (*AcademyRowFunc) (AcademyStore *store,
                                sqlite3_stmt *row,
                                gpointer      data);

gboolean    academy_store_query   (AcademyStore        *self,
                                   const char          *sql,
                                   const char * const  *texts,
                                   guint                n_texts,
                                   AcademyRowFunc       func,
                                   gpointer             data,
                                   GError             **error);
const char *academy_store_find_id (AcademyStore        *self,
                                   const AcademyKind   *kind,
                                   sqlite3_stmt        *row,
                                   int                  column);

G_END_DECLS
