/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-prepare-page.h"

#include <glib/gi18n-lib.h>

#include "academy-brief.h"
#include "academy-clock.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-preferences.h"
#include "academy-prepare-side.h"
#include "academy-privacy.h"
#include "academy-report-commands.h"
#include "academy-report-view.h"
#include "academy-session-clock.h"
#include "academy-session-steps.h"
#include "academy-slug.h"

#define MOST_NAME 40

struct _AcademyPreparePage {
  AdwNavigationPage    parent_instance;

  /* Template children */
  AdwWindowTitle      *title;
  AdwBanner           *begin_banner;
  AdwOverlaySplitView *split_view;
  AdwToggleGroup      *reader_group;
  AdwToggle           *mentor_toggle;
  AdwToggleGroup      *language_group;
  GtkDropDown         *session_drop_down;
  GtkStringList       *session_titles;
  AcademyReportView   *view;
  AcademyPrepareSide  *side;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *session;
  AcademyItem         *organisation;
  GPtrArray           *sessions;
  guint                update_id;

  gboolean             is_stale;
  gboolean             is_filling;
};

G_DEFINE_FINAL_TYPE (AcademyPreparePage, academy_prepare_page, ADW_TYPE_NAVIGATION_PAGE)

/**
 * AcademyPreparePage:
 *
 * What a mentor reads and decides before a sparring session: the brief, which follows
 * each edit, and beside it the aim, the agenda and the questions.
 */

static gboolean
is_for_mentor (AcademyPreparePage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->reader_group), "mentor") == 0;
}

/* Nobody else reads the copy of the mentor, not even on the screen. */
static void
show_readers (AcademyPreparePage *self)
{
  gboolean is_hiding = academy_privacy_is_hiding (academy_privacy_get (self->store));

  self->is_filling = TRUE;
  adw_toggle_set_enabled (self->mentor_toggle, !is_hiding);
  if (is_hiding)
    adw_toggle_group_set_active_name (self->reader_group, "organisation");
  self->is_filling = FALSE;
}

static const AcademyLanguage *
get_language (AcademyPreparePage *self)
{
  return academy_language_get (adw_toggle_group_get_active_name (self->language_group), NULL);
}

static void
show_titles (AcademyPreparePage *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *session = academy_item_dup_title (self->session, language);
  g_autofree char *organisation = academy_item_dup_title (self->organisation, language);
  g_autofree char *both = g_strjoin (" · ", session != NULL ? session : "", organisation, NULL);
  /* Translators: the title of a sparring session, such as “Sparring 2” */
  g_autofree char *title = g_strdup_printf (_("Prepare: %s"), session != NULL ? session : "");

  adw_window_title_set_subtitle (self->title, both);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

/* Says when the session is, and offers to begin it when it is its turn. */
static void
show_banner (AcademyPreparePage *self)
{
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  AcademySessionTurn turn = academy_session_clock_get_turn (self->store, self->session, now);
  gboolean is_due = turn == ACADEMY_SESSION_IS_DUE || turn == ACADEMY_SESSION_GOES_ON;
  g_autofree char *title = academy_item_dup_title (self->session, academy_language_get_default ());
  g_autofree char *when = turn == ACADEMY_SESSION_GOES_ON ? g_strdup (_("Going on now"))
                                                          : academy_session_steps_dup_when (self->store, self->session);
  g_autofree char *text = when != NULL && *when != '\0' ? g_strjoin (" · ", title, when, NULL) : g_strdup (title);

  adw_banner_set_title (self->begin_banner, text);
  adw_banner_set_button_label (self->begin_banner, turn == ACADEMY_SESSION_GOES_ON ? _("Continue session") : _("Begin session"));
  adw_banner_set_button_style (self->begin_banner, is_due ? ADW_BANNER_BUTTON_SUGGESTED : ADW_BANNER_BUTTON_DEFAULT);
  /* GTK warns of an action without its target. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->begin_banner), "s", academy_item_get_id (self->session));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->begin_banner), "win.begin-session");
  adw_banner_set_revealed (self->begin_banner, turn != ACADEMY_SESSION_WAITS);
}

/* Shows the sessions of the organisation to choose from. */
static void
show_sessions (AcademyPreparePage *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(GError) error = NULL;
  GPtrArray *sessions =
    academy_store_get_all (self->store, &academy_session_kind, academy_item_get_id (self->organisation), &error);
  g_autoptr(GPtrArray) titles = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  guint selected = GTK_INVALID_LIST_POSITION;

  if (sessions == NULL)
    {
      academy_store_report (self->store, error);
      return;
    }

  for (guint i = 0; i < sessions->len; i++)
    {
      char *title = academy_item_dup_title (g_ptr_array_index (sessions, i), language);

      g_ptr_array_add (titles, title != NULL ? title : g_strdup (_(academy_session_kind.label)));
      if (g_ptr_array_index (sessions, i) == self->session)
        selected = i;
    }
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  self->sessions = sessions;

  self->is_filling = TRUE;
  gtk_string_list_splice (self->session_titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->session_titles)),
                          (const char * const *) titles->pdata);
  gtk_drop_down_set_selected (self->session_drop_down, selected);
  self->is_filling = FALSE;
}

static AcademyReport *
create_report (AcademyPreparePage *self)
{
  g_autoptr(GError) error = NULL;
  AcademyReport *report = academy_brief_create (self->store, academy_item_get_id (self->session), is_for_mentor (self),
                                                get_language (self), &error);

  if (report == NULL)
    academy_store_report (self->store, error);
  return report;
}

static void
update (AcademyPreparePage *self)
{
  g_autoptr(AcademyReport) report = NULL;

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->is_stale = FALSE;
  show_readers (self);
  report = create_report (self);
  if (report != NULL)
    academy_report_view_set_report (self->view, report);
  show_banner (self);
  academy_prepare_side_update (self->side, is_for_mentor (self));
}

static gboolean
update_cb (gpointer data)
{
  AcademyPreparePage *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Several edits at once are one update. */
static void
queue_update (AcademyPreparePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->is_stale = TRUE;
  else if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
changed_cb (AcademyPreparePage *self,
            AcademyChanges     *changes)
{
  if (!academy_store_has (self->store, &academy_session_kind, academy_item_get_id (self->session)))
    {
      academy_prepare_side_set_session (self->side, self->store, NULL);
      gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
      return;
    }

  if (academy_changes_touch (changes, &academy_session_kind))
    {
      show_titles (self);
      show_sessions (self);
    }
  queue_update (self);
}

static void
choice_cb (AcademyPreparePage *self)
{
  if (self->store != NULL && !self->is_filling)
    update (self);
}

static void
session_cb (AcademyPreparePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->session_drop_down);

  if (!self->is_filling && self->sessions != NULL && selected < self->sessions->len)
    academy_prepare_page_set_session (self, g_ptr_array_index (self->sessions, selected));
}

/* Saves what was typed last. */
static void
hiding_cb (AcademyPreparePage *self)
{
  academy_forms_flush (GTK_WIDGET (self));
}

/* Returns the name of files: “kuvitelma-sparraus-2”. */
static char *
dup_file_name (AcademyPreparePage *self)
{
  const char *organisation = academy_item_get_text (self->organisation, "slug");
  gint64 number = academy_item_get_number (self->session, "number");
  g_autofree char *title = academy_item_dup_title (self->session, get_language (self));
  g_autofree char *session = NULL;

  if (number != ACADEMY_UNSET)
    /* Translators: a part of the name of a file, before the number of the session */
    return g_strdup_printf ("%s-%s-%d", organisation, academy_language_translate (get_language (self), N_("sparring")),
                            (int) number);

  session = academy_slug_derive (title != NULL ? title : academy_session_kind.name, MOST_NAME);
  return g_strjoin ("-", organisation, session, NULL);
}

/* Prints and saves what is shown, with what was typed last. */
static void
output_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyPreparePage *self = ACADEMY_PREPARE_PAGE (widget);
  g_autofree char *file_name = dup_file_name (self);
  AcademyReportOutput output = {
    .store = self->store,
    .geometry = &academy_geometry_brief,
    .title = _("Save sparring brief"),
    .name = file_name,
    /* Translators: the name of a file */
    .saved = _("Brief saved as “%s”"),
    .is_private = is_for_mentor (self),
  };

  academy_forms_flush (widget);
  update (self);
  output.report = academy_report_view_get_report (self->view);
  if (output.report == NULL)
    return;

  if (g_str_equal (name, "prepare.print"))
    academy_command_print_report (widget, &output);
  else if (g_str_equal (name, "prepare.copy"))
    academy_command_copy_report (widget, output.report, output.is_private ? _("Brief copied, with what only the mentor may see")
                                                                          : _("Brief copied, for the organisation"));
  else
    academy_command_save_report (widget, &output, g_str_equal (name, "prepare.save-markdown"));
}

static void
side_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyPreparePage *self = ACADEMY_PREPARE_PAGE (widget);
  gboolean show = !adw_overlay_split_view_get_show_sidebar (self->split_view);

  /* Not from where the view has moved the focus by itself. */
  adw_overlay_split_view_set_show_sidebar (self->split_view, show);
  gtk_root_set_focus (gtk_widget_get_root (widget), NULL);
  gtk_widget_child_focus (show ? GTK_WIDGET (self->side) : GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
academy_prepare_page_map (GtkWidget *widget)
{
  AcademyPreparePage *self = ACADEMY_PREPARE_PAGE (widget);

  GTK_WIDGET_CLASS (academy_prepare_page_parent_class)->map (widget);

  if (self->is_stale)
    update (self);
}

static void
academy_prepare_page_dispose (GObject *object)
{
  AcademyPreparePage *self = ACADEMY_PREPARE_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PREPARE_PAGE);
  g_clear_object (&self->organisation);
  g_clear_object (&self->session);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_prepare_page_parent_class)->dispose (object);
}

static void
academy_prepare_page_class_init (AcademyPreparePageClass *klass)
{
  static const char * const outputs[] = { "prepare.print", "prepare.save-pdf", "prepare.save-markdown", "prepare.copy" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_prepare_page_dispose;
  widget_class->map = academy_prepare_page_map;

  g_type_ensure (ACADEMY_TYPE_PREPARE_SIDE);
  g_type_ensure (ACADEMY_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-prepare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, title);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, begin_banner);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, reader_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, mentor_toggle);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, language_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, session_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, session_titles);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, view);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreparePage, side);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_cb);
  gtk_widget_class_bind_template_callback (widget_class, hiding_cb);

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    gtk_widget_class_install_action (widget_class, outputs[i], NULL, output_action);
  gtk_widget_class_install_action (widget_class, "prepare.side", NULL, side_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "prepare.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "prepare.side", NULL);
}

static void
academy_prepare_page_init (AcademyPreparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active_name (self->language_group,
                                    academy_language_get_code (academy_preferences_get_export_language ()));
}

/**
 * academy_prepare_page_new:
 * @store: a store
 * @session: a sparring session in it
 *
 * Returns: (transfer floating): the page that prepares @session
 */
AdwNavigationPage *
academy_prepare_page_new (AcademyStore *store,
                          AcademyItem  *session)
{
  AcademyPreparePage *self = g_object_new (ACADEMY_TYPE_PREPARE_PAGE, NULL);

  self->store = g_object_ref (store);
  self->organisation = academy_store_get_or_report (store, &academy_organisation_kind, academy_item_get_owner (session), -1);
  academy_prepare_page_set_session (self, session);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (store, "day-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (academy_privacy_get (store), "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * academy_prepare_page_get_session:
 * @self: a page
 *
 * Returns: (transfer none): the session that is prepared
 */
AcademyItem *
academy_prepare_page_get_session (AcademyPreparePage *self)
{
  return self->session;
}

/**
 * academy_prepare_page_set_session:
 * @self: a page
 * @session: a session of the same organisation
 *
 * Prepares @session.
 */
void
academy_prepare_page_set_session (AcademyPreparePage *self,
                                  AcademyItem        *session)
{
  academy_forms_flush (GTK_WIDGET (self));
  g_set_object (&self->session, session);
  academy_prepare_side_set_session (self->side, self->store, session);
  show_titles (self);
  show_sessions (self);
  update (self);
}
