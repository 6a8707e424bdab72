/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-cell-entry.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_CELL_LIST (academy_cell_list_get_type ())

G_DECLARE_FINAL_TYPE (AcademyCellList, academy_cell_list, ACADEMY, CELL_LIST, GtkPopover)

AcademyCellList *academy_cell_list_new          (AcademyCellEntry   *cell);
void             academy_cell_list_set_titles   (AcademyCellList    *self,
                                                 const char * const *titles);
const char      *academy_cell_list_get_title    (AcademyCellList    *self,
                                                 guint               position);
void             academy_cell_list_filter       (AcademyCellList    *self,
                                                 const char         *typed);
gboolean         academy_cell_list_has          (AcademyCellList    *self,
                                                 const char         *typed);
guint            academy_cell_list_get_selected (AcademyCellList    *self);
void             academy_cell_list_select       (AcademyCellList    *self,
                                                 guint               position);
gboolean         academy_cell_list_press        (AcademyCellList    *self,
                                                 guint               key,
                                                 GdkModifierType     modifiers);
void             academy_cell_list_check        (AcademyCellList    *self,
                                                 guint               position,
                                                 gboolean            checked);
gboolean         academy_cell_list_is_checked   (AcademyCellList    *self,
                                                 guint               position);

G_END_DECLS
