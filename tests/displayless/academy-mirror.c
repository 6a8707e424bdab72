/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-mirror.h"

#include <stdlib.h>
#include <string.h>

#include "academy-hints.h"
#include "academy-kinds.h"
#include "academy-organisation.h"

static void
items_changed_cb (AcademyMirror *mirror,
                  guint          position,
                  guint          removed,
                  guint          added,
                  GListModel    *model)
{
  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, mirror->rows->len);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, mirror->rows->len - removed + added);

  if (removed > 0)
    g_ptr_array_remove_range (mirror->rows, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (mirror->rows, i, g_list_model_get_item (model, i));
}

static void
release (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

AcademyMirror *
academy_mirror_new (AcademyStore *store,
                    const char   *organisation)
{
  AcademyMirror *mirror = g_new0 (AcademyMirror, 1);

  mirror->organisation = g_strdup (organisation);
  mirror->model = academy_timeline_model_new (store, organisation);
  mirror->rows = g_ptr_array_new_with_free_func (release);
  mirror->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mirror->orders = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_set_size (mirror->rows, g_list_model_get_n_items (G_LIST_MODEL (mirror->model)));
  g_signal_connect_swapped (mirror->model, "items-changed", G_CALLBACK (items_changed_cb), mirror);

  return mirror;
}

void
academy_mirror_free (AcademyMirror *mirror)
{
  g_ptr_array_unref (mirror->rows);
  g_assert_finalize_object (mirror->model);
  g_hash_table_unref (mirror->folded);
  g_hash_table_unref (mirror->orders);
  g_strfreev (mirror->lines);
  g_free (mirror->search);
  g_free (mirror->organisation);
  g_free (mirror);
}

/* What stands for a heading: two spellings of an owner role in different case are one. */
char *
academy_mirror_get_key (const AcademyScheduleHeading *heading)
{
  g_autofree char *title = heading->title != NULL ? g_utf8_casefold (heading->title, -1) : NULL;

  return g_strdup_printf ("%d %s", heading->type, heading->id != NULL ? heading->id : title != NULL ? title : "");
}

AcademySchedule *
academy_mirror_read (AcademyMirror *mirror,
                     guint32        today)
{
  AcademyScheduleQuery query = mirror->query;
  g_autoptr(GError) error = NULL;
  AcademySchedule *schedule;

  query.organisation = mirror->organisation;
  query.search = mirror->search;
  query.today = today;
  schedule = academy_schedule_read (academy_timeline_model_get_store (mirror->model), &query, &error);
  g_assert_no_error (error);

  return schedule;
}

static gint
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char **) a, *(const char **) b);
}

static char *
sort_ids (const char *ids)
{
  g_auto(GStrv) sorted = g_strsplit (ids, "\n", -1);

  qsort (sorted, g_strv_length (sorted), sizeof *sorted, compare_strings);
  return g_strjoinv ("\n", sorted);
}

static AcademyScheduleHeading *
find_heading (AcademySchedule *schedule,
              const char      *line)
{
  g_autofree char *wanted = g_strndup (line, strcspn (line, "\t"));

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);
      g_autofree char *key = academy_mirror_get_key (heading);

      if (g_str_equal (wanted, key))
        return heading;
    }

  g_assert_not_reached ();
}

/* What stands on the line of a heading. */
static char *
get_title (const AcademyScheduleHeading *heading,
           AcademyStore                 *store)
{
  static const char * const titles[] = {
    [ACADEMY_HEADING_PROGRAMME] = "Programme",
    [ACADEMY_HEADING_MEETINGS] = "Sparring and board",
    [ACADEMY_HEADING_PROCUREMENTS] = "Procurements",
    [ACADEMY_HEADING_MEASURES] = "Measures",
    [ACADEMY_HEADING_NO_GOAL] = "Without an impact goal",
    [ACADEMY_HEADING_NO_OWNER] = "Without an owner",
    [ACADEMY_HEADING_PILOT] = "Pilot and its steps",
    [ACADEMY_HEADING_ORGANISATION] = NULL,
  };
  g_autoptr(AcademyItem) organisation = NULL;

  if (heading->type != ACADEMY_HEADING_ORGANISATION)
    return g_strdup (heading->title != NULL ? heading->title : titles[heading->type]);

  organisation = academy_store_get (store, &academy_organisation_kind, heading->id, NULL);
  return academy_organisation_dup_short_name (organisation, academy_language_get ("en", NULL));
}

static gboolean
is_row_of (AcademyLine     *row,
           const char      *line,
           AcademySchedule *schedule,
           AcademyStore    *store)
{
  AcademyItem *item = academy_line_get_item (row);
  const char *tab = strchr (line, '\t');
  g_autofree char *title = NULL;
  g_autofree char *expected = NULL;

  if (item != NULL)
    return tab != NULL && g_str_equal (tab + 1, academy_item_get_id (item));

  title = academy_line_dup_title (row, academy_language_get ("en", NULL));
  expected = get_title (find_heading (schedule, line), store);
  return tab == NULL && g_str_equal (title, expected);
}

static void
assert_heading_row (AcademyMirror          *mirror,
                    AcademyLine            *row,
                    AcademyScheduleHeading *heading,
                    const char             *line)
{
  const AcademyLanguage *english = academy_language_get ("en", NULL);
  const AcademyBar *bar = academy_line_get_bar (row);
  GArray *marks = academy_line_get_marks (row);
  g_autofree char *note = academy_line_dup_note (row, english);
  g_autofree char *expected = NULL;

  g_assert_cmpint (academy_line_is_folded (row), ==, g_hash_table_contains (mirror->folded, line));
  g_assert_cmpuint (bar->span.start, ==, heading->span.start);
  g_assert_cmpuint (bar->span.end, ==, heading->span.end);
  if (heading->n_measures > 0 && heading->n_overdue > 0)
    expected = g_strdup_printf ("%u of %u measure%s done, %u overdue", heading->n_done, heading->n_measures,
                                heading->n_measures == 1 ? "" : "s", heading->n_overdue);
  else if (heading->n_measures > 0)
    expected = g_strdup_printf ("%u of %u measure%s done", heading->n_done, heading->n_measures,
                                heading->n_measures == 1 ? "" : "s");
  g_assert_cmpstr (note, ==, expected);

  g_assert_cmpuint (marks->len, ==, heading->marks->len);
  for (guint i = 0; i < marks->len; i++)
    g_assert_cmpuint (g_array_index (marks, AcademyScheduleMark, i).day, ==,
                      g_array_index (heading->marks, AcademyScheduleMark, i).day);
}

/* The first that it starts too early for, or else the first that it depends on. */
static void
assert_named (GArray           *links,
              const char       *id,
              const AcademyBar *bar)
{
  guint n_named = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const AcademyScheduleDependency *link = &g_array_index (links, AcademyScheduleDependency, i);

      if (!g_str_equal (link->successor, id) || (bar->n_broken > 0 && academy_schedule_dependency_holds (link)))
        continue;
      if (n_named < ACADEMY_BAR_MOST_NAMED)
        g_assert_cmpstr (bar->named[n_named++], ==, link->predecessor);
    }
  for (; n_named < ACADEMY_BAR_MOST_NAMED; n_named++)
    g_assert_cmpstr (bar->named[n_named], ==, "");
}

static void
assert_item_row (AcademyMirror *mirror,
                 AcademyLine   *row,
                 GArray        *links,
                 guint32        today)
{
  AcademyItem *item = academy_line_get_item (row);
  g_autoptr(AcademyItem) live = academy_store_get (academy_timeline_model_get_store (mirror->model),
                                                   academy_item_get_kind (item), academy_item_get_id (item), NULL);
  const AcademyBar *bar = academy_line_get_bar (row);
  AcademyBar expected;

  g_assert_true (item == live);
  academy_bar_init (&expected, item, today);
  for (guint i = 0; i < links->len; i++)
    {
      const AcademyScheduleDependency *link = &g_array_index (links, AcademyScheduleDependency, i);

      if (!g_str_equal (link->successor, academy_item_get_id (item)))
        continue;
      expected.n_waits++;
      expected.n_broken += !academy_schedule_dependency_holds (link);
    }
  g_assert_cmpint (bar->shape, ==, expected.shape);
  g_assert_cmpint (bar->status, ==, expected.status);
  g_assert_cmpuint (bar->span.start, ==, expected.span.start);
  g_assert_cmpuint (bar->span.end, ==, expected.span.end);
  g_assert_cmpint (bar->progress, ==, expected.progress);
  g_assert_cmpuint (bar->overdue, ==, expected.overdue);
  g_assert_cmpuint (bar->n_waits, ==, expected.n_waits);
  g_assert_cmpuint (bar->n_broken, ==, expected.n_broken);
  assert_named (links, academy_item_get_id (item), bar);
}

/* Dependencies run between the rows of their ends, those that can be seen and have days. */
static void
assert_links (AcademyMirror *mirror,
              GArray        *links)
{
  GArray *placed = academy_timeline_model_get_dependencies (mirror->model);
  guint n_placed = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const AcademyScheduleDependency *link = &g_array_index (links, AcademyScheduleDependency, i);
      guint from, to;
      gboolean found = FALSE;

      if (link->end == 0 || link->start == 0 ||
          !academy_timeline_model_find (mirror->model, link->predecessor, &from) ||
          !academy_timeline_model_find (mirror->model, link->successor, &to))
        continue;

      n_placed++;
      for (guint j = 0; j < placed->len; j++)
        {
          const AcademyDependencyLine *place = &g_array_index (placed, AcademyDependencyLine, j);

          found = found || (place->from == from && place->to == to && place->end == link->end &&
                            place->start == link->start && place->broken == !academy_schedule_dependency_holds (link));
        }
      g_assert_true (found);
    }
  g_assert_cmpuint (placed->len, ==, n_placed);
}

/* The hints are those that a new reading finds. */
static void
assert_hints (AcademyMirror *mirror)
{
  GPtrArray *hints = academy_timeline_model_get_hints (mirror->model);
  g_autoptr(GPtrArray) expected = academy_hints_read (academy_timeline_model_get_store (mirror->model), mirror->organisation,
                                                      NULL, academy_language_get_default (), NULL);

  g_assert_cmpuint (hints->len, ==, expected->len);
  for (guint i = 0; i < hints->len; i++)
    {
      const AcademyHint *hint = g_ptr_array_index (hints, i);
      const AcademyHint *other = g_ptr_array_index (expected, i);

      g_assert_cmpstr (hint->text, ==, other->text);
      g_assert_cmpstr (hint->organisation, ==, other->organisation);
    }
}

static gboolean
is_warned (AcademyMirror *mirror,
           const char    *id)
{
  GPtrArray *hints = academy_timeline_model_get_hints (mirror->model);

  for (guint i = 0; i < hints->len; i++)
    if (g_strcmp0 (((AcademyHint *) g_ptr_array_index (hints, i))->item, id) == 0)
      return TRUE;

  return FALSE;
}

/* The ids of the lines below a heading, in the file. */
static char *
get_ids (const AcademyScheduleHeading *heading)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; i < heading->entries->len; i++)
    g_strv_builder_add (ids, academy_schedule_get_entry (heading, i)->id);

  all = g_strv_builder_end (ids);
  return g_strjoinv ("\n", all);
}

/* The ids of the rows that are shown. */
static char *
get_shown_ids (AcademyMirror *mirror,
               guint          position,
               guint          n_rows)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = position; i < position + n_rows; i++)
    {
      g_autoptr(AcademyLine) row = g_list_model_get_item (G_LIST_MODEL (mirror->model), i);
      AcademyItem *item = row != NULL ? academy_line_get_item (row) : NULL;

      g_strv_builder_add (ids, item != NULL ? academy_item_get_id (item) : "");
    }

  all = g_strv_builder_end (ids);
  return g_strjoinv ("\n", all);
}

/* Those of the orders of the lines below a heading that it may have: that of the
 * file, or one that it had before. */
static GPtrArray *
find_orders (GPtrArray  *before,
             const char *ids,
             const char *shown)
{
  g_autofree char *all = sort_ids (ids);
  GPtrArray *orders = g_ptr_array_new_with_free_func (g_free);

  if (shown == NULL || g_str_equal (shown, ids))
    g_ptr_array_add (orders, g_strdup (ids));
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const char *order = g_ptr_array_index (before, i);
      g_autofree char *its = sort_ids (order);

      if (g_str_equal (its, all) && (shown == NULL || g_str_equal (shown, order)) &&
          !g_ptr_array_find_with_equal_func (orders, order, g_str_equal, NULL))
        g_ptr_array_add (orders, g_strdup (order));
    }

  return orders;
}

/* The lines are those of the file. Below each heading they are in the order of the
 * file too, unless nothing but days changed there since: then each stays where it
 * was. As long as a heading is folded, several orders may be the one it has. */
static void
assert_lines (AcademyMirror   *mirror,
              AcademySchedule *schedule)
{
  g_autoptr(GHashTable) before = g_steal_pointer (&mirror->orders);
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  guint position = 0;

  mirror->orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < schedule->headings->len; i++)
    {
      const AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);
      g_autofree char *key = academy_mirror_get_key (heading);
      gboolean folded = g_hash_table_contains (mirror->folded, key);
      guint n_rows = folded ? 0 : heading->entries->len;
      g_autofree char *ids = get_ids (heading);
      g_autofree char *shown = folded ? NULL : get_shown_ids (mirror, position + 1, n_rows);
      GPtrArray *orders = find_orders (g_hash_table_lookup (before, key), ids, shown);
      g_auto(GStrv) order = NULL;

      if (orders->len == 0)
        g_test_message ("Below %s\n%s\nin place of\n%s", key, shown, ids);
      g_assert_cmpuint (orders->len, >, 0);
      order = g_strsplit (g_ptr_array_index (orders, 0), "\n", -1);
      g_strv_builder_add (lines, key);
      for (guint n = 0; n < n_rows; n++)
        g_strv_builder_take (lines, g_strconcat (key, "\t", order[n], NULL));
      position += 1 + n_rows;
      g_hash_table_insert (mirror->orders, g_steal_pointer (&key), orders);
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mirror->model)), ==, position);
  g_strfreev (mirror->lines);
  mirror->lines = g_strv_builder_end (lines);
}

/* That the model shows what is in the file. Somebody holds some of its rows, at
 * @random. */
void
academy_mirror_check (AcademyMirror *mirror,
                      guint32        today,
                      GRand         *random)
{
  AcademyStore *store = academy_timeline_model_get_store (mirror->model);
  g_autoptr(AcademySchedule) schedule = academy_mirror_read (mirror, today);
  g_autoptr(GArray) links = academy_schedule_read_dependencies (store, mirror->organisation, NULL);
  guint heading_position = 0;

  assert_lines (mirror, schedule);
  for (guint i = 0; i < mirror->rows->len; i++)
    {
      const char *line = mirror->lines[i];
      AcademyScheduleHeading *heading = find_heading (schedule, line);
      g_autoptr(AcademyLine) row = g_list_model_get_item (G_LIST_MODEL (mirror->model), i);
      AcademyLine *known = g_ptr_array_index (mirror->rows, i);
      guint position;

      g_assert_true (known == NULL || known == row);
      g_assert_true (is_row_of (row, line, schedule, store));
      if (academy_line_is_heading (row))
        {
          heading_position = i;
          assert_heading_row (mirror, row, heading, line);
        }
      else
        {
          assert_item_row (mirror, row, links, today);
          g_assert_cmpint (academy_line_get_bar (row)->warned, ==,
                           is_warned (mirror, academy_item_get_id (academy_line_get_item (row))));
          g_assert_true (academy_timeline_model_find (mirror->model,
                                                      academy_item_get_id (academy_line_get_item (row)),
                                                      &position));
          g_assert_cmpuint (position, ==, i);
        }
      g_assert_cmpuint (academy_timeline_model_find_heading (mirror->model, i), ==, heading_position);

      if (known == NULL && g_rand_boolean (random))
        g_ptr_array_index (mirror->rows, i) = g_steal_pointer (&row);
      else if (known != NULL && g_rand_int_range (random, 0, 4) == 0)
        {
          g_ptr_array_index (mirror->rows, i) = NULL;
          g_object_unref (known);
        }
    }
  assert_links (mirror, links);
  assert_hints (mirror);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (mirror->model), mirror->rows->len));
}
