/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-reversal-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-kinds.h"
#include "academy-language.h"
#include "academy-organisation.h"
#include "academy-text.h"

/* Where a label has the number of items */
#define NUMBER "%u"

struct _AcademyReversal {
  gboolean            is_redo;
  gint64              step;
  AcademyChangeType   type;
  guint               n_items;
  gboolean            says_number;
  gboolean            is_confidential;

  /* Owned */
  char               *label;
  char               *id;
  char               *title;
  char               *place;

  /* Borrowed */
  const AcademyKind  *kind;
  const AcademyField *field;
};

/**
 * AcademyReversal:
 *
 * A description of an undo or redo in words: its step, the item and the
 * organisation. For a step with thousands of items it reads only the first.
 */

/* Labels other than those of one kind, and their nouns for the menu and messages. */
static const struct {
  const char *label;
  const char *phrase;
} steps[] = {
  { N_("Move measure"), N_("move of measure") },
  { N_("Move measures"), N_("move of measures") },
  { N_("Change start"), N_("change of start") },
  { N_("Change end"), N_("change of end") },
  { N_("Change progress"), N_("change of progress") },
  { N_("Delete measures"), N_("deletion of measures") },
  { N_("Add people"), N_("addition of people") },
  { N_("Erase people"), N_("erasure of people") },
  { N_("Delete several items"), N_("deletion of several items") },
  { N_("Restore backup"), N_("restoring of a backup") },
  { N_("Bring back"), N_("bringing back") },
  { N_("Fill in the usual agenda"), N_("filling in of the usual agenda") },
  { N_("Begin session"), N_("beginning of session") },
  { N_("Go to point of the agenda"), N_("change of the point of the agenda") },
  { N_("Pause session"), N_("pause of session") },
  { N_("End session"), N_("end of session") },
};

/* Returns the kind of which a label says that several items were pasted, and their
 * number as it stands in the label. */
static const AcademyKind *
find_pasted (const char  *label,
             char       **number)
{
  gsize begin = strcspn (label, "0123456789");
  gsize length = strspn (label + begin, "0123456789");
  g_autofree char *before = g_strndup (label, begin);
  g_autofree char *format = g_strconcat (before, NUMBER, label + begin + length, NULL);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (length > 0 && g_strcmp0 ((*kind)->paste, format) == 0)
      {
        *number = g_strndup (label + begin, length);
        return *kind;
      }

  return NULL;
}

static char *
put_number (const char *format,
            const char *number)
{
  g_auto(GStrv) parts = g_strsplit (format, NUMBER, 2);

  return g_strjoinv (number, parts);
}

/**
 * academy_step_dup_paste_label:
 * @kind: a kind
 * @n_items: how many items are pasted
 *
 * Returns: (transfer full): the label of an edit that adds @n_items, in English:
 *   “Paste 40 measures”
 */
char *
academy_step_dup_paste_label (const AcademyKind *kind,
                              guint              n_items)
{
  g_autofree char *number = g_strdup_printf ("%u", n_items);

  return n_items == 1 || kind->paste == NULL ? g_strdup (kind->add) : put_number (kind->paste, number);
}

static const AcademyKind *
find_kind (const char *label)
{
  g_autofree char *number = NULL;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (g_str_equal (label, (*kind)->add) || g_str_equal (label, (*kind)->change) || g_str_equal (label, (*kind)->remove))
      return *kind;

  return find_pasted (label, &number);
}

/**
 * academy_step_dup_label:
 * @label: the label of an edit, in English
 *
 * Returns: (transfer full): the translated label
 */
char *
academy_step_dup_label (const char *label)
{
  g_autofree char *number = NULL;
  const AcademyKind *kind = find_pasted (label, &number);

  return kind != NULL ? put_number (_(kind->paste), number) : g_strdup (_(label));
}

/**
 * academy_step_dup_phrase:
 * @label: the label of an edit, in English
 *
 * Returns: (transfer full): the edit as a translated noun: “change of measure”;
 *   the translated label for an edit of another version of the program
 */
char *
academy_step_dup_phrase (const char *label)
{
  g_autofree char *number = NULL;
  const AcademyKind *kind = find_pasted (label, &number);

  if (kind != NULL)
    return put_number (_(kind->pasting), number);

  kind = find_kind (label);
  if (kind != NULL)
    return g_strdup (_(g_str_equal (label, kind->add) ? kind->addition
                       : g_str_equal (label, kind->change) ? kind->alteration : kind->deletion));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (label, steps[i].label))
      return g_strdup (_(steps[i].phrase));

  return g_strdup (_(label));
}

/* Whether people see an item of the kind as a thing: not a dependency, nor a
 * baseline and its days. */
static gboolean
is_thing (const AcademyKind *kind)
{
  return kind->joins[0] == NULL && kind != &academy_baseline_kind && (kind->flags & ACADEMY_KIND_MANY) == 0;
}

static gboolean
is_same_type (AcademyChangeType a,
              AcademyChangeType b)
{
  return (a == ACADEMY_CHANGE_CHANGED) == (b == ACADEMY_CHANGE_CHANGED);
}

/* Returns the changed field if it is the only one. */
static const AcademyField *
find_field (const AcademyChange *change)
{
  ACADEMY_KIND_FOREACH_FIELD (change->kind, field)
    if (change->fields == G_GUINT64_CONSTANT (1) << academy_kind_get_index (change->kind, field))
      return field;

  return NULL;
}

/* Whether a change is of the kind that the label names; other changes are
 * consequences. */
static gboolean
is_meant (const AcademyKind   *kind,
          const char          *label,
          const AcademyChange *change)
{
  gboolean is_change = kind != NULL && g_str_equal (label, kind->change);

  if (kind == NULL)
    return is_thing (change->kind);

  return change->kind == kind && (change->type == ACADEMY_CHANGE_CHANGED) == is_change;
}

AcademyReversal *
academy_reversal_new (const char     *label,
                      gboolean        is_redo,
                      gint64          step,
                      AcademyChanges *changes)
{
  AcademyReversal *self = g_new0 (AcademyReversal, 1);
  const AcademyKind *kind = find_kind (label);
  g_autofree char *number = NULL;

  self->label = g_strdup (label);
  self->says_number = find_pasted (label, &number) != NULL;
  self->is_redo = is_redo;
  self->step = step;

  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);

      if (!is_meant (kind, label, change) || (self->id != NULL && !is_same_type (self->type, change->type)))
        continue;

      self->n_items++;
      if (self->id != NULL)
        continue;

      self->id = g_strdup (change->id);
      self->kind = change->kind;
      self->type = change->type;
      self->field = change->type == ACADEMY_CHANGE_CHANGED ? find_field (change) : NULL;
    }

  return self;
}

void
academy_reversal_free (AcademyReversal *self)
{
  g_free (self->label);
  g_free (self->id);
  g_free (self->title);
  g_free (self->place);
  g_free (self);
}

/* Returns the short name of the organisation of an item, or %NULL. */
char *
academy_reversal_dup_place (AcademyStore *store,
                            AcademyItem  *item)
{
  g_autoptr(AcademyItem) owner = academy_store_get_owner (store, item, NULL);

  while (owner != NULL && academy_item_get_kind (owner) != &academy_organisation_kind)
    {
      g_autoptr(AcademyItem) part = g_steal_pointer (&owner);

      owner = academy_store_get_owner (store, part, NULL);
    }

  return owner != NULL ? academy_organisation_dup_short_name (owner, academy_language_get_default ()) : NULL;
}

/* An item that joins two gets the title of the second. */
static char *
dup_title (AcademyStore *store,
           AcademyItem  *item)
{
  const char *name = academy_item_get_kind (item)->joins[1];
  g_autoptr(AcademyItem) second = name != NULL ? academy_store_get_linked (store, item, name, NULL) : NULL;

  return academy_item_dup_title (second != NULL ? second : item, academy_language_get_default ());
}

static void
name (AcademyReversal *self,
      AcademyStore    *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) item = academy_store_get (store, self->kind, self->id, &error);

  if (item == NULL)
    {
      academy_store_report (store, error);
      return;
    }

  self->is_confidential = academy_item_is_confidential (item);
  self->title = dup_title (store, item);
  self->place = academy_reversal_dup_place (store, item);
}

/* Reads the title of a removed item, before it is removed. */
void
academy_reversal_name_removed (AcademyReversal *self,
                               AcademyStore    *store)
{
  if (self->id != NULL && self->type == ACADEMY_CHANGE_REMOVED)
    name (self, store);
}

void
academy_reversal_name_others (AcademyReversal *self,
                              AcademyStore    *store)
{
  if (self->id != NULL && self->type != ACADEMY_CHANGE_REMOVED)
    name (self, store);
}

/**
 * academy_reversal_is_redo:
 * @self: the description of an undo or redo
 *
 * Returns: whether it describes a redo
 */
gboolean
academy_reversal_is_redo (const AcademyReversal *self)
{
  return self->is_redo;
}

/**
 * academy_reversal_get_step:
 * @self: the description of an undo or redo
 *
 * Returns: the number of the step's entry in the history
 */
gint64
academy_reversal_get_step (const AcademyReversal *self)
{
  return self->step;
}

/**
 * academy_reversal_get_kind:
 * @self: the description of an undo or redo
 *
 * Returns: (nullable): the kind of academy_reversal_get_item()
 */
const AcademyKind *
academy_reversal_get_kind (const AcademyReversal *self)
{
  return self->kind;
}

/**
 * academy_reversal_get_item:
 * @self: the description of an undo or redo
 *
 * Returns: (nullable) (transfer none): the id of the item, or of the first of
 *   several
 */
const char *
academy_reversal_get_item (const AcademyReversal *self)
{
  return self->id;
}

/**
 * academy_reversal_is_removal:
 * @self: the description of an undo or redo
 *
 * Returns: whether the item is deleted now
 */
gboolean
academy_reversal_is_removal (const AcademyReversal *self)
{
  return self->type == ACADEMY_CHANGE_REMOVED;
}

/* Uses whole sentences, so that a translation may put the parts in another order. */
static char *
say_undone (const AcademyReversal *self,
            const char            *phrase,
            const char            *field)
{
  if (self->n_items > 1 && !self->says_number)
    /* Translators: a step, and how many items it is about */
    return g_strdup_printf (ngettext ("Undone: %s, %u item", "Undone: %s, %u items", self->n_items), phrase, self->n_items);
  /* Others see the screen. */
  if (self->is_confidential && !self->says_number)
    /* Translators: a step, such as “addition of note” */
    return g_strdup_printf (_("Undone: %s (private)"), phrase);
  if (self->title == NULL || self->says_number)
    /* Translators: a step */
    return g_strdup_printf (_("Undone: %s"), phrase);
  if (field != NULL && self->place != NULL)
    /* Translators: a field, a title and an organisation: “Undone: end date of “Market dialogue”, Turku” */
    return g_strdup_printf (_("Undone: %s of “%s”, %s"), field, self->title, self->place);
  if (field != NULL)
    /* Translators: a field and a title */
    return g_strdup_printf (_("Undone: %s of “%s”"), field, self->title);
  if (self->place != NULL)
    /* Translators: a step, a title and an organisation: “Undone: deletion of measure “Market dialogue”, Turku” */
    return g_strdup_printf (_("Undone: %s “%s”, %s"), phrase, self->title, self->place);

  /* Translators: a step and a title */
  return g_strdup_printf (_("Undone: %s “%s”"), phrase, self->title);
}

static char *
say_redone (const AcademyReversal *self,
            const char            *phrase,
            const char            *field)
{
  if (self->n_items > 1 && !self->says_number)
    /* Translators: a step, and how many items it is about */
    return g_strdup_printf (ngettext ("Redone: %s, %u item", "Redone: %s, %u items", self->n_items), phrase, self->n_items);
  /* Others see the screen. */
  if (self->is_confidential && !self->says_number)
    /* Translators: a step, such as “addition of note” */
    return g_strdup_printf (_("Redone: %s (private)"), phrase);
  if (self->title == NULL || self->says_number)
    /* Translators: a step */
    return g_strdup_printf (_("Redone: %s"), phrase);
  if (field != NULL && self->place != NULL)
    /* Translators: a field, a title and an organisation */
    return g_strdup_printf (_("Redone: %s of “%s”, %s"), field, self->title, self->place);
  if (field != NULL)
    /* Translators: a field and a title */
    return g_strdup_printf (_("Redone: %s of “%s”"), field, self->title);
  if (self->place != NULL)
    /* Translators: a step, a title and an organisation */
    return g_strdup_printf (_("Redone: %s “%s”, %s"), phrase, self->title, self->place);

  /* Translators: a step and a title */
  return g_strdup_printf (_("Redone: %s “%s”"), phrase, self->title);
}

/**
 * academy_reversal_dup_text:
 * @self: the description of an undo or redo
 *
 * Returns: (transfer full): a sentence that names the step, the item and the
 *   organisation
 */
char *
academy_reversal_dup_text (const AcademyReversal *self)
{
  g_autofree char *phrase = academy_step_dup_phrase (self->label);
  g_autofree char *field = self->field != NULL ? academy_text_dup_in_sentence (_(self->field->label)) : NULL;

  return self->is_redo ? say_redone (self, phrase, field) : say_undone (self, phrase, field);
}
