/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-commands.h"

#include <glib/gi18n-lib.h>

#include "academy-toast.h"

/**
 * academy_command_delete:
 * @widget: (transfer none): the widget that shows the toast with Undo
 * @store: a store
 * @item: the item to delete, with all its parts
 *
 * Deletes @item as one edit, and offers to undo it.
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
  academy_toast_show_undo (widget, store, message);
  return TRUE;
}
