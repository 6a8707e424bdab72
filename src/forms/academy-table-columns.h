/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-table-model.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE_COLUMNS (academy_table_columns_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableColumns, academy_table_columns, ACADEMY, TABLE_COLUMNS, GObject)

/**
 * AcademyTableColumnFactory:
 * @field: a field
 * @data: the data given with the function
 *
 * Returns: (transfer full): the factory of the cells of @field
 */
typedef GtkListItemFactory *(*AcademyTableColumnFactory) (const AcademyField *field,
                                                          gpointer            data);

gboolean             academy_table_columns_takes     (const AcademyField        *field);
AcademyTableColumns *academy_table_columns_new       (GtkColumnView             *view,
                                                      const AcademyKind         *kind,
                                                      GSettings                 *settings,
                                                      AcademyTableColumnFactory  factory,
                                                      gpointer                   data) G_GNUC_WARN_UNUSED_RESULT;
GActionGroup        *academy_table_columns_get_actions (AcademyTableColumns     *self);
GtkColumnViewColumn *academy_table_columns_find      (AcademyTableColumns       *self,
                                                      const AcademyField        *field);
const AcademyField  *academy_table_columns_step      (AcademyTableColumns       *self,
                                                      const AcademyField        *field,
                                                      int                        step);
gboolean             academy_table_columns_is_shown  (AcademyTableColumns       *self,
                                                      const AcademyField        *field);
void                 academy_table_columns_show      (AcademyTableColumns       *self,
                                                      const AcademyField        *field,
                                                      gboolean                   shown);
void                 academy_table_columns_move      (AcademyTableColumns       *self,
                                                      const AcademyField        *field,
                                                      int                        step);
void                 academy_table_columns_sort      (AcademyTableColumns       *self,
                                                      const AcademyField        *field,
                                                      gboolean                   descending);
AcademySort          academy_table_columns_get_order (AcademyTableColumns       *self);
GMenuModel          *academy_table_columns_create_menu (AcademyTableColumns     *self,
                                                        const AcademyField      *field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
