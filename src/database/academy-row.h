/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"
#include "academy-query.h"

G_BEGIN_DECLS

gboolean   academy_row_insert     (AcademyDatabase     *database,
                                   AcademyItem         *item,
                                   GError             **error);
gboolean   academy_row_update     (AcademyDatabase     *database,
                                   const AcademyKind   *kind,
                                   const char          *id,
                                   const AcademyField  *field,
                                   const GValue        *value,
                                   GError             **error);
gboolean   academy_row_delete     (AcademyDatabase     *database,
                                   const AcademyKind   *kind,
                                   const char          *id,
                                   GError             **error);
gboolean   academy_row_check_unique (AcademyDatabase     *database,
                                     AcademyItem         *item,
                                     const AcademyField  *field,
                                     GError             **error);
gboolean   academy_row_read       (AcademyDatabase     *database,
                                   AcademyItem         *item,
                                   gint64               row,
                                   gboolean            *found,
                                   GError             **error);
gboolean   academy_row_read_links (AcademyDatabase     *database,
                                   AcademyItem         *item,
                                   GError             **error);
gboolean   academy_row_foreach    (AcademyDatabase     *database,
                                   const AcademyKind   *kind,
                                   const char          *owner,
                                   AcademyItemFunc      func,
                                   gpointer             data,
                                   GError             **error);
GPtrArray *academy_row_ids        (AcademyDatabase     *database,
                                   const AcademyKind   *kind,
                                   const AcademyQuery  *query,
                                   GPtrArray          **groups,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
const AcademyKind *
           academy_row_find_kind  (const char          *table,
                                   const AcademyField **links);
const char *
           academy_row_find_id    (AcademyDatabase     *database,
                                   const AcademyKind   *kind,
                                   sqlite3_stmt        *statement,
                                   int                  column);
char      *academy_row_order      (const AcademyKind   *kind,
                                   const AcademySort   *sorts,
                                   const char          *collate);
const char *academy_row_get_type (const AcademyField *field);
char      *academy_row_links      (const AcademyKind   *kind,
                                   const AcademyField  *field);

G_END_DECLS
