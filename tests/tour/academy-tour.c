/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

#include "academy-application.h"
#include "academy-clock.h"
#include "academy-date.h"
#include "academy-draft.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-organisation-page.h"
#include "academy-organisations.h"
#include "academy-places.h"
#include "academy-session-clock.h"
#include "academy-window-private.h"

#define SETTLE_FRAMES 12
#define SLUG_SHOWN    "turku"

/* Opens the window as a person would, goes from page to page, and keeps a
 * picture of each. */
typedef struct {
  /* Owned */
  char          *programme;
  char          *output;
  char          *scheme;
  char          *today;
  int            width;
  int            height;

  /* Borrowed */
  AcademyWindow *window;
  guint          step;
  guint          frames;
  gboolean       failed;
} Tour;

static void
save_picture (Tour       *tour,
              const char *page)
{
  GtkWidget *widget = GTK_WIDGET (tour->window);
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *name = g_strdup_printf ("%s-%s-%s-%dx%d.png", page, C_("language code", "en"), tour->scheme,
                                           tour->width, tour->height);
  g_autofree char *path = g_build_filename (tour->output, name, NULL);

  gdk_paintable_snapshot (paintable, snapshot,
                          gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    {
      g_printerr ("%s: cannot be written\n", path);
      tour->failed = TRUE;
    }
}

static AcademyItem *
find_organisation (Tour *tour)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (tour->window->store, NULL);

  for (guint i = 0; i < organisations->len; i++)
    if (g_str_equal (academy_item_get_text (g_ptr_array_index (organisations, i), "slug"), SLUG_SHOWN))
      return g_object_ref (g_ptr_array_index (organisations, i));

  return g_object_ref (g_ptr_array_index (organisations, 0));
}

static void
close_dialog (Tour *tour)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (tour->window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
}

static void
show_sidebar (Tour       *tour,
              const char *name)
{
  academy_window_open (tour->window, tour->programme);
  adw_navigation_split_view_set_show_content (tour->window->split_view, FALSE);
}

static void
show_place (Tour       *tour,
            const char *name)
{
  close_dialog (tour);
  academy_window_show_place (tour->window, name);
}

static void
show_event (Tour       *tour,
            const char *name)
{
  g_autoptr(AcademyItem) event = academy_store_get_first (tour->window->store, &academy_event_kind, NULL, NULL);

  adw_dialog_present (academy_item_dialog_new (tour->window->store, event, GTK_WIDGET (tour->window->stack)),
                      GTK_WIDGET (tour->window));
}

static void
show_view (Tour       *tour,
           const char *name)
{
  g_autoptr(AcademyItem) organisation = find_organisation (tour);
  AdwNavigationPage *page;

  close_dialog (tour);
  academy_window_show_place (tour->window, academy_item_get_id (organisation));
  page = adw_navigation_split_view_get_content (tour->window->split_view);
  academy_organisation_page_show_view (ACADEMY_ORGANISATION_PAGE (page), name);
}

static void
show_form (Tour       *tour,
           const char *name)
{
  academy_window_add_measure (tour->window);
}

static void
show_history (Tour       *tour,
              const char *name)
{
  g_autoptr(AcademyItem) organisation = find_organisation (tour);
  g_autofree char *place = academy_places_dup_history (academy_item_get_id (organisation));

  show_place (tour, place);
}

/* Does what the button of a session does, to one that is still to be held. */
static void
activate_session (Tour       *tour,
                  const char *action)
{
  AcademyStore *store = tour->window->store;
  g_autoptr(AcademyItem) organisation = find_organisation (tour);
  g_autoptr(AcademyItem) session = academy_session_clock_find_next (store, academy_item_get_id (organisation));

  if (session == NULL)
    {
      g_autoptr(AcademyEdit) edit = academy_edit_new (academy_session_kind.add);

      session = academy_draft_new (store, &academy_session_kind, organisation, NULL);
      academy_draft_write (session, edit);
      g_assert_true (academy_store_apply (store, edit, NULL));
    }
  gtk_widget_activate_action (GTK_WIDGET (tour->window), action, "s", academy_item_get_id (session));
}

static const struct {
  const char *page;
  void      (*show) (Tour       *tour,
                     const char *name);
  const char *name;
} steps[] = {
  { "01-welcome" },
  { "02-sidebar", show_sidebar },
  { "03-overview", show_place, "overview" },
  { "04-event", show_event },
  { "05-people", show_place, "people" },
  { "06-lessons", show_place, "lessons" },
  { "07-timeline", show_place, "timeline" },
  { "08-mentoring", show_place, "mentoring" },
  { "09-situation", show_view, "situation" },
  { "10-opportunities", show_view, "opportunities" },
  { "11-plan", show_view, "plan" },
  { "12-measure", show_form },
  { "13-plan-timeline", show_view, "timeline" },
  { "14-pilot", show_view, "pilot" },
  { "15-risks", show_view, "risks" },
  { "16-sparring", show_view, "sparring" },
  { "17-board", show_view, "board" },
  { "18-history", show_history },
  { "19-prepare", activate_session, "win.prepare-session" },
  { "20-session", activate_session, "win.begin-session" },
};

/* A page is kept when it has been drawn a few times and nothing moves any more. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Tour *tour = data;

  if (++tour->frames < SETTLE_FRAMES)
    return G_SOURCE_CONTINUE;

  save_picture (tour, steps[tour->step].page);
  tour->frames = 0;
  tour->step++;
  if (tour->step < G_N_ELEMENTS (steps))
    {
      steps[tour->step].show (tour, steps[tour->step].name);
      return G_SOURCE_CONTINUE;
    }

  gtk_window_destroy (GTK_WINDOW (tour->window));
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Tour           *tour)
{
  tour->window = ACADEMY_WINDOW (window);
}

static void
activated_cb (GApplication *application,
              Tour         *tour)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  adw_style_manager_set_color_scheme (style, g_str_equal (tour->scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                                : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_set_default_size (GTK_WINDOW (tour->window), tour->width, tour->height);
  gtk_widget_add_tick_callback (GTK_WIDGET (tour->window), tick_cb, tour, NULL);
}

int
main (int    argc,
      char **argv)
{
  Tour tour = { .width = 1280, .height = 800 };
  const GOptionEntry entries[] = {
    { "programme", 0, 0, G_OPTION_ARG_FILENAME, &tour.programme, "The programme to show", "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &tour.output, "Where the pictures go", "FOLDER" },
    { "scheme", 0, 0, G_OPTION_ARG_STRING, &tour.scheme, "light or dark", "SCHEME" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &tour.today, "The day that it is to be", "DATE" },
    { "width", 0, 0, G_OPTION_ARG_INT, &tour.width, "Width of the window", "PIXELS" },
    { "height", 0, 0, G_OPTION_ARG_INT, &tour.height, "Height of the window", "PIXELS" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(AcademyApplication) application = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (setlocale (LC_ALL, "") == NULL)
    {
      g_printerr ("There is no locale “%s”\n", g_getenv ("LANG"));
      return EXIT_FAILURE;
    }
  bindtextdomain (GETTEXT_PACKAGE, ACADEMY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || tour.programme == NULL || tour.output == NULL ||
      tour.scheme == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "--programme, --output and --scheme are needed");
      return EXIT_FAILURE;
    }

  if (tour.today != NULL)
    {
      GDate today;

      if (!academy_date_from_text (tour.today, &today, &error))
        {
          g_printerr ("%s\n", error->message);
          return EXIT_FAILURE;
        }
      academy_clock_set_today (&today);
    }

  application = academy_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &tour);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), &tour);
  status = g_application_run (G_APPLICATION (application), 0, NULL);

  g_free (tour.programme);
  g_free (tour.output);
  g_free (tour.scheme);
  g_free (tour.today);
  return tour.failed || tour.step < G_N_ELEMENTS (steps) ? EXIT_FAILURE : status;
}
