/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "academy-descendant.h"
#include "academy-kinds.h"
#include "academy-session-notes.h"
#include "bench-window.h"

/* bench-note FILE: notes in a session that goes on, in a window of the program, with a
 * programme by bench-brief. Prints a line as bench_window_measure() does. */

#define REST 250000
#define RUNS 9

static GtkEntry *entry;

/* Begins the last session, which has not been held. */
static void
begin_session (BenchWindow *bench)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sessions = academy_store_get_all (bench_window_get_store (bench), &academy_session_kind,
                                                         bench_window_get_organisation (bench, 0), &error);
  GtkWidget *notes;

  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.begin-session", "s",
                              academy_item_get_id (g_ptr_array_index (sessions, sessions->len - 1)));
  notes = academy_descendant_find (GTK_WIDGET (bench->window), ACADEMY_TYPE_SESSION_NOTES);
  if (notes == NULL)
    g_error ("The session is not begun");
  entry = GTK_ENTRY (academy_descendant_find (notes, GTK_TYPE_ENTRY));
}

static void
save_note (BenchWindow *bench)
{
  g_autofree char *line = g_strdup_printf ("Hankintajohtaja: kokeillaan markkinavuoropuhelua, %u. kerran", ++bench->n_edits);

  gtk_editable_set_text (GTK_EDITABLE (entry), line);
  g_signal_emit_by_name (entry, "activate");
  if (gtk_entry_get_text_length (entry) > 0)
    g_error ("The note is not saved");
}

static const BenchStep note = { "note", begin_session, save_note, RUNS };

int
main (int    argc,
      char **argv)
{
  BenchWindow bench = { NULL };

  bench_window_start (&bench, argv[1], REST);
  bench_window_open (&bench);
  bench_window_find (&bench);
  bench_window_settle (&bench);
  bench_window_measure (&bench, &note);

  fflush (stdout);
  _Exit (EXIT_SUCCESS);
}
