/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-paste.h"
#include "academy-selectable-rows.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE_MODEL (academy_table_model_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableModel, academy_table_model, ACADEMY, TABLE_MODEL, AcademySelectableRows)

AcademyTableModel  *academy_table_model_new          (AcademyStore        *store,
                                                      const AcademyKind   *kind,
                                                      const AcademyQuery  *query) G_GNUC_WARN_UNUSED_RESULT;
AcademyTableModel  *academy_table_model_new_drafts   (AcademyStore        *store,
                                                      const AcademyKind   *kind,
                                                      AcademyPaste        *paste) G_GNUC_WARN_UNUSED_RESULT;
AcademyPaste       *academy_table_model_get_paste    (AcademyTableModel   *self);
guint               academy_table_model_get_n_alike  (AcademyTableModel   *self);
void                academy_table_model_show_paste   (AcademyTableModel   *self);
AcademyStore       *academy_table_model_get_store    (AcademyTableModel   *self);
const AcademyKind  *academy_table_model_get_kind     (AcademyTableModel   *self);
const AcademyQuery *academy_table_model_get_query    (AcademyTableModel   *self);
void                academy_table_model_set_query    (AcademyTableModel   *self,
                                                      const AcademyQuery  *query,
                                                      gboolean             keep);
void                academy_table_model_set_parent   (AcademyTableModel   *self,
                                                      AcademyItem         *parent,
                                                      gboolean             keep);
void                academy_table_model_settle       (AcademyTableModel   *self);
guint               academy_table_model_count        (AcademyTableModel   *self);
gboolean            academy_table_model_find         (AcademyTableModel   *self,
                                                      AcademyItem         *item,
                                                      guint               *position);
gboolean            academy_table_model_is_new       (AcademyTableModel   *self,
                                                      AcademyItem         *item);
const char         *academy_table_model_get_group    (AcademyTableModel   *self,
                                                      guint                position);
void                academy_table_model_hold         (AcademyTableModel   *self,
                                                      AcademyItem         *item);
gboolean            academy_table_model_is_misplaced (AcademyTableModel   *self,
                                                      AcademyItem         *item);
gboolean            academy_table_model_save         (AcademyTableModel   *self,
                                                      AcademyItem         *item,
                                                      const AcademyField  *field,
                                                      const GValue        *value,
                                                      GError             **error);
gboolean            academy_table_model_save_all     (AcademyTableModel   *self,
                                                      GPtrArray           *items,
                                                      const AcademyField  *field,
                                                      const GValue        *value,
                                                      GError             **error);
guint               academy_table_model_count_selected (AcademyTableModel *self);
GPtrArray          *academy_table_model_dup_selected (AcademyTableModel   *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *academy_table_model_get_selected_items (AcademyTableModel *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
