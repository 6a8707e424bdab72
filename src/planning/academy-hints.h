/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-translations.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_HINT (academy_hint_get_type ())

/**
 * AcademyHintType:
 * @ACADEMY_HINT_DAY_OFF: an item is on a holiday or at a weekend
 * @ACADEMY_HINT_CLASH: two sessions need the same mentor at once
 * @ACADEMY_HINT_LOAD: an owner role has more work in a month than working days
 * @ACADEMY_HINT_DEPENDENCY: a measure starts before its predecessor allows
 * @ACADEMY_HINT_PROCUREMENT: a stage of a procurement is late for the day on which
 *   the thing is to be in use
 *
 * The subject of a hint.
 */
typedef enum {
  ACADEMY_HINT_DAY_OFF,
  ACADEMY_HINT_CLASH,
  ACADEMY_HINT_LOAD,
  ACADEMY_HINT_DEPENDENCY,
  ACADEMY_HINT_PROCUREMENT,
} AcademyHintType;

/**
 * AcademyHint:
 * @type: its subject
 * @organisation: (nullable): the id of the organisation; %NULL for an event of
 *   the programme
 * @kind: the kind of @item, or of the items that the hint is about
 * @item: (nullable): the id of the session, board item, organisation, event,
 *   procurement or too early measure; %NULL for the work of an owner role
 * @other: (nullable): the id of the other session, or of the predecessor
 * @text: a whole sentence for people
 * @key: its key for sorting, see academy_collation_make_key()
 * @day: the Julian day (see #GDate); the first of the month for the work of a
 *   role
 *
 * A date that a coordinator should check. No rule forbids it.
 */
typedef struct {
  AcademyHintType    type;
  const AcademyKind *kind;
  AcademyDay         day;

  /* Owned */
  char              *organisation;
  char              *item;
  char              *other;
  char              *text;
  char              *key;
} AcademyHint;

GType        academy_hint_get_type (void);
AcademyHint *academy_hint_copy     (const AcademyHint     *self) G_GNUC_WARN_UNUSED_RESULT;
void         academy_hint_free     (AcademyHint           *self);

GPtrArray   *academy_hints_read    (AcademyStore               *store,
                                    const char                 *organisation,
                                    const AcademyTranslations  *translations,
                                    const AcademyLanguage      *language,
                                    GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *academy_hints_update  (GPtrArray                  *hints,
                                    AcademyStore               *store,
                                    GHashTable                 *changed,
                                    const AcademyLanguage      *language,
                                    GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyHint, academy_hint_free)

G_END_DECLS
