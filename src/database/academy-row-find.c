/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-row.h"

#include <string.h>

/* The ids of the rows that a query finds. */

/* Appends the choices of @field with a label that contains @fold. */
static void
append_choices (GString            *sql,
                const AcademyField *field,
                const char         *fold)
{
  g_string_append_printf (sql, " OR \"%s\" IN (''", field->name);
  for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
    {
      g_autofree char *label =
        academy_language_casefold (academy_language_translate (academy_language_get_default (), choice->label));

      if (strstr (label, fold) != NULL)
        g_string_append_printf (sql, ", '%s'", choice->token);
    }
  g_string_append (sql, ")");
}

/* Appends conditions for the texts that the title of an item is made of, each
 * after OR. */
static void
append_texts (GString           *sql,
              const AcademyKind *kind,
              const char        *fold,
              GPtrArray         *values)
{
  const AcademyField *title = academy_kind_find_field (kind, "title");
  gboolean is_titled = title != NULL && academy_field_is_required (title);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      if (is_titled ? field == title : field->type == ACADEMY_TEXT && (field->flags & ACADEMY_SEARCHABLE) != 0)
        {
          g_string_append_printf (sql, " OR " ACADEMY_CONTAINS " (\"%s\", ?)", field->name);
          g_ptr_array_add (values, g_strdup (fold));
        }
      else if (!is_titled && field->type == ACADEMY_CHOICE)
        append_choices (sql, field, fold);
      else if (!is_titled && field->type == ACADEMY_LINK && (field->flags & ACADEMY_OWNER) == 0)
        {
          g_string_append_printf (sql, " OR \"%s\" IN (SELECT \"id\" FROM \"%s\" WHERE 0", field->name, field->target);
          append_texts (sql, academy_kind_find (field->target), fold, values);
          g_string_append (sql, ")");
        }
    }
}

static char *
text_condition (const AcademyKind *kind,
                const char        *text,
                GPtrArray         *values)
{
  g_autofree char *fold = academy_language_casefold (text);
  g_autoptr(GString) sql = g_string_new ("(0");

  append_texts (sql, kind, fold, values);
  g_string_append (sql, ")");
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

/* Makes the SQL of a query, with a placeholder for each value in @values. */
static char *
query_sql (const AcademyKind  *kind,
           const AcademyQuery *query,
           GPtrArray          *values)
{
  g_autoptr(GPtrArray) conditions = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autofree char *order = academy_row_order (kind, kind->order, ACADEMY_COLLATE);
  g_autofree char *where = NULL;

  if (query->owner != NULL)
    {
      g_ptr_array_add (conditions, g_strdup_printf ("\"%s\" = ?", academy_kind_get_owner (kind)->name));
      g_ptr_array_add (values, g_strdup (query->owner));
    }
  if (query->link != NULL)
    {
      g_ptr_array_add (conditions, g_strdup_printf ("\"%s\" = ?", query->link->name));
      g_ptr_array_add (values, g_strdup (query->target));
    }
  if (query->text != NULL && *query->text != '\0')
    g_ptr_array_add (conditions, text_condition (kind, query->text, values));
  if (query->except != NULL)
    {
      g_ptr_array_add (conditions, g_strdup ("\"id\" <> ?"));
      g_ptr_array_add (values, g_strdup (query->except));
    }

  where = g_strjoinv (" AND ", (GStrv) conditions->pdata);
  return g_strdup_printf ("SELECT \"id\" FROM \"%s\"%s%s ORDER BY %s",
                          kind->name, *where != '\0' ? " WHERE " : "", where, order);
}

/**
 * academy_row_ids:
 * @database: a connection
 * @kind: a kind
 * @query: the conditions
 * @error: return location for an error
 *
 * Returns: (nullable) (transfer full) (element-type utf8): the ids of the items
 *   that meet @query, in the order of the kind
 */
GPtrArray *
academy_row_ids (AcademyDatabase    *database,
                 const AcademyKind  *kind,
                 const AcademyQuery *query,
                 GError            **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = query_sql (kind, query, values);
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < values->len; i++)
    sqlite3_bind_text (statement, i + 1, g_ptr_array_index (values, i), -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (database, statement, error)) == ACADEMY_STEP_ROW)
    {
      const char *id = academy_row_find_id (database, kind, statement, 0);

      if (id != NULL)
        g_ptr_array_add (ids, g_strdup (id));
    }

  return step == ACADEMY_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}
