/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "academy-after.h"
#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-prepare-page.h"
#include "academy-report-commands.h"
#include "academy-figure-view.h"
#include "academy-report-view.h"
#include "academy-session-steps.h"
#include "window-fixture.h"

#define QUESTION "Which contracts end within two years?"

typedef WindowFixture Fixture;

/* Adds a session that is to come. */
static void
add_session (AcademyStore *store)
{
  g_autoptr(AcademyItem) organisation = test_get_organisation (store, "kuvitelma");
  g_autoptr(AcademyItem) session = academy_item_new_part (&academy_session_kind, academy_item_get_id (organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_session_kind.add);
  g_autoptr(GDateTime) start = g_date_time_new_utc (2022, 2, 16, 9, 0, 0);

  g_object_set (session, "number", (gint64) 3, "start", start, NULL);
  academy_edit_create (edit, session);
  g_assert_true (academy_store_apply (store, edit, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 4, 2, 2022);
  academy_clock_set_today (&today);
  window_fixture_set_up (fixture, "example");
  window_fixture_open (fixture);
  add_session (fixture->window->store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (fixture);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_PREPARE_PAGE, NULL);
}

static gboolean
is_open (gpointer data)
{
  return get_page (data) != NULL;
}

static gboolean
is_closed (gpointer data)
{
  return get_page (data) == NULL;
}

/* Opens the page by the step of the organisation. */
static void
prepare_any (Fixture *fixture)
{
  g_autoptr(AcademyItem) organisation = window_fixture_show (fixture, "kuvitelma", "sparring");
  GtkWidget *steps = test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_SESSION_STEPS, NULL);

  g_assert_nonnull (steps);
  g_signal_emit_by_name (test_find (steps, GTK_TYPE_BUTTON, "Prepare"), "clicked");
  test_wait_for (is_open, fixture);
  test_settle (GTK_WIDGET (fixture->window));
}

/* Opens the page of the session to come. */
static AcademyItem *
prepare (Fixture *fixture)
{
  AcademyItem *session;

  prepare_any (fixture);
  session = academy_prepare_page_get_session (ACADEMY_PREPARE_PAGE (get_page (fixture)));
  g_assert_cmpint (academy_item_get_number (session, "number"), ==, 3);
  return session;
}

/* Whether a label within @root says @part, in sight or not. */
static gboolean
has_part (GtkWidget  *root,
          const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_part (child, part))
      return TRUE;

  return FALSE;
}

static GtkWidget *
get_view (Fixture *fixture)
{
  return test_find (get_page (fixture), ACADEMY_TYPE_REPORT_VIEW, NULL);
}

static void
choose_reader (Fixture    *fixture,
               const char *reader)
{
  GtkWidget *group = test_find (get_page (fixture), ADW_TYPE_TOGGLE_GROUP, NULL);

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (group), reader);
  test_settle (GTK_WIDGET (fixture->window));
}

static gboolean
is_mapped (Fixture    *fixture,
           const char *text)
{
  GtkWidget *label = test_find (get_page (fixture), GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* Everything that the brief says is in a label that can be selected. */
static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  AcademyReport *report;
  GtkWidget *heading;

  prepare (fixture);
  report = academy_report_view_get_report (ACADEMY_REPORT_VIEW (get_view (fixture)));
  g_assert_cmpuint (report->sections->len, >, 5);
  for (guint i = 0; i < report->sections->len; i++)
    {
      const AcademyReportSection *section = g_ptr_array_index (report->sections, i);

      heading = test_find (get_view (fixture), GTK_TYPE_LABEL, section->title.text);
      g_assert_nonnull (heading);
      g_assert_true (gtk_label_get_selectable (GTK_LABEL (heading)));
      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (heading)), ==, GTK_ACCESSIBLE_ROLE_HEADING);
      for (guint j = 0; j < section->blocks->len; j++)
        {
          const AcademyBlock *block = g_ptr_array_index (section->blocks, j);

          for (guint k = 0; k < block->texts->len && block->type != ACADEMY_BLOCK_FIGURE; k++)
            g_assert_true (has_part (get_view (fixture), ((const AcademyReportText *) g_ptr_array_index (block->texts, k))->text));
        }
    }
  g_assert_nonnull (test_find (get_view (fixture), ACADEMY_TYPE_FIGURE_VIEW, "2 of 12 measures done, 1 overdue"));
}

/* Tab comes to a section once, and goes on to the next. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  AcademyReport *report;
  GtkWidget *view, *focus;

  prepare (fixture);
  view = get_view (fixture);
  report = academy_report_view_get_report (ACADEMY_REPORT_VIEW (view));
  for (guint i = 0; i <= report->sections->len; i++)
    {
      const char *title = i > 0 ? ((const AcademyReportSection *) g_ptr_array_index (report->sections, i - 1))->title.text
                                : report->title.text;

      g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_assert_cmpstr (test_get_text (focus), ==, title);
    }
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
}

/* An edit is in the brief at once, and another session is another brief. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  AcademyItem *session = prepare (fixture);
  GtkWidget *chooser = test_find (get_page (fixture), GTK_TYPE_DROP_DOWN, NULL);

  g_assert_false (has_part (get_view (fixture), "Agree on the pilot"));
  test_set_text (fixture->window->store, session, "aim", "Agree on the pilot");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (has_part (get_view (fixture), "Agree on the pilot"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 0);
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (has_part (get_view (fixture), "Agree on the pilot"));
  g_assert_cmpint (academy_item_get_number (academy_prepare_page_get_session (ACADEMY_PREPARE_PAGE (get_page (fixture))),
                                            "number"), ==, 1);
}

static guint
count_questions (Fixture     *fixture,
                 AcademyItem *session)
{
  g_autoptr(GPtrArray) questions =
    academy_store_get_all (fixture->window->store, &academy_question_kind, academy_item_get_id (session), NULL);

  return questions->len;
}

/* The session can be begun from above the brief, and on its day that stands out. */
static void
test_begin (Fixture       *fixture,
            gconstpointer  data)
{
  AcademyItem *session = prepare (fixture);
  GtkWidget *banner = test_find (get_page (fixture), ADW_TYPE_BANNER, NULL);

  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (banner)), ==, "Sparring 3 · 16 Feb 2022 · in 12 days");
  g_assert_cmpint (adw_banner_get_button_style (ADW_BANNER (banner)), ==, ADW_BANNER_BUTTON_DEFAULT);
  test_set_text (fixture->window->store, session, "start", "2022-02-04T09:00:00+02:00");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (banner)), ==, "Sparring 3 · 4 Feb 2022 · today");
  g_assert_cmpint (adw_banner_get_button_style (ADW_BANNER (banner)), ==, ADW_BANNER_BUTTON_SUGGESTED);

  g_signal_emit_by_name (test_find (banner, GTK_TYPE_BUTTON, "Begin session"), "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (academy_window_get_session (fixture->window));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.leave-session", NULL);
  prepare_any (fixture);
  g_assert_nonnull (test_find (get_page (fixture), GTK_TYPE_BUTTON, "Continue session"));
}

/* A session that was held is not to come, though the status date is before it. */
static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  AcademyStore *store = fixture->window->store;
  AcademyItem *session = prepare (fixture);
  g_autofree char *before = academy_session_steps_dup_when (store, session);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "16 Feb 2022 · in 12 days");
  test_set_text (store, session, "held", "2022-02-16T09:00:00+02:00");
  after = academy_session_steps_dup_when (store, session);
  g_assert_cmpstr (after, ==, "16 Feb 2022");
}

/* The step whose time has come stands out, and there is only one. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *start; const char *present; } rows[] = {
    { "2022-02-16T09:00:00+02:00", "Wrap up" },
    { "2022-02-11T09:00:00+02:00", "Prepare" },
    { "2022-02-04T09:00:00+02:00", "Begin" },
    { "", "Wrap up" },
  };
  g_autoptr(AcademyItem) session = g_object_ref (prepare (fixture));
  g_autoptr(AcademyItem) organisation = window_fixture_show (fixture, "kuvitelma", "sparring");
  GtkWidget *steps = test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_SESSION_STEPS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      static const char * const labels[] = { "Prepare", "Begin", "Wrap up" };

      test_set_text (fixture->window->store, session, "start", rows[i].start);
      test_settle (GTK_WIDGET (fixture->window));
      for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
        g_assert_cmpint (gtk_widget_has_css_class (test_find (steps, GTK_TYPE_BUTTON, labels[j]), "present-step"), ==,
                         g_str_equal (labels[j], rows[i].present));
    }

  g_signal_emit_by_name (test_find (steps, GTK_TYPE_BUTTON, "Wrap up"), "clicked");
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), ACADEMY_TYPE_AFTER));
}

/* A chosen question leaves the proposals, and comes back when that is undone. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  AcademyItem *session = prepare (fixture);
  guint n_questions = count_questions (fixture, session);
  GtkWidget *row = test_find (get_page (fixture), ADW_TYPE_ACTION_ROW, QUESTION);

  g_assert_nonnull (row);
  g_signal_emit_by_name (test_find (row, GTK_TYPE_BUTTON, "Choose"), "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (count_questions (fixture, session), ==, n_questions + 1);
  row = test_find (get_page (fixture), ADW_TYPE_ACTION_ROW, QUESTION);
  g_assert_nonnull (row);
  g_assert_null (test_find (row, GTK_TYPE_BUTTON, "Choose"));

  g_assert_true (academy_store_undo (fixture->window->store, NULL));
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (count_questions (fixture, session), ==, n_questions);
  row = test_find (get_page (fixture), ADW_TYPE_ACTION_ROW, QUESTION);
  g_assert_nonnull (test_find (row, GTK_TYPE_BUTTON, "Choose"));
}

static char *
copy (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (get_page (fixture));

  gtk_widget_activate_action (get_page (fixture), "prepare.copy", NULL);
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  return test_read_clipboard (clipboard);
}

/* What is private is on the copy of the mentor only, which is marked; the language is
 * that of the copy, not of the program. */
static void
test_readers (Fixture       *fixture,
              gconstpointer  data)
{
  AcademyItem *session = prepare (fixture);
  g_autofree char *for_mentor = NULL;
  g_autofree char *for_organisation = NULL;

  test_set_text (fixture->window->store, session, "hypotheses", "Nobody owns renewal");
  test_settle (GTK_WIDGET (fixture->window));
  choose_reader (fixture, "mentor");
  g_assert_true (has_part (get_view (fixture), "Nobody owns renewal"));
  g_assert_true (has_part (get_view (fixture), "Only for the mentor"));
  for_mentor = copy (fixture);
  g_assert_nonnull (strstr (for_mentor, "Nobody owns renewal"));
  g_assert_true (is_mapped (fixture, "Hypotheses of the mentor · Private"));

  choose_reader (fixture, "organisation");
  g_assert_false (has_part (get_view (fixture), "Nobody owns renewal"));
  g_assert_false (has_part (get_view (fixture), "Only for the mentor"));
  g_assert_false (is_mapped (fixture, "Hypotheses of the mentor · Private"));
  for_organisation = copy (fixture);
  g_assert_null (strstr (for_organisation, "Nobody owns renewal"));

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (gtk_widget_get_next_sibling (test_find (get_page (fixture),
                                                                                              ADW_TYPE_TOGGLE_GROUP, NULL))),
                                    "fi");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (has_part (get_view (fixture), "Sparrauksen valmistelusivu"));
}

/* The copy of the mentor can be read by nobody else, and says so in its name. */
static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("academy-XXXXXX", NULL);

  prepare (fixture);
  for (guint i = 0; i < 4; i++)
    {
      gboolean as_text = i % 2 > 0, is_private = i > 1;
      g_autofree char *path = g_strdup_printf ("%s/brief-%u", folder, i);
      AcademyReportOutput output = {
        .store = fixture->window->store,
        .report = academy_report_view_get_report (ACADEMY_REPORT_VIEW (get_view (fixture))),
        .geometry = &academy_geometry_brief,
        .name = "kuvitelma-sparring-2",
        .is_private = is_private,
      };
      g_autofree char *name = academy_report_output_dup_name (&output, as_text);
      g_autofree char *job = academy_report_output_dup_job (&output);
      g_autofree char *content = NULL;
      g_autoptr(GError) error = NULL;
      GStatBuf status;

      academy_report_output_write (&output, path, as_text, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_nonnull (g_str_has_prefix (content, "%PDF-") ? (as_text ? NULL : content) : strstr (content, "\n# "));
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint ((status.st_mode & 0077) == 0, ==, is_private);
      g_remove (path);
      g_assert_cmpint (g_str_has_prefix (name, "kuvitelma-sparring-2-for-mentor."), ==, is_private);
      g_assert_cmpint (g_str_has_prefix (job, "Only for the mentor · "), ==, is_private);
      g_assert_true (g_str_has_suffix (job, output.report->title.text));
    }
  g_rmdir (folder);
}

/* The page is left by Alt+Left, by showing another view, and when its session is gone. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  AcademyItem *session = prepare (fixture);
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_session_kind.remove);

  g_assert_true (gtk_widget_activate_action (get_page (fixture), "navigation.pop", NULL));
  test_wait_for (is_closed, fixture);
  prepare (fixture);
  organisation = window_fixture_show (fixture, "kuvitelma", "plan");
  g_assert_true (is_closed (fixture));

  session = prepare (fixture);
  academy_edit_delete (edit, session);
  g_assert_true (academy_store_apply (fixture->window->store, edit, NULL));
  test_wait_for (is_closed, fixture);
}

static void
add_test (const char *path,
          void      (*func) (Fixture       *fixture,
                             gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  add_test ("/prepare/sections", test_sections);
  add_test ("/prepare/tab", test_tab);
  add_test ("/prepare/follows", test_follows);
  add_test ("/prepare/begin", test_begin);
  add_test ("/prepare/held", test_held);
  add_test ("/prepare/steps", test_steps);
  add_test ("/prepare/choose", test_choose);
  add_test ("/prepare/readers", test_readers);
  add_test ("/prepare/save", test_save);
  add_test ("/prepare/leave", test_leave);

  return test_display_run ();
}
