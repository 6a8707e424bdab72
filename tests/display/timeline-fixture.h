/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-timeline-chart.h"
#include "academy-timeline-view.h"
#include "test-display.h"

G_BEGIN_DECLS

/* The timeline of the illustrative plan on 14 February 2022 in a window, and
 * what it told last. */
typedef struct {
  /* Owned */
  AcademyStore        *store;
  AcademyItem         *organisation;
  char                *text;
  char                *button;
  char                *action;
  char                *error;
  char                *opened;
  AcademyItem         *begun;

  /* Borrowed */
  AcademyTimelineView *view;
  GtkWidget           *window;

  guint                n_messages;
  guint                n_opened;
  int                  n_press;
  double               x;
  double               y;
} Timeline;

typedef struct {
  const char *path;
  void      (*run) (Timeline *, gconstpointer);
} TimelineCase;

void                    timeline_add_cases        (const TimelineCase   *cases,
                                                   guint                 n_cases);
void                    timeline_set_today        (const char           *text);
void                    timeline_set_up           (Timeline             *self,
                                                   gconstpointer         data);
void                    timeline_set_up_programme (Timeline             *self,
                                                   gconstpointer         data);
void                    timeline_tear_down        (Timeline             *self,
                                                   gconstpointer         data);
void                    timeline_show             (Timeline             *self,
                                                   const char           *first,
                                                   double                n_days);
void                    timeline_take_opened      (Timeline             *self,
                                                   AcademyItem          *item);
void                    timeline_write_begun      (Timeline             *self);
GtkWidget              *timeline_get_part         (AcademyTimelineView  *view,
                                                   const char           *name);
GListModel             *timeline_get_rows         (Timeline             *self);
AcademyTimelineContext *timeline_get_context      (AcademyTimelineView  *view);
AcademyAxis            *timeline_get_axis         (Timeline             *self);
AcademyItem            *timeline_find_item        (Timeline             *self,
                                                   const char           *title);
guint                   timeline_find             (Timeline             *self,
                                                   const char           *title);
AcademyTimelineLane    *timeline_find_lane        (Timeline             *self,
                                                   const char           *title);
void                    timeline_select           (Timeline             *self,
                                                   const char           *title);
void                    timeline_select_too       (Timeline             *self,
                                                   const char           *title);
char                   *timeline_dup_selected     (Timeline             *self);
void                    timeline_click            (Timeline             *self,
                                                   const char           *title);
void                    timeline_get_bar          (Timeline             *self,
                                                   const char           *title,
                                                   graphene_rect_t      *bounds);
void                    timeline_press_button     (Timeline             *self,
                                                   int                   n_press,
                                                   double                x,
                                                   double                y);
void                    timeline_drag_to          (Timeline             *self,
                                                   double                dx,
                                                   double                dy);
void                    timeline_release_button   (Timeline             *self,
                                                   double                dx,
                                                   double                dy);
void                    timeline_press            (Timeline             *self,
                                                   const char           *key);
void                    timeline_assert_dates     (Timeline             *self,
                                                   const char           *title,
                                                   const char           *dates);
char                   *timeline_dump             (Timeline             *self) G_GNUC_WARN_UNUSED_RESULT;
void                    timeline_undo             (Timeline             *self);
guint                   timeline_count            (Timeline             *self,
                                                   const AcademyKind    *kind);
void                    timeline_drain            (void);
int                     timeline_run              (int                   argc,
                                                   char                **argv,
                                                   const TimelineCase   *cases,
                                                   guint                 n_cases);

G_END_DECLS
