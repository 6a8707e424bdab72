/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-timeline-chart.h"
#include "academy-timeline-editor.h"
#include "academy-timeline-pointer.h"
#include "academy-timeline-table.h"
#include "academy-timeline-view-commands.h"

G_BEGIN_DECLS

struct _AcademyTimelineView {
  GtkWidget               parent_instance;

  /* Template children */
  GtkStack               *stack;
  AcademyTimelineChart   *chart;
  AdwStatusPage          *empty_page;
  GtkWidget              *add_button;
  GtkLabel               *add_label;
  GtkPopover             *menu;
  GMenuModel             *row_menu;

  /* Owned */
  AcademyTimelineModel   *model;
  GtkSelectionModel      *selection;
  AcademyTimelinePointer *pointer;
  AcademyTimelineEditor  *editor;

  /* Borrowed */
  AcademyTimelineContext *context;
  AcademyTimelineTable   *table;
  GtkWidget              *header;

  guint                   rest_id;
  gboolean                tabular;
  gboolean                fitted;
  gboolean                renewed;
};

typedef void (*AcademyTimelineViewChange) (AcademyTimelineView *self,
                                           gconstpointer        data);

void     academy_timeline_view_class_add_actions (GtkWidgetClass            *widget_class);
void     academy_timeline_view_cancel            (AcademyTimelineView       *self);
void     academy_timeline_view_update_actions    (AcademyTimelineView       *self);
void     academy_timeline_view_update_stack      (AcademyTimelineView       *self);
void     academy_timeline_view_set_order         (AcademyTimelineView       *self,
                                                  AcademyOrder               order,
                                                  gboolean                   descending);
void     academy_timeline_view_popup_menu        (AcademyTimelineView       *self);
void     academy_timeline_view_add_list          (AcademyTimelineView       *self,
                                                  GtkWidget                 *list,
                                                  GtkWidget                 *rows);
void     academy_timeline_view_activate          (AcademyTimelineView       *self,
                                                  guint                      position);
void     academy_timeline_view_scroll_to         (AcademyTimelineView       *self,
                                                  guint                      position,
                                                  GtkListScrollFlags         flags);
void     academy_timeline_view_scroll_both_to    (AcademyTimelineView       *self,
                                                  guint                      position);
gboolean academy_timeline_view_focus_rows        (AcademyTimelineView       *self);
void     academy_timeline_view_focus_near        (AcademyTimelineView       *self,
                                                  int                        n_press,
                                                  double                     x,
                                                  double                     y);
void     academy_timeline_view_keep_selection    (AcademyTimelineView       *self,
                                                  AcademyTimelineViewChange  change,
                                                  gconstpointer              data);

G_END_DECLS
