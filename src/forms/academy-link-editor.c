/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-link-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-choices.h"
#include "academy-link-targets.h"

struct _AcademyLinkEditor {
  AcademyEditor  parent_instance;

  /* Owned */
  AcademyList   *targets;

  /* Borrowed */
  AdwComboRow   *row;
  GtkStringList *titles;

  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (AcademyLinkEditor, academy_link_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyLinkEditor:
 *
 * The editor of a link to one item. The first entry removes the link, and the
 * last creates a new item to link to.
 */

static GStrv
get_titles (AcademyLinkEditor *self)
{
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->targets));

  g_strv_builder_add (titles, _("Not chosen"));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(AcademyItem) target = g_list_model_get_item (G_LIST_MODEL (self->targets), i);

      g_strv_builder_take (titles, academy_item_dup_title (target, academy_language_get_default ()));
    }
  if (academy_link_targets_may_add (ACADEMY_EDITOR (self), n_items))
    g_strv_builder_add (titles, _(academy_kind_find (academy_editor_get_field (ACADEMY_EDITOR (self))->target)->add));

  return g_strv_builder_end (titles);
}

/* Keeps the list while its titles are the same: the row may be in the middle of a
 * selection. */
static void
fill (AcademyLinkEditor *self)
{
  g_auto(GStrv) titles = get_titles (self);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->titles));
  gboolean same = g_strv_length (titles) == n_shown;

  for (guint i = 0; same && i < n_shown; i++)
    same = g_str_equal (titles[i], gtk_string_list_get_string (self->titles, i));

  if (!same)
    gtk_string_list_splice (self->titles, 0, n_shown, (const char * const *) titles);
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
show_link (AcademyLinkEditor *self)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);

  self->showing = TRUE;
  fill (self);
  select_link (self, academy_item_get_text (academy_editor_get_item (editor), academy_editor_get_field (editor)->name));
  self->showing = FALSE;
}

/* Updates the list when a target was added, removed or renamed. */
static void
changed_cb (AcademyLinkEditor *self,
            AcademyChanges    *changes)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);

  if (academy_editor_get_item (editor) != NULL &&
      academy_changes_touch (changes, academy_kind_find (academy_editor_get_field (editor)->target)))
    show_link (self);
}

static void
academy_link_editor_show (AcademyEditor *editor,
                          const GValue  *value)
{
  AcademyLinkEditor *self = ACADEMY_LINK_EDITOR (editor);

  g_clear_object (&self->targets);
  self->targets = academy_link_targets_new (editor);
  show_link (self);
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

  if (selected > g_list_model_get_n_items (G_LIST_MODEL (self->targets)))
    {
      show_link (self);
      academy_link_targets_add (editor);
      return;
    }

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
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  self->titles = titles;
  self->row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), academy_editor_get_label (editor));
  adw_combo_row_set_model (self->row, G_LIST_MODEL (titles));
  academy_choices_set_up (self->row);
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_editor_get_store (editor), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

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
