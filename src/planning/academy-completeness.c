/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-completeness.h"

#include <glib/gi18n-lib.h>

#include "academy-store-query.h"

static const struct {
  const char *label;
  const char *sql;
} parts[ACADEMY_N_PARTS] = {
  [ACADEMY_PART_GOAL] = {
    N_("an impact goal with an indicator"),
    "EXISTS (SELECT 1 FROM \"goal\" JOIN \"indicator\" ON \"indicator\".\"goal\" = \"goal\".\"id\" WHERE \"organisation\" = ?1)",
  },
  [ACADEMY_PART_CHALLENGE] = {
    N_("a change challenge"),
    "EXISTS (SELECT 1 FROM \"challenge\" WHERE \"organisation\" = ?1)",
  },
  [ACADEMY_PART_MEASURES] = {
    N_("three measures with an owner role and dates"),
    "(SELECT count(*) FROM (SELECT 1 FROM \"measure\" WHERE \"organisation\" = ?1 AND \"owner_role\" <> '' "
    "AND \"start\" IS NOT NULL AND \"end\" IS NOT NULL AND \"status\" <> 'dropped' LIMIT 3)) = 3",
  },
  [ACADEMY_PART_PILOT] = {
    N_("a pilot with success criteria"),
    "EXISTS (SELECT 1 FROM \"pilot\" WHERE \"organisation\" = ?1 AND \"success_criteria\" <> '')",
  },
  [ACADEMY_PART_PROPOSALS] = {
    N_("proposals for decision"),
    "EXISTS (SELECT 1 FROM \"board_item\" JOIN \"proposal\" ON \"proposal\".\"board_item\" = \"board_item\".\"id\" "
    "WHERE \"organisation\" = ?1 AND \"outcome\" IS NULL)",
  },
};

static void
take_parts (AcademyStore *store,
            sqlite3_stmt *row,
            gpointer      data)
{
  guint *missing = data;

  for (int part = 0; part < ACADEMY_N_PARTS; part++)
    if (sqlite3_column_int (row, part) == 0)
      *missing |= 1u << part;
}

/**
 * academy_completeness_read:
 * @missing: (out): return location for the bit `1 << part` of each #AcademyPart
 *   that is missing
 * @store: a store
 * @organisation: the id of an organisation
 * @error: return location for an error
 *
 * Checks whether the plan of @organisation can go to the executive board.
 *
 * Returns: whether there was no error
 */
gboolean
academy_completeness_read (guint        *missing,
                           AcademyStore *store,
                           const char   *organisation,
                           GError      **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT ");

  for (guint part = 0; part < ACADEMY_N_PARTS; part++)
    g_string_append_printf (sql, "%s%s", part > 0 ? ", " : "", parts[part].sql);

  *missing = 0;
  return academy_store_query (store, sql->str, &organisation, 1, take_parts, missing, error);
}

/**
 * academy_completeness_get_label:
 * @part: a part
 *
 * Returns: (transfer none): what it is, to be translated by
 *   academy_language_translate()
 */
const char *
academy_completeness_get_label (AcademyPart part)
{
  return parts[part].label;
}
