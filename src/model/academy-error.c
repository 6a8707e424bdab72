/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "academy-error.h"

G_DEFINE_QUARK (academy-error-quark, academy_error)
