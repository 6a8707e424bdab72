/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-collation.h"

#include <string.h>

#include "academy-letter.h"

/* The one order of texts, which is Finnish in either language and whatever the
 * locale: SFS 4600 as the Unicode CLDR has it for `fi` (w is a letter of its own),
 * with numbers by their value (`kn` of the same). */

/* Letters have the weights of ASCII, and å, ä and ö those of what follows z there.
 * Before them come a space, the signs, other signs, and how many digits a number
 * has, whose digits follow. */
#define SPACE       0x02
#define FIRST_SIGN  0x03
#define OTHER_SIGN  0x2f
#define NO_DIGITS   0x30
#define MOST_DIGITS 0x30

/* What separates the parts of a key, and the least that they have. */
#define END_OF_PART 0x01
#define PLAIN       0x02

/* The ends of both parts, and the end of the key. */
#define LEAST_OF_PARTS 3

/* Stands for what is no UTF-8, in a damaged file, and comes last. */
#define UNREADABLE 0x10ffff

/* In the order of the root of the CLDR. */
static const char signs[] = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/* What texts are written with instead of the signs of ASCII. */
static const struct {
  gunichar first, last;
  char     sign;
} variants[] = {
  { 0x2010, 0x2015, '-' }, { 0x2212, 0x2212, '-' }, { 0x2018, 0x201b, '\'' }, { 0x201c, 0x201f, '"' },
  { 0xab, 0xab, '"' }, { 0xbb, 0xbb, '"' }, { 0x2044, 0x2044, '/' },
};

/* A place in a text: what is compared first, second and third. */
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

/* A character with the marks that follow it. */
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
          /* A letter of its own is not another one with an accent. */
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

/* A number is how many digits it has, then these. */
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

/* Most characters are letters of ASCII that no mark follows. */
static gboolean
is_plain_letter (Reader *self)
{
  return g_ascii_isalpha (*self->p) && (self->p + 1 == self->end || (guchar) self->p[1] < 0xcc);
}

/* What does not count, such as a soft hyphen, is passed over. At the end there
 * is an element without weight. */
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

/* Passes over what both have at first, but for a number or a character that only
 * begins there. */
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
 * @length_a: its length in bytes, or -1 when it ends with a zero
 * @b: another one
 * @length_b: its length in bytes, or -1
 *
 * Compares texts as a Finnish list has them (SFS 4600, Unicode CLDR collation
 * `fi` with `kn`): by letters, with å, ä and ö after z, æ as ä, ø as ö, ü as y,
 * and š and ž as s and z; only then by accents, only then by capitals, small
 * ones first. Spaces come before signs, these before digits, digits before
 * letters; digits that follow each other are a number and go by its value. The
 * locale and the language of the interface make no difference.
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

/* What comes second or third in a key. It ends before what is plain to the end. */
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
 * For texts that are compared often.
 *
 * Returns: (transfer full): a key; the bytes of keys compare as
 *   academy_collation_compare() has it for their texts
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
