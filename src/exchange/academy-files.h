/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-scratch.h"

G_BEGIN_DECLS

/**
 * AcademyFilesFlags:
 * @ACADEMY_FILES_PRIVATE: new files are readable only by their owner
 */
typedef enum {
  ACADEMY_FILES_DEFAULT = 0,
  ACADEMY_FILES_PRIVATE = 1 << 0,
} AcademyFilesFlags;

gboolean academy_files_write        (const char           *programme,
                                     GPtrArray            *files,
                                     GPtrArray            *contents,
                                     AcademyFilesFlags     flags,
                                     GError              **error);
gboolean academy_files_write_one    (const char           *programme,
                                     const char           *path,
                                     AcademyScratch       *content,
                                     AcademyFilesFlags     flags,
                                     GError              **error);
gboolean academy_files_write_text   (const char           *programme,
                                     const char           *path,
                                     const char           *text,
                                     AcademyFilesFlags     flags,
                                     GError              **error);
void     academy_files_write_async  (const char           *programme,
                                     const char           *file,
                                     AcademyScratch       *content,
                                     GAsyncReadyCallback   callback,
                                     gpointer              data);
gboolean academy_files_write_finish (GAsyncResult         *result,
                                     GError              **error);
gboolean academy_files_check_output (const char           *programme,
                                     GError              **error);

G_END_DECLS
