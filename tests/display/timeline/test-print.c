/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "academy-kinds.h"
#include "academy-leaflet.h"
#include "academy-paper.h"
#include "academy-print.h"
#include "test-display.h"

typedef struct {
  gboolean  printed;
  GError   *error;
  gboolean  done;
} Result;

static gboolean
is_done (gpointer data)
{
  return ((Result *) data)->done;
}

static void
printed_cb (GObject      *source,
            GAsyncResult *asynchronous,
            gpointer      data)
{
  Result *result = data;

  result->printed = academy_print_run_finish (ACADEMY_PRINT (source), asynchronous, &result->error);
  result->done = TRUE;
}

/* As a printer would, but into a file. */
static void
print_document (AcademyDocument *document,
                GCancellable    *cancellable,
                const char      *path,
                Result          *result)
{
  g_autoptr(AcademyPrint) operation = academy_print_new (document);

  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), path);
  *result = (Result) { FALSE };
  academy_print_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, cancellable, printed_cb, result);
  test_wait_for (is_done, result);
}

static void
print (AcademyStore *store,
       GCancellable *cancellable,
       const char   *path,
       Result       *result)
{
  AcademyPaperOptions options = { .language = academy_language_get_default () };
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyPaper) paper = academy_paper_new (store, &options, &error);

  g_assert_no_error (error);
  print_document (ACADEMY_DOCUMENT (paper), cancellable, path, result);
}

static char *
read_facts (const char *path)
{
  const char *command[] = { "pdfinfo", path, NULL };
  char *facts = NULL;
  g_autoptr(GError) error = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &facts, NULL, NULL, &error);
  g_assert_no_error (error);
  return facts;
}

static void
test_prints (void)
{
  g_autoptr(AcademyStore) store = test_create_programme ("example");
  g_autofree char *path = test_make_path ();
  g_autofree char *facts = NULL;
  Result result;

  print (store, NULL, path, &result);
  g_assert_no_error (result.error);
  g_assert_true (result.printed);

  facts = read_facts (path);
  /* A3 on its side. */
  g_assert_nonnull (strstr (facts, "1190.55 x 841.89"));
  g_assert_nonnull (strstr (facts, "Pages:           1\n"));
  g_remove (path);
  g_assert_true (academy_store_close (store, NULL));
}

/* Documents of other kinds, on the paper that they are best read on. */
static void
test_upright (void)
{
  g_autoptr(AcademyDocument) leaflet = academy_leaflet_new (FALSE);
  g_autofree char *path = test_make_path ();
  g_autofree char *facts = NULL;
  Result result;

  print_document (leaflet, NULL, path, &result);
  g_assert_no_error (result.error);
  g_assert_true (result.printed);
  facts = read_facts (path);
  g_assert_nonnull (strstr (facts, "419.528 x 595.276"));
  g_assert_nonnull (strstr (facts, "Pages:           2\n"));
  g_remove (path);
}

static void
test_cancelled (void)
{
  g_autoptr(AcademyStore) store = test_create_programme ("example");
  g_autofree char *path = test_make_path ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Result result;

  g_idle_add_once ((GSourceOnceFunc) g_cancellable_cancel, cancellable);
  print (store, cancellable, path, &result);
  g_assert_false (result.printed);
  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (result.error);
  g_remove (path);
  g_assert_true (academy_store_close (store, NULL));
}

static void
test_fails (void)
{
  g_autoptr(AcademyStore) store = test_create_programme ("2021");
  Result result;

  print (store, NULL, "/nowhere/timeline.pdf", &result);
  g_assert_false (result.printed);
  g_assert_nonnull (result.error);
  g_error_free (result.error);
  g_assert_true (academy_store_close (store, NULL));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add_func ("/print/prints", test_prints);
  g_test_add_func ("/print/upright", test_upright);
  g_test_add_func ("/print/cancelled", test_cancelled);
  g_test_add_func ("/print/fails", test_fails);

  return test_display_run ();
}
