/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-session-focus.h"

/* What is typed during a session is a note: the focus goes to the entry when what had it
 * has ended, be it a menu, a dialog or a row that is deleted, and at Escape. GTK would
 * give it to a neighbour, which is a button as a rule. */

typedef struct {
  /* Borrowed */
  GtkWidget           *place;
  AcademySessionNotes *notes;
  GtkRoot             *root;
  GtkWidget           *last;

  guint                idle_id;
  gboolean             had_focus;
  gboolean             was_over;
} Focus;

/* Whether a widget is in something that lies over the page. */
static gboolean
is_over (GtkWidget *widget)
{
  return widget != NULL && (gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL ||
                            gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG) != NULL);
}

static gboolean
has_dialog (Focus *self)
{
  return ADW_IS_APPLICATION_WINDOW (self->root) &&
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->root)) != NULL;
}

static void
idle_cb (gpointer data)
{
  Focus *self = data;

  self->idle_id = 0;
  if (!is_over (gtk_root_get_focus (self->root)) && !has_dialog (self))
    academy_session_notes_take_focus (self->notes);
}

static void
focus_cb (Focus *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  gboolean is_gone = self->had_focus && (self->last == NULL || !gtk_widget_get_mapped (self->last));

  /* Not before the next iteration: what has ended may still move the focus. */
  if (!is_over (focus) && (self->was_over || is_gone) && self->idle_id == 0)
    self->idle_id = g_idle_add_once (idle_cb, self);

  self->was_over = is_over (focus) || has_dialog (self);
  self->had_focus = focus != NULL;
  g_set_weak_pointer (&self->last, focus);
}

static void
unmap_cb (Focus *self)
{
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, focus_cb, self);
  g_clear_weak_pointer (&self->root);
  g_clear_weak_pointer (&self->last);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->had_focus = FALSE;
  self->was_over = FALSE;
}

static void
map_cb (Focus *self)
{
  unmap_cb (self);
  g_set_weak_pointer (&self->root, gtk_widget_get_root (self->place));
  g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (focus_cb), self);
}

static void
free_focus (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  Focus *self = data;

  academy_session_notes_start (self->notes);
  return TRUE;
}

/**
 * academy_session_focus_attach:
 * @place: the part of a page that has the notes of a session
 * @notes: the notes
 *
 * Gives the focus to the entry of @notes when something else in @place or over it has
 * ended.
 */
void
academy_session_focus_attach (GtkWidget           *place,
                              AcademySessionNotes *notes)
{
  Focus *self = g_new0 (Focus, 1);
  GtkEventController *controller = gtk_shortcut_controller_new ();

  self->place = place;
  self->notes = notes;
  g_signal_connect_swapped (place, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (place, "unmap", G_CALLBACK (unmap_cb), self);
  g_signal_connect_data (place, "destroy", G_CALLBACK (unmap_cb), self, free_focus, G_CONNECT_SWAPPED);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (place, controller);
}
