/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-journal.h"

G_BEGIN_DECLS

/*
 * AcademyJournal: the transactions of a store since its newest backup, from which
 * the content is rebuilt when another program overwrites the file.
 */
typedef struct _AcademyJournal AcademyJournal;

void academy_journal_start   (AcademyStore   *store);
void academy_journal_free    (AcademyJournal *self);
void academy_journal_add     (AcademyJournal *self,
                              GBytes         *recorded);
void academy_journal_restart (AcademyJournal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyJournal, academy_journal_free)

G_END_DECLS
