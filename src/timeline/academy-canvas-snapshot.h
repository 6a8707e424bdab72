/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-canvas.h"

G_BEGIN_DECLS

/**
 * AcademySnapshotCanvas:
 *
 * A canvas for widgets, as long as their snapshot is made.
 */
typedef struct {
  AcademyCanvas  parent;

  /* Borrowed */
  GtkSnapshot   *snapshot;
} AcademySnapshotCanvas;

AcademyCanvas *academy_snapshot_canvas_init (AcademySnapshotCanvas *self,
                                             GtkSnapshot           *snapshot);

G_END_DECLS
