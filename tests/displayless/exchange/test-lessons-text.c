/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-kinds.h"
#include "academy-lessons-text.h"
#include "academy-test.h"

/* Lessons as text and as HTML, below the names of those organisations that have
 * any. */
static void
test_text (AcademyTest   *test,
           gconstpointer  data)
{
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) first =
    academy_test_add (test, &academy_lesson_kind, "title=Ask <early> & often; source=pilot; date=2022-03-01; description=At once");
  g_autoptr(AcademyItem) second = academy_test_add (test, &academy_lesson_kind, "title=Measure first");
  g_autofree char *name = academy_item_dup_title (organisation, language);
  g_autofree char *expected_text = g_strdup_printf ("Lessons\n\n%s\n– Ask <early> & often: At once (Pilot · 1 Mar 2022)\n"
                                                    "– Measure first\n", name);
  g_autofree char *expected_html = g_strdup_printf ("<h1>Lessons</h1>\n<h2>%s</h2>\n<ul>\n"
                                                    "<li>Ask &lt;early&gt; &amp; often: At once <i>(Pilot · 1 Mar 2022)</i></li>\n"
                                                    "<li>Measure first</li>\n</ul>\n", name);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = academy_lessons_dup_text (test->store, ACADEMY_LESSONS_PLAIN, language, &error);
  g_autofree char *html = academy_lessons_dup_text (test->store, ACADEMY_LESSONS_HTML, language, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected_text);
  g_assert_cmpstr (html, ==, expected_html);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lessons-text/text", AcademyTest, NULL, academy_test_set_up, test_text, academy_test_tear_down);

  return g_test_run ();
}
