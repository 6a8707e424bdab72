/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-plan-page.h"

#include <glib/gi18n-lib.h>

#include "academy-bulk-bar.h"
#include "academy-click.h"
#include "academy-clipboard.h"
#include "academy-column.h"
#include "academy-context-menu.h"
#include "academy-dependencies.h"
#include "academy-descendant.h"
#include "academy-draft.h"
#include "academy-duplicate.h"
#include "academy-form.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-matrix.h"
#include "academy-measure-row.h"
#include "academy-page-title.h"
#include "academy-paste-dialog.h"
#include "academy-preferences.h"
#include "academy-progress.h"
#include "academy-recognition.h"
#include "academy-section.h"
#include "academy-table.h"
#include "academy-table-commands.h"
#include "academy-table-tools.h"
#include "academy-timeline-edits.h"
#include "academy-timeline-pane.h"
#include "academy-toast.h"

struct _AcademyPlanPage {
  AdwBin               parent_instance;

  /* Template children */
  GtkStack            *view_stack;
  AdwBin              *timeline_bin;
  AdwOverlaySplitView *split_view;
  AcademyTableTools   *tools;
  AdwBin              *table_bin;
  AcademyBulkBar      *bulk_bar;
  AdwWindowTitle      *form_title;
  GtkStack            *list_stack;
  GtkStack            *form_stack;
  GtkListView         *list_view;
  GtkLabel            *progress_label;
  GtkWidget           *delete_button;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *organisation;
  AcademyTableModel   *measures;

  /* Borrowed */
  AcademyTable        *table;
  AcademyColumn       *plan_column;
  AcademyColumn       *measure_column;
  AcademyForm         *plan_form;
  AcademyForm         *measure_form;
  AcademyDependencies *dependencies;
  const char          *view;

  gboolean             is_stale;
  gboolean             is_narrow;
  gboolean             is_adding;
};

G_DEFINE_FINAL_TYPE (AcademyPlanPage, academy_plan_page, ADW_TYPE_BIN)

/**
 * AcademyPlanPage:
 *
 * The action plan of an organisation: its measures as a table, and beside it on
 * request the form of the measure with the cursor with its dependencies, or that
 * of the plan itself with its milestones. A narrow page has a list in the place of
 * the table, and the form over it. Other views are the timeline, the pilot and the
 * risks.
 *
 * Keys: Ctrl+N adds a measure, Ctrl+V pastes some, Alt+Enter opens the form of
 * one, Ctrl+Delete deletes the selected ones, Escape leaves a draft.
 */

static AcademyItem *
get_measure (AcademyPlanPage *self)
{
  return academy_form_get_item (self->measure_form);
}

static gboolean
is_form_open (AcademyPlanPage *self)
{
  return adw_overlay_split_view_get_show_sidebar (self->split_view);
}

static void
update_title (AcademyPlanPage *self)
{
  AcademyItem *measure = get_measure (self);
  g_autofree char *title = NULL;

  if (measure != NULL)
    title = academy_item_dup_title (measure, academy_language_get_default ());

  adw_window_title_set_title (self->form_title, title != NULL ? title : _("Action plan"));
}

static void
show_measure (AcademyPlanPage *self,
              AcademyItem     *measure)
{
  academy_form_set_item (self->measure_form, measure);
  academy_dependencies_set_measure (self->dependencies, measure);
  gtk_stack_set_visible_child_name (self->form_stack, measure != NULL ? "measure" : "plan");
  gtk_widget_set_visible (self->delete_button, measure != NULL);
  update_title (self);
}

/* Whether the form has something that cannot be saved, and says so. */
static gboolean
is_stuck (AcademyPlanPage *self)
{
  if (academy_form_flush (self->measure_form))
    return FALSE;

  academy_toast_show (GTK_WIDGET (self), _("Correct what is marked before going elsewhere"));
  return TRUE;
}

static gboolean
open_form (AcademyPlanPage *self,
           AcademyItem     *measure)
{
  if (measure != get_measure (self) && is_stuck (self))
    return FALSE;

  show_measure (self, measure);
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  return TRUE;
}

/* Returns the widget that shows the measures. */
static GtkWidget *
get_list (AcademyPlanPage *self)
{
  return self->is_narrow ? GTK_WIDGET (self->list_view) : GTK_WIDGET (self->table);
}

static gboolean
is_focus_in_list (AcademyPlanPage *self)
{
  return gtk_widget_get_focus_child (get_list (self)) != NULL;
}

/* Shows the rows, or why there are none. */
static void
update_list (AcademyPlanPage *self)
{
  gboolean is_empty = academy_table_model_count (self->measures) == 0;
  const char *child = self->is_narrow ? "list" : "table";

  self->is_adding = self->is_adding && is_empty;
  if (is_empty && !self->is_adding)
    child = academy_table_tools_is_active (self->tools) ? "none" : "empty";
  gtk_stack_set_visible_child_name (self->list_stack, child);
}

/* Gives the table the organisation, once it is shown: that takes as long as showing a timeline. */
static void
update_table (AcademyPlanPage *self)
{
  if (!self->is_stale)
    return;

  self->is_stale = FALSE;
  academy_table_set_parent (self->table, self->organisation);
  academy_table_tools_clear (self->tools);
  update_list (self);
}

static void
focus_in_list (AcademyPlanPage *self,
               AcademyItem     *measure)
{
  guint position;

  if (!academy_table_model_find (self->measures, measure, &position))
    return;

  if (!self->is_narrow)
    {
      academy_table_focus (self->table, measure, academy_table_get_field (self->table));
      return;
    }
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Selects a measure and scrolls to it, and leaves the focus elsewhere. */
static void
select_measure (AcademyPlanPage *self,
                AcademyItem     *measure)
{
  guint position;

  if (!academy_table_model_find (self->measures, measure, &position))
    return;

  if (self->is_narrow)
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
  else
    gtk_column_view_scroll_to (academy_table_get_view (self->table), position, NULL, GTK_LIST_SCROLL_SELECT, NULL);
}

/* The open form follows the cursor, unless it has something to correct. */
static void
moved_cb (AcademyPlanPage *self)
{
  AcademyItem *measure = academy_table_get_item (self->table);

  if (!is_form_open (self) || get_measure (self) == NULL || measure == NULL || measure == get_measure (self) ||
      academy_table_model_is_new (self->measures, measure))
    return;
  if (!is_stuck (self))
    show_measure (self, measure);
}

static void
open_cb (AcademyPlanPage *self,
         AcademyItem     *measure)
{
  if (open_form (self, measure))
    academy_form_start (self->measure_form, "title");
}

static void
activate_cb (AcademyPlanPage *self,
             guint            position)
{
  g_autoptr(AcademyItem) measure = g_list_model_get_item (G_LIST_MODEL (self->measures), position);

  if (measure != NULL)
    open_form (self, measure);
}

static void
failed_cb (AcademyPlanPage *self,
           const char      *message)
{
  academy_toast_show (GTK_WIDGET (self), message);
}

/* What is being added in the table goes on in the form: a page that was just
 * opened may learn only now how narrow it is. */
static void
narrow_cb (AcademyPlanPage *self)
{
  g_autoptr(AcademyItem) added = NULL;

  if (academy_table_get_editor (self->table) != NULL &&
      academy_table_model_is_new (self->measures, academy_table_get_item (self->table)))
    added = g_object_ref (academy_table_get_item (self->table));

  academy_table_finish (self->table);
  self->is_narrow = TRUE;
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->measures));
  if (added != NULL)
    open_cb (self, added);
  update_list (self);
}

static void
wide_cb (AcademyPlanPage *self)
{
  self->is_narrow = FALSE;
  gtk_list_view_set_model (self->list_view, NULL);
  update_list (self);
}

static void
show_plan_cb (AcademyPlanPage *self)
{
  open_form (self, NULL);
}

static void
show_all_cb (AcademyPlanPage *self)
{
  academy_table_tools_clear (self->tools);
  gtk_widget_grab_focus (get_list (self));
}

/* Saves what is in the form when it is closed, and forgets a draft. */
static void
show_sidebar_cb (AcademyPlanPage *self)
{
  AcademyItem *measure = get_measure (self);

  if (is_form_open (self) || measure == NULL)
    return;

  academy_form_flush (self->measure_form);
  if (academy_draft_is (measure))
    show_measure (self, NULL);
}

static void
close_form_cb (AcademyPlanPage *self)
{
  AcademyItem *measure = get_measure (self);

  if (is_stuck (self))
    return;

  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  if (measure != NULL)
    focus_in_list (self, measure);
}

static void
update_progress (AcademyPlanPage *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AcademyProgress progress;
  g_autoptr(GError) error = NULL;
  g_autofree char *measures = NULL;
  g_autofree char *days = NULL;
  g_autofree char *cost = NULL;
  g_autofree char *text = NULL;
  GDate today = academy_date_from_julian (academy_store_get_day (self->store));

  if (!academy_progress_read (&progress, self->store, academy_item_get_id (self->organisation), &today, &error))
    {
      academy_store_report (self->store, error);
      return;
    }

  measures = academy_language_format_number (language, progress.measures);
  days = academy_language_format_decimal (language, progress.person_days);
  cost = academy_language_format_money (language, progress.cost);
  /* Translators: number of measures, person-days, amount of money */
  text = g_strdup_printf (_("Measures: %s · Person-days: %s · %s"), measures, days, cost);
  gtk_label_set_label (self->progress_label, text);
}

static void
changed_cb (AcademyPlanPage *self,
            AcademyChanges  *changes)
{
  AcademyItem *measure = get_measure (self);
  const AcademyChange *change = measure != NULL ? academy_changes_find (changes, academy_item_get_id (measure)) : NULL;

  if (change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    {
      adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
      show_measure (self, NULL);
    }

  update_title (self);
  if (academy_progress_is_affected (changes, academy_item_get_id (self->organisation)))
    update_progress (self);
}

static gboolean
is_shown (AcademyPlanPage *self,
          const char      *view)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->view_stack), view) == 0;
}

static AcademyTimelineView *
get_timeline (AcademyPlanPage *self)
{
  GtkWidget *pane = adw_bin_get_child (self->timeline_bin);

  return pane != NULL ? academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane)) : NULL;
}

/* Creates the timeline when it is first shown. */
static void
show_timeline (AcademyPlanPage *self)
{
  AcademyItem *measure = get_measure (self);

  if (get_timeline (self) == NULL)
    adw_bin_set_child (self->timeline_bin,
                       academy_timeline_pane_new (self->store, academy_item_get_id (self->organisation)));
  if (measure == NULL && !self->is_stale)
    measure = academy_table_get_item (self->table);
  if (measure != NULL)
    academy_timeline_view_select_item (get_timeline (self), academy_item_get_id (measure));
}

/* Carries the selection over from the timeline. */
static void
show_measures (AcademyPlanPage *self)
{
  g_autoptr(AcademyItem) current = NULL;

  if (get_timeline (self) == NULL)
    return;

  current = academy_timeline_view_get_current (get_timeline (self));
  if (current != NULL && academy_item_get_kind (current) == &academy_measure_kind)
    select_measure (self, current);
}

static GtkWidget *
create_column (AcademyPlanPage *self,
               GtkWidget       *figure,
               const char      *page)
{
  AcademyColumn *column = academy_column_new ();

  academy_column_append (column, academy_page_title_new_title_only (self->organisation));
  if (figure != NULL)
    academy_column_append (column, figure);
  academy_sections_append (column, self->store, page, self->organisation);
  return GTK_WIDGET (column);
}

static GtkWidget *
create_pilot (AcademyPlanPage *self)
{
  return create_column (self, NULL, academy_pilot_kind.page);
}

static GtkWidget *
create_risks (AcademyPlanPage *self)
{
  static const AcademyMatrixAxes axes = {
    .kind = &academy_risk_kind,
    .x = "probability",
    .y = "effect",
    .mark = "class",
    .closed = "closed",
    .severe = TRUE,
  };

  return create_column (self, academy_matrix_new (self->store, self->organisation, &axes, _("Likelihood and effect")),
                        academy_risk_kind.page);
}

/* The views other than that of the measures. One of sections is created when it is
 * first shown, and has the kinds whose #AcademyKind.page is its name. */
static const struct {
  const char  *name;
  GtkWidget *(*create) (AcademyPlanPage *self);
} views[] = {
  { "timeline", NULL },
  { "pilot", create_pilot },
  { "risks", create_risks },
};

static void
create_sections (AcademyPlanPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwBin *place = ADW_BIN (gtk_stack_get_child_by_name (self->view_stack, views[i].name));

      if (views[i].create != NULL && g_str_equal (views[i].name, self->view) && adw_bin_get_child (place) == NULL)
        adw_bin_set_child (place, views[i].create (self));
    }
}

static void
set_sections (AcademyPlanPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwBin *place = ADW_BIN (gtk_stack_get_child_by_name (self->view_stack, views[i].name));
      GtkWidget *column = adw_bin_get_child (place);
      GtkWidget *matrix;

      if (views[i].create == NULL || column == NULL)
        continue;

      academy_page_title_set_item (ACADEMY_PAGE_TITLE (academy_descendant_find (column, ACADEMY_TYPE_PAGE_TITLE)),
                                   self->organisation);
      matrix = academy_descendant_find (column, ACADEMY_TYPE_MATRIX);
      if (matrix != NULL)
        academy_matrix_set_owner (ACADEMY_MATRIX (matrix), self->organisation);
      academy_sections_set_owner (column, self->organisation);
      academy_column_rewind (ACADEMY_COLUMN (column));
    }
}

static void
view_changed_cb (AcademyPlanPage *self)
{
  gboolean was_timeline = g_strcmp0 (self->view, "timeline") == 0;

  self->view = g_intern_string (gtk_stack_get_visible_child_name (self->view_stack));
  if (is_shown (self, "measures"))
    {
      update_table (self);
      if (was_timeline)
        show_measures (self);
      return;
    }

  academy_form_flush (self->measure_form);
  academy_table_finish (self->table);
  if (is_shown (self, "timeline"))
    show_timeline (self);
  else
    create_sections (self);
}

/* Adds in the last row of the table, or in the form where there is no room. */
static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (widget);
  g_autoptr(AcademyItem) measure = NULL;

  if (is_shown (self, "timeline"))
    {
      gtk_widget_activate_action (GTK_WIDGET (get_timeline (self)), "timeline.add", NULL);
      return;
    }

  academy_plan_page_show_view (self, "measures");
  if (is_stuck (self) || !academy_table_finish (self->table))
    return;

  measure = g_list_model_get_item (G_LIST_MODEL (self->measures), academy_table_model_count (self->measures));
  if (self->is_narrow)
    {
      open_cb (self, measure);
      return;
    }

  self->is_adding = TRUE;
  update_list (self);
  academy_table_focus (self->table, measure, academy_kind_find_field (&academy_measure_kind, "title"));
  academy_table_begin (self->table, TRUE);
}

/* Returns the measures that a command is for: that of the form when the focus is
 * in it, else those selected in the list. */
static GPtrArray *
get_targets (AcademyPlanPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GPtrArray *items;

  update_table (self);
  if (is_form_open (self) && get_measure (self) != NULL && focus != NULL &&
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_stack)))
    {
      items = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (items, g_object_ref (get_measure (self)));
      return items;
    }

  return academy_table_model_get_selected_items (self->measures);
}

/* Focuses the neighbour before the rows go: a list that loses the focus scrolls. */
static void
focus_neighbour (AcademyPlanPage *self,
                 GPtrArray       *items)
{
  guint n_items = academy_table_model_count (self->measures);
  guint first = G_MAXUINT;
  guint last = 0;
  g_autoptr(AcademyItem) neighbour = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      guint position;

      if (!academy_table_model_find (self->measures, items->pdata[i], &position))
        continue;
      first = MIN (first, position);
      last = MAX (last, position);
    }
  if (first > last)
    return;

  if (last + 1 < n_items)
    neighbour = g_list_model_get_item (G_LIST_MODEL (self->measures), last + 1);
  else if (first > 0)
    neighbour = g_list_model_get_item (G_LIST_MODEL (self->measures), first - 1);
  if (neighbour != NULL && is_focus_in_list (self))
    focus_in_list (self, neighbour);
  else if (neighbour != NULL)
    select_measure (self, neighbour);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (widget);
  g_autoptr(GPtrArray) items = get_targets (self);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  /* Save typed values first, so that an undo of the deletion restores them too. */
  academy_form_flush (self->measure_form);
  if (items->len > 0 && academy_draft_is (items->pdata[0]))
    {
      adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
      return;
    }

  academy_table_cancel (self->table);
  focus_neighbour (self, items);
  if (!academy_timeline_edit_delete (self->store, items, &text, &error))
    academy_toast_show_error (widget, error);
  else if (text != NULL)
    academy_toast_show_undo (widget, self->store, text);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (widget);
  g_autoptr(GPtrArray) items = NULL;

  update_table (self);
  items = academy_table_model_get_selected_items (self->measures);
  if (items->len > 0)
    open_cb (self, items->pdata[0]);
}

/* Goes to the copy, to be edited next. */
static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (widget);
  g_autoptr(GPtrArray) items = get_targets (self);
  g_autoptr(AcademyItem) copy = NULL;

  if (items->len == 0 || academy_draft_is (items->pdata[0]) || is_stuck (self) || !academy_table_finish (self->table))
    return;

  copy = academy_command_duplicate (widget, self->store, items->pdata[0]);
  if (copy != NULL)
    focus_in_list (self, copy);
}

/* Selects new measures and scrolls to the first. */
static void
pasted_cb (AcademyPlanPage *self,
           GPtrArray       *items)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->measures);
  g_autoptr(GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) all = NULL;
  guint position;

  update_table (self);
  if (!academy_table_model_find (self->measures, items->pdata[0], NULL))
    academy_table_tools_clear (self->tools);
  focus_in_list (self, items->pdata[0]);

  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->measures)));
  for (guint i = 0; i < items->len; i++)
    if (academy_table_model_find (self->measures, items->pdata[i], &position))
      gtk_bitset_add (wanted, position);
  gtk_selection_model_set_selection (selection, wanted, all);
}

/* Puts one text into the cell with the cursor, as if it was typed. */
static void
paste_into_cell (AcademyPlanPage *self,
                 AcademyGrid     *grid)
{
  const AcademyField *field = academy_table_get_field (self->table);
  AcademyItem *item = academy_table_get_item (self->table);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyPaste) paste = academy_recognition_read (grid, 0, &academy_measure_kind, &field, self->store,
                                                            self->organisation, &error);
  const AcademyRemark *remark;
  AcademyItem *draft;

  if (paste == NULL)
    {
      academy_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  draft = g_ptr_array_index (academy_paste_get_drafts (paste), 0);
  remark = academy_paste_get_remark (paste, draft, field);
  if (remark != NULL && !remark->is_understood)
    academy_toast_show (GTK_WIDGET (self), remark->message);
  else if (!academy_table_model_save (self->measures, item, field, academy_item_get_value (draft, field), &error))
    academy_toast_show_error (GTK_WIDGET (self), error);
}

/* Whether a text is meant for the cell with the cursor, not for new rows. */
static gboolean
is_for_cell (AcademyPlanPage *self,
             AcademyGrid     *grid)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return academy_grid_get_n_rows (grid) == 1 && academy_grid_get_n_columns (grid) == 1 && focus != NULL &&
         academy_table_get_item (self->table) != NULL && academy_table_get_item_at (self->table, focus) != NULL &&
         academy_recognition_takes (&academy_measure_kind, academy_table_get_field (self->table));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyGrid) grid = academy_clipboard_read_finish (result, &error);
  AdwDialog *dialog;

  if (grid == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        academy_toast_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (is_for_cell (self, grid))
    {
      paste_into_cell (self, grid);
      return;
    }

  dialog = academy_paste_dialog_open (GTK_WIDGET (self), self->store, &academy_measure_kind, self->organisation,
                                      g_steal_pointer (&grid));
  if (dialog != NULL)
    g_signal_connect_object (dialog, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (widget);

  if (!is_stuck (self) && academy_table_finish (self->table))
    academy_clipboard_read_async (widget, read_cb, NULL);
}

/* Returns the measure of the row that @target is in. */
static AcademyItem *
find_measure (AcademyPlanPage *self,
              GtkWidget       *target)
{
  return self->is_narrow ? academy_measure_row_find (GTK_WIDGET (self->list_view), target)
                         : academy_table_get_item_at (self->table, target);
}

/* Selects the measure of the menu, so that people see which one it acts on. */
static GMenuModel *
create_context_menu (GtkWidget *widget,
                     GtkWidget *target,
                     gpointer   data)
{
  AcademyPlanPage *self = data;
  AcademyItem *measure = find_measure (self, target);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->measures);
  const AcademyField *field = academy_table_get_field (self->table);
  GMenu *menu;
  guint position;

  if (measure == NULL || !academy_table_model_find (self->measures, measure, &position) || academy_draft_is (measure))
    return NULL;
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);

  menu = g_menu_new ();
  g_menu_append (menu, _("_Open"), "plan.open");
  if (!self->is_narrow)
    g_menu_append (menu, _("_Copy"), "table.copy");
  g_menu_append (menu, _("D_uplicate"), "plan.duplicate");
  g_menu_append (menu, _("_Paste…"), "plan.paste");
  if (!self->is_narrow && academy_table_can_move_rows (self->table))
    {
      g_menu_append (menu, _("Move _up"), "table.move-up");
      g_menu_append (menu, _("Move _down"), "table.move-down");
    }
  academy_context_menu_append_apart (menu, _("De_lete"), "plan.delete");
  if (!self->is_narrow && field != NULL)
    {
      g_autoptr(GMenuModel) columns =
        academy_table_columns_create_menu (academy_table_get_columns (self->table), field);

      g_menu_append_submenu (menu, _("_Columns and Order"), columns);
    }

  return G_MENU_MODEL (menu);
}

static void
academy_plan_page_dispose (GObject *object)
{
  AcademyPlanPage *self = ACADEMY_PLAN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PLAN_PAGE);
  g_clear_object (&self->measures);
  g_clear_object (&self->organisation);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_plan_page_parent_class)->dispose (object);
}

static void
academy_plan_page_class_init (AcademyPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_plan_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, form_title);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, tools);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, table_bin);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, bulk_bar);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, form_stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AcademyPlanPage, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_form_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_sidebar_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);

  gtk_widget_class_install_action (widget_class, "plan.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "plan.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "plan.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "plan.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "plan.paste", NULL, paste_action);
}

static void
add_list_shortcuts (AcademyPlanPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("plan.delete")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("plan.paste")));
  gtk_widget_add_controller (GTK_WIDGET (self->list_stack), controller);
}

/* Returns to the list when the draft in the form is discarded. */
static void
leave_cb (AcademyPlanPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  gtk_widget_grab_focus (get_list (self));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  return academy_forms_leave_draft (widget);
}

static void
add_form_shortcut (AcademyPlanPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->form_stack), controller);
}

static void
academy_plan_page_init (AcademyPlanPage *self)
{
  g_type_ensure (ACADEMY_TYPE_BULK_BAR);
  g_type_ensure (ACADEMY_TYPE_TABLE_TOOLS);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_list_shortcuts (self);
  academy_context_menu_attach (GTK_WIDGET (self->list_view), create_context_menu, self);
  academy_click_activates (self->list_view);
  add_form_shortcut (self);
}

static void
add_forms (AcademyPlanPage *self)
{
  self->plan_column = academy_column_new ();
  self->measure_column = academy_column_new ();
  self->plan_form = ACADEMY_FORM (academy_form_new (self->store, &academy_plan_kind));
  self->measure_form = ACADEMY_FORM (academy_form_new (self->store, &academy_measure_kind));
  g_signal_connect_object (self->measure_form, "open", G_CALLBACK (academy_item_dialog_open), self->store,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->measure_form, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  self->dependencies = ACADEMY_DEPENDENCIES (academy_dependencies_new (self->store));
  academy_column_append (self->measure_column, GTK_WIDGET (self->measure_form));
  academy_column_append (self->measure_column, GTK_WIDGET (self->dependencies));
  academy_column_append (self->plan_column, GTK_WIDGET (self->plan_form));
  academy_sections_append (self->plan_column, self->store, academy_plan_kind.page, self->organisation);
  gtk_stack_add_named (self->form_stack, GTK_WIDGET (self->plan_column), "plan");
  gtk_stack_add_named (self->form_stack, GTK_WIDGET (self->measure_column), "measure");
}

static void
show_plan (AcademyPlanPage *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) plan = academy_store_get_first (self->store, &academy_plan_kind,
                                                         academy_item_get_id (self->organisation), &error);

  if (plan == NULL)
    academy_store_report (self->store, error);
  academy_form_set_item (self->plan_form, plan);
  update_progress (self);
}

/**
 * academy_plan_page_show_view:
 * @self: a page
 * @view: `measures`, `timeline`, `pilot` or `risks`
 *
 * Shows the list of measures with its forms, or another view of the plan.
 */
void
academy_plan_page_show_view (AcademyPlanPage *self,
                             const char      *view)
{
  gtk_stack_set_visible_child_name (self->view_stack, view);
}

/**
 * academy_plan_page_get_view:
 * @self: a page
 *
 * Returns: the name of the visible view, as in academy_plan_page_show_view()
 */
const char *
academy_plan_page_get_view (AcademyPlanPage *self)
{
  return gtk_stack_get_visible_child_name (self->view_stack);
}

/**
 * academy_plan_page_has_view:
 * @view: (nullable): the name of a view of an organisation, or the page of a kind
 *
 * Returns: whether it is a view of the plan other than that of the measures
 */
gboolean
academy_plan_page_has_view (const char *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, view) == 0)
      return TRUE;

  return FALSE;
}

/* Returns the measure that an item belongs to, if any. */
static AcademyItem *
get_measure_of (AcademyPlanPage *self,
                AcademyItem     *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  if (kind->joins[1] != NULL)
    return academy_store_get_linked (self->store, item, kind->joins[1], NULL);

  return kind == &academy_measure_kind ? g_object_ref (item) : NULL;
}

/* Shows the plan itself, with its milestones. */
static gboolean
show_plan_item (AcademyPlanPage *self,
                AcademyShow      show)
{
  if (is_form_open (self) && get_measure (self) == NULL)
    return TRUE;

  return show != ACADEMY_SHOW_IF_SHOWN && open_form (self, NULL);
}

/* Shows a measure in the list, or a part of it in its form. Who writes in a form
 * is not put into another. */
static gboolean
show_plan_measure (AcademyPlanPage *self,
                   AcademyItem     *measure,
                   gboolean         in_form,
                   AcademyShow      show)
{
  gboolean is_open = is_form_open (self) && get_measure (self) != NULL;

  if (is_open ? measure == get_measure (self) : !in_form && measure == academy_table_get_item (self->table))
    {
      if (show == ACADEMY_SHOW_IF_SHOWN || is_open)
        return TRUE;
    }
  if (show == ACADEMY_SHOW_IF_SHOWN || (is_open && show == ACADEMY_SHOW_BESIDE && !is_focus_in_list (self)))
    return FALSE;

  if (!academy_table_model_find (self->measures, measure, NULL))
    academy_table_tools_clear (self->tools);
  if (!academy_table_model_find (self->measures, measure, NULL))
    return FALSE;
  if ((is_open || in_form || self->is_narrow) && !open_form (self, measure))
    return FALSE;

  if (is_focus_in_list (self) || show == ACADEMY_SHOW_GO)
    focus_in_list (self, measure);
  else
    select_measure (self, measure);
  return TRUE;
}

/**
 * academy_plan_page_show_item:
 * @self: a page
 * @item: a part of the plan
 * @show: whether to navigate to @item
 *
 * Returns: whether @item is visible
 */
gboolean
academy_plan_page_show_item (AcademyPlanPage *self,
                             AcademyItem     *item,
                             AcademyShow      show)
{
  g_autoptr(AcademyItem) measure = get_measure_of (self, item);
  const AcademyKind *kind = academy_item_get_kind (item);
  const char *view = academy_plan_page_has_view (kind->page) ? kind->page : "measures";

  if (is_shown (self, "timeline") && (kind->role != ACADEMY_TIME_NONE || g_str_equal (view, "measures")))
    {
      /* Selecting the item makes it the target of keys. */
      if (show != ACADEMY_SHOW_IF_SHOWN)
        academy_timeline_view_show_item (get_timeline (self), academy_item_get_id (measure != NULL ? measure : item));
      return TRUE;
    }

  if (!is_shown (self, view))
    {
      if (show != ACADEMY_SHOW_GO)
        return FALSE;
      academy_plan_page_show_view (self, view);
    }
  if (!g_str_equal (view, "measures"))
    return TRUE;
  if (measure == NULL)
    return show_plan_item (self, show);

  return show_plan_measure (self, measure, measure != item, show);
}

/**
 * academy_plan_page_new:
 * @store: a store
 * @organisation: the organisation of the plan
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
academy_plan_page_new (AcademyStore *store,
                       AcademyItem  *organisation)
{
  AcademyPlanPage *self = g_object_new (ACADEMY_TYPE_PLAN_PAGE, NULL);
  g_autoptr(GtkListItemFactory) factory = academy_measure_row_factory_new (store);
  AcademyQuery query = { .owner = academy_item_get_id (organisation) };

  self->store = g_object_ref (store);
  self->organisation = g_object_ref (organisation);
  self->measures = academy_table_model_new (store, &academy_measure_kind, &query);
  self->table = ACADEMY_TABLE (academy_table_new (self->measures, academy_preferences_get_settings ()));
  academy_table_set_parent (self->table, organisation);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
  academy_context_menu_attach (GTK_WIDGET (self->table), create_context_menu, self);
  academy_table_tools_set_table (self->tools, self->table);
  academy_bulk_bar_set_table (self->bulk_bar, self->table);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.add", !academy_store_is_read_only (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.duplicate", !academy_store_is_read_only (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.delete", !academy_store_is_read_only (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.paste", !academy_store_is_read_only (store));
  add_forms (self);
  show_plan (self);
  show_measure (self, NULL);

  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measures, "items-changed", G_CALLBACK (update_list), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  update_list (self);

  return GTK_WIDGET (self);
}

/**
 * academy_plan_page_set_organisation:
 * @self: a page
 * @organisation: another organisation
 *
 * Shows the plan of @organisation, in the same view, with no measure selected.
 */
void
academy_plan_page_set_organisation (AcademyPlanPage *self,
                                    AcademyItem     *organisation)
{
  g_set_object (&self->organisation, organisation);
  self->is_adding = FALSE;
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  show_measure (self, NULL);
  self->is_stale = TRUE;
  show_plan (self);
  academy_sections_set_owner (GTK_WIDGET (self->plan_column), organisation);

  academy_column_rewind (self->plan_column);
  academy_column_rewind (self->measure_column);

  set_sections (self);
  adw_bin_set_child (self->timeline_bin, NULL);
  view_changed_cb (self);
}
