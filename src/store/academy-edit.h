/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

typedef struct _AcademyEdit AcademyEdit;

AcademyEdit *academy_edit_new        (const char         *label) G_GNUC_WARN_UNUSED_RESULT;
void         academy_edit_free       (AcademyEdit        *self);
void         academy_edit_set        (AcademyEdit        *self,
                                      AcademyItem        *item,
                                      const AcademyField *field,
                                      const GValue       *value);
void         academy_edit_create     (AcademyEdit        *self,
                                      AcademyItem        *item);
void         academy_edit_delete     (AcademyEdit        *self,
                                      AcademyItem        *item);
void         academy_edit_set_group  (AcademyEdit        *self,
                                      const char         *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyEdit, academy_edit_free)

G_END_DECLS
