/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-bar.h"
#include "academy-schedule.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_LINE (academy_line_get_type ())

G_DECLARE_FINAL_TYPE (AcademyLine, academy_line, ACADEMY, LINE, GObject)

/**
 * AcademyLineFuncs:
 * @complete: adds dependencies, hints and the baseline to the bar, after it is
 *   filled from the item
 * @gone: (nullable): called when the line is disposed
 *
 * The functions that a line calls; its creator sets them.
 */
typedef struct {
  void (*complete) (AcademyLine *line, AcademyBar *bar, gpointer data);
  void (*gone)     (AcademyLine *line, gpointer data);
} AcademyLineFuncs;

AcademyLine      *academy_line_new_item        (AcademyStore                 *store,
                                                AcademyItem                  *item) G_GNUC_WARN_UNUSED_RESULT;
AcademyLine      *academy_line_new_entry       (AcademyStore                 *store,
                                                const AcademyScheduleEntry   *entry) G_GNUC_WARN_UNUSED_RESULT;
AcademyLine      *academy_line_new_heading     (const AcademyScheduleHeading *heading,
                                                AcademyItem                  *item) G_GNUC_WARN_UNUSED_RESULT;
const char       *academy_line_get_key         (AcademyLine                  *self);
void              academy_line_set_funcs       (AcademyLine                  *self,
                                                const AcademyLineFuncs       *funcs,
                                                gpointer                      data);
void              academy_line_update          (AcademyLine                  *self);
AcademyItem      *academy_line_get_item        (AcademyLine                  *self);
AcademyItem      *academy_line_get_about       (AcademyLine                  *self);
AcademyItem      *academy_line_peek_about      (AcademyLine                  *self);
gboolean          academy_line_is_heading      (AcademyLine                  *self);
gboolean          academy_line_is_measure      (AcademyLine                  *self);
gboolean          academy_line_is_folded       (AcademyLine                  *self);
void              academy_line_set_folded      (AcademyLine                  *self,
                                                gboolean                      folded);
void              academy_line_set_heading     (AcademyLine                  *self,
                                                const AcademyScheduleHeading *heading);
const AcademyBar *academy_line_get_bar         (AcademyLine                  *self);
GArray           *academy_line_get_marks       (AcademyLine                  *self);
char             *academy_line_dup_title       (AcademyLine                  *self,
                                                const AcademyLanguage        *language);
char             *academy_line_dup_note        (AcademyLine                  *self,
                                                const AcademyLanguage        *language);
char             *academy_line_dup_state       (AcademyLine                  *self,
                                                const AcademyLanguage        *language);
char             *academy_line_dup_goals       (AcademyLine                  *self,
                                                const AcademyLanguage        *language);
char             *academy_line_dup_description (AcademyLine                  *self,
                                                const AcademyLanguage        *language);

G_END_DECLS
