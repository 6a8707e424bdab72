/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-followers.h"
#include "academy-kinds.h"
#include "academy-timeline-edits.h"
#include "academy-timeline-selection.h"
#include "academy-timeline-view-commands.h"

#define PROGRESS_STEP 10

/* After a pause of this length, a run of presses has ended. */
#define RUN_PAUSE_MS  700

struct _AcademyTimelineEditor {
  GObject                 parent_instance;

  /* Owned */
  AcademyTimelineModel   *model;
  AcademyFollowers       *followers;
  AcademyItem            *link_from;
  AcademyItem            *moved;

  /* Borrowed */
  AcademyTimelineView    *view;
  AcademyTimelineChart   *chart;
  AcademyTimelineContext *context;
  AcademyStore           *store;
  GtkSelectionModel      *selection;

  gint64                  moved_step;
  guint                   undo_serial;
  guint                   run_id;
};

G_DEFINE_FINAL_TYPE (AcademyTimelineEditor, academy_timeline_editor, G_TYPE_OBJECT)

/**
 * AcademyTimelineEditor:
 *
 * The edits of the selected items by the actions of a view, and those of the
 * pointer. It announces changes by keys, and offers to move followers. The view
 * owns the editor, which calls the functions of academy-timeline-view-commands.h.
 */

/* Successive presses of one key on the same rows are one step of undo. */
static char *
create_group (AcademyTimelineEditor *self,
              const char            *name,
              AcademyItem           *item)
{
  return g_strdup_printf ("%s %s %u", name, academy_item_get_id (item), self->undo_serial);
}

/* Speaks the state of an item after a change by keys. */
static void
announce (AcademyTimelineEditor *self,
          AcademyItem           *item)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (item, language);
  g_autofree char *description = NULL;
  g_autofree char *message = NULL;
  AcademyBar bar;

  academy_bar_init (&bar, item, academy_timeline_context_get_today (self->context));
  description = academy_bar_dup_description (&bar, item, NULL, language);
  /* Translators: the title of a measure, and what it is like now */
  message = g_strdup_printf (_("%s: %s"), title, description);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
say (AcademyTimelineEditor *self,
     const char            *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  academy_timeline_view_emit_message (self->view, text, NULL, NULL);
}

static void
run_over_cb (gpointer data)
{
  AcademyTimelineEditor *self = data;
  g_autoptr(AcademyItem) moved = g_steal_pointer (&self->moved);
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (moved, language);
  g_autofree char *days = NULL;
  g_autofree char *text = NULL;
  AcademySpan span;

  self->run_id = 0;
  if (academy_store_get_last_step (self->store) != self->moved_step || !academy_span_get (moved, &span))
    return;

  days = academy_span_format (&span, language);
  /* Translators: the title of what was moved, and its days now */
  text = g_strdup_printf (_("“%s” is now %s"), title, days);
  academy_timeline_view_emit_message (self->view, text, _("_Undo"), "win.undo");
}

/* Shows what a run of presses has moved, once it pauses. */
static void
tell_after_run (AcademyTimelineEditor *self,
                AcademyItem           *item)
{
  g_set_object (&self->moved, item);
  self->moved_step = academy_store_get_last_step (self->store);
  g_clear_handle_id (&self->run_id, g_source_remove);
  self->run_id = g_timeout_add_once (RUN_PAUSE_MS, run_over_cb, self);
}

/* Offers to move the followers of @items, which have been moved.
 *
 * Returns: whether there are any */
static gboolean
offer_followers (AcademyTimelineEditor *self,
                 GPtrArray             *items,
                 int                    days,
                 const char            *group)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!academy_followers_find (self->followers, items, days, group, &text, &error))
    academy_timeline_view_fail (self->view, error);
  else if (text != NULL)
    academy_timeline_view_emit_message (self->view, text, _("_Move too"), "timeline.shift-followers");

  return text != NULL;
}

static void
move_followers (AcademyTimelineEditor *self,
                int                    argument)
{
  g_autoptr(GError) error = NULL;

  if (!academy_followers_move_too (self->followers, &error))
    academy_timeline_view_fail (self->view, error);
}

/* Reverses the steps in right-to-left text, where Left is later. */
static int
get_steps (AcademyTimelineEditor *self,
           int                    argument)
{
  return academy_axis_is_mirrored (academy_timeline_context_get_axis (self->context)) ? -argument : argument;
}

static int
get_days (AcademyTimelineEditor *self,
          const AcademySpan     *span,
          AcademyDay             edge,
          int                    steps)
{
  AcademyUnit snap = academy_axis_get_zoom (academy_timeline_context_get_axis (self->context))->snap;

  return academy_timeline_edit_get_days (span, edge, snap, steps);
}

static gboolean
has_span (GPtrArray   *items,
          AcademySpan *span)
{
  return items->len > 0 && academy_span_get (g_ptr_array_index (items, 0), span);
}

static void
move (AcademyTimelineEditor *self,
      int                    argument)
{
  g_autoptr(GPtrArray) items = academy_timeline_selection_dup_items (self->selection);
  g_autoptr(GError) error = NULL;
  g_autofree char *group = NULL;
  AcademySpan span;
  int steps = get_steps (self, argument);
  int days;

  if (!has_span (items, &span))
    return;

  days = get_days (self, &span, span.start != 0 ? span.start : span.end, steps);
  group = create_group (self, "move", g_ptr_array_index (items, 0));
  if (!academy_followers_shift (self->followers, items, days, group, &error))
    {
      academy_timeline_view_fail (self->view, error);
      return;
    }

  if (has_span (items, &span))
    academy_timeline_chart_reveal_span (self->chart, &span);
  announce (self, g_ptr_array_index (items, 0));
  if (!offer_followers (self, items, days, group))
    tell_after_run (self, g_ptr_array_index (items, 0));
}

static void
resize (AcademyTimelineEditor *self,
        AcademySpanEdge        edge,
        int                    steps)
{
  g_autoptr(GPtrArray) items = academy_timeline_selection_dup_items (self->selection);
  g_autoptr(GError) error = NULL;
  g_autofree char *group = NULL;
  AcademyItem *item;
  AcademySpan span, after;
  AcademyDay day;
  int days;

  if (!has_span (items, &span))
    return;

  /* Resize the first item only: the other selected ones may depend on it. */
  g_ptr_array_set_size (items, 1);
  item = g_ptr_array_index (items, 0);
  if (academy_span_is_point (academy_item_get_kind (item)))
    return;

  day = edge == ACADEMY_SPAN_START ? span.start : span.end + 1;
  days = get_days (self, &span, day, steps);
  group = create_group (self, edge == ACADEMY_SPAN_START ? "start" : "end", item);
  if (!academy_followers_resize (self->followers, item, edge, days, group, &error))
    {
      academy_timeline_view_fail (self->view, error);
      return;
    }

  announce (self, item);
  /* The edge may have been clamped to the other one. */
  if (!academy_span_get (item, &after) || (after.start == span.start && after.end == span.end))
    return;
  if (edge != ACADEMY_SPAN_END || span.end == 0 || !offer_followers (self, items, (int) after.end - (int) span.end, group))
    tell_after_run (self, item);
}

static void
move_start (AcademyTimelineEditor *self,
            int                    argument)
{
  resize (self, ACADEMY_SPAN_START, get_steps (self, argument));
}

static void
move_end (AcademyTimelineEditor *self,
          int                    argument)
{
  resize (self, ACADEMY_SPAN_END, get_steps (self, argument));
}

static void
drop_on (AcademyTimelineEditor *self,
         AcademyItem           *predecessor,
         AcademyLine           *target)
{
  g_autoptr(GError) error = NULL;

  if (target == NULL || !academy_line_is_measure (target) || academy_line_get_item (target) == predecessor)
    return;
  if (!academy_timeline_edit_link (self->store, predecessor,
                                   academy_line_get_item (target), &error))
    academy_timeline_view_fail (self->view, error);
}

static AcademyItem *
get_measure (AcademyTimelineEditor *self)
{
  g_autoptr(AcademyItem) item = academy_timeline_selection_dup_item (self->selection);

  return item != NULL && academy_item_get_kind (item) == &academy_measure_kind ? g_steal_pointer (&item) : NULL;
}

static void
change_progress (AcademyTimelineEditor *self,
                 int                    argument)
{
  g_autoptr(AcademyItem) measure = get_measure (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *group = NULL;
  gint64 progress;

  if (measure == NULL)
    return;

  progress = academy_item_get_number (measure, "progress");
  progress = (progress != ACADEMY_UNSET ? progress : 0) + PROGRESS_STEP * argument;
  group = create_group (self, "progress", measure);
  if (academy_timeline_edit_progress (self->store, measure, progress, group, &error))
    announce (self, measure);
  else
    academy_timeline_view_fail (self->view, error);
}

/* The first call sets the predecessor, and the second adds the dependency. */
static void
link_measures (AcademyTimelineEditor *self,
               int                    argument)
{
  g_autoptr(AcademyItem) measure = get_measure (self);
  g_autoptr(AcademyItem) from = g_steal_pointer (&self->link_from);
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (measure == NULL)
    return;

  title = academy_item_dup_title (measure, academy_language_get_default ());
  if (from == NULL)
    {
      self->link_from = g_steal_pointer (&measure);
      academy_timeline_view_update_cancel (self->view);
      /* Translators: the title of the measure that comes first */
      text = g_strdup_printf (_("Select the measure that depends on “%s” and press Ctrl+L"), title);
    }
  else if (academy_timeline_edit_link (self->store, from, measure, &error))
    {
      g_autofree char *first = academy_item_dup_title (from, academy_language_get_default ());

      /* Translators: the titles of two measures */
      text = g_strdup_printf (_("“%s” depends on “%s” now"), title, first);
    }
  else
    {
      academy_timeline_view_fail (self->view, error);
      return;
    }

  say (self, text);
}

static void
add (AcademyTimelineEditor *self,
     int                    argument)
{
  guint position = 0;
  g_autoptr(AcademyLine) row = academy_timeline_view_dup_current_row (self->view, &position);
  AcademyDay day = academy_timeline_context_get_today (self->context);

  /* The new measure begins after the current one, if there is one. */
  if (row != NULL && academy_line_is_measure (row) && academy_line_get_bar (row)->span.end != 0)
    day = academy_line_get_bar (row)->span.end + 1;
  academy_timeline_editor_add_at (self, row, position, day);
}

static void
delete_items (AcademyTimelineEditor *self,
              int                    argument)
{
  g_autoptr(GPtrArray) items = academy_timeline_selection_dup_items (self->selection);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!academy_timeline_edit_delete (self->store, items, &text, &error))
    academy_timeline_view_fail (self->view, error);
  else if (text != NULL)
    academy_timeline_view_emit_message (self->view, text, _("_Undo"), "win.undo");
}

static void
academy_timeline_editor_dispose (GObject *object)
{
  AcademyTimelineEditor *self = ACADEMY_TIMELINE_EDITOR (object);

  g_clear_handle_id (&self->run_id, g_source_remove);
  g_clear_object (&self->moved);
  g_clear_object (&self->link_from);
  g_clear_object (&self->followers);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (academy_timeline_editor_parent_class)->dispose (object);
}

static void
academy_timeline_editor_class_init (AcademyTimelineEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_timeline_editor_dispose;
}

static void
academy_timeline_editor_init (AcademyTimelineEditor *self)
{
}

/* Makes key presses on other rows a new step of undo. */
static void
selection_changed_cb (AcademyTimelineEditor *self)
{
  self->undo_serial++;
}

/**
 * academy_timeline_editor_new:
 * @view: the view of @chart
 * @chart: a chart with rows
 *
 * Returns: (transfer full): an editor; @view and @chart must outlive it
 */
AcademyTimelineEditor *
academy_timeline_editor_new (AcademyTimelineView  *view,
                             AcademyTimelineChart *chart)
{
  AcademyTimelineEditor *self = g_object_new (ACADEMY_TYPE_TIMELINE_EDITOR, NULL);

  self->view = view;
  self->chart = chart;
  self->context = academy_timeline_chart_get_context (chart);
  self->model = g_object_ref (academy_timeline_view_get_model (view));
  self->store = academy_timeline_model_get_store (self->model);
  self->selection = academy_timeline_view_get_selection (view);
  self->followers = academy_followers_new (self->store);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * academy_timeline_editor_run:
 * @self: an editor
 * @name: the name of an action of the view
 * @argument: its parameter, or 0
 *
 * Edits the selected items.
 */
void
academy_timeline_editor_run (AcademyTimelineEditor *self,
                             const char            *name,
                             int                    argument)
{
  static const struct {
    const char  *name;
    void       (*run) (AcademyTimelineEditor *self, int argument);
  } edits[] = {
    { "timeline.move", move },
    { "timeline.move-start", move_start },
    { "timeline.move-end", move_end },
    { "timeline.progress", change_progress },
    { "timeline.link", link_measures },
    { "timeline.add", add },
    { "timeline.delete", delete_items },
    { "timeline.shift-followers", move_followers },
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    if (g_str_equal (edits[i].name, name))
      edits[i].run (self, argument);
}

/**
 * academy_timeline_editor_drop:
 * @self: an editor
 * @drag: a drag that has ended
 * @target: (nullable): the row under the pointer
 *
 * Saves what was dragged.
 */
void
academy_timeline_editor_drop (AcademyTimelineEditor *self,
                              AcademyTimelineDrag   *drag,
                              AcademyLine           *target)
{
  AcademyDragMode mode = academy_timeline_drag_get_mode (drag);
  GPtrArray *items = academy_timeline_drag_get_items (drag);
  AcademyItem *item = academy_timeline_drag_get_item (drag);
  int days = academy_timeline_drag_get_days (drag);
  g_autoptr(GError) error = NULL;
  gboolean saved;

  if (mode == ACADEMY_DRAG_LINK)
    {
      drop_on (self, item, target);
      return;
    }
  if (!academy_timeline_drag_has_moved (drag))
    return;

  if (mode == ACADEMY_DRAG_MOVE)
    saved = academy_followers_shift (self->followers, items, days, NULL, &error);
  else if (mode == ACADEMY_DRAG_PROGRESS)
    saved = academy_timeline_edit_progress (self->store, item, academy_timeline_drag_get_progress (drag), NULL, &error);
  else
    saved = academy_followers_resize (self->followers, item, academy_timeline_drag_get_edge (drag), days, NULL, &error);

  if (!saved)
    academy_timeline_view_fail (self->view, error);
  else if (mode == ACADEMY_DRAG_MOVE || mode == ACADEMY_DRAG_END)
    offer_followers (self, items, days, NULL);
}

/**
 * academy_timeline_editor_add_at:
 * @self: an editor
 * @row: (nullable): a row whose heading the new measure gets
 * @position: the position of @row
 * @day: the first day of the measure, a Julian day
 *
 * Opens the form of a new measure, which is a draft until something is typed.
 */
void
academy_timeline_editor_add_at (AcademyTimelineEditor *self,
                                AcademyLine           *row,
                                guint                  position,
                                AcademyDay             day)
{
  const char *organisation = academy_timeline_model_get_organisation (self->model);
  guint heading_position = academy_timeline_model_find_heading (self->model, position);
  g_autoptr(AcademyLine) heading = g_list_model_get_item (G_LIST_MODEL (self->model), heading_position);
  g_autoptr(AcademyItem) like = row != NULL ? academy_timeline_model_dup_like (self->model, position) : NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(GError) error = NULL;

  if (organisation == NULL && row != NULL && academy_line_get_about (heading) != NULL)
    organisation = academy_item_get_id (academy_line_get_about (heading));
  if (organisation == NULL)
    {
      say (self, _("Choose an organisation to add a measure to"));
      return;
    }

  measure = academy_timeline_edit_begin (self->store, organisation, day, like, &error);
  if (measure == NULL)
    {
      academy_timeline_view_fail (self->view, error);
      return;
    }

  academy_timeline_view_open (self->view, measure);
}

/**
 * academy_timeline_editor_is_linking:
 * @self: an editor
 *
 * Returns: whether the action `timeline.link` has set a predecessor, and waits for
 *   its successor
 */
gboolean
academy_timeline_editor_is_linking (AcademyTimelineEditor *self)
{
  return self->link_from != NULL;
}

/**
 * academy_timeline_editor_cancel:
 * @self: an editor
 *
 * Forgets the predecessor of the action `timeline.link`.
 */
void
academy_timeline_editor_cancel (AcademyTimelineEditor *self)
{
  g_clear_object (&self->link_from);
}
