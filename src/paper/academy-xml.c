/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-xml.h"

#include "academy-text.h"

/**
 * academy_xml_escape:
 * @text: a text
 *
 * Returns: (transfer full): @text escaped for XML; characters that XML does not
 *   allow are left out
 */
char *
academy_xml_escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *printable = academy_text_dup_printable (valid);

  return g_markup_escape_text (printable, -1);
}
