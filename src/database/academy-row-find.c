/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-row.h"

#include <string.h>

#include "academy-status.h"

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

/* Returns the field that is the title of every item of @kind, or %NULL when titles
 * are made of several fields. */
static const AcademyField *
get_title (const AcademyKind *kind)
{
  const AcademyField *title = academy_kind_find_title (kind);

  return title != NULL && academy_field_is_required (title) ? title : NULL;
}

/* Appends conditions for the texts that the title of an item is made of, each
 * after OR. */
static void
append_texts (GString           *sql,
              const AcademyKind *kind,
              const char        *fold,
              GPtrArray         *values)
{
  const AcademyField *title = get_title (kind);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      if (title != NULL ? field == title : field->type == ACADEMY_TEXT && (field->flags & ACADEMY_SEARCHABLE) != 0)
        {
          g_string_append_printf (sql, " OR " ACADEMY_CONTAINS " (\"%s\", ?)", field->name);
          g_ptr_array_add (values, g_strdup (fold));
        }
      else if (title == NULL && field->type == ACADEMY_CHOICE)
        append_choices (sql, field, fold);
      else if (title == NULL && field->type == ACADEMY_LINK && (field->flags & ACADEMY_OWNER) == 0)
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

/* Makes a condition for the searchable fields, one of which contains the text. */
static char *
search_condition (const AcademyKind *kind,
                  const char        *text,
                  GPtrArray         *values)
{
  g_autoptr(GString) sql = g_string_new (ACADEMY_CONTAINS " (");

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if ((field->flags & ACADEMY_SEARCHABLE) != 0)
      g_string_append_printf (sql, "\"%s\", ", field->name);

  g_string_append (sql, "?)");
  g_ptr_array_add (values, academy_language_casefold (text));
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static char *
unfinished_condition (const AcademyKind *kind)
{
  const AcademyField *done = kind->done != NULL ? academy_kind_find_field (kind, kind->done) : NULL;

  if (kind->status != NULL)
    {
      g_autofree char *finished = academy_status_dup_tokens (kind, ACADEMY_STATUSES_FINISHED);

      return g_strdup_printf ("\"%s\" NOT IN %s", kind->status, finished);
    }
  if (done == NULL)
    return g_strdup ("1");

  return g_strdup_printf (done->type == ACADEMY_FLAG ? "\"%s\" IS NOT 1" : "\"%s\" IS NULL", done->name);
}

/* Makes the condition of an item whose owner belongs to the given item. */
static char *
within_condition (const AcademyKind *kind)
{
  const AcademyField *owner = academy_kind_get_owner (kind);

  return g_strdup_printf ("\"%s\" IN (SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?)", owner->name, owner->target,
                          academy_kind_get_owner (academy_kind_find (owner->target))->name);
}

/* Makes the condition of a field that links to the given item, perhaps among others. */
static char *
link_condition (const AcademyKind  *kind,
                const AcademyField *link)
{
  g_autofree char *table = NULL;

  if (link->type != ACADEMY_LINKS)
    return g_strdup_printf ("\"%s\" = ?", link->name);

  table = academy_row_links (kind, link);
  return g_strdup_printf ("\"id\" IN (SELECT \"item\" FROM \"%s\" WHERE \"target\" = ?)", table);
}

/* Makes the condition of a field with many links: one of them, or none. */
static char *
links_condition (const AcademyKind      *kind,
                 const AcademyField     *field,
                 const AcademyCondition *condition,
                 GPtrArray              *values)
{
  if (condition->comparison == ACADEMY_IS_UNSET)
    {
      g_autofree char *table = academy_row_links (kind, field);

      return g_strdup_printf ("\"id\" NOT IN (SELECT \"item\" FROM \"%s\")", table);
    }

  g_ptr_array_add (values, g_strdup (condition->value));
  return link_condition (kind, field);
}

/* Makes the condition of an item that is not finished, by a field with a day. */
static char *
work_condition (const AcademyKind      *kind,
                const AcademyField     *field,
                const AcademyCondition *condition,
                GPtrArray              *values)
{
  g_autofree char *unfinished = unfinished_condition (kind);

  if (condition->comparison == ACADEMY_IS_INCOMPLETE)
    {
      const char *names[] = { "owner_role", kind->start };
      g_autoptr(GString) sql = g_string_new (NULL);

      g_string_append_printf (sql, "(%s AND (\"%s\" IS NULL", unfinished, field->name);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (names[i] != NULL && academy_kind_find_field (kind, names[i]) != NULL)
          g_string_append_printf (sql, " OR \"%s\" IS NULL", names[i]);
      return g_strconcat (sql->str, "))", NULL);
    }

  g_ptr_array_add (values, g_strdup (condition->value));
  if (condition->comparison == ACADEMY_IS_OVERDUE)
    return g_strdup_printf ("(%s AND \"%s\" < ?)", unfinished, field->name);

  g_ptr_array_add (values, g_strdup (condition->value));
  return g_strdup_printf ("(%s AND \"%s\" BETWEEN ? AND date (?, '+%d days'))", unfinished, field->name, ACADEMY_DAYS_DUE);
}

static char *
field_condition (const AcademyKind      *kind,
                 const AcademyField     *field,
                 const AcademyCondition *condition,
                 GPtrArray              *values)
{
  if (field->type == ACADEMY_LINKS)
    return links_condition (kind, field, condition, values);
  if (condition->comparison == ACADEMY_IS_UNSET)
    return g_strdup_printf ("\"%s\" IS NULL", field->name);
  if (condition->comparison >= ACADEMY_IS_OVERDUE)
    return work_condition (kind, field, condition, values);

  g_ptr_array_add (values, g_strdup (condition->value));
  /* A placeholder has no affinity of its own: the number is compared as one. */
  return g_strdup_printf (g_str_equal (academy_row_get_type (field), "TEXT") ? "\"%s\" = ?" : "\"%s\" = ? + 0",
                          field->name);
}

/* Appends the conditions for each field, of which several are alternatives. */
static void
append_conditions (GPtrArray          *conditions,
                   const AcademyKind  *kind,
                   const AcademyQuery *query,
                   GPtrArray          *values)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_autoptr(GString) sql = g_string_new (NULL);

      ACADEMY_QUERY_FOREACH_CONDITION (query, condition)
        if (g_str_equal (condition->field, field->name))
          {
            g_autofree char *one = field_condition (kind, field, condition, values);

            g_string_append_printf (sql, "%s%s", sql->len > 0 ? " OR " : "(", one);
          }
      if (sql->len > 0)
        g_ptr_array_add (conditions, g_strconcat (sql->str, ")", NULL));
    }
}

/* Returns the column that tells items of @kind from one another. */
static const char *
get_name_column (const AcademyKind *kind)
{
  const AcademyField *title = academy_kind_find_title (kind);

  if (title != NULL)
    return title->name;

  return kind->order[0].field != NULL ? kind->order[0].field : "id";
}

/* Makes a subquery for what @result says of the target of a link, or of the first
 * target of many. */
static char *
target_value (const AcademyKind  *kind,
              const AcademyField *field,
              const char         *result)
{
  const AcademyKind *target = academy_kind_find (field->target);
  g_autofree char *order = academy_row_order (target, target->order, ACADEMY_COLLATE);
  g_autofree char *links = NULL;

  if (field->type == ACADEMY_LINK)
    return g_strdup_printf ("(SELECT t.\"%s\" FROM \"%s\" AS t WHERE t.\"id\" = \"%s\".\"%s\")",
                            result, target->name, kind->name, field->name);

  links = academy_row_links (kind, field);
  return g_strdup_printf ("(SELECT t.\"%s\" FROM \"%s\" AS l JOIN \"%s\" AS t ON t.\"id\" = l.\"target\" "
                          "WHERE l.\"item\" = \"%s\".\"id\" ORDER BY %s LIMIT 1)",
                          result, links, target->name, kind->name, order);
}

static char *
choice_value (const AcademyField *field)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CASE \"%s\"", field->name);
  for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
    g_string_append_printf (sql, " WHEN '%s' THEN %d", choice->token, (int) (choice - field->choices));
  g_string_append (sql, " END");
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

/* Makes the SQL of what items are sorted by when they are sorted by @field. */
static char *
sort_value (const AcademyKind  *kind,
            const AcademyField *field)
{
  switch (field->type)
    {
    case ACADEMY_CHOICE:
      return choice_value (field);
    case ACADEMY_LINK:
    case ACADEMY_LINKS:
      return target_value (kind, field, get_name_column (academy_kind_find (field->target)));
    default:
      return g_strdup_printf ("\"%s\"", field->name);
    }
}

static gboolean
is_sorted_as_text (const AcademyField *field)
{
  return field->type == ACADEMY_TEXT || field->type == ACADEMY_LONG_TEXT || field->type == ACADEMY_LINK ||
         field->type == ACADEMY_LINKS;
}

static void
append_order (GString            *order,
              const AcademyKind  *kind,
              const AcademyField *field,
              gboolean            descending)
{
  g_autofree char *value = sort_value (kind, field);

  g_string_append_printf (order, "%s IS NULL, %s%s%s, ", value, value,
                          is_sorted_as_text (field) ? ACADEMY_COLLATE : "", descending ? " DESC" : "");
}

/* Makes the SQL of the value that items of one group have in common. */
static char *
group_value (const AcademyKind  *kind,
             const AcademyField *field)
{
  if (field->type == ACADEMY_LINKS)
    return target_value (kind, field, "id");

  return g_strdup_printf ("\"%s\"", field->name);
}

/* Makes the columns of the groups. SQLite evaluates their subqueries once for a row
 * when the order names the columns. */
static char *
group_columns (const AcademyKind  *kind,
               const AcademyQuery *query)
{
  const AcademyField *field = query->group != NULL ? academy_kind_find_field (kind, query->group) : NULL;
  g_autofree char *value = field != NULL ? group_value (kind, field) : NULL;
  g_autofree char *order = field != NULL ? sort_value (kind, field) : NULL;

  return field != NULL ? g_strdup_printf ("%s AS \"group_value\", %s AS \"group_order\"", value, order) : g_strdup ("NULL");
}

static char *
query_order (const AcademyKind  *kind,
             const AcademyQuery *query)
{
  g_autofree char *own = academy_row_order (kind, kind->order, ACADEMY_COLLATE);
  g_autoptr(GString) order = g_string_new (NULL);

  if (query->group != NULL)
    {
      const AcademyField *field = academy_kind_find_field (kind, query->group);

      g_string_append_printf (order, "\"group_order\"%s NULLS LAST, \"group_value\", ",
                              is_sorted_as_text (field) ? ACADEMY_COLLATE : "");
    }
  if (query->order.field != NULL)
    append_order (order, kind, academy_kind_find_field (kind, query->order.field), query->order.descending);

  g_string_append (order, own);
  return g_string_free_and_steal (g_steal_pointer (&order));
}

/* Makes the SQL of a query, with a placeholder for each value in @values. */
static char *
query_sql (const AcademyKind  *kind,
           const AcademyQuery *query,
           GPtrArray          *values)
{
  g_autoptr(GPtrArray) conditions = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autofree char *order = query_order (kind, query);
  g_autofree char *group = group_columns (kind, query);
  g_autofree char *where = NULL;

  if (query->owner != NULL)
    {
      g_ptr_array_add (conditions, g_strdup_printf ("\"%s\" = ?", academy_kind_get_owner (kind)->name));
      g_ptr_array_add (values, g_strdup (query->owner));
    }
  if (query->within != NULL)
    {
      g_ptr_array_add (conditions, within_condition (kind));
      g_ptr_array_add (values, g_strdup (query->within));
    }
  if (query->link != NULL)
    {
      g_ptr_array_add (conditions, link_condition (kind, query->link));
      g_ptr_array_add (values, g_strdup (query->target));
    }
  if (query->text != NULL && *query->text != '\0')
    g_ptr_array_add (conditions, text_condition (kind, query->text, values));
  if (query->search != NULL && *query->search != '\0')
    g_ptr_array_add (conditions, search_condition (kind, query->search, values));
  append_conditions (conditions, kind, query, values);
  if (query->except != NULL)
    {
      g_ptr_array_add (conditions, g_strdup ("\"id\" <> ?"));
      g_ptr_array_add (values, g_strdup (query->except));
    }

  where = g_strjoinv (" AND ", (GStrv) conditions->pdata);
  return g_strdup_printf ("SELECT \"id\", %s FROM \"%s\"%s%s ORDER BY %s",
                          group, kind->name, *where != '\0' ? " WHERE " : "", where, order);
}

/**
 * academy_row_ids:
 * @database: a connection
 * @kind: a kind
 * @query: the conditions
 * @groups: (out) (optional) (transfer full) (element-type utf8): for each id, the
 *   value of the field by which @query groups in canonical text, or %NULL
 * @error: return location for an error
 *
 * Returns: (nullable) (transfer full) (element-type utf8): the ids of the items
 *   that meet @query, in the order of @query and then of the kind
 */
GPtrArray *
academy_row_ids (AcademyDatabase     *database,
                 const AcademyKind   *kind,
                 const AcademyQuery  *query,
                 GPtrArray          **groups,
                 GError             **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
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

      if (id == NULL)
        continue;
      g_ptr_array_add (ids, g_strdup (id));
      if (groups != NULL)
        g_ptr_array_add (found, g_strdup (academy_database_find_text (statement, 1)));
    }

  if (step != ACADEMY_STEP_DONE)
    return NULL;
  if (groups != NULL)
    *groups = g_steal_pointer (&found);
  return g_steal_pointer (&ids);
}
