/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-store.h"

G_BEGIN_DECLS

/* A programme file in a folder of its own, of the 2021 template unless another is asked for. */
typedef struct {
  /* Owned */
  char         *folder;
  char         *path;
  AcademyStore *store;
} AcademyTest;

void         academy_test_set_up          (AcademyTest       *test,
                                           gconstpointer      data);
void         academy_test_set_up_template (AcademyTest       *test,
                                           const char        *template,
                                           const char        *language);
void         academy_test_tear_down       (AcademyTest       *test,
                                           gconstpointer      data);
void         academy_test_reopen          (AcademyTest       *test);
AcademyItem *academy_test_organisation    (AcademyTest       *test);
AcademyItem *academy_test_create          (AcademyTest       *test,
                                           const AcademyKind *kind,
                                           const char        *owner,
                                           const char        *name,
                                           const char        *text);
AcademyItem *academy_test_add             (AcademyTest       *test,
                                           const AcademyKind *kind,
                                           const char        *fields);
gboolean     academy_test_set             (AcademyTest       *test,
                                           AcademyItem       *item,
                                           const char        *name,
                                           const char        *text,
                                           const char        *group,
                                           GError           **error);
void         academy_test_undo            (AcademyTest       *test);
void         academy_test_redo            (AcademyTest       *test);
gint64       academy_test_count           (AcademyTest       *test,
                                           const AcademyKind *kind);
AcademyItem *academy_test_item            (const AcademyKind *kind,
                                           const char        *fields);
char        *academy_test_query           (AcademyTest       *test,
                                           const char        *sql) G_GNUC_WARN_UNUSED_RESULT;
char        *academy_test_dump            (AcademyTest       *test) G_GNUC_WARN_UNUSED_RESULT;
AcademyDay   academy_test_day             (const char        *text);
char        *academy_test_dup_day         (AcademyDay         day);

G_END_DECLS
