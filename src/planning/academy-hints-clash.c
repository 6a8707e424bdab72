/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-hints-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-database-functions.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-span.h"
#include "academy-store-query.h"

#define DEFAULT_DURATION_MINUTES 120

/* A session that needs a mentor, with times in seconds since 1970. */
typedef struct {
  gint64  start;
  gint64  end;

  /* Owned */
  char   *person;
  char   *session;
  char   *organisation;
} Booking;

static void
booking_clear (gpointer data)
{
  Booking *booking = data;

  g_free (booking->person);
  g_free (booking->session);
  g_free (booking->organisation);
}

static gint
compare_bookings (gconstpointer a,
                  gconstpointer b)
{
  const Booking *first = a, *second = b;
  int order = strcmp (first->person, second->person);

  if (order != 0)
    return order;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return strcmp (first->session, second->session);
}

static void
add_booking (AcademyStore *store,
             sqlite3_stmt *row,
             gpointer      data)
{
  GArray *bookings = data;
  g_autoptr(GDateTime) start = g_date_time_new_from_iso8601 (academy_database_get_text (row, 3), NULL);
  gboolean has_duration = sqlite3_column_type (row, 4) != SQLITE_NULL;
  gint64 minutes = has_duration ? sqlite3_column_int64 (row, 4) : DEFAULT_DURATION_MINUTES;
  Booking booking = { .start = 0 };

  if (start == NULL)
    return;

  booking.start = g_date_time_to_unix (start);
  booking.end = booking.start + minutes * 60;
  booking.person = g_strdup (academy_database_get_text (row, 0));
  booking.session = g_strdup (academy_database_get_text (row, 1));
  booking.organisation = g_strdup (academy_database_get_text (row, 2));
  g_array_append_val (bookings, booking);
}

/* Collects the sessions that are still to come, once for each mentor of the
 * organisation on that day. */
static GArray *
read_bookings (AcademyHintsReader  *self,
               GError             **error)
{
  static const char sql[] =
    "SELECT \"person\", \"session\".\"id\", \"session\".\"organisation\", \"session\".\"start\", \"duration\" "
    "FROM \"session\" "
    "JOIN \"participation\" ON \"participation\".\"organisation\" = \"session\".\"organisation\" "
    "WHERE \"role\" = 'mentor' AND \"person\" IS NOT NULL AND \"session\".\"start\" IS NOT NULL AND \"held\" IS NULL "
    "AND coalesce (\"participation\".\"start\", '') <= " ACADEMY_DAY_OF " (\"session\".\"start\") "
    "AND coalesce (\"participation\".\"end\", '9999') >= " ACADEMY_DAY_OF " (\"session\".\"start\")";
  g_autoptr(GArray) bookings = g_array_new (FALSE, FALSE, sizeof (Booking));

  g_array_set_clear_func (bookings, booking_clear);
  if (!academy_store_query (self->store, sql, NULL, 0, add_booking, bookings, error))
    return NULL;

  g_array_sort (bookings, compare_bookings);
  return g_steal_pointer (&bookings);
}

/* Reads the titles of a session and of its organisation. */
static gboolean
read_names (AcademyHintsReader  *self,
            const Booking       *booking,
            AcademyItem        **session,
            char               **title,
            char               **organisation_name,
            GError             **error)
{
  g_autoptr(AcademyItem) organisation = NULL;

  *session = academy_store_get (self->store, &academy_session_kind, booking->session, error);
  if (*session == NULL)
    return FALSE;
  organisation = academy_organisations_find (self->store, booking->organisation, error);
  if (organisation == NULL)
    return FALSE;

  *title = academy_item_dup_title (*session, self->language);
  *organisation_name = academy_organisation_dup_short_name (organisation, self->language);
  return TRUE;
}

static gboolean
add_clash (AcademyHintsReader  *self,
           const Booking       *own,
           const Booking       *other,
           GError             **error)
{
  g_autoptr(AcademyItem) session = NULL;
  g_autoptr(AcademyItem) other_session = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *other_title = NULL;
  g_autofree char *other_name = NULL;
  g_autofree char *time = NULL;
  const AcademyKind *kind;
  const AcademyField *start;
  AcademyItem *later;
  AcademySpan span;
  AcademyHint *hint;

  if (!read_names (self, own, &session, &title, &name, error) ||
      !read_names (self, other, &other_session, &other_title, &other_name, error))
    return FALSE;

  later = own->start > other->start ? session : other_session;
  kind = academy_item_get_kind (later);
  start = academy_kind_find_field (kind, kind->start);
  time = academy_language_format_value (self->language, start, academy_item_get_value (later, start));
  academy_span_get (later, &span);

  /* Translators: a session and its organisation, another one and its, and a
   * time; the second goes on when the first begins, or begins with it. */
  hint = academy_hints_add (self, ACADEMY_HINT_CLASH, own->organisation, kind, span.start,
                            g_strdup_printf (academy_language_translate (self->language,
                                               N_("The same mentor is in two sessions at once: "
                                                  "“%s” (%s) and “%s” (%s), %s.")),
                                             title, name, other_title, other_name, time));
  hint->item = g_strdup (own->session);
  hint->other = g_strdup (other->session);
  return TRUE;
}

/* Report two sessions once, though they may have two mentors in common. */
static gboolean
check_pair (AcademyHintsReader  *self,
            GHashTable          *seen,
            const Booking       *first,
            const Booking       *second,
            GError             **error)
{
  gboolean of_second = g_strcmp0 (second->organisation, self->organisation) == 0;

  if (g_str_equal (first->organisation, second->organisation) ||
      (self->organisation != NULL && !of_second && !g_str_equal (first->organisation, self->organisation)) ||
      !g_hash_table_add (seen, g_strconcat (first->session, " ", second->session, NULL)))
    return TRUE;

  return of_second ? add_clash (self, second, first, error) : add_clash (self, first, second, error);
}

gboolean
academy_hints_read_clashes (AcademyHintsReader  *self,
                            GError             **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) bookings = read_bookings (self, error);

  if (bookings == NULL)
    return FALSE;

  for (guint i = 0; i < bookings->len; i++)
    for (guint j = i + 1; j < bookings->len; j++)
      {
        const Booking *first = &g_array_index (bookings, Booking, i);
        const Booking *second = &g_array_index (bookings, Booking, j);

        if (!g_str_equal (first->person, second->person) || second->start >= first->end)
          break;
        if (!check_pair (self, seen, first, second, error))
          return FALSE;
      }

  return TRUE;
}
