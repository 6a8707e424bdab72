/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-timeline-model.h"

G_BEGIN_DECLS

GPtrArray   *academy_timeline_selection_dup_items   (GtkSelectionModel *selection) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_timeline_selection_dup_item    (GtkSelectionModel *selection) G_GNUC_WARN_UNUSED_RESULT;
guint        academy_timeline_selection_get_first   (GtkSelectionModel *selection);
GHashTable  *academy_timeline_selection_dup_keys    (GtkSelectionModel *selection) G_GNUC_WARN_UNUSED_RESULT;
void         academy_timeline_selection_select_keys (GtkSelectionModel *selection,
                                                     GHashTable        *keys);

G_END_DECLS
