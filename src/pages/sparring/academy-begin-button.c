/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-begin-button.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-session-clock.h"

struct _AcademyBeginButton {
  AdwBin     parent_instance;

  /* Borrowed */
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (AcademyBeginButton, academy_begin_button, ADW_TYPE_BIN)

/**
 * AcademyBeginButton:
 *
 * At the end of the row of a session: the button that begins the next one, or goes
 * back to the one that is going on.
 */

static void
academy_begin_button_class_init (AcademyBeginButtonClass *klass)
{
}

static void
academy_begin_button_init (AcademyBeginButton *self)
{
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * academy_begin_button_show_session:
 * @button: a button
 * @store: a store
 * @session: the session of its row
 *
 * Shows the button if @session is the next one of its organisation, or is going on.
 */
void
academy_begin_button_show_session (GtkWidget    *button,
                                   AcademyStore *store,
                                   AcademyItem  *session)
{
  AcademyBeginButton *self = ACADEMY_BEGIN_BUTTON (button);
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autoptr(AcademyItem) open = academy_session_clock_find_open (store, now);
  g_autoptr(AcademyItem) next = academy_session_clock_find_next (store, academy_item_get_owner (session));
  gboolean is_open = session == open;

  gtk_button_set_label (GTK_BUTTON (self->button), is_open ? _("Continue session") : _("Begin session"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", academy_item_get_id (session));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.begin-session");
  gtk_widget_set_visible (button, is_open || (session == next && open == NULL && !academy_store_is_read_only (store)));
  if (is_open)
    gtk_widget_add_css_class (self->button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->button, "suggested-action");
}
