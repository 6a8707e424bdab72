/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-editor.h"

struct _AcademyTableEditor {
  GtkWidget           parent_instance;

  /* Owned */
  AcademyStore       *store;
  GHashTable         *editors;
  AcademyItem        *item;

  /* Borrowed */
  const AcademyField *field;
  AcademyEditor      *editor;
  GtkWidget          *message;
  gpointer            save_data;

  AcademyEditorSave   save;
};

enum {
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyTableEditor, academy_table_editor, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/**
 * AcademyTableEditor:
 *
 * What lies over a cell of a table while it is edited: the editor of its field,
 * and a message below it. The item and the field say what is edited, whatever
 * happens to the row; the table allocates the widget where the cell is.
 *
 * It is hidden between edits, so that Tab does not land in it.
 */

static void
show_message (AcademyTableEditor *self)
{
  const char *message = academy_editor_get_error (self->editor);

  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static void
chosen_cb (AcademyTableEditor *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
error_cb (AcademyTableEditor *self,
          GParamSpec         *pspec,
          AcademyEditor      *editor)
{
  if (editor == self->editor)
    show_message (self);
}

/* One editor for each field, made when it is first used. */
static AcademyEditor *
get_editor (AcademyTableEditor *self,
            const AcademyField *field)
{
  AcademyEditor *editor = g_hash_table_lookup (self->editors, field);

  if (editor != NULL)
    return editor;

  editor = academy_editor_new_for_cell (self->store, field);
  if (editor == NULL)
    return NULL;

  academy_editor_set_save (editor, self->save, self->save_data);
  g_hash_table_insert (self->editors, (gpointer) field, editor);
  g_signal_connect_object (editor, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (academy_editor_get_row (editor), GTK_WIDGET (self), self->message);
  gtk_widget_set_visible (academy_editor_get_row (editor), FALSE);

  return editor;
}

static void
academy_table_editor_dispose (GObject *object)
{
  AcademyTableEditor *self = ACADEMY_TABLE_EDITOR (object);
  GtkWidget *child;

  self->editor = NULL;
  self->message = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->editors, g_hash_table_unref);
  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_table_editor_parent_class)->dispose (object);
}

static void
academy_table_editor_class_init (AcademyTableEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_table_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "table-editor");

  /**
   * AcademyTableEditor::chosen:
   * @self: the editor
   *
   * Emitted when a value was chosen by a click, which ends the editing.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_table_editor_init (AcademyTableEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->editors = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 40);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_add_css_class (self->message, "table-message");
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * academy_table_editor_new:
 * @store: the store of the items
 *
 * Returns: (transfer floating): the hidden editor of a table
 */
GtkWidget *
academy_table_editor_new (AcademyStore *store)
{
  AcademyTableEditor *self = g_object_new (ACADEMY_TYPE_TABLE_EDITOR, NULL);

  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

gboolean
academy_table_editor_is_open (AcademyTableEditor *self)
{
  return self->editor != NULL;
}

AcademyItem *
academy_table_editor_get_item (AcademyTableEditor *self)
{
  return self->item;
}

const AcademyField *
academy_table_editor_get_field (AcademyTableEditor *self)
{
  return self->field;
}

/**
 * academy_table_editor_get:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the editor of the field that is edited
 */
AcademyEditor *
academy_table_editor_get (AcademyTableEditor *self)
{
  return self->editor;
}

/**
 * academy_table_editor_begin:
 * @self: an editor that is not open
 * @item: the item to edit
 * @field: the field to edit
 * @empty: whether to begin with nothing, for a text that is about to be typed
 *
 * Opens the editor with the focus in it.
 *
 * Returns: whether @field has an editor
 */
gboolean
academy_table_editor_begin (AcademyTableEditor *self,
                            AcademyItem        *item,
                            const AcademyField *field,
                            gboolean            empty)
{
  AcademyEditor *editor = get_editor (self, field);

  if (editor == NULL)
    return FALSE;

  g_set_object (&self->item, item);
  self->field = field;
  self->editor = editor;
  academy_editor_set_item (editor, item);
  gtk_widget_set_visible (academy_editor_get_row (editor), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  show_message (self);
  academy_editor_begin (editor, empty);
  academy_editor_grab_focus (editor);
  return TRUE;
}

/**
 * academy_table_editor_close:
 * @self: an editor
 *
 * Hides the editor. The focus must be elsewhere by now: GTK would give it to the
 * next widget of the page.
 */
void
academy_table_editor_close (AcademyTableEditor *self)
{
  AcademyEditor *editor = g_steal_pointer (&self->editor);

  if (editor == NULL)
    return;

  academy_editor_cancel (editor);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (academy_editor_get_row (editor), FALSE);
  academy_editor_set_item (editor, NULL);
  g_clear_object (&self->item);
  self->field = NULL;
}

/**
 * academy_table_editor_set_save:
 * @self: an editor that was not opened yet
 * @save: (scope forever): the function that saves values instead of the store
 * @data: data for @save
 */
void
academy_table_editor_set_save (AcademyTableEditor *self,
                               AcademyEditorSave   save,
                               gpointer            data)
{
  self->save = save;
  self->save_data = data;
}
