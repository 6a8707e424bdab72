/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-database-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "academy-error.h"

#define READ_ONLY N_("The file cannot be written. Check its permissions, or save a copy elsewhere.")
#define BUSY      N_("Another program is writing to the file. Try again in a moment.")

/* Errors by their result code, or else by their primary result code (“Result and
 * Error Codes”). The message of SQLite itself is in English and says nothing to
 * people, so that it is added only where no sentence fits. */
static const struct {
  int           code;
  AcademyError  error;
  const char   *message;
} errors[] = {
  { SQLITE_FULL, ACADEMY_ERROR_FULL, N_("The disk is full. Free some space and try again.") },
  { SQLITE_READONLY, ACADEMY_ERROR_READ_ONLY, READ_ONLY },
  { SQLITE_PERM, ACADEMY_ERROR_READ_ONLY, READ_ONLY },
  { SQLITE_BUSY, ACADEMY_ERROR_BUSY, BUSY },
  { SQLITE_LOCKED, ACADEMY_ERROR_BUSY, BUSY },
  { SQLITE_CORRUPT, ACADEMY_ERROR_DAMAGED, N_("The file is damaged. Restore it from a backup.") },
  { SQLITE_TOOBIG, ACADEMY_ERROR_DAMAGED,
    N_("The file is damaged: a text in it is longer than any text may be. Restore it from a backup.") },
  { SQLITE_INTERRUPT, ACADEMY_ERROR_DAMAGED,
    N_("The file is damaged: there is no end to reading it. Restore it from a backup.") },
  { SQLITE_NOTADB, ACADEMY_ERROR_NOT_A_PROGRAMME, N_("This is not a programme file.") },
  { SQLITE_CONSTRAINT_FOREIGNKEY, ACADEMY_ERROR_INVALID,
    N_("Something that this belongs to or links to is no longer there.") },
  { SQLITE_CANTOPEN, ACADEMY_ERROR_FAILED,
    N_("The file cannot be opened. Check that it and its folder may be read.") },
};

static gboolean
is_full (int code,
         int system_error)
{
  int primary = code & 0xff;

  return (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) &&
         (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG);
}

/**
 * academy_database_set_error:
 * @error: return location for the error
 * @handle: (nullable): the connection on which the last call failed
 * @code: the extended result code of that call
 *
 * Sets an error that says what happened and what to do, in the language of the
 * interface.
 */
void
academy_database_set_error (GError  **error,
                            sqlite3  *handle,
                            int       code)
{
  const char *message = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);
  int system_error = handle != NULL ? sqlite3_system_errno (handle) : 0;

  if (is_full (code, system_error))
    code = SQLITE_FULL;

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    if (errors[i].code == code || errors[i].code == (code & 0xff))
      {
        g_set_error_literal (error, ACADEMY_ERROR, errors[i].error, _(errors[i].message));
        return;
      }

  if ((code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, _("The file refuses this value: %s"), message);
  else
    g_set_error (error, ACADEMY_ERROR,
                 code == SQLITE_IOERR_SHMMAP || code == SQLITE_IOERR_SHMOPEN || code == SQLITE_IOERR_SHMLOCK
                   ? ACADEMY_ERROR_UNSHARED : ACADEMY_ERROR_FAILED,
                 _("The file could not be read or written: %s"), message);
}
