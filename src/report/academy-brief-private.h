/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database-functions.h"
#include "academy-report.h"
#include "academy-store.h"
#include "academy-translations.h"
#include "academy-what-changed.h"

G_BEGIN_DECLS

/* How many items of a section are told; of others only the number is. */
#define ACADEMY_BRIEF_ITEMS 6

/* What else is equal comes in the order of lists. */
#define ACADEMY_BRIEF_BY_TITLE "\"title\"" ACADEMY_COLLATE ", \"id\""

/* What a brief is read from: its session with the id of the session before it, or an
 * empty text, the day by which the plan is judged, and what has changed, if that is
 * known. */
typedef struct {
  /* Owned */
  AcademyReport         *report;
  AcademyItem           *session;
  AcademyItem           *organisation;
  AcademyTranslations   *translations;
  GPtrArray             *changed;
  char                  *previous;
  char                  *today;

  /* Borrowed */
  AcademyStore          *store;
  const AcademyLanguage *language;

  AcademyDay             day;
  gboolean               for_mentor;
} AcademyBriefReader;

void                  academy_brief_reader_clear     (AcademyBriefReader        *self);
const char           *academy_brief_translate        (const AcademyBriefReader  *self,
                                                      const char                *text) G_GNUC_FORMAT (2);
char                 *academy_brief_join             (const char                *first,
                                                      const char                *second,
                                                      const char                *third) G_GNUC_WARN_UNUSED_RESULT;
char                 *academy_brief_shorten          (const char                *text) G_GNUC_WARN_UNUSED_RESULT;
char                 *academy_brief_dup_value        (const AcademyBriefReader  *self,
                                                      AcademyItem               *item,
                                                      const char                *name) G_GNUC_WARN_UNUSED_RESULT;
const char           *academy_brief_get_title        (const AcademyBriefReader  *self,
                                                      AcademyItem               *item);
GPtrArray            *academy_brief_find             (const AcademyBriefReader  *self,
                                                      const AcademyKind         *kind,
                                                      const char                *sql,
                                                      guint                      limit,
                                                      guint                     *n_more,
                                                      GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
void                  academy_brief_add_more         (const AcademyBriefReader  *self,
                                                      AcademyBlock              *list,
                                                      guint                      n_more);
AcademyReportSection *academy_brief_begin_section    (AcademyBriefReader        *self,
                                                      const char                *id,
                                                      const char                *title);
AcademyBlock         *academy_brief_begin_list       (AcademyBriefReader        *self,
                                                      const char                *id,
                                                      const char                *title);
char                 *academy_brief_dup_days_overdue (const AcademyBriefReader  *self,
                                                      const GDate               *day) G_GNUC_WARN_UNUSED_RESULT;

/* Each adds a section, if there is anything to tell. */
gboolean academy_brief_add_aim           (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_agreed        (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_changes       (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_measures      (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_questions     (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_agenda        (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_goals         (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_opportunities (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_pilots        (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_risks         (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_challenges    (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_opinions      (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_dates         (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_people        (AcademyBriefReader  *self,
                                          GError             **error);
gboolean academy_brief_add_private       (AcademyBriefReader  *self,
                                          GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcademyBriefReader, academy_brief_reader_clear)

G_END_DECLS
