/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-commands.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-toast.h"

static void
set_text (AcademyItem *item,
          const char  *name,
          const char  *text)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);
  g_auto(GValue) value = G_VALUE_INIT;

  if (field == NULL)
    return;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  academy_item_set_value (item, field, &value);
}

/* What must have a value begins with one that asks to be written over. */
static void
fill_required (AcademyItem *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if ((field->flags & ACADEMY_REQUIRED) && field->type == ACADEMY_TEXT &&
        !academy_value_is_set (field, academy_item_get_value (item, field)))
      {
        g_autofree char *slug = g_strdup_printf ("%s-%.8s", kind->name, academy_item_get_id (item));

        set_text (item, field->name, g_str_equal (field->name, "slug") ? slug : _(kind->label));
      }
}

/**
 * academy_command_add:
 * @widget: (transfer none): where an error is shown
 * @store: a store
 * @kind: the kind of the new item
 * @owner: the id of the item that it is to be a part of
 *
 * Returns: (transfer full) (nullable): the new item, or %NULL when it could not
 *   be saved
 */
AcademyItem *
academy_command_add (GtkWidget         *widget,
                     AcademyStore      *store,
                     const AcademyKind *kind,
                     const char        *owner)
{
  g_autoptr(AcademyItem) item = academy_item_new_part (kind, owner);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GError) error = NULL;

  fill_required (item);
  academy_edit_create (edit, item);

  /* Every organisation has its plan from the beginning. */
  if (kind == &academy_organisation_kind)
    {
      g_autoptr(AcademyItem) plan = academy_item_new_part (&academy_plan_kind, academy_item_get_id (item));

      academy_edit_create (edit, plan);
    }

  if (!academy_store_apply (store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return NULL;
    }

  return g_steal_pointer (&item);
}

/**
 * academy_command_delete:
 * @widget: (transfer none): where the toast with Undo is shown
 * @store: a store
 * @item: the item to delete, with all its parts
 *
 * Returns: whether it is deleted
 */
gboolean
academy_command_delete (GtkWidget    *widget,
                        AcademyStore *store,
                        AcademyItem  *item)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (item)->remove);
  g_autofree char *title = academy_item_dup_title (item, academy_language_get_default ());
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  academy_edit_delete (edit, item);
  if (!academy_store_apply (store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return FALSE;
    }

  /* Translators: the title of what was deleted */
  message = g_strdup_printf (_("“%s” deleted"), title);
  academy_toast_show_undo (widget, message);
  return TRUE;
}
