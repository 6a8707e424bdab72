/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void academy_choices_set_up (AdwComboRow *row);

G_END_DECLS
