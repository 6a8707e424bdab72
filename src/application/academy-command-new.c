/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-command-line-private.h"

#include <glib/gi18n-lib.h>

#include "academy-cohort.h"
#include "academy-name-list.h"
#include "academy-template.h"

/* The options as typed. */
typedef struct {
  /* Owned */
  char     *template;
  char     *from;
  char     *start;
  char     *name;
  char     *organiser;
  char    **organisations;
  char     *language;
  gboolean  with_people;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->template);
  g_free (options->from);
  g_free (options->start);
  g_free (options->name);
  g_free (options->organiser);
  g_strfreev (options->organisations);
  g_free (options->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Refuses options that do not go together. */
static gboolean
check_options (const Options *options)
{
  const struct {
    const char *name;
    gboolean    given;
  } of_cohorts[] = {
    { "from", options->from != NULL },
    { "name", options->name != NULL },
    { "organiser", options->organiser != NULL },
    { "organisation", options->organisations != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_cohorts); i++)
    if (options->start == NULL && of_cohorts[i].given)
      {
        academy_command_complain (_("--%s needs the first day of the new programme; write it with --start."), of_cohorts[i].name);
        return FALSE;
      }

  if (options->from != NULL && options->template != NULL)
    {
      academy_command_complain (_("Choose either --from or --template."));
      return FALSE;
    }
  if (options->with_people && options->from == NULL)
    {
      academy_command_complain (_("--with-people is for a programme made from a file; name it with --from."));
      return FALSE;
    }

  return TRUE;
}

static GPtrArray *
read_source (const Options          *options,
             const AcademyLanguage  *language,
             GError                **error)
{
  g_autoptr(AcademyStore) store = NULL;

  if (options->from == NULL)
    return academy_cohort_read_template (options->template != NULL ? options->template : "empty", language, error);

  store = academy_store_open_to_look (options->from, error);
  return store != NULL ? academy_cohort_read (store, error) : NULL;
}

static void
tell_moves (GPtrArray *days)
{
  const AcademyLanguage *language = academy_language_get_default ();

  for (guint i = 0; i < days->len; i++)
    {
      const AcademyCohortDay *day = g_ptr_array_index (days, i);
      g_autofree char *title = academy_item_dup_title (day->item, language);
      g_autofree char *period = academy_cohort_day_dup_period (day, language);
      g_autofree char *reason = academy_cohort_day_dup_reason (day, language);

      if (reason != NULL)
        /* Translators: an event or a phase, when it is, and a sentence about why it was moved */
        academy_command_complain (_("“%s” is on %s. %s"), title, period, reason);
    }
}

/* Returns the content of a programme made after another, or of a template. */
static AcademyEdit *
create_content (const Options          *options,
                const AcademyLanguage  *language,
                GPtrArray             **days,
                GError                **error)
{
  g_autoptr(AcademyNameList) list = academy_name_list_new ();
  g_autofree char *remark = NULL;
  g_autofree char *warning = NULL;
  g_autoptr(GPtrArray) source = NULL;
  AcademyCohort cohort = {
    .name_fi = options->name,
    .organiser = options->organiser,
    .organisations = list->names,
    .with_people = options->with_people,
  };

  if (options->start == NULL)
    return academy_template_create_edit (options->template != NULL ? options->template : "empty", language, error);

  academy_command_choose_day (options->start, &cohort.start);
  for (guint i = 0; options->organisations != NULL && options->organisations[i] != NULL; i++)
    academy_name_list_add (list, options->organisations[i]);
  remark = academy_name_list_dup_remark (list);
  if (remark != NULL)
    academy_command_complain ("%s", remark);

  warning = academy_cohort_dup_warning (&cohort, academy_language_get_default ());
  if (warning != NULL)
    academy_command_complain ("%s", warning);

  source = read_source (options, language, error);
  return source != NULL ? academy_cohort_create_edit (source, &cohort, days, error) : NULL;
}

/**
 * academy_command_new:
 * @argc: the number of words
 * @argv: the words, beginning with the command
 *
 * Makes a programme file, from a template or after the example of another file.
 *
 * Returns: the exit status
 */
AcademyExitStatus
academy_command_new (int    argc,
                     char **argv)
{
  g_auto(Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &options.template, N_("What the programme holds: 2021, example or empty"),
      N_("NAME") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, N_("The programme file whose phases and events to take"), N_("FILE") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &options.start, N_("The first day, to which phases and events are moved"), N_("DATE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_("The name of the programme in Finnish"), N_("NAME") },
    { "organiser", 0, 0, G_OPTION_ARG_STRING, &options.organiser, N_("The organiser of the programme"), N_("NAME") },
    { "organisation", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.organisations, N_("The name of an organisation; may be repeated"),
      N_("NAME") },
    { "with-people", 0, 0, G_OPTION_ARG_NONE, &options.with_people, N_("Include names and contact details"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("The language of the example: fi or en"), N_("CODE") },
    G_OPTION_ENTRY_NULL
  };
  const AcademyLanguage *language;
  g_autoptr(GPtrArray) days = NULL;
  g_autoptr(AcademyEdit) content = NULL;
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(GError) error = NULL;
  AcademyDay start;

  if (!academy_command_parse (&argc, &argv, entries, 1,
                              "new FILE [--template=2021|example|empty|--from=FILE] [--start=DATE] [--name=NAME] "
                              "[--organiser=NAME] [--organisation=NAME …] [--with-people] [--language=fi|en]"))
    return ACADEMY_EXIT_WRONG_USAGE;

  language = academy_command_choose_language (options.language);
  if (language == NULL || !check_options (&options) || !academy_command_choose_day (options.start, &start))
    return ACADEMY_EXIT_WRONG_USAGE;

  content = create_content (&options, language, &days, &error);
  if (content == NULL && options.from == NULL)
    {
      academy_command_complain ("%s", error->message);
      return ACADEMY_EXIT_WRONG_USAGE;
    }

  store = content != NULL ? academy_store_create (argv[1], content, &error) : NULL;
  if (store == NULL)
    return academy_command_fail (error);

  if (days != NULL)
    tell_moves (days);
  return academy_command_close_and_print (store, "", 0);
}
