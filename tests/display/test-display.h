/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

typedef gboolean (*TestCondition) (gpointer data);

void          test_display_init     (int            *argc,
                                     char         ***argv);
int           test_display_run      (void);
char         *test_make_path        (void) G_GNUC_WARN_UNUSED_RESULT;
AcademyStore *test_create_programme (const char     *template) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem  *test_get_organisation (AcademyStore   *store,
                                     const char     *slug) G_GNUC_WARN_UNUSED_RESULT;
void          test_set_text         (AcademyStore   *store,
                                     AcademyItem    *item,
                                     const char     *field,
                                     const char     *text);

#define test_wait_for(condition, data) \
  test_wait_for_at (condition, data, #condition, G_STRLOC)
void          test_wait_for_at      (TestCondition   condition,
                                     gpointer        data,
                                     const char     *what,
                                     const char     *where);
void          test_settle           (GtkWidget      *widget);
char         *test_read_clipboard   (GdkClipboard   *clipboard) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget    *test_present          (GtkWidget      *content);

gboolean      test_press_on         (GtkWidget          *widget,
                                     GtkPropagationPhase phase,
                                     const char         *key);
gboolean      test_press_key        (GtkWidget      *window,
                                     const char     *key);

const char   *test_get_text         (GtkWidget      *widget);
GtkWidget    *test_find             (GtkWidget      *root,
                                     GType           type,
                                     const char     *text);
void          test_assert_menu_letters (GtkWidget   *root);
void          test_assert_one_line  (GtkWidget      *root);
guint         test_count            (GtkWidget      *root,
                                     GType           type);
gboolean      test_is_named         (GtkWidget      *widget,
                                     const char     *name);

G_END_DECLS
