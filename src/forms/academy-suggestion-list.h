/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SUGGESTION_LIST (academy_suggestion_list_get_type ())

G_DECLARE_FINAL_TYPE (AcademySuggestionList, academy_suggestion_list, ACADEMY, SUGGESTION_LIST, AdwBin)

GtkWidget *academy_suggestion_list_new   (AcademyEditor         *editor,
                                          GtkText               *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean   academy_suggestion_list_press (AcademySuggestionList *self,
                                          guint                  key,
                                          GdkModifierType        modifiers);

G_END_DECLS
