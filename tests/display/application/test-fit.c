/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-backup-dialog.h"
#include "academy-baseline.h"
#include "academy-baseline-dialog.h"
#include "academy-clock.h"
#include "academy-export-dialog.h"
#include "academy-grid.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-measure-chooser.h"
#include "academy-new-organisation.h"
#include "academy-new-programme.h"
#include "academy-paste-dialog.h"
#include "academy-people-dialog.h"
#include "academy-places.h"
#include "academy-preferences-dialog.h"
#include "academy-prepare-page.h"
#include "academy-shortcuts-dialog.h"
#include "academy-slips-dialog.h"
#include "academy-timeline-pane.h"
#include "academy-undone-dialog.h"
#include "academy-wrap-up.h"
#include "plan-fixture.h"
#include "window-fixture.h"

/* Nothing that is shown anywhere is cut off, whatever the width of the window, the
 * size of the text, the style and the language. */

#define HEIGHT        740
/* Without a compositor a window has a border. */
#define BORDER        5
#define DPI           (96 * 1024)
/* Places are rounded to pixels. */
#define TOLERANCE     1.0
#define DEEPEST_NAMED 4

typedef WindowFixture Fixture;

typedef struct {
  const char     *name;
  int             width;
  double          text;
  AdwColorScheme  scheme;
} Look;

/* Finnish words are the longer ones, and are tried in the looks that take more room,
 * in high contrast. */
static const Look english_looks[] = {
  { "narrow", 360, 1, ADW_COLOR_SCHEME_FORCE_LIGHT },
};
static const Look finnish_looks[] = {
  { "narrow-large", 360, 2, ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "wide-large-dark", 1280, 2, ADW_COLOR_SCHEME_FORCE_DARK },
};

static void
set_look (const Look *look)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (DPI * look->text), NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), look->scheme);
}

/* Adds advice that contradicts to the last session, and its next date. */
static void
complete_session (AcademyStore *store,
                  AcademyItem  *organisation)
{
  static const char * const notes[][2] = {
    { "Hankintapalvelujen kehittämispäällikkö", "Markkinavuoropuhelu tarvitaan ennen tarjouspyyntöä." },
    { "Innovaatiohankintojen sparraaja", "Pilotti kannattaa aloittaa heti." },
  };
  g_autoptr(AcademyItem) session = academy_wrap_up_find_session (store, academy_item_get_id (organisation), NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_note_kind.add);
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr(AcademyItem) note = academy_item_new_part (&academy_note_kind, academy_item_get_id (organisation));

      g_object_set (note, "session", academy_item_get_id (session), "author_role", notes[i][0], "text", notes[i][1],
                    "contradicts", first, NULL);
      academy_edit_create (edit, note);
      g_set_str (&first, academy_item_get_id (note));
    }
  g_assert_true (academy_store_apply (store, edit, NULL));
  test_set_text (store, session, "next_date", "2022-06-21");
}

/* Adds what the example has none of. */
static void
complete (AcademyStore *store)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) organisation = test_get_organisation (store, "kuvitelma");
  g_autoptr(AcademyItem) person = academy_item_new_part (&academy_person_kind, academy_item_get_id (programme));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_baseline_kind.add);

  g_object_set (person, "name", "Maria-Magdaleena Hankintapäällikkö-Esimerkkiläinen", NULL);
  academy_edit_create (edit, person);
  academy_baseline_add (edit, academy_item_get_id (organisation), "Vertailukohta ennen johtoryhmän kokousta");
  g_assert_true (academy_store_apply (store, edit, NULL));
  complete_session (store, organisation);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const Look *look = data;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, 6, 2022);
  academy_clock_set_today (&today);
  set_look (look);

  window_fixture_set_up (fixture, "example");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), look->width + 2 * BORDER, HEIGHT);
  window_fixture_open (fixture);
  complete (fixture->window->store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (fixture);
}

/* The class of a widget and of what it is in, for who reads the log. */
static char *
describe (GtkWidget *widget)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < DEEPEST_NAMED && widget != NULL; i++, widget = gtk_widget_get_parent (widget))
    g_string_append_printf (text, "%s%s", i > 0 ? " < " : "", G_OBJECT_TYPE_NAME (widget));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static guint G_GNUC_PRINTF (3, 4)
complain (GtkWidget  *widget,
          const char *where,
          const char *format,
          ...)
{
  g_autofree char *path = describe (widget);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s: “%s” %s (%s)\n", where, test_get_text (widget), what, path);
  return 1;
}

/* Asks for a tooltip as GTK does when the pointer rests in the middle of @widget. */
static gboolean
has_tooltip (GtkWidget *widget)
{
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  graphene_point_t middle = { gtk_widget_get_width (widget) / 2.f, gtk_widget_get_height (widget) / 2.f };
  gboolean answered = FALSE;

  for (GtkWidget *asked = widget; asked != NULL && !answered; asked = gtk_widget_get_parent (asked))
    {
      graphene_point_t point;

      if (gtk_widget_get_has_tooltip (asked) && gtk_widget_compute_point (widget, asked, &middle, &point))
        g_signal_emit_by_name (asked, "query-tooltip", (int) point.x, (int) point.y, FALSE, tooltip, &answered);
    }

  return answered;
}

/* What is scrolled out of sight is no less complete for that, but cannot be asked. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  graphene_rect_t bounds;

  for (GtkWidget *around = widget; around != NULL; around = gtk_widget_get_parent (around))
    if (GTK_IS_SCROLLABLE (around) &&
        (!gtk_widget_compute_bounds (widget, around, &bounds) || bounds.origin.y < 0 ||
         bounds.origin.y + bounds.size.height > gtk_widget_get_height (around)))
      return FALSE;

  return TRUE;
}

/* A list view in a row does not ask for the height that its row needs in its width. */
static gboolean
is_clipped (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;

  return row != NULL && list != NULL && gtk_widget_is_ancestor (list, row) &&
         gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL && gtk_widget_compute_bounds (widget, list, &bounds) &&
         bounds.origin.y + bounds.size.height > gtk_widget_get_height (list) + TOLERANCE;
}

/* Who looks for a view reads all of their names; a tooltip is no help. */
static gboolean
names_view (GtkWidget *widget)
{
  GtkWidget *toggles = gtk_widget_get_ancestor (widget, ADW_TYPE_TOGGLE_GROUP);

  return gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_SWITCHER) != NULL ||
         (toggles != NULL && gtk_widget_has_css_class (toggles, "plan-switcher"));
}

static guint
check_layout (GtkWidget   *widget,
              PangoLayout *layout,
              const char  *where)
{
  int width, height;

  if (pango_layout_is_ellipsized (layout) && names_view (widget))
    return complain (widget, where, "is cut off");
  if (pango_layout_is_ellipsized (layout))
    return !is_in_sight (widget) || has_tooltip (widget) ? 0 : complain (widget, where, "is cut off, and nothing tells the rest");

  pango_layout_get_pixel_size (layout, &width, &height);
  if (is_clipped (widget))
    return complain (widget, where, "is higher than its row");
  if (width > gtk_widget_get_width (widget) + TOLERANCE || height > gtk_widget_get_height (widget) + TOLERANCE)
    return complain (widget, where, "needs %d×%d of %d×%d", width, height, gtk_widget_get_width (widget),
                     gtk_widget_get_height (widget));

  return 0;
}

static gboolean
scrolls_sideways (GtkWidget *widget)
{
  GtkAdjustment *adjustment;

  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return FALSE;

  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + TOLERANCE;
}

static gboolean
is_table (GtkWidget *widget)
{
  return GTK_IS_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget)));
}

static guint
check (GtkWidget  *widget,
       GtkWidget  *within,
       const char *where)
{
  graphene_rect_t bounds;
  guint n_faults = 0;

  /* The slider of a scrollbar is drawn beyond it, and the shadow of a sidebar beside it. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLBAR (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo") ||
      !gtk_widget_compute_bounds (widget, within, &bounds))
    return 0;

  if (GTK_IS_LABEL (widget))
    n_faults += check_layout (widget, gtk_label_get_layout (GTK_LABEL (widget)), where);

  if (scrolls_sideways (widget))
    {
      if (!is_table (widget))
        n_faults += complain (widget, where, "scrolls sideways");
      return n_faults;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_faults += check (child, within, where);

  if (n_faults == 0 && bounds.size.width > 0 &&
      (bounds.origin.x < -TOLERANCE || bounds.origin.x + bounds.size.width > gtk_widget_get_width (within) + TOLERANCE))
    n_faults += complain (widget, where, "sticks out of the window: %g to %g of %d", bounds.origin.x,
                          bounds.origin.x + bounds.size.width, gtk_widget_get_width (within));

  return n_faults;
}

/* Checks the page that is shown, or the dialog in front of it. */
static guint
check_shown (Fixture    *fixture,
             const char *where)
{
  GtkWidget *content = gtk_widget_get_first_child (GTK_WIDGET (fixture->window));
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  test_settle (content);
  return check (dialog != NULL ? GTK_WIDGET (dialog) : content, content, where);
}

static void
close_dialog (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  g_assert_nonnull (dialog);
  adw_dialog_force_close (dialog);
}

/* The brief of a session, and what is decided before it, which a narrow window shows over
 * the brief. */
static guint
check_preparation (Fixture *fixture)
{
  g_autoptr(AcademyItem) organisation = window_fixture_show (fixture, "kuvitelma", "sparring");
  g_autoptr(AcademyItem) session =
    academy_store_get_first (fixture->window->store, &academy_session_kind, academy_item_get_id (organisation), NULL);
  GtkWidget *page, *split_view;
  guint n_faults;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.prepare-session", "s", academy_item_get_id (session));
  test_settle (GTK_WIDGET (fixture->window));
  page = test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_PREPARE_PAGE, NULL);
  g_assert_nonnull (page);
  n_faults = check_shown (fixture, "brief");
  split_view = test_find (page, ADW_TYPE_OVERLAY_SPLIT_VIEW, NULL);
  adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (split_view), TRUE);
  return n_faults + check_shown (fixture, "preparation");
}

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const views[] = {
    "situation", "opportunities", "plan", "timeline", "pilot", "risks", "sparring", "board",
  };
  guint n_faults = 0;

  for (guint i = 0; i < G_N_ELEMENTS (academy_places); i++)
    {
      academy_window_show_place (fixture->window, academy_places[i].name);
      n_faults += check_shown (fixture, academy_places[i].name);
    }

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-whole-history", NULL);
  n_faults += check_shown (fixture, "history");
  g_signal_emit_by_name (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  n_faults += check_shown (fixture, "history, an entry");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (test_find (GTK_WIDGET (fixture->window), ADW_TYPE_TOGGLE_GROUP, NULL)),
                                    "net");
  n_faults += check_shown (fixture, "history, net");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr(AcademyItem) organisation = window_fixture_show (fixture, "kuvitelma", views[i]);

      n_faults += check_shown (fixture, views[i]);
    }
  n_faults += check_preparation (fixture);
  adw_navigation_split_view_set_show_content (fixture->window->split_view, FALSE);
  n_faults += check_shown (fixture, "sidebar");
  g_assert_cmpuint (n_faults, ==, 0);
}

/* The form of every kind. */
static void
test_forms (Fixture       *fixture,
            gconstpointer  data)
{
  AcademyStore *store = fixture->window->store;
  guint n_faults = 0;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(AcademyItem) item = academy_store_get_first (store, *kind, NULL, NULL);

      g_assert_nonnull (item);
      adw_dialog_present (academy_item_dialog_new (store, item, GTK_WIDGET (fixture->window->stack)),
                          GTK_WIDGET (fixture->window));
      n_faults += check_shown (fixture, (*kind)->name);
      close_dialog (fixture);
    }
  g_assert_cmpuint (n_faults, ==, 0);
}

static AdwDialog *
create_preferences (Fixture *fixture)
{
  return academy_preferences_dialog_new (fixture->window->store);
}

static AdwDialog *
create_shortcuts (Fixture *fixture)
{
  return academy_shortcuts_dialog_new ();
}

static AdwDialog *
create_new_programme (Fixture *fixture)
{
  AdwDialog *dialog = academy_new_programme_new (NULL);

  academy_new_programme_take_from (ACADEMY_NEW_PROGRAMME (dialog), fixture->path);
  return dialog;
}

static AdwDialog *
create_new_organisation (Fixture *fixture)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (fixture->window->store, &academy_programme_kind, NULL, NULL);

  return academy_new_organisation_new (fixture->window->store, programme);
}

static AdwDialog *
create_backups (Fixture *fixture)
{
  return academy_backup_dialog_new (fixture->window->store, GTK_WIDGET (fixture->window->stack));
}

static AdwDialog *
create_undone (Fixture *fixture)
{
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->window->store, "kuvitelma");

  test_set_text (fixture->window->store, organisation, "note", "A note");
  g_assert_true (academy_store_undo (fixture->window->store, NULL));
  test_set_text (fixture->window->store, organisation, "note", "Another note");
  return academy_undone_dialog_new (fixture->window->store, GTK_WIDGET (fixture->window->stack));
}

static char *
dup_label (guint n_people)
{
  return g_strdup_printf ("%u", n_people);
}

static AdwDialog *
create_people (Fixture *fixture)
{
  g_autoptr(GPtrArray) people = academy_store_get_all (fixture->window->store, &academy_person_kind, NULL, NULL);

  return academy_people_dialog_new ("People", "Choose some.", dup_label, people);
}

static AdwDialog *
create_measure_chooser (Fixture *fixture)
{
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->window->store, "kuvitelma");

  return academy_measure_chooser_new (fixture->window->store, academy_item_get_id (organisation), NULL, "Measures");
}

static AcademyTimelineView *
show_timeline (Fixture *fixture)
{
  g_autoptr(AcademyItem) organisation = window_fixture_show (fixture, "kuvitelma", "timeline");

  return ACADEMY_TIMELINE_VIEW (test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_TIMELINE_VIEW, NULL));
}

static AdwDialog *
create_export (Fixture *fixture)
{
  return academy_export_dialog_new (show_timeline (fixture), FALSE);
}

static AdwDialog *
create_print (Fixture *fixture)
{
  return academy_export_dialog_new (show_timeline (fixture), TRUE);
}

static AdwDialog *
create_baseline (Fixture *fixture)
{
  return academy_baseline_dialog_new (show_timeline (fixture));
}

static AdwDialog *
create_slips (Fixture *fixture)
{
  g_autoptr(AcademyItem) baseline = academy_store_get_first (fixture->window->store, &academy_baseline_kind, NULL, NULL);

  return academy_slips_dialog_new (show_timeline (fixture), academy_item_get_id (baseline), NULL);
}

static AdwDialog *
create_paste (Fixture *fixture)
{
  g_autoptr(AcademyItem) organisation = window_fixture_show (fixture, "kuvitelma", "plan");
  AcademyGrid *grid = academy_grid_new_from_text ("Title\tStart date\tPlace\nHold a market dialogue with suppliers of school "
                                                  "meals\t31 Feb 2022\tHelsinki\nAsk the pupils\t1 Feb 2022\t\n", NULL);

  g_assert_nonnull (grid);
  return academy_paste_dialog_open (GTK_WIDGET (fixture->window->stack), fixture->window->store, &academy_measure_kind,
                                    organisation, grid);
}

static const struct {
  const char  *name;
  AdwDialog *(*create) (Fixture *fixture);
} dialogs[] = {
  { "preferences", create_preferences },
  { "shortcuts", create_shortcuts },
  { "new programme", create_new_programme },
  { "new organisation", create_new_organisation },
  { "backups", create_backups },
  { "undone", create_undone },
  { "people dialog", create_people },
  { "choose a measure", create_measure_chooser },
  { "export dialog", create_export },
  { "print", create_print },
  { "baseline", create_baseline },
  { "slips", create_slips },
  { "paste", create_paste },
};

static void
test_dialogs (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_faults = 0;

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      AdwDialog *dialog = dialogs[i].create (fixture);

      adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
      n_faults += check_shown (fixture, dialogs[i].name);
      close_dialog (fixture);
    }
  g_assert_cmpuint (n_faults, ==, 0);
}

/* The heading of an alert dialog is measured for any width before libadwaita takes
 * a smaller one, of which GTK warns. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *name;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "places", test_places },
    { "forms", test_forms },
    { "dialogs", test_dialogs },
  };
  gboolean finnish = g_str_has_prefix (g_getenv ("LANG"), "fi");
  const Look *looks = finnish ? finnish_looks : english_looks;
  guint n_looks = finnish ? G_N_ELEMENTS (finnish_looks) : G_N_ELEMENTS (english_looks);

  if (finnish)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  test_display_init (&argc, &argv);
  g_log_set_writer_func (write_log, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint j = 0; j < n_looks; j++)
      {
        g_autofree char *path = g_strdup_printf ("/fit/%s/%s", tests[i].name, looks[j].name);

        g_test_add (path, Fixture, &looks[j], set_up, tests[i].test, tear_down);
      }

  return test_display_run ();
}
