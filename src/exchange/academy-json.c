/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-json.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-programme.h"

/**
 * academy_json_has_field:
 * @field: a field
 * @with_people: whether personal data is exported
 *
 * Private fields never leave the file. The link to the owner is left out, since
 * parts are nested in their owner.
 *
 * Returns: whether @field is a member of an exported item
 */
gboolean
academy_json_has_field (const AcademyField *field,
                        gboolean            with_people)
{
  return (field->flags & (ACADEMY_OWNER | ACADEMY_PRIVATE)) == 0 &&
         (with_people || (field->flags & ACADEMY_PERSONAL) == 0);
}

/**
 * academy_json_has_part:
 * @whole: a kind
 * @part: another kind
 *
 * A plan is about one organisation. The programme in it has its phases and
 * events, but neither its organisations nor all of its people. Translations stand
 * beside their texts.
 *
 * Returns: whether an exported item of @whole has its parts of @part as a member
 */
gboolean
academy_json_has_part (const AcademyKind *whole,
                       const AcademyKind *part)
{
  const AcademyField *owner = academy_kind_get_owner (part);

  return owner != NULL && g_str_equal (owner->target, whole->name) &&
         part != &academy_organisation_kind && part != &academy_person_kind && part != &academy_translation_kind;
}

/**
 * academy_json_get_member:
 * @kind: a kind
 *
 * Returns: the name of the member that has the items of @kind of one owner: its
 *   plural for an array, its name for the one item or null
 */
const char *
academy_json_get_member (const AcademyKind *kind)
{
  return kind->flags & ACADEMY_KIND_SINGLE ? kind->name : kind->plural;
}

/**
 * academy_json_write_value:
 * @writer: a writer
 * @field: a field
 * @value: a value of @field; written as null when it is unset
 */
void
academy_json_write_value (AcademyJsonWriter  *writer,
                          const AcademyField *field,
                          const GValue       *value)
{
  if (field->type == ACADEMY_LINKS)
    {
      const char * const *links = g_value_get_boxed (value);

      academy_json_writer_begin_array (writer);
      for (guint i = 0; links != NULL && links[i] != NULL; i++)
        academy_json_writer_string (writer, links[i]);
      academy_json_writer_end_array (writer);
    }
  else if (!academy_value_is_set (field, value))
    academy_json_writer_null (writer);
  else if (field->type == ACADEMY_DECIMAL)
    academy_json_writer_decimal (writer, g_value_get_double (value));
  else if (academy_field_is_number (field))
    academy_json_writer_integer (writer, g_value_get_int64 (value));
  else if (field->type == ACADEMY_FLAG)
    academy_json_writer_boolean (writer, g_value_get_boolean (value));
  else if (G_VALUE_HOLDS_STRING (value))
    academy_json_writer_string (writer, g_value_get_string (value));
  else
    {
      g_autofree char *text = academy_value_to_text (field, value);

      academy_json_writer_string (writer, text);
    }
}

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (ACADEMY_ERROR, ACADEMY_ERROR_INVALID, format, arguments);
  va_end (arguments);

  return FALSE;
}

static gboolean
links_to_value (const AcademyField  *field,
                JsonNode            *node,
                GValue              *value,
                GError             **error)
{
  g_autoptr(GStrvBuilder) links = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, _("“%s” must be a list of ids."), field->name);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *link = json_node_get_string (json_array_get_element (array, i));

      if (link == NULL)
        return refuse (error, _("“%s” must be a list of ids."), field->name);
      g_strv_builder_add (links, link);
    }

  g_value_take_boxed (value, g_strv_builder_end (links));
  return TRUE;
}

/**
 * academy_json_to_value:
 * @field: a field
 * @node: JSON written by academy_json_write_value(), or by another program
 * @value: an initialised value of @field
 * @error: says what was expected
 *
 * Returns: whether @node could be read; otherwise @value is left as it was
 */
gboolean
academy_json_to_value (const AcademyField  *field,
                       JsonNode            *node,
                       GValue              *value,
                       GError             **error)
{
  if (field->type == ACADEMY_LINKS)
    return links_to_value (field, node, value, error);
  if (JSON_NODE_HOLDS_NULL (node))
    return academy_value_set_from_text (field, NULL, value, error);
  if (!JSON_NODE_HOLDS_VALUE (node))
    return refuse (error, _("“%s” must be a single value."), field->name);

  if (field->type == ACADEMY_DECIMAL)
    {
      if (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE)
        return refuse (error, _("“%s” must be a number."), field->name);
      g_value_set_double (value, json_node_get_double (node));
      return TRUE;
    }
  if (academy_field_is_number (field))
    {
      if (json_node_get_value_type (node) != G_TYPE_INT64)
        return refuse (error, _("“%s” must be a whole number."), field->name);
      g_value_set_int64 (value, json_node_get_int (node));
      return TRUE;
    }
  if (field->type == ACADEMY_FLAG)
    {
      if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return refuse (error, _("“%s” must be true or false."), field->name);
      g_value_set_boolean (value, json_node_get_boolean (node));
      return TRUE;
    }

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (error, _("“%s” must be a text."), field->name);

  if (!academy_value_set_from_text (field, json_node_get_string (node), value, error))
    return FALSE;

  academy_value_normalise (field, value);
  return TRUE;
}

static void
write_label (AcademyJsonWriter     *writer,
             const AcademyField    *field,
             const GValue          *value,
             const AcademyLanguage *language)
{
  const AcademyChoice *choice = academy_field_find_choice (field, g_value_get_string (value));
  g_autofree char *name = g_strconcat (field->name, "_label", NULL);

  academy_json_writer_member (writer, name);
  academy_json_writer_string (writer, choice != NULL ? academy_language_translate (language, choice->label) : NULL);
}

/**
 * academy_json_dup_translations_name:
 * @field: a field with %ACADEMY_TRANSLATABLE
 *
 * Returns: (transfer full): the name of the member with the texts of @field in all
 *   languages
 */
char *
academy_json_dup_translations_name (const AcademyField *field)
{
  return g_strconcat (field->name, "_translations", NULL);
}

static void
write_translations (AcademyJsonWriter         *writer,
                    AcademyItem               *item,
                    const AcademyField        *field,
                    const AcademyTranslations *translations)
{
  g_autofree char *name = academy_json_dup_translations_name (field);

  academy_json_writer_member (writer, name);
  academy_json_writer_begin_object (writer);
  for (const AcademyChoice *language = academy_programme_languages; language->token != NULL; language++)
    {
      const char *text = academy_translations_find (translations, item, field, language->token);

      if (text == NULL)
        continue;

      academy_json_writer_member (writer, language->token);
      academy_json_writer_string (writer, text);
    }
  academy_json_writer_end_object (writer);
}

static void
write_translatable (AcademyJsonWriter         *writer,
                    AcademyItem               *item,
                    const AcademyField        *field,
                    const AcademyTranslations *translations)
{
  g_auto(GValue) text = G_VALUE_INIT;

  academy_value_init (field, &text);
  g_value_set_string (&text, academy_translations_get_text (translations, item, field));
  academy_json_writer_member (writer, field->name);
  academy_json_write_value (writer, field, &text);
  if (academy_translations_has (translations, item, field))
    write_translations (writer, item, field, translations);
}

/**
 * academy_json_write_members:
 * @writer: a writer within an object
 * @item: an item
 * @language: the language of the labels
 * @translations: (nullable): the translations of the organisation of @item, or
 *   %NULL to write texts as they were written
 * @with_people: whether to write personal data
 *
 * Writes the id and the fields of @item, in the order of the field table. After a
 * choice comes a member with its label, and after a text that is translated one
 * with the text in each language.
 */
void
academy_json_write_members (AcademyJsonWriter         *writer,
                            AcademyItem               *item,
                            const AcademyLanguage     *language,
                            const AcademyTranslations *translations,
                            gboolean                   with_people)
{
  academy_json_writer_member (writer, "id");
  academy_json_writer_string (writer, academy_item_get_id (item));

  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    {
      const GValue *value = academy_item_get_value (item, field);

      if (!academy_json_has_field (field, with_people))
        continue;
      if (translations != NULL && (field->flags & ACADEMY_TRANSLATABLE))
        {
          write_translatable (writer, item, field, translations);
          continue;
        }

      academy_json_writer_member (writer, field->name);
      academy_json_write_value (writer, field, value);
      if (field->type == ACADEMY_CHOICE)
        write_label (writer, field, value, language);
    }
}

/**
 * academy_json_to_item:
 * @object: JSON written by academy_json_write_members(), or by another program
 * @item: an item that is not in a store
 * @error: names the invalid member
 *
 * Sets the fields that are members of @object, and keeps the others.
 *
 * Returns: whether every member could be read
 */
gboolean
academy_json_to_item (JsonObject   *object,
                      AcademyItem  *item,
                      GError      **error)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    {
      JsonNode *node = json_object_get_member (object, field->name);
      g_auto(GValue) value = G_VALUE_INIT;

      if (node == NULL)
        continue;

      academy_value_init (field, &value);
      if (!academy_json_to_value (field, node, &value, error))
        return FALSE;
      academy_item_set_value (item, field, &value);
    }

  return TRUE;
}
