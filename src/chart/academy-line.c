/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-line.h"

#include <glib/gi18n-lib.h>

#include "academy-collation.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-lines.h"

struct _AcademyLine {
  GObject                 parent_instance;

  /* Owned */
  AcademyStore           *store;
  AcademyItem            *item;
  char                   *key;
  char                   *title;
  GArray                 *marks;

  /* Borrowed */
  const AcademyLineFuncs *funcs;
  gpointer                data;

  AcademyScheduleEntry    entry;
  AcademyHeadingType      heading_type;
  AcademySpan             span;
  AcademyBar              bar;
  guint                   n_measures;
  guint                   n_done;
  guint                   n_overdue;
  gboolean                heading;
  gboolean                folded;
};

enum {
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyLine, academy_line, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/**
 * AcademyLine:
 *
 * One line of a timeline: an item or a heading. A #GtkListView creates about two
 * hundred rows and shows twenty, so that the item of a line is read only when it is
 * first asked for.
 */

static const char * const heading_titles[] = {
  [ACADEMY_HEADING_PROGRAMME] = N_("Programme"),
  [ACADEMY_HEADING_MEETINGS] = N_("Sparring and board"),
  [ACADEMY_HEADING_PROCUREMENTS] = N_("Procurements"),
  [ACADEMY_HEADING_MEASURES] = N_("Measures"),
  [ACADEMY_HEADING_NO_GOAL] = N_("Without an impact goal"),
  [ACADEMY_HEADING_NO_OWNER] = N_("Without an owner"),
  [ACADEMY_HEADING_PILOT] = N_("Pilot and its steps"),
  [ACADEMY_HEADING_ORGANISATION] = NULL,
};

static void
academy_line_dispose (GObject *object)
{
  AcademyLine *self = ACADEMY_LINE (object);

  if (self->funcs != NULL && self->funcs->gone != NULL)
    self->funcs->gone (self, self->data);
  self->funcs = NULL;
  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_line_parent_class)->dispose (object);
}

static void
academy_line_finalize (GObject *object)
{
  AcademyLine *self = ACADEMY_LINE (object);

  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self->title);
  g_free (self->key);

  G_OBJECT_CLASS (academy_line_parent_class)->finalize (object);
}

static void
academy_line_class_init (AcademyLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_line_finalize;

  /**
   * AcademyLine::changed:
   * @self: the line
   *
   * Emitted when the line is to be drawn and described again.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_line_init (AcademyLine *self)
{
}

static void
set_item (AcademyLine *self,
          AcademyItem *item)
{
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (academy_line_update), self, G_CONNECT_SWAPPED);
}

static void
fill_bar (AcademyLine *self)
{
  if (!self->heading)
    academy_bar_init (&self->bar, self->item, academy_store_get_day (self->store));
  else
    self->bar = (AcademyBar) {
      .shape = self->span.start != 0 ? ACADEMY_SHAPE_SUMMARY : ACADEMY_SHAPE_NONE,
      .span = self->span,
      .progress = -1,
    };
  if (self->funcs != NULL)
    self->funcs->complete (self, &self->bar, self->data);
}

static void
load (AcademyLine *self)
{
  g_autoptr(AcademyItem) item = NULL;

  if (self->heading || self->item != NULL)
    return;

  item = academy_store_get_or_report (self->store, academy_kinds ()[self->entry.kind], self->entry.id,
                                      self->entry.row);
  set_item (self, item);
  fill_bar (self);
}

/**
 * academy_line_new_item:
 * @store: the store of @item
 * @item: an item
 *
 * Returns: (transfer full): a line that follows the changes of @item
 */
AcademyLine *
academy_line_new_item (AcademyStore *store,
                       AcademyItem  *item)
{
  AcademyLine *self = g_object_new (ACADEMY_TYPE_LINE, NULL);

  self->store = g_object_ref (store);
  set_item (self, item);

  return self;
}

/**
 * academy_line_new_entry:
 * @store: a store
 * @entry: an entry of a schedule
 *
 * Returns: (transfer full): a line that reads the item of @entry when it is first
 *   asked for
 */
AcademyLine *
academy_line_new_entry (AcademyStore               *store,
                        const AcademyScheduleEntry *entry)
{
  AcademyLine *self = g_object_new (ACADEMY_TYPE_LINE, NULL);

  self->store = g_object_ref (store);
  self->entry = *entry;

  return self;
}

/**
 * academy_line_new_heading:
 * @heading: a heading of a schedule
 * @item: (nullable): the goal, pilot or organisation of @heading
 *
 * Returns: (transfer full): the line of @heading
 */
AcademyLine *
academy_line_new_heading (const AcademyScheduleHeading *heading,
                          AcademyItem                  *item)
{
  AcademyLine *self = g_object_new (ACADEMY_TYPE_LINE, NULL);

  self->heading = TRUE;
  self->key = academy_schedule_heading_dup_key (heading);
  academy_line_set_heading (self, heading);
  if (item != NULL)
    set_item (self, item);

  return self;
}

/**
 * academy_line_get_key:
 * @self: a line
 *
 * Returns: (transfer none): the key of the line; see academy_lines_dup_key()
 */
const char *
academy_line_get_key (AcademyLine *self)
{
  return self->heading ? self->key : self->entry.id;
}

/**
 * academy_line_set_funcs:
 * @self: a line
 * @funcs: (nullable): the functions to call; they must outlive @self. %NULL to
 *   call none any more
 * @data: data for @funcs
 */
void
academy_line_set_funcs (AcademyLine            *self,
                        const AcademyLineFuncs *funcs,
                        gpointer                data)
{
  self->funcs = funcs;
  self->data = data;
}

/**
 * academy_line_update:
 * @self: a line
 *
 * Fills the bar again and emits #AcademyLine::changed, unless the item has not been
 * read yet.
 */
void
academy_line_update (AcademyLine *self)
{
  if (!self->heading && self->item == NULL)
    return;

  fill_bar (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * academy_line_get_item:
 * @self: a line
 *
 * Returns: (nullable) (transfer none): the item, or %NULL for a heading
 */
AcademyItem *
academy_line_get_item (AcademyLine *self)
{
  load (self);
  return self->heading ? NULL : self->item;
}

/**
 * academy_line_get_about:
 * @self: a line
 *
 * Returns: (nullable) (transfer none): the item of a line, or the goal, pilot or
 *   organisation of a heading
 */
AcademyItem *
academy_line_get_about (AcademyLine *self)
{
  load (self);
  return self->item;
}

/**
 * academy_line_peek_about:
 * @self: a line
 *
 * Returns: (nullable) (transfer none): like academy_line_get_about(), but
 *   %NULL when the item has not been read yet
 */
AcademyItem *
academy_line_peek_about (AcademyLine *self)
{
  return self->item;
}

/**
 * academy_line_is_heading:
 * @self: a line
 *
 * Returns: whether the line is a heading
 */
gboolean
academy_line_is_heading (AcademyLine *self)
{
  return self->heading;
}

/**
 * academy_line_is_measure:
 * @self: a line
 *
 * Returns: whether the item is a measure
 */
gboolean
academy_line_is_measure (AcademyLine *self)
{
  load (self);
  return !self->heading && academy_item_get_kind (self->item) == &academy_measure_kind;
}

/**
 * academy_line_is_folded:
 * @self: a line
 *
 * Returns: whether the heading is collapsed
 */
gboolean
academy_line_is_folded (AcademyLine *self)
{
  return self->folded;
}

/**
 * academy_line_set_folded:
 * @self: a line
 * @folded: whether the heading is collapsed
 *
 * Sets the state and emits #AcademyLine::changed. #AcademyLines has the lines below
 * the heading.
 */
void
academy_line_set_folded (AcademyLine *self,
                         gboolean     folded)
{
  if (self->folded == folded)
    return;

  self->folded = folded;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * academy_line_set_heading:
 * @self: a line
 * @heading: the heading with its current sums
 *
 * Sets the title and the sums of the heading. Call academy_line_update() next.
 */
void
academy_line_set_heading (AcademyLine                  *self,
                          const AcademyScheduleHeading *heading)
{
  self->heading_type = heading->type;
  self->span = heading->span;
  self->n_measures = heading->n_measures;
  self->n_done = heading->n_done;
  self->n_overdue = heading->n_overdue;
  g_set_str (&self->title, heading->title);
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = g_array_ref (heading->marks);
}

/**
 * academy_line_get_bar:
 * @self: a line
 *
 * Returns: (transfer none): the bar, valid until the line changes
 */
const AcademyBar *
academy_line_get_bar (AcademyLine *self)
{
  load (self);
  return &self->bar;
}

/**
 * academy_line_get_marks:
 * @self: a line
 *
 * Returns: (nullable) (transfer none) (element-type AcademyScheduleMark): the
 *   meetings to draw on the line of a heading
 */
GArray *
academy_line_get_marks (AcademyLine *self)
{
  return self->marks;
}

/**
 * academy_line_dup_title:
 * @self: a line
 * @language: the language to use
 *
 * Returns: (transfer full): the title of the line
 */
char *
academy_line_dup_title (AcademyLine           *self,
                        const AcademyLanguage *language)
{
  const AcademyKind *kind;

  load (self);
  if (self->heading && self->heading_type == ACADEMY_HEADING_ORGANISATION)
    return academy_organisation_dup_short_name (self->item, language);
  if (self->heading)
    return g_strdup (self->title != NULL ? self->title
                                         : academy_language_translate (language, heading_titles[self->heading_type]));
  kind = academy_item_get_kind (self->item);
  /* An item without a role stands for one of its dates. */
  if (kind->role == ACADEMY_TIME_NONE)
    return g_strdup (academy_language_translate (language, academy_kind_find_field (kind, kind->start)->label));

  return academy_item_dup_title (self->item, language);
}

/**
 * academy_line_dup_note:
 * @self: a line
 * @language: the language to use
 *
 * Returns: (transfer full) (nullable): the text beside the title: a status, or
 *   the progress of the measures below a heading
 */
char *
academy_line_dup_note (AcademyLine           *self,
                       const AcademyLanguage *language)
{
  load (self);
  if (!self->heading)
    return academy_bar_dup_status (&self->bar, self->item, language);
  if (self->n_measures == 0)
    return NULL;

  return academy_bar_format_done (self->n_measures, self->n_done, self->n_overdue, language);
}

/**
 * academy_line_dup_state:
 * @self: a line
 * @language: the language to use
 *
 * Returns: (transfer full) (nullable): the status and whether it is overdue, or
 *   in short the progress of the measures below a heading
 */
char *
academy_line_dup_state (AcademyLine           *self,
                        const AcademyLanguage *language)
{
  load (self);
  if (!self->heading)
    return academy_bar_dup_state (&self->bar, self->item, language);

  return self->n_measures > 0 ? academy_bar_format_done_short (self->n_measures, self->n_done, self->n_overdue, language)
                              : NULL;
}

static gint
compare_titles (gconstpointer a,
                gconstpointer b)
{
  return academy_collation_compare (*(const char * const *) a, -1, *(const char * const *) b, -1);
}

static char *
dup_title_of (AcademyLine           *self,
              const AcademyKind     *kind,
              const char            *id,
              const AcademyLanguage *language)
{
  g_autoptr(AcademyItem) item = academy_store_get_or_report (self->store, kind, id, ACADEMY_ROW_UNKNOWN);

  return academy_item_dup_title (item, language);
}

/* Reads the titles of the predecessors that are named, sorted. */
static GPtrArray *
dup_named (AcademyLine           *self,
           const AcademyLanguage *language)
{
  GPtrArray *titles = g_ptr_array_new_null_terminated (ACADEMY_BAR_MOST_NAMED, g_free, TRUE);

  for (guint i = 0; i < ACADEMY_BAR_MOST_NAMED && self->store != NULL && self->bar.named[i][0] != '\0'; i++)
    g_ptr_array_add (titles, dup_title_of (self, &academy_measure_kind, self->bar.named[i], language));

  g_ptr_array_sort (titles, compare_titles);
  return titles;
}

/**
 * academy_line_dup_goals:
 * @self: a line
 * @language: the language to use
 *
 * Reads the impact goals of a measure.
 *
 * Returns: (transfer full) (nullable): their titles, sorted, or %NULL for none
 */
char *
academy_line_dup_goals (AcademyLine           *self,
                        const AcademyLanguage *language)
{
  g_autoptr(GPtrArray) titles = NULL;
  const char * const *ids = academy_line_is_measure (self) ? academy_item_get_links (self->item, "goals") : NULL;
  const AcademyKind *kind;

  if (ids == NULL || ids[0] == NULL)
    return NULL;

  kind = academy_kind_find (academy_kind_find_field (academy_item_get_kind (self->item), "goals")->target);

  titles = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (titles, dup_title_of (self, kind, ids[i], language));

  g_ptr_array_sort (titles, compare_titles);
  return g_strjoinv (" · ", (char **) titles->pdata);
}

/**
 * academy_line_dup_description:
 * @self: a line
 * @language: the language to use
 *
 * Returns: (transfer full): all that the line shows beside its title, in words;
 *   see academy_bar_dup_description()
 */
char *
academy_line_dup_description (AcademyLine           *self,
                              const AcademyLanguage *language)
{
  g_autofree char *note = NULL;
  g_autofree char *dates = NULL;

  load (self);
  if (!self->heading)
    {
      g_autoptr(GPtrArray) named = dup_named (self, language);

      return academy_bar_dup_description (&self->bar, self->item, (const char * const *) named->pdata, language);
    }

  note = academy_line_dup_note (self, language);
  dates = academy_bar_dup_description (&self->bar, NULL, NULL, language);
  return note != NULL ? g_strjoin (", ", dates, note, NULL) : g_steal_pointer (&dates);
}
