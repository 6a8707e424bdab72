/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-board-date.h"

#include "academy-store-query.h"

static void
take_date (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      date)
{
  *(AcademyDay *) date = academy_database_get_day (row, 0);
}

/**
 * academy_board_date_read:
 * @date: (out): the next board date of @organisation itself; 0 when it has none that
 *   counts, see ACADEMY_BOARD_DATE_COUNTS()
 * @store: a store
 * @organisation: the id of an organisation
 * @day: the Julian day by which the programme is judged
 * @error: return location for an error
 *
 * Returns: whether there was no error
 */
gboolean
academy_board_date_read (AcademyDay    *date,
                         AcademyStore  *store,
                         const char    *organisation,
                         AcademyDay     day,
                         GError       **error)
{
  static const char sql[] =
    "SELECT \"board_date\" FROM \"organisation\" WHERE \"id\" = ?1 AND " ACADEMY_BOARD_DATE_COUNTS ("?2");
  g_autofree char *text = academy_date_day_to_text (day);
  const char *texts[] = { organisation, text };

  *date = 0;
  return academy_store_query (store, sql, texts, G_N_ELEMENTS (texts), take_date, date, error);
}
