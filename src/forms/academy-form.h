/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_FORM (academy_form_get_type ())

G_DECLARE_FINAL_TYPE (AcademyForm, academy_form, ACADEMY, FORM, GtkWidget)

GtkWidget   *academy_form_new      (AcademyStore      *store,
                                    const AcademyKind *kind) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget   *academy_form_new_for_fields (AcademyStore       *store,
                                    const AcademyKind  *kind,
                                    const char * const *names) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_form_get_item (AcademyForm       *self);
void         academy_form_set_item (AcademyForm       *self,
                                    AcademyItem       *item);
void         academy_form_set_with_private (AcademyForm *self,
                                    gboolean           with_private);
gboolean     academy_form_flush    (AcademyForm       *self);
void         academy_form_start    (AcademyForm       *self,
                                    const char        *field);
void         academy_form_start_first (AcademyForm    *self);
void         academy_form_return   (AcademyForm       *self,
                                    const char        *id);
gboolean     academy_forms_flush   (GtkWidget         *root);
gboolean     academy_forms_undo_typing (GtkRoot       *root,
                                    gboolean           redo);
gboolean     academy_forms_leave_draft (GtkWidget    *root);
char        *academy_forms_dup_errors (GtkWidget    *root) G_GNUC_WARN_UNUSED_RESULT;
void         academy_forms_show_error (GtkWidget    *root);

G_END_DECLS
