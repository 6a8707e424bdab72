/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyItemChange:
 * @type: whether the item was added, changed or removed
 * @kind: its kind
 * @fields: a bit for each field that changed, by its index in the field table
 * @id: its id
 * @before: the values before; of an item that changed, only those of @fields
 * @after: the values after, likewise
 *
 * The change of one item, with its values. A field of type %ACADEMY_LINKS has in
 * @before the links that were taken away, and in @after those that were added.
 */
typedef struct {
  AcademyChangeType  type;
  const AcademyKind *kind;
  guint64            fields;

  /* Owned */
  char              *id;
  AcademyItem       *before;
  AcademyItem       *after;
} AcademyItemChange;

void       academy_item_change_free (AcademyItemChange  *self);
GPtrArray *academy_store_read_net   (AcademyStore       *self,
                                     gint64              since,
                                     gint64              until,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   academy_store_find_added (AcademyStore       *self,
                                     const char         *id,
                                     gint64              since,
                                     gint64              until,
                                     gint64             *at,
                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyItemChange, academy_item_change_free)

G_END_DECLS
