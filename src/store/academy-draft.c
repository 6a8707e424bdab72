/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-draft.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-translation.h"

/* A draft is a new item that is not in the file yet: the first value typed into
 * it creates it. Leaving it before that changes nothing. */

typedef struct {
  /* Owned */
  AcademyItem        *owner;
  AcademyItem        *linker;
  AcademyItem        *sequel;

  /* Borrowed */
  const AcademyField *link;
} AcademyDraft;

static G_DEFINE_QUARK (academy-draft, academy_draft)

static void
academy_draft_free (gpointer data)
{
  AcademyDraft *self = data;

  g_clear_object (&self->owner);
  g_clear_object (&self->linker);
  g_clear_object (&self->sequel);
  g_free (self);
}

static AcademyDraft *
get_draft (AcademyItem *item)
{
  return g_object_get_qdata (G_OBJECT (item), academy_draft_quark ());
}

static AcademyDraft *
begin (AcademyItem *item)
{
  AcademyDraft *draft = g_new0 (AcademyDraft, 1);

  g_object_set_qdata_full (G_OBJECT (item), academy_draft_quark (), draft, academy_draft_free);
  return draft;
}

/* Gives the number after the greatest one of its siblings. */
static gboolean
set_number (AcademyStore        *store,
            AcademyItem         *item,
            const AcademyField  *field,
            GError             **error)
{
  g_autoptr(GPtrArray) siblings =
    academy_store_get_all (store, academy_item_get_kind (item), academy_item_get_owner (item), error);
  g_auto(GValue) value = G_VALUE_INIT;
  gint64 number = field->min;

  if (siblings == NULL)
    return FALSE;

  for (guint i = 0; i < siblings->len; i++)
    {
      gint64 taken = academy_item_get_number (g_ptr_array_index (siblings, i), field->name);

      if (taken != ACADEMY_UNSET)
        number = MAX (number, taken + 1);
    }

  if (number <= field->max)
    {
      academy_value_init (field, &value);
      g_value_set_int64 (&value, number);
      academy_item_set_value (item, field, &value);
    }
  return TRUE;
}

/* A day is the one by which the programme is judged. */
static void
set_now (AcademyStore       *store,
         AcademyItem        *item,
         const AcademyField *field)
{
  g_auto(GValue) value = G_VALUE_INIT;
  GDate day = academy_date_from_julian (academy_store_get_day (store));

  academy_value_init (field, &value);
  if (field->type == ACADEMY_DATE)
    g_value_set_boxed (&value, &day);
  else
    g_value_take_boxed (&value, academy_clock_get_now ());
  academy_item_set_value (item, field, &value);
}

/* Sets the sequence number, the present day and the inherited values; leaves out
 * an invalid one. */
static gboolean
set_initial (AcademyStore  *store,
             AcademyItem   *item,
             AcademyItem   *owner,
             GError       **error)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    {
      if ((field->flags & ACADEMY_NUMBERED) && !set_number (store, item, field, error))
        return FALSE;
      if (field->flags & ACADEMY_NOW)
        set_now (store, item, field);
      if (field->inherits != NULL)
        academy_item_set_value (item, field,
                                academy_item_get_value (owner, academy_kind_find_field (academy_item_get_kind (owner),
                                                                                        field->inherits)));
    }

  return TRUE;
}

/**
 * academy_draft_new:
 * @store: a store
 * @kind: the kind of the new item
 * @owner: the owner of the new item; an item of @store or a draft
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): an item that is not in the file yet
 */
AcademyItem *
academy_draft_new (AcademyStore       *store,
                   const AcademyKind  *kind,
                   AcademyItem        *owner,
                   GError            **error)
{
  g_autoptr(AcademyItem) item = academy_item_new_part (kind, academy_item_get_id (owner));

  if (!set_initial (store, item, owner, error))
    return NULL;

  begin (item)->owner = g_object_ref (owner);
  return g_steal_pointer (&item);
}

/**
 * academy_draft_may_add_target:
 * @item: an item of a store or a draft
 * @field: a field of its kind that links to one or to many
 *
 * An indicator belongs to one of the goals, which no link tells.
 *
 * Returns: whether it is known to what a new target belongs
 */
gboolean
academy_draft_may_add_target (AcademyItem        *item,
                              const AcademyField *field)
{
  const AcademyField *own = academy_kind_get_owner (academy_item_get_kind (item));

  return own == NULL || academy_query_for_targets (field, academy_kind_find (own->target), "").within == NULL;
}

/**
 * academy_draft_new_target:
 * @store: a store
 * @item: an item of @store or a draft
 * @field: a field of its kind for which academy_draft_may_add_target() is %TRUE
 * @error: return location for an error
 *
 * Begins a new target of a link. The edit that creates the target also adds the
 * link.
 *
 * Returns: (transfer full) (nullable): an item that is not in the file yet
 */
AcademyItem *
academy_draft_new_target (AcademyStore        *store,
                          AcademyItem         *item,
                          const AcademyField  *field,
                          GError             **error)
{
  const AcademyKind *target = academy_kind_find (field->target);
  const AcademyKind *kind = academy_kind_find (academy_kind_get_owner (target)->target);
  const AcademyField *own = academy_kind_get_owner (academy_item_get_kind (item));
  g_autoptr(AcademyItem) owner = NULL;
  AcademyItem *draft;

  if (own != NULL && g_str_equal (own->target, kind->name))
    owner = academy_store_get (store, kind, academy_item_get_owner (item), error);
  else
    owner = academy_store_get_first (store, kind, NULL, error);
  if (owner == NULL)
    return NULL;

  draft = academy_draft_new (store, target, owner, error);
  if (draft != NULL)
    {
      get_draft (draft)->linker = g_object_ref (item);
      get_draft (draft)->link = field;
    }
  return draft;
}

/* Finds the organisation of an item of a store or of a draft. */
static AcademyItem *
find_organisation (AcademyStore  *store,
                   AcademyItem   *item,
                   GError       **error)
{
  g_autoptr(AcademyItem) owner = g_object_ref (item);

  while (owner != NULL && academy_item_get_kind (owner) != &academy_organisation_kind)
    {
      AcademyDraft *draft = get_draft (owner);
      AcademyItem *next = draft != NULL ? g_object_ref (draft->owner) : academy_store_get_owner (store, owner, error);

      g_object_unref (owner);
      owner = next;
    }

  return g_steal_pointer (&owner);
}

/**
 * academy_draft_new_translation:
 * @store: a store
 * @item: an item of an organisation, of @store or a draft
 * @field: a field of its kind with %ACADEMY_TRANSLATABLE
 * @language: the code of a language
 * @error: return location for an error
 *
 * The edit that creates the translation also creates @item when it is a draft.
 *
 * Returns: (transfer full) (nullable): a translation that is not in the file yet
 */
AcademyItem *
academy_draft_new_translation (AcademyStore        *store,
                               AcademyItem         *item,
                               const AcademyField  *field,
                               const char          *language,
                               GError             **error)
{
  g_autoptr(AcademyItem) organisation = find_organisation (store, item, error);
  AcademyItem *translation;
  AcademyDraft *draft;

  if (organisation == NULL)
    return NULL;

  translation = academy_translation_new (academy_item_get_id (organisation), item, field, language);
  draft = begin (translation);
  draft->owner = g_object_ref (organisation);
  draft->linker = g_object_ref (item);

  return translation;
}

/**
 * academy_draft_take_sequel:
 * @draft: a draft
 * @sequel: (transfer full): an item that needs @draft
 * @other: another item that @sequel needs
 *
 * The edit that creates @draft also creates @sequel, and @other when it is a
 * draft too.
 */
void
academy_draft_take_sequel (AcademyItem *draft,
                           AcademyItem *sequel,
                           AcademyItem *other)
{
  get_draft (draft)->sequel = sequel;
  get_draft (draft)->linker = g_object_ref (other);
}

/**
 * academy_draft_ask:
 * @draft: a draft that is to be shown in a form
 *
 * Empties the fields that people are asked for.
 */
void
academy_draft_ask (AcademyItem *draft)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (draft), field)
    if ((field->flags & ACADEMY_ASKED) != 0)
      {
        g_auto(GValue) value = G_VALUE_INIT;

        academy_value_init (field, &value);
        academy_item_set_value (draft, field, &value);
      }
}

/**
 * academy_draft_is:
 * @item: an item
 *
 * Returns: whether @item is a draft
 */
gboolean
academy_draft_is (AcademyItem *item)
{
  return get_draft (item) != NULL;
}

static gboolean
is_required_text (const AcademyField *field)
{
  return (field->flags & ACADEMY_REQUIRED) && (field->type == ACADEMY_TEXT || field->type == ACADEMY_LONG_TEXT);
}

/* Sets required texts without a value to the name of the kind. */
static void
fill_required (AcademyItem *item,
               AcademyEdit *edit)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (is_required_text (field) && !academy_value_is_set (field, academy_item_get_value (item, field)))
      {
        g_auto(GValue) value = G_VALUE_INIT;

        g_value_init (&value, G_TYPE_STRING);
        g_value_set_string (&value, _(kind->label));
        academy_edit_set (edit, item, field, &value);
      }
}

/**
 * academy_draft_is_untitled:
 * @item: an item
 * @other: (nullable): a field that is about to get a value
 *
 * Returns: whether @item is a draft that lacks a text which it must have, besides
 *   @other
 */
gboolean
academy_draft_is_untitled (AcademyItem        *item,
                           const AcademyField *other)
{
  if (!academy_draft_is (item))
    return FALSE;

  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    if (field != other && is_required_text (field) && !academy_value_is_set (field, academy_item_get_value (item, field)))
      return TRUE;

  return FALSE;
}

static void
link_to (AcademyItem        *item,
         AcademyItem        *linker,
         const AcademyField *field,
         AcademyEdit        *edit)
{
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  if (field->type == ACADEMY_LINK)
    g_value_set_string (&value, academy_item_get_id (item));
  else
    {
      g_autoptr(GStrvBuilder) links = g_strv_builder_new ();

      g_strv_builder_addv (links, (const char **) academy_item_get_links (linker, field->name));
      g_strv_builder_add (links, academy_item_get_id (item));
      g_value_take_boxed (&value, g_strv_builder_end (links));
    }
  academy_edit_set (edit, linker, field, &value);
}

/**
 * academy_draft_write:
 * @item: an item
 * @edit: an edit of @item, or of an item that needs it
 *
 * Adds the creation of @item, its owner and its sequel to @edit, as far as they
 * are drafts. A required title that @edit does not set later becomes the name of
 * the kind.
 */
void
academy_draft_write (AcademyItem *item,
                     AcademyEdit *edit)
{
  AcademyDraft *draft = get_draft (item);

  if (draft == NULL)
    return;

  academy_draft_write (draft->owner, edit);
  academy_edit_create (edit, item);
  fill_required (item, edit);

  if (draft->linker != NULL)
    {
      academy_draft_write (draft->linker, edit);
      if (draft->link != NULL)
        link_to (item, draft->linker, draft->link, edit);
    }
  if (draft->sequel != NULL)
    academy_edit_create (edit, draft->sequel);
}

/**
 * academy_draft_end:
 * @item: an item that is in the file now
 *
 * Makes @item an item like any other.
 */
void
academy_draft_end (AcademyItem *item)
{
  g_object_set_qdata (G_OBJECT (item), academy_draft_quark (), NULL);
}
