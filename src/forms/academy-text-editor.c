/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-text-editor.h"

#include "academy-cell-entry.h"
#include "academy-typing.h"

/* The greatest height in lines; a longer text scrolls. */
#define MAX_LINES 12

/* The lines of the text over a cell, and its least width in pixels. */
#define CELL_LINES 5
#define CELL_WIDTH 280

/* Space to show above and below the cursor when the page scrolls to it, in
 * pixels. */
#define MARGIN 24

struct _AcademyTextEditor {
  AcademyEditor      parent_instance;

  /* Owned */
  AcademyTyping     *typing;

  /* Borrowed */
  GtkTextView       *view;
  GtkScrolledWindow *scrolled;
  AcademyCellEntry  *cell;

  guint              tick_id;
  guint              n_frames;
};

G_DEFINE_FINAL_TYPE (AcademyTextEditor, academy_text_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyTextEditor:
 *
 * The editor of a text of several lines, which grows with its content.
 *
 * In a cell, typing begins a text of one line. F2 and Alt+Enter show all lines,
 * among which Enter begins another one.
 */

static const char *
get_shown_text (const GValue *value)
{
  const char *text = g_value_get_string (value);

  return text != NULL ? text : "";
}

static void
academy_text_editor_show (AcademyEditor *editor,
                          const GValue  *value)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);

  if (academy_typing_is_pending (self->typing))
    return;

  academy_typing_set_text (self->typing, get_shown_text (value));
  academy_editor_show_error (editor, NULL);
}

static void
academy_text_editor_flush (AcademyEditor *editor)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);
  g_auto(GValue) value = G_VALUE_INIT;

  if (!academy_typing_take_pending (self->typing) && !academy_editor_has_error (editor))
    return;

  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, academy_typing_dup_text (self->typing));
  academy_editor_commit (editor, &value, academy_typing_get_group (self->typing));
}

static gboolean
academy_text_editor_is_unsaved (AcademyEditor *editor)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);
  g_autofree char *text = academy_typing_dup_text (self->typing);
  const GValue *saved = academy_item_get_value (academy_editor_get_item (editor), academy_editor_get_field (editor));

  return academy_typing_is_pending (self->typing) && !g_str_equal (text, get_shown_text (saved));
}

static void
academy_text_editor_revert (AcademyEditor *editor,
                            const GValue  *value)
{
  academy_typing_take_back (ACADEMY_TEXT_EDITOR (editor)->typing, get_shown_text (value));
}

static gboolean
academy_text_editor_bring_back (AcademyEditor *editor)
{
  return academy_typing_bring_back (ACADEMY_TEXT_EDITOR (editor)->typing);
}

static void
academy_text_editor_reset (AcademyEditor *editor)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);

  academy_typing_rewind (self->typing);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static gboolean
get_cursor_place (AcademyTextEditor *self,
                  GtkWidget         *viewport,
                  double            *y,
                  double            *height)
{
  GdkRectangle cursor;
  graphene_point_t place;
  int x, top;

  gtk_text_view_get_cursor_locations (self->view, NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y, &x, &top);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), viewport, &GRAPHENE_POINT_INIT (x, top), &place))
    return FALSE;

  *y = place.y;
  *height = cursor.height;
  return TRUE;
}

static void
show_cursor (AcademyTextEditor *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_VIEWPORT);
  GtkAdjustment *page;
  double y, height;

  if (viewport == NULL || !get_cursor_place (self, viewport, &y, &height))
    return;

  page = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  y += gtk_adjustment_get_value (page);
  gtk_adjustment_clamp_page (page, y - MARGIN, y + height + MARGIN);
}

/* Waits until the changed text is laid out, which takes two frames. */
static gboolean
frame_cb (GtkWidget     *view,
          GdkFrameClock *clock,
          gpointer       data)
{
  AcademyTextEditor *self = data;

  if (++self->n_frames < 3)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  show_cursor (self);
  return G_SOURCE_REMOVE;
}

/* Scrolls the page to the cursor, since a text view scrolls only its own scrolled
 * window. */
static void
cursor_moved_cb (AcademyTextEditor *self)
{
  if (!academy_typing_has_focus (self->typing))
    return;

  self->n_frames = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), frame_cb, self, NULL);
}

static void
map_cb (AcademyTextEditor *self)
{
  g_autoptr(PangoLayout) line = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), "X");
  int height;

  pango_layout_get_pixel_size (line, NULL, &height);
  gtk_scrolled_window_set_max_content_height (self->scrolled, (self->cell != NULL ? CELL_LINES : MAX_LINES) * height);
  if (self->cell != NULL)
    gtk_scrolled_window_set_min_content_height (self->scrolled, CELL_LINES * height);
}

static GtkWidget *
create_title (AcademyEditor *editor)
{
  GtkWidget *title = gtk_label_new (academy_editor_get_label (editor));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dimmed");

  return title;
}

/* Reports the natural height as the minimum, since the page allocates only the
 * minimum. */
static void
measure (GtkWidget      *bin,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (bin), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
}

static void
allocate (GtkWidget *bin,
          int        width,
          int        height,
          int        baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (bin), width, height, baseline, NULL);
}

/* Makes the scrolled text, which is the same in a row and in a cell. */
static void
create_view (AcademyTextEditor *self)
{
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  g_signal_connect_object (self->view, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);

  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scrolled, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->scrolled), FALSE);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));

  self->typing = academy_typing_new (GTK_WIDGET (self->view));
}

static GtkWidget *
create_bin (AcademyTextEditor *self)
{
  GtkWidget *bin = adw_bin_new ();

  gtk_widget_set_layout_manager (bin, gtk_custom_layout_new (NULL, measure, allocate));
  adw_bin_set_child (ADW_BIN (bin), GTK_WIDGET (self->scrolled));
  return bin;
}

static GtkWidget *
academy_text_editor_create_row (AcademyEditor *editor)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = create_title (editor);

  create_view (self);
  /* Ctrl+Z undoes the edit, wherever the focus is. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (self->view), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, academy_editor_get_label (editor), -1);
  gtk_widget_add_css_class (row, "text-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), create_bin (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "notify::cursor-position",
                           G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typing, "paused", G_CALLBACK (academy_editor_flush), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typing, "step-ends", G_CALLBACK (academy_editor_flush), self, G_CONNECT_SWAPPED);

  return row;
}

/* Hides the error while it is being corrected. */
static void
corrected_cb (AcademyTextEditor *self)
{
  academy_editor_show_error (ACADEMY_EDITOR (self), NULL);
}

static GtkWidget *
academy_text_editor_create_cell (AcademyEditor *editor)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);
  GtkText *line;

  self->cell = ACADEMY_CELL_ENTRY (academy_cell_entry_new ());
  line = academy_cell_entry_get_text (self->cell);
  academy_typing_clean_lines (GTK_EDITABLE (line));
  create_view (self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scrolled), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->scrolled), CELL_WIDTH, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, line, NULL, -1);
  academy_cell_entry_add (self->cell, GTK_WIDGET (self->scrolled));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (corrected_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->cell);
}

static gboolean
is_line (AcademyTextEditor *self)
{
  return self->cell != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->scrolled));
}

static GtkWidget *
academy_text_editor_get_control (AcademyEditor *editor)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);

  return is_line (self) ? GTK_WIDGET (academy_cell_entry_get_text (self->cell)) : GTK_WIDGET (self->view);
}

/* Moves the focus before it hides the widget that has it. */
static void
show_lines (AcademyTextEditor *self,
            gboolean           several)
{
  GtkWidget *line = GTK_WIDGET (academy_cell_entry_get_text (self->cell));
  GtkWidget *scrolled = GTK_WIDGET (self->scrolled);
  gboolean has_focus = gtk_widget_has_focus (academy_text_editor_get_control (ACADEMY_EDITOR (self)));

  gtk_widget_set_visible (several ? scrolled : line, TRUE);
  if (has_focus)
    gtk_widget_grab_focus (several ? GTK_WIDGET (self->view) : line);
  gtk_widget_set_visible (several ? line : scrolled, FALSE);
}

static void
fill_lines (AcademyTextEditor *self,
            const char        *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter end;

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  academy_typing_set_text (self->typing, text);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
}

static const char *
get_line (AcademyTextEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (academy_cell_entry_get_text (self->cell)));
}

static void
academy_text_editor_begin (AcademyEditor *editor,
                           gboolean       empty)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);
  const GValue *value = academy_item_get_value (academy_editor_get_item (editor), academy_editor_get_field (editor));

  academy_cell_entry_set_text (self->cell, "");
  fill_lines (self, empty ? "" : get_shown_text (value));
  show_lines (self, !empty);
}

static gboolean
academy_text_editor_take (AcademyEditor  *editor,
                          GValue         *value,
                          GError        **error)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);

  g_value_init (value, G_TYPE_STRING);
  g_value_take_string (value, is_line (self) ? g_strdup (get_line (self)) : academy_typing_dup_text (self->typing));
  return TRUE;
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
}

/* Does what the keys do in a text, since the table would take them. */
static gboolean
press_in_lines (AcademyTextEditor *self,
                guint              key,
                GdkModifierType    modifiers)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  gboolean goes_down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  gboolean goes_up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;

  if (is_enter (key) && (modifiers & ~GDK_ALT_MASK) == 0)
    {
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, "\n", 1, TRUE);
      gtk_text_buffer_end_user_action (buffer);
      gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (buffer));
      return TRUE;
    }
  if ((goes_down || goes_up) && (modifiers & ~GDK_SHIFT_MASK) == 0)
    {
      g_signal_emit_by_name (self->view, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, goes_down ? 1 : -1,
                             (modifiers & GDK_SHIFT_MASK) != 0);
      return TRUE;
    }

  return FALSE;
}

static gboolean
academy_text_editor_press (AcademyEditor   *editor,
                           guint            key,
                           GdkModifierType  modifiers)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);

  if (!is_line (self))
    return press_in_lines (self, key, modifiers);
  if (!(key == GDK_KEY_F2 && modifiers == 0) && !(is_enter (key) && modifiers == GDK_ALT_MASK))
    return FALSE;

  academy_editor_show_error (editor, NULL);
  fill_lines (self, get_line (self));
  show_lines (self, TRUE);
  return TRUE;
}

static void
academy_text_editor_dispose (GObject *object)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick_id);
  self->tick_id = 0;

  G_OBJECT_CLASS (academy_text_editor_parent_class)->dispose (object);

  g_clear_object (&self->typing);
}

static void
academy_text_editor_class_init (AcademyTextEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_text_editor_dispose;
  editor_class->create_row = academy_text_editor_create_row;
  editor_class->create_cell = academy_text_editor_create_cell;
  editor_class->get_control = academy_text_editor_get_control;
  editor_class->show = academy_text_editor_show;
  editor_class->begin = academy_text_editor_begin;
  editor_class->take = academy_text_editor_take;
  editor_class->press = academy_text_editor_press;
  editor_class->flush = academy_text_editor_flush;
  editor_class->is_unsaved = academy_text_editor_is_unsaved;
  editor_class->revert = academy_text_editor_revert;
  editor_class->bring_back = academy_text_editor_bring_back;
  editor_class->reset = academy_text_editor_reset;
}

static void
academy_text_editor_init (AcademyTextEditor *self)
{
}
