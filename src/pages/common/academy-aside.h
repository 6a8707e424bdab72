/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-form.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_ASIDE (academy_aside_get_type ())

G_DECLARE_FINAL_TYPE (AcademyAside, academy_aside, ACADEMY, ASIDE, AdwBin)

GtkWidget   *academy_aside_new      (AcademyStore      *store,
                                     const AcademyKind *kind) G_GNUC_WARN_UNUSED_RESULT;
AcademyForm *academy_aside_get_form (AcademyAside      *self);
AcademyItem *academy_aside_get_item (AcademyAside      *self);
void         academy_aside_set_item (AcademyAside      *self,
                                     AcademyItem       *item);
void         academy_aside_append   (AcademyAside      *self,
                                     GtkWidget         *group);
void         academy_aside_set_rest (AcademyAside      *self,
                                     const char        *title,
                                     GtkWidget         *rest);
void         academy_aside_rewind   (AcademyAside      *self);
gboolean     academy_aside_is_stuck (AcademyAside      *self);

G_END_DECLS
