/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-grid-items.h"

#include <glib/gi18n-lib.h>

/* Formats a number without signs between thousands, so that it stays a number. */
static char *
dup_number (const AcademyField    *field,
            const GValue          *value,
            const AcademyLanguage *language)
{
  g_autofree char *half = academy_language_format_decimal (language, 0.5);

  return g_strdelimit (academy_value_to_text (field, value), ".", half[1]);
}

static char *
dup_titles (AcademyStore           *store,
            const AcademyField     *field,
            const char * const     *ids,
            const AcademyLanguage  *language,
            GError                **error)
{
  const AcademyKind *kind = academy_kind_find (field->target);
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(AcademyItem) item = academy_store_get (store, kind, ids[i], error);
      g_autofree char *title = item != NULL ? academy_item_dup_title (item, language) : NULL;

      if (item == NULL)
        return NULL;
      g_string_append_printf (titles, "%s%s", i > 0 ? "\n" : "", title);
    }

  return g_string_free_and_steal (g_steal_pointer (&titles));
}

static char *
dup_cell (AcademyItem            *item,
          const AcademyField     *field,
          AcademyStore           *store,
          const AcademyLanguage  *language,
          GError                **error)
{
  const GValue *value = academy_item_get_value (item, field);

  if (!academy_value_is_set (field, value))
    return g_strdup ("");
  if (academy_field_is_number (field))
    return dup_number (field, value, language);

  switch (field->type)
    {
    case ACADEMY_LINK:
      return dup_titles (store, field, (const char *[]) { g_value_get_string (value), NULL }, language, error);
    case ACADEMY_LINKS:
      return dup_titles (store, field, g_value_get_boxed (value), language, error);
    case ACADEMY_FLAG:
      return g_strdup (academy_language_translate (language, g_value_get_boolean (value) ? N_("yes") : N_("no")));
    default:
      return academy_language_format_value (language, field, value);
    }
}

/**
 * academy_grid_new_for_items:
 * @items: (element-type AcademyItem): items of one kind
 * @fields: (array zero-terminated): the fields to copy
 * @store: the store of @items
 * @language: the language of headings, dates and numbers
 * @error: return location for an error
 *
 * Makes a table for copying, with the labels of fields as headings. A link is told
 * by the titles of its items, a line each, and a choice by its label. Pasting it
 * gives the same values.
 *
 * Returns: (transfer full) (nullable): a row for each item
 */
AcademyGrid *
academy_grid_new_for_items (GPtrArray                   *items,
                            const AcademyField * const  *fields,
                            AcademyStore                *store,
                            const AcademyLanguage       *language,
                            GError                     **error)
{
  g_autoptr(AcademyGrid) self = academy_grid_new (G_MAXUINT, G_MAXUINT);

  academy_grid_set_headings (self, TRUE);
  for (guint column = 0; fields[column] != NULL; column++)
    {
      const AcademyField *field = fields[column];

      academy_grid_take_text (self, 0, column, g_strdup (academy_language_translate (language, field->label)));
      for (guint row = 0; row < items->len; row++)
        {
          char *text = dup_cell (g_ptr_array_index (items, row), field, store, language, error);

          if (text == NULL)
            return NULL;
          academy_grid_take_text (self, row + 1, column, text);
          if (academy_field_is_number (field) || field->type == ACADEMY_DATE)
            academy_grid_set_number (self, row + 1, column);
        }
    }

  return g_steal_pointer (&self);
}

/**
 * academy_grid_new_for_value:
 * @item: an item
 * @field: the field to copy
 * @store: the store of @item
 * @language: the language of a date or number
 * @error: return location for an error
 *
 * Makes one cell for copying, without a heading.
 *
 * Returns: (transfer full) (nullable): the cell
 */
AcademyGrid *
academy_grid_new_for_value (AcademyItem            *item,
                            const AcademyField     *field,
                            AcademyStore           *store,
                            const AcademyLanguage  *language,
                            GError                **error)
{
  g_autoptr(AcademyGrid) self = academy_grid_new (1, 1);
  char *text = dup_cell (item, field, store, language, error);

  if (text == NULL)
    return NULL;

  academy_grid_take_text (self, 0, 0, text);
  if (academy_field_is_number (field) || field->type == ACADEMY_DATE)
    academy_grid_set_number (self, 0, 0);
  return g_steal_pointer (&self);
}
