/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-expect.h"

#include <string.h>

#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-test.h"

/* The place of a letter in the Finnish alphabet, after everything that is no letter. */
static guint
get_letter (gunichar c)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyzåäö";
  const char *place = g_utf8_strchr (alphabet, -1, g_unichar_tolower (c));

  return place != NULL ? 1000 + g_utf8_pointer_to_offset (alphabet, place) : c;
}

static int
compare_texts (const char *a,
               const char *b)
{
  for (; *a != '\0' && *b != '\0'; a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    {
      int difference = (int) get_letter (g_utf8_get_char (a)) - (int) get_letter (g_utf8_get_char (b));

      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        difference = (int) g_ascii_strtoll (a, NULL, 10) - (int) g_ascii_strtoll (b, NULL, 10);
      if (difference != 0)
        return difference;
    }

  return (*a != '\0') - (*b != '\0');
}

/* Where the letters are the same small ones come first. */
static int
compare_titles (const char *a,
                const char *b)
{
  int difference = compare_texts (a, b);

  for (; difference == 0 && *a != '\0'; a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    difference = g_unichar_isupper (g_utf8_get_char (a)) - g_unichar_isupper (g_utf8_get_char (b));

  return difference;
}

/* What a measure is put in order by, where that is a number. */
static double
get_number (AcademyStore *store,
            AcademyItem  *measure,
            const char   *name)
{
  const AcademyField *field = academy_kind_find_field (&academy_measure_kind, name);
  g_autoptr(GPtrArray) dependencies = NULL;
  double n_predecessors = 0;

  if (field != NULL && !academy_value_is_set (field, academy_item_get_value (measure, field)))
    return G_MAXDOUBLE;
  if (field != NULL && field->type == ACADEMY_DATE)
    return g_date_get_julian (academy_item_get_date (measure, name));
  if (field != NULL && field->type == ACADEMY_DECIMAL)
    return g_value_get_double (academy_item_get_value (measure, field));
  if (field != NULL)
    return academy_item_get_number (measure, name);

  dependencies = academy_store_get_all (store, &academy_dependency_kind, NULL, NULL);
  for (guint i = 0; i < dependencies->len; i++)
    n_predecessors += g_str_equal (academy_item_get_text (g_ptr_array_index (dependencies, i), "successor"),
                                   academy_item_get_id (measure));

  return n_predecessors > 0 ? n_predecessors : G_MAXDOUBLE;
}

/* The first of its goals, or else a field as it is. */
static char *
dup_text (AcademyStore *store,
          AcademyItem  *measure,
          const char   *name)
{
  const char * const *ids;
  g_autofree char *first = NULL;

  if (!g_str_equal (name, "goals"))
    return g_strdup (academy_item_get_text (measure, name));

  ids = academy_item_get_links (measure, name);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr(AcademyItem) goal = academy_store_get (store, &academy_goal_kind, ids[i], NULL);
      const char *title = academy_item_get_text (goal, "title");

      if (first == NULL || compare_titles (title, first) < 0)
        g_set_str (&first, title);
    }

  return g_steal_pointer (&first);
}

typedef struct {
  AcademyStore               *store;
  const AcademyScheduleQuery *query;
} Sort;

/* By one field; what has no value comes last whichever way round. */
static int
compare_field (AcademyStore *store,
               AcademyItem  *a,
               AcademyItem  *b,
               AcademyOrder  order,
               gboolean      descending)
{
  static const char * const statuses = "idea planned in_progress on_hold done dropped";
  static const char * const fields[ACADEMY_N_ORDERS] = {
    "start", "end", "title", "owner_role", "status", "progress", "priority", "goals", "person_days", "cost", "(dependencies)",
  };
  gboolean unset = FALSE;
  int difference = 0;

  if (order == ACADEMY_ORDER_TITLE || order == ACADEMY_ORDER_OWNER || order == ACADEMY_ORDER_STATUS ||
      order == ACADEMY_ORDER_GOALS)
    {
      g_autofree char *text_a = dup_text (store, a, fields[order]);
      g_autofree char *text_b = dup_text (store, b, fields[order]);

      unset = text_a == NULL || text_b == NULL;
      if (unset)
        difference = (text_a == NULL) - (text_b == NULL);
      else if (order == ACADEMY_ORDER_STATUS)
        difference = strstr (statuses, text_a) - strstr (statuses, text_b);
      else if (order == ACADEMY_ORDER_OWNER)
        difference = compare_texts (text_a, text_b);
      else
        difference = compare_titles (text_a, text_b);
    }
  else
    {
      double number_a = get_number (store, a, fields[order]), number_b = get_number (store, b, fields[order]);

      unset = number_a == G_MAXDOUBLE || number_b == G_MAXDOUBLE;
      difference = (number_a > number_b) - (number_a < number_b);
    }

  return descending && !unset ? -difference : difference;
}

static gint
compare_measures (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const Sort *sort = data;
  AcademyItem *item_a = *(AcademyItem **) a, *item_b = *(AcademyItem **) b;
  int difference = compare_field (sort->store, item_a, item_b, sort->query->order, sort->query->descending);

  if (difference == 0)
    difference = compare_field (sort->store, item_a, item_b, ACADEMY_ORDER_START, FALSE);
  if (difference == 0)
    difference = compare_field (sort->store, item_a, item_b, ACADEMY_ORDER_TITLE, FALSE);

  return difference;
}

static gboolean
is_finished (AcademyItem *measure)
{
  const char *status = academy_item_get_text (measure, "status");

  return g_str_equal (status, "done") || g_str_equal (status, "dropped");
}

static gboolean
is_overdue (AcademyItem *measure,
            AcademyDay   today)
{
  const GDate *end = academy_item_get_date (measure, "end");

  return end != NULL && g_date_get_julian (end) < today && !is_finished (measure);
}

static gboolean
says (AcademyItem *measure,
      const char  *name,
      const char  *search)
{
  const char *text = academy_item_get_text (measure, name);
  g_autofree char *needle = g_utf8_casefold (search, -1);
  g_autofree char *hay = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return hay != NULL && strstr (hay, needle) != NULL;
}

static gboolean
is_wanted (AcademyItem                *measure,
           const AcademyScheduleQuery *query)
{
  if ((query->filter == ACADEMY_FILTER_UNFINISHED && is_finished (measure)) ||
      (query->filter == ACADEMY_FILTER_OVERDUE && !is_overdue (measure, query->today)))
    return FALSE;

  return query->search == NULL || says (measure, "title", query->search) || says (measure, "owner_role", query->search);
}

/* What is expected is written as text, a line for each heading and entry. */
typedef struct {
  GString   *text;
  guint      n_measures;
  guint      n_done;
  guint      n_overdue;
  AcademyDay first;
  AcademyDay last;
  AcademyDay today;
} Group;

static void
add_span (Group       *group,
          AcademyItem *item)
{
  AcademySpan span;
  AcademyDay starts[ACADEMY_KIND_MOST_STAGES];
  AcademyDay days[2];

  if (!academy_span_get (item, &span))
    return;

  days[0] = span.start != 0 ? span.start : span.end;
  if (academy_span_count_back (item, starts) > 0)
    days[0] = MIN (days[0], starts[0]);
  days[1] = span.end != 0 ? span.end : span.start;
  group->first = group->first == 0 ? days[0] : MIN (group->first, days[0]);
  group->last = MAX (group->last, days[1]);
}

static void
add_item (Group       *group,
          AcademyItem *item)
{
  g_autofree char *title = academy_item_dup_title (item, academy_language_get ("en", NULL));

  g_string_append_printf (group->text, "  %s %s\n", academy_item_get_kind (item)->name, title);
  add_span (group, item);
  if (academy_item_get_kind (item) != &academy_measure_kind || g_str_equal (academy_item_get_text (item, "status"), "dropped"))
    return;

  group->n_measures++;
  group->n_done += g_str_equal (academy_item_get_text (item, "status"), "done");
  group->n_overdue += is_overdue (item, group->today);
}

static void
group_init (Group     *group,
            AcademyDay today)
{
  *group = (Group) { .text = g_string_new (NULL), .today = today };
}

/* Writes a heading above what has been added, if it is to be there. */
static void
end_group (Group             *group,
           GString           *text,
           AcademyHeadingType type,
           const char        *about,
           gboolean           even_empty)
{
  g_autofree char *first = academy_test_dup_day (group->first);
  g_autofree char *last = academy_test_dup_day (group->last);

  if (even_empty || group->text->len > 0)
    g_string_append_printf (text, "%d %s %s–%s %u/%u/%u\n%s", type, about != NULL ? about : "", first != NULL ? first : "",
                            last != NULL ? last : "", group->n_done, group->n_measures, group->n_overdue,
                            group->text->str);
  g_string_free (group->text, TRUE);
  group_init (group, group->today);
}

static gint
compare_few (gconstpointer a,
             gconstpointer b)
{
  AcademyDay days[2][2] = { { 0 } };
  AcademyItem *items[] = { *(AcademyItem **) a, *(AcademyItem **) b };

  for (guint i = 0; i < 2; i++)
    {
      AcademySpan span;

      if (academy_span_get (items[i], &span))
        {
          days[i][0] = span.start != 0 ? span.start : span.end;
          days[i][1] = span.end != 0 ? span.end : span.start;
        }
      else
        days[i][0] = G_MAXUINT32;
    }

  for (guint i = 0; i < 2; i++)
    if (days[0][i] != days[1][i])
      return days[0][i] < days[1][i] ? -1 : 1;
  return 0;
}

static void
add_few (Group     *group,
         GPtrArray *items)
{
  g_ptr_array_sort (items, compare_few);
  for (guint i = 0; i < items->len; i++)
    add_item (group, g_ptr_array_index (items, i));
}

static void
get_all (GPtrArray         *items,
         AcademyStore      *store,
         const AcademyKind *kind,
         const char        *owner)
{
  g_autoptr(GPtrArray) all = academy_store_get_all (store, kind, owner, NULL);

  g_ptr_array_extend_and_steal (items, g_steal_pointer (&all));
}

/* Whether a presentation takes the place of the board date of an organisation. */
static gboolean
replaces (AcademyItem *presentation,
          AcademyDay   date,
          AcademyDay   today)
{
  AcademySpan span;

  return academy_span_get (presentation, &span) &&
         (span.end >= date || (span.end >= today && academy_item_get_text (presentation, "outcome") == NULL));
}

static void
add_meetings (Group        *group,
              AcademyStore *store,
              AcademyItem  *organisation,
              AcademyDay    today)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *id = academy_item_get_id (organisation);
  AcademyDay date = academy_span_get_day (organisation, "board_date");
  gboolean open = date != 0;

  get_all (items, store, &academy_session_kind, id);
  get_all (items, store, &academy_milestone_kind, id);
  get_all (items, store, &academy_board_item_kind, id);
  for (guint i = 0; open && i < items->len; i++)
    open = academy_item_get_kind (g_ptr_array_index (items, i)) != &academy_board_item_kind ||
           !replaces (g_ptr_array_index (items, i), date, today);
  if (open)
    g_ptr_array_add (items, g_object_ref (organisation));
  add_few (group, items);
}

/* What is bought is shown where it is chosen. */
static void
add_procurements (Group        *group,
                  AcademyStore *store,
                  const char   *organisation)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  get_all (items, store, &academy_opportunity_kind, organisation);
  for (guint i = items->len; i > 0; i--)
    if (g_strcmp0 (academy_item_get_text (g_ptr_array_index (items, i - 1), "choice"), "chosen") != 0)
      g_ptr_array_remove_index (items, i - 1);
  add_few (group, items);
}

static void
expect_programme (GString                    *text,
                  AcademyStore               *store,
                  const AcademyScheduleQuery *query)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Group group;

  group_init (&group, query->today);
  get_all (items, store, &academy_phase_kind, NULL);
  get_all (items, store, &academy_event_kind, NULL);
  add_few (&group, items);
  end_group (&group, text, ACADEMY_HEADING_PROGRAMME, NULL, FALSE);
  g_string_free (group.text, TRUE);
}

static GPtrArray *
get_measures (AcademyStore               *store,
              const char                 *organisation,
              const AcademyScheduleQuery *query)
{
  GPtrArray *measures = academy_store_get_all (store, &academy_measure_kind, organisation, NULL);

  for (guint i = measures->len; i > 0; i--)
    if (!is_wanted (g_ptr_array_index (measures, i - 1), query))
      g_ptr_array_remove_index (measures, i - 1);
  g_ptr_array_sort_with_data (measures, compare_measures, &(Sort) { store, query });

  return measures;
}

static gboolean
is_step (AcademyItem *measure)
{
  return academy_item_get_text (measure, "pilot") != NULL;
}

static void
expect_pilot (GString                    *text,
              AcademyStore               *store,
              const AcademyScheduleQuery *query,
              GPtrArray                  *measures)
{
  g_autoptr(GPtrArray) pilots = academy_store_get_all (store, &academy_pilot_kind, query->organisation, NULL);

  for (guint i = 0; i < pilots->len; i++)
    {
      Group group;

      group_init (&group, query->today);
      add_item (&group, g_ptr_array_index (pilots, i));
      for (guint j = 0; j < measures->len; j++)
        if (is_step (g_ptr_array_index (measures, j)))
          add_item (&group, g_ptr_array_index (measures, j));
      end_group (&group, text, ACADEMY_HEADING_PILOT, academy_item_get_id (g_ptr_array_index (pilots, i)), TRUE);
      g_string_free (group.text, TRUE);
    }
}

/* The first goal of a measure, in the order of goals. */
static gboolean
has_first_goal (AcademyItem *measure,
                GPtrArray   *all,
                guint        goal)
{
  const char * const *links = academy_item_get_links (measure, "goals");

  for (guint i = 0; links != NULL && i < all->len; i++)
    if (g_strv_contains (links, academy_item_get_id (g_ptr_array_index (all, i))))
      return i == goal;

  return goal == all->len;
}

static void
expect_goals (GString                    *text,
              AcademyStore               *store,
              const AcademyScheduleQuery *query,
              GPtrArray                  *measures)
{
  g_autoptr(GPtrArray) all = academy_store_get_all (store, &academy_goal_kind, query->organisation, NULL);
  Group group;

  group_init (&group, query->today);
  for (guint i = 0; i <= all->len; i++)
    {
      for (guint j = 0; j < measures->len; j++)
        if (!is_step (g_ptr_array_index (measures, j)) && has_first_goal (g_ptr_array_index (measures, j), all, i))
          add_item (&group, g_ptr_array_index (measures, j));
      end_group (&group, text, i < all->len ? ACADEMY_HEADING_GOAL : ACADEMY_HEADING_NO_GOAL,
                 i < all->len ? academy_item_get_text (g_ptr_array_index (all, i), "title") : NULL, i < all->len);
    }
  g_string_free (group.text, TRUE);
}

static gint
compare_roles (gconstpointer a,
               gconstpointer b)
{
  return compare_texts (*(const char **) a, *(const char **) b);
}

/* Roles that differ in their case only are one. */
static void
expect_owners (GString                    *text,
               AcademyStore               *store,
               const AcademyScheduleQuery *query,
               GPtrArray                  *measures)
{
  static const AcademyScheduleQuery by_start = { .order = ACADEMY_ORDER_START };
  g_autoptr(GPtrArray) all = academy_store_get_all (store, &academy_measure_kind, query->organisation, NULL);
  g_autoptr(GPtrArray) roles = g_ptr_array_new ();
  Group group;

  g_ptr_array_sort_with_data (all, compare_measures, &(Sort) { store, &by_start });

  for (guint i = 0; i < all->len; i++)
    {
      const char *role = academy_item_get_text (g_ptr_array_index (all, i), "owner_role");
      gboolean known = role == NULL;

      for (guint j = 0; !known && j < roles->len; j++)
        known = compare_texts (role, g_ptr_array_index (roles, j)) == 0;
      if (!known && g_ptr_array_find (measures, g_ptr_array_index (all, i), NULL))
        g_ptr_array_add (roles, (gpointer) role);
    }
  g_ptr_array_sort (roles, compare_roles);

  group_init (&group, query->today);
  for (guint i = 0; i <= roles->len; i++)
    {
      const char *role = i < roles->len ? g_ptr_array_index (roles, i) : NULL;

      for (guint j = 0; j < measures->len; j++)
        {
          const char *own = academy_item_get_text (g_ptr_array_index (measures, j), "owner_role");

          if (!is_step (g_ptr_array_index (measures, j)) &&
              (role != NULL ? own != NULL && compare_texts (own, role) == 0 : own == NULL))
            add_item (&group, g_ptr_array_index (measures, j));
        }
      end_group (&group, text, role != NULL ? ACADEMY_HEADING_OWNER : ACADEMY_HEADING_NO_OWNER, role, FALSE);
    }
  g_string_free (group.text, TRUE);
}

static void
expect_together (GString                    *text,
                 const AcademyScheduleQuery *query,
                 GPtrArray                  *measures)
{
  Group group;

  group_init (&group, query->today);
  for (guint i = 0; i < measures->len; i++)
    if (!is_step (g_ptr_array_index (measures, i)))
      add_item (&group, g_ptr_array_index (measures, i));
  end_group (&group, text, ACADEMY_HEADING_MEASURES, NULL, FALSE);
  g_string_free (group.text, TRUE);
}

static char *
expect_organisation (AcademyStore               *store,
                     const AcademyScheduleQuery *query)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(AcademyItem) organisation = academy_store_get (store, &academy_organisation_kind, query->organisation, NULL);
  g_autoptr(GPtrArray) measures = get_measures (store, query->organisation, query);
  Group group;

  expect_programme (text, store, query);
  group_init (&group, query->today);
  add_meetings (&group, store, organisation, query->today);
  end_group (&group, text, ACADEMY_HEADING_MEETINGS, NULL, FALSE);
  g_string_free (group.text, TRUE);

  group_init (&group, query->today);
  add_procurements (&group, store, query->organisation);
  end_group (&group, text, ACADEMY_HEADING_PROCUREMENTS, NULL, FALSE);
  g_string_free (group.text, TRUE);

  if (query->grouping == ACADEMY_GROUPING_GOAL)
    expect_goals (text, store, query, measures);
  else if (query->grouping == ACADEMY_GROUPING_OWNER)
    expect_owners (text, store, query, measures);
  else
    expect_together (text, query, measures);
  expect_pilot (text, store, query, measures);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
expect_whole_programme (AcademyStore               *store,
                        const AcademyScheduleQuery *query)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) organisations = academy_organisations_get (store, NULL);

  expect_programme (text, store, query);
  for (guint i = 0; i < organisations->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (organisations, i);
      g_autoptr(GPtrArray) measures = get_measures (store, academy_item_get_id (organisation), query);
      g_autoptr(GPtrArray) pilots = g_ptr_array_new_with_free_func (g_object_unref);
      Group group;

      group_init (&group, query->today);
      add_meetings (&group, store, organisation, query->today);
      add_procurements (&group, store, academy_item_get_id (organisation));
      for (guint j = 0; j < measures->len; j++)
        if (!is_step (g_ptr_array_index (measures, j)))
          add_item (&group, g_ptr_array_index (measures, j));
      get_all (pilots, store, &academy_pilot_kind, academy_item_get_id (organisation));
      add_few (&group, pilots);
      for (guint j = 0; j < measures->len; j++)
        if (is_step (g_ptr_array_index (measures, j)))
          add_item (&group, g_ptr_array_index (measures, j));
      end_group (&group, text, ACADEMY_HEADING_ORGANISATION, academy_item_get_id (organisation), TRUE);
      g_string_free (group.text, TRUE);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What a schedule is to hold, from what the items of the store say themselves: a
 * line of text for each heading and entry. */
char *
academy_expect_schedule (AcademyStore               *store,
                         const AcademyScheduleQuery *query)
{
  return query->organisation != NULL ? expect_organisation (store, query) : expect_whole_programme (store, query);
}

/* A schedule in the same words. */
char *
academy_describe_schedule (AcademyStore          *store,
                           const AcademySchedule *schedule)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      const AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);
      g_autofree char *first = academy_test_dup_day (heading->span.start);
      g_autofree char *last = academy_test_dup_day (heading->span.end);
      const char *about = heading->title != NULL ? heading->title : heading->id;

      g_assert_cmpint (heading->id != NULL, ==, heading->type == ACADEMY_HEADING_GOAL ||
                       heading->type == ACADEMY_HEADING_PILOT || heading->type == ACADEMY_HEADING_ORGANISATION);
      g_string_append_printf (text, "%d %s %s–%s %u/%u/%u\n", heading->type, about != NULL ? about : "",
                              first != NULL ? first : "", last != NULL ? last : "", heading->n_done,
                              heading->n_measures, heading->n_overdue);
      for (guint j = 0; j < heading->entries->len; j++)
        {
          const AcademyScheduleEntry *entry = academy_schedule_get_entry (heading, j);
          g_autoptr(AcademyItem) item = academy_store_get (store, academy_kinds ()[entry->kind], entry->id, &error);
          g_autofree char *title = NULL;

          g_assert_no_error (error);
          title = academy_item_dup_title (item, academy_language_get ("en", NULL));
          g_string_append_printf (text, "  %s %s\n", academy_item_get_kind (item)->name, title);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
