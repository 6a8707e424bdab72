/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-json-writer.h"

#include "academy-field.h"

struct _AcademyJsonWriter {
  /* Owned */
  GString  *text;

  guint     depth;
  gboolean  is_empty;
  gboolean  after_member;
};

/**
 * AcademyJsonWriter:
 *
 * Writes JSON (RFC 8259) without building a tree, with two spaces for each level.
 * json-glib took four times as long for a plan of ten thousand measures, mostly
 * for its tree.
 */

static void
begin_line (AcademyJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append_len (self->text, "  ", 2);
}

static void
begin_element (AcademyJsonWriter *self)
{
  if (!self->is_empty)
    g_string_append_c (self->text, ',');
  begin_line (self);
  self->is_empty = FALSE;
}

/* Puts a value beside the name of its member, and an element of an array on a
 * line of its own. */
static void
begin_value (AcademyJsonWriter *self)
{
  if (!self->after_member && self->depth > 0)
    begin_element (self);
  self->after_member = FALSE;
}

static void
open_level (AcademyJsonWriter *self,
            char               bracket)
{
  begin_value (self);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_empty = TRUE;
}

static void
close_level (AcademyJsonWriter *self,
             char               bracket)
{
  self->depth--;
  if (!self->is_empty)
    begin_line (self);
  g_string_append_c (self->text, bracket);
  self->is_empty = FALSE;
}

static void
append_quoted (AcademyJsonWriter *self,
               const char        *text)
{
  const char *run = text;

  g_string_append_c (self->text, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if ((guchar) *c >= 0x20 && *c != '"' && *c != '\\')
        continue;

      g_string_append_len (self->text, run, c - run);
      if (*c == '\n')
        g_string_append (self->text, "\\n");
      else if (*c == '\t')
        g_string_append (self->text, "\\t");
      else if ((guchar) *c < 0x20)
        g_string_append_printf (self->text, "\\u%04x", (guint) *c);
      else
        {
          g_string_append_c (self->text, '\\');
          g_string_append_c (self->text, *c);
        }
      run = c + 1;
    }
  g_string_append (self->text, run);
  g_string_append_c (self->text, '"');
}

AcademyJsonWriter *
academy_json_writer_new (void)
{
  AcademyJsonWriter *self = g_new0 (AcademyJsonWriter, 1);

  self->text = g_string_new (NULL);
  return self;
}

void
academy_json_writer_free (AcademyJsonWriter *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * academy_json_writer_free_to_bytes:
 * @self: (transfer full): a writer
 *
 * Returns: (transfer full): the text, with a newline at its end
 */
GBytes *
academy_json_writer_free_to_bytes (AcademyJsonWriter *self)
{
  GBytes *bytes;

  g_string_append_c (self->text, '\n');
  bytes = g_string_free_to_bytes (self->text);
  g_free (self);

  return bytes;
}

/**
 * academy_json_writer_begin_object:
 * @self: a writer
 *
 * Begins an object, as a value or an element. Its members follow until
 * academy_json_writer_end_object().
 */
void
academy_json_writer_begin_object (AcademyJsonWriter *self)
{
  open_level (self, '{');
}

void
academy_json_writer_end_object (AcademyJsonWriter *self)
{
  close_level (self, '}');
}

/**
 * academy_json_writer_begin_array:
 * @self: a writer
 *
 * Begins an array, as a value or an element. Its elements follow until
 * academy_json_writer_end_array().
 */
void
academy_json_writer_begin_array (AcademyJsonWriter *self)
{
  open_level (self, '[');
}

void
academy_json_writer_end_array (AcademyJsonWriter *self)
{
  close_level (self, ']');
}

/**
 * academy_json_writer_member:
 * @self: a writer within an object
 * @name: a name, which must need no escaping
 *
 * Writes the name of a member. Its value must be written next.
 */
void
academy_json_writer_member (AcademyJsonWriter *self,
                            const char        *name)
{
  begin_element (self);
  g_string_append_c (self->text, '"');
  g_string_append (self->text, name);
  g_string_append_len (self->text, "\": ", 3);
  self->after_member = TRUE;
}

/**
 * academy_json_writer_string:
 * @self: a writer
 * @text: (nullable): UTF-8, or %NULL for null
 */
void
academy_json_writer_string (AcademyJsonWriter *self,
                            const char        *text)
{
  begin_value (self);
  if (text != NULL)
    append_quoted (self, text);
  else
    g_string_append (self->text, "null");
}

void
academy_json_writer_integer (AcademyJsonWriter *self,
                             gint64             number)
{
  begin_value (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

/**
 * academy_json_writer_decimal:
 * @self: a writer
 * @number: a finite number
 *
 * Writes a number, without decimals when it is whole.
 */
void
academy_json_writer_decimal (AcademyJsonWriter *self,
                             double             number)
{
  g_autofree char *text = academy_decimal_to_text (number);

  begin_value (self);
  g_string_append (self->text, text);
}

void
academy_json_writer_boolean (AcademyJsonWriter *self,
                             gboolean           truth)
{
  begin_value (self);
  g_string_append (self->text, truth ? "true" : "false");
}

void
academy_json_writer_null (AcademyJsonWriter *self)
{
  academy_json_writer_string (self, NULL);
}
