/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-error-row.h"
#include "academy-kinds.h"
#include "academy-translation.h"
#include "typing-fixture.h"

/* The example is written in English, the language of the test, and translated to Finnish. */
static GtkWidget *
find_row (Typing     *fixture,
          const char *label)
{
  return test_find (GTK_WIDGET (fixture->form), ADW_TYPE_PREFERENCES_ROW, label);
}

static AcademyItem *
find_translation (Typing     *fixture,
                  const char *field)
{
  g_autofree char *id = academy_translation_dup_id (academy_item_get_id (fixture->item),
                                                    academy_kind_find_field (&academy_measure_kind, field), "fi");

  return academy_store_get (fixture->store, &academy_translation_kind, id, NULL);
}

static void
assert_translated (Typing     *fixture,
                   const char *text)
{
  g_autoptr(AcademyItem) translation = find_translation (fixture, "title");

  g_assert_cmpstr (translation != NULL ? academy_item_get_text (translation, "text") : NULL, ==, text);
}

static const char *
get_told (Typing *fixture)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Texts in Finnish")));
}

static void
set_second (Typing     *fixture,
            const char *language)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);

  test_set_text (fixture->store, programme, "second_language", language);
}

static void
focus_title (Typing *fixture)
{
  gtk_widget_grab_focus (find_row (fixture, "Title (in Finnish)"));
  g_assert_true (gtk_widget_is_ancestor (typing_get_focus (fixture), find_row (fixture, "Title (in Finnish)")));
}

/* What is typed is saved, undone and deleted, as in any other row, and what is
 * missing is told. */
static void
test_typing (Typing        *fixture,
             gconstpointer  data)
{
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, "Title (in Finnish)"))));

  assert_translated (fixture, before);
  g_assert_cmpstr (get_told (fixture), ==, "Nothing is missing");

  focus_title (fixture);
  typing_select_all (fixture);
  typing_type (fixture, "Nimi");
  g_assert_true (academy_form_flush (fixture->form));
  assert_translated (fixture, "Nimi");
  g_assert_cmpstr (academy_store_get_undo_label (fixture->store), ==, "Change translation");
  typing_undo (fixture);
  typing_assert_shown (fixture, before);
  assert_translated (fixture, before);

  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "Title (in Finnish)")), "");
  g_assert_true (academy_form_flush (fixture->form));
  assert_translated (fixture, NULL);
  g_assert_cmpstr (get_told (fixture), ==, "Missing: Title");

  focus_title (fixture);
  typing_type (fixture, "Uusi");
  g_assert_true (academy_form_flush (fixture->form));
  assert_translated (fixture, "Uusi");
  g_assert_cmpstr (get_told (fixture), ==, "Nothing is missing");
  /* Emptied and typed in one go, it is one step. */
  typing_undo (fixture);
  assert_translated (fixture, before);
  typing_assert_shown (fixture, before);
}

/* Pasted lines become one, as in the title; what is too long is told below the row. */
static void
test_invalid (Typing        *fixture,
              gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (3000, 'x');

  focus_title (fixture);
  typing_select_all (fixture);
  typing_paste (fixture, "One\nTwo");
  g_assert_true (academy_form_flush (fixture->form));
  assert_translated (fixture, "One Two");

  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "Title (in Finnish)")), longest);
  g_assert_false (academy_form_flush (fixture->form));
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->form), ACADEMY_TYPE_ERROR_ROW, NULL));
  assert_translated (fixture, "One Two");

  /* A row with an error stays. */
  test_set_text (fixture->store, fixture->item, "description", "Text");
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->form), GTK_TYPE_LABEL, "Description (in Finnish)"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (fixture, "Texts in Finnish")), FALSE);
  g_assert_nonnull (find_row (fixture, "Title (in Finnish)"));
  g_assert_null (test_find (GTK_WIDGET (fixture->form), GTK_TYPE_LABEL, "Description (in Finnish)"));
  g_assert_true (academy_forms_undo_typing (GTK_ROOT (fixture->window), FALSE));
  g_assert_null (find_row (fixture, "Title (in Finnish)"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (fixture, "Texts in Finnish")), TRUE);
}

/* Where there is no text, there is no row to translate it. */
static void
test_nothing (Typing        *fixture,
              gconstpointer  data)
{
  test_set_text (fixture->store, fixture->item, "description", "Text");
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->form), GTK_TYPE_LABEL, "Description (in Finnish)"));
  g_assert_cmpstr (get_told (fixture), ==, "Missing: Description");
  test_set_text (fixture->store, fixture->item, "description", NULL);
  g_assert_null (test_find (GTK_WIDGET (fixture->form), GTK_TYPE_LABEL, "Description (in Finnish)"));
  g_assert_cmpstr (get_told (fixture), ==, "Nothing is missing");
}

/* The rows follow the language of the programme; without one there are none. */
static void
test_languages (Typing        *fixture,
                gconstpointer  data)
{
  g_assert_nonnull (find_row (fixture, "Title (in Finnish)"));
  set_second (fixture, "sv");
  g_assert_null (find_row (fixture, "Title (in Finnish)"));
  g_assert_nonnull (find_row (fixture, "Title (in Swedish)"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, "Title (in Swedish)"))), ==, "");
  g_assert_true (test_is_named (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (find_row (fixture, "Title (in Swedish)")))),
                                "Title (in Swedish)"));

  set_second (fixture, "en");
  g_assert_null (find_row (fixture, "Title (in Swedish)"));
  g_assert_null (find_row (fixture, "Texts in Swedish"));
  set_second (fixture, NULL);
  g_assert_null (find_row (fixture, "Title (in English)"));
  set_second (fixture, "fi");
  g_assert_cmpstr (get_told (fixture), ==, "Nothing is missing");
}

int
main (int   argc,
      char *argv[])
{
  static const TypingCase cases[] = {
    { "/second-language/typing", test_typing },
    { "/second-language/invalid", test_invalid },
    { "/second-language/nothing", test_nothing },
    { "/second-language/languages", test_languages },
  };

  test_display_init (&argc, &argv);
  typing_add_cases (cases, G_N_ELEMENTS (cases));

  return test_display_run ();
}
