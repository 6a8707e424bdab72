/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-backup-keeper.h"
#include "academy-file-banner.h"
#include "academy-kept-cursor.h"
#include "academy-organisation-page.h"
#include "academy-reminders.h"
#include "academy-session-page.h"
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
  GMenu                  *main_menu;
  GMenu                  *recent_menu;

  /* Owned */
  AcademyStore           *store;
  AcademyItem            *programme;
  AdwNavigationPage      *home;
  GSignalGroup           *store_signals;
  GSignalGroup           *programme_signals;
  AcademyBackupKeeper    *keeper;
  AcademyReminders       *reminders;
  AcademyKeptCursor      *cursor;
  GSettings              *settings;
  GCancellable           *cancellable;
  char                   *place;
  char                   *refused;
  GPtrArray              *stops;

  gboolean                is_going_back;
  gboolean                has_followed;
  gboolean                has_told_damage;
};

void academy_window_class_add_actions        (GtkWidgetClass *widget_class);
void academy_window_class_add_backup_actions (GtkWidgetClass *widget_class);
void academy_window_class_add_undo_actions   (GtkWidgetClass *widget_class);
void academy_window_class_add_back_action    (GtkWidgetClass *widget_class);
void academy_window_class_add_session_actions (GtkWidgetClass *widget_class);
AcademySessionPage *academy_window_get_session (AcademyWindow *self);
AcademyOrganisationPage *academy_window_get_organisation_page (AcademyWindow *self);
void academy_window_resume_session           (AcademyWindow  *self);
void academy_window_drop_session             (AcademyWindow  *self);
void academy_window_start_back               (AcademyWindow  *self);

void academy_window_start_menu               (AcademyWindow  *self);
void academy_window_leave_place              (AcademyWindow  *self,
                                              gboolean        follows);
void academy_window_show_back                (AcademyWindow  *self);
gboolean academy_window_close_dialogs        (AcademyWindow  *self);
gboolean academy_window_is_place             (AcademyWindow  *self,
                                              const char     *place);
void academy_window_add_measure              (AcademyWindow  *self);
void academy_window_open_beside              (AcademyWindow  *self,
                                              GFile          *file);
void academy_window_settle                   (AcademyWindow  *self);
gboolean academy_window_save_typed           (AcademyWindow  *self,
                                              const char     *refusal);
void academy_window_copy_without_log         (AcademyWindow  *self,
                                              const char     *path);
void academy_window_update_actions           (AcademyWindow  *self);
void academy_window_update_undo              (AcademyWindow  *self);
void academy_window_update_backup_actions    (AcademyWindow  *self);
void academy_window_start_backups            (AcademyWindow  *self);
void academy_window_stop_backups             (AcademyWindow  *self);
void academy_window_offer_backup             (AcademyWindow  *self,
                                              AdwAlertDialog *refusal,
                                              const char     *path);

G_END_DECLS
