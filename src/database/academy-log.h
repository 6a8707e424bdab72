/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"

G_BEGIN_DECLS

/*
 * The log of a programme file: the write-ahead log or rollback journal beside it,
 * and the mark that ties a log to its file.
 */

/* The files that SQLite puts beside a programme file; the index of the log comes
 * last. */
typedef enum {
  ACADEMY_LOG_WAL,
  ACADEMY_LOG_JOURNAL,
  ACADEMY_LOG_INDEX,
  ACADEMY_LOG_N_PARTS
} AcademyLogPart;

/* The token with which the newest log began, and the one before it. */
typedef struct {
  char *token;
  char *base;
} AcademyLogMark;

char        *academy_log_get_path       (const char            *path,
                                         AcademyLogPart         part) G_GNUC_WARN_UNUSED_RESULT;
gint64       academy_log_get_size       (const char            *path,
                                         AcademyLogPart         part);
const char  *academy_log_find           (const char            *path);
gboolean     academy_log_read_mark      (AcademyDatabase       *database,
                                         AcademyLogMark        *mark,
                                         GError               **error);
gboolean     academy_log_read_file_mark (const char            *path,
                                         AcademyLogMark        *mark,
                                         GError               **error);
gboolean     academy_log_belongs        (const AcademyLogMark  *file,
                                         const AcademyLogMark  *view);
gboolean     academy_log_write_mark     (AcademyDatabase       *database,
                                         gboolean               is_new,
                                         GError               **error);
gboolean     academy_log_exists         (AcademyDatabase       *database);
gboolean     academy_log_start          (AcademyDatabase       *database);
void         academy_log_checkpoint     (AcademyDatabase       *database);
void         academy_log_mark_clear     (AcademyLogMark        *mark);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcademyLogMark, academy_log_mark_clear)

G_END_DECLS
