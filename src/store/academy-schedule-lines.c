/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-schedule-lines.h"

#include <string.h>

#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-row.h"
#include "academy-store-private.h"

typedef struct {
  char   id[37];
  guint  group;
  gint64 number;
  char  *text;
  char  *title;
} Line;

struct _AcademyScheduleLines {
  /* Owned */
  GArray     *lines;
  GPtrArray  *groups;
  GHashTable *groups_by_key;
  GHashTable *goals;
  char       *needle;
  char       *today;

  /* Borrowed */
  const AcademyScheduleQuery *query;
};

/* The columns of the index that lists measures. */
enum {
  COLUMN_ID,
  COLUMN_TITLE,
  COLUMN_START,
  COLUMN_END,
  COLUMN_STATUS,
  COLUMN_OWNER_ROLE,
  COLUMN_PROGRESS,
  COLUMN_PILOT,
};

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line->title);
}

static void
group_free (AcademyScheduleGroup *group)
{
  g_array_unref (group->positions);
  g_free (group->key);
  g_free (group->title);
  g_free (group->id);
  g_free (group);
}

/* The group of a key, which stands for it in the order of groups. */
static guint
find_group (AcademyScheduleLines *self,
            AcademyHeadingType    type,
            const char           *key,
            const char           *id,
            const char           *title)
{
  gpointer found;
  AcademyScheduleGroup *group;

  if (g_hash_table_lookup_extended (self->groups_by_key, key, NULL, &found))
    return GPOINTER_TO_UINT (found);

  group = g_new0 (AcademyScheduleGroup, 1);
  group->type = type;
  group->id = g_strdup (id);
  group->title = g_strdup (title);
  group->key = g_strdup (key);
  group->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_hash_table_insert (self->groups_by_key, group->key, GUINT_TO_POINTER (self->groups->len));
  g_ptr_array_add (self->groups, group);

  return self->groups->len - 1;
}

/* Which goal each measure stands under: the first of those that it has. */
static gboolean
read_goals (AcademyScheduleLines  *self,
            AcademyStore          *store,
            GError               **error)
{
  const AcademyField *field = academy_kind_find_field (&academy_measure_kind, "goals");
  g_autofree char *table = academy_row_links (&academy_measure_kind, field);
  g_autofree char *sql = g_strdup_printf ("SELECT item, target FROM %s", table);
  g_autoptr(GPtrArray) goals = academy_store_get_all (store, &academy_goal_kind, self->query->organisation, error);
  g_autoptr(GHashTable) order = g_hash_table_new (g_str_hash, g_str_equal);
  sqlite3_stmt *statement;
  AcademyStep step;

  if (goals == NULL)
    return FALSE;

  for (guint i = 0; i < goals->len; i++)
    {
      AcademyItem *goal = g_ptr_array_index (goals, i);
      g_autofree char *key = g_strdup_printf ("1 %08u", i);
      g_autofree char *title = academy_item_dup_title (goal, academy_language_get_default ());

      find_group (self, ACADEMY_HEADING_GOAL, key, academy_item_get_id (goal), title);
      g_hash_table_insert (order, (gpointer) academy_item_get_id (goal), GUINT_TO_POINTER (i + 1));
    }

  statement = academy_database_prepare (store->database, sql, error);
  if (statement == NULL)
    return FALSE;
  while ((step = academy_database_step (store->database, statement, error)) == ACADEMY_STEP_ROW)
    {
      const char *item = (const char *) sqlite3_column_text (statement, 0);
      guint goal = GPOINTER_TO_UINT (g_hash_table_lookup (order, (const char *) sqlite3_column_text (statement, 1)));
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->goals, item));

      if (goal != 0 && (before == 0 || goal < before))
        g_hash_table_insert (self->goals, g_strdup (item), GUINT_TO_POINTER (goal));
    }

  return step == ACADEMY_STEP_DONE;
}

static guint
choose_group (AcademyScheduleLines *self,
              const char           *id,
              const char           *owner_role,
              const char           *pilot)
{
  g_autofree char *fold = NULL;
  g_autofree char *key = NULL;
  guint goal;

  if (pilot != NULL)
    {
      key = g_strconcat ("3 ", pilot, NULL);
      return find_group (self, ACADEMY_HEADING_PILOT, key, pilot, NULL);
    }

  switch (self->query->grouping)
    {
    case ACADEMY_GROUPING_GOAL:
      goal = GPOINTER_TO_UINT (g_hash_table_lookup (self->goals, id));
      return goal != 0 ? goal - 1 : find_group (self, ACADEMY_HEADING_NO_GOAL, "2", NULL, NULL);
    case ACADEMY_GROUPING_OWNER:
      if (owner_role == NULL)
        return find_group (self, ACADEMY_HEADING_NO_OWNER, "2", NULL, NULL);
      fold = academy_language_fold (owner_role);
      key = g_strconcat ("1 ", fold, NULL);
      return find_group (self, ACADEMY_HEADING_OWNER, key, NULL, owner_role);
    case ACADEMY_GROUPING_NONE:
    default:
      return find_group (self, ACADEMY_HEADING_MEASURES, "1", NULL, NULL);
    }
}

static gboolean
is_finished (const char *status)
{
  return g_str_equal (status, "done") || g_str_equal (status, "dropped");
}

static gboolean
is_overdue (AcademyScheduleLines *self,
            const char           *end,
            const char           *status)
{
  return end != NULL && strcmp (end, self->today) < 0 && !is_finished (status);
}

static gboolean
contains (AcademyScheduleLines *self,
          const char           *text)
{
  g_autofree char *fold = text != NULL ? academy_language_fold (text) : NULL;

  return fold != NULL && strstr (fold, self->needle) != NULL;
}

static gboolean
is_wanted (AcademyScheduleLines *self,
           const char           *title,
           const char           *owner_role,
           const char           *end,
           const char           *status)
{
  if ((self->query->filter == ACADEMY_FILTER_UNFINISHED && is_finished (status)) ||
      (self->query->filter == ACADEMY_FILTER_OVERDUE && !is_overdue (self, end, status)))
    return FALSE;

  return self->needle == NULL || contains (self, title) || contains (self, owner_role);
}

static void
add_up (AcademyScheduleLines *self,
        AcademyScheduleSums  *sums,
        const char           *start,
        const char           *end,
        const char           *status)
{
  const char *first = start != NULL ? start : end;
  const char *last = end != NULL ? end : start;

  if (first != NULL && (sums->first[0] == '\0' || strcmp (first, sums->first) < 0))
    g_strlcpy (sums->first, first, sizeof sums->first);
  if (last != NULL && strcmp (last, sums->last) > 0)
    g_strlcpy (sums->last, last, sizeof sums->last);
  if (g_str_equal (status, "dropped"))
    return;

  sums->n_measures++;
  sums->n_done += g_str_equal (status, "done");
  sums->n_overdue += is_overdue (self, end, status);
}

static gint64
get_status_order (const char *status)
{
  const AcademyField *field = academy_kind_find_field (&academy_measure_kind, "status");

  return academy_field_find_choice (field, status) - field->choices;
}

/* What has no value comes last, whichever way round. */
static void
set_key (AcademyScheduleLines *self,
         Line                 *line,
         sqlite3_stmt         *statement)
{
  static const int columns[] = {
    [ACADEMY_ORDER_START] = COLUMN_START,
    [ACADEMY_ORDER_END] = COLUMN_END,
    [ACADEMY_ORDER_TITLE] = COLUMN_TITLE,
    [ACADEMY_ORDER_OWNER] = COLUMN_OWNER_ROLE,
    [ACADEMY_ORDER_STATUS] = COLUMN_STATUS,
    [ACADEMY_ORDER_PROGRESS] = COLUMN_PROGRESS,
  };
  int column = columns[self->query->order];
  const char *text = (const char *) sqlite3_column_text (statement, column);

  line->number = text == NULL ? G_MAXINT64 : 0;
  if (text == NULL)
    return;

  if (self->query->order == ACADEMY_ORDER_STATUS)
    line->number = get_status_order (text);
  else if (self->query->order == ACADEMY_ORDER_PROGRESS)
    line->number = sqlite3_column_int64 (statement, column);
  else
    line->text = academy_language_fold (text);
}

static gint
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Line *line_a = a, *line_b = b;
  int sign = ((const AcademyScheduleQuery *) data)->descending ? -1 : 1;

  if (line_a->number != line_b->number)
    {
      if (line_a->number == G_MAXINT64 || line_b->number == G_MAXINT64)
        return line_a->number == G_MAXINT64 ? 1 : -1;
      return line_a->number < line_b->number ? -sign : sign;
    }

  return sign * g_strcmp0 (line_a->text, line_b->text);
}

static gint
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return strcmp (((const Line *) a)->title, ((const Line *) b)->title);
}

/* Lines from @first on start on the same day. The file puts the bytes of their
 * titles in order, which is that of the letters nearly always. */
static void
sort_titles (AcademyScheduleLines *self,
             guint                 first)
{
  Line *lines = (Line *) self->lines->data + first;
  guint n_lines = self->lines->len - first;
  gboolean sorted = TRUE;

  for (guint i = 1; sorted && i < n_lines; i++)
    sorted = compare_titles (&lines[i - 1], &lines[i], NULL) <= 0;
  if (!sorted)
    g_sort_array (lines, n_lines, sizeof (Line), compare_titles, NULL);
  for (guint i = 0; i < n_lines; i++)
    g_clear_pointer (&lines[i].title, g_free);
}

static char *
get_sql (void)
{
  g_autofree char *order = academy_row_order (&academy_measure_kind);

  return g_strdup_printf ("SELECT id, title, start, \"end\", status, owner_role, progress, pilot "
                          "FROM measure WHERE organisation = ? ORDER BY %s", order);
}

static gboolean
read_lines (AcademyScheduleLines  *self,
            AcademyStore          *store,
            GError               **error)
{
  gboolean sorted = self->query->order == ACADEMY_ORDER_START && !self->query->descending;
  g_autofree char *sql = get_sql ();
  sqlite3_stmt *statement = academy_database_prepare (store->database, sql, error);
  g_autofree char *day = NULL;
  guint first = 0;
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, self->query->organisation, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (store->database, statement, error)) == ACADEMY_STEP_ROW)
    {
      const char *id = (const char *) sqlite3_column_text (statement, COLUMN_ID);
      const char *title = (const char *) sqlite3_column_text (statement, COLUMN_TITLE);
      const char *owner_role = (const char *) sqlite3_column_text (statement, COLUMN_OWNER_ROLE);
      const char *start = (const char *) sqlite3_column_text (statement, COLUMN_START);
      const char *end = (const char *) sqlite3_column_text (statement, COLUMN_END);
      const char *status = (const char *) sqlite3_column_text (statement, COLUMN_STATUS);
      AcademyScheduleGroup *group;
      Line line = { .text = NULL };

      if (!is_wanted (self, title, owner_role, end, status))
        continue;
      if (g_strcmp0 (start, day) != 0)
        {
          sort_titles (self, first);
          first = self->lines->len;
          g_set_str (&day, start);
        }

      line.group = choose_group (self, id, owner_role, (const char *) sqlite3_column_text (statement, COLUMN_PILOT));
      group = g_ptr_array_index (self->groups, line.group);
      add_up (self, &group->sums, start, end, status);
      g_strlcpy (line.id, id, sizeof line.id);
      line.title = academy_language_fold (title);
      if (!sorted)
        set_key (self, &line, statement);
      g_array_append_val (self->lines, line);
    }

  sort_titles (self, first);
  if (!sorted)
    g_array_sort_with_data (self->lines, compare_lines, (gpointer) self->query);
  for (guint i = 0; i < self->lines->len; i++)
    {
      AcademyScheduleGroup *group = g_ptr_array_index (self->groups, g_array_index (self->lines, Line, i).group);

      g_array_append_val (group->positions, i);
    }

  return step == ACADEMY_STEP_DONE;
}

/* A pilot has its place also while it has no steps. */
static gboolean
add_pilot (AcademyScheduleLines  *self,
           AcademyStore          *store,
           GError               **error)
{
  g_autoptr(GPtrArray) pilots = academy_store_get_ids (store, &academy_pilot_kind, self->query->organisation, error);

  if (pilots == NULL)
    return FALSE;

  for (guint i = 0; i < pilots->len; i++)
    choose_group (self, NULL, NULL, g_ptr_array_index (pilots, i));

  return TRUE;
}

static gint
compare_groups (gconstpointer a,
                gconstpointer b)
{
  return strcmp ((*(AcademyScheduleGroup **) a)->key, (*(AcademyScheduleGroup **) b)->key);
}

AcademyScheduleLines *
academy_schedule_lines_read (AcademyStore                *store,
                             const AcademyScheduleQuery  *query,
                             GError                     **error)
{
  g_autoptr(AcademyScheduleLines) self = g_new0 (AcademyScheduleLines, 1);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_julian (&today, query->today);
  self->query = query;
  self->today = academy_date_to_text (&today);
  self->needle = query->search != NULL && *query->search != '\0' ? academy_language_fold (query->search) : NULL;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->groups_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->goals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if ((query->grouping == ACADEMY_GROUPING_GOAL && !read_goals (self, store, error)) ||
      !read_lines (self, store, error) || !add_pilot (self, store, error))
    return NULL;

  g_ptr_array_sort (self->groups, compare_groups);
  return g_steal_pointer (&self);
}

void
academy_schedule_lines_free (AcademyScheduleLines *self)
{
  g_array_unref (self->lines);
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->groups_by_key);
  g_hash_table_unref (self->goals);
  g_free (self->needle);
  g_free (self->today);
  g_free (self);
}

guint
academy_schedule_lines_get_n_groups (const AcademyScheduleLines *self)
{
  return self->groups->len;
}

const AcademyScheduleGroup *
academy_schedule_lines_get_group (const AcademyScheduleLines *self,
                                  guint                       i)
{
  return g_ptr_array_index (self->groups, i);
}

const char *
academy_schedule_lines_get_id (const AcademyScheduleLines *self,
                               guint                       position)
{
  return g_array_index (self->lines, Line, position).id;
}
