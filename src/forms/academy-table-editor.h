/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE_EDITOR (academy_table_editor_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableEditor, academy_table_editor, ACADEMY, TABLE_EDITOR, GtkWidget)

GtkWidget          *academy_table_editor_new       (AcademyStore       *store) G_GNUC_WARN_UNUSED_RESULT;
gboolean            academy_table_editor_is_open   (AcademyTableEditor *self);
AcademyItem        *academy_table_editor_get_item  (AcademyTableEditor *self);
const AcademyField *academy_table_editor_get_field (AcademyTableEditor *self);
AcademyEditor      *academy_table_editor_get       (AcademyTableEditor *self);
gboolean            academy_table_editor_begin     (AcademyTableEditor *self,
                                                    AcademyItem        *item,
                                                    const AcademyField *field,
                                                    gboolean            empty);
void                academy_table_editor_close     (AcademyTableEditor *self);
void                academy_table_editor_set_save  (AcademyTableEditor *self,
                                                    AcademyEditorSave   save,
                                                    gpointer            data);

G_END_DECLS
