/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-edit-private.h"

/**
 * AcademyEdit:
 *
 * The changes of one command: values, creations and deletions, saved together or
 * not at all. academy_store_apply() saves an edit; there is no other way to write
 * a programme.
 */

static void
operation_clear (gpointer data)
{
  AcademyOperation *operation = data;

  g_clear_object (&operation->item);
  if (operation->field != NULL)
    g_value_unset (&operation->value);
}

static void
add_operation (AcademyEdit          *self,
               AcademyOperationType  type,
               AcademyItem          *item)
{
  AcademyOperation operation = { .type = type, .item = g_object_ref (item) };

  g_array_append_val (self->operations, operation);
}

/**
 * academy_edit_new:
 * @label: the name of the edit in the menu and in the history, in English: a
 *   text marked for translation, or the result of academy_step_dup_paste_label()
 *
 * Returns: (transfer full): an empty edit
 */
AcademyEdit *
academy_edit_new (const char *label)
{
  AcademyEdit *self = g_new0 (AcademyEdit, 1);

  self->label = g_strdup (label);
  self->operations = g_array_new (FALSE, FALSE, sizeof (AcademyOperation));
  g_array_set_clear_func (self->operations, operation_clear);

  return self;
}

void
academy_edit_free (AcademyEdit *self)
{
  g_array_unref (self->operations);
  g_free (self->label);
  g_free (self->group);
  g_free (self);
}

/**
 * academy_edit_set:
 * @self: an edit
 * @item: an item of the store, or one created by this edit
 * @field: a field of its kind
 * @value: the new value
 *
 * @item itself changes only when the edit is applied.
 */
void
academy_edit_set (AcademyEdit        *self,
                  AcademyItem        *item,
                  const AcademyField *field,
                  const GValue       *value)
{
  AcademyOperation *operation;

  add_operation (self, ACADEMY_OPERATION_SET, item);
  operation = &g_array_index (self->operations, AcademyOperation, self->operations->len - 1);
  operation->field = field;
  g_value_init (&operation->value, G_VALUE_TYPE (value));
  g_value_copy (value, &operation->value);
  academy_value_normalise (field, &operation->value);
}

/**
 * academy_edit_create:
 * @self: an edit
 * @item: a new item with its values
 *
 * When the edit is applied, the store keeps @item up to date from then on. Its
 * texts are normalised.
 */
void
academy_edit_create (AcademyEdit *self,
                     AcademyItem *item)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    {
      const GValue *value = academy_item_get_value (item, field);
      g_auto(GValue) normal = G_VALUE_INIT;

      if (!G_VALUE_HOLDS_STRING (value) || !academy_value_is_set (field, value))
        continue;

      g_value_init (&normal, G_TYPE_STRING);
      g_value_copy (value, &normal);
      academy_value_normalise (field, &normal);
      academy_item_set_value (item, field, &normal);
    }

  add_operation (self, ACADEMY_OPERATION_CREATE, item);
}

/**
 * academy_edit_delete:
 * @self: an edit
 * @item: an item of the store
 *
 * Deletes @item and all its parts.
 */
void
academy_edit_delete (AcademyEdit *self,
                     AcademyItem *item)
{
  add_operation (self, ACADEMY_OPERATION_DELETE, item);
}

/**
 * academy_edit_set_group:
 * @self: an edit
 * @group: (nullable): a name for changes made in one go, such as typing
 *
 * Consecutive edits of the same group are one step of undo.
 */
void
academy_edit_set_group (AcademyEdit *self,
                        const char  *group)
{
  g_set_str (&self->group, group);
}
