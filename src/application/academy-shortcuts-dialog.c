/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-shortcuts-dialog.h"

#include <glib/gi18n.h>

#define ACADEMY_TYPE_SHORTCUT_ROW (academy_shortcut_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyShortcutRow, academy_shortcut_row, ACADEMY, SHORTCUT_ROW, AdwActionRow)

/* A row with the keys of an action. */
struct _AcademyShortcutRow {
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AcademyShortcutRow, academy_shortcut_row, ADW_TYPE_ACTION_ROW)

enum {
  PROP_0,
  PROP_ACCELERATORS
};

/* The name of a key for which GTK has the name of its symbol in some languages. */
static const char *
get_name (guint key)
{
  switch (key)
    {
    case GDK_KEY_Page_Up:
      return C_("keyboard label", "Page Up");
    case GDK_KEY_Page_Down:
      return C_("keyboard label", "Page Down");
    default:
      return NULL;
    }
}

static char *
dup_key (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;
  g_autofree char *label = NULL;
  g_autoptr(GString) text = NULL;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  label = gtk_accelerator_get_label (key, modifiers);
  text = g_string_new (label);
  if (get_name (key) != NULL)
    g_string_replace (text, gdk_keyval_name (key), get_name (key), 1);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Formats keys as elsewhere in the program: “Shift+Ctrl+Z  Ctrl+Y” */
static char *
dup_keys (const char *accelerators)
{
  g_auto(GStrv) parts = g_strsplit (accelerators, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *accelerator = parts[i];

      parts[i] = dup_key (accelerator);
    }

  return g_strjoinv ("\n", parts);
}

static void
academy_shortcut_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  g_autofree char *keys = dup_keys (g_value_get_string (value));
  GtkWidget *label = gtk_label_new (keys);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (object), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (object), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys, -1);
}

static void
academy_shortcut_row_class_init (AcademyShortcutRowClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = academy_shortcut_row_set_property;

  /**
   * AcademyShortcutRow:accelerators:
   *
   * The keys, separated by spaces: “<Shift><Control>z <Control>y”
   */
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_ACCELERATORS,
                                   g_param_spec_string ("accelerators", NULL, NULL, "",
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
academy_shortcut_row_init (AcademyShortcutRow *self)
{
}

/**
 * academy_shortcuts_dialog_new:
 *
 * Returns: (transfer full): a list of the keys
 */
AdwDialog *
academy_shortcuts_dialog_new (void)
{
  g_autoptr(GtkBuilder) builder = NULL;

  g_type_ensure (ACADEMY_TYPE_SHORTCUT_ROW);
  builder = gtk_builder_new_from_resource ("/fi/hankintakeino/InnovationAcademy/application/academy-shortcuts-dialog.ui");

  return ADW_DIALOG (g_object_ref (gtk_builder_get_object (builder, "dialog")));
}
