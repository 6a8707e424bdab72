/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

void
academy_timeline_view_toggle_fold (AcademyTimelineView *self,
                                   guint                position)
{
  g_autoptr(AcademyTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  academy_timeline_model_set_folded (self->model, position, !academy_timeline_row_is_folded (row));
}

void
academy_timeline_view_activate (AcademyTimelineView *self,
                                guint                position)
{
  g_autoptr(AcademyTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (academy_timeline_row_is_heading (row))
    academy_timeline_view_toggle_fold (self, position);
  else
    academy_timeline_view_open (self, academy_timeline_row_get_item (row));
}

/* Closing goes to the heading first. */
void
academy_timeline_view_fold_action (GtkWidget  *widget,
                                   const char *name,
                                   GVariant   *parameter)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  gboolean folded = g_variant_get_int32 (parameter) < 0;
  guint position;
  g_autoptr(AcademyTimelineRow) row = academy_timeline_view_get_current_row (self, &position);

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

void
academy_timeline_view_fold_all_action (GtkWidget  *widget,
                                       const char *name,
                                       GVariant   *parameter)
{
  academy_timeline_model_set_all_folded (ACADEMY_TIMELINE_VIEW (widget)->model, g_variant_get_boolean (parameter));
}

/* What a list would keep for itself. */
void
academy_timeline_view_add_list_keys (AcademyTimelineView *self,
                                     GtkWidget           *list)
{
  static const struct {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
    int              argument;
  } list_keys[] = {
    { GDK_KEY_Left, 0, "timeline.fold", -1 },
    { GDK_KEY_Right, 0, "timeline.fold", 1 },
    { GDK_KEY_KP_Left, 0, "timeline.fold", -1 },
    { GDK_KEY_KP_Right, 0, "timeline.fold", 1 },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "timeline.scroll", -1 },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "timeline.scroll", 1 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (list_keys[i].key, list_keys[i].modifiers),
                                                gtk_named_action_new (list_keys[i].action));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (list_keys[i].argument));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (list, controller);
}
