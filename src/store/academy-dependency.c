/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-dependency.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-rules-private.h"
#include "academy-status.h"
#include "academy-store-private.h"

#define SUCCESSORS \
  "SELECT \"successor\" FROM \"dependency\" WHERE \"predecessor\" = ? AND \"successor\" <> \"predecessor\""

/* A finished measure stays where it is and moves no successor. The order is
 * reversed, since the walk lists the last measure first. */
#define UNFINISHED_SUCCESSORS \
  "SELECT \"successor\" FROM \"dependency\" JOIN \"measure\" ON \"measure\".\"id\" = \"successor\" " \
  "WHERE \"predecessor\" = ? AND \"successor\" <> \"predecessor\" AND \"status\" NOT IN %s " \
  "ORDER BY \"start\" IS NULL DESC, \"start\" DESC, \"successor\""

/* Faults of a single dependency. */
#define FAULTS \
  "SELECT \"predecessor\", \"successor\", \"predecessor\" = \"successor\", " \
  "\"first\".\"organisation\" <> \"dependency\".\"organisation\" " \
  "OR \"last\".\"organisation\" <> \"dependency\".\"organisation\", " \
  "EXISTS (SELECT 1 FROM \"dependency\" AS \"other\" " \
  "WHERE \"other\".\"predecessor\" = \"dependency\".\"predecessor\" " \
  "AND \"other\".\"successor\" = \"dependency\".\"successor\" AND \"other\".\"id\" <> \"dependency\".\"id\") " \
  "FROM \"dependency\" LEFT JOIN \"measure\" AS \"first\" ON \"first\".\"id\" = \"predecessor\" " \
  "LEFT JOIN \"measure\" AS \"last\" ON \"last\".\"id\" = \"successor\""

/* A measure that a walk has reached, and its successors. */
typedef struct {
  gboolean   on_path;
  guint      next;

  /* Owned */
  char      *id;
  GPtrArray *successors;
} Visit;

/* Walks along the dependencies depth first and visits each measure once. It keeps
 * its own stack, since recursing along a chain of thousands would overflow the
 * call stack. */
typedef struct {
  const char      *sql;

  /* Owned */
  GHashTable      *visits;
  GPtrArray       *path;
  GPtrArray       *left;

  /* Borrowed */
  AcademyDatabase *database;
} Walk;

typedef gboolean (*CycleFunc) (Walk     *walk,
                               Visit    *first,
                               gpointer  data,
                               GError  **error);

static void
visit_free (gpointer data)
{
  Visit *visit = data;

  g_ptr_array_unref (visit->successors);
  g_free (visit->id);
  g_free (visit);
}

static void
walk_init (Walk            *walk,
           AcademyDatabase *database,
           const char      *sql)
{
  walk->sql = sql;
  walk->visits = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, visit_free);
  walk->path = g_ptr_array_new ();
  walk->left = g_ptr_array_new ();
  walk->database = database;
}

static void
walk_clear (Walk *walk)
{
  g_clear_pointer (&walk->left, g_ptr_array_unref);
  g_clear_pointer (&walk->path, g_ptr_array_unref);
  g_clear_pointer (&walk->visits, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static gboolean
walk_enter (Walk        *walk,
            const char  *id,
            GError     **error)
{
  sqlite3_stmt *statement = academy_database_prepare (walk->database, walk->sql, error);
  Visit *visit;
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  visit = g_new0 (Visit, 1);
  visit->on_path = TRUE;
  visit->id = g_strdup (id);
  visit->successors = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (walk->visits, visit->id, visit);
  g_ptr_array_add (walk->path, visit);

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (walk->database, statement, error)) == ACADEMY_STEP_ROW)
    g_ptr_array_add (visit->successors, g_strdup (academy_database_get_text (statement, 0)));

  return step == ACADEMY_STEP_DONE;
}

static void
walk_leave (Walk *walk)
{
  Visit *visit = g_ptr_array_steal_index (walk->path, walk->path->len - 1);

  visit->on_path = FALSE;
  g_ptr_array_add (walk->left, visit);
}

/* Visits everything that can be reached from a measure, which is listed after all
 * its successors. */
static gboolean
walk_from (Walk        *walk,
           const char  *id,
           CycleFunc    func,
           gpointer     data,
           GError     **error)
{
  if (g_hash_table_contains (walk->visits, id))
    return TRUE;
  if (!walk_enter (walk, id, error))
    return FALSE;

  while (walk->path->len > 0)
    {
      Visit *visit = g_ptr_array_index (walk->path, walk->path->len - 1);
      const char *successor;
      Visit *known;

      if (visit->next == visit->successors->len)
        {
          walk_leave (walk);
          continue;
        }

      successor = g_ptr_array_index (visit->successors, visit->next++);
      known = g_hash_table_lookup (walk->visits, successor);
      if (known == NULL)
        {
          if (!walk_enter (walk, successor, error))
            return FALSE;
        }
      else if (known->on_path && func != NULL && !func (walk, known, data, error))
        return FALSE;
    }

  return TRUE;
}

/* The dependencies to check, and the findings. */
typedef struct {
  /* Owned */
  GHashTable      *pairs;
  GPtrArray       *predecessors;

  /* Borrowed */
  AcademyDatabase *database;
  GPtrArray       *findings;
} Check;

static void
check_init (Check           *check,
            AcademyDatabase *database,
            GPtrArray       *findings)
{
  check->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check->predecessors = g_ptr_array_new_with_free_func (g_free);
  check->database = database;
  check->findings = findings;
}

static void
check_clear (Check *check)
{
  g_clear_pointer (&check->predecessors, g_ptr_array_unref);
  g_clear_pointer (&check->pairs, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

static char *
dup_title (AcademyDatabase  *database,
           const char       *measure,
           GError          **error)
{
  sqlite3_stmt *statement =
    academy_database_prepare (database, "SELECT \"title\" FROM \"measure\" WHERE \"id\" = ?", error);
  AcademyStep step;
  char *title;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, measure, -1, SQLITE_TRANSIENT);
  step = academy_database_step (database, statement, error);
  if (step != ACADEMY_STEP_ROW)
    return step == ACADEMY_STEP_DONE ? g_strdup (measure) : NULL;

  title = g_strdup (academy_database_get_text (statement, 0));
  sqlite3_reset (statement);
  return title;
}

/* Adds a finding, which names the two measures by title. */
static gboolean
add_finding (Check       *check,
             char      *(*say) (const char *predecessor,
                                const char *successor),
             const char  *predecessor,
             const char  *successor,
             GError     **error)
{
  g_autofree char *first = dup_title (check->database, predecessor, error);
  g_autofree char *second = first != NULL ? dup_title (check->database, successor, error) : NULL;

  if (second == NULL)
    return FALSE;

  g_ptr_array_add (check->findings, say (first, second));
  return TRUE;
}

static char *
say_waits_for_itself (const char *predecessor,
                      const char *successor)
{
  return g_strdup_printf (_("“%s” cannot wait for itself."), successor);
}

static char *
say_elsewhere (const char *predecessor,
               const char *successor)
{
  return g_strdup_printf (_("“%s” cannot wait for “%s”: both must be measures of the same organisation."),
                          successor, predecessor);
}

static char *
say_twice (const char *predecessor,
           const char *successor)
{
  return g_strdup_printf (_("“%s” already waits for “%s”."), successor, predecessor);
}

static char *
say_cycle (const char *predecessor,
           const char *successor)
{
  /* Translators: two measures A and B, and again: “A” already waits for “B”, so “B” cannot wait for “A”. */
  return g_strdup_printf (_("“%s” already waits for “%s”, so “%s” cannot wait for “%s”."),
                          predecessor, successor, successor, predecessor);
}

static char *
get_pair (const char *predecessor,
          const char *successor)
{
  return g_strconcat (predecessor, " ", successor, NULL);
}

/* Checks one dependency, or all of them. */
static gboolean
check_rows (Check       *check,
            const char  *id,
            GError     **error)
{
  sqlite3_stmt *statement =
    academy_database_prepare (check->database, id != NULL ? FAULTS " WHERE \"dependency\".\"id\" = ?" : FAULTS, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;
  if (id != NULL)
    sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);

  while ((step = academy_database_step (check->database, statement, error)) == ACADEMY_STEP_ROW)
    {
      const char *predecessor = academy_database_get_text (statement, 0);
      const char *successor = academy_database_get_text (statement, 1);
      static char *(* const say[]) (const char *, const char *) = { say_waits_for_itself, say_elsewhere, say_twice };

      for (guint i = 0; i < G_N_ELEMENTS (say); i++)
        if (sqlite3_column_int (statement, 2 + i) && !add_finding (check, say[i], predecessor, successor, error))
          {
            sqlite3_reset (statement);
            return FALSE;
          }

      g_hash_table_add (check->pairs, get_pair (predecessor, successor));
      g_ptr_array_add (check->predecessors, g_strdup (predecessor));
    }

  return step == ACADEMY_STEP_DONE;
}

/* Reports a cycle by the dependency in it that is being checked. */
static gboolean
add_cycle (Walk      *walk,
           Visit     *first,
           gpointer   data,
           GError   **error)
{
  Check *check = data;
  Visit *last = g_ptr_array_index (walk->path, walk->path->len - 1);
  const char *predecessor = last->id;
  const char *successor = first->id;
  guint i;

  g_ptr_array_find (walk->path, first, &i);
  for (; i + 1 < walk->path->len; i++)
    {
      Visit *before = g_ptr_array_index (walk->path, i);
      Visit *after = g_ptr_array_index (walk->path, i + 1);
      g_autofree char *pair = get_pair (before->id, after->id);

      if (g_hash_table_contains (check->pairs, pair))
        {
          predecessor = before->id;
          successor = after->id;
          break;
        }
    }

  return add_finding (check, say_cycle, predecessor, successor, error);
}

static gboolean
check_cycles (Check   *check,
              GError **error)
{
  g_auto(Walk) walk = { NULL };

  walk_init (&walk, check->database, SUCCESSORS);
  for (guint i = 0; i < check->predecessors->len; i++)
    if (!walk_from (&walk, g_ptr_array_index (check->predecessors, i), add_cycle, check, error))
      return FALSE;

  return TRUE;
}

/* Checks the dependencies written by an edit, within its transaction: both ends
 * belong to the same organisation, and there is no cycle. One walk checks
 * thousands at once. */
static gboolean
check_edit (AcademyDatabase  *database,
            AcademyEdit      *edit,
            GError          **error)
{
  g_auto(Check) check = { NULL };
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  check_init (&check, database, findings);
  for (guint i = 0; i < edit->operations->len; i++)
    {
      AcademyOperation *operation = &g_array_index (edit->operations, AcademyOperation, i);

      if (academy_item_get_kind (operation->item) == &academy_dependency_kind &&
          operation->type != ACADEMY_OPERATION_DELETE &&
          !check_rows (&check, academy_item_get_id (operation->item), error))
        return FALSE;
    }

  if (!check_cycles (&check, error))
    return FALSE;
  if (findings->len == 0)
    return TRUE;

  g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, g_ptr_array_index (findings, 0));
  return FALSE;
}

/* Checks every dependency of a file. */
static gboolean
check_file (AcademyDatabase  *database,
            GPtrArray        *findings,
            GError          **error)
{
  g_auto(Check) check = { NULL };

  check_init (&check, database, findings);
  return check_rows (&check, NULL, error) && check_cycles (&check, error);
}

const AcademyRule academy_dependency_rule = {
  .check_edit = check_edit,
  .check_file = check_file,
};

/**
 * academy_dependency_new:
 * @predecessor: a measure
 * @successor: the measure that depends on it, of the same organisation
 *
 * Returns: (transfer full): a dependency that no file has yet
 */
AcademyItem *
academy_dependency_new (AcademyItem *predecessor,
                        AcademyItem *successor)
{
  AcademyItem *dependency = academy_item_new (&academy_dependency_kind, NULL);

  g_object_set (dependency,
                "organisation", academy_item_get_owner (successor),
                "predecessor", academy_item_get_id (predecessor),
                "successor", academy_item_get_id (successor),
                NULL);
  return dependency;
}

/**
 * academy_dependency_get_followers:
 * @store: a store
 * @measures: (array zero-terminated=1): the ids of measures
 * @error: return location for an error
 *
 * Finds the measures that may have to move with @measures. A finished measure
 * stays where it is and moves no successor.
 *
 * Returns: (transfer full) (element-type utf8): the ids of all direct and
 *   indirect successors of @measures, each once and after all its own
 *   predecessors among them, without @measures themselves
 */
GPtrArray *
academy_dependency_get_followers (AcademyStore        *store,
                                  const char * const  *measures,
                                  GError             **error)
{
  g_autoptr(GPtrArray) followers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *finished = academy_status_dup_tokens (&academy_measure_kind, ACADEMY_STATUSES_FINISHED);
  g_autofree char *sql = g_strdup_printf (UNFINISHED_SUCCESSORS, finished);
  g_auto(Walk) walk = { NULL };

  walk_init (&walk, store->database, sql);
  for (guint i = 0; measures[i] != NULL; i++)
    {
      g_hash_table_add (given, (char *) measures[i]);
      if (!walk_from (&walk, measures[i], NULL, NULL, error))
        return NULL;
    }

  for (guint i = walk.left->len; i > 0; i--)
    {
      Visit *visit = g_ptr_array_index (walk.left, i - 1);

      if (!g_hash_table_contains (given, visit->id))
        g_ptr_array_add (followers, g_strdup (visit->id));
    }

  return g_steal_pointer (&followers);
}
