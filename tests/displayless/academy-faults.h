/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* System calls of the test program that can be made to fail. */
typedef enum {
  ACADEMY_CALL_WRITE = 1 << 0,
  ACADEMY_CALL_FSYNC = 1 << 1,
  ACADEMY_CALL_RENAME = 1 << 2,
  ACADEMY_CALL_RENAMEAT2 = 1 << 3,
  ACADEMY_CALL_LINK = 1 << 4,
} AcademyCalls;

#define ACADEMY_CALLS_ALL (ACADEMY_CALL_WRITE | ACADEMY_CALL_FSYNC | ACADEMY_CALL_RENAME | ACADEMY_CALL_RENAMEAT2 | \
                           ACADEMY_CALL_LINK)

void     academy_faults_arm    (AcademyCalls calls,
                                guint        n_spared,
                                guint        n_failing,
                                int          code);
gboolean academy_faults_disarm (void);

G_END_DECLS
