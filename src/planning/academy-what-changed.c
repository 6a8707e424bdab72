/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-what-changed-private.h"

#include <glib/gi18n-lib.h>

#include "academy-collation.h"
#include "academy-instant.h"
#include "academy-kinds.h"
#include "academy-past.h"
#include "academy-span.h"
#include "academy-stamp.h"
#include "academy-status.h"
#include "academy-store-query.h"

/* What changed between two moments: the net of the history, told in sentences. */

void
academy_changed_free (AcademyChanged *self)
{
  g_free (self->item);
  g_free (self->organisation);
  g_free (self->title);
  g_free (self->before);
  g_free (self->after);
  g_free (self->text);
  g_free (self);
}

/**
 * academy_changed_get_name:
 * @type: what changed
 *
 * Returns: (transfer none): its name for programs
 */
const char *
academy_changed_get_name (AcademyChangedType type)
{
  static const char * const names[] = {
    [ACADEMY_CHANGED_DATE_OF_MEETING] = "date_of_meeting",
    [ACADEMY_CHANGED_DROPPED] = "dropped",
    [ACADEMY_CHANGED_LATE] = "late",
    [ACADEMY_CHANGED_MOVED] = "moved",
    [ACADEMY_CHANGED_STATUS] = "status",
    [ACADEMY_CHANGED_PROGRESS] = "progress",
    [ACADEMY_CHANGED_OWNER] = "owner",
    [ACADEMY_CHANGED_MONEY] = "money",
    [ACADEMY_CHANGED_ADDED] = "added",
    [ACADEMY_CHANGED_REMOVED] = "removed",
    [ACADEMY_CHANGED_LINK] = "link",
    [ACADEMY_CHANGED_TEXT] = "text",
  };

  return names[type];
}

static void
reader_clear (AcademyChangedReader *reader)
{
  g_clear_pointer (&reader->past, academy_past_free);
  g_clear_pointer (&reader->found, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcademyChangedReader, reader_clear)

static void
subject_clear (AcademyChangedSubject *subject)
{
  g_clear_object (&subject->before);
  g_clear_object (&subject->after);
  g_free (subject->organisation);
  g_free (subject->title);
  g_free (subject->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcademyChangedSubject, subject_clear)

static char *
dup_day (AcademyChangedReader *reader,
         AcademyDay            day)
{
  return academy_language_format_day (reader->language, day);
}

/* Returns the days of an item; of a period with one end only, which end that is. */
static char *
dup_days (AcademyChangedReader *reader,
          AcademyItem          *item)
{
  AcademySpan span;
  g_autofree char *day = NULL;

  if (!academy_span_get (item, &span))
    return NULL;
  if (span.months || (span.start != 0) == (span.end != 0))
    return academy_span_format (&span, reader->language);

  day = dup_day (reader, MAX (span.start, span.end));
  /* Translators: what is known of the days of something */
  return span.start != 0 ? g_strdup_printf (academy_language_translate (reader->language, N_("starts %s")), day)
                         /* Translators: what is known of the days of something */
                         : g_strdup_printf (academy_language_translate (reader->language, N_("ends %s")), day);
}

/* Whether an item was overdue when it was in a state, as of a day. */
static gboolean
is_overdue (AcademyItem *item,
            AcademyDay   day)
{
  return item != NULL && academy_status_is_overdue (item, day);
}

static void
tell_late (AcademyChangedReader        *reader,
           const AcademyChangedSubject *subject)
{
  AcademySpan span;
  g_autofree char *day = NULL;

  if (!is_overdue (subject->after, reader->until_day) ||
      is_overdue (subject->before, MIN (reader->since_day, reader->until_day)))
    return;

  academy_span_get (subject->after, &span);
  day = dup_day (reader, span.end);
  academy_changed_add (reader, subject, ACADEMY_CHANGED_LATE, NULL, NULL, NULL,
                       academy_changed_say_late (reader->language, subject->name, day));
}

/* Whether the change of an item goes without saying: it belongs to another that was
 * deleted or added, or one that it joins was deleted. */
static gboolean
is_consequence (AcademyChangedReader    *reader,
                const AcademyItemChange *change)
{
  AcademyItem *item = change->type == ACADEMY_CHANGE_REMOVED ? change->before : change->after;
  const char *owner = academy_item_get_owner (item);
  const AcademyItemChange *above = academy_past_find_change (reader->past, owner);

  if (change->type == ACADEMY_CHANGE_CHANGED)
    return FALSE;
  if (above != NULL && above->type == change->type &&
      (change->type == ACADEMY_CHANGE_REMOVED || above->kind != &academy_organisation_kind))
    return TRUE;

  for (guint i = 0; change->type == ACADEMY_CHANGE_REMOVED && change->kind->joins[i] != NULL; i++)
    {
      const char *joined = academy_item_get_text (item, change->kind->joins[i]);
      const AcademyItemChange *end = academy_past_find_change (reader->past, joined);

      if (end != NULL && end->type == ACADEMY_CHANGE_REMOVED)
        return TRUE;
    }

  return FALSE;
}

static gboolean
dup_joined (AcademyChangedReader  *reader,
            AcademyItem           *item,
            guint                  i,
            char                 **title,
            GError               **error)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const AcademyField *field = academy_kind_find_field (kind, kind->joins[i]);
  const char *id = academy_item_get_text (item, field->name);
  g_autoptr(AcademyItem) joined = NULL;
  g_autofree char *text = NULL;

  if (id != NULL && !academy_past_find_last (reader->past, academy_kind_find (field->target), id, &joined, error))
    return FALSE;

  text = joined != NULL ? academy_changed_dup_title (reader, joined) : NULL;
  *title = academy_changed_dup_line (text != NULL ? text : "");
  return TRUE;
}

/* Finds the title of a subject and what it is called in a sentence; what joins two
 * is called by the sentence about them. */
static gboolean
name_subject (AcademyChangedReader   *reader,
              AcademyChangedSubject  *subject,
              GError                **error)
{
  AcademyItem *item = subject->after != NULL ? subject->after : subject->before;
  g_autofree char *title = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (subject->kind->dup_sentence != NULL)
    {
      if (!dup_joined (reader, item, 0, &first, error) || !dup_joined (reader, item, 1, &second, error))
        return FALSE;
      subject->title = subject->kind->dup_sentence (first, second, reader->language);
      subject->name = g_strdup (subject->title);
      return TRUE;
    }

  title = academy_changed_dup_title (reader, item);
  subject->title = academy_changed_dup_line (title);
  subject->name = academy_changed_dup_name (reader->language, subject->kind, title);
  return TRUE;
}

/* Tells that an item came or went. */
static void
tell_item (AcademyChangedReader        *reader,
           const AcademyChangedSubject *subject,
           AcademyChangeType            type)
{
  gboolean added = type == ACADEMY_CHANGE_ADDED;
  AcademyItem *item = added ? subject->after : subject->before;
  gboolean joins = subject->kind->dup_sentence != NULL;
  const char *label = academy_language_translate (reader->language, subject->kind->label);
  g_autofree char *days = joins ? g_strdup (subject->title)
                          : subject->kind != &academy_organisation_kind ? dup_days (reader, item) : NULL;
  AcademyChangedType changed = joins ? ACADEMY_CHANGED_LINK
                               : added ? ACADEMY_CHANGED_ADDED
                               : academy_changed_is_gathering (subject->kind) ? ACADEMY_CHANGED_DATE_OF_MEETING
                               : ACADEMY_CHANGED_REMOVED;
  char *text = joins ? academy_changed_say_joint (reader->language, type, label, days)
                     : academy_changed_say_item (reader->language, type, subject->name, days);

  academy_changed_add (reader, subject, changed, NULL, added ? NULL : g_strdup (days), added ? g_strdup (days) : NULL, text);
}

/* Makes the subject of a change; @subject is empty when nothing may be told of it.
 * What is no secret any more is told as new. */
static gboolean
make_subject (AcademyChangedReader     *reader,
              const AcademyItemChange  *change,
              AcademyChangedSubject    *subject,
              GError                  **error)
{
  g_autoptr(AcademyItem) now = NULL;

  subject->kind = change->kind;
  subject->id = change->id;
  if (change->type == ACADEMY_CHANGE_REMOVED)
    subject->before = g_object_ref (change->before);
  else if (!academy_past_find_after (reader->past, change->kind, change->id, &subject->after, error))
    return FALSE;

  if (change->type == ACADEMY_CHANGE_CHANGED && subject->after != NULL)
    subject->before = academy_past_dup_before (subject->after, change);
  if (academy_changed_is_secret (reader, subject->before))
    g_clear_object (&subject->before);
  if (academy_changed_is_secret (reader, subject->after))
    {
      g_clear_object (&subject->before);
      g_clear_object (&subject->after);
    }
  if (subject->before == NULL && subject->after == NULL)
    return TRUE;

  now = academy_store_get (reader->store, change->kind, change->id, NULL);
  subject->exists = now != NULL;
  return academy_past_find_organisation (reader->past, subject->after != NULL ? subject->after : subject->before,
                                         &subject->organisation, error) &&
         name_subject (reader, subject, error);
}

static gboolean
tell_change (AcademyChangedReader     *reader,
             const AcademyItemChange  *change,
             GError                  **error)
{
  g_auto(AcademyChangedSubject) subject = { FALSE };

  if ((change->kind->flags & ACADEMY_KIND_MANY) != 0 || change->kind == &academy_baseline_kind ||
      is_consequence (reader, change))
    return TRUE;
  if (!make_subject (reader, change, &subject, error))
    return FALSE;
  if ((subject.before == NULL && subject.after == NULL) ||
      (reader->only != NULL && g_strcmp0 (reader->only, subject.organisation) != 0))
    return TRUE;

  if (subject.before == NULL)
    tell_item (reader, &subject, ACADEMY_CHANGE_ADDED);
  else if (subject.after == NULL)
    tell_item (reader, &subject, ACADEMY_CHANGE_REMOVED);
  else if (!academy_changed_tell_fields (reader, &subject, change, error))
    return FALSE;

  tell_late (reader, &subject);
  return TRUE;
}

static void
take_id (AcademyStore *store,
         sqlite3_stmt *row,
         gpointer      ids)
{
  g_ptr_array_add (ids, g_strdup (academy_database_get_text (row, 0)));
}

/* Tells what became late without a change, because its last day went by. */
static gboolean
tell_passed (AcademyChangedReader  *reader,
             const AcademyKind     *kind,
             GError               **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *since = academy_date_day_to_text (reader->since_day);
  g_autofree char *until = academy_date_day_to_text (reader->until_day);
  const char *texts[] = { since, until, reader->only };
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\" FROM \"%s\" WHERE \"%s\" >= substr (?1, 1, 7) AND \"%s\" < ?2 "
                                          "AND (?3 IS NULL OR \"organisation\" = ?3)", kind->name, kind->end, kind->end);

  if (!academy_store_query (reader->store, sql, texts, G_N_ELEMENTS (texts), take_id, ids, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_auto(AcademyChangedSubject) subject = { .exists = TRUE, .kind = kind, .id = g_ptr_array_index (ids, i) };

      if (academy_past_find_change (reader->past, subject.id) != NULL)
        continue;
      if (!academy_past_find_after (reader->past, kind, subject.id, &subject.after, error))
        return FALSE;
      if (subject.after == NULL || academy_changed_is_secret (reader, subject.after))
        continue;
      if (!academy_past_find_organisation (reader->past, subject.after, &subject.organisation, error) ||
          !name_subject (reader, &subject, error))
        return FALSE;
      subject.before = g_object_ref (subject.after);
      tell_late (reader, &subject);
    }

  return TRUE;
}

static int
find_position (const AcademyKind *kind)
{
  const AcademyKind * const *kinds = academy_kinds ();
  int i = 0;

  while (kinds[i] != kind)
    i++;

  return i;
}

/* Work that was deleted is as important as work that was dropped. */
static int
get_rank (const AcademyChanged *changed)
{
  return changed->type == ACADEMY_CHANGED_REMOVED && (changed->kind->flags & ACADEMY_KIND_WORK) != 0 ? ACADEMY_CHANGED_DROPPED
                                                                                                      : changed->type;
}

/* The most important first, then in the order of kinds, titles and fields. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const AcademyChanged *first = a, *second = b;
  int order = get_rank (first) - get_rank (second);

  if (order == 0 && first->kind != second->kind)
    order = find_position (first->kind) - find_position (second->kind);
  if (order == 0)
    order = academy_collation_compare (first->title, -1, second->title, -1);
  if (order == 0)
    order = g_strcmp0 (first->item, second->item);
  if (order == 0)
    order = (first->field > second->field) - (first->field < second->field);

  return order != 0 ? order : g_strcmp0 (first->text, second->text);
}

static AcademyDay
get_day (gint64 stamp)
{
  g_autoptr(GDateTime) time = academy_instant_from_stamp (stamp);
  GDate date;

  if (time == NULL)
    return 0;

  date = academy_date_from_instant (time);
  return g_date_get_julian (&date);
}

static void
take_beginning (AcademyStore *store,
                sqlite3_stmt *row,
                gpointer      day)
{
  gint64 stamp;

  if (academy_stamp_from_text (academy_database_find_text (row, 0), &stamp, NULL))
    *(AcademyDay *) day = get_day (stamp);
}

/* Finds the day from which on things are different: that of a moment, or else that
 * on which what the history knows begins. */
static gboolean
find_since_day (AcademyChangedReader  *reader,
                GError               **error)
{
  static const char sql[] = "SELECT max (\"at\") FROM \"history\" WHERE \"action\" = 'base'";

  reader->since_day = get_day (reader->since);
  return reader->since != 0 || academy_store_query (reader->store, sql, NULL, 0, take_beginning, &reader->since_day, error);
}

/**
 * academy_what_changed_read:
 * @store: a store
 * @organisation: (nullable): the id of an organisation; %NULL for the whole
 *   programme
 * @since: a time in microseconds since 1970; 0 for all that the history knows
 * @until: a later time; 0 for now
 * @with_private: whether to tell of confidential items and private fields, which
 *   must not leave the file
 * @translations: (nullable): the titles to show, or %NULL for those that were written
 * @language: the language of the sentences
 * @error: return location for an error
 *
 * Tells what is different at @until from what it was at @since. What was typed and
 * typed back is not different. People are left out, and what the history has lost
 * by thinning.
 *
 * Returns: (transfer full) (element-type AcademyChanged): what changed, the most
 *   important first
 */
GPtrArray *
academy_what_changed_read (AcademyStore               *store,
                           const char                 *organisation,
                           gint64                      since,
                           gint64                      until,
                           gboolean                    with_private,
                           const AcademyTranslations  *translations,
                           const AcademyLanguage      *language,
                           GError                    **error)
{
  g_auto(AcademyChangedReader) reader = {
    .store = store,
    .only = organisation,
    .with_private = with_private,
    .translations = translations,
    .language = language,
    .since = since,
    .until_day = academy_store_get_day (store),
    .found = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_changed_free),
    .past = academy_past_new (store, since, until, error),
  };
  GPtrArray *changes = reader.past != NULL ? academy_past_get_changes (reader.past) : NULL;

  if (changes == NULL || !find_since_day (&reader, error))
    return NULL;
  if (until != 0)
    reader.until_day = MIN (reader.until_day, get_day (until));

  for (guint i = 0; i < changes->len; i++)
    if (!tell_change (&reader, g_ptr_array_index (changes, i), error))
      return NULL;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL && since != 0; kind++)
    if (((*kind)->flags & ACADEMY_KIND_WORK) != 0 && (*kind)->end != NULL && !tell_passed (&reader, *kind, error))
      return NULL;

  g_ptr_array_sort_values (reader.found, compare);
  return g_steal_pointer (&reader.found);
}
