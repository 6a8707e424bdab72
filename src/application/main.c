/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "academy-application.h"
#include "academy-command-line.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(AcademyApplication) application = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ACADEMY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (GETTEXT_PACKAGE);

  if (argc > 1 && academy_command_line_is_command (argv[1]))
    return academy_command_line_run (argc - 1, argv + 1);

  status = academy_command_line_check (argc, argv);
  if (status != 0)
    return status;

  application = academy_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
