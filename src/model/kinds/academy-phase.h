/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-field.h"

G_BEGIN_DECLS

/* The phases of a programme, which are the stages of an organisation in it. */
extern const AcademyChoice academy_phase_choices[];

G_END_DECLS
