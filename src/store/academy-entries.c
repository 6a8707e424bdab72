/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-entries.h"

#include <string.h>

#include "academy-changeset.h"
#include "academy-entry-reader-private.h"
#include "academy-stamp.h"

struct _AcademyEntries {
  GObject                parent_instance;

  /* The place in the history where reading goes on; none before the first. */
  char                  *next_at;
  char                  *next_id;
  gboolean               is_complete;

  /* Owned */
  AcademyStore          *store;
  GArray                *found;
  AcademyEntryReader    *reader;
  char                  *organisation;
  char                  *author;
  char                  *text;
  char                  *since;
  char                  *until;

  /* Borrowed */
  const AcademyKind     *kind;
};

static void academy_entries_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcademyEntries, academy_entries, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, academy_entries_list_model_init))

/**
 * AcademyEntries:
 *
 * The history of a file as a list model of #AcademyEntry, the newest first. It is
 * read a part at a time, and holds nothing but the numbers of the entries that meet
 * its filter.
 */

/* An entry that meets the filter. */
typedef struct {
  gint64 step;
  gint64 at;
} Found;

/* A row of the history, valid until the next step of its statement. */
typedef struct {
  gint64      step;
  const char *stamp;
  const char *id;
  const char *author;
  const char *label;
  const char *action;

  /* Owned */
  GBytes     *changeset;
} Row;

static void
row_clear (Row *row)
{
  g_clear_pointer (&row->changeset, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

enum {
  SEQ,
  AT,
  ID,
  AUTHOR,
  LABEL,
  ACTION,
  CHANGESET,
};

#define COLUMNS "SELECT \"seq\", \"at\", \"id\", \"author\", \"label\", \"action\", \"changeset\" FROM \"history\" "

/* Reads a row; a changeset that is not whole counts as empty, since check tells of
 * it. */
static Row
read_row (sqlite3_stmt *statement)
{
  Row row = {
    .step = sqlite3_column_int64 (statement, SEQ),
    .stamp = academy_database_get_text (statement, AT),
    .id = academy_database_get_text (statement, ID),
    .author = academy_database_get_text (statement, AUTHOR),
    .label = academy_database_get_text (statement, LABEL),
    .action = academy_database_get_text (statement, ACTION),
    .changeset = g_bytes_new_static (sqlite3_column_blob (statement, CHANGESET), sqlite3_column_bytes (statement, CHANGESET)),
  };

  if (!academy_changeset_is_whole (row.changeset))
    {
      g_bytes_unref (row.changeset);
      row.changeset = g_bytes_new_static (NULL, 0);
    }

  return row;
}

/* Prepares reading on from where it ended, the newest first. */
static sqlite3_stmt *
prepare_next (AcademyEntries  *self,
              GError         **error)
{
  static const char first[] = COLUMNS "ORDER BY \"at\" DESC, \"id\" DESC";
  static const char next[] = COLUMNS "WHERE (\"at\", \"id\") < (?1, ?2) ORDER BY \"at\" DESC, \"id\" DESC";
  sqlite3_stmt *statement = academy_database_prepare (self->store->database, self->next_at != NULL ? next : first, error);

  if (statement != NULL && self->next_at != NULL)
    {
      sqlite3_bind_text (statement, 1, self->next_at, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 2, self->next_id, -1, SQLITE_TRANSIENT);
    }

  return statement;
}

/* Whether an entry may be wanted, as far as its row tells. */
static gboolean
may_match (AcademyEntries *self,
           const Row      *row)
{
  return (self->author == NULL || g_str_equal (self->author, row->author)) &&
         (self->since == NULL || strcmp (row->stamp, self->since) >= 0) &&
         (self->until == NULL || strcmp (row->stamp, self->until) < 0);
}

/* Finds out, without reading values, whether a changeset deletes something and
 * whether it changes something of a kind. */
static void
glance (GBytes            *changeset,
        const AcademyKind *kind,
        gboolean          *removes,
        gboolean          *touches)
{
  sqlite3_changeset_iter *iterator;
  gsize size;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &size);

  *removes = FALSE;
  *touches = kind == NULL;
  if (sqlite3changeset_start (&iterator, size, data) != SQLITE_OK)
    return;

  while (sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
      *removes |= operation == SQLITE_DELETE;
      *touches |= kind != NULL && g_str_has_prefix (table, kind->name);
    }
  sqlite3changeset_finalize (iterator);
}

static gboolean
is_in (const char *text,
       const char *part)
{
  g_autofree char *folded = text != NULL ? academy_language_casefold (text) : NULL;

  return folded != NULL && strstr (folded, part) != NULL;
}

/* Whether an entry changed what the filter asks for. */
static gboolean
matches (AcademyEntries *self,
         GPtrArray      *changes)
{
  g_autoptr(GPtrArray) lines = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      AcademyItemChange *change = g_ptr_array_index (changes, i);

      if ((self->kind == NULL || change->kind == self->kind) &&
          (self->organisation == NULL ||
           g_str_equal (academy_entry_reader_find_place (self->reader, change->kind, change->id), self->organisation)))
        break;
      if (i == changes->len - 1)
        return FALSE;
    }
  if (self->text == NULL)
    return TRUE;

  lines = academy_entry_reader_make_lines (self->reader, changes);
  for (guint i = 0; i < lines->len; i++)
    {
      AcademyEntryLine *line = g_ptr_array_index (lines, i);

      if (is_in (line->title, self->text) || is_in (line->before, self->text) || is_in (line->after, self->text))
        return TRUE;
    }

  return FALSE;
}

/* Whether a row is wanted. Entries without content were thinned, or concerned people
 * alone: these are told of only when nothing else is asked for. */
static gboolean
take_row (AcademyEntries  *self,
          const Row       *row,
          gboolean        *wanted,
          GError         **error)
{
  gboolean is_wanted = may_match (self, row);
  gboolean removes, touches;
  g_autoptr(GPtrArray) changes = NULL;

  *wanted = FALSE;
  if (g_str_equal (row->action, "base"))
    return TRUE;
  if (g_bytes_get_size (row->changeset) == 0)
    {
      *wanted = is_wanted && self->kind == NULL && self->organisation == NULL && self->text == NULL;
      return TRUE;
    }

  glance (row->changeset, self->kind, &removes, &touches);
  if (!removes && !(is_wanted && touches))
    return TRUE;

  changes = academy_entry_reader_read (self->reader, row->changeset, error);
  if (changes == NULL)
    return FALSE;

  academy_entry_reader_note (self->reader, changes);
  *wanted = is_wanted && matches (self, changes);
  return TRUE;
}

/* A time that is not one counts as the beginning, since check tells of it. */
static void
append (AcademyEntries *self,
        const Row      *row)
{
  Found found = { .step = row->step };

  if (!academy_stamp_from_text (row->stamp, &found.at, NULL))
    found.at = 0;
  g_array_append_val (self->found, found);
}

static void
academy_entries_finalize (GObject *object)
{
  AcademyEntries *self = ACADEMY_ENTRIES (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->reader, academy_entry_reader_free);
  g_free (self->next_at);
  g_free (self->next_id);
  g_free (self->organisation);
  g_free (self->author);
  g_free (self->text);
  g_free (self->since);
  g_free (self->until);

  G_OBJECT_CLASS (academy_entries_parent_class)->finalize (object);
}

static void
academy_entries_class_init (AcademyEntriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_entries_finalize;
}

static void
academy_entries_init (AcademyEntries *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
}

static GType
academy_entries_get_item_type (GListModel *model)
{
  return ACADEMY_TYPE_ENTRY;
}

static guint
academy_entries_get_n_items (GListModel *model)
{
  return ACADEMY_ENTRIES (model)->found->len;
}

/* Reads an entry by its number; %NULL when it has gone. */
static AcademyEntry *
read_entry (AcademyEntries  *self,
            gint64           step,
            GError         **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self->store->database, COLUMNS "WHERE \"seq\" = ?1", error);
  AcademyEntry *entry = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, step);
  if (academy_database_step (self->store->database, statement, error) == ACADEMY_STEP_ROW)
    {
      g_auto(Row) row = read_row (statement);
      gint64 at = 0;

      changes = academy_entry_reader_read (self->reader, row.changeset, error);
      if (changes != NULL && academy_stamp_from_text (row.stamp, &at, error))
        {
          lines = academy_entry_reader_make_lines (self->reader, changes);
          entry = academy_entry_new (step, at, row.author, row.label, row.action, changes, lines);
        }
      sqlite3_reset (statement);
    }

  return entry;
}

/* An entry that has gone since, such as typing that was typed back, is empty until
 * the list is read anew. */
static gpointer
academy_entries_get_item (GListModel *model,
                          guint       position)
{
  AcademyEntries *self = ACADEMY_ENTRIES (model);
  g_autoptr(GPtrArray) nothing = NULL;
  g_autoptr(GError) error = NULL;
  AcademyEntry *entry;

  if (position >= self->found->len)
    return NULL;

  entry = read_entry (self, g_array_index (self->found, Found, position).step, &error);
  if (error != NULL)
    academy_store_report (self->store, error);
  if (entry != NULL)
    return entry;

  nothing = g_ptr_array_new ();
  return academy_entry_new (g_array_index (self->found, Found, position).step, 0, "", "", "", nothing, nothing);
}

static void
academy_entries_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = academy_entries_get_item_type;
  iface->get_n_items = academy_entries_get_n_items;
  iface->get_item = academy_entries_get_item;
}

/**
 * academy_entries_new:
 * @store: a store
 * @language: the language of values and titles
 *
 * Returns: (transfer full): the history of @store; nothing of it is read yet
 */
AcademyEntries *
academy_entries_new (AcademyStore          *store,
                     const AcademyLanguage *language)
{
  AcademyEntries *self = g_object_new (ACADEMY_TYPE_ENTRIES, NULL);

  self->store = g_object_ref (store);
  self->reader = academy_entry_reader_new (store, language);

  return self;
}

/**
 * academy_entries_set_filter:
 * @self: the history of a store
 * @filter: (nullable): which entries are wanted; %NULL for all
 *
 * Begins anew, also after the history has changed: the list is empty until
 * academy_entries_read_more().
 */
void
academy_entries_set_filter (AcademyEntries           *self,
                            const AcademyEntryFilter *filter)
{
  static const AcademyEntryFilter all = { NULL };
  const AcademyEntryFilter *wanted = filter != NULL ? filter : &all;
  guint n_found = self->found->len;

  g_set_str (&self->organisation, wanted->organisation);
  g_set_str (&self->author, wanted->author);
  g_clear_pointer (&self->text, g_free);
  if (wanted->text != NULL && *wanted->text != '\0')
    self->text = academy_language_casefold (wanted->text);
  self->kind = wanted->kind;
  g_clear_pointer (&self->since, g_free);
  g_clear_pointer (&self->until, g_free);
  if (wanted->since != 0)
    self->since = academy_stamp_to_text (wanted->since, NULL);
  if (wanted->until != 0)
    self->until = academy_stamp_to_text (wanted->until, NULL);

  g_clear_pointer (&self->next_at, g_free);
  g_clear_pointer (&self->next_id, g_free);
  academy_entry_reader_reset (self->reader);
  self->is_complete = FALSE;
  g_array_set_size (self->found, 0);
  if (n_found > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_found, 0);
}

/**
 * academy_entries_read_more:
 * @self: the history of a store
 * @n_more: how many entries are wanted
 * @milliseconds: how long to search for them at most, about; 0 for as long as it
 *   takes
 * @error: return location for an error
 *
 * Reads on until there are @n_more entries more, or no others, or the time is up.
 *
 * Returns: whether there was no error
 */
gboolean
academy_entries_read_more (AcademyEntries  *self,
                           guint            n_more,
                           guint            milliseconds,
                           GError         **error)
{
  gint64 end = milliseconds > 0 ? g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND : G_MAXINT64;
  guint n_before = self->found->len;
  sqlite3_stmt *statement = prepare_next (self, error);
  AcademyStep step = ACADEMY_STEP_ROW;
  gboolean read = statement != NULL;

  academy_entry_reader_hold (self->reader, TRUE);
  while (read && !self->is_complete && self->found->len - n_before < n_more && g_get_monotonic_time () < end)
    {
      step = academy_database_step (self->store->database, statement, error);
      read = step != ACADEMY_STEP_FAILED;
      self->is_complete = step == ACADEMY_STEP_DONE;
      if (step == ACADEMY_STEP_ROW)
        {
          g_auto(Row) row = read_row (statement);
          gboolean wanted = FALSE;

          read = take_row (self, &row, &wanted, error);
          if (wanted)
            append (self, &row);
          g_set_str (&self->next_at, row.stamp);
          g_set_str (&self->next_id, row.id);
        }
    }
  academy_entry_reader_hold (self->reader, FALSE);
  if (statement != NULL)
    sqlite3_reset (statement);

  if (self->found->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->found->len - n_before);
  return read;
}

/**
 * academy_entries_is_complete:
 * @self: the history of a store
 *
 * Returns: whether there is nothing more to read
 */
gboolean
academy_entries_is_complete (AcademyEntries *self)
{
  return self->is_complete;
}

/**
 * academy_entries_peek:
 * @self: the history of a store
 * @position: the position of an entry
 * @step: (out): its number in the history
 * @at: (out): when it was made, in microseconds since 1970
 *
 * Tells of an entry without reading it.
 */
void
academy_entries_peek (AcademyEntries *self,
                      guint           position,
                      gint64         *step,
                      gint64         *at)
{
  const Found *found = &g_array_index (self->found, Found, position);

  *step = found->step;
  *at = found->at;
}

/**
 * academy_entries_get_authors:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full): who has made entries, sorted
 */
GStrv
academy_entries_get_authors (AcademyStore  *store,
                             GError       **error)
{
  sqlite3_stmt *statement =
    academy_database_prepare (store->database, "SELECT DISTINCT \"author\" FROM \"history\" WHERE \"author\" <> '' ORDER BY 1",
                              error);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  AcademyStep step;

  if (statement == NULL)
    return NULL;

  while ((step = academy_database_step (store->database, statement, error)) == ACADEMY_STEP_ROW)
    g_strv_builder_add (builder, academy_database_get_text (statement, 0));

  return step == ACADEMY_STEP_DONE ? g_strv_builder_end (builder) : NULL;
}
