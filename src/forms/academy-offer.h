/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

GtkWidget *academy_offer_new    (AcademyEditor *editor) G_GNUC_WARN_UNUSED_RESULT;
void       academy_offer_update (GtkWidget     *row);

G_END_DECLS
