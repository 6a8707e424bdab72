/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * ACADEMY_CONTAINS:
 *
 * An SQL function: whether any of some texts contains the last one, which is
 * already case-folded. SQLite's LIKE folds only ASCII.
 */
#define ACADEMY_CONTAINS "academy_contains"

/**
 * ACADEMY_DAY_OF:
 *
 * An SQL function: the day of an instant, whatever zone a file has it in, or of a day.
 */
#define ACADEMY_DAY_OF "academy_day_of"

/**
 * ACADEMY_COLLATE:
 *
 * The sort order of texts in SQL, see academy_collation_compare(). Use it in
 * queries only: no other program could read an index that has it.
 */
#define ACADEMY_COLLATE " COLLATE academy_finnish"

void academy_database_add_functions (sqlite3 *handle);

G_END_DECLS
