/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_REMINDERS (academy_reminders_get_type ())

G_DECLARE_FINAL_TYPE (AcademyReminders, academy_reminders, ACADEMY, REMINDERS, GObject)

AcademyReminders *academy_reminders_new (AcademyStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
