/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-followers.h"
#include "academy-timeline-context.h"
#include "academy-timeline-lane.h"
#include "academy-timeline-selection.h"
#include "academy-timeline-session.h"
#include "academy-timeline-view.h"

G_BEGIN_DECLS

struct _AcademyTimelineView {
  GtkWidget               parent_instance;

  /* Owned */
  AcademyTimelineModel   *model;
  AcademyTimelineContext *context;
  GtkMultiSelection      *selection;
  GtkAdjustment          *adjustment;
  AcademyFollowers       *followers;
  AcademyItem            *link_from;
  GtkWidget              *menu;

  /* Borrowed */
  GtkWidget              *header;
  GtkWidget              *stack;
  GtkWidget              *chart;
  GtkWidget              *ruler;
  GtkWidget              *body;
  GtkListView            *list;
  GtkWidget              *scrolled;
  GtkWidget              *arrows;
  GtkWidget              *bubble;
  GtkWidget              *scrollbar;
  GtkWidget              *divider;
  GtkWidget              *table;
  GtkWidget              *empty;

  AcademyGrouping         grouping;
  AcademyFilter           filter;
  AcademyOrder            order;
  gboolean                descending;
  AcademyTimelineRow     *pressed_row;
  AcademyDragMode         pressed_mode;
  double                  pressed_day;
  double                  pressed_x;
  double                  pressed_y;
  double                  pointer_x;
  double                  pointer_y;
  double                  pinch_days;
  double                  pan_first;
  double                  scrolled_to;
  guint                   autoscroll_id;
  guint                   prepare_id;
  gulong                  layout_id;
  GdkModifierType         pointer_state;
  guint                   undo_serial;
  gboolean                tabular;
  gboolean                adjusting;
  gboolean                fitted;
  gboolean                panning;
  gboolean                leapt;
  gboolean                renewed;
  gboolean                cancelled;
};

void                 academy_timeline_view_measure           (GtkWidget           *widget,
                                                              GtkOrientation       orientation,
                                                              int                  for_size,
                                                              int                 *minimum,
                                                              int                 *natural,
                                                              int                 *minimum_baseline,
                                                              int                 *natural_baseline);
void                 academy_timeline_view_size_allocate     (GtkWidget           *widget,
                                                              int                  width,
                                                              int                  height,
                                                              int                  baseline);
void                 academy_timeline_view_add_divider       (AcademyTimelineView *self);
void                 academy_timeline_view_restore           (AcademyTimelineView *self);
void                 academy_timeline_view_restore_zoom      (AcademyTimelineView *self);
void                 academy_timeline_view_remember          (AcademyTimelineView *self);
void                 academy_timeline_view_class_add_actions (GtkWidgetClass      *widget_class);
void                 academy_timeline_view_add_pointer       (AcademyTimelineView *self);
void                 academy_timeline_view_update_actions    (AcademyTimelineView *self);
gboolean             academy_timeline_view_is_table          (AcademyTimelineView *self);
void                 academy_timeline_view_set_order         (AcademyTimelineView *self,
                                                              AcademyOrder         order,
                                                              gboolean             descending);
void                 academy_timeline_view_activate          (AcademyTimelineView *self,
                                                              guint                position);
void                 academy_timeline_view_add_list_keys     (AcademyTimelineView *self,
                                                              GtkWidget           *list);
void                 academy_timeline_view_zoom              (AcademyTimelineView *self,
                                                              double               factor,
                                                              double               x);
void                 academy_timeline_view_fit               (AcademyTimelineView *self);
void                 academy_timeline_view_scroll_both_to    (AcademyTimelineView *self,
                                                              guint                position);
void                 academy_timeline_view_scroll_to         (AcademyTimelineView *self,
                                                              guint                position,
                                                              GtkListScrollFlags   flags);
gboolean             academy_timeline_view_focus_rows        (AcademyTimelineView *self);
GtkWidget           *academy_timeline_view_get_rows          (AcademyTimelineView *self);
gboolean             academy_timeline_view_is_row_focused    (AcademyTimelineView *self);
void                 academy_timeline_view_go_to             (AcademyTimelineView *self,
                                                              guint                position);
void                 academy_timeline_view_add_focus         (AcademyTimelineView *self);
void                 academy_timeline_view_reveal_day        (AcademyTimelineView *self,
                                                              guint32              first,
                                                              guint32              last);
void                 academy_timeline_view_fail              (AcademyTimelineView *self,
                                                              GError              *error);
void                 academy_timeline_view_announce          (AcademyTimelineView *self,
                                                              AcademyItem         *item);
GtkWidget           *academy_timeline_view_create_chart      (AcademyTimelineView *self);
void                 academy_timeline_view_read_rows         (AcademyTimelineView *self);
void                 academy_timeline_view_update_stack      (AcademyTimelineView *self);
gboolean             academy_timeline_view_focus             (GtkWidget           *widget,
                                                              GtkDirectionType     direction);
gboolean             academy_timeline_view_grab_focus        (GtkWidget           *widget);
void                 academy_timeline_view_offer_followers     (AcademyTimelineView *self,
                                                              GPtrArray           *items,
                                                              int                  days,
                                                              const char          *group);
void                 academy_timeline_view_open              (AcademyTimelineView *self,
                                                              AcademyItem         *item);
void                 academy_timeline_view_toggle_fold       (AcademyTimelineView *self,
                                                              guint                position);
void                 academy_timeline_view_fold_action       (GtkWidget           *widget,
                                                              const char          *name,
                                                              GVariant            *parameter);
void                 academy_timeline_view_fold_all_action   (GtkWidget           *widget,
                                                              const char          *name,
                                                              GVariant            *parameter);
void                 academy_timeline_view_keep_selection    (AcademyTimelineView *self,
                                                              void               (*change) (AcademyTimelineView *self,
                                                                                            const GValue        *value),
                                                              const GValue        *value);
void                 academy_timeline_view_cancel            (AcademyTimelineView *self);
void                 academy_timeline_view_add_at            (AcademyTimelineView *self,
                                                              AcademyTimelineRow  *row,
                                                              guint                position,
                                                              guint32              day);
void                 academy_timeline_view_popup_menu        (AcademyTimelineView *self,
                                                              double               x,
                                                              double               y);
void                 academy_timeline_view_popup_menu_on     (AcademyTimelineView *self,
                                                              GtkWidget           *rows,
                                                              double               x,
                                                              double               y,
                                                              guint                position);
gboolean             academy_timeline_view_is_writable       (AcademyTimelineView *self);
AcademyTimelineRow  *academy_timeline_view_get_current_row   (AcademyTimelineView *self,
                                                              guint               *position);
void                 academy_timeline_view_emit_message      (AcademyTimelineView *self,
                                                              const char          *text,
                                                              const char          *button,
                                                              const char          *action);

G_END_DECLS
