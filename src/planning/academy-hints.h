/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_HINT (academy_hint_get_type ())

/**
 * AcademyHintType:
 * @ACADEMY_HINT_DAY_OFF: something is to take place on a holiday or at a weekend
 * @ACADEMY_HINT_CLASH: a mentor is wanted in two sessions at once
 * @ACADEMY_HINT_LOAD: an owner role has more work in a month than working days
 * @ACADEMY_HINT_DEPENDENCY: a measure starts before what it waits for allows
 *
 * What a hint is about.
 */
typedef enum {
  ACADEMY_HINT_DAY_OFF,
  ACADEMY_HINT_CLASH,
  ACADEMY_HINT_LOAD,
  ACADEMY_HINT_DEPENDENCY,
} AcademyHintType;

/**
 * AcademyHint:
 * @type: what it is about
 * @organisation: (nullable): the id of the organisation; %NULL for an event of
 *   the programme
 * @kind: the kind of @item
 * @item: (nullable): the id of what it is about: the session, board item,
 *   organisation or event, or the measure that starts too early; %NULL for the
 *   work of an owner role
 * @other: (nullable): the id of the other session, or of the measure waited for
 * @text: a whole sentence
 * @day: the Julian day (see #GDate); for the work of a month its first one
 *
 * Something in the dates that a coordinator should look at. Nothing forbids it.
 */
typedef struct {
  AcademyHintType    type;
  const AcademyKind *kind;
  guint32            day;

  /* Owned */
  char              *organisation;
  char              *item;
  char              *other;
  char              *text;
} AcademyHint;

GType        academy_hint_get_type (void);
AcademyHint *academy_hint_copy     (const AcademyHint *self) G_GNUC_WARN_UNUSED_RESULT;
void         academy_hint_free     (AcademyHint       *self);

GPtrArray   *academy_hints_read    (AcademyStore           *store,
                                    const char             *organisation,
                                    const AcademyLanguage  *language,
                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyHint, academy_hint_free)

G_END_DECLS
