/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-cell.h"

struct _AcademyTableEditor {
  GtkWidget           parent_instance;

  /* Owned */
  AcademyStore       *store;
  GHashTable         *editors;
  AcademyItem        *item;
  char               *news;

  /* Borrowed */
  const AcademyField *field;
  AcademyEditor      *editor;
  GtkWidget          *message;
  gpointer            save_data;

  AcademyEditorSave   save;

  /* What the item had when the editing began. */
  GValue              known;
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
 * When the field is changed by another window or process meanwhile, the message
 * says to what, and what is typed stays. Without anything typed, the editor shows
 * the new value.
 *
 * It is hidden between edits, so that Tab does not land in it.
 */

static void
show_message (AcademyTableEditor *self)
{
  const char *error = academy_editor_get_error (self->editor);
  const char *message = error != NULL ? error : self->news;

  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  if (error == NULL)
    gtk_widget_add_css_class (self->message, "news");
  else
    gtk_widget_remove_css_class (self->message, "news");
}

static char *
dup_news (AcademyTableEditor *self)
{
  g_autofree char *text = academy_cell_dup_text (self->store, self->item, self->field);

  if (*text == '\0')
    return g_strdup (_("Also changed elsewhere: the field is empty now"));

  /* Translators: the value that a field has now, while it is edited here */
  return g_strdup_printf (_("Also changed elsewhere: %s"), text);
}

/* What is saved from here is what is typed. */
static void
item_changed_cb (AcademyTableEditor *self)
{
  const GValue *now = academy_item_get_value (self->item, self->field);
  g_auto(GValue) typed = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  g_autofree char *news = NULL;

  if (academy_editor_take (self->editor, &typed, &error))
    {
      academy_value_normalise (self->field, &typed);
      if (academy_value_equal (self->field, &typed, &self->known))
        {
          g_value_copy (now, &self->known);
          academy_editor_begin (self->editor, FALSE);
        }
      else if (!academy_value_equal (self->field, &typed, now))
        news = dup_news (self);
    }
  else
    news = dup_news (self);

  if (g_set_str (&self->news, academy_value_equal (self->field, now, &self->known) ? NULL : news))
    {
      show_message (self);
      if (self->news != NULL)
        gtk_accessible_announce (GTK_ACCESSIBLE (self->message), self->news, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

/* Follows the edited field, or none. */
static void
watch (AcademyTableEditor *self,
       AcademyItem        *item,
       const AcademyField *field)
{
  if (self->item != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->item, item_changed_cb, self);
      g_value_unset (&self->known);
      g_clear_pointer (&self->news, g_free);
    }

  g_set_object (&self->item, item);
  self->field = field;
  if (item != NULL)
    {
      g_autofree char *signal = g_strdelimit (g_strconcat ("notify::", field->name, NULL), "_", '-');

      academy_value_init (field, &self->known);
      g_value_copy (academy_item_get_value (item, field), &self->known);
      g_signal_connect_object (item, signal, G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
    }
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
  watch (self, NULL, NULL);
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

  watch (self, item, field);
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
  watch (self, NULL, NULL);
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
