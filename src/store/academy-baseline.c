/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-baseline.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-row.h"
#include "academy-rules-private.h"
#include "academy-span.h"
#include "academy-store-private.h"

/* An item of an organisation whose days are known. */
typedef struct {
  /* Borrowed */
  const AcademyKind    *kind;
  const char           *id;
  const char           *title;

  AcademyBaselineDates  dates;
} Dated;

typedef gboolean (*DatedFunc) (const Dated  *dated,
                               gpointer      data,
                               GError      **error);

typedef struct {
  DatedFunc func;
  gpointer  data;
} Visitor;

static void
bind_julian (sqlite3_stmt *statement,
             int           position,
             AcademyDay    julian)
{
  if (julian != 0)
    sqlite3_bind_text (statement, position, academy_date_day_to_text (julian), -1, g_free);
  else
    sqlite3_bind_null (statement, position);
}

/* Reads measures without making items of them, because there may be thousands. */
static gboolean
foreach_measure (AcademyDatabase   *database,
                 const AcademyKind *kind,
                 const char        *organisation,
                 const Visitor     *visitor,
                 GError           **error)
{
  static const char sql[] =
    "SELECT \"id\", \"title\", \"start\", \"end\" FROM \"measure\" "
    "WHERE \"organisation\" = ? AND (\"start\" IS NOT NULL OR \"end\" IS NOT NULL)";
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, organisation, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    {
      Dated dated = {
        .kind = kind,
        .id = academy_database_get_text (statement, 0),
        .title = academy_database_get_text (statement, 1),
        .dates = { .start = academy_database_get_day (statement, 2), .end = academy_database_get_day (statement, 3) },
      };

      if (!visitor->func (&dated, visitor->data, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  return step == ACADEMY_STEP_DONE;
}

static gboolean
visit_item (AcademyItem *item,
            gpointer     data,
            GError     **error)
{
  const Visitor *visitor = data;
  g_autofree char *title = NULL;
  AcademySpan span;
  Dated dated;

  if (!academy_span_get (item, &span) || span.unsure)
    return TRUE;

  title = academy_item_dup_title (item, academy_language_get_default ());
  dated = (Dated) {
    .kind = academy_item_get_kind (item),
    .id = academy_item_get_id (item),
    .title = title,
    .dates = { .start = span.start, .end = span.end },
  };
  return visitor->func (&dated, visitor->data, error);
}

/* Calls @func for all items of an organisation whose days are known. */
static gboolean
foreach_dated (AcademyDatabase *database,
               const char      *organisation,
               DatedFunc        func,
               gpointer         data,
               GError         **error)
{
  Visitor visitor = { func, data };

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if ((*kind)->role != ACADEMY_TIME_NONE && (*kind)->role != ACADEMY_TIME_FRAME &&
        !(*kind == &academy_measure_kind
            ? foreach_measure (database, *kind, organisation, &visitor, error)
            : academy_row_foreach (database, *kind, organisation, visit_item, &visitor, error)))
      return FALSE;

  return TRUE;
}

typedef struct {
  /* Borrowed */
  AcademyDatabase *database;
  sqlite3_stmt    *insert;
  const char      *baseline;
} Writer;

static gboolean
write_dated (const Dated *dated,
             gpointer     data,
             GError     **error)
{
  Writer *writer = data;

  sqlite3_bind_text (writer->insert, 1, g_uuid_string_random (), -1, g_free);
  sqlite3_bind_text (writer->insert, 2, writer->baseline, -1, SQLITE_STATIC);
  sqlite3_bind_text (writer->insert, 3, dated->kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (writer->insert, 4, dated->id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (writer->insert, 5, dated->title, -1, SQLITE_TRANSIENT);
  bind_julian (writer->insert, 6, dated->dates.start);
  bind_julian (writer->insert, 7, dated->dates.end);

  return academy_database_finish (writer->database, writer->insert, error);
}

/* Writes the present days, within the transaction of the caller. */
static gboolean
write_dates (AcademyDatabase *database,
             AcademyItem     *baseline,
             GError         **error)
{
  static const char sql[] =
    "INSERT INTO \"baseline_date\" (\"id\", \"baseline\", \"kind\", \"item\", \"title\", \"start\", \"end\") "
    "VALUES (?, ?, ?, ?, ?, ?, ?)";
  Writer writer = {
    .database = database,
    .insert = academy_database_prepare (database, sql, error),
    .baseline = academy_item_get_id (baseline),
  };

  return writer.insert != NULL &&
         foreach_dated (database, academy_item_get_owner (baseline), write_dated, &writer, error);
}

static AcademyItem *
create_baseline (const char *organisation,
                 const char *title)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  AcademyItem *baseline = academy_item_new (&academy_baseline_kind, NULL);

  g_object_set (baseline, "organisation", organisation, "title", title, "made", now, NULL);
  return baseline;
}

static gboolean
is_presented (const AcademyOperation *operation)
{
  return operation->type == ACADEMY_OPERATION_SET &&
         academy_item_get_kind (operation->item) == &academy_plan_kind &&
         g_str_equal (operation->field->name, "status") &&
         g_strcmp0 (g_value_get_string (&operation->value), "presented") == 0 &&
         g_strcmp0 (academy_item_get_text (operation->item, "status"), "presented") != 0;
}

/* Whether an edit creates items of a kind for an owner: a plan imported from
 * another file has its own baselines, with their days. */
static gboolean
brings (AcademyEdit       *edit,
        const AcademyKind *kind,
        const char        *owner)
{
  for (guint i = 0; i < edit->operations->len; i++)
    {
      AcademyOperation *operation = &g_array_index (edit->operations, AcademyOperation, i);

      if (operation->type == ACADEMY_OPERATION_CREATE && academy_item_get_kind (operation->item) == kind &&
          g_strcmp0 (academy_item_get_owner (operation->item), owner) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Adds a baseline when a plan becomes presented, in the same transaction, because
 * later days are compared with what the board was shown. */
static gboolean
follow_presentation (AcademyDatabase        *database,
                     AcademyEdit            *edit,
                     const AcademyOperation *operation,
                     GError                **error)
{
  const char *organisation = academy_item_get_owner (operation->item);
  g_autoptr(AcademyItem) baseline = NULL;

  if (brings (edit, &academy_baseline_kind, organisation))
    return TRUE;

  baseline = create_baseline (organisation, _("Presented to the board"));
  return academy_row_insert (database, baseline, error) && write_dates (database, baseline, error);
}

/* Gives a new baseline without days the present ones of its organisation. */
static gboolean
follow_creation (AcademyDatabase        *database,
                 AcademyEdit            *edit,
                 const AcademyOperation *operation,
                 GError                **error)
{
  return brings (edit, &academy_baseline_date_kind, academy_item_get_id (operation->item)) ||
         write_dates (database, operation->item, error);
}

static gboolean
follow_edit (AcademyDatabase *database,
             AcademyEdit     *edit,
             GError         **error)
{
  for (guint i = 0; i < edit->operations->len; i++)
    {
      AcademyOperation *operation = &g_array_index (edit->operations, AcademyOperation, i);

      if (is_presented (operation) && !follow_presentation (database, edit, operation, error))
        return FALSE;
      if (operation->type == ACADEMY_OPERATION_CREATE &&
          academy_item_get_kind (operation->item) == &academy_baseline_kind &&
          !follow_creation (database, edit, operation, error))
        return FALSE;
    }

  return TRUE;
}

/* Reads the days of each baseline in turn, so that the items to remember are those of
 * one: to group all by SQL sorts every day of the file. */
static gboolean
check_file (AcademyDatabase *database,
            GPtrArray       *findings,
            GError         **error)
{
  static const char sql[] =
    "SELECT \"baseline\".\"id\", \"baseline\".\"title\", \"item\", \"baseline_date\".\"title\" FROM \"baseline\" "
    "CROSS JOIN \"baseline_date\" ON \"baseline\" = \"baseline\".\"id\"";
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
  g_autoptr(GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *baseline = NULL;
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    {
      if (g_set_str (&baseline, academy_database_get_text (statement, 0)))
        g_hash_table_remove_all (items);
      if (!g_hash_table_add (items, g_strdup (academy_database_get_text (statement, 2))))
        g_ptr_array_add (findings, g_strdup_printf (_("The baseline “%s” has the days of “%s” more than once."),
                                                    academy_database_get_text (statement, 1),
                                                    academy_database_get_text (statement, 3)));
    }

  return step == ACADEMY_STEP_DONE;
}

const AcademyRule academy_baseline_rule = {
  .follow_edit = follow_edit,
  .check_file = check_file,
};

/**
 * academy_baseline_add:
 * @edit: an edit
 * @organisation: the id of an organisation
 * @title: the title of the baseline
 *
 * Adds a baseline to @edit. When @edit is applied, it stores the days of the
 * measures, milestones, pilot, sessions and board items of @organisation, except
 * for those that are unknown or known to the month only.
 *
 * Returns: (transfer none): the id of the baseline, valid as long as @edit
 */
const char *
academy_baseline_add (AcademyEdit *edit,
                      const char  *organisation,
                      const char  *title)
{
  g_autoptr(AcademyItem) baseline = create_baseline (organisation, title);

  academy_edit_create (edit, baseline);
  return academy_item_get_id (baseline);
}

/* The days of an item, and its id as their key. */
typedef struct {
  AcademyBaselineDates dates;
  char                 id[37];
} Entry;

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static void
add_entry (GHashTable   *table,
           sqlite3_stmt *statement)
{
  Entry *entry = g_new (Entry, 1);

  g_strlcpy (entry->id, academy_database_get_text (statement, 0), sizeof entry->id);
  entry->dates.start = academy_database_get_day (statement, 1);
  entry->dates.end = academy_database_get_day (statement, 2);
  g_hash_table_replace (table, entry->id, entry);
}

/**
 * academy_baseline_read:
 * @store: a store
 * @baseline: the id of a baseline
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 AcademyBaselineDates): the days in
 *   the baseline, by the id of their item
 */
GHashTable *
academy_baseline_read (AcademyStore *store,
                       const char   *baseline,
                       GError      **error)
{
  static const char sql[] = "SELECT \"item\", \"start\", \"end\" FROM \"baseline_date\" WHERE \"baseline\" = ?";
  g_autoptr(GHashTable) table = create_table ();
  sqlite3_stmt *statement = academy_database_prepare (store->database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, baseline, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (store->database, statement, error)) == ACADEMY_STEP_ROW)
    add_entry (table, statement);

  return step == ACADEMY_STEP_DONE ? g_steal_pointer (&table) : NULL;
}

static void
change_free (gpointer data)
{
  AcademyBaselineChange *change = data;

  g_free (change->title);
  g_free (change->id);
  g_free (change);
}

typedef struct {
  /* Owned */
  GHashTable *before;
  GPtrArray  *changes;
} Comparison;

static void
comparison_clear (Comparison *comparison)
{
  g_clear_pointer (&comparison->changes, g_ptr_array_unref);
  g_clear_pointer (&comparison->before, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static AcademyBaselineChange *
add_change (Comparison          *comparison,
            const AcademyKind   *kind,
            const char          *id,
            const char          *title,
            AcademyBaselineState state)
{
  AcademyBaselineChange *change = g_new0 (AcademyBaselineChange, 1);

  change->kind = kind;
  change->id = g_strdup (id);
  change->title = g_strdup (title);
  change->state = state;
  g_ptr_array_add (comparison->changes, change);

  return change;
}

static int
get_slip (const AcademyBaselineDates *before,
          const AcademyBaselineDates *now)
{
  return academy_span_get_slip (&(AcademySpan) { .start = now->start, .end = now->end },
                                &(AcademySpan) { .start = before->start, .end = before->end });
}

static gboolean
compare_dated (const Dated *dated,
               gpointer     data,
               GError     **error)
{
  Comparison *comparison = data;
  AcademyBaselineDates *before = g_hash_table_lookup (comparison->before, dated->id);
  AcademyBaselineChange *change = add_change (comparison, dated->kind, dated->id, dated->title,
                                              ACADEMY_BASELINE_ADDED);

  change->now = dated->dates;
  if (before == NULL)
    return TRUE;

  change->before = *before;
  change->slip = get_slip (before, &dated->dates);
  change->state = change->slip > 0 ? ACADEMY_BASELINE_SLIPPED
                : change->slip < 0 ? ACADEMY_BASELINE_EARLIER : ACADEMY_BASELINE_UNCHANGED;
  g_hash_table_remove (comparison->before, dated->id);

  return TRUE;
}

/* Items left in the table have no days now. */
static gboolean
add_removed (Comparison   *comparison,
             AcademyStore *store,
             const char   *baseline,
             GError      **error)
{
  static const char sql[] = "SELECT \"item\", \"kind\", \"title\" FROM \"baseline_date\" WHERE \"baseline\" = ?";
  sqlite3_stmt *statement;
  AcademyStep step;

  if (g_hash_table_size (comparison->before) == 0)
    return TRUE;

  statement = academy_database_prepare (store->database, sql, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, baseline, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (store->database, statement, error)) == ACADEMY_STEP_ROW)
    {
      const char *id = academy_database_get_text (statement, 0);
      const AcademyKind *kind = academy_kind_find (academy_database_get_text (statement, 1));
      AcademyBaselineDates *before = g_hash_table_lookup (comparison->before, id);

      if (before == NULL)
        continue;

      if (kind != NULL)
        add_change (comparison, kind, id, academy_database_get_text (statement, 2),
                    ACADEMY_BASELINE_REMOVED)->before = *before;
      g_hash_table_remove (comparison->before, id);
    }

  return step == ACADEMY_STEP_DONE;
}

/* Sorts by slip, longest first, then by the days. */
static gint
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const AcademyBaselineChange *first = *(AcademyBaselineChange **) a;
  const AcademyBaselineChange *second = *(AcademyBaselineChange **) b;

  if (first->slip != second->slip)
    return second->slip - first->slip;
  if (first->state != second->state)
    return (int) first->state - (int) second->state;
  if (first->now.start != second->now.start)
    return first->now.start < second->now.start ? -1 : 1;

  return g_strcmp0 (first->id, second->id);
}

/**
 * academy_baseline_compare:
 * @store: a store
 * @organisation: the id of an organisation
 * @baseline: the id of one of its baselines
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyBaselineChange): one for every
 *   item that has days now or had days in the baseline, the longest slip first
 */
GPtrArray *
academy_baseline_compare (AcademyStore *store,
                          const char   *organisation,
                          const char   *baseline,
                          GError      **error)
{
  g_auto(Comparison) comparison = {
    .before = academy_baseline_read (store, baseline, error),
    .changes = g_ptr_array_new_with_free_func (change_free),
  };

  if (comparison.before == NULL ||
      !foreach_dated (store->database, organisation, compare_dated, &comparison, error) ||
      !add_removed (&comparison, store, baseline, error))
    return NULL;

  g_ptr_array_sort (comparison.changes, compare_changes);
  return g_steal_pointer (&comparison.changes);
}
