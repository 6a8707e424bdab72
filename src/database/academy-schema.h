/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"
#include "academy-kind.h"

G_BEGIN_DECLS

#define ACADEMY_APPLICATION_NUMBER 0x41636164 /* “Acad” */

/* The newest version of the schema. */
#define ACADEMY_SCHEMA_VERSION 7

/* A table that belongs to no kind, and the schema version that introduced its
 * present form. */
typedef struct {
  const char *name;
  const char *sql;
  int         since;
} AcademySchemaTable;

extern const AcademySchemaTable academy_schema_tables[];

GHashTable *academy_schema_read_columns  (AcademyDatabase    *database,
                                          const char         *table,
                                          GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    academy_schema_create_tables (AcademyDatabase    *database,
                                          GError            **error);
gboolean    academy_schema_create        (AcademyDatabase    *database,
                                          GError            **error);
gboolean    academy_schema_check         (AcademyDatabase    *database,
                                          GError            **error);
gboolean    academy_schema_is_current    (AcademyDatabase    *database,
                                          gboolean           *current,
                                          GError            **error);
gboolean    academy_schema_migrate       (AcademyDatabase    *database,
                                          GError            **error);
gboolean    academy_schema_renew_history (AcademyDatabase    *database,
                                          GError            **error);

G_END_DECLS
