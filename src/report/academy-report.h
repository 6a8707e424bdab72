/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-canvas.h"
#include "academy-language.h"
#include "academy-palette.h"

G_BEGIN_DECLS

/**
 * AcademyBlockType:
 * @ACADEMY_BLOCK_HEADING: a heading inside a section; it stays with what follows
 * @ACADEMY_BLOCK_TEXT: a paragraph for each text
 * @ACADEMY_BLOCK_LIST: an item for each text
 * @ACADEMY_BLOCK_TABLE: a cell for each text, row by row
 * @ACADEMY_BLOCK_FIGURE: a drawing; its text is the alternative text
 *
 * What a part of a report is.
 */
typedef enum {
  ACADEMY_BLOCK_HEADING,
  ACADEMY_BLOCK_TEXT,
  ACADEMY_BLOCK_LIST,
  ACADEMY_BLOCK_TABLE,
  ACADEMY_BLOCK_FIGURE,
} AcademyBlockType;

/**
 * AcademyReportText:
 * @text: the whole text, with line ends but no other control characters
 * @lead: the number of bytes at its beginning that stand out
 * @detail: the number of bytes before what is less important at its end
 * @urgent: whether its beginning is urgent
 *
 * A text of a block.
 */
typedef struct {
  char     *text;
  guint     lead;
  guint     detail;
  gboolean  urgent;
} AcademyReportText;

/**
 * AcademyReportColumn:
 * @title: its head
 * @number: whether it has numbers, which stand at the right
 *
 * A column of a table.
 */
typedef struct {
  AcademyReportText title;
  gboolean          number;
} AcademyReportColumn;

/**
 * AcademyFigureRoom:
 * @context: a context for its texts
 * @palette: its colours
 * @font: the font size of its texts, in points
 * @width: its width
 * @height: its height
 *
 * Where and how a figure is drawn. Its origin is the top left.
 */
typedef struct {
  PangoContext         *context;
  const AcademyPalette *palette;
  double                font;
  double                width;
  double                height;
} AcademyFigureRoom;

/**
 * AcademyFigure:
 * @lines: its height, in lines of text
 * @draw: draws it; it must draw a text, because Cairo tags nothing else
 *
 * How a figure is drawn from its data.
 */
typedef struct {
  double   lines;
  void  (* draw) (gconstpointer            data,
                  AcademyCanvas           *canvas,
                  const AcademyFigureRoom *room);
} AcademyFigure;

/**
 * AcademyBlock:
 * @type: what it is
 * @texts: (element-type AcademyReportText): its texts
 * @columns: (element-type AcademyReportColumn): the columns of a table
 * @figure: how a figure is drawn
 * @data: the data of a figure
 *
 * A part of a section.
 */
typedef struct {
  AcademyBlockType     type;
  const AcademyFigure *figure;

  /* Owned */
  GPtrArray           *texts;
  GPtrArray           *columns;
  gpointer             data;
  GDestroyNotify       destroy;
} AcademyBlock;

/**
 * AcademyReportSection:
 * @id: a token that stays the same, for places and links
 * @title: its heading
 * @blocks: (element-type AcademyBlock): its parts
 * @confidential: whether it is on the copy of one reader only
 *
 * A part of a report with a heading.
 */
typedef struct {
  const char        *id;
  AcademyReportText  title;
  gboolean           confidential;

  /* Owned */
  GPtrArray         *blocks;
} AcademyReportSection;

/**
 * AcademyReport:
 * @language: its language
 * @kicker: what kind of report it is
 * @notice: for whom it is, when that is not for all; an empty text otherwise
 * @title: its title
 * @facts: (element-type AcademyReportText): lines below the title
 * @sections: (element-type AcademyReportSection): its sections
 *
 * What a report says, without any layout. It is plain data: all widgets, pages and
 * texts are made of it.
 */
typedef struct {
  const AcademyLanguage *language;
  AcademyReportText      kicker;
  AcademyReportText      notice;
  AcademyReportText      title;

  /* Owned */
  GPtrArray             *facts;
  GPtrArray             *sections;
} AcademyReport;

AcademyReport        *academy_report_new               (const char            *kicker,
                                                        const char            *title,
                                                        const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
AcademyReport        *academy_report_ref               (AcademyReport         *self);
void                  academy_report_unref             (AcademyReport         *self);
void                  academy_report_set_notice        (AcademyReport         *self,
                                                        const char            *notice);
void                  academy_report_add_fact          (AcademyReport         *self,
                                                        const char            *lead,
                                                        const char            *text);
AcademyReportSection *academy_report_add_section       (AcademyReport         *self,
                                                        const char            *id,
                                                        const char            *title);
AcademyBlock         *academy_report_section_add_block (AcademyReportSection  *self,
                                                        AcademyBlockType       type);
AcademyReportText    *academy_block_add                (AcademyBlock          *self,
                                                        const char            *lead,
                                                        const char            *text,
                                                        const char            *detail);
void                  academy_block_add_column         (AcademyBlock          *self,
                                                        const char            *title,
                                                        gboolean               number);
void                  academy_block_set_figure         (AcademyBlock          *self,
                                                        const AcademyFigure   *figure,
                                                        gpointer               data,
                                                        GDestroyNotify         destroy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyReport, academy_report_unref)

G_END_DECLS
