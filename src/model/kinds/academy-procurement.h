/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-field.h"

G_BEGIN_DECLS

extern const AcademyChoice academy_procurement_stages[];
extern const AcademyChoice academy_procurement_objects[];
extern const AcademyChoice academy_procurement_novelties[];
extern const AcademyChoice academy_procurement_innovation_types[];
extern const AcademyChoice academy_procurement_aims[];
extern const AcademyChoice academy_procurement_procedures[];

G_END_DECLS
