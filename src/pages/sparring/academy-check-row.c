/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-check-row.h"

struct _AcademyCheckRow {
  AdwActionRow    parent_instance;

  /* Owned */
  AcademyItem    *item;

  /* Borrowed */
  GtkCheckButton *check;

  gboolean        is_showing;
};

enum {
  CHECKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyCheckRow, academy_check_row, ADW_TYPE_ACTION_ROW)

static guint signals[N_SIGNALS];

/**
 * AcademyCheckRow:
 *
 * An item to tick: who is there, or a question that was asked. A click ticks it and
 * leaves the focus where it is, so that somebody who writes notes can go on.
 */

/* Leaves clicks on the other buttons of the row to them. */
static void
pressed_cb (AcademyCheckRow *self,
            int              n_press,
            double           x,
            double           y,
            GtkGesture      *gesture)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  gboolean is_button = target != NULL && gtk_widget_get_ancestor (target, GTK_TYPE_BUTTON) != NULL;

  gtk_gesture_set_state (gesture, is_button ? GTK_EVENT_SEQUENCE_DENIED : GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released_cb (AcademyCheckRow *self)
{
  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

static void
toggled_cb (AcademyCheckRow *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[CHECKED], 0, self->item, gtk_check_button_get_active (self->check));
}

static void
academy_check_row_dispose (GObject *object)
{
  g_clear_object (&ACADEMY_CHECK_ROW (object)->item);

  G_OBJECT_CLASS (academy_check_row_parent_class)->dispose (object);
}

static void
academy_check_row_class_init (AcademyCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_check_row_dispose;

  /**
   * AcademyCheckRow::checked:
   * @self: a row
   * @item: its item
   * @checked: whether it is ticked now
   *
   * Emitted when somebody ticks it, or takes the tick away.
   */
  signals[CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, ACADEMY_TYPE_ITEM, G_TYPE_BOOLEAN);
}

static void
academy_check_row_init (AcademyCheckRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * academy_check_row_new:
 * @item: an item
 *
 * Returns: (transfer floating): an empty row for @item
 */
GtkWidget *
academy_check_row_new (AcademyItem *item)
{
  AcademyCheckRow *self = g_object_new (ACADEMY_TYPE_CHECK_ROW, NULL);

  self->item = g_object_ref (item);
  return GTK_WIDGET (self);
}

AcademyItem *
academy_check_row_get_item (AcademyCheckRow *self)
{
  return self->item;
}

/**
 * academy_check_row_show:
 * @self: a row
 * @title: its title
 * @subtitle: the text below it
 * @checked: whether it is ticked
 *
 * Shows what the file has, without emitting #AcademyCheckRow::checked.
 */
void
academy_check_row_show (AcademyCheckRow *self,
                        const char      *title,
                        const char      *subtitle,
                        gboolean         checked)
{
  self->is_showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_check_button_set_active (self->check, checked);
  self->is_showing = FALSE;
}
