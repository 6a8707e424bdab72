/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-id-list.h"
#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_ROWS (academy_rows_get_type ())

G_DECLARE_DERIVABLE_TYPE (AcademyRows, academy_rows, ACADEMY, ROWS, GObject)

struct _AcademyRowsClass {
  GObjectClass parent_class;
};

void               academy_rows_set_source   (AcademyRows        *self,
                                              AcademyStore       *store,
                                              const AcademyKind  *kind);
AcademyStore      *academy_rows_get_store    (AcademyRows        *self);
const AcademyKind *academy_rows_get_kind     (AcademyRows        *self);
AcademyIdList     *academy_rows_get_ids      (AcademyRows        *self);
AcademyIdList     *academy_rows_look_up      (AcademyRows        *self,
                                              const AcademyQuery *query) G_GNUC_WARN_UNUSED_RESULT;
void               academy_rows_take_ids     (AcademyRows        *self,
                                              AcademyIdList      *ids);
void               academy_rows_add_draft    (AcademyRows        *self,
                                              AcademyItem        *item);
void               academy_rows_remove_draft (AcademyRows        *self,
                                              AcademyItem        *item);
AcademyItem       *academy_rows_get_draft    (AcademyRows        *self,
                                              guint               position);

G_END_DECLS
