/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-entry.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_HISTORY_ROW (academy_history_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyHistoryRow, academy_history_row, ACADEMY, HISTORY_ROW, GtkBox)

GtkWidget  *academy_history_row_new          (AcademyStore      *store,
                                              GHashTable        *organisations) G_GNUC_WARN_UNUSED_RESULT;
void        academy_history_row_set_entry    (AcademyHistoryRow *self,
                                              AcademyEntry      *entry);
void        academy_history_row_set_expanded (AcademyHistoryRow *self,
                                              gboolean           expanded);
const char *academy_history_row_get_name     (AcademyHistoryRow *self);

G_END_DECLS
