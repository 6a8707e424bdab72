/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyPromises:
 * @open: the number of follow-ups that are not finished
 * @late: the number of those that should be
 * @due: the day of the first of them; 0 when none has a day
 * @first: (nullable): the id of that one, or of one without a day
 *
 * What one side has promised.
 */
typedef struct {
  guint       open;
  guint       late;
  AcademyDay  due;

  /* Owned */
  char       *first;
} AcademyPromises;

/**
 * AcademyMentored:
 * @organisation: the organisation
 * @hours: the hours of contacts and held sessions
 * @last_contact: the day of the last contact or held session; 0 for none
 * @contact: (nullable): the id of that contact; %NULL for a session
 * @held: (nullable): the id of that session
 * @next_session: the day of the next session; 0 while it has none
 * @session: (nullable): the id of the next session
 * @given: what the mentor has promised
 * @awaited: what the organisation has promised
 * @contradictions: (element-type AcademyItem): the notes that contradict another one,
 *   until that is settled
 * @promises: (element-type AcademyItem): the open follow-ups that the mentor has
 *   promised, the first due first
 *
 * The state of the mentoring of an organisation; computed and never stored.
 */
typedef struct {
  double           hours;
  AcademyDay       last_contact;
  AcademyDay       next_session;
  AcademyPromises  given;
  AcademyPromises  awaited;

  /* Owned */
  AcademyItem     *organisation;
  char            *contact;
  char            *held;
  char            *session;
  GPtrArray       *contradictions;
  GPtrArray       *promises;
} AcademyMentored;

typedef struct _AcademyMentoring AcademyMentoring;

GPtrArray        *academy_mentoring_get_mentors        (AcademyStore           *store,
                                                        gboolean               *has_nameless,
                                                        GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          academy_mentoring_touch_mentors      (const AcademyChanges   *changes);
gboolean          academy_mentoring_find_participation (AcademyStore           *store,
                                                        const char             *mentor,
                                                        const char             *organisation,
                                                        char                  **participation,
                                                        GError                **error);

AcademyMentoring *academy_mentoring_new                (AcademyStore           *store,
                                                        const char             *mentor) G_GNUC_WARN_UNUSED_RESULT;
void              academy_mentoring_free               (AcademyMentoring       *self);
gboolean          academy_mentoring_read               (AcademyMentoring       *self,
                                                        const AcademyChanges   *changes,
                                                        GError                **error);
const char       *academy_mentoring_get_mentor         (AcademyMentoring       *self);
GPtrArray        *academy_mentoring_get_states         (AcademyMentoring       *self);
GPtrArray        *academy_mentoring_get_promises       (AcademyMentoring       *self) G_GNUC_WARN_UNUSED_RESULT;
char             *academy_mentoring_dup_reminders      (AcademyMentoring       *self,
                                                        const AcademyLanguage  *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyMentoring, academy_mentoring_free)

G_END_DECLS
