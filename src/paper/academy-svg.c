/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-svg.h"

#include <string.h>

#include "academy-xml.h"

#define ROOT     "<svg "
#define ROOT_END "</svg>\n"

struct _AcademySvg {
  /* Owned */
  char    *attributes;
  char    *elements;
  char    *id;
  char    *reference;
  GString *line;

  guint    part;
  gboolean in_root;
};

/**
 * academy_svg_new:
 * @title: the title
 * @description: an alternative text
 * @code: the language tag of both (BCP 47)
 *
 * Returns: (transfer full): an SVG without content. Its title and description,
 *   which screen readers read instead of the picture (SVG 1.1, 5.4), are elements
 *   for which Cairo has no function.
 */
AcademySvg *
academy_svg_new (const char *title,
                 const char *description,
                 const char *code)
{
  AcademySvg *self = g_new0 (AcademySvg, 1);
  g_autofree char *escaped_title = academy_xml_escape (title);
  g_autofree char *escaped_description = academy_xml_escape (description);

  self->attributes = g_strdup_printf ("role=\"img\" xml:lang=\"%s\" ", code);
  self->elements = g_strdup_printf ("<title>%s</title>\n<desc>%s</desc>\n", escaped_title, escaped_description);
  self->line = g_string_new (NULL);

  return self;
}

/* Keeps the declaration and the root of the first part, and adds the title. */
static void
change_head (AcademySvg *self)
{
  GString *line = self->line;

  self->in_root = g_str_has_prefix (line->str, ROOT);
  if (self->part > 0)
    g_string_truncate (line, 0);
  else if (self->in_root)
    {
      g_string_insert (line, strlen (ROOT), self->attributes);
      g_string_append (line, self->elements);
    }
}

/* Makes the ids of a part different from those of the others. In the files of Cairo
 * the sign “#” is only in references. */
static void
change_ids (AcademySvg *self)
{
  if (self->part == 0)
    return;

  g_string_replace (self->line, "id=\"", self->id, 0);
  g_string_replace (self->line, "#", self->reference, 0);
}

static gboolean
write_line (AcademySvg      *self,
            AcademyScratch  *content,
            GError         **error)
{
  gboolean written;

  if (!self->in_root)
    change_head (self);
  else if (g_str_equal (self->line->str, ROOT_END))
    g_string_truncate (self->line, 0);
  else
    change_ids (self);

  written = academy_scratch_write (content, self->line->str, self->line->len, error);
  g_string_truncate (self->line, 0);
  return written;
}

/**
 * academy_svg_write:
 * @self: an SVG
 * @data: what Cairo writes next of the surface of this part
 * @length: its length
 * @content: the file to write to
 * @error: return location for an error
 *
 * Returns: whether there was no error
 */
gboolean
academy_svg_write (AcademySvg      *self,
                   const char      *data,
                   gsize            length,
                   AcademyScratch  *content,
                   GError         **error)
{
  const char *end = data + length;

  while (data < end)
    {
      const char *newline = memchr (data, '\n', end - data);
      const char *next = newline != NULL ? newline + 1 : end;

      g_string_append_len (self->line, data, next - data);
      if (newline != NULL && !write_line (self, content, error))
        return FALSE;
      data = next;
    }

  return TRUE;
}

/**
 * academy_svg_begin_part:
 * @self: an SVG with the whole surface of a part
 *
 * Begins the part that is drawn over the others.
 *
 * Returns: whether the part before has the expected structure
 */
gboolean
academy_svg_begin_part (AcademySvg *self)
{
  gboolean is_whole = self->in_root && self->line->len == 0;

  self->part++;
  self->in_root = FALSE;
  g_free (self->id);
  g_free (self->reference);
  self->id = g_strdup_printf ("id=\"p%u-", self->part);
  self->reference = g_strdup_printf ("#p%u-", self->part);
  return is_whole;
}

/**
 * academy_svg_finish:
 * @self: an SVG with all its parts
 * @content: the file to write to
 * @error: return location for an error; %NULL is kept when the last part does not
 *   have the expected structure
 *
 * Returns: whether @content is a complete SVG
 */
gboolean
academy_svg_finish (AcademySvg      *self,
                    AcademyScratch  *content,
                    GError         **error)
{
  return academy_svg_begin_part (self) && academy_scratch_write (content, ROOT_END, strlen (ROOT_END), error);
}

/**
 * academy_svg_free:
 * @self: (transfer full): an SVG
 */
void
academy_svg_free (AcademySvg *self)
{
  g_free (self->attributes);
  g_free (self->elements);
  g_free (self->id);
  g_free (self->reference);
  g_string_free (self->line, TRUE);
  g_free (self);
}
