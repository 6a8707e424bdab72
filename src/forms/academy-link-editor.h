/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_LINK_EDITOR (academy_link_editor_get_type ())

G_DECLARE_FINAL_TYPE (AcademyLinkEditor, academy_link_editor, ACADEMY, LINK_EDITOR, AcademyEditor)

G_END_DECLS
