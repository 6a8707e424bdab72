/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-grid.h"
#include "academy-store.h"

G_BEGIN_DECLS

typedef struct _AcademyPasteColumns AcademyPasteColumns;

/**
 * AcademyPasteColumnsFunc:
 * @data: the data given with the function
 *
 * Called when somebody has chosen what a column is.
 */
typedef void (*AcademyPasteColumnsFunc) (gpointer data);

AcademyPasteColumns *academy_paste_columns_new           (AdwWrapBox               *box,
                                                          AcademyGrid              *grid,
                                                          const AcademyKind        *kind,
                                                          AcademyStore             *store,
                                                          AcademyItem              *owner,
                                                          GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void                 academy_paste_columns_free          (AcademyPasteColumns      *self);
void                 academy_paste_columns_set_changed   (AcademyPasteColumns      *self,
                                                          AcademyPasteColumnsFunc   changed,
                                                          gpointer                  data);
const AcademyField **academy_paste_columns_get           (AcademyPasteColumns      *self);
guint                academy_paste_columns_get_first_row (AcademyPasteColumns      *self);
char                *academy_paste_columns_dup_left      (AcademyPasteColumns      *self) G_GNUC_WARN_UNUSED_RESULT;
void                 academy_paste_columns_remember      (AcademyPasteColumns      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyPasteColumns, academy_paste_columns_free)

G_END_DECLS
