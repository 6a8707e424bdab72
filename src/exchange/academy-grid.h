/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ACADEMY_GRID_MAX_ROWS:
 *
 * The number of rows with values after which a pasted table is cut off.
 */
#define ACADEMY_GRID_MAX_ROWS    3000

/**
 * ACADEMY_GRID_MAX_HEADINGS:
 *
 * The most rows above them that are a title or headings.
 */
#define ACADEMY_GRID_MAX_HEADINGS 5

/**
 * ACADEMY_GRID_MAX_COLUMNS:
 *
 * The number of columns after which a pasted table is cut off.
 */
#define ACADEMY_GRID_MAX_COLUMNS 50

/**
 * ACADEMY_GRID_MAX_BYTES:
 *
 * The largest text or document that is read.
 */
#define ACADEMY_GRID_MAX_BYTES   (16 << 20)

typedef struct _AcademyGrid AcademyGrid;

AcademyGrid *academy_grid_new           (guint         max_rows,
                                         guint         max_columns) G_GNUC_WARN_UNUSED_RESULT;
AcademyGrid *academy_grid_new_from_text (const char   *text,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyGrid *academy_grid_new_from_html (const char   *data,
                                         gsize         length,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyGrid *academy_grid_new_for_pasting (void) G_GNUC_WARN_UNUSED_RESULT;
void         academy_grid_free          (AcademyGrid  *self);

guint        academy_grid_get_n_rows    (AcademyGrid  *self);
guint        academy_grid_get_n_columns (AcademyGrid  *self);
const char  *academy_grid_get_text      (AcademyGrid  *self,
                                         guint         row,
                                         guint         column);
void         academy_grid_take_text     (AcademyGrid  *self,
                                         guint         row,
                                         guint         column,
                                         char         *text);
void         academy_grid_set_number    (AcademyGrid  *self,
                                         guint         row,
                                         guint         column);
void         academy_grid_set_merged    (AcademyGrid  *self,
                                         guint         row,
                                         guint         column);
gboolean     academy_grid_has_merged    (AcademyGrid  *self);
void         academy_grid_set_repeats   (AcademyGrid  *self,
                                         gboolean      repeats);
gboolean     academy_grid_is_empty_row  (AcademyGrid  *self,
                                         guint         row);
gboolean     academy_grid_has_headings  (AcademyGrid  *self);
void         academy_grid_set_headings  (AcademyGrid  *self,
                                         gboolean      has_headings);
void         academy_grid_trim          (AcademyGrid  *self);
void         academy_grid_cut           (AcademyGrid  *self,
                                         guint         n_headings);
char        *academy_grid_dup_omission  (AcademyGrid  *self) G_GNUC_WARN_UNUSED_RESULT;

char        *academy_grid_to_text       (AcademyGrid  *self) G_GNUC_WARN_UNUSED_RESULT;
char        *academy_grid_to_html       (AcademyGrid  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyGrid, academy_grid_free)

G_END_DECLS
