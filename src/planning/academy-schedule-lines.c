/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-schedule-lines.h"

#include <string.h>

#include "academy-collation.h"
#include "academy-database-functions.h"
#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-row.h"
#include "academy-schedule-goals.h"
#include "academy-schedule-order.h"
#include "academy-status.h"
#include "academy-store-query.h"

#define TEXTS_SIZE 65536

/* A line that starts on the day being read. */
typedef struct {
  AcademyScheduleEntry entry;
  AcademyScheduleKey   key;
  guint                group;
  guint                title;
} Line;

/* Cached strings of an owner role, of which there are few. The group is counted
 * from 1. */
typedef struct {
  char  *title;
  char  *key;
  guint  group;
} Role;

struct _AcademyScheduleLines {
  /* Owned */
  GPtrArray    *groups;
  GHashTable   *groups_by_key;
  GHashTable   *roles;
  GArray       *goals;
  GStringChunk *texts;
  GArray       *lines;
  GString      *titles;
  char         *day;
  char         *needle;
  char         *today;

  /* Borrowed */
  const AcademyScheduleQuery *query;
  const AcademyKind          *kind;
  const AcademyField         *status;

  AcademyScheduleEntry        entry;
  gboolean      keyed;
  gboolean      ordered;
};

/* The columns of the query; an index covers most of them. */
enum {
  COLUMN_ID,
  COLUMN_TITLE,
  COLUMN_START,
  COLUMN_END,
  COLUMN_STATUS,
  COLUMN_PILOT,
  COLUMN_OWNER_ROLE,
  COLUMN_KEY,
  COLUMN_ROW,
};

typedef enum {
  KEY_DATE,
  KEY_TEXT,
  KEY_ROLE,
  KEY_STATUS,
  KEY_NUMBER,
} KeyType;

/* The sort keys of measures; NULL for a measure without a goal or a predecessor. */
static const struct {
  const char *sql;
  KeyType     type;
} keys[ACADEMY_N_ORDERS] = {
  [ACADEMY_ORDER_START] = { "\"start\"", KEY_DATE },
  [ACADEMY_ORDER_END] = { "\"end\"", KEY_DATE },
  [ACADEMY_ORDER_TITLE] = { "\"title\"", KEY_TEXT },
  [ACADEMY_ORDER_OWNER] = { "NULL", KEY_ROLE },
  [ACADEMY_ORDER_STATUS] = { "\"status\"", KEY_STATUS },
  [ACADEMY_ORDER_PROGRESS] = { "\"progress\"", KEY_NUMBER },
  [ACADEMY_ORDER_PRIORITY] = { "\"priority\"", KEY_NUMBER },
  [ACADEMY_ORDER_GOALS] = {
    "(SELECT min (\"goal\".\"title\"" ACADEMY_COLLATE ") FROM \"measure_goals\" "
    "JOIN \"goal\" ON \"goal\".\"id\" = \"target\" WHERE \"item\" = \"measure\".\"id\")", KEY_TEXT },
  [ACADEMY_ORDER_PERSON_DAYS] = { "\"person_days\"", KEY_NUMBER },
  [ACADEMY_ORDER_COST] = { "\"cost\"", KEY_NUMBER },
  [ACADEMY_ORDER_DEPENDS] = {
    "(SELECT nullif (count (*), 0) FROM \"dependency\" WHERE \"successor\" = \"measure\".\"id\")", KEY_NUMBER },
};

/**
 * academy_schedule_entry_init:
 * @entry: (out caller-allocates): an entry
 * @kind: the kind of an item
 * @id: its id
 * @row: its rowid, or %ACADEMY_ROW_UNKNOWN
 *
 * Sets all fields of an entry.
 */
void
academy_schedule_entry_init (AcademyScheduleEntry *entry,
                             const AcademyKind    *kind,
                             const char           *id,
                             gint64                row)
{
  entry->row = row;
  entry->kind = 0;
  while (academy_kinds ()[entry->kind] != kind)
    entry->kind++;
  g_strlcpy (entry->id, id, sizeof entry->id);
}

static void
role_free (Role *role)
{
  g_free (role->title);
  g_free (role->key);
  g_free (role);
}

static void
group_free (AcademyScheduleGroup *group)
{
  g_clear_pointer (&group->entries, g_array_unref);
  g_array_unref (group->keys);
  g_free (group->key);
  g_free (group->title);
  g_free (group->id);
  g_free (group);
}

/* Finds or adds the group with a key; groups are sorted by key. */
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
  group->entries = g_array_new (FALSE, FALSE, sizeof (AcademyScheduleEntry));
  group->keys = g_array_new (FALSE, FALSE, sizeof (AcademyScheduleKey));
  g_hash_table_insert (self->groups_by_key, group->key, GUINT_TO_POINTER (self->groups->len));
  g_ptr_array_add (self->groups, group);

  return self->groups->len - 1;
}

static Role *
find_role (AcademyScheduleLines *self,
           const char           *owner_role)
{
  Role *role = g_hash_table_lookup (self->roles, owner_role);
  g_autofree char *fold = NULL;

  if (role != NULL)
    return role;

  role = g_new0 (Role, 1);
  role->title = g_strdup (owner_role);
  fold = academy_language_casefold (owner_role);
  role->key = academy_collation_make_key (fold);
  g_hash_table_insert (self->roles, role->title, role);

  return role;
}

/* Collects the groups of goals, by id. */
static GHashTable *
create_goal_groups (AcademyScheduleLines *self,
                    GPtrArray            *goals)
{
  GHashTable *groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < goals->len; i++)
    {
      AcademyItem *goal = g_ptr_array_index (goals, i);
      const char *id = academy_item_get_id (goal);
      g_autofree char *key = g_strdup_printf ("1 %08u", i);
      g_autofree char *title = academy_item_dup_title (goal, academy_language_get_default ());

      g_hash_table_insert (groups, (gpointer) id,
                           GUINT_TO_POINTER (find_group (self, ACADEMY_HEADING_GOAL, key, id, title)));
    }

  return groups;
}

static gboolean
read_goals (AcademyScheduleLines *self,
            AcademyStore         *store,
            GError              **error)
{
  const AcademyField *field = academy_kind_find_field (self->kind, "goals");
  const AcademyKind *kind = academy_kind_find (field->target);
  g_autoptr(GPtrArray) goals = academy_store_get_all (store, kind, self->query->organisation, error);
  g_autoptr(GHashTable) groups = NULL;

  if (goals == NULL)
    return FALSE;

  groups = create_goal_groups (self, goals);
  self->goals = academy_schedule_goals_read (store, self->kind, field, groups, error);
  return self->goals != NULL;
}

static guint
find_goal (AcademyScheduleLines *self,
           const char           *id)
{
  guint group;

  return academy_schedule_goals_find (self->goals, id, &group) ? group
                                                               : find_group (self, ACADEMY_HEADING_NO_GOAL, "2", NULL, NULL);
}

static guint
find_owner (AcademyScheduleLines *self,
            Role                 *role)
{
  g_autofree char *key = NULL;

  if (role->group == 0)
    {
      key = g_strconcat ("1 ", role->key, NULL);
      role->group = find_group (self, ACADEMY_HEADING_OWNER, key, NULL, role->title) + 1;
    }

  return role->group - 1;
}

static guint
choose_group (AcademyScheduleLines *self,
              const char           *id,
              Role                 *role,
              const char           *pilot)
{
  g_autofree char *key = NULL;

  if (pilot != NULL)
    {
      key = g_strconcat ("3 ", pilot, NULL);
      return find_group (self, ACADEMY_HEADING_PILOT, key, pilot, NULL);
    }

  switch (self->query->grouping)
    {
    case ACADEMY_GROUPING_GOAL:
      return find_goal (self, id);
    case ACADEMY_GROUPING_OWNER:
      return role != NULL ? find_owner (self, role) : find_group (self, ACADEMY_HEADING_NO_OWNER, "2", NULL, NULL);
    case ACADEMY_GROUPING_NONE:
    default:
      return find_group (self, ACADEMY_HEADING_MEASURES, "1", NULL, NULL);
    }
}

static gboolean
is_overdue (AcademyScheduleLines *self,
            const char           *end,
            AcademyStatus         status)
{
  return end != NULL && strcmp (end, self->today) < 0 && !academy_status_is_finished (status);
}

static gboolean
is_wanted (AcademyScheduleLines *self,
           const char           *end,
           AcademyStatus         status)
{
  switch (self->query->filter)
    {
    case ACADEMY_FILTER_UNFINISHED:
      return !academy_status_is_finished (status);
    case ACADEMY_FILTER_OVERDUE:
      return is_overdue (self, end, status);
    case ACADEMY_FILTER_ALL:
    default:
      return TRUE;
    }
}

static AcademyStatus
find_status (AcademyScheduleLines *self,
             const char           *token)
{
  const AcademyChoice *choice = academy_field_find_choice (self->status, token);

  return choice != NULL ? choice->status : ACADEMY_STATUS_UNKNOWN;
}

static void
add_up (AcademyScheduleLines *self,
        AcademyScheduleSums  *sums,
        const char           *start,
        const char           *end,
        AcademyStatus         status)
{
  const char *first = start != NULL ? start : end;
  const char *last = end != NULL ? end : start;

  if (first != NULL && (sums->first[0] == '\0' || strcmp (first, sums->first) < 0))
    g_strlcpy (sums->first, first, sizeof sums->first);
  if (last != NULL && strcmp (last, sums->last) > 0)
    g_strlcpy (sums->last, last, sizeof sums->last);
  if (status == ACADEMY_STATUS_DROPPED)
    return;

  sums->n_measures++;
  sums->n_done += status == ACADEMY_STATUS_DONE;
  sums->n_overdue += is_overdue (self, end, status);
}

static double
get_status_order (AcademyScheduleLines *self,
                  const char           *status)
{
  const AcademyChoice *choice = academy_field_find_choice (self->status, status);

  return choice != NULL ? choice - self->status->choices : ACADEMY_SCHEDULE_LAST;
}

static double
get_number (sqlite3_stmt *row)
{
  return sqlite3_column_type (row, COLUMN_KEY) != SQLITE_NULL ? sqlite3_column_double (row, COLUMN_KEY)
                                                                    : ACADEMY_SCHEDULE_LAST;
}

static void
set_text (AcademyScheduleLines *self,
          AcademyScheduleKey   *key,
          const char           *text)
{
  g_autofree char *collated = text != NULL ? academy_collation_make_key (text) : NULL;

  key->number = ACADEMY_SCHEDULE_LAST;
  if (collated == NULL)
    return;

  key->text = g_string_chunk_insert (self->texts, collated);
  key->number = academy_schedule_get_text_order (collated);
}

/* Sets the key to sort by; measures without a value come last in both directions. */
static void
set_key (AcademyScheduleLines *self,
         AcademyScheduleKey   *key,
         sqlite3_stmt         *row,
         const Role           *role)
{
  switch (keys[self->query->order].type)
    {
    case KEY_TEXT:
      set_text (self, key, academy_database_find_text (row, COLUMN_KEY));
      break;
    case KEY_ROLE:
      key->number = role != NULL ? 0 : ACADEMY_SCHEDULE_LAST;
      key->text = role != NULL ? role->key : NULL;
      break;
    case KEY_STATUS:
      key->number = get_status_order (self, academy_database_get_text (row, COLUMN_KEY));
      break;
    case KEY_NUMBER:
      key->number = get_number (row);
      break;
    case KEY_DATE:
    default:
      key->number = academy_schedule_get_date_order (academy_database_find_text (row, COLUMN_KEY));
      break;
    }
}

static gint
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Line *line_a = a, *line_b = b;
  AcademyScheduleLines *self = data;

  return academy_collation_compare (self->titles->str + line_a->title, -1, self->titles->str + line_b->title, -1);
}

/* Sorts the lines that start on the same day. The index has them in byte order of
 * their titles, which is close to academy_collation_compare(), so that sorting
 * here takes half the time of an ORDER BY with a collation. */
static void
finish_day (AcademyScheduleLines *self)
{
  if (!self->ordered)
    g_array_sort_with_data (self->lines, compare_titles, self);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      AcademyScheduleGroup *group = g_ptr_array_index (self->groups, line->group);

      line->key.position = group->entries->len;
      if (self->keyed)
        g_array_append_val (group->keys, line->key);
      g_array_append_val (group->entries, line->entry);
    }

  g_array_set_size (self->lines, 0);
  g_string_truncate (self->titles, 0);
  self->ordered = TRUE;
}

static void
add_line (AcademyScheduleLines *self,
          Line                 *line,
          const char           *title)
{
  /* A list in the order of titles is sorted as a whole later. */
  if (self->query->order != ACADEMY_ORDER_TITLE)
    {
      line->title = self->titles->len;
      g_string_append_len (self->titles, title, strlen (title) + 1);
      self->ordered = self->ordered && (self->lines->len == 0 ||
                                        compare_titles (&g_array_index (self->lines, Line, self->lines->len - 1),
                                                        line, self) <= 0);
    }
  g_array_append_vals (self->lines, line, 1);
}

static void
read_line (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  AcademyScheduleLines *self = data;
  const char *id = academy_store_find_id (store, self->kind, row, COLUMN_ID);
  const char *start = academy_database_find_text (row, COLUMN_START);
  const char *end = academy_database_find_text (row, COLUMN_END);
  AcademyStatus status = find_status (self, academy_database_get_text (row, COLUMN_STATUS));
  const char *owner_role = academy_database_find_text (row, COLUMN_OWNER_ROLE);
  Role *role = owner_role != NULL ? find_role (self, owner_role) : NULL;
  AcademyScheduleGroup *group;
  Line line = { .entry = self->entry };

  if (id == NULL || !is_wanted (self, end, status))
    return;

  if (g_strcmp0 (start, self->day) != 0)
    {
      finish_day (self);
      g_set_str (&self->day, start);
    }

  line.group = choose_group (self, id, role, academy_database_find_text (row, COLUMN_PILOT));
  group = g_ptr_array_index (self->groups, line.group);
  add_up (self, &group->sums, start, end, status);
  line.entry.row = sqlite3_column_int64 (row, COLUMN_ROW);
  g_strlcpy (line.entry.id, id, sizeof line.entry.id);
  if (self->keyed)
    set_key (self, &line.key, row, role);
  add_line (self, &line, academy_database_get_text (row, COLUMN_TITLE));
}

/* Leave out unneeded columns and rows: each takes time for thousands of measures. */
static char *
get_sql (AcademyScheduleLines *self)
{
  AcademyOrder order = self->query->order;
  g_autofree char *columns = academy_row_order (self->kind, academy_kind_get_chronology (self->kind), "");
  gboolean owner_role = order == ACADEMY_ORDER_OWNER || self->query->grouping == ACADEMY_GROUPING_OWNER;
  const char *search = " AND (" ACADEMY_CONTAINS " (\"title\", ?2) OR " ACADEMY_CONTAINS " (\"owner_role\", ?2))";

  return g_strdup_printf ("SELECT \"id\", \"title\", \"start\", \"end\", \"status\", \"pilot\", %s, %s, \"rowid\" "
                          "FROM \"measure\" WHERE \"organisation\" = ?1%s ORDER BY %s",
                          owner_role ? "\"owner_role\"" : "NULL",
                          self->keyed ? keys[order].sql : "NULL",
                          self->needle != NULL ? search : "",
                          columns);
}

static gboolean
read_lines (AcademyScheduleLines *self,
            AcademyStore         *store,
            GError              **error)
{
  g_autofree char *sql = get_sql (self);
  const char *texts[] = { self->query->organisation, self->needle };

  if (!academy_store_query (store, sql, texts, self->needle != NULL ? 2 : 1, read_line, self, error))
    return FALSE;

  finish_day (self);
  for (guint i = 0; self->keyed && i < self->groups->len; i++)
    {
      AcademyScheduleGroup *group = g_ptr_array_index (self->groups, i);

      academy_schedule_sort (group->entries, group->keys, self->query->descending);
    }

  return TRUE;
}

/* Adds the group of a pilot even when it has no steps yet. */
static gboolean
add_pilot (AcademyScheduleLines *self,
           AcademyStore         *store,
           GError              **error)
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

/**
 * academy_schedule_lines_read:
 * @store: a store
 * @query: the content, with an organisation; must outlive the lines
 * @error: return location for an error
 *
 * Returns: (transfer full): the measures of the organisation
 */
AcademyScheduleLines *
academy_schedule_lines_read (AcademyStore               *store,
                             const AcademyScheduleQuery *query,
                             GError                    **error)
{
  g_autoptr(AcademyScheduleLines) self = g_new0 (AcademyScheduleLines, 1);

  self->query = query;
  self->kind = &academy_measure_kind;
  self->status = academy_kind_find_field (self->kind, self->kind->status);
  academy_schedule_entry_init (&self->entry, self->kind, "", ACADEMY_ROW_UNKNOWN);
  self->today = academy_date_day_to_text (query->today);
  self->needle = query->search != NULL && *query->search != '\0' ? academy_language_casefold (query->search) : NULL;
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->groups_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) role_free);
  self->texts = g_string_chunk_new (TEXTS_SIZE);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->titles = g_string_new (NULL);
  self->ordered = TRUE;
  self->keyed = query->order != ACADEMY_ORDER_START || query->descending;

  if ((query->grouping == ACADEMY_GROUPING_GOAL && !read_goals (self, store, error)) ||
      !read_lines (self, store, error) || !add_pilot (self, store, error))
    return NULL;

  g_ptr_array_sort (self->groups, compare_groups);
  return g_steal_pointer (&self);
}

void
academy_schedule_lines_free (AcademyScheduleLines *self)
{
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->groups_by_key);
  g_hash_table_unref (self->roles);
  g_clear_pointer (&self->goals, g_array_unref);
  g_string_chunk_free (self->texts);
  g_array_unref (self->lines);
  g_string_free (self->titles, TRUE);
  g_free (self->day);
  g_free (self->needle);
  g_free (self->today);
  g_free (self);
}

guint
academy_schedule_lines_get_n_groups (const AcademyScheduleLines *self)
{
  return self->groups->len;
}

/**
 * academy_schedule_lines_get_group:
 * @self: lines
 * @i: the index of a group
 *
 * Returns: (transfer none): the group, whose entries the caller may take
 */
AcademyScheduleGroup *
academy_schedule_lines_get_group (const AcademyScheduleLines *self,
                                  guint                       i)
{
  return g_ptr_array_index (self->groups, i);
}
