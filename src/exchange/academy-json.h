/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "academy-item.h"
#include "academy-json-writer.h"
#include "academy-translations.h"

G_BEGIN_DECLS

void        academy_json_write_value   (AcademyJsonWriter      *writer,
                                        const AcademyField     *field,
                                        const GValue           *value);
void        academy_json_write_members (AcademyJsonWriter         *writer,
                                        AcademyItem               *item,
                                        const AcademyLanguage     *language,
                                        const AcademyTranslations *translations,
                                        gboolean                   with_people);
gboolean    academy_json_to_value      (const AcademyField     *field,
                                        JsonNode               *node,
                                        GValue                 *value,
                                        GError                **error);
gboolean    academy_json_to_item       (JsonObject             *object,
                                        AcademyItem            *item,
                                        GError                **error);
gboolean    academy_json_has_part      (const AcademyKind      *whole,
                                        const AcademyKind      *part);
const char *academy_json_get_member    (const AcademyKind      *kind);
char       *academy_json_dup_translations_name (const AcademyField *field) G_GNUC_WARN_UNUSED_RESULT;
gboolean    academy_json_has_field     (const AcademyField     *field,
                                        gboolean                with_people);

G_END_DECLS
