/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-entries.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_HISTORY_MODEL (academy_history_model_get_type ())

G_DECLARE_FINAL_TYPE (AcademyHistoryModel, academy_history_model, ACADEMY, HISTORY_MODEL, GObject)

AcademyHistoryModel *academy_history_model_new         (AcademyStore             *store) G_GNUC_WARN_UNUSED_RESULT;
void                 academy_history_model_set_filter  (AcademyHistoryModel      *self,
                                                        const AcademyEntryFilter *filter);
void                 academy_history_model_read_on     (AcademyHistoryModel      *self);
gboolean             academy_history_model_is_complete (AcademyHistoryModel      *self);

G_END_DECLS
