/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-collation.h"

#include <string.h>

#include "academy-letter.h"

/* The one sort order of texts: Finnish in either language of the interface and in
 * any locale. It is SFS 4600 as in the Unicode CLDR for `fi` (w is a letter of
 * its own), with numbers compared by value (`kn` of the CLDR). */

/* Primary weights. Letters weigh as in ASCII, and å, ä and ö as the characters
 * after z there. Before them come a space, the signs of ASCII, other signs, and
 * the number of digits of a number; the digits follow as elements of their own. */
#define SPACE       0x02
#define FIRST_SIGN  0x03
#define OTHER_SIGN  0x2f
#define NO_DIGITS   0x30
#define MOST_DIGITS 0x30

/* The separator of the parts of a key, and the smallest weight within a part. */
#define END_OF_PART 0x01
#define PLAIN       0x02

/* The bytes of a key beside its parts: two separators and the terminating zero. */
#define LEAST_OF_PARTS 3

/* Stands for invalid UTF-8 in a damaged file, and sorts last. */
#define UNREADABLE 0x10ffff

/* The signs of ASCII in the order of the CLDR root collation. */
static const char signs[] = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/* Typographic variants, which sort as the signs of ASCII. */
static const struct {
  gunichar first, last;
  char     sign;
} variants[] = {
  { 0x2010, 0x2015, '-' }, { 0x2212, 0x2212, '-' }, { 0x2018, 0x201b, '\'' }, { 0x201c, 0x201f, '"' },
  { 0xab, 0xab, '"' }, { 0xbb, 0xbb, '"' }, { 0x2044, 0x2044, '/' },
};

/* One collation element: primary, secondary and tertiary weight. */
typedef struct {
  gunichar weight;
  gunichar accent;
  gunichar form;
} Element;

typedef struct {
  const char *p;
  const char *end;
  gsize       n_digits;
  gunichar    pending;
} Reader;

static void
reader_init (Reader     *self,
             const char *text,
             gssize      length)
{
  *self = (Reader) { .p = text, .end = text + (length >= 0 ? (gsize) length : strlen (text)) };
}

static gunichar
peek_character (Reader *self,
                gsize  *length)
{
  gunichar character = *self->p != '\0' ? g_utf8_get_char_validated (self->p, self->end - self->p) : 0;
  gboolean readable = g_unichar_validate (character);

  *length = readable ? g_unichar_to_utf8 (character, NULL) : 1;
  return readable ? character : UNREADABLE;
}

/* Reads a character and the combining marks after it. */
static gunichar
read_character (Reader  *self,
                Element *element)
{
  gsize length;
  gunichar character = peek_character (self, &length);

  self->p += length;
  while (self->p < self->end && (guchar) *self->p >= 0xcc)
    {
      gunichar mark = peek_character (self, &length);
      gunichar composed;

      if (!g_unichar_ismark (mark))
        break;
      if (g_unichar_compose (character, mark, &composed))
        character = composed;
      else
        element->accent = mark;
      self->p += length;
    }

  return character;
}

static gboolean
weigh_sign (Element  *element,
            gunichar  sign)
{
  const char *found = sign < 0x80 && sign != 0 ? strchr (signs, sign) : NULL;

  if (found != NULL)
    element->weight = FIRST_SIGN + (found - signs);

  return found != NULL;
}

static void
weigh_letter (Reader   *self,
              Element  *element,
              gunichar  letter)
{
  gunichar small = g_unichar_tolower (letter);
  gunichar base = small, mark;

  element->form = small != letter;
  do
    {
      const AcademyLetter *found = base >= 0x80 ? academy_letter_find (base) : NULL;

      if (found != NULL)
        {
          /* A letter with its own place in the alphabet is not an accented form
           * of another letter. */
          if (!found->own || base != small)
            element->accent = small;
          element->weight = found->weights[0];
          self->pending = found->weights[1];
          return;
        }
    }
  while (g_unichar_decompose (base, &base, &mark));

  if (base != small)
    element->accent = small;
  element->weight = base;
}

static gboolean
weigh_other (Reader   *self,
             Element  *element,
             gunichar  character)
{
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    if (character >= variants[i].first && character <= variants[i].last)
      {
        element->accent = character;
        return weigh_sign (element, variants[i].sign);
      }
  if (g_unichar_iscntrl (character) || g_unichar_ismark (character) ||
      g_unichar_type (character) == G_UNICODE_FORMAT)
    return FALSE;

  element->weight = OTHER_SIGN;
  self->pending = character;
  return TRUE;
}

/* A number sorts by the count of its digits first, then by the digits. */
static void
weigh_number (Reader  *self,
              Element *element)
{
  gsize n_digits = 0;

  for (; self->p + 1 < self->end && *self->p == '0' && g_ascii_isdigit (self->p[1]); self->p++)
    element->form++;
  while (self->p + n_digits < self->end && g_ascii_isdigit (self->p[n_digits]))
    n_digits++;
  self->n_digits = n_digits;
  element->weight = NO_DIGITS + MIN (n_digits, MOST_DIGITS);
}

/* Most characters are ASCII letters without a combining mark. */
static gboolean
is_plain_letter (Reader *self)
{
  return g_ascii_isalpha (*self->p) && (self->p + 1 == self->end || (guchar) self->p[1] < 0xcc);
}

/* Skips characters without a weight, such as a soft hyphen. At the end of the
 * text the element has the weight 0. */
static void
read_element (Reader  *self,
              Element *element)
{
  *element = (Element) { .weight = self->pending };
  self->pending = 0;

  while (element->weight == 0 && self->p < self->end)
    if (is_plain_letter (self))
      {
        element->form = g_ascii_isupper (*self->p);
        element->weight = g_ascii_tolower (*self->p++);
      }
    else if (self->n_digits > 0)
      {
        element->weight = *self->p++;
        self->n_digits--;
      }
    else if (g_ascii_isdigit (*self->p))
      weigh_number (self, element);
    else
      {
        gunichar character = read_character (self, element);

        if (g_unichar_isspace (character))
          element->weight = SPACE;
        else if (g_unichar_isalpha (character) || character == UNREADABLE)
          weigh_letter (self, element, character);
        else if (!weigh_sign (element, character) && !weigh_other (self, element, character))
          *element = (Element) { .weight = 0 };
      }
}

static int
compare (gunichar a,
         gunichar b)
{
  return a < b ? -1 : a > b;
}

/* Skips the common beginning of both, but goes back to the start of a number or
 * of a character of several bytes. */
static void
skip_same (Reader *a,
           Reader *b)
{
  const char *start = a->p;

  for (; a->p < a->end && b->p < b->end && *a->p == *b->p; a->p++, b->p++)
    ;
  for (; a->p > start && (g_ascii_isdigit (a->p[-1]) || (a->p < a->end && (guchar) *a->p >= 0x80) ||
                          (b->p < b->end && (guchar) *b->p >= 0x80)); a->p--, b->p--)
    ;
}

/**
 * academy_collation_compare:
 * @a: a text
 * @length_a: the length of @a in bytes, or -1 when it is zero-terminated
 * @b: another text
 * @length_b: the length of @b in bytes, or -1
 *
 * Compares texts in the order of a Finnish list (SFS 4600, Unicode CLDR collation
 * `fi` with `kn`): by letters, with å, ä and ö after z, æ as ä, ø as ö, ü as y,
 * and š and ž as s and z; then by accents; then by case, lower case first. Spaces
 * come before signs, signs before digits, and digits before letters; consecutive
 * digits are a number and compare by its value. The locale and the language of
 * the interface make no difference.
 *
 * Returns: less than, equal to or greater than 0
 */
int
academy_collation_compare (const char *a,
                           gssize      length_a,
                           const char *b,
                           gssize      length_b)
{
  Element element_a, element_b;
  Reader reader_a, reader_b;
  int accents = 0, forms = 0;

  reader_init (&reader_a, a, length_a);
  reader_init (&reader_b, b, length_b);
  skip_same (&reader_a, &reader_b);
  do
    {
      read_element (&reader_a, &element_a);
      read_element (&reader_b, &element_b);
      if (element_a.weight != element_b.weight)
        return compare (element_a.weight, element_b.weight);
      if (accents == 0)
        accents = compare (element_a.accent, element_b.accent);
      if (forms == 0)
        forms = compare (element_a.form, element_b.form);
    }
  while (element_a.weight != 0);

  return accents != 0 ? accents : forms;
}

/* The secondary or the tertiary weights in a key, without the plain ones at its
 * end. */
typedef struct {
  GString *bytes;
  guint    length;
} Part;

static void
part_add (Part     *self,
          guint     position,
          gunichar  value)
{
  if (value == 0)
    return;

  if (self->bytes == NULL)
    self->bytes = g_string_new (NULL);
  for (; self->length < position; self->length++)
    g_string_append_c (self->bytes, PLAIN);
  g_string_append_unichar (self->bytes, PLAIN + value);
  self->length++;
}

static void
part_finish (Part    *self,
             GString *key)
{
  g_string_append_c (key, END_OF_PART);
  if (self->bytes == NULL)
    return;

  g_string_append_len (key, self->bytes->str, self->bytes->len);
  g_string_free (self->bytes, TRUE);
}

/**
 * academy_collation_make_key:
 * @text: a text
 *
 * Makes a key for texts that are compared often.
 *
 * Returns: (transfer full): a key; the bytes of two keys compare like their texts
 *   in academy_collation_compare()
 */
char *
academy_collation_make_key (const char *text)
{
  gsize length = strlen (text);
  GString *key = g_string_sized_new (length + LEAST_OF_PARTS);
  Part accents = { .length = 0 }, forms = { .length = 0 };
  guint position = 0;
  Element element;
  Reader reader;

  reader_init (&reader, text, length);
  for (read_element (&reader, &element); element.weight != 0; read_element (&reader, &element))
    {
      if (element.weight < 0x80)
        g_string_append_c (key, element.weight);
      else
        g_string_append_unichar (key, element.weight);
      part_add (&accents, position, element.accent);
      part_add (&forms, position, element.form);
      position++;
    }
  part_finish (&accents, key);
  part_finish (&forms, key);

  return g_string_free_and_steal (key);
}
