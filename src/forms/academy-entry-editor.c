/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-entry-editor.h"

#include <glib/gi18n-lib.h>

#include "academy-language-parse.h"
#include "academy-typing.h"

struct _AcademyEntryEditor {
  AcademyEditor  parent_instance;

  /* Owned */
  AcademyTyping *typing;

  /* Borrowed */
  AdwEntryRow   *row;
  GtkCalendar   *calendar;
  GtkPopover    *popover;

  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (AcademyEntryEditor, academy_entry_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyEntryEditor:
 *
 * The editor of everything that is typed on one line. A date can be picked
 * from a calendar as well.
 */

/* The days of the item, and of the plan that it is in. */
static void
init_near (AcademyEntryEditor *self,
           AcademyNear        *near)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  g_autoptr(GError) error = NULL;

  academy_near_init_for (near, academy_editor_get_item (editor), academy_editor_get_field (editor));
  if (!academy_store_get_days (academy_editor_get_store (editor), academy_editor_get_item (editor),
                               &near->first, &near->last, &error))
    academy_store_report (academy_editor_get_store (editor), error);
}

/* @minutes are how long it takes, where the end was typed as well. */
static gboolean
parse (AcademyEntryEditor  *self,
       GValue              *value,
       gint64              *minutes,
       GError             **error)
{
  const AcademyField *field = academy_editor_get_field (ACADEMY_EDITOR (self));
  AcademyItem *item = academy_editor_get_item (ACADEMY_EDITOR (self));
  const AcademyField *duration = academy_kind_get_duration (academy_item_get_kind (item), field);
  AcademyNear near;

  if (field->type == ACADEMY_DATE || field->type == ACADEMY_INSTANT)
    init_near (self, &near);
  else
    academy_near_init (&near);

  academy_value_init (field, value);
  *minutes = ACADEMY_UNSET;
  return academy_language_parse_value (academy_language_get_default (), field,
                                       gtk_editable_get_text (GTK_EDITABLE (self->row)), &near, value,
                                       duration != NULL ? minutes : NULL, error);
}

static void
set_text (AcademyEntryEditor *self,
          const GValue       *value)
{
  const AcademyField *field = academy_editor_get_field (ACADEMY_EDITOR (self));
  g_autofree char *text = academy_language_format_value (academy_language_get_default (), field, value);

  self->showing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->row)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  self->showing = FALSE;
}

/* While somebody types, what means the same is not written in another way. */
static void
academy_entry_editor_show (AcademyEditor *editor,
                           const GValue  *value)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);
  g_auto(GValue) typed = G_VALUE_INIT;
  gint64 minutes;

  if (academy_typing_is_pending (self->typing) ||
      (academy_typing_has_focus (self->typing) && parse (self, &typed, &minutes, NULL) &&
       minutes == ACADEMY_UNSET && academy_value_equal (academy_editor_get_field (editor), &typed, value)))
    return;

  set_text (self, value);
  academy_editor_show_error (editor, NULL);
}

/* One edit sets both the start and the duration. */
static void
commit_with_duration (AcademyEntryEditor *self,
                      const GValue       *value,
                      gint64              minutes)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  const AcademyKind *kind = academy_item_get_kind (academy_editor_get_item (editor));
  const AcademyField *field = academy_kind_get_duration (kind, academy_editor_get_field (editor));
  g_auto(GValue) duration = G_VALUE_INIT;

  academy_value_init (field, &duration);
  g_value_set_int64 (&duration, minutes);
  academy_editor_commit_with (editor, value, field, &duration, academy_typing_get_group (self->typing));
}

static void
academy_entry_editor_flush (AcademyEditor *editor)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  gint64 minutes;

  if (!academy_typing_take_pending (self->typing) && !academy_editor_has_error (editor))
    return;

  if (!parse (self, &value, &minutes, &error))
    academy_editor_show_error (editor, error->message);
  else if (minutes != ACADEMY_UNSET)
    commit_with_duration (self, &value, minutes);
  else
    academy_editor_commit (editor, &value, academy_typing_get_group (self->typing));
}

static void
changed_cb (AcademyEntryEditor *self)
{
  if (!self->showing)
    academy_typing_touch (self->typing);
}

/* Once the focus has left, what was saved is written as it is everywhere. */
static void
paused_cb (AcademyEntryEditor *self)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  AcademyItem *item = academy_editor_get_item (editor);

  academy_editor_flush (editor);
  if (item != NULL && !academy_editor_has_error (editor) && !academy_typing_has_focus (self->typing))
    set_text (self, academy_item_get_value (item, academy_editor_get_field (editor)));
}

static void
day_selected_cb (AcademyEntryEditor *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  paused_cb (self);
}

/* The calendar opens on the date of the field. */
static void
popover_shown_cb (AcademyEntryEditor *self)
{
  g_auto(GValue) value = G_VALUE_INIT;
  const GDate *date;
  g_autoptr(GDateTime) day = NULL;
  gint64 minutes;

  if (!parse (self, &value, &minutes, NULL) || g_value_get_boxed (&value) == NULL)
    return;

  date = g_value_get_boxed (&value);
  day = g_date_time_new_local (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 0, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static GtkWidget *
create_calendar_button (AcademyEntryEditor *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: the name of the field that the date is for */
  g_autofree char *name = g_strdup_printf (_("Pick a date: %s"), academy_editor_get_label (ACADEMY_EDITOR (self)));

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown_cb), self);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkInputPurpose
get_purpose (const AcademyField *field)
{
  switch (field->type)
    {
    case ACADEMY_EMAIL:
      return GTK_INPUT_PURPOSE_EMAIL;
    case ACADEMY_URI:
      return GTK_INPUT_PURPOSE_URL;
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

static GtkWidget *
academy_entry_editor_create_row (AcademyEditor *editor)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);
  const AcademyField *field = academy_editor_get_field (editor);

  self->row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), academy_editor_get_label (editor));
  /* Ctrl+Z takes back the edit, wherever the focus is. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->row), FALSE);
  adw_entry_row_set_input_purpose (self->row, get_purpose (field));
  if (field->type == ACADEMY_DATE)
    adw_entry_row_add_suffix (self->row, create_calendar_button (self));

  self->typing = academy_typing_new (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->row))));
  g_signal_connect_object (self->typing, "paused", G_CALLBACK (paused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "entry-activated", G_CALLBACK (paused_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->row);
}

static GtkWidget *
academy_entry_editor_get_control (AcademyEditor *editor)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (ACADEMY_ENTRY_EDITOR (editor)->row)));
}

static void
academy_entry_editor_dispose (GObject *object)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (object);

  G_OBJECT_CLASS (academy_entry_editor_parent_class)->dispose (object);

  g_clear_object (&self->typing);
}

static void
academy_entry_editor_class_init (AcademyEntryEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_entry_editor_dispose;
  editor_class->create_row = academy_entry_editor_create_row;
  editor_class->get_control = academy_entry_editor_get_control;
  editor_class->show = academy_entry_editor_show;
  editor_class->flush = academy_entry_editor_flush;
}

static void
academy_entry_editor_init (AcademyEntryEditor *self)
{
}
