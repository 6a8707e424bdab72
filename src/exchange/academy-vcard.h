/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * ACADEMY_VCARD_MAX_BYTES:
 *
 * The largest file of contacts that is read.
 */
#define ACADEMY_VCARD_MAX_BYTES (32 * 1024 * 1024)

char        *academy_vcard_write         (AcademyStore           *store,
                                          GPtrArray              *people,
                                          const AcademyLanguage  *language,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *academy_vcard_find_people   (AcademyStore           *store,
                                          const char             *organisation,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray   *academy_vcard_read          (const char             *text,
                                          gsize                   length,
                                          const char             *programme,
                                          guint                  *n_skipped,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable  *academy_vcard_find_known    (AcademyStore           *store,
                                          GPtrArray              *people,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyEdit *academy_vcard_create_import (GPtrArray              *people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
