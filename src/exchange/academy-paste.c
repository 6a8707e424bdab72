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
  GHashTable        *left;
  AcademyTitles     *existing;
  AcademyPasteSteps *steps;

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
  g_ptr_array_unref (remark->links);
  g_strfreev (remark->known);
  g_free (remark);
}

static void
unknown_link_free (gpointer data)
{
  AcademyUnknownLink *link = data;

  g_free (link->title);
  g_free (link->id);
  g_ptr_array_unref (link->drafts);
  g_free (link);
}

void
academy_paste_free (AcademyPaste *self)
{
  academy_paste_steps_free (self->steps);
  g_ptr_array_unref (self->drafts);
  g_hash_table_unref (self->left);
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
  self->left = g_hash_table_new (NULL, NULL);
  self->steps = academy_paste_steps_new (self->left);
  self->existing = academy_titles_new (store, kind, academy_item_get_id (owner), error);

  return self->existing != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * academy_paste_add_draft:
 * @self: pasted rows
 * @draft: an item that is in no file yet
 *
 * Adds @draft as the last row, which is left out at first if the owner has an item
 * with its title.
 */
void
academy_paste_add_draft (AcademyPaste *self,
                         AcademyItem  *draft)
{
  g_ptr_array_add (self->drafts, g_object_ref (draft));
  if (academy_paste_exists (self, draft))
    g_hash_table_add (self->left, draft);
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
  remark->links = g_ptr_array_new ();
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

static gboolean
is_open (const AcademyRemark *remark)
{
  return remark != NULL && remark->state == ACADEMY_REMARK_OPEN;
}

static AcademyRemark *
find_remark (AcademyPaste       *self,
             AcademyItem        *draft,
             const AcademyField *field)
{
  GHashTable *remarks = g_hash_table_lookup (self->remarks, draft);

  return remarks != NULL ? g_hash_table_lookup (remarks, field) : NULL;
}

/**
 * academy_paste_name_link:
 * @self: pasted rows
 * @draft: a draft, with a remark about the field of @link
 * @link: a linked item that was not found
 *
 * Keeps that @draft names @link.
 */
void
academy_paste_name_link (AcademyPaste       *self,
                         AcademyItem        *draft,
                         AcademyUnknownLink *link)
{
  AcademyRemark *remark = find_remark (self, draft, link->field);

  if (g_ptr_array_find (remark->links, link, NULL))
    return;

  g_ptr_array_add (remark->links, link);
  g_ptr_array_add (link->drafts, g_object_ref (draft));
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
 * Returns: (nullable) (transfer none): what there is still to say about the text of
 *   @field
 */
const AcademyRemark *
academy_paste_get_remark (AcademyPaste       *self,
                          AcademyItem        *draft,
                          const AcademyField *field)
{
  AcademyRemark *remark = find_remark (self, draft, field);

  return is_open (remark) ? remark : NULL;
}

/**
 * academy_paste_set:
 * @self: pasted rows
 * @draft: a draft
 * @field: a field of its kind
 * @value: a value of @field
 *
 * Corrects @draft, or leaves the text of @field out.
 */
void
academy_paste_set (AcademyPaste       *self,
                   AcademyItem        *draft,
                   const AcademyField *field,
                   const GValue       *value)
{
  AcademyRemark *remark = find_remark (self, draft, field);

  academy_paste_steps_keep_cell (self->steps, draft, field, remark);
  academy_item_set_value (draft, field, value);
  if (remark != NULL)
    remark->state = ACADEMY_REMARK_CORRECTED;
}

/**
 * academy_paste_find_alike:
 * @self: pasted rows
 * @draft: a draft
 * @field: a field of its kind
 *
 * Finds the other drafts with the same text that was not understood: what corrects
 * one corrects them all. Linked items are settled together anyway.
 *
 * Returns: (transfer full) (element-type AcademyItem): the drafts
 */
GPtrArray *
academy_paste_find_alike (AcademyPaste       *self,
                          AcademyItem        *draft,
                          const AcademyField *field)
{
  const AcademyRemark *remark = academy_paste_get_remark (self, draft, field);
  GPtrArray *alike = g_ptr_array_new_with_free_func (g_object_unref);

  if (remark == NULL || remark->is_understood || *remark->text == '\0' || field->target != NULL)
    return alike;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      AcademyItem *other = self->drafts->pdata[i];
      const AcademyRemark *its = academy_paste_get_remark (self, other, field);

      if (other != draft && its != NULL && !its->is_understood && g_str_equal (its->text, remark->text))
        g_ptr_array_add (alike, g_object_ref (other));
    }

  return alike;
}

/**
 * academy_paste_take_over:
 * @self: pasted rows
 * @draft: a draft
 * @before: the same rows, as they were read before
 * @draft_before: its draft of the row of @draft
 * @field: a field that had the same text
 *
 * Takes over how @field was corrected.
 */
void
academy_paste_take_over (AcademyPaste       *self,
                         AcademyItem        *draft,
                         AcademyPaste       *before,
                         AcademyItem        *draft_before,
                         const AcademyField *field)
{
  AcademyRemark *remark = find_remark (self, draft, field);
  const AcademyRemark *other = find_remark (before, draft_before, field);

  academy_item_set_value (draft, field, academy_item_get_value (draft_before, field));
  if (remark != NULL)
    remark->state = other != NULL ? other->state : ACADEMY_REMARK_CORRECTED;
  if (remark != NULL && other != NULL && remark->known == NULL)
    remark->known = g_strdupv (other->known);
}

/**
 * academy_paste_set_taken:
 * @self: pasted rows
 * @draft: a draft
 * @taken: whether to add it to the file
 *
 * Chooses @draft, or leaves it out.
 */
void
academy_paste_set_taken (AcademyPaste *self,
                         AcademyItem  *draft,
                         gboolean      taken)
{
  if (taken == academy_paste_is_taken (self, draft))
    return;

  academy_paste_steps_keep_row (self->steps, draft);
  if (taken)
    g_hash_table_remove (self->left, draft);
  else
    g_hash_table_add (self->left, draft);
}

/**
 * academy_paste_is_taken:
 * @self: pasted rows
 * @draft: a draft
 *
 * Returns: whether @draft is to be added to the file
 */
gboolean
academy_paste_is_taken (AcademyPaste *self,
                        AcademyItem  *draft)
{
  return !g_hash_table_contains (self->left, draft);
}

/**
 * academy_paste_get_steps:
 * @self: pasted rows
 *
 * Returns: (transfer none): what was corrected and chosen, to undo it
 */
AcademyPasteSteps *
academy_paste_get_steps (AcademyPaste *self)
{
  return self->steps;
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
        if (is_open (remark) && !((AcademyRemark *) remark)->is_understood)
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

/* Links a draft to what was found, and to what is meant by that which was not. */
static void
link_again (AcademyPaste       *self,
            AcademyItem        *draft,
            const AcademyField *field)
{
  AcademyRemark *remark = find_remark (self, draft, field);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean is_settled = TRUE;

  /* Somebody may have corrected the draft. */
  if (remark->state == ACADEMY_REMARK_CORRECTED)
    return;

  academy_paste_steps_keep_cell (self->steps, draft, field, remark);
  academy_value_init (field, &value);
  if (field->type == ACADEMY_LINKS)
    {
      if (remark->known == NULL)
        remark->known = g_strdupv ((char **) academy_item_get_links (draft, field->name));
      g_value_set_boxed (&value, remark->known);
    }
  academy_item_set_value (draft, field, &value);
  for (guint i = 0; i < remark->links->len; i++)
    {
      AcademyUnknownLink *link = remark->links->pdata[i];

      is_settled = is_settled && link->is_settled;
      if (link->is_settled && link->id != NULL)
        academy_paste_link (draft, field, link->id);
    }
  remark->state = is_settled ? ACADEMY_REMARK_LINKED : ACADEMY_REMARK_OPEN;
}

static void
set_link (AcademyPaste       *self,
          AcademyUnknownLink *link,
          gboolean            is_settled,
          const char         *id)
{
  academy_paste_steps_keep_link (self->steps, link);
  link->is_settled = is_settled;
  g_set_str (&link->id, id);
  for (guint i = 0; i < link->drafts->len; i++)
    link_again (self, link->drafts->pdata[i], link->field);
}

/**
 * academy_paste_resolve_link:
 * @self: pasted rows
 * @link: a linked item that was not found
 * @id: (nullable): the id of the item that is meant, or %NULL to leave it out
 *
 * Links all drafts that name @link to an item, or to none.
 */
void
academy_paste_resolve_link (AcademyPaste       *self,
                            AcademyUnknownLink *link,
                            const char         *id)
{
  set_link (self, link, TRUE, id);
}

/**
 * academy_paste_reopen_link:
 * @self: pasted rows
 * @link: a linked item that was not found
 *
 * Leaves open again what is meant by @link.
 */
void
academy_paste_reopen_link (AcademyPaste       *self,
                           AcademyUnknownLink *link)
{
  set_link (self, link, FALSE, NULL);
}

/**
 * academy_paste_is_named:
 * @self: pasted rows
 * @link: a linked item that was not found
 *
 * Returns: whether a draft still has the title: people may have corrected them
 */
gboolean
academy_paste_is_named (AcademyPaste       *self,
                        AcademyUnknownLink *link)
{
  for (guint i = 0; i < link->drafts->len; i++)
    if (find_remark (self, link->drafts->pdata[i], link->field)->state != ACADEMY_REMARK_CORRECTED)
      return TRUE;

  return FALSE;
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
  const AcademyField *title = academy_kind_find_title (kind);
  gboolean is_possible = title != NULL && academy_draft_may_add_target (link->drafts->pdata[0], link->field);
  g_autoptr(AcademyItem) draft =
    is_possible ? academy_draft_new_target (store, link->drafts->pdata[0], link->field, error) : NULL;
  g_autoptr(AcademyItem) target = NULL;
  g_auto(GValue) name = G_VALUE_INIT;

  if (draft == NULL)
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
