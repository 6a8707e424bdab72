/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-choice-editor.h"
#include "academy-draft.h"
#include "academy-entry-editor.h"
#include "academy-error-row.h"
#include "academy-error.h"
#include "academy-flag-editor.h"
#include "academy-follow.h"
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

  /* Borrowed */
  const AcademyField *field;

  /* A value that could not be saved because another process held the lock. */
  GValue              waiting;
} AcademyEditorPrivate;

enum {
  SAVED,
  OPEN,
  N_SIGNALS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AcademyEditor, academy_editor, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/**
 * AcademyEditor:
 *
 * One field of one item in a form: a row of a boxed list with its label and
 * value, and below it an error message when the typed value is invalid. An
 * invalid value stays in the row, and the item keeps its old value.
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
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (academy_editor_parent_class)->dispose (object);
}

static void
academy_editor_class_init (AcademyEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_editor_dispose;

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

/* Save a valid text before reverting, as the pause after typing would. */
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
  AcademyEditor *self = g_object_new (get_type_for (field), NULL);
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);
  g_autofree char *signal = g_strdelimit (g_strconcat ("notify::", field->name, NULL), "_", '-');

  priv->store = g_object_ref (store);
  priv->field = field;
  priv->item_signals = g_signal_group_new (ACADEMY_TYPE_ITEM);
  g_signal_group_connect_swapped (priv->item_signals, signal, G_CALLBACK (notify_cb), self);
  priv->row = g_object_ref_sink (ACADEMY_EDITOR_GET_CLASS (self)->create_row (self));
  priv->error_row = g_object_ref_sink (ACADEMY_ERROR_ROW (academy_error_row_new ()));
  add_keys (self, priv->row);
  if (academy_field_is_required (field))
    gtk_accessible_update_property (GTK_ACCESSIBLE (ACADEMY_EDITOR_GET_CLASS (self)->get_control (self)),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
  gtk_widget_set_sensitive (priv->row, FALSE);

  return self;
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
  return _(academy_editor_get_field (self)->label);
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
 * Saves the typed value of the previous item, and shows @item.
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

  if (item != NULL)
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
 * Returns: (transfer none): the row of the field, for a boxed list
 */
GtkWidget *
academy_editor_get_row (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);

  return priv->row;
}

/**
 * academy_editor_get_error_row:
 * @self: an editor
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

  return academy_editor_has_error (self)
         ? gtk_label_get_label (academy_error_row_get_label (priv->error_row)) : NULL;
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

  return academy_error_row_has_message (priv->error_row);
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

  academy_error_row_show (priv->error_row, priv->row,
                          GTK_ACCESSIBLE (ACADEMY_EDITOR_GET_CLASS (self)->get_control (self)), message);
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
  const AcademyKind *kind;
  g_autoptr(AcademyEdit) edit = NULL;
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

  kind = academy_item_get_kind (priv->item);
  edit = academy_edit_new (academy_draft_is (priv->item) ? kind->add : kind->change);
  academy_draft_write (priv->item, edit);
  academy_edit_set (edit, priv->item, priv->field, &value);
  if (other != NULL)
    academy_edit_set (edit, priv->item, other, other_value);
  academy_edit_set_group (edit, group);
  if (!academy_follow_write (priv->store, edit, priv->item, priv->field, &value, &error) ||
      !academy_store_apply (priv->store, edit, &error))
    {
      gboolean is_busy = g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_BUSY);

      if (is_busy)
        {
          g_value_init (&priv->waiting, G_VALUE_TYPE (&value));
          g_value_copy (&value, &priv->waiting);
        }
      academy_editor_show_error (self, is_busy && academy_store_is_waiting (priv->store)
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
 * Saves a typed or chosen value that is not saved yet.
 */
void
academy_editor_flush (AcademyEditor *self)
{
  AcademyEditorPrivate *priv = academy_editor_get_instance_private (self);
  g_auto(GValue) value = G_VALUE_INIT;

  if (academy_editor_get_item (self) == NULL)
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

static gboolean
is_unsaved (AcademyEditor *self)
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

  if (priv->item == NULL || !is_unsaved (self))
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
 * Moves the focus to the control of the row, such as its text.
 */
void
academy_editor_grab_focus (AcademyEditor *self)
{
  gtk_widget_grab_focus (ACADEMY_EDITOR_GET_CLASS (self)->get_control (self));
}
