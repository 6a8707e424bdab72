/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-translation.h"

#include <glib/gi18n-lib.h>

#include "academy-id.h"
#include "academy-kinds.h"
#include "academy-programme.h"
#include "academy-validation.h"

/**
 * academy_translation_find_field:
 * @kind: (nullable): the name of a kind
 * @name: (nullable): the name of a field of it
 *
 * Returns: (nullable) (transfer none): the field, when it may have a second
 *   language
 */
const AcademyField *
academy_translation_find_field (const char *kind,
                                const char *name)
{
  const AcademyKind *found = kind != NULL ? academy_kind_find (kind) : NULL;
  const AcademyField *field = found != NULL && name != NULL ? academy_kind_find_field (found, name) : NULL;

  return field != NULL && (field->flags & ACADEMY_TRANSLATABLE) != 0 ? field : NULL;
}

/* A translation must fit where its original does. A field that is not known here
 * may be one of a newer version of the program. */
static gboolean
check_text (AcademyItem         *item,
            const AcademyField  *field,
            GError             **error)
{
  const AcademyField *original = academy_translation_find_field (academy_item_get_text (item, "kind"),
                                                                 academy_item_get_text (item, "field"));

  return original == NULL || academy_validation_text (original, academy_item_get_text (item, field->name), error);
}

/* Any kind of item may be the original, so that its id is no link. */
static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "kind", ACADEMY_TEXT, N_("Kind"), ACADEMY_REQUIRED | ACADEMY_HIDDEN, .max = 40 },
  { "item", ACADEMY_TEXT, N_("Id"), ACADEMY_REQUIRED | ACADEMY_HIDDEN, .max = 36 },
  { "field", ACADEMY_TEXT, N_("Field"), ACADEMY_REQUIRED | ACADEMY_HIDDEN, .max = 40 },
  { "language", ACADEMY_CHOICE, N_("Language"), ACADEMY_REQUIRED | ACADEMY_HIDDEN,
    .choices = academy_programme_languages, .initial = "en" },
  { "text", ACADEMY_LONG_TEXT, N_("Text"), ACADEMY_REQUIRED | ACADEMY_HIDDEN, .check = check_text },
  { NULL }
};

/* A text without one is not translated. */
const AcademyKind academy_translation_kind = {
  .name = "translation",
  .plural = "translations",
  .label = N_("Translation"),
  .plural_label = N_("Translations"),
  .add = N_("Add translation"),
  .change = N_("Change translation"),
  .remove = N_("Delete translation"),
  .addition = N_("addition of translation"),
  .alteration = N_("change of translation"),
  .deletion = N_("deletion of translation"),
  .flags = ACADEMY_KIND_MANY,
  .since = 5,
  .fields = fields,
  .order = { { "item" }, { "field" }, { "language" } },
  .title = "text",
};

/**
 * academy_translation_dup_id:
 * @item: the id of an item
 * @field: a field of it
 * @language: the code of a language
 *
 * Two people who translate the same text in copies of one file make the same item.
 *
 * Returns: (transfer full): the id of the translation of @field to @language
 */
char *
academy_translation_dup_id (const char         *item,
                            const AcademyField *field,
                            const char         *language)
{
  g_autofree char *part = g_strconcat (field->name, " ", language, NULL);

  return academy_id_derive (item, part);
}

/**
 * academy_translation_new:
 * @organisation: the id of the organisation that @item belongs to
 * @item: an item
 * @field: a field of it with %ACADEMY_TRANSLATABLE
 * @language: the code of a language
 *
 * Returns: (transfer full): a translation without a text yet
 */
AcademyItem *
academy_translation_new (const char         *organisation,
                         AcademyItem        *item,
                         const AcademyField *field,
                         const char         *language)
{
  g_autofree char *id = academy_translation_dup_id (academy_item_get_id (item), field, language);
  AcademyItem *self = academy_item_new (&academy_translation_kind, id);

  g_object_set (self, "organisation", organisation, "kind", academy_item_get_kind (item)->name,
                "item", academy_item_get_id (item), "field", field->name, "language", language, NULL);
  return self;
}

/**
 * academy_translation_is_possible:
 * @kind: a kind
 *
 * Returns: whether any field of @kind may have a second language
 */
gboolean
academy_translation_is_possible (const AcademyKind *kind)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->flags & ACADEMY_TRANSLATABLE)
      return TRUE;

  return FALSE;
}
