/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-status.h"
#include "academy-timeline-edits.h"
#include "academy-timeline-keys.h"
#include "academy-timeline-selection.h"

#define ZOOM_STEP     1.25
#define PROGRESS_STEP 10

/* Successive presses of one key on the same rows are one step of undo. */
static char *
create_group (AcademyTimelineView *self,
              const char          *name,
              AcademyItem         *item)
{
  return g_strdup_printf ("%s %s %u", name, academy_item_get_id (item), self->undo_serial);
}

/* Speaks the state of an item after a change by keys. */
static void
announce (AcademyTimelineView *self,
          AcademyItem         *item)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (item, language);
  g_autofree char *description = NULL;
  g_autofree char *message = NULL;
  AcademyBar bar;

  academy_bar_init (&bar, item, academy_timeline_context_get_today (self->context));
  description = academy_bar_dup_description (&bar, item, NULL, language);
  /* Translators: the title of a measure, and what it is like now */
  message = g_strdup_printf (_("%s: %s"), title, description);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
say (AcademyTimelineView *self,
     const char          *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  academy_timeline_view_emit_message (self, text, NULL, NULL);
}

/* Offers to move the followers of @items, which have been moved. */
static void
offer_followers (AcademyTimelineView *self,
                 GPtrArray           *items,
                 int                  days,
                 const char          *group)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!academy_followers_find (self->followers, items, days, group, &text, &error))
    academy_timeline_view_fail (self, error);
  else if (text != NULL)
    academy_timeline_view_emit_message (self, text, _("_Move too"), "timeline.shift-followers");
}

static void
shift_followers_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  g_autoptr(GError) error = NULL;

  if (!academy_followers_move_too (self->followers, &error))
    academy_timeline_view_fail (self, error);
}

/* Reverses the steps in right-to-left text, where Left is later. */
static int
get_steps (AcademyTimelineView *self,
           GVariant            *parameter)
{
  int steps = g_variant_get_int32 (parameter);

  return academy_axis_is_mirrored (academy_timeline_context_get_axis (self->context)) ? -steps : steps;
}

static int
get_days (AcademyTimelineView *self,
          const AcademySpan   *span,
          guint32              edge,
          int                  steps)
{
  AcademyUnit snap = academy_axis_get_zoom (academy_timeline_context_get_axis (self->context))->snap;

  return academy_timeline_edit_get_days (span, edge, snap, steps);
}

static gboolean
has_span (GPtrArray   *items,
          AcademySpan *span)
{
  return items->len > 0 && academy_span_get (g_ptr_array_index (items, 0), span);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  g_autoptr(GPtrArray) items = academy_timeline_selection_dup_items (self->selection);
  g_autoptr(GError) error = NULL;
  g_autofree char *group = NULL;
  AcademySpan span;
  int steps = get_steps (self, parameter);
  int days;

  if (!has_span (items, &span))
    return;

  days = get_days (self, &span, span.start != 0 ? span.start : span.end, steps);
  group = create_group (self, "move", g_ptr_array_index (items, 0));
  if (!academy_followers_shift (self->followers, items, days, group, &error))
    {
      academy_timeline_view_fail (self, error);
      return;
    }

  if (has_span (items, &span))
    academy_timeline_chart_reveal_days (self->chart, span.start != 0 ? span.start : span.end,
                                        span.end != 0 ? span.end : span.start);
  announce (self, g_ptr_array_index (items, 0));
  offer_followers (self, items, days, group);
}

static void
resize (AcademyTimelineView *self,
        AcademyDragMode      edge,
        int                  steps)
{
  g_autoptr(GPtrArray) items = academy_timeline_selection_dup_items (self->selection);
  g_autoptr(GError) error = NULL;
  g_autofree char *group = NULL;
  AcademyItem *item;
  AcademySpan span, after;
  guint32 day;
  int days;

  if (!has_span (items, &span))
    return;

  /* Resize the first item only: the other selected ones may depend on it. */
  g_ptr_array_set_size (items, 1);
  item = g_ptr_array_index (items, 0);
  if (academy_span_is_point (academy_item_get_kind (item)))
    return;

  day = edge == ACADEMY_DRAG_START ? span.start : span.end + 1;
  days = get_days (self, &span, day, steps);
  group = create_group (self, edge == ACADEMY_DRAG_START ? "start" : "end", item);
  if (!academy_followers_resize (self->followers, item, edge, days, group, &error))
    {
      academy_timeline_view_fail (self, error);
      return;
    }

  announce (self, item);
  /* The edge may have been clamped to the other one. */
  if (edge == ACADEMY_DRAG_END && academy_span_get (item, &after) && span.end != 0)
    offer_followers (self, items, (int) after.end - (int) span.end, group);
}

static void
move_start_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  resize (ACADEMY_TIMELINE_VIEW (widget), ACADEMY_DRAG_START, get_steps (ACADEMY_TIMELINE_VIEW (widget), parameter));
}

static void
move_end_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  resize (ACADEMY_TIMELINE_VIEW (widget), ACADEMY_DRAG_END, get_steps (ACADEMY_TIMELINE_VIEW (widget), parameter));
}

static gboolean
is_measure (AcademyItem *item)
{
  return academy_item_get_kind (item) == &academy_measure_kind;
}

/* An item without a role stands for one of its dates, as an organisation does for
 * its next board date: it is not deleted with that. */
static gboolean
is_date_only (AcademyItem *item)
{
  return academy_item_get_kind (item)->role == ACADEMY_TIME_NONE;
}

static void
drop_on (AcademyTimelineView *self,
         AcademyItem         *predecessor,
         AcademyTimelineRow  *target)
{
  g_autoptr(GError) error = NULL;

  if (target == NULL || !academy_timeline_row_is_measure (target) || academy_timeline_row_get_item (target) == predecessor)
    return;
  if (!academy_timeline_edit_link (academy_timeline_model_get_store (self->model), predecessor,
                                   academy_timeline_row_get_item (target), &error))
    academy_timeline_view_fail (self, error);
}

/**
 * academy_timeline_view_drop:
 * @self: a view
 * @drag: a drag that has ended
 * @target: (nullable): the row under the pointer
 *
 * Saves what was dragged.
 */
void
academy_timeline_view_drop (AcademyTimelineView *self,
                            AcademyTimelineDrag *drag,
                            AcademyTimelineRow  *target)
{
  AcademyStore *store = academy_timeline_model_get_store (self->model);
  AcademyDragMode mode = academy_timeline_drag_get_mode (drag);
  GPtrArray *items = academy_timeline_drag_get_items (drag);
  AcademyItem *item = academy_timeline_drag_get_item (drag);
  int days = academy_timeline_drag_get_days (drag);
  g_autoptr(GError) error = NULL;
  gboolean saved;

  if (mode == ACADEMY_DRAG_LINK)
    {
      drop_on (self, item, target);
      return;
    }
  if (!academy_timeline_drag_has_moved (drag))
    return;

  if (mode == ACADEMY_DRAG_MOVE)
    saved = academy_followers_shift (self->followers, items, days, NULL, &error);
  else if (mode == ACADEMY_DRAG_PROGRESS)
    saved = academy_timeline_edit_progress (store, item, academy_timeline_drag_get_progress (drag), NULL, &error);
  else
    saved = academy_followers_resize (self->followers, item, mode, days, NULL, &error);

  if (!saved)
    academy_timeline_view_fail (self, error);
  else if (mode == ACADEMY_DRAG_MOVE || mode == ACADEMY_DRAG_END)
    offer_followers (self, items, days, NULL);
}

static AcademyItem *
get_measure (AcademyTimelineView *self)
{
  g_autoptr(AcademyItem) item = academy_timeline_view_get_current (self);

  return item != NULL && is_measure (item) ? g_steal_pointer (&item) : NULL;
}

static void
progress_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  g_autoptr(AcademyItem) measure = get_measure (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *group = NULL;
  gint64 progress;

  if (measure == NULL)
    return;

  progress = academy_item_get_number (measure, "progress");
  progress = (progress != ACADEMY_UNSET ? progress : 0) + PROGRESS_STEP * g_variant_get_int32 (parameter);
  group = create_group (self, "progress", measure);
  if (academy_timeline_edit_progress (academy_timeline_model_get_store (self->model), measure, progress, group, &error))
    announce (self, measure);
  else
    academy_timeline_view_fail (self, error);
}

/* The first call sets the predecessor, and the second adds the dependency. */
static void
link_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  g_autoptr(AcademyItem) measure = get_measure (self);
  g_autoptr(AcademyItem) from = g_steal_pointer (&self->link_from);
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (measure == NULL)
    return;

  title = academy_item_dup_title (measure, academy_language_get_default ());
  if (from == NULL)
    {
      self->link_from = g_steal_pointer (&measure);
      academy_timeline_view_update_actions (self);
      /* Translators: the title of the measure that comes first */
      text = g_strdup_printf (_("Select the measure that depends on “%s” and press Ctrl+L"), title);
    }
  else if (academy_timeline_edit_link (academy_timeline_model_get_store (self->model), from, measure, &error))
    {
      g_autofree char *first = academy_item_dup_title (from, academy_language_get_default ());

      /* Translators: the titles of two measures */
      text = g_strdup_printf (_("“%s” depends on “%s” now"), title, first);
    }
  else
    {
      academy_timeline_view_fail (self, error);
      return;
    }

  say (self, text);
}

/**
 * academy_timeline_view_add_at:
 * @self: a view
 * @row: (nullable): a row whose heading the new measure gets
 * @position: the position of @row
 * @day: the first day of the measure, a Julian day
 *
 * Opens the form of a new measure, which is a draft until something is typed.
 */
void
academy_timeline_view_add_at (AcademyTimelineView *self,
                              AcademyTimelineRow  *row,
                              guint                position,
                              guint32              day)
{
  AcademyStore *store = academy_timeline_model_get_store (self->model);
  const char *organisation = academy_timeline_model_get_organisation (self->model);
  guint heading_position = academy_timeline_model_find_heading (self->model, position);
  g_autoptr(AcademyTimelineRow) heading = g_list_model_get_item (G_LIST_MODEL (self->model), heading_position);
  g_autoptr(AcademyItem) like = row != NULL ? academy_timeline_model_dup_like (self->model, position) : NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(GError) error = NULL;

  if (organisation == NULL && row != NULL && academy_timeline_row_get_about (heading) != NULL)
    organisation = academy_item_get_id (academy_timeline_row_get_about (heading));
  if (organisation == NULL)
    {
      say (self, _("Choose an organisation to add a measure to"));
      return;
    }

  measure = academy_timeline_edit_begin (store, organisation, day, like, &error);
  if (measure == NULL)
    {
      academy_timeline_view_fail (self, error);
      return;
    }

  academy_timeline_view_open (self, measure);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  guint position = 0;
  g_autoptr(AcademyTimelineRow) row = academy_timeline_view_dup_current_row (self, &position);
  guint32 day = academy_timeline_context_get_today (self->context);

  /* The new measure begins after the current one, if there is one. */
  if (row != NULL && academy_timeline_row_is_measure (row) && academy_timeline_row_get_bar (row)->span.end != 0)
    day = academy_timeline_row_get_bar (row)->span.end + 1;
  academy_timeline_view_add_at (self, row, position, day);
}

/* Collapses or expands a heading. On a row below it, the key that collapses moves
 * the focus to the heading. */
static void
fold_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  gboolean folded = g_variant_get_int32 (parameter) < 0;
  guint position;
  g_autoptr(AcademyTimelineRow) row = academy_timeline_view_dup_current_row (self, &position);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    folded = !folded;
  if (row == NULL)
    return;
  if (academy_timeline_row_is_heading (row))
    academy_timeline_model_set_folded (self->model, position, folded);
  else if (folded)
    academy_timeline_view_scroll_to (self, academy_timeline_model_find_heading (self->model, position),
                                     GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT);
}

static void
fold_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  academy_timeline_model_set_all_folded (ACADEMY_TIMELINE_VIEW (widget)->model, g_variant_get_boolean (parameter));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  guint position;
  g_autoptr(AcademyTimelineRow) row = academy_timeline_view_dup_current_row (self, &position);

  if (row != NULL)
    academy_timeline_view_activate (self, position);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  g_autoptr(GPtrArray) items = academy_timeline_selection_dup_items (self->selection);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!academy_timeline_edit_delete (academy_timeline_model_get_store (self->model), items, &text, &error))
    academy_timeline_view_fail (self, error);
  else if (text != NULL)
    academy_timeline_view_emit_message (self, text, _("_Undo"), "win.undo");
}

/**
 * academy_timeline_view_zoom:
 * @self: a view
 * @factor: by how much to enlarge a day; less than 1 to zoom out
 * @x: the point that stays in place, in pixels from the left edge of the lanes
 */
void
academy_timeline_view_zoom (AcademyTimelineView *self,
                            double               factor,
                            double               x)
{
  academy_axis_zoom (academy_timeline_context_get_axis (self->context), factor, x);
  academy_timeline_view_update_actions (self);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  g_autoptr(AcademyItem) item = academy_timeline_view_get_current (self);
  double width = academy_axis_get_width (axis);
  AcademySpan span;
  double days[] = { 0, academy_timeline_context_get_today (self->context) + 0.5 };
  double x = width / 2;

  /* Zoom about the selected item, or else about today, if they are visible. */
  if (item != NULL && academy_span_get (item, &span))
    days[0] = (MAX (span.start, 1) + MAX (span.end, span.start)) / 2.;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      double middle = academy_axis_get_x (axis, days[i]);

      if (middle < 0 || middle > width)
        continue;
      x = middle;
      break;
    }
  academy_timeline_view_zoom (self, g_str_has_suffix (name, "in") ? ZOOM_STEP : 1 / ZOOM_STEP, x);
}

static void
fit_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);

  academy_timeline_chart_fit (self->chart);
  academy_timeline_view_update_actions (self);
}

static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);

  academy_timeline_chart_show_day (self->chart, academy_timeline_context_get_today (self->context));
}

static void
scroll_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);

  academy_axis_scroll_to (axis, academy_axis_get_first (axis) +
                                g_variant_get_int32 (parameter) * academy_axis_get_n_days (axis) / 2);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);

  academy_timeline_pointer_cancel (self->pointer);
  g_clear_object (&self->link_from);
  academy_timeline_view_update_actions (self);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  academy_timeline_view_popup_menu (ACADEMY_TIMELINE_VIEW (widget));
}

/**
 * academy_timeline_view_update_cancel:
 * @self: a view
 *
 * Enables the action `timeline.cancel` while there is something to cancel. To be
 * called when a drag begins or ends.
 */
void
academy_timeline_view_update_cancel (AcademyTimelineView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.cancel",
                                 self->link_from != NULL || academy_timeline_context_get_drag (self->context) != NULL);
}

void
academy_timeline_view_update_actions (AcademyTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  g_autoptr(AcademyItem) current = academy_timeline_view_get_current (self);
  gboolean writable = academy_timeline_view_is_writable (self);
  gboolean chart = !self->tabular;
  gboolean any = writable && current != NULL;
  AcademySpan span;
  gboolean measure = any && is_measure (current);
  gboolean own = any && !is_date_only (current);
  gboolean dated = any && academy_span_get (current, &span);
  gboolean has_ends = dated && !academy_span_is_point (academy_item_get_kind (current));

  gtk_widget_action_set_enabled (widget, "timeline.add", writable);
  gtk_widget_action_set_enabled (widget, "timeline.move", dated);
  gtk_widget_action_set_enabled (widget, "timeline.move-start", has_ends);
  gtk_widget_action_set_enabled (widget, "timeline.move-end", has_ends);
  gtk_widget_action_set_enabled (widget, "timeline.progress",
                                 measure && !academy_status_is_finished (academy_status_get (current)));
  gtk_widget_action_set_enabled (widget, "timeline.link", measure);
  gtk_widget_action_set_enabled (widget, "timeline.delete", own);
  gtk_widget_action_set_enabled (widget, "timeline.shift-followers", writable);
  academy_timeline_view_update_cancel (self);
  gtk_widget_action_set_enabled (widget, "timeline.today", chart);
  gtk_widget_action_set_enabled (widget, "timeline.fit", chart);
  gtk_widget_action_set_enabled (widget, "timeline.scroll", chart);
  gtk_widget_action_set_enabled (widget, "timeline.zoom-in", chart && academy_axis_get_n_days (axis) > ACADEMY_AXIS_FEWEST_DAYS);
  gtk_widget_action_set_enabled (widget, "timeline.zoom-out", chart && academy_axis_get_n_days (axis) < ACADEMY_AXIS_MOST_DAYS);
}

static const struct {
  const char                  *name;
  const char                  *parameter;
  GtkWidgetActionActivateFunc  activate;
} actions[] = {
  { "timeline.move", "i", move_action },
  { "timeline.move-start", "i", move_start_action },
  { "timeline.move-end", "i", move_end_action },
  { "timeline.progress", "i", progress_action },
  { "timeline.scroll", "i", scroll_action },
  { "timeline.fold", "i", fold_action },
  { "timeline.fold-all", "b", fold_all_action },
  { "timeline.link", NULL, link_action },
  { "timeline.add", NULL, add_action },
  { "timeline.open", NULL, open_action },
  { "timeline.delete", NULL, delete_action },
  { "timeline.shift-followers", NULL, shift_followers_action },
  { "timeline.zoom-in", NULL, zoom_action },
  { "timeline.zoom-out", NULL, zoom_action },
  { "timeline.fit", NULL, fit_action },
  { "timeline.today", NULL, today_action },
  { "timeline.cancel", NULL, cancel_action },
  { "timeline.menu", NULL, menu_action },
};

void
academy_timeline_view_class_add_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);

  gtk_widget_class_install_property_action (widget_class, "timeline.group-by", "group-by");
  gtk_widget_class_install_property_action (widget_class, "timeline.filter", "filter");
  gtk_widget_class_install_property_action (widget_class, "timeline.order", "order");
  gtk_widget_class_install_property_action (widget_class, "timeline.descending", "descending");
  gtk_widget_class_install_property_action (widget_class, "timeline.baseline", "baseline");
  gtk_widget_class_install_property_action (widget_class, "timeline.table", "table");
  academy_timeline_keys_bind (widget_class);
}
