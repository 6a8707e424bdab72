/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-attention.h"

G_BEGIN_DECLS

GHashTable *academy_late_count (AcademyAttention *attention) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
