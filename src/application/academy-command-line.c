/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-command-line-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <string.h>

#include "academy-check.h"
#include "academy-date.h"
#include "academy-error.h"
#include "academy-files.h"
#include "academy-kinds.h"

typedef struct {
  const char         *name;
  AcademyExitStatus (*run) (int    argc,
                            char **argv);
} Command;

/* Returns a text for one line of a terminal: white space becomes spaces, and
 * control characters are removed. */
char *
academy_command_dup_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *next = valid; *next != '\0'; next = g_utf8_next_char (next))
    {
      gunichar character = g_utf8_get_char (next);

      if (g_unichar_isspace (character))
        g_string_append_c (line, ' ');
      else if (!g_unichar_iscntrl (character))
        g_string_append_unichar (line, character);
    }

  return g_string_free_and_steal (line);
}

void
academy_command_complain (const char *format,
                          ...)
{
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  line = academy_command_dup_line (message);
  g_printerr (GETTEXT_PACKAGE ": %s\n", line);
}

AcademyExitStatus
academy_command_fail (GError *error)
{
  academy_command_complain ("%s", error->message);
  return ACADEMY_EXIT_FAILED;
}

static void
failed_cb (AcademyStore *store,
           GError       *error)
{
  academy_command_complain ("%s", error->message);
}

/* Opens a file and prints the faults found while reading, which do not end the
 * command. */
AcademyStore *
academy_command_open (const char  *path,
                      GError     **error)
{
  AcademyStore *store = academy_store_open (path, error);

  if (store != NULL)
    g_signal_connect (store, "failed", G_CALLBACK (failed_cb), NULL);
  return store;
}

/* Returns the short names of all organisations by their ids, or of the one with a
 * short name. */
GHashTable *
academy_command_find_slugs (AcademyStore *store,
                            const char   *slug,
                            GError      **error)
{
  g_autoptr(GPtrArray) all = academy_store_get_all (store, &academy_organisation_kind, NULL, error);
  g_autoptr(GHashTable) slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (all, i);
      const char *name = academy_item_get_text (organisation, "slug");

      if (slug == NULL || g_strcmp0 (name, slug) == 0)
        g_hash_table_insert (slugs, g_strdup (academy_item_get_id (organisation)), g_strdup (name != NULL ? name : ""));
    }

  if (all == NULL)
    return NULL;
  if (slug == NULL || g_hash_table_size (slugs) > 0)
    return g_steal_pointer (&slugs);

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
               _("There is no organisation “%s”; “list” shows those there are."), slug);
  return NULL;
}

/* Writes a member of an object; null for an empty text. */
void
academy_command_write_member (AcademyJsonWriter *writer,
                              const char        *name,
                              const char        *text)
{
  academy_json_writer_member (writer, name);
  if (text != NULL && *text != '\0')
    academy_json_writer_string (writer, text);
  else
    academy_json_writer_null (writer);
}

/* Parses the options of a command and checks the number of other words. */
gboolean
academy_command_parse (int                 *argc,
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
      academy_command_complain ("%s", error->message);
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

  academy_command_complain (_("Usage: %s %s"), GETTEXT_PACKAGE, usage);
  return FALSE;
}

/* Closes the store before printing, so that it is closed even if nobody reads the
 * output to its end. */
AcademyExitStatus
academy_command_close_and_print (AcademyStore *store,
                                 const char   *text,
                                 gsize         length)
{
  g_autoptr(GError) error = NULL;

  if (!academy_files_check_output (academy_store_get_path (store), &error) || !academy_store_close (store, &error))
    return academy_command_fail (error);
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return ACADEMY_EXIT_DONE;

  academy_command_complain (_("Standard output cannot be written: %s"), g_strerror (errno));
  return ACADEMY_EXIT_FAILED;
}

/* Returns the language called @code, or that of the interface for %NULL; prints
 * an error otherwise. */
const AcademyLanguage *
academy_command_choose_language (const char *code)
{
  g_autoptr(GError) error = NULL;
  const AcademyLanguage *language =
    code != NULL ? academy_language_get (code, &error) : academy_language_get_default ();

  if (language == NULL)
    academy_command_complain ("%s", error->message);
  return language;
}

/* Parses a day; no text leaves @day as it is. Prints an error otherwise. */
gboolean
academy_command_choose_day (const char *text,
                            AcademyDay *day)
{
  GDate date;

  if (text == NULL)
    return TRUE;
  if (!academy_date_from_text (text, &date, NULL))
    {
      academy_command_complain (_("“%s” is not a date; write dates as 2021-10-19."), text);
      return FALSE;
    }

  *day = g_date_get_julian (&date);
  return TRUE;
}

static gboolean
append_organisation (GString       *text,
                     AcademyStore  *store,
                     AcademyItem   *organisation,
                     GError       **error)
{
  static const AcademyKind * const counted[] = { &academy_goal_kind, &academy_measure_kind };
  const char *slug = academy_item_get_text (organisation, "slug");
  g_autofree char *name = academy_item_dup_title (organisation, academy_language_get_default ());
  g_autofree char *slug_line = academy_command_dup_line (slug != NULL ? slug : "");
  g_autofree char *name_line = academy_command_dup_line (name);

  g_string_append_printf (text, "%s\t%s", slug_line, name_line);
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

static AcademyExitStatus
run_list (int    argc,
          char **argv)
{
  gboolean with_archived = FALSE;
  const GOptionEntry entries[] = {
    { "with-archived", 0, 0, G_OPTION_ARG_NONE, &with_archived, N_("Include archived organisations"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(GPtrArray) organisations = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  if (!academy_command_parse (&argc, &argv, entries, 1, "list FILE [--with-archived]"))
    return ACADEMY_EXIT_WRONG_USAGE;

  store = academy_command_open (argv[1], &error);
  if (store == NULL)
    return academy_command_fail (error);

  organisations = academy_store_get_all (store, &academy_organisation_kind, NULL, &error);
  if (organisations == NULL)
    return academy_command_fail (error);

  for (guint i = 0; i < organisations->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (organisations, i);

      if ((with_archived || !academy_item_get_flag (organisation, "archived")) &&
          !append_organisation (text, store, organisation, &error))
        return academy_command_fail (error);
    }

  return academy_command_close_and_print (store, text->str, text->len);
}

static AcademyExitStatus
run_check (int    argc,
           char **argv)
{
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  AcademyExitStatus status;

  if (!academy_command_parse (&argc, &argv, NULL, 1, "check FILE"))
    return ACADEMY_EXIT_WRONG_USAGE;

  store = academy_store_open_to_look (argv[1], &error);
  if (store == NULL || !academy_store_check (store, NULL, &findings, &error))
    return academy_command_fail (error);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = academy_command_dup_line (g_ptr_array_index (findings, i));

      g_string_append_printf (text, "%s\n", line);
    }

  status = academy_command_close_and_print (store, text->str, text->len);
  if (findings->len == 0)
    return status;

  academy_command_complain (ngettext ("The file has %u fault.", "The file has %u faults.", findings->len), findings->len);
  return ACADEMY_EXIT_FAILED;
}

static const Command commands[] = {
  { "new", academy_command_new },
  { "list", run_list },
  { "export", academy_command_export },
  { "attention", academy_command_attention },
  { "brief", academy_command_brief },
  { "changes", academy_command_changes },
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

static char *
dup_names (void)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_strv_builder_add (builder, commands[i].name);

  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

/**
 * academy_command_line_check:
 * @argc: the number of words
 * @argv: the words on the command line
 *
 * Prints an error for a word that is neither an option, a file nor a command. The
 * window tells about a path that does not exist, if there can be a window.
 *
 * Returns: 0, or 2 when a word is wrong
 */
int
academy_command_line_check (int    argc,
                            char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (argv[i]);
      g_autofree char *names = dup_names ();

      if (argv[i][0] == '-' || (argv[i][0] != '\0' && g_file_query_exists (file, NULL)) ||
          (strchr (argv[i], G_DIR_SEPARATOR) != NULL && gtk_init_check ()))
        continue;

      if (find_command (argv[i]) != NULL)
        academy_command_complain (_("“%s” is a command and comes before the file."), argv[i]);
      else
        academy_command_complain (_("“%s” is neither a file nor a command. The commands are: %s."), argv[i], names);
      return ACADEMY_EXIT_WRONG_USAGE;
    }

  return ACADEMY_EXIT_DONE;
}

/**
 * academy_command_line_check_display:
 *
 * Prints an error when there is no display, and names the commands that need
 * none.
 *
 * Returns: 0, or 1 when there is none
 */
int
academy_command_line_check_display (void)
{
  g_autofree char *names = dup_names ();

  if (gtk_init_check ())
    return ACADEMY_EXIT_DONE;

  academy_command_complain (_("There is no display to open a window on. Commands that need none: %s."), names);
  return ACADEMY_EXIT_FAILED;
}

/**
 * academy_command_line_run:
 * @argc: the number of words
 * @argv: the words, beginning with the command
 *
 * Results go to standard output and messages to standard error.
 *
 * Returns: 0 on success, 1 after an error, 2 when the words are wrong
 */
int
academy_command_line_run (int    argc,
                          char **argv)
{
  return find_command (argv[0])->run (argc, argv);
}
