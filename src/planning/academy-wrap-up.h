/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyWrapUp:
 * @session: the session
 * @follow_ups: (element-type AcademyItem): its follow-ups that are not finished
 * @notes: (element-type AcademyItem): its notes, by whose they are; those of nobody
 *   come last
 * @contradictions: (element-type AcademyItem): those of its notes that contradict
 *   another one, settled or not
 * @n_incomplete: the number of follow-ups without an owner role or a due date
 * @n_unsettled: the number of contradictions that are not settled
 *
 * What is left to do after a session; computed and never stored.
 */
typedef struct {
  guint        n_incomplete;
  guint        n_unsettled;

  /* Owned */
  AcademyItem *session;
  GPtrArray   *follow_ups;
  GPtrArray   *notes;
  GPtrArray   *contradictions;
} AcademyWrapUp;

AcademyItem   *academy_wrap_up_find_session       (AcademyStore   *store,
                                                   const char     *organisation,
                                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyWrapUp *academy_wrap_up_read               (AcademyStore   *store,
                                                   AcademyItem    *session,
                                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           academy_wrap_up_free               (AcademyWrapUp  *self);
gboolean       academy_wrap_up_is_open            (AcademyWrapUp  *self);
gboolean       academy_wrap_up_needs_next_session (AcademyStore   *store,
                                                   AcademyItem    *session,
                                                   gboolean       *needed,
                                                   GError        **error);
gboolean       academy_follow_up_is_complete      (AcademyItem    *follow_up);
AcademyItem   *academy_wrap_up_find_undated       (AcademyStore   *store,
                                                   const char     *organisation,
                                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyWrapUp, academy_wrap_up_free)

G_END_DECLS
