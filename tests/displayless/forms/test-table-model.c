/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-draft.h"
#include "academy-kinds.h"
#include "academy-table-model.h"
#include "academy-test.h"

#define STEPS      1500
#define FIRST_ROWS 60

static const AcademyCondition unfinished[] = {
  { "status", ACADEMY_IS, "idea" },
  { "status", ACADEMY_IS, "planned" },
  { NULL }
};

static const AcademyCondition urgent[] = { { "priority", ACADEMY_IS, "1" }, { NULL } };

static const AcademyQuery queries[] = {
  { NULL },
  { .order = { "title" } },
  { .order = { "title", TRUE } },
  { .group = "status" },
  { .group = "priority", .order = { "title" } },
  { .conditions = unfinished, .order = { "priority" } },
  { .conditions = urgent },
  { .search = "1" },
};

/* The same rows as a plain array, which follows the signals of the model. */
typedef struct {
  AcademyTest       *test;
  AcademyTableModel *model;
  GPtrArray         *ids;
  GArray            *joined;
  GHashTable        *selected;
  GHashTable        *added;
  AcademyItem       *organisation;
  AcademyItem       *held;
  const char        *held_after;
  guint              query;
} Mirror;

static char *
dup_id (AcademyTableModel *model,
        guint              position)
{
  g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  return g_strdup (academy_item_get_id (item));
}

/* For each row, whether it is in the section of the row before. */
static GArray *
read_joined (AcademyTableModel *model)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (gboolean));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      guint start, end;
      gboolean is_joined;

      gtk_section_model_get_section (GTK_SECTION_MODEL (model), i, &start, &end);
      is_joined = start < i;
      g_array_append_val (joined, is_joined);
    }

  return joined;
}

static void
sections_changed_cb (AcademyTableModel *model,
                     guint              position,
                     guint              n_items,
                     Mirror            *mirror)
{
  g_array_unref (mirror->joined);
  mirror->joined = read_joined (model);
}

/* Rows beyond a span are in the sections that they were in. */
static void
follow_sections (Mirror *mirror,
                 guint   position,
                 guint   removed,
                 guint   added)
{
  g_autoptr(GArray) before = mirror->joined;

  mirror->joined = read_joined (mirror->model);
  for (guint i = 1; i < mirror->joined->len; i++)
    if (i < position || i > position + added)
      g_assert_cmpint (g_array_index (mirror->joined, gboolean, i), ==,
                       g_array_index (before, gboolean, i < position ? i : i - added + removed));
}

/* A span begins and ends with a row that is not what it was. */
static void
items_changed_cb (AcademyTableModel *model,
                  guint              position,
                  guint              removed,
                  guint              added,
                  Mirror            *mirror)
{
  g_autoptr(GPtrArray) new = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpuint (removed + added, >, 0);
  follow_sections (mirror, position, removed, added);
  for (guint i = 0; i < added; i++)
    g_ptr_array_add (new, dup_id (model, position + i));
  if (removed > 0 && added > 0)
    {
      g_assert_cmpstr (mirror->ids->pdata[position], !=, new->pdata[0]);
      g_assert_cmpstr (mirror->ids->pdata[position + removed - 1], !=, new->pdata[added - 1]);
    }

  if (removed > 0)
    g_ptr_array_remove_range (mirror->ids, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->ids, position + i, g_strdup (new->pdata[i]));
}

static AcademyQuery
get_query (Mirror *mirror)
{
  AcademyQuery query = queries[mirror->query];

  query.owner = academy_item_get_id (mirror->organisation);
  return query;
}

static void
assert_sections (Mirror *mirror)
{
  guint n_items = mirror->ids->len;
  guint position = 0;

  while (position < n_items)
    {
      guint start, end;

      gtk_section_model_get_section (GTK_SECTION_MODEL (mirror->model), position, &start, &end);
      g_assert_cmpuint (start, ==, position);
      g_assert_cmpuint (end, >, position);
      for (guint i = start; i < end; i++)
        if (queries[mirror->query].group != NULL)
          g_assert_cmpstr (academy_table_model_get_group (mirror->model, i), ==,
                           academy_table_model_get_group (mirror->model, start));
      position = end;
    }
  g_assert_cmpuint (position, ==, n_items);
}

static gboolean
is_listed (GPtrArray  *ids,
           const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* Those that were added have a row as long as they are in the file. */
static void
assert_added (Mirror *mirror)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, mirror->added);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr(AcademyItem) item = academy_store_get (mirror->test->store, &academy_measure_kind, id, NULL);

      g_assert_true (item == NULL || is_listed (mirror->ids, id));
    }
}

/* All rows are those that the query finds, but for the one that is held, those that
 * were added since, and the last, which is new. */
static void
assert_same (Mirror *mirror)
{
  AcademyQuery query = get_query (mirror);
  g_autoptr(GPtrArray) expected = academy_store_find (mirror->test->store, &academy_measure_kind, &query, NULL);
  const char *held = mirror->held != NULL ? academy_item_get_id (mirror->held) : NULL;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (mirror->model));
  g_autoptr(AcademyItem) last = g_list_model_get_item (G_LIST_MODEL (mirror->model), n_items - 1);
  guint next = 0;

  g_assert_true (academy_table_model_is_new (mirror->model, last));
  g_assert_true (academy_draft_is (last));
  g_assert_cmpuint (mirror->ids->len, ==, n_items);
  g_assert_cmpuint (academy_table_model_count (mirror->model), ==, n_items - 1);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *id = dup_id (mirror->model, i);

      g_assert_cmpstr (mirror->ids->pdata[i], ==, id);
      g_assert_cmpint (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (mirror->model), i), ==,
                       g_hash_table_contains (mirror->selected, id));
      if (i == n_items - 1 || g_strcmp0 (id, held) == 0 ||
          (g_hash_table_contains (mirror->added, id) && !is_listed (expected, id)))
        continue;
      if (next < expected->len && g_strcmp0 (expected->pdata[next], held) == 0)
        next++;
      g_assert_cmpstr (expected->pdata[next++], ==, id);
    }
  if (next < expected->len && g_strcmp0 (expected->pdata[next], held) == 0)
    next++;
  g_assert_cmpuint (next, ==, expected->len);

  assert_added (mirror);
  assert_sections (mirror);
}

/* Forgets what the model forgets: rows that are gone, at the time they go. A held row
 * goes only when it is deleted, and then the cursor leaves it. */
static void
forget_lost (Mirror *mirror)
{
  GHashTableIter iter;
  gpointer id;

  if (mirror->held != NULL && !academy_table_model_find (mirror->model, mirror->held, NULL))
    {
      g_autoptr(AcademyItem) item =
        academy_store_get (mirror->test->store, &academy_measure_kind, academy_item_get_id (mirror->held), NULL);

      g_assert_null (item);
      g_clear_object (&mirror->held);
      academy_table_model_hold (mirror->model, NULL);
    }

  g_hash_table_iter_init (&iter, mirror->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!is_listed (mirror->ids, id))
      g_hash_table_iter_remove (&iter);
}

static guint
pick (GRand *rand,
      guint  n)
{
  return g_rand_int_range (rand, 0, n);
}

static void
select_some (Mirror *mirror,
             GRand  *rand)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (mirror->model);
  guint n_items = mirror->ids->len;
  guint position = pick (rand, n_items);
  guint length = 1 + pick (rand, n_items - position);
  gboolean rest = pick (rand, 2);
  guint how = pick (rand, 5);

  if (how == 0)
    gtk_selection_model_select_all (selection);
  else if (how == 1)
    gtk_selection_model_unselect_all (selection);
  else if (how == 2)
    gtk_selection_model_select_range (selection, position, length, rest);
  else if (how == 3)
    gtk_selection_model_unselect_range (selection, position, length);
  else
    gtk_selection_model_select_item (selection, position, rest);

  for (guint i = 0; i < n_items - 1; i++)
    {
      gboolean inside = how < 2 || (i >= position && i < position + (how == 4 ? 1 : length));

      if (inside && how != 1 && how != 3)
        g_hash_table_add (mirror->selected, g_strdup (mirror->ids->pdata[i]));
      else if (inside || ((how == 2 || how == 4) && rest))
        g_hash_table_remove (mirror->selected, mirror->ids->pdata[i]);
    }
}

static void
save (Mirror      *mirror,
      AcademyItem *item,
      GRand       *rand)
{
  static const char * const names[] = { "title", "priority", "status" };
  const char *name = names[pick (rand, G_N_ELEMENTS (names))];
  const AcademyField *field = academy_kind_find_field (&academy_measure_kind, name);
  g_autofree char *number = g_strdup_printf ("%u", pick (rand, 3) + 1);
  g_auto(GValue) value = G_VALUE_INIT;
  const char *text = number;
  g_autoptr(GError) error = NULL;

  if (field->type == ACADEMY_CHOICE)
    text = field->choices[pick (rand, 4)].token;
  academy_value_init (field, &value);
  academy_value_set_from_text (field, text, &value, &error);
  g_assert_no_error (error);
  academy_table_model_save (mirror->model, item, field, &value, &error);
  g_assert_no_error (error);
}

static void
step (Mirror *mirror,
      GRand  *rand)
{
  g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (mirror->model), pick (rand, mirror->ids->len));
  gboolean is_new = academy_table_model_is_new (mirror->model, item);

  switch (pick (rand, 10))
    {
    case 0:
      if (!is_new)
        {
          g_autoptr(AcademyEdit) edit = academy_edit_new ("x");

          academy_edit_delete (edit, item);
          g_assert_true (academy_store_apply (mirror->test->store, edit, NULL));
        }
      break;
    case 1:
      academy_store_undo (mirror->test->store, NULL);
      break;
    case 2:
      academy_store_redo (mirror->test->store, NULL);
      break;
    case 3:
      {
        AcademyQuery query;

        mirror->query = pick (rand, G_N_ELEMENTS (queries));
        g_clear_object (&mirror->held);
        g_hash_table_remove_all (mirror->added);
        query = get_query (mirror);
        academy_table_model_set_query (mirror->model, &query, pick (rand, 2) == 0);
      }
      break;
    case 4:
      g_set_object (&mirror->held, (pick (rand, 3) > 0 ? item : NULL));
      academy_table_model_hold (mirror->model, mirror->held);
      break;
    case 5:
      select_some (mirror, rand);
      break;
    default:
      if (mirror->ids->len < 90 || !is_new)
        save (mirror, item, rand);
      if (is_new && !academy_draft_is (item))
        g_hash_table_add (mirror->added, g_strdup (academy_item_get_id (item)));
      break;
    }
}

static AcademyItem *
add (AcademyTest *test,
     const char  *owner,
     const char  *title)
{
  return academy_test_create (test, &academy_measure_kind, owner, "title", title);
}

static void
test_random (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  Mirror mirror = { .test = test, .organisation = organisation };
  AcademyQuery query = get_query (&mirror);
  g_autoptr(AcademyTableModel) model = academy_table_model_new (test->store, &academy_measure_kind, &query);

  mirror.model = model;
  mirror.ids = g_ptr_array_new_with_free_func (g_free);
  mirror.joined = read_joined (model);
  mirror.selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mirror.added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &mirror);
  g_signal_connect (model, "sections-changed", G_CALLBACK (sections_changed_cb), &mirror);
  academy_table_model_set_parent (model, organisation, TRUE);
  for (guint i = 0; i < FIRST_ROWS; i++)
    g_object_unref (add (test, query.owner, i % 2 == 0 ? "1" : "2"));

  for (guint i = 0; i < STEPS; i++)
    {
      step (&mirror, rand);
      forget_lost (&mirror);
      assert_same (&mirror);
    }

  g_assert_cmpuint (academy_table_model_count_selected (model), ==, g_hash_table_size (mirror.selected));
  g_clear_object (&mirror.held);
  g_ptr_array_unref (mirror.ids);
  g_array_unref (mirror.joined);
  g_hash_table_unref (mirror.selected);
  g_hash_table_unref (mirror.added);
}

/* The held row stays after the one before it, whatever its values, and goes to its
 * place when another is held. */
static void
test_held (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) a = add (test, owner, "a");
  g_autoptr(AcademyItem) b = add (test, owner, "b");
  g_autoptr(AcademyItem) c = add (test, owner, "c");
  g_autoptr(AcademyTableModel) model = academy_table_model_new (test->store, &academy_measure_kind, &(AcademyQuery) {
    .owner = owner, .order = { "title" }, .conditions = (AcademyCondition[]) { { "status", ACADEMY_IS, "idea" }, { NULL } },
  });
  guint position;

  academy_table_model_hold (model, b);
  g_assert_true (academy_test_set (test, b, "title", "z", NULL, NULL));
  g_assert_true (academy_table_model_find (model, b, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (academy_table_model_is_misplaced (model, b));

  g_assert_true (academy_test_set (test, b, "status", "done", NULL, NULL));
  g_assert_true (academy_table_model_find (model, b, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (academy_test_set (test, b, "status", "idea", NULL, NULL));

  academy_table_model_hold (model, a);
  g_assert_true (academy_table_model_find (model, b, &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (academy_table_model_is_misplaced (model, b));

  g_assert_true (academy_test_set (test, b, "status", "done", NULL, NULL));
  g_assert_false (academy_table_model_find (model, b, NULL));
}

/* The title of the last row adds it, with what was typed before and what the filter
 * asks for; the object stays the same, and another last row follows. */
static void
test_last_row (AcademyTest   *test,
               gconstpointer  data)
{
  const AcademyField *title = academy_kind_find_field (&academy_measure_kind, "title");
  const AcademyField *owner = academy_kind_find_field (&academy_measure_kind, "owner_role");
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyTableModel) model = academy_table_model_new (test->store, &academy_measure_kind, &(AcademyQuery) {
    .owner = academy_item_get_id (organisation),
    .conditions = (AcademyCondition[]) { { "status", ACADEMY_IS, "planned" }, { NULL } },
  });
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(AcademyItem) item = NULL;
  g_autoptr(AcademyItem) first = NULL;
  g_autoptr(AcademyItem) next = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  academy_table_model_set_parent (model, organisation, TRUE);
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  academy_table_model_hold (model, item);

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "Chef");
  g_assert_true (academy_table_model_save (model, item, owner, &value, NULL));
  g_assert_cmpuint (academy_table_model_count (model), ==, 0);
  g_assert_true (academy_table_model_is_new (model, item));

  g_value_set_string (&value, "Order of dishes");
  g_assert_true (academy_table_model_save (model, item, title, &value, NULL));
  g_assert_cmpuint (academy_table_model_count (model), ==, 1);
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  next = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true (first == item);
  g_assert_true (academy_table_model_is_new (model, next));
  g_assert_cmpstr (academy_item_get_text (item, "status"), ==, "planned");
  g_assert_cmpstr (academy_item_get_text (item, "owner_role"), ==, "Chef");
  g_assert_cmpstr (academy_item_get_text (item, "title"), ==, "Order of dishes");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Add measure");

  /* What must have a value is refused without one. */
  g_value_set_string (&value, "");
  g_assert_false (academy_table_model_save (model, item, title, &value, NULL));
  g_assert_cmpstr (academy_item_get_text (item, "title"), ==, "Order of dishes");

  academy_test_undo (test);
  g_assert_cmpuint (academy_table_model_count (model), ==, 0);
}

/* Selecting all rows reads none of them. */
static void
test_select_all (AcademyTest   *test,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyTableModel) model = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(AcademyItem) item = NULL;

  for (guint i = 0; i < 5; i++)
    g_object_unref (add (test, owner, "x"));
  model = academy_table_model_new (test->store, &academy_measure_kind, &(AcademyQuery) { .owner = owner });
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (model));
  ids = academy_table_model_dup_selected (model);
  g_assert_cmpuint (ids->len, ==, 5);
  for (guint i = 0; i < ids->len; i++)
    g_assert_false (academy_store_has (test->store, &academy_measure_kind, ids->pdata[i]));

  item = g_list_model_get_item (G_LIST_MODEL (model), 2);
  g_assert_cmpstr (ids->pdata[2], ==, academy_item_get_id (item));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char  *path;
    void       (*run) (AcademyTest *, gconstpointer);
  } cases[] = {
    { "/table-model/random", test_random },
    { "/table-model/held", test_held },
    { "/table-model/last-row", test_last_row },
    { "/table-model/select-all", test_select_all },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, AcademyTest, NULL, academy_test_set_up, cases[i].run, academy_test_tear_down);

  return g_test_run ();
}
