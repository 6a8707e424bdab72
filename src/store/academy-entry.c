/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-entry-private.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-instant.h"
#include "academy-reversal.h"

struct _AcademyEntry {
  GObject    parent_instance;

  gint64     step;

  /* Owned */
  GDateTime *time;
  char      *author;
  char      *label;
  char      *action;
  GPtrArray *changes;
  GPtrArray *lines;
};

G_DEFINE_FINAL_TYPE (AcademyEntry, academy_entry, G_TYPE_OBJECT)

/**
 * AcademyEntry:
 *
 * An entry of the history: when, by whom, and what it changed.
 */

void
academy_entry_line_free (AcademyEntryLine *self)
{
  g_free (self->title);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
academy_entry_finalize (GObject *object)
{
  AcademyEntry *self = ACADEMY_ENTRY (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self->author);
  g_free (self->label);
  g_free (self->action);

  G_OBJECT_CLASS (academy_entry_parent_class)->finalize (object);
}

static void
academy_entry_class_init (AcademyEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_entry_finalize;
}

static void
academy_entry_init (AcademyEntry *self)
{
}

/* Makes an entry of @lines, which point into @changes. */
AcademyEntry *
academy_entry_new (gint64      step,
                   gint64      at,
                   const char *author,
                   const char *label,
                   const char *action,
                   GPtrArray  *changes,
                   GPtrArray  *lines)
{
  AcademyEntry *self = g_object_new (ACADEMY_TYPE_ENTRY, NULL);

  self->step = step;
  self->time = academy_instant_from_stamp (at);
  self->author = g_strdup (author);
  self->label = g_strdup (label);
  self->action = g_strdup (action);
  self->changes = g_ptr_array_ref (changes);
  self->lines = g_ptr_array_ref (lines);

  return self;
}

/**
 * academy_entry_get_step:
 * @self: an entry
 *
 * Returns: its number in the history
 */
gint64
academy_entry_get_step (AcademyEntry *self)
{
  return self->step;
}

/**
 * academy_entry_get_time:
 * @self: an entry
 *
 * Returns: (transfer none): when it was made
 */
GDateTime *
academy_entry_get_time (AcademyEntry *self)
{
  return self->time;
}

const char *
academy_entry_get_author (AcademyEntry *self)
{
  return self->author;
}

/**
 * academy_entry_dup_text:
 * @self: an entry
 *
 * Returns: (transfer full): what was done: “Change of measure”, “Undone: change of
 *   measure”
 */
char *
academy_entry_dup_text (AcademyEntry *self)
{
  g_autofree char *phrase = academy_step_dup_phrase (self->label);
  g_autoptr(GString) text = NULL;

  if (g_str_equal (self->action, "undo"))
    return g_strdup_printf (_("Undone: %s"), phrase);
  if (g_str_equal (self->action, "redo"))
    return g_strdup_printf (_("Redone: %s"), phrase);

  text = g_string_new (NULL);
  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (phrase)));
  g_string_append (text, g_utf8_next_char (phrase));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * academy_entry_get_lines:
 * @self: an entry
 *
 * Returns: (transfer none) (element-type AcademyEntryLine): what it changed, without
 *   the parts of what was deleted or added; empty when it was about people alone
 */
GPtrArray *
academy_entry_get_lines (AcademyEntry *self)
{
  return self->lines;
}

/**
 * academy_entry_has_removed:
 * @self: an entry
 *
 * Returns: whether it did nothing but delete, so that academy_store_bring_back_removed()
 *   brings back what is no longer there
 */
gboolean
academy_entry_has_removed (AcademyEntry *self)
{
  gboolean missing = FALSE;

  for (guint i = 0; i < self->changes->len; i++)
    if (((AcademyItemChange *) g_ptr_array_index (self->changes, i))->type == ACADEMY_CHANGE_ADDED)
      return FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      AcademyEntryLine *line = g_ptr_array_index (self->lines, i);

      missing |= line->change->type == ACADEMY_CHANGE_REMOVED && !line->exists;
    }

  return missing;
}

/* Returns the links that an item has now, with those back that a change took away,
 * and without those that it added. */
static char **
dup_links (AcademyItem             *item,
           const AcademyItemChange *change,
           const AcademyField      *field)
{
  const char * const *present = academy_item_get_links (item, field->name);
  const char * const *removed = academy_item_get_links (change->before, field->name);
  const char * const *added = academy_item_get_links (change->after, field->name);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; present != NULL && present[i] != NULL; i++)
    if ((added == NULL || !g_strv_contains (added, present[i])) && (removed == NULL || !g_strv_contains (removed, present[i])))
      g_strv_builder_add (builder, present[i]);
  for (guint i = 0; removed != NULL && removed[i] != NULL; i++)
    g_strv_builder_add (builder, removed[i]);

  return g_strv_builder_end (builder);
}

/* Whether everything that a value points at is in the file. */
static gboolean
check_targets (AcademyStore        *store,
               const AcademyField  *field,
               const GValue        *value,
               GError             **error)
{
  const AcademyKind *kind = field->target != NULL ? academy_kind_find (field->target) : NULL;
  const char *one[] = { field->type == ACADEMY_LINK ? g_value_get_string (value) : NULL, NULL };
  const char * const *ids = field->type == ACADEMY_LINK ? one : field->type == ACADEMY_LINKS ? g_value_get_boxed (value) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr(AcademyItem) target = academy_store_get (store, kind, ids[i], error);

      if (target == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * academy_entry_create_restore:
 * @store: a store
 * @line: what an entry of its history changed; it has a field
 * @error: says that the item, or what the value points at, is no longer there, or that
 *   it has the value already
 *
 * Makes the edit that gives a field the value back that it had before an entry.
 *
 * Returns: (transfer full): the edit
 */
AcademyEdit *
academy_entry_create_restore (AcademyStore            *store,
                              const AcademyEntryLine  *line,
                              GError                 **error)
{
  const AcademyItemChange *change = line->change;
  g_autoptr(AcademyItem) item = academy_store_get (store, change->kind, change->id, error);
  g_autoptr(AcademyEdit) edit = academy_edit_new (change->kind->change);
  g_auto(GValue) value = G_VALUE_INIT;

  g_return_val_if_fail (line->field != NULL, NULL);

  if (item == NULL)
    return NULL;

  academy_value_init (line->field, &value);
  if (line->field->type == ACADEMY_LINKS)
    {
      if (!academy_item_fill (item, error))
        return NULL;
      g_value_take_boxed (&value, dup_links (item, change, line->field));
    }
  else
    g_value_copy (academy_item_get_value (change->before, line->field), &value);
  if (!check_targets (store, line->field, &value, error))
    return NULL;
  if (academy_value_equal (line->field, academy_item_get_value (item, line->field), &value))
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT, _("It has this value already."));
      return NULL;
    }

  academy_edit_set (edit, item, line->field, &value);
  return g_steal_pointer (&edit);
}
