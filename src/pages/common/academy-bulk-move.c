/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-bulk-move.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "academy-calendar.h"
#include "academy-span.h"

/* As in the template. */
#define MOST_STEPS 999

struct _AcademyBulkMove {
  GtkPopover          parent_instance;

  /* Template children */
  GtkSpinButton      *number;
  GtkDropDown        *step;
  AdwToggleGroup     *direction;
  GtkLabel           *preview;
  GtkWidget          *move_button;

  /* Owned */
  AcademyTableModel  *model;
  GArray             *spans;
};

G_DEFINE_FINAL_TYPE (AcademyBulkMove, academy_bulk_move, GTK_TYPE_POPOVER)

/**
 * AcademyBulkMove:
 *
 * By how much to move the selected rows of a table, in days, working days or
 * weeks, and what becomes of their days. Its button activates `bulk.move`.
 */

/* What the selected rows span together. */
typedef struct {
  AcademyDay first;
  AcademyDay last;
  guint      n_days_off;
} Extent;

static void
add_day (Extent     *extent,
         AcademyDay  day)
{
  if (day == 0)
    return;

  extent->first = extent->first != 0 ? MIN (extent->first, day) : day;
  extent->last = MAX (extent->last, day);
}

static void
add_span (Extent            *extent,
          const AcademySpan *span)
{
  add_day (extent, span->start);
  add_day (extent, span->end);
  if (span->unsure)
    return;

  extent->n_days_off += span->start != 0 && !academy_calendar_is_working_day (span->start);
  extent->n_days_off += span->end != 0 && span->end != span->start && !academy_calendar_is_working_day (span->end);
}

/* Reads what is typed, which is no value until the button is left; 0 if it is no
 * such number. */
static int
get_n_steps (AcademyBulkMove *self)
{
  int number = g_ascii_strtoll (gtk_editable_get_text (GTK_EDITABLE (self->number)), NULL, 10);

  if (number < 1 || number > MOST_STEPS)
    return 0;

  return g_str_equal (adw_toggle_group_get_active_name (self->direction), "earlier") ? -number : number;
}

static AcademySpanStep
get_step (AcademyBulkMove *self)
{
  static const AcademySpanStep steps[] = { ACADEMY_SPAN_WORKING_DAYS, ACADEMY_SPAN_DAYS, ACADEMY_SPAN_WEEKS };

  return steps[gtk_drop_down_get_selected (self->step)];
}

static char *
dup_day (AcademyDay day)
{
  return academy_language_format_day (academy_language_get_default (), day);
}

static char *
dup_preview (const Extent *before,
             const Extent *after,
             guint         n_undated)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *first = dup_day (before->first);
  g_autofree char *last = dup_day (before->last);
  g_autofree char *new_first = dup_day (after->first);
  g_autofree char *new_last = dup_day (after->last);
  g_autofree char *n_stay = academy_language_format_number (language, n_undated);
  g_autofree char *n_days_off = academy_language_format_number (language, after->n_days_off);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, _("The first day moves from %s to %s, and the last day from %s to %s."), first, new_first, last,
                   new_last);
  if (after->n_days_off > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%s new day is a day off.", "%s new days are days off.", after->n_days_off),
                              n_days_off);
    }
  if (n_undated > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%s row has no day and stays as it is.",
                                              "%s rows have no days and stay as they are.", n_undated), n_stay);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
update (AcademyBulkMove *self)
{
  Extent before = { 0 }, after = { 0 };
  g_autofree char *text = NULL;

  /* The template notifies while it is built. */
  if (self->model == NULL)
    return;

  for (guint i = 0; i < self->spans->len; i++)
    {
      AcademySpan span = g_array_index (self->spans, AcademySpan, i);

      add_span (&before, &span);
      academy_span_move (&span, get_n_steps (self), get_step (self));
      add_span (&after, &span);
    }

  gtk_widget_set_sensitive (self->move_button, self->spans->len > 0 && get_n_steps (self) != 0);
  if (self->spans->len > 0)
    text = dup_preview (&before, &after, academy_table_model_count_selected (self->model) - self->spans->len);
  gtk_label_set_label (self->preview, text != NULL ? text : _("The selected rows have no days that could be moved."));
}

static void
move_cb (AcademyBulkMove *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "bulk.move", "(ii)", get_n_steps (self), get_step (self));
}

static void
activate_cb (AcademyBulkMove *self)
{
  if (gtk_widget_get_sensitive (self->move_button))
    move_cb (self);
}

/* Reads what is selected now. */
static void
academy_bulk_move_show (GtkWidget *widget)
{
  AcademyBulkMove *self = ACADEMY_BULK_MOVE (widget);
  g_autoptr(GPtrArray) items = academy_table_model_get_selected_items (self->model);

  g_array_set_size (self->spans, 0);
  for (guint i = 0; i < items->len; i++)
    {
      AcademySpan span;

      if (academy_span_get (items->pdata[i], &span))
        g_array_append_val (self->spans, span);
    }
  update (self);

  GTK_WIDGET_CLASS (academy_bulk_move_parent_class)->show (widget);
}

static void
academy_bulk_move_dispose (GObject *object)
{
  AcademyBulkMove *self = ACADEMY_BULK_MOVE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_BULK_MOVE);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (academy_bulk_move_parent_class)->dispose (object);
}

static void
academy_bulk_move_finalize (GObject *object)
{
  g_array_unref (ACADEMY_BULK_MOVE (object)->spans);

  G_OBJECT_CLASS (academy_bulk_move_parent_class)->finalize (object);
}

static void
academy_bulk_move_class_init (AcademyBulkMoveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_bulk_move_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_bulk_move_finalize;
  widget_class->show = academy_bulk_move_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-bulk-move.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyBulkMove, number);
  gtk_widget_class_bind_template_child (widget_class, AcademyBulkMove, step);
  gtk_widget_class_bind_template_child (widget_class, AcademyBulkMove, direction);
  gtk_widget_class_bind_template_child (widget_class, AcademyBulkMove, preview);
  gtk_widget_class_bind_template_child (widget_class, AcademyBulkMove, move_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
}

static void
academy_bulk_move_init (AcademyBulkMove *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (AcademySpan));
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Enter in a spin button sets its value, and tells nobody. */
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->number)), "activate", G_CALLBACK (activate_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * academy_bulk_move_set_model:
 * @self: a popover without a model, in a widget with the action `bulk.move`
 * @model: the rows of a table
 */
void
academy_bulk_move_set_model (AcademyBulkMove   *self,
                             AcademyTableModel *model)
{
  self->model = g_object_ref (model);
}
