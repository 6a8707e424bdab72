/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-first-frame.h"

typedef struct {
  AcademyFirstFrameFunc func;
  gboolean              drawn;
} Wait;

/* Waits for the second tick: the first one precedes the first frame. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Wait *wait = data;

  if (!wait->drawn)
    {
      wait->drawn = TRUE;
      return G_SOURCE_CONTINUE;
    }

  wait->func (widget);
  return G_SOURCE_REMOVE;
}

/**
 * academy_first_frame_wait:
 * @widget: a widget
 * @func: the function to call
 *
 * Calls @func after the window of @widget has drawn its first frame, so that the
 * window appears without delay; at once if it has drawn one already.
 */
void
academy_first_frame_wait (GtkWidget             *widget,
                          AcademyFirstFrameFunc  func)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  Wait *wait;

  if (clock != NULL && gdk_frame_clock_get_frame_counter (clock) > 0)
    {
      func (widget);
      return;
    }

  wait = g_new0 (Wait, 1);
  wait->func = func;
  gtk_widget_add_tick_callback (widget, tick_cb, wait, g_free);
}
