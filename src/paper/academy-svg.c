/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-svg.h"

#include <string.h>

#include "academy-xml.h"

/* The length in which the root element is searched; only the XML declaration
 * comes before it. */
#define MOST_HEAD 1024

static void
insert (GByteArray *array,
        gsize       position,
        const char *text)
{
  gsize length = strlen (text), rest = array->len - position;

  g_byte_array_set_size (array, array->len + length);
  memmove (array->data + position + length, array->data + position, rest);
  memcpy (array->data + position, text, length);
}

/**
 * academy_svg_set_title:
 * @svg: an SVG as Cairo writes it
 * @title: the title
 * @description: an alternative text
 * @code: the language tag of both (BCP 47)
 *
 * Inserts the title and the description as elements, which screen readers read
 * instead of the picture (SVG 1.1, 5.4), and for which Cairo has no function.
 *
 * Returns: whether @svg begins as expected; otherwise it is unchanged
 */
gboolean
academy_svg_set_title (GByteArray *svg,
                       const char *title,
                       const char *description,
                       const char *code)
{
  g_autofree char *attributes = g_strdup_printf ("role=\"img\" xml:lang=\"%s\" ", code);
  g_autofree char *escaped_title = academy_xml_escape (title);
  g_autofree char *escaped_description = academy_xml_escape (description);
  g_autofree char *elements = g_strdup_printf ("\n<title>%s</title>\n<desc>%s</desc>", escaped_title, escaped_description);
  g_autofree char *head = g_strndup ((char *) svg->data, MIN (svg->len, MOST_HEAD));
  const char *root = strstr (head, "<svg ");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end == NULL)
    return FALSE;

  insert (svg, end + 1 - head, elements);
  insert (svg, root - head + strlen ("<svg "), attributes);
  return TRUE;
}
