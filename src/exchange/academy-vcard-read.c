/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-vcard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-text.h"

/* Reads names, e-mail addresses and telephone numbers from vCards of versions 2.1,
 * 3.0 and 4.0 as telephones, Outlook and others write them. Other properties are
 * ignored, and cards within cards too. */

/* The longest value in bytes that is looked at; no field takes one as long. */
#define MAX_VALUE 4096

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A card while it is read. */
typedef struct {
  char *name;
  char *parts;
  char *email;
  char *phone;
} Card;

static void
card_clear (Card *card)
{
  g_clear_pointer (&card->name, g_free);
  g_clear_pointer (&card->parts, g_free);
  g_clear_pointer (&card->email, g_free);
  g_clear_pointer (&card->phone, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, card_clear)

/* A line of a card, unfolded: `item1.TEL;TYPE=cell:+358 40 123`. */
typedef struct {
  /* Owned */
  char     *name;
  char     *parameters;
  char     *value;
} Line;

static void
line_clear (Line *line)
{
  g_clear_pointer (&line->name, g_free);
  g_clear_pointer (&line->parameters, g_free);
  g_clear_pointer (&line->value, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* Splits at the first colon outside quotation marks. */
static gboolean
split_line (const char *text,
            Line       *line)
{
  const char *colon = text;
  const char *end, *dot;
  gboolean quoted = FALSE;

  for (; *colon != '\0' && (quoted || *colon != ':'); colon++)
    quoted = quoted != (*colon == '"');
  if (*colon == '\0')
    return FALSE;

  end = memchr (text, ';', colon - text);
  if (end == NULL)
    end = colon;
  dot = memchr (text, '.', end - text);
  if (dot != NULL)
    text = dot + 1;

  line->name = g_ascii_strup (text, end - text);
  line->parameters = g_ascii_strup (end, colon - end);
  line->value = g_strdup (colon + 1);
  return TRUE;
}

/* Decodes quoted-printable, which cards of version 2.1 use for letters beyond ASCII;
 * a soft end of line has been joined before. */
static void
decode_quoted (char *value)
{
  char *to = value;

  for (const char *from = value; *from != '\0'; from++)
    if (from[0] == '=' && g_ascii_isxdigit (from[1]) && g_ascii_isxdigit (from[2]))
      {
        *to++ = (char) (g_ascii_xdigit_value (from[1]) * 16 + g_ascii_xdigit_value (from[2]));
        from += 2;
      }
    else
      *to++ = *from;
  *to = '\0';
}

/* Undoes the escapes in place; a line break becomes a space. */
static void
unescape (char *value)
{
  char *to = value;

  for (const char *from = value; *from != '\0'; from++)
    {
      if (from[0] == '\\' && from[1] != '\0')
        {
          from++;
          *to++ = *from == 'n' || *from == 'N' ? ' ' : *from;
        }
      else
        *to++ = *from;
    }
  *to = '\0';
}

/* Older programs write Latin-1, which is hardly ever valid UTF-8 by chance. */
static char *
dup_as_utf8 (const char *value)
{
  GString *text;

  if (g_utf8_validate (value, -1, NULL))
    return g_strdup (value);

  text = g_string_new (NULL);
  for (const guchar *byte = (const guchar *) value; *byte != '\0'; byte++)
    g_string_append_unichar (text, *byte);
  return g_string_free_and_steal (text);
}

/* Returns a value as a text of one line. */
static char *
dup_text (const char *value)
{
  g_autofree char *text = dup_as_utf8 (value);
  g_autofree char *printable = NULL;

  unescape (text);
  printable = academy_text_dup_printable (text);
  return g_strstrip (academy_text_normalise (printable, FALSE));
}

/* Returns the part of a structured value from *@rest on, and moves past it. */
static char *
take_part (const char **rest)
{
  const char *start = *rest;
  const char *end = start;
  g_autofree char *part = NULL;

  while (*end != '\0' && *end != ';')
    end += end[0] == '\\' && end[1] != '\0' ? 2 : 1;
  *rest = *end == ';' ? end + 1 : end;

  part = g_strndup (start, end - start);
  return dup_text (part);
}

/* Returns a name of its parts: family name, given name, further names. */
static char *
dup_joined_name (const char *value)
{
  const char *rest = value;
  g_autofree char *family = take_part (&rest);
  g_autofree char *given = take_part (&rest);
  g_autofree char *further = take_part (&rest);
  g_autofree char *name = g_strdup_printf ("%s%s%s%s%s", given, *further != '\0' ? " " : "", further,
                                           *family != '\0' ? " " : "", family);

  return g_strdup (g_strstrip (name));
}

/* Takes the first value that is not empty, or the preferred one. */
static void
take_value (char       **taken,
            const Line  *line,
            const char  *scheme)
{
  g_autofree char *value = dup_text (line->value);
  gboolean preferred = strstr (line->parameters, "PREF") != NULL;

  if (*value == '\0' || (*taken != NULL && !preferred))
    return;

  g_free (*taken);
  *taken = g_strdup (g_ascii_strncasecmp (value, scheme, strlen (scheme)) == 0 ? value + strlen (scheme) : value);
}

static void
take_line (Card *card,
           Line *line)
{
  if (strstr (line->parameters, "QUOTED-PRINTABLE") != NULL)
    decode_quoted (line->value);

  if (g_str_equal (line->name, "FN"))
    take_value (&card->name, line, "");
  else if (g_str_equal (line->name, "N") && card->parts == NULL)
    card->parts = dup_joined_name (line->value);
  else if (g_str_equal (line->name, "EMAIL"))
    take_value (&card->email, line, "mailto:");
  else if (g_str_equal (line->name, "TEL"))
    take_value (&card->phone, line, "tel:");
}

/* Sets a value, unless it breaks a rule of its field, such as an e-mail address
 * without “@”. */
static gboolean
set_value (AcademyItem *person,
           const char  *name,
           const char  *text)
{
  const AcademyField *field = academy_kind_find_field (&academy_person_kind, name);

  if (text == NULL || *text == '\0')
    return FALSE;

  g_object_set (person, name, text, NULL);
  if (academy_item_validate_field (person, field, NULL))
    return TRUE;

  g_object_set (person, name, NULL, NULL);
  return FALSE;
}

/* Returns a new person, or %NULL when the card has no name that can be one. */
static AcademyItem *
create_person (Card       *card,
               const char *programme)
{
  g_autoptr(AcademyItem) person = academy_item_new_part (&academy_person_kind, programme);

  set_value (person, "email", card->email);
  set_value (person, "phone", card->phone);
  if (!set_value (person, "name", card->name) && !set_value (person, "name", card->parts) &&
      !set_value (person, "name", card->email))
    return NULL;

  return g_steal_pointer (&person);
}

/* Appends the physical line at *@rest without its end, and moves past it. */
static void
take_physical_line (GString     *line,
                    const char **rest,
                    const char  *end)
{
  const char *start = *rest;
  const char *stop = start;

  while (stop < end && *stop != '\n' && *stop != '\r')
    stop++;
  g_string_append_len (line, start, stop - start);
  if (stop < end && *stop == '\r')
    stop++;
  if (stop < end && *stop == '\n')
    stop++;
  *rest = stop;
}

static gboolean
is_soft_end (const GString *line)
{
  return line->len > 0 && line->str[line->len - 1] == '=' &&
         g_strstr_len (line->str, MIN (line->len, 200), "QUOTED-PRINTABLE") != NULL;
}

/* Reads a line with its continuations, which begin with a space or follow a “=”. */
static void
take_logical_line (GString     *line,
                   const char **rest,
                   const char  *end)
{
  g_string_truncate (line, 0);
  take_physical_line (line, rest, end);
  while (*rest < end)
    if (**rest == ' ' || **rest == '\t')
      {
        (*rest)++;
        take_physical_line (line, rest, end);
      }
    else if (is_soft_end (line))
      {
        g_string_truncate (line, line->len - 1);
        take_physical_line (line, rest, end);
      }
    else
      break;
}

/**
 * academy_vcard_read:
 * @text: (array length=length): the content of a file of contacts; need not be
 *   valid UTF-8
 * @length: its length in bytes
 * @programme: the id of the programme of the new people
 * @n_skipped: (out): the number of cards without a name
 * @error: %ACADEMY_ERROR_INVALID when it has no cards
 *
 * Returns: (transfer full) (nullable) (element-type AcademyItem): a new person for
 *   each card, which is in no store
 */
GPtrArray *
academy_vcard_read (const char  *text,
                    gsize        length,
                    const char  *programme,
                    guint       *n_skipped,
                    GError     **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GString) whole = g_string_new (NULL);
  g_auto(Card) card = { NULL };
  const char *rest = text;
  guint depth = 0;

  *n_skipped = 0;
  if (length > ACADEMY_VCARD_MAX_BYTES)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                   _("The file is too large for contacts. Save fewer of them in one file."));
      return NULL;
    }

  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    rest += strlen (BYTE_ORDER_MARK);
  while (rest < text + length)
    {
      g_auto(Line) line = { NULL };

      take_logical_line (whole, &rest, text + length);
      if (!split_line (whole->str, &line))
        continue;

      g_strstrip (line.value);
      if (g_str_equal (line.name, "BEGIN") && g_ascii_strcasecmp (line.value, "VCARD") == 0)
        {
          if (depth++ == 0)
            card_clear (&card);
        }
      else if (g_str_equal (line.name, "END") && g_ascii_strcasecmp (line.value, "VCARD") == 0 && depth > 0)
        {
          AcademyItem *person = --depth == 0 ? create_person (&card, programme) : NULL;

          if (person != NULL)
            g_ptr_array_add (people, person);
          else if (depth == 0)
            (*n_skipped)++;
        }
      else if (depth == 1 && strlen (line.value) <= MAX_VALUE)
        take_line (&card, &line);
    }

  if (people->len > 0 || *n_skipped > 0)
    return g_steal_pointer (&people);

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
               _("The file has no contacts. Choose one that was saved as vCard, whose name ends in “.vcf”."));
  return NULL;
}

/* Adds what tells a person from others: the e-mail address and the name. Returns
 * whether one of them is known already. */
static gboolean
note_person (GHashTable  *keys,
             AcademyItem *person)
{
  static const char * const names[] = { "email", "name" };
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = academy_item_get_text (person, names[i]);

      if (value != NULL)
        known = !g_hash_table_add (keys, academy_language_casefold (value)) || known;
    }

  return known;
}

/**
 * academy_vcard_find_known:
 * @store: a store
 * @people: (element-type AcademyItem): new people
 * @error: return location for an error
 *
 * Returns: (transfer container) (nullable) (element-type AcademyItem): the set of
 *   those of @people whose e-mail address or name is that of a person in @store, or
 *   of one before in @people
 */
GHashTable *
academy_vcard_find_known (AcademyStore  *store,
                          GPtrArray     *people,
                          GError       **error)
{
  g_autoptr(GPtrArray) present = academy_store_get_all (store, &academy_person_kind, NULL, error);
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);

  if (present == NULL)
    return NULL;

  for (guint i = 0; i < present->len; i++)
    note_person (keys, g_ptr_array_index (present, i));
  for (guint i = 0; i < people->len; i++)
    if (note_person (keys, g_ptr_array_index (people, i)))
      g_hash_table_add (known, g_ptr_array_index (people, i));

  return g_steal_pointer (&known);
}

/**
 * academy_vcard_create_import:
 * @people: (element-type AcademyItem): new people
 *
 * Returns: (transfer full): the edit that adds @people
 */
AcademyEdit *
academy_vcard_create_import (GPtrArray *people)
{
  AcademyEdit *edit = academy_edit_new (people->len > 1 ? N_("Add people") : academy_person_kind.add);

  for (guint i = 0; i < people->len; i++)
    academy_edit_create (edit, g_ptr_array_index (people, i));

  return edit;
}
