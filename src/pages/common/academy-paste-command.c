/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paste-command.h"

#include "academy-clipboard.h"
#include "academy-paste-dialog.h"
#include "academy-recognition.h"
#include "academy-toast.h"

typedef struct {
  /* Owned */
  AcademyStore      *store;
  AcademyItem       *owner;
  AcademyTable      *table;

  /* Borrowed */
  const AcademyKind *kind;
  AcademyPastedFunc  pasted;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->store);
  g_object_unref (paste->owner);
  g_clear_object (&paste->table);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* Whether a text is meant for the cell with the cursor, not for new rows. */
static gboolean
is_for_cell (Paste       *paste,
             AcademyGrid *grid)
{
  GtkWidget *focus;

  if (paste->table == NULL || academy_grid_get_n_rows (grid) != 1 || academy_grid_get_n_columns (grid) != 1)
    return FALSE;

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (paste->table)));
  return focus != NULL && academy_table_get_item (paste->table) != NULL &&
         academy_table_get_item_at (paste->table, focus) != NULL &&
         academy_recognition_takes (paste->kind, academy_table_get_field (paste->table));
}

/* Puts one text into the cell with the cursor, as if it was typed. */
static void
paste_into_cell (Paste       *paste,
                 AcademyGrid *grid)
{
  const AcademyField *field = academy_table_get_field (paste->table);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyPaste) read = academy_paste_read (grid, 0, paste->kind, &field, paste->store, paste->owner, &error);
  const AcademyRemark *remark;
  AcademyItem *draft;

  if (read == NULL)
    {
      academy_toast_show_error (GTK_WIDGET (paste->table), error);
      return;
    }

  draft = g_ptr_array_index (academy_paste_get_drafts (read), 0);
  remark = academy_paste_get_remark (read, draft, field);
  if (remark != NULL && !remark->is_understood)
    academy_toast_show (GTK_WIDGET (paste->table), remark->message);
  else if (!academy_table_model_save (academy_table_get_model (paste->table), academy_table_get_item (paste->table), field,
                                      academy_item_get_value (draft, field), &error))
    academy_toast_show_error (GTK_WIDGET (paste->table), error);
  else if (remark != NULL)
    academy_toast_show (GTK_WIDGET (paste->table), remark->message);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Paste) paste = data;
  GtkWidget *widget = GTK_WIDGET (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyGrid) grid = academy_clipboard_read_finish (result, &error);
  AdwDialog *dialog;

  if (grid == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        academy_toast_show_error (widget, error);
      return;
    }
  if (is_for_cell (paste, grid))
    {
      paste_into_cell (paste, grid);
      return;
    }

  dialog = academy_paste_dialog_open (widget, paste->store, paste->kind, paste->owner, g_steal_pointer (&grid));
  if (dialog != NULL)
    g_signal_connect_object (dialog, "pasted", G_CALLBACK (paste->pasted), widget, G_CONNECT_SWAPPED);
}

/**
 * academy_command_paste:
 * @widget: (transfer none): the widget that the rows are pasted in
 * @store: a store
 * @kind: the kind of the new items
 * @owner: their owner
 * @table: (nullable): the table whose cell with the cursor may take one text
 * @pasted: shows the new items
 *
 * Opens the preview of the table on the clipboard, or puts one text into a cell.
 */
void
academy_command_paste (GtkWidget         *widget,
                       AcademyStore      *store,
                       const AcademyKind *kind,
                       AcademyItem       *owner,
                       AcademyTable      *table,
                       AcademyPastedFunc  pasted)
{
  Paste *paste = g_new (Paste, 1);

  *paste = (Paste) {
    .store = g_object_ref (store),
    .owner = g_object_ref (owner),
    .table = table != NULL ? g_object_ref (table) : NULL,
    .kind = kind,
    .pasted = pasted,
  };
  academy_clipboard_read_async (widget, read_cb, paste);
}
