/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-cell.h"

#include <glib/gi18n-lib.h>

#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-line.h"

#define DATE_CHARS 11
#define INDENT     18

struct _AcademyTimelineCell {
  GtkWidget             parent_instance;

  /* Owned */
  GtkWidget            *label;
  AcademyLine          *row;

  /* Borrowed */
  GtkColumnViewCell    *view_cell;

  AcademyTimelineColumn column;
};

G_DEFINE_FINAL_TYPE (AcademyTimelineCell, academy_timeline_cell, GTK_TYPE_WIDGET)

/**
 * AcademyTimelineCell:
 *
 * A cell of the table: the text of a row in a column.
 *
 * Accessibility: role `generic`; the label in it is read.
 */

/* A column is wide enough for so many characters, unless the user makes it
 * narrower; the column of titles gets the room that is left. */
static const struct {
  const char   *title;
  const char   *field;
  AcademyOrder  order;
  int           chars;
  gboolean      at_end;
} columns[ACADEMY_N_COLUMNS] = {
  [ACADEMY_COLUMN_TITLE] = { N_("Title"), NULL, ACADEMY_ORDER_TITLE, 30 },
  [ACADEMY_COLUMN_OWNER] = { N_("Owner role"), "owner_role", ACADEMY_ORDER_OWNER, 18 },
  [ACADEMY_COLUMN_START] = { N_("Start date"), NULL, ACADEMY_ORDER_START, DATE_CHARS },
  [ACADEMY_COLUMN_END] = { N_("End date"), NULL, ACADEMY_ORDER_END, DATE_CHARS },
  [ACADEMY_COLUMN_STATUS] = { N_("Status"), NULL, ACADEMY_ORDER_STATUS, 0 },
  [ACADEMY_COLUMN_PROGRESS] = { N_("Progress, %"), NULL, ACADEMY_ORDER_PROGRESS, 5, TRUE },
  [ACADEMY_COLUMN_PRIORITY] = { N_("Priority, 1–3"), "priority", ACADEMY_ORDER_PRIORITY, 1, TRUE },
  [ACADEMY_COLUMN_GOALS] = { N_("Impact goals"), NULL, ACADEMY_ORDER_GOALS, 24 },
  [ACADEMY_COLUMN_PERSON_DAYS] = { N_("Person-days"), "person_days", ACADEMY_ORDER_PERSON_DAYS, 6, TRUE },
  [ACADEMY_COLUMN_COST] = { N_("Cost, €"), "cost", ACADEMY_ORDER_COST, 13, TRUE },
  [ACADEMY_COLUMN_DEPENDS] = { N_("Depends on"), NULL, ACADEMY_ORDER_DEPENDS, 3 },
};

static char *
dup_date (AcademyDay day)
{
  GDate date;

  if (day == 0)
    return NULL;

  date = academy_date_from_julian (day);
  return academy_language_format_date (academy_language_get_default (), &date);
}

/* Writes an unsure span in words, in the column of the start alone. */
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

/* Formats a field as the form of the item does. */
static char *
dup_field (AcademyItem *item,
           const char  *name)
{
  const AcademyField *field = item != NULL ? academy_kind_find_field (academy_item_get_kind (item), name) : NULL;

  return field != NULL ? academy_language_format_value (academy_language_get_default (), field,
                                                        academy_item_get_value (item, field)) : NULL;
}

static char *
dup_cell (AcademyLine          *row,
          AcademyTimelineColumn column)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyBar *bar = academy_line_get_bar (row);

  switch (column)
    {
    case ACADEMY_COLUMN_TITLE:
      return academy_line_dup_title (row, language);
    case ACADEMY_COLUMN_OWNER:
    case ACADEMY_COLUMN_PRIORITY:
    case ACADEMY_COLUMN_PERSON_DAYS:
    case ACADEMY_COLUMN_COST:
      return dup_field (academy_line_get_item (row), columns[column].field);
    case ACADEMY_COLUMN_START:
      return dup_start (bar);
    case ACADEMY_COLUMN_END:
      return bar->span.unsure ? NULL : dup_date (bar->span.end);
    case ACADEMY_COLUMN_STATUS:
      return academy_line_dup_state (row, language);
    case ACADEMY_COLUMN_GOALS:
      return academy_line_dup_goals (row, language);
    case ACADEMY_COLUMN_PROGRESS:
      return bar->progress >= 0 ? g_strdup_printf (_("%d%%"), bar->progress) : NULL;
    case ACADEMY_COLUMN_DEPENDS:
      return dup_depends (bar);
    case ACADEMY_N_COLUMNS:
    default:
      return NULL;
    }
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
update (AcademyTimelineCell *self)
{
  g_autofree char *text = dup_cell (self->row, self->column);
  gboolean heading = academy_line_is_heading (self->row);

  gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_margin_start (self->label, self->column == ACADEMY_COLUMN_TITLE && !heading ? INDENT : 0);
  set_css_class (self->label, "heading", heading);
  set_css_class (self->label, "overdue",
                 self->column == ACADEMY_COLUMN_STATUS && academy_line_get_bar (self->row)->overdue > 0);
}

/* Shows an ellipsized text complete in the tooltip. */
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

/* Returns the length of the longest text in the column of the status, of a measure
 * or of a heading. */
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
unbind (AcademyTimelineCell *self)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_clear_object (&self->row);
}

static void
academy_timeline_cell_dispose (GObject *object)
{
  AcademyTimelineCell *self = ACADEMY_TIMELINE_CELL (object);

  unbind (self);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (academy_timeline_cell_parent_class)->dispose (object);
}

static void
academy_timeline_cell_class_init (AcademyTimelineCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_timeline_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
academy_timeline_cell_init (AcademyTimelineCell *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (self->label, TRUE);
  g_signal_connect (self->label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *view_cell,
          gpointer                  data)
{
  AcademyTimelineCell *self = g_object_new (ACADEMY_TYPE_TIMELINE_CELL, NULL);

  self->column = GPOINTER_TO_INT (data);
  self->view_cell = view_cell;
  gtk_label_set_xalign (GTK_LABEL (self->label), columns[self->column].at_end ? 1 : 0);
  gtk_label_set_width_chars (GTK_LABEL (self->label),
                             self->column == ACADEMY_COLUMN_STATUS ? get_status_chars () : columns[self->column].chars);
  gtk_column_view_cell_set_child (view_cell, GTK_WIDGET (self));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *view_cell)
{
  AcademyTimelineCell *self = ACADEMY_TIMELINE_CELL (gtk_column_view_cell_get_child (view_cell));

  self->row = g_object_ref (gtk_column_view_cell_get_item (view_cell));
  g_signal_connect_object (self->row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *view_cell)
{
  unbind (ACADEMY_TIMELINE_CELL (gtk_column_view_cell_get_child (view_cell)));
}

/**
 * academy_timeline_cell_factory_new:
 * @column: a column
 *
 * Returns: (transfer full): a factory of the cells of @column
 */
GtkListItemFactory *
academy_timeline_cell_factory_new (AcademyTimelineColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

/**
 * academy_timeline_cell_get_position:
 * @self: a cell
 *
 * Returns: the position of its row
 */
guint
academy_timeline_cell_get_position (AcademyTimelineCell *self)
{
  return gtk_column_view_cell_get_position (self->view_cell);
}

/**
 * academy_timeline_column_get_title:
 * @column: a column
 *
 * Returns: the title of @column, before translation
 */
const char *
academy_timeline_column_get_title (AcademyTimelineColumn column)
{
  return columns[column].title;
}

/**
 * academy_timeline_column_get_order:
 * @column: a column
 *
 * Returns: the order of measures that a click on the title of @column chooses
 */
AcademyOrder
academy_timeline_column_get_order (AcademyTimelineColumn column)
{
  return columns[column].order;
}
