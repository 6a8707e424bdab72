/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-changes.h"

G_BEGIN_DECLS

typedef struct _AcademyReversal AcademyReversal;

gboolean           academy_reversal_is_redo          (const AcademyReversal *self);
gint64             academy_reversal_get_step         (const AcademyReversal *self);
const AcademyKind *academy_reversal_get_kind         (const AcademyReversal *self);
const char        *academy_reversal_get_item         (const AcademyReversal *self);
gboolean           academy_reversal_is_removal       (const AcademyReversal *self);
char              *academy_reversal_dup_text         (const AcademyReversal *self);

char              *academy_step_dup_paste_label      (const AcademyKind     *kind,
                                                      guint                  n_items) G_GNUC_WARN_UNUSED_RESULT;
char              *academy_step_dup_label            (const char            *label) G_GNUC_WARN_UNUSED_RESULT;
char              *academy_step_dup_phrase           (const char            *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
