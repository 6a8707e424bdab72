/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-links-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-cell-list.h"
#include "academy-link-targets.h"

struct _AcademyLinksEditor {
  AcademyEditor     parent_instance;

  /* Owned */
  AcademyList      *targets;
  GPtrArray        *rows;
  GStrv             ids;

  /* Borrowed */
  AdwExpanderRow   *row;
  GtkWidget        *add_row;
  AcademyCellEntry *cell;
  AcademyCellList  *list;

  gboolean          showing;
  gboolean          is_touched;
  gboolean          is_moved;
};

G_DEFINE_FINAL_TYPE (AcademyLinksEditor, academy_links_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyLinksEditor:
 *
 * The editor of links to any number of items: a row that expands to a switch for
 * each of them, and a button to create another item.
 *
 * In a cell, typing narrows the list to the items whose titles contain the text,
 * and selects one. Space chooses the selected one or no longer chooses it. What is
 * typed when the editing ends is chosen as well. The links that there were stay.
 */

static const char * const *
get_links (AcademyLinksEditor *self)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);

  return academy_item_get_links (academy_editor_get_item (editor), academy_editor_get_field (editor)->name);
}

static char *
dup_count (guint n_targets,
           guint n_links)
{
  if (n_targets == 0)
    return g_strdup (_("There is nothing to choose from yet"));
  if (n_links == 0)
    return g_strdup (_("None chosen"));

  return g_strdup_printf (ngettext ("%u chosen", "%u chosen", n_links), n_links);
}

static void
show_count (AcademyLinksEditor *self)
{
  g_autofree char *count = dup_count (g_list_model_get_n_items (G_LIST_MODEL (self->targets)),
                                      g_strv_length ((char **) get_links (self)));

  adw_expander_row_set_subtitle (self->row, count);
}

static void
save (AcademyLinksEditor *self)
{
  g_autoptr(GStrvBuilder) links = g_strv_builder_new ();
  g_auto(GValue) value = G_VALUE_INIT;

  if (self->showing || academy_editor_get_item (ACADEMY_EDITOR (self)) == NULL)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    if (adw_switch_row_get_active (g_ptr_array_index (self->rows, i)))
      {
        g_autoptr(AcademyItem) target = g_list_model_get_item (G_LIST_MODEL (self->targets), i);

        g_strv_builder_add (links, academy_item_get_id (target));
      }

  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (links));
  academy_editor_commit (ACADEMY_EDITOR (self), &value, NULL);
}

static GtkWidget *
create_add_row (AcademyLinksEditor *self)
{
  GtkWidget *row = adw_button_row_new ();
  const AcademyKind *target = academy_kind_find (academy_editor_get_field (ACADEMY_EDITOR (self))->target);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(target->add));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  g_signal_connect_object (row, "activated", G_CALLBACK (academy_link_targets_add), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_switch (AcademyLinksEditor *self)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->row, row);
  g_ptr_array_add (self->rows, row);
}

/* Moves the focus from a removed switch to the button. */
static void
remove_switch (AcademyLinksEditor *self)
{
  GtkWidget *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  if (gtk_widget_is_focus (row))
    gtk_widget_grab_focus (self->add_row);
  adw_expander_row_remove (self->row, row);
  g_ptr_array_set_size (self->rows, self->rows->len - 1);
}

/* Keeps the button last without re-creating it. */
static void
move_add_row (AcademyLinksEditor *self)
{
  g_autoptr(GtkWidget) row = g_object_ref (self->add_row);
  gboolean has_focus = gtk_widget_is_focus (row);

  adw_expander_row_remove (self->row, row);
  adw_expander_row_add_row (self->row, row);
  if (has_focus)
    gtk_widget_grab_focus (row);
}

/* Reuses the rows, so that the focus stays. */
static void
fill (AcademyLinksEditor *self)
{
  guint n_targets = g_list_model_get_n_items (G_LIST_MODEL (self->targets));
  gboolean is_longer = self->rows->len < n_targets;

  while (self->rows->len > n_targets)
    remove_switch (self);
  while (self->rows->len < n_targets)
    add_switch (self);
  if (is_longer)
    move_add_row (self);
}

static void
show_links (AcademyLinksEditor *self)
{
  self->showing = TRUE;
  fill (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr(AcademyItem) target = g_list_model_get_item (G_LIST_MODEL (self->targets), i);
      g_autofree char *title = academy_item_dup_title (target, academy_language_get_default ());
      g_autofree char *subtitle = academy_link_targets_dup_apart (ACADEMY_EDITOR (self), target);

      adw_preferences_row_set_title (g_ptr_array_index (self->rows, i), title);
      adw_action_row_set_subtitle (g_ptr_array_index (self->rows, i), subtitle);
      adw_switch_row_set_active (g_ptr_array_index (self->rows, i),
                                 g_strv_contains (get_links (self), academy_item_get_id (target)));
    }
  gtk_widget_set_visible (self->add_row, academy_link_targets_may_add (ACADEMY_EDITOR (self), self->rows->len));
  show_count (self);
  self->showing = FALSE;
}

/* Updates the switches when a target was added, removed or renamed. */
static void
changed_cb (AcademyLinksEditor *self,
            AcademyChanges     *changes)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);

  if (academy_editor_get_item (editor) != NULL && academy_link_targets_are_affected (editor, changes))
    show_links (self);
}

static void
academy_links_editor_show (AcademyEditor *editor,
                           const GValue  *value)
{
  AcademyLinksEditor *self = ACADEMY_LINKS_EDITOR (editor);

  g_clear_object (&self->targets);
  self->targets = academy_link_targets_new (editor);
  show_links (self);
  academy_editor_show_error (editor, NULL);
}

static void
academy_links_editor_return_to (AcademyEditor *editor,
                                const char    *id)
{
  AcademyLinksEditor *self = ACADEMY_LINKS_EDITOR (editor);
  guint position;

  gtk_widget_grab_focus (academy_list_find (self->targets, id, &position)
                         ? g_ptr_array_index (self->rows, position) : self->add_row);
}

static void
academy_links_editor_reset (AcademyEditor *editor)
{
  adw_expander_row_set_expanded (ACADEMY_LINKS_EDITOR (editor)->row, FALSE);
}

static GtkWidget *
academy_links_editor_create_row (AcademyEditor *editor)
{
  AcademyLinksEditor *self = ACADEMY_LINKS_EDITOR (editor);

  self->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), academy_editor_get_label (editor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, academy_editor_get_label (editor), -1);
  self->add_row = create_add_row (self);
  adw_expander_row_add_row (self->row, self->add_row);
  g_signal_connect_object (academy_editor_get_store (editor), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return GTK_WIDGET (self->row);
}

static guint
count_checked (AcademyLinksEditor *self)
{
  guint n_checked = 0;

  for (guint i = 0; self->ids[i] != NULL; i++)
    n_checked += academy_cell_list_is_checked (self->list, i);

  return n_checked;
}

/* Shows the count where the next text will be typed. */
static void
rest (AcademyLinksEditor *self)
{
  g_autofree char *count = dup_count (g_strv_length (self->ids), count_checked (self));

  gtk_text_set_placeholder_text (academy_cell_entry_get_text (self->cell), count);
  self->showing = TRUE;
  academy_cell_entry_set_text (self->cell, "");
  self->showing = FALSE;
  academy_cell_list_filter (self->list, "");
}

static void
toggle (AcademyLinksEditor *self)
{
  guint selected = academy_cell_list_get_selected (self->list);
  gboolean checked;
  g_autofree char *message = NULL;

  if (selected == GTK_INVALID_LIST_POSITION)
    return;

  self->is_touched = TRUE;
  checked = !academy_cell_list_is_checked (self->list, selected);
  academy_cell_list_check (self->list, selected, checked);
  rest (self);
  message = g_strdup_printf (checked ? _("%s is chosen") : _("%s is not chosen"),
                             academy_cell_list_get_title (self->list, selected));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->cell), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static const char *
get_typed (AcademyLinksEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (academy_cell_entry_get_text (self->cell)));
}

/* Whether a space goes on with the typed text, instead of choosing: a title may
 * have it there, or there is nothing to choose. */
static gboolean
is_space_typed (AcademyLinksEditor *self)
{
  g_autofree char *longer = g_strconcat (get_typed (self), " ", NULL);

  if (*get_typed (self) == '\0' || self->is_moved)
    return FALSE;

  return academy_cell_list_get_selected (self->list) == GTK_INVALID_LIST_POSITION ||
         academy_cell_list_has (self->list, longer);
}

static void
moved_cb (AcademyLinksEditor *self)
{
  self->is_moved = TRUE;
}

static void
typed_cb (AcademyLinksEditor *self)
{
  self->is_moved = FALSE;
  if (self->showing)
    return;

  self->is_touched = TRUE;
  academy_cell_list_filter (self->list, get_typed (self));
}

static GtkWidget *
academy_links_editor_create_cell (AcademyEditor *editor)
{
  AcademyLinksEditor *self = ACADEMY_LINKS_EDITOR (editor);

  self->cell = ACADEMY_CELL_ENTRY (academy_cell_entry_new ());
  self->list = academy_cell_list_new (self->cell);
  g_signal_connect_object (self->list, "clicked", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_cell_entry_get_text (self->cell), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->cell);
}

static GtkWidget *
academy_links_editor_get_control (AcademyEditor *editor)
{
  AcademyLinksEditor *self = ACADEMY_LINKS_EDITOR (editor);

  return self->cell != NULL ? GTK_WIDGET (academy_cell_entry_get_text (self->cell)) : GTK_WIDGET (self->row);
}

static void
academy_links_editor_begin (AcademyEditor *editor,
                            gboolean       empty)
{
  AcademyLinksEditor *self = ACADEMY_LINKS_EDITOR (editor);
  g_auto(GStrv) titles = NULL;

  g_clear_pointer (&self->ids, g_strfreev);
  titles = academy_link_targets_get (editor, &self->ids);
  academy_cell_list_set_titles (self->list, (const char * const *) titles);
  for (guint i = 0; self->ids[i] != NULL; i++)
    academy_cell_list_check (self->list, i, g_strv_contains (get_links (self), self->ids[i]));
  rest (self);
  self->is_touched = FALSE;
}

static gboolean
academy_links_editor_take (AcademyEditor  *editor,
                           GValue         *value,
                           GError        **error)
{
  AcademyLinksEditor *self = ACADEMY_LINKS_EDITOR (editor);
  const AcademyField *field = academy_editor_get_field (editor);
  gboolean is_typed = *get_typed (self) != '\0';
  guint selected = academy_cell_list_get_selected (self->list);
  g_autoptr(GStrvBuilder) links = g_strv_builder_new ();

  academy_value_init (field, value);
  if (!self->is_touched)
    {
      g_value_copy (academy_item_get_value (academy_editor_get_item (editor), field), value);
      return TRUE;
    }
  if (is_typed && selected == GTK_INVALID_LIST_POSITION)
    return academy_link_targets_refuse (get_typed (self), error);

  for (guint i = 0; self->ids[i] != NULL; i++)
    if (academy_cell_list_is_checked (self->list, i) || (is_typed && i == selected))
      g_strv_builder_add (links, self->ids[i]);
  g_value_take_boxed (value, g_strv_builder_end (links));
  return TRUE;
}

static gboolean
academy_links_editor_press (AcademyEditor   *editor,
                            guint            key,
                            GdkModifierType  modifiers)
{
  AcademyLinksEditor *self = ACADEMY_LINKS_EDITOR (editor);

  if (modifiers != 0 || (key != GDK_KEY_space && key != GDK_KEY_KP_Space))
    return academy_cell_list_press (self->list, key, modifiers);
  if (is_space_typed (self))
    return FALSE;

  toggle (self);
  return TRUE;
}

static void
academy_links_editor_dispose (GObject *object)
{
  AcademyLinksEditor *self = ACADEMY_LINKS_EDITOR (object);

  g_clear_object (&self->targets);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_strfreev);

  G_OBJECT_CLASS (academy_links_editor_parent_class)->dispose (object);
}

static void
academy_links_editor_class_init (AcademyLinksEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_links_editor_dispose;
  editor_class->create_row = academy_links_editor_create_row;
  editor_class->create_cell = academy_links_editor_create_cell;
  editor_class->get_control = academy_links_editor_get_control;
  editor_class->show = academy_links_editor_show;
  editor_class->begin = academy_links_editor_begin;
  editor_class->take = academy_links_editor_take;
  editor_class->press = academy_links_editor_press;
  editor_class->reset = academy_links_editor_reset;
  editor_class->return_to = academy_links_editor_return_to;
}

static void
academy_links_editor_init (AcademyLinksEditor *self)
{
  self->rows = g_ptr_array_new ();
}
