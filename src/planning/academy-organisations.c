/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-organisations.h"

#include "academy-collation.h"
#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-last-day.h"
#include "academy-organisation.h"
#include "academy-store-query.h"

/* Compares the places that people have chosen, and the short names of what has
 * none, which comes last. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  AcademyItem *item_a = *(AcademyItem * const *) a, *item_b = *(AcademyItem * const *) b;
  const AcademyLanguage *language = academy_language_get_default ();
  gint64 place_a = academy_item_get_number (item_a, "position");
  gint64 place_b = academy_item_get_number (item_b, "position");
  g_autofree char *name_a = NULL;
  g_autofree char *name_b = NULL;

  if (place_a != place_b)
    return (place_a == ACADEMY_UNSET) - (place_b == ACADEMY_UNSET) ?: (place_a < place_b ? -1 : 1);

  name_a = academy_organisation_dup_short_name (item_a, language);
  name_b = academy_organisation_dup_short_name (item_b, language);
  return academy_collation_compare (name_a, -1, name_b, -1);
}

/**
 * academy_organisations_get_all:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): the organisations, archived
 *   ones too, in the order that people have chosen; until then sorted by short name
 *   in the language of the interface
 */
GPtrArray *
academy_organisations_get_all (AcademyStore  *store,
                               GError       **error)
{
  GPtrArray *organisations = academy_store_get_all (store, &academy_organisation_kind, NULL, error);

  if (organisations != NULL)
    g_ptr_array_sort (organisations, compare_places);

  return organisations;
}

static GPtrArray *
get_those (AcademyStore  *store,
           gboolean       archived,
           GError       **error)
{
  g_autoptr(GPtrArray) all = academy_organisations_get_all (store, error);
  g_autoptr(GPtrArray) those = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (academy_item_get_flag (g_ptr_array_index (all, i), "archived") == archived)
      g_ptr_array_add (those, g_object_ref (g_ptr_array_index (all, i)));

  return all != NULL ? g_steal_pointer (&those) : NULL;
}

/**
 * academy_organisations_get:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): the organisations that are
 *   not archived, in the order of academy_organisations_get_all()
 */
GPtrArray *
academy_organisations_get (AcademyStore  *store,
                           GError       **error)
{
  return get_those (store, FALSE, error);
}

/**
 * academy_organisations_get_archived:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): the archived ones
 */
GPtrArray *
academy_organisations_get_archived (AcademyStore  *store,
                                    GError       **error)
{
  return get_those (store, TRUE, error);
}

/**
 * academy_organisations_find:
 * @store: a store
 * @id: the id of an organisation
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the organisation
 */
AcademyItem *
academy_organisations_find (AcademyStore  *store,
                            const char    *id,
                            GError       **error)
{
  return academy_store_get (store, &academy_organisation_kind, id, error);
}

#define HAS(kind) "EXISTS (SELECT 1 FROM \"" kind "\" WHERE \"organisation\" = ?1)"
#define HAS_ONE(kind, condition) "EXISTS (SELECT 1 FROM \"" kind "\" WHERE \"organisation\" = ?1 AND " condition ")"

#define IS_APPROVED \
  "(" HAS_ONE ("board_item", "\"outcome\" IN ('approved', 'approved_with_changes')") \
  " OR \"status\" IN ('approved', 'approved_with_changes', 'archived'))"

/* The closing event has been, or without one the last day of the programme. */
#define IS_OVER \
  "coalesce ((SELECT max (" ACADEMY_LAST_DAY ("coalesce (\"end\", \"start\")") ") FROM \"event\" WHERE \"type\" = 'closing'), " \
  "(SELECT \"end\" FROM \"programme\"), '') < ?2"

/* What has been recorded at least when an organisation is at a stage, the latest
 * first, by ?2, the day by which the programme is judged. */
static const struct {
  const char *stage;
  const char *evidence;
} stages[] = {
  { "aftercare", IS_APPROVED " AND " IS_OVER },
  { "closing", IS_APPROVED },
  { "board",
    HAS_ONE ("board_item", "(\"outcome\" IS NOT NULL OR " ACADEMY_LAST_DAY ("\"meeting_date\"") " <= ?2)")
    " OR \"status\" IN ('ready_for_board', 'presented', 'returned')" },
  { "pilot", HAS_ONE ("pilot", "\"status\" <> 'designed'") },
  { "sparring_2",
    HAS_ONE ("session", "\"held\" IS NOT NULL AND \"number\" > 1") " OR " HAS ("pilot") " OR "
    HAS_ONE ("measure", "\"status\" IN ('in_progress', 'done')") },
  { "sparring_1",
    HAS_ONE ("session", "\"held\" IS NOT NULL") " OR \"status\" IN ('in_sparring', 'revised') OR "
    HAS ("opportunity") " OR " HAS ("measure") },
  { "kickoff",
    HAS_ONE ("pre_assignment", "\"returned\" IS NOT NULL") " OR " HAS_ONE ("session", "\"start\" IS NOT NULL") " OR "
    HAS ("goal") " OR " HAS ("challenge") },
  { "pre_assignment", HAS ("pre_assignment") " OR " HAS_ONE ("application", "\"decision\" = 'accepted'") },
  { "selection", HAS_ONE ("application", "(\"interview\" IS NOT NULL OR \"decision\" IS NOT NULL)") },
  { "application", HAS ("application") },
};

/* The kinds that a stage is found from; of some only that there are any counts, and
 * the status of measures. */
static const struct {
  const AcademyKind *kind;
  gboolean           is_counted;
} evident_kinds[] = {
  { &academy_organisation_kind, FALSE },
  { &academy_plan_kind, FALSE },
  { &academy_application_kind, FALSE },
  { &academy_pre_assignment_kind, FALSE },
  { &academy_goal_kind, TRUE },
  { &academy_challenge_kind, TRUE },
  { &academy_opportunity_kind, TRUE },
  { &academy_measure_kind, TRUE },
  { &academy_session_kind, FALSE },
  { &academy_pilot_kind, FALSE },
  { &academy_board_item_kind, FALSE },
};

/* Whether the stages of all may have changed: those of the programme decide when it
 * is over. */
static gboolean
touch_all (const AcademyChanges *changes)
{
  return academy_changes_touch (changes, &academy_programme_kind) || academy_changes_touch (changes, &academy_event_kind);
}

static gboolean
is_evident (const AcademyChange *change)
{
  for (guint i = 0; i < G_N_ELEMENTS (evident_kinds); i++)
    if (evident_kinds[i].kind == change->kind)
      return !evident_kinds[i].is_counted || change->type != ACADEMY_CHANGE_CHANGED;

  return FALSE;
}

/* Returns the bits of the fields by which an item is late. */
static guint64
get_lateness (const AcademyKind *kind)
{
  const char *names[] = { kind->status, kind->done, kind->end, "certainty" };
  guint64 bits = 0;

  if ((kind->flags & ACADEMY_KIND_WORK) == 0)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const AcademyField *field = names[i] != NULL ? academy_kind_find_field (kind, names[i]) : NULL;

      if (field != NULL)
        bits |= academy_kind_get_bit (kind, field);
    }

  return bits;
}

/**
 * academy_organisations_get_changed:
 * @changes: changes of a store
 *
 * Returns: (transfer container) (nullable) (element-type utf8): the set of the ids
 *   of the organisations of which the name, the stage or what is late may have
 *   changed; %NULL when it may be any
 */
GHashTable *
academy_organisations_get_changed (const AcademyChanges *changes)
{
  GHashTable *changed;

  if (academy_changes_is_everything (changes) || touch_all (changes))
    return NULL;

  changed = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);

      if (is_evident (change) || (change->fields & get_lateness (change->kind)) != 0)
        g_hash_table_add (changed, (gpointer) change->organisation);
    }

  return changed;
}

/**
 * academy_organisations_touch_stage:
 * @changes: changes of a store
 *
 * Returns: whether the name or the stage of any organisation may have changed
 */
gboolean
academy_organisations_touch_stage (const AcademyChanges *changes)
{
  for (guint i = 0; i < G_N_ELEMENTS (evident_kinds); i++)
    if (academy_changes_touch (changes, evident_kinds[i].kind))
      return TRUE;

  return touch_all (changes);
}

/* The columns of an organisation that its stage is told by. */
typedef struct {
  char *stage;
  char *status;
} Told;

static void
take_told (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  Told *told = data;

  told->stage = g_strdup (academy_database_find_text (row, 0));
  told->status = g_strdup (academy_database_find_text (row, 1));
}

static char *
dup_label (const AcademyKind     *kind,
           const char            *name,
           const char            *token,
           const AcademyLanguage *language)
{
  const AcademyChoice *choice = academy_field_find_choice (academy_kind_find_field (kind, name), token);

  return g_strdup (choice != NULL ? academy_language_translate (language, choice->label) : "");
}

/**
 * academy_organisations_dup_stage:
 * @store: a store
 * @organisation: the id of an organisation
 * @language: the language to use
 * @error: return location for an error
 *
 * Finds the stage of an organisation: the one that somebody chose, or else the latest
 * that something has been recorded of, by the day by which the programme is judged:
 *
 * - aftercare: the board has approved the plan, and the closing event of the programme
 *   has been; without one, the last day of the programme has passed
 * - closing: the board has approved the plan
 * - board: a board item has an outcome, the day of its meeting has come, or the status
 *   of the plan says that it is ready for the board
 * - pilot: a pilot has begun
 * - sparring 2: a second session was held, measures have begun, or there is a pilot
 * - sparring 1: a session was held, or there are opportunities or measures
 * - kick-off: the pre-assignment was returned, a session has a time, or there are goals
 *   or challenges
 * - pre-assignment: there is one, or the application was accepted
 * - selection: there is an interview or a decision
 * - application: there is one
 *
 * What is only planned, such as the day of a board meeting, is no evidence of a
 * stage. The stage of an organisation that was never before its board stays where its
 * work is, even when the programme is over.
 *
 * Returns: (transfer full): the stage of @organisation; the status of its plan when
 *   nothing has been recorded, and empty without a plan
 */
char *
academy_organisations_dup_stage (AcademyStore           *store,
                                 const char             *organisation,
                                 const AcademyLanguage  *language,
                                 GError                **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT coalesce (\"stage\", CASE");
  g_autofree char *day = academy_date_day_to_text (academy_store_get_day (store));
  const char *texts[] = { organisation, day };
  Told told = { NULL };
  char *label = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    g_string_append_printf (sql, " WHEN %s THEN '%s'", stages[i].evidence, stages[i].stage);
  g_string_append (sql, " END), \"status\" FROM \"organisation\" LEFT JOIN \"plan\" ON \"organisation\" = ?1 "
                   "WHERE \"organisation\".\"id\" = ?1");

  if (academy_store_query (store, sql->str, texts, G_N_ELEMENTS (texts), take_told, &told, error))
    label = told.stage != NULL ? dup_label (&academy_organisation_kind, "stage", told.stage, language)
                               : dup_label (&academy_plan_kind, "status", told.status, language);

  g_free (told.stage);
  g_free (told.status);
  return label;
}
