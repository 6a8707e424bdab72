/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-entries.h"
#include "academy-report.h"

G_BEGIN_DECLS

GPtrArray     *academy_history_net_read          (AcademyStore              *store,
                                                  const AcademyEntryFilter  *filter,
                                                  gboolean                   with_private,
                                                  GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyReport *academy_history_net_create_report (GPtrArray                 *changes,
                                                  GHashTable                *organisations,
                                                  const char                *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
