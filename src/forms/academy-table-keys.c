/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-keys.h"

#include "academy-table-commands.h"

/* The keys of a table, which are those of a spreadsheet. What is not taken here
 * goes to GTK: a Tab then leaves the table. */

static G_DEFINE_QUARK (academy-table-run, run)

/* Tab remembers the column where a run of cells began; Enter goes back to it, one
 * row down. */
static const AcademyField *
get_run (AcademyTable *table)
{
  return g_object_get_qdata (G_OBJECT (table), run_quark ());
}

static void
begin_run (AcademyTable *table)
{
  if (get_run (table) == NULL)
    g_object_set_qdata (G_OBJECT (table), run_quark (), (gpointer) academy_table_get_field (table));
}

void
academy_table_keys_end_run (AcademyTable *table)
{
  g_object_set_qdata (G_OBJECT (table), run_quark (), NULL);
}

static gboolean
move_down (AcademyTable *table,
           guint         key)
{
  const AcademyField *run = get_run (table);

  if (academy_table_finish (table))
    {
      academy_table_move (table, 1, run != NULL ? run : academy_table_get_field (table));
      academy_table_keys_end_run (table);
    }
  return TRUE;
}

static gboolean
move_up (AcademyTable *table,
         guint         key)
{
  if (academy_table_finish (table))
    academy_table_move (table, -1, academy_table_get_field (table));
  academy_table_keys_end_run (table);
  return TRUE;
}

static gboolean
arrow_down (AcademyTable *table,
            guint         key)
{
  academy_table_keys_end_run (table);
  return move_down (table, key);
}

static gboolean
step (AcademyTable *table,
      int           direction)
{
  AcademyTableColumns *columns = academy_table_get_columns (table);
  const AcademyField *next = academy_table_columns_step (columns, academy_table_get_field (table), direction);

  return next != NULL && academy_table_move (table, 0, next);
}

static gboolean
is_rtl (AcademyTable *table)
{
  return gtk_widget_get_direction (GTK_WIDGET (table)) == GTK_TEXT_DIR_RTL;
}

static gboolean
move_sideways (AcademyTable *table,
               guint         key)
{
  gboolean left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;

  academy_table_keys_end_run (table);
  step (table, left == is_rtl (table) ? 1 : -1);
  return TRUE;
}

/* Goes on in the next row at the end of one. Leaves the table at its end, and from
 * a last row in which nothing is written. */
static gboolean
step_or_leave (AcademyTable *table,
               int           direction)
{
  AcademyTableColumns *columns = academy_table_get_columns (table);
  gboolean is_new;

  if (!academy_table_finish (table))
    return TRUE;

  is_new = academy_table_model_is_new (academy_table_get_model (table), academy_table_get_item (table));
  begin_run (table);
  if ((!is_new || direction < 0) &&
      (step (table, direction) || academy_table_move (table, direction, academy_table_columns_step (columns, NULL, direction))))
    return TRUE;

  academy_table_keys_end_run (table);
  return FALSE;
}

static gboolean
tab (AcademyTable *table,
     guint         key)
{
  return step_or_leave (table, 1);
}

static gboolean
tab_back (AcademyTable *table,
          guint         key)
{
  return step_or_leave (table, -1);
}

static gboolean
leave (AcademyTable *table,
       guint         key)
{
  GtkDirectionType direction = key == GDK_KEY_ISO_Left_Tab ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;

  academy_table_keys_end_run (table);
  if (academy_table_finish (table))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (table))), direction);
  return TRUE;
}

/* The row to add one is written from its beginning. */
static gboolean
move_to_end (AcademyTable *table,
             guint         key)
{
  AcademyTableModel *model = academy_table_get_model (table);
  g_autoptr(AcademyItem) last =
    g_list_model_get_item (G_LIST_MODEL (model), g_list_model_get_n_items (G_LIST_MODEL (model)) - 1);

  academy_table_keys_end_run (table);
  academy_table_focus (table, last, academy_table_model_is_new (model, last) ? NULL : academy_table_get_field (table));
  return TRUE;
}

static gboolean
begin (AcademyTable *table,
       guint         key)
{
  return academy_table_begin (table, FALSE);
}

static gboolean
begin_empty (AcademyTable *table,
             guint         key)
{
  return academy_table_begin (table, TRUE);
}

static gboolean
open_form (AcademyTable *table,
           guint         key)
{
  if (academy_table_finish (table))
    academy_table_open (table);
  return TRUE;
}

static gboolean
toggle_row (AcademyTable *table,
            guint         key)
{
  academy_table_toggle_row (table);
  return TRUE;
}

/* Switches a flag, or opens the choices of a cell and the calendar of a day. */
static gboolean
space (AcademyTable *table,
       guint         key)
{
  AcademyFieldType type = academy_table_get_field (table)->type;

  if (type == ACADEMY_FLAG)
    return academy_table_toggle_flag (table);
  if (type == ACADEMY_CHOICE || type == ACADEMY_LINK || type == ACADEMY_LINKS)
    return academy_table_begin (table, FALSE);

  return FALSE;
}

static gboolean
move_rows_up (AcademyTable *table,
              guint         key)
{
  return academy_table_move_rows (table, -1);
}

static gboolean
move_rows_down (AcademyTable *table,
                guint         key)
{
  return academy_table_move_rows (table, 1);
}

static gboolean
cancel (AcademyTable *table,
        guint         key)
{
  academy_table_cancel (table);
  return TRUE;
}

/* A key runs a command, or has a function that looks at the key. */
typedef struct {
  guint            key;
  GdkModifierType  modifiers;
  gboolean       (*press) (AcademyTable *table,
                           guint         key);
  gboolean       (*run)   (AcademyTable *table);
} TableKey;

#define CONTROL GDK_CONTROL_MASK
#define SHIFT   GDK_SHIFT_MASK
#define ALT     GDK_ALT_MASK

/* While a cell is edited, after the keys of its editor. */
static const TableKey editing_keys[] = {
  { GDK_KEY_Escape, 0, cancel },
  { GDK_KEY_Return, 0, move_down },
  { GDK_KEY_KP_Enter, 0, move_down },
  { GDK_KEY_Return, SHIFT, move_up },
  { GDK_KEY_KP_Enter, SHIFT, move_up },
  { GDK_KEY_Return, CONTROL, .run = academy_table_fill_selected },
  { GDK_KEY_Return, ALT, open_form },
  { GDK_KEY_Down, 0, arrow_down },
  { GDK_KEY_Up, 0, move_up },
  { GDK_KEY_Tab, 0, tab },
  { GDK_KEY_ISO_Left_Tab, SHIFT, tab_back },
  { GDK_KEY_Tab, CONTROL, leave },
  { GDK_KEY_ISO_Left_Tab, CONTROL | SHIFT, leave },
  { 0 }
};

static const TableKey cell_keys[] = {
  { GDK_KEY_Return, 0, move_down },
  { GDK_KEY_KP_Enter, 0, move_down },
  { GDK_KEY_Return, SHIFT, move_up },
  { GDK_KEY_KP_Enter, SHIFT, move_up },
  { GDK_KEY_Return, CONTROL, .run = academy_table_fill_selected },
  { GDK_KEY_Return, ALT, open_form },
  { GDK_KEY_Down, 0, arrow_down },
  { GDK_KEY_KP_Down, 0, arrow_down },
  { GDK_KEY_Up, 0, move_up },
  { GDK_KEY_KP_Up, 0, move_up },
  { GDK_KEY_Left, 0, move_sideways },
  { GDK_KEY_KP_Left, 0, move_sideways },
  { GDK_KEY_Right, 0, move_sideways },
  { GDK_KEY_KP_Right, 0, move_sideways },
  { GDK_KEY_Tab, 0, tab },
  { GDK_KEY_ISO_Left_Tab, SHIFT, tab_back },
  { GDK_KEY_Tab, CONTROL, leave },
  { GDK_KEY_ISO_Left_Tab, CONTROL | SHIFT, leave },
  { GDK_KEY_End, CONTROL, move_to_end },
  { GDK_KEY_KP_End, CONTROL, move_to_end },
  { GDK_KEY_F2, 0, begin },
  { GDK_KEY_Up, ALT, move_rows_up },
  { GDK_KEY_KP_Up, ALT, move_rows_up },
  { GDK_KEY_Down, ALT, move_rows_down },
  { GDK_KEY_KP_Down, ALT, move_rows_down },
  { GDK_KEY_BackSpace, 0, begin_empty },
  { GDK_KEY_Delete, 0, .run = academy_table_clear },
  { GDK_KEY_KP_Delete, 0, .run = academy_table_clear },
  { GDK_KEY_c, CONTROL, .run = academy_table_copy },
  { GDK_KEY_d, CONTROL, .run = academy_table_copy_above },
  { GDK_KEY_semicolon, CONTROL, .run = academy_table_set_today },
  { GDK_KEY_semicolon, CONTROL | SHIFT, .run = academy_table_set_today },
  { GDK_KEY_space, 0, space },
  { GDK_KEY_space, CONTROL, toggle_row },
  { GDK_KEY_space, SHIFT, toggle_row },
  { 0 }
};

static gboolean
press (AcademyTable    *table,
       const TableKey  *keys,
       guint            key,
       GdkModifierType  modifiers)
{
  for (; keys->key != 0; keys++)
    if (keys->key == key && keys->modifiers == modifiers)
      return keys->run != NULL ? keys->run (table) : keys->press (table, key);

  return FALSE;
}

/* Whether a key writes: a letter, or a dead key that becomes one. */
static gboolean
is_writing (guint           key,
            GdkModifierType modifiers)
{
  return (modifiers & (CONTROL | ALT | GDK_SUPER_MASK)) == 0 &&
         (gdk_keyval_to_unicode (key) > ' ' || (key >= GDK_KEY_dead_grave && key <= 0xfe93) || key == GDK_KEY_Multi_key);
}

/* Gives the very event to the input method of the editor, so that dead keys and
 * composed letters begin a text like any other. */
static gboolean
begin_by_writing (AcademyTable          *table,
                  GtkEventControllerKey *controller,
                  guint                  key,
                  GdkModifierType        modifiers)
{
  AcademyEditor *editor;

  if (academy_table_get_field (table)->type == ACADEMY_FLAG || !academy_table_begin (table, TRUE))
    return FALSE;

  editor = academy_table_get_editor (table);
  return academy_editor_press (editor, key, modifiers) ||
         gtk_event_controller_key_forward (controller, academy_editor_get_control (editor));
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            AcademyTable          *table)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (table)));
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  AcademyEditor *editor = academy_table_get_editor (table);

  if (editor != NULL)
    return academy_editor_press (editor, key, modifiers) || press (table, editing_keys, key, modifiers);
  if (academy_table_get_item (table) == NULL || academy_table_get_item_at (table, focus) == NULL)
    return FALSE;

  return press (table, cell_keys, key, modifiers) ||
         (is_writing (key, modifiers) && begin_by_writing (table, controller, key, modifiers));
}

/**
 * academy_table_keys_attach:
 * @table: a table
 *
 * Handles its keys.
 */
void
academy_table_keys_attach (AcademyTable *table)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (pressed_cb), table, 0);
  gtk_widget_add_controller (GTK_WIDGET (table), controller);
}
