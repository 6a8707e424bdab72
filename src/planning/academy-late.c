/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-late.h"

/**
 * academy_late_count:
 * @attention: what needs attention, which has been read without a limit
 *
 * Counts what is late, as the list of what needs attention has it.
 *
 * Returns: (transfer full) (element-type utf8 guint): the number for the id of each
 *   organisation in which something is late
 */
GHashTable *
academy_late_count (AcademyAttention *attention)
{
  g_autoptr(GPtrArray) entries = academy_attention_get_entries (attention);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const AcademyAttentionEntry *entry = g_ptr_array_index (entries, i);
      guint n_late;

      if (entry->urgency != ACADEMY_URGENCY_LATE || entry->organisation == NULL)
        continue;

      n_late = GPOINTER_TO_UINT (g_hash_table_lookup (counts, entry->organisation));
      g_hash_table_insert (counts, g_strdup (entry->organisation), GUINT_TO_POINTER (n_late + 1));
    }

  return counts;
}
