/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-aside.h"
#include "academy-items-view.h"
#include "academy-show.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE_PANE (academy_table_pane_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTablePane, academy_table_pane, ACADEMY, TABLE_PANE, AdwBin)

GtkWidget    *academy_table_pane_new       (AcademyStore              *store,
                                            AcademyItem               *owner,
                                            const AcademyTableSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
void          academy_table_pane_set_owner (AcademyTablePane          *self,
                                            AcademyItem               *owner);
void          academy_table_pane_set_start (AcademyTablePane          *self,
                                            GtkWidget                 *start);
AcademyAside *academy_table_pane_get_aside (AcademyTablePane          *self);
AcademyItem  *academy_table_pane_get_item  (AcademyTablePane          *self);
void          academy_table_pane_add       (AcademyTablePane          *self);
void          academy_table_pane_finish    (AcademyTablePane          *self);
void          academy_table_pane_select    (AcademyTablePane          *self,
                                            AcademyItem               *item);
gboolean      academy_table_pane_show_item (AcademyTablePane          *self,
                                            AcademyItem               *item,
                                            gboolean                   in_form,
                                            AcademyShow                show);
gboolean      academy_table_pane_show_rest (AcademyTablePane          *self,
                                            AcademyShow                show);
void          academy_table_pane_filter    (AcademyTablePane          *self,
                                            AcademyOperator            comparison);

G_END_DECLS
