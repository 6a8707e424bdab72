/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-id-list.h"

#include <string.h>

/**
 * AcademyIdList:
 *
 * The ids of items in the order of a list, and for each the value by which they are
 * grouped, if they are.
 */
struct _AcademyIdList {
  /* Owned */
  GPtrArray *ids;
  GPtrArray *groups;
};

AcademyIdList *
academy_id_list_new (void)
{
  return academy_id_list_new_for (g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free));
}

/**
 * academy_id_list_new_for:
 * @ids: (transfer full) (element-type utf8): ids
 * @groups: (transfer full) (element-type utf8): for each id the value of its group,
 *   or %NULL
 *
 * Returns: (transfer full): an order of @ids
 */
AcademyIdList *
academy_id_list_new_for (GPtrArray *ids,
                         GPtrArray *groups)
{
  AcademyIdList *self = g_new (AcademyIdList, 1);

  self->ids = ids;
  self->groups = groups;
  return self;
}

void
academy_id_list_free (AcademyIdList *self)
{
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

guint
academy_id_list_get_length (const AcademyIdList *self)
{
  return self->ids->len;
}

const char *
academy_id_list_get_id (const AcademyIdList *self,
                        guint                position)
{
  return g_ptr_array_index (self->ids, position);
}

/**
 * academy_id_list_get_group:
 * @self: an order
 * @position: a position in it
 *
 * Returns: (nullable): the value that the items of its group have in common
 */
const char *
academy_id_list_get_group (const AcademyIdList *self,
                           guint                position)
{
  return g_ptr_array_index (self->groups, position);
}

/**
 * academy_id_list_find:
 * @self: an order
 * @id: an id
 * @position: (out) (optional): where it is
 *
 * Returns: whether @id is in it
 */
gboolean
academy_id_list_find (const AcademyIdList *self,
                      const char          *id,
                      guint               *position)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, position);
}

/**
 * academy_id_list_index:
 * @self: an order that is not changed meanwhile
 *
 * Returns: (transfer full) (element-type utf8 guint): the positions by id, counted
 *   from 1
 */
GHashTable *
academy_id_list_index (const AcademyIdList *self)
{
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_insert (positions, g_ptr_array_index (self->ids, i), GUINT_TO_POINTER (i + 1));
  return positions;
}

/**
 * academy_id_list_insert:
 * @self: an order
 * @position: the position before which to insert
 * @id: an id
 * @group: (nullable): the value of its group
 */
void
academy_id_list_insert (AcademyIdList *self,
                        guint          position,
                        const char    *id,
                        const char    *group)
{
  g_ptr_array_insert (self->ids, position, g_strdup (id));
  g_ptr_array_insert (self->groups, position, g_strdup (group));
}

static void
splice (GPtrArray *texts,
        guint      position,
        guint      n_removed,
        GPtrArray *others,
        guint      start,
        guint      n_added)
{
  guint n_after = texts->len - position - n_removed;

  if (n_removed > 0)
    g_ptr_array_remove_range (texts, position, n_removed);
  g_ptr_array_set_size (texts, position + n_added + n_after);
  memmove (texts->pdata + position + n_added, texts->pdata + position, n_after * sizeof (gpointer));
  for (guint i = 0; i < n_added; i++)
    texts->pdata[position + i] = g_strdup (others->pdata[start + i]);
}

/**
 * academy_id_list_splice:
 * @self: an order
 * @position: the position of the first id to replace
 * @n_removed: the number of ids to remove there
 * @other: (nullable): another order, or %NULL for none
 * @start: the position in @other of the first id to add
 * @n_added: the number of ids to add
 *
 * Replaces some ids by those of another order.
 */
void
academy_id_list_splice (AcademyIdList       *self,
                        guint                position,
                        guint                n_removed,
                        const AcademyIdList *other,
                        guint                start,
                        guint                n_added)
{
  splice (self->ids, position, n_removed, other != NULL ? other->ids : NULL, start, n_added);
  splice (self->groups, position, n_removed, other != NULL ? other->groups : NULL, start, n_added);
}

/**
 * academy_id_list_compare:
 * @self: an order
 * @other: the order that follows it
 * @start: (out): the first position where they differ
 * @n_removed: (out): how many ids of @self follow there
 * @n_added: (out): how many ids of @other take their place
 *
 * Finds the one span in which two orders differ.
 *
 * Returns: whether they differ
 */
gboolean
academy_id_list_compare (const AcademyIdList *self,
                         const AcademyIdList *other,
                         guint               *start,
                         guint               *n_removed,
                         guint               *n_added)
{
  guint before = self->ids->len;
  guint after = other->ids->len;

  *start = 0;
  while (*start < before && *start < after && g_str_equal (self->ids->pdata[*start], other->ids->pdata[*start]))
    (*start)++;
  while (before > *start && after > *start && g_str_equal (self->ids->pdata[before - 1], other->ids->pdata[after - 1]))
    {
      before--;
      after--;
    }

  *n_removed = before - *start;
  *n_added = after - *start;
  return *n_removed > 0 || *n_added > 0;
}
