/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-history-net.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-what-changed.h"

static gboolean
is_wanted (const AcademyChanged     *changed,
           const AcademyEntryFilter *filter,
           const char               *text)
{
  g_autofree char *folded = academy_language_casefold (changed->text);

  return (filter->kind == NULL || changed->kind == filter->kind) && (text == NULL || strstr (folded, text) != NULL);
}

/**
 * academy_history_net_read:
 * @store: a store
 * @filter: a filter; its author is left out, since several may have changed one value
 * @with_private: whether to tell of what must not leave the file
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyChanged): what changed in the end,
 *   the most important first
 */
GPtrArray *
academy_history_net_read (AcademyStore              *store,
                          const AcademyEntryFilter  *filter,
                          gboolean                   with_private,
                          GError                   **error)
{
  g_autoptr(GPtrArray) all = academy_what_changed_read (store, filter->organisation, filter->since, filter->until, with_private,
                                                        NULL, academy_language_get_default (), error);
  g_autofree char *text = filter->text != NULL && *filter->text != '\0' ? academy_language_casefold (filter->text) : NULL;

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    if (!is_wanted (g_ptr_array_index (all, i - 1), filter, text))
      g_ptr_array_remove_index (all, i - 1);

  return g_steal_pointer (&all);
}

/**
 * academy_history_net_create_report:
 * @changes: (element-type AcademyChanged): what changed
 * @organisations: the short names of organisations by their ids
 * @facts: which part of the history it is, or an empty text
 *
 * Returns: (transfer full): a report of it, with a section for each organisation
 */
AcademyReport *
academy_history_net_create_report (GPtrArray  *changes,
                                   GHashTable *organisations,
                                   const char *facts)
{
  AcademyReport *report = academy_report_new (_("Change history"), _("What changed"), academy_language_get_default ());
  g_autoptr(GHashTable) lists = g_hash_table_new (g_str_hash, g_str_equal);

  if (*facts != '\0')
    academy_report_add_fact (report, NULL, facts);
  for (guint i = 0; i < changes->len; i++)
    {
      const AcademyChanged *changed = g_ptr_array_index (changes, i);
      const char *name = changed->organisation != NULL ? g_hash_table_lookup (organisations, changed->organisation) : NULL;
      const char *title = name != NULL ? name : _("Programme");
      AcademyBlock *list = g_hash_table_lookup (lists, title);

      if (list == NULL)
        {
          list = academy_report_section_add_block (academy_report_add_section (report, "changes", title), ACADEMY_BLOCK_LIST);
          g_hash_table_insert (lists, (gpointer) title, list);
        }
      academy_block_add (list, NULL, changed->text, NULL);
    }

  return report;
}
