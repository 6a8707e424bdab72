/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-cohort.h"

#include <glib/gi18n-lib.h>

#include "academy-calendar.h"
#include "academy-edit-private.h"
#include "academy-error.h"
#include "academy-follow.h"
#include "academy-kinds.h"
#include "academy-programme.h"
#include "academy-template.h"

#define DAYS_OF_WEEK 7

/* 31 December 9999, the last day that can be written. */
#define LAST_DAY 3652059

/* A gathering of more days has a weekend among them. */
#define MAX_WORKING_DAYS 5

/* The name of a programme made from one that is fictional, which its name says. */
static const struct {
  const char *field;
  const char *name;
} names[] = {
  { "name_fi", "Innovaatio-akatemia" },
  { "name_en", "Innovation Academy" },
};

/* A programme in the making. */
typedef struct {
  const AcademyCohort *cohort;
  AcademyEdit         *edit;
  GPtrArray           *source;
  GPtrArray           *days;
  GHashTable          *ids;
  AcademyDay           origin;
  int                  shift;
  gboolean             fictional;
} Making;

static void
day_free (AcademyCohortDay *day)
{
  g_object_unref (day->item);
  g_free (day);
}

/* Whether items of @kind belong to the programme, and not to an organisation. */
static gboolean
is_frame (const AcademyKind *kind)
{
  const AcademyField *owner = academy_kind_get_owner (kind);

  return kind == &academy_programme_kind ||
         (kind != &academy_organisation_kind && owner != NULL && is_frame (academy_kind_find (owner->target)));
}

/* Whether items of @kind prepare a session. */
static gboolean
is_session_part (const AcademyKind *kind)
{
  return kind == &academy_agenda_item_kind || kind == &academy_question_kind;
}

static gboolean
is_copied (const AcademyKind *kind)
{
  return is_frame (kind) || kind == &academy_session_kind || is_session_part (kind);
}

/**
 * academy_cohort_read:
 * @store: a programme
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): what a new programme may take
 *   from @store, which may be closed then
 */
GPtrArray *
academy_cohort_read (AcademyStore  *store,
                     GError       **error)
{
  g_autoptr(GPtrArray) source = g_ptr_array_new_with_free_func (g_object_unref);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) items = NULL;

      if (!is_copied (*kind))
        continue;

      items = academy_store_get_all (store, *kind, NULL, error);
      if (items == NULL)
        return NULL;
      for (guint i = 0; i < items->len; i++)
        {
          if (!academy_item_fill (g_ptr_array_index (items, i), error))
            return NULL;
          g_ptr_array_add (source, academy_item_copy (g_ptr_array_index (items, i)));
        }
    }

  return g_steal_pointer (&source);
}

/**
 * academy_cohort_read_template:
 * @name: the name of a template, see academy_template_create_edit()
 * @language: the language of the texts that a programme has in one language only
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): what a new programme may take
 *   from the template
 */
GPtrArray *
academy_cohort_read_template (const char             *name,
                              const AcademyLanguage  *language,
                              GError                **error)
{
  g_autoptr(AcademyEdit) edit = academy_template_create_edit (name, language, error);
  GPtrArray *source;

  if (edit == NULL)
    return NULL;

  source = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < edit->operations->len; i++)
    {
      AcademyItem *item = g_array_index (edit->operations, AcademyOperation, i).item;

      if (is_copied (academy_item_get_kind (item)))
        g_ptr_array_add (source, g_object_ref (item));
    }

  return source;
}

/**
 * academy_cohort_has_people:
 * @source: (element-type AcademyItem): what a new programme may take
 *
 * Returns: whether there are people in it
 */
gboolean
academy_cohort_has_people (GPtrArray *source)
{
  for (guint i = 0; i < source->len; i++)
    if (academy_item_get_kind (g_ptr_array_index (source, i)) == &academy_person_kind)
      return TRUE;

  return FALSE;
}

/* Returns the first day of the source: that of the programme, or else the earliest
 * of what belongs to it. */
static AcademyDay
get_origin (GPtrArray *source)
{
  AcademyDay origin = academy_span_get_day (g_ptr_array_index (source, 0), "start");
  AcademyDay earliest = 0;

  for (guint i = 1; i < source->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (source, i);
      AcademySpan span;

      if (is_frame (academy_item_get_kind (item)) && academy_span_get (item, &span) && span.start != 0)
        earliest = earliest == 0 ? span.start : MIN (earliest, span.start);
    }

  return origin != 0 ? origin : earliest;
}

static guint
get_year (AcademyDay day)
{
  GDate date = academy_date_from_julian (day);

  return g_date_get_year (&date);
}

static gboolean
move_year (const GMatchInfo *match,
           GString          *result,
           gpointer          data)
{
  g_autofree char *year = g_match_info_fetch (match, 0);

  g_string_append_printf (result, "%d", atoi (year) + GPOINTER_TO_INT (data));
  return FALSE;
}

/**
 * academy_cohort_dup_name:
 * @source: (element-type AcademyItem): what a new programme takes
 * @field: `name_fi`, `name_en` or `organiser`
 * @start: its first day
 *
 * Returns: (transfer full) (nullable): the name of the programme in @source, or of its
 *   organiser, with its years moved to those of the new one; a plain name with its
 *   year when that programme is fictional or has no days
 */
char *
academy_cohort_dup_name (GPtrArray  *source,
                         const char *field,
                         AcademyDay  start)
{
  AcademyItem *programme = g_ptr_array_index (source, 0);
  const char *name = academy_item_get_text (programme, field);
  AcademyDay origin = get_origin (source);
  g_autoptr(GRegex) years = g_regex_new ("\\b(?:19|20)\\d\\d\\b", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((academy_item_get_flag (programme, "fictional") || origin == 0) && g_str_equal (names[i].field, field))
      return g_strdup_printf ("%s %u", names[i].name, get_year (start));
  if (name == NULL || origin == 0)
    return g_strdup (name);

  return g_regex_replace_eval (years, name, -1, 0, G_REGEX_MATCH_DEFAULT, move_year,
                               GINT_TO_POINTER ((int) get_year (start) - (int) get_year (origin)), NULL);
}

/* What began on the first day begins on the new one; all else moves by whole weeks,
 * so that it keeps its day of the week. */
static AcademyDay
move_day (Making     *self,
          AcademyDay  day)
{
  gint64 moved = (gint64) day + self->shift;

  if (day == self->origin)
    return self->cohort->start;

  return CLAMP (moved, day > self->origin ? self->cohort->start : 1, LAST_DAY);
}

static void
set_day (AcademyItem *item,
         const char  *name,
         AcademyDay   day)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);
  g_auto(GValue) value = G_VALUE_INIT;
  GDate date = academy_date_from_julian (day);

  academy_value_init (field, &value);
  g_value_set_boxed (&value, &date);
  academy_item_set_value (item, field, &value);
}

/* Notes tell of their time, and an instant is agreed anew. */
/* What of a session is planned alike again; the rest is how it went. */
static const struct {
  const AcademyKind  *kind;
  const char * const *fields;
} kept_fields[] = {
  { &academy_session_kind, (const char * const[]) { "number", "title", "duration", NULL } },
  { &academy_agenda_item_kind, (const char * const[]) { "position", "title", "minutes", NULL } },
  { &academy_question_kind, (const char * const[]) { "position", "title", NULL } },
};

static gboolean
is_kept (Making             *self,
         const AcademyKind  *kind,
         const AcademyField *field)
{
  gboolean is_text = field->type == ACADEMY_TEXT || field->type == ACADEMY_LONG_TEXT;

  if ((field->flags & (ACADEMY_OWNER | ACADEMY_STAMP)) || field->type == ACADEMY_INSTANT || g_str_equal (field->name, "note"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kept_fields); i++)
    if (kept_fields[i].kind == kind)
      return g_strv_contains (kept_fields[i].fields, field->name);
  if (kind == &academy_programme_kind)
    return !g_str_equal (field->name, "fictional") && !g_str_equal (field->name, "status_date") &&
           !g_str_has_prefix (field->name, "name_") && !(self->fictional && is_text);

  return TRUE;
}

/* Replaces the ids of items by those of their copies, and leaves out the others. */
static void
set_links (Making             *self,
           AcademyItem        *copy,
           const AcademyField *field,
           const GValue       *value)
{
  g_autofree char *text = academy_value_to_text (field, value);
  g_auto(GStrv) targets = g_strsplit (text != NULL ? text : "", " ", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) copies = NULL;
  g_autofree char *joined = NULL;
  g_auto(GValue) links = G_VALUE_INIT;

  for (guint i = 0; targets[i] != NULL; i++)
    if (g_hash_table_contains (self->ids, targets[i]))
      g_strv_builder_add (builder, g_hash_table_lookup (self->ids, targets[i]));

  copies = g_strv_builder_end (builder);
  joined = g_strjoinv (" ", copies);
  academy_value_init (field, &links);
  if (*joined != '\0' && academy_value_set_from_text (field, joined, &links, NULL))
    academy_item_set_value (copy, field, &links);
}

static AcademyItem *
copy_item (Making      *self,
           AcademyItem *item,
           const char  *owner)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  AcademyItem *copy = owner != NULL ? academy_item_new_part (kind, owner) : academy_item_new (kind, NULL);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      const GValue *value = academy_item_get_value (item, field);

      if (!is_kept (self, kind, field) || !academy_value_is_set (field, value))
        continue;
      if (field->type == ACADEMY_DATE)
        set_day (copy, field->name, move_day (self, academy_span_get_day (item, field->name)));
      else if (field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS)
        set_links (self, copy, field, value);
      else
        academy_item_set_value (copy, field, value);
    }

  return copy;
}

/* Returns the first day off among those on which people gather, or 0. */
static AcademyDay
find_day_off (AcademyDay start,
              AcademyDay end)
{
  gboolean is_long = end - start >= MAX_WORKING_DAYS;

  for (AcademyDay day = start; day <= end; day += is_long && day == start ? end - start : 1)
    if (!academy_calendar_is_working_day (day))
      return day;

  return 0;
}

static void
add_day (Making      *self,
         AcademyItem *copy,
         AcademyDay   off,
         gboolean     is_end)
{
  AcademyCohortDay *day = g_new0 (AcademyCohortDay, 1);

  day->item = g_object_ref (copy);
  day->off = off;
  day->is_end = is_end;
  g_ptr_array_add (self->days, day);
}

/* A gathering moves to the next working days, and an end to the next working day. */
static AcademyDay
avoid_days_off (AcademyItem *copy,
                const char  *start,
                const char  *end,
                gboolean     gathers)
{
  AcademyDay first = academy_span_get_day (copy, start);
  AcademyDay last = academy_span_get_day (copy, end);
  AcademyDay off;
  guint days = 0;

  if (gathers ? first == 0 : last == 0)
    return 0;
  if (!gathers)
    first = last;
  else if (last == 0)
    last = first;

  off = find_day_off (first, last);
  while (find_day_off (first + days, last + days) != 0)
    days++;

  if (days > 0 && gathers)
    set_day (copy, start, first + days);
  if (days > 0 && academy_span_get_day (copy, end) != 0)
    set_day (copy, end, last + days);
  return off;
}

/* Moves what is known to the month by months, and away from days off what is known
 * to the day. */
static void
settle_days (Making      *self,
             AcademyItem *item,
             AcademyItem *copy)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  gboolean gathers = (kind->flags & ACADEMY_KIND_GATHERING) != 0;
  AcademyDay off = 0;
  AcademySpan span;

  if (kind->start == NULL || !academy_span_get (item, &span))
    return;

  if (span.months)
    {
      academy_span_shift (&span, self->shift);
      set_day (copy, kind->start, span.start);
      set_day (copy, kind->end, span.end);
    }
  else if (!span.unsure)
    off = avoid_days_off (copy, kind->start, kind->end, gathers);

  add_day (self, copy, off, !gathers);
}

/* Copies the programme itself. */
static AcademyItem *
copy_programme (Making *self)
{
  const AcademyCohort *cohort = self->cohort;
  AcademyItem *programme = copy_item (self, g_ptr_array_index (self->source, 0), NULL);
  g_autofree char *name_fi = cohort->name_fi != NULL ? g_strdup (cohort->name_fi)
                                                     : academy_cohort_dup_name (self->source, "name_fi", cohort->start);
  g_autofree char *name_en = cohort->name_fi != NULL ? g_strdup (cohort->name_en)
                                                     : academy_cohort_dup_name (self->source, "name_en", cohort->start);
  AcademyDay off;

  g_object_set (programme, "name-fi", name_fi, "name-en", name_en, NULL);
  if (cohort->organiser != NULL)
    g_object_set (programme, "organiser", *cohort->organiser != '\0' ? cohort->organiser : NULL, NULL);
  set_day (programme, "start", cohort->start);
  off = avoid_days_off (programme, "start", "end", FALSE);
  if (off != 0)
    add_day (self, programme, off, TRUE);
  academy_edit_create (self->edit, programme);

  return programme;
}

/* Copies what belongs to the programme; an owner comes before what it owns. */
static void
copy_frame (Making *self)
{
  for (guint i = 1; i < self->source->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (self->source, i);
      const AcademyKind *kind = academy_item_get_kind (item);
      const char *owner = g_hash_table_lookup (self->ids, academy_item_get_owner (item));
      g_autoptr(AcademyItem) copy = NULL;

      if (!is_frame (kind) || owner == NULL || ((kind->flags & ACADEMY_KIND_UNRECORDED) && !self->cohort->with_people))
        continue;

      copy = copy_item (self, item, owner);
      settle_days (self, item, copy);
      g_hash_table_insert (self->ids, g_strdup (academy_item_get_id (item)), g_strdup (academy_item_get_id (copy)));
      academy_edit_create (self->edit, copy);
    }
}

/* Chooses the sessions with an agenda, the first of each number. */
static GPtrArray *
choose_sessions (GPtrArray *source)
{
  GPtrArray *sessions = g_ptr_array_new ();
  g_autoptr(GHashTable) planned = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < source->len; i++)
    if (academy_item_get_kind (g_ptr_array_index (source, i)) == &academy_agenda_item_kind)
      g_hash_table_add (planned, (gpointer) academy_item_get_owner (g_ptr_array_index (source, i)));

  for (guint i = 0; i < source->len; i++)
    {
      AcademyItem *session = g_ptr_array_index (source, i);
      gint64 number;

      if (academy_item_get_kind (session) != &academy_session_kind ||
          !g_hash_table_contains (planned, academy_item_get_id (session)))
        continue;

      number = academy_item_get_number (session, "number");
      if (g_hash_table_add (numbers, g_memdup2 (&number, sizeof number)))
        g_ptr_array_add (sessions, session);
    }

  return sessions;
}

static void
copy_session (Making      *self,
              AcademyItem *session,
              const char  *organisation)
{
  g_autoptr(AcademyItem) copy = copy_item (self, session, organisation);

  academy_edit_create (self->edit, copy);
  for (guint i = 0; i < self->source->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (self->source, i);
      g_autoptr(AcademyItem) part = NULL;

      if (!is_session_part (academy_item_get_kind (item)) ||
          !g_str_equal (academy_item_get_owner (item), academy_item_get_id (session)))
        continue;

      part = copy_item (self, item, academy_item_get_id (copy));
      academy_edit_create (self->edit, part);
    }
}

/**
 * academy_cohort_add_organisation:
 * @edit: an edit
 * @programme: the id of the programme
 * @name: the name of the organisation in Finnish
 * @taken: (element-type utf8 utf8): the short names in use; the new one is added
 *
 * Creates an organisation with an empty plan.
 *
 * Returns: (transfer full): the organisation
 */
AcademyItem *
academy_cohort_add_organisation (AcademyEdit *edit,
                                 const char  *programme,
                                 const char  *name,
                                 GHashTable  *taken)
{
  AcademyItem *organisation = academy_item_new_part (&academy_organisation_kind, programme);
  const AcademyField *field = academy_kind_find_field (&academy_organisation_kind, "slug");
  g_autofree char *slug = academy_follow_dup_slug (field, name, taken);
  g_autoptr(AcademyItem) plan = academy_item_new_part (&academy_plan_kind, academy_item_get_id (organisation));

  g_object_set (organisation, "name-fi", name, "slug", slug, NULL);
  academy_edit_create (edit, organisation);
  academy_edit_create (edit, plan);

  return organisation;
}

static void
add_organisations (Making      *self,
                   AcademyItem *programme)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) sessions = choose_sessions (self->source);

  for (guint i = 0; self->cohort->organisations != NULL && i < self->cohort->organisations->len; i++)
    {
      g_autoptr(AcademyItem) organisation =
        academy_cohort_add_organisation (self->edit, academy_item_get_id (programme),
                                         g_ptr_array_index (self->cohort->organisations, i), taken);

      g_object_set (organisation, "position", (gint64) (i + 1) * ACADEMY_POSITION_GAP, NULL);
      for (guint j = 0; j < sessions->len; j++)
        copy_session (self, g_ptr_array_index (sessions, j), academy_item_get_id (organisation));
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const AcademyCohortDay *day_a = *(AcademyCohortDay * const *) a, *day_b = *(AcademyCohortDay * const *) b;
  AcademyDay start_a = academy_span_get_day (day_a->item, "start");
  AcademyDay start_b = academy_span_get_day (day_b->item, "start");

  return (start_a > start_b) - (start_a < start_b);
}

/**
 * academy_cohort_create_edit:
 * @source: (element-type AcademyItem): from academy_cohort_read()
 * @cohort: what is said about the new programme
 * @days: (out) (optional) (transfer full) (element-type AcademyCohortDay): when its
 *   phases and events are, in order, and which were moved away from days off
 * @error: return location for an error
 *
 * Creates a programme after the example of another. Its phases, events and whatever
 * else belongs to the programme move to the new first day, by whole weeks; each
 * organisation has an empty plan, and its sparring sessions the agendas of the
 * source. Nothing else of an organisation is copied. The organisations are in the
 * order given, and items have new ids.
 *
 * Returns: (transfer full): an edit for academy_store_create()
 */
AcademyEdit *
academy_cohort_create_edit (GPtrArray            *source,
                            const AcademyCohort  *cohort,
                            GPtrArray           **days,
                            GError              **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (N_("New programme"));
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) day_free);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Making self = {
    .cohort = cohort,
    .edit = edit,
    .source = source,
    .days = told,
    .ids = ids,
    .origin = get_origin (source),
    .fictional = academy_programme_get_label (g_ptr_array_index (source, 0)) != NULL,
  };
  g_autoptr(AcademyItem) programme = NULL;

  if (cohort->organisations != NULL && cohort->organisations->len > ACADEMY_COHORT_MAX_ORGANISATIONS)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                   _("There are %u organisations; a new programme takes %u at most. Leave some out."),
                   cohort->organisations->len, ACADEMY_COHORT_MAX_ORGANISATIONS);
      return NULL;
    }

  if (self.origin != 0)
    {
      int distance = (int) cohort->start - (int) self.origin;
      int half = distance < 0 ? -DAYS_OF_WEEK / 2 : DAYS_OF_WEEK / 2;

      self.shift = (distance + half) / DAYS_OF_WEEK * DAYS_OF_WEEK;
    }

  programme = copy_programme (&self);
  g_hash_table_insert (ids, g_strdup (academy_item_get_id (g_ptr_array_index (source, 0))),
                       g_strdup (academy_item_get_id (programme)));
  copy_frame (&self);
  add_organisations (&self, programme);
  g_ptr_array_sort (told, compare_days);

  if (days != NULL)
    *days = g_steal_pointer (&told);
  return g_steal_pointer (&edit);
}

/**
 * academy_cohort_dup_warning:
 * @cohort: what is said about a new programme
 * @language: the language wanted
 *
 * Returns: (transfer full) (nullable): a warning that the first day, which stays as it
 *   was asked for, is a day off; %NULL when it is none
 */
char *
academy_cohort_dup_warning (const AcademyCohort    *cohort,
                            const AcademyLanguage  *language)
{
  const char *reason = academy_calendar_get_day_off (cohort->start);
  GDate date = academy_date_from_julian (cohort->start);
  g_autofree char *text = academy_language_format_date (language, &date);

  if (reason == NULL)
    return NULL;

  /* Translators: a date, and a holiday or a day of the week: 6 Dec 2027 (Independence Day) */
  return g_strdup_printf (academy_language_translate (language, N_("The first day, %s, is a day off (%s).")), text,
                          academy_language_translate (language, reason));
}

/**
 * academy_cohort_day_dup_period:
 * @day: a day of a new programme
 * @language: the language wanted
 *
 * Returns: (transfer full): when its item takes place
 */
char *
academy_cohort_day_dup_period (const AcademyCohortDay *day,
                               const AcademyLanguage  *language)
{
  AcademySpan span = {
    .start = academy_span_get_day (day->item, "start"),
    .end = academy_span_get_day (day->item, "end"),
  };

  academy_span_get (day->item, &span);
  return academy_span_format (&span, language);
}

/**
 * academy_cohort_day_dup_reason:
 * @day: a day of a new programme
 * @language: the language wanted
 *
 * Returns: (transfer full) (nullable): why it was moved; %NULL when it was not
 */
char *
academy_cohort_day_dup_reason (const AcademyCohortDay *day,
                               const AcademyLanguage  *language)
{
  const char *reason = day->off != 0 ? academy_calendar_get_day_off (day->off) : NULL;
  GDate date;
  g_autofree char *text = NULL;

  if (reason == NULL)
    return NULL;

  date = academy_date_from_julian (day->off);
  text = academy_language_format_date (language, &date);
  if (day->is_end)
    /* Translators: a date, and a holiday or a day of the week: 6 Dec 2027 (Independence Day) */
    return g_strdup_printf (academy_language_translate (language, N_("Its end was moved from a day off, %s (%s).")), text,
                            academy_language_translate (language, reason));

  /* Translators: a date, and a holiday or a day of the week: 6 Dec 2027 (Independence Day) */
  return g_strdup_printf (academy_language_translate (language, N_("It was moved from a day off, %s (%s).")), text,
                          academy_language_translate (language, reason));
}
