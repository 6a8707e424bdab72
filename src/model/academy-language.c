/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-catalogue.h"
#include "academy-date.h"
#include "academy-error.h"
#include "academy-instant.h"
#include "academy-language-private.h"

/* No-break spaces keep an amount on one line. */
static AcademyLanguage languages[] = {
  { .code = "en", .group_separator = ",", .decimal_separator = '.', .money_format = "€%s", .time_format = "%-H:%M" },
  { .code = "fi", .group_separator = "\u00a0", .decimal_separator = ',', .money_format = "%s\u00a0€", .time_format = "%-H.%M",
    .numeric_dates = TRUE },
};

static const char * const months[] = {
  N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
  N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

/**
 * AcademyLanguage:
 *
 * A language of the program: its texts, and its way to write dates, numbers and
 * amounts. It needs no locale of the system, so that a Finnish export can be made
 * on any machine.
 */

static gboolean
load_catalogue (AcademyLanguage *self,
                GError         **error)
{
  g_autofree char *path = g_build_filename (ACADEMY_LOCALEDIR, self->code, "LC_MESSAGES",
                                            GETTEXT_PACKAGE ".mo", NULL);

  self->catalogue = academy_catalogue_open (path, error);
  return self->catalogue != NULL;
}

/**
 * academy_language_get:
 * @code: `en` or `fi`
 * @error: lists the languages there are
 *
 * Returns: (transfer none): the language called @code (ISO 639-1)
 */
const AcademyLanguage *
academy_language_get (const char *code,
                      GError    **error)
{
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      AcademyLanguage *self = &languages[i];

      if (!g_str_equal (self->code, code))
        continue;

      /* English needs no catalogue: it is the language of the source. */
      if (i > 0 && self->catalogue == NULL && !load_catalogue (self, error))
        return NULL;

      return self;
    }

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
               _("There is no language “%s”; choose fi or en."), code);
  return NULL;
}

/**
 * academy_language_get_default:
 *
 * Returns: (transfer none): the language of the interface
 */
const AcademyLanguage *
academy_language_get_default (void)
{
  /* Translators: the code of the language that you translate to, such as fi */
  const char *code = C_("language code", "en");
  g_autoptr(GError) error = NULL;
  const AcademyLanguage *language = academy_language_get (code, &error);

  if (language == NULL)
    g_error ("%s", error->message);

  return language;
}

const char *
academy_language_get_code (const AcademyLanguage *self)
{
  return self->code;
}

/**
 * academy_language_translate:
 * @self: a language
 * @msgid: a text of the program, in English
 *
 * Returns: (transfer none): the translation of @msgid, or @msgid itself
 */
const char *
academy_language_translate (const AcademyLanguage *self,
                            const char            *msgid)
{
  const char *translation = NULL;

  if (self->catalogue != NULL)
    translation = academy_catalogue_lookup (self->catalogue, msgid);

  return translation != NULL ? translation : msgid;
}

/**
 * academy_language_translate_n:
 * @self: a language
 * @singular: a text for one, in English
 * @plural: the text for any other number
 * @n: the number of things counted
 *
 * English and Finnish have the same two plural forms: one, and every other
 * number.
 *
 * Returns: (transfer none): the text for @n in @self
 */
const char *
academy_language_translate_n (const AcademyLanguage *self,
                              const char            *singular,
                              const char            *plural,
                              gint64                 n)
{
  const char *translation = NULL;

  if (self->catalogue != NULL)
    translation = academy_catalogue_lookup (self->catalogue, singular);
  if (translation == NULL)
    return n == 1 ? singular : plural;

  /* The plural forms follow each other, each with its terminating zero. */
  return n == 1 ? translation : translation + strlen (translation) + 1;
}

/* Whether a combining mark follows its letter, as in texts that an older version
 * stored. */
static gboolean
has_marks (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0xcc && g_unichar_ismark (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * academy_language_casefold:
 * @text: a text
 *
 * For searching, and for comparing without regard to case.
 *
 * Returns: (transfer full): @text in lower case
 */
char *
academy_language_casefold (const char *text)
{
  g_autofree char *composed = has_marks (text) ? g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE) : NULL;
  char *fold, *end;

  if (composed != NULL)
    text = composed;

  /* The lower-case form of a letter of two bytes may take three. */
  fold = g_malloc (strlen (text) * 3 / 2 + 1);
  end = fold;
  while (*text != '\0')
    if ((guchar) *text < 0x80)
      {
        *end++ = g_ascii_isupper (*text) ? *text - 'A' + 'a' : *text;
        text++;
      }
    else
      {
        end += g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (text)), end);
        text = g_utf8_next_char (text);
      }
  *end = '\0';

  return fold;
}

/**
 * academy_language_get_month:
 * @self: a language
 * @month: a month, from 1
 *
 * Returns: (transfer none): the short name of @month, as in a date
 */
const char *
academy_language_get_month (const AcademyLanguage *self,
                            guint                  month)
{
  return academy_language_translate (self, months[month - 1]);
}

/**
 * academy_language_format_date:
 * @self: a language
 * @date: a valid date
 *
 * Returns: (transfer full): @date as it is written in the language: “19.10.2021”,
 *   “19 Oct 2021”
 */
char *
academy_language_format_date (const AcademyLanguage *self,
                              const GDate           *date)
{
  if (self->numeric_dates)
    return g_strdup_printf ("%u.%u.%u", g_date_get_day (date), g_date_get_month (date), g_date_get_year (date));

  return g_strdup_printf ("%u %.3s %u", g_date_get_day (date),
                          months[g_date_get_month (date) - 1], g_date_get_year (date));
}

/**
 * academy_language_format_day:
 * @self: a language
 * @day: a Julian day
 *
 * Returns: (transfer full): @day as academy_language_format_date() writes its date
 */
char *
academy_language_format_day (const AcademyLanguage *self,
                             AcademyDay             day)
{
  GDate date = academy_date_from_julian (day);

  return academy_language_format_date (self, &date);
}

/* Formats “UTC”, “UTC+3”, “UTC+5:30”, which the parser of instants accepts. */
static char *
dup_zone (GDateTime *instant)
{
  int minutes = g_date_time_get_utc_offset (instant) / G_TIME_SPAN_MINUTE;
  char sign = minutes < 0 ? '-' : '+';

  if (minutes == 0)
    return g_strdup ("UTC");
  minutes = ABS (minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf ("UTC%c%d", sign, minutes / 60);

  return g_strdup_printf ("UTC%c%d:%02d", sign, minutes / 60, minutes % 60);
}

/**
 * academy_language_format_time:
 * @self: a language
 * @instant: an instant
 *
 * Returns: (transfer full): its time of day: “9.00”, “9:00”
 */
char *
academy_language_format_time (const AcademyLanguage *self,
                              GDateTime             *instant)
{
  return g_date_time_format (instant, self->time_format);
}

/**
 * academy_language_format_instant:
 * @self: a language
 * @instant: an instant
 *
 * Returns: (transfer full): @instant as it is written in the language:
 *   “19.10.2021 9.00”, “19 Oct 2021 9:00”; with the zone, “19.10.2021 9.00
 *   (UTC+3)”, when clocks show the time twice
 */
char *
academy_language_format_instant (const AcademyLanguage *self,
                                 GDateTime             *instant)
{
  g_autofree char *time = g_date_time_format (instant, self->time_format);
  g_autofree char *zone = NULL;
  g_autofree char *day = NULL;
  g_autoptr(GDateTime) twin = academy_instant_get_twin (instant);
  GDate date = academy_date_from_instant (instant);

  day = academy_language_format_date (self, &date);
  if (twin == NULL)
    return g_strconcat (day, " ", time, NULL);

  zone = dup_zone (instant);
  return g_strdup_printf ("%s %s (%s)", day, time, zone);
}

/* Formats one end of a period, without the year or month that the other end has. */
static char *
format_start (const AcademyLanguage *self,
              const GDate           *date,
              gboolean               with_month)
{
  if (self->numeric_dates)
    return with_month ? g_strdup_printf ("%u.%u.", g_date_get_day (date), g_date_get_month (date))
                      : g_strdup_printf ("%u.", g_date_get_day (date));

  return with_month ? g_strdup_printf ("%u %.3s", g_date_get_day (date), months[g_date_get_month (date) - 1])
                    : g_strdup_printf ("%u", g_date_get_day (date));
}

/**
 * academy_language_format_period:
 * @self: a language
 * @start: (nullable): the first day
 * @end: (nullable): the last day
 *
 * Returns: (transfer full): the days from @start to @end, as “31.8.–30.9.2021”
 *   or “31 Aug – 30 Sep 2021”; empty when neither is known
 */
char *
academy_language_format_period (const AcademyLanguage *self,
                                const GDate           *start,
                                const GDate           *end)
{
  g_autofree char *first = start != NULL ? academy_language_format_date (self, start) : g_strdup ("");
  g_autofree char *last = end != NULL ? academy_language_format_date (self, end) : g_strdup ("");
  gboolean same_year, same_month;

  if (start == NULL && end == NULL)
    return g_strdup ("");
  if (start == NULL || end == NULL)
    return g_strdup_printf ("%s–%s", first, last);
  if (g_date_compare (start, end) == 0)
    return g_steal_pointer (&first);

  same_year = g_date_get_year (start) == g_date_get_year (end);
  same_month = same_year && g_date_get_month (start) == g_date_get_month (end);
  if (same_year)
    {
      g_free (first);
      first = format_start (self, start, !same_month);
    }

  /* English puts spaces round a dash between dates of several words. */
  return g_strdup_printf (self->numeric_dates || same_month ? "%s–%s" : "%s – %s", first, last);
}

/**
 * academy_language_format_months:
 * @self: a language
 * @start: a day in the first month
 * @end: a day in the last month
 *
 * For periods that are known to the month only.
 *
 * Returns: (transfer full): the months from @start to @end, as “October 2021”
 *   or “January–February 2022”
 */
char *
academy_language_format_months (const AcademyLanguage *self,
                                const GDate           *start,
                                const GDate           *end)
{
  const char *first = academy_language_get_month (self, g_date_get_month (start));
  const char *last = academy_language_get_month (self, g_date_get_month (end));

  if (g_date_get_year (start) != g_date_get_year (end))
    return g_strdup_printf ("%s %u – %s %u", first, g_date_get_year (start), last, g_date_get_year (end));
  if (g_date_get_month (start) != g_date_get_month (end))
    return g_strdup_printf ("%s–%s %u", first, last, g_date_get_year (start));

  return g_strdup_printf ("%s %u", first, g_date_get_year (start));
}

/**
 * academy_language_format_number:
 * @self: a language
 * @number: a number
 *
 * Returns: (transfer full): @number with its digits in groups of three
 */
char *
academy_language_format_number (const AcademyLanguage *self,
                                gint64                 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number < 0 ? - (guint64) number : (guint64) number);
  GString *text = g_string_new (number < 0 ? "−" : "");
  size_t length = strlen (digits);

  for (size_t i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, self->group_separator);
      g_string_append_c (text, digits[i]);
    }

  return g_string_free_and_steal (text);
}

/**
 * academy_language_format_decimal:
 * @self: a language
 * @number: a number
 *
 * Returns: (transfer full): @number with at most two decimals, and none when it
 *   is whole
 */
char *
academy_language_format_decimal (const AcademyLanguage *self,
                                 double                 number)
{
  gint64 hundredths = (gint64) (ABS (number) * 100 + 0.5);
  g_autofree char *whole = academy_language_format_number (self, hundredths / 100);
  const char *sign = number < 0 && hundredths != 0 ? "−" : "";
  int decimals = hundredths % 100;

  if (decimals == 0)
    return g_strconcat (sign, whole, NULL);
  if (decimals % 10 == 0)
    return g_strdup_printf ("%s%s%c%d", sign, whole, self->decimal_separator, decimals / 10);

  return g_strdup_printf ("%s%s%c%02d", sign, whole, self->decimal_separator, decimals);
}

/**
 * academy_language_format_money:
 * @self: a language
 * @euros: an amount in whole euros
 *
 * Returns: (transfer full): @euros with the euro sign where the language puts it
 */
char *
academy_language_format_money (const AcademyLanguage *self,
                               gint64                 euros)
{
  g_autofree char *number = academy_language_format_number (self, euros);
  g_auto(GStrv) parts = g_strsplit (self->money_format, "%s", 2);

  return g_strconcat (parts[0], number, parts[1], NULL);
}

/**
 * academy_language_format_value:
 * @self: a language
 * @field: a field
 * @value: a value of @field
 *
 * Returns: (transfer full): @value as it is written in the language; empty when
 *   unset. academy_language_parse_value() reads it back, except for a choice,
 *   which is formatted as its label.
 */
char *
academy_language_format_value (const AcademyLanguage *self,
                               const AcademyField    *field,
                               const GValue          *value)
{
  if (!academy_value_is_set (field, value))
    return g_strdup ("");

  switch (field->type)
    {
    case ACADEMY_DATE:
      return academy_language_format_date (self, g_value_get_boxed (value));
    case ACADEMY_INSTANT:
      return academy_language_format_instant (self, g_value_get_boxed (value));
    case ACADEMY_INTEGER:
      return academy_language_format_number (self, g_value_get_int64 (value));
    case ACADEMY_DECIMAL:
      return academy_language_format_decimal (self, g_value_get_double (value));
    case ACADEMY_MONEY:
      return academy_language_format_money (self, g_value_get_int64 (value));
    case ACADEMY_CHOICE:
      {
        const AcademyChoice *choice = academy_field_find_choice (field, g_value_get_string (value));

        return g_strdup (choice != NULL ? academy_language_translate (self, choice->label)
                                        : g_value_get_string (value));
      }
    default:
      return academy_value_to_text (field, value);
    }
}
