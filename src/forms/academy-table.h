/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-editor.h"
#include "academy-table-columns.h"
#include "academy-table-model.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE (academy_table_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTable, academy_table, ACADEMY, TABLE, GtkWidget)

GtkWidget           *academy_table_new            (AcademyTableModel  *model,
                                                   GSettings          *settings) G_GNUC_WARN_UNUSED_RESULT;
AcademyTableModel   *academy_table_get_model      (AcademyTable       *self);
AcademyTableColumns *academy_table_get_columns    (AcademyTable       *self);
GtkColumnView       *academy_table_get_view       (AcademyTable       *self);
AcademyItem         *academy_table_get_item       (AcademyTable       *self);
const AcademyField  *academy_table_get_field      (AcademyTable       *self);
AcademyItem         *academy_table_get_item_at    (AcademyTable       *self,
                                                   GtkWidget          *target);
void                 academy_table_focus          (AcademyTable       *self,
                                                   AcademyItem        *item,
                                                   const AcademyField *field);
gboolean             academy_table_move           (AcademyTable       *self,
                                                   int                 rows,
                                                   const AcademyField *field);
AcademyEditor       *academy_table_get_editor     (AcademyTable       *self);
gboolean             academy_table_begin          (AcademyTable       *self,
                                                   gboolean            empty);
gboolean             academy_table_finish         (AcademyTable       *self);
void                 academy_table_cancel         (AcademyTable       *self);
void                 academy_table_open           (AcademyTable       *self);
void                 academy_table_fail           (AcademyTable       *self,
                                                   const char         *message);
void                 academy_table_tell           (AcademyTable       *self,
                                                   const char         *message);
void                 academy_table_set_filtered   (AcademyTable       *self,
                                                   const AcademyQuery *query);
void                 academy_table_set_parent     (AcademyTable       *self,
                                                   AcademyItem        *parent);

G_END_DECLS
