/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paste.h"

#include <glib/gi18n-lib.h>

#include "academy-draft.h"
#include "academy-kinds.h"
#include "academy-pasted-value.h"
#include "academy-reversal.h"
#include "academy-suggestions.h"
#include "academy-titles.h"

struct _AcademyPaste {
  /* Owned */
  GPtrArray         *drafts;
  GHashTable        *remarks;
  GPtrArray         *unknown;
  GPtrArray         *targets;
  AcademyTitles     *existing;

  /* Borrowed */
  const AcademyKind *kind;
};

/* What is the same for all rows while a grid is read. */
typedef struct {
  /* Owned: forms by column, titles by field */
  AcademyItem         *initial;
  AcademyColumnForm   *forms;
  AcademyTitles      **titles;
  GHashTable          *unknown;
  AcademyTitles       *people;

  /* Borrowed */
  AcademyStore        *store;
  AcademyPaste        *paste;
  AcademyGrid         *grid;

  /* The column of each field, or −1 */
  int                 *columns;
  GDate                first;
  GDate                last;
} Reader;

/**
 * AcademyPaste:
 *
 * The rows of a pasted table as drafts, which are in no file yet, with the texts
 * that were not understood and the linked items that were not found. People
 * correct the drafts before they become one edit.
 */

static void
remark_free (gpointer data)
{
  AcademyRemark *remark = data;

  g_free (remark->text);
  g_free (remark->message);
  g_free (remark);
}

static void
unknown_link_free (gpointer data)
{
  AcademyUnknownLink *link = data;

  g_free (link->title);
  g_ptr_array_unref (link->drafts);
  g_free (link);
}

void
academy_paste_free (AcademyPaste *self)
{
  g_ptr_array_unref (self->drafts);
  g_hash_table_unref (self->remarks);
  g_ptr_array_unref (self->unknown);
  g_ptr_array_unref (self->targets);
  g_clear_pointer (&self->existing, academy_titles_free);
  g_free (self);
}

static void
reader_clear (Reader *reader)
{
  guint n_fields = academy_kind_get_n_fields (reader->paste->kind);

  for (guint i = 0; i < n_fields; i++)
    g_clear_pointer (&reader->titles[i], academy_titles_free);
  g_free (reader->titles);
  g_free (reader->forms);
  g_free (reader->columns);
  g_hash_table_unref (reader->unknown);
  g_clear_pointer (&reader->people, academy_titles_free);
  g_clear_object (&reader->initial);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
add_remark (AcademyPaste       *self,
            AcademyItem        *draft,
            const AcademyField *field,
            const char         *text,
            char               *message,
            gboolean            is_understood)
{
  GHashTable *remarks = g_hash_table_lookup (self->remarks, draft);
  AcademyRemark *remark = g_new0 (AcademyRemark, 1);

  if (remarks == NULL)
    {
      remarks = g_hash_table_new_full (NULL, NULL, NULL, remark_free);
      g_hash_table_insert (self->remarks, draft, remarks);
    }
  remark->text = g_strdup (text);
  remark->message = message;
  remark->is_understood = is_understood;
  g_hash_table_insert (remarks, (gpointer) field, remark);
}

/* Sets a value that breaks no rule; otherwise the field stays as it was, and its
 * text is kept. */
static void
set_value (Reader             *reader,
           AcademyItem        *draft,
           const AcademyField *field,
           const char         *text,
           const GValue       *value)
{
  g_autoptr(GError) error = NULL;

  academy_item_set_value (draft, field, value);
  if (academy_item_validate_field (draft, field, &error))
    return;

  academy_item_set_value (draft, field, academy_item_get_value (reader->initial, field));
  add_remark (reader->paste, draft, field, text, g_strdup (error->message), FALSE);
}

static void
set_day (Reader      *reader,
         AcademyItem *draft,
         const char  *name,
         const char  *text,
         const GDate *day)
{
  const AcademyField *field = academy_kind_find_field (reader->paste->kind, name);
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  g_value_set_boxed (&value, day);
  set_value (reader, draft, field, text, &value);
}

/* Whether a field is the start or end of a period of days, and not both. */
static gboolean
is_edge (const AcademyKind  *kind,
         const AcademyField *field,
         const char         *name)
{
  return name != NULL && g_strcmp0 (kind->start, kind->end) != 0 && g_str_equal (field->name, name) &&
         academy_kind_find_field (kind, kind->start)->type == ACADEMY_DATE;
}

static gboolean
has_column (Reader     *reader,
            const char *name)
{
  const AcademyKind *kind = reader->paste->kind;

  return reader->columns[academy_kind_get_index (kind, academy_kind_find_field (kind, name))] >= 0;
}

/* A period fills both ends of an item, unless another column has one of them. A
 * single day that is not known better is its last one. */
static void
read_days (Reader             *reader,
           AcademyItem        *draft,
           const AcademyField *field,
           const char         *text)
{
  const AcademyKind *kind = reader->paste->kind;
  const AcademyColumnForm *form = &reader->forms[reader->columns[academy_kind_get_index (kind, field)]];
  gboolean is_start = is_edge (kind, field, kind->start);
  gboolean is_end = is_edge (kind, field, kind->end);
  g_autoptr(GError) error = NULL;
  GDate first, last;
  AcademyPeriod period;
  AcademyNear near;

  academy_near_init_for (&near, draft, field);
  near.first = reader->first;
  near.last = reader->last;
  if (!academy_pasted_period_parse (form, text, &near, &period, &error))
    {
      add_remark (reader->paste, draft, field, text, g_strdup (error->message), FALSE);
      return;
    }

  g_date_clear (&first, 1);
  last = g_date_valid (&period.end) ? period.end : period.start;
  if ((is_start && (period.is_range || (period.is_rough && !has_column (reader, kind->end)))) ||
      (is_end && period.is_range && !has_column (reader, kind->start)))
    {
      first = period.start;
      last = period.end;
    }
  else if (is_start)
    last = first = g_date_valid (&period.start) ? period.start : period.end;

  if (is_start || (is_end && g_date_valid (&first)))
    {
      if (g_date_valid (&first))
        set_day (reader, draft, kind->start, text, &first);
      if (g_date_valid (&last) && (period.is_range || g_date_compare (&first, &last) != 0))
        set_day (reader, draft, kind->end, text, &last);
    }
  else
    set_day (reader, draft, field->name, text, &last);

  if (academy_paste_get_remark (reader->paste, draft, field) == NULL &&
      (period.is_rough || (period.is_range && !is_start && !is_end)))
    {
      g_autofree char *days =
        academy_language_format_period (academy_language_get_default (), g_date_valid (&first) ? &first : &last, &last);

      /* Translators: a date or two: “Understood as 1–31 Mar 2026.” */
      add_remark (reader->paste, draft, field, text, g_strdup_printf (_("Understood as %s."), days), TRUE);
    }
}

static void
add_unknown (Reader             *reader,
             AcademyItem        *draft,
             const AcademyField *field,
             const char         *title)
{
  g_autofree char *lower = academy_language_casefold (title);
  g_autofree char *key = g_strdup_printf ("%s\n%s", field->name, lower);
  AcademyUnknownLink *link = g_hash_table_lookup (reader->unknown, key);

  if (link == NULL)
    {
      link = g_new0 (AcademyUnknownLink, 1);
      link->field = field;
      link->title = g_strdup (title);
      link->drafts = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (reader->paste->unknown, link);
      g_hash_table_insert (reader->unknown, g_steal_pointer (&key), link);
    }
  if (link->drafts->len == 0 || g_ptr_array_index (link->drafts, link->drafts->len - 1) != draft)
    g_ptr_array_add (link->drafts, g_object_ref (draft));
}

static void
link_to (AcademyItem        *draft,
         const AcademyField *field,
         const char         *id)
{
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  if (field->type == ACADEMY_LINK)
    g_value_set_string (&value, id);
  else
    {
      const char * const *links = academy_item_get_links (draft, field->name);
      g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

      if (links != NULL && g_strv_contains (links, id))
        return;
      if (links != NULL)
        g_strv_builder_addv (builder, (const char **) links);
      g_strv_builder_add (builder, id);
      g_value_take_boxed (&value, g_strv_builder_end (builder));
    }
  academy_item_set_value (draft, field, &value);
}

static void
read_links (Reader             *reader,
            AcademyItem        *draft,
            const AcademyField *field,
            const char         *text)
{
  AcademyTitles *titles = reader->titles[academy_kind_get_index (reader->paste->kind, field)];
  g_auto(GStrv) names = field->type == ACADEMY_LINKS ? academy_titles_split (titles, text) : g_strsplit (text, "\n", 1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *id = academy_titles_find (titles, names[i]);

      if (id != NULL)
        link_to (draft, field, id);
      else
        {
          add_unknown (reader, draft, field, names[i]);
          add_remark (reader->paste, draft, field, text,
                      g_strdup_printf (_("There is nothing called “%s”. Add it to the file, choose what exists already, or "
                                         "leave it out."), names[i]), FALSE);
        }
    }
}

/* Whether @text has the form of a first name and a last name. */
static gboolean
has_form_of_name (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  if (g_strv_length (words) != 2)
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_unichar_isupper (g_utf8_get_char (words[i])) || *g_utf8_next_char (words[i]) == '\0' ||
        !g_unichar_islower (g_utf8_get_char (g_utf8_next_char (words[i]))))
      return FALSE;

  return TRUE;
}

/* Marks what looks like the name of a person where a role is meant: plans go to
 * people who need no names. */
static void
remark_on_name (Reader             *reader,
                AcademyItem        *draft,
                const AcademyField *field,
                const char         *text)
{
  const char *value = academy_item_get_text (draft, field->name);
  gboolean is_known = value != NULL && academy_titles_find (reader->people, value) != NULL;

  if (value == NULL)
    return;

  if (!is_known && has_form_of_name (value))
    {
      g_auto(GStrv) roles = academy_suggestions_get (reader->store, draft, field, NULL);

      is_known = roles == NULL || !g_strv_contains ((const char * const *) roles, value);
    }
  if (is_known)
    add_remark (reader->paste, draft, field, text,
                g_strdup (_("This looks like a person, and a role is meant here. Write the role, or leave it to take it "
                            "as it is.")), TRUE);
}

static void
read_value (Reader             *reader,
            AcademyItem        *draft,
            const AcademyField *field,
            const char         *text)
{
  const AcademyColumnForm *form = &reader->forms[reader->columns[academy_kind_get_index (reader->paste->kind, field)]];
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  AcademyNear near;

  academy_value_init (field, &value);
  if (field->type == ACADEMY_INSTANT)
    {
      academy_near_init_for (&near, draft, field);
      near.first = reader->first;
      near.last = reader->last;
    }
  if (academy_pasted_value_parse (form, field, text, field->type == ACADEMY_INSTANT ? &near : NULL, &value, &error))
    set_value (reader, draft, field, text, &value);
  else
    add_remark (reader->paste, draft, field, text, g_strdup (error->message), FALSE);
  if (g_strcmp0 (field->suggests, "role") == 0 &&
      academy_paste_get_remark (reader->paste, draft, field) == NULL)
    remark_on_name (reader, draft, field, text);
}

/* Creates a draft with the values that every new item of the owner has; each next
 * one has the next number. */
static AcademyItem *
create_draft (Reader      *reader,
              AcademyItem *owner)
{
  AcademyItem *draft = academy_item_new_part (reader->paste->kind, academy_item_get_id (owner));

  ACADEMY_KIND_FOREACH_FIELD (reader->paste->kind, field)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      academy_value_init (field, &value);
      g_value_copy (academy_item_get_value (reader->initial, field), &value);
      if ((field->flags & ACADEMY_NUMBERED) && academy_value_is_set (field, &value))
        {
          gint64 number = g_value_get_int64 (&value) + reader->paste->drafts->len;

          g_value_set_int64 (&value, number <= field->max ? number : ACADEMY_UNSET);
        }
      academy_item_set_value (draft, field, &value);
    }

  return draft;
}

static void
read_row (Reader      *reader,
          AcademyItem *owner,
          guint        row)
{
  g_autoptr(AcademyItem) draft = create_draft (reader, owner);
  guint index = 0;

  /* In the order of the fields, so that a start is known when its end is read. */
  ACADEMY_KIND_FOREACH_FIELD (reader->paste->kind, field)
    {
      int column = reader->columns[index++];
      const char *text = column >= 0 ? academy_grid_get_text (reader->grid, row, column) : "";
      g_autoptr(GError) error = NULL;

      if (*text == '\0')
        ;
      else if (field->type == ACADEMY_DATE)
        read_days (reader, draft, field, text);
      else if (field->target != NULL)
        read_links (reader, draft, field, text);
      else
        read_value (reader, draft, field, text);

      if (academy_field_is_required (field) && academy_paste_get_remark (reader->paste, draft, field) == NULL &&
          !academy_item_validate_field (draft, field, &error))
        add_remark (reader->paste, draft, field, text, g_strdup (error->message), FALSE);
    }

  g_ptr_array_add (reader->paste->drafts, g_steal_pointer (&draft));
}

static gboolean
reader_init (Reader                     *reader,
             const AcademyField * const *columns,
             AcademyStore               *store,
             AcademyItem                *owner,
             GError                    **error)
{
  const AcademyKind *kind = reader->paste->kind;

  reader->initial = academy_draft_new (store, kind, owner, error);
  if (reader->initial == NULL || !academy_store_get_days (store, owner, &reader->first, &reader->last, error))
    return FALSE;

  reader->people = academy_titles_new (store, &academy_person_kind, NULL, error);
  if (reader->people == NULL)
    return FALSE;

  for (guint i = 0; i < academy_kind_get_n_fields (kind); i++)
    reader->columns[i] = -1;
  for (guint column = 0; column < academy_grid_get_n_columns (reader->grid); column++)
    {
      const AcademyField *field = columns[column];
      guint index;

      if (field == NULL)
        continue;
      index = academy_kind_get_index (kind, field);
      reader->columns[index] = column;
      if (field->target == NULL || reader->titles[index] != NULL)
        continue;
      reader->titles[index] = academy_titles_new_for_link (store, field, owner, error);
      if (reader->titles[index] == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * academy_recognition_read:
 * @grid: a grid
 * @first_row: its first row that holds values
 * @kind: the kind that its rows become
 * @columns: (array): the field of each column, or %NULL for one that is not taken
 * @store: a store
 * @owner: the owner of the new items
 * @error: return location for an error
 *
 * Reads each row that is not empty as a draft of an item of @owner. Nothing is
 * written.
 *
 * Returns: (transfer full) (nullable): the drafts
 */
AcademyPaste *
academy_recognition_read (AcademyGrid                *grid,
                          guint                       first_row,
                          const AcademyKind          *kind,
                          const AcademyField * const *columns,
                          AcademyStore               *store,
                          AcademyItem                *owner,
                          GError                    **error)
{
  g_autoptr(AcademyPaste) self = g_new0 (AcademyPaste, 1);
  guint n_fields = academy_kind_get_n_fields (kind);
  g_auto(Reader) reader = { .store = store, .paste = self, .grid = grid };

  self->kind = kind;
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  self->remarks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->unknown = g_ptr_array_new_with_free_func (unknown_link_free);
  self->targets = g_ptr_array_new_with_free_func (g_object_unref);
  reader.forms = academy_column_forms_new (grid, first_row);
  reader.titles = g_new0 (AcademyTitles *, n_fields);
  reader.columns = g_new0 (int, n_fields);
  reader.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->existing = academy_titles_new (store, kind, academy_item_get_id (owner), error);
  if (self->existing == NULL || !reader_init (&reader, columns, store, owner, error))
    return NULL;

  for (guint row = first_row; row < academy_grid_get_n_rows (grid); row++)
    if (!academy_grid_is_empty_row (grid, row))
      read_row (&reader, owner, row);

  return g_steal_pointer (&self);
}

/**
 * academy_paste_get_drafts:
 * @self: pasted rows
 *
 * Returns: (transfer none) (element-type AcademyItem): an item for each row, in
 *   their order, which is in no file; people may change its values
 */
GPtrArray *
academy_paste_get_drafts (AcademyPaste *self)
{
  return self->drafts;
}

/**
 * academy_paste_get_remark:
 * @self: pasted rows
 * @draft: a draft
 * @field: a field of its kind
 *
 * Returns: (nullable) (transfer none): what there is to say about the text of
 *   @field
 */
const AcademyRemark *
academy_paste_get_remark (AcademyPaste       *self,
                          AcademyItem        *draft,
                          const AcademyField *field)
{
  GHashTable *remarks = g_hash_table_lookup (self->remarks, draft);

  return remarks != NULL ? g_hash_table_lookup (remarks, field) : NULL;
}

/**
 * academy_paste_remove_remark:
 * @self: pasted rows
 * @draft: a draft
 * @field: a field of its kind
 *
 * Says that somebody has set @field, or leaves its text out.
 */
void
academy_paste_remove_remark (AcademyPaste       *self,
                             AcademyItem        *draft,
                             const AcademyField *field)
{
  GHashTable *remarks = g_hash_table_lookup (self->remarks, draft);

  if (remarks != NULL)
    g_hash_table_remove (remarks, field);
}

/**
 * academy_paste_is_understood:
 * @self: pasted rows
 * @draft: a draft
 *
 * Returns: whether all texts of @draft were understood and it can be saved
 */
gboolean
academy_paste_is_understood (AcademyPaste *self,
                             AcademyItem  *draft)
{
  GHashTable *remarks = g_hash_table_lookup (self->remarks, draft);
  GHashTableIter iterator;
  gpointer remark;

  if (remarks != NULL)
    {
      g_hash_table_iter_init (&iterator, remarks);
      while (g_hash_table_iter_next (&iterator, NULL, &remark))
        if (!((AcademyRemark *) remark)->is_understood)
          return FALSE;
    }

  return academy_item_validate (draft, NULL);
}

/**
 * academy_paste_exists:
 * @self: pasted rows
 * @draft: a draft
 *
 * Returns: whether the owner had an item with the title of @draft when the rows
 *   were read
 */
gboolean
academy_paste_exists (AcademyPaste *self,
                      AcademyItem  *draft)
{
  g_autofree char *title = academy_item_dup_title (draft, academy_language_get_default ());

  return academy_titles_find (self->existing, title) != NULL;
}

/**
 * academy_paste_get_unknown_links:
 * @self: pasted rows
 *
 * Returns: (transfer none) (element-type AcademyUnknownLink): the linked items that
 *   were not found, each once
 */
GPtrArray *
academy_paste_get_unknown_links (AcademyPaste *self)
{
  return self->unknown;
}

/**
 * academy_paste_resolve_link:
 * @self: pasted rows
 * @link: a linked item that was not found; it is freed
 * @id: (nullable): the id of the item that is meant, or %NULL to leave it out
 *
 * Links all drafts that name @link to an item, or to none.
 */
void
academy_paste_resolve_link (AcademyPaste       *self,
                            AcademyUnknownLink *link,
                            const char         *id)
{
  for (guint i = 0; i < link->drafts->len; i++)
    {
      AcademyItem *draft = g_ptr_array_index (link->drafts, i);
      gboolean is_settled = TRUE;

      /* Somebody may have corrected the draft. */
      if (id != NULL && academy_paste_get_remark (self, draft, link->field) != NULL)
        link_to (draft, link->field, id);
      for (guint j = 0; j < self->unknown->len; j++)
        {
          AcademyUnknownLink *other = g_ptr_array_index (self->unknown, j);

          if (other != link && other->field == link->field && g_ptr_array_find (other->drafts, draft, NULL))
            is_settled = FALSE;
        }
      if (is_settled)
        academy_paste_remove_remark (self, draft, link->field);
    }

  g_ptr_array_remove (self->unknown, link);
}

/**
 * academy_paste_create_target:
 * @self: pasted rows
 * @store: the store that they are for
 * @link: a linked item that was not found
 * @error: return location for an error
 *
 * Makes the item that @link names. It is in no file before the rows are that link to
 * it.
 *
 * Returns: (transfer full) (nullable): an item that has the name of @link as its
 *   title, or %NULL when it needs more than a title
 */
AcademyItem *
academy_paste_create_target (AcademyPaste        *self,
                             AcademyStore        *store,
                             AcademyUnknownLink  *link,
                             GError             **error)
{
  const AcademyKind *kind = academy_kind_find (link->field->target);
  const AcademyField *title = academy_kind_find_field (kind, kind->title != NULL ? kind->title : "title");
  g_autoptr(AcademyItem) draft = academy_draft_new_target (store, link->drafts->pdata[0], link->field, error);
  g_autoptr(AcademyItem) target = NULL;
  g_auto(GValue) name = G_VALUE_INIT;

  if (draft == NULL || title == NULL)
    return NULL;

  /* Without the link that the draft of a form would add. */
  target = academy_item_new_part (kind, academy_item_get_owner (draft));
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field != academy_kind_get_owner (kind))
      academy_item_set_value (target, field, academy_item_get_value (draft, field));
  academy_value_init (title, &name);
  g_value_set_string (&name, link->title);
  academy_item_set_value (target, title, &name);

  return academy_item_validate (target, error) ? g_steal_pointer (&target) : NULL;
}

/**
 * academy_paste_add_target:
 * @self: pasted rows
 * @target: an item that is in no file yet
 *
 * Has @target added to the file with the rows that link to it.
 */
void
academy_paste_add_target (AcademyPaste *self,
                          AcademyItem  *target)
{
  g_ptr_array_add (self->targets, g_object_ref (target));
}

/**
 * academy_paste_find_target:
 * @self: pasted rows
 * @id: the id of a linked item
 *
 * Returns: (nullable) (transfer none): the item, if it is to be added with the rows
 */
AcademyItem *
academy_paste_find_target (AcademyPaste *self,
                           const char   *id)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (g_str_equal (academy_item_get_id (self->targets->pdata[i]), id))
      return self->targets->pdata[i];

  return NULL;
}

/* Returns the ids of what the drafts link to. */
static GHashTable *
collect_links (AcademyPaste *self,
               GPtrArray    *drafts)
{
  GHashTable *links = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drafts->len; i++)
    ACADEMY_KIND_FOREACH_FIELD (self->kind, field)
      {
        AcademyItem *draft = drafts->pdata[i];
        const char * const *ids = field->type == ACADEMY_LINKS ? academy_item_get_links (draft, field->name) : NULL;

        if (field->type == ACADEMY_LINK && academy_item_get_text (draft, field->name) != NULL)
          g_hash_table_add (links, (char *) academy_item_get_text (draft, field->name));
        for (; ids != NULL && *ids != NULL; ids++)
          g_hash_table_add (links, (char *) *ids);
      }

  return links;
}

/**
 * academy_paste_create_edit:
 * @self: pasted rows
 * @drafts: (element-type AcademyItem): those drafts that people have chosen
 *
 * Texts that were not understood are left out.
 *
 * Returns: (transfer full): the edit that adds @drafts to the file, and before them
 *   the new items that they link to
 */
AcademyEdit *
academy_paste_create_edit (AcademyPaste *self,
                           GPtrArray    *drafts)
{
  g_autofree char *label = academy_step_dup_paste_label (self->kind, drafts->len);
  g_autoptr(GHashTable) links = collect_links (self, drafts);
  AcademyEdit *edit = academy_edit_new (label);

  for (guint i = 0; i < self->targets->len; i++)
    if (g_hash_table_contains (links, academy_item_get_id (self->targets->pdata[i])))
      academy_edit_create (edit, self->targets->pdata[i]);
  for (guint i = 0; i < drafts->len; i++)
    academy_edit_create (edit, g_ptr_array_index (drafts, i));

  return edit;
}
