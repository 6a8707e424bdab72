/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/**
 * ACADEMY_LAST_DAY:
 * @day: an SQL expression of a day, in rows that have a certainty
 *
 * An SQL expression of the last day that is meant: of what is known to the month, the
 * last one of it.
 */
#define ACADEMY_LAST_DAY(day) \
  "iif (\"certainty\" = 'month', date (" day ", 'start of month', '+1 month', '-1 day'), " day ")"
