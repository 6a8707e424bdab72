/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-clock.h"
#include "academy-draft.h"
#include "academy-kinds.h"
#include "academy-mirror.h"
#include "academy-store-private.h"
#include "academy-test.h"
#include "academy-timeline-edits.h"

#define N_STEPS 250

/* Each replays other edits; a failure tells which, and at which step. */
static const guint32 seeds[] = { 1, 16, 2021, 19980814 };

typedef struct {
  AcademyTest  base;

  /* Owned */
  GRand       *random;
  GPtrArray   *mirrors;
  GPtrArray   *undo;
  GPtrArray   *redo;

  guint32      today;
} Replay;

static void
run_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_today (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  academy_clock_set_today (&date);
}

static AcademyItem *
pick (Replay            *replay,
      const AcademyKind *kind)
{
  g_autoptr(GPtrArray) items = academy_store_get_all (replay->base.store, kind, NULL, NULL);

  if (items->len == 0)
    return NULL;

  return g_object_ref (g_ptr_array_index (items, g_rand_int_range (replay->random, 0, items->len)));
}

static AcademyItem *
pick_dated (Replay *replay)
{
  static const AcademyKind * const kinds[] = {
    &academy_measure_kind, &academy_measure_kind, &academy_measure_kind, &academy_measure_kind, &academy_pilot_kind,
    &academy_session_kind, &academy_milestone_kind, &academy_board_item_kind, &academy_phase_kind, &academy_event_kind,
    &academy_organisation_kind,
  };

  return pick (replay, kinds[g_rand_int_range (replay->random, 0, G_N_ELEMENTS (kinds))]);
}

static gboolean
move (Replay *replay)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (int n = g_rand_int_range (replay->random, 1, 4); n > 0; n--)
    {
      g_autoptr(AcademyItem) item = pick_dated (replay);

      if (item != NULL && !g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  return items->len > 0 && academy_timeline_edit_shift (replay->base.store, items,
                                                        g_rand_int_range (replay->random, -60, 60), NULL, NULL);
}

static gboolean
resize (Replay *replay)
{
  g_autoptr(AcademyItem) item = pick_dated (replay);

  return item != NULL && !academy_span_is_point (academy_item_get_kind (item)) &&
         academy_timeline_edit_resize (replay->base.store, item,
                                       g_rand_boolean (replay->random) ? ACADEMY_SPAN_START : ACADEMY_SPAN_END,
                                       g_rand_int_range (replay->random, -60, 60), NULL, NULL);
}

static gboolean
progress (Replay *replay)
{
  g_autoptr(AcademyItem) item = pick (replay, &academy_measure_kind);

  return item != NULL && academy_timeline_edit_progress (replay->base.store, item,
                                                         g_rand_int_range (replay->random, -10, 120), NULL, NULL);
}

static gboolean
write_draft (AcademyStore *store,
             AcademyItem  *draft)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (draft)->add);

  academy_draft_write (draft, edit);
  return academy_store_apply (store, edit, NULL);
}

static gboolean
add (Replay *replay)
{
  g_autoptr(AcademyItem) organisation = pick (replay, &academy_organisation_kind);
  g_autoptr(AcademyItem) like = g_rand_boolean (replay->random) ? pick (replay, &academy_measure_kind) : NULL;
  const char *owner = like != NULL ? academy_item_get_owner (like) : academy_item_get_id (organisation);
  g_autoptr(AcademyItem) measure =
    academy_timeline_edit_begin (replay->base.store, owner, replay->today + g_rand_int_range (replay->random, -90, 90),
                                 like, NULL);

  return measure != NULL && write_draft (replay->base.store, measure);
}

static gboolean
delete (Replay *replay)
{
  static const AcademyKind * const kinds[] = {
    &academy_measure_kind, &academy_measure_kind, &academy_measure_kind, &academy_pilot_kind, &academy_session_kind,
    &academy_milestone_kind, &academy_board_item_kind, &academy_phase_kind, &academy_event_kind, &academy_goal_kind,
    &academy_dependency_kind,
  };
  g_autoptr(AcademyItem) item = pick (replay, kinds[g_rand_int_range (replay->random, 0, G_N_ELEMENTS (kinds))]);
  g_autoptr(AcademyEdit) edit = NULL;

  if (item == NULL)
    return FALSE;

  edit = academy_edit_new (academy_item_get_kind (item)->remove);
  academy_edit_delete (edit, item);
  return academy_store_apply (replay->base.store, edit, NULL);
}

static gboolean
depend (Replay *replay)
{
  g_autoptr(AcademyItem) first = pick (replay, &academy_measure_kind);
  g_autoptr(AcademyItem) second = pick (replay, &academy_measure_kind);

  return first != NULL && academy_timeline_edit_link (replay->base.store, first, second, NULL);
}

static gboolean
write_measure (Replay *replay)
{
  static const char * const values[][2] = {
    { "title", "Ääni" }, { "title", "aamu" }, { "title", "Öljy" }, { "title", "Hankinta" }, { "owner_role", NULL },
    { "owner_role", "Hankintapäällikkö" }, { "owner_role", "hankintapäällikkö" }, { "owner_role", "Öljyvastaava" },
    { "status", "done" }, { "status", "planned" }, { "status", "dropped" }, { "status", "in_progress" }, { "end", NULL },
    { "start", NULL }, { "start", "2022-02-01" }, { "end", "2022-02-01" }, { "goals", NULL }, { "pilot", NULL },
  };
  const char * const *value = values[g_rand_int_range (replay->random, 0, G_N_ELEMENTS (values))];
  g_autoptr(AcademyItem) measure = pick (replay, &academy_measure_kind);

  return measure != NULL && academy_test_set (&replay->base, measure, value[0], value[1], NULL, NULL);
}

static gboolean
write_other (Replay *replay)
{
  static const struct { const AcademyKind *kind; const char *field; const char *value; } values[] = {
    { &academy_organisation_kind, "board_date", NULL },
    { &academy_organisation_kind, "board_date", "2022-02-16" },
    { &academy_organisation_kind, "board_date", "2022-04-01" },
    { &academy_organisation_kind, "short_name_en", "Ärla" },
    { &academy_organisation_kind, "archived", "true" },
    { &academy_organisation_kind, "archived", "false" },
    { &academy_organisation_kind, "position", "1024" },
    { &academy_organisation_kind, "position", "2048" },
    { &academy_organisation_kind, "position", NULL },
    { &academy_board_item_kind, "meeting_date", "2022-04-01" },
    { &academy_board_item_kind, "meeting_date", "2022-02-23" },
    { &academy_board_item_kind, "certainty", "month" },
    { &academy_board_item_kind, "outcome", "approved" },
    { &academy_board_item_kind, "outcome", NULL },
    { &academy_session_kind, "start", NULL },
    { &academy_session_kind, "earliest", "2022-03-01" },
    { &academy_milestone_kind, "done", "true" },
    { &academy_milestone_kind, "certainty", "month" },
    { &academy_goal_kind, "title", "Älykäs" },
    { &academy_goal_kind, "title", "aivan ensin" },
    { &academy_phase_kind, "certainty", "month" },
    { &academy_event_kind, "start", NULL },
    { &academy_dependency_kind, "lag", "10" },
    { &academy_dependency_kind, "lag", "0" },
  };
  guint i = g_rand_int_range (replay->random, 0, G_N_ELEMENTS (values));
  g_autoptr(AcademyItem) item = pick (replay, values[i].kind);
  /* Headings are told apart by their titles. */
  g_autofree char *value = values[i].kind == &academy_goal_kind || g_str_equal (values[i].field, "short_name_en")
                             ? g_strdup_printf ("%s %u", values[i].value, g_rand_int (replay->random))
                             : g_strdup (values[i].value);

  return item != NULL && academy_test_set (&replay->base, item, values[i].field, value, NULL, NULL);
}

/* Goals and pilots are those of the organisation of the measure. */
static gboolean
regroup_measure (Replay *replay)
{
  const AcademyKind *kind = g_rand_boolean (replay->random) ? &academy_goal_kind : &academy_pilot_kind;
  g_autoptr(AcademyItem) measure = pick (replay, &academy_measure_kind);
  g_autoptr(AcademyItem) other = pick (replay, kind);

  return measure != NULL && other != NULL &&
         g_str_equal (academy_item_get_owner (measure), academy_item_get_owner (other)) &&
         academy_test_set (&replay->base, measure, kind == &academy_goal_kind ? "goals" : "pilot",
                           academy_item_get_id (other), NULL, NULL);
}

static const struct {
  const char *name;
  gboolean  (*run) (Replay *replay);
} edits[] = {
  { "move", move }, { "move", move }, { "move", move }, { "resize", resize }, { "resize", resize },
  { "progress", progress }, { "add", add }, { "add", add }, { "delete", delete }, { "depend", depend },
  { "depend", depend }, { "write", write_measure }, { "write", write_measure }, { "write", write_measure },
  { "write other", write_other }, { "regroup measure", regroup_measure },
};

/* What is saved is one step, and what is refused has changed nothing. */
static void
edit (Replay *replay,
      guint   i)
{
  g_autofree char *before = academy_test_dump (&replay->base);
  gboolean saved = edits[i].run (replay);
  g_autofree char *after = academy_test_dump (&replay->base);

  if (!saved)
    g_assert_cmpstr (after, ==, before);
  if (g_str_equal (after, before))
    return;

  g_ptr_array_add (replay->undo, g_steal_pointer (&before));
  g_ptr_array_add (replay->undo, g_steal_pointer (&after));
  g_ptr_array_set_size (replay->redo, 0);
}

/* Takes the last pair of states, before and after an edit, from one stack to the other. */
static void
go (Replay    *replay,
    GPtrArray *from,
    GPtrArray *to,
    gboolean   back)
{
  g_autofree char *now = academy_test_dump (&replay->base);
  g_autofree char *then = NULL;
  char *before, *after;

  if (from->len == 0)
    return;

  after = g_ptr_array_steal_index (from, from->len - 1);
  before = g_ptr_array_steal_index (from, from->len - 1);
  g_assert_cmpstr (now, ==, back ? after : before);
  if (back)
    academy_test_undo (&replay->base);
  else
    academy_test_redo (&replay->base);
  then = academy_test_dump (&replay->base);
  g_assert_cmpstr (then, ==, back ? before : after);
  g_ptr_array_add (to, before);
  g_ptr_array_add (to, after);
}

static void
fold (Replay        *replay,
      AcademyMirror *mirror)
{
  GListModel *model = G_LIST_MODEL (mirror->model);
  guint n_items = g_list_model_get_n_items (model);
  guint position;
  g_autoptr(AcademyLine) row = NULL;

  if (n_items == 0)
    return;

  /* On anything but a heading it does nothing. */
  position = g_rand_int_range (replay->random, 0, n_items);
  if (g_rand_boolean (replay->random))
    position = academy_timeline_model_find_heading (mirror->model, position);
  row = g_list_model_get_item (model, position);
  if (academy_line_is_heading (row) && !academy_line_is_folded (row))
    g_hash_table_add (mirror->folded, g_strdup (mirror->lines[position]));
  else if (academy_line_is_heading (row))
    g_hash_table_remove (mirror->folded, mirror->lines[position]);
  academy_timeline_model_set_folded (mirror->model, position, !academy_line_is_folded (row));
}

static void
fold_all (Replay        *replay,
          AcademyMirror *mirror)
{
  g_autoptr(AcademySchedule) schedule = academy_mirror_read (mirror, replay->today);
  gboolean folded = g_rand_boolean (replay->random);

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);

      if (heading->type != ACADEMY_HEADING_ORGANISATION)
        continue;
      if (folded)
        g_hash_table_add (mirror->folded, academy_mirror_get_key (heading));
      else
        {
          g_autofree char *key = academy_mirror_get_key (heading);

          g_hash_table_remove (mirror->folded, key);
        }
    }
  academy_timeline_model_set_all_folded (mirror->model, folded);
}

static void
choose (Replay        *replay,
        AcademyMirror *mirror)
{
  static const char * const searches[] = { NULL, NULL, "ä", "HANKINTA", "öl", "puuttuu" };

  switch (g_rand_int_range (replay->random, 0, 4))
    {
    case 0:
      mirror->query.grouping = g_rand_int_range (replay->random, 0, 3);
      academy_timeline_model_set_grouping (mirror->model, mirror->query.grouping);
      break;
    case 1:
      mirror->query.filter = g_rand_int_range (replay->random, 0, 3);
      academy_timeline_model_set_filter (mirror->model, mirror->query.filter);
      break;
    case 2:
      mirror->query.order = g_rand_int_range (replay->random, 0, ACADEMY_N_ORDERS);
      mirror->query.descending = g_rand_boolean (replay->random);
      academy_timeline_model_set_order (mirror->model, mirror->query.order, mirror->query.descending);
      break;
    default:
      g_set_str (&mirror->search, searches[g_rand_int_range (replay->random, 0, G_N_ELEMENTS (searches))]);
      academy_timeline_model_set_search (mirror->model, mirror->search);
    }
}

static void
step (Replay *replay,
      guint32 seed,
      guint   n)
{
  guint what = g_rand_int_range (replay->random, 0, 20);
  AcademyMirror *mirror = g_ptr_array_index (replay->mirrors, g_rand_int_range (replay->random, 0, replay->mirrors->len));
  guint i = g_rand_int_range (replay->random, 0, G_N_ELEMENTS (edits));
  const char *name = what < 10 ? edits[i].name : what < 12 ? "undo" : what < 14 ? "redo" : what < 16 ? "fold"
                     : what < 17 ? "fold all" : what < 19 ? "choose" : "another day";

  g_test_message ("seed %u, step %u: %s", seed, n, name);
  if (what < 10)
    edit (replay, i);
  else if (what < 12)
    go (replay, replay->undo, replay->redo, TRUE);
  else if (what < 14)
    go (replay, replay->redo, replay->undo, FALSE);
  else if (what < 16)
    fold (replay, mirror);
  else if (what < 17)
    fold_all (replay, mirror);
  else if (what < 19)
    choose (replay, mirror);
  else
    {
      replay->today += g_rand_int_range (replay->random, -5, 30);
      set_today (replay->today);
    }

  run_idle ();
  for (guint j = 0; j < replay->mirrors->len; j++)
    academy_mirror_check (g_ptr_array_index (replay->mirrors, j), replay->today, replay->random);
}

/* What stands round a plan is folded at first. */
static void
begin (Replay *replay)
{
  for (guint i = 0; i < replay->mirrors->len; i++)
    {
      AcademyMirror *mirror = g_ptr_array_index (replay->mirrors, i);
      g_autoptr(AcademySchedule) schedule = academy_mirror_read (mirror, replay->today);
      AcademyHeadingType type = mirror->organisation != NULL ? ACADEMY_HEADING_PROGRAMME : ACADEMY_HEADING_ORGANISATION;

      for (guint j = 0; j < schedule->headings->len; j++)
        if (((AcademyScheduleHeading *) g_ptr_array_index (schedule->headings, j))->type == type)
          g_hash_table_add (mirror->folded, academy_mirror_get_key (g_ptr_array_index (schedule->headings, j)));
      academy_timeline_model_load_rest (mirror->model);
      academy_mirror_check (mirror, replay->today, replay->random);
    }
}

static void
set_up (Replay       *replay,
        gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = NULL;

  academy_test_set_up_template (&replay->base, "example", "en");
  replay->today = academy_test_day ("2022-02-14");
  set_today (replay->today);
  organisation = academy_test_organisation (&replay->base);
  g_object_unref (academy_test_add (&replay->base, &academy_organisation_kind, "name_fi=Zeta; slug=zeta"));
  replay->random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  replay->undo = g_ptr_array_new_with_free_func (g_free);
  replay->redo = g_ptr_array_new_with_free_func (g_free);
  replay->mirrors = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_mirror_free);
  g_ptr_array_add (replay->mirrors, academy_mirror_new (replay->base.store, academy_item_get_id (organisation)));
  g_ptr_array_add (replay->mirrors, academy_mirror_new (replay->base.store, NULL));
}

static void
tear_down (Replay       *replay,
           gconstpointer data)
{
  g_ptr_array_unref (replay->mirrors);
  g_ptr_array_unref (replay->undo);
  g_ptr_array_unref (replay->redo);
  g_rand_free (replay->random);
  academy_clock_set_today (NULL);
  academy_test_tear_down (&replay->base, data);
}

static void
test_replay (Replay       *replay,
             gconstpointer data)
{
  begin (replay);
  for (guint n = 1; n <= N_STEPS; n++)
    step (replay, GPOINTER_TO_UINT (data), n);
}

static void
empty_set_up (AcademyTest  *test,
              gconstpointer data)
{
  academy_test_set_up_template (test, "empty", "en");
}

/* A plan of which nothing is written yet has no line, and then two. */
static void
test_empty (AcademyTest  *test,
            gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_add (test, &academy_organisation_kind, "name_fi=Zeta; slug=zeta");
  AcademyMirror *mirror = academy_mirror_new (test->store, academy_item_get_id (organisation));
  GListModel *model = G_LIST_MODEL (mirror->model);
  g_autoptr(AcademyItem) measure = NULL;
  guint32 first, last;
  guint position;

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_assert_null (g_list_model_get_item (model, 0));
  g_assert_cmpuint (academy_timeline_model_find_heading (mirror->model, 0), ==, G_MAXUINT);
  academy_timeline_model_set_folded (mirror->model, 0, TRUE);
  academy_timeline_model_set_all_folded (mirror->model, TRUE);
  academy_timeline_model_get_range (mirror->model, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 0);

  measure = academy_timeline_edit_begin (test->store, academy_item_get_id (organisation), 738000, NULL, NULL);
  g_assert_cmpuint (mirror->rows->len, ==, 0);
  g_assert_true (write_draft (test->store, measure));
  g_assert_cmpuint (mirror->rows->len, ==, 2);
  g_assert_true (academy_timeline_model_find (mirror->model, academy_item_get_id (measure), &position));
  g_assert_cmpuint (position, ==, 1);
  academy_timeline_model_get_range (mirror->model, &first, &last);
  g_assert_cmpuint (first, ==, 738000);
  g_assert_cmpuint (last, ==, 738013);

  academy_test_undo (test);
  g_assert_cmpuint (mirror->rows->len, ==, 0);
  academy_mirror_free (mirror);
}

static void
count_cb (guint *n_signals)
{
  (*n_signals)++;
}

static void
programme_set_up (AcademyTest  *test,
                  gconstpointer data)
{
  academy_test_set_up_template (test, "example", "en");
}

/* All headings collapse or expand as one change, and their rows stay. */
static void
test_fold_all (AcademyTest  *test,
               gconstpointer data)
{
  g_autoptr(AcademyTimelineModel) model = academy_timeline_model_new (test->store, NULL);
  guint n_folded = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr(AcademyLine) row = g_list_model_get_item (G_LIST_MODEL (model), n_folded - 1);
  guint n_items = 0, n_changed = 0, n_hints = 0;

  academy_timeline_model_load_rest (model);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (count_cb), &n_items);
  g_signal_connect_swapped (model, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (model, "hints-changed", G_CALLBACK (count_cb), &n_hints);

  for (guint folded = 0; folded < 2; folded++)
    {
      guint position = G_MAXUINT;

      n_items = n_changed = 0;
      academy_timeline_model_set_all_folded (model, folded);
      g_assert_cmpuint (n_items, ==, 1);
      g_assert_cmpuint (n_changed, ==, 1);
      g_assert_cmpint (academy_line_is_folded (row), ==, folded);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
        {
          g_autoptr(AcademyLine) other = g_list_model_get_item (G_LIST_MODEL (model), i);

          if (other == row)
            position = i;
        }
      g_assert_cmpuint (position, <, G_MAXUINT);
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n_folded);
  g_assert_cmpuint (n_hints, ==, 0);

  academy_timeline_model_set_all_folded (model, TRUE);
  g_assert_cmpuint (n_items, ==, 1);
}

static int
count_row_cb (unsigned type,
              void    *data,
              void    *statement,
              void    *unused)
{
  count_cb (data);
  return 0;
}

/* The rows that SQLite reads for a change of one day, or for the deletion of a new
 * measure, and for what follows. */
static guint
count_rows_of_edit (AcademyTest *test,
                    AcademyItem *measure,
                    const char  *start)
{
  sqlite3 *handle = academy_database_get_handle (test->store->database);
  guint n_rows = 0;

  sqlite3_trace_v2 (handle, SQLITE_TRACE_ROW, count_row_cb, &n_rows);
  if (start != NULL)
    g_assert_true (academy_test_set (test, measure, "start", start, NULL, NULL));
  else
    academy_test_undo (test);
  run_idle ();
  sqlite3_trace_v2 (handle, 0, NULL, NULL);

  return n_rows;
}

static guint
count_rows_of_deletion (AcademyTest *test,
                        AcademyItem *organisation)
{
  g_autofree char *fields = g_strdup_printf ("organisation=%s; title=Öljy", academy_item_get_id (organisation));

  g_object_unref (academy_test_add (test, &academy_measure_kind, fields));
  run_idle ();
  return count_rows_of_edit (test, NULL, NULL);
}

/* An edit in one organisation reads nothing of the plan of another. */
static void
test_other_organisation (AcademyTest  *test,
                         gconstpointer data)
{
  g_autoptr(AcademyTimelineModel) model = academy_timeline_model_new (test->store, NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) zeta = academy_test_add (test, &academy_organisation_kind, "name_fi=Zeta; slug=zeta");
  g_autofree char *fields = g_strdup_printf ("organisation=%s; title=Ääni; owner_role=Lakimies; start=2022-02-01; "
                                             "end=2022-02-03; person_days=20", academy_item_get_id (zeta));
  g_autoptr(GPtrArray) measures =
    academy_store_get_all (test->store, &academy_measure_kind, academy_item_get_id (organisation), NULL);
  AcademyItem *measure = g_ptr_array_index (measures, 0);
  guint n_rows, n_rows_of_deletion, n_hints;

  academy_timeline_model_load_rest (model);
  run_idle ();
  count_rows_of_edit (test, measure, "2021-11-01");
  n_rows = count_rows_of_edit (test, measure, "2021-11-02");
  n_rows_of_deletion = count_rows_of_deletion (test, organisation);
  n_hints = academy_timeline_model_get_hints (model)->len;

  for (guint i = 0; i < 50; i++)
    g_object_unref (academy_test_add (test, &academy_measure_kind, fields));
  run_idle ();
  g_assert_cmpuint (academy_timeline_model_get_hints (model)->len, >, n_hints);
  count_rows_of_edit (test, measure, "2021-11-01");
  g_assert_cmpuint (count_rows_of_edit (test, measure, "2021-11-02"), <=, n_rows);
  g_assert_cmpuint (count_rows_of_deletion (test, organisation), <=, n_rows_of_deletion);
}

static char *
dup_title (AcademyTimelineModel *model,
           guint                 position)
{
  g_autoptr(AcademyLine) row = g_list_model_get_item (G_LIST_MODEL (model), position);

  return academy_line_dup_title (row, academy_language_get ("en", NULL));
}

/* A search reads the measures alone, and everything else only after an edit, which
 * may have brought it into another order. */
static void
test_search (AcademyTest  *test,
             gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_add (test, &academy_organisation_kind, "name_fi=Zeta; slug=zeta");
  const char *id = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) measure = academy_test_create (test, &academy_measure_kind, id, "title", "One");
  g_autoptr(AcademyItem) early = academy_test_create (test, &academy_milestone_kind, id, "title", "Early");
  g_autoptr(AcademyItem) late = academy_test_create (test, &academy_milestone_kind, id, "title", "Late");
  g_autoptr(AcademyTimelineModel) model = NULL;
  sqlite3 *handle = academy_database_get_handle (test->store->database);
  g_autofree char *before = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *after = NULL;
  guint n_rows = 0;

  g_assert_true (academy_test_set (test, early, "date", "2022-01-10", NULL, NULL));
  g_assert_true (academy_test_set (test, late, "date", "2022-02-10", NULL, NULL));
  model = academy_timeline_model_new (test->store, id);
  before = dup_title (model, 1);
  g_assert_cmpstr (before, ==, "Early");

  sqlite3_trace_v2 (handle, SQLITE_TRACE_ROW, count_row_cb, &n_rows);
  academy_timeline_model_set_search (model, "o");
  sqlite3_trace_v2 (handle, 0, NULL, NULL);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 5);

  g_assert_true (academy_test_set (test, early, "date", "2022-03-10", NULL, NULL));
  run_idle ();
  kept = dup_title (model, 1);
  g_assert_cmpstr (kept, ==, "Early");
  academy_timeline_model_set_search (model, "on");
  after = dup_title (model, 1);
  g_assert_cmpstr (after, ==, "Late");
}

static void
failed_cb (AcademyStore *store,
           const GError *error)
{
  g_error ("%s", error->message);
}

/* A timeline that waits to be refreshed when its organisation is deleted has
 * nothing to read. */
static void
test_deleted_organisation (AcademyTest   *test,
                           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) measure = academy_test_create (test, &academy_measure_kind, id, "title", "One");
  g_autoptr(AcademyTimelineModel) model = academy_timeline_model_new (test->store, id);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.remove);

  g_signal_connect (test->store, "failed", G_CALLBACK (failed_cb), NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (academy_test_set (test, measure, "title", "Two", NULL, NULL));
  academy_edit_delete (edit, organisation);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  academy_test_undo (test);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-model/replay/%u", seeds[i]);

      g_test_add (path, Replay, GUINT_TO_POINTER (seeds[i]), set_up, test_replay, tear_down);
    }

  g_test_add ("/timeline-model/empty", AcademyTest, NULL, empty_set_up, test_empty, academy_test_tear_down);

  g_test_add ("/timeline-model/deleted-organisation", AcademyTest, NULL, academy_test_set_up, test_deleted_organisation,
              academy_test_tear_down);
  g_test_add ("/timeline-model/fold-all", AcademyTest, NULL, programme_set_up, test_fold_all, academy_test_tear_down);
  g_test_add ("/timeline-model/search", AcademyTest, NULL, empty_set_up, test_search, academy_test_tear_down);
  g_test_add ("/timeline-model/other-organisation", AcademyTest, NULL, programme_set_up, test_other_organisation,
              academy_test_tear_down);

  return g_test_run ();
}
