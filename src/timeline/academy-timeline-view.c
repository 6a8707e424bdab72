/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include "academy-timeline-keys.h"
#include "academy-timeline-resources.h"
#include "academy-timeline-session.h"

enum {
  PROP_0,
  PROP_GROUP_BY,
  PROP_FILTER,
  PROP_ORDER,
  PROP_DESCENDING,
  PROP_BASELINE,
  PROP_SEARCH,
  PROP_TABLE,
  N_PROPS
};

enum {
  OPEN_ITEM,
  MESSAGE,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyTimelineView, academy_timeline_view, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char * const groupings[] = { "none", "goal", "owner", NULL };
static const char * const filters[] = { "all", "unfinished", "overdue", NULL };
static const char * const orders[] = { "start", "end", "title", "owner", "status", "progress", "priority", "goals",
                                       "person-days", "cost", "depends", NULL };

/**
 * AcademyTimelineView:
 *
 * The timeline of an organisation or of the whole programme: a chart with a row
 * for each item, or a table of the same rows, with the same selection and the
 * same edits.
 *
 * Pointer: drag a bar to move it, its edges to change its start and end, the
 * handle in it to change its progress, and the knob after it to another measure
 * that depends on it; double-click an empty place to add a measure. Bars snap to
 * days, or to weeks when weeks are narrow; with Shift to days. Ctrl with the
 * wheel and pinching zoom.
 *
 * Keys: arrows move from row to row, Left and Right collapse and expand; Enter
 * opens; Alt+Left and Alt+Right move the selected items, with Shift their end,
 * with Ctrl their start; Alt+Page Up and Alt+Page Down change the progress;
 * Ctrl+L on one measure and then on another makes the other depend on it; Insert
 * adds; Ctrl+plus, Ctrl+minus and Ctrl+0 zoom; Ctrl+Page Up and Ctrl+Page Down
 * scroll to earlier and later; T or full stop scrolls to today; Escape cancels.
 * The keys of academy_timeline_keys_add_page() work wherever the focus is.
 *
 * CSS nodes: `timeline`.
 *
 * Accessibility: role `group`. Rows are list items, or rows of the table; the
 * title is the label, and everything else the description. Changes by keys are
 * announced.
 *
 * Text direction: time runs in the direction of text.
 */

static int
find_token (const char * const *tokens,
            const char         *token)
{
  for (int i = 0; tokens[i] != NULL; i++)
    if (g_strcmp0 (tokens[i], token) == 0)
      return i;

  return 0;
}

/**
 * academy_timeline_view_is_writable:
 * @self: a view
 *
 * Returns: whether the file can be edited
 */
gboolean
academy_timeline_view_is_writable (AcademyTimelineView *self)
{
  return !academy_store_is_read_only (academy_timeline_model_get_store (self->model));
}

/**
 * academy_timeline_view_fail:
 * @self: a timeline
 * @error: the error of an edit
 *
 * Announces @error to assistive technology and emits #AcademyTimelineView::failed.
 */
void
academy_timeline_view_fail (AcademyTimelineView *self,
                            GError              *error)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  g_signal_emit (self, signals[FAILED], 0, error);
}

/**
 * academy_timeline_view_emit_message:
 * @self: a timeline
 * @text: a message
 * @button: (nullable): the label of its button
 * @action: (nullable): the action of its button
 *
 * Emits #AcademyTimelineView::message.
 */
void
academy_timeline_view_emit_message (AcademyTimelineView *self,
                                    const char          *text,
                                    const char          *button,
                                    const char          *action)
{
  g_signal_emit (self, signals[MESSAGE], 0, text, button, action);
}

void
academy_timeline_view_open (AcademyTimelineView *self,
                            AcademyItem         *item)
{
  g_signal_emit (self, signals[OPEN_ITEM], 0, item);
}

static AcademyTimelineSession *
get_session (AcademyTimelineView *self)
{
  return academy_timeline_session_get (academy_timeline_model_get_store (self->model),
                                       academy_timeline_model_get_organisation (self->model));
}

/* Shows the days of the last visit, or the whole plan at the first. */
static void
restore_zoom (AcademyTimelineView *self)
{
  AcademyTimelineSession *session = get_session (self);

  if (session->n_days > 0)
    academy_axis_show (academy_timeline_context_get_axis (self->context), session->first, session->n_days);
  else
    academy_timeline_chart_fit (self->chart);
  academy_timeline_view_update_actions (self);
}

static void
remember (AcademyTimelineView *self)
{
  AcademyTimelineSession *session = get_session (self);
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);

  if (!self->fitted)
    return;

  academy_timeline_session_save (session, self->model);
  session->tabular = self->tabular;
  session->first = academy_axis_get_first (axis);
  session->n_days = academy_axis_get_n_days (axis);
}

static void
set_baseline (AcademyTimelineView *self,
              const char          *baseline)
{
  g_autoptr(GError) error = NULL;

  if (!academy_timeline_model_set_baseline (self->model, baseline != NULL && *baseline != '\0' ? baseline : NULL, &error))
    academy_timeline_view_fail (self, error);
}

static void
change_grouping (AcademyTimelineView *self,
                 gconstpointer        value)
{
  academy_timeline_model_set_grouping (self->model, find_token (groupings, g_value_get_string (value)));
}

static void
change_filter (AcademyTimelineView *self,
               gconstpointer        value)
{
  academy_timeline_model_set_filter (self->model, find_token (filters, g_value_get_string (value)));
}

static void
change_search (AcademyTimelineView *self,
               gconstpointer        value)
{
  academy_timeline_model_set_search (self->model, g_value_get_string (value));
}

static void
academy_timeline_view_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (object);
  const char *baseline;
  gboolean descending;
  AcademyOrder order;

  /* The properties may be read as states of actions after dispose(). */
  if (self->model == NULL)
    {
      g_param_value_set_default (pspec, value);
      return;
    }

  order = academy_timeline_model_get_order (self->model, &descending);
  switch (prop_id)
    {
    case PROP_GROUP_BY:
      g_value_set_string (value, groupings[academy_timeline_model_get_grouping (self->model)]);
      break;
    case PROP_FILTER:
      g_value_set_string (value, filters[academy_timeline_model_get_filter (self->model)]);
      break;
    case PROP_ORDER:
      g_value_set_string (value, orders[order]);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, descending);
      break;
    case PROP_BASELINE:
      baseline = academy_timeline_model_get_baseline (self->model);
      g_value_set_string (value, baseline != NULL ? baseline : "");
      break;
    case PROP_TABLE:
      g_value_set_boolean (value, self->tabular);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
academy_timeline_view_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_GROUP_BY:
      academy_timeline_view_keep_selection (self, change_grouping, value);
      break;
    case PROP_FILTER:
      academy_timeline_view_keep_selection (self, change_filter, value);
      break;
    case PROP_ORDER:
      academy_timeline_view_set_order (self, find_token (orders, g_value_get_string (value)), FALSE);
      return;
    case PROP_DESCENDING:
      academy_timeline_view_set_order (self, academy_timeline_model_get_order (self->model, NULL), g_value_get_boolean (value));
      return;
    case PROP_SEARCH:
      academy_timeline_view_keep_selection (self, change_search, value);
      break;
    case PROP_BASELINE:
      set_baseline (self, g_value_get_string (value));
      break;
    case PROP_TABLE:
      academy_timeline_view_set_table (self, g_value_get_boolean (value));
      return;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, pspec);
}

static void
academy_timeline_view_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  int header_minimum = 0, header_natural = 0;

  gtk_widget_measure (GTK_WIDGET (self->stack), orientation, -1, minimum, natural, NULL, NULL);
  if (self->header != NULL)
    gtk_widget_measure (self->header, orientation, -1, &header_minimum, &header_natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += header_minimum;
      *natural += header_natural;
    }
  else
    {
      *minimum = MAX (*minimum, header_minimum);
      *natural = MAX (*natural, header_natural);
    }
}

static void
academy_timeline_view_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  int top = 0;

  academy_timeline_chart_set_width (self->chart, width);
  if (!self->fitted && width > 1)
    {
      self->fitted = TRUE;
      restore_zoom (self);
    }

  if (self->header != NULL)
    {
      gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width, &top, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->header, &(GtkAllocation) { 0, 0, width, top }, -1);
    }
  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &(GtkAllocation) { 0, top, width, height - top }, -1);
  gtk_popover_present (self->menu);
}

/* Moves the focus to the rows, or to the button of the empty page. */
static gboolean
academy_timeline_view_grab_focus (GtkWidget *widget)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);

  if (gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->empty_page))
    return academy_timeline_view_focus_rows (self);

  return gtk_widget_get_visible (self->add_button) && gtk_widget_grab_focus (self->add_button);
}

static void
academy_timeline_view_unmap (GtkWidget *widget)
{
  remember (ACADEMY_TIMELINE_VIEW (widget));
  GTK_WIDGET_CLASS (academy_timeline_view_parent_class)->unmap (widget);
}

static void
academy_timeline_view_dispose (GObject *object)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->pointer);
  g_clear_object (&self->editor);
  self->table = NULL;
  self->header = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (academy_timeline_view_parent_class)->dispose (object);
}

static void
academy_timeline_view_class_init (AcademyTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = academy_timeline_view_get_property;
  object_class->set_property = academy_timeline_view_set_property;
  object_class->dispose = academy_timeline_view_dispose;
  widget_class->measure = academy_timeline_view_measure;
  widget_class->size_allocate = academy_timeline_view_size_allocate;
  widget_class->unmap = academy_timeline_view_unmap;
  widget_class->focus = academy_timeline_keys_focus;
  widget_class->grab_focus = academy_timeline_view_grab_focus;

  /**
   * AcademyTimelineView:group-by:
   *
   * How measures are grouped: `none`, `goal` or `owner`.
   */
  properties[PROP_GROUP_BY] = g_param_spec_string ("group-by", NULL, NULL, "none", flags);

  /**
   * AcademyTimelineView:filter:
   *
   * Which measures are shown: `all`, `unfinished` or `overdue`.
   */
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all", flags);

  /**
   * AcademyTimelineView:order:
   *
   * How measures are sorted: `start`, `end`, `title`, `owner`, `status`,
   * `progress`, `priority`, `goals`, `person-days`, `cost` or `depends`. Setting
   * it sets #AcademyTimelineView:descending to %FALSE.
   */
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "start", flags);

  /**
   * AcademyTimelineView:descending:
   *
   * Whether the sort order is reversed.
   */
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);

  /**
   * AcademyTimelineView:baseline:
   *
   * The id of the baseline that the rows are compared with; empty for none.
   */
  properties[PROP_BASELINE] = g_param_spec_string ("baseline", NULL, NULL, "", flags);

  /**
   * AcademyTimelineView:search:
   *
   * A text to search for in titles and owner roles.
   */
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * AcademyTimelineView:table:
   *
   * Whether the rows are shown as a table.
   */
  properties[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AcademyTimelineView::open-item:
   * @self: the view
   * @item: an item
   *
   * Emitted when the form of @item is to be opened.
   */
  signals[OPEN_ITEM] = g_signal_new ("open-item", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  /**
   * AcademyTimelineView::message:
   * @self: the view
   * @text: the text of a toast
   * @button: (nullable): the label of its button
   * @action: (nullable): the action of the button
   *
   * Emitted when a toast is to be shown.
   */
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * AcademyTimelineView::failed:
   * @self: the view
   * @error: a sentence that says what happened and what to do
   *
   * Emitted when an edit has failed.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_resources_register (academy_timeline_get_resource ());
  g_type_ensure (ACADEMY_TYPE_TIMELINE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/timeline/academy-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineView, chart);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineView, add_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineView, add_label);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineView, menu);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineView, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, academy_timeline_view_focus_near);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  academy_timeline_view_class_add_actions (widget_class);
}

static void
academy_timeline_view_init (AcademyTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->context = academy_timeline_chart_get_context (self->chart);
  academy_timeline_keys_add_page (GTK_WIDGET (self));
}

static gboolean
load_rest_cb (gpointer data)
{
  AcademyTimelineView *self = data;

  self->rest_id = 0;
  academy_timeline_model_load_rest (self->model);
  return G_SOURCE_REMOVE;
}

static void
load_rest_later (AcademyTimelineView *self)
{
  if (self->rest_id == 0)
    self->rest_id = g_idle_add_full (G_PRIORITY_LOW, load_rest_cb, self, NULL);
}

static void
items_changed_cb (AcademyTimelineView *self)
{
  academy_timeline_view_update_stack (self);
  academy_timeline_view_update_actions (self);
}

/* The model has appended the new rows and removes the old ones next. Scrolls to the
 * last row now, so that the list recycles its widgets for the new rows. */
static void
appended_cb (AcademyTimelineView *self)
{
  self->renewed = TRUE;
  academy_timeline_view_scroll_both_to (self, g_list_model_get_n_items (G_LIST_MODEL (self->model)) - 1);
}

/**
 * academy_timeline_view_new:
 * @model: (transfer none): the rows
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
academy_timeline_view_new (AcademyTimelineModel *model)
{
  AcademyTimelineView *self = g_object_new (ACADEMY_TYPE_TIMELINE_VIEW, NULL);
  GtkWidget *list = GTK_WIDGET (academy_timeline_chart_get_list (self->chart));

  self->model = g_object_ref (model);
  academy_timeline_session_restore (get_session (self), model);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (model))));
  academy_timeline_chart_set_rows (self->chart, self->selection);
  self->editor = academy_timeline_editor_new (self, self->chart);
  self->pointer = academy_timeline_pointer_new (self, self->editor, self->chart);
  academy_timeline_view_add_list (self, list, list);

  g_signal_connect_object (model, "changed", G_CALLBACK (academy_timeline_view_update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (academy_timeline_view_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (model, "appended", G_CALLBACK (appended_cb), self, G_CONNECT_SWAPPED);
  academy_timeline_view_update_stack (self);
  academy_timeline_view_update_actions (self);
  academy_timeline_view_set_table (self, get_session (self)->tabular);
  load_rest_later (self);

  return GTK_WIDGET (self);
}

/**
 * academy_timeline_view_set_organisation:
 * @self: a visible view of an organisation
 * @organisation: the id of another organisation
 *
 * Shows the timeline of @organisation as it was left, or as a whole. That is faster
 * than another view: the widgets of the rows stay.
 */
void
academy_timeline_view_set_organisation (AcademyTimelineView *self,
                                        const char          *organisation)
{
  AcademyTimelineSession *session;

  remember (self);
  gtk_selection_model_unselect_all (self->selection);
  academy_timeline_view_cancel (self);
  session = academy_timeline_session_get (academy_timeline_model_get_store (self->model), organisation);
  academy_timeline_model_set_organisation (self->model, organisation, session->folded);
  academy_timeline_session_restore (session, self->model);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    academy_timeline_view_scroll_both_to (self, 0);

  if (self->table != NULL)
    academy_timeline_table_set_order (self->table, session->order, session->descending);
  academy_timeline_view_set_table (self, session->tabular);
  if (self->fitted)
    restore_zoom (self);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  load_rest_later (self);
}

/**
 * academy_timeline_view_get_model:
 * @self: a view
 *
 * Returns: (transfer none): the rows
 */
AcademyTimelineModel *
academy_timeline_view_get_model (AcademyTimelineView *self)
{
  return self->model;
}

/**
 * academy_timeline_view_get_selection:
 * @self: a view
 *
 * Returns: (transfer none): the selected rows, of the chart and of the table
 */
GtkSelectionModel *
academy_timeline_view_get_selection (AcademyTimelineView *self)
{
  return self->selection;
}

/**
 * academy_timeline_view_set_header:
 * @self: a view
 * @header: (transfer floating): a widget with buttons for the actions of the view
 *
 * Shows @header above the rows.
 */
void
academy_timeline_view_set_header (AcademyTimelineView *self,
                                  GtkWidget           *header)
{
  g_clear_pointer (&self->header, gtk_widget_unparent);
  self->header = header;
  gtk_widget_insert_after (header, GTK_WIDGET (self), NULL);
}

/**
 * academy_timeline_view_show_day:
 * @self: a view
 * @day: a Julian day
 *
 * Scrolls @day to the middle of the chart.
 */
void
academy_timeline_view_show_day (AcademyTimelineView *self,
                                AcademyDay           day)
{
  academy_timeline_chart_show_day (self->chart, day);
}
