/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-id.h"

#include <string.h>

#define UUID_SIZE 16

/**
 * academy_id_is_valid:
 * @text: a text
 *
 * The same as g_uuid_string_is_valid() in a quarter of the time, since the check
 * of a file asks for each id and each link.
 *
 * Returns: whether @text is a UUID
 */
gboolean
academy_id_is_valid (const char *text)
{
  static const char pattern[] = "00000000-0000-0000-0000-000000000000";

  for (size_t i = 0; i < sizeof pattern; i++)
    if (pattern[i] == '0' ? !g_ascii_isxdigit (text[i]) : text[i] != pattern[i])
      return FALSE;

  return TRUE;
}

/**
 * academy_id_add_text:
 * @checksum: a checksum of type %G_CHECKSUM_SHA256
 * @text: one part of the name that the id is derived from
 *
 * Adds @text with its terminating zero, so that the same bytes split otherwise
 * give another id.
 */
void
academy_id_add_text (GChecksum  *checksum,
                     const char *text)
{
  g_checksum_update (checksum, (const guchar *) text, strlen (text) + 1);
}

/**
 * academy_id_finish:
 * @checksum: (transfer none): a checksum of type %G_CHECKSUM_SHA256
 *
 * Returns: (transfer full): a UUID of version 8 (RFC 9562, section 5.8), always
 *   the same for the same texts
 */
char *
academy_id_finish (GChecksum *checksum)
{
  g_autoptr(GString) id = g_string_new (NULL);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_get_digest (checksum, digest, &size);
  digest[6] = (digest[6] & 0x0f) | 0x80;
  digest[8] = (digest[8] & 0x3f) | 0x80;

  for (guint i = 0; i < UUID_SIZE; i++)
    g_string_append_printf (id, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", digest[i]);

  return g_string_free_and_steal (g_steal_pointer (&id));
}

/**
 * academy_id_derive:
 * @whole: the id of an item
 * @part: the name of a part of which the item has at most one
 *
 * Returns: (transfer full): the id of that part, always the same
 */
char *
academy_id_derive (const char *whole,
                   const char *part)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  academy_id_add_text (checksum, whole);
  academy_id_add_text (checksum, part);

  return academy_id_finish (checksum);
}
