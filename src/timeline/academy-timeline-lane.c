/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-lane.h"

#include "academy-canvas-snapshot.h"
#include "academy-timeline-handles.h"
#include "academy-timeline-layer.h"

#define INDENT  18
#define PADDING 12

struct _AcademyTimelineLane {
  GtkWidget               parent_instance;

  /* Owned */
  AcademyTimelineContext *context;
  AcademyLine            *row;
  PangoLayout            *heading;
  PangoLayout            *title;
  PangoLayout            *note;
  PangoLayout            *slip;

  /* Borrowed */
  GtkListItem            *list_item;

  gulong                  changed_id;
  guint                   describe_id;
  gboolean                described;
  gboolean                folds;
  gboolean                selected;
};

G_DEFINE_FINAL_TYPE (AcademyTimelineLane, academy_timeline_lane, GTK_TYPE_WIDGET)

/**
 * AcademyTimelineLane:
 *
 * A row of the chart: its title, and its bar beside it. A single widget draws
 * both, because GtkListView creates two hundred rows before its first frame.
 *
 * CSS nodes: `timeline-lane`.
 *
 * Accessibility: role `presentation`; the list item has its text as label and
 * description.
 *
 * Text direction: the title is at the start of the row.
 */

static void
clear_layouts (AcademyTimelineLane *self)
{
  academy_timeline_context_discard (self->context, g_steal_pointer (&self->heading));
  academy_timeline_context_discard (self->context, g_steal_pointer (&self->title));
  academy_timeline_context_discard (self->context, g_steal_pointer (&self->note));
  academy_timeline_context_discard (self->context, g_steal_pointer (&self->slip));
}

/* The reader prepares lanes in the layout phase of the next frame. */
static void
want_layouts (AcademyTimelineLane *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoLayout *
create_layout (AcademyTimelineLane *self,
               char                *text)
{
  PangoLayout *layout = text != NULL ? gtk_widget_create_pango_layout (GTK_WIDGET (self), text) : NULL;

  g_free (text);
  return layout;
}

static void
describe_folding (AcademyTimelineLane *self)
{
  GtkWidget *widget = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean folds = self->row != NULL && academy_line_is_heading (self->row);

  if (folds)
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 !academy_line_is_folded (self->row), -1);
  else if (self->folds && widget != NULL)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_EXPANDED);
  self->folds = folds;
}

/* Updates the text that screen readers speak. */
static void
describe (AcademyTimelineLane *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_line_dup_title (self->row, language);
  g_autofree char *description = academy_line_dup_description (self->row, language);

  g_clear_handle_id (&self->describe_id, g_source_remove);
  gtk_list_item_set_accessible_label (self->list_item, title);
  gtk_list_item_set_accessible_description (self->list_item, description);
  describe_folding (self);
  self->described = TRUE;
}

static gboolean
describe_cb (gpointer data)
{
  AcademyTimelineLane *self = data;

  self->describe_id = 0;
  describe (self);

  return G_SOURCE_REMOVE;
}

/* Updates the text when idle, and not at all for a row that is recycled before. */
static void
describe_later (AcademyTimelineLane *self)
{
  if (self->describe_id == 0)
    self->describe_id = g_idle_add (describe_cb, self);
}

static void
row_changed_cb (AcademyTimelineLane *self)
{
  clear_layouts (self);
  if (self->described)
    describe_later (self);
  want_layouts (self);
}

static void
follow (AcademyTimelineLane *self)
{
  if (self->changed_id == 0)
    self->changed_id = g_signal_connect_swapped (self->row, "changed", G_CALLBACK (row_changed_cb), self);
}

/* The layouts are kept until the row or the font changes. */
static void
create_layouts (AcademyTimelineLane *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *note = academy_line_dup_note (self->row, language);

  self->title = create_layout (self, academy_line_dup_title (self->row, language));
  if (note != NULL && academy_line_is_heading (self->row))
    self->note = gtk_widget_create_pango_layout (GTK_WIDGET (self), note);
  else if (note != NULL)
    self->note = g_object_ref (academy_timeline_context_get_words (self->context, note));
  self->slip = create_layout (self, academy_bar_dup_slip (academy_line_get_bar (self->row), language));
  follow (self);
}

static PangoLayout *
create_heading (AcademyTimelineLane *self)
{
  PangoLayout *heading = pango_layout_copy (self->title);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (heading, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (heading, PANGO_ELLIPSIZE_END);

  return heading;
}

/* Returns the title of a heading, ellipsized to @room pixels. */
static PangoLayout *
get_heading (AcademyTimelineLane *self,
             double               room)
{
  if (self->heading == NULL)
    self->heading = create_heading (self);
  pango_layout_set_width (self->heading, room * PANGO_SCALE);

  return self->heading;
}

/**
 * academy_timeline_lane_get_bar:
 * @self: a lane with a row
 * @bar: (out caller-allocates): the bar as it is drawn, with the current drag
 *
 * Returns: whether there is a bar
 */
gboolean
academy_timeline_lane_get_bar (AcademyTimelineLane *self,
                               AcademyBar          *bar)
{
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (self->context);
  AcademyItem *item = academy_line_get_item (self->row);

  *bar = *academy_line_get_bar (self->row);
  if (drag != NULL && item != NULL)
    academy_timeline_drag_apply_to (drag, item, bar);

  return bar->shape != ACADEMY_SHAPE_NONE;
}

static void
paint_fold (AcademyTimelineLane  *self,
            const AcademyPainter *painter,
            double                x,
            double                y)
{
  double back = academy_axis_is_mirrored (painter->axis) ? 2 : -2;
  const double folded[][2] = { { x + back, y - 4 }, { x - back, y }, { x + back, y + 4 } };
  const double open[][2] = { { x - 4, y - 2 }, { x, y + 2 }, { x + 4, y - 2 } };
  const double (*points)[2] = academy_line_is_folded (self->row) ? folded : open;
  g_autoptr(AcademyPath) path = academy_path_new ();

  academy_path_move_to (path, points[0][0], points[0][1]);
  for (guint i = 1; i < G_N_ELEMENTS (folded); i++)
    academy_path_line_to (path, points[i][0], points[i][1]);
  academy_canvas_stroke (painter->canvas, path, &(AcademyPen) { .width = 1.5 }, &painter->palette->text);
}

static void
paint_heading (AcademyTimelineLane  *self,
               const AcademyPainter *painter,
               double                title_width)
{
  const AcademyColour *colour = &painter->palette->text;
  const AcademyMetrics *metrics = painter->metrics;
  gboolean mirrored = academy_axis_is_mirrored (painter->axis);
  double left = mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - title_width : 0;
  AcademyBox place = {
    .x = mirrored ? left + PADDING / 2. : left + PADDING + INDENT,
    .y = metrics->top + (metrics->bar - metrics->line) / 2,
    .width = MAX (title_width - PADDING - INDENT - PADDING / 2., 1),
  };
  PangoLayout *ellipsis;
  int width;

  if (academy_line_is_heading (self->row))
    {
      paint_fold (self, painter, mirrored ? left + title_width - PADDING - 4 : left + PADDING + 4,
                  metrics->top + metrics->bar / 2);
      academy_paint_layout (painter->canvas, get_heading (self, place.width), place.x, place.y, colour);
      return;
    }

  /* An ellipsized text fills the place. */
  pango_layout_get_pixel_size (self->title, &width, NULL);
  if (mirrored)
    place.x += MAX (place.width - width, 0);
  ellipsis = academy_timeline_context_get_words (self->context, ACADEMY_PAINT_ELLIPSIS);
  academy_paint_layout_within (painter->canvas, self->title, ellipsis, &place, colour);
}

/* Where there is no column of titles, headings are drawn on the lane, with their
 * note if there is room beside the arrow. */
static void
choose_heading_text (AcademyTimelineLane *self,
                     AcademyBarText      *text)
{
  double room = academy_axis_get_width (academy_timeline_context_get_axis (self->context)) - INDENT - 2 * PADDING;
  int title, note = 0;

  text->title = NULL;
  if (academy_timeline_context_get_title_width (self->context) > 0)
    return;

  text->title = get_heading (self, MAX (room, 1));
  pango_layout_get_pixel_size (text->title, &title, NULL);
  if (self->note != NULL)
    pango_layout_get_pixel_size (self->note, &note, NULL);
  if (title + note > room)
    text->status = NULL;
}

static void
paint_marks (AcademyTimelineLane  *self,
             const AcademyPainter *painter)
{
  GArray *marks = academy_line_get_marks (self->row);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const AcademyScheduleMark *mark = &g_array_index (marks, AcademyScheduleMark, i);

      academy_paint_mark (painter, mark->kind->shape, mark->day);
    }
}

/* Handles are drawn in the row under the pointer and in selected rows. */
static void
paint_handles (AcademyTimelineLane  *self,
               const AcademyPainter *painter,
               const AcademyBar     *bar)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkStateFlags state = gtk_widget_get_state_flags (GTK_WIDGET (self)) |
                        (parent != NULL ? gtk_widget_get_state_flags (parent) : 0);

  if (state & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_SELECTED))
    academy_timeline_handles_paint (painter, bar);
}

static void
paint_lane (AcademyTimelineLane  *self,
            const AcademyPainter *painter)
{
  AcademyBarText text = { .title = self->title, .status = self->note, .slip = self->slip };
  AcademyBar bar;

  if (academy_line_is_heading (self->row))
    choose_heading_text (self, &text);
  if (academy_timeline_lane_get_bar (self, &bar))
    {
      academy_paint_bar (painter, &bar, &text);
      academy_paint_bar_text (painter, &bar, &text, ACADEMY_BAR_TEXT_ALL);
      paint_handles (self, painter, &bar);
    }
  else if (text.title != NULL && academy_timeline_context_get_title_width (self->context) == 0)
    academy_paint_title (painter, text.title);
  paint_marks (self, painter);
}

static void
academy_timeline_lane_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  AcademyTimelineLane *self = ACADEMY_TIMELINE_LANE (widget);
  AcademySnapshotCanvas drawn;
  AcademyCanvas *canvas = academy_snapshot_canvas_init (&drawn, snapshot);
  AcademyPainter painter = academy_timeline_context_get_painter (self->context, canvas);
  double title_width = academy_timeline_context_get_title_width (self->context);
  double lane_x = academy_timeline_context_get_lane_x (self->context);
  double width = academy_axis_get_width (painter.axis), height = gtk_widget_get_height (widget);

  if (self->row == NULL || self->title == NULL)
    return;

  if (!self->described)
    describe_later (self);
  if (title_width > 0)
    paint_heading (self, &painter, title_width);
  else if (academy_line_is_heading (self->row))
    paint_fold (self, &painter, width - PADDING - 4, height / 4);

  academy_canvas_push_clip (canvas, &(AcademyBox) { lane_x, 0, width, height });
  academy_canvas_save (canvas);
  academy_canvas_translate (canvas, lane_x, 0);
  paint_lane (self, &painter);
  academy_canvas_restore (canvas);
  academy_canvas_pop (canvas);
}

static void
academy_timeline_lane_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  AcademyTimelineLane *self = ACADEMY_TIMELINE_LANE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                          ? (int) academy_timeline_context_get_metrics (self->context)->row : 0;
}

static void
academy_timeline_lane_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (academy_timeline_lane_parent_class)->css_changed (widget, change);

  clear_layouts (ACADEMY_TIMELINE_LANE (widget));
  want_layouts (ACADEMY_TIMELINE_LANE (widget));
}

static void
academy_timeline_lane_state_flags_changed (GtkWidget    *widget,
                                           GtkStateFlags before)
{
  gtk_widget_queue_draw (widget);
}

static void
academy_timeline_lane_map (GtkWidget *widget)
{
  AcademyTimelineLane *self = ACADEMY_TIMELINE_LANE (widget);

  g_signal_connect_object (self->context, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  GTK_WIDGET_CLASS (academy_timeline_lane_parent_class)->map (widget);
}

static void
academy_timeline_lane_unmap (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (ACADEMY_TIMELINE_LANE (widget)->context, gtk_widget_queue_draw, widget);
  GTK_WIDGET_CLASS (academy_timeline_lane_parent_class)->unmap (widget);
}

/* A row widget outside the viewport has no label, rather than a wrong one. */
static void
clear_row (AcademyTimelineLane *self)
{
  g_clear_handle_id (&self->describe_id, g_source_remove);
  g_clear_signal_handler (&self->changed_id, self->row);
  if (self->described)
    {
      self->described = FALSE;
      gtk_list_item_set_accessible_label (self->list_item, "");
      gtk_list_item_set_accessible_description (self->list_item, "");
    }

  academy_timeline_context_discard (self->context, g_steal_pointer (&self->row));
  describe_folding (self);
  clear_layouts (self);
}

/* The list item is finalized after this, and its label cannot be set any more. */
static void
academy_timeline_lane_unroot (GtkWidget *widget)
{
  clear_row (ACADEMY_TIMELINE_LANE (widget));

  GTK_WIDGET_CLASS (academy_timeline_lane_parent_class)->unroot (widget);
}

static void
academy_timeline_lane_dispose (GObject *object)
{
  AcademyTimelineLane *self = ACADEMY_TIMELINE_LANE (object);

  clear_row (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (academy_timeline_lane_parent_class)->dispose (object);
}

static void
academy_timeline_lane_class_init (AcademyTimelineLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_timeline_lane_dispose;
  widget_class->measure = academy_timeline_lane_measure;
  widget_class->snapshot = academy_timeline_lane_snapshot;
  widget_class->css_changed = academy_timeline_lane_css_changed;
  widget_class->state_flags_changed = academy_timeline_lane_state_flags_changed;
  widget_class->map = academy_timeline_lane_map;
  widget_class->unmap = academy_timeline_lane_unmap;
  widget_class->unroot = academy_timeline_lane_unroot;
  gtk_widget_class_set_css_name (widget_class, "timeline-lane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
academy_timeline_lane_init (AcademyTimelineLane *self)
{
}

/**
 * academy_timeline_lane_get_row:
 * @self: a lane
 *
 * Returns: (nullable) (transfer none): the row that it shows now; the list may
 *   recycle the lane for another row
 */
AcademyLine *
academy_timeline_lane_get_row (AcademyTimelineLane *self)
{
  return self->row;
}

/**
 * academy_timeline_lane_hit:
 * @self: a lane with a row
 * @x: a point, from the left of the lane
 * @y: the point, from its top
 *
 * Returns: the part of the bar that a drag from the point moves
 */
AcademyDragMode
academy_timeline_lane_hit (AcademyTimelineLane *self,
                           double               x,
                           double               y)
{
  AcademyItem *item = academy_line_get_item (self->row);
  AcademyBar bar;

  if (item == NULL || !academy_timeline_lane_get_bar (self, &bar))
    return ACADEMY_DRAG_NONE;

  return academy_timeline_handles_hit (self->context, &bar, academy_item_get_kind (item), x, y);
}

/**
 * academy_timeline_lane_is_prepared:
 * @self: a lane
 *
 * Returns: whether academy_timeline_lane_prepare() has nothing to do
 */
gboolean
academy_timeline_lane_is_prepared (AcademyTimelineLane *self)
{
  return self->row == NULL || self->title != NULL;
}

/**
 * academy_timeline_lane_prepare:
 * @self: a lane
 *
 * Reads the row and lays out its title, which is most of the work of drawing it.
 * The list creates two hundred rows and draws twenty of them.
 *
 * Returns: whether there was anything to do
 */
gboolean
academy_timeline_lane_prepare (AcademyTimelineLane *self)
{
  if (academy_timeline_lane_is_prepared (self))
    return FALSE;

  create_layouts (self);
  pango_layout_get_pixel_size (self->title, NULL, NULL);
  return TRUE;
}

/**
 * academy_timeline_lane_get_position:
 * @self: a lane with a row
 *
 * Returns: the position of the row in the list
 */
guint
academy_timeline_lane_get_position (AcademyTimelineLane *self)
{
  return gtk_list_item_get_position (self->list_item);
}

/* A selected row has handles; screen readers may ask for its text before it is
 * drawn. */
static void
set_selected (AcademyTimelineLane *self,
              gboolean             selected)
{
  self->selected = selected;
  if (selected && !self->described)
    {
      follow (self);
      describe (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * academy_timeline_lane_update_selected:
 * @self: a lane
 *
 * Redraws the lane if its row has been selected or unselected. A handler of
 * #GtkListItem:selected would make GTK emit notify for each row.
 */
void
academy_timeline_lane_update_selected (AcademyTimelineLane *self)
{
  gboolean selected = self->row != NULL && gtk_list_item_get_selected (self->list_item);

  if (selected != self->selected)
    set_selected (self, selected);
}

static void
setup_cb (AcademyTimelineContext *context,
          GtkListItem            *list_item)
{
  AcademyTimelineLane *self = g_object_new (ACADEMY_TYPE_TIMELINE_LANE, NULL);

  self->context = g_object_ref (context);
  self->list_item = list_item;
  gtk_list_item_set_child (list_item, GTK_WIDGET (self));
}

/* There is no unbind handler: a lane keeps its row until it gets another one or is
 * destroyed, because the list rebinds two hundred lanes at a scroll jump. */
static void
bind_cb (AcademyTimelineContext *context,
         GtkListItem            *list_item)
{
  AcademyTimelineLane *self = ACADEMY_TIMELINE_LANE (gtk_list_item_get_child (list_item));

  clear_row (self);
  self->row = g_object_ref (gtk_list_item_get_item (list_item));
  set_selected (self, gtk_list_item_get_selected (list_item));
}

/**
 * academy_timeline_lane_factory_new:
 * @context: the context
 *
 * Returns: (transfer full): a factory of lanes
 */
GtkListItemFactory *
academy_timeline_lane_factory_new (AcademyTimelineContext *context)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), context, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), context, G_CONNECT_SWAPPED);

  return factory;
}
