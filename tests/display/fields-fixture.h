/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

/* The number of items of a kind in a programme with everything. */
#define FIELDS_N_OF_EACH 2

/* What somebody types for a field of each type, how a file has it, and how a
 * form shows it. */
typedef struct {
  AcademyFieldType  type;
  const char       *typed;
  const char       *canonical;
  const char       *shown;
} FieldSample;

AcademyStore      *fields_create_everything (void) G_GNUC_WARN_UNUSED_RESULT;
const FieldSample *fields_get_sample        (const AcademyField *field,
                                             guint               i);
char              *fields_dup_target_title  (const AcademyField *field,
                                             guint               i) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem       *fields_get_item          (AcademyStore       *store,
                                             const AcademyKind  *kind) G_GNUC_WARN_UNUSED_RESULT;
char              *fields_dup_canonical     (AcademyStore       *store,
                                             const AcademyField *field,
                                             guint               i) G_GNUC_WARN_UNUSED_RESULT;
void               fields_assert_in_file    (AcademyStore       *store,
                                             AcademyItem        *item,
                                             const AcademyField *field,
                                             const char         *canonical);
const AcademyField *fields_find             (AcademyItem        *item,
                                             const char         *name);
char              *fields_dup_text          (GtkWidget          *control) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
