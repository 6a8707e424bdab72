/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-typed.h"

#include <string.h>

#define SHORTEST_NAME    3
#define SHORTEST_WEEKDAY 4

/* Three letters are enough of an English name and of a Finnish month; two letters
 * abbreviate a weekday. */
static const struct {
  const char *english;
  const char *finnish;
} months[] = {
  { "january", "tammikuu" }, { "february", "helmikuu" }, { "march", "maaliskuu" }, { "april", "huhtikuu" },
  { "may", "toukokuu" }, { "june", "kesäkuu" }, { "july", "heinäkuu" }, { "august", "elokuu" },
  { "september", "syyskuu" }, { "october", "lokakuu" }, { "november", "marraskuu" }, { "december", "joulukuu" },
};

static const struct {
  const char *english;
  const char *finnish;
  const char *abbreviation;
} weekdays[] = {
  { "monday", "maanantai", "ma" }, { "tuesday", "tiistai", "ti" }, { "wednesday", "keskiviikko", "ke" },
  { "thursday", "torstai", "to" }, { "friday", "perjantai", "pe" }, { "saturday", "lauantai", "la" },
  { "sunday", "sunnuntai", "su" },
};

/* Endings of the cases in which dates are written: lokakuuta, lokakuun,
 * lokakuussa; tiistaina. */
static const char * const endings[] = { "", "ta", "n", "ssa", "na", "ksi" };

/* The words that are neither months nor weekdays. Those without a type are left out
 * of the tokens. */
static const struct {
  const char *word;
  char        type;
  int         value;
} words[] = {
  { "of", 0 }, { "the", 0 }, { "on", 0 }, { "päivä", 0 }, { "päivänä", 0 }, { "vuonna", 0 }, { "vuoden", 0 },
  { "by", 0 }, { "mennessä", 0 }, { "viimeistään", 0 },
  { "viikon", ACADEMY_TOKEN_WEEK }, { "viikko", ACADEMY_TOKEN_WEEK }, { "viikolla", ACADEMY_TOKEN_WEEK },
  { "viikkoa", ACADEMY_TOKEN_WEEK }, { "vk", ACADEMY_TOKEN_WEEK }, { "vko", ACADEMY_TOKEN_WEEK },
  { "vkoa", ACADEMY_TOKEN_WEEK }, { "vkolla", ACADEMY_TOKEN_WEEK }, { "vkon", ACADEMY_TOKEN_WEEK },
  { "viik", ACADEMY_TOKEN_WEEK }, { "week", ACADEMY_TOKEN_WEEK }, { "weeks", ACADEMY_TOKEN_WEEK },
  { "wk", ACADEMY_TOKEN_WEEK }, { "wks", ACADEMY_TOKEN_WEEK }, { "w", ACADEMY_TOKEN_WEEK },
  { "pv", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_DAYS }, { "pvä", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_DAYS },
  { "pvää", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_DAYS }, { "päivää", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_DAYS },
  { "päivän", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_DAYS }, { "vrk", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_DAYS },
  { "day", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_DAYS }, { "days", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_DAYS },
  { "d", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_DAYS },
  { "kk", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_MONTHS }, { "kuukausi", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_MONTHS },
  { "kuukautta", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_MONTHS }, { "kuukauden", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_MONTHS },
  { "month", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_MONTHS }, { "months", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_MONTHS },
  { "v", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_YEARS }, { "vuosi", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_YEARS },
  { "vuotta", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_YEARS }, { "year", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_YEARS },
  { "years", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_YEARS }, { "y", ACADEMY_TOKEN_UNIT, ACADEMY_UNIT_YEARS },
  { "tänään", ACADEMY_TOKEN_RELATIVE, 0 }, { "today", ACADEMY_TOKEN_RELATIVE, 0 },
  { "nyt", ACADEMY_TOKEN_RELATIVE, 0 }, { "huomenna", ACADEMY_TOKEN_RELATIVE, 1 },
  { "huominen", ACADEMY_TOKEN_RELATIVE, 1 }, { "tomorrow", ACADEMY_TOKEN_RELATIVE, 1 },
  { "ylihuomenna", ACADEMY_TOKEN_RELATIVE, 2 }, { "eilen", ACADEMY_TOKEN_RELATIVE, -1 },
  { "yesterday", ACADEMY_TOKEN_RELATIVE, -1 }, { "toissapäivänä", ACADEMY_TOKEN_RELATIVE, -2 },
  { "kuluttua", ACADEMY_TOKEN_DIRECTION, 1 }, { "päästä", ACADEMY_TOKEN_DIRECTION, 1 },
  { "later", ACADEMY_TOKEN_DIRECTION, 1 }, { "sitten", ACADEMY_TOKEN_DIRECTION, -1 },
  { "ago", ACADEMY_TOKEN_DIRECTION, -1 }, { "in", ACADEMY_TOKEN_IN },
  { "tällä", ACADEMY_TOKEN_NEXT, 0 }, { "this", ACADEMY_TOKEN_NEXT, 0 },
  { "ensi", ACADEMY_TOKEN_NEXT, 1 }, { "next", ACADEMY_TOKEN_NEXT, 1 },
  { "klo", ACADEMY_TOKEN_AT }, { "kello", ACADEMY_TOKEN_AT }, { "at", ACADEMY_TOKEN_AT },
  { "from", ACADEMY_TOKEN_AT }, { "am", ACADEMY_TOKEN_HALF, 0 }, { "pm", ACADEMY_TOKEN_HALF, 12 },
  { "t", ACADEMY_TOKEN_T }, { "h", 'h' },
};

static gunichar
clean_character (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
      return 0;
    case G_UNICODE_CONTROL:
      return g_unichar_isspace (character) ? ' ' : 0;
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return ' ';
    case G_UNICODE_DASH_PUNCTUATION:
      return '-';
    case G_UNICODE_DECIMAL_NUMBER:
      return '0' + g_unichar_digit_value (character);
    default:
      break;
    }

  switch (character)
    {
    case 0x2212: /* minus sign */
      return '-';
    case 0x2215: /* division slash */
    case 0x2044: /* fraction slash */
      return '/';
    case 0x2236: /* ratio */
      return ':';
    case 0x2018: /* quotation marks as apostrophes */
    case 0x2019:
      return '\'';
    default:
      /* Fullwidth forms of ASCII */
      if (character >= 0xff01 && character <= 0xff5e)
        character -= 0xff01 - '!';
      return g_unichar_tolower (character);
    }
}

/**
 * academy_typed_clean:
 * @text: a typed or pasted text
 *
 * Replaces characters that look alike by one: spaces, dashes, digits of any
 * script, composed and decomposed letters. The result is in lower case and has no
 * invisible characters.
 *
 * Returns: (transfer full): @text, ready for reading dates and numbers
 */
char *
academy_typed_clean (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *clean = g_string_new (NULL);

  for (const char *p = composed != NULL ? composed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = clean_character (g_utf8_get_char (p));

      if (character == ' ' && (clean->len == 0 || clean->str[clean->len - 1] == ' '))
        continue;
      if (character != 0)
        g_string_append_unichar (clean, character);
    }
  if (clean->len > 0 && clean->str[clean->len - 1] == ' ')
    g_string_truncate (clean, clean->len - 1);

  return g_string_free_and_steal (clean);
}

static gboolean
is_beginning (const char *name,
              const char *word,
              glong       shortest)
{
  return g_utf8_strlen (word, -1) >= shortest && g_str_has_prefix (name, word);
}

static gboolean
is_case_of (const char *name,
            const char *word)
{
  if (!g_str_has_prefix (word, name))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (word + strlen (name), endings[i]))
      return TRUE;

  return FALSE;
}

/* Accept “mar” in English only: in Finnish it might also be marraskuu. */
static gboolean
find_month (const AcademyLanguage *language,
            const char            *word,
            AcademyToken          *token)
{
  guint english = 0;
  guint finnish = 0;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (is_beginning (months[i].english, word, SHORTEST_NAME) || (i == 8 && g_str_equal (word, "sept")))
        english = i + 1;
      if (is_beginning (months[i].finnish, word, SHORTEST_NAME) || is_case_of (months[i].finnish, word))
        finnish = i + 1;
    }
  if (english == 0 && finnish == 0)
    return FALSE;

  token->type = ACADEMY_TOKEN_MONTH;
  token->value = english != 0 ? english : finnish;
  if (english != 0 && finnish != 0 && english != finnish && g_str_equal (academy_language_get_code (language), "fi"))
    token->type = ACADEMY_TOKEN_UNKNOWN;
  return TRUE;
}

static gboolean
find_weekday (const char   *word,
              AcademyToken *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (is_beginning (weekdays[i].english, word, SHORTEST_NAME) ||
        is_beginning (weekdays[i].finnish, word, SHORTEST_WEEKDAY) ||
        is_case_of (weekdays[i].finnish, word) || g_str_equal (weekdays[i].abbreviation, word))
      {
        token->type = ACADEMY_TOKEN_WEEKDAY;
        token->value = i + G_DATE_MONDAY;
        return TRUE;
      }

  return FALSE;
}

/* Whether the word has a type; otherwise @token is of an unknown sign. */
static gboolean
find_word (const AcademyLanguage *language,
           const char            *word,
           AcademyToken          *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      {
        token->type = words[i].type;
        token->value = words[i].value;
        return token->type != 0;
      }

  token->type = ACADEMY_TOKEN_UNKNOWN;
  return find_month (language, word, token) || find_weekday (word, token) || TRUE;
}

static gboolean
is_ordinal (const char *word)
{
  static const char * const ordinals[] = { "st", "nd", "rd", "th", NULL };

  return g_strv_contains (ordinals, word);
}

static gboolean
is_number (const AcademyToken *token)
{
  return token != NULL && strchr ("nyD", token->type) != NULL;
}

static AcademyToken *
get_last (GArray *tokens)
{
  return tokens->len > 0 ? &g_array_index (tokens, AcademyToken, tokens->len - 1) : NULL;
}

static const char *
read_number (const char   *p,
             AcademyToken *token)
{
  for (; g_ascii_isdigit (*p); p++)
    {
      token->value = MIN (token->value * 10 + (*p - '0'), G_MAXINT32);
      token->digits++;
    }
  token->type = token->digits <= 2 ? ACADEMY_TOKEN_NUMBER
                                   : token->digits == 4 ? ACADEMY_TOKEN_YEAR : ACADEMY_TOKEN_DIGITS;

  return p;
}

static const char *
skip_letters (const char *p)
{
  while (g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* Joins “a.m.” to one word. */
static char *
join_halves (const char *text)
{
  g_autoptr(GString) joined = g_string_new (text);

  g_string_replace (joined, "a.m.", "am", 0);
  g_string_replace (joined, "p.m.", "pm", 0);

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/**
 * academy_typed_tokenise:
 * @language: the language of the interface
 * @text: the result of academy_typed_clean()
 *
 * Both languages are read, whatever @language, because dates are pasted from
 * anywhere.
 *
 * Returns: (transfer full) (element-type AcademyToken): the numbers, words and
 *   signs of @text, without those that have no meaning in a date
 */
GArray *
academy_typed_tokenise (const AcademyLanguage *language,
                        const char            *text)
{
  g_autofree char *joined = join_halves (text);
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (AcademyToken));
  gboolean spaced = FALSE;
  const char *p = joined;

  while (*p != '\0')
    {
      AcademyToken token = { .spaced = spaced };
      AcademyToken *last = get_last (tokens);
      gunichar character = g_utf8_get_char (p);

      spaced = FALSE;
      if (strchr (" ()'", *p) != NULL)
        {
          spaced = TRUE;
          p++;
          continue;
        }

      if (g_ascii_isdigit (*p))
        p = read_number (p, &token);
      else if (g_unichar_isalpha (character))
        {
          const char *end = skip_letters (p);
          g_autofree char *word = g_strndup (p, end - p);

          p = end;
          /* Between two numbers, “to” is English; elsewhere it abbreviates
           * torstai. */
          if (g_str_equal (word, "to") && last != NULL && (is_number (last) || last->type == ACADEMY_TOKEN_HALF) &&
              *p == ' ')
            token.type = '-';
          else if ((is_number (last) && !token.spaced && is_ordinal (word)) || !find_word (language, word, &token))
            {
              spaced = TRUE;
              continue;
            }
          /* The end of an abbreviation */
          if (*p == '.' && token.type != ACADEMY_TOKEN_UNKNOWN)
            p++;
        }
      else
        {
          token.type = character < 0x80 ? (char) character : ACADEMY_TOKEN_UNKNOWN;
          p = g_utf8_next_char (p);
          /* Beside a word, a comma is punctuation only. */
          if (token.type == ',' && (!is_number (last) || !g_ascii_isdigit (p[*p == ' '])))
            {
              spaced = TRUE;
              continue;
            }
        }
      g_array_append_val (tokens, token);
    }

  return tokens;
}

/**
 * academy_typed_dup_shape:
 * @tokens: (array length=length): tokens
 * @length: the number of tokens
 *
 * Returns: (transfer full): the types of @tokens
 */
char *
academy_typed_dup_shape (const AcademyToken *tokens,
                         guint               length)
{
  char *shape = g_malloc (length + 1);

  for (guint i = 0; i < length; i++)
    shape[i] = tokens[i].type;
  shape[length] = '\0';

  return shape;
}
