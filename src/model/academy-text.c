/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-text.h"

#include <string.h>

/* Two code points of each plane are no characters and may not be in XML (1.0, 2.2). */
static gboolean
is_control (gunichar character)
{
  return g_unichar_iscntrl (character) || (character & 0xfffe) == 0xfffe;
}

/**
 * academy_text_find_control:
 * @text: a text
 * @several_lines: whether the ends of lines and tabs belong to it
 *
 * Returns: (nullable) (transfer none): where its first control character is
 */
const char *
academy_text_find_control (const char *text,
                           gboolean    several_lines)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_control (g_utf8_get_char (p)) && !(several_lines && strchr ("\t\n\r", *p) != NULL))
      return p;

  return NULL;
}

/**
 * academy_text_dup_printable:
 * @text: a text
 *
 * Returns: (transfer full): @text without its control characters, but for the
 *   ends of its lines and tabs
 */
char *
academy_text_dup_printable (const char *text)
{
  GString *printable = g_string_new (NULL);
  const char *control;

  while ((control = academy_text_find_control (text, TRUE)) != NULL)
    {
      g_string_append_len (printable, text, control - text);
      text = g_utf8_next_char (control);
    }
  g_string_append (printable, text);

  return g_string_free_and_steal (printable);
}
