/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-restore.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "academy-backup-private.h"
#include "academy-collation.h"
#include "academy-copy.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-restore-private.h"
#include "academy-row.h"
#include "academy-schema.h"
#include "academy-store-private.h"

/* The SQL of this file reads two databases by one connection: `main` is the file,
 * and `backup` a copy of the backup. Both have the newest schema version, though
 * their columns may be in different order. */

static gboolean
check_version (AcademyDatabase  *backup,
               GError          **error)
{
  gint64 version;

  if (!academy_database_get_int (backup, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version <= ACADEMY_SCHEMA_VERSION)
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NEWER,
               _("This backup was made by a newer version of the program. Install that version to restore it."));
  return FALSE;
}

static gboolean
delete_erased (AcademyDatabase  *source,
               AcademyDatabase  *backup,
               GError          **error)
{
  g_autoptr(GPtrArray) erased = academy_backup_read_erased (source, error);

  return erased != NULL && academy_backup_delete_people (backup, erased, error);
}

/* Opens a copy of a backup as it would be restored: checked, migrated, and
 * without the people who were erased since, or whose erasure was pending when it
 * was made. */
static AcademyDatabase *
prepare_backup (const char       *path,
                AcademyDatabase  *now,
                char            **uri,
                GCancellable     *cancellable,
                GError          **error)
{
  g_autoptr(AcademyDatabase) file = academy_copy_open (path, error);
  g_autoptr(AcademyDatabase) backup = NULL;

  if (file == NULL || !academy_restore_check_sound (file, error) || !check_version (file, error) ||
      !academy_schema_check (file, error))
    return NULL;

  backup = academy_copy_in_memory (file, uri, cancellable, error);
  if (backup == NULL || !academy_store_migrate (backup, NULL, error) ||
      !delete_erased (backup, backup, error) || !delete_erased (now, backup, error))
    return NULL;

  return g_steal_pointer (&backup);
}

static gboolean
check_programme (AcademyDatabase  *now,
                 AcademyDatabase  *backup,
                 GError          **error)
{
  g_autofree char *here = academy_backup_read_programme (now, error);
  g_autofree char *there = here != NULL ? academy_backup_read_programme (backup, error) : NULL;

  if (there == NULL)
    return FALSE;
  if (g_str_equal (here, there))
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT, _("This is the backup of another programme."));
  return FALSE;
}

typedef gboolean (*WithBackupFunc) (AcademyStore  *store,
                                    gpointer       data,
                                    GError       **error);

static gboolean
with_backup (AcademyStore    *store,
             const char      *path,
             WithBackupFunc   func,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autofree char *uri = NULL;
  g_autoptr(AcademyDatabase) backup = prepare_backup (path, store->database, &uri, cancellable, error);
  g_autofree char *attach = backup != NULL ? g_strdup_printf ("ATTACH '%s' AS backup", uri) : NULL;
  gboolean done;

  if (backup == NULL || !check_programme (store->database, backup, error) ||
      !academy_database_execute (store->database, attach, error))
    return FALSE;

  done = func (store, data, error);
  return academy_database_execute (store->database, "DETACH backup", done ? error : NULL) && done;
}

/* The time of the last change does not count as a difference. */
static gboolean
is_compared (const AcademyField *field)
{
  return field->type != ACADEMY_LINKS && (field->flags & ACADEMY_STAMP) == 0;
}

/* Appends whether rows t and b of a kind differ, in columns or in links. */
static void
append_differs (GString           *sql,
                const AcademyKind *kind)
{
  g_string_append (sql, "(FALSE");
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_autofree char *links = NULL;

      if (is_compared (field))
        g_string_append_printf (sql, " OR t.\"%s\" IS NOT b.\"%s\"", field->name, field->name);
      if (field->type != ACADEMY_LINKS)
        continue;

      links = academy_row_links (kind, field);
      g_string_append_printf (sql, " OR EXISTS (SELECT target FROM main.\"%s\" WHERE item = t.id "
                              "EXCEPT SELECT target FROM backup.\"%s\" WHERE item = t.id) "
                              "OR EXISTS (SELECT target FROM backup.\"%s\" WHERE item = t.id "
                              "EXCEPT SELECT target FROM main.\"%s\" WHERE item = t.id)",
                              links, links, links, links);
    }
  g_string_append_c (sql, ')');
}

/* Appends a query for the organisation of row @row of a kind, from owner to
 * owner. */
static void
append_organisation (GString           *sql,
                     const AcademyKind *kind,
                     const char        *schema,
                     const char        *row)
{
  const AcademyField *owner = academy_kind_get_owner (kind);
  g_autofree char *above = NULL;

  if (kind == &academy_organisation_kind)
    g_string_append_printf (sql, "%s.id", row);
  else if (owner == NULL)
    g_string_append (sql, "NULL");
  else
    {
      above = g_strconcat (row, "_", NULL);
      g_string_append (sql, "(SELECT ");
      append_organisation (sql, academy_kind_find (owner->target), schema, above);
      g_string_append_printf (sql, " FROM %s.\"%s\" %s WHERE %s.id = %s.\"%s\")", schema, owner->target, above, above,
                              row, owner->name);
    }
}

typedef enum {
  FEWER,
  MORE,
  CHANGED,
} Count;

static char *
count_sql (const AcademyKind *kind,
           Count              count)
{
  const char *schema = count == MORE ? "backup" : "main";
  const char *other = count == MORE ? "main" : "backup";
  g_autoptr(GString) sql = g_string_new ("SELECT ");

  append_organisation (sql, kind, schema, "t");
  g_string_append_printf (sql, ", count (*) FROM %s.\"%s\" t", schema, kind->name);
  if (count == CHANGED)
    {
      g_string_append_printf (sql, " JOIN %s.\"%s\" b ON b.id = t.id WHERE ", other, kind->name);
      append_differs (sql, kind);
    }
  else
    g_string_append_printf (sql, " WHERE NOT EXISTS (SELECT 1 FROM %s.\"%s\" b WHERE b.id = t.id)", other, kind->name);
  g_string_append (sql, " GROUP BY 1");

  return g_string_free_and_steal (g_steal_pointer (&sql));
}

void
academy_difference_free (AcademyDifference *self)
{
  g_free (self->organisation);
  g_free (self->title);
  g_free (self);
}

static AcademyDifference *
get_difference (GPtrArray         *differences,
                guint              first,
                const AcademyKind *kind,
                const char        *organisation)
{
  AcademyDifference *difference;

  for (guint i = first; i < differences->len; i++)
    {
      difference = g_ptr_array_index (differences, i);
      if (g_strcmp0 (difference->organisation, organisation) == 0)
        return difference;
    }

  difference = g_new0 (AcademyDifference, 1);
  difference->kind = kind;
  difference->organisation = g_strdup (organisation);
  g_ptr_array_add (differences, difference);
  return difference;
}

static gboolean
count_kind (AcademyDatabase    *database,
            const AcademyKind  *kind,
            GPtrArray          *differences,
            GError            **error)
{
  guint first = differences->len;

  for (Count count = FEWER; count <= CHANGED; count++)
    {
      g_autofree char *sql = count_sql (kind, count);
      sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
      AcademyStep step;

      if (statement == NULL)
        return FALSE;
      while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
        {
          AcademyDifference *difference =
            get_difference (differences, first, kind, (const char *) sqlite3_column_text (statement, 0));
          gint64 number = sqlite3_column_int64 (statement, 1);

          *(count == FEWER ? &difference->fewer : count == MORE ? &difference->more : &difference->changed) = number;
        }
      if (step == ACADEMY_STEP_FAILED)
        return FALSE;
    }

  return TRUE;
}

/* Reads the titles of organisations from the file; from the backup if only that
 * has the organisation. */
static gboolean
name_organisations (AcademyDatabase  *database,
                    GPtrArray        *differences,
                    GError          **error)
{
  static const char sql[] =
    "SELECT name_fi, name_sv, name_en FROM main.organisation WHERE id = ?1 UNION ALL "
    "SELECT name_fi, name_sv, name_en FROM backup.organisation WHERE id = ?1";
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);

  for (guint i = 0; statement != NULL && i < differences->len; i++)
    {
      AcademyDifference *difference = g_ptr_array_index (differences, i);
      g_autoptr(AcademyItem) item = academy_item_new (&academy_organisation_kind, NULL);
      AcademyStep step;

      if (difference->organisation == NULL)
        continue;

      sqlite3_bind_text (statement, 1, difference->organisation, -1, SQLITE_TRANSIENT);
      step = academy_database_step (database, statement, error);
      if (step == ACADEMY_STEP_FAILED)
        return FALSE;
      if (step == ACADEMY_STEP_ROW)
        g_object_set (item, "name-fi", sqlite3_column_text (statement, 0), "name-sv", sqlite3_column_text (statement, 1),
                      "name-en", sqlite3_column_text (statement, 2), NULL);
      sqlite3_reset (statement);
      difference->title = academy_item_dup_title (item, academy_language_get_default ());
    }

  return statement != NULL;
}

static int
compare_differences (gconstpointer a,
                     gconstpointer b)
{
  const AcademyDifference *first = *(AcademyDifference * const *) a;
  const AcademyDifference *second = *(AcademyDifference * const *) b;

  /* Items without an organisation come first. */
  if (first->organisation == NULL || second->organisation == NULL)
    return (first->organisation != NULL) - (second->organisation != NULL);

  return academy_collation_compare (first->title, -1, second->title, -1);
}

static gboolean
compare (AcademyStore  *store,
         gpointer       data,
         GError       **error)
{
  GPtrArray *differences = data;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (!count_kind (store->database, *kind, differences, error))
      return FALSE;

  if (!name_organisations (store->database, differences, error))
    return FALSE;

  g_ptr_array_sort (differences, compare_differences);
  return TRUE;
}

/* Returns the #AcademyDifference of a backup from @store, grouped by
 * organisation, with the kinds of each in their usual order. */
GPtrArray *
academy_restore_compare (AcademyStore  *store,
                         const char    *backup,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr(GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_difference_free);

  return with_backup (store, backup, compare, differences, cancellable, error) ? g_steal_pointer (&differences) : NULL;
}

static void
append_columns (GString           *sql,
                const AcademyKind *kind)
{
  g_string_append (sql, "id");
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type != ACADEMY_LINKS)
      g_string_append_printf (sql, ", \"%s\"", field->name);
}

/* Deletes the rows that the backup does not have, or has with other values. */
static gboolean
delete_others (AcademyDatabase    *database,
               const AcademyKind  *kind,
               GError            **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "DELETE FROM main.\"%s\" AS t WHERE NOT EXISTS "
                          "(SELECT 1 FROM backup.\"%s\" b WHERE b.id = t.id", kind->name, kind->name);
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (is_compared (field))
      g_string_append_printf (sql, " AND t.\"%s\" IS b.\"%s\"", field->name, field->name);
  g_string_append_c (sql, ')');
  if (!academy_database_run (database, sql->str, error))
    return FALSE;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type == ACADEMY_LINKS)
      {
        g_autofree char *links = academy_row_links (kind, field);
        g_autofree char *delete =
          g_strdup_printf ("DELETE FROM main.\"%s\" AS t WHERE NOT EXISTS (SELECT 1 FROM backup.\"%s\" b "
                           "WHERE b.item = t.item AND b.target = t.target)", links, links);

        if (!academy_database_run (database, delete, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
insert_missing (AcademyDatabase    *database,
                const AcademyKind  *kind,
                GError            **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO main.\"%s\" (", kind->name);
  append_columns (sql, kind);
  g_string_append (sql, ") SELECT ");
  append_columns (sql, kind);
  g_string_append_printf (sql, " FROM backup.\"%s\" WHERE id NOT IN (SELECT id FROM main.\"%s\") ORDER BY rowid",
                          kind->name, kind->name);
  if (!academy_database_run (database, sql->str, error))
    return FALSE;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type == ACADEMY_LINKS)
      {
        g_autofree char *links = academy_row_links (kind, field);
        g_autofree char *insert =
          g_strdup_printf ("INSERT OR IGNORE INTO main.\"%s\" (item, target) SELECT item, target FROM backup.\"%s\"",
                           links, links);

        if (!academy_database_run (database, insert, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
check_links (AcademyDatabase  *database,
             GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (database, "PRAGMA main.foreign_key_check", error);

  if (statement == NULL)
    return FALSE;

  switch (academy_database_step (database, statement, error))
    {
    case ACADEMY_STEP_DONE:
      return TRUE;
    case ACADEMY_STEP_ROW:
      sqlite3_reset (statement);
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("This backup is damaged: it has links to things that are not there."));
      return FALSE;
    case ACADEMY_STEP_FAILED:
    default:
      return FALSE;
    }
}

/* Delete all differing rows before inserting any, so that unique constraints hold
 * meanwhile. */
static gboolean
write_content (AcademyStore  *store,
               AcademyEdit   *edit,
               GError       **error)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (!delete_others (store->database, *kind, error))
      return FALSE;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (!insert_missing (store->database, *kind, error))
      return FALSE;

  return check_links (store->database, error);
}

static gboolean
restore (AcademyStore  *store,
         gpointer       data,
         GError       **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (N_("Restore backup"));
  gboolean restored;

  /* Foreign keys must not delete the parts of rows that are about to be inserted
   * again. */
  if (!academy_database_execute (store->database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  restored = academy_store_write (store, edit, write_content, error);
  return academy_database_execute (store->database, "PRAGMA foreign_keys = ON", restored ? error : NULL) && restored;
}

/* Gives @store, in a worker thread, the content of a backup of its programme, in one
 * transaction and as one entry of the history, after a backup of the present
 * content. The history and the list of erased people stay. */
gboolean
academy_restore (AcademyStore  *store,
                 const char    *backup,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return academy_backup_make (store, cancellable, error) &&
         with_backup (store, backup, restore, NULL, cancellable, error);
}
