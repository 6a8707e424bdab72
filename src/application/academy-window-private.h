/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-file-banner.h"
#include "academy-sidebar.h"
#include "academy-window.h"

G_BEGIN_DECLS

struct _AcademyWindow {
  AdwApplicationWindow    parent_instance;

  /* Template children */
  GtkStack               *stack;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage      *sidebar_page;
  AcademySidebar         *sidebar;
  AcademyFileBanner      *file_banner;
  AdwBanner              *label_banner;
  AdwToastOverlay        *toasts;
  GMenu                  *undo_menu;

  /* Owned */
  AcademyStore           *store;
  AcademyItem            *programme;
  GSettings              *settings;
  GCancellable           *cancellable;
  char                   *place;
  char                   *refused;
};

void academy_window_class_add_actions (GtkWidgetClass *widget_class);
void academy_window_add_measure       (AcademyWindow  *self);
void academy_window_settle            (AcademyWindow  *self);
void academy_window_copy_without_log  (AcademyWindow  *self,
                                       const char     *path);
void academy_window_update_actions    (AcademyWindow  *self);

G_END_DECLS
