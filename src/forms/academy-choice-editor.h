/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_CHOICE_EDITOR (academy_choice_editor_get_type ())

G_DECLARE_FINAL_TYPE (AcademyChoiceEditor, academy_choice_editor, ACADEMY, CHOICE_EDITOR, AcademyEditor)

G_END_DECLS
