/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-link-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-link-targets.h"

struct _AcademyLinkEditor {
  AcademyEditor  parent_instance;

  /* Owned */
  AcademyList   *targets;

  /* Borrowed */
  AdwComboRow   *row;

  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (AcademyLinkEditor, academy_link_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyLinkEditor:
 *
 * The editor of a link to one item; the first entry links to none.
 */

static void
fill (AcademyLinkEditor *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->targets));

  gtk_string_list_append (titles, _("Not chosen"));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(AcademyItem) target = g_list_model_get_item (G_LIST_MODEL (self->targets), i);
      g_autofree char *title = academy_item_dup_title (target, academy_language_get_default ());

      gtk_string_list_append (titles, title);
    }

  adw_combo_row_set_model (self->row, G_LIST_MODEL (titles));
}

static void
select_link (AcademyLinkEditor *self,
             const char        *link)
{
  guint position;
  gboolean found = link != NULL && academy_list_find (self->targets, link, &position);

  adw_combo_row_set_selected (self->row, found ? position + 1 : 0);
}

static void
targets_changed_cb (AcademyLinkEditor *self)
{
  AcademyItem *item = academy_editor_get_item (ACADEMY_EDITOR (self));

  self->showing = TRUE;
  fill (self);
  if (item != NULL)
    select_link (self, academy_item_get_text (item, academy_editor_get_field (ACADEMY_EDITOR (self))->name));
  self->showing = FALSE;
}

static void
academy_link_editor_show (AcademyEditor *editor,
                          const GValue  *value)
{
  AcademyLinkEditor *self = ACADEMY_LINK_EDITOR (editor);

  self->showing = TRUE;
  if (self->targets != NULL)
    g_signal_handlers_disconnect_by_func (self->targets, targets_changed_cb, self);
  g_clear_object (&self->targets);
  self->targets = academy_link_targets_new (editor);
  g_signal_connect_object (self->targets, "items-changed", G_CALLBACK (targets_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  select_link (self, g_value_get_string (value));
  self->showing = FALSE;
  academy_editor_show_error (editor, NULL);
}

static void
selected_cb (AcademyLinkEditor *self)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  guint selected = adw_combo_row_get_selected (self->row);
  g_autoptr(AcademyItem) target = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  if (self->showing || academy_editor_get_item (editor) == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  g_value_init (&value, G_TYPE_STRING);
  if (selected > 0)
    {
      target = g_list_model_get_item (G_LIST_MODEL (self->targets), selected - 1);
      g_value_set_string (&value, academy_item_get_id (target));
    }
  academy_editor_commit (editor, &value, NULL);
}

static GtkWidget *
academy_link_editor_create_row (AcademyEditor *editor)
{
  AcademyLinkEditor *self = ACADEMY_LINK_EDITOR (editor);

  self->row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), academy_editor_get_label (editor));
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->row);
}

static GtkWidget *
academy_link_editor_get_control (AcademyEditor *editor)
{
  return GTK_WIDGET (ACADEMY_LINK_EDITOR (editor)->row);
}

static void
academy_link_editor_dispose (GObject *object)
{
  g_clear_object (&ACADEMY_LINK_EDITOR (object)->targets);

  G_OBJECT_CLASS (academy_link_editor_parent_class)->dispose (object);
}

static void
academy_link_editor_class_init (AcademyLinkEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_link_editor_dispose;
  editor_class->create_row = academy_link_editor_create_row;
  editor_class->get_control = academy_link_editor_get_control;
  editor_class->show = academy_link_editor_show;
}

static void
academy_link_editor_init (AcademyLinkEditor *self)
{
}
