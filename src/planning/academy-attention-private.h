/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-attention.h"

G_BEGIN_DECLS

AcademyAttentionEntry *academy_attention_entry_new         (AcademyAttentionType     type,
                                                            AcademyUrgency           urgency,
                                                            const AcademyKind       *kind,
                                                            const char              *item,
                                                            const char              *organisation,
                                                            AcademyDay               day,
                                                            char                    *title,
                                                            char                    *text);
void                   academy_attention_entry_free        (gpointer                 data);
gboolean               academy_attention_read_organisation (AcademyStore            *store,
                                                            const char              *organisation,
                                                            guint                    limit,
                                                            const AcademyLanguage   *language,
                                                            GPtrArray               *entries,
                                                            GPtrArray               *next,
                                                            GError                 **error);

G_END_DECLS
