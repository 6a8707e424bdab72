/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "academy-application-resources.h"
#include "academy-command-line.h"
#include "academy-form.h"
#include "academy-kind.h"
#include "academy-pages.h"
#include "academy-preferences.h"
#include "academy-preferences-dialog.h"
#include "academy-window.h"

/* News of the KEINO Competence Centre about the programme of 2021 */
#define FIRST_ACADEMY_URI \
  "https://www.hankintakeino.fi/fi/ajankohtaista/uutiset-artikkelit/suomen-ensimmaiseen-hankintojen-innovaatio-akatemiaan-valittiin"

struct _AcademyApplication {
  AdwApplication  parent_instance;

  /* Owned */
  GSettings      *settings;
  guint           ending_ids[3];
};

G_DEFINE_FINAL_TYPE (AcademyApplication, academy_application, ADW_TYPE_APPLICATION)

/**
 * AcademyApplication:
 *
 * The program with its windows, one for each open programme file.
 */

static AcademyWindow *
find_window (AcademyApplication *self,
             const char         *path)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (ACADEMY_IS_WINDOW (window->data) && academy_window_has_file (window->data, path))
      return window->data;

  return NULL;
}

static void
show_file (AcademyApplication *self,
           const char         *path)
{
  AcademyWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = academy_window_new (GTK_APPLICATION (self), self->settings);
      if (path != NULL)
        academy_window_open (window, path);
      else
        academy_window_show_welcome (window);
    }

  gtk_window_present (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  AdwDialog *dialog = g_object_new (ADW_TYPE_ABOUT_DIALOG,
                                    "application-name", _("Innovation Academy"),
                                    "application-icon", ACADEMY_APPLICATION_ID,
                                    "version", ACADEMY_VERSION,
                                    "developer-name", _("Innovation Academy developers"),
                                    "license-type", GTK_LICENSE_GPL_3_0,
                                    "comments",
                                    _("Follow the plans of a procurement innovation academy, from goals to the executive board."),
                                    NULL);

  adw_about_dialog_add_link (ADW_ABOUT_DIALOG (dialog), _("The first Innovation Academy"), FIRST_ACADEMY_URI);
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_dialog_present (academy_preferences_dialog_new (academy_window_get_store (ACADEMY_WINDOW (window))),
                      GTK_WIDGET (window));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  /* Each window saves typed values before it closes. Close its dialog first,
   * which would otherwise take the close request. */
  for (GList *window = windows; window != NULL; window = window->next)
    {
      AdwDialog *dialog = adw_application_window_get_visible_dialog (window->data);

      if (dialog != NULL)
        adw_dialog_close (dialog);
      if (adw_application_window_get_visible_dialog (window->data) == NULL)
        gtk_window_close (window->data);
    }
}

/* Saves what can be saved at a signal to end: there is no time to ask. */
static gboolean
ended_cb (gpointer data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *window = windows; window != NULL; window = window->next)
    {
      academy_forms_flush (window->data);
      gtk_window_destroy (window->data);
    }
  if (windows == NULL)
    g_application_quit (G_APPLICATION (data));

  return G_SOURCE_CONTINUE;
}

/* Opens a window for another programme. */
static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  show_file (ACADEMY_APPLICATION (data), NULL);
}

/* Shows an item of a programme, also after its window was closed. */
static void
show_item_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  AcademyApplication *self = ACADEMY_APPLICATION (data);
  const char *path, *kind, *item;
  AcademyWindow *window;

  g_variant_get (parameter, "(^&ay&s&s)", &path, &kind, &item);
  if (academy_kind_find (kind) == NULL)
    return;

  show_file (self, path);
  window = find_window (self, path);
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-item", "(ss)", kind, item);
}

static const GActionEntry actions[] = {
  { "new-window", new_window_action },
  { "about", about_action },
  { "preferences", preferences_action },
  { "show-item", show_item_action, "(ayss)" },
  { "quit", quit_action },
};

static const struct {
  const char *action;
  const char *accelerators[3];
} accelerators[] = {
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Shift><Control>z", "<Control>y" } },
  { "win.open", { "<Control>o" } },
  { "win.save-copy", { "<Shift><Control>s" } },
  { "win.export", { "<Control>e" } },
  { "win.show-history", { "<Control>h" } },
  { "win.show-help-overlay", { "F1", "<Control>question" } },
  { "app.new-window", { "<Shift><Control>n" } },
  { "window.close", { "<Control>w" } },
  { "win.add-measure", { "<Control>n" } },
};

static void
academy_application_activate (GApplication *application)
{
  AcademyApplication *self = ACADEMY_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr(GVariant) value = g_settings_get_value (self->settings, "last-file");
  const char *last = g_variant_get_bytestring (value);

  if (active != NULL)
    gtk_window_present (active);
  else
    show_file (self, *last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS) ? last : NULL);
}

static void
academy_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      g_autofree char *uri = g_file_get_uri (files[i]);

      show_file (ACADEMY_APPLICATION (application), path != NULL ? path : uri);
    }
}

static void
academy_application_startup (GApplication *application)
{
  static const int ending_signals[] = { SIGHUP, SIGINT, SIGTERM };
  AcademyApplication *self = ACADEMY_APPLICATION (application);
  int status = academy_command_line_check_display ();

  /* Exit before GTK does, whose message does not help. */
  if (status != 0)
    exit (status);

  G_STATIC_ASSERT (G_N_ELEMENTS (ending_signals) == G_N_ELEMENTS (self->ending_ids));
  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    {
      struct sigaction action;

      /* Keep a signal ignored, as nohup sets it. */
      if (sigaction (ending_signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
        self->ending_ids[i] = g_unix_signal_add (ending_signals[i], ended_cb, self);
    }

  academy_pages_register_resources ();
  g_resources_register (academy_application_get_resource ());

  G_APPLICATION_CLASS (academy_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (ACADEMY_APPLICATION_ID);
  self->settings = g_object_ref (academy_preferences_get_settings ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].accelerators);
}

static void
academy_application_finalize (GObject *object)
{
  AcademyApplication *self = ACADEMY_APPLICATION (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->ending_ids); i++)
    g_clear_handle_id (&self->ending_ids[i], g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (academy_application_parent_class)->finalize (object);
}

static void
academy_application_class_init (AcademyApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = academy_application_finalize;
  application_class->startup = academy_application_startup;
  application_class->activate = academy_application_activate;
  application_class->open = academy_application_open;
}

static void
academy_application_init (AcademyApplication *self)
{
  static const char summary[] =
    N_("Commands that need no window:\n"
       "  new FILE [OPTION…]     make a programme file\n"
       "  list FILE [OPTION…]    list the organisations\n"
       "  export FILE [OPTION…]  write plans (JSON), timelines (PNG, SVG, PDF) or a calendar (ics)\n"
       "  attention FILE [OPTION…]\n"
       "                         list what needs attention\n"
       "  changes FILE [OPTION…] tell what changed\n"
       "  brief FILE [OPTION…]   write the brief or the summary of a session (PDF, Markdown)\n"
       "  check FILE             look for faults in a file");

  g_application_set_option_context_parameter_string (G_APPLICATION (self), "[FILE]");
  g_application_set_option_context_summary (G_APPLICATION (self), _(summary));
}

/**
 * academy_application_new:
 *
 * Returns: (transfer full): the application
 */
AcademyApplication *
academy_application_new (void)
{
  return g_object_new (ACADEMY_TYPE_APPLICATION,
                       "application-id", ACADEMY_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/fi/hankintakeino/InnovationAcademy",
                       NULL);
}
