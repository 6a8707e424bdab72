/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>

#include "academy-date.h"
#include "academy-error.h"
#include "academy-faults.h"
#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-paper-private.h"
#include "academy-picture.h"
#include "academy-store-private.h"
#include "academy-test.h"

/* A4 and A3 in landscape, without their margins, in points. */
#define A4 785, 538
#define A3 1134, 785

static AcademyDay
day (const char *text)
{
  GDate date;

  g_assert_true (academy_date_from_text (text, &date, NULL));
  return g_date_get_julian (&date);
}

/* Adds measures, each of which begins ten days after the one before it. */
static void
add_measures (AcademyTest *test,
              const char  *organisation,
              guint        n_measures,
              guint        n_days)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_measures; i++)
    {
      g_autoptr(AcademyItem) measure = academy_item_new (&academy_measure_kind, NULL);
      g_autofree char *title = g_strdup_printf ("Järjestetään markkinavuoropuhelu %u", i);
      GDate start, end;

      g_date_clear (&start, 1);
      g_date_clear (&end, 1);
      g_date_set_julian (&start, day ("2021-11-01") + 10 * (i % 12));
      g_date_set_julian (&end, day ("2021-11-01") + 10 * (i % 12) + n_days);
      g_object_set (measure, "organisation", organisation, "title", title, "status", "planned",
                    "start", &start, "end", &end, NULL);
      academy_edit_create (edit, measure);
    }
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
}

static AcademyPaper *
create_paper (AcademyTest *test,
              const char  *organisation,
              AcademyDay   from,
              AcademyDay   to)
{
  AcademyPaperOptions options = {
    .organisation = organisation,
    .from = from,
    .to = to,
    .language = academy_language_get ("fi", NULL),
  };
  g_autoptr(GError) error = NULL;
  AcademyPaper *paper = academy_paper_new (test->store, &options, &error);

  g_assert_no_error (error);
  return paper;
}

static void
paginate (AcademyPaper *paper)
{
  g_autoptr(GError) error = NULL;
  gboolean finished = FALSE;

  while (!finished)
    {
      academy_document_paginate (ACADEMY_DOCUMENT (paper), &finished, &error);
      g_assert_no_error (error);
    }
}

static const AcademyPaperPage *
get_page (AcademyPaper *paper,
          guint         page)
{
  return &g_array_index (paper->pages, AcademyPaperPage, page);
}

/* Checks that pages have every line once, in order, inside the page, and no line
 * without its heading. */
static void
check_pages (AcademyPaper *paper)
{
  guint next = 0;

  for (guint i = 0; i < academy_document_get_n_pages (ACADEMY_DOCUMENT (paper)); i++)
    {
      const AcademyPaperPage *page = get_page (paper, i);
      const AcademyPaperLine *last = academy_paper_get_line (paper, page->first + page->n_lines - 1);
      double y = -1;

      g_assert_cmpuint (page->first, ==, next);
      g_assert_cmpuint (page->n_lines, >, 0);
      g_assert_cmpint (page->continued, ==, !academy_paper_is_heading (paper, page->first));
      for (guint line = page->first; line < page->first + page->n_lines; line++)
        {
          const AcademyPaperLine *place = academy_paper_get_line (paper, line);

          g_assert_cmpfloat (place->y, >, y);
          g_assert_cmpfloat (place->height, >=, 12);
          y = place->y;
        }
      g_assert_cmpfloat (last->y + last->height, <=, academy_paper_get_room (paper) + 0.01);
      g_assert_cmpfloat (academy_paper_get_line (paper, page->first)->y, >=, page->continued ? 12 : 0);

      next += page->n_lines;
      /* Check that a heading with lines is not the last line of its page. */
      if (next < paper->places->len && academy_paper_is_heading (paper, next - 1))
        g_assert_true (academy_paper_is_heading (paper, next));
    }
  g_assert_cmpuint (next, ==, paper->places->len);
}

static void
test_pages (AcademyTest  *test,
            gconstpointer data)
{
  static const struct { double width, height; } areas[] = { { A4 }, { A3 }, { 538, 785 }, { 400, 250 } };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyPaper) paper = NULL;

  add_measures (test, academy_item_get_id (organisation), 70, 30);
  paper = create_paper (test, academy_item_get_id (organisation), 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      academy_document_set_area (ACADEMY_DOCUMENT (paper), areas[i].width, areas[i].height);
      paginate (paper);
      g_assert_cmpuint (academy_document_get_n_pages (ACADEMY_DOCUMENT (paper)), >, 1);
      check_pages (paper);
    }
}

/* Checks that lines are set more closely before there is a second page, and no
 * more closely than they must. */
static void
test_density (AcademyTest  *test,
              gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  AcademyDensity before = ACADEMY_DENSITY_ROOMY;
  guint n_pages = 0;

  for (guint i = 0; n_pages < 2; i++)
    {
      g_autoptr(AcademyPaper) paper = create_paper (test, academy_item_get_id (organisation), 0, 0);

      academy_document_set_area (ACADEMY_DOCUMENT (paper), A4);
      paginate (paper);
      check_pages (paper);
      n_pages = academy_document_get_n_pages (ACADEMY_DOCUMENT (paper));
      if (n_pages == 1)
        g_assert_cmpint (paper->density, >=, before);
      else
        {
          g_assert_cmpint (before, ==, ACADEMY_DENSITY_TIGHT);
          g_assert_cmpint (paper->density, ==, ACADEMY_DENSITY_ROOMY);
        }
      before = paper->density;
      g_clear_object (&paper);
      add_measures (test, academy_item_get_id (organisation), 2, 30);
    }
}

static void
get_box (AcademyPaper *paper,
         guint         line,
         double        box[4])
{
  const AcademyPaperLine *place = academy_paper_get_line (paper, line);
  g_autoptr(AcademyLine) row = academy_paper_create_row (paper, line, NULL);
  g_autoptr(PangoLayout) title = academy_paper_create_title (paper, row);

  AcademyExtent extent;

  g_assert_true (academy_paper_get_extent (paper, academy_line_get_bar (row), title, &extent));
  box[0] = extent.left;
  box[2] = extent.right;
  box[1] = place->y;
  box[3] = place->y + place->height;
}

static void
test_packed (AcademyTest  *test,
             gconstpointer data)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (test->store, NULL);
  g_autoptr(AcademyPaper) paper = NULL;
  guint n_lines;

  for (guint i = 0; i < organisations->len; i++)
    add_measures (test, academy_item_get_id (g_ptr_array_index (organisations, i)), 12, 60);
  paper = create_paper (test, NULL, 0, 0);
  g_assert_cmpstr (academy_document_get_sheet (ACADEMY_DOCUMENT (paper))->name, ==, "iso_a3");
  academy_document_set_area (ACADEMY_DOCUMENT (paper), A3);
  paginate (paper);
  g_assert_true (paper->packed);
  g_assert_cmpuint (academy_document_get_n_pages (ACADEMY_DOCUMENT (paper)), ==, 1);
  n_lines = get_page (paper, 0)->n_lines;
  g_assert_cmpuint (n_lines, ==, paper->places->len);
  g_assert_cmpfloat (paper->packed_height, <=, academy_paper_get_room (paper));

  /* Check that no two lines overlap and that every title is whole. */
  for (guint i = 0; i < n_lines; i++)
    for (guint j = 0; j < i; j++)
      {
        double a[4], b[4];

        if (academy_paper_is_heading (paper, i) || academy_paper_is_heading (paper, j))
          continue;

        get_box (paper, i, a);
        get_box (paper, j, b);
        g_assert_true (a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] - 0.01 || b[1] >= a[3] - 0.01);
      }

  g_clear_object (&paper);
  for (guint i = 0; i < organisations->len; i++)
    add_measures (test, academy_item_get_id (g_ptr_array_index (organisations, i)), 20, 60);
  paper = create_paper (test, NULL, 0, 0);
  academy_document_set_area (ACADEMY_DOCUMENT (paper), A3);
  paginate (paper);
  g_assert_false (paper->packed);
  check_pages (paper);
}

static void
test_range (AcademyTest  *test,
            gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  const struct { AcademyDay from, to, first, last; } ranges[] = {
    /* The plan goes from the end of August to February or March; its range has
     * whole months. */
    { 0, 0, day ("2021-08-01"), 0 },
    { day ("2021-10-19"), day ("2022-01-06"), day ("2021-10-19"), day ("2022-01-06") },
    { day ("2021-10-19"), 0, day ("2021-10-19"), 0 },
    { 0, day ("2030-01-31"), day ("2021-08-01"), day ("2030-01-31") },
  };
  AcademyPaperOptions wrong = { .organisation = id, .from = day ("2022-01-02"), .to = day ("2022-01-01") };
  g_autoptr(AcademyPaper) none = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr(AcademyPaper) paper = create_paper (test, id, ranges[i].from, ranges[i].to);
      AcademyDay first, last;

      academy_axis_get_visible (paper->axis, &first, &last);
      g_assert_cmpuint (first, ==, ranges[i].first);
      if (ranges[i].last != 0)
        g_assert_cmpuint (last, ==, ranges[i].last);
      else
        g_assert_true (last > day ("2022-02-01") && last < day ("2022-05-01"));
    }

  wrong.language = academy_language_get ("en", NULL);
  none = academy_paper_new (test->store, &wrong, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

/* Checks a file of another program in which the baselines of two organisations
 * name the same item. */
static void
test_baselines (AcademyTest  *test,
                gconstpointer data)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (test->store, NULL);
  AcademyPaperOptions options = { .baseline = "Board", .language = academy_language_get ("fi", NULL) };
  g_autoptr(AcademyPaper) paper = NULL;
  g_autoptr(GError) error = NULL;
  AcademyBar bar = { .progress = -1 };

  for (guint i = 0; i < 2; i++)
    {
      const char *organisation = academy_item_get_id (g_ptr_array_index (organisations, i));
      g_autoptr(AcademyItem) baseline = NULL;

      add_measures (test, organisation, 1, 20);
      baseline = academy_test_create (test, &academy_baseline_kind, organisation, "title", "Board");
      g_assert_nonnull (baseline);
    }
  g_assert_true (academy_database_execute (test->store->database,
                                           "UPDATE baseline_date SET item = 'one' "
                                           "WHERE rowid IN (SELECT min (rowid) FROM baseline_date GROUP BY baseline)", NULL));

  paper = academy_paper_new (test->store, &options, &error);
  g_assert_no_error (error);
  academy_annotations_complete (paper->annotations, "one", &bar);
  g_assert_cmpuint (bar.baseline.start, ==, day ("2021-11-01"));
}

/* Checks that a picture is drawn in parts, with each line in one of them. */
static void
test_picture (AcademyTest  *test,
              gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyPaper) paper = NULL;
  double width, height, longer;

  add_measures (test, academy_item_get_id (organisation), 50, 30);
  paper = create_paper (test, academy_item_get_id (organisation), 0, 0);
  academy_document_set_picture (ACADEMY_DOCUMENT (paper));
  paginate (paper);
  academy_document_get_size (ACADEMY_DOCUMENT (paper), &width, &height);
  g_assert_cmpuint (academy_document_get_n_pages (ACADEMY_DOCUMENT (paper)), >, 1);
  for (guint i = 0; i < academy_document_get_n_pages (ACADEMY_DOCUMENT (paper)); i++)
    g_assert_cmpuint (get_page (paper, i)->first, ==,
                      i > 0 ? get_page (paper, i - 1)->first + get_page (paper, i - 1)->n_lines : 0);
  g_assert_cmpfloat (height, >, 50 * 15);

  g_clear_object (&paper);
  paper = create_paper (test, academy_item_get_id (organisation), 0, day ("2022-12-31"));
  academy_document_set_picture (ACADEMY_DOCUMENT (paper));
  paginate (paper);
  academy_document_get_size (ACADEMY_DOCUMENT (paper), &longer, &height);
  g_assert_cmpfloat (longer, >, width);
}

/* Checks that the pages show one state of the file, whatever is edited meanwhile. */
static void
test_one_moment (AcademyTest  *test,
                 gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  g_autoptr(AcademyPaper) paper = NULL;
  g_autoptr(GPtrArray) measures = NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.remove);
  g_autoptr(AcademyScratch) pdf = academy_scratch_new (NULL, NULL);
  g_autoptr(GError) error = NULL;

  add_measures (test, id, 20, 30);
  paper = create_paper (test, id, 0, 0);
  measures = academy_store_get_all (test->store, &academy_measure_kind, id, NULL);
  for (guint i = 0; i < measures->len; i++)
    academy_edit_delete (edit, g_ptr_array_index (measures, i));
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);

  academy_picture_make (ACADEMY_DOCUMENT (paper), ACADEMY_PICTURE_PDF, pdf, NULL, &error);
  g_assert_no_error (error);
}

typedef struct {
  AcademyScratch *content;
  GError         *error;
  goffset         page;
  goffset         n_pages;
  guint           n_turns;
  gboolean        made;
  gboolean        done;
} Result;

static void
progress_cb (goffset  page,
             goffset  n_pages,
             gpointer data)
{
  Result *result = data;

  g_assert_cmpint (page, >=, result->page);
  g_assert_cmpint (page, <=, n_pages);
  result->page = page;
  result->n_pages = n_pages;
}

static void
made_cb (GObject      *source,
         GAsyncResult *asynchronous,
         gpointer      data)
{
  Result *result = data;

  result->made = academy_picture_make_finish (ACADEMY_DOCUMENT (source), asynchronous, &result->error);
  result->done = TRUE;
}

static void
make (AcademyPaper        *paper,
      AcademyPictureFormat format,
      GCancellable        *cancellable,
      Result              *result)
{
  *result = (Result) { .content = academy_scratch_new (NULL, NULL) };
  academy_picture_make_async (ACADEMY_DOCUMENT (paper), format, result->content, cancellable, progress_cb, result, made_cb,
                              result);
  for (; !result->done; result->n_turns++)
    g_main_context_iteration (NULL, TRUE);
}

/* Checks that the main loop runs between the pages. */
static void
test_asynchronous (AcademyTest  *test,
                   gconstpointer data)
{
  static const struct { AcademyPictureFormat format; const char *start; } formats[] = {
    { ACADEMY_PICTURE_PDF, "%PDF-" }, { ACADEMY_PICTURE_SVG, "<?xml" }, { ACADEMY_PICTURE_PNG, "\x89PNG" },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(AcademyPaper) paper = NULL;
  Result result;

  add_measures (test, academy_item_get_id (organisation), 60, 30);
  paper = create_paper (test, academy_item_get_id (organisation), 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GMappedFile) mapped = NULL;

      make (paper, formats[i].format, NULL, &result);
      g_assert_no_error (result.error);
      g_assert_true (result.made);
      mapped = academy_scratch_map (result.content, NULL);
      g_assert_true (g_str_has_prefix (g_mapped_file_get_contents (mapped), formats[i].start));
      g_assert_cmpint (result.page, ==, result.n_pages);
      g_assert_cmpuint (result.n_turns, >, result.n_pages);
      academy_scratch_unref (result.content);
    }

  g_cancellable_cancel (cancellable);
  make (paper, ACADEMY_PICTURE_PDF, cancellable, &result);
  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (result.made);
  g_error_free (result.error);
  academy_scratch_unref (result.content);
  g_assert_finalize_object (g_steal_pointer (&paper));
}

/* Checks that a picture fails whichever write finds the disk full. */
static void
test_full_disk (AcademyTest  *test,
                gconstpointer data)
{
  static const AcademyPictureFormat formats[] = { ACADEMY_PICTURE_PDF, ACADEMY_PICTURE_SVG, ACADEMY_PICTURE_PNG };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyPaper) paper = NULL;

  add_measures (test, academy_item_get_id (organisation), 20, 30);
  paper = create_paper (test, academy_item_get_id (organisation), 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint n_spared = 0; ; n_spared++)
      {
        g_autoptr(AcademyScratch) content = academy_scratch_new (NULL, NULL);
        g_autoptr(GError) error = NULL;
        gboolean made;

        academy_faults_arm (ACADEMY_CALL_WRITE, n_spared, 1, ENOSPC);
        made = academy_picture_make (ACADEMY_DOCUMENT (paper), formats[i], content, NULL, &error);
        if (!academy_faults_disarm ())
          {
            g_assert_true (made);
            g_assert_cmpuint (n_spared, >, 0);
            break;
          }

        g_assert_false (made);
        g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FULL);
      }
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*func) (AcademyTest   *test,
                       gconstpointer  data);
  } tests[] = {
    { "/paper/pages", test_pages },
    { "/paper/density", test_density },
    { "/paper/packed", test_packed },
    { "/paper/range", test_range },
    { "/paper/baselines", test_baselines },
    { "/paper/picture", test_picture },
    { "/paper/one-moment", test_one_moment },
    { "/paper/asynchronous", test_asynchronous },
    { "/paper/full-disk", test_full_disk },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AcademyTest, NULL, academy_test_set_up, tests[i].func, academy_test_tear_down);

  return g_test_run ();
}
