/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-past.h"
#include "academy-what-changed.h"

G_BEGIN_DECLS

/* The reading of what changed. */
typedef struct {
  gint64                 since;
  AcademyDay             since_day;
  AcademyDay             until_day;
  gboolean               with_private;

  /* Owned */
  AcademyPast           *past;
  GPtrArray             *found;

  /* Borrowed */
  AcademyStore              *store;
  const AcademyTranslations *translations;
  const AcademyLanguage     *language;
  const char                *only;
} AcademyChangedReader;

/* An item as it was at the two moments, and what it is called. */
typedef struct {
  gboolean           exists;

  /* Owned */
  AcademyItem       *before;
  AcademyItem       *after;
  char              *organisation;
  char              *title;
  char              *name;

  /* Borrowed */
  const AcademyKind *kind;
  const char        *id;
} AcademyChangedSubject;

/* How two days of an item move: as one, or the field alone. */
typedef enum {
  ACADEMY_MOVE_WHOLE,
  ACADEMY_MOVE_START,
  ACADEMY_MOVE_END,
  ACADEMY_MOVE_FIELD,
} AcademyMove;

char *academy_changed_dup_line     (const char            *text) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_dup_name     (const AcademyLanguage *language,
                                    const AcademyKind     *kind,
                                    const char            *title) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_dup_label    (const AcademyLanguage *language,
                                    const AcademyField    *field) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_quote        (const AcademyLanguage *language,
                                    const char            *text) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_item     (const AcademyLanguage *language,
                                    AcademyChangeType      type,
                                    const char            *name,
                                    const char            *days) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_joint    (const AcademyLanguage *language,
                                    AcademyChangeType      type,
                                    const char            *label,
                                    const char            *sentence) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_late     (const AcademyLanguage *language,
                                    const char            *name,
                                    const char            *day) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_moved    (const AcademyLanguage *language,
                                    AcademyMove            move,
                                    const char            *name,
                                    const char            *label,
                                    int                    days,
                                    const char            *before,
                                    const char            *after) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_value    (const AcademyLanguage *language,
                                    const char            *name,
                                    const char            *label,
                                    const char            *before,
                                    const char            *after) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_progress (const AcademyLanguage *language,
                                    const char            *name,
                                    const char            *before,
                                    const char            *after) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_done     (const AcademyLanguage *language,
                                    gboolean               is_done,
                                    const char            *name) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_flag     (const AcademyLanguage *language,
                                    gboolean               is_set,
                                    const char            *name,
                                    const char            *label) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_renamed  (const AcademyLanguage *language,
                                    const char            *before,
                                    const char            *after) G_GNUC_WARN_UNUSED_RESULT;
char *academy_changed_say_link     (const AcademyLanguage *language,
                                    gboolean               added,
                                    const char            *name,
                                    const char            *label,
                                    const char            *target) G_GNUC_WARN_UNUSED_RESULT;
gboolean academy_changed_is_long   (const char            *text);
void  academy_changed_excerpt      (const char            *before,
                                    const char            *after,
                                    char                 **short_before,
                                    char                 **short_after);
char *academy_changed_say_long     (const AcademyLanguage *language,
                                    const char            *name,
                                    const char            *label,
                                    const char            *before,
                                    const char            *after) G_GNUC_WARN_UNUSED_RESULT;

char    *academy_changed_dup_title    (AcademyChangedReader        *reader,
                                       AcademyItem                 *item) G_GNUC_WARN_UNUSED_RESULT;
gint64   academy_changed_get_end      (AcademyItem                 *session);
gboolean academy_changed_is_gathering (const AcademyKind           *kind);
gboolean academy_changed_is_secret    (AcademyChangedReader        *reader,
                                       AcademyItem                 *item);
void     academy_changed_add          (AcademyChangedReader        *reader,
                                       const AcademyChangedSubject *subject,
                                       AcademyChangedType           type,
                                       const AcademyField          *field,
                                       char                        *before,
                                       char                        *after,
                                       char                        *text);
gboolean academy_changed_tell_fields  (AcademyChangedReader        *reader,
                                       const AcademyChangedSubject *subject,
                                       const AcademyItemChange     *change,
                                       GError                     **error);

G_END_DECLS
