/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-application.h"
#include "academy-window-private.h"
#include "test-display.h"

G_BEGIN_DECLS

/* The window of the program, and a programme to open in it. */
typedef struct {
  /* Owned */
  GSettings          *settings;
  char               *path;

  /* Borrowed */
  AcademyApplication *application;
  AcademyWindow      *window;
} WindowFixture;

char        *window_fixture_create_file   (const char    *template) G_GNUC_WARN_UNUSED_RESULT;
void         window_fixture_set_up        (WindowFixture *self,
                                           const char    *template);
void         window_fixture_tear_down     (WindowFixture *self);
void         window_fixture_create_window (WindowFixture *self);
void         window_fixture_close_windows (WindowFixture *self);
void         window_fixture_open          (WindowFixture *self);
AcademyItem *window_fixture_show          (WindowFixture *self,
                                           const char    *organisation,
                                           const char    *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
