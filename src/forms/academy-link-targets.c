/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-link-targets.h"

#include "academy-draft.h"

/**
 * academy_link_targets_new:
 * @editor: the editor of a link, with an item
 *
 * A measure links to the goals of its own organisation; a participation to any
 * person of the programme.
 *
 * Returns: (transfer full): the items to which the field may link
 */
AcademyList *
academy_link_targets_new (AcademyEditor *editor)
{
  AcademyItem *item = academy_editor_get_item (editor);
  const AcademyKind *target = academy_kind_find (academy_editor_get_field (editor)->target);
  const AcademyField *own = academy_kind_get_owner (academy_item_get_kind (item));
  const AcademyField *its = academy_kind_get_owner (target);
  gboolean siblings = own != NULL && its != NULL && g_str_equal (own->target, its->target);

  return academy_list_new (academy_editor_get_store (editor), target,
                           siblings ? academy_item_get_owner (item) : NULL);
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
  const AcademyKind *target = academy_kind_find (academy_editor_get_field (editor)->target);

  return n_targets == 0 || (target->flags & ACADEMY_KIND_SINGLE) == 0;
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
