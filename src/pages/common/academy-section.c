/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-section.h"

#include <glib/gi18n-lib.h>

#include "academy-commands.h"
#include "academy-context-menu.h"
#include "academy-descendant.h"
#include "academy-describe.h"
#include "academy-draft.h"
#include "academy-duplicate.h"
#include "academy-item-dialog.h"
#include "academy-kept-rows.h"
#include "academy-late-row.h"
#include "academy-least-width.h"
#include "academy-list-dialog.h"
#include "academy-paste-command.h"
#include "academy-paste-dialog.h"
#include "academy-position.h"
#include "academy-privacy.h"
#include "academy-table-dialog.h"
#include "academy-toast.h"

/* The rows of a longer list; a button shows all of it in a dialog with a search.
 * Each row is a widget, and GTK walks all siblings when it adds or removes one. */
#define MOST_ROWS 50

struct _AcademySection {
  AdwPreferencesGroup  parent_instance;

  /* Template children */
  GtkListBox          *rows;
  AdwActionRow        *empty_row;
  GtkWidget           *paste_button;
  GtkWidget           *usual_list;
  AdwPreferencesRow   *usual_row;
  GtkWidget           *all_list;
  AdwPreferencesRow   *all_row;
  GtkWidget           *search_button;
  GtkWidget           *table_button;
  GtkWidget           *add_button;
  GtkDropTarget       *drop_target;

  /* Owned */
  AcademyStore        *store;
  AcademyList         *list;
  AcademyItem         *current;
  AcademyItem         *owner;

  /* Borrowed */
  const AcademyKind   *kind;
  AcademyKeptRows     *kept;

  /* What rows have at their end, if anything. */
  GType                suffix_type;
  AcademySuffixFunc    show_suffix;

  /* What the menu of a row has besides, if anything. */
  const AcademySectionCommand *commands;

  /* The index of the row opened last; -1 when an item was being added. */
  int                  opened;
};

enum {
  ADD,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademySection, academy_section, ADW_TYPE_PREFERENCES_GROUP)

static guint signals[N_SIGNALS];

/**
 * AcademySection:
 *
 * The items of one kind of an owner, as rows that open a form, with a button to
 * add one more. Of a long list it shows the first rows, and a button to see all; an
 * empty one may offer the usual items. Ctrl+V or the menu pastes several.
 *
 * Where people choose the order, rows move by dragging, by Alt+Up and Alt+Down,
 * and by their menu.
 */

static void
show_suffix (AcademySection *self,
             AdwActionRow   *row,
             AcademyItem    *item)
{
  GtkWidget *suffix = academy_descendant_find (GTK_WIDGET (row), self->suffix_type);

  if (suffix == NULL)
    {
      suffix = g_object_new (self->suffix_type, NULL);
      adw_action_row_add_suffix (row, suffix);
      gtk_widget_insert_after (suffix, gtk_widget_get_parent (suffix), NULL);
    }
  self->show_suffix (suffix, self->store, item);
}

static void
show_item (AcademySection *self,
           AdwActionRow   *row,
           AcademyItem    *item)
{
  g_autofree char *title = academy_describe_title (self->store, item);
  g_autofree char *subtitle = academy_describe (self->store, item);
  g_autofree char *numbered = NULL;

  if ((self->kind->flags & ACADEMY_KIND_NUMBERED) != 0)
    /* Translators: the number of a proposal, and its title */
    numbered = g_strdup_printf (_("%d. %s"), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1, title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), numbered != NULL ? numbered : title);
  academy_late_row_show (row, self->store, item, subtitle);
  if (self->show_suffix != NULL)
    show_suffix (self, row, item);
}

static void
open_row (AcademySection *self,
          int             index)
{
  g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), index);

  self->opened = index;
  academy_item_dialog_open (GTK_WIDGET (self), item, self->store);
}

static void
activated_cb (AcademySection *self,
              GtkListBoxRow  *row)
{
  open_row (self, gtk_list_box_row_get_index (row));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademySection *self = ACADEMY_SECTION (widget);
  guint position;

  if (academy_list_find (self->list, academy_item_get_id (self->current), &position))
    open_row (self, position);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AcademySection *self = ACADEMY_SECTION (widget);
  g_autoptr(AcademyItem) copy = academy_command_duplicate (widget, self->store, self->current);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademySection *self = ACADEMY_SECTION (widget);

  academy_command_delete (widget, self->store, self->current);
}

static gboolean
is_movable (AcademySection *self)
{
  return self->owner != NULL && academy_position_is_free (self->kind) && !academy_store_is_read_only (self->store);
}

/* Moves the item at @from to where the one at @to is now. */
static void
move_row (AcademySection *self,
          guint           from,
          guint           to)
{
  g_autoptr(AcademyItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), from);
  g_autoptr(AcademyItem) before = g_list_model_get_item (G_LIST_MODEL (self->list), to > from ? to + 1 : to);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *news = NULL;

  g_ptr_array_add (items, item);
  if (!academy_position_move (self->store, items, before, &error))
    {
      academy_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* Translators: said by a screen reader when a row has moved: its place, and the number of rows */
  news = g_strdup_printf (_("Now %u of %u"), to + 1, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), news, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
step_row (AcademySection *self,
          GtkListBoxRow  *row,
          int             step)
{
  int from = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  int to = from + step;

  if (from >= 0 && to >= 0 && to < (int) g_list_model_get_n_items (G_LIST_MODEL (self->list)) && is_movable (self))
    move_row (self, from, to);
}

static GtkListBoxRow *
get_focused_row (AcademySection *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  return child != NULL ? GTK_LIST_BOX_ROW (child) : NULL;
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  step_row (ACADEMY_SECTION (widget), get_focused_row (ACADEMY_SECTION (widget)), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  step_row (ACADEMY_SECTION (widget), get_focused_row (ACADEMY_SECTION (widget)), 1);
}

static GdkContentProvider *
drag_prepare_cb (AcademySection *self,
                 double          x,
                 double          y,
                 GtkDragSource  *source)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->rows, y);
  g_autoptr(AcademyItem) item = NULL;
  g_autoptr(GdkPaintable) icon = NULL;

  if (row == NULL || !is_movable (self))
    return NULL;

  icon = gtk_widget_paintable_new (GTK_WIDGET (row));
  item = g_list_model_get_item (G_LIST_MODEL (self->list), gtk_list_box_row_get_index (row));
  gtk_drag_source_set_icon (source, icon, x, 0);
  return gdk_content_provider_new_typed (ACADEMY_TYPE_ITEM, item);
}

static GdkDragAction
drag_motion_cb (AcademySection *self,
                double          x,
                double          y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->rows, y);

  if (row == NULL || !is_movable (self))
    return 0;

  gtk_list_box_drag_highlight_row (self->rows, row);
  return GDK_ACTION_MOVE;
}

static void
drag_leave_cb (AcademySection *self)
{
  gtk_list_box_drag_unhighlight_row (self->rows);
}

static gboolean
drop_cb (AcademySection *self,
         const GValue   *value,
         double          x,
         double          y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->rows, y);
  guint from;

  gtk_list_box_drag_unhighlight_row (self->rows);
  if (row == NULL || !is_movable (self) ||
      !academy_list_find (self->list, academy_item_get_id (g_value_get_object (value)), &from))
    return FALSE;

  if (gtk_list_box_row_get_index (row) != (int) from)
    move_row (self, from, gtk_list_box_row_get_index (row));
  return TRUE;
}

/* A table shows texts in full. */
static gboolean
is_tabular (AcademySection *self)
{
  if (academy_privacy_concerns (self->kind) && academy_privacy_is_hiding (academy_privacy_get (self->store)))
    return FALSE;

  return self->owner != NULL && self->kind->paste != NULL && (self->kind->flags & ACADEMY_KIND_SINGLE) == 0;
}

static gboolean
is_pasting (AcademySection *self)
{
  return self->owner != NULL && academy_paste_dialog_takes (self->store, self->kind);
}

static void
pasted_cb (GtkWidget *widget,
           GPtrArray *items,
           GPtrArray *fields)
{
  academy_sections_focus_item (widget, academy_item_get_id (items->pdata[0]));
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AcademySection *self = ACADEMY_SECTION (widget);

  if (is_pasting (self))
    academy_command_paste (widget, self->store, self->kind, self->owner, NULL, pasted_cb);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademySection *self = ACADEMY_SECTION (widget);
  GtkListBoxRow *row = get_focused_row (self);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (row == NULL)
    return;

  g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->list), gtk_list_box_row_get_index (row)));
  academy_command_copy (widget, self->store, self->kind, items);
}

static void
copy_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  AcademySection *self = ACADEMY_SECTION (widget);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->list), i));
  academy_command_copy (widget, self->store, self->kind, items);
}

static void
show_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AcademySection *self = ACADEMY_SECTION (widget);

  adw_dialog_present (academy_table_dialog_new (self->store, self->kind, self->owner,
                                                adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self))),
                      widget);
}

static void
append_commands (AcademySection *self,
                 GMenu          *menu)
{
  for (const AcademySectionCommand *command = self->commands; command != NULL && command->label != NULL; command++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(command->label), NULL);

      g_menu_item_set_action_and_target (item, command->action, "s", academy_item_get_id (self->current));
      g_menu_append_item (menu, item);
    }
}

/* Sets the item of the actions, which stays until another menu opens. Beside the
 * rows, there is only a table to paste. */
static GMenuModel *
create_context_menu (GtkWidget *widget,
                     GtkWidget *target,
                     gpointer   data)
{
  AcademySection *self = ACADEMY_SECTION (widget);
  GtkWidget *row = gtk_widget_get_ancestor (target, ADW_TYPE_ACTION_ROW);
  gboolean writable = !academy_store_is_read_only (self->store);
  GMenu *menu;

  if (row == NULL || row == GTK_WIDGET (self->empty_row))
    {
      if (!is_pasting (self))
        return NULL;
      menu = g_menu_new ();
      g_menu_append (menu, _("_Paste…"), "section.paste");
      return G_MENU_MODEL (menu);
    }

  g_clear_object (&self->current);
  self->current = g_list_model_get_item (G_LIST_MODEL (self->list), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  gtk_widget_action_set_enabled (widget, "section.duplicate", writable);
  gtk_widget_action_set_enabled (widget, "section.delete", writable);

  menu = g_menu_new ();
  g_menu_append (menu, _("_Open"), "section.open");
  if (writable)
    append_commands (self, menu);
  if (academy_duplicate_is_possible (self->kind))
    g_menu_append (menu, _("D_uplicate"), "section.duplicate");
  g_menu_append (menu, _("_Copy"), "section.copy");
  if (is_tabular (self))
    {
      g_menu_append (menu, _("Copy _all"), "section.copy-all");
      g_menu_append (menu, _("Edit as _table"), "section.show-table");
    }
  if (is_pasting (self))
    g_menu_append (menu, _("_Paste…"), "section.paste");
  if (is_movable (self))
    {
      g_menu_append (menu, _("Move _up"), "section.move-up");
      g_menu_append (menu, _("Move _down"), "section.move-down");
    }
  academy_context_menu_append_apart (menu, _("De_lete"), "section.delete");

  return G_MENU_MODEL (menu);
}

/* An owner that has nothing yet may be given what is usual. */
static gboolean
has_usual (AcademySection *self)
{
  g_autoptr(AcademyItem) first = NULL;

  if (self->owner == NULL || self->kind->create_usual == NULL || academy_store_is_read_only (self->store))
    return FALSE;

  first = self->kind->create_usual (self->owner, 0, academy_language_get_default ());
  return first != NULL;
}

static void
usual_activated_cb (AcademySection *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->empty_row));
  if (academy_command_add_usual (GTK_WIDGET (self), self->store, self->kind, self->owner))
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, 0)));
}

static GtkWidget *
create_row (AcademyItem *item)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  academy_least_width_set (row, ACADEMY_LEAST_LETTERS);

  return row;
}

/* Updates the rows, and moves the focus from the last one to the placeholder. */
static void
fill (AcademySection *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n_items = MIN (n_all, MOST_ROWS);
  g_autofree char *all = NULL;
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->list), i));
  academy_kept_rows_update (self->kept, items);
  for (guint i = 0; i < n_items; i++)
    show_item (self, ADW_ACTION_ROW (gtk_list_box_get_row_at_index (self->rows, i)), g_ptr_array_index (items, i));

  gtk_widget_set_visible (GTK_WIDGET (self->empty_row), n_items == 0);
  if (has_focus && n_items == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->empty_row));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_items > 0);
  gtk_widget_set_visible (self->usual_list, n_items == 0 && has_usual (self));
  /* Translators: the number of items of a long list */
  all = g_strdup_printf (ngettext ("Show all %u", "Show all %u", n_all), n_all);
  adw_preferences_row_set_title (self->all_row, all);
  gtk_widget_set_visible (self->all_list, n_all > n_items);
  gtk_widget_set_visible (self->search_button, n_all > n_items);
  gtk_widget_set_visible (self->table_button, is_tabular (self) && n_items > 0);
  gtk_widget_set_visible (self->add_button, n_items == 0 || (self->kind->flags & ACADEMY_KIND_SINGLE) == 0);
}

static void
items_changed_cb (AcademySection *self)
{
  if (!academy_list_is_moving (self->list))
    fill (self);
}

static void
changed_cb (AcademySection *self,
            AcademyChanges *changes)
{
  if (self->kind->create_usual != NULL || academy_describe_is_affected (self->kind, changes))
    fill (self);
}

static void
add_clicked_cb (AcademySection *self)
{
  g_autoptr(AcademyItem) item = NULL;
  g_autoptr(GError) error = NULL;

  self->opened = -1;
  if (self->owner == NULL)
    {
      g_signal_emit (self, signals[ADD], 0);
      return;
    }

  item = academy_draft_new (self->store, self->kind, self->owner, &error);
  if (item != NULL)
    academy_item_dialog_open (GTK_WIDGET (self), item, self->store);
  else
    academy_toast_show_error (GTK_WIDGET (self), error);
}

static void
show_all_cb (AcademySection *self)
{
  const char *owner = self->owner != NULL ? academy_item_get_id (self->owner) : NULL;

  adw_dialog_present (academy_list_dialog_new (self->store, self->kind, owner,
                                               adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self))),
                      GTK_WIDGET (self));
}

static void
academy_section_dispose (GObject *object)
{
  AcademySection *self = ACADEMY_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACADEMY_TYPE_SECTION);
  g_clear_object (&self->current);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_object (&self->owner);

  G_OBJECT_CLASS (academy_section_parent_class)->dispose (object);
}

static void
academy_section_class_init (AcademySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_section_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-section.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademySection, rows);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, empty_row);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, paste_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, usual_list);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, usual_row);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, all_list);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, all_row);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, table_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, search_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, add_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySection, drop_target);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, usual_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);

  gtk_widget_class_install_action (widget_class, "section.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "section.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "section.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "section.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "section.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "section.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "section.copy-all", NULL, copy_all_action);
  gtk_widget_class_install_action (widget_class, "section.show-table", NULL, show_table_action);
  gtk_widget_class_install_action (widget_class, "section.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "section.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "section.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "section.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "section.paste", NULL);

  /**
   * AcademySection::add:
   * @self: a section of a list
   *
   * Emitted when the user wants to add an item to the list.
   */
  signals[ADD] = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
academy_section_init (AcademySection *self)
{
  self->opened = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_least_width_set (GTK_WIDGET (self), ACADEMY_LEAST_LETTERS);
  self->kept = academy_kept_rows_new (self->rows, create_row);
  gtk_drop_target_set_gtypes (self->drop_target, (GType[]) { ACADEMY_TYPE_ITEM }, 1);
  academy_context_menu_attach (GTK_WIDGET (self), create_context_menu, NULL);
}

/**
 * academy_section_new_for_list:
 * @store: a store
 * @kind: the kind of the items
 * @list: the items
 * @title: the heading
 * @description: a question that the items answer, shown while there are none
 *
 * For a list that is not that of a single owner: the handler of
 * #AcademySection::add adds an item.
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
academy_section_new_for_list (AcademyStore      *store,
                              const AcademyKind *kind,
                              AcademyList       *list,
                              const char        *title,
                              const char        *description)
{
  AcademySection *self = g_object_new (ACADEMY_TYPE_SECTION, "title", title, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->list = g_object_ref (list);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->empty_row), _(kind->add));
  adw_action_row_set_subtitle (self->empty_row, description);
  gtk_widget_set_sensitive (GTK_WIDGET (self->empty_row), !academy_store_is_read_only (store));
  gtk_widget_set_tooltip_text (self->add_button, _(kind->add));
  gtk_widget_set_sensitive (self->add_button, !academy_store_is_read_only (store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  if ((kind->flags & ACADEMY_KIND_WORK) != 0)
    academy_store_connect_day (store, G_CALLBACK (fill), self);
  if (academy_privacy_concerns (kind))
    g_signal_connect_object (academy_privacy_get (store), "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * academy_section_new:
 * @store: a store
 * @kind: the kind of the items
 * @owner: the owner of the items
 *
 * Returns: (transfer floating): the section, with the heading of @kind, and its
 *   prompt while there is nothing
 */
GtkWidget *
academy_section_new (AcademyStore      *store,
                     const AcademyKind *kind,
                     AcademyItem       *owner)
{
  g_autoptr(AcademyList) list = academy_list_new (store, kind, academy_item_get_id (owner));
  const char *heading = kind->heading != NULL ? kind->heading : kind->plural_label;
  const char *prompt = kind->prompt != NULL ? kind->prompt : N_("Nothing here yet");
  GtkWidget *section = academy_section_new_for_list (store, kind, list, _(heading), _(prompt));

  ACADEMY_SECTION (section)->owner = g_object_ref (owner);
  gtk_widget_set_visible (ACADEMY_SECTION (section)->paste_button, is_pasting (ACADEMY_SECTION (section)));
  gtk_widget_set_visible (ACADEMY_SECTION (section)->table_button,
                          is_tabular (ACADEMY_SECTION (section)) && g_list_model_get_n_items (G_LIST_MODEL (list)) > 0);
  if (kind->usual != NULL)
    {
      adw_preferences_row_set_title (ACADEMY_SECTION (section)->usual_row, _(kind->usual));
      fill (ACADEMY_SECTION (section));
    }

  return section;
}

static gint
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  return (*(const AcademyKind * const *) a)->position - (*(const AcademyKind * const *) b)->position;
}

/**
 * academy_sections_append:
 * @column: a column of a page
 * @store: a store
 * @page: the name of the page
 * @owner: the item that it is about
 *
 * Appends a section for each kind that belongs to @owner and is seen on the page.
 */
void
academy_sections_append (AcademyColumn *column,
                         AcademyStore  *store,
                         const char    *page,
                         AcademyItem   *owner)
{
  g_autoptr(GPtrArray) kinds = g_ptr_array_new ();

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *link = academy_kind_get_owner (*kind);

      if ((*kind)->prompt != NULL && g_strcmp0 ((*kind)->page, page) == 0 && link != NULL &&
          g_str_equal (link->target, academy_item_get_kind (owner)->name))
        g_ptr_array_add (kinds, (gpointer) *kind);
    }

  g_ptr_array_sort (kinds, compare_positions);
  for (guint i = 0; i < kinds->len; i++)
    academy_column_append (column, academy_section_new (store, g_ptr_array_index (kinds, i), owner));
}

static void
set_owner (AcademySection *self,
           AcademyItem    *owner)
{
  g_set_object (&self->owner, owner);
  g_clear_object (&self->current);
  self->opened = -1;
  academy_kept_rows_pass_on (self->kept);
  academy_list_set_query (self->list, &(AcademyQuery) { .owner = academy_item_get_id (owner) });
}

/**
 * academy_sections_set_owner:
 * @root: a widget
 * @owner: another owner of the same kind as before
 *
 * Shows the items of @owner in the sections within @root, other than those of a list.
 */
void
academy_sections_set_owner (GtkWidget   *root,
                            AcademyItem *owner)
{
  if (ACADEMY_IS_SECTION (root))
    {
      if (ACADEMY_SECTION (root)->owner != NULL)
        set_owner (ACADEMY_SECTION (root), owner);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    academy_sections_set_owner (child, owner);
}

/**
 * academy_sections_set_suffix:
 * @root: a widget
 * @kind: a kind
 * @type: a type of widgets
 * @show: shows an item in a widget of @type
 *
 * Gives the rows of the sections of @kind within @root a widget at their end.
 */
void
academy_sections_set_suffix (GtkWidget         *root,
                             const AcademyKind *kind,
                             GType              type,
                             AcademySuffixFunc  show)
{
  if (ACADEMY_IS_SECTION (root))
    {
      AcademySection *self = ACADEMY_SECTION (root);

      if (self->kind != kind)
        return;
      self->suffix_type = type;
      self->show_suffix = show;
      fill (self);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    academy_sections_set_suffix (child, kind, type, show);
}

/**
 * academy_sections_set_commands:
 * @root: a widget
 * @kind: a kind
 * @commands: (array zero-terminated=1): commands that stay
 *
 * Gives the menu of each row in the sections of @kind within @root more commands.
 */
void
academy_sections_set_commands (GtkWidget                   *root,
                               const AcademyKind           *kind,
                               const AcademySectionCommand *commands)
{
  if (ACADEMY_IS_SECTION (root))
    {
      if (ACADEMY_SECTION (root)->kind == kind)
        ACADEMY_SECTION (root)->commands = commands;
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    academy_sections_set_commands (child, kind, commands);
}

/* A row has a place only when it has a size. */
static gboolean
row_has_size_cb (GtkWidget     *row,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  if (gtk_widget_get_width (row) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* Moves the focus to a row, and again when it is laid out: only then can it be
 * scrolled to. */
static gboolean
focus_item (AcademySection *self,
            const char     *id)
{
  GtkWidget *row;
  guint position;

  if (!academy_list_find (self->list, id, &position))
    return FALSE;

  row = position < MOST_ROWS ? GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, position)) : GTK_WIDGET (self->all_row);
  if (gtk_widget_get_width (row) == 0)
    gtk_widget_add_tick_callback (row, row_has_size_cb, NULL, NULL);
  return gtk_widget_grab_focus (row);
}

/**
 * academy_section_return:
 * @self: a section
 * @id: the id of the item that was opened from it
 *
 * Moves the focus to the row of the item, to its neighbour when it is deleted, or
 * else to the button that adds an item.
 */
void
academy_section_return (AcademySection *self,
                        const char     *id)
{
  int last = (int) MIN (g_list_model_get_n_items (G_LIST_MODEL (self->list)), MOST_ROWS) - 1;

  if (focus_item (self, id))
    return;

  if (last < 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->empty_row));
  else if (self->opened < 0)
    gtk_widget_grab_focus (self->add_button);
  else
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, MIN (self->opened, last))));
}

/**
 * academy_sections_paste:
 * @root: a widget with sections in it
 * @kind: a kind
 *
 * Pastes into the section of @kind, wherever the focus is.
 */
void
academy_sections_paste (GtkWidget         *root,
                        const AcademyKind *kind)
{
  if (ACADEMY_IS_SECTION (root))
    {
      if (ACADEMY_SECTION (root)->kind == kind)
        gtk_widget_activate_action (root, "section.paste", NULL);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    academy_sections_paste (child, kind);
}

/**
 * academy_sections_focus_item:
 * @root: a widget
 * @id: the id of an item
 *
 * Moves the focus to the row of the item in any mapped section within @root.
 *
 * Returns: whether there is such a row
 */
gboolean
academy_sections_focus_item (GtkWidget  *root,
                             const char *id)
{
  if (ACADEMY_IS_SECTION (root))
    return gtk_widget_get_child_visible (root) && focus_item (ACADEMY_SECTION (root), id);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (academy_sections_focus_item (child, id))
      return TRUE;

  return FALSE;
}
