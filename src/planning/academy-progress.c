/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-progress.h"

#include "academy-database-functions.h"
#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-status.h"
#include "academy-store-query.h"

static void
take_progress (AcademyStore *store,
               sqlite3_stmt *row,
               gpointer      data)
{
  AcademyProgress *progress = data;

  progress->done = sqlite3_column_int64 (row, 0);
  progress->measures = progress->done + sqlite3_column_int64 (row, 1);
  progress->overdue = sqlite3_column_int64 (row, 2);
}

/**
 * academy_progress_read:
 * @progress: (out caller-allocates): return location for the progress
 * @store: a store
 * @organisation: the id of an organisation
 * @today: the day that decides whether a measure is overdue
 * @error: return location for an error
 *
 * Counts measures in an index that has them by status, without reading them.
 *
 * Returns: whether there was no error
 */
gboolean
academy_progress_read (AcademyProgress  *progress,
                       AcademyStore     *store,
                       const char       *organisation,
                       const GDate      *today,
                       GError          **error)
{
  const AcademyKind *kind = &academy_measure_kind;
  g_autofree char *done = academy_status_dup_tokens (kind, 1u << ACADEMY_STATUS_DONE);
  g_autofree char *unfinished = academy_status_dup_tokens (kind, ~ACADEMY_STATUSES_FINISHED);
  g_autofree char *sql = g_strdup_printf (
    "SELECT (SELECT count(*) FROM \"measure\" WHERE \"organisation\" = ?1 AND \"status\" IN %s), "
    "(SELECT count(*) FROM \"measure\" WHERE \"organisation\" = ?1 AND \"status\" IN %s), "
    "(SELECT count(*) FROM \"measure\" WHERE \"organisation\" = ?1 AND \"status\" IN %s AND \"end\" < ?2)",
    done, unfinished, unfinished);
  g_autofree char *day = academy_date_to_text (today);
  const char *texts[] = { organisation, day };

  return academy_store_query (store, sql, texts, G_N_ELEMENTS (texts), take_progress, progress, error);
}

static void
take_effort (AcademyStore *store,
             sqlite3_stmt *row,
             gpointer      data)
{
  AcademyEffort *effort = data;

  effort->measures = sqlite3_column_int64 (row, 0);
  effort->person_days = sqlite3_column_double (row, 1);
  effort->cost = sqlite3_column_int64 (row, 2);
}

/**
 * academy_effort_read:
 * @effort: (out caller-allocates): return location for the sums
 * @store: a store
 * @organisation: the id of an organisation
 * @error: return location for an error
 *
 * Returns: whether there was no error
 */
gboolean
academy_effort_read (AcademyEffort  *effort,
                     AcademyStore   *store,
                     const char     *organisation,
                     GError        **error)
{
  g_autofree char *wanted = academy_status_dup_tokens (&academy_measure_kind, ~(1u << ACADEMY_STATUS_DROPPED));
  g_autofree char *sql = g_strdup_printf (
    "SELECT count(*), total (\"person_days\"), total (\"cost\") FROM \"measure\" WHERE \"organisation\" = ?1 AND \"status\" IN %s",
    wanted);

  return academy_store_query (store, sql, &organisation, 1, take_effort, effort, error);
}

/**
 * academy_effort_is_affected:
 * @changes: changes of a store
 * @organisation: the id of an organisation
 *
 * Returns: whether @changes may change what academy_effort_read() finds
 */
gboolean
academy_effort_is_affected (const AcademyChanges *changes,
                            const char           *organisation)
{
  static const char * const names[] = { "status", "person_days", "cost" };
  const AcademyKind *kind = &academy_measure_kind;
  guint64 fields = 0;
  g_autoptr(GHashTable) changed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    fields |= academy_kind_get_bit (kind, academy_kind_find_field (kind, names[i]));

  changed = academy_changes_get_organisations (changes, kind, fields);
  return changed == NULL || g_hash_table_contains (changed, organisation);
}

static void
read_summary (AcademyStore *store,
              sqlite3_stmt *row,
              gpointer      data)
{
  AcademySummary *summary = data;

  summary->goals = sqlite3_column_int64 (row, 0);
  summary->opportunities = sqlite3_column_int64 (row, 1);
  summary->last_contact = academy_database_get_day (row, 2);
  summary->next_contact = academy_database_get_day (row, 3);
}

/**
 * academy_summary_read:
 * @summary: (out caller-allocates): return location for the summary
 * @store: a store
 * @organisation: the id of an organisation
 * @error: return location for an error
 *
 * Contacts are past or to come by academy_store_get_day().
 *
 * Returns: whether there was no error
 */
gboolean
academy_summary_read (AcademySummary  *summary,
                      AcademyStore    *store,
                      const char      *organisation,
                      GError         **error)
{
  static const char sql[] =
    "SELECT (SELECT count(*) FROM \"goal\" WHERE \"organisation\" = ?1), "
    "(SELECT count(*) FROM \"opportunity\" WHERE \"organisation\" = ?1), "
    "(SELECT max (\"day\") FROM (SELECT \"date\" AS \"day\" FROM \"contact\" WHERE \"organisation\" = ?1 UNION ALL "
    "SELECT " ACADEMY_DAY_OF " (\"held\") FROM \"session\" WHERE \"organisation\" = ?1) WHERE \"day\" <= ?2), "
    "(SELECT min (\"day\") FROM (SELECT " ACADEMY_DAY_OF " (\"start\") AS \"day\" FROM \"session\" "
    "WHERE \"organisation\" = ?1 AND \"held\" IS NULL UNION ALL SELECT \"next_date\" FROM \"session\" "
    "WHERE \"organisation\" = ?1) WHERE \"day\" >= ?2)";
  g_autofree char *day = academy_date_day_to_text (academy_store_get_day (store));
  const char *texts[] = { organisation, day };

  return academy_store_query (store, sql, texts, G_N_ELEMENTS (texts), read_summary, summary, error);
}
