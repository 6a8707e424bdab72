/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-xml.h"

/* What a document may hold at all, be it escaped (XML 1.0, 2.2). */
static gboolean
is_allowed (gunichar character)
{
  if (character < 0x20)
    return character == '\t' || character == '\n' || character == '\r';

  return character != 0xfffe && character != 0xffff;
}

/**
 * academy_xml_escape:
 * @text: a text
 *
 * Returns: (transfer full): @text as it is written into an XML document; what no
 *   document may hold is left out
 */
char *
academy_xml_escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) allowed = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (is_allowed (g_utf8_get_char (p)))
      g_string_append_len (allowed, p, g_utf8_next_char (p) - p);

  return g_markup_escape_text (allowed->str, allowed->len);
}
