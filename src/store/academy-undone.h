/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyUndone:
 * @step: the number of its entry in the history
 * @at: the time of the edit
 * @what: its description in a list: “Description · Market dialogue · Turku”
 * @excerpt: (nullable): an excerpt of the text that it wrote
 *
 * An undone step.
 */
typedef struct {
  gint64     step;

  /* Owned */
  GDateTime *at;
  char      *what;
  char      *excerpt;
} AcademyUndone;

void       academy_undone_free         (AcademyUndone  *self);
gboolean   academy_store_has_undone    (AcademyStore   *store);
GPtrArray *academy_store_get_undone    (AcademyStore   *store,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   academy_store_bring_back    (AcademyStore   *store,
                                        gint64          step,
                                        GError        **error);
gboolean   academy_store_bring_back_removed (AcademyStore  *store,
                                        gint64          step,
                                        GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyUndone, academy_undone_free)

G_END_DECLS
