/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-slug.h"

#include <string.h>

#include "academy-letter.h"

/* Cuts the text to @max characters, and leaves no hyphen at the end. */
static void
cut (GString *slug,
     gsize    max)
{
  if (slug->len > max)
    g_string_truncate (slug, max);
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
}

/**
 * academy_slug_derive:
 * @name: a name
 * @max: the greatest number of characters
 *
 * “Kuopion kaupunki” gives “kuopion-kaupunki”, “Åbo” gives “abo”.
 *
 * Returns: (transfer full): the short name for files derived from @name: letters
 *   a–z, digits, and a hyphen between words; empty when @name has none of these
 */
char *
academy_slug_derive (const char *name,
                     gsize       max)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  g_autoptr(GString) slug = g_string_new (NULL);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter < 0x80 && g_ascii_isalnum (letter))
        g_string_append_c (slug, letter);
      else if (academy_letter_find (letter) != NULL)
        g_string_append (slug, academy_letter_find (letter)->text);
      /* The dots of ä and the apostrophe within a name do not separate words. */
      else if (!g_unichar_ismark (letter) && letter != '\'' && letter != 0x2019 &&
               slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }

  cut (slug, max);
  return g_string_free_and_steal (g_steal_pointer (&slug));
}

/**
 * academy_slug_number:
 * @slug: a short name for files that is in use
 * @number: a number from 2 that tells the names apart
 * @max: the greatest number of characters
 *
 * Returns: (transfer full): @slug with @number, such as “turku-2”
 */
char *
academy_slug_number (const char *slug,
                     guint       number,
                     gsize       max)
{
  g_autofree char *end = g_strdup_printf ("-%u", number);
  g_autoptr(GString) numbered = g_string_new (slug);

  cut (numbered, max - strlen (end));
  g_string_append (numbered, end);
  return g_string_free_and_steal (g_steal_pointer (&numbered));
}

/**
 * academy_slug_is_derived:
 * @slug: a short name for files
 * @name: a name
 * @max: the greatest number of characters
 *
 * Returns: whether @slug is derived from @name, perhaps with a number, and was
 *   not typed by somebody
 */
gboolean
academy_slug_is_derived (const char *slug,
                         const char *name,
                         gsize       max)
{
  g_autofree char *derived = academy_slug_derive (name, max);
  const char *hyphen = strrchr (slug, '-');
  g_autofree char *numbered = NULL;
  guint64 number;

  if (g_str_equal (slug, derived))
    return TRUE;
  if (hyphen == NULL || !g_ascii_string_to_unsigned (hyphen + 1, 10, 2, G_MAXUINT, &number, NULL))
    return FALSE;

  numbered = academy_slug_number (derived, number, max);
  return g_str_equal (slug, numbered);
}
