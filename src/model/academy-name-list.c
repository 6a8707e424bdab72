/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-name-list.h"

#include <glib/gi18n-lib.h>

/* List marks at the beginning of a line, as in letters and documents. */
#define MARK_OF_LINE "^(?:[-–—•·▪◦‣*]|\\d{1,3}[.)])(?:\\s+|$)"

static char *
replace (const char *text,
         const char *pattern,
         const char *with)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, with, G_REGEX_MATCH_DEFAULT, NULL);
}

/**
 * academy_name_list_new:
 *
 * Returns: (transfer full): an empty list
 */
AcademyNameList *
academy_name_list_new (void)
{
  AcademyNameList *self = g_new0 (AcademyNameList, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
academy_name_list_free (AcademyNameList *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->keys);
  g_free (self);
}

/**
 * academy_name_list_add:
 * @self: a list
 * @name: a name
 *
 * Adds @name unless it is empty or in the list already, whatever the case of its
 * letters and the width of its spaces.
 */
void
academy_name_list_add (AcademyNameList *self,
                       const char      *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *spaced = replace (stripped, "\\s+", " ");
  char *key = g_utf8_casefold (spaced, -1);

  if (*stripped == '\0')
    self->empty++;
  else if (g_hash_table_contains (self->keys, key))
    self->repeated++;
  else
    {
      g_hash_table_add (self->keys, g_steal_pointer (&key));
      g_ptr_array_add (self->names, g_steal_pointer (&stripped));
    }
  g_free (key);
}

/**
 * academy_name_list_parse:
 * @text: names, one a line
 *
 * A single line is kept as it is, except for a mark alone. In a list, marks are
 * removed and a line that introduces it is skipped.
 *
 * Returns: (transfer full): the names in @text
 */
AcademyNameList *
academy_name_list_parse (const char *text)
{
  AcademyNameList *self = academy_name_list_new ();
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto(GStrv) lines = g_strsplit (stripped, "\n", -1);
  gboolean is_list = g_strv_length (lines) > 1;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = replace (g_strstrip (lines[i]), MARK_OF_LINE, "");

      if (!(is_list && g_str_has_suffix (name, ":")))
        academy_name_list_add (self, is_list || *name == '\0' ? name : lines[i]);
    }

  return self;
}

/**
 * academy_name_list_dup_remark:
 * @self: a list
 *
 * Returns: (transfer full) (nullable): what was left out, as a text for people;
 *   %NULL when nothing was
 */
char *
academy_name_list_dup_remark (AcademyNameList *self)
{
  g_autofree char *repeated = NULL;
  g_autofree char *empty = NULL;

  if (self->repeated > 0)
    repeated = g_strdup_printf (ngettext ("%u name that was there already is left out.",
                                          "%u names that were there already are left out.", self->repeated), self->repeated);
  if (self->empty > 0)
    empty = g_strdup_printf (ngettext ("%u empty line is left out.", "%u empty lines are left out.", self->empty), self->empty);

  if (repeated != NULL && empty != NULL)
    return g_strconcat (repeated, " ", empty, NULL);

  return repeated != NULL ? g_steal_pointer (&repeated) : g_steal_pointer (&empty);
}
