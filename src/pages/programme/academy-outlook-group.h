/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-attention.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_OUTLOOK_GROUP (academy_outlook_group_get_type ())

G_DECLARE_FINAL_TYPE (AcademyOutlookGroup, academy_outlook_group, ACADEMY, OUTLOOK_GROUP, GtkBox)

GtkWidget *academy_outlook_group_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void       academy_outlook_group_begin (AcademyOutlookGroup         *self,
                                        const char                  *heading);
void       academy_outlook_group_add   (AcademyOutlookGroup         *self,
                                        const AcademyAttentionEntry *entry,
                                        const char                  *title,
                                        const char                  *subtitle,
                                        const char                  *icon_name,
                                        gboolean                     prepares);
void       academy_outlook_group_end   (AcademyOutlookGroup         *self);

G_END_DECLS
