/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-draft.h"
#include "academy-follow.h"
#include "academy-kinds.h"
#include "academy-slug.h"
#include "academy-test.h"

static AcademyItem *
begin (AcademyTest       *test,
       const AcademyKind *kind,
       AcademyItem       *owner)
{
  g_autoptr(GError) error = NULL;
  AcademyItem *draft = academy_draft_new (test->store, kind, owner, &error);

  g_assert_no_error (error);
  g_assert_true (academy_draft_is (draft));
  return draft;
}

/* As the first thing that is typed into a form. */
static void
write_first (AcademyTest *test,
             AcademyItem *draft,
             const char  *name,
             const char  *text)
{
  const AcademyKind *kind = academy_item_get_kind (draft);
  const AcademyField *field = academy_kind_find_field (kind, name);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  academy_value_init (field, &value);
  academy_value_set_from_text (field, text, &value, &error);
  g_assert_no_error (error);
  academy_draft_write (draft, edit);
  academy_edit_set (edit, draft, field, &value);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
  g_assert_false (academy_draft_is (draft));
}

/* A draft is nowhere until something is written, and then it is one step. */
static void
test_first_value (AcademyTest   *test,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autofree char *before = academy_test_dump (test);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *owner = academy_kind_get_owner (*kind);
      const AcademyField *title = academy_kind_find_field (*kind, "title");
      g_autoptr(AcademyItem) draft = NULL;
      g_autofree char *nothing = NULL;
      g_autofree char *undone = NULL;

      if (owner == NULL || g_strcmp0 (owner->target, "organisation") != 0 || title == NULL ||
          ((*kind)->flags & ACADEMY_KIND_SINGLE))
        continue;

      draft = begin (test, *kind, organisation);
      nothing = academy_test_dump (test);
      g_assert_cmpstr (nothing, ==, before);

      write_first (test, draft, "title", "Written");
      g_assert_cmpstr (academy_item_get_text (draft, "title"), ==, "Written");
      academy_test_undo (test);
      undone = academy_test_dump (test);
      g_assert_cmpstr (undone, ==, before);
    }
}

/* Whatever is written first, a title that must be there is. */
static void
test_required (AcademyTest   *test,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) measure = begin (test, &academy_measure_kind, organisation);

  g_assert_null (academy_item_get_text (measure, "title"));
  write_first (test, measure, "owner_role", "Buyer");
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Measure");
  g_assert_cmpstr (academy_item_get_text (measure, "owner_role"), ==, "Buyer");
}

/* What belongs to a draft brings it along. */
static void
test_owner (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  gint64 goals = academy_test_count (test, &academy_goal_kind);
  g_autoptr(AcademyItem) goal = begin (test, &academy_goal_kind, organisation);
  g_autoptr(AcademyItem) indicator = begin (test, &academy_indicator_kind, goal);

  write_first (test, indicator, "title", "Food waste");
  g_assert_false (academy_draft_is (goal));
  g_assert_cmpint (academy_test_count (test, &academy_goal_kind), ==, goals + 1);
  g_assert_cmpstr (academy_item_get_owner (indicator), ==, academy_item_get_id (goal));
  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_goal_kind), ==, goals);
}

/* What is written down to be linked to is linked to, in the same step. */
static void
test_targets (AcademyTest   *test,
              gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *field;
    const char        *typed;
    gboolean           is_draft;
  } links[] = {
    { &academy_participation_kind, "person", "name", FALSE },
    { &academy_participation_kind, "person", "name", TRUE },
    { &academy_session_kind, "attendees", "role_title", FALSE },
    { &academy_session_kind, "attendees", "role_title", TRUE },
    { &academy_measure_kind, "goals", "title", FALSE },
    { &academy_measure_kind, "pilot", "title", TRUE },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const AcademyField *field = academy_kind_find_field (links[i].kind, links[i].field);
      g_autoptr(AcademyItem) linker = links[i].is_draft ? begin (test, links[i].kind, organisation)
                                                        : academy_test_add (test, links[i].kind, "");
      gint64 linkers = academy_test_count (test, links[i].kind);
      gint64 targets = academy_test_count (test, academy_kind_find (field->target));
      g_autoptr(GError) error = NULL;
      g_autoptr(AcademyItem) target = academy_draft_new_target (test->store, linker, field, &error);

      g_assert_no_error (error);
      write_first (test, target, links[i].typed, "Written");
      g_assert_false (academy_draft_is (linker));
      if (field->type == ACADEMY_LINK)
        g_assert_cmpstr (academy_item_get_text (linker, field->name), ==, academy_item_get_id (target));
      else
        g_assert_true (g_strv_contains (academy_item_get_links (linker, field->name), academy_item_get_id (target)));

      academy_test_undo (test);
      g_assert_cmpint (academy_test_count (test, links[i].kind), ==, linkers);
      g_assert_cmpint (academy_test_count (test, academy_kind_find (field->target)), ==, targets);
    }
}

/* What an indicator belongs to is not known from the measure that links to it. */
static void
test_choice (AcademyTest   *test,
             gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *field;
    gboolean           may_add;
  } links[] = {
    { &academy_participation_kind, "person", TRUE },
    { &academy_measure_kind, "goals", TRUE },
    { &academy_measure_kind, "indicators", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr(AcademyItem) linker = academy_test_add (test, links[i].kind, "");

      g_assert_true (academy_draft_may_add_target (linker, academy_kind_find_field (links[i].kind, links[i].field)) ==
                     links[i].may_add);
    }
}

/* The next number, and what the organisation knows already. */
static void
test_initial (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) first = begin (test, &academy_session_kind, organisation);
  g_autoptr(AcademyItem) fourth = academy_test_add (test, &academy_session_kind, "number=4");
  g_autoptr(AcademyItem) fifth = begin (test, &academy_session_kind, organisation);
  g_autoptr(AcademyItem) last = academy_test_add (test, &academy_session_kind, "number=99");
  g_autoptr(AcademyItem) none = begin (test, &academy_session_kind, organisation);
  g_autoptr(AcademyItem) board = NULL;

  g_assert_cmpint (academy_item_get_number (first, "number"), ==, 1);
  g_assert_cmpint (academy_item_get_number (fifth, "number"), ==, 5);
  g_assert_cmpint (academy_item_get_number (none, "number"), ==, ACADEMY_UNSET);

  g_assert_true (academy_test_set (test, organisation, "board_name", "Johtoryhmä", NULL, NULL));
  g_assert_true (academy_test_set (test, organisation, "board_date", "2022-02-01", NULL, NULL));
  board = begin (test, &academy_board_item_kind, organisation);
  g_assert_cmpstr (academy_item_get_text (board, "board_name"), ==, "Johtoryhmä");
  g_assert_nonnull (academy_item_get_date (board, "meeting_date"));
}

static void
test_slugs (void)
{
  static const struct {
    const char *name;
    const char *slug;
  } names[] = {
    { "Turku", "turku" },
    { "Kuopion kaupunki", "kuopion-kaupunki" },
    { "Jyväskylä", "jyvaskyla" },
    { "Jyva\xCC\x88skyla\xCC\x88", "jyvaskyla" },
    { "Åbo Akademi", "abo-akademi" },
    { "Sámi Giellagáldu / Saamelaiskäräjät", "sami-giellagaldu-saamelaiskarajat" },
    { "  – DigiFinland Oy – ", "digifinland-oy" },
    { "L’Oréal ja Straße", "loreal-ja-strasse" },
    { "Øresund", "oresund" },
    { "Deaŧŋu", "deatnu" },
    { "HUS 2022", "hus-2022" },
    { "Turun (entinen) kaupunki, sen kaikki toimialat ja yhtiöt", "turun-entinen-kaupunki-sen-kaikki-toimia" },
    { "Казань", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *slug = academy_slug_derive (names[i].name, 40);

      g_assert_cmpstr (slug, ==, names[i].slug);
    }

  g_assert_true (academy_slug_is_derived ("jyvaskyla", "Jyväskylä", 40));
  g_assert_true (academy_slug_is_derived ("jyvaskyla-2", "Jyväskylä", 40));
  g_assert_false (academy_slug_is_derived ("jyvaskyla-1", "Jyväskylä", 40));
  g_assert_false (academy_slug_is_derived ("jyvaskyla-x", "Jyväskylä", 40));
  g_assert_false (academy_slug_is_derived ("jkl", "Jyväskylä", 40));
}

static void
set_name (AcademyTest *test,
          AcademyItem *organisation,
          const char  *name)
{
  const AcademyField *field = academy_kind_find_field (&academy_organisation_kind, "name_fi");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.change);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, name);
  academy_edit_set (edit, organisation, field, &value);
  academy_follow_write (test->store, edit, organisation, field, &value, &error);
  g_assert_no_error (error);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
}

/* The short name follows the name, is never that of another, and stays once
 * somebody has chosen it. */
static void
test_follow (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  g_assert_true (academy_test_set (test, organisation, "name_fi", "Salo", NULL, NULL));
  g_assert_true (academy_test_set (test, organisation, "slug", "salo", NULL, NULL));
  set_name (test, organisation, "Salon kaupunki");
  g_assert_cmpstr (academy_item_get_text (organisation, "slug"), ==, "salon-kaupunki");
  set_name (test, organisation, "Kuopio");
  g_assert_cmpstr (academy_item_get_text (organisation, "slug"), ==, "kuopio-2");
  set_name (test, organisation, "Kuopi");
  g_assert_cmpstr (academy_item_get_text (organisation, "slug"), ==, "kuopi");

  g_assert_true (academy_test_set (test, organisation, "slug", "oma", NULL, NULL));
  set_name (test, organisation, "Turku");
  g_assert_cmpstr (academy_item_get_text (organisation, "slug"), ==, "oma");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (AcademyTest   *test,
                       gconstpointer  data);
  } tests[] = {
    { "/draft/first-value", test_first_value },
    { "/draft/required", test_required },
    { "/draft/owner", test_owner },
    { "/draft/targets", test_targets },
    { "/draft/choice", test_choice },
    { "/draft/initial", test_initial },
    { "/follow/name", test_follow },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AcademyTest, NULL, academy_test_set_up, tests[i].test, academy_test_tear_down);
  g_test_add_func ("/slug/derive", test_slugs);

  return g_test_run ();
}
