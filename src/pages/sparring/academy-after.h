/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_AFTER (academy_after_get_type ())

G_DECLARE_FINAL_TYPE (AcademyAfter, academy_after, ACADEMY, AFTER, AdwBin)

GtkWidget *academy_after_new              (AcademyStore *store,
                                           AcademyItem  *organisation) G_GNUC_WARN_UNUSED_RESULT;
void       academy_after_set_organisation (AcademyAfter *self,
                                           AcademyItem  *organisation);
void       academy_after_start            (AcademyAfter *self,
                                           AcademyItem  *session);
gboolean   academy_after_settle           (AcademyAfter *self,
                                           AcademyItem  *note);

G_END_DECLS
