/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-span.h"
#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_FOLLOWERS (academy_followers_get_type ())

G_DECLARE_FINAL_TYPE (AcademyFollowers, academy_followers, ACADEMY, FOLLOWERS, GObject)

AcademyFollowers *academy_followers_new      (AcademyStore      *store) G_GNUC_WARN_UNUSED_RESULT;
gboolean          academy_followers_shift    (AcademyFollowers  *self,
                                              GPtrArray         *items,
                                              int                days,
                                              const char        *group,
                                              GError           **error);
gboolean          academy_followers_resize   (AcademyFollowers  *self,
                                              AcademyItem       *item,
                                              AcademySpanEdge    edge,
                                              int                days,
                                              const char        *group,
                                              GError           **error);
gboolean          academy_followers_find     (AcademyFollowers  *self,
                                              GPtrArray         *items,
                                              int                days,
                                              const char        *group,
                                              char             **text,
                                              GError           **error);
gboolean          academy_followers_move_too (AcademyFollowers  *self,
                                              GError           **error);

G_END_DECLS
