/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-commands.h"

#include <glib/gi18n-lib.h>

#include "academy-draft.h"
#include "academy-grid-clipboard.h"
#include "academy-grid-items.h"
#include "academy-kinds.h"
#include "academy-people-commands.h"
#include "academy-privacy.h"
#include "academy-table-columns.h"
#include "academy-toast.h"

/**
 * academy_command_delete:
 * @widget: (transfer none): the widget that shows the toast with Undo
 * @store: a store
 * @item: the item to delete, with all its parts
 *
 * Deletes @item as one edit, and offers to undo it. Asks before a person is erased,
 * from the backups too.
 *
 * Returns: whether it is deleted already
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

  if (academy_item_get_kind (item) == &academy_person_kind)
    {
      g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (people, g_object_ref (item));
      academy_command_erase_people (widget, store, people);
      return FALSE;
    }

  academy_edit_delete (edit, item);
  if (!academy_store_apply (store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return FALSE;
    }

  /* Translators: the title of what was deleted */
  message = academy_item_is_confidential (item) ? g_strdup (_("Private note deleted")) : g_strdup_printf (_("“%s” deleted"), title);
  academy_toast_show_undo (widget, store, message);
  return TRUE;
}

/**
 * academy_command_archive:
 * @widget: (transfer none): the widget that shows the toast with Undo
 * @store: a store
 * @organisation: an organisation
 * @archived: whether to archive it or to bring it back
 *
 * Archives @organisation as one edit, and offers to undo it.
 *
 * Returns: whether it is saved
 */
gboolean
academy_command_archive (GtkWidget    *widget,
                         AcademyStore *store,
                         AcademyItem  *organisation,
                         gboolean      archived)
{
  const AcademyKind *kind = academy_item_get_kind (organisation);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->change);
  g_autofree char *title = academy_item_dup_title (organisation, academy_language_get_default ());
  g_autofree char *message = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, archived);
  academy_edit_set (edit, organisation, academy_kind_find_field (kind, "archived"), &value);
  if (!academy_store_apply (store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return FALSE;
    }

  /* Translators: the name of an organisation */
  message = g_strdup_printf (archived ? _("“%s” archived") : _("“%s” brought back"), title);
  academy_toast_show_undo (widget, store, message);
  return TRUE;
}

/**
 * academy_command_add_usual:
 * @widget: (transfer none): the widget that shows the toast with an error
 * @store: a store
 * @kind: a kind that has usual items
 * @owner: an item that has none of that kind yet; one of @store or a draft
 *
 * Adds the usual items to @owner as one edit, in the language of the interface.
 *
 * Returns: whether they are added
 */
gboolean
academy_command_add_usual (GtkWidget         *widget,
                           AcademyStore      *store,
                           const AcademyKind *kind,
                           AcademyItem       *owner)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->usual);
  g_autoptr(GError) error = NULL;
  AcademyItem *item;

  academy_draft_write (owner, edit);
  for (guint i = 0; (item = kind->create_usual (owner, i, language)) != NULL; i++)
    {
      academy_edit_create (edit, item);
      g_object_unref (item);
    }
  if (!academy_store_apply (store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * academy_command_copy:
 * @widget: (transfer none): the widget that shows the toast
 * @store: a store
 * @kind: the kind of @items
 * @items: (element-type AcademyItem): what is copied
 *
 * Copies @items to the clipboard, as a table with the headings of all their fields.
 * Says so instead when others see the screen and one of @items is private.
 */
void
academy_command_copy (GtkWidget         *widget,
                      AcademyStore      *store,
                      const AcademyKind *kind,
                      GPtrArray         *items)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  g_autoptr(AcademyGrid) grid = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < items->len; i++)
    if (academy_privacy_hides (store, g_ptr_array_index (items, i)))
      {
        academy_toast_show (widget, _("Private things are hidden while the session goes on"));
        return;
      }
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (academy_table_columns_takes (field))
      g_ptr_array_add (fields, (gpointer) field);

  grid = academy_grid_new_for_items (items, (const AcademyField * const *) fields->pdata, store,
                                     academy_language_get_default (), &error);
  if (grid == NULL)
    {
      academy_toast_show_error (widget, error);
      return;
    }

  academy_grid_clipboard_set (widget, grid);
  academy_toast_show (widget, _("Copied"));
}
