/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_MEASURE_CHOOSER (academy_measure_chooser_get_type ())

G_DECLARE_FINAL_TYPE (AcademyMeasureChooser, academy_measure_chooser, ACADEMY, MEASURE_CHOOSER, AdwDialog)

AdwDialog *academy_measure_chooser_new (AcademyStore *store,
                                        const char   *organisation,
                                        const char   *except,
                                        const char   *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
