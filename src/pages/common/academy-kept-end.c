/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kept-end.h"

struct _AcademyKeptEnd {
  GObject      parent_instance;

  /* Borrowed */
  GtkListView *list_view;

  guint        scrolling;
  gboolean     is_at_end;
};

G_DEFINE_FINAL_TYPE (AcademyKeptEnd, academy_kept_end, G_TYPE_OBJECT)

/**
 * AcademyKeptEnd:
 *
 * Keeps the last row of a list in sight while rows are added, unless somebody has
 * scrolled to earlier ones.
 */

static gboolean
scroll_cb (gpointer data)
{
  AcademyKeptEnd *self = data;
  GtkSelectionModel *model = gtk_list_view_get_model (self->list_view);
  guint n_items = model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;

  self->scrolling = 0;
  if (n_items > 0)
    gtk_list_view_scroll_to (self->list_view, n_items - 1, GTK_LIST_SCROLL_NONE, NULL);

  return G_SOURCE_REMOVE;
}

static void
queue_scroll (AcademyKeptEnd *self)
{
  if (self->scrolling == 0)
    self->scrolling = g_idle_add (scroll_cb, self);
}

/* A row has no height before it is laid out, and the list then takes it for one that is
 * in sight: it is scrolled to again when the list has become longer. */
static void
resized_cb (AcademyKeptEnd *self)
{
  if (self->is_at_end)
    queue_scroll (self);
}

static void
scrolled_cb (AcademyKeptEnd *self,
             GtkAdjustment  *adjustment)
{
  if (self->scrolling == 0)
    self->is_at_end = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >=
                      gtk_adjustment_get_upper (adjustment) - 1;
}

static void
academy_kept_end_dispose (GObject *object)
{
  g_clear_handle_id (&ACADEMY_KEPT_END (object)->scrolling, g_source_remove);

  G_OBJECT_CLASS (academy_kept_end_parent_class)->dispose (object);
}

static void
academy_kept_end_class_init (AcademyKeptEndClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_kept_end_dispose;
}

static void
academy_kept_end_init (AcademyKeptEnd *self)
{
}

/**
 * academy_kept_end_new:
 * @list_view: a list in a scrolled window, which outlives the object
 *
 * Returns: (transfer full): what keeps the end of @list_view in sight
 */
AcademyKeptEnd *
academy_kept_end_new (GtkListView *list_view)
{
  AcademyKeptEnd *self = g_object_new (ACADEMY_TYPE_KEPT_END, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));

  self->list_view = list_view;
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * academy_kept_end_go:
 * @self: what keeps the end of a list in sight
 *
 * Scrolls to the last row, wherever somebody has scrolled to.
 */
void
academy_kept_end_go (AcademyKeptEnd *self)
{
  self->is_at_end = TRUE;
  queue_scroll (self);
}
