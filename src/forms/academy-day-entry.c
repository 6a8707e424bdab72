/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-day-entry.h"

#include "academy-clock.h"
#include "academy-day-button.h"
#include "academy-error-row.h"
#include "academy-language-parse.h"
#include "academy-typing.h"

struct _AcademyDayEntry {
  AdwEntryRow      parent_instance;

  /* Owned */
  AcademyErrorRow *error_row;
  AcademyTyping   *typing;
  char            *refused;

  AcademyNear      near;
};

G_DEFINE_FINAL_TYPE (AcademyDayEntry, academy_day_entry, ADW_TYPE_ENTRY_ROW)

/**
 * AcademyDayEntry:
 *
 * A row for a day that belongs to no item, to type it or to pick it from a
 * calendar. It parses, formats and reports errors like a date in a form. An empty
 * row means no day.
 */

static gboolean
read_day (AcademyDayEntry  *self,
          GDate            *day,
          GError          **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  g_date_clear (day, 1);
  return *text == '\0' || academy_language_parse_date (academy_language_get_default (), text, &self->near, day, error);
}

static void
show_error (AcademyDayEntry *self)
{
  g_autoptr(GError) error = NULL;
  const char *message = self->refused;
  GDate day;

  if (!read_day (self, &day, &error))
    message = error->message;
  academy_error_row_show (self->error_row, GTK_WIDGET (self),
                          GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))), message);
}

/* Rewrites a valid day in the format of the language. */
static void
write_day (AcademyDayEntry *self)
{
  g_autofree char *text = NULL;
  GDate day;

  if (!read_day (self, &day, NULL) || !g_date_valid (&day))
    return;

  text = academy_language_format_date (academy_language_get_default (), &day);
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self))))
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/* Leave the text alone while the row has the focus: the date may be unfinished. */
static void
paused_cb (AcademyDayEntry *self)
{
  if (!academy_typing_has_focus (self->typing))
    write_day (self);
  show_error (self);
}

static void
activated_cb (AcademyDayEntry *self)
{
  write_day (self);
  show_error (self);
}

/* Hides the error while it is being corrected. */
static void
changed_cb (AcademyDayEntry *self)
{
  g_clear_pointer (&self->refused, g_free);
  academy_error_row_show (self->error_row, GTK_WIDGET (self),
                          GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))), NULL);
}

static GDate *
choose_day_cb (AcademyDayEntry *self)
{
  GDate day;

  if (!read_day (self, &day, NULL) || !g_date_valid (&day))
    academy_near_get_day (&self->near, &day);
  return g_date_copy (&day);
}

static void
picked_cb (AcademyDayEntry *self,
           const GDate     *day)
{
  g_autofree char *text = academy_language_format_date (academy_language_get_default (), day);

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
closed_cb (AcademyDayEntry *self)
{
  adw_entry_row_grab_focus_without_selecting (ADW_ENTRY_ROW (self));
}

static void
academy_day_entry_dispose (GObject *object)
{
  AcademyDayEntry *self = ACADEMY_DAY_ENTRY (object);

  g_clear_object (&self->typing);
  g_clear_object (&self->error_row);
  g_clear_pointer (&self->refused, g_free);

  G_OBJECT_CLASS (academy_day_entry_parent_class)->dispose (object);
}

static void
academy_day_entry_class_init (AcademyDayEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_day_entry_dispose;
}

static void
academy_day_entry_init (AcademyDayEntry *self)
{
  academy_near_init (&self->near, academy_clock_get_day ());
  self->error_row = g_object_ref_sink (ACADEMY_ERROR_ROW (academy_error_row_new ()));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (activated_cb), NULL);
  self->typing = academy_typing_new (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))));
  g_signal_connect_object (self->typing, "paused", G_CALLBACK (paused_cb), self, G_CONNECT_SWAPPED);
}

/**
 * academy_day_entry_new:
 * @title: the name of the day
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
academy_day_entry_new (const char *title)
{
  AcademyDayEntry *self = g_object_new (ACADEMY_TYPE_DAY_ENTRY, "title", title, NULL);
  GtkWidget *button = academy_day_button_add (ADW_ENTRY_ROW (self), title);

  g_signal_connect_object (button, "choose-day", G_CALLBACK (choose_day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * academy_day_entry_get_error_row:
 * @self: a row
 *
 * Returns: (transfer none): the row with the error message, to be placed below
 *   @self
 */
GtkWidget *
academy_day_entry_get_error_row (AcademyDayEntry *self)
{
  return GTK_WIDGET (self->error_row);
}

/**
 * academy_day_entry_set_near:
 * @self: a row
 * @near: hints about the day
 */
void
academy_day_entry_set_near (AcademyDayEntry   *self,
                            const AcademyNear *near)
{
  self->near = *near;
}

/**
 * academy_day_entry_get_day:
 * @self: a row
 * @day: (out caller-allocates): the day; invalid when the row is empty
 *
 * Returns: whether the row holds a day or is empty
 */
gboolean
academy_day_entry_get_day (AcademyDayEntry *self,
                           GDate           *day)
{
  return read_day (self, day, NULL);
}

/**
 * academy_day_entry_refuse:
 * @self: a row
 * @message: (nullable): the reason why the typed day is not allowed, or %NULL
 *   when it is
 */
void
academy_day_entry_refuse (AcademyDayEntry *self,
                          const char      *message)
{
  g_set_str (&self->refused, message);
  if (!academy_typing_has_focus (self->typing))
    show_error (self);
}
