/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-date.h"
#include "academy-error.h"
#include "academy-grid-clipboard.h"
#include "academy-grid-items.h"
#include "academy-position.h"

/* What the keys and menus of a table do to its cells and rows. */

/* Returns the selected items if the cursor is on one of them, or the item with
 * the cursor. */
static GPtrArray *
get_targets (AcademyTable *table)
{
  AcademyTableModel *model = academy_table_get_model (table);
  AcademyItem *item = academy_table_get_item (table);
  guint position;

  if (item != NULL && academy_table_model_find (model, item, &position) &&
      !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (model), position))
    {
      GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (items, g_object_ref (item));
      return items;
    }

  return academy_table_model_get_selected_items (model);
}

static gboolean
save (AcademyTable       *table,
      GPtrArray          *items,
      const AcademyField *field,
      const GValue       *value)
{
  g_autoptr(GError) error = NULL;

  if (academy_table_model_save_all (academy_table_get_model (table), items, field, value, &error))
    return TRUE;

  academy_table_fail (table, academy_error_get_message (error, field));
  return FALSE;
}

static gboolean
can_edit (AcademyTable *table)
{
  return academy_table_get_item (table) != NULL &&
         !academy_store_is_read_only (academy_table_model_get_store (academy_table_get_model (table)));
}

/* Sets the field with the cursor in its own row. */
static gboolean
save_here (AcademyTable *table,
           const GValue *value)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, academy_table_get_item (table));
  save (table, items, academy_table_get_field (table), value);
  return TRUE;
}

/**
 * academy_table_fill_selected:
 * @table: a table
 *
 * Sets the field with the cursor in all selected rows to what is edited, or to
 * what the cell with the cursor has.
 *
 * Returns: %TRUE
 */
gboolean
academy_table_fill_selected (AcademyTable *table)
{
  AcademyEditor *editor = academy_table_get_editor (table);
  const AcademyField *field = academy_table_get_field (table);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GError) error = NULL;

  if (!can_edit (table))
    return TRUE;

  if (editor == NULL)
    {
      academy_value_init (field, &value);
      g_value_copy (academy_item_get_value (academy_table_get_item (table), field), &value);
    }
  else if (!academy_editor_take (editor, &value, &error))
    {
      academy_editor_show_error (editor, error->message);
      return TRUE;
    }

  items = get_targets (table);
  if (save (table, items, field, &value))
    academy_table_cancel (table);
  return TRUE;
}

/* Returns those of the targets that have a value of @field. */
static GPtrArray *
get_filled (AcademyTable       *table,
            const AcademyField *field)
{
  g_autoptr(GPtrArray) targets = get_targets (table);
  GPtrArray *filled = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < targets->len; i++)
    if (academy_value_is_set (field, academy_item_get_value (targets->pdata[i], field)))
      g_ptr_array_add (filled, g_object_ref (targets->pdata[i]));

  return filled;
}

static char *
describe_clearing (GPtrArray          *items,
                   const AcademyField *field)
{
  g_autofree char *title = NULL;

  if (items->len > 1)
    /* Translators: the name of a field, and how many rows no longer have a value of it */
    return g_strdup_printf (ngettext ("“%s” emptied in %u row", "“%s” emptied in %u rows", items->len),
                            _(field->label), items->len);

  title = academy_item_dup_title (items->pdata[0], academy_language_get_default ());
  /* Translators: the name of a field that no longer has a value, and the title of its item */
  return g_strdup_printf (_("“%s” emptied: %s"), _(field->label), title);
}

/**
 * academy_table_clear:
 * @table: a table
 *
 * Clears the field with the cursor in all selected rows, and tells it.
 *
 * Returns: %TRUE
 */
gboolean
academy_table_clear (AcademyTable *table)
{
  const AcademyField *field = academy_table_get_field (table);
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *news = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  if (!can_edit (table) || academy_table_model_is_new (academy_table_get_model (table), academy_table_get_item (table)))
    return TRUE;

  items = get_filled (table, field);
  if (items->len == 0)
    return TRUE;

  if ((field->flags & ACADEMY_REQUIRED) != 0)
    {
      /* Translators: the name of a field */
      g_autofree char *refusal = g_strdup_printf (_("“%s” cannot be empty. Ctrl+Delete deletes the whole row."),
                                                  _(field->label));

      academy_table_fail (table, refusal);
      return TRUE;
    }

  academy_value_init (field, &value);
  news = describe_clearing (items, field);
  if (save (table, items, field, &value))
    academy_table_tell (table, news);
  return TRUE;
}

/**
 * academy_table_copy_above:
 * @table: a table
 *
 * Gives the cell with the cursor the value of the one above it.
 *
 * Returns: %TRUE
 */
gboolean
academy_table_copy_above (AcademyTable *table)
{
  AcademyTableModel *model = academy_table_get_model (table);
  g_autoptr(AcademyItem) above = NULL;
  guint position;

  if (!can_edit (table) || !academy_table_model_find (model, academy_table_get_item (table), &position) || position == 0)
    return TRUE;

  above = g_list_model_get_item (G_LIST_MODEL (model), position - 1);
  return save_here (table, academy_item_get_value (above, academy_table_get_field (table)));
}

/**
 * academy_table_set_today:
 * @table: a table
 *
 * Gives a cell with a date the day that a typed “today” means: that by which the
 * programme is judged.
 *
 * Returns: %TRUE
 */
gboolean
academy_table_set_today (AcademyTable *table)
{
  const AcademyField *field = academy_table_get_field (table);
  g_auto(GValue) value = G_VALUE_INIT;
  GDate today;

  if (!can_edit (table) || field->type != ACADEMY_DATE)
    return TRUE;

  today = academy_date_from_julian (academy_store_get_day (academy_table_model_get_store (academy_table_get_model (table))));
  academy_value_init (field, &value);
  g_value_set_boxed (&value, &today);
  return save_here (table, &value);
}

/**
 * academy_table_toggle_flag:
 * @table: a table with the cursor on a flag
 *
 * Returns: %TRUE
 */
gboolean
academy_table_toggle_flag (AcademyTable *table)
{
  const AcademyField *field = academy_table_get_field (table);
  g_auto(GValue) value = G_VALUE_INIT;

  if (!can_edit (table))
    return TRUE;

  academy_value_init (field, &value);
  g_value_set_boolean (&value, !academy_item_get_flag (academy_table_get_item (table), field->name));
  return save_here (table, &value);
}

/**
 * academy_table_toggle_row:
 * @table: a table
 *
 * Selects the row with the cursor too, or no longer.
 */
void
academy_table_toggle_row (AcademyTable *table)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (table)));
  guint position;

  /* The list selects it, so that Shift goes on from there. */
  if (focus != NULL && academy_table_model_find (academy_table_get_model (table), academy_table_get_item (table), &position))
    gtk_widget_activate_action (focus, "list.select-item", "(ubb)", position, TRUE, FALSE);
}

/**
 * academy_table_can_move_rows:
 * @table: a table
 *
 * Returns: whether people choose the order of its items, and all of them are shown
 *   in it
 */
gboolean
academy_table_can_move_rows (AcademyTable *table)
{
  AcademyTableModel *model = academy_table_get_model (table);
  const AcademyQuery *query = academy_table_model_get_query (model);

  return academy_position_is_free (academy_table_model_get_kind (model)) && query->owner != NULL &&
         query->order.field == NULL && query->group == NULL && (query->search == NULL || *query->search == '\0') &&
         (query->conditions == NULL || query->conditions->field == NULL) &&
         !academy_store_is_read_only (academy_table_model_get_store (model));
}

/* Returns the position of the row of @item. */
static guint
get_place (AcademyTableModel *model,
           AcademyItem       *item)
{
  guint position = 0;

  academy_table_model_find (model, item, &position);
  return position;
}

/* Whether @items stand one after the other. */
static gboolean
is_block (AcademyTableModel *model,
          GPtrArray         *items)
{
  return get_place (model, items->pdata[items->len - 1]) - get_place (model, items->pdata[0]) + 1 == items->len;
}

/**
 * academy_table_dup_movable:
 * @table: a table
 *
 * Tells why rows cannot be moved, where people choose the order but something else
 * is shown than all rows in it.
 *
 * Returns: (transfer full) (nullable) (element-type AcademyItem): the items of the
 *   rows to move: the selected ones, or the one with the cursor
 */
GPtrArray *
academy_table_dup_movable (AcademyTable *table)
{
  AcademyTableModel *model = academy_table_get_model (table);
  g_autoptr(GPtrArray) items = get_targets (table);

  if (!can_edit (table) || items->len == 0 || academy_table_model_is_new (model, items->pdata[0]) ||
      !academy_position_is_free (academy_table_model_get_kind (model)))
    return NULL;
  if (academy_table_can_move_rows (table))
    return g_steal_pointer (&items);

  academy_table_fail (table, _("Rows can be moved when all are shown in the usual order, without groups."));
  return NULL;
}

/**
 * academy_table_moves_to:
 * @table: a table
 * @items: the items of some of its rows
 * @place: a position, or the number of rows for the end
 *
 * Returns: whether academy_table_move_rows_to() would change the order
 */
gboolean
academy_table_moves_to (AcademyTable *table,
                        GPtrArray    *items,
                        guint         place)
{
  AcademyTableModel *model = academy_table_get_model (table);
  guint first = get_place (model, items->pdata[0]);

  return !is_block (model, items) || place < first || place > first + items->len;
}

/**
 * academy_table_move_rows_to:
 * @table: a table
 * @items: the items of some of its rows, in their order
 * @place: the position of the row before which to put them, or the number of rows
 *   for the end
 *
 * Moves rows, together and as one edit.
 *
 * Returns: whether they have moved
 */
gboolean
academy_table_move_rows_to (AcademyTable *table,
                            GPtrArray    *items,
                            guint         place)
{
  AcademyTableModel *model = academy_table_get_model (table);
  g_autoptr(AcademyItem) before = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *news = NULL;

  for (; place < academy_table_model_count (model); place++)
    {
      g_clear_object (&before);
      before = g_list_model_get_item (G_LIST_MODEL (model), place);
      if (!g_ptr_array_find (items, before, NULL))
        break;
      g_clear_object (&before);
    }

  if (!academy_position_move (academy_table_model_get_store (model), items, before, &error))
    {
      academy_table_fail (table, error->message);
      return FALSE;
    }

  gtk_column_view_scroll_to (academy_table_get_view (table), get_place (model, academy_table_get_item (table)), NULL,
                             GTK_LIST_SCROLL_NONE, NULL);

  /* Translators: said by a screen reader when a row has moved: its place, and the number of rows */
  news = g_strdup_printf (_("Now %u of %u"), get_place (model, items->pdata[0]) + 1, academy_table_model_count (model));
  gtk_accessible_announce (GTK_ACCESSIBLE (table), news, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

/**
 * academy_table_move_rows:
 * @table: a table
 * @step: -1 for up, 1 for down
 *
 * Moves the selected rows past their neighbour, together and as one edit.
 *
 * Returns: %TRUE
 */
gboolean
academy_table_move_rows (AcademyTable *table,
                         int           step)
{
  AcademyTableModel *model = academy_table_get_model (table);
  g_autoptr(GPtrArray) items = academy_table_dup_movable (table);
  guint first, last;

  if (items == NULL)
    return TRUE;

  first = get_place (model, items->pdata[0]);
  last = get_place (model, items->pdata[items->len - 1]);
  if (step < 0 && first > 0)
    academy_table_move_rows_to (table, items, first - 1);
  else if (step > 0 && last + 1 < academy_table_model_count (model))
    academy_table_move_rows_to (table, items, last + 2);
  return TRUE;
}

/* Takes @grid, or shows why there is none. */
static gboolean
copy (AcademyTable *table,
      AcademyGrid  *grid,
      const GError *error)
{
  if (grid != NULL)
    academy_grid_clipboard_set (GTK_WIDGET (table), grid);
  else
    academy_table_fail (table, error->message);
  g_clear_pointer (&grid, academy_grid_free);
  return TRUE;
}

/**
 * academy_table_copy_rows:
 * @table: a table
 *
 * Copies the shown columns of the selected rows to the clipboard, with their
 * headings.
 *
 * Returns: %TRUE
 */
gboolean
academy_table_copy_rows (AcademyTable *table)
{
  AcademyTableColumns *columns = academy_table_get_columns (table);
  g_autoptr(GPtrArray) items = get_targets (table);
  g_autoptr(GPtrArray) fields = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  g_autoptr(GError) error = NULL;
  AcademyGrid *grid;

  for (const AcademyField *field = academy_table_columns_step (columns, NULL, 1); field != NULL;
       field = academy_table_columns_step (columns, field, 1))
    g_ptr_array_add (fields, (gpointer) field);

  grid = academy_grid_new_for_items (items, (const AcademyField * const *) fields->pdata,
                                     academy_table_model_get_store (academy_table_get_model (table)),
                                     academy_language_get_default (), &error);
  return copy (table, grid, error);
}

/**
 * academy_table_copy:
 * @table: a table
 *
 * Copies the cell with the cursor to the clipboard, or the rows when several are
 * selected.
 *
 * Returns: %TRUE
 */
gboolean
academy_table_copy (AcademyTable *table)
{
  g_autoptr(GPtrArray) items = get_targets (table);
  const AcademyField *field = academy_table_get_field (table);
  g_autoptr(GError) error = NULL;
  AcademyGrid *grid;

  if (items->len != 1 || field == NULL)
    return academy_table_copy_rows (table);

  grid = academy_grid_new_for_value (items->pdata[0], field, academy_table_model_get_store (academy_table_get_model (table)),
                                     academy_language_get_default (), &error);
  return copy (table, grid, error);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  academy_table_copy (ACADEMY_TABLE (widget));
}

static void
copy_rows_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  academy_table_copy_rows (ACADEMY_TABLE (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (academy_table_finish (ACADEMY_TABLE (widget)))
    academy_table_open (ACADEMY_TABLE (widget));
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  academy_table_clear (ACADEMY_TABLE (widget));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  academy_table_begin (ACADEMY_TABLE (widget), FALSE);
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  if (academy_table_finish (ACADEMY_TABLE (widget)))
    academy_table_move_rows (ACADEMY_TABLE (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  if (academy_table_finish (ACADEMY_TABLE (widget)))
    academy_table_move_rows (ACADEMY_TABLE (widget), 1);
}

/**
 * academy_table_commands_install:
 * @widget_class: the class of tables
 *
 * Installs the actions of tables.
 */
void
academy_table_commands_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "table.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.copy-rows", NULL, copy_rows_action);
  gtk_widget_class_install_action (widget_class, "table.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "table.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "table.move-down", NULL, move_down_action);
}
