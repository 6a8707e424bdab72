/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-changes-private.h"
#include "academy-database.h"
#include "academy-edit-private.h"
#include "academy-store.h"

G_BEGIN_DECLS

/* A step of undo: a row of the history, and the part of it that the history
 * does not keep because it is about people. */
typedef struct {
  gint64      seq;
  gboolean    personal;

  /* Owned */
  char       *label;
  GBytes     *unrecorded;
} AcademyHistoryStep;

struct _AcademyStore {
  GObject          parent_instance;

  /* Owned */
  char            *path;
  AcademyDatabase *database;
  GHashTable      *items;
  GPtrArray       *undo_steps;
  GPtrArray       *redo_steps;
  GFileMonitor    *monitor;
  char            *last_group;

  gint64           data_version;
  gboolean         read_only;
};

gboolean    academy_store_check_writable      (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_write_operations    (AcademyStore        *self,
                                               AcademyEdit         *edit,
                                               GError             **error);
void        academy_store_give_back_memory    (gsize                size);
void        academy_store_adopt               (AcademyStore        *self,
                                               AcademyItem         *item);
gboolean    academy_store_publish             (AcademyStore        *self,
                                               GBytes              *recorded,
                                               GBytes              *unrecorded,
                                               GError             **error);
gboolean    academy_store_read_data_version   (AcademyStore        *self,
                                               GError             **error);

gboolean    academy_store_bring_up_to_date    (AcademyStore        *self,
                                               GError             **error);

gboolean    academy_store_load_history        (AcademyStore        *self,
                                               GError             **error);
gboolean    academy_store_append_history      (AcademyStore        *self,
                                               AcademyEdit         *edit,
                                               GBytes              *recorded,
                                               GBytes              *unrecorded,
                                               AcademyHistoryStep **step,
                                               GError             **error);
void        academy_store_push_history        (AcademyStore        *self,
                                               AcademyEdit         *edit,
                                               AcademyHistoryStep  *step);
void        academy_history_step_free         (AcademyHistoryStep  *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyHistoryStep, academy_history_step_free)

G_END_DECLS
