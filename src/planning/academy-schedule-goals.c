/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-schedule-goals.h"

#include <stdlib.h>
#include <string.h>

#include "academy-row.h"
#include "academy-store-query.h"

/* The goal under which a measure is grouped. */
typedef struct {
  char  measure[37];
  guint group;
} Goal;

static void
add_goal (GArray     *goals,
          const char *measure,
          guint       group)
{
  Goal *last = goals->len > 0 ? &g_array_index (goals, Goal, goals->len - 1) : NULL;
  Goal goal = { .group = group };

  if (last != NULL && g_str_equal (last->measure, measure))
    {
      last->group = MIN (last->group, group);
      return;
    }

  g_strlcpy (goal.measure, measure, sizeof goal.measure);
  g_array_append_val (goals, goal);
}

typedef struct {
  GArray     *goals;
  GHashTable *groups;
} Reader;

static void
read_goal (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  Reader *reader = data;
  gpointer group;

  if (g_hash_table_lookup_extended (reader->groups, academy_database_get_text (row, 1), NULL, &group))
    add_goal (reader->goals, academy_database_get_text (row, 0), GPOINTER_TO_UINT (group));
}

/**
 * academy_schedule_goals_read:
 * @store: a store
 * @kind: the kind of measures
 * @field: the field of its links to goals
 * @groups: (element-type utf8 guint): the groups of goals, by id; the smallest
 *   number comes first
 * @error: return location for an error
 *
 * Finds the goal under which each measure is grouped: the first of its goals.
 *
 * Returns: (transfer full) (nullable): the groups of measures, sorted by measure
 *   for academy_schedule_goals_find()
 */
GArray *
academy_schedule_goals_read (AcademyStore        *store,
                             const AcademyKind   *kind,
                             const AcademyField  *field,
                             GHashTable          *groups,
                             GError             **error)
{
  g_autofree char *table = academy_row_links (kind, field);
  g_autofree char *sql = g_strdup_printf ("SELECT \"item\", \"target\" FROM \"%s\" ORDER BY \"item\"", table);
  g_autoptr(GArray) goals = g_array_new (FALSE, FALSE, sizeof (Goal));
  Reader reader = { .goals = goals, .groups = groups };

  return academy_store_query (store, sql, NULL, 0, read_goal, &reader, error) ? g_steal_pointer (&goals) : NULL;
}

static int
compare_measure (const void *id,
                 const void *goal)
{
  return strcmp (id, ((const Goal *) goal)->measure);
}

/**
 * academy_schedule_goals_find:
 * @goals: the groups of measures
 * @measure: the id of a measure
 * @group: (out): its group
 *
 * Returns: whether the measure has a goal
 */
gboolean
academy_schedule_goals_find (GArray     *goals,
                             const char *measure,
                             guint      *group)
{
  /* An array without elements has no data. */
  const Goal *goal = goals->len > 0 ? bsearch (measure, goals->data, goals->len, sizeof (Goal), compare_measure) : NULL;

  if (goal == NULL)
    return FALSE;

  *group = goal->group;
  return TRUE;
}
