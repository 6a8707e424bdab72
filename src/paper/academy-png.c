/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-png.h"

#include <string.h>
#include <zlib.h>

/* The length of the signature, and of the signature with the IHDR chunk: its
 * length, type, 13 bytes and checksum (PNG 1.2, 3.1 and 4.1.1). */
#define SIGNATURE 8
#define HEADER    (SIGNATURE + 4 + 4 + 13 + 4)

static void
append_number (GByteArray *array,
               guint32     number)
{
  guint32 bytes = GUINT32_TO_BE (number);

  g_byte_array_append (array, (const guint8 *) &bytes, sizeof bytes);
}

/* Appends an uncompressed iTXt chunk, which holds UTF-8 (PNG 1.2, 4.2.3.3). */
static void
append_text (GByteArray *array,
             const char *keyword,
             const char *text,
             const char *code)
{
  g_autoptr(GByteArray) chunk = g_byte_array_new ();

  g_byte_array_append (chunk, (const guint8 *) "iTXt", 4);
  g_byte_array_append (chunk, (const guint8 *) keyword, strlen (keyword) + 1);
  g_byte_array_append (chunk, (const guint8 *) "\0\0", 2);
  g_byte_array_append (chunk, (const guint8 *) code, strlen (code) + 1);
  /* Leave the translated keyword empty. */
  g_byte_array_append (chunk, (const guint8 *) "", 1);
  g_byte_array_append (chunk, (const guint8 *) text, strlen (text));

  append_number (array, chunk->len - 4);
  g_byte_array_append (array, chunk->data, chunk->len);
  append_number (array, crc32 (0, chunk->data, chunk->len));
}

/**
 * academy_png_set_title:
 * @png: a PNG
 * @title: the title
 * @description: an alternative text
 * @code: the language tag of both (BCP 47)
 *
 * Inserts the title and the description as text chunks, for which Cairo has no
 * function.
 *
 * Returns: whether @png begins as expected; otherwise it is unchanged
 */
gboolean
academy_png_set_title (GByteArray *png,
                       const char *title,
                       const char *description,
                       const char *code)
{
  g_autoptr(GByteArray) texts = g_byte_array_new ();
  gsize rest = png->len - HEADER;

  if (png->len < HEADER || memcmp (png->data + SIGNATURE + 4, "IHDR", 4) != 0)
    return FALSE;

  append_text (texts, "Title", title, code);
  append_text (texts, "Description", description, code);
  g_byte_array_set_size (png, png->len + texts->len);
  memmove (png->data + HEADER + texts->len, png->data + HEADER, rest);
  memcpy (png->data + HEADER, texts->data, texts->len);

  return TRUE;
}
