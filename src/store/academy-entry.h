/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item-change.h"

G_BEGIN_DECLS

/**
 * AcademyEntryLine:
 * @change: the change of the item
 * @field: (nullable): the field that changed; %NULL when the item came or went
 * @organisation: (nullable): the id of the organisation of the item
 * @title: the title of the item now, or when it was deleted
 * @before: (nullable): the value before as people read it
 * @after: (nullable): the value after
 * @exists: whether the item is in the file now
 * @is_private: whether it tells of what must not leave the file
 *
 * One thing that an entry of the history changed.
 */
typedef struct {
  const AcademyField      *field;
  const char              *organisation;
  gboolean                 exists;
  gboolean                 is_private;

  /* Owned */
  char                    *title;
  char                    *before;
  char                    *after;

  /* Borrowed */
  const AcademyItemChange *change;
} AcademyEntryLine;

#define ACADEMY_TYPE_ENTRY (academy_entry_get_type ())

G_DECLARE_FINAL_TYPE (AcademyEntry, academy_entry, ACADEMY, ENTRY, GObject)

gint64       academy_entry_get_step       (AcademyEntry            *self);
GDateTime   *academy_entry_get_time       (AcademyEntry            *self);
const char  *academy_entry_get_author     (AcademyEntry            *self);
char        *academy_entry_dup_text       (AcademyEntry            *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *academy_entry_get_lines      (AcademyEntry            *self);
gboolean     academy_entry_has_removed    (AcademyEntry            *self);

AcademyEdit *academy_entry_create_restore (AcademyStore            *store,
                                           const AcademyEntryLine  *line,
                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
