/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "academy-canvas.h"

G_BEGIN_DECLS

typedef enum {
  ACADEMY_RECORD_FILL,
  ACADEMY_RECORD_FILL_PATH,
  ACADEMY_RECORD_STROKE,
  ACADEMY_RECORD_BORDER,
  ACADEMY_RECORD_GRADIENT,
  ACADEMY_RECORD_HATCH,
  ACADEMY_RECORD_LAYOUT,
} AcademyRecordType;

/* A recorded drawing: its bounds from the origin of the canvas without clips, and
 * the bounds of its visible part. */
typedef struct {
  AcademyRecordType  type;
  AcademyBox         bounds;
  AcademyBox         seen;
  AcademyColour      colour;
  gboolean           dashed;

  /* Owned */
  char              *text;
} AcademyRecord;

/* A canvas that records what is drawn on it, in order. */
typedef struct {
  AcademyCanvas   parent;

  /* Owned */
  GArray         *records;
  GArray         *states;

  AcademyBox      clip;
  cairo_matrix_t  matrix;
} AcademyRecorder;

AcademyRecorder     *academy_recorder_new      (void);
void                 academy_recorder_free     (AcademyRecorder   *self);
const AcademyRecord *academy_recorder_get      (AcademyRecorder   *self,
                                                guint              i);
const AcademyRecord *academy_recorder_find     (AcademyRecorder   *self,
                                                AcademyRecordType  type);
AcademyBox           academy_recorder_get_seen (AcademyRecorder   *self);
void                 academy_recorder_clear    (AcademyRecorder   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyRecorder, academy_recorder_free)

G_END_DECLS
