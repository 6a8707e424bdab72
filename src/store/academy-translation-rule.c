/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-rules-private.h"
#include "academy-translation.h"

static char *
missing_original (const AcademyKind *kind)
{
  return g_strdup_printf ("\"kind\" = '%s' AND NOT EXISTS (SELECT 1 FROM \"%s\" WHERE \"%s\".\"id\" = \"item\")",
                          kind->name, kind->name, kind->name);
}

/* Refuses a translation of something that another process has deleted. */
static gboolean
check_original (AcademyDatabase  *database,
                AcademyItem      *translation,
                GError          **error)
{
  const char *name = academy_item_get_text (translation, "kind");
  const AcademyKind *kind = name != NULL ? academy_kind_find (name) : NULL;
  g_autofree char *condition = NULL;
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  AcademyStep step;

  if (kind == NULL || !academy_translation_is_possible (kind))
    return TRUE;

  condition = missing_original (kind);
  sql = g_strdup_printf ("SELECT 1 FROM \"translation\" WHERE \"id\" = ? AND %s", condition);
  statement = academy_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, academy_item_get_id (translation), -1, SQLITE_TRANSIENT);
  step = academy_database_step (database, statement, error);
  sqlite3_reset (statement);
  if (step == ACADEMY_STEP_ROW)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND, _("This is no longer in the file."));
  return step == ACADEMY_STEP_DONE;
}

static gboolean
check_edit (AcademyDatabase  *database,
            AcademyEdit      *edit,
            GError          **error)
{
  for (guint i = 0; i < edit->operations->len; i++)
    {
      const AcademyOperation *operation = &g_array_index (edit->operations, AcademyOperation, i);

      if (operation->type == ACADEMY_OPERATION_CREATE &&
          academy_item_get_kind (operation->item) == &academy_translation_kind &&
          !check_original (database, operation->item, error))
        return FALSE;
    }

  return TRUE;
}

/* Finds the organisation of a deleted item, whose owners may be deleted too. */
static gboolean
find_organisation (AcademyDatabase  *database,
                   AcademyItem      *item,
                   char            **organisation,
                   GError          **error)
{
  const AcademyField *owner = academy_kind_get_owner (academy_item_get_kind (item));
  g_autofree char *id = g_strdup (academy_item_get_owner (item));

  while (owner != NULL && id != NULL && !g_str_equal (owner->target, academy_organisation_kind.name))
    {
      const AcademyKind *kind = academy_kind_find (owner->target);
      g_autofree char *sql = NULL;
      sqlite3_stmt *statement;
      AcademyStep step;

      owner = academy_kind_get_owner (kind);
      if (owner == NULL)
        break;

      sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?", owner->name, kind->name);
      statement = academy_database_prepare (database, sql, error);
      if (statement == NULL)
        return FALSE;

      sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
      step = academy_database_step (database, statement, error);
      g_set_str (&id, step == ACADEMY_STEP_ROW ? academy_database_find_text (statement, 0) : NULL);
      sqlite3_reset (statement);
      if (step == ACADEMY_STEP_FAILED)
        return FALSE;
    }

  *organisation = owner != NULL ? g_steal_pointer (&id) : NULL;
  return TRUE;
}

/* Deletes the translations of what is gone, such as the indicators of a deleted
 * goal. */
static gboolean
sweep (AcademyDatabase  *database,
       const char       *organisation,
       GError          **error)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *condition = NULL;
      g_autofree char *sql = NULL;
      sqlite3_stmt *statement;

      if (!academy_translation_is_possible (*kind))
        continue;

      condition = missing_original (*kind);
      sql = g_strdup_printf ("DELETE FROM \"translation\" WHERE \"organisation\" = ? AND %s", condition);
      statement = academy_database_prepare (database, sql, error);
      if (statement == NULL)
        return FALSE;

      sqlite3_bind_text (statement, 1, organisation, -1, SQLITE_TRANSIENT);
      if (!academy_database_finish (database, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
follow_edit (AcademyDatabase  *database,
             AcademyEdit      *edit,
             GError          **error)
{
  g_autoptr(GHashTable) swept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < edit->operations->len; i++)
    {
      const AcademyOperation *operation = &g_array_index (edit->operations, AcademyOperation, i);
      g_autofree char *organisation = NULL;

      if (operation->type != ACADEMY_OPERATION_DELETE || academy_item_get_kind (operation->item) == &academy_translation_kind)
        continue;

      if (!find_organisation (database, operation->item, &organisation, error))
        return FALSE;
      if (organisation == NULL || g_hash_table_contains (swept, organisation))
        continue;
      if (!sweep (database, organisation, error))
        return FALSE;
      g_hash_table_add (swept, g_steal_pointer (&organisation));
    }

  return TRUE;
}

static gboolean
find_orphans (AcademyDatabase    *database,
              const AcademyKind  *kind,
              GPtrArray          *findings,
              GError            **error)
{
  g_autofree char *condition = missing_original (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT \"text\" FROM \"translation\" WHERE %s", condition);
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    g_ptr_array_add (findings, g_strdup_printf (_("The translation “%s” is of something that is not there."),
                                                academy_database_get_text (statement, 0)));

  return step == ACADEMY_STEP_DONE;
}

static gboolean
find_twins (AcademyDatabase  *database,
            GPtrArray        *findings,
            GError          **error)
{
  static const char sql[] =
    "SELECT \"text\" FROM \"translation\" GROUP BY \"item\", \"field\", \"language\" HAVING count (*) > 1";
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    g_ptr_array_add (findings, g_strdup_printf (_("The text with the translation “%s” has another one in the same language."),
                                                academy_database_get_text (statement, 0)));

  return step == ACADEMY_STEP_DONE;
}

static gboolean
check_file (AcademyDatabase  *database,
            GPtrArray        *findings,
            GError          **error)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (academy_translation_is_possible (*kind) && !find_orphans (database, *kind, findings, error))
      return FALSE;

  return find_twins (database, findings, error);
}

const AcademyRule academy_translation_rule = {
  .check_edit = check_edit,
  .follow_edit = follow_edit,
  .check_file = check_file,
};
