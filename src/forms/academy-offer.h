/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_OFFER (academy_offer_get_type ())

G_DECLARE_FINAL_TYPE (AcademyOffer, academy_offer, ACADEMY, OFFER, GObject)

AcademyOffer *academy_offer_new     (AcademyEditor *editor) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget    *academy_offer_get_row (AcademyOffer  *self);
void          academy_offer_update  (AcademyOffer  *self);

G_END_DECLS
