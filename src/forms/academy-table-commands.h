/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-table.h"

G_BEGIN_DECLS

void       academy_table_commands_install (GtkWidgetClass     *widget_class);
gboolean   academy_table_fill_selected    (AcademyTable       *table);
gboolean   academy_table_clear            (AcademyTable       *table);
gboolean   academy_table_copy_above       (AcademyTable       *table);
gboolean   academy_table_copy             (AcademyTable       *table);
gboolean   academy_table_copy_rows        (AcademyTable       *table);
gboolean   academy_table_set_today        (AcademyTable       *table);
gboolean   academy_table_toggle_flag      (AcademyTable       *table);
void       academy_table_toggle_row       (AcademyTable       *table);
gboolean   academy_table_can_move_rows    (AcademyTable       *table);
GPtrArray *academy_table_dup_movable      (AcademyTable       *table) G_GNUC_WARN_UNUSED_RESULT;
gboolean   academy_table_moves_to         (AcademyTable       *table,
                                           GPtrArray          *items,
                                           guint               place);
gboolean   academy_table_move_rows_to     (AcademyTable       *table,
                                           GPtrArray          *items,
                                           guint               place);
gboolean   academy_table_move_rows        (AcademyTable       *table,
                                           int                 step);

G_END_DECLS
