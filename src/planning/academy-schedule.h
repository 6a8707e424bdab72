/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-span.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyGrouping:
 * @ACADEMY_GROUPING_NONE: in one group
 * @ACADEMY_GROUPING_GOAL: by their first impact goal
 * @ACADEMY_GROUPING_OWNER: by their owner role
 *
 * The grouping of the measures of an organisation.
 */
typedef enum {
  ACADEMY_GROUPING_NONE,
  ACADEMY_GROUPING_GOAL,
  ACADEMY_GROUPING_OWNER,
} AcademyGrouping;

/**
 * AcademyFilter:
 * @ACADEMY_FILTER_ALL: every measure
 * @ACADEMY_FILTER_UNFINISHED: measures that are neither done nor dropped
 * @ACADEMY_FILTER_OVERDUE: measures that should have ended
 *
 * The measures to show.
 */
typedef enum {
  ACADEMY_FILTER_ALL,
  ACADEMY_FILTER_UNFINISHED,
  ACADEMY_FILTER_OVERDUE,
} AcademyFilter;

/**
 * AcademyOrder:
 * @ACADEMY_ORDER_START: by start date, then title
 * @ACADEMY_ORDER_END: by end date
 * @ACADEMY_ORDER_TITLE: by title
 * @ACADEMY_ORDER_OWNER: by owner role
 * @ACADEMY_ORDER_STATUS: by status, in the order of the code list
 * @ACADEMY_ORDER_PROGRESS: by progress
 * @ACADEMY_ORDER_PRIORITY: by priority
 * @ACADEMY_ORDER_GOALS: by the title of their first impact goal
 * @ACADEMY_ORDER_PERSON_DAYS: by person-days
 * @ACADEMY_ORDER_COST: by cost
 * @ACADEMY_ORDER_DEPENDS: by the number of their predecessors
 *
 * The sort order of measures. Measures without a value come last.
 */
typedef enum {
  ACADEMY_ORDER_START,
  ACADEMY_ORDER_END,
  ACADEMY_ORDER_TITLE,
  ACADEMY_ORDER_OWNER,
  ACADEMY_ORDER_STATUS,
  ACADEMY_ORDER_PROGRESS,
  ACADEMY_ORDER_PRIORITY,
  ACADEMY_ORDER_GOALS,
  ACADEMY_ORDER_PERSON_DAYS,
  ACADEMY_ORDER_COST,
  ACADEMY_ORDER_DEPENDS,
  ACADEMY_N_ORDERS
} AcademyOrder;

/**
 * AcademyScheduleQuery:
 * @organisation: (nullable): the id of an organisation, or %NULL for the whole
 *   programme, which is grouped by organisation
 * @only: (nullable) (element-type utf8): the set of the ids of the organisations
 *   to read of the whole programme, or %NULL for all
 * @grouping: the grouping of measures
 * @filter: the measures to show
 * @search: (nullable): a text to search for in titles and owner roles
 * @order: the sort order of measures
 * @descending: whether to reverse the order
 * @today: the Julian day that decides whether a measure is overdue
 *
 * The content of a schedule.
 */
typedef struct {
  const char     *organisation;
  GHashTable     *only;
  AcademyGrouping grouping;
  AcademyFilter   filter;
  const char     *search;
  AcademyOrder    order;
  gboolean        descending;
  AcademyDay      today;
} AcademyScheduleQuery;

/**
 * AcademyScheduleEntry:
 * @row: the rowid of the item, or %ACADEMY_ROW_UNKNOWN; see
 *   academy_store_get_at()
 * @id: the id of the item
 * @kind: the index of its kind in academy_kinds()
 *
 * One line of a schedule.
 */
typedef struct {
  gint64 row;
  char   id[37];
  guint8 kind;
} AcademyScheduleEntry;

typedef enum {
  ACADEMY_HEADING_PROGRAMME,
  ACADEMY_HEADING_MEETINGS,
  ACADEMY_HEADING_PROCUREMENTS,
  ACADEMY_HEADING_MEASURES,
  ACADEMY_HEADING_GOAL,
  ACADEMY_HEADING_NO_GOAL,
  ACADEMY_HEADING_OWNER,
  ACADEMY_HEADING_NO_OWNER,
  ACADEMY_HEADING_PILOT,
  ACADEMY_HEADING_ORGANISATION,
} AcademyHeadingType;

/**
 * AcademyScheduleMark:
 * @day: a Julian day
 * @kind: the kind of the meeting
 *
 * A meeting shown on the line of a heading.
 */
typedef struct {
  AcademyDay         day;
  const AcademyKind *kind;
} AcademyScheduleMark;

/**
 * AcademyScheduleHeading:
 * @type: the type of the lines below it
 * @id: (nullable): the id of its goal, pilot or organisation
 * @title: (nullable): its owner role
 * @entries: (element-type AcademyScheduleEntry): the lines below it
 * @span: the days from the first start to the last end of its entries, with those that
 *   are counted back from an end
 * @n_others: the number of its first entries, before measures and pilots
 * @others: the days of these
 * @n_measures: the number of its measures, without dropped ones
 * @n_done: the number of done measures
 * @n_overdue: the number of overdue measures
 * @marks: (element-type AcademyScheduleMark): the sessions and board dates of
 *   an organisation
 */
typedef struct {
  AcademyHeadingType  type;
  char               *id;
  char               *title;
  GArray             *entries;
  AcademySpan         span;
  guint               n_others;
  AcademySpan         others;
  guint               n_measures;
  guint               n_done;
  guint               n_overdue;
  GArray             *marks;
} AcademyScheduleHeading;

/**
 * AcademySchedule:
 * @headings: (element-type AcademyScheduleHeading): the headings in their order
 *
 * The lines of a timeline. It holds ids, not items.
 */
typedef struct {
  GPtrArray *headings;
} AcademySchedule;

/**
 * AcademyScheduleDependency:
 * @id: the id of a dependency
 * @organisation: the id of its organisation, an interned string
 * @predecessor: the id of the measure that comes first
 * @successor: the id of the measure that depends on it
 * @lag: the number of days between them
 * @end: the last day of the predecessor, or 0
 * @start: the first day of the successor, or 0
 * @finished: whether one of the measures is done or dropped
 *
 * A dependency, with the days of its ends.
 */
typedef struct {
  char        id[37];
  char        predecessor[37];
  char        successor[37];
  const char *organisation;
  int         lag;
  AcademyDay  end;
  AcademyDay  start;
  gboolean    finished;
} AcademyScheduleDependency;

AcademySchedule *academy_schedule_read                (AcademyStore                    *store,
                                                       const AcademyScheduleQuery      *query,
                                                       GError                         **error) G_GNUC_WARN_UNUSED_RESULT;
AcademySchedule *academy_schedule_read_measures       (const AcademySchedule           *self,
                                                       AcademyStore                    *store,
                                                       const AcademyScheduleQuery      *query,
                                                       GError                         **error) G_GNUC_WARN_UNUSED_RESULT;
AcademySchedule *academy_schedule_update              (const AcademySchedule           *self,
                                                       AcademyStore                    *store,
                                                       const AcademyScheduleQuery      *query,
                                                       GError                         **error) G_GNUC_WARN_UNUSED_RESULT;
AcademySchedule *academy_schedule_new                 (void) G_GNUC_WARN_UNUSED_RESULT;
void             academy_schedule_free                (AcademySchedule                 *self);
GArray          *academy_schedule_read_dependencies   (AcademyStore                    *store,
                                                       const char                      *organisation,
                                                       GError                         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         academy_schedule_update_dependencies (GArray                          *dependencies,
                                                       AcademyStore                    *store,
                                                       GHashTable                      *changed,
                                                       GError                         **error);
const AcademyScheduleEntry *
                 academy_schedule_get_entry   (const AcademyScheduleHeading *heading,
                                               guint                         n);
void             academy_schedule_get_range           (AcademySchedule                 *self,
                                                       AcademyDay                      *first,
                                                       AcademyDay                      *last);
gboolean         academy_schedule_dependency_holds    (const AcademyScheduleDependency *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademySchedule, academy_schedule_free)

G_END_DECLS
