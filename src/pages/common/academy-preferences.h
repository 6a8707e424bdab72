/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-language.h"

G_BEGIN_DECLS

#define ACADEMY_PREFERENCE_AUTHOR          "author"
#define ACADEMY_PREFERENCE_EXPORT_LANGUAGE "export-language"
#define ACADEMY_PREFERENCE_FOLDER          "folder"
#define ACADEMY_PREFERENCE_MENTOR          "mentor"
#define ACADEMY_PREFERENCE_REMINDERS       "reminders"

GSettings             *academy_preferences_get_settings        (void);
const AcademyLanguage *academy_preferences_get_export_language (void);
char                  *academy_preferences_dup_folder          (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
