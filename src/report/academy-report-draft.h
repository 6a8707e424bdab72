/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-report-layout.h"

G_BEGIN_DECLS

/* A page has at least so many lines of a paragraph that is divided. */
#define ACADEMY_REPORT_LEAST_LINES 2

/* A text on its way to a page; what is before @from is on the page before. */
typedef struct {
  const AcademyReportText *text;
  gsize                    from;
  double                   x;
  double                   width;
  gboolean                 number;
  PangoLayout             *layout;
} AcademyReportPiece;

/* A row on its way to a page. */
typedef struct {
  AcademyReportRole           role;
  const AcademyReportSection *section;
  const AcademyBlock         *block;
  double                      font;
  double                      above;
  double                      height;
  gboolean                    bold;
  gboolean                    continued;
  GArray                     *pieces;
} AcademyReportDraft;

AcademyReportDraft *academy_report_draft_new          (AcademyReportRole           role,
                                                       const AcademyReportSection *section,
                                                       const AcademyBlock         *block,
                                                       double                      font) G_GNUC_WARN_UNUSED_RESULT;
void                academy_report_draft_free         (AcademyReportDraft         *self);
void                academy_report_draft_add          (AcademyReportDraft         *self,
                                                       const AcademyReportText    *text,
                                                       double                      x,
                                                       double                      width,
                                                       gboolean                    number);
void                academy_report_draft_measure      (AcademyReportDraft         *self,
                                                       PangoContext               *context);
GArray             *academy_report_draft_divide       (AcademyReportDraft         *self,
                                                       PangoContext               *context,
                                                       double                      room,
                                                       gboolean                    any,
                                                       double                     *height) G_GNUC_WARN_UNUSED_RESULT;
void                academy_report_draft_measure_text (const AcademyReportText    *text,
                                                       PangoContext               *context,
                                                       double                      font,
                                                       gboolean                    bold,
                                                       gboolean                    number,
                                                       double                     *least,
                                                       double                     *best);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyReportDraft, academy_report_draft_free)

G_END_DECLS
