/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SECOND_LANGUAGE (academy_second_language_get_type ())

G_DECLARE_FINAL_TYPE (AcademySecondLanguage, academy_second_language, ACADEMY, SECOND_LANGUAGE, GObject)

AcademySecondLanguage *academy_second_language_new      (GtkWidget             *form,
                                                         AcademyStore          *store,
                                                         GPtrArray             *editors) G_GNUC_WARN_UNUSED_RESULT;
void                   academy_second_language_set_item (AcademySecondLanguage *self,
                                                         AcademyItem           *item);

G_END_DECLS
