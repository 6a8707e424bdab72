/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-field.h"

G_BEGIN_DECLS

extern const AcademyChoice academy_publicity_choices[];

G_END_DECLS
