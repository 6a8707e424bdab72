/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-what-changed-private.h"

#include <glib/gi18n-lib.h>

#include "academy-contradictions.h"
#include "academy-kinds.h"
#include "academy-span.h"
#include "academy-status.h"

/* What is told of the fields of an item that changed. */

/* Returns the title of an item as it is to be shown. */
char *
academy_changed_dup_title (AcademyChangedReader *reader,
                           AcademyItem          *item)
{
  return academy_translations_dup_title (reader->translations, item, reader->language);
}

/* Whether an item is a secret that is not asked for. */
gboolean
academy_changed_is_secret (AcademyChangedReader *reader,
                           AcademyItem          *item)
{
  return !reader->with_private && academy_item_is_confidential (item);
}

/* Adds what changed about a subject, and takes ownership of the texts. */
void
academy_changed_add (AcademyChangedReader        *reader,
                     const AcademyChangedSubject *subject,
                     AcademyChangedType           type,
                     const AcademyField          *field,
                     char                        *before,
                     char                        *after,
                     char                        *text)
{
  AcademyChanged *changed = g_new0 (AcademyChanged, 1);

  changed->type = type;
  changed->kind = subject->kind;
  changed->field = field;
  changed->exists = subject->exists;
  changed->is_private = academy_item_is_confidential (subject->before) || academy_item_is_confidential (subject->after) ||
                        (field != NULL && (field->flags & ACADEMY_PRIVATE) != 0);
  changed->item = g_strdup (subject->id);
  changed->organisation = g_strdup (subject->organisation);
  changed->title = g_strdup (subject->title);
  changed->before = before;
  changed->after = after;
  changed->text = text;
  g_ptr_array_add (reader->found, changed);
}

/* Whether the days of a kind are those on which people meet. */
gboolean
academy_changed_is_gathering (const AcademyKind *kind)
{
  return (kind->flags & ACADEMY_KIND_GATHERING) != 0;
}

/* Whether a field tells when a session was that had been held when what is told of
 * begins. It is written down afterwards, and is no change since then. */
static gboolean
is_record (AcademyChangedReader        *reader,
           const AcademyChangedSubject *subject,
           const AcademyField          *field)
{
  gint64 end;

  if (subject->kind != &academy_session_kind || !(g_str_equal (field->name, "held") || g_str_equal (field->name, "ended")))
    return FALSE;

  end = academy_changed_get_end (subject->after);
  return end != 0 && end <= reader->since;
}

static gboolean
is_told (AcademyChangedReader        *reader,
         const AcademyChangedSubject *subject,
         const AcademyField          *field)
{
  AcademyFieldFlags flags = ACADEMY_HIDDEN | ACADEMY_OWNER | ACADEMY_STAMP | ACADEMY_POSITION | ACADEMY_PERSONAL;

  if (!reader->with_private)
    flags |= ACADEMY_PRIVATE;

  return (field->flags & flags) == 0 && !is_record (reader, subject, field);
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

  if (type == ACADEMY_CHANGED_MOVED && (academy_changed_is_gathering (kind) || kind == &academy_organisation_kind))
    return ACADEMY_CHANGED_DATE_OF_MEETING;
  if (type == ACADEMY_CHANGED_TEXT && g_strcmp0 (field->suggests, "role") == 0)
    return ACADEMY_CHANGED_OWNER;
  if (g_strcmp0 (field->name, kind->status) == 0 && academy_status_get (after) == ACADEMY_STATUS_DROPPED)
    return ACADEMY_CHANGED_DROPPED;

  return type;
}

/* Marks what was told last as private, since it names something that is. */
static void
mark_private (AcademyChangedReader *reader)
{
  ((AcademyChanged *) g_ptr_array_index (reader->found, reader->found->len - 1))->is_private = TRUE;
}

/* Returns the title of an item on one line, or %NULL when it is a secret that is not
 * asked for. */
static gboolean
dup_link (AcademyChangedReader  *reader,
          const AcademyField    *field,
          const char            *id,
          char                 **text,
          gboolean              *is_private,
          GError               **error)
{
  g_autoptr(AcademyItem) item = NULL;
  g_autofree char *title = NULL;

  *text = NULL;
  if ((academy_kind_find (field->target)->flags & ACADEMY_KIND_UNRECORDED) != 0)
    return TRUE;
  if (!academy_past_find_last (reader->past, academy_kind_find (field->target), id, &item, error))
    return FALSE;
  if (item == NULL || academy_changed_is_secret (reader, item))
    return TRUE;

  *is_private |= academy_item_is_confidential (item);
  title = academy_changed_dup_title (reader, item);
  *text = academy_changed_dup_line (title);
  return TRUE;
}

/* Returns a value in words; %NULL when it is unset. */
static char *
dup_value (AcademyChangedReader *reader,
           const AcademyField   *field,
           AcademyItem          *item)
{
  const GValue *value = academy_item_get_value (item, field);

  return academy_value_is_set (field, value) ? academy_language_format_value (reader->language, field, value) : NULL;
}

/* Returns a value as a sentence has it: in quotation marks, unless it is a number or a
 * day; %NULL when it is unset. */
static char *
quote_value (AcademyChangedReader *reader,
             const AcademyField   *field,
             const char           *value)
{
  if (value == NULL || academy_field_is_number (field) || field->type == ACADEMY_DATE || field->type == ACADEMY_INSTANT)
    return g_strdup (value);

  return academy_changed_quote (reader->language, value);
}

/* Says how a value changed. */
static char *
say_value (AcademyChangedReader        *reader,
           const AcademyChangedSubject *subject,
           const AcademyField          *field,
           const char                  *before,
           const char                  *after)
{
  g_autofree char *label = academy_changed_dup_label (reader->language, field);
  g_autofree char *quoted_before = quote_value (reader, field, before);
  g_autofree char *quoted_after = quote_value (reader, field, after);

  return academy_changed_say_value (reader->language, subject->name, label, quoted_before, quoted_after);
}

/* Tells that a day moved, unless it was or is unknown or only the time of the day
 * changed. */
static gboolean
tell_day (AcademyChangedReader        *reader,
          const AcademyChangedSubject *subject,
          const AcademyField          *field)
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
  academy_changed_add (reader, subject, get_type (kind, field, subject->after), field, g_steal_pointer (&before_text),
                       g_steal_pointer (&after_text), text);
  return TRUE;
}

/* Tells that an item moved as a whole, both of its ends by as many days. */
static gboolean
tell_move (AcademyChangedReader        *reader,
           const AcademyChangedSubject *subject)
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
  academy_changed_add (reader, subject, get_type (kind, end, subject->after), end, g_steal_pointer (&before_text),
                       g_steal_pointer (&after_text), text);
  return TRUE;
}

/* Tells of links to one or many that came and went. Those that went with what they
 * point at are told by its deletion. */
static gboolean
tell_link (AcademyChangedReader         *reader,
           const AcademyChangedSubject  *subject,
           const AcademyField           *field,
           const char                   *target,
           gboolean                      added,
           GError                      **error)
{
  const AcademyItemChange *change = academy_past_find_change (reader->past, target);
  g_autofree char *label = academy_changed_dup_label (reader->language, field);
  gboolean is_private = FALSE;
  g_autofree char *quoted = NULL;
  char *link;
  char *text;

  if (!added && change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    return TRUE;
  if (!dup_link (reader, field, target, &link, &is_private, error))
    return FALSE;
  if (link == NULL)
    return TRUE;

  quoted = quote_value (reader, field, link);
  text = academy_changed_say_link (reader->language, added, subject->name, label, quoted);
  academy_changed_add (reader, subject, ACADEMY_CHANGED_LINK, field, added ? NULL : link, added ? link : NULL, text);
  if (is_private)
    mark_private (reader);
  return TRUE;
}

static gboolean
tell_links (AcademyChangedReader         *reader,
            const AcademyChangedSubject  *subject,
            const AcademyItemChange      *change,
            const AcademyField           *field,
            GError                      **error)
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
tell_one_link (AcademyChangedReader         *reader,
               const AcademyChangedSubject  *subject,
               const AcademyField           *field,
               GError                      **error)
{
  const char *target_before = academy_item_get_text (subject->before, field->name);
  const char *target_after = academy_item_get_text (subject->after, field->name);
  const AcademyItemChange *change = academy_past_find_change (reader->past, target_before);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean is_private = FALSE;
  char *text;

  if (target_after == NULL && change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    return TRUE;
  if ((target_before != NULL && !dup_link (reader, field, target_before, &before, &is_private, error)) ||
      (target_after != NULL && !dup_link (reader, field, target_after, &after, &is_private, error)))
    return FALSE;
  if (before == NULL && after == NULL)
    return TRUE;

  text = say_value (reader, subject, field, before, after);
  academy_changed_add (reader, subject, ACADEMY_CHANGED_LINK, field, g_steal_pointer (&before), g_steal_pointer (&after), text);
  if (is_private)
    mark_private (reader);
  return TRUE;
}

/* Finds out whether a text is about a private note: how a contradiction to it was
 * settled, also when the note was deleted since or is contradicted no more. */
static gboolean
find_secret (AcademyChangedReader         *reader,
             const AcademyChangedSubject  *subject,
             const AcademyField           *field,
             gboolean                     *is_secret,
             GError                      **error)
{
  AcademyItem *moments[] = { subject->before, subject->after };

  *is_secret = FALSE;
  if (subject->kind != &academy_note_kind || !g_str_equal (field->name, "settlement"))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      const char *id = academy_item_get_text (moments[i], "contradicts");
      g_autoptr(AcademyItem) other = NULL;

      if (id != NULL && !academy_past_find_last (reader->past, &academy_note_kind, id, &other, error))
        return FALSE;
      if (academy_item_is_confidential (other))
        {
          *is_secret = TRUE;
          return TRUE;
        }
    }

  return academy_contradictions_find_secret (reader->store, subject->after, is_secret, error);
}

static void
tell_text (AcademyChangedReader        *reader,
           const AcademyChangedSubject *subject,
           const AcademyField          *field)
{
  const char *before = academy_item_get_text (subject->before, field->name);
  const char *after = academy_item_get_text (subject->after, field->name);
  g_autofree char *short_before = NULL;
  g_autofree char *short_after = NULL;
  char *text;

  if (before != NULL && after != NULL && (academy_changed_is_long (before) || academy_changed_is_long (after)))
    {
      g_autofree char *label = academy_changed_dup_label (reader->language, field);
      g_autofree char *quoted_before = NULL;
      g_autofree char *quoted_after = NULL;

      academy_changed_excerpt (before, after, &short_before, &short_after);
      quoted_before = quote_value (reader, field, short_before);
      quoted_after = quote_value (reader, field, short_after);
      text = academy_changed_say_long (reader->language, subject->name, label, quoted_before, quoted_after);
    }
  else
    {
      short_before = before != NULL ? academy_changed_dup_line (before) : NULL;
      short_after = after != NULL ? academy_changed_dup_line (after) : NULL;
      text = say_value (reader, subject, field, short_before, short_after);
    }
  academy_changed_add (reader, subject, get_type (subject->kind, field, subject->after), field, g_steal_pointer (&short_before),
                       g_steal_pointer (&short_after), text);
}

static void
tell_value (AcademyChangedReader        *reader,
            const AcademyChangedSubject *subject,
            const AcademyField          *field)
{
  gboolean is_progress = g_strcmp0 (field->name, subject->kind->progress) == 0;
  g_autofree char *before = dup_value (reader, field, subject->before);
  g_autofree char *after = dup_value (reader, field, subject->after);
  char *text = is_progress && after != NULL ? academy_changed_say_progress (reader->language, subject->name, before, after)
                                            : say_value (reader, subject, field, before, after);

  academy_changed_add (reader, subject, get_type (subject->kind, field, subject->after), field, g_steal_pointer (&before),
                       g_steal_pointer (&after), text);
}

static void
tell_flag (AcademyChangedReader        *reader,
           const AcademyChangedSubject *subject,
           const AcademyField          *field)
{
  gboolean is_set = academy_item_get_flag (subject->after, field->name);
  const char *yes = academy_language_translate (reader->language, N_("yes"));
  const char *no = academy_language_translate (reader->language, N_("no"));
  g_autofree char *label = academy_changed_dup_label (reader->language, field);
  char *text = g_strcmp0 (field->name, subject->kind->done) == 0
                 ? academy_changed_say_done (reader->language, is_set, subject->name)
                 : academy_changed_say_flag (reader->language, is_set, subject->name, label);

  academy_changed_add (reader, subject, get_type (subject->kind, field, subject->after), field, g_strdup (is_set ? no : yes),
                       g_strdup (is_set ? yes : no), text);
}

static gboolean
is_title (const AcademyKind  *kind,
          const AcademyField *field)
{
  return kind->dup_title == NULL && field == academy_kind_find_title (kind);
}

/* Tells the titles as they were written, which is what changed. */
static void
tell_title (AcademyChangedReader        *reader,
            const AcademyChangedSubject *subject,
            const AcademyField          *field)
{
  g_autofree char *before = academy_item_dup_title (subject->before, reader->language);
  g_autofree char *after = academy_item_dup_title (subject->after, reader->language);
  g_autofree char *line = academy_changed_dup_line (after);
  g_autofree char *name = academy_changed_dup_name (reader->language, subject->kind, before);
  char *text = academy_changed_say_renamed (reader->language, name, line);

  academy_changed_add (reader, subject, ACADEMY_CHANGED_TEXT, field, academy_changed_dup_line (before), g_steal_pointer (&line),
                       text);
}

static gboolean
tell_field (AcademyChangedReader         *reader,
            const AcademyChangedSubject  *subject,
            const AcademyItemChange      *change,
            const AcademyField           *field,
            GError                      **error)
{
  gboolean is_secret;

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
      if (!find_secret (reader, subject, field, &is_secret, error))
        return FALSE;
      if (is_secret && !reader->with_private)
        return TRUE;
      if (is_title (subject->kind, field))
        tell_title (reader, subject, field);
      else
        tell_text (reader, subject, field);
      if (is_secret)
        mark_private (reader);
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

/* Tells of each field of a subject that changed. */
gboolean
academy_changed_tell_fields (AcademyChangedReader         *reader,
                             const AcademyChangedSubject  *subject,
                             const AcademyItemChange      *change,
                             GError                      **error)
{
  const AcademyKind *kind = subject->kind;
  gboolean moved = tell_move (reader, subject);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      gboolean is_end = g_strcmp0 (field->name, kind->start) == 0 || g_strcmp0 (field->name, kind->end) == 0;

      if ((change->fields & academy_kind_get_bit (kind, field)) != 0 && is_told (reader, subject, field) && !(moved && is_end) &&
          !tell_field (reader, subject, change, field, error))
        return FALSE;
    }

  return TRUE;
}
