/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-vcard.h"

#include <string.h>

#include "academy-kinds.h"
#include "academy-programme.h"

/* People as contacts: vCard 3.0 (RFC 2426), which Outlook and every telephone read;
 * 4.0 has nothing that people have here. The libraries of Debian 13 for vCards belong
 * to address books of other desktops, and libical 3.0 has no stable functions for
 * them, so there is a small strict writer here, and a lenient reader in
 * academy-vcard-read.c. */

/* The longest line in bytes, without its end (RFC 2426, 2.6). */
#define MAX_LINE 75

/* Appends a line, folded between characters. */
static void
append_line (GString    *text,
             const char *line)
{
  gsize room = MAX_LINE;

  while (strlen (line) > room)
    {
      const char *end = line + room;

      while ((*end & 0xC0) == 0x80)
        end--;
      g_string_append_len (text, line, end - line);
      g_string_append (text, "\r\n ");
      line = end;
      room = MAX_LINE - 1;
    }
  g_string_append (text, line);
  g_string_append (text, "\r\n");
}

static void
append_escaped (GString    *line,
                const char *value)
{
  for (const char *c = value; *c != '\0'; c++)
    if (*c == '\n')
      g_string_append (line, "\\n");
    else if (strchr ("\\,;", *c) != NULL)
      g_string_append_printf (line, "\\%c", *c);
    else if (!g_ascii_iscntrl (*c))
      g_string_append_c (line, *c);
}

static void
append_property (GString    *text,
                 const char *name,
                 const char *value)
{
  g_autoptr(GString) line = g_string_new (name);

  if (value == NULL || *value == '\0')
    return;

  g_string_append_c (line, ':');
  append_escaped (line, value);
  append_line (text, line->str);
}

/* Appends the parts of a name: the last word is the family name. */
static void
append_names (GString    *text,
              const char *name)
{
  const char *space = strrchr (name, ' ');
  g_autofree char *given = g_strndup (name, space != NULL ? space - name : 0);
  g_autoptr(GString) line = g_string_new ("N:");

  append_escaped (line, space != NULL ? space + 1 : name);
  g_string_append_c (line, ';');
  append_escaped (line, given);
  g_string_append (line, ";;;");
  append_line (text, line->str);
}

static gboolean
append_roles (GString                *text,
              AcademyStore           *store,
              AcademyItem            *person,
              const AcademyLanguage  *language,
              GError                **error)
{
  const AcademyField *link = academy_kind_find_field (&academy_participation_kind, "person");
  AcademyQuery query = { .link = link, .target = academy_item_get_id (person) };
  g_autoptr(GPtrArray) ids = academy_store_find (store, &academy_participation_kind, &query, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr(AcademyItem) role = academy_store_get (store, &academy_participation_kind, g_ptr_array_index (ids, i), error);
      g_autoptr(AcademyItem) organisation = role != NULL ? academy_store_get_owner (store, role, error) : NULL;
      g_autofree char *name = NULL;
      g_autofree char *title = NULL;

      if (organisation == NULL)
        return FALSE;

      name = academy_item_dup_title (organisation, language);
      title = academy_item_dup_title (role, language);
      append_property (text, "ORG", name);
      append_property (text, "TITLE", title);
    }

  return ids != NULL;
}

/**
 * academy_vcard_write:
 * @store: a store
 * @people: (element-type AcademyItem): people in it
 * @language: the language of organisations and roles
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): @people as vCards, each with the
 *   organisations and titles of its roles, and the label of a fictional programme
 */
char *
academy_vcard_write (AcademyStore           *store,
                     GPtrArray              *people,
                     const AcademyLanguage  *language,
                     GError                **error)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (store, &academy_programme_kind, NULL, error);
  g_autoptr(GString) text = g_string_new (NULL);

  if (programme == NULL)
    return NULL;

  for (guint i = 0; i < people->len; i++)
    {
      AcademyItem *person = g_ptr_array_index (people, i);
      const char *name = academy_item_get_text (person, "name");

      append_line (text, "BEGIN:VCARD");
      append_line (text, "VERSION:3.0");
      append_property (text, "FN", name);
      append_names (text, name);
      append_property (text, "EMAIL;TYPE=INTERNET", academy_item_get_text (person, "email"));
      append_property (text, "TEL", academy_item_get_text (person, "phone"));
      if (!append_roles (text, store, person, language, error))
        return NULL;
      append_property (text, "NOTE", academy_programme_get_label (programme));
      append_line (text, "END:VCARD");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * academy_vcard_find_people:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type AcademyItem): the people who
 *   take part for @organisation, each once; or all people of the programme
 */
GPtrArray *
academy_vcard_find_people (AcademyStore  *store,
                           const char    *organisation,
                           GError       **error)
{
  g_autoptr(GPtrArray) roles = NULL;
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (organisation == NULL)
    return academy_store_get_all (store, &academy_person_kind, NULL, error);

  roles = academy_store_get_all (store, &academy_participation_kind, organisation, error);
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      const char *id = academy_item_get_text (g_ptr_array_index (roles, i), "person");
      AcademyItem *person;

      if (id == NULL || !g_hash_table_add (seen, (gpointer) id))
        continue;

      person = academy_store_get (store, &academy_person_kind, id, error);
      if (person == NULL)
        return NULL;
      g_ptr_array_add (people, person);
    }

  return roles != NULL ? g_steal_pointer (&people) : NULL;
}
