/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-divider.h"

#include <glib/gi18n-lib.h>

#define STEP 16

struct _AcademyTimelineDivider {
  GtkWidget parent_instance;

  double    least;
  double    most;
};

enum {
  MOVED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyTimelineDivider, academy_timeline_divider, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/**
 * AcademyTimelineDivider:
 *
 * The divider between titles and lanes, which sets the width of the column of
 * titles. Its parent allocates it.
 *
 * Pointer: drag it. Keys: Left and Right move it by a step, Home and End to the
 * least and the greatest width.
 *
 * CSS nodes: `timeline-divider`.
 *
 * Accessibility: role `separator`, whose value is the width of the titles in
 * pixels.
 */

static double
get_middle (AcademyTimelineDivider *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), parent,
                                 &GRAPHENE_POINT_INIT (ACADEMY_TIMELINE_DIVIDER_WIDTH / 2, 0), &point))
    return 0;

  return point.x;
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyTimelineDivider *self = ACADEMY_TIMELINE_DIVIDER (widget);

  g_signal_emit (self, signals[MOVED], 0, get_middle (self) + STEP * g_variant_get_int32 (parameter));
}

static void
move_end_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  AcademyTimelineDivider *self = ACADEMY_TIMELINE_DIVIDER (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  double width = g_variant_get_int32 (parameter) < 0 ? self->least : self->most;

  g_signal_emit (self, signals[MOVED], 0,
                 gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (parent) - width : width);
}

static void
drag_update_cb (AcademyTimelineDivider *self,
                double                  dx,
                double                  dy,
                GtkGestureDrag         *gesture)
{
  graphene_point_t point;
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y) ||
      !gtk_widget_compute_point (GTK_WIDGET (self), gtk_widget_get_parent (GTK_WIDGET (self)),
                                 &GRAPHENE_POINT_INIT (x + dx, 0), &point))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MOVED], 0, (double) point.x);
}

/* Takes the focus by Tab only; arrow keys move through the rows. */
static gboolean
academy_timeline_divider_focus (GtkWidget        *widget,
                                GtkDirectionType  direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  return GTK_WIDGET_CLASS (academy_timeline_divider_parent_class)->focus (widget, direction);
}

static void
academy_timeline_divider_class_init (AcademyTimelineDividerClass *klass)
{
  static const struct {
    guint       key;
    const char *action;
    int         argument;
  } keys[] = {
    { GDK_KEY_Left, "divider.move", -1 },
    { GDK_KEY_Right, "divider.move", 1 },
    { GDK_KEY_KP_Left, "divider.move", -1 },
    { GDK_KEY_KP_Right, "divider.move", 1 },
    { GDK_KEY_Home, "divider.move-end", -1 },
    { GDK_KEY_End, "divider.move-end", 1 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = academy_timeline_divider_focus;

  /**
   * AcademyTimelineDivider::moved:
   * @self: the divider
   * @x: the new place of its middle, in pixels from the left of its parent
   *
   * Emitted when the user moves it.
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  gtk_widget_class_install_action (widget_class, "divider.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "divider.move-end", "i", move_end_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, "i", keys[i].argument);
  gtk_widget_class_set_css_name (widget_class, "timeline-divider");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
academy_timeline_divider_init (AcademyTimelineDivider *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Width of the titles"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Width of the titles"),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_VERTICAL, -1);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * academy_timeline_divider_set_value:
 * @self: a divider
 * @value: the width of the titles, in pixels
 * @least: the least width that the user may choose
 * @most: the greatest width
 *
 * Tells assistive technology the width, and sets how far the divider moves.
 */
void
academy_timeline_divider_set_value (AcademyTimelineDivider *self,
                                    double                  value,
                                    double                  least,
                                    double                  most)
{
  self->least = least;
  self->most = most;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, least, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, most, -1);
}
