/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-command-line-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "academy-error.h"
#include "academy-files.h"
#include "academy-ical.h"
#include "academy-kinds.h"
#include "academy-paper.h"
#include "academy-picture.h"
#include "academy-plan-export.h"
#include "academy-translations.h"
#include "academy-vcard.h"

/* What a file has. */
typedef enum {
  PLAN,
  TIMELINE,
  CONTACTS,
  CALENDAR,
} Content;

/* The first is the default. */
static const struct {
  const char           *name;
  const char           *extension;
  Content               content;
  AcademyPictureFormat  picture;
} formats[] = {
  { "json", "json", PLAN },
  { "png", "png", TIMELINE, ACADEMY_PICTURE_PNG },
  { "svg", "svg", TIMELINE, ACADEMY_PICTURE_SVG },
  { "pdf", "pdf", TIMELINE, ACADEMY_PICTURE_PDF },
  { "vcard", "vcf", CONTACTS },
  { "ics", "ics", CALENDAR },
};

static const struct {
  const char      *name;
  AcademyGrouping  grouping;
} groupings[] = {
  { "none", ACADEMY_GROUPING_NONE },
  { "goal", ACADEMY_GROUPING_GOAL },
  { "owner", ACADEMY_GROUPING_OWNER },
};

/* The options as typed. */
typedef struct {
  /* Owned */
  char     *organisation;
  char     *format;
  char     *output;
  char     *language;
  char     *from;
  char     *to;
  char     *group_by;
  char     *baseline;
  char     *as_of;
  gboolean  with_people;
  gboolean  whole_programme;
  gboolean  with_archived;
} Options;

/* The parsed options. */
typedef struct {
  const Options       *options;
  guint                format;
  AcademyPaperOptions  paper;
  AcademyDay           as_of;
} Export;

static void
options_clear (Options *options)
{
  g_free (options->organisation);
  g_free (options->format);
  g_free (options->output);
  g_free (options->language);
  g_free (options->from);
  g_free (options->to);
  g_free (options->group_by);
  g_free (options->baseline);
  g_free (options->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Content
get_content (const Export *export)
{
  return formats[export->format].content;
}

/* Whether there is one file for all organisations. */
static gboolean
is_whole (const Export *export)
{
  Content content = get_content (export);

  return export->options->whole_programme ||
         ((content == CONTACTS || content == CALENDAR) && export->options->organisation == NULL);
}

/* Checks the short names, which become file names: each must be valid and unique. */
static gboolean
check_slugs (GPtrArray *organisations,
             GError   **error)
{
  const AcademyField *field = academy_kind_find_field (&academy_organisation_kind, "slug");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < organisations->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (organisations, i);
      const char *slug = academy_item_get_text (organisation, field->name);
      AcademyItem *other = slug != NULL ? g_hash_table_lookup (seen, slug) : NULL;
      g_autofree char *name = academy_item_dup_title (organisation, academy_language_get_default ());
      g_autofree char *other_name = NULL;

      if (slug == NULL || *slug == '\0' || !field->check (organisation, field, NULL))
        {
          g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                       _("The short name of “%s” cannot be that of a file: “%s”. Change it first."),
                       name, slug != NULL ? slug : "");
          return FALSE;
        }
      if (other == NULL)
        {
          g_hash_table_insert (seen, (gpointer) slug, organisation);
          continue;
        }

      other_name = academy_item_dup_title (other, academy_language_get_default ());
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                   _("“%s” and “%s” have the same short name, “%s”. Change one of them first."), other_name, name, slug);
      return FALSE;
    }

  return TRUE;
}

/* Returns all organisations, or the one with a short name, archived or not. */
static GPtrArray *
choose_organisations (AcademyStore  *store,
                      const Options *options,
                      GError       **error)
{
  const char *slug = options->organisation;
  g_autoptr(GPtrArray) all = academy_store_get_all (store, &academy_organisation_kind, NULL, error);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (all, i);

      if (slug != NULL ? g_strcmp0 (academy_item_get_text (organisation, "slug"), slug) == 0
                       : options->with_archived || !academy_item_get_flag (organisation, "archived"))
        g_ptr_array_add (chosen, g_object_ref (organisation));
    }

  if (all == NULL || !check_slugs (chosen, error))
    return NULL;
  if (slug == NULL || chosen->len == 1)
    return g_steal_pointer (&chosen);

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
               _("There is no organisation “%s”; “list” shows those there are."), slug);
  return NULL;
}

static gboolean
draw (const Export   *export,
      AcademyStore   *store,
      AcademyItem    *organisation,
      AcademyScratch *content,
      GError        **error)
{
  AcademyPaperOptions options = export->paper;
  g_autoptr(AcademyPaper) paper = NULL;

  options.organisation = organisation != NULL ? academy_item_get_id (organisation) : NULL;
  paper = academy_paper_new (store, &options, error);

  return paper != NULL &&
         academy_picture_make (ACADEMY_DOCUMENT (paper), formats[export->format].picture, content, NULL, error);
}

static gboolean
write_plan (const Export   *export,
            AcademyStore   *store,
            AcademyItem    *organisation,
            AcademyScratch *content,
            GError        **error)
{
  g_autoptr(GBytes) plan = academy_plan_export (store, organisation, export->paper.language, export->options->with_people, NULL,
                                                error);

  return plan != NULL &&
         academy_scratch_write (content, g_bytes_get_data (plan, NULL), g_bytes_get_size (plan), error);
}

static gboolean
write_contacts (const Export   *export,
                AcademyStore   *store,
                AcademyItem    *organisation,
                AcademyScratch *content,
                GError        **error)
{
  const char *id = organisation != NULL ? academy_item_get_id (organisation) : NULL;
  g_autoptr(GPtrArray) people = academy_vcard_find_people (store, id, error);
  g_autofree char *contacts = people != NULL ? academy_vcard_write (store, people, export->paper.language, error) : NULL;

  return contacts != NULL && academy_scratch_write (content, contacts, strlen (contacts), error);
}

static gboolean
write_calendar (const Export   *export,
                AcademyStore   *store,
                AcademyItem    *organisation,
                AcademyScratch *content,
                GError        **error)
{
  guint n_left_out;
  g_autofree char *left_out = NULL;
  g_autofree char *calendar =
    academy_ical_write (store, organisation != NULL ? academy_item_get_id (organisation) : NULL, export->options->with_archived,
                        export->paper.language, &n_left_out, error);

  if (calendar == NULL)
    return FALSE;

  left_out = academy_ical_tell_left_out (n_left_out);
  if (*left_out != '\0')
    academy_command_complain ("%s", left_out);
  return academy_scratch_write (content, calendar, strlen (calendar), error);
}

/* Creates the content of one file for each organisation, or of a single one for
 * the programme. */
static GPtrArray *
create_contents (const Export *export,
                 AcademyStore *store,
                 GPtrArray    *organisations,
                 GPtrArray    *files,
                 GError      **error)
{
  static gboolean (* const write[]) (const Export   *export,
                                     AcademyStore   *store,
                                     AcademyItem    *organisation,
                                     AcademyScratch *content,
                                     GError        **error) = {
    [PLAN] = write_plan,
    [TIMELINE] = draw,
    [CONTACTS] = write_contacts,
    [CALENDAR] = write_calendar,
  };
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_scratch_unref);

  for (guint i = 0; i < files->len; i++)
    {
      AcademyItem *organisation = organisations != NULL ? g_ptr_array_index (organisations, i) : NULL;
      AcademyScratch *content = academy_scratch_new (g_ptr_array_index (files, i), error);

      if (content == NULL)
        return NULL;

      g_ptr_array_add (contents, content);
      if (!write[get_content (export)] (export, store, organisation, content, error) ||
          !academy_scratch_flush (content, error))
        return NULL;
    }

  return g_steal_pointer (&contents);
}

/* Returns the paths to write to; %NULL for standard output. */
static GPtrArray *
choose_files (const Export *export,
              GPtrArray    *organisations,
              gboolean      to_output,
              GError      **error)
{
  const char *output = export->options->output;
  gboolean is_folder = !to_output && g_file_test (output, G_FILE_TEST_IS_DIR);
  gboolean wants_folder = organisations != NULL && export->options->organisation == NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  if (wants_folder && !is_folder && !to_output)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                   _("There is no folder “%s”. Make it first."), output);
      return NULL;
    }

  for (guint i = 0; i < (organisations != NULL ? organisations->len : 1); i++)
    {
      const char *stem = organisations != NULL ? academy_item_get_text (g_ptr_array_index (organisations, i), "slug")
                         : get_content (export) == CONTACTS ? academy_person_kind.plural : academy_programme_kind.name;
      g_autofree char *name = g_strconcat (stem, ".", formats[export->format].extension, NULL);

      if (to_output)
        g_ptr_array_add (files, NULL);
      else
        g_ptr_array_add (files, is_folder ? g_build_filename (output, name, NULL) : g_strdup (output));
    }

  return g_steal_pointer (&files);
}

static gboolean
write_contents (const Export *export,
                const char   *programme,
                GPtrArray    *files,
                GPtrArray    *contents,
                gboolean      to_output,
                GError      **error)
{
  if (to_output)
    return academy_scratch_copy (g_ptr_array_index (contents, 0), STDOUT_FILENO, "/dev/stdout", error);

  return academy_files_write (programme, files, contents,
                              export->options->with_people ? ACADEMY_FILES_PRIVATE : ACADEMY_FILES_DEFAULT, error);
}

/* Tells which texts an output shows in another language than its own. */
static gboolean
tell_missing (const Export *export,
              AcademyStore *store,
              GPtrArray    *organisations,
              GError      **error)
{
  AcademyTranslationScope scope = export->format == 0 ? ACADEMY_TRANSLATION_ALL : ACADEMY_TRANSLATION_TIMELINE;

  for (guint i = 0; i < (organisations != NULL ? organisations->len : 1); i++)
    {
      AcademyItem *organisation = organisations != NULL ? g_ptr_array_index (organisations, i) : NULL;
      g_autofree char *sentence =
        academy_translations_tell_missing (store, organisation != NULL ? academy_item_get_id (organisation) : NULL,
                                           export->paper.language, scope, error);

      if (sentence == NULL)
        return FALSE;
      if (*sentence == '\0')
        continue;

      if (organisation != NULL)
        academy_command_complain ("%s: %s", academy_item_get_text (organisation, "slug"), sentence);
      else
        academy_command_complain ("%s", sentence);
    }

  return TRUE;
}

static AcademyExitStatus
run (const Export *export,
     const char   *path)
{
  const Options *options = export->options;
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = academy_command_open (path, &error);
  g_autoptr(GPtrArray) organisations = NULL;
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GPtrArray) contents = NULL;
  gboolean to_output = options->output == NULL || g_str_equal (options->output, "-");

  if (store == NULL)
    return academy_command_fail (error);

  if (export->as_of != 0)
    academy_store_set_status_date (store, export->as_of);
  if (!is_whole (export))
    {
      organisations = choose_organisations (store, options, &error);
      if (organisations == NULL)
        return academy_command_fail (error);
    }

  if (to_output && organisations != NULL && organisations->len != 1)
    {
      academy_command_complain (_("Choose a folder with --output, or one organisation with --organisation."));
      return ACADEMY_EXIT_WRONG_USAGE;
    }

  files = choose_files (export, organisations, to_output, &error);
  contents = files != NULL ? create_contents (export, store, organisations, files, &error) : NULL;
  if (contents == NULL ||
      (get_content (export) != CALENDAR && !tell_missing (export, store, organisations, &error)))
    return academy_command_fail (error);

  /* Close the store before writing, so that it is closed even if nobody reads the
   * output to its end. */
  if ((to_output && !academy_files_check_output (academy_store_get_path (store), &error)) ||
      !academy_store_close (store, &error) || !write_contents (export, path, files, contents, to_output, &error))
    return academy_command_fail (error);

  return ACADEMY_EXIT_DONE;
}

static gboolean
choose_format (Export *export)
{
  const char *name = export->options->format;

  for (export->format = 0; name != NULL && export->format < G_N_ELEMENTS (formats); export->format++)
    if (g_str_equal (formats[export->format].name, name))
      break;
  if (export->format < G_N_ELEMENTS (formats))
    return TRUE;

  academy_command_complain (_("There is no format “%s”; choose json, png, svg, pdf, vcard or ics."), name);
  return FALSE;
}

/* Refuses options that do not apply to the format. */
static gboolean
check_options (const Export *export)
{
  const Options *options = export->options;
  const struct {
    const char *name;
    gboolean    given;
  } of_timelines[] = {
    { "whole-programme", options->whole_programme },
    { "from", options->from != NULL },
    { "to", options->to != NULL },
    { "group-by", options->group_by != NULL },
    { "baseline", options->baseline != NULL },
    { "as-of", options->as_of != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_timelines); i++)
    if (get_content (export) != TIMELINE && of_timelines[i].given)
      {
        academy_command_complain (_("--%s is for timelines; choose png, svg or pdf with --format."), of_timelines[i].name);
        return FALSE;
      }

  if ((get_content (export) == TIMELINE || get_content (export) == CALENDAR) && options->with_people)
    {
      academy_command_complain (_("--with-people is for plans and contacts; choose json or vcard with --format."));
      return FALSE;
    }
  if (get_content (export) == CONTACTS && !options->with_people)
    {
      academy_command_complain (_("Contacts are the names and contact details of people; add --with-people to export them."));
      return FALSE;
    }
  if (options->with_archived && (options->whole_programme || options->organisation != NULL))
    {
      academy_command_complain (_("--with-archived is for the plans or timelines of all organisations."));
      return FALSE;
    }
  if (options->whole_programme && (options->organisation != NULL || options->group_by != NULL))
    {
      academy_command_complain (_("--whole-programme goes with neither --organisation nor --group-by."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
choose_range (Export *export)
{
  if (!academy_command_choose_day (export->options->from, &export->paper.from) ||
      !academy_command_choose_day (export->options->to, &export->paper.to))
    return FALSE;
  if (export->paper.from == 0 || export->paper.to == 0 || export->paper.from <= export->paper.to)
    return TRUE;

  academy_command_complain (_("%s is after %s; choose other dates with --from and --to."), export->options->from,
                            export->options->to);
  return FALSE;
}

static gboolean
choose_grouping (Export *export)
{
  const char *name = export->options->group_by;

  if (name == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (g_str_equal (groupings[i].name, name))
      {
        export->paper.grouping = groupings[i].grouping;
        return TRUE;
      }

  academy_command_complain (_("There is no grouping “%s”; choose none, goal or owner."), name);
  return FALSE;
}

/**
 * academy_command_export:
 * @argc: the number of words
 * @argv: the words, beginning with the command
 *
 * Exports plans as JSON, timelines as PNG, SVG or PDF, people as vCards, or a
 * calendar.
 *
 * Returns: the exit status
 */
AcademyExitStatus
academy_command_export (int    argc,
                        char **argv)
{
  g_auto(Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &options.organisation, N_("The organisation; all when left out"), N_("SLUG") },
    { "whole-programme", 0, 0, G_OPTION_ARG_NONE, &options.whole_programme, N_("One timeline of all organisations"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_("The format: json for plans; png, svg or pdf for timelines; vcard for people; ics for calendars"), N_("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("The file, or the folder for more than one plan; - for standard output"), N_("PATH") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language,
      N_("The language of labels and translated texts: fi or en"), N_("CODE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("The first day of the timeline"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("The last day of the timeline"), N_("DATE") },
    { "group-by", 0, 0, G_OPTION_ARG_STRING, &options.group_by, N_("How measures are grouped: none, goal or owner"), N_("GROUP") },
    { "baseline", 0, 0, G_OPTION_ARG_STRING, &options.baseline, N_("The baseline to compare with"), N_("TITLE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("The day by which the plan is judged"), N_("DATE") },
    { "with-people", 0, 0, G_OPTION_ARG_NONE, &options.with_people, N_("Include names and contact details"), NULL },
    { "with-archived", 0, 0, G_OPTION_ARG_NONE, &options.with_archived, N_("Include archived organisations"), NULL },
    G_OPTION_ENTRY_NULL
  };
  Export export = { .options = &options };

  if (!academy_command_parse (&argc, &argv, entries, 1,
                              "export FILE [--organisation=SLUG|--whole-programme] [--format=json|png|svg|pdf|vcard|ics] "
                              "[--output=PATH] "
                              "[--language=fi|en] [--from=DATE] [--to=DATE] [--group-by=none|goal|owner] [--baseline=TITLE] "
                               "[--as-of=DATE] [--with-people] [--with-archived]"))
    return ACADEMY_EXIT_WRONG_USAGE;

  export.paper.language = academy_command_choose_language (options.language);
  if (export.paper.language == NULL || !choose_format (&export) || !check_options (&export) || !choose_range (&export) ||
      !choose_grouping (&export) || !academy_command_choose_day (options.as_of, &export.as_of))
    return ACADEMY_EXIT_WRONG_USAGE;

  export.paper.baseline = options.baseline;
  return run (&export, argv[1]);
}
