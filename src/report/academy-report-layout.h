/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "academy-document.h"
#include "academy-report.h"

G_BEGIN_DECLS

/**
 * ACADEMY_GEOMETRY_SIZES:
 *
 * The greatest number of font sizes of a geometry.
 */
#define ACADEMY_GEOMETRY_SIZES 4

/**
 * ACADEMY_REPORT_GROUND:
 *
 * How far the ground of a confidential section is wider than its text on either side,
 * in points.
 */
#define ACADEMY_REPORT_GROUND 7

/**
 * AcademyGeometry:
 * @sheet: the paper
 * @family: (nullable): the font family; %NULL for that of the system
 * @inset: the width of the margins inside those of the sheet, in points
 * @side: the width of a column at the left for the headings of sections; 0 for
 *   headings above their sections
 * @sizes: the font sizes to try, the best first; 0 ends them
 * @flow: the font size of a report that needs more than one page at any of them
 * @title: how much larger the title is
 * @foot: the font size of the foot
 *
 * The measures of a kind of report.
 */
typedef struct {
  const AcademySheet *sheet;
  const char         *family;
  double              inset;
  double              side;
  double              sizes[ACADEMY_GEOMETRY_SIZES];
  double              flow;
  double              title;
  double              foot;
} AcademyGeometry;

/* A brief on A4. */
extern const AcademyGeometry academy_geometry_brief;

/**
 * AcademyReportRole:
 * @ACADEMY_REPORT_KICKER: what kind of report it is
 * @ACADEMY_REPORT_NOTICE: for whom it is
 * @ACADEMY_REPORT_TITLE: the title
 * @ACADEMY_REPORT_FACT: a line below the title
 * @ACADEMY_REPORT_SECTION: the heading of a section
 * @ACADEMY_REPORT_HEADING: a heading inside a section
 * @ACADEMY_REPORT_TEXT: a paragraph
 * @ACADEMY_REPORT_ITEM: an item of a list: its mark and its text
 * @ACADEMY_REPORT_HEAD: the head of a table
 * @ACADEMY_REPORT_ROW: a row of a table
 * @ACADEMY_REPORT_FIGURE: a figure
 *
 * What stands in a row of a page.
 */
typedef enum {
  ACADEMY_REPORT_KICKER,
  ACADEMY_REPORT_NOTICE,
  ACADEMY_REPORT_TITLE,
  ACADEMY_REPORT_FACT,
  ACADEMY_REPORT_SECTION,
  ACADEMY_REPORT_HEADING,
  ACADEMY_REPORT_TEXT,
  ACADEMY_REPORT_ITEM,
  ACADEMY_REPORT_HEAD,
  ACADEMY_REPORT_ROW,
  ACADEMY_REPORT_FIGURE,
  ACADEMY_N_REPORT_ROLES
} AcademyReportRole;

/**
 * AcademyReportCell:
 * @layout: its text
 * @x: its left edge, in points inside the margins of the sheet
 * @width: its width
 *
 * A text with its place.
 */
typedef struct {
  /* Owned */
  PangoLayout *layout;

  double       x;
  double       width;
} AcademyReportCell;

/**
 * AcademyReportRow:
 * @role: what it is
 * @section: (nullable): its section
 * @block: (nullable): its block
 * @font: its font size
 * @x: its left edge, in points inside the margins of the sheet
 * @y: its top
 * @width: its width
 * @height: its height
 * @above: the gap between it and what is above it
 * @continued: whether it goes on with what began on the page before, or repeats a head
 * @cells: (element-type AcademyReportCell): its texts
 *
 * A line of a heading, a paragraph, an item or a row of a table with its place, or
 * that part of it that is on one page.
 */
typedef struct {
  AcademyReportRole           role;
  const AcademyReportSection *section;
  const AcademyBlock         *block;
  double                      font;
  double                      x;
  double                      y;
  double                      width;
  double                      height;
  double                      above;
  gboolean                    continued;

  /* Owned */
  GPtrArray            *cells;
} AcademyReportRow;

GPtrArray *academy_report_lay_out (AcademyReport         *report,
                                   const AcademyGeometry *geometry,
                                   PangoContext          *context,
                                   double                 width,
                                   double                 height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
