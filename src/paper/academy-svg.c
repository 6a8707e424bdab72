/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-svg.h"

#include <string.h>

#include "academy-xml.h"

/* Before the root element there is the declaration of XML at most. */
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
 * @svg: an SVG file as cairo writes it
 * @title: what it is called
 * @description: what it shows
 * @code: their language (BCP 47)
 *
 * Says what a picture is, which cairo cannot: programs that read aloud say it
 * instead of the picture (SVG 1.1, 5.4).
 *
 * Returns: whether the beginning of the picture was found
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
