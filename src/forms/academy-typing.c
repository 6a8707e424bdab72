/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-typing.h"

#define PAUSE_MS 1000

struct _AcademyTyping {
  GObject                  parent_instance;

  /* Owned */
  char                    *group;
  GtkEventControllerFocus *focus;

  guint                    timeout_id;
  gboolean                 pending;
  gboolean                 has_focus;
};

enum {
  PAUSED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyTyping, academy_typing, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/**
 * AcademyTyping:
 *
 * Says when what is typed into a widget is to be saved: after a second without
 * typing, and when the focus leaves. What is typed between the focus coming
 * and going is one group, and so one step of undo.
 */

static void
pause_typing (AcademyTyping *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_signal_emit (self, signals[PAUSED], 0);
}

static void
timeout_cb (gpointer data)
{
  AcademyTyping *self = data;

  self->timeout_id = 0;
  pause_typing (self);
}

static void
leave_cb (AcademyTyping *self)
{
  self->has_focus = FALSE;
  pause_typing (self);
}

static void
enter_cb (AcademyTyping *self)
{
  static guint serial;

  self->has_focus = TRUE;
  g_free (self->group);
  self->group = g_strdup_printf ("typing %u", ++serial);
}

static void
academy_typing_dispose (GObject *object)
{
  AcademyTyping *self = ACADEMY_TYPING (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->group, g_free);

  G_OBJECT_CLASS (academy_typing_parent_class)->dispose (object);
}

static void
academy_typing_class_init (AcademyTypingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_typing_dispose;

  /**
   * AcademyTyping::paused:
   * @self: the typing
   *
   * Emitted when what is typed is to be saved and shown as it was understood.
   */
  signals[PAUSED] = g_signal_new ("paused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_typing_init (AcademyTyping *self)
{
}

/**
 * academy_typing_new:
 * @widget: (transfer none): the widget that is typed into
 *
 * Returns: (transfer full): the typing into @widget
 */
AcademyTyping *
academy_typing_new (GtkWidget *widget)
{
  AcademyTyping *self = g_object_new (ACADEMY_TYPE_TYPING, NULL);

  self->focus = GTK_EVENT_CONTROLLER_FOCUS (g_object_ref (gtk_event_controller_focus_new ()));
  g_signal_connect_swapped (self->focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (self->focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->focus));

  return self;
}

/* Something was typed. */
void
academy_typing_touch (AcademyTyping *self)
{
  self->pending = TRUE;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_once (PAUSE_MS, timeout_cb, self);
}

/* Whether something was typed that is not saved; it counts as saved from now. */
gboolean
academy_typing_take_pending (AcademyTyping *self)
{
  gboolean pending = self->pending;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->pending = FALSE;
  return pending;
}

gboolean
academy_typing_is_pending (AcademyTyping *self)
{
  return self->pending;
}

gboolean
academy_typing_has_focus (AcademyTyping *self)
{
  return self->has_focus;
}

const char *
academy_typing_get_group (AcademyTyping *self)
{
  return self->group;
}
