/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "academy-check.h"
#include "academy-error.h"
#include "academy-faults.h"
#include "academy-kill.h"
#include "academy-kinds.h"
#include "academy-template.h"
#include "academy-test.h"

/* Fewer would say that the steps are not those of the work. */
#define LEAST_STEPS 20
/* Once the file is there the rest is opening it, of which a part will do. */
#define ALL_STEPS   20
#define SOME_STEPS  17
/* Less than a programme, and more than a page. */
#define LITTLE_ROOM 20000

typedef struct {
  AcademyEdit *content;
  char        *folder;
  char        *path;
} Creation;

static void
set_up (Creation      *creation,
        gconstpointer  data)
{
  creation->content = academy_template_create_edit ("2021", academy_language_get ("en", NULL), NULL);
  creation->folder = g_dir_make_tmp ("academy-XXXXXX", NULL);
  creation->path = g_build_filename (creation->folder, "new.academy", NULL);
}

static guint
empty_folder (Creation *creation)
{
  g_autoptr(GDir) folder = g_dir_open (creation->folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  for (; (name = g_dir_read_name (folder)) != NULL; n_files++)
    {
      g_autofree char *path = g_build_filename (creation->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }

  return n_files;
}

static void
tear_down (Creation      *creation,
           gconstpointer  data)
{
  empty_folder (creation);
  g_assert_cmpint (g_rmdir (creation->folder), ==, 0);
  g_clear_pointer (&creation->content, academy_edit_free);
  g_free (creation->folder);
  g_free (creation->path);
}

static void
create (gpointer data)
{
  Creation *creation = data;
  g_autoptr(AcademyStore) store = academy_store_create (creation->path, creation->content, NULL);

  if (store == NULL || !academy_store_close (store, NULL))
    _exit (1);
}

static void
assert_whole (Creation *creation)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = academy_store_open (creation->path, &error);
  g_autoptr(GPtrArray) findings = NULL;
  gint64 count;

  g_assert_no_error (error);
  g_assert_true (academy_store_check (store, NULL, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (academy_store_count (store, &academy_organisation_kind, NULL, &count, NULL));
  g_assert_cmpint (count, ==, 6);
  g_assert_true (academy_store_close (store, NULL));
}

static void
test_killed (Creation      *creation,
             gconstpointer  data)
{
  guint step = 0, n_whole = 0;

  for (; academy_kill_at (step, SIGKILL, create, creation); step += n_whole < ALL_STEPS ? 1 : SOME_STEPS)
    {
      GStatBuf status;

      if (g_stat (creation->path, &status) == 0)
        {
          g_assert_cmpint (status.st_mode & 0777, ==, 0600);
          g_assert_cmpint (status.st_nlink, ==, 1);
          assert_whole (creation);
          n_whole++;
        }
      empty_folder (creation);
    }

  g_test_message ("%u steps", step);
  g_assert_cmpuint (step, >=, LEAST_STEPS);
  g_assert_cmpuint (n_whole, >, 0);
  g_assert_cmpuint (n_whole, <, step);
}

/* What ends a process waits until nothing is left over. */
static void
test_ended (Creation      *creation,
            gconstpointer  data)
{
  guint step = 0, n_whole = 0;

  for (; academy_kill_at (step, SIGTERM, create, creation); step += n_whole < ALL_STEPS ? 1 : SOME_STEPS)
    {
      g_autoptr(GDir) folder = g_dir_open (creation->folder, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (folder)) != NULL)
        g_assert_true (g_str_has_prefix (name, "new.academy"));
      if (g_file_test (creation->path, G_FILE_TEST_EXISTS))
        {
          assert_whole (creation);
          n_whole++;
        }
      empty_folder (creation);
    }

  g_assert_cmpuint (step, >=, LEAST_STEPS);
  g_assert_cmpuint (n_whole, >, 0);
}

static void
test_exists (Creation      *creation,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (creation->path, "somebody's", -1, NULL));
  g_assert_null (academy_store_create (creation->path, creation->content, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (creation->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "somebody's");
  g_assert_cmpuint (empty_folder (creation), ==, 1);

  /* A link to nowhere is somebody's too. */
  g_assert_cmpint (symlink ("nowhere", creation->path), ==, 0);
  g_clear_error (&error);
  g_assert_null (academy_store_create (creation->path, creation->content, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS);
  g_assert_cmpuint (empty_folder (creation), ==, 1);
}

static void
test_full (Creation      *creation,
           gconstpointer  data)
{
  struct rlimit before, limit;
  g_autoptr(GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = LITTLE_ROOM;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null (academy_store_create (creation->path, creation->content, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FULL);
  g_assert_cmpuint (empty_folder (creation), ==, 0);
}

/* Whichever call fails, nothing is there. */
static void
test_faults (Creation      *creation,
             gconstpointer  data)
{
  for (guint n_spared = 0; ; n_spared++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(AcademyStore) store = NULL;

      academy_faults_arm (ACADEMY_CALL_WRITE | ACADEMY_CALL_FSYNC, n_spared, 1, ENOSPC);
      store = academy_store_create (creation->path, creation->content, &error);
      if (!academy_faults_disarm ())
        {
          g_assert_no_error (error);
          g_assert_cmpuint (n_spared, >=, 3);
          break;
        }
      /* SQLite does without syncing the folder. */
      if (store == NULL)
        {
          g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FULL);
          g_assert_cmpuint (empty_folder (creation), ==, 0);
          continue;
        }
      g_assert_true (academy_store_close (store, NULL));
      assert_whole (creation);
      g_assert_cmpuint (empty_folder (creation), ==, 1);
    }
}

/* File systems that have no such rename, or no links either. */
static void
test_other_ways (Creation      *creation,
                 gconstpointer  data)
{
  static const AcademyCalls missing[] = { ACADEMY_CALL_RENAMEAT2, ACADEMY_CALL_RENAMEAT2 | ACADEMY_CALL_LINK };

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(AcademyStore) store = NULL;

      academy_faults_arm (missing[i], 0, G_MAXUINT, EINVAL);
      store = academy_store_create (creation->path, creation->content, &error);
      g_assert_no_error (error);
      g_assert_true (academy_store_close (store, NULL));
      g_clear_object (&store);
      assert_whole (creation);

      store = academy_store_create (creation->path, creation->content, &error);
      g_assert_true (academy_faults_disarm ());
      g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS);
      assert_whole (creation);
      g_assert_cmpuint (empty_folder (creation), ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Creation *, gconstpointer);
  } tests[] = {
    { "/create/killed", test_killed },
    { "/create/ended", test_ended },
    { "/create/exists", test_exists },
    { "/create/full", test_full },
    { "/create/faults", test_faults },
    { "/create/other-ways", test_other_ways },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Creation, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
