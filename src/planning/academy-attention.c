/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-attention-private.h"

#include <string.h>

#include "academy-collation.h"
#include "academy-hints-private.h"
#include "academy-kinds.h"
#include "academy-organisations.h"

/**
 * AcademyAttention:
 *
 * All that needs attention in the organisations of a programme on the day by which
 * it is judged; computed and never stored. It is kept sorted, so that after an edit
 * only what it concerns is read and sorted: an organisation, and what all have in
 * common, which is little.
 */
struct _AcademyAttention {
  /* Owned */
  AcademyStore          *store;
  char                  *organisation;
  GHashTable            *ranks;
  GPtrArray             *entries;
  GPtrArray             *common;
  GPtrArray             *next;
  GPtrArray             *common_next;
  GHashTable            *stale;

  /* Borrowed */
  const AcademyLanguage *language;

  guint                  limit;
  gboolean               all_stale;
  gboolean               fresh;
};

/* Takes ownership of @title and @text. */
AcademyAttentionEntry *
academy_attention_entry_new (AcademyAttentionType  type,
                             AcademyUrgency        urgency,
                             const AcademyKind    *kind,
                             const char           *item,
                             const char           *organisation,
                             AcademyDay            day,
                             char                 *title,
                             char                 *text)
{
  AcademyAttentionEntry *entry = g_new (AcademyAttentionEntry, 1);

  *entry = (AcademyAttentionEntry) {
    .type = type,
    .urgency = urgency,
    .kind = kind,
    .day = day,
    .n_items = 1,
    .item = g_strdup (item),
    .organisation = g_strdup (organisation),
    .title = title,
    .text = text,
  };

  return entry;
}

void
academy_attention_entry_free (gpointer data)
{
  AcademyAttentionEntry *entry = data;

  g_free (entry->item);
  g_free (entry->organisation);
  g_free (entry->title);
  g_free (entry->text);
  g_free (entry);
}

static GPtrArray *
create_entries (void)
{
  return g_ptr_array_new_with_free_func (academy_attention_entry_free);
}

static int
compare_numbers (guint64 a,
                 guint64 b)
{
  return a < b ? -1 : a > b;
}

/* Sorts by urgency and day, what has no day last. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const AcademyAttentionEntry *first = *(const AcademyAttentionEntry * const *) a;
  const AcademyAttentionEntry *second = *(const AcademyAttentionEntry * const *) b;
  AcademyAttention *self = data;
  int order = (int) first->urgency - (int) second->urgency;

  if (order == 0)
    order = compare_numbers (first->day != 0 ? first->day : G_MAXUINT32, second->day != 0 ? second->day : G_MAXUINT32);
  if (order == 0 && g_strcmp0 (first->organisation, second->organisation) != 0)
    order = first->organisation == NULL || second->organisation == NULL
              ? (first->organisation != NULL) - (second->organisation != NULL)
              : compare_numbers (GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, first->organisation)),
                                 GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, second->organisation)));
  if (order == 0)
    order = (int) first->type - (int) second->type;
  if (order == 0 && first->title != NULL && second->title != NULL)
    order = academy_collation_compare (first->title, -1, second->title, -1);

  return order != 0 ? order : strcmp (first->item, second->item);
}

/* Returns the entries of two sorted arrays in one, which owns none. */
static GPtrArray *
join (AcademyAttention *self,
      GPtrArray        *entries,
      GPtrArray        *common)
{
  GPtrArray *all = g_ptr_array_sized_new (entries->len + common->len);
  guint next = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      while (next < common->len && compare_entries (&common->pdata[next], &entries->pdata[i], self) < 0)
        g_ptr_array_add (all, common->pdata[next++]);
      g_ptr_array_add (all, entries->pdata[i]);
    }
  while (next < common->len)
    g_ptr_array_add (all, common->pdata[next++]);

  return all;
}

/* Puts the entries of @read among those of @before, of which it leaves those of
 * organisations that did not change. */
static GPtrArray *
merge (AcademyAttention *self,
       GPtrArray        *before,
       GHashTable       *changed,
       GPtrArray        *read)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_sized_new (before->len);
  GPtrArray *merged;

  for (guint i = 0; i < before->len; i++)
    {
      AcademyAttentionEntry *entry = g_ptr_array_index (before, i);

      if (g_hash_table_contains (changed, entry->organisation))
        academy_attention_entry_free (entry);
      else
        g_ptr_array_add (kept, entry);
    }

  g_ptr_array_sort_with_data (read, compare_entries, self);
  merged = join (self, kept, read);
  g_ptr_array_set_free_func (merged, academy_attention_entry_free);
  g_ptr_array_set_free_func (before, NULL);
  g_ptr_array_set_free_func (read, NULL);
  g_ptr_array_unref (before);
  return merged;
}

/* Adds the hints about days to come; the work of a role has a month, and a procurement
 * that is late stays so. Takes ownership of @hints. */
static gboolean
add_hints (AcademyAttention *self,
           GPtrArray        *hints,
           GPtrArray        *entries)
{
  g_autoptr(GPtrArray) read = hints;
  AcademyDay today = academy_store_get_day (self->store);

  for (guint i = 0; read != NULL && i < read->len; i++)
    {
      const AcademyHint *hint = g_ptr_array_index (read, i);
      AcademyDay last = hint->type == ACADEMY_HINT_LOAD ? academy_date_get_last_of_month (hint->day) : hint->day;
      gboolean has_passed = last < today && hint->type != ACADEMY_HINT_PROCUREMENT;
      const char *item = hint->item != NULL ? hint->item : hint->organisation;

      if (!has_passed && item != NULL &&
          (hint->organisation == NULL || g_hash_table_contains (self->ranks, hint->organisation)))
        g_ptr_array_add (entries,
                         academy_attention_entry_new (ACADEMY_ATTENTION_HINT, ACADEMY_URGENCY_MISSING,
                                                      hint->item != NULL ? hint->kind : &academy_organisation_kind, item,
                                                      hint->organisation, hint->day, g_strdup (hint->text), g_strdup ("")));
    }

  return read != NULL;
}

/* Reads the organisations in @changed, but for those that are archived or not asked
 * for. */
static gboolean
read_changed (AcademyAttention  *self,
              GHashTable        *changed,
              GError           **error)
{
  g_autoptr(GPtrArray) entries = create_entries ();
  g_autoptr(GPtrArray) next = create_entries ();
  GHashTableIter iterator;
  gpointer id;

  g_hash_table_iter_init (&iterator, changed);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    if (g_hash_table_contains (self->ranks, id) &&
        (!academy_attention_read_organisation (self->store, id, self->limit, self->language, entries, next, error) ||
         !add_hints (self, academy_hints_read_own (self->store, id, academy_store_get_day (self->store), self->language, error),
                     entries)))
      return FALSE;

  self->entries = merge (self, self->entries, changed, entries);
  self->next = merge (self, self->next, changed, next);
  return TRUE;
}

/* Reads what several organisations have in common, and what belongs to the programme
 * when that is asked for. */
static gboolean
read_common (AcademyAttention  *self,
             GError           **error)
{
  g_ptr_array_set_size (self->common, 0);
  g_ptr_array_set_size (self->common_next, 0);
  if (self->organisation == NULL &&
      !academy_attention_read_organisation (self->store, NULL, self->limit, self->language, self->common, self->common_next,
                                            error))
    return FALSE;
  if (!add_hints (self, academy_hints_read_common (self->store, self->organisation, self->language, error), self->common))
    return FALSE;

  g_ptr_array_sort_with_data (self->common, compare_entries, self);
  g_ptr_array_sort_with_data (self->common_next, compare_entries, self);
  return TRUE;
}

/**
 * academy_attention_new:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all of them
 * @limit: how many overdue items of a kind to list for an organisation, and how many
 *   that are due soon; 0 for all
 * @language: the language of the texts
 *
 * Returns: (transfer full): an empty list, to be read
 */
AcademyAttention *
academy_attention_new (AcademyStore          *store,
                       const char            *organisation,
                       guint                  limit,
                       const AcademyLanguage *language)
{
  AcademyAttention *self = g_new0 (AcademyAttention, 1);

  self->store = g_object_ref (store);
  self->organisation = g_strdup (organisation);
  self->limit = limit;
  self->language = language;
  self->entries = create_entries ();
  self->next = create_entries ();
  self->common = create_entries ();
  self->common_next = create_entries ();
  self->ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all_stale = TRUE;

  return self;
}

void
academy_attention_free (AcademyAttention *self)
{
  g_hash_table_unref (self->ranks);
  g_hash_table_unref (self->stale);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->next);
  g_ptr_array_unref (self->common);
  g_ptr_array_unref (self->common_next);
  g_free (self->organisation);
  g_object_unref (self->store);
  g_free (self);
}

/* Reads the order of the organisations that are not archived. */
static gboolean
read_ranks (AcademyAttention  *self,
            GError           **error)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (self->store, error);

  if (organisations == NULL)
    return FALSE;

  g_hash_table_remove_all (self->ranks);
  for (guint i = 0; i < organisations->len; i++)
    {
      const char *id = academy_item_get_id (g_ptr_array_index (organisations, i));

      if (self->organisation == NULL || g_str_equal (self->organisation, id))
        g_hash_table_insert (self->ranks, g_strdup (id), GUINT_TO_POINTER (i));
    }

  return TRUE;
}

/* Reads what is stale, and what all have in common. */
static gboolean
read_stale (AcademyAttention  *self,
            GError           **error)
{
  if (self->all_stale)
    {
      if (!read_ranks (self, error))
        return FALSE;
      g_ptr_array_set_size (self->entries, 0);
      g_ptr_array_set_size (self->next, 0);
    }

  return read_changed (self, self->all_stale ? self->ranks : self->stale, error) && read_common (self, error);
}

/**
 * academy_attention_invalidate:
 * @self: what needs attention
 * @changes: (nullable): what changed, or %NULL for everything, such as the day
 *
 * Marks the organisations in which something changed as to be read again; all of them
 * when that is the organisations themselves, such as their order, or the programme.
 */
void
academy_attention_invalidate (AcademyAttention *self,
                              AcademyChanges   *changes)
{
  g_autoptr(GHashTable) changed =
    changes != NULL && !academy_changes_touch (changes, &academy_programme_kind) &&
        !academy_changes_touch (changes, &academy_organisation_kind)
      ? academy_changes_get_organisations (changes, NULL, G_MAXUINT64)
      : NULL;
  GHashTableIter iterator;
  gpointer id;

  self->fresh = FALSE;
  self->all_stale = self->all_stale || changed == NULL;
  if (self->all_stale)
    return;

  g_hash_table_iter_init (&iterator, changed);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    g_hash_table_add (self->stale, g_strdup (id));
}

/**
 * academy_attention_read:
 * @self: what needs attention
 * @error: return location for an error
 *
 * Reads what academy_attention_invalidate() has marked since it was read; at first,
 * all.
 *
 * Returns: whether there was no error
 */
gboolean
academy_attention_read (AcademyAttention  *self,
                        GError           **error)
{
  gboolean reading;

  if (self->fresh)
    return TRUE;

  /* In one transaction, since each of its own takes longer than what it reads. */
  reading = academy_store_begin_reading (self->store, NULL);
  self->fresh = read_stale (self, error);
  if (reading)
    academy_store_end_reading (self->store);
  if (self->fresh)
    {
      g_hash_table_remove_all (self->stale);
      self->all_stale = FALSE;
    }

  return self->fresh;
}

/**
 * academy_attention_get_entries:
 * @self: what needs attention, which has been read
 *
 * Returns: (transfer container) (element-type AcademyAttentionEntry): the entries, the
 *   most urgent first; valid until @self is read again
 */
GPtrArray *
academy_attention_get_entries (AcademyAttention *self)
{
  return join (self, self->entries, self->common);
}

/**
 * academy_attention_get_next:
 * @self: what needs attention, which has been read
 *
 * Returns: (transfer container) (element-type AcademyAttentionEntry): what comes in
 *   the next four weeks, by day: sessions, board meetings, events and what is due;
 *   the title is %NULL when only the item tells it. Valid until @self is read again
 */
GPtrArray *
academy_attention_get_next (AcademyAttention *self)
{
  return join (self, self->next, self->common_next);
}

static const char * const types[] = {
  [ACADEMY_ATTENTION_OVERDUE] = "overdue",
  [ACADEMY_ATTENTION_DUE] = "due",
  [ACADEMY_ATTENTION_BOARD] = "board",
  [ACADEMY_ATTENTION_SESSION] = "session",
  [ACADEMY_ATTENTION_CONTACT] = "contact",
  [ACADEMY_ATTENTION_INCOMPLETE] = "incomplete",
  [ACADEMY_ATTENTION_OPEN] = "open",
  [ACADEMY_ATTENTION_HINT] = "hint",
};

static const char * const urgencies[] = {
  [ACADEMY_URGENCY_LATE] = "late",
  [ACADEMY_URGENCY_SOON] = "soon",
  [ACADEMY_URGENCY_MISSING] = "missing",
};

/**
 * academy_attention_get_name:
 * @type: a type
 *
 * Returns: (transfer none): its token
 */
const char *
academy_attention_get_name (AcademyAttentionType type)
{
  return types[type];
}

/**
 * academy_urgency_get_name:
 * @urgency: an urgency
 *
 * Returns: (transfer none): its token
 */
const char *
academy_urgency_get_name (AcademyUrgency urgency)
{
  return urgencies[urgency];
}
