/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-entry-private.h"
#include "academy-item-change-private.h"
#include "academy-store-private.h"

G_BEGIN_DECLS

typedef struct _AcademyEntryReader AcademyEntryReader;

AcademyEntryReader *academy_entry_reader_new        (AcademyStore           *store,
                                                     const AcademyLanguage  *language) G_GNUC_WARN_UNUSED_RESULT;
void                academy_entry_reader_free       (AcademyEntryReader     *self);
void                academy_entry_reader_reset      (AcademyEntryReader     *self);
void                academy_entry_reader_hold       (AcademyEntryReader     *self,
                                                     gboolean                hold);
GPtrArray          *academy_entry_reader_read       (AcademyEntryReader     *self,
                                                     GBytes                 *changeset,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void                academy_entry_reader_note       (AcademyEntryReader     *self,
                                                     GPtrArray              *changes);
const char         *academy_entry_reader_find_place (AcademyEntryReader     *self,
                                                     const AcademyKind      *kind,
                                                     const char             *id);
GPtrArray          *academy_entry_reader_make_lines (AcademyEntryReader     *self,
                                                     GPtrArray              *changes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
