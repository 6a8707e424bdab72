/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-link-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-cell-list.h"
#include "academy-choices.h"
#include "academy-describe.h"
#include "academy-link-targets.h"

struct _AcademyLinkEditor {
  AcademyEditor     parent_instance;

  /* Owned */
  AcademyList      *targets;
  GStrv             ids;

  /* Borrowed */
  AdwComboRow      *row;
  GtkStringList    *titles;
  AcademyCellEntry *cell;
  AcademyCellList  *list;

  gboolean          showing;
  gboolean          is_touched;
};

G_DEFINE_FINAL_TYPE (AcademyLinkEditor, academy_link_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyLinkEditor:
 *
 * The editor of a link to one item. The first entry removes the link, and the
 * last creates a new item to link to.
 *
 * In a cell, typing narrows the list to the items whose titles contain the text,
 * and selects one. An empty text removes the link.
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

      g_strv_builder_take (titles, academy_describe_line (academy_editor_get_store (ACADEMY_EDITOR (self)), target));
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

static void
show_text (AcademyLinkEditor *self,
           const char        *text)
{
  self->showing = TRUE;
  academy_cell_entry_set_text (self->cell, text);
  self->showing = FALSE;
}

/* Selects the text: another letter begins another search. */
static void
show_selected (AcademyLinkEditor *self)
{
  show_text (self, academy_cell_list_get_title (self->list, academy_cell_list_get_selected (self->list)));
  gtk_editable_select_region (GTK_EDITABLE (academy_cell_entry_get_text (self->cell)), 0, -1);
}

static void
moved_cb (AcademyLinkEditor *self)
{
  self->is_touched = TRUE;
  show_selected (self);
}

static void
clicked_cb (AcademyLinkEditor *self)
{
  moved_cb (self);
  g_signal_emit_by_name (self, "chosen");
}

static void
typed_cb (AcademyLinkEditor *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (academy_cell_entry_get_text (self->cell)));

  if (self->showing)
    return;

  self->is_touched = TRUE;
  if (*typed == '\0')
    academy_cell_list_select (self->list, GTK_INVALID_LIST_POSITION);
  academy_cell_list_filter (self->list, typed);
}

static GtkWidget *
academy_link_editor_create_cell (AcademyEditor *editor)
{
  AcademyLinkEditor *self = ACADEMY_LINK_EDITOR (editor);

  self->cell = ACADEMY_CELL_ENTRY (academy_cell_entry_new ());
  gtk_text_set_placeholder_text (academy_cell_entry_get_text (self->cell), _("Not chosen"));
  self->list = academy_cell_list_new (self->cell);
  g_signal_connect_object (self->list, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_cell_entry_get_text (self->cell), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->cell);
}

static GtkWidget *
academy_link_editor_get_control (AcademyEditor *editor)
{
  AcademyLinkEditor *self = ACADEMY_LINK_EDITOR (editor);

  return self->cell != NULL ? GTK_WIDGET (academy_cell_entry_get_text (self->cell)) : GTK_WIDGET (self->row);
}

static guint
find_target (AcademyLinkEditor *self,
             const char        *id)
{
  for (guint i = 0; id != NULL && self->ids[i] != NULL; i++)
    if (g_str_equal (self->ids[i], id))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
academy_link_editor_begin (AcademyEditor *editor,
                           gboolean       empty)
{
  AcademyLinkEditor *self = ACADEMY_LINK_EDITOR (editor);
  const char *link = academy_item_get_text (academy_editor_get_item (editor), academy_editor_get_field (editor)->name);
  g_auto(GStrv) titles = NULL;

  g_clear_pointer (&self->ids, g_strfreev);
  titles = academy_link_targets_get (editor, &self->ids);
  academy_cell_list_set_titles (self->list, (const char * const *) titles);
  academy_cell_list_select (self->list, empty ? GTK_INVALID_LIST_POSITION : find_target (self, link));
  academy_cell_list_filter (self->list, "");
  show_selected (self);
  self->is_touched = empty;
}

static gboolean
academy_link_editor_take (AcademyEditor  *editor,
                          GValue         *value,
                          GError        **error)
{
  AcademyLinkEditor *self = ACADEMY_LINK_EDITOR (editor);
  const AcademyField *field = academy_editor_get_field (editor);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (academy_cell_entry_get_text (self->cell)));
  guint selected = academy_cell_list_get_selected (self->list);

  academy_value_init (field, value);
  if (!self->is_touched)
    g_value_copy (academy_item_get_value (academy_editor_get_item (editor), field), value);
  else if (*typed != '\0' && selected == GTK_INVALID_LIST_POSITION)
    return academy_link_targets_refuse (typed, error);
  else if (*typed != '\0')
    g_value_set_string (value, self->ids[selected]);

  return TRUE;
}

static gboolean
academy_link_editor_press (AcademyEditor   *editor,
                           guint            key,
                           GdkModifierType  modifiers)
{
  return academy_cell_list_press (ACADEMY_LINK_EDITOR (editor)->list, key, modifiers);
}

static void
academy_link_editor_dispose (GObject *object)
{
  AcademyLinkEditor *self = ACADEMY_LINK_EDITOR (object);

  g_clear_object (&self->targets);
  g_clear_pointer (&self->ids, g_strfreev);

  G_OBJECT_CLASS (academy_link_editor_parent_class)->dispose (object);
}

static void
academy_link_editor_class_init (AcademyLinkEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_link_editor_dispose;
  editor_class->create_row = academy_link_editor_create_row;
  editor_class->create_cell = academy_link_editor_create_cell;
  editor_class->get_control = academy_link_editor_get_control;
  editor_class->show = academy_link_editor_show;
  editor_class->begin = academy_link_editor_begin;
  editor_class->take = academy_link_editor_take;
  editor_class->press = academy_link_editor_press;
}

static void
academy_link_editor_init (AcademyLinkEditor *self)
{
}
