/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-pdf.h"

#include <string.h>

#include "academy-xml.h"

/* The length of an entry in a cross-reference table (ISO 32000-1, 7.5.4). */
#define ENTRY 20

/* A file as Cairo wrote it, and the objects and the entries to append. */
typedef struct {
  /* Borrowed */
  const char            *data;
  const AcademyPdfFacts *facts;

  /* Owned */
  GString               *objects;
  GString               *entries;

  gsize                  length;
  gsize                  table;
  guint                  n_objects;
  guint                  root;
  guint                  info;
  guint                  n_figures;
} Update;

/* Whether @text begins with @prefix. g_str_has_prefix() measures the whole text,
 * which is the rest of the file here. */
static gboolean
begins_with (const char *text,
             const char *prefix)
{
  return strncmp (text, prefix, strlen (prefix)) == 0;
}

/* Returns the offset of the last @needle, or -1. */
static gssize
find_last (const Update *self,
           const char   *needle)
{
  gsize length = strlen (needle);

  for (gsize i = self->length; i >= length; i--)
    if (memcmp (self->data + i - length, needle, length) == 0)
      return i - length;

  return -1;
}

/* Reads the number after a name. */
static gboolean
read_number (const char *text,
             const char *name,
             gsize      *number)
{
  const char *found = strstr (text, name);
  char *end;

  if (found == NULL)
    return FALSE;

  *number = g_ascii_strtoull (found + strlen (name), &end, 10);
  return end > found + strlen (name);
}

/* Returns the first entry of the cross-reference table, when the table has an
 * entry for each object as Cairo writes it. */
static const char *
find_entries (const Update *self)
{
  g_autofree char *head = g_strdup_printf ("xref\n0 %u\n", self->n_objects);

  if (self->table >= self->length || !begins_with (self->data + self->table, head) ||
      self->length - self->table - strlen (head) < (gsize) self->n_objects * ENTRY)
    return NULL;

  return self->data + self->table + strlen (head);
}

/* Returns the content of an object, or %NULL when Cairo has not written it. */
static const char *
find_object (const Update *self,
             const char   *entry,
             guint         number)
{
  gsize offset = g_ascii_strtoull (entry, NULL, 10);
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", number);

  if (offset >= self->length || !begins_with (self->data + offset, head))
    return NULL;

  return self->data + offset + strlen (head);
}

static void
begin_object (Update *self,
              guint   number)
{
  g_string_append_printf (self->entries, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number, self->length + self->objects->len);
  g_string_append_printf (self->objects, "%u 0 obj\n", number);
}

/* Appends another version of a dictionary, with further members. */
static gboolean
add_members (Update     *self,
             guint       number,
             const char *object,
             const char *members)
{
  const char *end = strstr (object, "\n>>\nendobj");

  if (!begins_with (object, "<< ") || end == NULL)
    return FALSE;

  begin_object (self, number);
  g_string_append_len (self->objects, object, end - object);
  g_string_append_printf (self->objects, "\n   %s\n>>\nendobj\n", members);
  return TRUE;
}

/* Returns the code of a character in PDFDocEncoding (ISO 32000-1, Annex D.2), or 0
 * for a character without one. Line feed, ASCII and Latin-1 have the same codes
 * there. */
static guchar
get_code (gunichar character)
{
  /* The characters from code 128 on. */
  static const gunichar others[] = {
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018,
    0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E,
  };
  static const gunichar euro = 0x20AC, soft_hyphen = 0xAD;

  if (character == '\n' || (character >= ' ' && character <= '~') ||
      (character > 0xA0 && character <= 0xFF && character != soft_hyphen))
    return character;
  if (character == euro)
    return 0xA0;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] == character)
      return 128 + i;

  return 0;
}

/* Converts a text into a literal string (ISO 32000-1, 7.3.4.2), or returns %NULL
 * when a character has no code, or the first one may be taken for the beginning
 * of a byte order mark. */
static char *
dup_literal (const char *text)
{
  g_autoptr(GString) string = g_string_new ("(");

  for (const char *next = text; *next != '\0'; next = g_utf8_next_char (next))
    {
      guchar code = get_code (g_utf8_get_char (next));

      if (code == 0 || (next == text && (code == 0xEF || code == 0xFE)))
        return NULL;
      if (strchr ("()\\", code) != NULL)
        g_string_append_c (string, '\\');
      g_string_append_c (string, code);
    }
  g_string_append_c (string, ')');

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* Converts a text into a hexadecimal string of UTF-16 (ISO 32000-1, 7.3.4.3 and
 * 7.9.2.2). */
static char *
dup_hexadecimal (const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  GString *string = g_string_new ("<FEFF");

  for (const gunichar2 *unit = units; *unit != 0; unit++)
    for (int shift = 12; shift >= 0; shift -= 4)
      g_string_append_c (string, "0123456789ABCDEF"[*unit >> shift & 0xf]);
  g_string_append_c (string, '>');

  return g_string_free (string, FALSE);
}

/* Prefers the literal string, which takes a quarter of the bytes. */
static char *
dup_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *literal = dup_literal (valid);

  return literal != NULL ? literal : dup_hexadecimal (valid);
}

static gboolean
add_figure (Update     *self,
            guint       number,
            const char *object)
{
  const AcademyPdfFigure *figure;
  g_autofree char *alternative = NULL;
  g_autofree char *members = NULL;
  char edges[4][G_ASCII_DTOSTR_BUF_SIZE];

  if (self->n_figures == self->facts->figures->len)
    return FALSE;

  figure = &g_array_index (self->facts->figures, AcademyPdfFigure, self->n_figures++);
  alternative = dup_text (figure->alternative);
  g_ascii_formatd (edges[0], sizeof edges[0], "%.2f", figure->left);
  g_ascii_formatd (edges[1], sizeof edges[1], "%.2f", figure->bottom);
  g_ascii_formatd (edges[2], sizeof edges[2], "%.2f", figure->right);
  g_ascii_formatd (edges[3], sizeof edges[3], "%.2f", figure->top);
  members = g_strdup_printf ("/Alt %s\n   /A << /O /Layout /Placement /Block /BBox [ %s %s %s %s ] >>", alternative,
                             edges[0], edges[1], edges[2], edges[3]);

  return add_members (self, number, object, members);
}

static gboolean
add_catalogue (Update     *self,
               const char *object,
               guint       metadata)
{
  g_autofree char *members = g_strdup_printf ("/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n   /Metadata %u 0 R",
                                              self->facts->code, metadata);

  return add_members (self, self->root, object, members);
}

/* Whether the element that an element is in has a type. @element becomes that
 * element. */
static gboolean
is_in (Update      *self,
       const char **element,
       const char  *type)
{
  g_autofree char *head = g_strdup_printf ("<< /Type /StructElem\n   /S /%s\n", type);
  gsize parent;

  if (!read_number (*element, "\n   /P ", &parent) || parent == 0 || parent >= self->n_objects)
    return FALSE;

  *element = find_object (self, find_entries (self) + parent * ENTRY, parent);
  return *element != NULL && begins_with (*element, head);
}

/* Says of which cells a header cell is the head: of a column in the head of a table,
 * else of a row. */
static gboolean
add_scope (Update     *self,
           guint       number,
           const char *object)
{
  const char *element = object;
  gboolean column = is_in (self, &element, "TR") && is_in (self, &element, "THead");

  return add_members (self, number, object,
                      column ? "/A << /O /Table /Scope /Column >>" : "/A << /O /Table /Scope /Row >>");
}

/* Appends what PDF/UA-1 wants and Cairo does not write: metadata (ISO 14289-1,
 * 7.1), alternative texts and bounding boxes of figures (7.3), the scope of
 * header cells (7.5), the kind of marks of lists (7.6) and the glyph mapping of
 * fonts (7.21.3.2). Objects that Cairo has numbered but not written are marked as
 * free. */
static gboolean
complete_object (Update     *self,
                 guint       number,
                 const char *object)
{
  static const char element[] = "<< /Type /StructElem\n   /S /", font[] = "<< /Type /Font\n   /Subtype /CIDFontType2\n";

  if (object == NULL)
    {
      g_string_append_printf (self->entries, "%u 1\n0000000000 65535 f \n", number);
      return TRUE;
    }
  if (number == self->root)
    return add_catalogue (self, object, self->n_objects);
  if (begins_with (object, font))
    return add_members (self, number, object, "/CIDToGIDMap /Identity");
  if (!begins_with (object, element))
    return TRUE;

  object += strlen (element);
  if (begins_with (object, "Figure\n"))
    return add_figure (self, number, object - strlen (element));
  if (begins_with (object, "TH\n"))
    return add_scope (self, number, object - strlen (element));
  if (begins_with (object, "L\n"))
    return add_members (self, number, object - strlen (element), "/A << /O /List /ListNumbering /Disc >>");

  return TRUE;
}

/* Creates a metadata packet (XMP, ISO 16684-1) with the identification of PDF/UA
 * (ISO 14289-1, 5). */
static char *
dup_packet (const AcademyPdfFacts *facts)
{
  g_autofree char *title = academy_xml_escape (facts->title);
  g_autofree char *subject = academy_xml_escape (facts->subject);
  g_autofree char *author = facts->author != NULL ? academy_xml_escape (facts->author) : NULL;
  g_autofree char *creator =
    author != NULL ? g_strdup_printf ("<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", author) : g_strdup ("");

  return g_strdup_printf ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                          "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                          "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                          " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                          "<pdfuaid:part>1</pdfuaid:part>\n"
                          "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
                          "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n"
                          "%s"
                          "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
                          "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
                          title, subject, creator, facts->code);
}

static void
add_metadata (Update *self)
{
  g_autofree char *packet = dup_packet (self->facts);

  begin_object (self, self->n_objects);
  g_string_append_printf (self->objects, "<< /Type /Metadata\n   /Subtype /XML\n   /Length %" G_GSIZE_FORMAT "\n>>\n"
                          "stream\n%s\nendstream\nendobj\n", strlen (packet), packet);
}

static gboolean
complete_objects (Update *self)
{
  const char *entries = find_entries (self);

  if (entries == NULL)
    return FALSE;

  for (guint number = 1; number < self->n_objects; number++)
    {
      const char *entry = entries + (gsize) number * ENTRY;

      if (!complete_object (self, number, find_object (self, entry, number)))
        return FALSE;
    }
  add_metadata (self);

  return self->n_figures == self->facts->figures->len;
}

static gboolean
read_trailer (Update *self)
{
  gssize trailer = find_last (self, "\ntrailer\n");
  const char *text = self->data + trailer;
  gsize size, root, info;

  if (trailer < 0 || !read_number (text, "/Size ", &size) || !read_number (text, "/Root ", &root) ||
      !read_number (text, "/Info ", &info) || !read_number (text, "startxref\n", &self->table))
    return FALSE;

  self->n_objects = size;
  self->root = root;
  self->info = info;
  return TRUE;
}

/**
 * academy_pdf_create_update:
 * @pdf: a PDF of version 1.4 as Cairo writes it, terminated by a NUL
 * @length: its length
 * @facts: the metadata and the figures
 *
 * Makes a tagged PDF conform to PDF/UA-1 (ISO 14289-1): adds the language, the
 * title and that it is to be shown, the subject, alternative texts of figures and
 * the scope of header cells, which Cairo cannot write. They are appended as an
 * incremental update (ISO 32000-1, 7.5.6), so that the file as Cairo wrote it
 * stays unchanged.
 *
 * Returns: (transfer full) (nullable): what is to be appended; %NULL when the file
 *   does not have the expected structure, and as many figures as @facts
 */
GString *
academy_pdf_create_update (const char            *pdf,
                           gsize                  length,
                           const AcademyPdfFacts *facts)
{
  g_autoptr(GString) objects = g_string_new (NULL);
  g_autoptr(GString) entries = g_string_new ("xref\n");
  Update self = { .facts = facts, .data = pdf, .length = length, .objects = objects, .entries = entries };
  gsize table;

  if (!read_trailer (&self) || !complete_objects (&self))
    return NULL;

  table = length + objects->len;
  g_string_append_len (objects, entries->str, entries->len);
  g_string_append_printf (objects, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GSIZE_FORMAT "\n>>\n",
                          self.n_objects + 1, self.root, self.info, self.table);
  g_string_append_printf (objects, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);

  return g_steal_pointer (&objects);
}
