/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-plan-schema.h"

#include "academy-json.h"
#include "academy-kinds.h"
#include "academy-plan-export.h"
#include "academy-programme.h"
#include "academy-translation.h"

#define DIALECT "https://json-schema.org/draft/2020-12/schema"

static JsonObject *
with_type (const char *type)
{
  JsonObject *schema = json_object_new ();

  json_object_set_string_member (schema, "type", type);
  return schema;
}

static JsonObject *
with_types (const char *type)
{
  JsonObject *schema = json_object_new ();
  JsonArray *types = json_array_new ();

  json_array_add_string_element (types, type);
  json_array_add_string_element (types, "null");
  json_object_set_array_member (schema, "type", types);

  return schema;
}

static JsonArray *
get_tokens (const AcademyField *field)
{
  JsonArray *tokens = json_array_new ();

  for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
    json_array_add_string_element (tokens, choice->token);
  if (!academy_field_is_required (field))
    json_array_add_null_element (tokens);

  return tokens;
}

static JsonObject *
id_schema (void)
{
  JsonObject *schema = with_type ("string");

  json_object_set_string_member (schema, "format", "uuid");
  return schema;
}

static const char *
get_format (const AcademyField *field)
{
  switch (field->type)
    {
    case ACADEMY_DATE:
      return "date";
    case ACADEMY_INSTANT:
      return "date-time";
    case ACADEMY_LINK:
      return "uuid";
    case ACADEMY_EMAIL:
      return "email";
    case ACADEMY_URI:
      return "uri";
    default:
      return NULL;
    }
}

static JsonObject *
field_schema (const AcademyField *field)
{
  const char *type = "string";
  JsonObject *schema;

  if (field->type == ACADEMY_LINKS)
    {
      schema = with_type ("array");
      json_object_set_object_member (schema, "items", id_schema ());
      json_object_set_boolean_member (schema, "uniqueItems", TRUE);
    }
  else
    {
      if (field->type == ACADEMY_DECIMAL)
        type = "number";
      else if (academy_field_is_number (field))
        type = "integer";
      else if (field->type == ACADEMY_FLAG)
        type = "boolean";
      schema = academy_field_is_required (field) || field->type == ACADEMY_FLAG ? with_type (type) : with_types (type);
    }

  json_object_set_string_member (schema, "title", field->label);
  if (field->type == ACADEMY_CHOICE)
    json_object_set_array_member (schema, "enum", get_tokens (field));
  if (get_format (field) != NULL)
    json_object_set_string_member (schema, "format", get_format (field));
  if (field->type == ACADEMY_CPV)
    json_object_set_string_member (schema, "pattern", "^[0-9]{8}$");
  if (field->type == ACADEMY_TEXT || field->type == ACADEMY_LONG_TEXT)
    json_object_set_int_member (schema, "maxLength", academy_field_get_max_length (field));
  if (academy_field_has_limits (field))
    {
      json_object_set_int_member (schema, "minimum", field->min);
      json_object_set_int_member (schema, "maximum", field->max);
    }

  return schema;
}

static JsonObject *
reference (const char *name)
{
  JsonObject *schema = json_object_new ();
  g_autofree char *path = g_strconcat ("#/$defs/", name, NULL);

  json_object_set_string_member (schema, "$ref", path);
  return schema;
}

static JsonObject *
one_or_none (const AcademyKind *kind)
{
  JsonObject *schema = json_object_new ();
  JsonArray *alternatives = json_array_new ();

  json_array_add_object_element (alternatives, reference (kind->name));
  json_array_add_object_element (alternatives, with_type ("null"));
  json_object_set_array_member (schema, "anyOf", alternatives);

  return schema;
}

static JsonObject *
list_of (const AcademyKind *kind)
{
  JsonObject *schema = with_type ("array");

  json_object_set_object_member (schema, "items", reference (kind->name));
  return schema;
}

static void
add_member (JsonObject *properties,
            JsonArray  *required,
            const char *name,
            JsonObject *schema)
{
  json_object_set_object_member (properties, name, schema);
  if (required != NULL)
    json_array_add_string_element (required, name);
}

/* Adds the members that hold the parts of @whole, as academy_plan_export() writes them. */
static void
add_parts (JsonObject        *properties,
           JsonArray         *required,
           const AcademyKind *whole)
{
  for (const AcademyKind * const *part = academy_kinds (); *part != NULL; part++)
    if (academy_json_has_part (whole, *part))
      add_member (properties, required, academy_json_get_member (*part),
                  (*part)->flags & ACADEMY_KIND_SINGLE ? one_or_none (*part) : list_of (*part));
}

/* Describes the texts of a field in the languages that it has. */
static JsonObject *
translations_schema (const AcademyField *field)
{
  JsonObject *schema = with_type ("object");
  JsonObject *properties = json_object_new ();

  for (const AcademyChoice *language = academy_programme_languages; language->token != NULL; language++)
    {
      JsonObject *text = with_type ("string");

      json_object_set_string_member (text, "title", language->label);
      json_object_set_int_member (text, "maxLength", academy_field_get_max_length (field));
      json_object_set_object_member (properties, language->token, text);
    }
  json_object_set_object_member (schema, "properties", properties);

  return schema;
}

static JsonObject *
kind_schema (const AcademyKind *kind)
{
  JsonObject *schema = with_type ("object");
  JsonObject *properties = json_object_new ();
  JsonArray *required = json_array_new ();

  json_object_set_string_member (schema, "title", kind->label);
  add_member (properties, required, "id", id_schema ());
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      gboolean always = academy_json_has_field (field, FALSE);

      if (!academy_json_has_field (field, TRUE))
        continue;

      add_member (properties, always ? required : NULL, field->name, field_schema (field));
      if (field->flags & ACADEMY_TRANSLATABLE)
        {
          g_autofree char *name = academy_json_dup_translations_name (field);

          add_member (properties, NULL, name, translations_schema (field));
        }
      if (field->type == ACADEMY_CHOICE)
        {
          g_autofree char *label = g_strconcat (field->name, "_label", NULL);

          add_member (properties, always ? required : NULL, label,
                      academy_field_is_required (field) ? with_type ("string") : with_types ("string"));
        }
    }
  /* The parts of an organisation are members of the top level. */
  if (kind != &academy_organisation_kind)
    add_parts (properties, required, kind);

  json_object_set_object_member (schema, "properties", properties);
  json_object_set_array_member (schema, "required", required);
  return schema;
}

static JsonObject *
constant_text (const char *text)
{
  JsonObject *schema = json_object_new ();

  json_object_set_string_member (schema, "const", text);
  return schema;
}

static JsonObject *
constant_number (int number)
{
  JsonObject *schema = json_object_new ();

  json_object_set_int_member (schema, "const", number);
  return schema;
}

static JsonObject *
language_schema (void)
{
  JsonObject *schema = with_type ("string");
  JsonArray *codes = json_array_new ();

  json_array_add_string_element (codes, "fi");
  json_array_add_string_element (codes, "en");
  json_object_set_array_member (schema, "enum", codes);

  return schema;
}

static JsonObject *
instant_schema (void)
{
  JsonObject *schema = with_type ("string");

  json_object_set_string_member (schema, "format", "date-time");
  return schema;
}

/* Describes the list of the texts that are not in the language of the plan. */
static JsonObject *
missing_schema (void)
{
  JsonObject *schema = with_type ("array");
  JsonObject *item = with_type ("object");
  JsonObject *properties = json_object_new ();
  JsonArray *required = json_array_new ();
  JsonObject *kind = with_type ("string");
  JsonArray *names = json_array_new ();

  for (const AcademyKind * const *other = academy_kinds (); *other != NULL; other++)
    if (academy_translation_is_possible (*other))
      json_array_add_string_element (names, (*other)->name);
  json_object_set_array_member (kind, "enum", names);
  add_member (properties, required, "kind", kind);
  add_member (properties, required, "id", id_schema ());
  add_member (properties, required, "field", with_type ("string"));
  json_object_set_object_member (item, "properties", properties);
  json_object_set_array_member (item, "required", required);
  json_object_set_object_member (schema, "items", item);

  return schema;
}

/**
 * academy_plan_schema_create:
 *
 * Describes the output of academy_plan_export() in JSON Schema (2020-12). Other
 * members are allowed too, so that a newer plan stays valid.
 *
 * Returns: (transfer full): the schema
 */
JsonNode *
academy_plan_schema_create (void)
{
  g_autoptr(JsonObject) schema = with_type ("object");
  JsonObject *properties = json_object_new ();
  JsonObject *definitions = json_object_new ();
  JsonArray *required = json_array_new ();
  const AcademyField *publicity = academy_kind_find_field (&academy_plan_kind, "publicity");

  json_object_set_string_member (schema, "$schema", DIALECT);
  json_object_set_string_member (schema, "title", ACADEMY_PLAN_FORMAT);

  add_member (properties, required, "format", constant_text (ACADEMY_PLAN_FORMAT));
  add_member (properties, required, "version", constant_number (ACADEMY_PLAN_VERSION));
  add_member (properties, required, "exported", instant_schema ());
  add_member (properties, required, "language", language_schema ());
  add_member (properties, required, "generator", with_type ("string"));
  add_member (properties, required, "publicity", field_schema (publicity));
  add_member (properties, NULL, "illustrative", constant_text (academy_programme_fictional_label));
  add_member (properties, required, "programme", reference (academy_programme_kind.name));
  add_member (properties, required, "organisation", reference (academy_organisation_kind.name));
  add_parts (properties, required, &academy_organisation_kind);
  add_member (properties, NULL, academy_person_kind.plural, list_of (&academy_person_kind));
  add_member (properties, NULL, ACADEMY_PLAN_MISSING, missing_schema ());
  json_object_set_object_member (schema, "properties", properties);
  json_object_set_array_member (schema, "required", required);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (*kind != &academy_translation_kind)
      json_object_set_object_member (definitions, (*kind)->name, kind_schema (*kind));
  json_object_set_object_member (schema, "$defs", definitions);

  return json_node_init_object (json_node_alloc (), schema);
}
