/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include "academy-kinds.h"
#include "academy-status.h"
#include "academy-timeline-keys.h"

#define ZOOM_STEP 1.25

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  academy_timeline_editor_run (ACADEMY_TIMELINE_VIEW (widget)->editor, name,
                               parameter != NULL ? g_variant_get_int32 (parameter) : 0);
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
  g_autoptr(AcademyLine) row = academy_timeline_view_dup_current_row (self, &position);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    folded = !folded;
  if (row == NULL)
    return;
  if (academy_line_is_heading (row))
    academy_timeline_model_set_folded (self->model, position, folded);
  else if (folded)
    academy_timeline_view_scroll_to (self, academy_timeline_model_find_heading (self->model, position),
                                     GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT);
}

static void
fold_all (AcademyTimelineView *self,
          gconstpointer        data)
{
  academy_timeline_model_set_all_folded (self->model, GPOINTER_TO_INT (data));
}

static void
fold_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  academy_timeline_view_keep_selection (ACADEMY_TIMELINE_VIEW (widget), fold_all,
                                        GINT_TO_POINTER (g_variant_get_boolean (parameter)));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  guint position;
  g_autoptr(AcademyLine) row = academy_timeline_view_dup_current_row (self, &position);

  if (row != NULL)
    academy_timeline_view_activate (self, position);
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

/* Ends what is being dragged or linked, without an edit. */
void
academy_timeline_view_cancel (AcademyTimelineView *self)
{
  academy_timeline_pointer_cancel (self->pointer);
  academy_timeline_editor_cancel (self->editor);
  academy_timeline_view_update_actions (self);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  academy_timeline_view_cancel (ACADEMY_TIMELINE_VIEW (widget));
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
  gboolean linking = academy_timeline_editor_is_linking (self->editor);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.cancel",
                                 linking || academy_timeline_context_get_drag (self->context) != NULL);
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
  gboolean measure = any && academy_kind_find_joining (academy_item_get_kind (current)) != NULL;
  gboolean own = any && academy_item_get_kind (current)->role != ACADEMY_TIME_NONE;
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
  { "timeline.move", "i", edit_action },
  { "timeline.move-start", "i", edit_action },
  { "timeline.move-end", "i", edit_action },
  { "timeline.progress", "i", edit_action },
  { "timeline.scroll", "i", scroll_action },
  { "timeline.fold", "i", fold_action },
  { "timeline.fold-all", "b", fold_all_action },
  { "timeline.link", NULL, edit_action },
  { "timeline.add", NULL, edit_action },
  { "timeline.open", NULL, open_action },
  { "timeline.delete", NULL, edit_action },
  { "timeline.shift-followers", NULL, edit_action },
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
