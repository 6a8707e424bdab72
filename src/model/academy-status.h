/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-item.h"

G_BEGIN_DECLS

/* The bits of the statuses of an item that needs no more work. */
#define ACADEMY_STATUSES_FINISHED (1u << ACADEMY_STATUS_DONE | 1u << ACADEMY_STATUS_DROPPED)

AcademyStatus academy_status_get         (AcademyItem       *item);
AcademyStatus academy_status_find        (const AcademyKind *kind,
                                          const char        *token);
gboolean      academy_status_is_finished (AcademyStatus      status);
gboolean      academy_status_is_overdue  (AcademyItem       *item,
                                          AcademyDay         today);
char         *academy_status_dup_tokens  (const AcademyKind *kind,
                                          guint              statuses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
