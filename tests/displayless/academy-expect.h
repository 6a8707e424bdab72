/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-schedule.h"

G_BEGIN_DECLS

char *academy_expect_schedule   (AcademyStore               *store,
                                 const AcademyScheduleQuery *query) G_GNUC_WARN_UNUSED_RESULT;
char *academy_describe_schedule (AcademyStore               *store,
                                 const AcademySchedule      *schedule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
