/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-history-model.h"

#include "academy-date.h"
#include "academy-instant.h"

/* How many entries are read at first, which fill a window, and each time that the
 * end of the list comes near. */
#define FIRST_ENTRIES      20
#define MORE_ENTRIES       100
/* How long a read may hold up a frame: of a filter, of a list that changed and is to
 * keep its length, and on idle. */
#define FIRST_MILLISECONDS 15
#define AGAIN_MILLISECONDS 100
#define IDLE_MILLISECONDS  8

/* An entry, and the day below whose heading it stands. */
typedef struct {
  gint64     step;
  AcademyDay day;
} Row;

struct _AcademyHistoryModel {
  GObject         parent_instance;

  /* Owned */
  AcademyStore   *store;
  AcademyEntries *entries;
  GArray         *rows;
  char           *organisation;
  char           *author;
  char           *text;

  /* Owned by the main context */
  guint           idle;

  AcademyEntryFilter filter;
  guint           n_wanted;
  gboolean        has_failed;
};

static void academy_history_model_list_init (GListModelInterface *iface);
static void academy_history_model_section_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcademyHistoryModel, academy_history_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, academy_history_model_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, academy_history_model_section_init))

enum {
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * AcademyHistoryModel:
 *
 * The entries of the history in sections of a day. It reads as many as are looked
 * at, on idle where they are far apart, and follows the store: after an edit only
 * the rows that came or went change.
 */

static Row
create_row (AcademyHistoryModel *self,
            guint                position)
{
  Row row = { 0, G_DATE_BAD_JULIAN };
  g_autoptr(GDateTime) time = NULL;
  gint64 at;

  academy_entries_peek (self->entries, position, &row.step, &at);
  time = academy_instant_from_stamp (at);
  if (time != NULL)
    {
      GDate date = academy_date_from_instant (time);

      row.day = g_date_get_julian (&date);
    }

  return row;
}

static guint
get_n_read (AcademyHistoryModel *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->entries));
}

static void
read_more (AcademyHistoryModel *self,
           guint                milliseconds)
{
  guint n_read = get_n_read (self);
  g_autoptr(GError) error = NULL;

  if (n_read < self->n_wanted &&
      !academy_entries_read_more (self->entries, self->n_wanted - n_read, milliseconds, &error))
    {
      self->has_failed = TRUE;
      academy_store_report (self->store, error);
    }
}

/* Tells that rows came in place of others: a row beside them may begin a section no
 * more, or begin one now. */
static void
emit_changed (AcademyHistoryModel *self,
              guint                position,
              guint                n_removed,
              guint                n_added)
{
  if (n_removed == 0 && n_added == 0)
    return;

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  if (position + n_added < self->rows->len)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position + n_added, 1);
}

static void
append_rows (AcademyHistoryModel *self)
{
  guint n_before = self->rows->len;

  for (guint i = n_before; i < get_n_read (self); i++)
    {
      Row row = create_row (self, i);

      g_array_append_val (self->rows, row);
    }
  emit_changed (self, n_before, 0, self->rows->len - n_before);
}

static gboolean
is_same (GArray *a,
         guint   i,
         GArray *b,
         guint   j)
{
  return g_array_index (a, Row, i).step == g_array_index (b, Row, j).step &&
         g_array_index (a, Row, i).day == g_array_index (b, Row, j).day;
}

/* Replaces the rows by those of the entries, as far as they differ. */
static void
replace_rows (AcademyHistoryModel *self)
{
  g_autoptr(GArray) before = g_steal_pointer (&self->rows);
  guint n_same = 0;
  guint n_same_end = 0;

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < get_n_read (self); i++)
    {
      Row row = create_row (self, i);

      g_array_append_val (self->rows, row);
    }

  while (n_same < MIN (before->len, self->rows->len) && is_same (before, n_same, self->rows, n_same))
    n_same++;
  while (n_same_end < MIN (before->len, self->rows->len) - n_same &&
         is_same (before, before->len - 1 - n_same_end, self->rows, self->rows->len - 1 - n_same_end))
    n_same_end++;

  emit_changed (self, n_same, before->len - n_same - n_same_end, self->rows->len - n_same - n_same_end);
}

static gboolean
is_satisfied (AcademyHistoryModel *self)
{
  return academy_history_model_is_complete (self) || self->rows->len >= self->n_wanted;
}

static gboolean
idle_cb (gpointer data)
{
  AcademyHistoryModel *self = data;

  read_more (self, IDLE_MILLISECONDS);
  append_rows (self);
  if (is_satisfied (self))
    self->idle = 0;
  g_signal_emit (self, signals[READ], 0);

  return self->idle != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
go_on (AcademyHistoryModel *self)
{
  if (self->idle == 0 && !is_satisfied (self))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
begin (AcademyHistoryModel *self,
       guint                milliseconds)
{
  self->has_failed = FALSE;
  academy_entries_set_filter (self->entries, &self->filter);
  read_more (self, milliseconds);
  replace_rows (self);
  go_on (self);
  g_signal_emit (self, signals[READ], 0);
}

static void
changed_cb (AcademyHistoryModel *self)
{
  self->n_wanted = MAX (FIRST_ENTRIES, self->rows->len);
  begin (self, AGAIN_MILLISECONDS);
}

static void
academy_history_model_dispose (GObject *object)
{
  AcademyHistoryModel *self = ACADEMY_HISTORY_MODEL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->entries);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_history_model_parent_class)->dispose (object);
}

static void
academy_history_model_finalize (GObject *object)
{
  AcademyHistoryModel *self = ACADEMY_HISTORY_MODEL (object);

  g_array_unref (self->rows);
  g_free (self->organisation);
  g_free (self->author);
  g_free (self->text);

  G_OBJECT_CLASS (academy_history_model_parent_class)->finalize (object);
}

static void
academy_history_model_class_init (AcademyHistoryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_history_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_history_model_finalize;

  /**
   * AcademyHistoryModel::read:
   *
   * Emitted after a part was read, also when nothing in it was wanted.
   */
  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_history_model_init (AcademyHistoryModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

static GType
academy_history_model_get_item_type (GListModel *model)
{
  return ACADEMY_TYPE_ENTRY;
}

static guint
academy_history_model_get_n_items (GListModel *model)
{
  return ACADEMY_HISTORY_MODEL (model)->rows->len;
}

static gpointer
academy_history_model_get_item (GListModel *model,
                                guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (ACADEMY_HISTORY_MODEL (model)->entries), position);
}

static void
academy_history_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = academy_history_model_get_item_type;
  iface->get_n_items = academy_history_model_get_n_items;
  iface->get_item = academy_history_model_get_item;
}

/* Returns the first row before which no day is later than @day, or is @day itself
 * when @after. */
static guint
find_bound (AcademyHistoryModel *self,
            AcademyDay           day,
            gboolean             after)
{
  guint low = 0;
  guint high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      AcademyDay there = g_array_index (self->rows, Row, middle).day;

      if (there > day || (after && there == day))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
academy_history_model_get_section (GtkSectionModel *model,
                                   guint            position,
                                   guint           *start,
                                   guint           *end)
{
  AcademyHistoryModel *self = ACADEMY_HISTORY_MODEL (model);

  if (position >= self->rows->len)
    {
      *start = self->rows->len;
      *end = G_MAXUINT;
      return;
    }

  *start = find_bound (self, g_array_index (self->rows, Row, position).day, FALSE);
  *end = find_bound (self, g_array_index (self->rows, Row, position).day, TRUE);
}

static void
academy_history_model_section_init (GtkSectionModelInterface *iface)
{
  iface->get_section = academy_history_model_get_section;
}

/**
 * academy_history_model_new:
 * @store: a store
 *
 * Returns: (transfer full): its history; nothing of it is read yet
 */
AcademyHistoryModel *
academy_history_model_new (AcademyStore *store)
{
  AcademyHistoryModel *self = g_object_new (ACADEMY_TYPE_HISTORY_MODEL, NULL);

  self->store = g_object_ref (store);
  self->entries = academy_entries_new (store, academy_language_get_default ());
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * academy_history_model_set_filter:
 * @self: a history
 * @filter: which entries are wanted
 *
 * Shows other entries, the newest first.
 */
void
academy_history_model_set_filter (AcademyHistoryModel      *self,
                                  const AcademyEntryFilter *filter)
{
  g_set_str (&self->organisation, filter->organisation);
  g_set_str (&self->author, filter->author);
  g_set_str (&self->text, filter->text);
  self->filter = *filter;
  self->filter.organisation = self->organisation;
  self->filter.author = self->author;
  self->filter.text = self->text;
  self->n_wanted = FIRST_ENTRIES;
  begin (self, FIRST_MILLISECONDS);
}

/**
 * academy_history_model_read_on:
 * @self: a history
 *
 * Reads more, because the end of what was read comes into sight.
 */
void
academy_history_model_read_on (AcademyHistoryModel *self)
{
  if (self->idle != 0 || academy_history_model_is_complete (self))
    return;

  self->n_wanted = self->rows->len + MORE_ENTRIES;
  go_on (self);
}

/**
 * academy_history_model_is_complete:
 * @self: a history
 *
 * Returns: whether there is nothing more to read
 */
gboolean
academy_history_model_is_complete (AcademyHistoryModel *self)
{
  return self->has_failed || academy_entries_is_complete (self->entries);
}
