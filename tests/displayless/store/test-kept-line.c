/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <utime.h>

#include "academy-backup-private.h"
#include "academy-kept-line.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-test.h"

#define SESSION          "5b0b2f6e-9d0c-4c57-8f0e-3d1f6f1f0a11"
#define OTHER            "0e3a9f52-77b1-4c53-9c1e-6c6f1d1b2a22"
#define NOTE             "9c1f7a64-2e5d-4f0b-a6b3-8a7d5e4c3b33"
#define PAUSE_US         (1000 * G_TIME_SPAN_MILLISECOND)
#define PATIENCE_SECONDS 10

static char *
get_folder (AcademyTest *test)
{
  g_autofree char *programme = academy_backup_get_programme (test->store, NULL);

  return academy_backup_get_folder (programme);
}

static char *
get_path (AcademyTest *test,
          const char  *session)
{
  g_autofree char *folder = get_folder (test);

  return g_strdup_printf ("%s/%s.typed", folder, session);
}

static void
wait_until (const char *path,
            gboolean    exists)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;

  while (g_file_test (path, G_FILE_TEST_EXISTS) != exists && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, exists);
}

/* As a program that starts again does. */
static void
assert_found (AcademyTest *test,
              const char  *session,
              const char  *line,
              const char  *note,
              const char  *change)
{
  g_autoptr(AcademyKeptLine) kept = academy_kept_line_new (test->store, session);
  g_autofree char *found_line = NULL;
  g_autofree char *found_note = NULL;
  g_autofree char *found_change = NULL;

  g_assert_cmpint (academy_kept_line_find (kept, &found_line, &found_note, &found_change), ==,
                   line != NULL || change != NULL);
  g_assert_cmpstr (found_line, ==, line);
  g_assert_cmpstr (found_note, ==, note);
  g_assert_cmpstr (found_change, ==, change);
}

static void
assert_mode (const char *path,
             mode_t      mode)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, mode);
}

static void
type (AcademyTest *test,
      const char  *session,
      const char  *line)
{
  g_autoptr(AcademyKeptLine) kept = academy_kept_line_new (test->store, session);

  academy_kept_line_set (kept, line, NULL, NULL);
}

/* A second after the last key, and gone as soon as nothing is typed. */
static void
test_pause (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyKeptLine) kept = academy_kept_line_new (test->store, SESSION);
  g_autofree char *folder = get_folder (test);
  g_autofree char *path = get_path (test, SESSION);
  gint64 begin = g_get_monotonic_time ();

  assert_found (test, SESSION, NULL, NULL, NULL);
  academy_kept_line_set (kept, "They f", NULL, NULL);
  academy_kept_line_set (kept, "They fear", NULL, NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  wait_until (path, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, PAUSE_US - G_TIME_SPAN_MILLISECOND);
  assert_found (test, SESSION, "They fear", NULL, NULL);
  assert_found (test, OTHER, NULL, NULL, NULL);
  assert_mode (path, 0600);
  assert_mode (folder, 0700);

  academy_kept_line_set (kept, "They fear us", NULL, NULL);
  academy_kept_line_flush (kept);
  assert_found (test, SESSION, "They fear us", NULL, NULL);
  academy_kept_line_set (kept, "They fear", NULL, NULL);
  academy_kept_line_flush (kept);

  /* The text of an entry is replaced by none and another. */
  academy_kept_line_set (kept, "", NULL, NULL);
  academy_kept_line_set (kept, "They fear the market", NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE));
  assert_found (test, SESSION, "They fear", NULL, NULL);

  academy_kept_line_set (kept, NULL, NULL, NULL);
  wait_until (path, FALSE);
  assert_found (test, SESSION, NULL, NULL, NULL);
}

/* Whoever leaves a session does not wait for a second. */
static void
test_leave (AcademyTest   *test,
            gconstpointer  data)
{
  type (test, SESSION, "They fear");
  assert_found (test, SESSION, "They fear", NULL, NULL);
  type (test, SESSION, NULL);
  assert_found (test, SESSION, NULL, NULL, NULL);
}

/* Whatever is typed is found as it was. */
static void
test_texts (AcademyTest   *test,
            gconstpointer  data)
{
  static const char * const texts[] = { "!/p päättäjä: ”ei”", "  [typed]", "a=b;c\\n\\", "👩‍💻", "@osto 12.2. lähettää" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AcademyKeptLine *kept = academy_kept_line_new (test->store, SESSION);

      academy_kept_line_set (kept, texts[i], NOTE, texts[G_N_ELEMENTS (texts) - 1 - i]);
      academy_kept_line_free (kept);
      assert_found (test, SESSION, texts[i], NOTE, texts[G_N_ELEMENTS (texts) - 1 - i]);
    }
}

/* An id from a file does not lead out of the folder, and a damaged file is none. */
static void
test_hostile (AcademyTest   *test,
              gconstpointer  data)
{
  g_autofree char *folder = get_folder (test);
  g_autofree char *outside = g_strdup_printf ("%s/../outside.typed", folder);
  g_autofree char *path = get_path (test, SESSION);

  type (test, "../outside", "They fear");
  assert_found (test, "../outside", "They fear", NULL, NULL);
  g_assert_false (g_file_test (outside, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (path, "[typed]\nline=\xff\xfe\nchange", -1, NULL));
  assert_found (test, SESSION, NULL, NULL, NULL);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_assert_true (academy_backup_keep_finish (result, NULL, NULL, NULL));
  *(gboolean *) data = TRUE;
}

static void
keep_backups (AcademyTest *test)
{
  gboolean done = FALSE;

  academy_backup_keep_async (test->path, NULL, kept_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_age (AcademyTest *test,
         const char  *session,
         gint64       days)
{
  g_autofree char *path = get_path (test, session);
  gint64 then = g_get_real_time () / G_USEC_PER_SEC - days * 24 * 60 * 60;

  g_assert_cmpint (g_utime (path, &(struct utimbuf) { .actime = then, .modtime = then }), ==, 0);
}

/* What nobody comes back to goes, as backups do. */
static void
test_prune (AcademyTest   *test,
            gconstpointer  data)
{
  type (test, SESSION, "old");
  type (test, OTHER, "newer");
  set_age (test, SESSION, ACADEMY_BACKUP_DAYS + 1);
  set_age (test, OTHER, ACADEMY_BACKUP_DAYS - 1);
  keep_backups (test);
  assert_found (test, SESSION, NULL, NULL, NULL);
  assert_found (test, OTHER, "newer", NULL, NULL);
}

/* A line may be about a person who is erased; one that is typed after that stays. */
static void
test_erase (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Zebedaeus Quux");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_person_kind.remove);

  type (test, SESSION, "!Zebedaeus fears");
  keep_backups (test);
  assert_found (test, SESSION, "!Zebedaeus fears", NULL, NULL);

  academy_edit_delete (edit, person);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  keep_backups (test);
  assert_found (test, SESSION, NULL, NULL, NULL);

  g_free (academy_test_query (test, "UPDATE erased SET at = '2021-10-19T09:00:00.000000Z'"));
  type (test, SESSION, "They fear");
  keep_backups (test);
  assert_found (test, SESSION, "They fear", NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/kept-line/" name, AcademyTest, NULL, academy_test_set_up, function, academy_test_tear_down)
  ADD ("pause", test_pause);
  ADD ("leave", test_leave);
  ADD ("texts", test_texts);
  ADD ("hostile", test_hostile);
  ADD ("prune", test_prune);
  ADD ("erase", test_erase);
#undef ADD

  return g_test_run ();
}
