/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

#include "academy-database.h"

G_BEGIN_DECLS

/*
 * AcademyOpenFile: a programme file that this process has open. There is one
 * object for each file on the disk, whatever its paths; threads share it.
 */
typedef struct _AcademyOpenFile AcademyOpenFile;

/* Facts from the header of an SQLite file, and its size in bytes. */
typedef struct {
  guint32  application_id;
  guint32  user_version;
  guint64  wanted_size;
  guint64  size;
  gboolean has_wal_format;
} AcademyFileHeader;

AcademyOpenFile  *academy_open_file_acquire     (const char         *path,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void              academy_open_file_release     (AcademyOpenFile    *self);
gboolean          academy_open_file_read_header (AcademyOpenFile    *self,
                                                 const char         *path,
                                                 AcademyFileHeader  *header,
                                                 GError            **error);
gboolean          academy_open_file_is_in_use   (AcademyOpenFile    *self);
gboolean          academy_open_file_is_in_way   (AcademyOpenFile    *self,
                                                 const char         *path);
gboolean          academy_open_file_is_remote   (AcademyOpenFile    *self);
int               academy_open_file_get_fd      (AcademyOpenFile    *self);
void              academy_open_file_stat        (AcademyOpenFile    *self,
                                                 struct stat        *status);
gboolean          academy_open_file_is_unchanged (const struct stat *before,
                                                 const struct stat  *now);
gboolean          academy_open_file_is_at       (AcademyOpenFile    *self,
                                                 const char         *path,
                                                 gboolean           *exists);
gboolean          academy_open_file_can_share   (const char         *path);
AcademyDatabase  *academy_open_file_connect     (AcademyOpenFile    *self,
                                                 const char         *path,
                                                 gboolean            to_write,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void              academy_open_file_guard       (AcademyOpenFile    *self,
                                                 const char         *path);
gboolean          academy_open_file_disconnect  (AcademyOpenFile    *self,
                                                 AcademyDatabase    *database,
                                                 GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyOpenFile, academy_open_file_release)

G_END_DECLS
