/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-bullet.h"

#include <string.h>

#define MOST_DIGITS 3

/* What people and programs write before the lines of a list. A space follows. */
static const char * const bullets[] = {
  "•", "‣", "◦", "●", "○", "▪", "▫", "■", "□", "·", "–", "—", "-", "*", "→", "➢", "❖", "✓", "✔", "☐", "☑", "☒", "\uf0b7",
  "[ ]", "[x]", "[X]", "[]",
};

static const char *
skip_sign (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return line + strlen (bullets[i]);

  return NULL;
}

/* Skips “1.”, “1)”, “a)”, “(1)” and “1.2”. A day such as “1.3.” or “1.3.2026” is
 * no number of a list. */
static const char *
skip_number (const char *line)
{
  const char *p = line + (*line == '(');
  gsize digits = strspn (p, "0123456789");
  guint n_dots = 0;

  if (digits == 0 && g_ascii_isalpha (*p))
    return p[1] == ')' ? p + 2 : NULL;
  if (digits == 0 || digits > MOST_DIGITS)
    return NULL;

  p += digits;
  while (*p == '.' && g_ascii_isdigit (p[1]))
    {
      digits = strspn (p + 1, "0123456789");
      if (digits > MOST_DIGITS)
        return NULL;
      p += 1 + digits;
      n_dots++;
    }
  if (n_dots > 0)
    return p;

  return *p == '.' || *p == ')' ? p + 1 : NULL;
}

/**
 * academy_bullet_skip:
 * @line: a line of a list
 *
 * Returns: (transfer none): @line from after its bullets, numbers and boxes:
 *   “Train buyers” of “1. [ ] Train buyers”
 */
const char *
academy_bullet_skip (const char *line)
{
  const char *p = line;

  while (TRUE)
    {
      const char *end = skip_sign (p);

      if (end == NULL)
        end = skip_number (p);
      if (end == NULL || (*end != ' ' && *end != '\0' && *end != '\t'))
        return p;
      p = end + strspn (end, " \t");
    }
}
