/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-brief-private.h"

#include <glib/gi18n-lib.h>

#include "academy-store-query.h"
#include "academy-text.h"

/* The greatest length of an excerpt, in characters. */
#define MOST_LETTERS 280

/* The first ids that a query finds, and how many there are. */
typedef struct {
  GPtrArray *ids;
  guint      limit;
  guint      n_rows;
} Found;

void
academy_brief_reader_clear (AcademyBriefReader *self)
{
  g_clear_pointer (&self->report, academy_report_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->organisation);
  g_clear_pointer (&self->translations, academy_translations_free);
  g_clear_pointer (&self->changed, g_ptr_array_unref);
  g_free (self->previous);
  g_free (self->today);
}

const char *
academy_brief_translate (const AcademyBriefReader *self,
                         const char               *text)
{
  return academy_language_translate (self->language, text);
}

/* Joins texts by dots, without those that are empty. */
char *
academy_brief_join (const char *first,
                    const char *second,
                    const char *third)
{
  const char *texts[] = { first, second, third };
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " · " : "", texts[i]);

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/* Returns an excerpt of a text. */
char *
academy_brief_shorten (const char *text)
{
  return academy_text_shorten (text, MOST_LETTERS);
}

/* Returns the value of a field in words; an empty text when it is not set. */
char *
academy_brief_dup_value (const AcademyBriefReader *self,
                         AcademyItem              *item,
                         const char               *name)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);

  return academy_language_format_value (self->language, field, academy_item_get_value (item, field));
}

/* Returns a title, in the language of the brief where it is translated. */
const char *
academy_brief_get_title (const AcademyBriefReader *self,
                         AcademyItem              *item)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), "title");

  return academy_translations_get_text (self->translations, item, field);
}

static void
take_id (AcademyStore *store,
         sqlite3_stmt *row,
         gpointer      data)
{
  Found *found = data;

  if (found->n_rows++ <= found->limit)
    g_ptr_array_add (found->ids, g_strdup (academy_database_get_text (row, 0)));
}

/* Reads the first items that a query finds; a single other one is told, too, rather
 * than its number. The query may use the ids of the organisation, the session and the
 * session before, and the day. */
GPtrArray *
academy_brief_find (const AcademyBriefReader  *self,
                    const AcademyKind         *kind,
                    const char                *sql,
                    guint                      limit,
                    guint                     *n_more,
                    GError                   **error)
{
  const char *texts[] = { academy_item_get_id (self->organisation), self->today, academy_item_get_id (self->session),
                          self->previous };
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Found found = { .ids = ids, .limit = limit };

  if (!academy_store_query (self->store, sql, texts, G_N_ELEMENTS (texts), take_id, &found, error))
    return NULL;

  if (found.n_rows > limit + 1)
    g_ptr_array_set_size (ids, limit);
  if (n_more != NULL)
    *n_more = found.n_rows - ids->len;

  return academy_store_get_each (self->store, kind, ids, error);
}

void
academy_brief_add_more (const AcademyBriefReader *self,
                        AcademyBlock             *list,
                        guint                     n_more)
{
  g_autofree char *text = NULL;

  if (n_more == 0)
    return;

  text = g_strdup_printf (academy_language_translate_n (self->language, "and %u more", "and %u more", n_more), n_more);
  academy_block_add (list, NULL, NULL, text);
}

/* Begins a section; its title is marked for translation. */
AcademyReportSection *
academy_brief_begin_section (AcademyBriefReader *self,
                             const char         *id,
                             const char         *title)
{
  return academy_report_add_section (self->report, id, academy_language_translate (self->language, title));
}

/* Begins a section of one list. */
AcademyBlock *
academy_brief_begin_list (AcademyBriefReader *self,
                          const char         *id,
                          const char         *title)
{
  return academy_report_section_add_block (academy_brief_begin_section (self, id, title), ACADEMY_BLOCK_LIST);
}

char *
academy_brief_dup_days_overdue (const AcademyBriefReader *self,
                                const GDate              *day)
{
  int days = self->day - g_date_get_julian (day);

  return g_strdup_printf (academy_language_translate_n (self->language, "%d day overdue", "%d days overdue", days), days);
}
