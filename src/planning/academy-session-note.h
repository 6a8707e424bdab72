/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-edit.h"
#include "academy-near.h"

G_BEGIN_DECLS

/**
 * AcademySessionPerson:
 * @name: (nullable): the name of a person
 * @role: the role that the person has, by which a plan tells people
 * @side: the side of that role, as a follow-up has it
 *
 * Somebody who takes part and may be typed by name.
 */
typedef struct {
  char       *name;
  char       *role;
  const char *side;
} AcademySessionPerson;

/**
 * AcademySessionNote:
 * @kind: the kind of item that it becomes: a note or a follow-up
 * @type: the type of a note
 * @is_private: whether it is a private note
 * @unknown: (nullable): a word such as “/x”, which stands where a type does and is none
 * @role: (nullable): whose note it is, or who is to do what was promised
 * @is_new_role: whether that role is not in use yet
 * @side: (nullable): the side of that role, for a follow-up
 * @due: the due day of a follow-up; invalid for none
 * @text: what is left of the typed text
 *
 * What a line typed in a session says.
 */
typedef struct {
  const AcademyKind *kind;
  const char        *type;
  gboolean           is_private;
  char              *unknown;
  char              *role;
  gboolean           is_new_role;
  const char        *side;
  GDate              due;
  char              *text;
} AcademySessionNote;

AcademySessionNote *academy_session_note_parse       (const AcademyLanguage    *language,
                                                      const char               *typed,
                                                      const char * const       *roles,
                                                      GPtrArray                *people,
                                                      const AcademyNear        *near) G_GNUC_WARN_UNUSED_RESULT;
void                academy_session_note_free        (AcademySessionNote       *self);
AcademySessionPerson *academy_session_person_new     (const char               *name,
                                                      const char               *role,
                                                      const char               *token) G_GNUC_WARN_UNUSED_RESULT;
void                academy_session_person_free      (AcademySessionPerson     *self);
void                academy_session_note_write       (const AcademySessionNote *self,
                                                      AcademyEdit              *edit,
                                                      AcademyItem              *item);
char               *academy_session_note_dup_typed   (AcademyItem              *item,
                                                      const AcademyLanguage    *language) G_GNUC_WARN_UNUSED_RESULT;
char               *academy_session_note_set_type    (const char               *typed,
                                                      const char               *type,
                                                      const AcademyLanguage    *language) G_GNUC_WARN_UNUSED_RESULT;
char               *academy_session_note_set_private (const char               *typed,
                                                      gboolean                  is_private,
                                                      const AcademyLanguage    *language) G_GNUC_WARN_UNUSED_RESULT;
char               *academy_session_note_set_role    (const char               *typed,
                                                      const char               *role,
                                                      const char * const       *roles,
                                                      GPtrArray                *people,
                                                      const AcademyLanguage    *language) G_GNUC_WARN_UNUSED_RESULT;
char               *academy_session_note_dup_letters (const AcademyLanguage    *language) G_GNUC_WARN_UNUSED_RESULT;
char                academy_session_note_get_letter  (const char               *type,
                                                      const AcademyLanguage    *language);
GPtrArray          *academy_session_note_find_roles  (const char               *typed,
                                                      const char * const       *roles,
                                                      const AcademyLanguage    *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademySessionNote, academy_session_note_free)

G_END_DECLS
