/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-what-changed-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-text.h"

/* The sentences about what changed. A title stands in quotation marks and in the
 * nominative, since Finnish inflects words but nobody can inflect a title. */

/* Of a longer title or text, the beginning is told. */
#define MOST_LETTERS 80

/* What stays before the first difference of two long texts. */
#define LETTERS_BEFORE 20

/* Returns a text on one line, shortened. */
char *
academy_changed_dup_line (const char *text)
{
  g_autofree char *line = academy_text_normalise (text, FALSE);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MOST_LETTERS)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, MOST_LETTERS);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

char *
academy_changed_quote (const AcademyLanguage *language,
                       const char            *text)
{
  /* Translators: a title or text within a sentence */
  return g_strdup_printf (academy_language_translate (language, N_("“%s”")), text);
}

/* Returns what an item is called in a sentence: “Measure “Market dialogue””. */
char *
academy_changed_dup_name (const AcademyLanguage *language,
                          const AcademyKind     *kind,
                          const char            *title)
{
  const char *label = academy_language_translate (language, kind->label);
  g_autofree char *line = title != NULL ? academy_changed_dup_line (title) : NULL;

  if (line == NULL || *line == '\0' || g_str_equal (line, label))
    return g_strdup (label);

  /* Translators: the kind of an item and its title, as the subject of a sentence: “Measure “Market dialogue”” */
  return g_strdup_printf (academy_language_translate (language, N_("%s “%s”")), label, line);
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Returns the label of a field within a sentence, without a unit such as “, €”. */
char *
academy_changed_dup_label (const AcademyLanguage *language,
                           const AcademyField    *field)
{
  const char *label = academy_language_translate (language, field->label);
  const char *unit = strrchr (label, ',');
  g_autofree char *bare = unit != NULL && !has_letter (unit) ? g_strndup (label, unit - label) : g_strdup (label);

  return academy_text_dup_in_sentence (bare);
}

char *
academy_changed_say_item (const AcademyLanguage *language,
                          AcademyChangeType      type,
                          const char            *name,
                          const char            *days)
{
  gboolean added = type == ACADEMY_CHANGE_ADDED;

  if (days == NULL || *days == '\0')
    /* Translators: “Measure “Market dialogue” was added.” */
    return added ? g_strdup_printf (academy_language_translate (language, N_("%s was added.")), name)
                 /* Translators: “Measure “Market dialogue” was deleted.” */
                 : g_strdup_printf (academy_language_translate (language, N_("%s was deleted.")), name);

  /* Translators: an item and its days: “Measure “Market dialogue” was added (1–15 Feb 2022).” */
  return added ? g_strdup_printf (academy_language_translate (language, N_("%s was added (%s).")), name, days)
               /* Translators: an item and its days */
               : g_strdup_printf (academy_language_translate (language, N_("%s was deleted (%s).")), name, days);
}

char *
academy_changed_say_joint (const AcademyLanguage *language,
                           AcademyChangeType      type,
                           const char            *label,
                           const char            *sentence)
{
  /* Translators: a kind such as a dependency, and what it says: “Dependency was added: “Pilot” begins after “Market dialogue”.” */
  return type == ACADEMY_CHANGE_ADDED ? g_strdup_printf (academy_language_translate (language, N_("%s was added: %s.")), label,
                                                         sentence)
                                      /* Translators: a kind such as a dependency, and what it said */
                                      : g_strdup_printf (academy_language_translate (language, N_("%s was deleted: %s.")), label,
                                                         sentence);
}

char *
academy_changed_say_late (const AcademyLanguage *language,
                          const char            *name,
                          const char            *day)
{
  /* Translators: an item and the last day of it */
  return g_strdup_printf (academy_language_translate (language, N_("%s is late: it was to be done by %s.")), name, day);
}

static char *
say_whole (const AcademyLanguage *language,
           const char            *name,
           int                    days,
           const char            *before,
           const char            *after)
{
  if (days > 0)
    /* Translators: an item, by how many days it moved, its days before and after */
    return g_strdup_printf (academy_language_translate_n (language, "%s moved %d day later: %s → %s.",
                                                          "%s moved %d days later: %s → %s.", days), name, days, before, after);

  /* Translators: an item, by how many days it moved, its days before and after */
  return g_strdup_printf (academy_language_translate_n (language, "%s moved %d day earlier: %s → %s.",
                                                        "%s moved %d days earlier: %s → %s.", -days), name, -days, before, after);
}

static char *
say_start (const AcademyLanguage *language,
           const char            *name,
           int                    days,
           const char            *before,
           const char            *after)
{
  if (days > 0)
    /* Translators: an item, by how many days its start moved, the day before and after */
    return g_strdup_printf (academy_language_translate_n (language, "%s starts %d day later: %s → %s.",
                                                          "%s starts %d days later: %s → %s.", days), name, days, before, after);

  /* Translators: an item, by how many days its start moved, the day before and after */
  return g_strdup_printf (academy_language_translate_n (language, "%s starts %d day earlier: %s → %s.",
                                                        "%s starts %d days earlier: %s → %s.", -days), name, -days, before, after);
}

static char *
say_end (const AcademyLanguage *language,
         const char            *name,
         int                    days,
         const char            *before,
         const char            *after)
{
  if (days > 0)
    /* Translators: an item, by how many days its end moved, the day before and after */
    return g_strdup_printf (academy_language_translate_n (language, "%s ends %d day later: %s → %s.",
                                                          "%s ends %d days later: %s → %s.", days), name, days, before, after);

  /* Translators: an item, by how many days its end moved, the day before and after */
  return g_strdup_printf (academy_language_translate_n (language, "%s ends %d day earlier: %s → %s.",
                                                        "%s ends %d days earlier: %s → %s.", -days), name, -days, before, after);
}

static char *
say_field (const AcademyLanguage *language,
           const char            *name,
           const char            *label,
           int                    days,
           const char            *before,
           const char            *after)
{
  if (days > 0)
    /* Translators: an item, a field with a day, by how many days it moved, the day before and after */
    return g_strdup_printf (academy_language_translate_n (language, "%s: %s moved %d day later: %s → %s.",
                                                          "%s: %s moved %d days later: %s → %s.", days),
                            name, label, days, before, after);

  /* Translators: an item, a field with a day, by how many days it moved, the day before and after */
  return g_strdup_printf (academy_language_translate_n (language, "%s: %s moved %d day earlier: %s → %s.",
                                                        "%s: %s moved %d days earlier: %s → %s.", -days),
                          name, label, -days, before, after);
}

char *
academy_changed_say_moved (const AcademyLanguage *language,
                           AcademyMove            move,
                           const char            *name,
                           const char            *label,
                           int                    days,
                           const char            *before,
                           const char            *after)
{
  switch (move)
    {
    case ACADEMY_MOVE_WHOLE:
      return say_whole (language, name, days, before, after);
    case ACADEMY_MOVE_START:
      return say_start (language, name, days, before, after);
    case ACADEMY_MOVE_END:
      return say_end (language, name, days, before, after);
    case ACADEMY_MOVE_FIELD:
    default:
      return say_field (language, name, label, days, before, after);
    }
}

char *
academy_changed_say_value (const AcademyLanguage *language,
                           const char            *name,
                           const char            *label,
                           const char            *before,
                           const char            *after)
{
  if (before == NULL)
    /* Translators: an item, a field and its value: “Measure “Market dialogue”: owner role set to “Buyer”.” The field may be in
     * the plural. */
    return g_strdup_printf (academy_language_translate (language, N_("%s: %s set to %s.")), name, label, after);
  if (after == NULL)
    /* Translators: an item, a field and its value before; the field may be in the plural */
    return g_strdup_printf (academy_language_translate (language, N_("%s: %s cleared, was %s.")), name, label, before);

  /* Translators: an item, a field, its value before and now; the field may be in the plural */
  return g_strdup_printf (academy_language_translate (language, N_("%s: %s changed from %s to %s.")), name, label, before, after);
}

char *
academy_changed_say_progress (const AcademyLanguage *language,
                              const char            *name,
                              const char            *before,
                              const char            *after)
{
  if (before == NULL)
    /* Translators: an item and how many percent of it are done */
    return g_strdup_printf (academy_language_translate (language, N_("%s is %s%% done.")), name, after);

  /* Translators: an item and how many percent of it are done now and were before */
  return g_strdup_printf (academy_language_translate (language, N_("%s is %s%% done, before %s%%.")), name, after, before);
}

char *
academy_changed_say_done (const AcademyLanguage *language,
                          gboolean               is_done,
                          const char            *name)
{
  /* Translators: “Milestone “Launch” is done now.” */
  return is_done ? g_strdup_printf (academy_language_translate (language, N_("%s is done now.")), name)
                 /* Translators: “Milestone “Launch” is not done any more.” */
                 : g_strdup_printf (academy_language_translate (language, N_("%s is not done any more.")), name);
}

char *
academy_changed_say_flag (const AcademyLanguage *language,
                          gboolean               is_set,
                          const char            *name,
                          const char            *label)
{
  /* Translators: an item and a box in its form: “Sparring session “Sparring 1”: online set to yes.” */
  return is_set ? g_strdup_printf (academy_language_translate (language, N_("%s: %s set to yes.")), name, label)
                /* Translators: an item and a box in its form */
                : g_strdup_printf (academy_language_translate (language, N_("%s: %s set to no.")), name, label);
}

char *
academy_changed_say_renamed (const AcademyLanguage *language,
                             const char            *before,
                             const char            *after)
{
  /* Translators: an item with its title before, and its title now: “Measure “Dialogue” is now called “Market dialogue”.” */
  return g_strdup_printf (academy_language_translate (language, N_("%s is now called “%s”.")), before, after);
}

char *
academy_changed_say_link (const AcademyLanguage *language,
                          gboolean               added,
                          const char            *name,
                          const char            *label,
                          const char            *target)
{
  if (added)
    /* Translators: an item, a list of links, such as impact goals, and what was added to it */
    return g_strdup_printf (academy_language_translate (language, N_("%s: %s now also include %s.")), name, label, target);

  /* Translators: an item, a list of links, such as impact goals, and what was removed from it */
  return g_strdup_printf (academy_language_translate (language, N_("%s: %s no longer include %s.")), name, label, target);
}

gboolean
academy_changed_is_long (const char *text)
{
  return text != NULL && (strchr (text, '\n') != NULL || g_utf8_strlen (text, -1) > MOST_LETTERS);
}

static char *
cut (const char *text,
     const char *start)
{
  g_autofree char *line = academy_changed_dup_line (start);

  return start > text ? g_strconcat ("…", line, NULL) : g_steal_pointer (&line);
}

/* Shortens two texts to what is around their first difference, from the start of a
 * word. */
void
academy_changed_excerpt (const char  *before,
                         const char  *after,
                         char       **short_before,
                         char       **short_after)
{
  gsize same = 0, word = 0;

  while (before[same] != '\0' && before[same] == after[same])
    same++;

  for (gsize i = 0; i + LETTERS_BEFORE < same; i++)
    if (g_ascii_isspace (before[i]))
      word = i + 1;

  *short_before = cut (before, before + word);
  *short_after = cut (after, after + word);
}

char *
academy_changed_say_long (const AcademyLanguage *language,
                          const char            *name,
                          const char            *label,
                          const char            *before,
                          const char            *after)
{
  /* Translators: an item, a field with a long text, and the passage that changed, before and after; the field may be in the
   * plural */
  return g_strdup_printf (academy_language_translate (language, N_("%s: %s changed: %s → %s.")), name, label, before, after);
}
