/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_FLAG_EDITOR (academy_flag_editor_get_type ())

G_DECLARE_FINAL_TYPE (AcademyFlagEditor, academy_flag_editor, ACADEMY, FLAG_EDITOR, AcademyEditor)

void academy_flag_editor_toggle (AcademyItem        *item,
                                 const AcademyField *field,
                                 GValue             *value);

G_END_DECLS
