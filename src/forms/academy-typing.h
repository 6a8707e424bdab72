/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_TYPING (academy_typing_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTyping, academy_typing, ACADEMY, TYPING, GObject)

AcademyTyping *academy_typing_new          (GtkWidget     *widget) G_GNUC_WARN_UNUSED_RESULT;
char          *academy_typing_dup_text     (AcademyTyping *self) G_GNUC_WARN_UNUSED_RESULT;
void           academy_typing_set_text     (AcademyTyping *self,
                                            const char    *text);
void           academy_typing_take_back    (AcademyTyping *self,
                                            const char    *saved);
gboolean       academy_typing_bring_back   (AcademyTyping *self);
void           academy_typing_rewind       (AcademyTyping *self);
gboolean       academy_typing_take_pending (AcademyTyping *self);
gboolean       academy_typing_is_pending   (AcademyTyping *self);
gboolean       academy_typing_has_focus    (AcademyTyping *self);
const char    *academy_typing_get_group    (AcademyTyping *self);
void           academy_typing_clean_line   (GtkEditable   *entry);
void           academy_typing_clean_lines  (GtkEditable   *entry);

G_END_DECLS
