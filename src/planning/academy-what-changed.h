/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-translations.h"

G_BEGIN_DECLS

/**
 * AcademyChangedType:
 * @ACADEMY_CHANGED_DATE_OF_MEETING: another day of a session or of the board, or one
 *   that was cancelled
 * @ACADEMY_CHANGED_DROPPED: dropped
 * @ACADEMY_CHANGED_LATE: overdue, and was not before
 * @ACADEMY_CHANGED_MOVED: another day of anything else
 * @ACADEMY_CHANGED_STATUS: another status or choice
 * @ACADEMY_CHANGED_PROGRESS: further, or another number
 * @ACADEMY_CHANGED_OWNER: somebody else's
 * @ACADEMY_CHANGED_MONEY: more or less money or working days
 * @ACADEMY_CHANGED_ADDED: new
 * @ACADEMY_CHANGED_REMOVED: deleted
 * @ACADEMY_CHANGED_LINK: a link to something else, or a dependency
 * @ACADEMY_CHANGED_TEXT: another text
 *
 * What changed about an item, the most important first.
 */
typedef enum {
  ACADEMY_CHANGED_DATE_OF_MEETING,
  ACADEMY_CHANGED_DROPPED,
  ACADEMY_CHANGED_LATE,
  ACADEMY_CHANGED_MOVED,
  ACADEMY_CHANGED_STATUS,
  ACADEMY_CHANGED_PROGRESS,
  ACADEMY_CHANGED_OWNER,
  ACADEMY_CHANGED_MONEY,
  ACADEMY_CHANGED_ADDED,
  ACADEMY_CHANGED_REMOVED,
  ACADEMY_CHANGED_LINK,
  ACADEMY_CHANGED_TEXT,
} AcademyChangedType;

/**
 * AcademyChanged:
 * @type: what changed
 * @kind: the kind of the item
 * @field: (nullable): the field; the end for a period that moved as a whole, %NULL
 *   when the item itself came, went or became late
 * @exists: whether the item is in the file now
 * @is_private: whether it tells of what must not leave the file
 * @item: the id of the item
 * @organisation: (nullable): the id of its organisation
 * @title: its title, as it is to be shown, on one line and shortened
 * @before: (nullable): the value before, a long text shortened
 * @after: (nullable): the value after, likewise
 * @text: the sentence that says it all, plain text
 *
 * One thing that changed.
 */
typedef struct {
  AcademyChangedType  type;
  const AcademyKind  *kind;
  const AcademyField *field;
  gboolean            exists;
  gboolean            is_private;

  /* Owned */
  char               *item;
  char               *organisation;
  char               *title;
  char               *before;
  char               *after;
  char               *text;
} AcademyChanged;

void        academy_changed_free               (AcademyChanged         *self);
const char *academy_changed_get_name           (AcademyChangedType      type);

GPtrArray  *academy_what_changed_read          (AcademyStore               *store,
                                                const char                 *organisation,
                                                gint64                      since,
                                                gint64                      until,
                                                gboolean                    with_private,
                                                const AcademyTranslations  *translations,
                                                const AcademyLanguage      *language,
                                                GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    academy_what_changed_find_session  (AcademyStore               *store,
                                                const char                 *organisation,
                                                const char                 *before_session,
                                                gint64                     *since,
                                                GError                    **error);
gboolean    academy_what_changed_find_baseline (AcademyStore               *store,
                                                const char                 *baseline,
                                                gint64                     *since,
                                                GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyChanged, academy_changed_free)

G_END_DECLS
