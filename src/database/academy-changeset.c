/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-changeset.h"

#include <sqlite3.h>
#include <string.h>

#include "academy-row.h"

/* Checks changesets from a file before SQLite reads them: it reads past the end
 * of a truncated one, and loops for ever in some damaged ones. The format is
 * described at the beginning of sqlite3session.c. */

#define TABLE_HEADER    'T'
#define MOST_COLUMNS    200
#define NUMBER_SIZE     8
#define LENGTH_BYTES    5

/* The unread part of a changeset, and the table of the changes being read. */
typedef struct {
  gsize              left;
  guint              n_columns;

  /* Borrowed */
  const guint8      *data;
  const guint8      *keys;
} Reader;

static gboolean
take (Reader        *reader,
      gsize          size,
      const guint8 **data)
{
  if (size > reader->left)
    return FALSE;

  *data = reader->data;
  reader->data += size;
  reader->left -= size;
  return TRUE;
}

static gboolean
take_byte (Reader *reader,
           guint8 *byte)
{
  const guint8 *data;

  if (!take (reader, 1, &data))
    return FALSE;

  *byte = *data;
  return TRUE;
}

/* Reads an integer of SQLite's variable length: seven bits a byte, most
 * significant byte first. */
static gboolean
take_length (Reader  *reader,
             guint64 *length)
{
  guint8 byte;

  *length = 0;
  for (guint i = 0; i < LENGTH_BYTES; i++)
    {
      if (!take_byte (reader, &byte))
        return FALSE;
      *length = *length << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether the history records the table, and the table has no more columns than
 * today. An older changeset may have fewer, since new columns are added last. */
static gboolean
is_recorded (Reader     *reader,
             const char *table)
{
  const AcademyField *links;
  const AcademyKind *kind = academy_row_find_kind (table, &links);
  guint most = 1;

  if (kind == NULL || (kind->flags & ACADEMY_KIND_UNRECORDED))
    return FALSE;
  if (links != NULL)
    return reader->n_columns == 2 && reader->keys[0] != 0 && reader->keys[1] != 0;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    most += field->type != ACADEMY_LINKS;
  if (reader->n_columns > most || reader->keys[0] == 0)
    return FALSE;

  for (guint i = 1; i < reader->n_columns; i++)
    if (reader->keys[i] != 0)
      return FALSE;

  return TRUE;
}

static gboolean
take_table (Reader *reader)
{
  guint64 n_columns;
  const guint8 *end;
  const guint8 *name;

  if (!take_length (reader, &n_columns) || n_columns < 1 || n_columns > MOST_COLUMNS)
    return FALSE;

  reader->n_columns = n_columns;
  if (!take (reader, n_columns, &reader->keys))
    return FALSE;

  end = memchr (reader->data, '\0', reader->left);
  return end != NULL && take (reader, end + 1 - reader->data, &name) && is_recorded (reader, (const char *) name);
}

/* Reads one value; the key of a row is a text and never missing. */
static gboolean
take_value (Reader   *reader,
            gboolean  is_key,
            gboolean  may_be_missing)
{
  const guint8 *data;
  guint64 length;
  guint8 type;

  if (!take_byte (reader, &type) || (is_key && type != SQLITE_TEXT))
    return FALSE;

  switch (type)
    {
    case 0:
      return may_be_missing;
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return take (reader, NUMBER_SIZE, &data);
    case SQLITE_TEXT:
      return take_length (reader, &length) && take (reader, length, &data) &&
             g_utf8_validate_len ((const char *) data, length, NULL);
    case SQLITE_BLOB:
      return take_length (reader, &length) && take (reader, length, &data);
    default:
      return FALSE;
    }
}

static gboolean
take_record (Reader   *reader,
             gboolean  has_key,
             gboolean  may_be_missing)
{
  for (guint i = 0; i < reader->n_columns; i++)
    if (!take_value (reader, has_key && reader->keys[i] != 0, may_be_missing))
      return FALSE;

  return TRUE;
}

static gboolean
take_change (Reader *reader,
             guint8  operation)
{
  guint8 indirect;

  if (reader->keys == NULL || !take_byte (reader, &indirect))
    return FALSE;

  switch (operation)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return take_record (reader, TRUE, FALSE);
    case SQLITE_UPDATE:
      return take_record (reader, TRUE, TRUE) && take_record (reader, FALSE, TRUE);
    default:
      return FALSE;
    }
}

/**
 * academy_changeset_is_whole:
 * @changeset: the changeset of a step in the history of a file
 *
 * Returns: whether @changeset is complete and changes only our tables, so that
 *   SQLite may read it
 */
gboolean
academy_changeset_is_whole (GBytes *changeset)
{
  Reader reader = { .data = g_bytes_get_data (changeset, &reader.left) };
  guint8 type;

  while (take_byte (&reader, &type))
    if (!(type == TABLE_HEADER ? take_table (&reader) : take_change (&reader, type)))
      return FALSE;

  return TRUE;
}
