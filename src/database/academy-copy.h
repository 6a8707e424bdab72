/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-database.h"

G_BEGIN_DECLS

/**
 * AcademyCopyFunc:
 * @copy: a copy that no other connection sees yet
 * @data: the data passed with the function
 * @error: return location for an error
 *
 * Changes the copy before it is in its place; called outside a transaction.
 *
 * Returns: %FALSE to give the copy up
 */
typedef gboolean (*AcademyCopyFunc) (AcademyDatabase  *copy,
                                     gpointer          data,
                                     GError          **error);

gboolean         academy_copy_write     (AcademyDatabase  *source,
                                         const char       *path,
                                         gboolean          replace,
                                         AcademyCopyFunc   finish,
                                         gpointer          data,
                                         GCancellable     *cancellable,
                                         GError          **error);
AcademyDatabase *academy_copy_in_memory (AcademyDatabase  *source,
                                         char            **uri,
                                         GCancellable     *cancellable,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyDatabase *academy_copy_open      (const char       *path,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
