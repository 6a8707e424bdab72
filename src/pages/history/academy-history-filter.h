/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-entries.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_HISTORY_FILTER (academy_history_filter_get_type ())

G_DECLARE_FINAL_TYPE (AcademyHistoryFilter, academy_history_filter, ACADEMY, HISTORY_FILTER, GObject)

AcademyHistoryFilter *academy_history_filter_new      (AcademyStore         *store,
                                                       const char           *organisation) G_GNUC_WARN_UNUSED_RESULT;
void                  academy_history_filter_attach   (AcademyHistoryFilter *self,
                                                       GtkMenuButton        *button);
void                  academy_history_filter_fill     (AcademyHistoryFilter *self,
                                                       AcademyEntryFilter   *filter);
char                 *academy_history_filter_dup_text (AcademyHistoryFilter *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean              academy_history_filter_narrows  (AcademyHistoryFilter *self);
void                  academy_history_filter_clear    (AcademyHistoryFilter *self);

G_END_DECLS
