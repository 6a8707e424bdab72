/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-command-line-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "academy-brief.h"
#include "academy-files.h"
#include "academy-picture.h"
#include "academy-report-document.h"
#include "academy-report-text.h"
#include "academy-session-summary.h"
#include "academy-wrap-up.h"

/* No session was typed. */
#define NO_SESSION G_MININT

/* The options as typed. */
typedef struct {
  /* Owned */
  char *organisation;
  char *reader;
  char *what;
  char *format;
  char *language;
  char *output;
  char *as_of;

  int   session;
} Options;

/* The formats; a text form that is not one stands for PDF. */
static const struct {
  const char        *name;
  AcademyReportForm  form;
} formats[] = {
  { "pdf", ACADEMY_N_REPORT_FORMS },
  { "md", ACADEMY_REPORT_MARKDOWN },
  { "html", ACADEMY_REPORT_HTML_PAGE },
};

static void
options_clear (Options *options)
{
  g_free (options->organisation);
  g_free (options->reader);
  g_free (options->what);
  g_free (options->format);
  g_free (options->language);
  g_free (options->output);
  g_free (options->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_summary (const Options *options)
{
  return g_strcmp0 (options->what, "summary") == 0;
}

/* A brief is of the next session, and a summary of the last one that was held. */
static AcademyItem *
find_session (AcademyStore   *store,
              const Options  *options,
              const char     *organisation,
              GError        **error)
{
  AcademyItem *session = NULL;

  if (is_summary (options) && options->session == NO_SESSION)
    session = academy_wrap_up_find_session (store, organisation, error);
  if (session != NULL || *error != NULL)
    return session;

  return academy_brief_find_session (store, organisation, options->session != NO_SESSION ? options->session : ACADEMY_UNSET, error);
}

static AcademyReport *
create_brief (AcademyStore           *store,
              const Options          *options,
              gboolean                for_mentor,
              const AcademyLanguage  *language,
              GError                **error)
{
  g_autoptr(GHashTable) organisations = academy_command_find_slugs (store, options->organisation, error);
  g_autoptr(AcademyItem) session = NULL;
  GHashTableIter iterator;
  gpointer organisation;

  if (organisations == NULL)
    return NULL;

  g_hash_table_iter_init (&iterator, organisations);
  g_hash_table_iter_next (&iterator, &organisation, NULL);
  session = find_session (store, options, organisation, error);
  if (session != NULL && is_summary (options))
    return academy_session_summary_create (store, session, language, error);

  return session != NULL ? academy_brief_create (store, academy_item_get_id (session), for_mentor, language, error) : NULL;
}

static gboolean
write_brief (AcademyReport      *report,
             AcademyReportForm   form,
             AcademyScratch     *content,
             GError            **error)
{
  g_autoptr(AcademyReportDocument) document = NULL;
  g_autofree char *text = NULL;

  if (form == ACADEMY_N_REPORT_FORMS)
    {
      document = academy_report_document_new (report, &academy_geometry_brief);
      return academy_picture_make (ACADEMY_DOCUMENT (document), ACADEMY_PICTURE_PDF, content, NULL, error) &&
             academy_scratch_flush (content, error);
    }

  text = academy_report_dup_text (report, form);
  return academy_scratch_write (content, text, strlen (text), error) && academy_scratch_flush (content, error);
}

static AcademyExitStatus
run (const char            *path,
     const Options         *options,
     gboolean               for_mentor,
     AcademyReportForm      form,
     const AcademyLanguage *language,
     AcademyDay             as_of)
{
  gboolean to_output = options->output == NULL || g_str_equal (options->output, "-");
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = academy_command_open (path, &error);
  g_autoptr(AcademyReport) report = NULL;
  g_autoptr(AcademyScratch) content = NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  g_autoptr(GPtrArray) contents = g_ptr_array_new ();

  if (store == NULL)
    return academy_command_fail (error);

  if (as_of != 0)
    academy_store_set_status_date (store, as_of);
  report = create_brief (store, options, for_mentor, language, &error);
  content = report != NULL ? academy_scratch_new (to_output ? NULL : options->output, &error) : NULL;
  if (content == NULL || !write_brief (report, form, content, &error))
    return academy_command_fail (error);

  g_ptr_array_add (files, options->output);
  g_ptr_array_add (contents, content);
  if ((to_output && !academy_files_check_output (path, &error)) || !academy_store_close (store, &error) ||
      !(to_output ? academy_scratch_copy (content, STDOUT_FILENO, "/dev/stdout", &error)
                  : academy_files_write (path, files, contents, for_mentor ? ACADEMY_FILES_PRIVATE : ACADEMY_FILES_DEFAULT,
                                         &error)))
    return academy_command_fail (error);

  return ACADEMY_EXIT_DONE;
}

/**
 * academy_command_brief:
 * @argc: the number of words
 * @argv: the words, beginning with the command
 *
 * Writes the brief of a sparring session as PDF, Markdown or HTML.
 *
 * Returns: the exit status
 */
AcademyExitStatus
academy_command_brief (int    argc,
                       char **argv)
{
  g_auto(Options) options = { .session = NO_SESSION };
  const GOptionEntry entries[] = {
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &options.organisation, N_("The organisation"), N_("SLUG") },
    { "session", 0, 0, G_OPTION_ARG_INT, &options.session,
      N_("The number of the session; the next one when left out"), N_("NUMBER") },
    { "what", 0, 0, G_OPTION_ARG_STRING, &options.what,
      N_("What to write: brief, before a session, or summary, after it"), N_("WHAT") },
    { "for", 0, 0, G_OPTION_ARG_STRING, &options.reader,
      N_("Who reads it: organisation, or mentor with what only the mentor may see"), N_("READER") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("The format: pdf, md or html"), N_("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_("The file; - for standard output"), N_("PATH") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language,
      N_("The language of labels and translated texts: fi or en"), N_("CODE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("The day by which the plan is judged"), N_("DATE") },
    G_OPTION_ENTRY_NULL
  };
  const AcademyLanguage *language;
  AcademyDay as_of = 0;
  gboolean for_mentor;
  guint format = 0;

  if (!academy_command_parse (&argc, &argv, entries, 1,
                              "brief FILE --organisation=SLUG [--session=N] [--what=brief|summary] [--for=organisation|mentor] "
                              "[--format=pdf|md|html] [--language=fi|en] [--as-of=DATE] [--output=PATH]"))
    return ACADEMY_EXIT_WRONG_USAGE;

  if (options.organisation == NULL)
    {
      academy_command_complain (_("Choose an organisation with --organisation."));
      return ACADEMY_EXIT_WRONG_USAGE;
    }
  if (options.session < 1 && options.session != NO_SESSION)
    {
      academy_command_complain (_("Sessions are numbered from 1."));
      return ACADEMY_EXIT_WRONG_USAGE;
    }
  if (options.what != NULL && !is_summary (&options) && !g_str_equal (options.what, "brief"))
    {
      academy_command_complain (_("There is no “%s”; choose brief or summary."), options.what);
      return ACADEMY_EXIT_WRONG_USAGE;
    }
  for_mentor = g_strcmp0 (options.reader, "mentor") == 0;
  if (!for_mentor && options.reader != NULL && !g_str_equal (options.reader, "organisation"))
    {
      academy_command_complain (_("There is no brief for “%s”; choose organisation or mentor."), options.reader);
      return ACADEMY_EXIT_WRONG_USAGE;
    }
  if (for_mentor && is_summary (&options))
    {
      academy_command_complain (_("A summary is for the organisation; leave out --for=mentor."));
      return ACADEMY_EXIT_WRONG_USAGE;
    }
  while (options.format != NULL && format < G_N_ELEMENTS (formats) && !g_str_equal (formats[format].name, options.format))
    format++;
  if (format == G_N_ELEMENTS (formats))
    {
      academy_command_complain (_("There is no format “%s”; choose pdf, md or html."), options.format);
      return ACADEMY_EXIT_WRONG_USAGE;
    }
  language = academy_command_choose_language (options.language);
  if (language == NULL || !academy_command_choose_day (options.as_of, &as_of))
    return ACADEMY_EXIT_WRONG_USAGE;

  return run (argv[1], &options, for_mentor, formats[format].form, language, as_of);
}
