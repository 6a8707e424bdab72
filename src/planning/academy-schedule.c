/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-schedule.h"

#include <string.h>

#include "academy-board-date.h"
#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-schedule-lines.h"
#include "academy-status.h"
#include "academy-store-query.h"

static void
heading_free (AcademyScheduleHeading *heading)
{
  g_array_unref (heading->entries);
  g_array_unref (heading->marks);
  g_free (heading->title);
  g_free (heading->id);
  g_free (heading);
}

/**
 * academy_schedule_new:
 *
 * Returns: (transfer full): an empty schedule
 */
AcademySchedule *
academy_schedule_new (void)
{
  AcademySchedule *self = g_new0 (AcademySchedule, 1);

  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) heading_free);

  return self;
}

void
academy_schedule_free (AcademySchedule *self)
{
  g_ptr_array_unref (self->headings);
  g_free (self);
}

static AcademyScheduleHeading *
add_heading (AcademySchedule   *self,
             AcademyHeadingType type,
             const char        *id,
             const char        *title)
{
  AcademyScheduleHeading *heading = g_new0 (AcademyScheduleHeading, 1);

  heading->type = type;
  heading->id = g_strdup (id);
  heading->title = g_strdup (title);
  heading->entries = g_array_new (FALSE, FALSE, sizeof (AcademyScheduleEntry));
  heading->marks = g_array_new (FALSE, FALSE, sizeof (AcademyScheduleMark));
  g_ptr_array_add (self->headings, heading);

  return heading;
}

static void
add_entry (AcademyScheduleHeading *heading,
           const AcademyKind      *kind,
           const char             *id)
{
  AcademyScheduleEntry entry;

  academy_schedule_entry_init (&entry, kind, id, ACADEMY_ROW_UNKNOWN);
  g_array_append_val (heading->entries, entry);
}

/* An item that is no measure, and its days. */
typedef struct {
  /* Borrowed */
  AcademyItem *item;

  AcademySpan  span;
  gboolean     known;
} Other;

static AcademyDay
get_start (const AcademySpan *span)
{
  return span->start != 0 ? span->start : span->end;
}

static AcademyDay
get_end (const AcademySpan *span)
{
  return span->end != 0 ? span->end : span->start;
}

static void
extend (AcademyScheduleHeading *heading,
        const AcademySpan      *span)
{
  heading->span.start = heading->span.start == 0 ? get_start (span) : MIN (heading->span.start, get_start (span));
  heading->span.end = MAX (heading->span.end, get_end (span));
}

/* An unknown end is the same as the other. */
static gint
compare_by_time (gconstpointer a,
                 gconstpointer b)
{
  const Other *first = a, *second = b;

  if (!first->known || !second->known)
    return second->known - first->known;
  if (get_start (&first->span) != get_start (&second->span))
    return get_start (&first->span) < get_start (&second->span) ? -1 : 1;

  return get_end (&first->span) < get_end (&second->span) ? -1 : get_end (&first->span) > get_end (&second->span);
}

/* Adds the items of a kind that have a place in time. */
static gboolean
get_scheduled (GPtrArray         *items,
               AcademyStore      *store,
               const AcademyKind *kind,
               const char        *owner,
               GError           **error)
{
  const AcademyCondition conditions[] = { { kind->scheduled.field, ACADEMY_IS, kind->scheduled.token }, { NULL } };
  const AcademyQuery query = { .owner = owner, .conditions = conditions };
  g_autoptr(GPtrArray) ids = academy_store_find (store, kind, &query, error);
  GPtrArray *scheduled = ids != NULL ? academy_store_get_each (store, kind, ids, error) : NULL;

  if (scheduled != NULL)
    g_ptr_array_extend_and_steal (items, scheduled);

  return scheduled != NULL;
}

/* Reads the items of the kinds with a role, of which there are few. */
static GPtrArray *
get_few (AcademyStore   *store,
         AcademyTimeRole role,
         const char     *owner,
         GError        **error)
{
  g_autoptr(GPtrArray) few = g_ptr_array_new_with_free_func (g_object_unref);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if ((*kind)->role == role && !get_scheduled (few, store, *kind, owner, error))
      return NULL;

  return g_steal_pointer (&few);
}

static GArray *
sort_by_time (GPtrArray *items)
{
  GArray *others = g_array_sized_new (FALSE, FALSE, sizeof (Other), items->len);

  for (guint i = 0; i < items->len; i++)
    {
      Other other = { .item = g_ptr_array_index (items, i) };

      other.known = academy_span_get (other.item, &other.span);
      g_array_append_val (others, other);
    }
  g_array_sort (others, compare_by_time);

  return others;
}

static void
add_few (AcademyScheduleHeading *heading,
         GPtrArray              *items)
{
  g_autoptr(GArray) others = sort_by_time (items);
  AcademyDay starts[ACADEMY_KIND_MOST_STAGES];

  for (guint i = 0; i < others->len; i++)
    {
      const Other *other = &g_array_index (others, Other, i);
      const AcademyKind *kind = academy_item_get_kind (other->item);

      add_entry (heading, kind, academy_item_get_id (other->item));
      if (!other->known)
        continue;

      extend (heading, &other->span);
      if (academy_span_count_back (other->item, starts) > 0)
        extend (heading, &(AcademySpan) { .start = starts[0], .end = other->span.end });
      if (other->span.start == other->span.end && !other->span.unsure)
        {
          AcademyScheduleMark mark = { .day = other->span.start, .kind = kind };

          g_array_append_val (heading->marks, mark);
        }
    }
  heading->n_others = heading->entries->len;
  heading->others = heading->span;
}

static gboolean
add_programme (AcademySchedule *self,
               AcademyStore    *store,
               const char      *programme,
               GError         **error)
{
  g_autoptr(GPtrArray) items = get_few (store, ACADEMY_TIME_FRAME, programme, error);

  if (items == NULL)
    return FALSE;

  if (items->len > 0)
    add_few (add_heading (self, ACADEMY_HEADING_PROGRAMME, NULL, NULL), items);
  return TRUE;
}

static GPtrArray *
get_meetings (AcademyStore *store,
              AcademyItem  *organisation,
              AcademyDay    today,
              GError      **error)
{
  const char *id = academy_item_get_id (organisation);
  g_autoptr(GPtrArray) items = get_few (store, ACADEMY_TIME_MEETING, id, error);
  AcademyDay board;

  if (items == NULL || !academy_board_date_read (&board, store, id, today, error))
    return NULL;

  if (board != 0)
    g_ptr_array_add (items, g_object_ref (organisation));
  return g_steal_pointer (&items);
}

static void
add_sums (AcademyScheduleHeading    *heading,
          const AcademyScheduleSums *sums)
{
  GDate start, end;

  heading->n_measures += sums->n_measures;
  heading->n_done += sums->n_done;
  heading->n_overdue += sums->n_overdue;

  /* First and last day of the measures, as text. */
  if (academy_date_from_text (sums->first, &start, NULL) && academy_date_from_text (sums->last, &end, NULL))
    extend (heading, &(AcademySpan) { .start = g_date_get_julian (&start), .end = g_date_get_julian (&end) });
}

/* Keeps the longer of the two arrays, since measures may be thousands. */
static void
append_entries (AcademyScheduleHeading *heading,
                AcademyScheduleGroup   *group)
{
  g_autoptr(GArray) other = g_steal_pointer (&group->entries);

  if (heading->entries->len >= other->len)
    {
      g_array_append_vals (heading->entries, other->data, other->len);
      return;
    }

  g_array_prepend_vals (other, heading->entries->data, heading->entries->len);
  g_array_unref (heading->entries);
  heading->entries = g_steal_pointer (&other);
}

static void
add_group (AcademyScheduleHeading *heading,
           AcademyScheduleGroup   *group)
{
  append_entries (heading, group);
  add_sums (heading, &group->sums);
}

static gboolean
add_pilot (AcademyScheduleHeading *heading,
           AcademyStore           *store,
           const char             *id,
           GError                **error)
{
  g_autoptr(AcademyItem) pilot = academy_store_get (store, &academy_pilot_kind, id, error);
  AcademySpan span;

  if (pilot == NULL)
    return FALSE;

  add_entry (heading, academy_item_get_kind (pilot), id);
  if (academy_span_get (pilot, &span))
    extend (heading, &span);
  return TRUE;
}

/* Adds what @before has below the heading of an organisation besides its measures. */
static void
add_others_of (AcademyScheduleHeading       *heading,
               const AcademyScheduleHeading *before)
{
  g_array_append_vals (heading->entries, before->entries->data, before->n_others);
  heading->n_others = before->n_others;
  heading->span = heading->others = before->others;
  g_array_unref (heading->marks);
  heading->marks = g_array_ref (before->marks);
}

static gboolean
add_others (AcademyScheduleHeading *heading,
            AcademyStore           *store,
            AcademyItem            *organisation,
            AcademyDay              today,
            GError                **error)
{
  g_autoptr(GPtrArray) meetings = get_meetings (store, organisation, today, error);
  g_autoptr(GPtrArray) procurements = meetings != NULL ? get_few (store, ACADEMY_TIME_PROCUREMENT,
                                                                  academy_item_get_id (organisation), error) : NULL;

  if (procurements == NULL)
    return FALSE;

  add_few (heading, meetings);
  add_few (heading, procurements);
  return TRUE;
}

static gboolean
add_organisation (AcademySchedule              *self,
                  AcademyStore                 *store,
                  AcademyItem                  *organisation,
                  const AcademyScheduleQuery   *query,
                  const AcademyScheduleHeading *before,
                  GError                      **error)
{
  const char *id = academy_item_get_id (organisation);
  AcademyScheduleHeading *heading = add_heading (self, ACADEMY_HEADING_ORGANISATION, id, NULL);
  AcademyScheduleQuery part = *query;
  g_autoptr(AcademyScheduleLines) lines = NULL;

  if (before != NULL)
    add_others_of (heading, before);
  else if (!add_others (heading, store, organisation, query->today, error))
    return FALSE;

  part.organisation = id;
  part.grouping = ACADEMY_GROUPING_NONE;
  lines = academy_schedule_lines_read (store, &part, error);
  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < academy_schedule_lines_get_n_groups (lines); i++)
    {
      AcademyScheduleGroup *group = academy_schedule_lines_get_group (lines, i);

      if (group->type == ACADEMY_HEADING_PILOT && !add_pilot (heading, store, group->id, error))
        return FALSE;
      add_group (heading, group);
    }

  return TRUE;
}

static void
find_headings (GHashTable            *headings,
               const AcademySchedule *schedule)
{
  for (guint i = 0; i < schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);

      if (heading->type == ACADEMY_HEADING_ORGANISATION)
        g_hash_table_insert (headings, heading->id, heading);
    }
}

/* Shares the arrays of a heading, which nobody changes. */
static void
add_copy (AcademySchedule              *self,
          const AcademyScheduleHeading *heading)
{
  AcademyScheduleHeading *copy = g_memdup2 (heading, sizeof *heading);

  copy->id = g_strdup (heading->id);
  copy->title = g_strdup (heading->title);
  copy->entries = g_array_ref (heading->entries);
  copy->marks = g_array_ref (heading->marks);
  g_ptr_array_add (self->headings, copy);
}

/* Adds the headings of another schedule below which there are no measures. */
static void
add_copies (AcademySchedule       *self,
            const AcademySchedule *before)
{
  for (guint i = 0; i < before->headings->len; i++)
    {
      const AcademyScheduleHeading *heading = g_ptr_array_index (before->headings, i);

      if (heading->type < ACADEMY_HEADING_MEASURES)
        add_copy (self, heading);
    }
}

static gboolean
read_programme (AcademySchedule            *self,
                AcademyStore               *store,
                const AcademyScheduleQuery *query,
                const AcademySchedule      *before,
                GError                    **error)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (store, error);
  g_autoptr(GHashTable) headings = g_hash_table_new (g_str_hash, g_str_equal);

  if (organisations == NULL || (before == NULL && !add_programme (self, store, NULL, error)))
    return FALSE;

  if (before != NULL)
    {
      add_copies (self, before);
      find_headings (headings, before);
    }
  for (guint i = 0; i < organisations->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (organisations, i);
      const char *id = academy_item_get_id (organisation);

      if ((query->only == NULL || g_hash_table_contains (query->only, id)) &&
          !add_organisation (self, store, organisation, query, g_hash_table_lookup (headings, id), error))
        return FALSE;
    }

  return TRUE;
}

/* Adds the headings of an organisation below which there are no measures. */
static gboolean
read_others (AcademySchedule            *self,
             AcademyStore               *store,
             const AcademyScheduleQuery *query,
             GError                    **error)
{
  g_autoptr(AcademyItem) organisation = academy_organisations_find (store, query->organisation, error);
  g_autoptr(GPtrArray) meetings = NULL;
  g_autoptr(GPtrArray) procurements = NULL;

  if (organisation == NULL || !add_programme (self, store, academy_item_get_owner (organisation), error))
    return FALSE;

  meetings = get_meetings (store, organisation, query->today, error);
  procurements = meetings != NULL ? get_few (store, ACADEMY_TIME_PROCUREMENT, query->organisation, error) : NULL;
  if (procurements == NULL)
    return FALSE;
  if (meetings->len > 0)
    add_few (add_heading (self, ACADEMY_HEADING_MEETINGS, NULL, NULL), meetings);
  if (procurements->len > 0)
    add_few (add_heading (self, ACADEMY_HEADING_PROCUREMENTS, NULL, NULL), procurements);

  return TRUE;
}

static gboolean
read_organisation (AcademySchedule            *self,
                   AcademyStore               *store,
                   const AcademyScheduleQuery *query,
                   const AcademySchedule      *before,
                   GError                    **error)
{
  g_autoptr(AcademyScheduleLines) lines = NULL;

  if (before != NULL)
    add_copies (self, before);
  else if (!read_others (self, store, query, error))
    return FALSE;

  lines = academy_schedule_lines_read (store, query, error);
  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < academy_schedule_lines_get_n_groups (lines); i++)
    {
      AcademyScheduleGroup *group = academy_schedule_lines_get_group (lines, i);
      AcademyScheduleHeading *heading = add_heading (self, group->type, group->id, group->title);

      if (group->type == ACADEMY_HEADING_PILOT && !add_pilot (heading, store, group->id, error))
        return FALSE;
      add_group (heading, group);
    }

  return TRUE;
}

static AcademySchedule *
read_schedule (AcademyStore               *store,
               const AcademyScheduleQuery *query,
               const AcademySchedule      *before,
               GError                    **error)
{
  g_autoptr(AcademySchedule) self = academy_schedule_new ();

  if (!(query->organisation != NULL ? read_organisation (self, store, query, before, error)
                                    : read_programme (self, store, query, before, error)))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * academy_schedule_read:
 * @store: a store
 * @query: the content of the schedule
 * @error: return location for an error
 *
 * Reads the lines of a timeline. Measures are read from a covering index, without
 * making items of them.
 *
 * Returns: (transfer full): the schedule
 */
AcademySchedule *
academy_schedule_read (AcademyStore               *store,
                       const AcademyScheduleQuery *query,
                       GError                    **error)
{
  return read_schedule (store, query, NULL, error);
}

/**
 * academy_schedule_read_measures:
 * @self: a schedule
 * @store: a store
 * @query: the content of the schedule; another grouping, filter, search or order
 *   than that of @self
 * @error: return location for an error
 *
 * Reads the measures again. Everything else has not changed since @self was read, and
 * is that of @self.
 *
 * Returns: (transfer full): the schedule of @query
 */
AcademySchedule *
academy_schedule_read_measures (const AcademySchedule      *self,
                                AcademyStore               *store,
                                const AcademyScheduleQuery *query,
                                GError                    **error)
{
  return read_schedule (store, query, self, error);
}

/**
 * academy_schedule_update:
 * @self: the schedule of the whole programme
 * @store: a store
 * @query: its content, with the set of the organisations that changed since it was
 *   read, see academy_changes_get_organisations()
 * @error: return location for an error
 *
 * Reads the organisations that changed, and what belongs to none. The lines of the
 * others are those of @self, in their order.
 *
 * Returns: (transfer full): the schedule as it is now
 */
AcademySchedule *
academy_schedule_update (const AcademySchedule      *self,
                         AcademyStore               *store,
                         const AcademyScheduleQuery *query,
                         GError                    **error)
{
  g_autoptr(AcademySchedule) read = academy_schedule_read (store, query, error);
  g_autoptr(GPtrArray) organisations = read != NULL ? academy_organisations_get (store, error) : NULL;
  g_autoptr(GHashTable) headings = g_hash_table_new (g_str_hash, g_str_equal);
  AcademySchedule *updated;

  if (organisations == NULL)
    return NULL;

  find_headings (headings, self);
  find_headings (headings, read);
  updated = academy_schedule_new ();
  for (guint i = 0; i < read->headings->len; i++)
    if (((AcademyScheduleHeading *) g_ptr_array_index (read->headings, i))->type != ACADEMY_HEADING_ORGANISATION)
      add_copy (updated, g_ptr_array_index (read->headings, i));
  for (guint i = 0; i < organisations->len; i++)
    add_copy (updated, g_hash_table_lookup (headings, academy_item_get_id (g_ptr_array_index (organisations, i))));

  return updated;
}

static void
read_dependency (AcademyStore *store,
                 sqlite3_stmt *row,
                 gpointer      data)
{
  GArray *dependencies = data;
  AcademyScheduleDependency dependency = {
    .lag = sqlite3_column_int (row, 3),
    .end = academy_database_get_day (row, 4),
    .start = academy_database_get_day (row, 5),
    .finished = sqlite3_column_int (row, 6) != 0,
    .organisation = g_intern_string (academy_database_get_text (row, 7)),
  };

  g_strlcpy (dependency.id, academy_database_get_text (row, 0), sizeof dependency.id);
  g_strlcpy (dependency.predecessor, academy_database_get_text (row, 1), sizeof dependency.predecessor);
  g_strlcpy (dependency.successor, academy_database_get_text (row, 2), sizeof dependency.successor);
  g_array_append_val (dependencies, dependency);
}

static gboolean
append_dependencies (GArray       *dependencies,
                     AcademyStore *store,
                     const char   *organisation,
                     GError      **error)
{
  g_autofree char *finished = academy_status_dup_tokens (&academy_measure_kind, ACADEMY_STATUSES_FINISHED);
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"dependency\".\"id\", \"predecessor\", \"successor\", \"lag\", \"before\".\"end\", \"after\".\"start\", "
    "\"before\".\"status\" IN %1$s OR \"after\".\"status\" IN %1$s, \"dependency\".\"organisation\" "
    "FROM \"dependency\" JOIN \"measure\" AS \"before\" ON \"before\".\"id\" = \"predecessor\" "
    "JOIN \"measure\" AS \"after\" ON \"after\".\"id\" = \"successor\" "
    "%2$s ORDER BY \"dependency\".rowid", finished,
    organisation != NULL ? "WHERE \"dependency\".\"organisation\" = ?" : "");

  return academy_store_query (store, sql, &organisation, organisation != NULL, read_dependency, dependencies, error);
}

/**
 * academy_schedule_read_dependencies:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyScheduleDependency): the
 *   dependencies, those of an organisation in the order in which they were added
 */
GArray *
academy_schedule_read_dependencies (AcademyStore *store,
                                    const char   *organisation,
                                    GError      **error)
{
  g_autoptr(GArray) dependencies = g_array_new (FALSE, FALSE, sizeof (AcademyScheduleDependency));

  return append_dependencies (dependencies, store, organisation, error) ? g_steal_pointer (&dependencies) : NULL;
}

/**
 * academy_schedule_update_dependencies:
 * @dependencies: (element-type AcademyScheduleDependency): the dependencies of all
 *   organisations
 * @store: a store
 * @changed: (element-type utf8): the set of the ids of the organisations that
 *   changed since, see academy_changes_get_organisations()
 * @error: return location for an error
 *
 * Reads the dependencies of @changed again.
 *
 * Returns: whether there was no error
 */
gboolean
academy_schedule_update_dependencies (GArray       *dependencies,
                                      AcademyStore *store,
                                      GHashTable   *changed,
                                      GError      **error)
{
  GHashTableIter iterator;
  gpointer organisation;
  guint n_kept = 0;

  for (guint i = 0; i < dependencies->len; i++)
    {
      const AcademyScheduleDependency *dependency = &g_array_index (dependencies, AcademyScheduleDependency, i);

      if (!g_hash_table_contains (changed, dependency->organisation))
        g_array_index (dependencies, AcademyScheduleDependency, n_kept++) = *dependency;
    }
  g_array_set_size (dependencies, n_kept);

  g_hash_table_iter_init (&iterator, changed);
  while (g_hash_table_iter_next (&iterator, &organisation, NULL))
    if (!append_dependencies (dependencies, store, organisation, error))
      return FALSE;

  return TRUE;
}

/**
 * academy_schedule_get_entry:
 * @heading: a heading
 * @n: the index of a line below it
 *
 * Returns: (transfer none): the line
 */
const AcademyScheduleEntry *
academy_schedule_get_entry (const AcademyScheduleHeading *heading,
                            guint                         n)
{
  return &g_array_index (heading->entries, AcademyScheduleEntry, n);
}

/**
 * academy_schedule_get_range:
 * @self: a schedule
 * @first: (out): the first Julian day of its lines, or 0 when none is known
 * @last: (out): the last one, or 0
 */
void
academy_schedule_get_range (AcademySchedule *self,
                            AcademyDay      *first,
                            AcademyDay      *last)
{
  *first = *last = 0;
  for (guint i = 0; i < self->headings->len; i++)
    {
      const AcademySpan *span = &((AcademyScheduleHeading *) g_ptr_array_index (self->headings, i))->span;

      if (span->start != 0)
        *first = *first == 0 ? span->start : MIN (*first, span->start);
      *last = MAX (*last, span->end);
    }
}

/**
 * academy_schedule_dependency_holds:
 * @self: a dependency
 *
 * Returns: whether the successor starts after the end of the predecessor and the
 *   lag; also when a day is unknown or one of the measures is finished
 */
gboolean
academy_schedule_dependency_holds (const AcademyScheduleDependency *self)
{
  return self->finished || self->end == 0 || self->start == 0 || (gint64) self->start > (gint64) self->end + self->lag;
}
