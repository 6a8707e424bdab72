/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "academy-zoom.h"

G_BEGIN_DECLS

/**
 * ACADEMY_AXIS_FEWEST_DAYS:
 *
 * The fewest days that an axis shows: two weeks.
 */
#define ACADEMY_AXIS_FEWEST_DAYS 14

/**
 * ACADEMY_AXIS_MOST_DAYS:
 *
 * The most days to which people zoom out: three years.
 */
#define ACADEMY_AXIS_MOST_DAYS 1096

#define ACADEMY_TYPE_AXIS (academy_axis_get_type ())

G_DECLARE_FINAL_TYPE (AcademyAxis, academy_axis, ACADEMY, AXIS, GObject)

AcademyAxis       *academy_axis_new            (void) G_GNUC_WARN_UNUSED_RESULT;
double             academy_axis_get_first      (AcademyAxis *self);
double             academy_axis_get_scale      (AcademyAxis *self);
double             academy_axis_get_width      (AcademyAxis *self);
double             academy_axis_get_n_days     (AcademyAxis *self);
const AcademyZoom *academy_axis_get_zoom       (AcademyAxis *self);
double             academy_axis_get_text_scale (AcademyAxis *self);
void               academy_axis_set_text_scale (AcademyAxis *self,
                                                double       text_scale);
gboolean           academy_axis_is_mirrored    (AcademyAxis *self);
void               academy_axis_get_visible    (AcademyAxis *self,
                                                AcademyDay  *first,
                                                AcademyDay  *last);
double             academy_axis_get_x          (AcademyAxis *self,
                                                double       day);
double             academy_axis_get_day        (AcademyAxis *self,
                                                double       x);
void               academy_axis_set_width      (AcademyAxis *self,
                                                double       width);
void               academy_axis_set_mirrored   (AcademyAxis *self,
                                                gboolean     mirrored);
void               academy_axis_scroll_to      (AcademyAxis *self,
                                                double       first);
void               academy_axis_zoom           (AcademyAxis *self,
                                                double       factor,
                                                double       x);
void               academy_axis_show           (AcademyAxis *self,
                                                double       first,
                                                double       n_days);

G_END_DECLS
