/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-link-targets.h"

/**
 * academy_link_targets_new:
 * @editor: the editor of a link, with an item
 *
 * A measure links to the goals of its own organisation; a participation to any
 * person of the programme.
 *
 * Returns: (transfer full): what the field may link to
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
