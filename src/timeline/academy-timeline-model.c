/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-model-private.h"

#include "academy-kinds.h"

enum {
  CHANGED,
  HINTS_CHANGED,
  APPENDED,
  N_SIGNALS
};

static void academy_timeline_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcademyTimelineModel, academy_timeline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, academy_timeline_model_list_init))

static guint signals[N_SIGNALS];

/**
 * AcademyTimelineModel:
 *
 * The rows of a timeline, of one organisation or of the whole programme: a list
 * model of #AcademyLine. It stores ids and creates a row on request; it
 * returns the same object as long as somebody has a reference. Rows keep their
 * order while their dates change, so that no row moves under the pointer.
 */

static void
complete_bar (AcademyLine *row,
              AcademyBar  *bar,
              gpointer     data)
{
  AcademyTimelineModel *self = data;
  AcademyItem *item = academy_line_get_item (row);

  if (item != NULL)
    academy_annotations_complete (self->annotations, academy_item_get_id (item), bar);
}

static void
forget_row (AcademyLine *row,
            gpointer     data)
{
  AcademyTimelineModel *self = data;

  g_hash_table_remove (self->rows, academy_line_get_key (row));
}

static const AcademyLineFuncs row_funcs = { .complete = complete_bar, .gone = forget_row };

/* An item that was deleted and restored is a new object, and needs a new row. */
static AcademyLine *
find_row (AcademyTimelineModel *self,
          const char           *key)
{
  AcademyLine *row = g_hash_table_lookup (self->rows, key);
  AcademyItem *item = row != NULL ? academy_line_peek_about (row) : NULL;
  g_autoptr(AcademyItem) live = NULL;

  if (item == NULL)
    return row;

  live = academy_store_get_or_report (self->store, academy_item_get_kind (item), academy_item_get_id (item),
                                         ACADEMY_ROW_UNKNOWN);
  if (live == item)
    return row;

  academy_line_set_funcs (row, NULL, NULL);
  g_hash_table_remove (self->rows, key);
  return NULL;
}

static AcademyLine *
create_heading_row (AcademyTimelineModel         *self,
                    const AcademyScheduleHeading *heading)
{
  g_autoptr(AcademyItem) item = NULL;
  AcademyLine *row;

  if (heading->type == ACADEMY_HEADING_ORGANISATION)
    item = academy_store_get_or_report (self->store, &academy_organisation_kind, heading->id, ACADEMY_ROW_UNKNOWN);

  row = academy_line_new_heading (heading, item);
  academy_line_set_folded (row, academy_lines_is_folded (self->lines, heading));
  return row;
}

static gpointer
academy_timeline_model_get_item (GListModel *list,
                                 guint       position)
{
  AcademyTimelineModel *self = ACADEMY_TIMELINE_MODEL (list);
  const AcademyScheduleEntry *entry;
  g_autofree char *key = NULL;
  AcademyLine *row;
  guint heading_position;

  if (position >= academy_lines_get_length (self->lines))
    return NULL;

  entry = academy_lines_get_entry (self->lines, position);
  if (entry == NULL)
    key = academy_lines_dup_key (self->lines, position);
  row = find_row (self, entry != NULL ? entry->id : key);
  if (row != NULL)
    return g_object_ref (row);

  if (entry != NULL)
    row = academy_line_new_entry (self->store, entry);
  else
    row = create_heading_row (self, academy_lines_get_heading (self->lines, position, &heading_position));

  academy_line_set_funcs (row, &row_funcs, self);
  academy_line_update (row);
  g_hash_table_insert (self->rows, (gpointer) academy_line_get_key (row), row);

  return row;
}

static GType
academy_timeline_model_get_item_type (GListModel *list)
{
  return ACADEMY_TYPE_LINE;
}

static guint
academy_timeline_model_get_n_items (GListModel *list)
{
  return academy_lines_get_length (ACADEMY_TIMELINE_MODEL (list)->lines);
}

static void
academy_timeline_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = academy_timeline_model_get_item_type;
  iface->get_n_items = academy_timeline_model_get_n_items;
  iface->get_item = academy_timeline_model_get_item;
}

void
academy_timeline_model_update_rows (AcademyTimelineModel *self)
{
  g_autoptr(GPtrArray) rows = g_hash_table_get_values_as_ptr_array (self->rows);

  for (guint i = 0; i < rows->len; i++)
    academy_line_update (g_ptr_array_index (rows, i));
}

void
academy_timeline_model_emit_changed (AcademyTimelineModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Maps dependencies and hints to the positions of the lines. */
static void
place_rest (AcademyTimelineModel *self)
{
  academy_annotations_place (self->annotations, self->lines);
  academy_timeline_model_update_rows (self);
  academy_timeline_model_emit_changed (self);
}

/* Reads the annotations of the organisations that have changed, or all. */
static gboolean
read_annotations (AcademyTimelineModel *self,
                  GError              **error)
{
  return self->organisation == NULL && self->changed != NULL
           ? academy_annotations_update (self->annotations, self->store, self->changed, error)
           : academy_annotations_read (self->annotations, self->store, self->organisation, error);
}

/**
 * academy_timeline_model_load_rest:
 * @self: a model
 *
 * Reads dependencies and hints, without which the rows can be shown at first, and
 * keeps them up to date from then on.
 */
void
academy_timeline_model_load_rest (AcademyTimelineModel *self)
{
  g_autoptr(GError) error = NULL;

  if (self->gone)
    return;

  self->whole = TRUE;
  if (!read_annotations (self, &error))
    academy_store_report (self->store, error);

  place_rest (self);
  g_signal_emit (self, signals[HINTS_CHANGED], 0);
}

static const AcademyScheduleQuery *
get_query (AcademyTimelineModel *self,
           GHashTable           *only)
{
  self->query.organisation = self->organisation;
  self->query.only = only;
  self->query.search = self->search;
  self->query.today = academy_store_get_day (self->store);
  return &self->query;
}

/* Reads the lines, of the whole programme only those of the organisations in @only,
 * if any. */
static AcademySchedule *
read_schedule (AcademyTimelineModel *self,
               GHashTable           *only)
{
  g_autoptr(GError) error = NULL;
  AcademySchedule *schedule = academy_schedule_read (self->store, get_query (self, only), &error);

  if (schedule == NULL)
    academy_store_report (self->store, error);

  return schedule;
}

/* Reads the lines of the organisations that have changed, or all. */
static AcademySchedule *
update_schedule (AcademyTimelineModel *self)
{
  g_autoptr(GError) error = NULL;
  AcademySchedule *schedule;

  if (self->organisation != NULL || self->changed == NULL)
    return read_schedule (self, NULL);

  schedule = academy_schedule_update (academy_lines_get_schedule (self->lines), self->store, get_query (self, self->changed),
                                      &error);
  if (schedule == NULL)
    academy_store_report (self->store, error);

  return schedule;
}

static void
replace_schedule (AcademyTimelineModel *self,
                  AcademySchedule      *schedule)
{
  guint position, removed, added;
  AcademySchedule *before = academy_lines_replace (self->lines, schedule, &position, &removed, &added);

  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  g_clear_pointer (&before, academy_schedule_free);
}

static void
update_headings (AcademyTimelineModel *self)
{
  GPtrArray *headings = academy_lines_get_schedule (self->lines)->headings;

  for (guint i = 0; i < headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (headings, i);
      g_autofree char *key = academy_schedule_heading_dup_key (heading);
      AcademyLine *row = g_hash_table_lookup (self->rows, key);

      if (row == NULL)
        continue;
      academy_line_set_heading (row, heading);
      academy_line_set_folded (row, academy_lines_is_folded (self->lines, heading));
    }
}

/* Appends the new rows before removing the old ones. GtkListView then recycles its
 * row widgets, instead of destroying them and emitting an event of accessibility
 * for each. */
static void
replace_all (AcademyTimelineModel *self,
             AcademySchedule      *schedule)
{
  guint n_headings = academy_lines_get_schedule (self->lines)->headings->len;
  guint removed = academy_lines_append (self->lines, schedule);
  guint added = academy_lines_get_length (self->lines) - removed;

  if (added > 0)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), removed, 0, added);
      g_signal_emit (self, signals[APPENDED], 0);
    }
  academy_lines_remove (self->lines, n_headings);
  if (removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, 0);
}

/* Reads the measures again, and everything else if anything has changed meanwhile: it
 * may be in another order then. */
static AcademySchedule *
read_measures (AcademyTimelineModel *self)
{
  g_autoptr(GError) error = NULL;
  AcademySchedule *schedule;

  if (self->edited)
    return read_schedule (self, NULL);

  schedule = academy_schedule_read_measures (academy_lines_get_schedule (self->lines), self->store, get_query (self, NULL),
                                             &error);
  if (schedule == NULL)
    academy_store_report (self->store, error);

  return schedule;
}

/* Reads the lines again after a change of grouping, filter, search or order. */
void
academy_timeline_model_reload (AcademyTimelineModel *self)
{
  AcademySchedule *schedule = read_measures (self);

  if (schedule == NULL)
    return;

  self->edited = FALSE;
  replace_all (self, schedule);
  update_headings (self);
  place_rest (self);
}

/* Reads dependencies and hints again, if they have been read before. */
static void
reload_rest (AcademyTimelineModel *self)
{
  if (self->whole)
    academy_timeline_model_load_rest (self);
  else
    academy_timeline_model_update_rows (self);

  g_clear_pointer (&self->changed, g_hash_table_unref);
  self->changed = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
reload_all (AcademyTimelineModel *self)
{
  AcademySchedule *schedule = update_schedule (self);

  if (schedule == NULL)
    return;

  self->edited = FALSE;
  replace_schedule (self, schedule);
  update_headings (self);
  reload_rest (self);
}

/* Updates the sums of headings, but keeps the order of the rows. */
static gboolean
refresh_cb (gpointer data)
{
  AcademyTimelineModel *self = data;
  g_autoptr(AcademySchedule) schedule = NULL;

  self->refresh_id = 0;
  if (self->gone)
    return G_SOURCE_REMOVE;

  schedule = read_schedule (self, self->changed);
  if (schedule != NULL)
    {
      academy_lines_take_sums (self->lines, schedule);
      update_headings (self);
      reload_rest (self);
    }

  return G_SOURCE_REMOVE;
}

static void
refresh_later (AcademyTimelineModel *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

/* Adds the organisations that @changes are about to those to read again. Without a
 * set, all are read. */
static void
collect (AcademyTimelineModel *self,
         AcademyChanges       *changes)
{
  g_autoptr(GHashTable) organisations = academy_changes_get_organisations (changes, NULL, G_MAXUINT64);
  GHashTableIter iterator;
  gpointer organisation;

  if (organisations == NULL || self->changed == NULL)
    {
      g_clear_pointer (&self->changed, g_hash_table_unref);
      return;
    }

  g_hash_table_iter_init (&iterator, organisations);
  while (g_hash_table_iter_next (&iterator, &organisation, NULL))
    g_hash_table_add (self->changed, organisation);
}

/* The filter of overdue measures depends on the date, and so does whether a board date
 * is listed. */
static void
day_changed_cb (AcademyTimelineModel *self)
{
  g_clear_pointer (&self->changed, g_hash_table_unref);
  reload_all (self);
}

static guint64
get_bit (const AcademyKind *kind,
         const char        *field)
{
  return academy_kind_get_bit (kind, academy_kind_find_field (kind, field));
}

/* Returns the fields that decide under which heading a measure is listed, and
 * whether it is listed. */
static guint64
get_fields_of_measure (AcademyTimelineModel *self,
                       const AcademyKind    *kind)
{
  guint64 fields = get_bit (kind, "organisation") | get_bit (kind, "pilot");

  if (self->query.grouping == ACADEMY_GROUPING_GOAL)
    fields |= get_bit (kind, "goals");
  if (self->query.grouping == ACADEMY_GROUPING_OWNER)
    fields |= get_bit (kind, "owner_role");
  if (self->query.filter != ACADEMY_FILTER_ALL)
    fields |= get_bit (kind, kind->status);
  if (self->query.filter == ACADEMY_FILTER_OVERDUE)
    fields |= get_bit (kind, kind->end);
  if (self->search != NULL)
    fields |= get_bit (kind, "title") | get_bit (kind, "owner_role");

  return fields;
}

/* The same for other kinds: a board date is listed until a presentation takes its
 * place, and a measure with several goals is listed under the first by title. */
static guint64
get_deciding_fields (AcademyTimelineModel *self,
                     const AcademyKind    *kind)
{
  if (kind == &academy_measure_kind)
    return get_fields_of_measure (self, kind);
  if (kind == &academy_board_item_kind)
    return get_bit (kind, kind->start) | get_bit (kind, "certainty") | get_bit (kind, "outcome");
  if (kind->scheduled.field != NULL)
    return get_bit (kind, kind->scheduled.field);
  if (kind == &academy_goal_kind && self->query.grouping == ACADEMY_GROUPING_GOAL)
    return get_bit (kind, "title");

  return kind == &academy_organisation_kind ? G_MAXUINT64 : 0;
}

static gboolean
is_drawn (const AcademyKind *kind)
{
  return kind->start != NULL || kind == &academy_goal_kind;
}

/* The page of a deleted organisation is removed only after this signal. */
static void
follow_organisation (AcademyTimelineModel *self,
                     AcademyChanges       *changes)
{
  const AcademyChange *change = self->organisation != NULL ? academy_changes_find (changes, self->organisation) : NULL;

  if (change != NULL)
    self->gone = change->type == ACADEMY_CHANGE_REMOVED;
}

static void
changed_cb (AcademyTimelineModel *self,
            AcademyChanges       *changes)
{
  gboolean other = FALSE;

  follow_organisation (self, changes);
  if (self->gone)
    return;

  collect (self, changes);
  self->edited = TRUE;
  if (academy_changes_is_everything (changes))
    {
      reload_all (self);
      return;
    }

  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);

      other = other || is_drawn (change->kind) || change->kind->joins[0] != NULL ||
              change->kind == &academy_participation_kind;
      if (is_drawn (change->kind) && (change->type != ACADEMY_CHANGE_CHANGED ||
                                      (change->fields & get_deciding_fields (self, change->kind)) != 0))
        {
          reload_all (self);
          return;
        }
    }

  if (other)
    refresh_later (self);
}

static void
academy_timeline_model_dispose (GObject *object)
{
  AcademyTimelineModel *self = ACADEMY_TIMELINE_MODEL (object);
  GHashTableIter iterator;
  gpointer row;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_hash_table_iter_init (&iterator, self->rows);
  while (g_hash_table_iter_next (&iterator, NULL, &row))
    {
      academy_line_set_funcs (row, NULL, NULL);
      g_hash_table_iter_remove (&iterator);
    }
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_timeline_model_parent_class)->dispose (object);
}

static void
academy_timeline_model_finalize (GObject *object)
{
  AcademyTimelineModel *self = ACADEMY_TIMELINE_MODEL (object);

  g_clear_pointer (&self->lines, academy_lines_free);
  g_clear_pointer (&self->annotations, academy_annotations_free);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_free (self->organisation);
  g_free (self->search);

  G_OBJECT_CLASS (academy_timeline_model_parent_class)->finalize (object);
}

static void
academy_timeline_model_class_init (AcademyTimelineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_timeline_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_timeline_model_finalize;

  /**
   * AcademyTimelineModel::changed:
   * @self: the model
   *
   * Emitted when the lines, dependencies or the baseline have changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AcademyTimelineModel::hints-changed:
   * @self: the model
   *
   * Emitted when the hints have been read.
   */
  signals[HINTS_CHANGED] = g_signal_new ("hints-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AcademyTimelineModel::appended:
   * @self: the model
   *
   * Emitted when all rows are replaced, after the new rows have been appended and
   * before the old ones are removed.
   */
  signals[APPENDED] = g_signal_new ("appended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_timeline_model_init (AcademyTimelineModel *self)
{
  self->lines = academy_lines_new ();
  self->annotations = academy_annotations_new ();
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * academy_timeline_model_new:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for the whole
 *   programme
 *
 * At first the surroundings of the plan are collapsed: the organisations of a
 * programme, and the programme of an organisation.
 *
 * Returns: (transfer full): the rows
 */
AcademyTimelineModel *
academy_timeline_model_new (AcademyStore *store,
                            const char   *organisation)
{
  AcademyTimelineModel *self = g_object_new (ACADEMY_TYPE_TIMELINE_MODEL, NULL);

  self->store = g_object_ref (store);
  self->organisation = g_strdup (organisation);
  reload_all (self);
  academy_timeline_model_fold_surroundings (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  academy_store_connect_day (store, G_CALLBACK (day_changed_cb), self);

  return self;
}

/**
 * academy_timeline_model_set_organisation:
 * @self: the model of an organisation
 * @organisation: the id of another organisation
 * @folded: (nullable) (element-type utf8 utf8): the keys of the headings to collapse,
 *   or %NULL as in academy_timeline_model_new()
 *
 * Has the rows of @organisation, as a new model has them, without dependencies and
 * hints.
 */
void
academy_timeline_model_set_organisation (AcademyTimelineModel *self,
                                         const char           *organisation,
                                         GHashTable           *folded)
{
  const AcademyScheduleHeading programme = { .type = ACADEMY_HEADING_PROGRAMME };
  g_autoptr(GHashTable) surroundings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AcademySchedule *schedule;

  /* Headings have the same keys in all organisations. */
  g_hash_table_add (surroundings, academy_schedule_heading_dup_key (&programme));
  academy_timeline_model_set_folded_keys (self, folded != NULL ? folded : surroundings);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->annotations, academy_annotations_free);
  self->annotations = academy_annotations_new ();
  g_set_str (&self->organisation, organisation);
  g_clear_pointer (&self->search, g_free);
  self->query = (AcademyScheduleQuery) { .grouping = ACADEMY_GROUPING_NONE };
  self->edited = self->whole = self->gone = FALSE;

  schedule = read_schedule (self, NULL);
  replace_all (self, schedule != NULL ? schedule : academy_schedule_new ());
  update_headings (self);
  place_rest (self);
  g_signal_emit (self, signals[HINTS_CHANGED], 0);
}

/**
 * academy_timeline_model_get_store:
 * @self: a model
 *
 * Returns: (transfer none): the file
 */
AcademyStore *
academy_timeline_model_get_store (AcademyTimelineModel *self)
{
  return self->store;
}

/**
 * academy_timeline_model_get_organisation:
 * @self: a model
 *
 * Returns: (nullable): the id of its organisation, or %NULL for the whole programme
 */
const char *
academy_timeline_model_get_organisation (AcademyTimelineModel *self)
{
  return self->organisation;
}

/**
 * academy_timeline_model_get_dependencies:
 * @self: a model
 *
 * Returns: (transfer none) (element-type AcademyDependencyLine): the dependencies with
 *   rows at both ends
 */
GArray *
academy_timeline_model_get_dependencies (AcademyTimelineModel *self)
{
  return academy_annotations_get_dependencies (self->annotations);
}

/**
 * academy_timeline_model_get_hints:
 * @self: a model
 *
 * Returns: (nullable) (transfer none) (element-type AcademyHint): the hints about
 *   dates; %NULL until academy_timeline_model_load_rest()
 */
GPtrArray *
academy_timeline_model_get_hints (AcademyTimelineModel *self)
{
  return academy_annotations_get_hints (self->annotations);
}
