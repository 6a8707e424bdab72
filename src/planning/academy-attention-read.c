/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-attention-private.h"

#include <glib/gi18n-lib.h>

#include "academy-board-date.h"
#include "academy-completeness.h"
#include "academy-database-functions.h"
#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-span.h"
#include "academy-status.h"
#include "academy-store-query.h"

/* A plan must be complete so many days before the board meets; and so many days pass
 * between contacts at most. */
#define DAYS_BOARD   21
#define DAYS_CONTACT 21

/* What comes next is told for so many days. */
#define DAYS_NEXT 28

/* Of more items than this of which something is missing, only the number is told. */
#define MOST_NAMED 3

/* No day of a file is later. */
#define LAST_DAY "9999-12-31"

/* The reading of one organisation, or of the programme. */
typedef struct {
  /* Owned */
  char                  *yesterday;
  char                  *today;
  char                  *soon;
  char                  *horizon;

  /* Borrowed */
  AcademyStore          *store;
  const AcademyLanguage *language;
  const char            *organisation;
  const AcademyKind     *kind;
  GPtrArray             *entries;
  GPtrArray             *next;

  AcademyDay             day;
  guint                  limit;
} Reader;

/* What is known of the board and of the contacts of an organisation. */
typedef struct {
  /* Owned */
  char       *item;
  char       *title;

  AcademyDay  day;
  AcademyDay  board_date;
  AcademyDay  start;
  gboolean    wanted;
} Facts;

static void
reader_clear (Reader *reader)
{
  g_free (reader->yesterday);
  g_free (reader->today);
  g_free (reader->soon);
  g_free (reader->horizon);
}

static void
facts_clear (Facts *facts)
{
  g_free (facts->item);
  g_free (facts->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static const char *translate (Reader     *reader,
                              const char *text) G_GNUC_FORMAT (2);

static const char *
translate (Reader     *reader,
           const char *text)
{
  return academy_language_translate (reader->language, text);
}

/* Joins texts by dots, without those that are empty. */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  const char *texts[] = { first, second, third };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      g_strv_builder_add (builder, texts[i]);

  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

/* Adds an entry and takes ownership of @title and @text. */
static void
add (Reader               *reader,
     AcademyAttentionType  type,
     AcademyUrgency        urgency,
     const AcademyKind    *kind,
     const char           *item,
     AcademyDay            day,
     char                 *title,
     char                 *text)
{
  g_ptr_array_add (reader->entries,
                   academy_attention_entry_new (type, urgency, kind, item, reader->organisation, day, title, text));
}

static char *
dup_days (Reader     *reader,
          AcademyDay  day)
{
  const AcademyLanguage *language = reader->language;

  if (day < reader->day)
    return g_strdup_printf (academy_language_translate_n (language, "%d day overdue", "%d days overdue", reader->day - day),
                            (int) (reader->day - day));
  if (day == reader->day)
    return g_strdup (translate (reader, N_("due today")));

  return g_strdup_printf (academy_language_translate_n (language, "due in %d day", "due in %d days", day - reader->day),
                          (int) (day - reader->day));
}

/* Adds to what comes next. A row begins with an id, a title, an owner role and a
 * day. */
static void
add_next (Reader       *reader,
          sqlite3_stmt *row)
{
  g_ptr_array_add (reader->next,
                   academy_attention_entry_new (ACADEMY_ATTENTION_DUE, ACADEMY_URGENCY_SOON, reader->kind,
                                                academy_database_find_text (row, 0), reader->organisation,
                                                academy_database_get_day (row, 3),
                                                g_strdup (academy_database_find_text (row, 1)),
                                                join (translate (reader, reader->kind->label),
                                                      academy_database_find_text (row, 2), NULL)));
}

/* A row is an id, a title, an owner role, and the day on which it is due. */
static void
take_due (AcademyStore *store,
          sqlite3_stmt *row,
          gpointer      data)
{
  Reader *reader = data;
  const char *title = academy_database_find_text (row, 1);
  const char *kind = translate (reader, reader->kind->label);
  AcademyDay day = academy_database_get_day (row, 3);
  gboolean late = day < reader->day;
  g_autofree char *days = dup_days (reader, day);

  add (reader, late ? ACADEMY_ATTENTION_OVERDUE : ACADEMY_ATTENTION_DUE, late ? ACADEMY_URGENCY_LATE : ACADEMY_URGENCY_SOON,
       reader->kind, academy_database_find_text (row, 0), day, g_strdup (title != NULL ? title : kind),
       join (title != NULL ? kind : NULL, academy_database_find_text (row, 2), days));
}

/* The same with whether only its month is known. */
static void
take_next (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  if (!sqlite3_column_int (row, 4))
    add_next (data, row);
}

/* A follow-up that was made into a measure is told as that while it is one to do. */
static char *
dup_unfinished_follow_up (const char *unfinished)
{
  g_autofree char *finished = academy_status_dup_tokens (&academy_measure_kind, ACADEMY_STATUSES_FINISHED);

  return g_strdup_printf ("%s AND NOT EXISTS (SELECT 1 FROM \"measure\" AS \"made\" WHERE \"made\".\"id\" = "
                          "\"follow_up\".\"measure\" AND \"made\".\"status\" NOT IN %s)", unfinished, finished);
}

/* Returns the condition that an item of a kind is not finished. It names the statuses
 * that are wanted, so that an index has the days of each in their order. */
static char *
dup_unfinished (const AcademyKind *kind)
{
  const AcademyField *done = kind->done != NULL ? academy_kind_find_field (kind, kind->done) : NULL;
  g_autofree char *unfinished = NULL;
  g_autofree char *condition = NULL;

  if (done != NULL)
    return g_strdup_printf (done->type == ACADEMY_FLAG ? "\"%s\" = 0" : "\"%s\" IS NULL", kind->done);

  unfinished = academy_status_dup_tokens (kind, ~ACADEMY_STATUSES_FINISHED);
  condition = g_strdup_printf ("\"%s\" IN %s", kind->status, unfinished);
  return kind == &academy_follow_up_kind ? dup_unfinished_follow_up (condition) : g_steal_pointer (&condition);
}

static const char *
get_column (const AcademyKind *kind,
            const char        *name,
            const char        *otherwise)
{
  const AcademyField *field = academy_kind_find_field (kind, name);

  return field != NULL ? field->name : otherwise;
}

static const char *
get_month (const AcademyKind *kind)
{
  return academy_kind_find_field (kind, "certainty") != NULL ? "(\"certainty\" = 'month')" : "0";
}

/* Returns the expression of the day on which an item of a kind is due: what is known
 * to the month only, at its end. */
static char *
dup_due (const AcademyKind *kind)
{
  return g_strdup_printf (academy_kind_find_field (kind, "certainty") != NULL ? ACADEMY_LAST_DAY ("\"%1$s\"") : "\"%1$s\"",
                          kind->end);
}

/* Reads the unfinished items that are due on the days from @first to @last, as many
 * of the earliest as @limit says; all when it is negative. Their rows are read when
 * the index has told which they are. */
static gboolean
read_work_due (Reader          *reader,
               const char      *first,
               const char      *last,
               int              limit,
               AcademyRowFunc   func,
               GError         **error)
{
  const AcademyKind *kind = reader->kind;
  const char *texts[] = { reader->organisation, first, last };
  g_autofree char *unfinished = dup_unfinished (kind);
  g_autofree char *due = dup_due (kind);
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"id\", %1$s, %2$s, %3$s, %4$s FROM \"%5$s\" WHERE rowid IN (SELECT rowid FROM \"%5$s\" "
    "WHERE \"organisation\" = ?1 AND %3$s BETWEEN ?2 AND ?3 AND %6$s ORDER BY %3$s, rowid LIMIT %7$d) ORDER BY %3$s, \"id\"",
    get_column (kind, "title", "NULL"), get_column (kind, "owner_role", "NULL"), due, get_month (kind), kind->name,
    unfinished, limit);

  return academy_store_query (reader->store, sql, texts, G_N_ELEMENTS (texts), func, reader, error);
}

static void
take_count (AcademyStore *store,
            sqlite3_stmt *row,
            gpointer      data)
{
  *(guint *) data += sqlite3_column_int64 (row, 0);
}

/* Counts the unfinished items that are due on the days from @first to @last. */
static gboolean
count_work_due (Reader            *reader,
                const AcademyKind *kind,
                const char        *first,
                const char        *last,
                guint             *n_due,
                GError           **error)
{
  const char *texts[] = { reader->organisation, first, last };
  g_autofree char *unfinished = dup_unfinished (kind);
  g_autofree char *due = dup_due (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"organisation\" = ?1 AND %s "
                                          "AND %s BETWEEN ?2 AND ?3",
                                          kind->name, unfinished, due);

  return academy_store_query (reader->store, sql, texts, G_N_ELEMENTS (texts), take_count, n_due, error);
}

/* Lets the entry of one item tell of several. Takes ownership of @title and @text. */
static void
tell_several (AcademyAttentionEntry *entry,
              guint                  n_items,
              char                  *title,
              char                  *text)
{
  g_free (entry->title);
  g_free (entry->text);
  entry->n_items = n_items;
  entry->title = title;
  entry->text = text;
}

/* Reads what is due on the days from @first to @last, the earliest first. When it is
 * more than the limit, the entry after those that are listed tells the number of the
 * others. */
static gboolean
read_due (Reader      *reader,
          const char  *first,
          const char  *last,
          const char  *when,
          GError     **error)
{
  const AcademyKind *kind = reader->kind;
  guint n_before = reader->entries->len, n_due = 0;
  AcademyAttentionEntry *rest;

  if (!read_work_due (reader, first, last, reader->limit > 0 ? (int) reader->limit + 1 : -1, take_due, error))
    return FALSE;
  if (reader->limit == 0 || reader->entries->len - n_before <= reader->limit)
    return TRUE;
  if (!count_work_due (reader, kind, first, last, &n_due, error))
    return FALSE;
  if (n_due <= reader->limit + 1)
    return TRUE;

  rest = g_ptr_array_index (reader->entries, reader->entries->len - 1);
  rest->day = 0;
  /* Translators: the name of several items, and how many are not listed: “Measures: 12 more” */
  tell_several (rest, n_due - reader->limit,
                g_strdup_printf (translate (reader, N_("%s: %d more")), translate (reader, kind->plural_label),
                                 (int) (n_due - reader->limit)),
                g_strdup (when));
  return TRUE;
}

/* Reads what is overdue, what is due soon, and what comes next. */
static gboolean
read_work (Reader  *reader,
           GError **error)
{
  return read_due (reader, "", reader->yesterday, translate (reader, N_("overdue")), error) &&
         read_due (reader, reader->today, reader->soon, translate (reader, N_("due soon")), error) &&
         read_work_due (reader, reader->today, reader->horizon, -1, take_next, error);
}

/* Items of which something is missing: the first of them, and how many there are. */
typedef struct {
  char     *items[MOST_NAMED];
  char     *titles[MOST_NAMED];
  gboolean  ownerless[MOST_NAMED];
  gboolean  dateless[MOST_NAMED];
  int       n_items;
  int       n_ownerless;
  int       n_dateless;
} Incomplete;

static void
incomplete_clear (Incomplete *incomplete)
{
  for (guint i = 0; i < MOST_NAMED; i++)
    {
      g_free (incomplete->items[i]);
      g_free (incomplete->titles[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Incomplete, incomplete_clear)

/* A row is an id, a title, whether there is no owner role, and whether a date is
 * missing. */
static void
take_incomplete (AcademyStore *store,
                 sqlite3_stmt *row,
                 gpointer      data)
{
  Incomplete *incomplete = data;
  int i = incomplete->n_items++;
  gboolean ownerless = sqlite3_column_int (row, 2) != 0, dateless = sqlite3_column_int (row, 3) != 0;

  incomplete->n_ownerless += ownerless;
  incomplete->n_dateless += dateless;
  if (i >= MOST_NAMED)
    return;

  incomplete->items[i] = g_strdup (academy_database_find_text (row, 0));
  incomplete->titles[i] = g_strdup (academy_database_get_text (row, 1));
  incomplete->ownerless[i] = ownerless;
  incomplete->dateless[i] = dateless;
}

/* Adds one entry that tells the number of all. */
static void
add_number (Reader               *reader,
            AcademyAttentionType  type,
            const Incomplete     *incomplete)
{
  const AcademyLanguage *language = reader->language;
  int ownerless = incomplete->n_ownerless, dateless = incomplete->n_dateless;
  g_autofree char *owners =
    g_strdup_printf (academy_language_translate_n (language, "%d without an owner role", "%d without an owner role", ownerless),
                     ownerless);
  g_autofree char *dates =
    g_strdup_printf (academy_language_translate_n (language, "%d without dates", "%d without dates", dateless), dateless);

  add (reader, type, ACADEMY_URGENCY_MISSING, reader->kind, incomplete->items[0], 0,
       /* Translators: the name of several items, and their number: “Measures: 12” */
       g_strdup_printf (translate (reader, N_("%s: %d")), translate (reader, reader->kind->plural_label), incomplete->n_items),
       join (ownerless > 0 ? owners : NULL, dateless > 0 ? dates : NULL, NULL));
  ((AcademyAttentionEntry *) g_ptr_array_index (reader->entries, reader->entries->len - 1))->n_items = incomplete->n_items;
}

/* Reads the unfinished measures without an owner role or dates, or the open
 * follow-ups without a due date. The covering index of sums tells which they are. */
static gboolean
read_incomplete (Reader               *reader,
                 AcademyAttentionType  type,
                 const AcademyKind    *kind,
                 const char           *ownerless,
                 const char           *dateless,
                 const char           *no_date,
                 GError              **error)
{
  g_autofree char *unfinished = dup_unfinished (kind);
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"id\", \"title\", %1$s, %2$s FROM \"%3$s\" WHERE rowid IN (SELECT rowid FROM \"%3$s\" "
    "WHERE \"organisation\" = ?1 AND %4$s AND (%1$s OR %2$s)) ORDER BY \"title\", \"id\"",
    ownerless, dateless, kind->name, unfinished);
  g_auto(Incomplete) incomplete = { NULL };

  reader->kind = kind;
  if (!academy_store_query (reader->store, sql, &reader->organisation, 1, take_incomplete, &incomplete, error))
    return FALSE;

  if (incomplete.n_items > MOST_NAMED)
    add_number (reader, type, &incomplete);
  else
    for (int i = 0; i < incomplete.n_items; i++)
      add (reader, type, ACADEMY_URGENCY_MISSING, kind, incomplete.items[i], 0, g_strdup (incomplete.titles[i]),
           join (translate (reader, kind->label), incomplete.ownerless[i] ? translate (reader, N_("no owner role")) : NULL,
                 incomplete.dateless[i] ? no_date : NULL));

  return TRUE;
}

/* A row is an id, a title, an owner role, and the day on which it is due. */
static void
take_later (AcademyStore *store,
            sqlite3_stmt *row,
            gpointer      data)
{
  Reader *reader = data;
  AcademyDay due = academy_database_get_day (row, 3);
  g_autofree char *day = academy_language_format_day (reader->language, due);
  g_autofree char *open = g_strdup_printf (translate (reader, N_("open, due %s")), day);

  add (reader, ACADEMY_ATTENTION_OPEN, ACADEMY_URGENCY_MISSING, reader->kind, academy_database_find_text (row, 0), due,
       g_strdup (academy_database_get_text (row, 1)),
       join (translate (reader, reader->kind->label), academy_database_find_text (row, 2), open));
}

/* Reads the open follow-ups that are due later than soon; several as one entry, with
 * the day on which the first of them is due. */
static gboolean
read_later (Reader  *reader,
            GError **error)
{
  g_autofree char *first = academy_date_day_to_text (reader->day + ACADEMY_DAYS_DUE + 1);
  g_autofree char *day = NULL;
  guint n_before = reader->entries->len, n_later = 0;
  AcademyAttentionEntry *all;

  reader->kind = &academy_follow_up_kind;
  if (!read_work_due (reader, first, LAST_DAY, MOST_NAMED + 1, take_later, error))
    return FALSE;
  if (reader->entries->len - n_before <= MOST_NAMED)
    return TRUE;
  if (!count_work_due (reader, reader->kind, first, LAST_DAY, &n_later, error))
    return FALSE;

  g_ptr_array_set_size (reader->entries, n_before + 1);
  all = g_ptr_array_index (reader->entries, n_before);
  day = academy_language_format_day (reader->language, all->day);
  tell_several (all, n_later,
                g_strdup_printf (translate (reader, N_("%s: %d")), translate (reader, reader->kind->plural_label), (int) n_later),
                g_strdup_printf (translate (reader, N_("open, the first due %s")), day));
  return TRUE;
}

static void
take_session (AcademyStore *store,
              sqlite3_stmt *row,
              gpointer      data)
{
  g_ptr_array_add (data, g_strdup (academy_database_get_text (row, 0)));
}

static void
add_session (Reader      *reader,
             AcademyItem *session)
{
  const AcademyLanguage *language = reader->language;
  const AcademyKind *kind = academy_item_get_kind (session);
  AcademySpan span;
  gboolean known = academy_span_get (session, &span);
  gboolean has_time = academy_span_get_day (session, kind->start) != 0;
  gboolean late = known && !has_time && span.end != 0 && span.end < reader->day;
  const char *text = has_time ? N_("no agenda") : late ? N_("no time; its last day has passed") : N_("no time");

  if (has_time && span.end < reader->day)
    return;

  add (reader, ACADEMY_ATTENTION_SESSION, late ? ACADEMY_URGENCY_LATE : ACADEMY_URGENCY_MISSING, kind,
       academy_item_get_id (session), known && span.end != 0 ? span.end : 0, academy_item_dup_title (session, language),
       join (translate (reader, kind->label), translate (reader, text), NULL));
}

/* Reads the sessions to come that have no time or no agenda. */
static gboolean
read_sessions (Reader  *reader,
               GError **error)
{
  static const char sql[] =
    "SELECT \"id\" FROM \"session\" WHERE \"organisation\" = ?1 AND \"held\" IS NULL AND (\"start\" IS NULL OR NOT EXISTS "
    "(SELECT 1 FROM \"agenda_item\" WHERE \"session\" = \"session\".\"id\")) ORDER BY \"number\", \"id\"";
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) sessions = NULL;

  if (academy_store_query (reader->store, sql, &reader->organisation, 1, take_session, ids, error))
    sessions = academy_store_get_each (reader->store, &academy_session_kind, ids, error);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    add_session (reader, g_ptr_array_index (sessions, i));

  return sessions != NULL;
}

static void
take_board (AcademyStore *store,
            sqlite3_stmt *row,
            gpointer      data)
{
  Facts *facts = data;

  if (academy_database_find_text (row, 0) == NULL)
    facts->board_date = academy_database_get_day (row, 2);
  if (facts->day != 0)
    return;

  facts->item = g_strdup (academy_database_find_text (row, 0));
  facts->title = g_strdup (academy_database_find_text (row, 1));
  facts->day = academy_database_get_day (row, 2);
}

static char *
dup_missing (Reader *reader,
             guint   missing)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint part = 0; part < ACADEMY_N_PARTS; part++)
    if ((missing & 1u << part) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              translate (reader, academy_completeness_get_label (part)));

  /* Translators: a list of what a plan needs before the board meets */
  return g_strdup_printf (translate (reader, N_("missing: %s")), list->str);
}

/* Adds the next board date of an organisation itself to what comes next. */
static void
add_board_date (Reader     *reader,
                AcademyDay  day,
                const char *title)
{
  g_ptr_array_add (reader->next,
                   academy_attention_entry_new (ACADEMY_ATTENTION_BOARD, ACADEMY_URGENCY_SOON, &academy_organisation_kind,
                                                reader->organisation, reader->organisation, day, g_strdup (title),
                                                g_strdup (translate (reader, N_("Next board date")))));
}

/* Reads whether the plan is complete when the board meets soon. */
static gboolean
read_board (Reader  *reader,
            GError **error)
{
  static const char sql[] =
    "SELECT \"id\", \"board_name\", \"meeting_date\" FROM \"board_item\" WHERE \"organisation\" = ?1 AND \"outcome\" IS NULL "
    "AND \"meeting_date\" BETWEEN ?2 AND ?3 "
    "UNION ALL SELECT NULL, \"board_name\", \"board_date\" FROM \"organisation\" WHERE \"id\" = ?1 "
    "AND \"board_date\" BETWEEN ?2 AND ?3 AND " ACADEMY_BOARD_DATE_COUNTS ("?2") " ORDER BY 3";
  const char *texts[] = { reader->organisation, reader->today, reader->horizon };
  g_auto(Facts) facts = { NULL };
  const AcademyKind *kind;
  const char *title;
  guint missing;

  if (!academy_store_query (reader->store, sql, texts, G_N_ELEMENTS (texts), take_board, &facts, error))
    return FALSE;
  if (facts.day == 0)
    return TRUE;

  title = facts.title != NULL ? facts.title : translate (reader, academy_board_item_kind.label);
  if (facts.board_date != 0)
    add_board_date (reader, facts.board_date, title);
  if (facts.day > reader->day + DAYS_BOARD)
    return TRUE;
  if (!academy_completeness_read (&missing, reader->store, reader->organisation, error))
    return FALSE;
  if (missing == 0)
    return TRUE;

  kind = facts.item != NULL ? &academy_board_item_kind : &academy_organisation_kind;
  add (reader, ACADEMY_ATTENTION_BOARD, ACADEMY_URGENCY_SOON, kind,
       facts.item != NULL ? facts.item : reader->organisation, facts.day,
       g_strdup (title), dup_missing (reader, missing));
  return TRUE;
}

static void
take_contact (AcademyStore *store,
              sqlite3_stmt *row,
              gpointer      data)
{
  Facts *facts = data;

  facts->item = g_strdup (academy_database_find_text (row, 0));
  facts->day = academy_database_get_day (row, 1);
  facts->start = academy_database_get_day (row, 2);
  facts->wanted = sqlite3_column_int (row, 3) != 0;
}

/* Reads when the mentor was in touch last; a session that was held counts, too, and
 * until there was any the first day of the programme. Without that day, only those
 * organisations are waiting that have a session or a mentor. */
static gboolean
read_contact (Reader  *reader,
              GError **error)
{
  static const char sql[] =
    "SELECT (SELECT \"id\" FROM \"session\" WHERE \"organisation\" = ?1 ORDER BY \"number\" DESC LIMIT 1), "
    "max ((SELECT coalesce (max (\"date\"), '') FROM \"contact\" WHERE \"organisation\" = ?1 AND \"date\" <= ?2), "
    "(SELECT coalesce (max (" ACADEMY_DAY_OF " (\"held\")), '') FROM \"session\" WHERE \"organisation\" = ?1 "
    "AND " ACADEMY_DAY_OF " (\"held\") <= ?2)), "
    "(SELECT \"start\" FROM \"programme\"), "
    "(EXISTS (SELECT 1 FROM \"programme\" WHERE \"start\" IS NOT NULL) "
    "OR EXISTS (SELECT 1 FROM \"session\" WHERE \"organisation\" = ?1) OR EXISTS (SELECT 1 FROM \"participation\" "
    "WHERE \"organisation\" = ?1 AND \"role\" = 'mentor' AND (\"end\" IS NULL OR \"end\" >= ?2))) "
    "AND NOT EXISTS (SELECT 1 FROM \"programme\" WHERE \"end\" < ?2 OR \"start\" > ?2)";
  const char *texts[] = { reader->organisation, reader->today };
  g_auto(Facts) facts = { NULL };
  const AcademyLanguage *language = reader->language;
  AcademyDay since;
  int days;

  if (!academy_store_query (reader->store, sql, texts, G_N_ELEMENTS (texts), take_contact, &facts, error))
    return FALSE;

  since = MAX (facts.day, facts.start);
  days = (int) reader->day - (int) facts.day;
  if (!facts.wanted || (since != 0 && reader->day <= since + DAYS_CONTACT))
    return TRUE;

  add (reader, ACADEMY_ATTENTION_CONTACT, ACADEMY_URGENCY_MISSING,
       facts.item != NULL ? &academy_session_kind : &academy_organisation_kind,
       facts.item != NULL ? facts.item : reader->organisation, facts.day,
       g_strdup (translate (reader, academy_contact_kind.label)),
       facts.day == 0 ? g_strdup (translate (reader, N_("none yet")))
                      : g_strdup_printf (academy_language_translate_n (language, "the last was %d day ago",
                                                                       "the last was %d days ago", days), days));
  return TRUE;
}

static void
take_gathering (AcademyStore *store,
                sqlite3_stmt *row,
                gpointer      data)
{
  add_next (data, row);
}

/* Reads the gatherings of a kind within the next weeks, by day. Those whose month
 * alone is known have no day. */
static gboolean
read_gatherings (Reader  *reader,
                 GError **error)
{
  const AcademyKind *kind = reader->kind;
  const char *texts[] = { reader->organisation, reader->today, reader->horizon };
  const AcademyField *title = kind->dup_title == NULL ? academy_kind_find_title (kind) : NULL;
  g_autofree char *unfinished = kind->done != NULL ? dup_unfinished (kind) : g_strdup ("1");
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"id\", %s, NULL, substr (\"%s\", 1, 10) AS \"day\" FROM \"%s\" WHERE %s "
    "AND \"day\" BETWEEN ?2 AND ?3 AND %s AND %s ORDER BY \"day\", \"id\"",
    title != NULL ? title->name : "NULL", kind->start, kind->name,
    reader->organisation != NULL ? "\"organisation\" = ?1" : "?1 IS NULL", unfinished,
    academy_kind_find_field (kind, "certainty") != NULL ? "\"certainty\" <> 'month'" : "1");

  return academy_store_query (reader->store, sql, texts, G_N_ELEMENTS (texts), take_gathering, reader, error);
}

/* Reads the kinds of an organisation, or of the programme. */
static gboolean
read_kinds (Reader  *reader,
            GError **error)
{
  const char *target = reader->organisation != NULL ? academy_organisation_kind.name : academy_programme_kind.name;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *owner = academy_kind_get_owner (*kind);

      if (owner == NULL || !g_str_equal (owner->target, target))
        continue;

      reader->kind = *kind;
      if ((((*kind)->flags & ACADEMY_KIND_WORK) != 0 && !read_work (reader, error)) ||
          (((*kind)->flags & ACADEMY_KIND_GATHERING) != 0 && !read_gatherings (reader, error)))
        return FALSE;
    }

  return TRUE;
}

/* Reads what belongs to organisations alone. */
static gboolean
read_organisation (Reader  *reader,
                   GError **error)
{
  return read_incomplete (reader, ACADEMY_ATTENTION_INCOMPLETE, &academy_measure_kind, "(coalesce (\"owner_role\", '') = '')",
                          "(\"start\" IS NULL OR \"end\" IS NULL)", translate (reader, N_("no start or end date")), error) &&
         read_incomplete (reader, ACADEMY_ATTENTION_OPEN, &academy_follow_up_kind, "0", "(\"due\" IS NULL)",
                          translate (reader, N_("no due date")), error) &&
         read_later (reader, error) &&
         read_sessions (reader, error) && read_board (reader, error) && read_contact (reader, error);
}

static void
init_reader (Reader       *reader,
             AcademyStore *store,
             const char   *organisation)
{
  AcademyDay day = academy_store_get_day (store);

  *reader = (Reader) {
    .yesterday = academy_date_day_to_text (day - 1),
    .today = academy_date_day_to_text (day),
    .soon = academy_date_day_to_text (day + ACADEMY_DAYS_DUE),
    .horizon = academy_date_day_to_text (day + DAYS_NEXT),
    .store = store,
    .language = academy_language_get_default (),
    .organisation = organisation,
    .day = day,
  };
}

/**
 * academy_attention_read_organisation:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for the programme
 * @limit: how many overdue items of a kind to list; 0 for all
 * @language: the language of the texts
 * @entries: (element-type AcademyAttentionEntry): takes what needs attention, but
 *   for hints
 * @next: (element-type AcademyAttentionEntry): takes what comes next
 * @error: return location for an error
 *
 * Reads what needs attention in one organisation, in no order.
 *
 * Returns: whether there was no error
 */
gboolean
academy_attention_read_organisation (AcademyStore           *store,
                                     const char             *organisation,
                                     guint                   limit,
                                     const AcademyLanguage  *language,
                                     GPtrArray              *entries,
                                     GPtrArray              *next,
                                     GError                **error)
{
  g_auto(Reader) reader = { NULL };

  init_reader (&reader, store, organisation);
  reader.language = language;
  reader.limit = limit;
  reader.entries = entries;
  reader.next = next;

  return read_kinds (&reader, error) && (organisation == NULL || read_organisation (&reader, error));
}

/**
 * academy_attention_count_late:
 * @store: a store
 * @organisation: the id of an organisation
 * @n_late: (out): how many of its entries are late, if none is left out
 * @error: return location for an error
 *
 * Counts what is late without reading it.
 *
 * Returns: whether there was no error
 */
gboolean
academy_attention_count_late (AcademyStore  *store,
                              const char    *organisation,
                              guint         *n_late,
                              GError       **error)
{
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (academy_attention_entry_free);
  g_auto(Reader) reader = { NULL };

  init_reader (&reader, store, organisation);
  reader.entries = sessions;
  *n_late = 0;
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (((*kind)->flags & ACADEMY_KIND_WORK) != 0 && !count_work_due (&reader, *kind, "", reader.yesterday, n_late, error))
      return FALSE;
  if (!read_sessions (&reader, error))
    return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    *n_late += ((AcademyAttentionEntry *) g_ptr_array_index (sessions, i))->urgency == ACADEMY_URGENCY_LATE;
  return TRUE;
}
