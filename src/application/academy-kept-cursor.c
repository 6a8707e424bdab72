/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kept-cursor.h"

struct _AcademyKeptCursor {
  GObject               parent_instance;

  /* Borrowed */
  AdwApplicationWindow *window;
  GtkEditable          *text;
  GtkEditable          *kept;

  guint                 idle_id;
  int                   start;
  int                   end;
  gboolean              has_dialog;
};

G_DEFINE_FINAL_TYPE (AcademyKeptCursor, academy_kept_cursor, G_TYPE_OBJECT)

/**
 * AcademyKeptCursor:
 *
 * Keeps the cursor of a text while a dialog is open. When a dialog closes, the
 * focus returns as with Tab, with all of the text selected, so that the next key
 * would replace it.
 */

static void
focus_changed_cb (AcademyKeptCursor *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  if (GTK_IS_TEXT (focus) && adw_application_window_get_visible_dialog (self->window) == NULL)
    g_set_weak_pointer (&self->text, GTK_EDITABLE (focus));
}

static void
restore (gpointer data)
{
  AcademyKeptCursor *self = data;

  self->idle_id = 0;
  if (self->kept != NULL && gtk_root_get_focus (GTK_ROOT (self->window)) == GTK_WIDGET (self->kept))
    gtk_editable_select_region (self->kept, self->start, self->end);
  g_clear_weak_pointer (&self->kept);
}

static void
dialog_changed_cb (AcademyKeptCursor *self)
{
  gboolean has_dialog = adw_application_window_get_visible_dialog (self->window) != NULL;

  if (has_dialog == self->has_dialog)
    return;

  self->has_dialog = has_dialog;
  if (has_dialog)
    {
      /* Remember the text: when the dialog closes, another one may get the focus. */
      g_set_weak_pointer (&self->kept, self->text);
      if (self->kept != NULL && !gtk_editable_get_selection_bounds (self->kept, &self->start, &self->end))
        self->start = self->end = gtk_editable_get_position (self->kept);
    }
  else if (!has_dialog && self->idle_id == 0)
    {
      /* Restore it later, since the focus returns after this notification. */
      self->idle_id = g_idle_add_once (restore, self);
    }
}

static void
academy_kept_cursor_dispose (GObject *object)
{
  AcademyKeptCursor *self = ACADEMY_KEPT_CURSOR (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_weak_pointer (&self->text);
  g_clear_weak_pointer (&self->kept);

  G_OBJECT_CLASS (academy_kept_cursor_parent_class)->dispose (object);
}

static void
academy_kept_cursor_class_init (AcademyKeptCursorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_kept_cursor_dispose;
}

static void
academy_kept_cursor_init (AcademyKeptCursor *self)
{
}

/**
 * academy_kept_cursor_new:
 * @window: the window that owns it
 *
 * Returns: (transfer full): a keeper of the cursor in the texts of @window
 */
AcademyKeptCursor *
academy_kept_cursor_new (AdwApplicationWindow *window)
{
  AcademyKeptCursor *self = g_object_new (ACADEMY_TYPE_KEPT_CURSOR, NULL);

  self->window = window;
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::visible-dialog", G_CALLBACK (dialog_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
