/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-check.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-test.h"
#include "academy-undone.h"

#define RANDOM_STEPS 600

typedef struct {
  AcademyTest  base;

  AcademyItem *first;
  AcademyItem *second;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  academy_test_set_up (&fixture->base, NULL);
  fixture->first = academy_test_add (&fixture->base, &academy_measure_kind, "title=First; start=2022-01-10; end=2022-01-20");
  fixture->second = academy_test_add (&fixture->base, &academy_measure_kind, "title=Second");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) findings = NULL;

  g_assert_true (academy_store_check (fixture->base.store, NULL, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_object (&fixture->first);
  g_clear_object (&fixture->second);
  academy_test_tear_down (&fixture->base, NULL);
}

static void
set (Fixture     *fixture,
     AcademyItem *item,
     const char  *field,
     const char  *text,
     const char  *group)
{
  g_autoptr(GError) error = NULL;

  academy_test_set (&fixture->base, item, field, text, group, &error);
  g_assert_no_error (error);
}

static char *
describe (GPtrArray *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      AcademyHistoryStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (text, " %" G_GINT64_FORMAT "%s", step->seq, step->is_outrun ? "!" : "");
    }

  return g_string_free_and_steal (text);
}

static char *
describe_all (AcademyStore *store)
{
  g_autofree char *undo = describe (store->undo_steps);
  g_autofree char *redo = describe (store->redo_steps);
  g_autofree char *lost = describe (store->lost_steps);

  return g_strdup_printf ("undo%s, redo%s, lost%s", undo, redo, lost);
}

/* Whoever opens the file next has the same steps. */
static void
assert_loads_same (Fixture *fixture)
{
  AcademyStore *store = fixture->base.store;
  g_autofree char *group = g_strdup (store->last_group);
  g_autofree char *before = describe_all (store);
  g_autofree char *after = NULL;

  g_assert_true (academy_store_load_history (store, NULL));
  after = describe_all (store);
  g_assert_cmpstr (before, ==, after);
  g_set_str (&store->last_group, group);
}

/* A letter typed elsewhere takes nothing away. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  set (fixture, fixture->first, "description", "A whole page", NULL);
  set (fixture, fixture->first, "result", "And another", NULL);
  academy_test_undo (&fixture->base);
  academy_test_undo (&fixture->base);

  set (fixture, fixture->second, "title", "Second thoughts", NULL);
  set (fixture, fixture->first, "title", "First of all", NULL);
  assert_loads_same (fixture);
  academy_test_redo (&fixture->base);
  academy_test_redo (&fixture->base);
  g_assert_null (academy_store_get_redo_label (fixture->base.store));
  g_assert_cmpstr (academy_item_get_text (fixture->first, "description"), ==, "A whole page");
  g_assert_cmpstr (academy_item_get_text (fixture->first, "result"), ==, "And another");
  g_assert_cmpstr (academy_item_get_text (fixture->first, "title"), ==, "First of all");

  /* What was done last is undone first. */
  for (guint i = 0; i < 4; i++)
    academy_test_undo (&fixture->base);
  g_assert_null (academy_item_get_text (fixture->first, "description"));
  g_assert_cmpstr (academy_item_get_text (fixture->first, "title"), ==, "First");
  g_assert_cmpstr (academy_item_get_text (fixture->second, "title"), ==, "Second");
}

/* In the same text it does, but for what has nothing to do with it. */
static void
test_same_text (Fixture       *fixture,
                gconstpointer  data)
{
  set (fixture, fixture->first, "description", "One", NULL);
  set (fixture, fixture->first, "description", "One, two", NULL);
  set (fixture, fixture->second, "result", "Other", NULL);
  for (guint i = 0; i < 3; i++)
    academy_test_undo (&fixture->base);

  set (fixture, fixture->first, "description", "x", NULL);
  assert_loads_same (fixture);
  g_assert_cmpuint (fixture->base.store->redo_steps->len, ==, 1);
  g_assert_cmpuint (fixture->base.store->lost_steps->len, ==, 2);
  academy_test_redo (&fixture->base);
  g_assert_cmpstr (academy_item_get_text (fixture->second, "result"), ==, "Other");
  g_assert_cmpstr (academy_item_get_text (fixture->first, "description"), ==, "x");
}

/* Typing that comes to nothing has written over nothing. */
static void
test_typed_back (Fixture       *fixture,
                 gconstpointer  data)
{
  set (fixture, fixture->first, "description", "A whole page", NULL);
  academy_test_undo (&fixture->base);
  set (fixture, fixture->first, "description", "x", "go");
  g_assert_null (academy_store_get_redo_label (fixture->base.store));
  set (fixture, fixture->first, "description", NULL, "go");
  assert_loads_same (fixture);
  academy_test_redo (&fixture->base);
  g_assert_cmpstr (academy_item_get_text (fixture->first, "description"), ==, "A whole page");
}

/* What would be wrong beside what was changed since is not done again. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  set (fixture, fixture->first, "start", "2022-01-18", NULL);
  academy_test_undo (&fixture->base);
  set (fixture, fixture->first, "end", "2022-01-12", NULL);
  g_assert_false (academy_store_redo (fixture->base.store, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT);
  g_assert_cmpuint (academy_item_get_date (fixture->first, "start") != NULL, ==, TRUE);
  g_assert_cmpuint (g_date_get_day (academy_item_get_date (fixture->first, "start")), ==, 10);
  assert_loads_same (fixture);

  set (fixture, fixture->first, "end", "2022-01-30", NULL);
  academy_test_redo (&fixture->base);
  g_assert_cmpuint (g_date_get_day (academy_item_get_date (fixture->first, "start")), ==, 18);
}

/* Two measures cannot wait for each other. */
static void
test_cycle (Fixture       *fixture,
            gconstpointer  data)
{
  const char *first = academy_item_get_id (fixture->first);
  const char *second = academy_item_get_id (fixture->second);
  g_autofree char *forwards = g_strdup_printf ("predecessor=%s; successor=%s", first, second);
  g_autofree char *backwards = g_strdup_printf ("predecessor=%s; successor=%s", second, first);
  g_autoptr(GError) error = NULL;

  g_object_unref (academy_test_add (&fixture->base, &academy_dependency_kind, forwards));
  academy_test_undo (&fixture->base);
  g_object_unref (academy_test_add (&fixture->base, &academy_dependency_kind, backwards));
  g_assert_false (academy_store_redo (fixture->base.store, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT);
}

/* What was added to something that is gone has no place any more. */
static void
test_owner_gone (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (&fixture->base);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.remove);
  g_autoptr(GError) error = NULL;

  academy_test_undo (&fixture->base);
  academy_edit_delete (edit, organisation);
  g_assert_true (academy_store_apply (fixture->base.store, edit, NULL));
  g_assert_false (academy_store_redo (fixture->base.store, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT);
  academy_test_undo (&fixture->base);
  academy_test_redo (&fixture->base);
}

/* People are not in the history; what is known of them in this session serves as
 * well when steps come back. */
static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) person = academy_test_add (&fixture->base, &academy_person_kind, "name=A");

  set (fixture, person, "name", "B", NULL);
  academy_test_undo (&fixture->base);
  set (fixture, person, "phone", "1", "go");
  set (fixture, person, "phone", NULL, "go");
  academy_test_redo (&fixture->base);
  g_assert_cmpstr (academy_item_get_text (person, "name"), ==, "B");
  set (fixture, person, "phone", "2", NULL);
  academy_test_undo (&fixture->base);
  academy_test_undo (&fixture->base);
  set (fixture, person, "name", "C", NULL);
  g_assert_cmpstr (academy_store_get_redo_label (fixture->base.store), ==, "Change person");
  academy_test_redo (&fixture->base);
  g_assert_cmpstr (academy_item_get_text (person, "phone"), ==, "2");
  g_assert_null (academy_store_get_redo_label (fixture->base.store));
}

static void
do_anything (Fixture *fixture)
{
  static const char * const fields[] = { "title", "description", "result" };
  static const char * const texts[] = { "a", "b", "c", "d" };
  static const char * const groups[] = { NULL, "one", "two" };
  AcademyItem *item = g_test_rand_int_range (0, 2) ? fixture->first : fixture->second;
  g_autoptr(GError) error = NULL;

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      academy_store_undo (fixture->base.store, &error);
      g_assert_no_error (error);
      break;
    case 1:
      if (!academy_store_redo (fixture->base.store, &error))
        g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT);
      break;
    default:
      set (fixture, item, fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))],
           texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))], groups[g_test_rand_int_range (0, G_N_ELEMENTS (groups))]);
    }
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  guint n_undone = 0;

  /* Without these there is nothing to change. */
  g_ptr_array_set_size (fixture->base.store->undo_steps, 0);
  g_assert_true (academy_database_run (fixture->base.store->database, "DELETE FROM history WHERE action = 'edit'", NULL));

  for (guint i = 0; i < RANDOM_STEPS; i++)
    {
      do_anything (fixture);
      assert_loads_same (fixture);
    }

  /* All the way back is where it began. */
  for (; academy_store_get_undo_label (fixture->base.store) != NULL; n_undone++)
    academy_test_undo (&fixture->base);
  g_assert_cmpuint (n_undone, >, 0);
  g_assert_cmpstr (academy_item_get_text (fixture->first, "title"), ==, "First");
  g_assert_null (academy_item_get_text (fixture->second, "description"));
}

/* The only copy of a long text is not lost by a letter. */
static void
test_bring_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) undone = NULL;
  const AcademyUndone *newest;
  g_autoptr(GError) error = NULL;

  g_assert_false (academy_store_has_undone (fixture->base.store));
  set (fixture, fixture->first, "description", "One page", NULL);
  set (fixture, fixture->first, "description", "One page, and another", NULL);
  academy_test_undo (&fixture->base);
  academy_test_undo (&fixture->base);
  set (fixture, fixture->first, "description", "x", NULL);
  assert_loads_same (fixture);

  undone = academy_store_get_undone (fixture->base.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->len, ==, 2);
  newest = g_ptr_array_index (undone, 0);
  g_assert_cmpstr (newest->what, ==, "Description · First · DigiFinland");
  g_assert_cmpstr (newest->excerpt, ==, "One page, and another");
  g_assert_nonnull (newest->at);

  g_assert_true (academy_store_bring_back (fixture->base.store, newest->step, &error));
  g_assert_cmpstr (academy_item_get_text (fixture->first, "description"), ==, "One page, and another");
  academy_test_undo (&fixture->base);
  g_assert_cmpstr (academy_item_get_text (fixture->first, "description"), ==, "x");
  academy_test_redo (&fixture->base);
  g_assert_cmpstr (academy_item_get_text (fixture->first, "description"), ==, "One page, and another");
}

/* So does a thing whose addition was undone, unless its owner has gone. */
static void
test_bring_back_item (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (&fixture->base);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.remove);
  g_autofree char *id = g_strdup (academy_item_get_id (fixture->second));
  g_autoptr(AcademyItem) back = NULL;
  g_autoptr(GPtrArray) undone = NULL;
  g_autoptr(GError) error = NULL;
  gint64 step;

  academy_test_undo (&fixture->base);
  undone = academy_store_get_undone (fixture->base.store, &error);
  g_assert_cmpuint (undone->len, ==, 1);
  g_assert_cmpstr (((AcademyUndone *) g_ptr_array_index (undone, 0))->what, ==, "Add measure");
  g_assert_cmpstr (((AcademyUndone *) g_ptr_array_index (undone, 0))->excerpt, ==, "Second");
  step = ((AcademyUndone *) g_ptr_array_index (undone, 0))->step;
  g_assert_true (academy_store_bring_back (fixture->base.store, step, &error));
  back = academy_store_get (fixture->base.store, &academy_measure_kind, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (academy_item_get_text (back, "title"), ==, "Second");

  academy_edit_delete (edit, organisation);
  g_assert_true (academy_store_apply (fixture->base.store, edit, NULL));
  g_assert_false (academy_store_bring_back (fixture->base.store, step, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT);
}

static void
assert_says (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *text = academy_reversal_dup_text (academy_store_get_reversal (fixture->base.store));

  g_assert_cmpstr (text, ==, expected);
}

/* What was undone or redone is named with its thing and its place. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (&fixture->base);
  g_autoptr(AcademyItem) event = NULL;
  g_autoptr(AcademyEdit) edit = NULL;

  g_assert_null (academy_store_get_reversal (fixture->base.store));
  set (fixture, fixture->first, "end", "2022-01-30", NULL);
  academy_test_undo (&fixture->base);
  assert_says (fixture, "Undone: end date of “First”, DigiFinland");
  academy_test_redo (&fixture->base);
  assert_says (fixture, "Redone: end date of “First”, DigiFinland");

  academy_test_undo (&fixture->base);
  academy_test_undo (&fixture->base);
  assert_says (fixture, "Undone: addition of measure “Second”, DigiFinland");
  academy_test_redo (&fixture->base);
  assert_says (fixture, "Redone: addition of measure “Second”, DigiFinland");

  edit = academy_edit_new (academy_organisation_kind.remove);
  academy_edit_delete (edit, organisation);
  g_assert_true (academy_store_apply (fixture->base.store, edit, NULL));
  academy_test_undo (&fixture->base);
  assert_says (fixture, "Undone: deletion of organisation “DigiFinland Oy”");
  g_clear_pointer (&edit, academy_edit_free);

  edit = academy_edit_new ("Delete measures");
  academy_edit_delete (edit, fixture->first);
  academy_edit_delete (edit, fixture->second);
  g_assert_true (academy_store_apply (fixture->base.store, edit, NULL));
  academy_test_undo (&fixture->base);
  assert_says (fixture, "Undone: deletion of measures, 2 items");

  event = academy_test_add (&fixture->base, &academy_event_kind, "title=Opening");
  set (fixture, event, "title", "The opening", NULL);
  academy_test_undo (&fixture->base);
  assert_says (fixture, "Undone: own title of “Opening”");
}

/* A toast is seen by everybody in the room. */
static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) note = academy_test_add (&fixture->base, &academy_note_kind, "text=Secret; private=true");

  set (fixture, note, "text", "Secret still", NULL);
  academy_test_undo (&fixture->base);
  assert_says (fixture, "Undone: change of note (private)");
  academy_test_undo (&fixture->base);
  assert_says (fixture, "Undone: addition of note (private)");
  academy_test_redo (&fixture->base);
  assert_says (fixture, "Redone: addition of note (private)");
}

static void
assert_phrase (const char *label,
               const char *expected)
{
  g_autofree char *phrase = academy_step_dup_phrase (label);

  g_assert_cmpstr (phrase, ==, expected);
}

static void
assert_begins (const char *label,
               const char *expected)
{
  g_autofree char *phrase = academy_step_dup_phrase (label);

  g_assert_true (g_str_has_prefix (phrase, expected));
}

/* Every step that a kind can give has a name as a noun. */
static void
test_phrases (void)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *paste = academy_step_dup_paste_label (*kind, 1234);

      assert_begins ((*kind)->add, "addition of ");
      assert_begins ((*kind)->change, "change of ");
      assert_begins ((*kind)->remove, "deletion of ");
      assert_begins (paste, (*kind)->paste != NULL ? "pasting of 1234 " : "addition of ");
    }
  assert_phrase ("Change organisation", "change of organisation");
  assert_phrase ("Move measures", "move of measures");
  assert_phrase ("Begin session", "beginning of session");
  assert_phrase ("Go to point of the agenda", "change of the point of the agenda");
  assert_phrase ("Pause session", "pause of session");
  assert_phrase ("End session", "end of session");
  assert_phrase ("Paste 40 measures", "pasting of 40 measures");
  assert_phrase ("Paste 40 things of another version", "Paste 40 things of another version");
  assert_phrase ("Something of another version", "Something of another version");
}

/* One is added, and only several are counted. */
static void
test_paste (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (&fixture->base);
  g_autofree char *one = academy_step_dup_paste_label (&academy_measure_kind, 1);
  g_autofree char *label = academy_step_dup_paste_label (&academy_measure_kind, 3);
  g_autofree char *shown = academy_step_dup_label (label);
  g_autoptr(AcademyEdit) edit = academy_edit_new (label);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(AcademyItem) measure = academy_item_new_part (&academy_measure_kind, academy_item_get_id (organisation));

      g_object_set (measure, "title", "Train buyers", NULL);
      academy_edit_create (edit, measure);
    }
  g_assert_true (academy_store_apply (fixture->base.store, edit, NULL));

  g_assert_cmpstr (one, ==, "Add measure");
  g_assert_cmpstr (shown, ==, "Paste 3 measures");
  g_assert_cmpstr (academy_store_get_undo_label (fixture->base.store), ==, "Paste 3 measures");
  academy_test_undo (&fixture->base);
  assert_says (fixture, "Undone: pasting of 3 measures");
  academy_test_redo (&fixture->base);
  assert_says (fixture, "Redone: pasting of 3 measures");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/redo/elsewhere", test_elsewhere },
    { "/redo/same-text", test_same_text },
    { "/redo/typed-back", test_typed_back },
    { "/redo/conflict", test_conflict },
    { "/redo/cycle", test_cycle },
    { "/redo/owner-gone", test_owner_gone },
    { "/redo/people", test_people },
    { "/redo/random", test_random },
    { "/redo/bring-back", test_bring_back },
    { "/redo/bring-back-item", test_bring_back_item },
    { "/redo/words", test_words },
    { "/redo/private", test_private },
    { "/redo/paste", test_paste },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/redo/phrases", test_phrases);

  return g_test_run ();
}
