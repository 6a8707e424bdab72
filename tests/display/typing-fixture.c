/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "typing-fixture.h"

#include "academy-kinds.h"

const char * const typing_texts[] = { "title", "description" };

static void
set_up (Typing       *self,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr(GError) error = NULL;

  self->store = test_create_programme ("example");
  self->item = academy_store_get_first (self->store, &academy_measure_kind, NULL, &error);
  g_assert_no_error (error);
  self->form = ACADEMY_FORM (academy_form_new (self->store, &academy_measure_kind));
  academy_form_set_item (self->form, self->item);
  self->search = gtk_search_entry_new ();
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  self->window = test_present (box);
}

static void
tear_down (Typing       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->item);
  g_assert_finalize_object (self->store);
}

GtkWidget *
typing_get_focus (Typing *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

static void
type_key (GtkWidget  *focus,
          const char *key)
{
  GtkTextBuffer *buffer;

  if (GTK_IS_EDITABLE (focus))
    {
      gtk_editable_delete_selection (GTK_EDITABLE (focus));
      g_signal_emit_by_name (focus, "insert-at-cursor", key);
      return;
    }

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  g_signal_emit_by_name (focus, "insert-at-cursor", key);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (focus), gtk_text_buffer_get_insert (buffer));
}

/* As the keys of @text do, one after the other, where the focus is. */
void
typing_type (Typing    *self,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *key = g_utf8_substring (p, 0, 1);

      type_key (typing_get_focus (self), key);
    }
}

/* Goes to a field with the cursor at the end of its text, which is @text. */
void
typing_start (Typing    *self,
              const char *field,
              const char *text)
{
  test_set_text (self->store, self->item, field, text);
  academy_form_start (self->form, field);
  g_signal_emit_by_name (typing_get_focus (self), "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
}

/* The X server takes a selection away again that comes at once after another. */
void
typing_select_all (Typing *self)
{
  GtkWidget *focus = typing_get_focus (self);
  GtkTextIter from, to;

  test_settle (self->window);
  if (GTK_IS_EDITABLE (focus))
    {
      gtk_editable_select_region (GTK_EDITABLE (focus), 0, -1);
      return;
    }

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), &from, &to);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), &from, &to);
}

static char *
dup_shown (Typing *self)
{
  GtkWidget *focus = typing_get_focus (self);
  g_autofree char *text = NULL;

  if (GTK_IS_EDITABLE (focus))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "text", &text, NULL);
  return g_steal_pointer (&text);
}

static gboolean
has_changed (gpointer data)
{
  Typing *self = data;
  g_autofree char *shown = dup_shown (self);

  return !g_str_equal (shown, g_object_get_data (G_OBJECT (self->window), "before"));
}

void
typing_paste (Typing    *self,
              const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), text);
  g_object_set_data_full (G_OBJECT (self->window), "before", dup_shown (self), g_free);
  g_signal_emit_by_name (typing_get_focus (self), "paste-clipboard");
  test_wait_for (has_changed, self);
}

void
typing_assert_saved (Typing    *self,
                     const char *field,
                     const char *text)
{
  g_assert_cmpstr (academy_item_get_text (self->item, field), ==, text);
}

void
typing_assert_shown (Typing    *self,
                     const char *text)
{
  g_autofree char *shown = dup_shown (self);

  g_assert_cmpstr (shown, ==, text);
}

void
typing_undo (Typing *self)
{
  g_autoptr(GError) error = NULL;

  if (academy_forms_undo_typing (GTK_ROOT (self->window), FALSE))
    return;

  academy_store_undo (self->store, &error);
  g_assert_no_error (error);
}

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

void
typing_wait_for_seconds (double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  test_wait_for (is_over, &end);
}

void
typing_add_cases (const TypingCase *cases,
                  guint             n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    g_test_add (cases[i].path, Typing, NULL, set_up, cases[i].run, tear_down);
}
