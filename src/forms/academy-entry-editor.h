/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_ENTRY_EDITOR (academy_entry_editor_get_type ())

G_DECLARE_FINAL_TYPE (AcademyEntryEditor, academy_entry_editor, ACADEMY, ENTRY_EDITOR, AcademyEditor)

G_END_DECLS
