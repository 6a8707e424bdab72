/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-what-changed-private.h"

#include <glib/gi18n-lib.h>

#include "academy-collation.h"
#include "academy-kinds.h"
#include "academy-past.h"
#include "academy-span.h"
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

typedef struct {
  AcademyDay             since_day;
  AcademyDay             until_day;
  gboolean               with_private;

  /* Owned */
  AcademyPast           *past;
  GPtrArray             *found;

  /* Borrowed */
  AcademyStore          *store;
  const AcademyLanguage *language;
  const char            *only;
} Reader;

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->past, academy_past_free);
  g_clear_pointer (&reader->found, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* An item as it was at the two moments, and what it is called. */
typedef struct {
  gboolean           exists;

  /* Owned */
  AcademyItem       *before;
  AcademyItem       *after;
  char              *organisation;
  char              *title;
  char              *name;

  /* Borrowed */
  const AcademyKind *kind;
  const char        *id;
} Subject;

static void
subject_clear (Subject *subject)
{
  g_clear_object (&subject->before);
  g_clear_object (&subject->after);
  g_free (subject->organisation);
  g_free (subject->title);
  g_free (subject->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

/* Whether an item is a secret that is not asked for. */
static gboolean
is_secret (Reader      *reader,
           AcademyItem *item)
{
  return !reader->with_private && item != NULL && academy_item_is_confidential (item);
}

static gboolean
is_told (Reader             *reader,
         const AcademyField *field)
{
  AcademyFieldFlags flags = ACADEMY_HIDDEN | ACADEMY_OWNER | ACADEMY_STAMP | ACADEMY_POSITION | ACADEMY_PERSONAL;

  if (!reader->with_private)
    flags |= ACADEMY_PRIVATE;

  return (field->flags & flags) == 0;
}

/* Adds what changed about a subject, and takes ownership of the texts. */
static void
add (Reader             *reader,
     const Subject      *subject,
     AcademyChangedType  type,
     const AcademyField *field,
     char               *before,
     char               *after,
     char               *text)
{
  AcademyChanged *changed = g_new0 (AcademyChanged, 1);

  changed->type = type;
  changed->kind = subject->kind;
  changed->field = field;
  changed->exists = subject->exists;
  changed->item = g_strdup (subject->id);
  changed->organisation = g_strdup (subject->organisation);
  changed->title = g_strdup (subject->title);
  changed->before = before;
  changed->after = after;
  changed->text = text;
  g_ptr_array_add (reader->found, changed);
}

static gboolean
is_gathering (const AcademyKind *kind)
{
  return (kind->flags & ACADEMY_KIND_GATHERING) != 0;
}

static AcademyChangedType
get_type (const AcademyKind  *kind,
          const AcademyField *field,
          AcademyItem        *after)
{
  static const AcademyChangedType types[ACADEMY_N_FIELD_TYPES] = {
    [ACADEMY_TEXT] = ACADEMY_CHANGED_TEXT,
    [ACADEMY_LONG_TEXT] = ACADEMY_CHANGED_TEXT,
    [ACADEMY_DATE] = ACADEMY_CHANGED_MOVED,
    [ACADEMY_INSTANT] = ACADEMY_CHANGED_MOVED,
    [ACADEMY_INTEGER] = ACADEMY_CHANGED_PROGRESS,
    [ACADEMY_DECIMAL] = ACADEMY_CHANGED_MONEY,
    [ACADEMY_MONEY] = ACADEMY_CHANGED_MONEY,
    [ACADEMY_CHOICE] = ACADEMY_CHANGED_STATUS,
    [ACADEMY_FLAG] = ACADEMY_CHANGED_STATUS,
    [ACADEMY_LINK] = ACADEMY_CHANGED_LINK,
    [ACADEMY_LINKS] = ACADEMY_CHANGED_LINK,
    [ACADEMY_CPV] = ACADEMY_CHANGED_TEXT,
    [ACADEMY_EMAIL] = ACADEMY_CHANGED_TEXT,
    [ACADEMY_URI] = ACADEMY_CHANGED_TEXT,
  };
  AcademyChangedType type = types[field->type];

  if (type == ACADEMY_CHANGED_MOVED && (is_gathering (kind) || kind == &academy_organisation_kind))
    return ACADEMY_CHANGED_DATE_OF_MEETING;
  if (type == ACADEMY_CHANGED_TEXT && g_strcmp0 (field->suggests, "role") == 0)
    return ACADEMY_CHANGED_OWNER;
  if (g_strcmp0 (field->name, kind->status) == 0 && academy_status_get (after) == ACADEMY_STATUS_DROPPED)
    return ACADEMY_CHANGED_DROPPED;

  return type;
}

/* Returns the title of an item in quotation marks, or %NULL when it is secret. */
static gboolean
dup_link (Reader             *reader,
          const AcademyField *field,
          const char         *id,
          char              **text,
          GError            **error)
{
  g_autoptr(AcademyItem) item = NULL;
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;

  *text = NULL;
  if ((academy_kind_find (field->target)->flags & ACADEMY_KIND_UNRECORDED) != 0)
    return TRUE;
  if (!academy_past_find_last (reader->past, academy_kind_find (field->target), id, &item, error))
    return FALSE;
  if (item == NULL || is_secret (reader, item))
    return TRUE;

  title = academy_item_dup_title (item, reader->language);
  line = academy_changed_dup_line (title);
  *text = academy_changed_quote (reader->language, line);
  return TRUE;
}

/* Returns a value as a sentence has it; %NULL when it is unset. */
static char *
dup_value (Reader             *reader,
           const AcademyField *field,
           AcademyItem        *item)
{
  const GValue *value = academy_item_get_value (item, field);
  g_autofree char *text = NULL;

  if (!academy_value_is_set (field, value))
    return NULL;

  text = academy_language_format_value (reader->language, field, value);
  if (academy_field_is_number (field) || field->type == ACADEMY_DATE || field->type == ACADEMY_INSTANT)
    return g_steal_pointer (&text);

  return academy_changed_quote (reader->language, text);
}

static char *
dup_day (Reader     *reader,
         AcademyDay  day)
{
  GDate date = academy_date_from_julian (day);

  return academy_language_format_date (reader->language, &date);
}

static char *
dup_days (Reader      *reader,
          AcademyItem *item)
{
  AcademySpan span;

  return academy_span_get (item, &span) ? academy_span_format (&span, reader->language) : NULL;
}

/* Tells that a day moved, unless it was or is unknown or only the time of the day
 * changed. */
static gboolean
tell_day (Reader             *reader,
          const Subject      *subject,
          const AcademyField *field)
{
  const AcademyKind *kind = subject->kind;
  AcademyDay before = academy_span_get_day (subject->before, field->name);
  AcademyDay after = academy_span_get_day (subject->after, field->name);
  gboolean is_start = g_strcmp0 (kind->start, field->name) == 0;
  gboolean is_end = g_strcmp0 (kind->end, field->name) == 0;
  AcademyMove move = subject->kind == &academy_organisation_kind ? ACADEMY_MOVE_FIELD
                     : is_start && is_end ? ACADEMY_MOVE_WHOLE
                     : is_start ? ACADEMY_MOVE_START : is_end ? ACADEMY_MOVE_END : ACADEMY_MOVE_FIELD;
  g_autofree char *label = NULL;
  g_autofree char *before_text = NULL;
  g_autofree char *after_text = NULL;
  char *text;

  if (before == 0 || after == 0 || before == after)
    return FALSE;

  label = academy_changed_dup_label (reader->language, field);
  before_text = dup_value (reader, field, subject->before);
  after_text = dup_value (reader, field, subject->after);
  text = academy_changed_say_moved (reader->language, move, subject->name, label, (int) after - (int) before, before_text,
                                    after_text);
  add (reader, subject, get_type (kind, field, subject->after), field, g_steal_pointer (&before_text),
       g_steal_pointer (&after_text), text);
  return TRUE;
}

/* Tells that an item moved as a whole, both of its ends by as many days. */
static gboolean
tell_move (Reader        *reader,
           const Subject *subject)
{
  const AcademyKind *kind = subject->kind;
  const AcademyField *end;
  AcademySpan before, after;
  g_autofree char *before_text = NULL;
  g_autofree char *after_text = NULL;
  char *text;
  int days;

  if (kind->start == NULL || academy_span_is_point (kind))
    return FALSE;

  end = academy_kind_find_field (kind, kind->end);
  before = (AcademySpan) { academy_span_get_day (subject->before, kind->start), academy_span_get_day (subject->before, kind->end) };
  after = (AcademySpan) { academy_span_get_day (subject->after, kind->start), academy_span_get_day (subject->after, kind->end) };
  days = (int) after.end - (int) before.end;
  if (before.start == 0 || before.end == 0 || after.start == 0 || after.end == 0 || days == 0 ||
      (int) after.start - (int) before.start != days)
    return FALSE;

  before_text = academy_span_format (&before, reader->language);
  after_text = academy_span_format (&after, reader->language);
  text = academy_changed_say_moved (reader->language, ACADEMY_MOVE_WHOLE, subject->name, NULL, days, before_text, after_text);
  add (reader, subject, get_type (kind, end, subject->after), end, g_steal_pointer (&before_text),
       g_steal_pointer (&after_text), text);
  return TRUE;
}

/* Tells of links to one or many that came and went. Those that went with what they
 * point at are told by its deletion. */
static gboolean
tell_link (Reader              *reader,
           const Subject       *subject,
           const AcademyField  *field,
           const char          *target,
           gboolean             added,
           GError             **error)
{
  const AcademyItemChange *change = academy_past_find_change (reader->past, target);
  g_autofree char *label = academy_changed_dup_label (reader->language, field);
  char *link;
  char *text;

  if (!added && change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    return TRUE;
  if (!dup_link (reader, field, target, &link, error))
    return FALSE;
  if (link == NULL)
    return TRUE;

  text = academy_changed_say_link (reader->language, added, subject->name, label, link);
  add (reader, subject, ACADEMY_CHANGED_LINK, field, added ? NULL : link, added ? link : NULL, text);
  return TRUE;
}

static gboolean
tell_links (Reader                   *reader,
            const Subject            *subject,
            const AcademyItemChange  *change,
            const AcademyField       *field,
            GError                  **error)
{
  for (int added = FALSE; added <= TRUE; added++)
    {
      const char * const *links = academy_item_get_links (added ? change->after : change->before, field->name);

      for (guint i = 0; links != NULL && links[i] != NULL; i++)
        if (!tell_link (reader, subject, field, links[i], added, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
tell_one_link (Reader              *reader,
               const Subject       *subject,
               const AcademyField  *field,
               GError             **error)
{
  const char *target_before = academy_item_get_text (subject->before, field->name);
  const char *target_after = academy_item_get_text (subject->after, field->name);
  const AcademyItemChange *change = academy_past_find_change (reader->past, target_before);
  g_autofree char *label = academy_changed_dup_label (reader->language, field);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  char *text;

  if (target_after == NULL && change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    return TRUE;
  if ((target_before != NULL && !dup_link (reader, field, target_before, &before, error)) ||
      (target_after != NULL && !dup_link (reader, field, target_after, &after, error)))
    return FALSE;
  if (before == NULL && after == NULL)
    return TRUE;

  text = academy_changed_say_value (reader->language, subject->name, label, before, after);
  add (reader, subject, ACADEMY_CHANGED_LINK, field, g_steal_pointer (&before), g_steal_pointer (&after), text);
  return TRUE;
}

static void
tell_text (Reader             *reader,
           const Subject      *subject,
           const AcademyField *field)
{
  const char *before = academy_item_get_text (subject->before, field->name);
  const char *after = academy_item_get_text (subject->after, field->name);
  g_autofree char *label = academy_changed_dup_label (reader->language, field);
  g_autofree char *short_before = NULL;
  g_autofree char *short_after = NULL;
  g_autofree char *quoted_before = NULL;
  g_autofree char *quoted_after = NULL;
  char *text;

  if (before != NULL && after != NULL && (academy_changed_is_long (before) || academy_changed_is_long (after)))
    academy_changed_excerpt (before, after, &short_before, &short_after);
  else
    {
      short_before = before != NULL ? academy_changed_dup_line (before) : NULL;
      short_after = after != NULL ? academy_changed_dup_line (after) : NULL;
    }
  quoted_before = short_before != NULL ? academy_changed_quote (reader->language, short_before) : NULL;
  quoted_after = short_after != NULL ? academy_changed_quote (reader->language, short_after) : NULL;

  if (before != NULL && after != NULL && (academy_changed_is_long (before) || academy_changed_is_long (after)))
    text = academy_changed_say_long (reader->language, subject->name, label, quoted_before, quoted_after);
  else
    text = academy_changed_say_value (reader->language, subject->name, label, quoted_before, quoted_after);
  add (reader, subject, get_type (subject->kind, field, subject->after), field, g_steal_pointer (&short_before),
       g_steal_pointer (&short_after), text);
}

static void
tell_value (Reader             *reader,
            const Subject      *subject,
            const AcademyField *field)
{
  gboolean is_progress = g_strcmp0 (field->name, subject->kind->progress) == 0;
  g_autofree char *label = academy_changed_dup_label (reader->language, field);
  g_autofree char *before = dup_value (reader, field, subject->before);
  g_autofree char *after = dup_value (reader, field, subject->after);
  char *text;

  if (is_progress && after != NULL)
    text = academy_changed_say_progress (reader->language, subject->name, before, after);
  else
    text = academy_changed_say_value (reader->language, subject->name, label, before, after);
  add (reader, subject, get_type (subject->kind, field, subject->after), field, g_steal_pointer (&before),
       g_steal_pointer (&after), text);
}

static void
tell_flag (Reader             *reader,
           const Subject      *subject,
           const AcademyField *field)
{
  gboolean is_set = academy_item_get_flag (subject->after, field->name);
  const char *yes = academy_language_translate (reader->language, N_("yes"));
  const char *no = academy_language_translate (reader->language, N_("no"));
  char *text = g_strcmp0 (field->name, subject->kind->done) == 0
                 ? academy_changed_say_done (reader->language, is_set, subject->name)
                 : academy_changed_say_flag (reader->language, is_set, subject->name,
                                             academy_language_translate (reader->language, field->label));

  add (reader, subject, get_type (subject->kind, field, subject->after), field, g_strdup (is_set ? no : yes),
       g_strdup (is_set ? yes : no), text);
}

static gboolean
is_title (const AcademyKind  *kind,
          const AcademyField *field)
{
  return kind->dup_title == NULL && g_str_equal (field->name, kind->title != NULL ? kind->title : "title");
}

static void
tell_title (Reader             *reader,
            const Subject      *subject,
            const AcademyField *field)
{
  g_autofree char *before = academy_item_dup_title (subject->before, reader->language);
  g_autofree char *name = academy_changed_dup_name (reader->language, subject->kind, before);

  add (reader, subject, ACADEMY_CHANGED_TEXT, field, academy_changed_dup_line (before), g_strdup (subject->title),
       academy_changed_say_renamed (reader->language, name, subject->title));
}

static gboolean
tell_field (Reader                   *reader,
            const Subject            *subject,
            const AcademyItemChange  *change,
            const AcademyField       *field,
            GError                  **error)
{
  if (field->type == ACADEMY_LINKS)
    return tell_links (reader, subject, change, field, error);
  if (academy_value_equal (field, academy_item_get_value (subject->before, field),
                           academy_item_get_value (subject->after, field)))
    return TRUE;

  switch (field->type)
    {
    case ACADEMY_LINK:
      return tell_one_link (reader, subject, field, error);
    case ACADEMY_TEXT:
    case ACADEMY_LONG_TEXT:
      if (is_title (subject->kind, field))
        tell_title (reader, subject, field);
      else
        tell_text (reader, subject, field);
      return TRUE;
    case ACADEMY_DATE:
    case ACADEMY_INSTANT:
      if (!tell_day (reader, subject, field))
        tell_value (reader, subject, field);
      return TRUE;
    case ACADEMY_FLAG:
      tell_flag (reader, subject, field);
      return TRUE;
    default:
      tell_value (reader, subject, field);
      return TRUE;
    }
}

/* Whether an item was overdue when it was in a state, as of a day. */
static gboolean
is_overdue (AcademyItem *item,
            AcademyDay   day)
{
  return item != NULL && academy_status_is_overdue (item, day);
}

static void
tell_late (Reader        *reader,
           const Subject *subject)
{
  AcademySpan span;
  g_autofree char *day = NULL;

  if (!is_overdue (subject->after, reader->until_day) ||
      is_overdue (subject->before, MIN (reader->since_day, reader->until_day)))
    return;

  academy_span_get (subject->after, &span);
  day = dup_day (reader, span.end);
  add (reader, subject, ACADEMY_CHANGED_LATE, NULL, NULL, NULL,
       academy_changed_say_late (reader->language, subject->name, day));
}

/* Whether the change of an item goes without saying: it belongs to another that was
 * deleted or added, or one that it joins was deleted. */
static gboolean
is_consequence (Reader                  *reader,
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
dup_joined (Reader       *reader,
            AcademyItem  *item,
            guint         i,
            char        **title,
            GError      **error)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const AcademyField *field = academy_kind_find_field (kind, kind->joins[i]);
  const char *id = academy_item_get_text (item, field->name);
  g_autoptr(AcademyItem) joined = NULL;
  g_autofree char *text = NULL;

  if (id != NULL && !academy_past_find_last (reader->past, academy_kind_find (field->target), id, &joined, error))
    return FALSE;

  text = joined != NULL ? academy_item_dup_title (joined, reader->language) : NULL;
  *title = academy_changed_dup_line (text != NULL ? text : "");
  return TRUE;
}

/* Finds the title of a subject and what it is called in a sentence; what joins two
 * is called by the sentence about them. */
static gboolean
name_subject (Reader   *reader,
              Subject  *subject,
              GError  **error)
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

  title = academy_item_dup_title (item, reader->language);
  subject->title = academy_changed_dup_line (title);
  subject->name = academy_changed_dup_name (reader->language, subject->kind, title);
  return TRUE;
}

/* Tells that an item came or went. */
static void
tell_item (Reader            *reader,
           const Subject     *subject,
           AcademyChangeType  type)
{
  AcademyItem *item = type == ACADEMY_CHANGE_ADDED ? subject->after : subject->before;
  gboolean joins = subject->kind->dup_sentence != NULL;
  const char *label = academy_language_translate (reader->language, subject->kind->label);
  g_autofree char *days = joins ? g_strdup (subject->title)
                          : subject->kind != &academy_organisation_kind ? dup_days (reader, item) : NULL;
  char *text = academy_changed_say_item (reader->language, type, joins ? label : subject->name, days);

  add (reader, subject,
       joins ? ACADEMY_CHANGED_LINK
       : is_gathering (subject->kind) ? ACADEMY_CHANGED_DATE_OF_MEETING
       : type == ACADEMY_CHANGE_ADDED ? ACADEMY_CHANGED_ADDED : ACADEMY_CHANGED_REMOVED,
       NULL, type == ACADEMY_CHANGE_ADDED ? NULL : g_strdup (days), type == ACADEMY_CHANGE_ADDED ? g_strdup (days) : NULL, text);
}

static gboolean
tell_fields (Reader                   *reader,
             const Subject            *subject,
             const AcademyItemChange  *change,
             GError                  **error)
{
  const AcademyKind *kind = subject->kind;
  gboolean moved = tell_move (reader, subject);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      gboolean is_end = g_strcmp0 (field->name, kind->start) == 0 || g_strcmp0 (field->name, kind->end) == 0;

      if ((change->fields & academy_kind_get_bit (kind, field)) != 0 && is_told (reader, field) && !(moved && is_end) &&
          !tell_field (reader, subject, change, field, error))
        return FALSE;
    }

  return TRUE;
}

/* Makes the subject of a change; @subject is empty when nothing may be told of it.
 * What is no secret any more is told as new. */
static gboolean
make_subject (Reader                   *reader,
              const AcademyItemChange  *change,
              Subject                  *subject,
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
  if (is_secret (reader, subject->before))
    g_clear_object (&subject->before);
  if (is_secret (reader, subject->after))
    {
      g_clear_object (&subject->before);
      g_clear_object (&subject->after);
    }
  if (subject->before == NULL && subject->after == NULL)
    return TRUE;

  now = academy_store_get (reader->store, change->kind, change->id, NULL);
  subject->exists = now != NULL;
  return academy_past_find_organisation (reader->past, subject->after != NULL ? subject->after : subject->before, &subject->organisation, error) &&
         name_subject (reader, subject, error);
}

static gboolean
tell_change (Reader                   *reader,
             const AcademyItemChange  *change,
             GError                  **error)
{
  g_auto(Subject) subject = { FALSE };

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
  else if (!tell_fields (reader, &subject, change, error))
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
tell_passed (Reader             *reader,
             const AcademyKind  *kind,
             GError            **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GDate first = academy_date_from_julian (reader->since_day);
  GDate last = academy_date_from_julian (reader->until_day);
  g_autofree char *since = academy_date_to_text (&first);
  g_autofree char *until = academy_date_to_text (&last);
  const char *texts[] = { since, until, reader->only };
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\" FROM \"%s\" WHERE \"%s\" >= substr (?1, 1, 7) AND \"%s\" < ?2 "
                                          "AND (?3 IS NULL OR \"organisation\" = ?3)", kind->name, kind->end, kind->end);

  if (!academy_store_query (reader->store, sql, texts, G_N_ELEMENTS (texts), take_id, ids, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_auto(Subject) subject = { .exists = TRUE, .kind = kind, .id = g_ptr_array_index (ids, i) };

      if (academy_past_find_change (reader->past, subject.id) != NULL)
        continue;
      if (!academy_past_find_after (reader->past, kind, subject.id, &subject.after, error))
        return FALSE;
      if (subject.after == NULL || is_secret (reader, subject.after))
        continue;
      if (!academy_past_find_organisation (reader->past, subject.after, &subject.organisation, error) || !name_subject (reader, &subject, error))
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

/* The most important first, then in the order of kinds, titles and fields. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const AcademyChanged *first = a, *second = b;
  int order = (int) first->type - (int) second->type;

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
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local_usec (stamp);
  GDate date;

  if (time == NULL)
    return 0;

  date = academy_date_from_instant (time);
  return g_date_get_julian (&date);
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
academy_what_changed_read (AcademyStore           *store,
                           const char             *organisation,
                           gint64                  since,
                           gint64                  until,
                           gboolean                with_private,
                           const AcademyLanguage  *language,
                           GError                **error)
{
  g_auto(Reader) reader = {
    .store = store,
    .only = organisation,
    .with_private = with_private,
    .language = language,
    .since_day = since != 0 ? get_day (since) : 0,
    .until_day = academy_store_get_day (store),
    .found = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_changed_free),
    .past = academy_past_new (store, since, until, error),
  };
  GPtrArray *changes = reader.past != NULL ? academy_past_get_changes (reader.past) : NULL;

  if (changes == NULL)
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
