/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libical/ical.h>

#include "academy-date.h"

G_BEGIN_DECLS

icalcomponent *academy_ical_time_create_zone (void) G_GNUC_WARN_UNUSED_RESULT;
icaltimetype   academy_ical_time_get_utc     (GDateTime         *instant);
void           academy_ical_time_add         (icalcomponent     *event,
                                              icalproperty_kind  kind,
                                              GDateTime         *instant);
void           academy_ical_time_add_day     (icalcomponent     *event,
                                              icalproperty_kind  kind,
                                              AcademyDay         day);

G_END_DECLS
