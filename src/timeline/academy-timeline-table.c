/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-table.h"

#include <glib/gi18n-lib.h>

#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-timeline-row.h"

#define DATE_CHARS 11

typedef enum {
  COLUMN_TITLE,
  COLUMN_OWNER,
  COLUMN_START,
  COLUMN_END,
  COLUMN_STATUS,
  COLUMN_PROGRESS,
  COLUMN_PRIORITY,
  COLUMN_GOALS,
  COLUMN_PERSON_DAYS,
  COLUMN_COST,
  COLUMN_DEPENDS,
  N_COLUMNS
} Column;

/* What is written in so many characters is not cut, unless somebody makes the
 * column narrower; a title is the first to get more room. */
static const struct {
  const char   *title;
  const char   *field;
  AcademyOrder  order;
  int           chars;
  gboolean      at_end;
} columns[N_COLUMNS] = {
  [COLUMN_TITLE] = { N_("Title"), NULL, ACADEMY_ORDER_TITLE, 30 },
  [COLUMN_OWNER] = { N_("Owner role"), "owner_role", ACADEMY_ORDER_OWNER, 18 },
  [COLUMN_START] = { N_("Start date"), NULL, ACADEMY_ORDER_START, DATE_CHARS },
  [COLUMN_END] = { N_("End date"), NULL, ACADEMY_ORDER_END, DATE_CHARS },
  [COLUMN_STATUS] = { N_("Status"), NULL, ACADEMY_ORDER_STATUS, 0 },
  [COLUMN_PROGRESS] = { N_("Progress, %"), NULL, ACADEMY_ORDER_PROGRESS, 5, TRUE },
  [COLUMN_PRIORITY] = { N_("Priority, 1–3"), "priority", ACADEMY_ORDER_PRIORITY, 1, TRUE },
  [COLUMN_GOALS] = { N_("Impact goals"), NULL, ACADEMY_ORDER_GOALS, 24 },
  [COLUMN_PERSON_DAYS] = { N_("Person-days"), "person_days", ACADEMY_ORDER_PERSON_DAYS, 6, TRUE },
  [COLUMN_COST] = { N_("Cost, €"), "cost", ACADEMY_ORDER_COST, 13, TRUE },
  [COLUMN_DEPENDS] = { N_("Depends on"), NULL, ACADEMY_ORDER_DEPENDS, 3 },
};

static char *
dup_date (guint32 day)
{
  GDate date;

  if (day == 0)
    return NULL;

  date = academy_date_from_julian (day);
  return academy_language_format_date (academy_language_get_default (), &date);
}

/* What is known to the month is said once, and in words. */
static char *
dup_start (const AcademyBar *bar)
{
  if (bar->shape == ACADEMY_SHAPE_NONE)
    return NULL;
  if (bar->span.unsure)
    return academy_span_format (&bar->span, academy_language_get_default ());

  return dup_date (bar->span.start);
}

static char *
dup_depends (const AcademyBar *bar)
{
  if (bar->n_waits == 0)
    return NULL;
  if (bar->n_broken > 0)
    /* Translators: on how many measures it depends, and for how many it starts too early */
    return g_strdup_printf (_("%u (%u too early)"), bar->n_waits, bar->n_broken);

  return g_strdup_printf ("%u", bar->n_waits);
}

/* As it is written in the form of the item. */
static char *
dup_field (AcademyItem *item,
           const char  *name)
{
  const AcademyField *field = item != NULL ? academy_kind_find_field (academy_item_get_kind (item), name) : NULL;

  return field != NULL ? academy_language_format_value (academy_language_get_default (), field,
                                                        academy_item_get_value (item, field)) : NULL;
}

static char *
dup_cell (AcademyTimelineRow *row,
          Column              column)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyBar *bar = academy_timeline_row_get_bar (row);

  switch (column)
    {
    case COLUMN_TITLE:
      return academy_timeline_row_dup_title (row, language);
    case COLUMN_OWNER:
    case COLUMN_PRIORITY:
    case COLUMN_PERSON_DAYS:
    case COLUMN_COST:
      return dup_field (academy_timeline_row_get_item (row), columns[column].field);
    case COLUMN_START:
      return dup_start (bar);
    case COLUMN_END:
      return bar->span.unsure ? NULL : dup_date (bar->span.end);
    case COLUMN_STATUS:
      return academy_timeline_row_dup_state (row, language);
    case COLUMN_GOALS:
      return academy_timeline_row_dup_goals (row, language);
    case COLUMN_PROGRESS:
      return bar->progress >= 0 ? g_strdup_printf (_("%d%%"), bar->progress) : NULL;
    case COLUMN_DEPENDS:
      return dup_depends (bar);
    case N_COLUMNS:
    default:
      return NULL;
    }
}

/* A column and its cells are named by the title, as it is before translation. */
static Column
find_column (const char *title)
{
  Column column = 0;

  while (!g_str_equal (columns[column].title, title))
    column++;
  return column;
}

static void
show_cell (GtkLabel           *label,
           AcademyTimelineRow *row)
{
  Column column = find_column (gtk_widget_get_name (GTK_WIDGET (label)));
  g_autofree char *text = dup_cell (row, column);

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_margin_start (GTK_WIDGET (label), column == COLUMN_TITLE && !academy_timeline_row_is_heading (row) ? 18 : 0);
  if (academy_timeline_row_is_heading (row))
    gtk_widget_add_css_class (GTK_WIDGET (label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "heading");
  if (column == COLUMN_STATUS && academy_timeline_row_get_bar (row)->overdue > 0)
    gtk_widget_add_css_class (GTK_WIDGET (label), "overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "overdue");
}

static void
row_changed_cb (AcademyTimelineRow *row,
                GtkLabel           *label)
{
  show_cell (label, row);
}

/* What is cut is told whole. */
static gboolean
query_tooltip_cb (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return TRUE;
}

/* The longest that a measure says in its column, or a heading of many. */
static int
get_status_chars (void)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyField *field = academy_kind_find_field (&academy_measure_kind, "status");
  g_autofree char *done = academy_bar_format_done_short (99, 99, 99, language);
  glong longest = g_utf8_strlen (done, -1);

  for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
    {
      g_autofree char *late = academy_bar_format_overdue (academy_language_translate (language, choice->label), language);

      longest = MAX (longest, g_utf8_strlen (late, -1));
    }

  return longest;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *cell,
          gpointer                  data)
{
  Column column = GPOINTER_TO_INT (data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_name (label, columns[column].title);
  gtk_label_set_xalign (GTK_LABEL (label), columns[column].at_end ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), column == COLUMN_STATUS ? get_status_chars () : columns[column].chars);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (label), "cell", cell);
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell)
{
  GtkLabel *label = GTK_LABEL (gtk_column_view_cell_get_child (cell));
  AcademyTimelineRow *row = gtk_column_view_cell_get_item (cell);

  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), label, 0);
  show_cell (label, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_cell_get_item (cell), row_changed_cb,
                                        gtk_column_view_cell_get_child (cell));
}

/* What a screen reader says of the whole row. */
static void
describe_row (GtkColumnViewRow   *view_row,
              AcademyTimelineRow *row)
{
  g_autofree char *title = academy_timeline_row_dup_title (row, academy_language_get_default ());
  g_autofree char *description = academy_timeline_row_dup_description (row, academy_language_get_default ());

  gtk_column_view_row_set_accessible_label (view_row, title);
  gtk_column_view_row_set_accessible_description (view_row, description);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewRow         *view_row)
{
  AcademyTimelineRow *row = gtk_column_view_row_get_item (view_row);

  g_signal_connect_object (row, "changed", G_CALLBACK (describe_row), view_row, G_CONNECT_SWAPPED);
  describe_row (view_row, row);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewRow         *view_row)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (view_row), describe_row, view_row);
}

static GtkListItemFactory *
create_factory (Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

/* A column only says how the file puts measures in order. */
static int
keep_order (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  return 0;
}

static AcademyOrder
get_order (GtkColumnViewColumn *column)
{
  return columns[find_column (gtk_column_view_column_get_id (column))].order;
}

/**
 * academy_timeline_table_get_order:
 * @table: a table
 * @descending: (out): whether the last comes first
 *
 * Returns: what the columns ask the measures to be put in order by
 */
AcademyOrder
academy_timeline_table_get_order (GtkWidget *table,
                                  gboolean  *descending)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (table)));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  *descending = column != NULL && gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  return column != NULL ? get_order (column) : ACADEMY_ORDER_START;
}

/**
 * academy_timeline_table_set_order:
 * @table: a table
 * @order: what the measures are put in order by
 * @descending: whether the last comes first
 *
 * Shows @order in the head of its column.
 */
void
academy_timeline_table_set_order (GtkWidget    *table,
                                  AcademyOrder  order,
                                  gboolean      descending)
{
  GtkSortType direction = descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;
  GListModel *all = gtk_column_view_get_columns (GTK_COLUMN_VIEW (table));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      if (get_order (column) == order)
        gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (table), column, direction);
    }
}

static GtkColumnViewCell *
find_cell (GtkWidget *widget)
{
  GtkColumnViewCell *cell = g_object_get_data (G_OBJECT (widget), "cell");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && cell == NULL;
       child = gtk_widget_get_next_sibling (child))
    cell = find_cell (child);

  return cell;
}

/**
 * academy_timeline_table_get_rows:
 * @table: a table
 *
 * Returns: (transfer none): the widget that holds the rows, below the heads of
 *   the columns
 */
GtkWidget *
academy_timeline_table_get_rows (GtkWidget *table)
{
  GtkWidget *child = gtk_widget_get_last_child (table);

  while (!GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_prev_sibling (child);

  return child;
}

/**
 * academy_timeline_table_get_position:
 * @table: a table
 * @x: a point of its rows
 * @y: the point
 *
 * Returns: the position of the row at the point, or %GTK_INVALID_LIST_POSITION
 */
guint
academy_timeline_table_get_position (GtkWidget *table,
                                     double     x,
                                     double     y)
{
  GtkWidget *rows = academy_timeline_table_get_rows (table);
  GtkWidget *row = gtk_widget_pick (rows, x, y, GTK_PICK_DEFAULT);
  GtkColumnViewCell *cell;

  while (row != NULL && row != rows && gtk_widget_get_parent (row) != rows)
    row = gtk_widget_get_parent (row);
  cell = row != NULL && row != rows ? find_cell (row) : NULL;

  return cell != NULL ? gtk_column_view_cell_get_position (cell) : GTK_INVALID_LIST_POSITION;
}

/**
 * academy_timeline_table_new:
 * @selection: a selection model over the lines of a timeline
 *
 * Returns: (transfer floating): the lines as a table
 */
GtkWidget *
academy_timeline_table_new (GtkSelectionModel *selection)
{
  GtkWidget *view = gtk_column_view_new (g_object_ref (selection));
  g_autoptr(GtkListItemFactory) row_factory = gtk_signal_list_item_factory_new ();

  for (Column i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].title), create_factory (i));
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (keep_order, NULL, NULL));

      gtk_column_view_column_set_expand (column, i == COLUMN_TITLE);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_id (column, columns[i].title);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }

  g_signal_connect (row_factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (row_factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_column_view_set_row_factory (GTK_COLUMN_VIEW (view), row_factory);
  gtk_column_view_set_tab_behavior (GTK_COLUMN_VIEW (view), GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline as a table"), -1);
  gtk_widget_add_css_class (view, "data-table");

  return view;
}
