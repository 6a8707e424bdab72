/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-catalogue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"

#define MAGIC 0x950412de

/* The header of a message catalogue (GNU gettext manual, “The Format of GNU MO Files”). */
typedef struct {
  guint32 magic;
  guint32 revision;
  guint32 n_messages;
  guint32 msgids;
  guint32 msgstrs;
} Header;

typedef struct {
  guint32 length;
  guint32 offset;
} Text;

struct _AcademyCatalogue {
  /* Owned */
  GMappedFile  *file;

  /* Borrowed from the file */
  const char   *data;
  const Header *header;
};

/**
 * AcademyCatalogue:
 *
 * The compiled translations of one language. gettext() speaks only the language
 * of the process and needs its locale on the system; an export may be wanted in
 * the other language.
 */

static const Text *
get_text (const AcademyCatalogue *self,
          guint32                 table,
          guint32                 i)
{
  return (const Text *) (self->data + table) + i;
}

static gboolean
is_sound (const AcademyCatalogue *self,
          gsize                   length)
{
  const guint32 tables[] = { self->header->msgids, self->header->msgstrs };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      if (tables[t] % sizeof (guint32) != 0 ||
          tables[t] + (guint64) self->header->n_messages * sizeof (Text) > length)
        return FALSE;

      for (guint32 i = 0; i < self->header->n_messages; i++)
        {
          const Text *text = get_text (self, tables[t], i);
          guint64 end = (guint64) text->offset + text->length;

          if (end >= length || self->data[end] != '\0')
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * academy_catalogue_open:
 * @path: a compiled message catalogue (`.mo`)
 * @error: says what is wrong with it
 *
 * Returns: (transfer full): the translations in @path
 */
AcademyCatalogue *
academy_catalogue_open (const char  *path,
                        GError     **error)
{
  g_autoptr(AcademyCatalogue) self = g_new0 (AcademyCatalogue, 1);

  self->file = g_mapped_file_new (path, FALSE, error);
  if (self->file == NULL)
    return NULL;

  self->data = g_mapped_file_get_contents (self->file);
  self->header = (const Header *) self->data;
  if (g_mapped_file_get_length (self->file) < sizeof (Header) ||
      self->header->magic != MAGIC ||
      !is_sound (self, g_mapped_file_get_length (self->file)))
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("The translations in “%s” are damaged. Install the program again."), path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * academy_catalogue_lookup:
 * @self: a catalogue
 * @msgid: a message
 *
 * Returns: (nullable) (transfer none): the translation of @msgid
 */
const char *
academy_catalogue_lookup (const AcademyCatalogue *self,
                          const char             *msgid)
{
  guint32 first = 0;
  guint32 last = self->header->n_messages;

  while (first < last)
    {
      guint32 middle = first + (last - first) / 2;
      int order = strcmp (msgid, self->data + get_text (self, self->header->msgids, middle)->offset);

      if (order == 0)
        return self->data + get_text (self, self->header->msgstrs, middle)->offset;
      if (order < 0)
        last = middle;
      else
        first = middle + 1;
    }

  return NULL;
}

void
academy_catalogue_free (AcademyCatalogue *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}
