/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-plan-schema.h"

#include <stdio.h>

/* Writes the JSON Schema of a plan, for the build. */
int
main (int    argc,
      char **argv)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) schema = academy_plan_schema_create ();
  g_autofree char *json = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, schema);
  json = json_generator_to_data (generator, NULL);

  /* Use puts(), since g_print() would convert to the character set of the locale. */
  return puts (json) == EOF;
}
