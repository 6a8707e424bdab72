/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-command-line.h"
#include "academy-date.h"
#include "academy-json-writer.h"
#include "academy-store.h"

G_BEGIN_DECLS

/* The exit status of a command; README.md tells it to users. */
typedef enum {
  ACADEMY_EXIT_DONE = 0,
  ACADEMY_EXIT_FAILED = 1,
  ACADEMY_EXIT_WRONG_USAGE = 2,
} AcademyExitStatus;

void                   academy_command_complain        (const char          *format,
                                                        ...) G_GNUC_PRINTF (1, 2);
char                  *academy_command_dup_line        (const char          *text) G_GNUC_WARN_UNUSED_RESULT;
AcademyExitStatus      academy_command_fail            (GError              *error);
AcademyStore          *academy_command_open            (const char          *path,
                                                        GError             **error);
gboolean               academy_command_parse           (int                 *argc,
                                                        char              ***argv,
                                                        const GOptionEntry  *entries,
                                                        int                  n_words,
                                                        const char          *usage);
const AcademyLanguage *academy_command_choose_language (const char          *code);
gboolean               academy_command_choose_day      (const char          *text,
                                                        AcademyDay          *day);
AcademyExitStatus      academy_command_close_and_print (AcademyStore        *store,
                                                        const char          *text,
                                                        gsize                length);

GHashTable            *academy_command_find_slugs      (AcademyStore        *store,
                                                        const char          *slug,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void                   academy_command_write_member    (AcademyJsonWriter   *writer,
                                                        const char          *name,
                                                        const char          *text);

AcademyExitStatus      academy_command_attention       (int                  argc,
                                                        char               **argv);
AcademyExitStatus      academy_command_brief           (int                  argc,
                                                        char               **argv);
AcademyExitStatus      academy_command_changes         (int                  argc,
                                                        char               **argv);
AcademyExitStatus      academy_command_export          (int                  argc,
                                                        char               **argv);
AcademyExitStatus      academy_command_new             (int                  argc,
                                                        char               **argv);

G_END_DECLS
