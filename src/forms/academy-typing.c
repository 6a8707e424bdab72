/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-typing.h"

#include <string.h>

#include "academy-text.h"

#define PAUSE_MS      1000
#define STEP_PAUSE_MS 2000
#define STEP_LENGTH   200

struct _AcademyTyping {
  GObject                  parent_instance;

  /* Owned */
  char                    *group;
  char                    *taken_back;

  /* Borrowed; one of them is %NULL */
  GtkEditable             *editable;
  GtkTextBuffer           *buffer;

  guint                    timeout_id;
  gint64                   changed_at;
  guint                    length;
  int                      replaced_at;
  gboolean                 step_ended;
  gboolean                 pending;
  gboolean                 has_focus;
  gboolean                 showing;
};

enum {
  STEP_ENDS,
  PAUSED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyTyping, academy_typing, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/**
 * AcademyTyping:
 *
 * Watches typing in a text widget. Tells when to save: after a second without
 * typing, and when the focus leaves. Groups changes into steps of undo: a new
 * step begins after two seconds without typing, with a new paragraph, before and
 * after pasted text, when a selection is replaced or deleted, after 200
 * characters, and when the focus enters.
 *
 * Removes characters that no text may have: control characters, and line ends in
 * a text of one line.
 */

static void
begin_step (AcademyTyping *self)
{
  static guint serial;

  if (self->pending)
    g_signal_emit (self, signals[STEP_ENDS], 0);

  g_free (self->group);
  self->group = g_strdup_printf ("typing %u", ++serial);
  self->length = 0;
  self->step_ended = FALSE;
}

static gboolean
is_step_over (AcademyTyping *self)
{
  return self->step_ended || self->length >= STEP_LENGTH ||
         g_get_monotonic_time () - self->changed_at >= STEP_PAUSE_MS * G_TIME_SPAN_MILLISECOND;
}

static void
before_insertion (AcademyTyping *self,
                  int            position,
                  const char    *text)
{
  glong length = g_utf8_strlen (text, -1);
  gboolean is_pasted = length > 1;
  gboolean replaces = position == self->replaced_at;

  if (!replaces && (is_pasted || *text == '\n' || is_step_over (self)))
    begin_step (self);
  self->length += length;
  self->step_ended = is_pasted;
  self->replaced_at = -1;
  self->changed_at = g_get_monotonic_time ();
}

/* Deleting a whole text and replacing it is one step. */
static void
before_deletion (AcademyTyping *self,
                 int            start,
                 int            end,
                 int            length,
                 gboolean       is_selection)
{
  gboolean is_replaced = is_selection || end - start == length;

  if (is_replaced || is_step_over (self))
    begin_step (self);
  self->length += end - start;
  self->replaced_at = is_replaced ? start : -1;
  self->changed_at = g_get_monotonic_time ();
}

/* Drops a line end at the end, which text copied from a page or a table often
 * has. */
static char *
join_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text, "\n\r\t", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) filled = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_strv_builder_add (words, lines[i]);
  filled = g_strv_builder_end (words);

  return g_strjoinv (" ", filled);
}

static char *
unify_line_ends (const char *text)
{
  static GRegex *line_end;

  if (g_once_init_enter_pointer (&line_end))
    g_once_init_leave_pointer (&line_end, g_regex_new ("\\R", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL));

  return g_regex_replace_literal (line_end, text, -1, 0, "\n", G_REGEX_MATCH_DEFAULT, NULL);
}

static char *
dup_clean (const char *text,
           gboolean    several_lines)
{
  g_autofree char *lines = unify_line_ends (text);
  g_autofree char *printable = academy_text_dup_printable (lines);

  return several_lines || academy_text_find_control (printable, FALSE) == NULL ? g_steal_pointer (&printable)
                                                                               : join_lines (printable);
}

static char *
dup_inserted (const char *text,
              int         length)
{
  return g_strndup (text, length >= 0 ? (gsize) length : strlen (text));
}

/* Whether a cleaned text was inserted instead of @text. */
static gboolean
insert_clean (GtkEditable *editable,
              const char  *text,
              int         *position,
              gboolean     several_lines)
{
  g_autofree char *clean = dup_clean (text, several_lines);

  if (g_str_equal (clean, text))
    return FALSE;

  g_signal_stop_emission_by_name (editable, "insert-text");
  gtk_editable_insert_text (editable, clean, -1, position);
  return TRUE;
}

static void
insert_into_editable_cb (AcademyTyping *self,
                         const char    *text,
                         int            length,
                         int           *position)
{
  g_autofree char *inserted = dup_inserted (text, length);

  if (!self->showing && !insert_clean (self->editable, inserted, position, FALSE))
    before_insertion (self, *position, inserted);
}

static void
delete_from_editable_cb (AcademyTyping *self,
                         int            start,
                         int            end)
{
  int length = g_utf8_strlen (gtk_editable_get_text (self->editable), -1);

  if (!self->showing)
    before_deletion (self, start, end >= 0 ? end : length, length,
                     gtk_editable_get_selection_bounds (self->editable, NULL, NULL));
}

static void
insert_into_buffer_cb (AcademyTyping *self,
                       GtkTextIter   *place,
                       const char    *text,
                       int            length)
{
  g_autofree char *inserted = dup_inserted (text, length);
  g_autofree char *clean = dup_clean (inserted, TRUE);

  if (self->showing)
    return;

  if (!g_str_equal (clean, inserted))
    {
      g_signal_stop_emission_by_name (self->buffer, "insert-text");
      gtk_text_buffer_insert (self->buffer, place, clean, -1);
    }
  else
    {
      before_insertion (self, gtk_text_iter_get_offset (place), inserted);
    }
}

static void
delete_from_buffer_cb (AcademyTyping *self,
                       GtkTextIter   *start,
                       GtkTextIter   *end)
{
  if (!self->showing)
    before_deletion (self, gtk_text_iter_get_offset (start), gtk_text_iter_get_offset (end),
                     gtk_text_buffer_get_char_count (self->buffer),
                     gtk_text_buffer_get_has_selection (self->buffer));
}

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
changed_cb (AcademyTyping *self)
{
  if (self->showing)
    return;

  g_clear_pointer (&self->taken_back, g_free);
  self->pending = TRUE;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_once (PAUSE_MS, timeout_cb, self);
}

static void
leave_cb (AcademyTyping *self)
{
  self->has_focus = FALSE;
  self->step_ended = TRUE;
  pause_typing (self);
}

static void
enter_cb (AcademyTyping *self)
{
  self->has_focus = TRUE;
}

static void
academy_typing_dispose (GObject *object)
{
  AcademyTyping *self = ACADEMY_TYPING (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->taken_back, g_free);

  G_OBJECT_CLASS (academy_typing_parent_class)->dispose (object);
}

static void
academy_typing_class_init (AcademyTypingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_typing_dispose;

  /**
   * AcademyTyping::step-ends:
   * @self: the typing
   *
   * Emitted before a change that begins a new step, while the last one is
   * unsaved. Handlers must not change the text.
   */
  signals[STEP_ENDS] = g_signal_new ("step-ends", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AcademyTyping::paused:
   * @self: the typing
   *
   * Emitted when the text should be saved, and shown as it was understood.
   */
  signals[PAUSED] = g_signal_new ("paused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_typing_init (AcademyTyping *self)
{
  self->replaced_at = -1;
  self->step_ended = TRUE;
}

static void
connect (AcademyTyping *self,
         gpointer       object,
         const char    *signal,
         gpointer       callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

/**
 * academy_typing_new:
 * @widget: (transfer none): a text view, or a text of one line
 *
 * Returns: (transfer full): a watcher of @widget
 */
AcademyTyping *
academy_typing_new (GtkWidget *widget)
{
  AcademyTyping *self = g_object_new (ACADEMY_TYPE_TYPING, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (GTK_IS_TEXT_VIEW (widget))
    {
      self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      connect (self, self->buffer, "insert-text", insert_into_buffer_cb);
      connect (self, self->buffer, "delete-range", delete_from_buffer_cb);
      connect (self, self->buffer, "changed", changed_cb);
    }
  else
    {
      self->editable = GTK_EDITABLE (widget);
      connect (self, self->editable, "insert-text", insert_into_editable_cb);
      connect (self, self->editable, "delete-text", delete_from_editable_cb);
      connect (self, self->editable, "changed", changed_cb);
    }

  connect (self, focus, "enter", enter_cb);
  connect (self, focus, "leave", leave_cb);
  gtk_widget_add_controller (widget, focus);

  return self;
}

/**
 * academy_typing_dup_text:
 * @self: the typing
 *
 * Returns: (transfer full): the text in the widget
 */
char *
academy_typing_dup_text (AcademyTyping *self)
{
  GtkTextIter start, end;

  if (self->editable != NULL)
    return g_strdup (gtk_editable_get_text (self->editable));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* Counts the characters that @a and @b have in common at their beginning, and at
 * their end. */
static void
compare (const char *a,
         const char *b,
         int        *n_first,
         int        *n_last)
{
  const char *a_end = a + strlen (a);
  const char *b_end = b + strlen (b);

  for (*n_first = 0; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); ++*n_first)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  for (*n_last = 0; a_end > a && b_end > b; ++*n_last)
    {
      const char *a_last = g_utf8_prev_char (a_end);
      const char *b_last = g_utf8_prev_char (b_end);

      if (g_utf8_get_char (a_last) != g_utf8_get_char (b_last))
        break;
      a_end = a_last;
      b_end = b_last;
    }
}

static void
replace (AcademyTyping *self,
         int            position,
         int            end,
         const char    *text)
{
  GtkTextIter from, to;

  if (self->editable != NULL)
    {
      gtk_editable_delete_text (self->editable, position, end);
      gtk_editable_insert_text (self->editable, text, -1, &position);
      gtk_editable_set_position (self->editable, position);
    }
  else
    {
      gtk_text_buffer_get_iter_at_offset (self->buffer, &from, position);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
      gtk_text_buffer_delete (self->buffer, &from, &to);
      gtk_text_buffer_insert (self->buffer, &from, text, -1);
      gtk_text_buffer_place_cursor (self->buffer, &from);
    }
}

/* Replaces only the part that differs, so that the cursor ends up there. */
static void
change_text (AcademyTyping *self,
             const char    *text)
{
  g_autofree char *shown = academy_typing_dup_text (self);
  g_autofree char *other = NULL;
  int n_first, n_last;

  compare (shown, text, &n_first, &n_last);
  other = g_utf8_substring (text, n_first, g_utf8_strlen (text, -1) - n_last);
  replace (self, n_first, g_utf8_strlen (shown, -1) - n_last, other);
}

/**
 * academy_typing_set_text:
 * @self: the typing
 * @text: the text
 *
 * Shows @text without counting it as typed.
 */
void
academy_typing_set_text (AcademyTyping *self,
                         const char    *text)
{
  g_autofree char *shown = academy_typing_dup_text (self);

  if (g_str_equal (shown, text))
    return;

  g_clear_pointer (&self->taken_back, g_free);
  self->showing = TRUE;
  change_text (self, text);
  self->showing = FALSE;
  self->step_ended = TRUE;
}

/**
 * academy_typing_take_back:
 * @self: the typing
 * @saved: the saved text
 *
 * Shows @saved instead of the typed text, which can be brought back until
 * something else is typed or shown.
 */
void
academy_typing_take_back (AcademyTyping *self,
                          const char    *saved)
{
  g_autofree char *typed = academy_typing_dup_text (self);

  academy_typing_take_pending (self);
  academy_typing_set_text (self, saved);
  self->step_ended = TRUE;
  self->taken_back = g_steal_pointer (&typed);
}

/**
 * academy_typing_bring_back:
 * @self: the typing
 *
 * Restores the text removed by academy_typing_take_back().
 *
 * Returns: whether there was such a text
 */
gboolean
academy_typing_bring_back (AcademyTyping *self)
{
  g_autofree char *typed = g_steal_pointer (&self->taken_back);

  if (typed == NULL)
    return FALSE;

  self->step_ended = TRUE;
  change_text (self, typed);
  return TRUE;
}

/**
 * academy_typing_rewind:
 * @self: the typing
 *
 * Moves the cursor to the beginning of the text.
 */
void
academy_typing_rewind (AcademyTyping *self)
{
  GtkTextIter start;

  if (self->editable != NULL)
    {
      gtk_editable_set_position (self->editable, 0);
      return;
    }

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

/**
 * academy_typing_take_pending:
 * @self: the typing
 *
 * Marks the text as saved.
 *
 * Returns: whether it was unsaved
 */
gboolean
academy_typing_take_pending (AcademyTyping *self)
{
  gboolean pending = self->pending;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->pending = FALSE;
  return pending;
}

/**
 * academy_typing_is_pending:
 * @self: the typing
 *
 * Returns: whether the text is unsaved
 */
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

/**
 * academy_typing_get_group:
 * @self: the typing
 *
 * Returns: (nullable) (transfer none): the group of the current step, see
 *   academy_edit_set_group()
 */
const char *
academy_typing_get_group (AcademyTyping *self)
{
  return self->group;
}

/* The widget that emits signals before a change: the text in an entry. */
static GtkEditable *
get_text (GtkEditable *entry)
{
  return GTK_IS_TEXT (entry) ? entry : gtk_editable_get_delegate (entry);
}

static void
insert_clean_cb (GtkEditable *editable,
                 const char  *text,
                 int          length,
                 int         *position,
                 gpointer     keeps_lines)
{
  g_autofree char *inserted = dup_inserted (text, length);

  insert_clean (editable, inserted, position, GPOINTER_TO_INT (keeps_lines));
}

/**
 * academy_typing_clean_line:
 * @entry: an entry of one line that belongs to no field
 *
 * Keeps characters out of @entry that a text of one line may not have.
 */
void
academy_typing_clean_line (GtkEditable *entry)
{
  g_signal_connect (get_text (entry), "insert-text", G_CALLBACK (insert_clean_cb), GINT_TO_POINTER (FALSE));
}

/**
 * academy_typing_clean_lines:
 * @entry: an entry that keeps line ends
 *
 * Converts line ends to line feeds, and keeps other control characters out.
 */
void
academy_typing_clean_lines (GtkEditable *entry)
{
  g_signal_connect (get_text (entry), "insert-text", G_CALLBACK (insert_clean_cb), GINT_TO_POINTER (TRUE));
}
