/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "academy-application.h"
#include "first-frame.h"

/* The program as it is, with the file named; the frame that counts is the
 * first one, and the programme is in it. */
int
main (int    argc,
      char **argv)
{
  g_autoptr(AcademyApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ACADEMY_LOCALEDIR);
  textdomain (GETTEXT_PACKAGE);

  application = academy_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  first_frame_watch (GTK_APPLICATION (application));

  return g_application_run (G_APPLICATION (application), argc, argv);
}
