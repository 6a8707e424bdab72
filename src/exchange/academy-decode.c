/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-decode.h"

#include <string.h>

/* The number of UTF-16 units from which text without a byte order mark is told. */
#define PROBE_UNITS 16

#define REPLACEMENT 0xfffd

/* The characters of windows-1252 that are not those of Latin-1, from 0x80. */
static const gunichar2 windows[] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
  0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static gunichar
get_unit (const guchar *data,
          gboolean      big)
{
  return big ? data[0] << 8 | data[1] : data[1] << 8 | data[0];
}

static char *
from_utf16 (const guchar *data,
            gsize         length,
            gboolean      big)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar character = get_unit (data + i, big);
      gunichar next = i + 3 < length ? get_unit (data + i + 2, big) : 0;

      if (character >= 0xd800 && character < 0xdc00 && next >= 0xdc00 && next < 0xe000)
        {
          character = 0x10000 + ((character - 0xd800) << 10) + (next - 0xdc00);
          i += 2;
        }
      else if (character >= 0xd800 && character < 0xe000)
        character = REPLACEMENT;
      if (character != 0)
        g_string_append_unichar (text, character);
    }

  return g_string_free_and_steal (text);
}

static char *
from_windows (const guchar *data,
              gsize         length)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (data[i] >= 0x80 && data[i] < 0xa0)
      g_string_append_unichar (text, windows[data[i] - 0x80]);
    else if (data[i] != 0)
      g_string_append_unichar (text, data[i]);

  return g_string_free_and_steal (text);
}

/* Whether every second byte is zero, from @first on. */
static gboolean
is_half_zero (const guchar *data,
              gsize         length,
              gsize         first)
{
  gsize units = MIN (length / 2, PROBE_UNITS);

  for (gsize i = 0; i < units; i++)
    if (data[2 * i + first] != 0)
      return FALSE;

  return units > 0;
}

/**
 * academy_decode:
 * @data: (array length=length): a text from another program, in no known encoding
 * @length: the number of bytes
 *
 * Reads UTF-16 by its byte order mark or its zeros, UTF-8, and otherwise
 * windows-1252. What a document says of its own encoding is not true any more once
 * it has been on the clipboard.
 *
 * Returns: (transfer full): the text as UTF-8
 */
char *
academy_decode (const char *data,
                gsize       length)
{
  const guchar *bytes = (const guchar *) data;

  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    return from_utf16 (bytes + 2, length - 2, FALSE);
  if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return from_utf16 (bytes + 2, length - 2, TRUE);
  if (is_half_zero (bytes, length, 1))
    return from_utf16 (bytes, length, FALSE);
  if (is_half_zero (bytes, length, 0))
    return from_utf16 (bytes, length, TRUE);
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return academy_decode (data + 3, length - 3);

  /* A terminating zero belongs to the text of some programs. */
  while (length > 0 && bytes[length - 1] == 0)
    length--;
  if (g_utf8_validate (data, length, NULL))
    return g_strndup (data, length);

  return from_windows (bytes, length);
}
