/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-command-line-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-attention.h"
#include "academy-date.h"

/* The options as typed. */
typedef struct {
  /* Owned */
  char *organisation;
  char *format;
  char *language;
  char *as_of;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->organisation);
  g_free (options->format);
  g_free (options->language);
  g_free (options->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
dup_date (AcademyDay day)
{
  return day != 0 ? academy_date_day_to_text (day) : g_strdup ("");
}

static const char *
get_slug (GHashTable                  *slugs,
          const AcademyAttentionEntry *entry)
{
  return entry->organisation != NULL ? g_hash_table_lookup (slugs, entry->organisation) : NULL;
}

static void
append_line (GString                     *text,
             const AcademyAttentionEntry *entry,
             const char                  *slug)
{
  g_autofree char *day = dup_date (entry->day);
  g_autofree char *slug_line = academy_command_dup_line (slug != NULL ? slug : "");
  g_autofree char *title_line = academy_command_dup_line (entry->title);
  g_autofree char *text_line = academy_command_dup_line (entry->text);

  g_string_append_printf (text, "%s\t%s\t%s\t%s\t%s\n", academy_urgency_get_name (entry->urgency), slug_line, day, title_line,
                          text_line);
}

static void
write_entry (AcademyJsonWriter           *writer,
             const AcademyAttentionEntry *entry,
             const char                  *slug)
{
  g_autofree char *day = dup_date (entry->day);

  academy_json_writer_begin_object (writer);
  academy_command_write_member (writer, "type", academy_attention_get_name (entry->type));
  academy_command_write_member (writer, "urgency", academy_urgency_get_name (entry->urgency));
  academy_command_write_member (writer, "organisation", slug);
  academy_command_write_member (writer, "kind", entry->kind->name);
  academy_command_write_member (writer, "id", entry->item);
  academy_command_write_member (writer, "day", day);
  academy_command_write_member (writer, "title", entry->title);
  academy_command_write_member (writer, "text", entry->text);
  academy_json_writer_end_object (writer);
}

static GBytes *
write_json (AcademyStore *store,
            GPtrArray    *entries,
            GHashTable   *slugs)
{
  g_autoptr(AcademyJsonWriter) writer = academy_json_writer_new ();
  g_autofree char *day = dup_date (academy_store_get_day (store));

  academy_json_writer_begin_object (writer);
  academy_command_write_member (writer, "as_of", day);
  academy_json_writer_member (writer, "attention");
  academy_json_writer_begin_array (writer);
  for (guint i = 0; i < entries->len; i++)
    write_entry (writer, g_ptr_array_index (entries, i), get_slug (slugs, g_ptr_array_index (entries, i)));
  academy_json_writer_end_array (writer);
  academy_json_writer_end_object (writer);

  return academy_json_writer_free_to_bytes (g_steal_pointer (&writer));
}

static GBytes *
write_lines (GPtrArray  *entries,
             GHashTable *slugs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    append_line (text, g_ptr_array_index (entries, i), get_slug (slugs, g_ptr_array_index (entries, i)));

  return g_string_free_to_bytes (text);
}

/**
 * academy_command_attention:
 * @argc: the number of words
 * @argv: the words, beginning with the command
 *
 * Lists what needs attention, the most urgent first.
 *
 * Returns: the exit status
 */
AcademyExitStatus
academy_command_attention (int    argc,
                           char **argv)
{
  g_auto(Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &options.organisation, N_("The organisation; all when left out"), N_("SLUG") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("The format: text or json"), N_("FORMAT") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("The language of labels: fi or en"), N_("CODE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("The day by which the plan is judged"), N_("DATE") },
    G_OPTION_ENTRY_NULL
  };
  const AcademyLanguage *language;
  gboolean json;
  AcademyDay day = 0;
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(GHashTable) slugs = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(AcademyAttention) attention = NULL;
  g_autoptr(GBytes) bytes = NULL;
  const char *only = NULL;

  if (!academy_command_parse (&argc, &argv, entries, 1,
                              "attention FILE [--organisation=SLUG] [--as-of=DATE] [--language=fi|en] [--format=text|json]"))
    return ACADEMY_EXIT_WRONG_USAGE;

  json = g_strcmp0 (options.format, "json") == 0;
  if (!json && options.format != NULL && !g_str_equal (options.format, "text"))
    {
      academy_command_complain (_("There is no format “%s”; choose text or json."), options.format);
      return ACADEMY_EXIT_WRONG_USAGE;
    }
  language = academy_command_choose_language (options.language);
  if (language == NULL || !academy_command_choose_day (options.as_of, &day))
    return ACADEMY_EXIT_WRONG_USAGE;

  store = academy_command_open (argv[1], &error);
  slugs = store != NULL ? academy_command_find_slugs (store, options.organisation, &error) : NULL;
  if (slugs == NULL)
    return academy_command_fail (error);

  if (day != 0)
    academy_store_set_status_date (store, day);
  if (options.organisation != NULL)
    {
      GHashTableIter iterator;

      g_hash_table_iter_init (&iterator, slugs);
      g_hash_table_iter_next (&iterator, (gpointer *) &only, NULL);
    }

  attention = academy_attention_new (store, only, 0, language);
  if (!academy_attention_read (attention, &error))
    return academy_command_fail (error);

  found = academy_attention_get_entries (attention);
  bytes = json ? write_json (store, found, slugs) : write_lines (found, slugs);
  return academy_command_close_and_print (store, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
