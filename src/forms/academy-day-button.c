/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-day-button.h"

#include <glib/gi18n-lib.h>

#include "academy-date.h"
#include "academy-language.h"

struct _AcademyDayButton {
  AdwBin         parent_instance;

  /* Owned */
  char          *label;

  /* Borrowed */
  GtkMenuButton *button;
  GtkCalendar   *calendar;

  gboolean       pressed_on_day;
};

enum {
  CHOOSE,
  PICKED,
  CLOSED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyDayButton, academy_day_button, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/**
 * AcademyDayButton:
 *
 * A button beside a date, which opens a calendar. The day that is selected when
 * it opens can be picked like any other.
 *
 * Accessibility: the calendar is a group named after the field of the date; each
 * day is announced when it is selected.
 *
 * Keys: in the calendar, the arrows go to another day, Page Up and Page Down to
 * another month, with Ctrl to another year; Enter and the space bar pick. Tab
 * skips the button, because the row has keys for it.
 */

/* Steps of the keys in a calendar. */
static const struct {
  guint           key;
  GdkModifierType modifiers;
  int             years;
  int             months;
  int             days;
} steps[] = {
  { GDK_KEY_Left, 0, 0, 0, -1 },
  { GDK_KEY_Right, 0, 0, 0, 1 },
  { GDK_KEY_Up, 0, 0, 0, -7 },
  { GDK_KEY_Down, 0, 0, 0, 7 },
  { GDK_KEY_Page_Up, 0, 0, -1, 0 },
  { GDK_KEY_Page_Down, 0, 0, 1, 0 },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, -1, 0, 0 },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, 1, 0, 0 },
};

static void
get_day (GtkCalendar *calendar,
         GDate       *day)
{
  g_autoptr(GDateTime) selected = gtk_calendar_get_date (calendar);

  *day = academy_date_from_instant (selected);
}

static void
announce_day (AcademyDayButton *self)
{
  g_autoptr(GDateTime) selected = gtk_calendar_get_date (self->calendar);
  g_autofree char *weekday = g_date_time_format (selected, "%A");
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  GDate day;

  get_day (self->calendar, &day);
  text = academy_language_format_date (academy_language_get_default (), &day);
  /* Translators: a day in a calendar: “Tuesday 19 Oct 2021” */
  message = g_strdup_printf (_("%s %s"), weekday, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
pick (AcademyDayButton *self)
{
  GDate day;

  get_day (self->calendar, &day);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[PICKED], 0, &day);
}

static void
move (AcademyDayButton *self,
      int               years,
      int               months,
      int               days)
{
  g_autoptr(GDateTime) selected = gtk_calendar_get_date (self->calendar);
  g_autoptr(GDateTime) day = g_date_time_add_full (selected, years, months, days, 0, 0, 0);

  if (day == NULL)
    return;

  gtk_calendar_select_day (self->calendar, day);
  announce_day (self);
}

/* Handles the arrow keys itself: GTK moves only a focus mark with them, without
 * selecting or announcing the day. */
static gboolean
key_pressed_cb (AcademyDayButton *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (!gtk_widget_has_focus (GTK_WIDGET (self->calendar)))
    return GDK_EVENT_PROPAGATE;

  if (modifiers == 0 && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter ||
                         keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space))
    {
      pick (self);
      return GDK_EVENT_STOP;
    }

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].key == keyval && steps[i].modifiers == modifiers)
      {
        move (self, steps[i].years, steps[i].months, steps[i].days);
        return GDK_EVENT_STOP;
      }

  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (AcademyDayButton *self,
            int               n_press,
            double            x,
            double            y)
{
  GtkWidget *pressed = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  self->pressed_on_day = pressed != NULL && gtk_widget_has_css_class (pressed, "day-number");
}

/* Picks a day on release, since the calendar emits no signal for the day that is
 * already selected. */
static void
released_cb (AcademyDayButton *self)
{
  if (self->pressed_on_day)
    pick (self);
}

static void
closed_cb (AcademyDayButton *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
shown_cb (AcademyDayButton *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
  announce_day (self);
}

static GtkWidget *
create_calendar (AcademyDayButton *self)
{
  GtkWidget *calendar = g_object_new (GTK_TYPE_CALENDAR, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  /* Translators: the name of the field that the date is for */
  g_autofree char *name = g_strdup_printf (_("Calendar: %s"), self->label);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (calendar, keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (calendar, GTK_EVENT_CONTROLLER (click));

  return calendar;
}

static void
select_day (AcademyDayButton *self,
            const GDate      *day)
{
  g_autoptr(GDateTime) time = g_date_time_new_local (g_date_get_year (day), g_date_get_month (day),
                                                     g_date_get_day (day), 0, 0, 0);

  if (time != NULL)
    gtk_calendar_select_day (self->calendar, time);
}

/* Creates a new calendar each time, so that it keeps nothing of the previous
 * item. */
static void
create_popover (GtkMenuButton *button,
                gpointer       data)
{
  AcademyDayButton *self = data;
  GtkWidget *popover = gtk_popover_new ();
  g_autoptr(GDate) day = NULL;

  self->calendar = GTK_CALENDAR (create_calendar (self));
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  g_signal_connect_object (popover, "map", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);

  g_signal_emit (self, signals[CHOOSE], 0, &day);
  if (day != NULL)
    select_day (self, day);
}

static void
academy_day_button_finalize (GObject *object)
{
  g_free (ACADEMY_DAY_BUTTON (object)->label);

  G_OBJECT_CLASS (academy_day_button_parent_class)->finalize (object);
}

static void
academy_day_button_class_init (AcademyDayButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_day_button_finalize;

  /**
   * AcademyDayButton::choose-day:
   * @self: the button
   *
   * Emitted before the calendar opens.
   *
   * Returns: (transfer full) (nullable): the day to select, or %NULL for today
   */
  signals[CHOOSE] = g_signal_new ("choose-day", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_DATE, 0);

  /**
   * AcademyDayButton::picked:
   * @self: the button
   * @day: the day
   *
   * Emitted when a day is picked, after the calendar has closed.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DATE);

  /**
   * AcademyDayButton::closed:
   * @self: the button
   *
   * Emitted when the calendar closes, whether a day was picked or not.
   */
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_day_button_init (AcademyDayButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->button)), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * academy_day_button_new:
 * @label: the name of the field of the date
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
academy_day_button_new (const char *label)
{
  AcademyDayButton *self = g_object_new (ACADEMY_TYPE_DAY_BUTTON, NULL);
  /* Translators: the name of the field that the date is for */
  g_autofree char *name = g_strdup_printf (_("Pick a date: %s"), label);

  self->label = g_strdup (label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);

  return GTK_WIDGET (self);
}

/**
 * academy_day_button_popup:
 * @self: a button
 *
 * Opens the calendar.
 */
void
academy_day_button_popup (AcademyDayButton *self)
{
  gtk_menu_button_popup (self->button);
}

static gboolean
popup_cb (GtkWidget *row,
          GVariant  *arguments,
          gpointer   data)
{
  academy_day_button_popup (data);
  return TRUE;
}

/**
 * academy_day_button_add:
 * @row: an entry for a day
 * @label: the name of the field of the date
 *
 * Adds a button to @row, and its keys: Alt+Down and F4.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
academy_day_button_add (AdwEntryRow *row,
                        const char  *label)
{
  GtkWidget *button = academy_day_button_new (label);
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *down = gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK);
  GtkShortcutTrigger *f4 = gtk_keyval_trigger_new (GDK_KEY_F4, 0);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_alternative_trigger_new (down, f4),
                                                          gtk_callback_action_new (popup_cb, button, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (row), controller);
  adw_entry_row_add_suffix (row, button);

  return button;
}
