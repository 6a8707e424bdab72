/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

char     *academy_describe_title       (AcademyStore         *store,
                                        AcademyItem          *item) G_GNUC_WARN_UNUSED_RESULT;
char     *academy_describe             (AcademyStore         *store,
                                        AcademyItem          *item) G_GNUC_WARN_UNUSED_RESULT;
char     *academy_describe_apart       (AcademyStore         *store,
                                        AcademyItem          *item) G_GNUC_WARN_UNUSED_RESULT;
char     *academy_describe_line        (AcademyStore         *store,
                                        AcademyItem          *item) G_GNUC_WARN_UNUSED_RESULT;
char     *academy_describe_whole       (AcademyStore         *store,
                                        AcademyItem          *item) G_GNUC_WARN_UNUSED_RESULT;
gboolean  academy_describe_is_affected (const AcademyKind    *kind,
                                        const AcademyChanges *changes);

G_END_DECLS
