/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyTranslationScope:
 * @ACADEMY_TRANSLATION_ALL: all texts that may have a second language
 * @ACADEMY_TRANSLATION_TIMELINE: the titles of what has a place in time
 *
 * The texts that an output shows.
 */
typedef enum {
  ACADEMY_TRANSLATION_ALL,
  ACADEMY_TRANSLATION_TIMELINE,
} AcademyTranslationScope;

typedef struct _AcademyTranslations AcademyTranslations;

AcademyTranslations *academy_translations_read          (AcademyStore               *store,
                                                         const char                 *organisation,
                                                         const char                 *language,
                                                         GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void                 academy_translations_free          (AcademyTranslations        *self);
const char          *academy_translations_get_second    (const AcademyTranslations  *self);
const char          *academy_translations_find          (const AcademyTranslations  *self,
                                                         AcademyItem                *item,
                                                         const AcademyField         *field,
                                                         const char                 *language);
gboolean             academy_translations_has           (const AcademyTranslations  *self,
                                                         AcademyItem                *item,
                                                         const AcademyField         *field);
const char          *academy_translations_get_text      (const AcademyTranslations  *self,
                                                         AcademyItem                *item,
                                                         const AcademyField         *field);
const char          *academy_translations_find_title    (const AcademyTranslations  *self,
                                                         const AcademyKind          *kind,
                                                         const char                 *item);
char                *academy_translations_dup_title     (const AcademyTranslations  *self,
                                                         AcademyItem                *item,
                                                         const AcademyLanguage      *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean             academy_translations_lack          (const AcademyTranslations  *self,
                                                         AcademyItem                *item,
                                                         const AcademyField         *field);
void                 academy_translations_apply         (const AcademyTranslations  *self,
                                                         AcademyItem                *item);
gboolean             academy_translations_show          (AcademyStore               *store,
                                                         const char                 *organisation,
                                                         const char                 *language,
                                                         GError                    **error);
gboolean             academy_translations_count_missing (AcademyStore               *store,
                                                         const char                 *organisation,
                                                         const char                 *language,
                                                         AcademyTranslationScope     scope,
                                                         guint                      *n_missing,
                                                         GError                    **error);
char                *academy_translations_tell_missing  (AcademyStore               *store,
                                                         const char                 *organisation,
                                                         const AcademyLanguage      *language,
                                                         AcademyTranslationScope     scope,
                                                         GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean             academy_translations_copy          (AcademyStore               *store,
                                                         AcademyItem                *item,
                                                         AcademyItem                *copy,
                                                         AcademyEdit                *edit,
                                                         GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyTranslations, academy_translations_free)

G_END_DECLS
