/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-kind.h"

G_BEGIN_DECLS

#define ACADEMY_ERROR (academy_error_quark ())

/**
 * AcademyError:
 * @ACADEMY_ERROR_INVALID: a value breaks a rule of its field
 * @ACADEMY_ERROR_NOT_FOUND: the file, item or text asked for does not exist
 * @ACADEMY_ERROR_EXISTS: the file exists already
 * @ACADEMY_ERROR_NOT_A_PROGRAMME: the file is something else
 * @ACADEMY_ERROR_DAMAGED: the file is a programme, but parts of it cannot be read
 * @ACADEMY_ERROR_NEWER: the file was written by a newer version of the program
 * @ACADEMY_ERROR_READ_ONLY: the file may be read but not written
 * @ACADEMY_ERROR_BUSY: another process holds the file
 * @ACADEMY_ERROR_REPLACED: the file is no longer the one that was opened
 * @ACADEMY_ERROR_FOREIGN_LOG: the write-ahead log beside the file belongs to
 *   another file
 * @ACADEMY_ERROR_UNSHARED: the file system has no shared memory, which the
 *   write-ahead log needs
 * @ACADEMY_ERROR_FULL: the disk is full
 * @ACADEMY_ERROR_CONFLICT: the data has changed since, so that the step cannot be
 *   undone or redone
 * @ACADEMY_ERROR_FAILED: any other error; the message describes it
 *
 * Errors outside the programmer's control. The message says what happened and
 * what to do, in the language of the interface.
 */
typedef enum {
  ACADEMY_ERROR_INVALID,
  ACADEMY_ERROR_NOT_FOUND,
  ACADEMY_ERROR_EXISTS,
  ACADEMY_ERROR_NOT_A_PROGRAMME,
  ACADEMY_ERROR_DAMAGED,
  ACADEMY_ERROR_NEWER,
  ACADEMY_ERROR_READ_ONLY,
  ACADEMY_ERROR_BUSY,
  ACADEMY_ERROR_REPLACED,
  ACADEMY_ERROR_FOREIGN_LOG,
  ACADEMY_ERROR_UNSHARED,
  ACADEMY_ERROR_FULL,
  ACADEMY_ERROR_CONFLICT,
  ACADEMY_ERROR_FAILED,
} AcademyError;

GQuark      academy_error_quark       (void);
GError     *academy_error_new_invalid (const AcademyKind  *kind,
                                       const AcademyField *field,
                                       const GError       *reason);
const char *academy_error_get_message (const GError       *error,
                                       const AcademyField *field);

G_END_DECLS
