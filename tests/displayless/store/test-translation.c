/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-check.h"
#include "academy-draft.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-test.h"
#include "academy-translation.h"
#include "academy-translations.h"

static void
set_up (AcademyTest   *test,
        gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = NULL;
  g_autoptr(GError) error = NULL;

  academy_test_set_up (test, data);
  programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  academy_test_set (test, programme, "language", "fi", NULL, &error);
  g_assert_no_error (error);
  academy_test_set (test, programme, "second_language", "en", NULL, &error);
  g_assert_no_error (error);
}

static const AcademyField *
get_title (AcademyItem *item)
{
  return academy_kind_find_field (academy_item_get_kind (item), "title");
}

/* What saving the row of a translation does. */
static AcademyItem *
translate (AcademyTest *test,
           AcademyItem *item,
           const char  *text,
           GError     **error)
{
  g_autoptr(AcademyItem) translation =
    academy_draft_new_translation (test->store, item, get_title (item), "en", NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_translation_kind.add);
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  academy_draft_write (translation, edit);
  academy_edit_set (edit, translation, academy_kind_find_field (&academy_translation_kind, "text"), &value);

  return academy_store_apply (test->store, edit, error) ? g_steal_pointer (&translation) : NULL;
}

static void
assert_findings (AcademyTest *test,
                 const char  *expected)
{
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  academy_store_check (test->store, NULL, &findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (g_ptr_array_index (findings, 0), ==, expected);
}

static void
delete_item (AcademyTest *test,
             AcademyItem *item)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (item)->remove);
  g_autoptr(GError) error = NULL;

  academy_edit_delete (edit, item);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
}

/* A deleted item takes its translations with it, and those of its parts, as one
 * step; those of others stay. */
static void
test_deletion (AcademyTest   *test,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Tavoite");
  g_autoptr(AcademyItem) other = academy_test_add (test, &academy_goal_kind, "title=Toinen");
  g_autoptr(AcademyItem) indicator =
    academy_test_create (test, &academy_indicator_kind, academy_item_get_id (goal), "title", "Mittari");
  g_autoptr(AcademyItem) first = translate (test, goal, "Goal", NULL);
  g_autoptr(AcademyItem) second = translate (test, other, "Other", NULL);
  g_autoptr(AcademyItem) third = translate (test, indicator, "Indicator", NULL);
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *after = NULL;

  g_assert_cmpint (academy_test_count (test, &academy_translation_kind), ==, 3);
  delete_item (test, indicator);
  g_assert_cmpint (academy_test_count (test, &academy_translation_kind), ==, 2);
  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_translation_kind), ==, 3);

  delete_item (test, goal);
  after = academy_test_query (test, "SELECT text FROM translation");
  g_assert_cmpstr (after, ==, "Other\n");
  assert_findings (test, NULL);

  academy_test_undo (test);
  g_free (after);
  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, before);
  academy_test_redo (test);
  g_assert_cmpint (academy_test_count (test, &academy_translation_kind), ==, 1);
  assert_findings (test, NULL);
}

/* Two people who translate the same text in copies of one file make the same item. */
static void
test_id (AcademyTest   *test,
         gconstpointer  data)
{
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Tavoite");
  g_autoptr(AcademyItem) translation = translate (test, goal, "Goal", NULL);
  g_autofree char *id = academy_translation_dup_id (academy_item_get_id (goal), get_title (goal), "en");
  g_autofree char *swedish = academy_translation_dup_id (academy_item_get_id (goal), get_title (goal), "sv");

  g_assert_cmpstr (academy_item_get_id (translation), ==, id);
  g_assert_cmpstr (id, !=, swedish);
}

/* A translation fits where its original does, and has one. */
static void
test_refused (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Tavoite");
  g_autoptr(AcademyItem) gone = academy_test_add (test, &academy_goal_kind, "title=Poistuva");
  g_autofree char *longest = g_strnfill (academy_field_get_max_length (get_title (goal)) + 1, 'x');
  const char * const texts[] = { "Two\nlines", longest };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_null (translate (test, goal, texts[i], &error));
      g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
      g_clear_error (&error);
    }

  delete_item (test, gone);
  g_assert_null (translate (test, gone, "Gone", &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
  g_assert_cmpint (academy_test_count (test, &academy_translation_kind), ==, 0);
}

static void
test_check (AcademyTest   *test,
            gconstpointer  data)
{
  static const char copy[] =
    "INSERT INTO translation (id, organisation, kind, item, field, language, text) "
    "SELECT '3f5ad2a6-1f8a-4c51-9b3d-0b7a54a0a001', organisation, kind, %s, field, language, 'Twin' FROM translation LIMIT 1";
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Tavoite");
  g_autoptr(AcademyItem) translation = translate (test, goal, "Goal", NULL);
  g_autofree char *orphan = g_strdup_printf (copy, "'3f5ad2a6-1f8a-4c51-9b3d-0b7a54a0a002'");
  g_autofree char *twin = g_strdup_printf (copy, "item");
  g_autofree char *rows = NULL;

  assert_findings (test, NULL);
  rows = academy_test_query (test, orphan);
  assert_findings (test, "The translation “Twin” is of something that is not there.");
  g_free (academy_test_query (test, "DELETE FROM translation WHERE text = 'Twin'"));
  g_free (academy_test_query (test, twin));
  g_free (academy_test_query (test, "UPDATE translation SET text = 'Twin'"));
  assert_findings (test, "The text with the translation “Twin” has another one in the same language.");
}

static guint
count_missing (AcademyTest             *test,
               const char              *organisation,
               const char              *language,
               AcademyTranslationScope  scope)
{
  g_autoptr(GError) error = NULL;
  guint n_missing;

  academy_translations_count_missing (test->store, organisation, language, scope, &n_missing, &error);
  g_assert_no_error (error);
  return n_missing;
}

/* Missing is what has a text, but none in the second language. */
static void
test_missing (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  const char *id = academy_item_get_id (organisation);
  guint before = count_missing (test, id, "en", ACADEMY_TRANSLATION_ALL);
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Tavoite; description=Kuvaus");
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "title=Toimenpide");
  g_autoptr(AcademyItem) indicator =
    academy_test_create (test, &academy_indicator_kind, academy_item_get_id (goal), "title", "Mittari");
  g_autoptr(AcademyItem) translation = NULL;
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (count_missing (test, id, "en", ACADEMY_TRANSLATION_ALL), ==, before + 4);
  g_assert_cmpuint (count_missing (test, id, "en", ACADEMY_TRANSLATION_TIMELINE), ==, 1);
  g_assert_cmpuint (count_missing (test, NULL, "en", ACADEMY_TRANSLATION_TIMELINE), ==, 1);
  g_assert_cmpuint (count_missing (test, id, "fi", ACADEMY_TRANSLATION_ALL), ==, 0);
  sentence = academy_translations_tell_missing (test->store, id, academy_language_get ("en", NULL),
                                                ACADEMY_TRANSLATION_TIMELINE, NULL);
  g_assert_cmpstr (sentence, ==, "1 text is missing in English and shown as it was written.");

  translation = translate (test, measure, "Measure", NULL);
  g_assert_cmpuint (count_missing (test, id, "en", ACADEMY_TRANSLATION_TIMELINE), ==, 0);
  g_assert_cmpuint (count_missing (test, id, "en", ACADEMY_TRANSLATION_ALL), ==, before + 3);

  academy_test_set (test, programme, "second_language", NULL, NULL, NULL);
  g_assert_cmpuint (count_missing (test, id, "en", ACADEMY_TRANSLATION_ALL), ==, 0);
}

/* A copy of an item has copies of its translations. */
static void
test_copy (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Tavoite");
  g_autoptr(AcademyItem) copy = academy_test_add (test, &academy_goal_kind, "title=Kopio");
  g_autoptr(AcademyItem) translation = translate (test, goal, "Goal", NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_goal_kind.add);
  g_autoptr(AcademyTranslations) translations = NULL;
  g_autoptr(GError) error = NULL;

  academy_translations_copy (test->store, goal, copy, edit, &error);
  g_assert_no_error (error);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);

  translations = academy_translations_read (test->store, academy_item_get_owner (goal), "en", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (academy_translations_get_text (translations, copy, get_title (copy)), ==, "Goal");
  g_assert_cmpstr (academy_translations_find (translations, copy, get_title (copy), "fi"), ==, "Kopio");
  assert_findings (test, NULL);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void      (*run) (AcademyTest *, gconstpointer);
  } tests[] = {
    { "/translation/deletion", test_deletion },
    { "/translation/id", test_id },
    { "/translation/refused", test_refused },
    { "/translation/check", test_check },
    { "/translation/missing", test_missing },
    { "/translation/copy", test_copy },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AcademyTest, NULL, set_up, tests[i].run, academy_test_tear_down);

  return g_test_run ();
}
