/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyDueToday:
 * @kind: the kind of the item
 * @item: the id of the item
 * @title: what is today, and whose it is
 * @text: when and where
 *
 * Something to be reminded of in the morning.
 */
typedef struct {
  const AcademyKind *kind;

  /* Owned */
  char              *item;
  char              *title;
  char              *text;
} AcademyDueToday;

GPtrArray *academy_due_today_read (AcademyStore           *store,
                                   const AcademyLanguage  *language,
                                   GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
