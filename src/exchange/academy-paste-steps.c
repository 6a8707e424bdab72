/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paste-steps.h"

struct _AcademyPasteSteps {
  /* Owned: arrays of changes */
  GPtrArray  *steps;

  /* Borrowed */
  GHashTable *left;

  guint       n_done;
  gboolean    is_beginning;
};

/* A cell, a link, or a row that is taken or left out, with what it is on the other
 * side of the change. */
typedef struct {
  /* Owned */
  AcademyItem        *draft;
  char               *id;

  /* Borrowed */
  const AcademyField *field;
  AcademyRemark      *remark;
  AcademyUnknownLink *link;

  GValue              value;
  AcademyRemarkState  state;
  gboolean            is_settled;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->draft);
  g_free (change->id);
  if (change->field != NULL)
    g_value_unset (&change->value);
  g_free (change);
}

/* Returns the change that is kept next, or %NULL outside of steps. */
static Change *
add_change (AcademyPasteSteps *self)
{
  Change *change;

  if (self->is_beginning)
    {
      g_ptr_array_set_size (self->steps, self->n_done);
      g_ptr_array_add (self->steps, g_ptr_array_new_with_free_func (change_free));
      self->n_done++;
      self->is_beginning = FALSE;
    }
  if (self->n_done == 0)
    return NULL;

  change = g_new0 (Change, 1);
  g_ptr_array_add (self->steps->pdata[self->n_done - 1], change);
  return change;
}

static void
swap_cell (Change *change)
{
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (change->field, &value);
  g_value_copy (academy_item_get_value (change->draft, change->field), &value);
  academy_item_set_value (change->draft, change->field, &change->value);
  g_value_copy (&value, &change->value);

  if (change->remark != NULL)
    {
      AcademyRemarkState state = change->remark->state;

      change->remark->state = change->state;
      change->state = state;
    }
}

static void
swap_link (Change *change)
{
  AcademyUnknownLink *link = change->link;
  char *id = g_steal_pointer (&link->id);
  gboolean is_settled = link->is_settled;

  link->id = g_steal_pointer (&change->id);
  link->is_settled = change->is_settled;
  change->id = id;
  change->is_settled = is_settled;
}

static void
swap (AcademyPasteSteps *self,
      Change            *change)
{
  if (change->link != NULL)
    swap_link (change);
  else if (change->field != NULL)
    swap_cell (change);
  else if (!g_hash_table_remove (self->left, change->draft))
    g_hash_table_add (self->left, change->draft);
}

void
academy_paste_steps_free (AcademyPasteSteps *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * academy_paste_steps_new:
 * @left: (element-type AcademyItem): the drafts that are left out
 *
 * Returns: (transfer full): what was corrected and chosen in pasted rows, nothing yet
 */
AcademyPasteSteps *
academy_paste_steps_new (GHashTable *left)
{
  AcademyPasteSteps *self = g_new0 (AcademyPasteSteps, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->left = left;

  return self;
}

/**
 * academy_paste_steps_begin:
 * @self: the steps
 *
 * Begins a step, with what is kept next. What is kept before the first one is part of
 * none.
 */
void
academy_paste_steps_begin (AcademyPasteSteps *self)
{
  self->is_beginning = TRUE;
}

/**
 * academy_paste_steps_keep_cell:
 * @self: the steps
 * @draft: a draft
 * @field: a field that is about to change
 * @remark: (nullable): the remark about its text
 */
void
academy_paste_steps_keep_cell (AcademyPasteSteps  *self,
                               AcademyItem        *draft,
                               const AcademyField *field,
                               AcademyRemark      *remark)
{
  Change *change = add_change (self);

  if (change == NULL)
    return;

  change->draft = g_object_ref (draft);
  change->field = field;
  change->remark = remark;
  change->state = remark != NULL ? remark->state : ACADEMY_REMARK_OPEN;
  academy_value_init (field, &change->value);
  g_value_copy (academy_item_get_value (draft, field), &change->value);
}

/**
 * academy_paste_steps_keep_link:
 * @self: the steps
 * @link: a linked item of which it is about to be chosen what is meant
 */
void
academy_paste_steps_keep_link (AcademyPasteSteps  *self,
                               AcademyUnknownLink *link)
{
  Change *change = add_change (self);

  if (change == NULL)
    return;

  change->link = link;
  change->id = g_strdup (link->id);
  change->is_settled = link->is_settled;
}

/**
 * academy_paste_steps_keep_row:
 * @self: the steps
 * @draft: a draft that is about to be left out, or to be taken again
 */
void
academy_paste_steps_keep_row (AcademyPasteSteps *self,
                              AcademyItem       *draft)
{
  Change *change = add_change (self);

  if (change != NULL)
    change->draft = g_object_ref (draft);
}

/**
 * academy_paste_steps_can_undo:
 * @self: the steps
 *
 * Returns: whether there is a step that was not undone
 */
gboolean
academy_paste_steps_can_undo (AcademyPasteSteps *self)
{
  return self->n_done > 0;
}

/**
 * academy_paste_steps_take:
 * @self: the steps
 * @redo: whether to redo a step rather than undo it
 * @draft: (out) (transfer none): return location for the first draft that changes,
 *   or %NULL
 * @field: (out): return location for its field, or %NULL
 *
 * Returns: whether there was a step
 */
gboolean
academy_paste_steps_take (AcademyPasteSteps   *self,
                          gboolean             redo,
                          AcademyItem        **draft,
                          const AcademyField **field)
{
  GPtrArray *step;

  *draft = NULL;
  *field = NULL;
  if (redo ? self->n_done == self->steps->len : self->n_done == 0)
    return FALSE;

  step = self->steps->pdata[redo ? self->n_done : self->n_done - 1];
  for (guint i = 0; i < step->len; i++)
    {
      Change *change = step->pdata[redo ? i : step->len - 1 - i];

      swap (self, change);
      if (change->draft != NULL && (*draft == NULL || !redo))
        {
          *draft = change->draft;
          *field = change->field;
        }
    }
  self->n_done += redo ? 1 : -1;

  return TRUE;
}
