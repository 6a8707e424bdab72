/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-describe.h"

#include <glib/gi18n-lib.h>

#include "academy-indicator.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-privacy.h"

/* More roles of a person than these are only counted. */
#define MOST_ROLES 2

/* Makes the texts of an item in lists that depend on other items too, such as the
 * targets of its links. Its kind says which. */

/* Returns the item that a link of @item leads to, or %NULL. */
static AcademyItem *
get_linked (AcademyStore *store,
            AcademyItem  *item,
            const char   *name)
{
  g_autoptr(GError) error = NULL;
  AcademyItem *linked = name != NULL ? academy_store_get_linked (store, item, name, &error) : NULL;

  if (error != NULL)
    academy_store_report (store, error);
  return linked;
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
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyKind *kind = academy_item_get_kind (item);
  g_autofree char *own = academy_item_dup_subtitle (item, language);
  g_autoptr(GString) text = g_string_new (own);

  for (const char * const *name = kind->subtitle; *name != NULL; name++)
    if (academy_kind_find_field (kind, *name)->type == ACADEMY_LINK)
      {
        g_autoptr(AcademyItem) linked = get_linked (store, item, *name);
        g_autofree char *title = linked != NULL ? academy_item_dup_title (linked, language) : g_strdup ("");

        g_string_append_printf (text, "%s%s", text->len > 0 && *title != '\0' ? " · " : "", title);
      }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Returns the newest reading of an indicator that has a value, or %NULL. */
static AcademyItem *
find_newest (AcademyStore *store,
             AcademyItem  *indicator)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) readings = academy_store_get_all (store, &academy_reading_kind, academy_item_get_id (indicator), &error);
  const AcademyField *value = academy_kind_find_field (&academy_reading_kind, "value");

  if (readings == NULL)
    academy_store_report (store, error);
  for (guint i = readings != NULL ? readings->len : 0; i > 0; i--)
    if (academy_value_is_set (value, academy_item_get_value (readings->pdata[i - 1], value)))
      return g_object_ref (readings->pdata[i - 1]);

  return NULL;
}

/* Makes the text of an item without its parts; that of an indicator has its newest
 * reading between the baseline and the target: “62 → 55 → 42 g”. */
static char *
describe_own (AcademyStore *store,
              AcademyItem  *item)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(AcademyItem) newest =
    academy_item_get_kind (item) == &academy_indicator_kind ? find_newest (store, item) : NULL;
  g_autofree char *value = newest != NULL ? academy_item_dup_title (newest, language) : NULL;
  g_autofree char *baseline = NULL;
  g_autofree char *target = NULL;
  g_autoptr(GString) text = NULL;
  const char *levels[3];

  if (value == NULL)
    return academy_describe_apart (store, item);

  baseline = academy_indicator_dup_level (item, "baseline", language);
  target = academy_indicator_dup_level (item, "target", language);
  levels[0] = baseline;
  levels[1] = g_strcmp0 (baseline, value) != 0 ? value : NULL;
  levels[2] = target;
  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " → " : "", levels[i]);
  if (academy_item_get_text (item, "unit") != NULL)
    g_string_append_printf (text, " %s", academy_item_get_text (item, "unit"));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Appends a line for each part that the kind tells of, such as “Title: 62 → 42 g”. */
static char *
describe_parts (AcademyStore *store,
                AcademyItem  *item)
{
  const AcademyKind *kind = academy_kind_find (academy_item_get_kind (item)->tells);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) parts = academy_store_get_all (store, kind, academy_item_get_id (item), &error);
  g_autofree char *own = describe_own (store, item);
  g_autoptr(GString) text = g_string_new (own);

  if (parts == NULL)
    {
      academy_store_report (store, error);
      return g_strdup (own);
    }

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *title = academy_describe_title (store, g_ptr_array_index (parts, i));
      g_autofree char *subtitle = describe_own (store, g_ptr_array_index (parts, i));

      g_string_append_printf (text, *subtitle != '\0' ? "%s%s: %s" : "%s%s%s", text->len > 0 ? "\n" : "", title, subtitle);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Appends the roles of a person: “City of Turku: KEINO mentor”. */
static char *
describe_person (AcademyStore *store,
                 AcademyItem  *person)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyKind *kind = &academy_participation_kind;
  AcademyQuery query = { .link = academy_kind_find_field (kind, "person"), .target = academy_item_get_id (person) };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) roles = academy_store_find (store, kind, &query, &error);
  g_autofree char *own = academy_describe_apart (store, person);
  g_autoptr(GString) text = g_string_new (own);

  for (guint i = 0; roles != NULL && i < MIN (roles->len, MOST_ROLES); i++)
    {
      g_autoptr(AcademyItem) role = academy_store_get (store, kind, g_ptr_array_index (roles, i), &error);
      g_autoptr(AcademyItem) organisation = role != NULL ? academy_store_get_owner (store, role, &error) : NULL;
      g_autofree char *name = organisation != NULL ? academy_organisation_dup_short_name (organisation, language) : NULL;
      g_autofree char *title = role != NULL ? academy_item_dup_title (role, language) : NULL;

      if (name == NULL)
        break;
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", name, title);
    }
  if (roles != NULL && roles->len > MOST_ROLES)
    {
      guint n_more = roles->len - MOST_ROLES;
      /* Translators: how many more roles a person has than those that stand before */
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

      g_string_append_printf (text, " · %s", more);
    }

  if (error != NULL)
    academy_store_report (store, error);
  return g_string_free_and_steal (g_steal_pointer (&text));
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
  g_autoptr(AcademyItem) first = get_linked (store, item, kind->joins[0]);

  if (kind->dup_joint != NULL)
    return kind->dup_joint (item, first, academy_language_get_default ());

  if (kind == &academy_person_kind)
    return describe_person (store, item);

  return kind->tells != NULL ? describe_parts (store, item) : academy_describe_apart (store, item);
}

/**
 * academy_describe_title:
 * @store: a store
 * @item: an item in it
 *
 * Returns: (transfer full): the title of @item in a list; that of the first of the
 *   two items which @item joins, and that of a reading with the unit of its indicator.
 *   While others see the screen, that of a private item tells nothing
 */
char *
academy_describe_title (AcademyStore *store,
                        AcademyItem  *item)
{
  g_autoptr(AcademyItem) first = get_linked (store, item, academy_item_get_kind (item)->joins[0]);
  g_autoptr(AcademyItem) indicator =
    academy_item_get_kind (item) == &academy_reading_kind ? academy_store_get_owner (store, item, NULL) : NULL;
  const char *unit = indicator != NULL ? academy_item_get_text (indicator, "unit") : NULL;
  g_autofree char *title = academy_item_dup_title (first != NULL ? first : item, academy_language_get_default ());

  if (academy_privacy_hides (store, item))
    return g_strdup (_("Private note"));

  return unit != NULL && *title != '\0' ? g_strconcat (title, " ", unit, NULL) : g_steal_pointer (&title);
}

/**
 * academy_describe_line:
 * @store: a store
 * @item: an item in it
 *
 * Returns: (transfer full): the title of @item in a list that has no more than titles,
 *   which marks what is private
 */
char *
academy_describe_line (AcademyStore *store,
                       AcademyItem  *item)
{
  g_autofree char *title = academy_describe_title (store, item);

  if (!academy_item_is_confidential (item) || academy_privacy_hides (store, item))
    return g_steal_pointer (&title);

  /* Translators: the title of a private note in a list */
  return g_strdup_printf (_("Private: %s"), title);
}

/**
 * academy_describe_whole:
 * @store: a store
 * @item: an item in it
 *
 * Returns: (transfer full) (nullable): a description of @item without its
 *   context, if its form gives none: the items that it joins
 */
char *
academy_describe_whole (AcademyStore *store,
                        AcademyItem  *item)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyKind *kind = academy_item_get_kind (item);
  g_autoptr(AcademyItem) first = get_linked (store, item, kind->joins[0]);
  g_autoptr(AcademyItem) second = get_linked (store, item, kind->joins[1]);
  g_autofree char *first_title = NULL;
  g_autofree char *second_title = NULL;

  if (first == NULL || second == NULL || kind->dup_sentence == NULL)
    return NULL;

  first_title = academy_item_dup_title (first, language);
  second_title = academy_item_dup_title (second, language);
  return kind->dup_sentence (first_title, second_title, language);
}

/* Whether an edit changed an item to which the field may link, whose title is in
 * the text of a row. */
static gboolean
touches_link (const AcademyKind    *kind,
              const char           *name,
              const AcademyChanges *changes)
{
  const AcademyField *field = name != NULL ? academy_kind_find_field (kind, name) : NULL;

  return field != NULL && field->type == ACADEMY_LINK && academy_changes_touch (changes, academy_kind_find (field->target));
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
  for (const char * const *name = kind->subtitle; *name != NULL; name++)
    if (touches_link (kind, *name, changes))
      return TRUE;

  for (const AcademyKind *part = kind; part->tells != NULL; part = academy_kind_find (part->tells))
    if (academy_changes_touch (changes, academy_kind_find (part->tells)))
      return TRUE;

  if (kind == &academy_reading_kind && academy_changes_touch (changes, &academy_indicator_kind))
    return TRUE;
  if (kind == &academy_person_kind &&
      (academy_changes_touch (changes, &academy_participation_kind) || academy_changes_touch (changes, &academy_organisation_kind)))
    return TRUE;

  return academy_changes_touch (changes, kind) || touches_link (kind, kind->joins[0], changes);
}
