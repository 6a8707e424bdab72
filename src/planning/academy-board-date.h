/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-last-day.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * ACADEMY_BOARD_DATE_COUNTS:
 * @day: an SQL expression of the day by which the programme is judged
 *
 * An SQL condition on rows of organisations: whether the next board date that an
 * organisation has itself counts. It does until a presentation takes its place: one
 * on that day or later, whatever came of it, or one that is still to come. So a
 * meeting that moved is told once, though nobody changes the date of the organisation;
 * and that date counts again for the meeting after one that was held. Of a
 * presentation that is known to the month, the last day of the month is meant.
 */
#define ACADEMY_BOARD_DATE_COUNTS(day) \
  "(\"board_date\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT \"outcome\", " \
  ACADEMY_LAST_DAY ("\"meeting_date\"") " AS \"last\" FROM \"board_item\" " \
  "WHERE \"board_item\".\"organisation\" = \"organisation\".\"id\") " \
  "WHERE \"last\" >= \"board_date\" OR (\"outcome\" IS NULL AND \"last\" >= " day ")))"

gboolean academy_board_date_read (AcademyDay    *date,
                                  AcademyStore  *store,
                                  const char    *organisation,
                                  AcademyDay     day,
                                  GError       **error);

G_END_DECLS
