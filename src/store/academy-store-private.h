/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-changes-private.h"
#include "academy-database.h"
#include "academy-edit-private.h"
#include "academy-journal-private.h"
#include "academy-log.h"
#include "academy-open-file.h"
#include "academy-private-copy.h"
#include "academy-reversal-private.h"
#include "academy-store.h"
#include "academy-translations.h"

G_BEGIN_DECLS

/* A step of undo: an entry of the history, and the changes about people, which
 * the history does not record. */
typedef struct {
  gint64          seq;
  gboolean        personal;
  /* Whether other edits were made since it was undone. */
  gboolean        is_outrun;

  /* Owned */
  char           *label;
  GBytes         *unrecorded;
  AcademyChanges *changes;
} AcademyHistoryStep;

struct _AcademyStore {
  GObject             parent_instance;

  /* Owned */
  char               *path;
  char               *author;
  AcademyOpenFile    *file;
  AcademyPrivateCopy *copy;
  AcademyDatabase    *database;
  GFileMonitor       *file_monitor;
  GFileMonitor       *log_monitor;
  GDateTime          *as_of;
  GHashTable         *items;
  GPtrArray          *undo_steps;
  GPtrArray          *redo_steps;
  GPtrArray          *lost_steps;
  AcademyReversal    *reversal;
  AcademyJournal     *journal;
  char               *last_group;
  GHashTable         *faults;
  AcademyTranslations *translations;

  /* The status of the file after the last write by this program, in any process. */
  struct stat         stamp;
  AcademyLogMark      mark;
  ino_t               log_inode;
  gint64              log_size;
  AcademyFileState    file_state;

  /* The status date of the programme, when it has been read. */
  AcademyDay          status_date;
  gboolean            knows_status_date;

  gint64              data_version;
  guint               settle_id;
  guint               wait_id;
  gboolean            read_only;
  gboolean            has_foreign_log;
  gboolean            has_marked_log;
  gboolean            has_no_log;
  gboolean            is_watching;
};

/* Writes an edit within the transaction of the caller. */
typedef gboolean (*AcademyWriteFunc) (AcademyStore  *self,
                                      AcademyEdit   *edit,
                                      GError       **error);

gboolean    academy_store_write               (AcademyStore        *self,
                                               AcademyEdit         *edit,
                                               AcademyWriteFunc     write,
                                               GError             **error);
gboolean    academy_store_attach_kind         (sqlite3_session     *session,
                                               const AcademyKind   *kind);
void        academy_store_want_backup         (AcademyStore        *self);
void        academy_store_rollback            (AcademyStore        *self);
gboolean    academy_store_start               (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_close_file          (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_examine             (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_migrate             (AcademyDatabase     *database,
                                               const char          *path,
                                               GError             **error);
gboolean    academy_store_bring_up_to_date    (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_is_old              (AcademyStore        *self);
void        academy_store_notify_file         (AcademyStore        *self);
gboolean    academy_store_read_again          (AcademyStore        *self,
                                               GError             **error);

gboolean    academy_store_begin               (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_commit              (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_write_operations    (AcademyStore        *self,
                                               AcademyEdit         *edit,
                                               GError             **error);
void        academy_store_give_back_memory    (gsize                size);
void        academy_store_report_fault        (const GError        *fault,
                                               gpointer             self);
void        academy_store_adopt               (AcademyStore        *self,
                                               AcademyItem         *item);
void        academy_store_publish             (AcademyStore        *self,
                                               AcademyChanges      *changes);
gboolean    academy_store_judge_changes       (AcademyStore        *self,
                                               AcademyChanges      *changes,
                                               GError             **error);
gboolean    academy_store_read_data_version   (AcademyStore        *self,
                                               GError             **error);

gboolean    academy_store_note_unrecorded     (AcademyStore        *self,
                                               GBytes              *unrecorded,
                                               const char          *at,
                                               GError             **error);
GHashTable *academy_store_find_stamps         (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_write_content       (AcademyStore        *self,
                                               AcademyEdit         *content,
                                               GError             **error);

gboolean    academy_store_load_history        (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_begin_history       (AcademyStore        *self,
                                               const char          *label,
                                               const char          *at,
                                               GError             **error);
gboolean    academy_store_append_history      (AcademyStore        *self,
                                               AcademyEdit         *edit,
                                               const char          *at,
                                               GBytes              *recorded,
                                               GBytes              *unrecorded,
                                               AcademyHistoryStep **step,
                                               GError             **error);
void        academy_store_push_history        (AcademyStore        *self,
                                               AcademyEdit         *edit,
                                               AcademyHistoryStep  *step,
                                               AcademyChanges      *changes);
gboolean    academy_store_extends_last        (AcademyStore        *self,
                                               AcademyEdit         *edit);
char       *academy_store_dup_time            (AcademyStore        *self,
                                               gint64               seq,
                                               GError             **error);
GBytes     *academy_store_read_changeset      (AcademyStore        *self,
                                               gint64               seq,
                                               GError             **error);
GBytes     *academy_store_invert_changeset    (AcademyStore        *self,
                                               GBytes              *changeset,
                                               GError             **error);

AcademyHistoryStep *
            academy_history_step_new          (gint64               seq,
                                               const char          *label,
                                               gboolean             personal,
                                               GBytes              *unrecorded);
void        academy_history_step_free         (AcademyHistoryStep  *step);
AcademyHistoryStep *
            academy_history_get_last          (GPtrArray           *steps);
void        academy_history_move_last         (GPtrArray           *from,
                                               GPtrArray           *to,
                                               gint64               seq,
                                               AcademyChanges      *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyHistoryStep, academy_history_step_free)

G_END_DECLS
