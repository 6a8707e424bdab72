/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-entry-reader-private.h"

#include "academy-kinds.h"

/* The most items that are held. */
#define MOST_HELD 256

/* What entries of the history are about, in words: read from the newest on, it knows
 * what was deleted after them. */

struct _AcademyEntryReader {
  /* Owned */
  GHashTable            *columns;
  GHashTable            *held;
  GHashTable            *deleted;
  GHashTable            *places;

  /* Borrowed */
  AcademyStore          *store;
  const AcademyLanguage *language;

  gboolean               is_holding;
};

AcademyEntryReader *
academy_entry_reader_new (AcademyStore          *store,
                          const AcademyLanguage *language)
{
  AcademyEntryReader *self = g_new0 (AcademyEntryReader, 1);

  self->store = store;
  self->language = language;
  self->columns = academy_item_columns_new ();
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
academy_entry_reader_free (AcademyEntryReader *self)
{
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->held);
  g_hash_table_unref (self->deleted);
  g_hash_table_unref (self->places);
  g_free (self);
}

/* Begins anew: what is noted may have come back. */
void
academy_entry_reader_reset (AcademyEntryReader *self)
{
  g_hash_table_remove_all (self->deleted);
  g_hash_table_remove_all (self->places);
}

/* Whether to hold the items that are found, which must not change meanwhile. Many entries
 * are about the same ones, which are else read again for each. */
void
academy_entry_reader_hold (AcademyEntryReader *self,
                           gboolean            hold)
{
  self->is_holding = hold;
  if (!hold)
    g_hash_table_remove_all (self->held);
}

/* Returns the #AcademyItemChange of a whole changeset. */
GPtrArray *
academy_entry_reader_read (AcademyEntryReader  *self,
                           GBytes              *changeset,
                           GError             **error)
{
  return academy_item_changes_read (self->store->database, self->columns, changeset, error);
}

static AcademyItem *
get_item (AcademyEntryReader *self,
          const AcademyKind  *kind,
          const char         *id)
{
  AcademyItem *item = g_hash_table_lookup (self->held, id);

  if (item != NULL && academy_item_get_kind (item) == kind)
    return g_object_ref (item);

  item = academy_store_get (self->store, kind, id, NULL);
  if (item == NULL || !self->is_holding)
    return item;

  if (g_hash_table_size (self->held) == MOST_HELD)
    g_hash_table_remove_all (self->held);
  g_hash_table_replace (self->held, (gpointer) academy_item_get_id (item), g_object_ref (item));
  return item;
}

/* Finds an item as it is, or as it was when it was deleted. */
static AcademyItem *
find_item (AcademyEntryReader *self,
           const AcademyKind  *kind,
           const char         *id,
           gboolean           *exists)
{
  AcademyItem *item = get_item (self, kind, id);

  if (exists != NULL)
    *exists = item != NULL;
  if (item != NULL)
    return item;

  item = g_hash_table_lookup (self->deleted, id);
  return item != NULL && academy_item_get_kind (item) == kind ? g_object_ref (item) : NULL;
}

/* Returns the id of the organisation of an item, or "" for none. */
const char *
academy_entry_reader_find_place (AcademyEntryReader *self,
                                 const AcademyKind  *kind,
                                 const char         *id)
{
  const char *place = g_hash_table_lookup (self->places, id);
  g_autoptr(AcademyItem) item = NULL;
  const AcademyField *owner = academy_kind_get_owner (kind);

  if (place != NULL)
    return place;

  if (kind == &academy_organisation_kind)
    place = g_intern_string (id);
  else if (owner != NULL)
    {
      item = find_item (self, kind, id, NULL);
      if (item != NULL && academy_item_get_owner (item) != NULL)
        place = academy_entry_reader_find_place (self, academy_kind_find (owner->target), academy_item_get_owner (item));
    }
  if (place == NULL)
    place = "";

  g_hash_table_insert (self->places, g_strdup (id), (gpointer) place);
  return place;
}

/* Notes what was deleted, so that older entries can name it. */
void
academy_entry_reader_note (AcademyEntryReader *self,
                           GPtrArray          *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      AcademyItemChange *change = g_ptr_array_index (changes, i);

      if (change->type == ACADEMY_CHANGE_REMOVED && !g_hash_table_contains (self->deleted, change->id))
        {
          g_hash_table_insert (self->deleted, g_strdup (change->id), g_object_ref (change->before));
          g_hash_table_remove (self->places, change->id);
        }
    }
}

static gboolean
is_line_wanted (const AcademyField *field)
{
  return (field->flags & (ACADEMY_HIDDEN | ACADEMY_OWNER | ACADEMY_STAMP | ACADEMY_POSITION)) == 0;
}

/* Returns a value as people read it; links by their titles. */
static char *
dup_value (AcademyEntryReader *self,
           const AcademyField *field,
           AcademyItem        *item)
{
  const GValue *value = academy_item_get_value (item, field);
  const AcademyKind *target = field->target != NULL ? academy_kind_find (field->target) : NULL;
  const char *one[] = { field->type == ACADEMY_LINK ? g_value_get_string (value) : NULL, NULL };
  const char * const *ids = field->type == ACADEMY_LINKS ? g_value_get_boxed (value) : one;
  g_autoptr(GStrvBuilder) builder = NULL;
  g_auto(GStrv) titles = NULL;

  if (!academy_value_is_set (field, value))
    return NULL;
  if (target == NULL)
    return academy_language_format_value (self->language, field, value);

  builder = g_strv_builder_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(AcademyItem) linked = find_item (self, target, ids[i], NULL);

      if (linked != NULL)
        g_strv_builder_take (builder, academy_item_dup_title (linked, self->language));
    }
  titles = g_strv_builder_end (builder);
  return g_strjoinv (", ", titles);
}

static char *
dup_joined (AcademyEntryReader *self,
            AcademyItem        *item,
            guint               i)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const AcademyField *field = academy_kind_find_field (kind, kind->joins[i]);
  const char *id = academy_item_get_text (item, field->name);
  g_autoptr(AcademyItem) joined = id != NULL ? find_item (self, academy_kind_find (field->target), id, NULL) : NULL;

  return joined != NULL ? academy_item_dup_title (joined, self->language) : g_strdup ("");
}

static char *
dup_title (AcademyEntryReader *self,
           AcademyItem        *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (kind->dup_sentence == NULL)
    return academy_item_dup_title (item, self->language);

  first = dup_joined (self, item, 0);
  second = dup_joined (self, item, 1);
  return kind->dup_sentence (first, second, self->language);
}

static void
add_line (AcademyEntryReader      *self,
          GPtrArray               *lines,
          const AcademyItemChange *change,
          const AcademyField      *field)
{
  AcademyEntryLine *line = g_new0 (AcademyEntryLine, 1);
  g_autoptr(AcademyItem) item = find_item (self, change->kind, change->id, &line->exists);
  const char *place = academy_entry_reader_find_place (self, change->kind, change->id);

  if (item == NULL)
    item = g_object_ref (change->type == ACADEMY_CHANGE_REMOVED ? change->before : change->after);
  line->change = change;
  line->field = field;
  line->organisation = *place != '\0' ? place : NULL;
  line->is_private = academy_item_is_confidential (item) || academy_item_is_confidential (change->before) ||
                     academy_item_is_confidential (change->after) ||
                     (field != NULL && (field->flags & ACADEMY_PRIVATE) != 0);
  line->title = dup_title (self, item);
  if (field != NULL)
    {
      line->before = dup_value (self, field, change->before);
      line->after = dup_value (self, field, change->after);
    }
  g_ptr_array_add (lines, line);
}

/* Whether a change goes without saying: the item belongs to another that came or
 * went with it. */
static gboolean
is_part (const AcademyItemChange *change,
         GHashTable              *types)
{
  const char *owner = academy_item_get_owner (change->type == ACADEMY_CHANGE_REMOVED ? change->before : change->after);
  gpointer type;

  return change->type != ACADEMY_CHANGE_CHANGED && owner != NULL &&
         g_hash_table_lookup_extended (types, owner, NULL, &type) && GPOINTER_TO_INT (type) == (int) change->type;
}

/* Returns the #AcademyEntryLine of the changes of an entry. */
GPtrArray *
academy_entry_reader_make_lines (AcademyEntryReader *self,
                                 GPtrArray          *changes)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_entry_line_free);
  g_autoptr(GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      AcademyItemChange *change = g_ptr_array_index (changes, i);

      g_hash_table_insert (types, change->id, GINT_TO_POINTER (change->type));
    }

  for (guint i = 0; i < changes->len; i++)
    {
      AcademyItemChange *change = g_ptr_array_index (changes, i);

      if ((change->kind->flags & ACADEMY_KIND_MANY) != 0 || is_part (change, types))
        continue;
      if (change->type != ACADEMY_CHANGE_CHANGED)
        {
          add_line (self, lines, change, NULL);
          continue;
        }

      ACADEMY_KIND_FOREACH_FIELD (change->kind, field)
        if ((change->fields & academy_kind_get_bit (change->kind, field)) != 0 && is_line_wanted (field))
          add_line (self, lines, change, field);
    }

  return lines;
}
