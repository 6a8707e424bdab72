/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-due-today.h"

#include <glib/gi18n-lib.h>

#include "academy-board-date.h"
#include "academy-clock.h"
#include "academy-database-functions.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-status.h"
#include "academy-store-query.h"

/* What is told of each kind: the field with its day, the condition that it is still to
 * come, which else its status says, the kind that it is called by instead of its title,
 * and the fields of its text. */
static const struct {
  const AcademyKind *kind;
  const char        *day;
  const char        *condition;
  const AcademyKind *called;
  const char        *told[2];
} kinds[] = {
  { &academy_session_kind, "start", "\"held\" IS NULL", NULL, { "place" } },
  { &academy_board_item_kind, "meeting_date", "\"outcome\" IS NULL AND \"certainty\" = 'day'", &academy_board_item_kind,
    { "board_name" } },
  { &academy_organisation_kind, "board_date", ACADEMY_BOARD_DATE_COUNTS ("?1"), &academy_board_item_kind, { "board_name" } },
  { &academy_follow_up_kind, "due", NULL, NULL, { "owner_role" } },
};

static void
due_today_free (gpointer data)
{
  AcademyDueToday *due = data;

  g_free (due->item);
  g_free (due->title);
  g_free (due->text);
  g_free (due);
}

static void
take_id (AcademyStore *store,
         sqlite3_stmt *row,
         gpointer      data)
{
  const char *id = academy_database_find_text (row, 0);

  if (id != NULL)
    g_ptr_array_add (data, g_strdup (id));
}

/* Finds the items of a kind with this day. */
static GPtrArray *
find_ids (AcademyStore  *store,
          guint          position,
          const char    *today,
          GError       **error)
{
  const AcademyKind *kind = kinds[position].kind;
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *finished = kind->status != NULL ? academy_status_dup_tokens (kind, ACADEMY_STATUSES_FINISHED) : NULL;
  g_autofree char *unfinished = finished != NULL ? g_strdup_printf ("\"%s\" NOT IN %s", kind->status, finished) : NULL;
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"id\" FROM \"%s\" WHERE " ACADEMY_DAY_OF " (\"%s\") = ?1 AND %s AND %s IN "
    "(SELECT \"id\" FROM \"organisation\" WHERE \"archived\" = 0) ORDER BY \"%s\", \"id\"",
    kind->name, kinds[position].day, unfinished != NULL ? unfinished : kinds[position].condition,
    kind == &academy_organisation_kind ? "\"id\"" : "\"organisation\"", kinds[position].day);

  return academy_store_query (store, sql, &today, 1, take_id, ids, error) ? g_steal_pointer (&ids) : NULL;
}

static AcademyItem *
get_organisation (AcademyStore  *store,
                  AcademyItem   *item,
                  GError       **error)
{
  return academy_item_get_kind (item) == &academy_organisation_kind ? g_object_ref (item)
                                                                    : academy_store_get_owner (store, item, error);
}

static char *
dup_text (guint                  position,
          AcademyItem           *item,
          const AcademyLanguage *language)
{
  const AcademyField *online = academy_kind_find_field (kinds[position].kind, "online");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *subtitle = NULL;
  g_auto(GStrv) parts = NULL;

  if (kinds[position].kind == &academy_session_kind)
    subtitle = academy_item_dup_subtitle (item, language);
  else
    subtitle = g_strdup (academy_language_translate (language, kinds[position].called != NULL ? N_("Today") : N_("Due today")));
  g_strv_builder_add (builder, subtitle);
  if (online != NULL && academy_item_get_flag (item, online->name))
    g_strv_builder_add (builder, academy_language_translate (language, online->label));
  for (guint i = 0; i < G_N_ELEMENTS (kinds[position].told) && kinds[position].told[i] != NULL; i++)
    if (academy_item_get_text (item, kinds[position].told[i]) != NULL)
      g_strv_builder_add (builder, academy_item_get_text (item, kinds[position].told[i]));

  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static gboolean
add (GPtrArray              *due,
     AcademyStore           *store,
     guint                   position,
     const char             *id,
     const AcademyLanguage  *language,
     GError                **error)
{
  const AcademyKind *kind = kinds[position].kind;
  const AcademyKind *called = kinds[position].called;
  g_autoptr(AcademyItem) item = academy_store_get (store, kind, id, error);
  g_autoptr(AcademyItem) organisation = item != NULL ? get_organisation (store, item, error) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  AcademyDueToday *entry;

  if (organisation == NULL)
    return FALSE;

  title = called == NULL ? academy_item_dup_title (item, language) : NULL;
  name = academy_organisation_dup_short_name (organisation, language);
  entry = g_new0 (AcademyDueToday, 1);
  entry->kind = kind;
  entry->item = g_strdup (id);
  entry->title = g_strdup_printf ("%s – %s", title != NULL ? title
                                  : academy_language_translate (language, called != NULL ? called->label : kind->label),
                                  name);
  entry->text = dup_text (position, item, language);
  g_ptr_array_add (due, entry);
  return TRUE;
}

/**
 * academy_due_today_read:
 * @store: a store
 * @language: the language of the texts
 * @error: return location for an error
 *
 * Finds the sessions and board dates of today, and the follow-ups that fall due
 * today, whatever the status date; a programme whose status date has passed is looked
 * back at and has none.
 *
 * Returns: (transfer full) (element-type AcademyDueToday): what there is
 */
GPtrArray *
academy_due_today_read (AcademyStore           *store,
                        const AcademyLanguage  *language,
                        GError                **error)
{
  g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func (due_today_free);
  AcademyDay status_date = academy_store_get_status_date (store);
  g_autofree char *day = NULL;
  GDate today;

  academy_clock_get_today (&today);
  if (status_date != 0 && status_date < g_date_get_julian (&today))
    return g_steal_pointer (&due);

  day = academy_date_to_text (&today);
  for (guint position = 0; position < G_N_ELEMENTS (kinds); position++)
    {
      g_autoptr(GPtrArray) ids = find_ids (store, position, day, error);

      for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!add (due, store, position, g_ptr_array_index (ids, i), language, error))
          return NULL;
      if (ids == NULL)
        return NULL;
    }

  return g_steal_pointer (&due);
}
