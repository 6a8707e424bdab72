/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-query.h"

/**
 * academy_query_for_targets:
 * @link: a field that links to one or to many
 * @kind: (nullable): the kind of the owner of the item that has @link
 * @owner: (nullable): the id of that owner
 *
 * A measure links to the goals of its own organisation and to the indicators of
 * those; a participation to any person of the programme.
 *
 * Returns: a query for the items to which @link may point, with @owner in it
 */
AcademyQuery
academy_query_for_targets (const AcademyField *link,
                           const AcademyKind  *kind,
                           const char         *owner)
{
  const AcademyField *its = academy_kind_get_owner (academy_kind_find (link->target));
  const AcademyField *theirs = its != NULL ? academy_kind_get_owner (academy_kind_find (its->target)) : NULL;

  if (kind != NULL && its != NULL && g_str_equal (its->target, kind->name))
    return (AcademyQuery) { .owner = owner };
  if (kind != NULL && theirs != NULL && g_str_equal (theirs->target, kind->name))
    return (AcademyQuery) { .within = owner };

  return (AcademyQuery) { NULL };
}

static AcademyCondition *
copy_conditions (const AcademyQuery *query)
{
  g_autoptr(GArray) copies = g_array_new (TRUE, FALSE, sizeof (AcademyCondition));

  ACADEMY_QUERY_FOREACH_CONDITION (query, condition)
    {
      AcademyCondition copy = { g_intern_string (condition->field), condition->comparison, g_strdup (condition->value) };

      g_array_append_val (copies, copy);
    }

  return copies->len > 0 ? (AcademyCondition *) g_array_free (g_steal_pointer (&copies), FALSE) : NULL;
}

/**
 * academy_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy that owns its texts
 */
AcademyQuery *
academy_query_copy (const AcademyQuery *self)
{
  AcademyQuery *copy = g_memdup2 (self, sizeof *self);

  copy->owner = g_strdup (self->owner);
  copy->within = g_strdup (self->within);
  copy->target = g_strdup (self->target);
  copy->text = g_strdup (self->text);
  copy->search = g_strdup (self->search);
  copy->except = g_strdup (self->except);
  copy->conditions = copy_conditions (self);
  copy->group = g_intern_string (self->group);
  copy->order.field = g_intern_string (self->order.field);

  return copy;
}

/* Frees a copy. */
void
academy_query_free (AcademyQuery *self)
{
  ACADEMY_QUERY_FOREACH_CONDITION (self, condition)
    g_free ((char *) condition->value);
  g_free ((AcademyCondition *) self->conditions);
  g_free ((char *) self->owner);
  g_free ((char *) self->within);
  g_free ((char *) self->target);
  g_free ((char *) self->text);
  g_free ((char *) self->search);
  g_free ((char *) self->except);
  g_free (self);
}

/**
 * academy_query_has_text:
 * @self: a query
 *
 * Returns: whether it asks for a text
 */
gboolean
academy_query_has_text (const AcademyQuery *self)
{
  return (self->text != NULL && *self->text != '\0') || (self->search != NULL && *self->search != '\0');
}

static guint64
get_bit (const AcademyKind *kind,
         const char        *name)
{
  const AcademyField *field = name != NULL ? academy_kind_find_field (kind, name) : NULL;

  return field != NULL ? academy_kind_get_bit (kind, field) : 0;
}

/**
 * academy_query_get_fields:
 * @self: a query
 * @kind: the kind of its items
 *
 * Returns: a bit for each field that decides which items are found, and in which
 *   order
 */
guint64
academy_query_get_fields (const AcademyQuery *self,
                          const AcademyKind  *kind)
{
  const AcademyField *owner = academy_kind_get_owner (kind);
  guint64 fields = get_bit (kind, self->group) | get_bit (kind, self->order.field);

  if (academy_query_has_text (self))
    return G_MAXUINT64;

  if (owner != NULL)
    fields |= academy_kind_get_bit (kind, owner);
  if (self->link != NULL)
    fields |= academy_kind_get_bit (kind, self->link);
  for (const AcademySort *sort = kind->order; sort->field != NULL; sort++)
    fields |= get_bit (kind, sort->field);
  ACADEMY_QUERY_FOREACH_CONDITION (self, condition)
    {
      fields |= get_bit (kind, condition->field);
      if (condition->comparison >= ACADEMY_IS_OVERDUE)
        fields |= get_bit (kind, kind->status) | get_bit (kind, kind->done);
      if (condition->comparison == ACADEMY_IS_INCOMPLETE)
        fields |= get_bit (kind, kind->start) | get_bit (kind, "owner_role");
    }

  return fields;
}
