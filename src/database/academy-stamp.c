/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-stamp.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"

/* Stamps: times of entries in the history, in microseconds since 1970 and as
 * text. Their texts have a fixed form and sort entries by time, also those of
 * other copies of the file. A stamp follows the clock but never goes back, as in
 * a hybrid logical clock. */

static void
set_damaged (GError **error)
{
  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
               _("The history of the file has a time that is none. Restore the file from a backup."));
}

/**
 * academy_stamp_from_text:
 * @text: (nullable): the text of a stamp
 * @stamp: (out): microseconds since 1970
 * @error: says that the file is damaged
 *
 * Returns: whether @text is a time
 */
gboolean
academy_stamp_from_text (const char  *text,
                         gint64      *stamp,
                         GError     **error)
{
  g_autoptr(GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (time == NULL)
    {
      set_damaged (error);
      return FALSE;
    }

  *stamp = g_date_time_to_unix_usec (time);
  return TRUE;
}

/**
 * academy_stamp_to_text:
 * @stamp: microseconds since 1970
 * @error: says that the file is damaged
 *
 * Returns: (nullable) (transfer full): @stamp as text, in UTC and with six
 *   decimals of a second
 */
char *
academy_stamp_to_text (gint64   stamp,
                       GError **error)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc_usec (stamp);

  if (time == NULL)
    {
      set_damaged (error);
      return NULL;
    }

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S.%fZ");
}

/**
 * academy_stamp_new:
 * @database: a connection
 * @error: return location for an error
 *
 * Returns: (nullable) (transfer full): the stamp of a new entry: now, or just
 *   after the newest entry when that is later
 */
char *
academy_stamp_new (AcademyDatabase  *database,
                   GError          **error)
{
  sqlite3_stmt *statement =
    academy_database_prepare (database, "SELECT \"at\" FROM \"history\" ORDER BY \"at\" DESC LIMIT 1", error);
  gint64 newest = G_MININT64;
  gboolean read = TRUE;

  if (statement == NULL)
    return NULL;

  switch (academy_database_step (database, statement, error))
    {
    case ACADEMY_STEP_ROW:
      read = academy_stamp_from_text (academy_database_get_text (statement, 0), &newest, error);
      sqlite3_reset (statement);
      break;
    case ACADEMY_STEP_DONE:
      break;
    case ACADEMY_STEP_FAILED:
    default:
      return NULL;
    }

  return read ? academy_stamp_to_text (MAX (g_get_real_time (), newest + 1), error) : NULL;
}
