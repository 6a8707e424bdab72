/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "academy-item.h"

G_BEGIN_DECLS

JsonNode   *academy_json_from_value (const AcademyField    *field,
                                     const GValue          *value) G_GNUC_WARN_UNUSED_RESULT;
gboolean    academy_json_to_value   (const AcademyField    *field,
                                     JsonNode              *node,
                                     GValue                *value,
                                     GError               **error);
JsonObject *academy_json_from_item  (AcademyItem           *item,
                                     const AcademyLanguage *language,
                                     gboolean               with_people) G_GNUC_WARN_UNUSED_RESULT;
gboolean    academy_json_to_item    (JsonObject            *object,
                                     AcademyItem           *item,
                                     GError               **error);
gboolean    academy_json_has_field  (const AcademyField    *field,
                                     gboolean               with_people);

G_END_DECLS
