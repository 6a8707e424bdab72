/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-validation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"
#include "academy-id.h"
#include "academy-text.h"

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError     **error,
        const char  *format,
        ...)
{
  if (error != NULL)
    {
      va_list arguments;

      va_start (arguments, format);
      *error = g_error_new_valist (ACADEMY_ERROR, ACADEMY_ERROR_INVALID, format, arguments);
      va_end (arguments);
    }

  return FALSE;
}

/**
 * academy_validation_text:
 * @field: a field of text
 * @text: the new value of @field
 * @error: says what is wrong
 *
 * Returns: whether @text is valid UTF-8, not too long, and on one line where it
 *   must be
 */
gboolean
academy_validation_text (const AcademyField  *field,
                         const char          *text,
                         GError             **error)
{
  gint64 longest = academy_field_get_max_length (field);
  const char *control;

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error, _("The text is not valid UTF-8."));
  if (field->type != ACADEMY_LONG_TEXT && strpbrk (text, "\r\n") != NULL)
    return refuse (error, _("Write this on one line."));
  control = academy_text_find_control (text, field->type == ACADEMY_LONG_TEXT);
  if (control != NULL)
    return refuse (error, _("Delete the control character U+%04X from the text."), g_utf8_get_char (control));
  /* A text has no more characters than bytes. */
  if (strlen (text) > (size_t) longest && g_utf8_strlen (text, -1) > longest)
    return refuse (error, _("Shorten this to %d characters at most."), (int) longest);

  return TRUE;
}

static gboolean
validate_number (const AcademyField  *field,
                 gint64               number,
                 GError             **error)
{
  if (academy_field_has_limits (field) && (number < field->min || number > field->max))
    {
      const AcademyLanguage *language = academy_language_get_default ();
      g_autofree char *least = academy_language_format_number (language, field->min);
      g_autofree char *greatest = academy_language_format_number (language, field->max);

      return refuse (error, _("Write a number from %s to %s."), least, greatest);
    }
  if (field->type == ACADEMY_MONEY && number < 0)
    return refuse (error, _("The amount cannot be negative."));

  return TRUE;
}

/* Work is given in hundredths at most. */
static gboolean
validate_decimal (const AcademyField  *field,
                  double               number,
                  GError             **error)
{
  double hundredths = number * 100;
  double difference;

  if (!(hundredths > G_MININT32 && hundredths < G_MAXINT32))
    return refuse (error, _("Write a number, as 2.5."));
  if (academy_field_has_limits (field) && (number < field->min || number > field->max))
    return validate_number (field, number < field->min ? field->min - 1 : field->max + 1, error);

  difference = hundredths - (int) (hundredths + (hundredths < 0 ? -0.5 : 0.5));
  return ABS (difference) < 1e-4 || refuse (error, _("Write two decimals at most, as 2.25."));
}

/**
 * academy_validation_token:
 * @field: a field
 * @text: the new value of @field, or one of several links
 * @error: says what is wrong
 *
 * Returns: whether @text is one of the choices when @field is a choice, and an id
 *   when it is a link; any text is accepted for other fields
 */
gboolean
academy_validation_token (const AcademyField  *field,
                          const char          *text,
                          GError             **error)
{
  if (field->type == ACADEMY_CHOICE)
    return academy_field_find_choice (field, text) != NULL ||
           refuse (error, _("“%s” is not one of the choices."), text);
  if (field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS)
    return academy_id_is_valid (text) || refuse (error, _("“%s” is not an id."), text);

  return TRUE;
}

static gboolean
validate_links (const AcademyField  *field,
                const char * const  *links,
                GError             **error)
{
  for (guint i = 0; links[i] != NULL; i++)
    {
      if (!academy_validation_token (field, links[i], error))
        return FALSE;
      if (g_strv_contains (links + i + 1, links[i]))
        return refuse (error, _("The same item is linked twice."));
    }

  return TRUE;
}

/* Refuse only texts that cannot be an address (RFC 5321, 4.1.2). */
static gboolean
validate_email (const char  *address,
                GError     **error)
{
  const char *at = strrchr (address, '@');

  if (at == NULL || at == address || at[1] == '\0' || strpbrk (address, " \t<>,;") != NULL)
    return refuse (error, _("Write an e-mail address, as name@example.org."));

  return TRUE;
}

static gboolean
validate_set (const AcademyField  *field,
              const GValue        *value,
              GError             **error)
{
  switch (field->type)
    {
    case ACADEMY_TEXT:
    case ACADEMY_LONG_TEXT:
      return academy_validation_text (field, g_value_get_string (value), error);
    case ACADEMY_EMAIL:
      return academy_validation_text (field, g_value_get_string (value), error) &&
             validate_email (g_value_get_string (value), error);
    case ACADEMY_URI:
      return academy_validation_text (field, g_value_get_string (value), error) &&
             (g_uri_is_valid (g_value_get_string (value), G_URI_FLAGS_NONE, NULL) ||
              refuse (error, _("Write a whole address, as https://example.org/.")));
    case ACADEMY_INTEGER:
    case ACADEMY_MONEY:
      return validate_number (field, g_value_get_int64 (value), error);
    case ACADEMY_DECIMAL:
      return validate_decimal (field, g_value_get_double (value), error);
    case ACADEMY_CHOICE:
    case ACADEMY_LINK:
      return academy_validation_token (field, g_value_get_string (value), error);
    case ACADEMY_LINKS:
      return validate_links (field, g_value_get_boxed (value), error);
    case ACADEMY_DATE:
    case ACADEMY_INSTANT:
    case ACADEMY_FLAG:
    case ACADEMY_CPV:
      return TRUE;
    case ACADEMY_N_FIELD_TYPES:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
validate_value (AcademyItem         *item,
                const AcademyField  *field,
                GError             **error)
{
  const GValue *value = academy_item_get_value (item, field);

  if (!academy_value_is_set (field, value))
    return !academy_field_is_required (field) || refuse (error, _("This cannot be empty."));

  return validate_set (field, value, error) &&
         (field->check == NULL || field->check (item, field, error));
}

/**
 * academy_item_validate_field:
 * @self: an item
 * @field: a field of its kind
 * @error: says what is wrong and what to do, see academy_error_get_message()
 *
 * The only place where values are checked: for form, file and import alike.
 *
 * Returns: whether the value of @field may be stored
 */
gboolean
academy_item_validate_field (AcademyItem         *self,
                             const AcademyField  *field,
                             GError             **error)
{
  g_autoptr(GError) reason = NULL;

  if (validate_value (self, field, &reason))
    return TRUE;

  g_propagate_error (error, academy_error_new_invalid (academy_item_get_kind (self), field, reason));
  return FALSE;
}

/**
 * academy_item_validate:
 * @self: an item
 * @error: names the first invalid field and the reason
 *
 * Returns: whether every field may be stored
 */
gboolean
academy_item_validate (AcademyItem  *self,
                       GError      **error)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (self), field)
    if (!academy_item_validate_field (self, field, error))
      return FALSE;

  return TRUE;
}

static gboolean
in_order (AcademyItem *item,
          const char  *first,
          const char  *last)
{
  const GDate *start = academy_item_get_date (item, first);
  const GDate *end = academy_item_get_date (item, last);

  return start == NULL || end == NULL || g_date_compare (start, end) <= 0;
}

/**
 * academy_validation_start_before_end:
 * @item: an item with the fields `start` and `end`
 * @field: its `start`
 * @error: says what is wrong
 *
 * Returns: whether the start is not after the end
 */
gboolean
academy_validation_start_before_end (AcademyItem         *item,
                                     const AcademyField  *field,
                                     GError             **error)
{
  return in_order (item, "start", "end") || refuse (error, _("The start is after the end."));
}

/**
 * academy_validation_end_after_start:
 * @item: an item with the fields `start` and `end`
 * @field: its `end`
 * @error: says what is wrong
 *
 * Returns: whether the end is not before the start
 */
gboolean
academy_validation_end_after_start (AcademyItem         *item,
                                    const AcademyField  *field,
                                    GError             **error)
{
  return in_order (item, "start", "end") || refuse (error, _("The end is before the start."));
}

/**
 * academy_validation_earliest_before_latest:
 * @item: an item with the fields `earliest` and `latest`
 * @field: its `earliest`
 * @error: says what is wrong
 *
 * Returns: whether the earliest day is not after the latest
 */
gboolean
academy_validation_earliest_before_latest (AcademyItem         *item,
                                           const AcademyField  *field,
                                           GError             **error)
{
  return in_order (item, "earliest", "latest") || refuse (error, _("The earliest day is after the latest."));
}

/**
 * academy_validation_latest_after_earliest:
 * @item: an item with the fields `earliest` and `latest`
 * @field: its `latest`
 * @error: says what is wrong
 *
 * Returns: whether the latest day is not before the earliest
 */
gboolean
academy_validation_latest_after_earliest (AcademyItem         *item,
                                          const AcademyField  *field,
                                          GError             **error)
{
  return in_order (item, "earliest", "latest") || refuse (error, _("The latest day is before the earliest."));
}

/**
 * academy_validation_ended_after_held:
 * @item: an item with the fields `held` and `ended`
 * @field: its `ended`
 * @error: says what is wrong
 *
 * Returns: whether it did not end before it began
 */
gboolean
academy_validation_ended_after_held (AcademyItem         *item,
                                     const AcademyField  *field,
                                     GError             **error)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  GDateTime *held = g_value_get_boxed (academy_item_get_value (item, academy_kind_find_field (kind, "held")));
  GDateTime *ended = g_value_get_boxed (academy_item_get_value (item, field));

  return held == NULL || ended == NULL || g_date_time_compare (held, ended) <= 0 ||
         refuse (error, _("The end is before the beginning."));
}

/**
 * academy_validation_not_itself:
 * @item: an item
 * @field: a link to an item of the same kind
 * @error: says what is wrong
 *
 * Returns: whether @item does not link to itself
 */
gboolean
academy_validation_not_itself (AcademyItem         *item,
                               const AcademyField  *field,
                               GError             **error)
{
  return g_strcmp0 (academy_item_get_text (item, field->name), academy_item_get_id (item)) != 0 ||
         refuse (error, _("Choose another one than this itself."));
}

/**
 * academy_validation_slug:
 * @item: an item
 * @field: the field that holds its short name
 * @error: says what is expected
 *
 * A slug is part of file names and is typed on command lines.
 *
 * Returns: whether the text has only lower-case letters a–z, digits and hyphens
 */
gboolean
academy_validation_slug (AcademyItem         *item,
                         const AcademyField  *field,
                         GError             **error)
{
  const char *slug = academy_item_get_text (item, field->name);

  return strspn (slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (slug) ||
         refuse (error, _("Use only the letters a–z, digits and hyphens."));
}
