/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-context.h"

#include <adwaita.h>

#include "academy-clock.h"

/* The height of a line of text at its normal size, in pixels. */
#define NORMAL_LINE 18
#define MOST_WORDS  500

struct _AcademyTimelineContext {
  GObject               parent_instance;

  /* Owned */
  AcademyStore         *store;
  AcademyAxis          *axis;
  AcademyTimelineDrag  *drag;
  PangoContext         *font;
  GHashTable           *words;
  GPtrArray            *discarded;

  /* Borrowed */
  const AcademyPalette *palette;

  AcademyMetrics        metrics;
  guint                 discard_id;
  double                title_width;
};

enum {
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyTimelineContext, academy_timeline_context, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/**
 * AcademyTimelineContext:
 *
 * The state that all widgets which draw one timeline share: the axis, the palette
 * of the style, the metrics of the font, and the current drag.
 */

static void
update_palette (AcademyTimelineContext *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  AcademyPaletteFlags flags = 0;

  if (adw_style_manager_get_dark (style))
    flags |= ACADEMY_PALETTE_DARK;
  if (adw_style_manager_get_high_contrast (style))
    flags |= ACADEMY_PALETTE_HIGH_CONTRAST;
  self->palette = academy_palette_get (flags);
  academy_timeline_context_redraw (self);
}

static void
academy_timeline_context_dispose (GObject *object)
{
  AcademyTimelineContext *self = ACADEMY_TIMELINE_CONTEXT (object);

  g_clear_pointer (&self->drag, academy_timeline_drag_free);
  g_clear_handle_id (&self->discard_id, g_source_remove);
  g_clear_pointer (&self->discarded, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_object (&self->font);
  g_clear_object (&self->axis);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_timeline_context_parent_class)->dispose (object);
}

static void
academy_timeline_context_class_init (AcademyTimelineContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_timeline_context_dispose;

  /**
   * AcademyTimelineContext::changed:
   * @self: the context
   *
   * Emitted when the chart is to be redrawn.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_timeline_context_init (AcademyTimelineContext *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->axis = academy_axis_new ();
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->discarded = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (self->axis, "changed", G_CALLBACK (academy_timeline_context_redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_clock_get_default (), "day-changed", G_CALLBACK (academy_timeline_context_redraw),
                           self, G_CONNECT_SWAPPED);
  update_palette (self);
}

/**
 * academy_timeline_context_new:
 *
 * Returns: (transfer full): a context without a font
 */
AcademyTimelineContext *
academy_timeline_context_new (void)
{
  return g_object_new (ACADEMY_TYPE_TIMELINE_CONTEXT, NULL);
}

/**
 * academy_timeline_context_set_store:
 * @self: a new context
 * @store: the store of the plan
 */
void
academy_timeline_context_set_store (AcademyTimelineContext *self,
                                    AcademyStore           *store)
{
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "day-changed", G_CALLBACK (academy_timeline_context_redraw), self, G_CONNECT_SWAPPED);
}

/**
 * academy_timeline_context_get_axis:
 * @self: a context
 *
 * Returns: (transfer none): the axis of time
 */
AcademyAxis *
academy_timeline_context_get_axis (AcademyTimelineContext *self)
{
  return self->axis;
}

/**
 * academy_timeline_context_get_metrics:
 * @self: a context that has a font
 *
 * Returns: (transfer none): the sizes of rows and bars, in pixels
 */
const AcademyMetrics *
academy_timeline_context_get_metrics (AcademyTimelineContext *self)
{
  return &self->metrics;
}

/**
 * academy_timeline_context_get_today:
 * @self: a context
 *
 * Returns: the Julian day by which the plan is judged, at which a line is drawn
 */
AcademyDay
academy_timeline_context_get_today (AcademyTimelineContext *self)
{
  return self->store != NULL ? academy_store_get_day (self->store) : academy_clock_get_day ();
}

/**
 * academy_timeline_context_get_painter:
 * @self: a context that has a font
 * @canvas: the canvas to draw on
 *
 * Returns: a painter, valid as long as @self and @canvas
 */
AcademyPainter
academy_timeline_context_get_painter (AcademyTimelineContext *self,
                                      AcademyCanvas          *canvas)
{
  return (AcademyPainter) {
    .canvas = canvas,
    .axis = self->axis,
    .palette = self->palette,
    .metrics = &self->metrics,
    .today = academy_timeline_context_get_today (self),
  };
}

/**
 * academy_timeline_context_get_title_width:
 * @self: a context
 *
 * Returns: the width of the column of titles, in pixels; 0 where there is no room
 *   for one
 */
double
academy_timeline_context_get_title_width (AcademyTimelineContext *self)
{
  return self->title_width;
}

/**
 * academy_timeline_context_set_title_width:
 * @self: a context
 * @title_width: the width of the column of titles, in pixels, or 0
 */
void
academy_timeline_context_set_title_width (AcademyTimelineContext *self,
                                          double                  title_width)
{
  if (self->title_width == title_width)
    return;

  self->title_width = title_width;
  academy_timeline_context_redraw (self);
}

/**
 * academy_timeline_context_get_lane_x:
 * @self: a context
 *
 * Returns: the left edge of the lanes, in pixels from the left of the list
 */
double
academy_timeline_context_get_lane_x (AcademyTimelineContext *self)
{
  return academy_axis_is_mirrored (self->axis) ? 0 : self->title_width;
}

/**
 * academy_timeline_context_set_font:
 * @self: a context
 * @context: the Pango context of the chart
 *
 * Updates all sizes to the font.
 */
void
academy_timeline_context_set_font (AcademyTimelineContext *self,
                                   PangoContext           *context)
{
  g_set_object (&self->font, context);
  g_hash_table_remove_all (self->words);
  academy_metrics_init (&self->metrics, context);
  academy_axis_set_text_scale (self->axis, self->metrics.line / NORMAL_LINE);
  academy_timeline_context_redraw (self);
}

/**
 * academy_timeline_context_get_words:
 * @self: a context that has a font
 * @text: a text that many rows have
 *
 * Returns: (transfer none): a layout of @text that all rows share
 */
PangoLayout *
academy_timeline_context_get_words (AcademyTimelineContext *self,
                                    const char             *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->words, text);

  if (layout != NULL)
    return layout;

  /* Limit the layouts: every number of days of delay has a text of its own. */
  if (g_hash_table_size (self->words) == MOST_WORDS)
    g_hash_table_remove_all (self->words);
  layout = pango_layout_new (self->font);
  pango_layout_set_text (layout, text, -1);
  g_hash_table_insert (self->words, g_strdup (text), layout);
  return layout;
}

static gboolean
discard_cb (gpointer data)
{
  AcademyTimelineContext *self = data;

  self->discard_id = 0;
  g_ptr_array_set_size (self->discarded, 0);

  return G_SOURCE_REMOVE;
}

/**
 * academy_timeline_context_discard:
 * @self: a context
 * @object: (nullable) (transfer full): an object that is no longer drawn
 *
 * Unrefs @object when idle, so that a frame that replaces all rows takes less time.
 */
void
academy_timeline_context_discard (AcademyTimelineContext *self,
                                  gpointer                object)
{
  if (object == NULL)
    return;

  g_ptr_array_add (self->discarded, object);
  if (self->discard_id == 0)
    self->discard_id = g_idle_add (discard_cb, self);
}

/**
 * academy_timeline_context_get_drag:
 * @self: a context
 *
 * Returns: (nullable) (transfer none): the current drag
 */
AcademyTimelineDrag *
academy_timeline_context_get_drag (AcademyTimelineContext *self)
{
  return self->drag;
}

/**
 * academy_timeline_context_steal_drag:
 * @self: a context
 *
 * Returns: (nullable) (transfer full): the current drag, which is no longer drawn
 */
AcademyTimelineDrag *
academy_timeline_context_steal_drag (AcademyTimelineContext *self)
{
  AcademyTimelineDrag *drag = g_steal_pointer (&self->drag);

  academy_timeline_context_redraw (self);
  return drag;
}

/**
 * academy_timeline_context_set_drag:
 * @self: a context
 * @drag: (nullable) (transfer full): the current drag, or %NULL to cancel it
 */
void
academy_timeline_context_set_drag (AcademyTimelineContext *self,
                                   AcademyTimelineDrag    *drag)
{
  g_clear_pointer (&self->drag, academy_timeline_drag_free);
  self->drag = drag;
  academy_timeline_context_redraw (self);
}

/**
 * academy_timeline_context_redraw:
 * @self: a context
 *
 * Redraws the chart.
 */
void
academy_timeline_context_redraw (AcademyTimelineContext *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
