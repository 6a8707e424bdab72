/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_LINKS_EDITOR (academy_links_editor_get_type ())

G_DECLARE_FINAL_TYPE (AcademyLinksEditor, academy_links_editor, ACADEMY, LINKS_EDITOR, AcademyEditor)

G_END_DECLS
