/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include "academy-organisation-page.h"

/* A process has one application. */
static AcademyApplication *
get_application (void)
{
  static AcademyApplication *application;
  g_autoptr(GError) error = NULL;

  if (application != NULL)
    return application;

  application = academy_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

/* The path of a programme that nothing has open. */
char *
window_fixture_create_file (const char *template)
{
  g_autoptr(AcademyStore) store = test_create_programme (template);
  g_autoptr(GError) error = NULL;
  char *path = g_strdup (academy_store_get_path (store));

  academy_store_close (store, &error);
  g_assert_no_error (error);
  return path;
}

/* A window without a file. */
void
window_fixture_set_up (WindowFixture *self,
                       const char    *template)
{
  self->application = get_application ();
  self->settings = g_settings_new (ACADEMY_APPLICATION_ID);
  g_settings_reset (self->settings, "window-width");
  g_settings_reset (self->settings, "window-height");
  self->path = window_fixture_create_file (template);
  window_fixture_create_window (self);
}

void
window_fixture_tear_down (WindowFixture *self)
{
  window_fixture_close_windows (self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
}

void
window_fixture_create_window (WindowFixture *self)
{
  self->window = academy_window_new (GTK_APPLICATION (self->application), self->settings);
  gtk_window_present (GTK_WINDOW (self->window));
  test_settle (GTK_WIDGET (self->window));
}

void
window_fixture_close_windows (WindowFixture *self)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self->application)));

  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_destroy (window->data);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
window_fixture_open (WindowFixture *self)
{
  g_assert_true (academy_window_open (self->window, self->path));
  test_settle (GTK_WIDGET (self->window));
}

/* Goes to a view of the organisation with this short name, which is returned. */
AcademyItem *
window_fixture_show (WindowFixture *self,
                     const char    *organisation,
                     const char    *view)
{
  AcademyItem *item = test_get_organisation (self->window->store, organisation);
  AdwNavigationPage *page;

  academy_window_show_place (self->window, academy_item_get_id (item));
  page = adw_navigation_split_view_get_content (self->window->split_view);
  academy_organisation_page_show_view (ACADEMY_ORGANISATION_PAGE (page), view);
  test_settle (GTK_WIDGET (self->window));

  return item;
}
