/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-edits.h"

#include <glib/gi18n-lib.h>

#include "academy-date.h"
#include "academy-draft.h"
#include "academy-instant.h"
#include "academy-dependency.h"
#include "academy-kinds.h"
#include "academy-organisations.h"

/* The length of a new measure. */
#define DAYS_OF_A_NEW_MEASURE 14

static void
init_day (GValue             *value,
          AcademyItem        *item,
          const AcademyField *field,
          AcademyDay          day)
{
  GDate date = academy_date_from_julian (day);

  academy_value_init (field, value);
  if (field->type == ACADEMY_INSTANT)
    g_value_take_boxed (value, academy_instant_move (g_value_get_boxed (academy_item_get_value (item, field)), &date));
  else
    g_value_set_boxed (value, &date);
}

static void
set_day (AcademyEdit        *edit,
         AcademyItem        *item,
         const AcademyField *field,
         AcademyDay          day)
{
  g_auto(GValue) value = G_VALUE_INIT;

  init_day (&value, item, field, day);
  academy_edit_set (edit, item, field, &value);
}

/* Sets a day of a draft, which needs no edit. */
static void
put_day (AcademyItem        *draft,
         const AcademyField *field,
         AcademyDay          day)
{
  g_auto(GValue) value = G_VALUE_INIT;

  init_day (&value, draft, field, day);
  academy_item_set_value (draft, field, &value);
}

/* Returns the fields of the first and last day; an organisation without a board
 * date has others. */
static void
get_fields (AcademyItem         *item,
            const AcademyField **start,
            const AcademyField **end)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  *start = academy_kind_find_field (kind, kind->start);
  *end = academy_kind_find_field (kind, kind->end);
  if (kind->open_start != NULL && !academy_value_is_set (*start, academy_item_get_value (item, *start)))
    {
      *start = academy_kind_find_field (kind, kind->open_start);
      *end = academy_kind_find_field (kind, kind->open_end);
    }
}

static gboolean
is_set (AcademyItem        *item,
        const AcademyField *field)
{
  return academy_value_is_set (field, academy_item_get_value (item, field));
}

/* Leaves a date unset that is not set in the item, unless the user moves it. */
static void
set_span (AcademyEdit       *edit,
          AcademyItem       *item,
          const AcademySpan *span,
          gboolean           moves_start,
          gboolean           moves_end)
{
  const AcademyField *start, *end;

  get_fields (item, &start, &end);
  if (span->start != 0 && (moves_start || is_set (item, start)))
    set_day (edit, item, start, span->start);
  if (end != start && span->end != 0 && (moves_end || is_set (item, end)))
    set_day (edit, item, end, span->end);
}

static const char *
get_label (GPtrArray *items)
{
  const AcademyKind *kind = academy_item_get_kind (g_ptr_array_index (items, 0));

  if (kind != &academy_measure_kind)
    return kind->change;

  return items->len > 1 ? N_("Move measures") : N_("Move measure");
}

/**
 * academy_timeline_edit_shift:
 * @store: a store
 * @items: (element-type AcademyItem): the items to move
 * @days: by how many days to move them to later; negative for earlier
 * @group: (nullable): edits of one group are one step of undo
 * @error: return location for a #GError
 *
 * Moves @items, in one edit.
 *
 * Returns: %FALSE on error; nothing has moved then
 */
gboolean
academy_timeline_edit_shift (AcademyStore *store,
                             GPtrArray    *items,
                             int           days,
                             const char   *group,
                             GError      **error)
{
  return academy_timeline_edit_move (store, items, days, ACADEMY_SPAN_DAYS, group, error);
}

/**
 * academy_timeline_edit_move:
 * @store: a store
 * @items: (element-type AcademyItem): the items to move
 * @n_steps: by how many steps to move them to later; negative for earlier
 * @step: what is counted
 * @group: (nullable): edits of one group are one step of undo
 * @error: return location for a #GError
 *
 * Moves @items, in one edit.
 *
 * Returns: %FALSE on error; nothing has moved then
 */
gboolean
academy_timeline_edit_move (AcademyStore     *store,
                            GPtrArray        *items,
                            int               n_steps,
                            AcademySpanStep   step,
                            const char       *group,
                            GError          **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (get_label (items));

  academy_edit_set_group (edit, group);
  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);
      AcademySpan before, span;

      if (!academy_span_get (item, &before))
        continue;

      span = before;
      academy_span_move (&span, n_steps, step);
      /* An item known to the month may stay in its months, and then keeps its days. */
      if (span.start != before.start || span.end != before.end)
        set_span (edit, item, &span, FALSE, FALSE);
    }

  return academy_store_apply (store, edit, error);
}

/**
 * academy_timeline_edit_resize:
 * @store: a store
 * @item: an item with a start and an end
 * @edge: the edge to move
 * @days: by how many days to move the edge to later; negative for earlier
 * @group: (nullable): edits of one group are one step of undo
 * @error: return location for a #GError
 *
 * Moves an edge of @item, at most as far as the other edge.
 *
 * Returns: %FALSE on error
 */
gboolean
academy_timeline_edit_resize (AcademyStore   *store,
                              AcademyItem    *item,
                              AcademySpanEdge edge,
                              int             days,
                              const char     *group,
                              GError        **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (edge == ACADEMY_SPAN_START ? N_("Change start") : N_("Change end"));
  AcademySpan span;

  if (!academy_span_get (item, &span))
    return TRUE;

  academy_edit_set_group (edit, group);
  academy_span_resize (&span, edge, days);
  set_span (edit, item, &span, edge == ACADEMY_SPAN_START, edge == ACADEMY_SPAN_END);

  return academy_store_apply (store, edit, error);
}

/**
 * academy_timeline_edit_progress:
 * @store: a store
 * @measure: a measure
 * @progress: the progress, in per cent; clamped to 0–100
 * @group: (nullable): edits of one group are one step of undo
 * @error: return location for a #GError
 *
 * Sets the progress of @measure.
 *
 * Returns: %FALSE on error
 */
gboolean
academy_timeline_edit_progress (AcademyStore *store,
                                AcademyItem  *measure,
                                int           progress,
                                const char   *group,
                                GError      **error)
{
  const AcademyKind *kind = academy_item_get_kind (measure);
  const AcademyField *field = academy_kind_find_field (kind, kind->progress);
  g_autoptr(AcademyEdit) edit = academy_edit_new (N_("Change progress"));
  g_auto(GValue) value = G_VALUE_INIT;

  academy_edit_set_group (edit, group);
  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, CLAMP (progress, 0, 100));
  academy_edit_set (edit, measure, field, &value);

  return academy_store_apply (store, edit, error);
}

/**
 * academy_timeline_edit_link:
 * @store: a store
 * @predecessor: the measure that comes first
 * @successor: the measure that depends on it
 * @error: return location for a #GError, such as when there would be a cycle
 *
 * Adds the dependency of @successor on @predecessor.
 *
 * Returns: %FALSE on error
 */
gboolean
academy_timeline_edit_link (AcademyStore *store,
                            AcademyItem  *predecessor,
                            AcademyItem  *successor,
                            GError      **error)
{
  g_autoptr(AcademyItem) dependency = academy_dependency_new (predecessor, successor);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_dependency_kind.add);

  academy_edit_create (edit, dependency);

  return academy_store_apply (store, edit, error);
}

/* Copies the fields that decide under which heading a measure is listed. */
static void
copy_place (AcademyItem *measure,
            AcademyItem *like)
{
  static const char * const names[] = { "owner_role", "goals", "pilot" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const AcademyField *field = academy_kind_find_field (academy_item_get_kind (like), names[i]);

      academy_item_set_value (measure, field, academy_item_get_value (like, field));
    }
}

/**
 * academy_timeline_edit_begin:
 * @store: a store
 * @organisation: the id of an organisation
 * @start: the first day of the new measure, a Julian day
 * @like: (nullable): a measure with the heading of the new one
 * @error: return location for a #GError
 *
 * Creates the draft of a measure of two weeks. The first value that the user types
 * adds it to the file, as with drafts in lists.
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL on error
 */
AcademyItem *
academy_timeline_edit_begin (AcademyStore *store,
                             const char   *organisation,
                             AcademyDay    start,
                             AcademyItem  *like,
                             GError      **error)
{
  g_autoptr(AcademyItem) owner = academy_organisations_find (store, organisation, error);
  AcademyItem *measure = owner != NULL ? academy_draft_new (store, &academy_measure_kind, owner, error) : NULL;
  const AcademyField *first, *last;

  if (measure == NULL)
    return NULL;

  if (like != NULL)
    copy_place (measure, like);
  get_fields (measure, &first, &last);
  put_day (measure, first, start);
  put_day (measure, last, start + DAYS_OF_A_NEW_MEASURE - 1);

  return measure;
}

static const char *
name_deletion (GPtrArray *items)
{
  const AcademyKind *kind = academy_item_get_kind (g_ptr_array_index (items, 0));

  if (items->len == 1)
    return kind->remove;
  for (guint i = 0; i < items->len; i++)
    if (academy_item_get_kind (g_ptr_array_index (items, i)) != &academy_measure_kind)
      return N_("Delete several items");

  return N_("Delete measures");
}

static char *
describe_deletion (GPtrArray *items)
{
  g_autofree char *title = NULL;

  if (items->len > 1)
    return g_strdup_printf (ngettext ("%u item deleted", "%u items deleted", items->len), items->len);

  title = academy_item_dup_title (g_ptr_array_index (items, 0), academy_language_get_default ());
  /* Translators: the title of what was deleted */
  return g_strdup_printf (_("“%s” deleted"), title);
}

/**
 * academy_timeline_edit_delete:
 * @store: a store
 * @items: (element-type AcademyItem): the items of rows
 * @text: (out) (nullable) (transfer full): a sentence about what was deleted, or
 *   %NULL if there was nothing to delete
 * @error: return location for a #GError
 *
 * Deletes @items, but not the organisations among them: their rows are those of
 * board dates.
 *
 * Returns: %FALSE on error
 */
gboolean
academy_timeline_edit_delete (AcademyStore *store,
                              GPtrArray    *items,
                              char        **text,
                              GError      **error)
{
  g_autoptr(GPtrArray) deleted = g_ptr_array_new ();
  g_autoptr(AcademyEdit) edit = NULL;
  g_autofree char *description = NULL;

  *text = NULL;
  for (guint i = 0; i < items->len; i++)
    if (academy_item_get_kind (g_ptr_array_index (items, i)) != &academy_organisation_kind)
      g_ptr_array_add (deleted, g_ptr_array_index (items, i));
  if (deleted->len == 0)
    return TRUE;

  edit = academy_edit_new (name_deletion (deleted));
  for (guint i = 0; i < deleted->len; i++)
    academy_edit_delete (edit, g_ptr_array_index (deleted, i));
  description = describe_deletion (deleted);
  if (!academy_store_apply (store, edit, error))
    return FALSE;

  *text = g_steal_pointer (&description);
  return TRUE;
}

/**
 * academy_timeline_edit_get_days:
 * @span: the days of an item
 * @edge: the day that moves, a Julian day
 * @snap: the unit that bars snap to
 * @steps: by how many steps to move it to later; negative for earlier
 *
 * Returns: by how many days @steps of a key move @edge: by months if only the month
 *   of the item is known, and else by weeks or days
 */
int
academy_timeline_edit_get_days (const AcademySpan *span,
                                AcademyDay         edge,
                                AcademyUnit        snap,
                                int                steps)
{
  AcademyDay day = edge;

  if (!span->months)
    return snap == ACADEMY_UNIT_WEEK ? 7 * steps : steps;

  for (int i = 0; i < ABS (steps); i++)
    day = steps > 0 ? academy_unit_get_next (ACADEMY_UNIT_MONTH, day)
                    : academy_unit_get_start (ACADEMY_UNIT_MONTH, day - 1);
  return (int) day - (int) edge;
}
