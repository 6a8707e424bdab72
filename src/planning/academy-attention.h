/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyUrgency:
 * @ACADEMY_URGENCY_LATE: its day has passed
 * @ACADEMY_URGENCY_SOON: its day is near
 * @ACADEMY_URGENCY_MISSING: something is missing or does not fit
 *
 * How urgent something is, the most urgent first.
 */
typedef enum {
  ACADEMY_URGENCY_LATE,
  ACADEMY_URGENCY_SOON,
  ACADEMY_URGENCY_MISSING,
  ACADEMY_N_URGENCIES,
} AcademyUrgency;

/**
 * AcademyAttentionType:
 * @ACADEMY_ATTENTION_OVERDUE: should have been finished
 * @ACADEMY_ATTENTION_DUE: is to be finished within two weeks
 * @ACADEMY_ATTENTION_BOARD: the board meets within three weeks, and the plan is
 *   not complete
 * @ACADEMY_ATTENTION_SESSION: a session without a time or an agenda
 * @ACADEMY_ATTENTION_CONTACT: no contact with the mentor for three weeks, while the
 *   programme runs
 * @ACADEMY_ATTENTION_INCOMPLETE: measures without an owner role or dates
 * @ACADEMY_ATTENTION_OPEN: open follow-ups that are due later, or without a due date
 * @ACADEMY_ATTENTION_HINT: dates that do not go together, see academy_hints_read()
 *
 * Why something needs attention.
 */
typedef enum {
  ACADEMY_ATTENTION_OVERDUE,
  ACADEMY_ATTENTION_DUE,
  ACADEMY_ATTENTION_BOARD,
  ACADEMY_ATTENTION_SESSION,
  ACADEMY_ATTENTION_CONTACT,
  ACADEMY_ATTENTION_INCOMPLETE,
  ACADEMY_ATTENTION_OPEN,
  ACADEMY_ATTENTION_HINT,
} AcademyAttentionType;

/**
 * AcademyAttentionEntry:
 * @type: why it needs attention
 * @urgency: how urgent it is
 * @kind: the kind of the item
 * @item: the id of the item to look at
 * @organisation: (nullable): the id of its organisation; %NULL for what belongs to
 *   the programme
 * @title: what needs attention
 * @text: whose it is, and how long it has been so
 * @day: the Julian day that it is about; 0 for none
 * @n_items: how many items of @kind it tells of; when there are several, @item is the
 *   first of them
 *
 * Something that needs attention.
 */
typedef struct {
  AcademyAttentionType type;
  AcademyUrgency       urgency;
  const AcademyKind   *kind;
  AcademyDay           day;
  guint                n_items;

  /* Owned */
  char                *item;
  char                *organisation;
  char                *title;
  char                *text;
} AcademyAttentionEntry;

typedef struct _AcademyAttention AcademyAttention;

AcademyAttention *academy_attention_new         (AcademyStore          *store,
                                                 const char            *organisation,
                                                 guint                  limit,
                                                 const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
void              academy_attention_free        (AcademyAttention      *self);
void              academy_attention_invalidate  (AcademyAttention      *self,
                                                 AcademyChanges        *changes);
gboolean          academy_attention_read        (AcademyAttention      *self,
                                                 GError               **error);
gboolean          academy_attention_count_late  (AcademyStore          *store,
                                                 const char            *organisation,
                                                 guint                 *n_late,
                                                 GError               **error);
GPtrArray        *academy_attention_get_entries (AcademyAttention      *self);
GPtrArray        *academy_attention_get_next    (AcademyAttention      *self);
const char       *academy_attention_get_name    (AcademyAttentionType   type);
const char       *academy_urgency_get_name      (AcademyUrgency         urgency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyAttention, academy_attention_free)

G_END_DECLS
