/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-link-targets.h"

#include <glib/gi18n-lib.h>

#include "academy-describe.h"
#include "academy-draft.h"
#include "academy-error.h"

/**
 * academy_link_targets_new:
 * @editor: the editor of a link, with an item
 *
 * A measure links to the goals of its own organisation; a participation to any
 * person of the programme; nothing links to itself.
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

  AcademyQuery query = {
    .owner = siblings ? academy_item_get_owner (item) : NULL,
    .except = target == academy_item_get_kind (item) ? academy_item_get_id (item) : NULL,
  };

  return academy_list_new_for_query (academy_editor_get_store (editor), target, &query);
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

  apart = academy_describe_apart (academy_editor_get_store (editor), target);
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
