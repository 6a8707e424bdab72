/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-cell-entry.h"
#include "academy-choice-editor.h"
#include "academy-draft.h"
#include "academy-entry-editor.h"
#include "academy-error-row.h"
#include "academy-error.h"
#include "academy-flag-editor.h"
#include "academy-follow.h"
#include "academy-kinds.h"
#include "academy-link-editor.h"
#include "academy-links-editor.h"
#include "academy-text-editor.h"

typedef struct {
  /* Owned */
  AcademyStore       *store;
  AcademyItem        *item;
  GtkWidget          *row;
  AcademyErrorRow    *error_row;
  GSignalGroup       *item_signals;
  char               *message;
  char               *label;

  /* Borrowed */
  const AcademyField *field;
  const char         *group;
  gpointer            save_data;

  AcademyEditorSave   save;

  /* A value that could not be saved because another process held the lock. */
  GValue              waiting;
} AcademyEditorPrivate;

enum {
  PROP_0,
  PROP_ERROR,
  N_PROPERTIES
};

enum {
  SAVING,
  SAVED,
  OPEN,
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AcademyEditor, academy_editor, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/**
 * AcademyEditor:
 *
 * One field of one item in a form: a row of a boxed list with its label and
 * value, and below it an error message when the typed value is invalid. An
 * invalid value stays in the row, and the item keeps its old value.
 *
 * Or an editor that a table lays over the cell of one item after another: see
 * academy_editor_new_for_cell(). It differs from the row in its widgets and in
 * when it saves.
 */

static void
show_value (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  ACADEMY_EDITOR_GET_CLASS (self)->show (self, academy_item_get_value (priv->item, priv->field));
}

static void
notify_cb (AcademyEditor *self)
{
  show_value (self);
}

static void
clear_waiting (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  if (G_IS_VALUE (&priv->waiting))
    g_value_unset (&priv->waiting);
}

static void
academy_editor_dispose (GObject *object)
{
  AcademyEditor *self = ACADEMY_EDITOR (object);
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  academy_editor_set_item (self, NULL);
  g_clear_object (&priv->item_signals);
  clear_waiting (self);
  g_clear_object (&priv->row);
  g_clear_object (&priv->error_row);
  g_clear_pointer (&priv->message, g_free);
  g_clear_pointer (&priv->label, g_free);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (academy_editor_parent_class)->dispose (object);
}

static void
academy_editor_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (id == PROP_ERROR)
    g_value_set_string (value, academy_editor_get_error (ACADEMY_EDITOR (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
academy_editor_class_init (AcademyEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = academy_editor_dispose;
  object_class->get_property = academy_editor_get_property;

  /**
   * AcademyEditor:error:
   *
   * The error message of the typed value, or %NULL. A table shows it below the
   * cell.
   */
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * AcademyEditor::saving:
   * @self: the editor
   *
   * Emitted before a value is saved that is chosen, not typed. What is typed
   * elsewhere is to be saved first: a new item may need it.
   */
  signals[SAVING] = g_signal_new ("saving", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AcademyEditor::saved:
   * @self: the editor
   *
   * Emitted after a value was saved, which may have made invalid values of other
   * fields valid.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AcademyEditor::open:
   * @self: the editor
   * @item: a draft of a new target for the link
   *
   * Emitted when the user wants to create @item.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  /**
   * AcademyEditor::chosen:
   * @self: the editor
   *
   * Emitted in a cell when a value was chosen by a click, which ends the editing
   * of the cell: the table finishes it and takes the focus.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_editor_init (AcademyEditor *self)
{
}

static gboolean
revert_cb (GtkWidget *row,
           GVariant  *arguments,
           gpointer   data)
{
  return academy_editor_revert (data);
}

/* Saves a valid text before reverting, as the pause after typing would: what closes a
 * dialog must not depend on how long ago somebody typed. */
static gboolean
escape_cb (GtkWidget *row,
           GVariant  *arguments,
           gpointer   data)
{
  academy_editor_flush (data);
  return academy_editor_revert (data);
}

static gboolean
bring_back_cb (GtkWidget *row,
               GVariant  *arguments,
               gpointer   data)
{
  return academy_editor_bring_back (data);
}

/* Lets keys through that have nothing to revert: Escape then closes a dialog, and
 * Ctrl+Z undoes an edit. */
static void
add_keys (AcademyEditor *self,
          GtkWidget     *row)
{
  static const struct {
    guint            key;
    GdkModifierType  modifiers;
    GtkShortcutFunc  callback;
  } keys[] = {
    { GDK_KEY_Escape, 0, escape_cb },
    { GDK_KEY_z, GDK_CONTROL_MASK, revert_cb },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, bring_back_cb },
    { GDK_KEY_y, GDK_CONTROL_MASK, bring_back_cb },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_callback_action_new (keys[i].callback, self, NULL)));
  gtk_widget_add_controller (row, controller);
}

static GType
get_type_for (const AcademyField *field)
{
  switch (field->type)
    {
    case ACADEMY_LONG_TEXT:
      return ACADEMY_TYPE_TEXT_EDITOR;
    case ACADEMY_CHOICE:
      return ACADEMY_TYPE_CHOICE_EDITOR;
    case ACADEMY_FLAG:
      return ACADEMY_TYPE_FLAG_EDITOR;
    case ACADEMY_LINK:
      return ACADEMY_TYPE_LINK_EDITOR;
    case ACADEMY_LINKS:
      return ACADEMY_TYPE_LINKS_EDITOR;
    default:
      return ACADEMY_TYPE_ENTRY_EDITOR;
    }
}

static AcademyEditor *
create (AcademyStore       *store,
        const AcademyField *field,
        GType               type)
{
  AcademyEditor *self = g_object_new (type, NULL);
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  priv->store = g_object_ref (store);
  priv->field = field;
  priv->item_signals = g_signal_group_new (ACADEMY_TYPE_ITEM);

  return self;
}

static void
take_row (AcademyEditor *self,
          GtkWidget     *row)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  priv->row = g_object_ref_sink (row);
  if (academy_field_is_required (priv->field) && priv->label == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (academy_editor_get_control (self)),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
  gtk_widget_set_sensitive (row, FALSE);
}

static void
build_row (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);
  g_autofree char *signal = g_strdelimit (g_strconcat ("notify::", priv->field->name, NULL), "_", '-');

  g_signal_group_connect_swapped (priv->item_signals, signal, G_CALLBACK (notify_cb), self);
  priv->error_row = g_object_ref_sink (ACADEMY_ERROR_ROW (academy_error_row_new ()));
  take_row (self, ACADEMY_EDITOR_GET_CLASS (self)->create_row (self));
  /* The row of a flag shows it. */
  if (priv->field->note != NULL && priv->field->type != ACADEMY_FLAG)
    gtk_widget_set_tooltip_text (priv->row, _(priv->field->note));
  add_keys (self, priv->row);
}

/**
 * academy_editor_new:
 * @store: the store of the items
 * @field: the field to edit
 *
 * Returns: (transfer full): an editor for @field, without an item yet
 */
AcademyEditor *
academy_editor_new (AcademyStore       *store,
                    const AcademyField *field)
{
  AcademyEditor *self = create (store, field, get_type_for (field));
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  if ((field->flags & ACADEMY_PRIVATE) != 0)
    priv->label = g_strjoin (" · ", _(field->label), _("Private"), NULL);
  build_row (self);
  return self;
}

/**
 * academy_editor_new_for_translation:
 * @store: the store of the items
 * @original: the field that is translated
 * @label: the label of the row
 *
 * Returns: (transfer full): an editor for the text of translations, without one
 *   yet, with a row like that of @original
 */
AcademyEditor *
academy_editor_new_for_translation (AcademyStore       *store,
                                    const AcademyField *original,
                                    const char         *label)
{
  AcademyEditor *self =
    create (store, academy_kind_find_field (&academy_translation_kind, "text"), get_type_for (original));
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  priv->label = g_strdup (label);
  build_row (self);
  return self;
}

/* Hides the error while it is being corrected. */
static void
typed_cb (AcademyEditor *self)
{
  academy_editor_show_error (self, NULL);
}

/**
 * academy_editor_new_for_cell:
 * @store: the store of the items
 * @field: the field to edit
 *
 * Creates an editor that a table lays over the cell of one item after another.
 * academy_editor_get_row() is its widget. For each cell, the table sets the item
 * and the place, calls academy_editor_begin() and academy_editor_grab_focus(),
 * and later academy_editor_finish() or academy_editor_cancel().
 *
 * Nothing is saved before academy_editor_finish(). Changes of the item do not
 * change what is shown.
 *
 * Returns: (transfer full) (nullable): an editor without an item yet, or %NULL for
 *   a flag, which needs none: see academy_flag_editor_toggle()
 */
AcademyEditor *
academy_editor_new_for_cell (AcademyStore       *store,
                             const AcademyField *field)
{
  g_autoptr(AcademyEditor) self = create (store, field, get_type_for (field));
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  if (ACADEMY_EDITOR_GET_CLASS (self)->create_cell == NULL)
    return NULL;

  take_row (self, ACADEMY_EDITOR_GET_CLASS (self)->create_cell (self));
  g_signal_connect_object (academy_cell_entry_get_text (ACADEMY_CELL_ENTRY (priv->row)), "changed",
                           G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);

  return g_steal_pointer (&self);
}

/**
 * academy_editor_set_save:
 * @self: an editor
 * @save: (nullable) (scope forever): the function that saves a value, or %NULL
 *   for one edit of the item
 * @data: data for @save
 *
 * Sets how a value gets into the file: a table may have to create the item first.
 */
void
academy_editor_set_save (AcademyEditor     *self,
                         AcademyEditorSave  save,
                         gpointer           data)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  priv->save = save;
  priv->save_data = data;
}

static gboolean
is_cell (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return ACADEMY_IS_CELL_ENTRY (priv->row);
}

/**
 * academy_editor_get_group:
 * @self: an editor that calls its #AcademyEditorSave
 *
 * Returns: (nullable) (transfer none): the name of the group of typed changes that
 *   the value belongs to, see academy_edit_set_group()
 */
const char *
academy_editor_get_group (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return priv->group;
}

AcademyStore *
academy_editor_get_store (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return priv->store;
}

const AcademyField *
academy_editor_get_field (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return priv->field;
}

const char *
academy_editor_get_label (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return priv->label != NULL ? priv->label : _(priv->field->label);
}

AcademyItem *
academy_editor_get_item (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return priv->item;
}

/**
 * academy_editor_set_item:
 * @self: an editor
 * @item: (nullable): the item to edit
 *
 * Saves the typed value of the previous item, and shows @item; in a cell, does
 * neither.
 */
void
academy_editor_set_item (AcademyEditor *self,
                         AcademyItem   *item)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  if (priv->item == item)
    return;

  if (priv->item != NULL)
    academy_editor_flush (self);

  g_set_object (&priv->item, item);
  g_signal_group_set_target (priv->item_signals, item);
  academy_editor_show_error (self, NULL);
  gtk_widget_set_sensitive (priv->row, item != NULL && !academy_store_is_read_only (priv->store));

  if (item != NULL && !is_cell (self))
    {
      show_value (self);
      if (ACADEMY_EDITOR_GET_CLASS (self)->reset != NULL)
        ACADEMY_EDITOR_GET_CLASS (self)->reset (self);
    }
}

/**
 * academy_editor_get_row:
 * @self: an editor
 *
 * Returns: (transfer none): the row of the field, for a boxed list; or what a
 *   table lays over a cell
 */
GtkWidget *
academy_editor_get_row (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return priv->row;
}

/**
 * academy_editor_get_control:
 * @self: an editor
 *
 * Returns: (transfer none): the widget that takes the input; in a cell a #GtkText
 *   or a #GtkTextView, to which key events can be forwarded
 */
GtkWidget *
academy_editor_get_control (AcademyEditor *self)
{
  return ACADEMY_EDITOR_GET_CLASS (self)->get_control (self);
}

/**
 * academy_editor_get_error_row:
 * @self: an editor for a form
 *
 * Returns: (transfer none): the row with the error message, to be placed below
 *   that of the field
 */
GtkWidget *
academy_editor_get_error_row (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return GTK_WIDGET (priv->error_row);
}

/**
 * academy_editor_get_error:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the error message of the typed value
 */
const char *
academy_editor_get_error (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return priv->message;
}

/**
 * academy_editor_has_error:
 * @self: an editor
 *
 * Returns: whether the typed value is invalid, or could not be saved
 */
gboolean
academy_editor_has_error (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return priv->message != NULL;
}

/**
 * academy_editor_show_error:
 * @self: an editor
 * @message: (nullable): an error message that says what to do, or %NULL to hide
 *   it
 */
void
academy_editor_show_error (AcademyEditor *self,
                           const char    *message)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  GtkAccessible *control = GTK_ACCESSIBLE (academy_editor_get_control (self));

  if (!g_set_str (&priv->message, message))
    return;

  if (priv->error_row != NULL)
    academy_error_row_show (priv->error_row, priv->row, control, message);
  else
    academy_error_row_mark (priv->row, control, NULL, message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/* Sets a value of a row that becomes an item when it has a title. */
static gboolean
keep (AcademyItem         *draft,
      const AcademyField  *field,
      const GValue        *value,
      GError             **error)
{
  g_auto(GValue) before = G_VALUE_INIT;

  academy_value_init (field, &before);
  g_value_copy (academy_item_get_value (draft, field), &before);
  academy_item_set_value (draft, field, value);
  if (academy_item_validate_field (draft, field, error))
    return TRUE;

  academy_item_set_value (draft, field, &before);
  return FALSE;
}

/* Saves as one edit, unless the owner of the editor has another way. */
static gboolean
save (AcademyEditor       *self,
      const GValue        *value,
      const AcademyField  *other,
      const GValue        *other_value,
      const char          *group,
      GError             **error)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);
  const AcademyKind *kind = academy_item_get_kind (priv->item);
  g_autoptr(AcademyEdit) edit = NULL;

  if (priv->save != NULL)
    {
      gboolean is_saved;

      priv->group = group;
      is_saved = priv->save (self, value, priv->save_data, error);
      priv->group = NULL;
      return is_saved;
    }

  if (is_cell (self) && academy_draft_is_untitled (priv->item, priv->field))
    return keep (priv->item, priv->field, value, error) && (other == NULL || keep (priv->item, other, other_value, error));

  edit = academy_edit_new (academy_draft_is (priv->item) ? kind->add : kind->change);
  academy_draft_write (priv->item, edit);
  academy_edit_set (edit, priv->item, priv->field, value);
  if (other != NULL)
    academy_edit_set (edit, priv->item, other, other_value);
  academy_edit_set_group (edit, group);

  return academy_follow_write (priv->store, edit, priv->item, priv->field, value, error) &&
         academy_store_apply (priv->store, edit, error);
}

/**
 * academy_editor_commit_with:
 * @self: an editor that has an item
 * @typed: a value of its field
 * @other: (nullable): another field, which is saved with it
 * @other_value: (nullable): a value of @other
 * @group: (nullable): the name of a group of typed changes, see
 *   academy_edit_set_group()
 *
 * Saves both values as one edit, or shows the reason why they are invalid.
 *
 * Returns: whether they are saved
 */
gboolean
academy_editor_commit_with (AcademyEditor      *self,
                            const GValue       *typed,
                            const AcademyField *other,
                            const GValue       *other_value,
                            const char         *group)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_value_init (&value, G_VALUE_TYPE (typed));
  g_value_copy (typed, &value);
  academy_value_normalise (priv->field, &value);

  clear_waiting (self);
  if (academy_value_equal (priv->field, &value, academy_item_get_value (priv->item, priv->field)) &&
      (other == NULL || academy_value_equal (other, other_value, academy_item_get_value (priv->item, other))))
    {
      academy_editor_show_error (self, NULL);
      return TRUE;
    }

  if (ACADEMY_EDITOR_GET_CLASS (self)->is_unsaved == NULL)
    g_signal_emit (self, signals[SAVING], 0);
  if (!save (self, &value, other, other_value, group, &error))
    {
      gboolean is_busy = g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_BUSY);

      if (is_busy && !is_cell (self))
        {
          g_value_init (&priv->waiting, G_VALUE_TYPE (&value));
          g_value_copy (&value, &priv->waiting);
        }
      academy_editor_show_error (self, is_busy && !is_cell (self) && academy_store_is_waiting (priv->store)
                                         ? _("Not saved yet: another program is writing to the file.")
                                       : academy_error_get_message (error, priv->field));
      return FALSE;
    }

  academy_editor_show_error (self, NULL);
  g_signal_emit (self, signals[SAVED], 0);
  return TRUE;
}

/**
 * academy_editor_commit:
 * @self: an editor that has an item
 * @value: a value of its field
 * @group: (nullable): the name of a group of typed changes, see
 *   academy_edit_set_group()
 *
 * Saves @value, or shows the reason why it is invalid.
 *
 * Returns: whether it is saved
 */
gboolean
academy_editor_commit (AcademyEditor *self,
                       const GValue  *value,
                       const char    *group)
{
  return academy_editor_commit_with (self, value, NULL, NULL, group);
}

/**
 * academy_editor_flush:
 * @self: an editor
 *
 * Saves a typed or chosen value that is not saved yet; in a cell, does nothing.
 */
void
academy_editor_flush (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);
  g_auto(GValue) value = G_VALUE_INIT;

  if (academy_editor_get_item (self) == NULL || is_cell (self))
    return;

  if (ACADEMY_EDITOR_GET_CLASS (self)->flush != NULL)
    ACADEMY_EDITOR_GET_CLASS (self)->flush (self);
  else if (G_IS_VALUE (&priv->waiting))
    {
      value = priv->waiting;
      priv->waiting = (GValue) G_VALUE_INIT;
      academy_editor_commit (self, &value, NULL);
    }
}

/**
 * academy_editor_is_unsaved:
 * @self: an editor
 *
 * Returns: whether it shows another value than that of its item
 */
gboolean
academy_editor_is_unsaved (AcademyEditor *self)
{
  AcademyEditorClass *klass = ACADEMY_EDITOR_GET_CLASS (self);

  return academy_editor_has_error (self) || (klass->is_unsaved != NULL && klass->is_unsaved (self));
}

/**
 * academy_editor_revert:
 * @self: an editor
 *
 * Shows the saved value again instead of a typed or chosen one that is unsaved or
 * invalid. The item does not change.
 *
 * Returns: whether there was such a value
 */
gboolean
academy_editor_revert (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  if (priv->item == NULL || !academy_editor_is_unsaved (self))
    return FALSE;

  clear_waiting (self);
  if (ACADEMY_EDITOR_GET_CLASS (self)->revert != NULL)
    ACADEMY_EDITOR_GET_CLASS (self)->revert (self, academy_item_get_value (priv->item, priv->field));
  else
    show_value (self);
  academy_editor_show_error (self, NULL);
  return TRUE;
}

/**
 * academy_editor_bring_back:
 * @self: an editor
 *
 * Restores the text that academy_editor_revert() removed, unless something else
 * was typed or shown since.
 *
 * Returns: whether there was such a text
 */
gboolean
academy_editor_bring_back (AcademyEditor *self)
{
  return academy_editor_get_item (self) != NULL && ACADEMY_EDITOR_GET_CLASS (self)->bring_back != NULL &&
         ACADEMY_EDITOR_GET_CLASS (self)->bring_back (self);
}

/**
 * academy_editor_return:
 * @self: the editor of a link
 * @id: the id of the item opened by #AcademyEditor::open
 *
 * Moves the focus to the link to that item, or to the widget that opened it.
 */
void
academy_editor_return (AcademyEditor *self,
                       const char    *id)
{
  if (ACADEMY_EDITOR_GET_CLASS (self)->return_to != NULL)
    ACADEMY_EDITOR_GET_CLASS (self)->return_to (self, id);
  else
    academy_editor_grab_focus (self);
}

/**
 * academy_editor_grab_focus:
 * @self: an editor
 *
 * Moves the focus to the control of the row, such as its text. In a cell nothing
 * is selected by it: the next letter must not replace the one that began.
 */
void
academy_editor_grab_focus (AcademyEditor *self)
{
  GtkWidget *control = academy_editor_get_control (self);

  if (is_cell (self) && GTK_IS_TEXT (control))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (control));
  else
    gtk_widget_grab_focus (control);
}

/**
 * academy_editor_dup_name:
 * @self: an editor that has an item
 *
 * Returns: (transfer full): the label of the field, and for a cell the title of the item
 */
char *
academy_editor_dup_name (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);
  g_autofree char *title = NULL;

  if (!is_cell (self))
    return g_strdup (academy_editor_get_label (self));

  title = academy_item_dup_title (priv->item, academy_language_get_default ());
  /* Translators: a field, and the title of what it belongs to: “End: Interview the suppliers” */
  return g_strdup_printf (C_("cell", "%s: %s"), academy_editor_get_label (self), title);
}

static void
name_cell (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);
  g_autofree char *name = academy_editor_dup_name (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (academy_cell_entry_get_text (ACADEMY_CELL_ENTRY (priv->row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * academy_editor_begin:
 * @self: an editor for a cell, which has an item
 * @empty: whether to begin with nothing, for a text that is about to be typed
 *
 * Shows the value of the item with the cursor at its end, or nothing. A list of
 * choices opens. The key that begins goes to academy_editor_press(), and if that
 * returns %FALSE to academy_editor_get_control().
 */
void
academy_editor_begin (AcademyEditor *self,
                      gboolean       empty)
{
  academy_editor_show_error (self, NULL);
  ACADEMY_EDITOR_GET_CLASS (self)->begin (self, empty);
  name_cell (self);
}

/* Keeps undo to what is typed, even when there is nothing left to undo: the window
 * would undo an edit meanwhile. */
static gboolean
undo_typing (AcademyEditor   *self,
             guint            key,
             GdkModifierType  modifiers)
{
  static const struct {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "text.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "text.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "text.redo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (gdk_keyval_to_lower (key) == keys[i].key && modifiers == keys[i].modifiers)
      {
        gtk_widget_activate_action (academy_editor_get_control (self), keys[i].action, NULL);
        return TRUE;
      }

  return FALSE;
}

/**
 * academy_editor_press:
 * @self: an editor for a cell
 * @key: the value of a pressed key
 * @state: the modifiers
 *
 * Handles a key before the table does, such as the arrow keys in a list.
 *
 * Returns: whether the key is handled, and must go nowhere else
 */
gboolean
academy_editor_press (AcademyEditor   *self,
                      guint            key,
                      GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  return undo_typing (self, key, modifiers) ||
         (ACADEMY_EDITOR_GET_CLASS (self)->press != NULL && ACADEMY_EDITOR_GET_CLASS (self)->press (self, key, modifiers));
}

/**
 * academy_editor_take:
 * @self: an editor for a cell, which has an item
 * @value: (out caller-allocates): an uninitialised value, which becomes one of
 *   the field
 * @error: says what was expected
 *
 * Reads what is typed or chosen, without saving it.
 *
 * Returns: whether it could be read
 */
gboolean
academy_editor_take (AcademyEditor  *self,
                     GValue         *value,
                     GError        **error)
{
  return ACADEMY_EDITOR_GET_CLASS (self)->take (self, value, error);
}

/**
 * academy_editor_finish:
 * @self: an editor for a cell
 *
 * Saves what is typed or chosen if it differs from the value of the item, and
 * closes lists; or shows why it is invalid, and keeps it.
 *
 * Returns: whether it is saved
 */
gboolean
academy_editor_finish (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (priv->item == NULL)
    return TRUE;

  if (!academy_editor_take (self, &value, &error))
    {
      academy_editor_show_error (self, error->message);
      return FALSE;
    }
  if (!academy_editor_commit (self, &value, NULL))
    return FALSE;

  academy_cell_entry_close (ACADEMY_CELL_ENTRY (priv->row));
  return TRUE;
}

/**
 * academy_editor_cancel:
 * @self: an editor for a cell
 *
 * Shows the value of the item again, and closes lists. The item does not change.
 */
void
academy_editor_cancel (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  if (priv->item != NULL)
    academy_editor_begin (self, FALSE);
  academy_cell_entry_close (ACADEMY_CELL_ENTRY (priv->row));
}
