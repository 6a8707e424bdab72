/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-session-clock.h"
#include "academy-session-page.h"
#include "academy-span.h"
#include "academy-status.h"
#include "academy-summary-dialog.h"
#include "academy-toast.h"
#include "academy-window-private.h"

#define NAME "session"

/* Whether to begin a session, which is asked in the window. */
typedef struct {
  /* Owned */
  char          *session;

  /* Borrowed */
  AcademyWindow *window;
} Question;

/**
 * academy_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page of the session that fills the window
 */
AcademySessionPage *
academy_window_get_session (AcademyWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, NAME);

  return page != NULL ? ACADEMY_SESSION_PAGE (page) : NULL;
}

static gboolean
save_typed (AcademyWindow *self)
{
  return academy_window_save_typed (self, _("Correct what is marked before going elsewhere"));
}

/* Takes the page of the session away; the programme was behind it. */
void
academy_window_drop_session (AcademyWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, NAME);

  if (page == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, "programme");
  gtk_stack_remove (self->stack, page);
}

/* Returns the page of an organisation, which is then shown, or %NULL. */
static AcademyOrganisationPage *
show_organisation (AcademyWindow *self,
                   const char    *id)
{
  academy_window_show_place (self, id);
  return academy_window_get_organisation_page (self);
}

/* Shows the sparring page of the organisation instead of the session; after one that
 * was held, what is left to do. */
static void
leave (AcademyWindow *self)
{
  AcademySessionPage *page = academy_window_get_session (self);
  g_autoptr(AcademyItem) session = NULL;
  g_autofree char *organisation = NULL;
  AcademyOrganisationPage *shown;

  if (page == NULL)
    return;

  session = g_object_ref (academy_session_page_get_session (page));
  organisation = g_strdup (academy_item_get_owner (session));
  academy_window_drop_session (self);
  if (!academy_window_is_place (self, organisation))
    return;

  shown = show_organisation (self, organisation);
  if (shown == NULL)
    return;

  if (academy_store_has (self->store, &academy_session_kind, academy_item_get_id (session)) &&
      academy_status_get (session) == ACADEMY_STATUS_DONE)
    academy_organisation_page_wrap_up (shown, session);
  else
    academy_organisation_page_show_view (shown, academy_session_kind.page);
}

/* Leaves the session, with a way back into it if it was ended. */
static gboolean
leave_idle (gpointer data)
{
  AcademyWindow *self = ACADEMY_WINDOW (data);
  AcademySessionPage *page = academy_window_get_session (self);
  g_autoptr(AcademyItem) session = page != NULL ? g_object_ref (academy_session_page_get_session (page)) : NULL;

  leave (self);
  if (session != NULL && academy_store_has (self->store, &academy_session_kind, academy_item_get_id (session)) &&
      academy_status_get (session) == ACADEMY_STATUS_DONE && !academy_session_clock_is_open (session))
    academy_toast_show_step (GTK_WIDGET (self->stack), self->store, _("The session has ended"), _("_Undo"), "win.continue-session",
                             g_variant_new_int64 (academy_store_get_last_step (self->store)));
  return G_SOURCE_REMOVE;
}

/* The page emits this while others hear of the same change. */
static void
ended_cb (AcademyWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, leave_idle, g_object_ref (self), g_object_unref);
}

static void
show_session (AcademyWindow *self,
              AcademyItem   *session)
{
  GtkWidget *page = academy_session_page_new (self->store, session);

  g_signal_connect_object (page, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, page, NAME);
  gtk_stack_set_visible_child_name (self->stack, NAME);
  academy_session_page_start (ACADEMY_SESSION_PAGE (page));
}

/**
 * academy_window_resume_session:
 * @self: a window that shows a programme
 *
 * Shows the session that goes on, if one does.
 */
void
academy_window_resume_session (AcademyWindow *self)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autoptr(AcademyItem) session = academy_session_clock_find_open (self->store, now);

  if (session != NULL && !academy_store_is_read_only (self->store))
    show_session (self, session);
}

static void
begin (AcademyWindow *self,
       const char    *id)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) session = NULL;
  g_autoptr(AcademyItem) open = NULL;

  if (self->store == NULL || academy_window_get_session (self) != NULL)
    return;

  session = academy_store_get (self->store, &academy_session_kind, id, &error);
  open = academy_session_clock_find_open (self->store, now);
  if (session != NULL && session != open && academy_status_get (session) == ACADEMY_STATUS_DONE)
    academy_toast_show (GTK_WIDGET (self->stack), _("This session has been held already"));
  else if (session == NULL || (session != open && !academy_session_clock_begin (self->store, session, now, &error)))
    academy_toast_show_error (GTK_WIDGET (self->stack), error);
  else
    show_session (self, session);
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             Question       *question)
{
  if (g_str_equal (response, "begin"))
    begin (question->window, question->session);
}

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_free (question->session);
  g_free (question);
}

/* Asks before a session is begun whose day is not near. */
static void
ask (AcademyWindow *self,
     AcademyItem   *session)
{
  g_autofree char *day = academy_language_format_day (academy_language_get_default (), academy_span_get_day (session, "start"));
  /* Translators: %s is a day */
  g_autofree char *body = g_strdup_printf (_("The session is on %s."), day);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Begin now?"), body));
  Question *question = g_new0 (Question, 1);

  question->window = self;
  question->session = g_strdup (academy_item_get_id (session));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "begin", _("_Begin"), NULL);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static gboolean
is_far (AcademyWindow *self,
        AcademyItem   *session)
{
  AcademyDay day = academy_span_get_day (session, "start");

  return academy_status_get (session) != ACADEMY_STATUS_DONE && day > academy_store_get_day (self->store) + 1;
}

static void
begin_session_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr(AcademyItem) session = NULL;

  if (academy_window_get_session (self) != NULL || !save_typed (self))
    return;

  session = academy_store_get (self->store, &academy_session_kind, id, NULL);
  if (session != NULL && is_far (self, session))
    ask (self, session);
  else
    begin (self, id);
}

/* Takes the end of a session back, and shows the session again. */
static void
continue_session_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

  gtk_widget_activate_action_variant (widget, "win.undo-step", parameter);
  if (academy_window_get_session (self) == NULL)
    academy_window_resume_session (self);
}

/* Returns a session, after closing dialogs, unless one goes on. */
static AcademyItem *
take_session (AcademyWindow *self,
              GVariant      *parameter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) session = NULL;

  if (academy_window_get_session (self) != NULL || !academy_window_close_dialogs (self) || !save_typed (self))
    return NULL;

  session = academy_store_get (self->store, &academy_session_kind, g_variant_get_string (parameter, NULL), &error);
  if (session == NULL)
    academy_toast_show_error (GTK_WIDGET (self->stack), error);

  return g_steal_pointer (&session);
}

/* Returns a session that was held; others are refused in words. */
static AcademyItem *
take_held_session (AcademyWindow *self,
                   GVariant      *parameter)
{
  g_autoptr(AcademyItem) session = take_session (self, parameter);

  if (session == NULL || academy_status_get (session) == ACADEMY_STATUS_DONE)
    return g_steal_pointer (&session);

  academy_toast_show (GTK_WIDGET (self->stack), _("This session has not been held yet"));
  return NULL;
}

static void
wrap_up_session_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  g_autoptr(AcademyItem) session = take_held_session (self, parameter);
  AcademyOrganisationPage *shown = session != NULL ? show_organisation (self, academy_item_get_owner (session)) : NULL;

  if (shown != NULL)
    academy_organisation_page_wrap_up (shown, session);
}

static void
summarise_session_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  g_autoptr(AcademyItem) session = take_held_session (self, parameter);

  if (session != NULL)
    adw_dialog_present (academy_summary_dialog_new (self->store, session), widget);
}

static void
prepare_session_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  g_autoptr(AcademyItem) session = take_session (self, parameter);
  AcademyOrganisationPage *shown = session != NULL ? show_organisation (self, academy_item_get_owner (session)) : NULL;

  if (shown != NULL)
    academy_organisation_page_prepare (shown, session);
}

/* Goes to two opinions that stand against each other, to say how that was settled. */
static void
settle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  g_autoptr(AcademyItem) note = academy_store_get (self->store, &academy_note_kind, g_variant_get_string (parameter, NULL), NULL);
  AcademyOrganisationPage *shown;

  if (note == NULL || academy_window_get_session (self) != NULL || !save_typed (self))
    return;

  shown = show_organisation (self, academy_item_get_owner (note));
  if (shown == NULL || !academy_organisation_page_settle (shown, note))
    gtk_widget_activate_action (widget, "win.show-item", "(ss)", academy_note_kind.name, academy_item_get_id (note));
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

static void
leave_session_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

  if (save_typed (self))
    leave (self);
}

void
academy_window_class_add_session_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.prepare-session", "s", prepare_session_action);
  gtk_widget_class_install_action (widget_class, "win.begin-session", "s", begin_session_action);
  gtk_widget_class_install_action (widget_class, "win.continue-session", "x", continue_session_action);
  gtk_widget_class_install_action (widget_class, "win.wrap-up-session", "s", wrap_up_session_action);
  gtk_widget_class_install_action (widget_class, "win.summarise-session", "s", summarise_session_action);
  gtk_widget_class_install_action (widget_class, "win.settle", "s", settle_action);
  gtk_widget_class_install_action (widget_class, "win.leave-session", NULL, leave_session_action);
}
