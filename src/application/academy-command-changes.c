/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-command-line-private.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-instant.h"
#include "academy-kinds.h"
#include "academy-stamp.h"
#include "academy-what-changed.h"

/* The options as typed. */
typedef struct {
  gboolean since_sparring;
  gboolean since_baseline;

  /* Owned */
  char    *organisation;
  char    *format;
  char    *language;
  char    *since;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->organisation);
  g_free (options->format);
  g_free (options->language);
  g_free (options->since);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is written, as it is found. */
typedef struct {
  /* Owned */
  GString               *text;
  AcademyJsonWriter     *writer;
  GHashTable            *slugs;
  AcademyTranslations   *translations;

  /* Borrowed */
  AcademyStore          *store;
  const AcademyLanguage *language;
  const Options         *options;

  AcademyDay             day;
} Output;

static void
output_clear (Output *output)
{
  if (output->text != NULL)
    g_string_free (output->text, TRUE);
  g_clear_pointer (&output->writer, academy_json_writer_free);
  g_clear_pointer (&output->slugs, g_hash_table_unref);
  g_clear_pointer (&output->translations, academy_translations_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Output, output_clear)

static gboolean
find_baseline (Output      *output,
               const char  *organisation,
               gint64      *since,
               GError     **error)
{
  g_autoptr(GPtrArray) ids = academy_store_get_ids (output->store, &academy_baseline_kind, organisation, error);

  *since = 0;
  if (ids == NULL)
    return FALSE;

  return ids->len == 0 ||
         academy_what_changed_find_baseline (output->store, g_ptr_array_index (ids, ids->len - 1), since, error);
}

static void
write_line (Output               *output,
            const AcademyChanged *changed,
            const char           *slug)
{
  g_autofree char *slug_line = academy_command_dup_line (slug != NULL ? slug : "");
  g_autofree char *title_line = academy_command_dup_line (changed->title);
  g_autofree char *text_line = academy_command_dup_line (changed->text);

  g_string_append_printf (output->text, "%s\t%s\t%s\t%s\n", academy_changed_get_name (changed->type), slug_line, title_line,
                          text_line);
}

static void
write_object (Output               *output,
              const AcademyChanged *changed,
              const char           *slug,
              gint64                since)
{
  g_autofree char *stamp = since != 0 ? academy_stamp_to_text (since, NULL) : NULL;

  academy_json_writer_begin_object (output->writer);
  academy_command_write_member (output->writer, "type", academy_changed_get_name (changed->type));
  academy_command_write_member (output->writer, "organisation", slug);
  academy_command_write_member (output->writer, "kind", changed->kind->name);
  academy_command_write_member (output->writer, "field", changed->field != NULL ? changed->field->name : NULL);
  academy_command_write_member (output->writer, "id", changed->item);
  academy_command_write_member (output->writer, "title", changed->title);
  academy_command_write_member (output->writer, "before", changed->before);
  academy_command_write_member (output->writer, "after", changed->after);
  academy_command_write_member (output->writer, "since", stamp);
  academy_json_writer_member (output->writer, "exists");
  academy_json_writer_boolean (output->writer, changed->exists);
  academy_command_write_member (output->writer, "text", changed->text);
  academy_json_writer_end_object (output->writer);
}

static gboolean
write_changes (Output      *output,
               const char  *organisation,
               gint64       since,
               GError     **error)
{
  g_autoptr(GPtrArray) found =
    academy_what_changed_read (output->store, organisation, since, 0, FALSE, output->translations, output->language, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const AcademyChanged *changed = g_ptr_array_index (found, i);
      const char *slug = changed->organisation != NULL ? g_hash_table_lookup (output->slugs, changed->organisation) : NULL;

      if (output->writer != NULL)
        write_object (output, changed, slug, since);
      else
        write_line (output, changed, slug);
    }

  return found != NULL;
}

/* Writes the changes of each organisation since a moment of its own. */
static gboolean
write_each (Output  *output,
            GError **error)
{
  gboolean found_any = FALSE;
  g_autoptr(GPtrArray) ids = g_hash_table_get_keys_as_ptr_array (output->slugs);

  g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *organisation = g_ptr_array_index (ids, i);
      gint64 since = 0;

      if (!(output->options->since_sparring
              ? academy_what_changed_find_session (output->store, organisation, NULL, &since, error)
              : find_baseline (output, organisation, &since, error)))
        return FALSE;
      if (since == 0)
        continue;

      found_any = TRUE;
      if (!write_changes (output, organisation, since, error))
        return FALSE;
    }

  if (!found_any)
    g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                         output->options->since_sparring
                           ? _("No sparring session has been held; write its real time, or give a day with --since.")
                           : _("There is no baseline; set one, or give a day with --since."));
  return found_any;
}

static gboolean
write_all (Output  *output,
           GError **error)
{
  const Options *options = output->options;
  GDate day = academy_date_from_julian (output->day);
  gint64 since = output->day != 0 ? academy_instant_get_midnight (&day) : 0;
  GHashTableIter iterator;
  gpointer organisation = NULL;

  if (options->since_sparring || options->since_baseline)
    return write_each (output, error);

  if (options->organisation != NULL)
    {
      g_hash_table_iter_init (&iterator, output->slugs);
      g_hash_table_iter_next (&iterator, &organisation, NULL);
    }
  return write_changes (output, organisation, since, error);
}

/**
 * academy_command_changes:
 * @argc: the number of words
 * @argv: the words, beginning with the command
 *
 * Tells what changed, the most important first.
 *
 * Returns: the exit status
 */
AcademyExitStatus
academy_command_changes (int    argc,
                         char **argv)
{
  g_auto(Options) options = { FALSE };
  const GOptionEntry entries[] = {
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &options.organisation, N_("The organisation; all when left out"), N_("SLUG") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &options.since, N_("The first day whose changes are told"), N_("DATE") },
    { "since-sparring", 0, 0, G_OPTION_ARG_NONE, &options.since_sparring,
      N_("Tell what changed since the last sparring session"), NULL },
    { "since-baseline", 0, 0, G_OPTION_ARG_NONE, &options.since_baseline,
      N_("Tell what changed since the newest baseline"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("The format: text or json"), N_("FORMAT") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("The language of labels: fi or en"), N_("CODE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto(Output) output = { .options = &options };
  gboolean json;
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!academy_command_parse (&argc, &argv, entries, 1,
                              "changes FILE [--organisation=SLUG] [--since=DATE|--since-sparring|--since-baseline] "
                              "[--language=fi|en] [--format=text|json]"))
    return ACADEMY_EXIT_WRONG_USAGE;

  json = g_strcmp0 (options.format, "json") == 0;
  if (!json && options.format != NULL && !g_str_equal (options.format, "text"))
    {
      academy_command_complain (_("There is no format “%s”; choose text or json."), options.format);
      return ACADEMY_EXIT_WRONG_USAGE;
    }
  if ((options.since != NULL) + options.since_sparring + options.since_baseline > 1)
    {
      academy_command_complain (_("Choose one of --since, --since-sparring and --since-baseline."));
      return ACADEMY_EXIT_WRONG_USAGE;
    }
  output.language = academy_command_choose_language (options.language);
  if (output.language == NULL || !academy_command_choose_day (options.since, &output.day))
    return ACADEMY_EXIT_WRONG_USAGE;

  store = academy_command_open (argv[1], &error);
  output.store = store;
  output.slugs = store != NULL ? academy_command_find_slugs (store, options.organisation, &error) : NULL;
  if (output.slugs != NULL)
    output.translations = academy_translations_read (store, NULL, academy_language_get_code (output.language), &error);
  if (output.translations == NULL)
    return academy_command_fail (error);

  if (json)
    {
      output.writer = academy_json_writer_new ();
      academy_json_writer_begin_object (output.writer);
      academy_json_writer_member (output.writer, "changes");
      academy_json_writer_begin_array (output.writer);
    }
  else
    output.text = g_string_new (NULL);
  if (!write_all (&output, &error))
    return academy_command_fail (error);
  if (json)
    {
      academy_json_writer_end_array (output.writer);
      academy_json_writer_end_object (output.writer);
    }

  bytes = json ? academy_json_writer_free_to_bytes (g_steal_pointer (&output.writer))
               : g_string_free_to_bytes (g_steal_pointer (&output.text));
  return academy_command_close_and_print (store, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
