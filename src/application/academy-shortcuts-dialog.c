/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-shortcuts-dialog.h"

#include <glib/gi18n.h>

#define CONTENT_WIDTH  560
#define CONTENT_HEIGHT 640

typedef struct {
  const char *title;
  const char *accelerators;
} Shortcut;

static const Shortcut general[] = {
  { N_("Keyboard shortcuts"), "F1 <Control>question" },
  { N_("New window"), "<Shift><Control>n" },
  { N_("Open a programme"), "<Control>o" },
  { N_("Save a copy"), "<Shift><Control>s" },
  { N_("Export the plan as JSON"), "<Control>e" },
  { N_("Preferences"), "<Control>comma" },
  { N_("Main menu"), "F10" },
  { N_("Close the window"), "<Control>w" },
  { N_("Quit"), "<Control>q" },
  { NULL }
};

static const Shortcut editing[] = {
  { N_("Undo"), "<Control>z" },
  { N_("Redo"), "<Shift><Control>z <Control>y" },
  { N_("Add measure"), "<Control>n" },
  { N_("Delete the selected measure"), "Delete" },
  { N_("Menu of what is selected"), "Menu <Shift>F10" },
  { NULL }
};

static const Shortcut timeline[] = {
  { N_("Move what is selected earlier or later"), "<Alt>Left <Alt>Right" },
  { N_("Change the end"), "<Shift><Alt>Left <Shift><Alt>Right <Shift><Control>Left <Shift><Control>Right" },
  { N_("Change the start"), "<Control><Alt>Left <Control><Alt>Right <Alt>Up <Alt>Down" },
  { N_("Change the progress"), "<Alt>Page_Up <Alt>Page_Down" },
  { N_("Add a dependency: on the first measure, then on the one that depends on it"), "<Control>l" },
  { N_("Add a measure after the selected one"), "Insert <Control>n" },
  { N_("Fold or unfold"), "Left Right" },
  { N_("Zoom in or out"), "<Control>plus <Control>minus" },
  { N_("Show the whole plan"), "<Control>0" },
  { N_("Go to today"), "t period" },
  { N_("Go to earlier or later"), "<Control>Page_Up <Control>Page_Down" },
  { N_("Find measures"), "<Control>f" },
  { N_("Print the timeline"), "<Control>p" },
  { N_("Cancel"), "Escape" },
  { NULL }
};

static const struct {
  const char     *title;
  const Shortcut *shortcuts;
} groups[] = {
  { N_("General"), general },
  { N_("Editing"), editing },
  { N_("Timeline"), timeline },
};

/* Formats keys as elsewhere in the program: “Shift+Ctrl+Z  Ctrl+Y” */
static char *
dup_keys (const char *accelerators)
{
  g_auto(GStrv) parts = g_strsplit (accelerators, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      gtk_accelerator_parse (parts[i], &key, &modifiers);
      g_free (parts[i]);
      parts[i] = gtk_accelerator_get_label (key, modifiers);
    }

  return g_strjoinv ("\n", parts);
}

static GtkWidget *
create_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = dup_keys (shortcut->accelerators);
  GtkWidget *label = gtk_label_new (keys);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dimmed");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys, -1);

  return row;
}

/**
 * academy_shortcuts_dialog_new:
 *
 * Lists the keys in one column, which fits any window.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(groups[i].title));
      for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->title != NULL; shortcut++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (shortcut));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Keyboard shortcuts"));
  adw_dialog_set_content_width (dialog, CONTENT_WIDTH);
  adw_dialog_set_content_height (dialog, CONTENT_HEIGHT);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
