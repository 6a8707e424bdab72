/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-hints-button.h"

#include <glib/gi18n-lib.h>

#include "academy-hints.h"
#include "academy-kinds.h"
#include "academy-organisation.h"

#define MOST_ROWS    100
#define MOST_COUNTED 99

struct _AcademyHintsButton {
  AdwBin               parent_instance;

  /* Template children */
  GtkLabel            *count;
  GtkPopover          *popover;
  GtkListBox          *list;

  /* Borrowed */
  AcademyTimelineView *view;
};

G_DEFINE_FINAL_TYPE (AcademyHintsButton, academy_hints_button, ADW_TYPE_BIN)

/**
 * AcademyHintsButton:
 *
 * A button with the number of hints about a timeline, which lists them and
 * scrolls to their items. Without hints it is hidden.
 */

#define ACADEMY_TYPE_HINT_ROW (academy_hint_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyHintRow, academy_hint_row, ACADEMY, HINT_ROW, GtkListBoxRow)

struct _AcademyHintRow {
  GtkListBoxRow  parent_instance;

  /* Owned */
  AcademyHint   *hint;
};

G_DEFINE_FINAL_TYPE (AcademyHintRow, academy_hint_row, GTK_TYPE_LIST_BOX_ROW)

static void
academy_hint_row_finalize (GObject *object)
{
  g_clear_pointer (&ACADEMY_HINT_ROW (object)->hint, academy_hint_free);

  G_OBJECT_CLASS (academy_hint_row_parent_class)->finalize (object);
}

static void
academy_hint_row_class_init (AcademyHintRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_hint_row_finalize;
}

static void
academy_hint_row_init (AcademyHintRow *self)
{
}

/* Adds the name of the organisation when the timeline shows the whole programme. */
static char *
dup_text (const AcademyHint    *hint,
          AcademyTimelineModel *model)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autofree char *name = NULL;

  if (academy_timeline_model_get_organisation (model) != NULL || hint->organisation == NULL)
    return g_strdup (hint->text);

  organisation = academy_store_get (academy_timeline_model_get_store (model), &academy_organisation_kind,
                                    hint->organisation, NULL);
  if (organisation == NULL)
    return g_strdup (hint->text);

  name = academy_organisation_dup_short_name (organisation, academy_language_get_default ());
  /* Translators: an organisation, and a hint about its dates */
  return g_strdup_printf (_("%s: %s"), name, hint->text);
}

static GtkListBoxRow *
create_row (void)
{
  GtkWidget *row = g_object_new (ACADEMY_TYPE_HINT_ROW, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);

  return GTK_LIST_BOX_ROW (row);
}

/* Leaves a row as it is when its text has not changed, since most edits change none
 * or few of them. */
static void
fill_row (GtkListBoxRow        *row,
          const AcademyHint    *hint,
          AcademyTimelineModel *model)
{
  g_autofree char *text = dup_text (hint, model);
  GtkLabel *label = GTK_LABEL (gtk_list_box_row_get_child (row));

  g_clear_pointer (&ACADEMY_HINT_ROW (row)->hint, academy_hint_free);
  ACADEMY_HINT_ROW (row)->hint = academy_hint_copy (hint);
  if (g_str_equal (gtk_label_get_label (label), text))
    return;

  gtk_label_set_label (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Makes the rows, of which there are none until somebody looks at them. */
static void
fill_list (AcademyHintsButton *self)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (self->view);
  GPtrArray *hints = academy_timeline_model_get_hints (model);
  guint n_rows = hints != NULL ? MIN (hints->len, MOST_ROWS) : 0;
  GtkListBoxRow *row;

  for (guint i = 0; i < n_rows; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, i);
      if (row == NULL)
        {
          row = create_row ();
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      fill_row (row, g_ptr_array_index (hints, i), model);
    }

  while ((row = gtk_list_box_get_row_at_index (self->list, n_rows)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
update (AcademyHintsButton   *self,
        AcademyTimelineModel *model)
{
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));
  GPtrArray *hints = academy_timeline_model_get_hints (model);
  guint n_hints = hints != NULL ? hints->len : 0;
  /* Limit the number, since the toolbar may have little room. */
  g_autofree char *number = g_strdup_printf (n_hints > MOST_COUNTED ? "%u+" : "%u", MIN (n_hints, MOST_COUNTED));
  g_autofree char *tooltip = g_strdup_printf (ngettext ("%u hint", "%u hints", n_hints), n_hints);

  gtk_widget_set_visible (GTK_WIDGET (self), n_hints > 0);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    fill_list (self);
  /* A new tooltip makes GTK show the one at the pointer, even if the parent is hidden. */
  if (n_hints == 0 || g_strcmp0 (gtk_widget_get_tooltip_text (button), tooltip) == 0)
    return;

  gtk_label_set_label (self->count, number);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

static void
row_activated_cb (AcademyHintsButton *self,
                  GtkListBoxRow      *row)
{
  const AcademyHint *hint = ACADEMY_HINT_ROW (row)->hint;

  gtk_popover_popdown (self->popover);
  if (hint->item == NULL)
    academy_timeline_view_show_day (self->view, hint->day);
  else if (!academy_timeline_view_show_item (self->view, hint->item))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-item", "(ss)", hint->kind->name, hint->item);
}

static void
academy_hints_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_HINTS_BUTTON);

  G_OBJECT_CLASS (academy_hints_button_parent_class)->dispose (object);
}

static void
academy_hints_button_class_init (AcademyHintsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_hints_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-hints-button.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyHintsButton, count);
  gtk_widget_class_bind_template_child (widget_class, AcademyHintsButton, popover);
  gtk_widget_class_bind_template_child (widget_class, AcademyHintsButton, list);
  gtk_widget_class_bind_template_callback (widget_class, fill_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
academy_hints_button_init (AcademyHintsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_hints_button_set_view:
 * @self: a button
 * @view: a timeline that outlives @self
 *
 * Shows the hints about @view.
 */
void
academy_hints_button_set_view (AcademyHintsButton  *self,
                               AcademyTimelineView *view)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (view);

  self->view = view;
  g_signal_connect_object (model, "hints-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self, model);
}
