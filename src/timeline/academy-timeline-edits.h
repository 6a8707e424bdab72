/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-span.h"
#include "academy-store.h"
#include "academy-zoom.h"

G_BEGIN_DECLS

gboolean     academy_timeline_edit_shift    (AcademyStore      *store,
                                             GPtrArray         *items,
                                             int                days,
                                             const char        *group,
                                             GError           **error);
gboolean     academy_timeline_edit_move     (AcademyStore      *store,
                                             GPtrArray         *items,
                                             int                n_steps,
                                             AcademySpanStep    step,
                                             const char        *group,
                                             GError           **error);
gboolean     academy_timeline_edit_resize   (AcademyStore      *store,
                                             AcademyItem       *item,
                                             AcademySpanEdge    edge,
                                             int                days,
                                             const char        *group,
                                             GError           **error);
gboolean     academy_timeline_edit_progress (AcademyStore      *store,
                                             AcademyItem       *measure,
                                             int                progress,
                                             const char        *group,
                                             GError           **error);
gboolean     academy_timeline_edit_link     (AcademyStore      *store,
                                             AcademyItem       *predecessor,
                                             AcademyItem       *successor,
                                             GError           **error);
AcademyItem *academy_timeline_edit_begin    (AcademyStore      *store,
                                             const char        *organisation,
                                             AcademyDay         start,
                                             AcademyItem       *like,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     academy_timeline_edit_delete   (AcademyStore      *store,
                                             GPtrArray         *items,
                                             char             **text,
                                             GError           **error);
int          academy_timeline_edit_get_days (const AcademySpan *span,
                                             AcademyDay         edge,
                                             AcademyUnit        snap,
                                             int                steps);

G_END_DECLS
