/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-open-file.h"

G_BEGIN_DECLS

/*
 * AcademyPrivateCopy: a copy of a programme file and its log in a folder of this
 * process only, to read a file that must not be changed.
 */
typedef struct _AcademyPrivateCopy AcademyPrivateCopy;

AcademyPrivateCopy *academy_private_copy_new      (AcademyOpenFile     *file,
                                                   const char          *path,
                                                   gboolean             with_log,
                                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void                academy_private_copy_free     (AcademyPrivateCopy  *self);
const char         *academy_private_copy_get_path (AcademyPrivateCopy  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyPrivateCopy, academy_private_copy_free)

G_END_DECLS
