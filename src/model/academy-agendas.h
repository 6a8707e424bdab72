/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"
#include "academy-questions.h"

G_BEGIN_DECLS

/**
 * AcademyAgendaPoint:
 * @session: the number of the sparring session
 * @minutes: how many minutes it takes
 * @title: what is talked about, marked for translation
 *
 * A point of the usual agenda of a session.
 */
typedef struct {
  gint64      session;
  gint64      minutes;
  const char *title;
} AcademyAgendaPoint;

extern const AcademyAgendaPoint academy_agendas[];

AcademyItem *academy_agenda_create_usual    (AcademyItem           *session,
                                             guint                  position,
                                             const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean     academy_agenda_suits           (AcademyItem           *session,
                                             const AcademyQuestion *question);
void         academy_agenda_add_suggestions (AcademyItem           *session,
                                             const AcademyLanguage *language,
                                             GStrvBuilder          *texts);
void         academy_agenda_add_questions   (AcademyItem           *session,
                                             const AcademyLanguage *language,
                                             GStrvBuilder          *texts);
const char  *academy_agenda_get_title       (AcademyItem           *item,
                                             const AcademyLanguage *language);

G_END_DECLS
