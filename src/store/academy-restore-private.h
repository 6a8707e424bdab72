/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"
#include "academy-restore.h"

G_BEGIN_DECLS

GPtrArray *academy_restore_compare     (AcademyStore     *store,
                                        const char       *backup,
                                        GCancellable     *cancellable,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   academy_restore             (AcademyStore     *store,
                                        const char       *backup,
                                        GCancellable     *cancellable,
                                        GError          **error);
gboolean   academy_restore_file        (const char       *damaged,
                                        const char       *path,
                                        GCancellable     *cancellable,
                                        GError          **error);
gboolean   academy_restore_check_sound (AcademyDatabase  *backup,
                                        GError          **error);

G_END_DECLS
