/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-entry.h"

G_BEGIN_DECLS

/**
 * AcademyEntryFilter:
 * @organisation: (nullable): the id of an organisation that must have changed
 * @kind: (nullable): a kind of which something must have changed
 * @author: (nullable): who made the entry
 * @since: the first time in microseconds since 1970; 0 for the beginning
 * @until: the time before which it was made; 0 for now
 * @text: (nullable): a text that a title or value must contain, ignoring case
 *
 * Which entries of the history are wanted; all of it must be met.
 */
typedef struct {
  const char        *organisation;
  const AcademyKind *kind;
  const char        *author;
  gint64             since;
  gint64             until;
  const char        *text;
} AcademyEntryFilter;

#define ACADEMY_TYPE_ENTRIES (academy_entries_get_type ())

G_DECLARE_FINAL_TYPE (AcademyEntries, academy_entries, ACADEMY, ENTRIES, GObject)

AcademyEntries *academy_entries_new         (AcademyStore              *store,
                                             const AcademyLanguage     *language) G_GNUC_WARN_UNUSED_RESULT;
void            academy_entries_set_filter  (AcademyEntries            *self,
                                             const AcademyEntryFilter  *filter);
gboolean        academy_entries_read_more   (AcademyEntries            *self,
                                             guint                      n_more,
                                             guint                      milliseconds,
                                             GError                   **error);
gboolean        academy_entries_is_complete (AcademyEntries            *self);
void            academy_entries_peek        (AcademyEntries            *self,
                                             guint                      position,
                                             gint64                    *step,
                                             gint64                    *at);
GStrv           academy_entries_get_authors (AcademyStore              *store,
                                             GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
