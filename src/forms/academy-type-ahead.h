/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AcademyTypeAhead AcademyTypeAhead;

AcademyTypeAhead *academy_type_ahead_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void              academy_type_ahead_free    (AcademyTypeAhead *self);
void              academy_type_ahead_reset   (AcademyTypeAhead *self);
gboolean          academy_type_ahead_find    (AcademyTypeAhead *self,
                                              GListModel       *strings,
                                              guint             current,
                                              gunichar          letter,
                                              guint            *position);
gboolean          academy_type_ahead_goes_on (AcademyTypeAhead *self,
                                              GListModel       *strings,
                                              gunichar          letter);
const char       *academy_type_ahead_get     (AcademyTypeAhead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyTypeAhead, academy_type_ahead_free)

G_END_DECLS
