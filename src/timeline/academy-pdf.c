/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-pdf.h"

#include <string.h>

/* An entry of a cross-reference table is of this length. */
#define ENTRY 20

/* A catalogue is a few lines. */
#define MOST_CATALOGUE 4096

/* Where @needle begins last, or -1. */
static gssize
find_last (GByteArray *pdf,
           const char *needle)
{
  gsize length = strlen (needle);

  for (gsize i = pdf->len; i >= length; i--)
    if (memcmp (pdf->data + i - length, needle, length) == 0)
      return i - length;

  return -1;
}

/* The number after @name in a text. */
static gboolean
read_number (const char *text,
             const char *name,
             guint64    *number)
{
  const char *found = strstr (text, name);
  char *end;

  if (found == NULL)
    return FALSE;

  *number = g_ascii_strtoull (found + strlen (name), &end, 10);
  return end > found + strlen (name);
}

static char *
dup_text (GByteArray *pdf,
          gsize       start,
          gsize       most)
{
  return start < pdf->len ? g_strndup ((char *) pdf->data + start, MIN (most, pdf->len - start)) : g_strdup ("");
}

/* Where an object begins, as the table says whose first entry follows two lines. */
static gboolean
find_object (GByteArray *pdf,
             guint64     table,
             guint64     object,
             guint64    *offset)
{
  g_autofree char *head = dup_text (pdf, table, 40);
  const char *entries = strchr (head, '\n');
  g_autofree char *entry = NULL;

  entries = entries != NULL ? strchr (entries + 1, '\n') : NULL;
  if (!g_str_has_prefix (head, "xref\n0 ") || entries == NULL)
    return FALSE;

  entry = dup_text (pdf, table + (entries + 1 - head) + object * ENTRY, ENTRY);
  return read_number (entry, "", offset);
}

/**
 * academy_pdf_set_language:
 * @pdf: a PDF file of version 1.4 as cairo writes it
 * @code: a language (BCP 47)
 *
 * Says in which language @pdf is, for programs that read it aloud, and that its
 * title is to be shown (PDF/UA). Cairo cannot say it; the catalogue is written
 * once more after the end, as an incremental update (ISO 32000-1, 7.5.6).
 *
 * Returns: whether the catalogue was found
 */
gboolean
academy_pdf_set_language (GByteArray *pdf,
                          const char *code)
{
  gssize trailer = find_last (pdf, "\ntrailer\n");
  g_autofree char *tail = trailer >= 0 ? dup_text (pdf, trailer, G_MAXSIZE) : g_strdup ("");
  guint64 size, root, info, table, offset;
  g_autofree char *catalogue = NULL;
  g_autoptr(GString) update = g_string_new (NULL);
  char *end;

  if (!read_number (tail, "/Size ", &size) || !read_number (tail, "/Root ", &root) || !read_number (tail, "/Info ", &info) ||
      !read_number (tail, "startxref\n", &table) || !find_object (pdf, table, root, &offset))
    return FALSE;

  catalogue = dup_text (pdf, offset, MOST_CATALOGUE);
  end = strstr (catalogue, ">>\nendobj");
  if (end == NULL)
    return FALSE;

  *end = '\0';
  g_string_append_printf (update, "%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          catalogue, code);
  offset = pdf->len + update->len;
  g_string_append_printf (update, "xref\n%" G_GUINT64_FORMAT " 1\n%010u 00000 n \n", root, pdf->len);
  g_string_append_printf (update, "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n"
                          "   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\n", size, root, info, table);
  g_string_append_printf (update, "startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", offset);
  g_byte_array_append (pdf, (const guint8 *) update->str, update->len);

  return TRUE;
}
