/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-date.h"
#include "academy-draft.h"
#include "academy-kinds.h"
#include "academy-pasted-value.h"
#include "academy-suggestions.h"
#include "academy-titles.h"

#define YEAR_DIGITS 4

/* Every so many years have the same days. */
#define LEAP_YEARS 4

/* The rows of a grid become drafts, cell by cell. */

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
  const AcademyKind   *kind;
  AcademyGrid         *grid;

  /* The column of each field, or −1 */
  int                 *columns;
  GDate                first;
  GDate                last;
} Reader;

static void
reader_clear (Reader *reader)
{
  guint n_fields = academy_kind_get_n_fields (reader->kind);

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
  academy_paste_add_remark (reader->paste, draft, field, text, g_strdup (error->message), FALSE);
}

static void
set_day (Reader      *reader,
         AcademyItem *draft,
         const char  *name,
         const char  *text,
         const GDate *day)
{
  const AcademyField *field = academy_kind_find_field (reader->kind, name);
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
  const AcademyKind *kind = reader->kind;

  return reader->columns[academy_kind_get_index (kind, academy_kind_find_field (kind, name))] >= 0;
}

static gboolean
has_year (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gsize n_digits = strspn (p, "0123456789");

      if (n_digits == YEAR_DIGITS)
        return TRUE;
      p += n_digits > 0 ? n_digits - 1 : 0;
    }

  return FALSE;
}

static gboolean
are_same (const GDate *a,
          const GDate *b)
{
  return g_date_valid (a) ? g_date_valid (b) && g_date_compare (a, b) == 0 : !g_date_valid (b);
}

/* Whether the year of a period was not written, and another one may be meant. A year
 * that follows from a guessed one is guessed, too. */
static gboolean
is_year_guessed (const AcademyColumnForm *form,
                 const char              *text,
                 const AcademyNear       *near,
                 const AcademyPeriod     *period,
                 gboolean                 is_start_guessed)
{
  const GDate *first = g_date_valid (&period->start) ? &period->start : &period->end;
  const GDate *last = g_date_valid (&period->end) ? &period->end : &period->start;
  AcademyNear known = *near, later = *near;
  AcademyPeriod other;

  if (is_start_guessed)
    g_date_clear (&known.earliest, 1);
  if (has_year (text) ||
      (academy_near_follows (&known, first) && g_date_get_year (first) == g_date_get_year (last)))
    return FALSE;

  academy_near_move (&later, LEAP_YEARS);
  return academy_pasted_period_parse (form, text, &later, &other, NULL) &&
         !(are_same (&period->start, &other.start) && are_same (&period->end, &other.end));
}

static void
remark_on_days (Reader      *reader,
                AcademyItem *draft,
                const char  *name,
                const char  *text,
                const char  *days)
{
  const AcademyField *field = academy_kind_find_field (reader->kind, name);

  /* Translators: a date or two, or an amount: “Understood as 1–31 Mar 2026.” */
  if (academy_paste_get_remark (reader->paste, draft, field) == NULL)
    academy_paste_add_remark (reader->paste, draft, field, text, g_strdup_printf (_("Understood as %s."), days), TRUE);
}

/* A period fills both ends of an item, unless another column has one of them. A
 * single day that is not known better is its last one. */
static void
read_days (Reader             *reader,
           AcademyItem        *draft,
           const AcademyField *field,
           const char         *text)
{
  const AcademyKind *kind = reader->kind;
  const AcademyColumnForm *form = &reader->forms[reader->columns[academy_kind_get_index (kind, field)]];
  gboolean is_start = is_edge (kind, field, kind->start);
  gboolean is_end = is_edge (kind, field, kind->end);
  gboolean is_start_guessed = is_end && academy_paste_get_remark (reader->paste, draft,
                                                                  academy_kind_find_field (kind, kind->start)) != NULL;
  gboolean fills_end = FALSE;
  g_autoptr(GError) error = NULL;
  GDate first, last;
  AcademyPeriod period;
  AcademyNear near;

  academy_near_init_for (&near, academy_store_get_day (reader->store), draft, field);
  near.first = reader->first;
  near.last = reader->last;
  if (!academy_pasted_period_parse (form, text, &near, &period, &error))
    {
      academy_paste_add_remark (reader->paste, draft, field, text, g_strdup (error->message), FALSE);
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
      fills_end = g_date_valid (&last) && (period.is_range || g_date_compare (&first, &last) != 0);
      if (fills_end)
        set_day (reader, draft, kind->end, text, &last);
    }
  else
    set_day (reader, draft, field->name, text, &last);

  if (academy_paste_get_remark (reader->paste, draft, field) == NULL &&
      (period.is_rough || (period.is_range && !is_start && !is_end) ||
       is_year_guessed (form, text, &near, &period, is_start_guessed)))
    {
      g_autofree char *days =
        academy_language_format_period (academy_language_get_default (), g_date_valid (&first) ? &first : &last, &last);

      remark_on_days (reader, draft, field->name, text, days);
      if (is_end && g_date_valid (&first))
        remark_on_days (reader, draft, kind->start, text, days);
      if (is_start && fills_end)
        remark_on_days (reader, draft, kind->end, text, days);
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
      link = academy_paste_add_unknown_link (reader->paste, field, title);
      g_hash_table_insert (reader->unknown, g_steal_pointer (&key), link);
    }
  academy_paste_name_link (reader->paste, draft, link);
}

static void
read_links (Reader             *reader,
            AcademyItem        *draft,
            const AcademyField *field,
            const char         *text)
{
  AcademyTitles *titles = reader->titles[academy_kind_get_index (reader->kind, field)];
  g_auto(GStrv) names = field->type == ACADEMY_LINKS ? academy_titles_split (titles, text) : g_strsplit (text, "\n", 1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *id = academy_titles_find (titles, names[i]);

      if (id != NULL)
        {
          academy_paste_link (draft, field, id);
          continue;
        }
      if (academy_paste_get_remark (reader->paste, draft, field) == NULL)
        academy_paste_add_remark (reader->paste, draft, field, text,
                                  g_strdup_printf (_("There is nothing called “%s”. Add it to the file, choose what exists "
                                                     "already, or leave it out."), names[i]), FALSE);
      add_unknown (reader, draft, field, names[i]);
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
    academy_paste_add_remark (reader->paste, draft, field, text,
                              g_strdup (_("This looks like a person, and a role is meant here. Write the role, or leave it to "
                                          "take it as it is.")), TRUE);
}

/* Marks a value that is not exactly what was written, if it was taken. */
static void
remark_on_value (Reader             *reader,
                 AcademyItem        *draft,
                 const AcademyField *field,
                 const char         *text)
{
  g_autofree char *value = NULL;

  if (academy_paste_get_remark (reader->paste, draft, field) != NULL)
    return;

  value = academy_language_format_value (academy_language_get_default (), field, academy_item_get_value (draft, field));
  /* Translators: a date or two, or an amount: “Understood as 1–31 Mar 2026.” */
  academy_paste_add_remark (reader->paste, draft, field, text, g_strdup_printf (_("Understood as %s."), value), TRUE);
}

/* Whether the year of an instant was not written, and another one may be meant. */
static gboolean
is_instant_guessed (const AcademyColumnForm *form,
                    const AcademyField      *field,
                    const char              *text,
                    const AcademyNear       *near,
                    const GValue            *value)
{
  g_auto(GValue) other = G_VALUE_INIT;
  AcademyNear later = *near;
  GDate day;

  if (has_year (text) || !academy_value_is_set (field, value))
    return FALSE;

  day = academy_date_from_instant (g_value_get_boxed (value));
  if (academy_near_follows (near, &day))
    return FALSE;

  academy_value_init (field, &other);
  academy_near_move (&later, LEAP_YEARS);
  return academy_pasted_value_parse (form, field, text, &later, &other, NULL, NULL) &&
         !academy_value_equal (field, value, &other);
}

static void
read_value (Reader             *reader,
            AcademyItem        *draft,
            const AcademyField *field,
            const char         *text)
{
  const AcademyColumnForm *form = &reader->forms[reader->columns[academy_kind_get_index (reader->kind, field)]];
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  gboolean is_rounded;
  AcademyNear near;

  academy_value_init (field, &value);
  if (field->type == ACADEMY_INSTANT)
    {
      academy_near_init_for (&near, academy_store_get_day (reader->store), draft, field);
      near.first = reader->first;
      near.last = reader->last;
    }
  if (academy_pasted_value_parse (form, field, text, field->type == ACADEMY_INSTANT ? &near : NULL, &value, &is_rounded, &error))
    set_value (reader, draft, field, text, &value);
  else
    academy_paste_add_remark (reader->paste, draft, field, text, g_strdup (error->message), FALSE);
  if (is_rounded || (field->type == ACADEMY_INSTANT && is_instant_guessed (form, field, text, &near, &value)))
    remark_on_value (reader, draft, field, text);
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
  AcademyItem *draft = academy_item_new_part (reader->kind, academy_item_get_id (owner));

  ACADEMY_KIND_FOREACH_FIELD (reader->kind, field)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      academy_value_init (field, &value);
      g_value_copy (academy_item_get_value (reader->initial, field), &value);
      if ((field->flags & ACADEMY_NUMBERED) && academy_value_is_set (field, &value))
        {
          gint64 number = g_value_get_int64 (&value) + academy_paste_get_drafts (reader->paste)->len;

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
  ACADEMY_KIND_FOREACH_FIELD (reader->kind, field)
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
        academy_paste_add_remark (reader->paste, draft, field, text, g_strdup (error->message), FALSE);
    }

  academy_paste_add_draft (reader->paste, draft);
}

static gboolean
reader_init (Reader                     *reader,
             const AcademyField * const *columns,
             AcademyStore               *store,
             AcademyItem                *owner,
             GError                    **error)
{
  const AcademyKind *kind = reader->kind;

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
 * academy_paste_read:
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
academy_paste_read (AcademyGrid                *grid,
                    guint                       first_row,
                    const AcademyKind          *kind,
                    const AcademyField * const *columns,
                    AcademyStore               *store,
                    AcademyItem                *owner,
                    GError                    **error)
{
  g_autoptr(AcademyPaste) paste = academy_paste_new (store, kind, owner, error);
  guint n_fields = academy_kind_get_n_fields (kind);
  g_auto(Reader) reader = { .store = store, .paste = paste, .kind = kind, .grid = grid };

  reader.forms = academy_column_forms_new (grid, first_row);
  reader.titles = g_new0 (AcademyTitles *, n_fields);
  reader.columns = g_new0 (int, n_fields);
  reader.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (paste == NULL || !reader_init (&reader, columns, store, owner, error))
    return NULL;

  for (guint row = first_row; row < academy_grid_get_n_rows (grid); row++)
    if (!academy_grid_is_empty_row (grid, row))
      read_row (&reader, owner, row);

  return g_steal_pointer (&paste);
}
