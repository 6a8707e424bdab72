/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-describe.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"

/* Texts of an item in lists that need other items, too. */

/* “Title: 62 → 42 g” for each indicator of a goal. */
static char *
describe_indicators (AcademyStore *store,
                     AcademyItem  *goal)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) indicators =
    academy_store_get_all (store, &academy_indicator_kind, academy_item_get_id (goal), &error);
  g_autoptr(GString) text = g_string_new (NULL);

  if (indicators == NULL)
    {
      academy_store_report (store, error);
      return g_strdup ("");
    }

  for (guint i = 0; i < indicators->len; i++)
    {
      g_autofree char *title = academy_item_dup_title (g_ptr_array_index (indicators, i), language);
      g_autofree char *levels = academy_item_dup_subtitle (g_ptr_array_index (indicators, i), language);

      g_string_append_printf (text, *levels != '\0' ? "%s%s: %s" : "%s%s%s", i > 0 ? "\n" : "", title, levels);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Formats the role, and the person in it when known. */
static char *
describe_participation (AcademyStore *store,
                        AcademyItem  *participation)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const char *id = academy_item_get_text (participation, "person");
  g_autofree char *role = academy_item_dup_subtitle (participation, language);
  g_autoptr(AcademyItem) person = id != NULL ? academy_store_get (store, &academy_person_kind, id, NULL) : NULL;
  g_autofree char *name = person != NULL ? academy_item_dup_title (person, language) : NULL;

  if (name == NULL)
    return g_steal_pointer (&role);
  if (*role == '\0')
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s · %s", role, name);
}

static AcademyItem *
get_end (AcademyStore *store,
         AcademyItem  *dependency,
         const char   *name)
{
  g_autoptr(GError) error = NULL;
  AcademyItem *measure = academy_store_get (store, &academy_measure_kind, academy_item_get_text (dependency, name), &error);

  if (measure == NULL)
    academy_store_report (store, error);
  return measure;
}

/* Formats the lag between the end of the predecessor and the start of its
 * successor. */
static char *
describe_lag (AcademyItem *dependency)
{
  gint64 lag = academy_item_get_number (dependency, "lag");

  if (lag == ACADEMY_UNSET || lag == 0)
    return NULL;
  if (lag > 0)
    return g_strdup_printf (ngettext ("Then %d day of waiting", "Then %d days of waiting", lag), (int) lag);

  return g_strdup_printf (ngettext ("May overlap by %d day", "May overlap by %d days", -lag), (int) -lag);
}

static char *
describe_dependency (AcademyStore *store,
                     AcademyItem  *dependency)
{
  g_autoptr(AcademyItem) predecessor = get_end (store, dependency, "predecessor");
  const GDate *end = predecessor != NULL ? academy_item_get_date (predecessor, "end") : NULL;
  g_autofree char *date = end != NULL ? academy_language_format_date (academy_language_get_default (), end) : NULL;
  /* Translators: the date on which the measure ends that this one depends on */
  g_autofree char *until = date != NULL ? g_strdup_printf (_("Ends on %s"), date) : g_strdup (_("No end date"));
  g_autofree char *lag = describe_lag (dependency);

  return lag != NULL ? g_strdup_printf ("%s · %s", until, lag) : g_steal_pointer (&until);
}

/**
 * academy_describe:
 * @store: a store
 * @item: an item in it
 *
 * Returns: (transfer full): the text below the title of @item in a list; perhaps
 *   empty
 */
char *
academy_describe (AcademyStore *store,
                  AcademyItem  *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  if (kind == &academy_dependency_kind)
    return describe_dependency (store, item);
  if (kind == &academy_goal_kind)
    return describe_indicators (store, item);
  if (kind == &academy_participation_kind)
    return describe_participation (store, item);

  return academy_item_dup_subtitle (item, academy_language_get_default ());
}

/**
 * academy_describe_apart:
 * @store: a store
 * @item: an item in it
 *
 * Returns: (transfer full): a text that tells @item from others with the same
 *   title in a list of titles; perhaps empty
 */
char *
academy_describe_apart (AcademyStore *store,
                        AcademyItem  *item)
{
  return academy_item_get_kind (item) == &academy_participation_kind ? describe_participation (store, item) : g_strdup ("");
}

/**
 * academy_describe_title:
 * @store: a store
 * @item: an item in it
 *
 * A dependency is named after its predecessor.
 *
 * Returns: (transfer full): the title of @item in a list
 */
char *
academy_describe_title (AcademyStore *store,
                        AcademyItem  *item)
{
  g_autoptr(AcademyItem) predecessor = NULL;

  if (academy_item_get_kind (item) == &academy_dependency_kind)
    predecessor = get_end (store, item, "predecessor");

  return academy_item_dup_title (predecessor != NULL ? predecessor : item, academy_language_get_default ());
}

/**
 * academy_describe_whole:
 * @store: a store
 * @item: an item in it
 *
 * Returns: (transfer full) (nullable): a description of @item without its
 *   context, if its form gives none: the measures of a dependency
 */
char *
academy_describe_whole (AcademyStore *store,
                        AcademyItem  *item)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(AcademyItem) predecessor = NULL;
  g_autoptr(AcademyItem) successor = NULL;
  g_autofree char *first = NULL;
  g_autofree char *then = NULL;

  if (academy_item_get_kind (item) != &academy_dependency_kind)
    return NULL;

  predecessor = get_end (store, item, "predecessor");
  successor = get_end (store, item, "successor");
  if (predecessor == NULL || successor == NULL)
    return NULL;

  first = academy_item_dup_title (predecessor, language);
  then = academy_item_dup_title (successor, language);
  /* Translators: the titles of two measures, of which the second comes first */
  return g_strdup_printf (_("“%s” depends on “%s”"), then, first);
}

/**
 * academy_describe_is_affected:
 * @kind: the kind of the listed items
 * @changes: the changes of an edit
 *
 * Returns: whether the texts of items of @kind may have changed
 */
gboolean
academy_describe_is_affected (const AcademyKind    *kind,
                              const AcademyChanges *changes)
{
  static const struct {
    const AcademyKind *kind;
    const AcademyKind *told;
  } others[] = {
    { &academy_goal_kind, &academy_indicator_kind },
    { &academy_participation_kind, &academy_person_kind },
    { &academy_dependency_kind, &academy_measure_kind },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].kind == kind && academy_changes_touch (changes, others[i].told))
      return TRUE;

  return academy_changes_touch (changes, kind);
}
