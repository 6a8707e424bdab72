/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-check.h"

#include <glib/gi18n-lib.h>

#include "academy-changeset.h"
#include "academy-error.h"
#include "academy-id.h"
#include "academy-log.h"
#include "academy-row.h"
#include "academy-rules-private.h"
#include "academy-store-private.h"
#include "academy-validation.h"

/* All tables and indexes are read, and those that are compared at once should stay
 * in the cache. A larger one is no faster. */
#define CACHE_SIZE "PRAGMA cache_size = -8192"

/* A running check. */
typedef struct {
  /* Owned */
  GHashTable      *kinds;

  /* Borrowed */
  AcademyDatabase *database;
  GCancellable    *cancellable;
  GPtrArray       *findings;
} Check;

typedef gboolean (*CheckFunc) (Check   *check,
                               GError **error);

typedef void (*CheckRowFunc) (Check        *check,
                              sqlite3_stmt *statement,
                              gpointer      data);

static void G_GNUC_PRINTF (2, 3)
add_finding (Check      *check,
             const char *format,
             ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (check->findings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
fault_cb (const GError *fault,
          gpointer      data)
{
  add_finding (data, "%s", fault->message);
}

static gboolean
check_rows (Check         *check,
            const char    *sql,
            CheckRowFunc   func,
            gpointer       data,
            GError       **error)
{
  sqlite3_stmt *statement = academy_database_prepare (check->database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = academy_database_step (check->database, statement, error)) == ACADEMY_STEP_ROW)
    func (check, statement, data);

  return step == ACADEMY_STEP_DONE;
}

static void
add_structure (Check        *check,
               sqlite3_stmt *statement,
               gpointer      data)
{
  const char *finding = academy_database_get_text (statement, 0);

  if (!g_str_equal (finding, "ok"))
    add_finding (check, "%s", finding);
}

static gboolean
check_structure (Check   *check,
                 GError **error)
{
  return check_rows (check, "PRAGMA integrity_check", add_structure, NULL, error);
}

static void
add_link (Check        *check,
          sqlite3_stmt *statement,
          gpointer      data)
{
  add_finding (check, _("In “%s” something links to a “%s” that is not there."),
               academy_database_get_text (statement, 0), academy_database_get_text (statement, 2));
}

static gboolean
check_links (Check   *check,
             GError **error)
{
  return check_rows (check, "PRAGMA foreign_key_check", add_link, NULL, error);
}

static void
check_id (Check             *check,
          const AcademyKind *kind,
          const char        *id)
{
  const AcademyKind *other = g_hash_table_lookup (check->kinds, id);

  if (!academy_id_is_valid (id))
    add_finding (check, _("%s: “%s” is not an id."), kind->name, id);
  else if (other != NULL)
    add_finding (check, _("%s %s: a “%s” has the same id."), kind->name, id, other->name);
  else
    g_hash_table_insert (check->kinds, g_strdup (id), (gpointer) kind);
}

/* The item comes without its links, which are checked table by table. */
static gboolean
check_item (AcademyItem  *item,
            gpointer      data,
            GError      **error)
{
  Check *check = data;
  const AcademyKind *kind = academy_item_get_kind (item);
  const char *id = academy_item_get_id (item);
  g_autoptr(GError) reason = NULL;

  if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
    return FALSE;

  check_id (check, kind, id);
  if (!academy_item_validate (item, &reason))
    add_finding (check, "%s %s: %s", kind->name, id, reason->message);

  return TRUE;
}

typedef struct {
  const AcademyKind  *kind;
  const AcademyField *field;
} Links;

static void
check_target (Check        *check,
              sqlite3_stmt *statement,
              gpointer      data)
{
  const Links *links = data;
  g_autoptr(GError) reason = NULL;
  g_autoptr(GError) fault = NULL;

  if (academy_validation_token (links->field, academy_database_get_text (statement, 1), &reason))
    return;

  fault = academy_error_new_invalid (links->kind, links->field, reason);
  add_finding (check, "%s %s: %s", links->kind->name, academy_database_get_text (statement, 0), fault->message);
}

/* The primary key of the table keeps an item from being linked twice. */
static gboolean
check_targets (Check              *check,
               const AcademyKind  *kind,
               GError            **error)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type == ACADEMY_LINKS)
      {
        g_autofree char *table = academy_row_links (kind, field);
        g_autofree char *sql = g_strdup_printf ("SELECT \"item\", \"target\" FROM \"%s\"", table);

        if (!check_rows (check, sql, check_target, &(Links) { kind, field }, error))
          return FALSE;
      }

  return TRUE;
}

static void
add_not_unique (Check        *check,
                sqlite3_stmt *statement,
                gpointer      data)
{
  const AcademyField *field = data;

  add_finding (check, _("“%s” is in use more than once (%s)."), academy_database_get_text (statement, 0), _(field->label));
}

static gboolean
check_unique (Check              *check,
              const AcademyKind  *kind,
              GError            **error)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->flags & ACADEMY_UNIQUE)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" GROUP BY 1 HAVING count (*) > 1",
                                                field->name, kind->name);

        if (!check_rows (check, sql, add_not_unique, (gpointer) field, error))
          return FALSE;
      }

  return TRUE;
}

/* The previous step, and all steps by id. */
typedef struct {
  /* Owned */
  GDateTime  *at;
  GHashTable *steps;
} History;

static void
history_clear (History *history)
{
  g_clear_pointer (&history->at, g_date_time_unref);
  g_clear_pointer (&history->steps, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static void
check_step (Check        *check,
            sqlite3_stmt *statement,
            gpointer      data)
{
  static const char * const actions[] = { "edit", "undo", "redo", "base", "merge", "taken", NULL };
  History *history = data;
  gint64 seq = sqlite3_column_int64 (statement, 0);
  g_autofree char *step = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  const char *action = academy_database_get_text (statement, 2);
  gint64 target = sqlite3_column_int64 (statement, 3);
  g_autoptr(GDateTime) at = g_date_time_new_from_iso8601 (academy_database_get_text (statement, 1), NULL);
  g_autoptr(GBytes) changeset = g_bytes_new (sqlite3_column_blob (statement, 4), sqlite3_column_bytes (statement, 4));

  if (at == NULL || (history->at != NULL && g_date_time_compare (at, history->at) <= 0))
    add_finding (check, _("Step %s of the history has no time after that of the step before it."), step);
  if (!g_strv_contains (actions, action))
    add_finding (check, _("Step %s of the history is of an unknown sort, “%s”."), step, action);
  if (sqlite3_column_type (statement, 3) != SQLITE_NULL && !g_hash_table_contains (history->steps, &target))
    add_finding (check, _("Step %s of the history undoes or redoes a step that is not before it."), step);
  if (!academy_changeset_is_whole (changeset))
    add_finding (check, _("Step %s of the history: its record is damaged."), step);

  if (at != NULL)
    {
      g_clear_pointer (&history->at, g_date_time_unref);
      history->at = g_steal_pointer (&at);
    }
  g_hash_table_add (history->steps, g_memdup2 (&seq, sizeof seq));
}

static gboolean
check_history (Check   *check,
               GError **error)
{
  g_auto(History) history = { .steps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };

  return check_rows (check, "SELECT seq, at, action, target, changeset FROM history ORDER BY seq", check_step, &history,
                     error);
}

static gboolean
check_rule (Check              *check,
            const AcademyRule  *rule,
            GError            **error)
{
  return rule->check_file == NULL || rule->check_file (check->database, check->findings, error);
}

/* An error in one part of the check is a finding, and the other parts still run. */
static gboolean
pass (Check   *check,
      gboolean checked,
      GError **reason,
      GError **error)
{
  g_autoptr(GError) taken = g_steal_pointer (reason);

  if (checked)
    return TRUE;
  if (!g_error_matches (taken, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&taken));
      return FALSE;
    }

  add_finding (check, "%s", taken->message);
  return TRUE;
}

static gboolean
run (Check   *check,
     GError **error)
{
  static const CheckFunc before[] = { check_structure, check_links };
  GError *reason = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (!pass (check, before[i] (check, &reason), &reason, error))
      return FALSE;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (!pass (check, academy_row_foreach (check->database, *kind, NULL, check_item, check, &reason), &reason, error) ||
        !pass (check, check_targets (check, *kind, &reason), &reason, error) ||
        !pass (check, check_unique (check, *kind, &reason), &reason, error))
      return FALSE;

  for (const AcademyRule * const *rule = academy_rules (); *rule != NULL; rule++)
    if (!pass (check, check_rule (check, *rule, &reason), &reason, error))
      return FALSE;

  return pass (check, check_history (check, &reason), &reason, error);
}

/**
 * academy_store_check:
 * @self: a store
 * @cancellable: (nullable): cancels the check
 * @findings: (out) (transfer full) (element-type utf8): the faults found, one
 *   line each
 * @error: return location for an error
 *
 * Checks the structure of the file, all links, all values by the rules of their
 * fields, the uniqueness of ids and short names, dependencies for cycles, the
 * baselines and translations, and the entries of the history.
 *
 * Returns: whether the check ran to its end
 */
gboolean
academy_store_check (AcademyStore  *self,
                     GCancellable  *cancellable,
                     GPtrArray    **findings,
                     GError       **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = {
    .kinds = kinds,
    .database = self->database,
    .cancellable = cancellable,
    .findings = found,
  };
  gboolean checked;

  if (self->has_foreign_log)
    {
      g_autofree char *log = academy_log_get_path (self->path, ACADEMY_LOG_WAL);
      g_autofree char *name = g_filename_display_basename (log);

      g_ptr_array_add (found, g_strdup_printf (_("The log “%s” beside the file is not that of the file."), name));
    }

  academy_database_set_cancellable (self->database, cancellable);
  academy_database_set_report (self->database, fault_cb, &check);
  /* A transaction spares each of a hundred thousand reads its lock. */
  checked = academy_store_begin_reading (self, error) &&
            academy_database_execute (self->database, CACHE_SIZE, error) && run (&check, error);
  academy_database_set_report (self->database, academy_store_report_fault, self);
  academy_database_set_cancellable (self->database, NULL);
  academy_database_rollback (self->database);
  if (checked)
    *findings = g_steal_pointer (&found);

  return checked;
}
