/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-type-ahead.h"

#include <gtk/gtk.h>

#include "academy-language.h"

#define PAUSE_US G_TIME_SPAN_SECOND

/**
 * AcademyTypeAhead:
 *
 * The letters that are typed to choose a string from a list.
 */
struct _AcademyTypeAhead {
  /* Owned */
  GString *typed;

  gint64   typed_at;
};

AcademyTypeAhead *
academy_type_ahead_new (void)
{
  AcademyTypeAhead *self = g_new0 (AcademyTypeAhead, 1);

  self->typed = g_string_new (NULL);
  return self;
}

void
academy_type_ahead_free (AcademyTypeAhead *self)
{
  g_string_free (self->typed, TRUE);
  g_free (self);
}

/**
 * academy_type_ahead_reset:
 * @self: typed letters
 *
 * Lets the next letter be the first one.
 */
void
academy_type_ahead_reset (AcademyTypeAhead *self)
{
  g_string_truncate (self->typed, 0);
}

static gboolean
begins_with (GListModel *strings,
             guint       position,
             const char *letters)
{
  g_autoptr(GtkStringObject) string = g_list_model_get_item (strings, position);
  g_autofree char *title = academy_language_casefold (gtk_string_object_get_string (string));
  g_autofree char *beginning = academy_language_casefold (letters);

  return g_str_has_prefix (title, beginning);
}

static void
add_letter (AcademyTypeAhead *self,
            gunichar          letter)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *text = g_ucs4_to_utf8 (&letter, 1, NULL, NULL, NULL);

  if (now - self->typed_at > PAUSE_US || g_str_equal (self->typed->str, text))
    g_string_truncate (self->typed, 0);
  g_string_append (self->typed, text);
  self->typed_at = now;
}

/**
 * academy_type_ahead_find:
 * @self: typed letters
 * @strings: a list of #GtkStringObject
 * @current: the position of the current string
 * @letter: another letter
 * @position: (out): the position of the string that is meant
 *
 * Adds a letter to those typed within a second. The same letter again moves to the
 * next string that begins with it.
 *
 * Returns: whether a string begins with the letters
 */
gboolean
academy_type_ahead_find (AcademyTypeAhead *self,
                         GListModel       *strings,
                         guint             current,
                         gunichar          letter,
                         guint            *position)
{
  guint n_strings = g_list_model_get_n_items (strings);
  guint first;

  add_letter (self, letter);
  first = g_utf8_strlen (self->typed->str, -1) > 1 ? 0 : 1;
  for (guint i = first; i < n_strings + first; i++)
    if (begins_with (strings, (current + i) % n_strings, self->typed->str))
      {
        *position = (current + i) % n_strings;
        return TRUE;
      }

  return FALSE;
}

/**
 * academy_type_ahead_goes_on:
 * @self: typed letters
 * @strings: a list of #GtkStringObject
 * @letter: another character, or 0 for none
 *
 * Returns: whether a string begins with the letters typed within a second and
 *   @letter, which may be a space
 */
gboolean
academy_type_ahead_goes_on (AcademyTypeAhead *self,
                            GListModel       *strings,
                            gunichar          letter)
{
  g_autoptr(GString) letters = g_string_new (self->typed->str);

  if (letter == 0 || self->typed->len == 0 || g_get_monotonic_time () - self->typed_at > PAUSE_US)
    return FALSE;

  g_string_append_unichar (letters, letter);
  for (guint i = 0; i < g_list_model_get_n_items (strings); i++)
    if (begins_with (strings, i, letters->str))
      return TRUE;

  return FALSE;
}

/**
 * academy_type_ahead_get:
 * @self: typed letters
 *
 * Returns: (transfer none): the letters that were searched for last
 */
const char *
academy_type_ahead_get (AcademyTypeAhead *self)
{
  return self->typed->str;
}
