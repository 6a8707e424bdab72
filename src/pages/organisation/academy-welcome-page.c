/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-welcome-page.h"

#include "academy-file-chooser.h"
#include "academy-recent.h"

struct _AcademyWelcomePage {
  AdwBin               parent_instance;

  /* Template children */
  AdwPreferencesGroup *recent_group;
};

G_DEFINE_FINAL_TYPE (AcademyWelcomePage, academy_welcome_page, ADW_TYPE_BIN)

/**
 * AcademyWelcomePage:
 *
 * The content of a window without a file: buttons that create or open one, and the
 * recent files.
 */

static void
academy_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (academy_welcome_page_parent_class)->dispose (object);
}

static void
academy_welcome_page_class_init (AcademyWelcomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-welcome-page.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AcademyWelcomePage, recent_group);
}

/* Creates a row with the name of a file, and its folder to tell it from others of
 * that name. */
static GtkWidget *
create_row (GFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *stem = academy_file_chooser_dup_stem (g_file_peek_path (file));
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *folder_name = g_filename_display_name (g_file_peek_path (folder));
  g_autofree char *uri = g_file_get_uri (file);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stem);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder_name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");

  return row;
}

static void
add_recent (AcademyWelcomePage *self)
{
  g_autoptr(GPtrArray) files = academy_recent_get ();

  for (guint i = 0; i < files->len; i++)
    adw_preferences_group_add (self->recent_group, create_row (g_ptr_array_index (files, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), files->len > 0);
}

static void
academy_welcome_page_init (AcademyWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_recent (self);
}
