/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-hints-private.h"

#include <glib/gi18n-lib.h>

#include "academy-calendar.h"
#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-status.h"
#include "academy-store-query.h"

/* Months are counted from the year 0; this is more than there are until 2199. */
#define MONTHS_OF_A_ROLE (1 << 15)

/* An owner role of an organisation, as its first measure in the file has it. */
typedef struct {
  /* Owned */
  char   *title;

  gint64  row;
} Role;

/* The work of a role in one month. */
typedef struct {
  guint  role;
  guint  month;
  double person_days;
} Load;

/* The numbers of roles are found by their titles, and by those without regard to
 * case. */
typedef struct {
  /* Owned */
  GHashTable *titles;
  GHashTable *folds;
  GPtrArray  *roles;
  GHashTable *places;
  GArray     *loads;
} Loads;

static void
role_free (gpointer data)
{
  Role *role = data;

  g_free (role->title);
  g_free (role);
}

static void
loads_init (Loads *loads)
{
  loads->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loads->folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loads->roles = g_ptr_array_new_with_free_func (role_free);
  loads->places = g_hash_table_new (NULL, NULL);
  loads->loads = g_array_new (FALSE, FALSE, sizeof (Load));
}

static void
loads_clear (Loads *loads)
{
  g_clear_pointer (&loads->loads, g_array_unref);
  g_clear_pointer (&loads->places, g_hash_table_unref);
  g_clear_pointer (&loads->roles, g_ptr_array_unref);
  g_clear_pointer (&loads->folds, g_hash_table_unref);
  g_clear_pointer (&loads->titles, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loads, loads_clear)

/* Adds a title of a role. Roles that differ only in case are the same. */
static gpointer
add_title (Loads      *loads,
           const char *title)
{
  g_autofree char *fold = academy_language_casefold (title);
  gpointer number;

  if (!g_hash_table_lookup_extended (loads->folds, fold, NULL, &number))
    {
      Role *role = g_new (Role, 1);

      *role = (Role) { .title = g_strdup (title), .row = G_MAXINT64 };
      number = GUINT_TO_POINTER (loads->roles->len);
      g_ptr_array_add (loads->roles, role);
      g_hash_table_insert (loads->folds, g_steal_pointer (&fold), number);
    }
  g_hash_table_insert (loads->titles, g_strdup (title), number);

  return number;
}

/* Finds or adds the role of a measure. */
static guint
get_role (Loads      *loads,
          const char *title,
          gint64      row)
{
  gpointer number;
  Role *role;

  if (!g_hash_table_lookup_extended (loads->titles, title, NULL, &number))
    number = add_title (loads, title);

  role = g_ptr_array_index (loads->roles, GPOINTER_TO_UINT (number));
  if (row < role->row)
    {
      g_set_str (&role->title, title);
      role->row = row;
    }

  return GPOINTER_TO_UINT (number);
}

static void
add_load (Loads *loads,
          guint  role,
          guint  month,
          double person_days)
{
  gpointer key = GUINT_TO_POINTER (role * MONTHS_OF_A_ROLE + month);
  gpointer place;

  if (!g_hash_table_lookup_extended (loads->places, key, NULL, &place))
    {
      Load load = { .role = role, .month = month };

      place = GUINT_TO_POINTER (loads->loads->len);
      g_array_append_val (loads->loads, load);
      g_hash_table_insert (loads->places, key, place);
    }

  g_array_index (loads->loads, Load, GPOINTER_TO_UINT (place)).person_days += person_days;
}

static guint
get_month_number (const GDate *date)
{
  return g_date_get_year (date) * 12 + g_date_get_month (date) - 1;
}

/* Spreads the work evenly over the working days; without any, all of it is in the
 * month of the start. */
static void
add_measure (Loads       *loads,
             guint        role,
             const GDate *start,
             AcademyDay   end,
             double       person_days)
{
  AcademyDay day = g_date_get_julian (start);
  AcademyDay first = day - (g_date_get_day (start) - 1);
  guint working_days = academy_calendar_count_working_days (day, end);

  if (working_days == 0)
    add_load (loads, role, get_month_number (start), person_days);
  else
    for (guint month = get_month_number (start); day <= end; month++)
      {
        AcademyDay next = first + g_date_get_days_in_month (month % 12 + 1, month / 12);
        guint in_month = academy_calendar_count_working_days (day, MIN (next - 1, end));

        if (in_month > 0)
          add_load (loads, role, month, person_days * in_month / working_days);
        day = first = next;
      }
}

static void
read_measure (AcademyStore *store,
              sqlite3_stmt *row,
              gpointer      data)
{
  Loads *loads = data;
  guint role = get_role (loads, academy_database_get_text (row, 1), sqlite3_column_int64 (row, 0));
  GDate start, end;

  if (academy_date_from_text (academy_database_get_text (row, 2), &start, NULL) &&
      academy_date_from_text (academy_database_get_text (row, 3), &end, NULL))
    add_measure (loads, role, &start, g_date_get_julian (&end), sqlite3_column_double (row, 4));
}

/* Reads them from a covering index, in its order. */
static gboolean
read_measures (AcademyHintsReader *self,
               Loads              *loads,
               GError            **error)
{
  g_autofree char *unfinished = academy_status_dup_tokens (&academy_measure_kind, ~ACADEMY_STATUSES_FINISHED);
  g_autofree char *sql = g_strdup_printf (
    "SELECT rowid, \"owner_role\", \"start\", \"end\", \"person_days\" FROM \"measure\" "
    "WHERE \"organisation\" = ?1 AND \"status\" IN %s AND \"end\" >= substr (?2, 1, 7) AND \"person_days\" > 0 "
    "AND \"owner_role\" IS NOT NULL AND \"start\" IS NOT NULL", unfinished);
  const char *texts[] = { self->organisation, self->since };

  return academy_store_query (self->store, sql, texts, G_N_ELEMENTS (texts), read_measure, loads, error);
}

static void
check_load (AcademyHintsReader *self,
            const Role         *role,
            const Load         *load)
{
  gint64 person_days = (gint64) (load->person_days + 0.5);
  g_autofree char *month = NULL;
  g_autofree char *needed = NULL;
  g_autofree char *there = NULL;
  guint working_days;
  GDate first;

  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, load->month % 12 + 1, load->month / 12);
  working_days = academy_calendar_count_working_days (g_date_get_julian (&first),
                                                      academy_date_get_last_of_month (g_date_get_julian (&first)));
  if (person_days <= working_days)
    return;

  month = academy_language_format_months (self->language, &first, &first);
  needed = academy_language_format_number (self->language, person_days);
  there = academy_language_format_number (self->language, working_days);
  /* Translators: an owner role, a month, a number of person-days, and the
   * number of working days that the month has */
  academy_hints_add (self, ACADEMY_HINT_LOAD, self->organisation, &academy_measure_kind, g_date_get_julian (&first),
                     g_strdup_printf (academy_language_translate (self->language,
                                        N_("%s, %s: %s person-days of work, but only %s working days.")),
                                      role->title, month, needed, there));
}

gboolean
academy_hints_read_load (AcademyHintsReader *self,
                         GError            **error)
{
  g_auto(Loads) loads = { NULL };

  loads_init (&loads);
  if (!read_measures (self, &loads, error))
    return FALSE;

  for (guint i = 0; i < loads.loads->len; i++)
    {
      const Load *load = &g_array_index (loads.loads, Load, i);

      check_load (self, g_ptr_array_index (loads.roles, load->role), load);
    }

  return TRUE;
}
