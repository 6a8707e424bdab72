/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-lessons-text.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-organisations.h"

/* How the parts of the text are written, with a placeholder for each text. */
static const struct {
  const char *title;
  const char *organisation;
  const char *begin;
  const char *lesson;
  const char *note;
  const char *after;
  const char *end;
} forms[] = {
  [ACADEMY_LESSONS_PLAIN] = { "%s\n", "\n%s\n", "", "– %s", " (%s)", "\n", "" },
  [ACADEMY_LESSONS_HTML] = {
    "<h1>%s</h1>\n", "<h2>%s</h2>\n", "<ul>\n", "<li>%s", " <i>(%s)</i>", "</li>\n", "</ul>\n",
  },
};

typedef struct {
  /* Borrowed */
  GString               *text;
  const AcademyLanguage *language;

  AcademyLessonsForm     form;
} Writing;

static void
append (const Writing *writing,
        const char    *pattern,
        const char    *value)
{
  g_auto(GStrv) around = g_strsplit (pattern, "%s", 2);
  g_autofree char *escaped = writing->form == ACADEMY_LESSONS_HTML ? g_markup_escape_text (value, -1) : g_strdup (value);

  g_string_append_printf (writing->text, "%s%s%s", around[0], escaped, around[1]);
}

/* Appends a lesson: its title, its description, and where and when it was learned. */
static void
append_lesson (const Writing *writing,
               AcademyItem   *lesson)
{
  const char *description = academy_item_get_text (lesson, "description");
  const AcademyField *day = academy_kind_find_field (&academy_lesson_kind, "date");
  g_autofree char *title = academy_item_dup_title (lesson, writing->language);
  g_autofree char *subtitle = academy_item_dup_subtitle (lesson, writing->language);
  g_autofree char *date = academy_language_format_value (writing->language, day, academy_item_get_value (lesson, day));
  g_autofree char *note = g_strconcat (subtitle, *subtitle != '\0' && *date != '\0' ? " · " : "", date, NULL);

  append (writing, forms[writing->form].lesson, title);
  if (description != NULL)
    append (writing, ": %s", description);
  if (*note != '\0')
    append (writing, forms[writing->form].note, note);
  g_string_append (writing->text, forms[writing->form].after);
}

static gboolean
append_organisation (const Writing  *writing,
                     AcademyStore   *store,
                     AcademyItem    *organisation,
                     GError        **error)
{
  g_autoptr(GPtrArray) lessons =
    academy_store_get_all (store, &academy_lesson_kind, academy_item_get_id (organisation), error);
  g_autofree char *name = academy_item_dup_title (organisation, writing->language);

  if (lessons == NULL)
    return FALSE;
  if (lessons->len == 0)
    return TRUE;

  append (writing, forms[writing->form].organisation, name);
  g_string_append (writing->text, forms[writing->form].begin);
  for (guint i = 0; i < lessons->len; i++)
    append_lesson (writing, g_ptr_array_index (lessons, i));
  g_string_append (writing->text, forms[writing->form].end);

  return TRUE;
}

/**
 * academy_lessons_dup_text:
 * @store: a store
 * @form: the form of the text
 * @language: the language to use
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lessons of all organisations, for a mail
 */
char *
academy_lessons_dup_text (AcademyStore           *store,
                          AcademyLessonsForm      form,
                          const AcademyLanguage  *language,
                          GError                **error)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (store, error);
  g_autoptr(GString) text = g_string_new (NULL);
  Writing writing = { .text = text, .language = language, .form = form };

  if (organisations == NULL)
    return NULL;

  append (&writing, forms[form].title, academy_language_translate (language, academy_lesson_kind.plural_label));
  for (guint i = 0; i < organisations->len; i++)
    if (!append_organisation (&writing, store, g_ptr_array_index (organisations, i), error))
      return NULL;

  return g_string_free_and_steal (g_steal_pointer (&text));
}
