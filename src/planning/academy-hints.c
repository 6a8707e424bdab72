/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-hints-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-board-date.h"
#include "academy-calendar.h"
#include "academy-collation.h"
#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-span.h"
#include "academy-status.h"
#include "academy-store-query.h"

G_DEFINE_BOXED_TYPE (AcademyHint, academy_hint, academy_hint_copy, academy_hint_free)

AcademyHint *
academy_hint_copy (const AcademyHint *self)
{
  AcademyHint *copy = g_new (AcademyHint, 1);

  *copy = *self;
  copy->organisation = g_strdup (self->organisation);
  copy->item = g_strdup (self->item);
  copy->other = g_strdup (self->other);
  copy->text = g_strdup (self->text);
  copy->key = g_strdup (self->key);

  return copy;
}

void
academy_hint_free (AcademyHint *self)
{
  g_free (self->organisation);
  g_free (self->item);
  g_free (self->other);
  g_free (self->text);
  g_free (self->key);
  g_free (self);
}

static GPtrArray *
create_hints (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) academy_hint_free);
}

/* Adds a hint and takes ownership of @text. */
AcademyHint *
academy_hints_add (AcademyHintsReader *self,
                   AcademyHintType     type,
                   const char         *organisation,
                   const AcademyKind  *kind,
                   AcademyDay          day,
                   char               *text)
{
  AcademyHint *hint = g_new0 (AcademyHint, 1);

  hint->type = type;
  hint->organisation = g_strdup (organisation);
  hint->kind = kind;
  hint->day = day;
  hint->text = text;
  hint->key = academy_collation_make_key (text);
  g_ptr_array_add (self->hints, hint);

  return hint;
}

static void
check_day (AcademyHintsReader *self,
           const char         *organisation,
           AcademyItem        *item,
           const char         *title,
           AcademyDay          day)
{
  const char *reason;
  g_autofree char *text = NULL;
  GDate date = academy_date_from_julian (day);

  reason = academy_calendar_get_day_off (day);
  if (reason == NULL)
    return;

  text = academy_language_format_date (self->language, &date);
  /* Translators: a title, a date, and a holiday or a day of the week:
   * “Sparring 1” falls on a day off: 6 Dec 2021 (Independence Day). */
  academy_hints_add (self, ACADEMY_HINT_DAY_OFF, organisation, academy_item_get_kind (item), day,
                     g_strdup_printf (academy_language_translate (self->language,
                                                                  N_("“%s” falls on a day off: %s (%s).")),
                                      title, text, academy_language_translate (self->language, reason)))
    ->item = g_strdup (academy_item_get_id (item));
}

/* Checks an item of one known day, unless it has been held already. */
static void
check_item (AcademyHintsReader *self,
            const char         *organisation,
            AcademyItem        *item)
{
  g_autofree char *title = academy_translations_dup_title (self->translations, item, self->language);
  AcademySpan span;

  if (!academy_span_get (item, &span) || span.unsure || span.start == 0 ||
      (span.end != 0 && span.end != span.start) ||
      academy_status_is_finished (academy_status_get (item)))
    return;

  check_day (self, organisation, item, title, span.start);
}

/* Checks all items of a role that people gather for. */
static gboolean
check_gatherings (AcademyHintsReader *self,
                  AcademyTimeRole     role,
                  const char         *owner,
                  const char         *organisation,
                  GError            **error)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) items = NULL;

      if ((*kind)->role != role || ((*kind)->flags & ACADEMY_KIND_GATHERING) == 0)
        continue;

      items = academy_store_get_all (self->store, *kind, owner, error);
      if (items == NULL)
        return FALSE;
      for (guint i = 0; i < items->len; i++)
        check_item (self, organisation, g_ptr_array_index (items, i));
    }

  return TRUE;
}

static gboolean
check_organisation (AcademyHintsReader *self,
                    AcademyItem        *organisation,
                    GError            **error)
{
  const char *id = academy_item_get_id (organisation);
  const AcademyField *field = academy_kind_find_field (&academy_organisation_kind, "board_date");
  AcademyDay board;

  if (!check_gatherings (self, ACADEMY_TIME_MEETING, id, id, error) ||
      !academy_board_date_read (&board, self->store, id, academy_store_get_day (self->store), error))
    return FALSE;

  if (board != 0)
    check_day (self, id, organisation, academy_language_translate (self->language, field->label), board);
  return TRUE;
}

/* Returns the title of a measure, whose id and title as it was written are in a row. */
static const char *
get_title (AcademyHintsReader *self,
           sqlite3_stmt       *row,
           int                 column)
{
  const char *title = academy_translations_find_title (self->translations, &academy_measure_kind,
                                                       academy_database_get_text (row, column));

  return title != NULL ? title : academy_database_get_text (row, column + 1);
}

static void
check_dependency (AcademyStore *store,
                  sqlite3_stmt *row,
                  gpointer      data)
{
  AcademyHintsReader *self = data;
  AcademyDay start = academy_database_get_day (row, 5);
  gint64 days = (gint64) academy_database_get_day (row, 6) + 1 + sqlite3_column_int (row, 7) - start;
  AcademyHint *hint;

  if (days <= 0)
    return;

  /* Translators: a measure, a number of days, the measure that it waits for */
  hint = academy_hints_add (self, ACADEMY_HINT_DEPENDENCY, academy_database_get_text (row, 0),
                            &academy_measure_kind, start,
                            g_strdup_printf (academy_language_translate_n (self->language,
                                               "“%s” starts %d day too early: it waits for “%s”.",
                                               "“%s” starts %d days too early: it waits for “%s”.", days),
                                             get_title (self, row, 1), (int) days, get_title (self, row, 3)));
  hint->item = g_strdup (academy_database_get_text (row, 1));
  hint->other = g_strdup (academy_database_get_text (row, 3));
}

/* Leaves out finished measures: they wait for nothing, and no measure waits for
 * them. A cross join reads the later measure first: many of them start before the
 * days that are of interest. */
static gboolean
read_dependencies (AcademyHintsReader *self,
                   GError            **error)
{
  g_autofree char *finished = academy_status_dup_tokens (&academy_measure_kind, ACADEMY_STATUSES_FINISHED);
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"dependency\".\"organisation\", \"later\".\"id\", \"later\".\"title\", "
    "\"earlier\".\"id\", \"earlier\".\"title\", \"later\".\"start\", \"earlier\".\"end\", \"lag\" FROM \"dependency\" "
    "CROSS JOIN \"measure\" AS \"later\" ON \"later\".\"id\" = \"successor\" "
    "CROSS JOIN \"measure\" AS \"earlier\" ON \"earlier\".\"id\" = \"predecessor\" "
    "WHERE \"dependency\".\"organisation\" = ?1 AND \"later\".\"start\" >= ?2 AND \"earlier\".\"end\" IS NOT NULL "
    "AND \"earlier\".\"status\" NOT IN %1$s AND \"later\".\"status\" NOT IN %1$s", finished);
  const char *texts[] = { self->organisation, self->since };

  return academy_store_query (self->store, sql, texts, G_N_ELEMENTS (texts), check_dependency, self, error);
}

static gint
compare_hints (gconstpointer a,
               gconstpointer b)
{
  const AcademyHint *first = *(AcademyHint **) a;
  const AcademyHint *second = *(AcademyHint **) b;
  int order;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->type != second->type)
    return (int) first->type - (int) second->type;

  order = strcmp (first->key, second->key);
  return order != 0 ? order : g_strcmp0 (first->organisation, second->organisation);
}

/* Reads the hints that are about one organisation alone. */
static gboolean
read_own (AcademyHintsReader *self,
          const char         *organisation,
          GError            **error)
{
  g_autoptr(AcademyItem) item = academy_organisations_find (self->store, organisation, error);

  self->organisation = organisation;
  return item != NULL && check_organisation (self, item, error) && academy_hints_read_load (self, error) &&
         read_dependencies (self, error) && academy_hints_read_procurements (self, error);
}

/* Reads such hints of all organisations. */
static gboolean
read_own_of_all (AcademyHintsReader *self,
                 GError            **error)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (self->store, error);

  for (guint i = 0; organisations != NULL && i < organisations->len; i++)
    if (!read_own (self, academy_item_get_id (g_ptr_array_index (organisations, i)), error))
      return FALSE;

  self->organisation = NULL;
  return organisations != NULL;
}

/* Reads the hints about several organisations, or none. */
static gboolean
read_common (AcademyHintsReader *self,
             GError            **error)
{
  return academy_hints_read_clashes (self, error) &&
         (self->organisation != NULL || check_gatherings (self, ACADEMY_TIME_FRAME, NULL, NULL, error));
}

static void
take_id (AcademyStore *store,
         sqlite3_stmt *row,
         gpointer      ids)
{
  g_hash_table_add (ids, g_strdup (academy_database_get_text (row, 0)));
}

/* Reads the ids of the organisations that the timeline of the programme shows. */
static GHashTable *
read_shown (AcademyStore  *store,
            GError       **error)
{
  g_autoptr(GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!academy_store_query (store, "SELECT \"id\" FROM \"organisation\" WHERE NOT \"archived\"", NULL, 0, take_id, shown, error))
    return NULL;

  return g_steal_pointer (&shown);
}

static void
leave_out_others (GPtrArray  *hints,
                  GHashTable *shown)
{
  for (guint i = hints->len; i > 0; i--)
    {
      const AcademyHint *hint = g_ptr_array_index (hints, i - 1);

      if (hint->organisation != NULL && !g_hash_table_contains (shown, hint->organisation))
        g_ptr_array_remove_index (hints, i - 1);
    }
}

/**
 * academy_hints_read:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all of
 *   them and the events of the programme
 * @translations: (nullable): the titles to show, or %NULL for those that were written
 * @language: the language of the texts
 * @error: return location for an error
 *
 * Finds dates that do not go together: days off (see
 * academy_calendar_get_holiday()), mentors in two places at once, owner roles
 * with more person-days in a month than it has working days, measures that
 * start before their predecessors allow, and procurements that are late. The
 * person-days of a measure count as spread evenly over its working days. Hints are
 * computed and never stored.
 *
 * Returns: (transfer full) (element-type AcademyHint): the hints, by day
 */
GPtrArray *
academy_hints_read (AcademyStore               *store,
                    const char                 *organisation,
                    const AcademyTranslations  *translations,
                    const AcademyLanguage      *language,
                    GError                    **error)
{
  g_autoptr(GPtrArray) hints = create_hints ();
  AcademyHintsReader self = {
    .store = store,
    .since = "",
    .translations = translations,
    .language = language,
    .hints = hints,
  };

  if (!(organisation != NULL ? read_own (&self, organisation, error) : read_own_of_all (&self, error)) ||
      !read_common (&self, error))
    return NULL;
  if (organisation == NULL)
    {
      g_autoptr(GHashTable) shown = read_shown (store, error);

      if (shown == NULL)
        return NULL;
      leave_out_others (hints, shown);
    }

  g_ptr_array_sort (hints, compare_hints);
  return g_steal_pointer (&hints);
}

/* Reads the hints that are about @organisation alone, without what has passed by
 * @since, in no order. */
GPtrArray *
academy_hints_read_own (AcademyStore           *store,
                        const char             *organisation,
                        AcademyDay              since,
                        const AcademyLanguage  *language,
                        GError                **error)
{
  g_autoptr(GPtrArray) hints = create_hints ();
  g_autofree char *text = academy_date_day_to_text (since);
  AcademyHintsReader self = {
    .store = store,
    .since = text,
    .language = language,
    .hints = hints,
  };

  return read_own (&self, organisation, error) ? g_steal_pointer (&hints) : NULL;
}

/* Reads the hints about several organisations or none, in no order: those that are
 * about @organisation, too, or all for %NULL. */
GPtrArray *
academy_hints_read_common (AcademyStore           *store,
                           const char             *organisation,
                           const AcademyLanguage  *language,
                           GError                **error)
{
  g_autoptr(GPtrArray) hints = create_hints ();
  AcademyHintsReader self = {
    .store = store,
    .organisation = organisation,
    .since = "",
    .language = language,
    .hints = hints,
  };

  return read_common (&self, error) ? g_steal_pointer (&hints) : NULL;
}

/* Moves the hints of two sorted arrays into one, those of the first only as far as
 * they are about an organisation that did not change. */
static GPtrArray *
merge (GPtrArray  *before,
       GHashTable *changed,
       GPtrArray  *read)
{
  GPtrArray *merged = g_ptr_array_new_full (before->len + read->len, (GDestroyNotify) academy_hint_free);
  guint next = 0;

  for (guint i = 0; i < before->len; i++)
    {
      AcademyHint *hint = g_ptr_array_index (before, i);

      if (hint->type == ACADEMY_HINT_CLASH || hint->organisation == NULL ||
          g_hash_table_contains (changed, hint->organisation))
        {
          academy_hint_free (hint);
          continue;
        }

      while (next < read->len && compare_hints (&read->pdata[next], &before->pdata[i]) < 0)
        g_ptr_array_add (merged, read->pdata[next++]);
      g_ptr_array_add (merged, hint);
    }
  while (next < read->len)
    g_ptr_array_add (merged, read->pdata[next++]);

  g_ptr_array_set_free_func (before, NULL);
  g_ptr_array_set_free_func (read, NULL);
  return merged;
}

/**
 * academy_hints_update:
 * @hints: (transfer full): the hints of all organisations, from
 *   academy_hints_read()
 * @store: a store
 * @changed: (element-type utf8): the set of the ids of the organisations that
 *   changed since, see academy_changes_get_organisations()
 * @language: the language of the texts
 * @error: return location for an error
 *
 * Reads again the hints about @changed, and those about several organisations or
 * none, which are few.
 *
 * Returns: (transfer full) (element-type AcademyHint): the hints as they are now
 */
GPtrArray *
academy_hints_update (GPtrArray             *hints,
                      AcademyStore          *store,
                      GHashTable            *changed,
                      const AcademyLanguage *language,
                      GError               **error)
{
  g_autoptr(GPtrArray) before = hints;
  g_autoptr(GPtrArray) read = create_hints ();
  AcademyHintsReader self = {
    .store = store,
    .since = "",
    .language = language,
    .hints = read,
  };
  g_autoptr(GHashTable) shown = read_shown (store, error);
  GHashTableIter iterator;
  gpointer organisation;

  if (shown == NULL || !read_common (&self, error))
    return NULL;

  g_hash_table_iter_init (&iterator, changed);
  while (g_hash_table_iter_next (&iterator, &organisation, NULL))
    if (g_hash_table_contains (shown, organisation) && !read_own (&self, organisation, error))
      return NULL;

  leave_out_others (read, shown);
  g_ptr_array_sort (read, compare_hints);
  return merge (before, changed, read);
}
