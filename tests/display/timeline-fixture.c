/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline-fixture.h"

#include "academy-clock.h"
#include "academy-date.h"
#include "academy-draft.h"
#include "academy-kinds.h"
#include "academy-timeline-selection.h"

/* A widget of the template of the view, or of that of its chart. */
GtkWidget *
timeline_get_part (AcademyTimelineView *view,
                   const char          *name)
{
  GObject *part = gtk_widget_get_template_child (GTK_WIDGET (view), ACADEMY_TYPE_TIMELINE_VIEW, name);

  if (part == NULL)
    part = gtk_widget_get_template_child (timeline_get_part (view, "chart"), ACADEMY_TYPE_TIMELINE_CHART, name);

  return GTK_WIDGET (part);
}

AcademyTimelineContext *
timeline_get_context (AcademyTimelineView *view)
{
  return academy_timeline_chart_get_context (ACADEMY_TIMELINE_CHART (timeline_get_part (view, "chart")));
}

GListModel *
timeline_get_rows (Timeline *self)
{
  return G_LIST_MODEL (academy_timeline_view_get_model (self->view));
}

static GtkListView *
get_list (Timeline *self)
{
  return GTK_LIST_VIEW (timeline_get_part (self->view, "list"));
}

void
timeline_set_today (const char *text)
{
  GDate date;

  g_assert_true (academy_date_from_text (text, &date, NULL));
  academy_clock_set_today (&date);
}

void
timeline_drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
message_cb (Timeline   *self,
            const char *text,
            const char *button,
            const char *action)
{
  g_set_str (&self->text, text);
  g_set_str (&self->button, button);
  g_set_str (&self->action, action);
  self->n_messages++;
}

static void
failed_cb (Timeline *self,
           GError   *error)
{
  g_set_str (&self->error, error->message);
}

void
timeline_take_opened (Timeline    *self,
                      AcademyItem *item)
{
  g_autofree char *title = academy_item_dup_title (item, academy_language_get_default ());

  g_set_str (&self->opened, title);
  self->n_opened++;
  g_clear_object (&self->begun);
  if (academy_draft_is (item))
    self->begun = g_object_ref (item);
}

/* What was opened is in no file yet; now it is, as if something had been typed,
 * and one goes on from it, as when its dialog is closed. */
void
timeline_write_begun (Timeline *self)
{
  g_autoptr(AcademyItem) begun = g_steal_pointer (&self->begun);
  g_autoptr(AcademyEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (begun);
  edit = academy_edit_new (academy_item_get_kind (begun)->add);
  academy_draft_write (begun, edit);
  academy_store_apply (self->store, edit, &error);
  g_assert_no_error (error);
  academy_timeline_view_show_item (self->view, academy_item_get_id (begun));
}

static void
present (Timeline   *self,
         const char *organisation)
{
  g_autoptr(AcademyTimelineModel) model = academy_timeline_model_new (self->store, organisation);

  self->view = ACADEMY_TIMELINE_VIEW (academy_timeline_view_new (model));
  g_signal_connect_swapped (self->view, "message", G_CALLBACK (message_cb), self);
  g_signal_connect_swapped (self->view, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->view, "open-item", G_CALLBACK (timeline_take_opened), self);
  self->window = test_present (GTK_WIDGET (self->view));
  /* As high as the screen, which leaves the last rows of a plan below. */
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 1150);
  test_settle (self->window);
  timeline_drain ();
}

void
timeline_set_up (Timeline     *self,
                 gconstpointer data)
{
  timeline_set_today ("2022-02-14");
  self->store = test_create_programme ("example");
  self->organisation = test_get_organisation (self->store, "kuvitelma");
  present (self, academy_item_get_id (self->organisation));
}

void
timeline_set_up_programme (Timeline     *self,
                           gconstpointer data)
{
  timeline_set_today ("2022-02-14");
  self->store = test_create_programme ("example");
  self->organisation = test_get_organisation (self->store, "kuvitelma");
  present (self, NULL);
}

/* Nothing may keep what is no longer shown. */
void
timeline_tear_down (Timeline     *self,
                    gconstpointer data)
{
  AcademyAxis *axis = g_object_ref (timeline_get_axis (self));
  AcademyTimelineContext *context = g_object_ref (timeline_get_context (self->view));
  AcademyTimelineModel *model = g_object_ref (academy_timeline_view_get_model (self->view));
  AcademyTimelineView *view = g_object_ref (self->view);

  g_clear_object (&self->begun);
  gtk_window_destroy (GTK_WINDOW (self->window));
  timeline_drain ();
  g_assert_finalize_object (view);
  g_assert_finalize_object (context);
  g_assert_finalize_object (axis);
  g_assert_finalize_object (model);
  g_assert_finalize_object (self->organisation);
  g_assert_finalize_object (self->store);
  g_free (self->text);
  g_free (self->button);
  g_free (self->action);
  g_free (self->error);
  g_free (self->opened);
  academy_clock_set_today (NULL);
}

AcademyAxis *
timeline_get_axis (Timeline *self)
{
  return academy_timeline_context_get_axis (timeline_get_context (self->view));
}

/* Shows so many days from @first on. */
void
timeline_show (Timeline   *self,
               const char *first,
               double      n_days)
{
  GDate date;

  g_assert_true (academy_date_from_text (first, &date, NULL));
  academy_axis_show (timeline_get_axis (self), g_date_get_julian (&date), n_days);
  test_settle (self->window);
}

/* The position of the row that is called @title or, for short, begins so; or
 * GTK_INVALID_LIST_POSITION. */
guint
timeline_find (Timeline   *self,
               const char *title)
{
  GListModel *model = timeline_get_rows (self);
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(AcademyLine) row = g_list_model_get_item (model, i);
      g_autofree char *own = academy_line_dup_title (row, academy_language_get_default ());

      if (g_str_equal (own, title))
        return i;
      if (found == GTK_INVALID_LIST_POSITION && g_str_has_prefix (own, title))
        found = i;
    }

  return found;
}

/* The item of that row, or else any item that begins so. */
AcademyItem *
timeline_find_item (Timeline   *self,
                    const char *title)
{
  guint position = timeline_find (self, title);
  g_autoptr(AcademyLine) row = g_list_model_get_item (timeline_get_rows (self), position);

  if (row != NULL && academy_line_get_item (row) != NULL)
    return g_object_ref (academy_line_get_item (row));

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) items = academy_store_get_all (self->store, *kind, NULL, NULL);

      for (guint i = 0; (*kind)->start != NULL && i < items->len; i++)
        {
          g_autofree char *own = academy_item_dup_title (g_ptr_array_index (items, i), academy_language_get_default ());

          if (g_str_has_prefix (own, title))
            return g_object_ref (g_ptr_array_index (items, i));
        }
    }

  return NULL;
}

AcademyTimelineLane *
timeline_find_lane (Timeline   *self,
                    const char *title)
{
  guint position = timeline_find (self, title);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (get_list (self))); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *lane = gtk_widget_get_first_child (row);

      if (ACADEMY_IS_TIMELINE_LANE (lane) && academy_timeline_lane_get_row (ACADEMY_TIMELINE_LANE (lane)) != NULL &&
          academy_timeline_lane_get_position (ACADEMY_TIMELINE_LANE (lane)) == position)
        return ACADEMY_TIMELINE_LANE (lane);
    }

  g_error ("There is no row “%s”", title);
}

/* Selects one row, and gives it the focus as a person would. */
void
timeline_select (Timeline   *self,
                 const char *title)
{
  guint position = timeline_find (self, title);

  g_assert_cmpuint (position, !=, GTK_INVALID_LIST_POSITION);
  gtk_list_view_scroll_to (get_list (self), position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  test_settle (self->window);
}

void
timeline_select_too (Timeline   *self,
                     const char *title)
{
  gtk_selection_model_select_item (academy_timeline_view_get_selection (self->view), timeline_find (self, title), FALSE);
}

/* The first words of what is selected. */
char *
timeline_dup_selected (Timeline *self)
{
  g_autoptr(GPtrArray) items = academy_timeline_selection_dup_items (academy_timeline_view_get_selection (self->view));
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *title = academy_item_dup_title (g_ptr_array_index (items, i), academy_language_get_default ());
      g_auto(GStrv) own = g_strsplit (title, " ", 2);

      g_strv_builder_add (words, own[0]);
    }
  all = g_strv_builder_end (words);

  return g_strjoinv (" ", all);
}

/* Does what a key does with the focus in the rows, as GTK asks what is round
 * them; real keys are pressed in the end-to-end tests. */
void
timeline_press (Timeline   *self,
                const char *key)
{
  GtkWidget *table = test_find (GTK_WIDGET (self->view), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *lists[] = { GTK_WIDGET (get_list (self)), table };
  gboolean pressed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i] != NULL && gtk_widget_get_mapped (lists[i]))
      pressed = test_press_on (lists[i], GTK_PHASE_CAPTURE, key) || test_press_on (lists[i], GTK_PHASE_BUBBLE, key);
  if (!pressed)
    test_press_on (GTK_WIDGET (self->view), GTK_PHASE_BUBBLE, key);
  timeline_drain ();
}

/* The gesture of the list that has @signal. */
static GtkEventController *
find_gesture (Timeline *self,
              GType     type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_list (self)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type &&
          (!GTK_IS_GESTURE_SINGLE (controller) ||
           gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY))
        return controller;
    }

  g_error ("The list has no %s", g_type_name (type));
}

/* A press of the first button at a point of the list, and what follows from it:
 * as GTK tells of it, for there is no way to make events in the program itself. */
void
timeline_press_button (Timeline *self,
                       int       n_press,
                       double    x,
                       double    y)
{
  self->n_press = n_press;
  self->x = x;
  self->y = y;
  g_signal_emit_by_name (find_gesture (self, GTK_TYPE_GESTURE_CLICK), "pressed", n_press, x, y);
  g_signal_emit_by_name (find_gesture (self, GTK_TYPE_GESTURE_DRAG), "drag-begin", x, y);
}

void
timeline_drag_to (Timeline *self,
                  double    dx,
                  double    dy)
{
  g_signal_emit_by_name (find_gesture (self, GTK_TYPE_GESTURE_DRAG), "drag-update", dx, dy);
}

void
timeline_release_button (Timeline *self,
                         double    dx,
                         double    dy)
{
  if (dx == 0 && dy == 0)
    g_signal_emit_by_name (find_gesture (self, GTK_TYPE_GESTURE_CLICK), "released", self->n_press, self->x, self->y);
  g_signal_emit_by_name (find_gesture (self, GTK_TYPE_GESTURE_DRAG), "drag-end", dx, dy);
  test_settle (self->window);
}

/* Clicks in the middle of the bar of a row. */
void
timeline_click (Timeline   *self,
                const char *title)
{
  graphene_rect_t bar;

  timeline_get_bar (self, title, &bar);
  timeline_press_button (self, 1, bar.origin.x + bar.size.width / 2, bar.origin.y + bar.size.height / 2);
  timeline_release_button (self, 0, 0);
}

/* Where the bar of a row is in the list. */
void
timeline_get_bar (Timeline        *self,
                  const char      *title,
                  graphene_rect_t *bounds)
{
  AcademyTimelineLane *lane = timeline_find_lane (self, title);
  const AcademyMetrics *metrics = academy_timeline_context_get_metrics (timeline_get_context (self->view));
  double lane_x = academy_timeline_context_get_lane_x (timeline_get_context (self->view));
  graphene_rect_t place;
  AcademyExtent extent;
  AcademyBar bar;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (lane), GTK_WIDGET (get_list (self)), &place));
  g_assert_true (academy_timeline_lane_get_bar (lane, &bar));
  academy_bar_get_extent (&bar, timeline_get_axis (self), metrics, &extent);
  graphene_rect_init (bounds, place.origin.x + lane_x + extent.left, place.origin.y + metrics->top,
                      extent.right - extent.left, metrics->bar);
}

/* The dates of an item in canonical text, “start end”, with “-” for none. */
void
timeline_assert_dates (Timeline   *self,
                       const char *title,
                       const char *dates)
{
  g_autoptr(AcademyItem) item = timeline_find_item (self, title);
  const char *ends[2] = { academy_item_get_kind (item)->start, academy_item_get_kind (item)->end };
  char *texts[2];
  g_autofree char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), ends[i]);

      texts[i] = academy_value_to_text (field, academy_item_get_value (item, field));
    }
  found = g_strdup_printf ("%s %s", texts[0] != NULL ? texts[0] : "-", texts[1] != NULL ? texts[1] : "-");
  g_assert_cmpstr (found, ==, dates);
  g_free (texts[0]);
  g_free (texts[1]);
}

/* Every field of every item. */
char *
timeline_dump (Timeline *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) items = academy_store_get_all (self->store, *kind, NULL, NULL);

      for (guint i = 0; i < items->len; i++)
        {
          AcademyItem *item = g_ptr_array_index (items, i);

          g_string_append_printf (text, "%s %s", (*kind)->name, academy_item_get_id (item));
          ACADEMY_KIND_FOREACH_FIELD (*kind, field)
            {
              g_autofree char *value = academy_value_to_text (field, academy_item_get_value (item, field));

              g_string_append_printf (text, "|%s", value != NULL ? value : "");
            }
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

void
timeline_undo (Timeline *self)
{
  g_autoptr(GError) error = NULL;

  academy_store_undo (self->store, &error);
  g_assert_no_error (error);
  timeline_drain ();
}

guint
timeline_count (Timeline          *self,
                const AcademyKind *kind)
{
  gint64 count;

  g_assert_true (academy_store_count (self->store, kind, NULL, &count, NULL));
  return count;
}

void
timeline_add_cases (const TimelineCase *cases,
                    guint               n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    g_test_add (cases[i].path, Timeline, NULL, timeline_set_up, cases[i].run, timeline_tear_down);
}

/* A program of which @cases are all. */
int
timeline_run (int                 argc,
              char              **argv,
              const TimelineCase *cases,
              guint               n_cases)
{
  test_display_init (&argc, &argv);
  timeline_add_cases (cases, n_cases);

  return test_display_run ();
}
