/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_OUTLOOK (academy_outlook_get_type ())

G_DECLARE_FINAL_TYPE (AcademyOutlook, academy_outlook, ACADEMY, OUTLOOK, AdwBin)

GtkWidget *academy_outlook_new (AcademyStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
