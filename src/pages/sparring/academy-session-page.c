/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-session-page.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-plan-page.h"
#include "academy-privacy.h"
#include "academy-session-clock.h"
#include "academy-session-focus.h"
#include "academy-session-notes.h"
#include "academy-session-side.h"
#include "academy-toast.h"

struct _AcademySessionPage {
  AdwBreakpointBin      parent_instance;

  /* Template children */
  AdwWindowTitle       *title;
  GtkToggleButton      *plan_button;
  GtkToggleButton      *private_button;
  GtkToggleButton      *side_button;
  GtkButton            *pause_button;
  GtkWidget            *time_box;
  GtkLabel             *point_label;
  GtkLabel             *total_label;
  GtkLabel             *time_label;
  GtkLabel             *word_label;
  GtkStack             *stack;
  AdwOverlaySplitView  *split_view;
  AcademySessionSide   *side;
  AcademySessionNotes  *notes;
  AdwBin               *plan_bin;

  /* Owned */
  AcademyStore         *store;
  AcademyItem          *session;
  AcademyItem          *organisation;
  GPtrArray            *points;
  char                 *told;
  guint                 timeout;
};

enum {
  ENDED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademySessionPage, academy_session_page, ADW_TYPE_BREAKPOINT_BIN)

static guint signals[N_SIGNALS];

/**
 * AcademySessionPage:
 *
 * A sparring session that is going on: its clock, its notes with what it goes by
 * beside them, and the plan one key away. The clock is in the file, and the page
 * looks at it every second.
 */

static AcademyItem *
get_point (AcademySessionPage *self,
           int                 index)
{
  return index >= 0 && index < (int) self->points->len ? g_ptr_array_index (self->points, index) : NULL;
}

/* Says once that the time of a point is up. */
static void
tell_over (AcademySessionPage *self,
           AcademyItem        *point)
{
  g_autofree char *title = academy_item_dup_title (point, academy_language_get_default ());
  g_autofree char *news = NULL;

  if (g_strcmp0 (self->told, academy_item_get_id (point)) == 0)
    return;

  g_set_str (&self->told, academy_item_get_id (point));
  /* Translators: said by a screen reader when a point of the agenda has taken its minutes */
  news = g_strdup_printf (_("Time is up: %s"), title);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), news, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
set_over (GtkWidget *widget,
          gboolean   is_over)
{
  if (is_over)
    gtk_widget_add_css_class (widget, "session-over");
  else
    gtk_widget_remove_css_class (widget, "session-over");
}

static void
show_point (AcademySessionPage *self,
            AcademyItem        *point,
            gboolean            is_running,
            GDateTime          *now)
{
  gint64 left = academy_session_clock_get_left (point, now);
  gboolean is_over = left != ACADEMY_UNSET && left < 0;
  g_autofree char *title = academy_item_dup_title (point, academy_language_get_default ());
  g_autofree char *time = academy_session_side_dup_time (left != ACADEMY_UNSET ? ABS (left)
                                                                               : academy_session_clock_get_used (point, now));
  const char *word = is_over ? C_("time of a point of the agenda", "over")
                             : left != ACADEMY_UNSET ? C_("time of a point of the agenda", "left")
                                                     : C_("time of a point of the agenda", "used");

  gtk_label_set_label (self->point_label, title);
  gtk_label_set_label (self->time_label, time);
  gtk_label_set_label (self->word_label, is_running ? word : C_("clock of a session", "paused"));
  set_over (self->time_box, is_over);
  if (is_over && is_running)
    tell_over (self, point);
  else if (is_running)
    g_clear_pointer (&self->told, g_free);
}

static void
show_total (AcademySessionPage *self,
            GDateTime          *now)
{
  gint64 left = academy_session_clock_get_total_left (self->session, self->points, now);
  g_autofree char *time = academy_session_side_dup_time (ABS (left));
  /* Translators: the time of a session, such as 1:20:00 */
  g_autofree char *text = left < 0 ? g_strdup_printf (_("The session is %s over"), time)
                                   : g_strdup_printf (_("%s left of the session"), time);

  gtk_label_set_label (self->total_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->total_label), left != ACADEMY_UNSET);
}

/* Setting the same icon again would lay out the window every second. */
static void
show_pause (AcademySessionPage *self,
            gboolean            is_running)
{
  const char *icon = is_running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic";

  if (gtk_widget_get_tooltip_text (GTK_WIDGET (self->pause_button)) != NULL &&
      g_str_equal (gtk_button_get_icon_name (self->pause_button), icon))
    return;

  gtk_button_set_icon_name (self->pause_button, icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button), is_running ? _("Pause") : _("Go on"));
}

/**
 * academy_session_page_look:
 * @self: a page
 *
 * Shows the time of now.
 */
void
academy_session_page_look (AcademySessionPage *self)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  int running = academy_session_clock_find_running (self->points);
  int present = academy_session_clock_find_present (self->points);
  AcademyItem *point = get_point (self, present);

  gtk_widget_set_visible (self->time_box, point != NULL);
  if (point != NULL)
    show_point (self, point, running >= 0, now);
  else
    gtk_label_set_label (self->point_label, adw_window_title_get_title (self->title));
  show_total (self, now);
  academy_session_side_show_time (self->side, self->points, now);

  show_pause (self, running >= 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.pause", self->points->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.next", present + 1 < (int) self->points->len);
}

static gboolean
second_cb (gpointer data)
{
  academy_session_page_look (data);
  return G_SOURCE_CONTINUE;
}

static void
read_points (AcademySessionPage *self)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *points = academy_store_get_all (self->store, &academy_agenda_item_kind, academy_item_get_id (self->session), &error);

  if (points == NULL)
    {
      academy_store_report (self->store, error);
      points = g_ptr_array_new_with_free_func (g_object_unref);
    }
  g_clear_pointer (&self->points, g_ptr_array_unref);
  self->points = points;
}

static void
go (AcademySessionPage *self,
    AcademyItem        *point)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autoptr(GError) error = NULL;

  if (!academy_session_clock_go (self->store, self->points, point, now, &error))
    academy_toast_show_error (GTK_WIDGET (self), error);
}

/* Begins a point that is chosen, unless it runs already. What is typed then is a note
 * about it. */
static void
go_cb (AcademySessionPage *self,
       AcademyItem        *point)
{
  if (get_point (self, academy_session_clock_find_running (self->points)) != point)
    go (self, point);
  academy_session_notes_start (self->notes);
}

static void
pause_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AcademySessionPage *self = ACADEMY_SESSION_PAGE (widget);
  int present = academy_session_clock_find_present (self->points);

  if (academy_session_clock_find_running (self->points) >= 0)
    go (self, NULL);
  else
    go (self, get_point (self, MAX (present, 0)));
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademySessionPage *self = ACADEMY_SESSION_PAGE (widget);

  go (self, get_point (self, academy_session_clock_find_present (self->points) + 1));
}

static void
end_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AcademySessionPage *self = ACADEMY_SESSION_PAGE (widget);
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autoptr(GError) error = NULL;

  if (!academy_session_notes_save (self->notes) || !academy_forms_flush (widget))
    return;
  if (!academy_session_clock_end (self->store, self->session, self->points, now, &error))
    academy_toast_show_error (widget, error);
}

/* The plan is created when it is first shown. */
static void
plan_toggled_cb (AcademySessionPage *self)
{
  gboolean show_plan = gtk_toggle_button_get_active (self->plan_button);

  if (show_plan && adw_bin_get_child (self->plan_bin) == NULL)
    adw_bin_set_child (self->plan_bin, academy_plan_page_new (self->store, self->organisation));
  gtk_stack_set_visible_child_name (self->stack, show_plan ? "plan" : "notes");
  gtk_widget_set_sensitive (GTK_WIDGET (self->side_button), !show_plan);
  if (show_plan)
    gtk_widget_child_focus (GTK_WIDGET (self->plan_bin), GTK_DIR_TAB_FORWARD);
  else
    academy_session_notes_start (self->notes);
}

static void
plan_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkToggleButton *button = ACADEMY_SESSION_PAGE (widget)->plan_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_toggle_button_set_active (ACADEMY_SESSION_PAGE (widget)->plan_button, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  return gtk_widget_activate_action (widget, "session.back", NULL);
}

/* A key goes from the focus outwards: Escape comes here when it ends no edit, search
 * or form within the plan. */
static void
add_escape (AcademySessionPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->plan_bin), controller);
}

static void
side_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AdwOverlaySplitView *view = ACADEMY_SESSION_PAGE (widget)->split_view;

  adw_overlay_split_view_set_show_sidebar (view, !adw_overlay_split_view_get_show_sidebar (view));
}

static void
private_toggled_cb (AcademySessionPage *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->private_button);

  academy_privacy_set_shown (academy_privacy_get (self->store), shown);
  gtk_button_set_icon_name (GTK_BUTTON (self->private_button), shown ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->private_button), shown ? _("Hide private") : _("Show private"));
}

static void changed_cb (AcademySessionPage *self,
                        AcademyChanges     *changes);

/* Lets the page follow neither the clock nor the file, also while GTK keeps it. */
static void
stop (AcademySessionPage *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, changed_cb, self);
}

/* Leaves a session that has ended, is deleted, or whose beginning is undone. */
static void
changed_cb (AcademySessionPage *self,
            AcademyChanges     *changes)
{
  if (academy_changes_touch (changes, &academy_session_kind) &&
      (!academy_store_has (self->store, &academy_session_kind, academy_item_get_id (self->session)) ||
       !academy_session_clock_is_open (self->session)))
    {
      stop (self);
      g_signal_emit (self, signals[ENDED], 0);
      return;
    }

  if (academy_changes_touch (changes, &academy_agenda_item_kind))
    read_points (self);
  if (academy_changes_touch (changes, &academy_agenda_item_kind) || academy_changes_touch (changes, &academy_session_kind))
    academy_session_page_look (self);
}

static void
academy_session_page_unroot (GtkWidget *widget)
{
  stop (ACADEMY_SESSION_PAGE (widget));

  GTK_WIDGET_CLASS (academy_session_page_parent_class)->unroot (widget);
}

static void
academy_session_page_dispose (GObject *object)
{
  AcademySessionPage *self = ACADEMY_SESSION_PAGE (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_SESSION_PAGE);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->told, g_free);
  g_clear_object (&self->organisation);
  g_clear_object (&self->session);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_session_page_parent_class)->dispose (object);
}

static void
academy_session_page_class_init (AcademySessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_session_page_dispose;
  widget_class->unroot = academy_session_page_unroot;

  /**
   * AcademySessionPage::ended:
   * @self: a page
   *
   * Emitted when the session does not go on any more.
   */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACADEMY_TYPE_SESSION_NOTES);
  g_type_ensure (ACADEMY_TYPE_SESSION_SIDE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, title);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, private_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, side_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, time_box);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, point_label);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, total_label);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, time_label);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, word_label);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, side);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, notes);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionPage, plan_bin);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, private_toggled_cb);

  gtk_widget_class_install_action (widget_class, "session.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "session.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "session.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "session.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "session.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "session.side", NULL, side_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "session.plan", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "session.side", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "session.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "session.next", NULL);
}

static void
academy_session_page_init (AcademySessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_escape (self);
  academy_session_focus_attach (GTK_WIDGET (self->stack), self->notes);
}

/**
 * academy_session_page_new:
 * @store: a store
 * @session: a session that was begun
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
academy_session_page_new (AcademyStore *store,
                          AcademyItem  *session)
{
  AcademySessionPage *self = g_object_new (ACADEMY_TYPE_SESSION_PAGE, NULL);
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (session, language);
  g_autofree char *organisation = NULL;

  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  self->organisation = academy_store_get_owner (store, session, NULL);
  organisation = self->organisation != NULL ? academy_item_dup_title (self->organisation, language) : g_strdup ("");
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, organisation);

  private_toggled_cb (self);
  academy_session_side_set_session (self->side, store, session);
  academy_session_notes_set_session (self->notes, store, session);
  read_points (self);
  academy_session_page_look (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->timeout = g_timeout_add_seconds (1, second_cb, self);

  return GTK_WIDGET (self);
}

AcademyItem *
academy_session_page_get_session (AcademySessionPage *self)
{
  return self->session;
}

/**
 * academy_session_page_start:
 * @self: a page that is shown
 *
 * Moves the focus to the entry of notes.
 */
void
academy_session_page_start (AcademySessionPage *self)
{
  academy_session_notes_start (self->notes);
}

/**
 * academy_session_page_add:
 * @self: a page
 *
 * Adds a row to the plan, if that is shown.
 */
void
academy_session_page_add (AcademySessionPage *self)
{
  GtkWidget *plan = adw_bin_get_child (self->plan_bin);

  if (plan != NULL && gtk_toggle_button_get_active (self->plan_button))
    academy_plan_page_add (ACADEMY_PLAN_PAGE (plan));
}

/**
 * academy_session_page_bring_back:
 * @self: a page
 *
 * Returns: whether a line of the notes that was given up came back, see
 *   academy_session_notes_bring_back()
 */
gboolean
academy_session_page_bring_back (AcademySessionPage *self)
{
  return academy_session_notes_bring_back (self->notes);
}
