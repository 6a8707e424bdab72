/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-grid.h"
#include "academy-paste-steps.h"
#include "academy-store.h"

G_BEGIN_DECLS

typedef struct _AcademyPaste AcademyPaste;

AcademyPaste        *academy_paste_read                (AcademyGrid                *grid,
                                                        guint                       first_row,
                                                        const AcademyKind          *kind,
                                                        const AcademyField * const *columns,
                                                        AcademyStore               *store,
                                                        AcademyItem                *owner,
                                                        GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyPaste        *academy_paste_new                 (AcademyStore               *store,
                                                        const AcademyKind          *kind,
                                                        AcademyItem                *owner,
                                                        GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void                 academy_paste_free                (AcademyPaste               *self);
void                 academy_paste_add_draft           (AcademyPaste               *self,
                                                        AcademyItem                *draft);
void                 academy_paste_add_remark          (AcademyPaste               *self,
                                                        AcademyItem                *draft,
                                                        const AcademyField         *field,
                                                        const char                 *text,
                                                        char                       *message,
                                                        gboolean                    is_understood);
AcademyUnknownLink  *academy_paste_add_unknown_link    (AcademyPaste               *self,
                                                        const AcademyField         *field,
                                                        const char                 *title);
void                 academy_paste_name_link           (AcademyPaste               *self,
                                                        AcademyItem                *draft,
                                                        AcademyUnknownLink         *link);
void                 academy_paste_link                (AcademyItem                *draft,
                                                        const AcademyField         *field,
                                                        const char                 *id);
GPtrArray           *academy_paste_get_drafts          (AcademyPaste               *self);
const AcademyRemark *academy_paste_get_remark          (AcademyPaste               *self,
                                                        AcademyItem                *draft,
                                                        const AcademyField         *field);
void                 academy_paste_set                 (AcademyPaste               *self,
                                                        AcademyItem                *draft,
                                                        const AcademyField         *field,
                                                        const GValue               *value);
GPtrArray           *academy_paste_find_alike          (AcademyPaste               *self,
                                                        AcademyItem                *draft,
                                                        const AcademyField         *field) G_GNUC_WARN_UNUSED_RESULT;
void                 academy_paste_take_over           (AcademyPaste               *self,
                                                        AcademyItem                *draft,
                                                        AcademyPaste               *before,
                                                        AcademyItem                *draft_before,
                                                        const AcademyField         *field);
void                 academy_paste_set_taken           (AcademyPaste               *self,
                                                        AcademyItem                *draft,
                                                        gboolean                    taken);
gboolean             academy_paste_is_taken            (AcademyPaste               *self,
                                                        AcademyItem                *draft);
AcademyPasteSteps   *academy_paste_get_steps           (AcademyPaste               *self);
gboolean             academy_paste_is_understood       (AcademyPaste               *self,
                                                        AcademyItem                *draft);
gboolean             academy_paste_exists              (AcademyPaste               *self,
                                                        AcademyItem                *draft);
GPtrArray           *academy_paste_get_unknown_links   (AcademyPaste               *self);
void                 academy_paste_resolve_link        (AcademyPaste               *self,
                                                        AcademyUnknownLink         *link,
                                                        const char                 *id);
void                 academy_paste_reopen_link         (AcademyPaste               *self,
                                                        AcademyUnknownLink         *link);
gboolean             academy_paste_is_named            (AcademyPaste               *self,
                                                        AcademyUnknownLink         *link);
AcademyItem         *academy_paste_create_target       (AcademyPaste               *self,
                                                        AcademyStore               *store,
                                                        AcademyUnknownLink         *link,
                                                        GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void                 academy_paste_add_target          (AcademyPaste               *self,
                                                        AcademyItem                *target);
AcademyItem         *academy_paste_find_target         (AcademyPaste               *self,
                                                        const char                 *id);
AcademyEdit         *academy_paste_create_edit         (AcademyPaste               *self,
                                                        GPtrArray                  *drafts) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyPaste, academy_paste_free)

G_END_DECLS
