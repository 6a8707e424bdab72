/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-changes.h"
#include "academy-date.h"
#include "academy-edit.h"
#include "academy-query.h"
#include "academy-reversal.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_STORE (academy_store_get_type ())

G_DECLARE_FINAL_TYPE (AcademyStore, academy_store, ACADEMY, STORE, GObject)

/**
 * AcademyFileState:
 * @ACADEMY_FILE_SAME: the file at the path is the one that was opened
 * @ACADEMY_FILE_REPLACED: another file is at the path
 * @ACADEMY_FILE_GONE: no file is at the path
 * @ACADEMY_FILE_OVERWRITTEN: the file has been written by another program
 *
 * The state of a file compared with when it was opened.
 */
typedef enum {
  ACADEMY_FILE_SAME,
  ACADEMY_FILE_REPLACED,
  ACADEMY_FILE_GONE,
  ACADEMY_FILE_OVERWRITTEN,
} AcademyFileState;

AcademyStore *academy_store_create         (const char         *path,
                                            AcademyEdit        *content,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyStore *academy_store_open           (const char         *path,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyStore *academy_store_open_to_look   (const char         *path,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      academy_store_close          (AcademyStore       *self,
                                            GError            **error);
const char   *academy_store_get_path       (AcademyStore       *self);
gboolean      academy_store_is_read_only   (AcademyStore       *self);

AcademyItem  *academy_store_get            (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const char         *id,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem  *academy_store_get_at         (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const char         *id,
                                            gint64              row,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      academy_store_has            (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const char         *id);
AcademyItem  *academy_store_get_or_report  (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const char         *id,
                                            gint64              row) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem  *academy_store_get_first      (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const char         *owner,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem  *academy_store_get_linked     (AcademyStore       *self,
                                            AcademyItem        *item,
                                            const char         *name,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem  *academy_store_get_owner      (AcademyStore       *self,
                                            AcademyItem        *item,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv         academy_store_get_texts      (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const AcademyField *field,
                                            const char         *owner,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *academy_store_get_all        (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const char         *owner,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *academy_store_get_targets    (AcademyStore       *self,
                                            const AcademyField *link,
                                            const AcademyKind  *kind,
                                            const char         *owner,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *academy_store_get_each       (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            GPtrArray          *ids,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *academy_store_get_ids        (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const char         *owner,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *academy_store_find           (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const AcademyQuery *query,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *academy_store_find_groups    (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const AcademyQuery *query,
                                            GPtrArray         **groups,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      academy_store_foreach        (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const char         *owner,
                                            AcademyItemFunc     func,
                                            gpointer            data,
                                            GError            **error);
gboolean      academy_store_begin_reading  (AcademyStore       *self,
                                            GError            **error);
void          academy_store_end_reading    (AcademyStore       *self);
gboolean      academy_store_count          (AcademyStore       *self,
                                            const AcademyKind  *kind,
                                            const char         *owner,
                                            gint64             *count,
                                            GError            **error);

gboolean      academy_store_apply          (AcademyStore       *self,
                                            AcademyEdit        *edit,
                                            GError            **error);
gboolean      academy_store_undo           (AcademyStore       *self,
                                            GError            **error);
gboolean      academy_store_redo           (AcademyStore       *self,
                                            GError            **error);
const AcademyReversal *academy_store_get_reversal (AcademyStore *self);
gint64        academy_store_get_last_step  (AcademyStore       *self);
gint64        academy_store_get_next_step  (AcademyStore       *self);
const char   *academy_store_get_undo_label (AcademyStore       *self);
const char   *academy_store_get_redo_label (AcademyStore       *self);
gboolean      academy_store_look           (AcademyStore       *self,
                                            GError            **error);
AcademyFileState academy_store_get_file_state (AcademyStore    *self);
GDateTime    *academy_store_get_as_of      (AcademyStore       *self);
gboolean      academy_store_is_waiting     (AcademyStore       *self);
gboolean      academy_store_is_at          (AcademyStore       *self,
                                            const char         *path);
void          academy_store_settle         (AcademyStore       *self);
gboolean      academy_store_keep_as        (AcademyStore       *self,
                                            const char         *path,
                                            GError            **error);
gboolean      academy_store_copy_without_log (const char       *path,
                                            const char         *target,
                                            GError            **error);
gboolean      academy_store_move_to        (AcademyStore       *self,
                                            const char         *path,
                                            GError            **error);
void          academy_store_watch          (AcademyStore       *self);
gboolean      academy_store_refresh        (AcademyStore       *self,
                                            GError            **error);
gboolean      academy_store_get_days       (AcademyStore       *self,
                                            AcademyItem        *item,
                                            GDate              *first,
                                            GDate              *last,
                                            GError            **error);
void          academy_store_report         (AcademyStore       *self,
                                            GError             *error);

AcademyDay    academy_store_get_day         (AcademyStore      *self);
AcademyDay    academy_store_get_status_date (AcademyStore      *self);
void          academy_store_set_status_date (AcademyStore      *self,
                                             AcademyDay         status_date);
void          academy_store_connect_day     (AcademyStore      *self,
                                             GCallback          callback,
                                             gpointer           object);

G_END_DECLS
