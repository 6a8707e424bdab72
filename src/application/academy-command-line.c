/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-command-line.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "academy-check.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-plan-export.h"
#include "academy-store.h"
#include "academy-template.h"

typedef enum {
  DONE = 0,
  FAILED = 1,
  WRONG_USAGE = 2,
} ExitStatus;

typedef struct {
  const char  *name;
  ExitStatus (*run) (int    argc,
                     char **argv);
} Command;

static void G_GNUC_PRINTF (1, 2)
complain (const char *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr (GETTEXT_PACKAGE ": %s\n", message);
}

static ExitStatus
fail (GError *error)
{
  complain ("%s", error->message);
  return FAILED;
}

/* Reads the options of a command and sees that as many words are left as it wants. */
static gboolean
parse (int                 *argc,
       char              ***argv,
       const GOptionEntry  *entries,
       int                  n_words,
       const char          *usage)
{
  g_autoptr(GOptionContext) context = g_option_context_new (usage);
  g_autoptr(GError) error = NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      complain ("%s", error->message);
      return FALSE;
    }

  /* “--” ends the options. */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      (*argv)++;
      (*argc)--;
    }

  if (*argc == n_words + 1)
    return TRUE;

  complain (_("Usage: %s %s"), GETTEXT_PACKAGE, usage);
  return FALSE;
}

/* What is printed is printed when the file is closed, so that a reader who goes
 * away leaves nothing open. */
static ExitStatus
close_and_print (AcademyStore *store,
                 const char   *text,
                 gsize         length)
{
  g_autoptr(GError) error = NULL;

  if (!academy_store_close (store, &error))
    return fail (error);
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return DONE;

  complain (_("Standard output cannot be written: %s"), g_strerror (errno));
  return FAILED;
}

/* The language called @code, or that of the interface. */
static const AcademyLanguage *
choose_language (const char *code)
{
  g_autoptr(GError) error = NULL;
  const AcademyLanguage *language =
    code != NULL ? academy_language_get (code, &error) : academy_language_get_default ();

  if (language == NULL)
    complain ("%s", error->message);
  return language;
}

static ExitStatus
run_new (int    argc,
         char **argv)
{
  g_autofree char *template = NULL;
  g_autofree char *code = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template, N_("What the programme holds: 2021, example or empty"),
      N_("NAME") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &code, N_("The language of the example: fi or en"), N_("CODE") },
    G_OPTION_ENTRY_NULL
  };
  const AcademyLanguage *language;
  g_autoptr(AcademyEdit) content = NULL;
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(GError) error = NULL;

  if (!parse (&argc, &argv, entries, 1, "new FILE [--template=2021|example|empty] [--language=fi|en]"))
    return WRONG_USAGE;

  language = choose_language (code);
  if (language == NULL)
    return WRONG_USAGE;

  content = academy_template_create_edit (template != NULL ? template : "empty", language, &error);
  if (content == NULL)
    {
      complain ("%s", error->message);
      return WRONG_USAGE;
    }

  store = academy_store_create (argv[1], content, &error);
  if (store == NULL)
    return fail (error);

  return close_and_print (store, "", 0);
}

static gboolean
append_organisation (GString       *text,
                     AcademyStore  *store,
                     AcademyItem   *organisation,
                     GError       **error)
{
  static const AcademyKind * const counted[] = { &academy_goal_kind, &academy_measure_kind };
  g_autofree char *name = academy_item_dup_title (organisation, academy_language_get_default ());

  g_string_append_printf (text, "%s\t%s", academy_item_get_text (organisation, "slug"), name);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      gint64 count;

      if (!academy_store_count (store, counted[i], academy_item_get_id (organisation), &count, error))
        return FALSE;
      g_string_append_printf (text, "\t%" G_GINT64_FORMAT, count);
    }
  g_string_append_c (text, '\n');

  return TRUE;
}

static ExitStatus
run_list (int    argc,
          char **argv)
{
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(GPtrArray) organisations = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  if (!parse (&argc, &argv, NULL, 1, "list FILE"))
    return WRONG_USAGE;

  store = academy_store_open (argv[1], &error);
  if (store == NULL)
    return fail (error);

  organisations = academy_store_get_all (store, &academy_organisation_kind, NULL, &error);
  if (organisations == NULL)
    return fail (error);

  for (guint i = 0; i < organisations->len; i++)
    if (!append_organisation (text, store, g_ptr_array_index (organisations, i), &error))
      return fail (error);

  return close_and_print (store, text->str, text->len);
}

static AcademyItem *
find_organisation (GPtrArray  *organisations,
                   const char *slug)
{
  for (guint i = 0; i < organisations->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (organisations, i);

      if (g_strcmp0 (academy_item_get_text (organisation, "slug"), slug) == 0)
        return organisation;
    }

  return NULL;
}

/* All of the organisations, or the one that was asked for. */
static GPtrArray *
choose_organisations (AcademyStore  *store,
                      const char    *slug,
                      GError       **error)
{
  g_autoptr(GPtrArray) organisations = academy_store_get_all (store, &academy_organisation_kind, NULL, error);
  AcademyItem *chosen;
  GPtrArray *one;

  if (organisations == NULL || slug == NULL)
    return g_steal_pointer (&organisations);

  chosen = find_organisation (organisations, slug);
  if (chosen == NULL)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                   _("There is no organisation “%s”; “list” shows those there are."), slug);
      return NULL;
    }

  one = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (one, g_object_ref (chosen));
  return one;
}

static gboolean
write_plans (GPtrArray   *organisations,
             GPtrArray   *plans,
             const char  *output,
             gboolean     to_folder,
             GError     **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  if (to_folder && !g_file_test (output, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                   _("There is no folder “%s”. Make it first."), output);
      return FALSE;
    }

  for (guint i = 0; i < organisations->len; i++)
    {
      const char *slug = academy_item_get_text (g_ptr_array_index (organisations, i), "slug");
      g_autofree char *name = g_strconcat (slug, ".json", NULL);

      g_ptr_array_add (files, to_folder ? g_build_filename (output, name, NULL) : g_strdup (output));
    }

  return academy_plan_write_files (files, plans, error);
}

static ExitStatus
export (const char            *path,
        const char            *slug,
        const char            *output,
        const AcademyLanguage *language,
        gboolean               with_people)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = academy_store_open (path, &error);
  g_autoptr(GPtrArray) organisations = NULL;
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gboolean to_output = output == NULL || g_str_equal (output, "-");

  if (store == NULL)
    return fail (error);

  organisations = choose_organisations (store, slug, &error);
  if (organisations == NULL)
    return fail (error);

  if (to_output && organisations->len != 1)
    {
      complain (_("Choose a folder with --output, or one organisation with --organisation."));
      return WRONG_USAGE;
    }

  for (guint i = 0; i < organisations->len; i++)
    {
      GBytes *plan = academy_plan_export (store, g_ptr_array_index (organisations, i), language, with_people,
                                          NULL, &error);

      if (plan == NULL)
        return fail (error);
      g_ptr_array_add (plans, plan);
    }

  if (to_output)
    {
      gsize size;
      const char *plan = g_bytes_get_data (g_ptr_array_index (plans, 0), &size);

      return close_and_print (store, plan, size);
    }

  if (!write_plans (organisations, plans, output, slug == NULL || g_file_test (output, G_FILE_TEST_IS_DIR), &error))
    return fail (error);

  return close_and_print (store, "", 0);
}

static ExitStatus
run_export (int    argc,
            char **argv)
{
  g_autofree char *organisation = NULL;
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_autofree char *code = NULL;
  gboolean with_people = FALSE;
  const GOptionEntry entries[] = {
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &organisation, N_("The organisation; all when left out"), N_("SLUG") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("The format: json"), N_("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
      N_("The file, or the folder for more than one plan; - for standard output"), N_("PATH") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &code, N_("The language of labels: fi or en"), N_("CODE") },
    { "with-people", 0, 0, G_OPTION_ARG_NONE, &with_people, N_("Include names and contact details"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const AcademyLanguage *language;

  if (!parse (&argc, &argv, entries, 1,
              "export FILE [--organisation=SLUG] [--format=json] [--output=PATH] [--language=fi|en] [--with-people]"))
    return WRONG_USAGE;

  if (format != NULL && !g_str_equal (format, "json"))
    {
      complain (_("There is no format “%s”; choose json."), format);
      return WRONG_USAGE;
    }

  language = choose_language (code);
  if (language == NULL)
    return WRONG_USAGE;

  return export (argv[1], organisation, output, language, with_people);
}

static ExitStatus
run_check (int    argc,
           char **argv)
{
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  ExitStatus status;

  if (!parse (&argc, &argv, NULL, 1, "check FILE"))
    return WRONG_USAGE;

  store = academy_store_open (argv[1], &error);
  if (store == NULL || !academy_store_check (store, NULL, &findings, &error))
    return fail (error);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (findings, i));

  status = close_and_print (store, text->str, text->len);
  if (findings->len == 0)
    return status;

  complain (ngettext ("The file has %u fault.", "The file has %u faults.", findings->len), findings->len);
  return FAILED;
}

static const Command commands[] = {
  { "new", run_new },
  { "list", run_list },
  { "export", run_export },
  { "check", run_check },
};

static const Command *
find_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, word))
      return &commands[i];

  return NULL;
}

/**
 * academy_command_line_is_command:
 * @word: the first word after the name of the program
 *
 * Returns: whether @word is a command that needs no window
 */
gboolean
academy_command_line_is_command (const char *word)
{
  return find_command (word) != NULL;
}

/**
 * academy_command_line_run:
 * @argc: how many words there are
 * @argv: the words, beginning with the command
 *
 * Results go to standard output and messages to standard error.
 *
 * Returns: 0 when it is done, 1 when it failed, 2 when the words are wrong
 */
int
academy_command_line_run (int    argc,
                          char **argv)
{
  return find_command (argv[0])->run (argc, argv);
}
