/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include "academy-timeline-table.h"

void
academy_timeline_view_reveal_day (AcademyTimelineView *self,
                                  guint32              first,
                                  guint32              last)
{
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  double n_days = academy_axis_get_n_days (axis);
  double shown = academy_axis_get_first (axis);

  if (first < shown || last + 1. > shown + n_days)
    academy_axis_scroll_to (axis, MAX (first - n_days * 0.1, last + 1. - n_days < first ? first - n_days * 0.1
                                                                                          : last + 1. - n_days));
}

/* The widget among the rows, or instead of them, that has the focus. */
static GtkWidget *
get_focus (AcademyTimelineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->stack) ? focus : NULL;
}

/* The row that the keyboard is on: the one with the focus, or the first that is selected. */
AcademyTimelineRow *
academy_timeline_view_get_current_row (AcademyTimelineView *self,
                                       guint               *position)
{
  GtkWidget *focus = get_focus (self);
  GtkWidget *lane = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (ACADEMY_IS_TIMELINE_LANE (lane) && academy_timeline_lane_get_row (ACADEMY_TIMELINE_LANE (lane)) != NULL)
    *position = academy_timeline_lane_get_position (ACADEMY_TIMELINE_LANE (lane));
  else
    *position = academy_timeline_selection_get_first (GTK_SELECTION_MODEL (self->selection));

  return g_list_model_get_item (G_LIST_MODEL (self->model), *position);
}

/**
 * academy_timeline_view_get_current:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the item that is selected, or the first
 *   of several
 */
AcademyItem *
academy_timeline_view_get_current (AcademyTimelineView *self)
{
  return academy_timeline_selection_dup_item (GTK_SELECTION_MODEL (self->selection));
}

static gboolean
find_unfolded (AcademyTimelineView *self,
               const char          *id,
               guint               *position)
{
  guint heading;

  if (academy_timeline_model_find (self->model, id, position))
    return TRUE;

  heading = academy_timeline_model_find_folded (self->model, id);
  if (heading == GTK_INVALID_LIST_POSITION)
    return FALSE;

  academy_timeline_model_set_folded (self->model, heading, FALSE);
  return academy_timeline_model_find (self->model, id, position);
}

/* The widget that holds the rows that are shown. */
GtkWidget *
academy_timeline_view_get_rows (AcademyTimelineView *self)
{
  return academy_timeline_view_is_table (self) ? academy_timeline_table_get_rows (self->table) : GTK_WIDGET (self->list);
}

gboolean
academy_timeline_view_is_row_focused (AcademyTimelineView *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_is_ancestor (focus, academy_timeline_view_get_rows (self));
}

static void
scroll_to (AcademyTimelineView *self,
           guint                position,
           GtkListScrollFlags   flags)
{
  if (academy_timeline_view_is_table (self))
    gtk_column_view_scroll_to (GTK_COLUMN_VIEW (self->table), position, NULL, flags, NULL);
  else
    gtk_list_view_scroll_to (self->list, position, flags, NULL);
}

void
academy_timeline_view_scroll_to (AcademyTimelineView *self,
                                 guint                position,
                                 GtkListScrollFlags   flags)
{
  scroll_to (self, position, flags);

  /* While no row has the focus, a list only keeps in mind which is to get it. */
  if (flags & GTK_LIST_SCROLL_FOCUS && !academy_timeline_view_is_row_focused (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What the hand is on is what keys are about from then on; what is selected
 * with it stays so, to be dragged or deleted together. */
void
academy_timeline_view_go_to (AcademyTimelineView *self,
                             guint                position)
{
  gboolean selected = gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position);

  academy_timeline_view_scroll_to (self, position, GTK_LIST_SCROLL_FOCUS | (selected ? 0 : GTK_LIST_SCROLL_SELECT));
}

/* Brings a row into sight in the chart and in the table, whichever is shown. */
void
academy_timeline_view_scroll_both_to (AcademyTimelineView *self,
                                      guint                position)
{
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
  if (self->table != NULL)
    gtk_column_view_scroll_to (GTK_COLUMN_VIEW (self->table), position, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

typedef struct {
  char     *id;
  gboolean  laid_out;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *reveal = data;

  g_free (reveal->id);
  g_free (reveal);
}

/* Before it is laid out, a row that has just come has no height yet. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  Reveal *reveal = data;
  guint position;

  if (!reveal->laid_out)
    {
      reveal->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }

  if (academy_timeline_model_find (self->model, reveal->id, &position))
    scroll_to (self, position, GTK_LIST_SCROLL_NONE);
  return G_SOURCE_REMOVE;
}

static void
reveal_later (AcademyTimelineView *self,
              const char          *id)
{
  Reveal *reveal = g_new0 (Reveal, 1);

  reveal->id = g_strdup (id);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, reveal, reveal_free);
}

static void
show (AcademyTimelineView *self,
      const char          *id,
      GtkListScrollFlags   flags)
{
  g_autoptr(AcademyTimelineRow) row = NULL;
  const AcademyBar *bar;
  guint position;

  if (!find_unfolded (self, id, &position))
    return;

  academy_timeline_view_scroll_to (self, position, flags);
  reveal_later (self, id);
  row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  bar = academy_timeline_row_get_bar (row);
  if (bar->shape != ACADEMY_SHAPE_NONE)
    academy_timeline_view_reveal_day (self, bar->span.start != 0 ? bar->span.start : bar->span.end,
                                      bar->span.end != 0 ? bar->span.end : bar->span.start);
}

/**
 * academy_timeline_view_show_item:
 * @self: a view
 * @id: the id of an item
 *
 * Selects the row of the item, goes to it, and brings its days into sight.
 */
void
academy_timeline_view_show_item (AcademyTimelineView *self,
                                 const char          *id)
{
  show (self, id, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS);
}

/**
 * academy_timeline_view_select_item:
 * @self: a view
 * @id: the id of an item
 *
 * As academy_timeline_view_show_item(), but the focus stays where it is.
 */
void
academy_timeline_view_select_item (AcademyTimelineView *self,
                                   const char          *id)
{
  show (self, id, GTK_LIST_SCROLL_SELECT);
}

/**
 * academy_timeline_view_show_day:
 * @self: a view
 * @day: a Julian day
 *
 * Brings @day into the middle.
 */
void
academy_timeline_view_show_day (AcademyTimelineView *self,
                                guint32              day)
{
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);

  academy_axis_scroll_to (axis, day + 0.5 - academy_axis_get_n_days (axis) / 2);
}

/* The first that is selected, or else the first of all. */
static guint
get_first_selected (AcademyTimelineView *self)
{
  guint first = academy_timeline_selection_get_first (GTK_SELECTION_MODEL (self->selection));

  return first != GTK_INVALID_LIST_POSITION ? first : 0;
}

/* A list that has just got other rows has no widgets for them before it is asked
 * for one. */
gboolean
academy_timeline_view_focus_rows (AcademyTimelineView *self)
{
  GtkWidget *list = self->tabular ? self->table : GTK_WIDGET (self->list);

  if (!gtk_widget_grab_focus (list))
    return FALSE;
  if (!academy_timeline_view_is_row_focused (self))
    {
      scroll_to (self, get_first_selected (self), GTK_LIST_SCROLL_FOCUS);
      gtk_widget_grab_focus (list);
    }

  return TRUE;
}

/* What was selected is selected again when the rows are there again, and in
 * sight. The selection would look for it among all rows, and read every one of
 * them. */
void
academy_timeline_view_keep_selection (AcademyTimelineView *self,
                                      void               (*change) (AcademyTimelineView *self, const GValue *value),
                                      const GValue        *value)
{
  g_autoptr(GHashTable) keys = academy_timeline_selection_dup_keys (GTK_SELECTION_MODEL (self->selection));
  GtkWidget *focus = get_focus (self);
  guint position;

  self->renewed = FALSE;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  change (self, value);
  if (g_hash_table_size (keys) > 0)
    academy_timeline_selection_select_keys (GTK_SELECTION_MODEL (self->selection), keys);
  if (!self->renewed)
    return;

  position = get_first_selected (self);
  academy_timeline_view_scroll_both_to (self, position);
  /* The row that had the focus is gone. */
  if (focus != NULL && (get_focus (self) != focus || !academy_timeline_view_is_row_focused (self)) &&
      gtk_stack_get_visible_child (GTK_STACK (self->stack)) != self->empty)
    academy_timeline_view_scroll_to (self, position, GTK_LIST_SCROLL_FOCUS);
}
