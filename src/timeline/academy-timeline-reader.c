/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-reader.h"

#include <math.h>

#include "academy-timeline-lane.h"

/* Preparing so many rows takes less time than a frame. */
#define SOME_ROWS 4

struct _AcademyTimelineReader {
  GObject       parent_instance;

  /* Owned */
  AcademyStore *store;

  /* Borrowed */
  GtkWidget    *list;

  double        scrolled_to;
  guint         prepare_id;
  gulong        layout_id;
  gboolean      jumped;
};

G_DEFINE_FINAL_TYPE (AcademyTimelineReader, academy_timeline_reader, G_TYPE_OBJECT)

/**
 * AcademyTimelineReader:
 *
 * Prepares the lanes of a list: reads their rows from the file and lays out
 * their texts, before they are drawn.
 */

/* Returns the lanes of all row widgets; those of visible rows are next to each other. */
static GPtrArray *
get_lanes (AcademyTimelineReader *self,
           guint                 *first_visible,
           guint                 *n_visible)
{
  GPtrArray *lanes = g_ptr_array_new ();

  *first_visible = *n_visible = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_get_child_visible (row) && (*n_visible)++ == 0)
        *first_visible = lanes->len;
      g_ptr_array_add (lanes, gtk_widget_get_first_child (row));
    }

  return lanes;
}

/* Updates the lanes after the list, which was connected before, has updated its list
 * items. */
static void
selection_changed_cb (AcademyTimelineReader *self)
{
  guint first, n_visible;
  g_autoptr(GPtrArray) lanes = get_lanes (self, &first, &n_visible);

  for (guint i = 0; i < lanes->len; i++)
    academy_timeline_lane_update_selected (g_ptr_array_index (lanes, i));
}

/* Reads the rows in the viewport in one transaction, because opening a transaction
 * takes as long as reading a row. The list has allocated its rows in the layout
 * phase of the frame; nothing is read while the frame is painted. */
static void
layout_cb (AcademyTimelineReader *self)
{
  gboolean reading = FALSE;
  guint first, n_visible;
  g_autoptr(GPtrArray) lanes = get_lanes (self, &first, &n_visible);

  for (guint i = first; i < first + n_visible; i++)
    if (!academy_timeline_lane_is_prepared (g_ptr_array_index (lanes, i)))
      {
        reading = reading || academy_store_begin_reading (self->store, NULL);
        academy_timeline_lane_prepare (g_ptr_array_index (lanes, i));
      }

  if (reading)
    academy_store_end_reading (self->store);
}

static gboolean
prepare_some (AcademyTimelineReader *self)
{
  guint first, n_visible, n_prepared = 0;
  g_autoptr(GPtrArray) lanes = get_lanes (self, &first, &n_visible);

  for (guint i = first - MIN (first, n_visible); i < MIN (lanes->len, first + 2 * n_visible); i++)
    if (academy_timeline_lane_prepare (g_ptr_array_index (lanes, i)) && ++n_prepared == SOME_ROWS)
      return TRUE;

  return FALSE;
}

/* Prepares the rows of the pages before and after the viewport, unless the last
 * scroll jumped by more than two pages. */
static gboolean
prepare_cb (gpointer data)
{
  AcademyTimelineReader *self = data;

  if (!self->jumped && prepare_some (self))
    return G_SOURCE_CONTINUE;

  self->jumped = FALSE;
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

/* The list emits a second, small change after a jump. */
static void
scrolled_cb (AcademyTimelineReader *self,
             GtkAdjustment         *adjustment)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (fabs (value - self->scrolled_to) > 2 * gtk_adjustment_get_page_size (adjustment))
    self->jumped = TRUE;
  self->scrolled_to = value;
  if (self->prepare_id == 0)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static void
map_cb (AcademyTimelineReader *self)
{
  self->layout_id = g_signal_connect_object (gtk_widget_get_frame_clock (self->list), "layout", G_CALLBACK (layout_cb), self,
                                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
unmap_cb (AcademyTimelineReader *self)
{
  g_clear_signal_handler (&self->layout_id, gtk_widget_get_frame_clock (self->list));
}

static void
academy_timeline_reader_dispose (GObject *object)
{
  AcademyTimelineReader *self = ACADEMY_TIMELINE_READER (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_timeline_reader_parent_class)->dispose (object);
}

static void
academy_timeline_reader_class_init (AcademyTimelineReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_timeline_reader_dispose;
}

static void
academy_timeline_reader_init (AcademyTimelineReader *self)
{
}

/**
 * academy_timeline_reader_new:
 * @list: a list of #AcademyTimelineLane in a scrolled window, not mapped yet
 * @store: the file of its rows
 *
 * Returns: (transfer full): a reader; @list must outlive it
 */
AcademyTimelineReader *
academy_timeline_reader_new (GtkListView  *list,
                             AcademyStore *store)
{
  AcademyTimelineReader *self = g_object_new (ACADEMY_TYPE_TIMELINE_READER, NULL);

  self->list = GTK_WIDGET (list);
  self->store = g_object_ref (store);
  g_signal_connect_object (list, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "unmap", G_CALLBACK (unmap_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), "value-changed", G_CALLBACK (scrolled_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_list_view_get_model (list), "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}
