/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "academy-leaflet.h"
#include "academy-picture.h"
#include "academy-recorder.h"

static GBytes *
make (AcademyPictureFormat   format,
      gboolean               fails,
      GError               **error)
{
  g_autoptr(AcademyDocument) document = academy_leaflet_new (fails);
  g_autoptr(AcademyScratch) content = academy_scratch_new (NULL, NULL);
  g_autoptr(GMappedFile) mapped = NULL;

  if (!academy_picture_make (document, format, content, NULL, error))
    return NULL;

  mapped = academy_scratch_map (content, NULL);
  return g_bytes_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped) - 1);
}

static char *
run_on (GBytes     *bytes,
        const char *program,
        const char *option)
{
  g_autofree char *path = NULL;
  const char *command[] = { program, option, NULL, "-", NULL };
  int file = g_file_open_tmp ("academy-XXXXXX", &path, NULL);
  char *output = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpint (file, >=, 0);
  g_assert_true (g_close (file, NULL) && g_file_set_contents (path, data, size, NULL));
  command[2] = path;
  /* Drop the “-” that makes pdftotext write to standard output: pdfinfo takes one
   * name. */
  if (strcmp (program, "pdftotext") != 0)
    command[3] = NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL));
  g_remove (path);

  return output;
}

/* Checks that a PDF has portrait pages in order, with tags, an outline and a
 * title. */
static void
test_pdf (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = make (ACADEMY_PICTURE_PDF, FALSE, &error);
  g_autofree char *facts = NULL;
  g_autofree char *text = NULL;
  g_autofree char *structure = NULL;

  g_assert_no_error (error);
  facts = run_on (pdf, "pdfinfo", "-isodates");
  text = run_on (pdf, "pdftotext", "-raw");
  structure = run_on (pdf, "pdfinfo", "-struct");
  g_assert_nonnull (strstr (facts, "Title:           Leaflet\n"));
  g_assert_cmpstr (structure, ==, "Document\n  P (block)\n  P (block)\n");
  g_assert_nonnull (strstr (facts, "Pages:           2\n"));
  g_assert_nonnull (strstr (facts, "420 x 595 pts"));
  g_assert_cmpstr (text, ==, "Line 1\n\fLine 2\n\f");
}

/* Checks that an SVG is one picture with margins, whose parts are drawn one over
 * the other. */
static void
test_svg (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) svg = make (ACADEMY_PICTURE_SVG, FALSE, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "width=\"324\" height=\"144\""));
  g_assert_nonnull (strstr (text, "<title>Leaflet</title>"));
}

static void
test_png (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) png = make (ACADEMY_PICTURE_PNG, FALSE, &error);
  const guint8 *data;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (png), >, 24);
  data = g_bytes_get_data (png, NULL);
  /* Check that a PNG has two pixels for each of a screen. */
  g_assert_cmpuint (data[18] << 8 | data[19], ==, 324 * 96 / 72 * 2);
}

static void
test_fails (void)
{
  static const AcademyPictureFormat formats[] = { ACADEMY_PICTURE_PDF, ACADEMY_PICTURE_SVG, ACADEMY_PICTURE_PNG };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (make (formats[i], TRUE, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    }
}

/* Checks that a document can be drawn on a canvas that ignores tags. */
static void
test_canvas (void)
{
  g_autoptr(AcademyDocument) document = academy_leaflet_new (FALSE);
  g_autoptr(AcademyRecorder) recorder = academy_recorder_new ();
  gboolean finished = FALSE;

  academy_document_set_area (document, 300, 400);
  academy_document_set_tagged (document);
  while (!finished)
    g_assert_true (academy_document_paginate (document, &finished, NULL));
  for (guint i = 0; i < academy_document_get_n_pages (document); i++)
    g_assert_true (academy_document_draw_page (document, i, &recorder->parent, NULL));

  g_assert_cmpuint (recorder->records->len, ==, 2);
  g_assert_cmpstr (academy_recorder_get (recorder, 1)->text, ==, "Line 2");
  g_assert_cmpfloat (academy_recorder_get (recorder, 1)->seen.y, >=, ACADEMY_LEAFLET_LINE);
  g_assert_cmpuint (academy_document_get_outline (document)->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/pdf", test_pdf);
  g_test_add_func ("/document/svg", test_svg);
  g_test_add_func ("/document/png", test_png);
  g_test_add_func ("/document/fails", test_fails);
  g_test_add_func ("/document/canvas", test_canvas);

  return g_test_run ();
}
