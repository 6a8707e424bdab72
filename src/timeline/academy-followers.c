/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-followers.h"

#include <glib/gi18n-lib.h>

#include "academy-dependency.h"
#include "academy-kinds.h"
#include "academy-timeline-edits.h"

struct _AcademyFollowers {
  GObject       parent_instance;

  /* Owned */
  AcademyStore *store;
  GPtrArray    *ids;
  char         *group;

  int           days;
  gboolean      editing;
};

G_DEFINE_FINAL_TYPE (AcademyFollowers, academy_followers, G_TYPE_OBJECT)

/**
 * AcademyFollowers:
 *
 * The followers of the last move: measures that depend on what was moved, and
 * stay where they are unless the user moves them too. Any other edit of the
 * file makes the offer void.
 */

static void
forget (AcademyFollowers *self)
{
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->group, g_free);
  self->days = 0;
}

static void
changed_cb (AcademyFollowers *self)
{
  if (!self->editing)
    forget (self);
}

static void
academy_followers_dispose (GObject *object)
{
  AcademyFollowers *self = ACADEMY_FOLLOWERS (object);

  forget (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_followers_parent_class)->dispose (object);
}

static void
academy_followers_class_init (AcademyFollowersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_followers_dispose;
}

static void
academy_followers_init (AcademyFollowers *self)
{
}

/**
 * academy_followers_new:
 * @store: the file
 *
 * Returns: (transfer full): no followers yet
 */
AcademyFollowers *
academy_followers_new (AcademyStore *store)
{
  AcademyFollowers *self = g_object_new (ACADEMY_TYPE_FOLLOWERS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * academy_followers_shift:
 * @self: the followers
 * @items: (element-type AcademyItem): items with days
 * @days: by how many days to move them to later; negative to earlier
 * @group: (nullable): the group of the edit in the undo history
 * @error: return location for a #GError
 *
 * Moves @items as academy_timeline_edit_shift() does, and keeps the days of an
 * earlier move of @group for academy_followers_find().
 *
 * Returns: %FALSE on error
 */
gboolean
academy_followers_shift (AcademyFollowers  *self,
                         GPtrArray         *items,
                         int                days,
                         const char        *group,
                         GError           **error)
{
  gboolean moved;

  self->editing = TRUE;
  moved = academy_timeline_edit_shift (self->store, items, days, group, error);
  self->editing = FALSE;

  return moved;
}

/**
 * academy_followers_resize:
 * @self: the followers
 * @item: an item with days
 * @edge: the edge to move
 * @days: by how many days to move the edge to later; negative to earlier
 * @group: (nullable): the group of the edit in the undo history
 * @error: return location for a #GError
 *
 * Moves an edge of @item as academy_timeline_edit_resize() does, and keeps the
 * days of an earlier move of @group for academy_followers_find().
 *
 * Returns: %FALSE on error
 */
gboolean
academy_followers_resize (AcademyFollowers  *self,
                          AcademyItem       *item,
                          AcademySpanEdge    edge,
                          int                days,
                          const char        *group,
                          GError           **error)
{
  gboolean moved;

  self->editing = TRUE;
  moved = academy_timeline_edit_resize (self->store, item, edge, days, group, error);
  self->editing = FALSE;

  return moved;
}

static char *
describe (AcademyFollowers *self)
{
  g_autoptr(AcademyItem) only =
    self->ids->len == 1 ? academy_store_get (self->store, &academy_measure_kind, g_ptr_array_index (self->ids, 0), NULL) : NULL;

  if (only != NULL)
    {
      g_autofree char *title = academy_item_dup_title (only, academy_language_get_default ());

      /* Translators: the title of a measure that depends on the one that was moved */
      return g_strdup_printf (_("“%s” depends on this and stays where it is"), title);
    }

  return g_strdup_printf (ngettext ("%u measure depends on this and stays where it is",
                                    "%u measures depend on this and stay where they are", self->ids->len), self->ids->len);
}

/**
 * academy_followers_find:
 * @self: the followers
 * @items: (element-type AcademyItem): the items that were moved
 * @days: by how many days they were moved to later; negative to earlier
 * @group: (nullable): the group of the edit; days of moves of one group add up
 * @text: (out) (optional) (nullable) (transfer full): a sentence about the
 *   followers, or %NULL if there are none
 * @error: return location for a #GError
 *
 * Finds the measures that depend on @items, for academy_followers_move_too().
 *
 * Returns: %FALSE on error
 */
gboolean
academy_followers_find (AcademyFollowers  *self,
                        GPtrArray         *items,
                        int                days,
                        const char        *group,
                        char             **text,
                        GError           **error)
{
  g_autoptr(GPtrArray) leaders = g_ptr_array_new ();
  g_autoptr(GPtrArray) ids = NULL;

  *text = NULL;
  for (guint i = 0; i < items->len; i++)
    if (academy_kind_find_joining (academy_item_get_kind (g_ptr_array_index (items, i))) != NULL)
      g_ptr_array_add (leaders, (gpointer) academy_item_get_id (g_ptr_array_index (items, i)));
  if (leaders->len == 0 || days == 0)
    return TRUE;

  g_ptr_array_add (leaders, NULL);
  ids = academy_dependency_get_followers (self->store, (const char * const *) leaders->pdata, error);
  if (ids == NULL)
    return FALSE;

  if (group != NULL && g_strcmp0 (group, self->group) == 0)
    days += self->days;
  forget (self);
  if (ids->len == 0 || days == 0)
    return TRUE;

  self->ids = g_steal_pointer (&ids);
  self->group = g_strdup (group);
  self->days = days;
  *text = describe (self);
  return TRUE;
}

/**
 * academy_followers_move_too:
 * @self: the followers
 * @error: return location for a #GError
 *
 * Moves the followers by as many days as what they depend on, if there are any.
 *
 * Returns: %FALSE on error
 */
gboolean
academy_followers_move_too (AcademyFollowers  *self,
                            GError           **error)
{
  g_autoptr(GPtrArray) ids = g_steal_pointer (&self->ids);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  int days = self->days;

  forget (self);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      AcademyItem *item = academy_store_get (self->store, &academy_measure_kind, g_ptr_array_index (ids, i), NULL);

      /* The item may have been deleted since. */
      if (item != NULL)
        g_ptr_array_add (items, item);
    }

  return items->len == 0 || academy_timeline_edit_shift (self->store, items, days, NULL, error);
}
