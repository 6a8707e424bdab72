/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include <glib/gi18n-lib.h>

#include "academy-dependency.h"
#include "academy-kinds.h"
#include "academy-timeline-edits.h"

/* What was offered holds no longer when something else has been done since. */
void
academy_timeline_view_forget_followers (AcademyTimelineView *self)
{
  g_clear_pointer (&self->shifted, g_ptr_array_unref);
  g_clear_pointer (&self->shift_group, g_free);
  self->shift_days = 0;
}

/* Returns a follower, unless it has been deleted since. */
static AcademyItem *
get_follower (AcademyStore *store,
              GPtrArray    *followers,
              guint         i)
{
  return academy_store_get (store, &academy_measure_kind, g_ptr_array_index (followers, i), NULL);
}

static char *
describe_followers (AcademyStore *store,
                    GPtrArray    *followers)
{
  g_autoptr(AcademyItem) only = followers->len == 1 ? get_follower (store, followers, 0) : NULL;

  if (only != NULL)
    {
      g_autofree char *title = academy_item_dup_title (only, academy_language_get_default ());

      /* Translators: the title of a measure that depends on the one that was moved */
      return g_strdup_printf (_("“%s” depends on this and stays where it is"), title);
    }

  return g_strdup_printf (ngettext ("%u measure depends on this and stays where it is",
                                    "%u measures depend on this and stay where they are", followers->len), followers->len);
}

/* What depends on measures that have been moved stays where it is, unless
 * somebody wants it moved too. Moves of one group add up. */
void
academy_timeline_view_offer_shift (AcademyTimelineView *self,
                                   GPtrArray           *items,
                                   int                  days,
                                   const char          *group)
{
  AcademyStore *store = academy_timeline_model_get_store (self->model);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) followers = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < items->len; i++)
    if (academy_kind_find_joining (academy_item_get_kind (g_ptr_array_index (items, i))) != NULL)
      g_ptr_array_add (ids, (gpointer) academy_item_get_id (g_ptr_array_index (items, i)));
  if (ids->len == 0 || days == 0)
    return;

  g_ptr_array_add (ids, NULL);
  followers = academy_dependency_get_followers (store, (const char * const *) ids->pdata, &error);
  if (followers == NULL)
    {
      academy_timeline_view_fail (self, error);
      return;
    }
  if (group != NULL && g_strcmp0 (group, self->shift_group) == 0)
    days += self->shift_days;
  academy_timeline_view_forget_followers (self);
  if (followers->len == 0 || days == 0)
    return;

  self->shifted = g_ptr_array_ref (followers);
  self->shift_days = days;
  self->shift_group = g_strdup (group);
  text = describe_followers (store, followers);
  academy_timeline_view_emit_message (self, text, _("_Move too"), "timeline.shift-followers");
}

void
academy_timeline_view_shift_followers (AcademyTimelineView *self)
{
  AcademyStore *store = academy_timeline_model_get_store (self->model);
  g_autoptr(GPtrArray) ids = g_steal_pointer (&self->shifted);
  int days = self->shift_days;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;

  academy_timeline_view_forget_followers (self);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      AcademyItem *item = get_follower (store, ids, i);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  if (items->len > 0 && !academy_timeline_edit_shift (store, items, days, NULL, &error))
    academy_timeline_view_fail (self, error);
}
