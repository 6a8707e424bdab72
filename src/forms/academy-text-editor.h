/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TEXT_EDITOR (academy_text_editor_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTextEditor, academy_text_editor, ACADEMY, TEXT_EDITOR, AcademyEditor)

G_END_DECLS
