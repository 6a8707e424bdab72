/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

typedef struct _AcademyKeptLine AcademyKeptLine;

AcademyKeptLine *academy_kept_line_new   (AcademyStore     *store,
                                          const char       *session);
void             academy_kept_line_set   (AcademyKeptLine  *self,
                                          const char       *line,
                                          const char       *note,
                                          const char       *change);
gboolean         academy_kept_line_find  (AcademyKeptLine  *self,
                                          char            **line,
                                          char            **note,
                                          char            **change);
void             academy_kept_line_flush (AcademyKeptLine  *self);
void             academy_kept_line_free  (AcademyKeptLine  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyKeptLine, academy_kept_line_free)

G_END_DECLS
