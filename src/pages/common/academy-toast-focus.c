/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-toast-focus.h"

#define ACADEMY_TYPE_TOAST_FOCUS (academy_toast_focus_get_type ())

G_DECLARE_FINAL_TYPE (AcademyToastFocus, academy_toast_focus, ACADEMY, TOAST_FOCUS, GObject)

struct _AcademyToastFocus {
  GObject          parent_instance;

  /* Borrowed */
  AdwToastOverlay *overlay;
  GtkWidget       *before;
};

G_DEFINE_FINAL_TYPE (AcademyToastFocus, academy_toast_focus, G_TYPE_OBJECT)

/**
 * AcademyToastFocus:
 *
 * The widget that had the focus before it moved to a toast, and gets it back when
 * the toast is dismissed.
 */

static void
academy_toast_focus_dispose (GObject *object)
{
  AcademyToastFocus *self = ACADEMY_TOAST_FOCUS (object);

  g_clear_weak_pointer (&self->overlay);
  g_clear_weak_pointer (&self->before);

  G_OBJECT_CLASS (academy_toast_focus_parent_class)->dispose (object);
}

static void
academy_toast_focus_class_init (AcademyToastFocusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_toast_focus_dispose;
}

static void
academy_toast_focus_init (AcademyToastFocus *self)
{
}

static gboolean
is_in_toast (AcademyToastFocus *self,
             GtkWidget         *focus)
{
  GtkWidget *child = adw_toast_overlay_get_child (self->overlay);

  return gtk_widget_is_ancestor (focus, GTK_WIDGET (self->overlay)) && focus != child && !gtk_widget_is_ancestor (focus, child);
}

static void
focus_changed_cb (AcademyToastFocus *self,
                  GParamSpec        *pspec,
                  GtkRoot           *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (self->overlay != NULL && focus != NULL && !is_in_toast (self, focus))
    g_set_weak_pointer (&self->before, focus);
}

/* Restores the focus: GTK would move it to the first widget of the window. */
static void
dismissed_cb (AdwToast *toast,
              gpointer  data)
{
  AcademyToastFocus *self = data;
  GtkRoot *root = self->overlay != NULL ? gtk_widget_get_root (GTK_WIDGET (self->overlay)) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && self->before != NULL && is_in_toast (self, focus))
    gtk_widget_grab_focus (self->before);
}

static void
release (gpointer  data,
         GClosure *closure)
{
  g_object_unref (data);
}

/**
 * academy_toast_focus_follow:
 * @toast: a toast
 * @overlay: the overlay that will show it, in a window
 *
 * When @toast is dismissed with the focus in it, moves the focus back to where it
 * was before.
 */
void
academy_toast_focus_follow (AdwToast        *toast,
                            AdwToastOverlay *overlay)
{
  AcademyToastFocus *self = g_object_new (ACADEMY_TYPE_TOAST_FOCUS, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (overlay));

  g_set_weak_pointer (&self->overlay, overlay);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_data (toast, "dismissed", G_CALLBACK (dismissed_cb), self, release, 0);
  focus_changed_cb (self, NULL, root);
}
