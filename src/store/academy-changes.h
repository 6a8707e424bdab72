/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-query.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_CHANGES (academy_changes_get_type ())

/**
 * AcademyChangeType:
 * @ACADEMY_CHANGE_ADDED: the item was added
 * @ACADEMY_CHANGE_CHANGED: fields of it changed
 * @ACADEMY_CHANGE_REMOVED: it was deleted
 *
 * The effect of an edit on an item.
 */
typedef enum {
  ACADEMY_CHANGE_ADDED,
  ACADEMY_CHANGE_CHANGED,
  ACADEMY_CHANGE_REMOVED,
} AcademyChangeType;

/**
 * AcademyChange:
 * @kind: the kind of the item
 * @type: whether it was added, changed or removed
 * @fields: a bit for each field that changed, by its index in the field table
 * @organisation: (nullable): the id of the organisation that the item belongs to,
 *   or that it is; an interned string. %NULL for items of the programme
 * @id: its id
 *
 * The change of one item.
 */
typedef struct {
  const AcademyKind *kind;
  AcademyChangeType  type;
  guint64            fields;
  const char        *organisation;
  char              *id;
} AcademyChange;

typedef struct _AcademyChanges AcademyChanges;

GType                academy_changes_get_type          (void);
AcademyChanges      *academy_changes_ref               (AcademyChanges       *self);
void                 academy_changes_unref             (AcademyChanges       *self);
gboolean             academy_changes_is_everything     (const AcademyChanges *self);
guint                academy_changes_get_length        (const AcademyChanges *self);
const AcademyChange *academy_changes_get               (const AcademyChanges *self,
                                                        guint                 i);
const AcademyChange *academy_changes_find              (const AcademyChanges *self,
                                                        const char           *id);
gboolean             academy_changes_touch             (const AcademyChanges *self,
                                                        const AcademyKind    *kind);
GHashTable          *academy_changes_get_organisations (const AcademyChanges *self,
                                                        const AcademyKind    *kind,
                                                        guint64               fields) G_GNUC_WARN_UNUSED_RESULT;
gboolean             academy_changes_affect            (const AcademyChanges *self,
                                                        const AcademyKind    *kind,
                                                        const AcademyQuery   *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyChanges, academy_changes_unref)

G_END_DECLS
