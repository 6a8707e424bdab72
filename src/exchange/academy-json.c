/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-json.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"

/**
 * academy_json_has_field:
 * @field: a field
 * @with_people: whether personal data was asked for
 *
 * Private fields never leave the file, and what an item is a part of is told
 * by its place.
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
 * academy_json_from_value:
 * @field: a field
 * @value: a value of @field
 *
 * Returns: (transfer full): @value in JSON; null when it is unset
 */
JsonNode *
academy_json_from_value (const AcademyField *field,
                         const GValue       *value)
{
  JsonNode *node = json_node_alloc ();

  if (field->type == ACADEMY_LINKS)
    {
      const char * const *links = g_value_get_boxed (value);
      JsonArray *array = json_array_new ();

      for (guint i = 0; links != NULL && links[i] != NULL; i++)
        json_array_add_string_element (array, links[i]);

      json_node_init_array (node, array);
      json_array_unref (array);
    }
  else if (!academy_value_is_set (field, value))
    json_node_init_null (node);
  else if (academy_field_is_number (field))
    json_node_init_int (node, g_value_get_int64 (value));
  else if (field->type == ACADEMY_FLAG)
    json_node_init_boolean (node, g_value_get_boolean (value));
  else
    {
      g_autofree char *text = academy_value_to_text (field, value);

      json_node_init_string (node, text);
    }

  return node;
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
 * @node: what academy_json_from_value() gave, or somebody else's JSON
 * @value: an initialised value of @field
 * @error: says what was expected
 *
 * Returns: whether @node could be read; @value is untouched when not
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

  return academy_value_set_from_text (field, json_node_get_string (node), value, error);
}

static void
add_label (JsonObject            *object,
           const AcademyField    *field,
           const GValue          *value,
           const AcademyLanguage *language)
{
  g_autofree char *name = g_strconcat (field->name, "_label", NULL);

  if (academy_value_is_set (field, value))
    {
      g_autofree char *label = academy_language_format_value (language, field, value);

      json_object_set_string_member (object, name, label);
    }
  else
    json_object_set_null_member (object, name);
}

/**
 * academy_json_from_item:
 * @item: an item
 * @language: the language of the labels
 * @with_people: whether personal data is wanted
 *
 * Returns: (transfer full): the id and the fields of @item, in the order of the
 *   field table; a choice has its label beside it
 */
JsonObject *
academy_json_from_item (AcademyItem           *item,
                        const AcademyLanguage *language,
                        gboolean               with_people)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", academy_item_get_id (item));
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    {
      const GValue *value = academy_item_get_value (item, field);

      if (!academy_json_has_field (field, with_people))
        continue;

      json_object_set_member (object, field->name, academy_json_from_value (field, value));
      if (field->type == ACADEMY_CHOICE)
        add_label (object, field, value, language);
    }

  return object;
}

/**
 * academy_json_to_item:
 * @object: what academy_json_from_item() gave, or somebody else's JSON
 * @item: an item that is in no store
 * @error: says which member is wrong
 *
 * Sets the fields that @object has and leaves the others.
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
