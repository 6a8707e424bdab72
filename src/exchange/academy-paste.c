/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paste.h"

#include "academy-draft.h"
#include "academy-reversal.h"
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

/**
 * academy_paste_new:
 * @store: a store
 * @kind: the kind that rows become
 * @owner: the owner of the new items
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): no rows yet
 */
AcademyPaste *
academy_paste_new (AcademyStore      *store,
                   const AcademyKind *kind,
                   AcademyItem       *owner,
                   GError           **error)
{
  g_autoptr(AcademyPaste) self = g_new0 (AcademyPaste, 1);

  self->kind = kind;
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  self->remarks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->unknown = g_ptr_array_new_with_free_func (unknown_link_free);
  self->targets = g_ptr_array_new_with_free_func (g_object_unref);
  self->existing = academy_titles_new (store, kind, academy_item_get_id (owner), error);

  return self->existing != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * academy_paste_add_draft:
 * @self: pasted rows
 * @draft: an item that is in no file yet
 *
 * Adds @draft as the last row.
 */
void
academy_paste_add_draft (AcademyPaste *self,
                         AcademyItem  *draft)
{
  g_ptr_array_add (self->drafts, g_object_ref (draft));
}

/**
 * academy_paste_add_remark:
 * @self: pasted rows
 * @draft: a draft
 * @field: a field of its kind
 * @text: the text of the cell
 * @message: (transfer full): see #AcademyRemark
 * @is_understood: see #AcademyRemark
 *
 * Keeps what there is to say about the text of @field.
 */
void
academy_paste_add_remark (AcademyPaste       *self,
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

/**
 * academy_paste_add_unknown_link:
 * @self: pasted rows
 * @field: the field that links
 * @title: a title that no item has
 *
 * Returns: (transfer none): the linked item, without drafts yet
 */
AcademyUnknownLink *
academy_paste_add_unknown_link (AcademyPaste       *self,
                                const AcademyField *field,
                                const char         *title)
{
  AcademyUnknownLink *link = g_new0 (AcademyUnknownLink, 1);

  link->field = field;
  link->title = g_strdup (title);
  link->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->unknown, link);

  return link;
}

/**
 * academy_paste_link:
 * @draft: a draft
 * @field: a field of its kind that links to one or to many
 * @id: the id of an item
 *
 * Links @draft to an item, beside others where @field has many.
 */
void
academy_paste_link (AcademyItem        *draft,
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
        academy_paste_link (draft, link->field, id);
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
