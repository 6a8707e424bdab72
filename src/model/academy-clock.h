/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "academy-date.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_CLOCK (academy_clock_get_type ())

G_DECLARE_FINAL_TYPE (AcademyClock, academy_clock, ACADEMY, CLOCK, GObject)

AcademyClock *academy_clock_get_default (void);
void          academy_clock_look        (AcademyClock *self);

void          academy_clock_get_today   (GDate        *today);
AcademyDay    academy_clock_get_day     (void);
void          academy_clock_set_today   (const GDate  *today);
GDateTime    *academy_clock_get_now     (void) G_GNUC_WARN_UNUSED_RESULT;
void          academy_clock_set_now     (GDateTime    *now);

G_END_DECLS
