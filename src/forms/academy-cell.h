/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-paste.h"
#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_CELL (academy_cell_get_type ())

G_DECLARE_FINAL_TYPE (AcademyCell, academy_cell, ACADEMY, CELL, GtkWidget)

GtkWidget          *academy_cell_new       (AcademyStore       *store,
                                            const AcademyField *field) G_GNUC_WARN_UNUSED_RESULT;
void                academy_cell_set_paste (AcademyCell        *self,
                                            AcademyPaste       *paste);
void                academy_cell_set_item  (AcademyCell        *self,
                                            AcademyItem        *item);
AcademyItem        *academy_cell_get_item  (AcademyCell        *self);
const AcademyField *academy_cell_get_field (AcademyCell        *self);
const char         *academy_cell_get_text  (AcademyCell        *self);
void                academy_cell_update    (AcademyCell        *self);
char               *academy_cell_dup_text  (AcademyStore       *store,
                                            AcademyItem        *item,
                                            const AcademyField *field);
gboolean            academy_cell_is_at_end (const AcademyField *field);

G_END_DECLS
