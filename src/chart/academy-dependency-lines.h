/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-bar.h"
#include "academy-lines.h"

G_BEGIN_DECLS

/**
 * AcademyDependencyLine:
 * @from: the position of the line of the predecessor
 * @to: the position of the line of the successor
 * @end: the last day of the predecessor
 * @start: the first day of the successor
 * @broken: whether the successor starts too early
 * @dependency: (transfer none): the dependency
 *
 * A dependency between two lines, with days that a drag may change before they
 * are saved.
 */
typedef struct {
  guint                            from;
  guint                            to;
  AcademyDay                       end;
  AcademyDay                       start;
  gboolean                         broken;
  const AcademyScheduleDependency *dependency;
} AcademyDependencyLine;

/**
 * AcademyDependencyLines:
 *
 * The dependencies of a timeline and the lines at their ends.
 */
typedef struct _AcademyDependencyLines AcademyDependencyLines;

AcademyDependencyLines *academy_dependency_lines_new      (void);
void                    academy_dependency_lines_free     (AcademyDependencyLines *self);
gboolean                academy_dependency_lines_read     (AcademyDependencyLines *self,
                                                           AcademyStore           *store,
                                                           const char             *organisation,
                                                           GError                **error);
gboolean                academy_dependency_lines_update   (AcademyDependencyLines *self,
                                                           AcademyStore           *store,
                                                           GHashTable             *changed,
                                                           GError                **error);
void                    academy_dependency_lines_place    (AcademyDependencyLines *self,
                                                           AcademyLines           *lines);
GArray                 *academy_dependency_lines_get      (AcademyDependencyLines *self);
void                    academy_dependency_lines_complete (AcademyDependencyLines *self,
                                                           const char             *id,
                                                           AcademyBar             *bar);

G_END_DECLS
