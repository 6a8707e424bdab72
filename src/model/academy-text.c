/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-text.h"

#include <string.h>

/* Two code points of each plane are noncharacters, which XML does not allow (1.0,
 * 2.2). */
static gboolean
is_control (gunichar character)
{
  return g_unichar_iscntrl (character) || (character & 0xfffe) == 0xfffe;
}

/* Whether there is nothing to look for or to normalise, as in most texts. */
static gboolean
is_plain (const char *text,
          gboolean    several_lines)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x7f || ((guchar) *p < ' ' && !(several_lines && (*p == '\n' || *p == '\t'))))
      return FALSE;

  return TRUE;
}

/**
 * academy_text_find_control:
 * @text: a text
 * @several_lines: whether line ends and tabs are allowed
 *
 * Returns: (nullable) (transfer none): the first control character in @text
 */
const char *
academy_text_find_control (const char *text,
                           gboolean    several_lines)
{
  if (is_plain (text, several_lines))
    return NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_control (g_utf8_get_char (p)) && !(several_lines && strchr ("\t\n\r", *p) != NULL))
      return p;

  return NULL;
}

/**
 * academy_text_dup_printable:
 * @text: a text
 *
 * Returns: (transfer full): @text without its control characters, except line
 *   ends and tabs
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

static gboolean
is_line_end (gunichar character)
{
  return character == '\n' || character == '\v' || character == '\f' || character == '\r' || character == 0x85 ||
         character == 0x2028 || character == 0x2029;
}

/* Invisible characters that join nothing: marks that programs leave in copied
 * text, and possible word breaks. */
static gboolean
is_invisible (gunichar character)
{
  return character == 0xad || character == 0x180e || character == 0x200b || character == 0x200e || character == 0x200f ||
         (character >= 0x202a && character <= 0x202e) || (character >= 0x2060 && character <= 0x206f) ||
         character == 0xfeff || (character >= 0xfff9 && character <= 0xfffb);
}

/* Letters of scripts without joining never need a joiner. */
static gboolean
may_be_joined (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
      return FALSE;
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
      /* Emoji, skin tones and variation selectors */
      return g_unichar_type (character) == G_UNICODE_OTHER_SYMBOL ||
             g_unichar_type (character) == G_UNICODE_MODIFIER_SYMBOL || g_unichar_ismark (character);
    default:
      return g_unichar_isalpha (character) || g_unichar_ismark (character);
    }
}

static gboolean
is_needed_joiner (const char *start,
                  const char *joiner)
{
  gunichar character = g_utf8_get_char (joiner);

  return (character == 0x200c || character == 0x200d) && joiner > start &&
         may_be_joined (g_utf8_get_char (g_utf8_prev_char (joiner))) &&
         may_be_joined (g_utf8_get_char (g_utf8_next_char (joiner)));
}

static void
append_space (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');
}

/* Filters the characters of a text, and gives line ends one form. */
static char *
clean (const char *text,
       gboolean    several_lines)
{
  GString *result = g_string_new (NULL);
  gboolean after_space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (is_line_end (character) || character == '\t')
        {
          if (!several_lines)
            append_space (result);
          else if (character == '\t' || !(character == '\n' && p > text && p[-1] == '\r'))
            g_string_append_c (result, character == '\t' ? '\t' : '\n');
          after_space = !several_lines;
          continue;
        }
      if (character == 0x200c || character == 0x200d ? !is_needed_joiner (text, p)
                                                     : is_control (character) || is_invisible (character))
        continue;
      /* Keep one space only for a line end. */
      if (after_space && character == ' ')
        continue;
      after_space = FALSE;
      g_string_append_unichar (result, character);
    }
  if (after_space && result->len > 0)
    g_string_truncate (result, result->len - 1);

  return g_string_free_and_steal (result);
}

/**
 * academy_text_normalise:
 * @text: a text that was typed, pasted or read
 * @several_lines: whether line ends and tabs are allowed
 *
 * Brings @text into Normalization Form C (Unicode Standard Annex 15), so that
 * texts that macOS or a PDF decomposed are found and sorted right. Removes
 * control characters and invisible ones, such as a byte order mark or a soft
 * hyphen. Keeps a joiner where it joins: in an emoji of several, and between
 * letters of a script that needs it. Line ends become line feeds, or spaces in a
 * text of one line.
 *
 * Returns: (transfer full): the text to store; @text itself when it is not UTF-8,
 *   which academy_item_validate_field() refuses
 */
char *
academy_text_normalise (const char *text,
                        gboolean    several_lines)
{
  g_autofree char *composed = NULL;

  if (is_plain (text, several_lines) || !g_utf8_validate (text, -1, NULL))
    return g_strdup (text);

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  return clean (composed, several_lines);
}

/**
 * academy_text_dup_in_sentence:
 * @label: a label, which begins with a capital letter
 *
 * Returns: (transfer full): @label for use within a sentence, in small letters
 *   except “CPV code” and the like
 */
char *
academy_text_dup_in_sentence (const char *label)
{
  const char *rest = g_utf8_next_char (label);
  g_autofree char *first = NULL;
  g_autofree char *lower = NULL;

  if (*label == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (label);

  first = g_strndup (label, rest - label);
  lower = g_utf8_strdown (first, -1);
  return g_strconcat (lower, rest, NULL);
}

/**
 * academy_text_shorten:
 * @text: (nullable): a text
 * @most: the greatest length, in characters
 *
 * Returns: (nullable) (transfer full): @text, or its beginning up to a space and an
 *   ellipsis when it is longer
 */
char *
academy_text_shorten (const char *text,
                      glong       most)
{
  g_autofree char *start = NULL;
  char *space;

  if (text == NULL || g_utf8_strlen (text, -1) <= most)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, most);
  space = strrchr (start, ' ');
  if (space != NULL && space > start + strlen (start) / 2)
    *space = '\0';

  return g_strconcat (start, "…", NULL);
}
