/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-session-steps.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-session-clock.h"
#include "academy-span.h"
#include "academy-status.h"
#include "academy-wrap-up.h"

/* So many days before a session, preparing it comes before what is left to do after the
 * one before. */
#define PREPARING_DAYS 7

struct _AcademySessionSteps {
  AdwPreferencesGroup  parent_instance;

  /* Template children */
  GtkWidget           *prepare_button;
  GtkWidget           *begin_button;
  GtkWidget           *after_button;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *organisation;

  gboolean             is_stale;
};

enum {
  AFTER,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademySessionSteps, academy_session_steps, ADW_TYPE_PREFERENCES_GROUP)

static guint signals[N_SIGNALS];

/**
 * AcademySessionSteps:
 *
 * The three steps of the sparring sessions of an organisation: to prepare the next
 * one, to begin it or go back to it, and what is left to do after the last one. The
 * step whose time has come stands out.
 */

/**
 * academy_session_steps_dup_when:
 * @store: a store
 * @session: a sparring session in it
 *
 * A session that was held is not to come, also by a status date before its day.
 *
 * Returns: (transfer full) (nullable): when @session is: “14 Dec 2021 · in 12 days”, or
 *   what is known of it
 */
char *
academy_session_steps_dup_when (AcademyStore *store,
                                AcademyItem  *session)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AcademyDay day = academy_span_get_day (session, "start");
  int days = day - academy_store_get_day (store);
  g_autofree char *date = NULL;
  g_autofree char *left = NULL;

  if (day == 0)
    return academy_item_dup_subtitle (session, language);

  date = academy_language_format_day (language, day);
  if (days < 0 || (days > 0 && academy_status_get (session) == ACADEMY_STATUS_DONE))
    return g_steal_pointer (&date);

  left = days > 0 ? g_strdup_printf (ngettext ("in %d day", "in %d days", days), days) : g_strdup (_("today"));
  return g_strjoin (" · ", date, left, NULL);
}

/* GTK warns of an action without its target. */
static void
set_action (GtkWidget   *button,
            const char  *action,
            AcademyItem *session)
{
  gtk_widget_set_sensitive (button, session != NULL);
  if (session == NULL)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", academy_item_get_id (session));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
set_present (GtkWidget *button,
             gboolean   is_present)
{
  if (is_present)
    gtk_widget_add_css_class (button, "present-step");
  else
    gtk_widget_remove_css_class (button, "present-step");
}

/* Whether there is something left to do after a session. */
static gboolean
is_wrapped_up (AcademySessionSteps *self,
               AcademyItem         *last)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyWrapUp) wrap_up = last != NULL ? academy_wrap_up_read (self->store, last, &error) : NULL;

  if (error != NULL)
    academy_store_report (self->store, error);
  return wrap_up == NULL || !academy_wrap_up_is_open (wrap_up);
}

static gboolean
is_near (AcademySessionSteps *self,
         AcademyItem         *session)
{
  AcademyDay day = academy_span_get_day (session, "start");

  return day != 0 && day <= academy_store_get_day (self->store) + PREPARING_DAYS;
}

static void
show_present (AcademySessionSteps *self,
              AcademySessionTurn   turn,
              AcademyItem         *next,
              AcademyItem         *last)
{
  gboolean begins = turn == ACADEMY_SESSION_IS_DUE || turn == ACADEMY_SESSION_GOES_ON;
  gboolean wraps_up = !begins && (next == NULL || !is_near (self, next)) && !is_wrapped_up (self, last);

  set_present (self->begin_button, begins);
  set_present (self->prepare_button, !begins && !wraps_up && next != NULL);
  set_present (self->after_button, wraps_up);
  /* Beside a session that was not held it is about the one before, whose step is over
   * when that is wrapped up or this one is near. */
  gtk_widget_set_sensitive (self->after_button, last != NULL && (wraps_up || next == NULL || next == last));
}

static void
show_session (AcademySessionSteps *self,
              AcademyItem         *session,
              AcademySessionTurn   turn)
{
  g_autofree char *title = academy_item_dup_title (session, academy_language_get_default ());
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *when = turn == ACADEMY_SESSION_GOES_ON ? g_strdup (_("Going on now"))
                                                          : academy_session_steps_dup_when (self->store, session);
  g_autofree char *description = g_markup_escape_text (when != NULL ? when : "", -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
}

/* Returns the session that is going on, if it is one of the organisation, or else the
 * next one. */
static AcademyItem *
find_session (AcademySessionSteps *self,
              GDateTime           *now)
{
  const char *organisation = academy_item_get_id (self->organisation);
  g_autoptr(AcademyItem) open = academy_session_clock_find_open (self->store, now);

  if (open != NULL && g_str_equal (academy_item_get_owner (open), organisation))
    return g_steal_pointer (&open);

  return academy_session_clock_find_next (self->store, organisation);
}

static void
update (AcademySessionSteps *self)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) session = find_session (self, now);
  g_autoptr(AcademyItem) last = academy_wrap_up_find_session (self->store, academy_item_get_id (self->organisation), &error);
  AcademySessionTurn turn = session != NULL ? academy_session_clock_get_turn (self->store, session, now) : ACADEMY_SESSION_WAITS;

  self->is_stale = FALSE;
  if (error != NULL)
    academy_store_report (self->store, error);
  gtk_widget_set_visible (GTK_WIDGET (self), session != NULL || last != NULL);
  if (session == NULL && last == NULL)
    return;

  show_session (self, session != NULL ? session : last, turn);
  gtk_button_set_label (GTK_BUTTON (self->begin_button), turn == ACADEMY_SESSION_GOES_ON
                                                           ? C_("step of a sparring session", "Continue")
                                                           : C_("step of a sparring session", "Begin"));
  set_action (self->prepare_button, "win.prepare-session", session);
  set_action (self->begin_button, "win.begin-session", turn != ACADEMY_SESSION_WAITS ? session : NULL);
  show_present (self, turn, session, last);
}

/* Updates the steps if they are in sight; during a session they are not. */
static void
queue_update (AcademySessionSteps *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || !gtk_widget_get_visible (GTK_WIDGET (self)))
    update (self);
  else
    self->is_stale = TRUE;
}

static void
changed_cb (AcademySessionSteps *self,
            AcademyChanges      *changes)
{
  static const AcademyKind * const kinds[] = {
    &academy_session_kind, &academy_agenda_item_kind, &academy_follow_up_kind, &academy_note_kind,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (academy_changes_touch (changes, kinds[i]))
      {
        queue_update (self);
        return;
      }
}

static void
after_cb (AcademySessionSteps *self)
{
  g_signal_emit (self, signals[AFTER], 0);
}

static void
academy_session_steps_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (academy_session_steps_parent_class)->map (widget);

  if (ACADEMY_SESSION_STEPS (widget)->is_stale)
    update (ACADEMY_SESSION_STEPS (widget));
}

static void
academy_session_steps_dispose (GObject *object)
{
  AcademySessionSteps *self = ACADEMY_SESSION_STEPS (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_SESSION_STEPS);
  g_clear_object (&self->organisation);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_session_steps_parent_class)->dispose (object);
}

static void
academy_session_steps_class_init (AcademySessionStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_session_steps_dispose;
  widget_class->map = academy_session_steps_map;

  /**
   * AcademySessionSteps::after:
   * @self: the steps
   *
   * Emitted when somebody goes to what is left to do after the last session.
   */
  signals[AFTER] = g_signal_new ("after", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-session-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSteps, prepare_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSteps, begin_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSteps, after_button);
  gtk_widget_class_bind_template_callback (widget_class, after_cb);
}

static void
academy_session_steps_init (AcademySessionSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_session_steps_new:
 * @store: a store
 * @organisation: an organisation in it
 *
 * Returns: (transfer floating): the steps
 */
GtkWidget *
academy_session_steps_new (AcademyStore *store,
                           AcademyItem  *organisation)
{
  AcademySessionSteps *self = g_object_new (ACADEMY_TYPE_SESSION_STEPS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (store, "day-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  academy_session_steps_set_organisation (self, organisation);

  return GTK_WIDGET (self);
}

/**
 * academy_session_steps_set_organisation:
 * @self: the steps
 * @organisation: another organisation
 *
 * Shows the steps of the sessions of @organisation.
 */
void
academy_session_steps_set_organisation (AcademySessionSteps *self,
                                        AcademyItem         *organisation)
{
  g_set_object (&self->organisation, organisation);
  update (self);
}
