/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_NEW_PROGRAMME (academy_new_programme_get_type ())

G_DECLARE_FINAL_TYPE (AcademyNewProgramme, academy_new_programme, ACADEMY, NEW_PROGRAMME, AdwDialog)

AdwDialog   *academy_new_programme_new             (const char          *beside) G_GNUC_WARN_UNUSED_RESULT;
void         academy_new_programme_take_from       (AcademyNewProgramme *self,
                                                    const char          *path);
const char  *academy_new_programme_get_name        (AcademyNewProgramme *self);
GtkWidget   *academy_new_programme_get_toast_place (AcademyNewProgramme *self);
AcademyEdit *academy_new_programme_create_edit     (AcademyNewProgramme *self,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
