/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-link-targets.h"

#include <glib/gi18n-lib.h>

#include "academy-describe.h"
#include "academy-draft.h"
#include "academy-error.h"

static const AcademyKind *
get_target (AcademyEditor *editor)
{
  return academy_kind_find (academy_editor_get_field (editor)->target);
}

static AcademyQuery
get_query (AcademyEditor *editor)
{
  AcademyItem *item = academy_editor_get_item (editor);
  const AcademyField *own = academy_kind_get_owner (academy_item_get_kind (item));
  AcademyQuery query = academy_query_for_targets (academy_editor_get_field (editor),
                                                  own != NULL ? academy_kind_find (own->target) : NULL,
                                                  academy_item_get_owner (item));

  query.except = get_target (editor) == academy_item_get_kind (item) ? academy_item_get_id (item) : NULL;
  return query;
}

/**
 * academy_link_targets_new:
 * @editor: the editor of a link, with an item
 *
 * Returns: (transfer full): the items to which the field may link, without the one
 *   that has it
 */
AcademyList *
academy_link_targets_new (AcademyEditor *editor)
{
  AcademyQuery query = get_query (editor);

  return academy_list_new_for_query (academy_editor_get_store (editor), get_target (editor), &query);
}

/**
 * academy_link_targets_dup_apart:
 * @editor: the editor of a link, with an item
 * @target: an item to which the field may link
 *
 * Returns: (transfer full): a text that tells @target from others with the same
 *   title, such as the goal of an indicator; perhaps empty
 */
char *
academy_link_targets_dup_apart (AcademyEditor *editor,
                                AcademyItem   *target)
{
  AcademyStore *store = academy_editor_get_store (editor);
  g_autoptr(AcademyItem) owner = get_query (editor).within != NULL ? academy_store_get_owner (store, target, NULL) : NULL;
  g_autofree char *apart = academy_describe_apart (store, target);
  g_autofree char *title = owner != NULL ? academy_item_dup_title (owner, academy_language_get_default ()) : NULL;

  if (title == NULL)
    return g_steal_pointer (&apart);
  return *apart != '\0' ? g_strdup_printf ("%s · %s", title, apart) : g_steal_pointer (&title);
}

/**
 * academy_link_targets_are_affected:
 * @editor: the editor of a link, with an item
 * @changes: the changes of an edit
 *
 * Returns: whether the texts of the items to which the field may link may have
 *   changed
 */
gboolean
academy_link_targets_are_affected (AcademyEditor        *editor,
                                   const AcademyChanges *changes)
{
  const AcademyField *owner = academy_kind_get_owner (get_target (editor));

  return academy_describe_is_affected (get_target (editor), changes) ||
         (get_query (editor).within != NULL && academy_changes_touch (changes, academy_kind_find (owner->target)));
}

/* The title, and what tells the item from others with the same title where a form
 * shows that, too. */
static char *
dup_line (AcademyEditor *editor,
          AcademyItem   *target)
{
  g_autofree char *title = academy_item_dup_title (target, academy_language_get_default ());
  g_autofree char *apart = NULL;

  if (academy_editor_get_field (editor)->type != ACADEMY_LINKS)
    return g_steal_pointer (&title);

  apart = academy_link_targets_dup_apart (editor, target);
  return *apart != '\0' ? g_strdup_printf ("%s · %s", title, apart) : g_steal_pointer (&title);
}

/**
 * academy_link_targets_get:
 * @editor: the editor of a link, with an item
 * @ids: (out): return location for the ids of the items
 *
 * Reads the items to which the field may link, once: they keep their positions
 * while one of them is chosen.
 *
 * Returns: (transfer full): their titles, for a list in which they are searched
 */
GStrv
academy_link_targets_get (AcademyEditor *editor,
                          GStrv         *ids)
{
  g_autoptr(AcademyList) targets = academy_link_targets_new (editor);
  g_autoptr(GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (targets)); i++)
    {
      g_autoptr(AcademyItem) target = g_list_model_get_item (G_LIST_MODEL (targets), i);

      g_strv_builder_add (found, academy_item_get_id (target));
      g_strv_builder_take (titles, dup_line (editor, target));
    }

  *ids = g_strv_builder_end (found);
  return g_strv_builder_end (titles);
}

/**
 * academy_link_targets_may_add:
 * @editor: the editor of a link
 * @n_targets: the number of items to choose from
 *
 * Returns: whether another item may be created
 */
gboolean
academy_link_targets_may_add (AcademyEditor *editor,
                              guint          n_targets)
{
  return (n_targets == 0 || (get_target (editor)->flags & ACADEMY_KIND_SINGLE) == 0) &&
         academy_draft_may_add_target (academy_editor_get_item (editor), academy_editor_get_field (editor));
}

/**
 * academy_link_targets_add:
 * @editor: the editor of a link, with an item
 *
 * Creates a draft to link to, and emits #AcademyEditor::open.
 */
void
academy_link_targets_add (AcademyEditor *editor)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) target =
    academy_draft_new_target (academy_editor_get_store (editor), academy_editor_get_item (editor),
                              academy_editor_get_field (editor), &error);

  if (target != NULL)
    g_signal_emit_by_name (editor, "open", target);
  else
    academy_editor_show_error (editor, error->message);
}

/**
 * academy_link_targets_refuse:
 * @typed: a text that no title contains
 * @error: says what was expected
 *
 * Sets the error for a text that is no link.
 *
 * Returns: %FALSE
 */
gboolean
academy_link_targets_refuse (const char  *typed,
                             GError     **error)
{
  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
               /* Translators: a typed text */
               _("Nothing is called “%s”. Type a part of its name, or choose it from the list."), typed);
  return FALSE;
}
