/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-text-editor.h"

#include "academy-typing.h"

struct _AcademyTextEditor {
  AcademyEditor  parent_instance;

  /* Owned */
  AcademyTyping *typing;

  /* Borrowed */
  GtkTextView   *view;
};

G_DEFINE_FINAL_TYPE (AcademyTextEditor, academy_text_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyTextEditor:
 *
 * The editor of text of several lines, which grows with what is written.
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
  academy_typing_rewind (ACADEMY_TEXT_EDITOR (editor)->typing);
}

static GtkWidget *
create_title (AcademyEditor *editor)
{
  GtkWidget *title = gtk_label_new (academy_editor_get_label (editor));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dimmed");

  return title;
}

static GtkWidget *
academy_text_editor_create_row (AcademyEditor *editor)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (editor);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = create_title (editor);

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  /* Ctrl+Z takes back the edit, wherever the focus is. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (self->view), FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);

  gtk_widget_add_css_class (row, "text-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  self->typing = academy_typing_new (GTK_WIDGET (self->view));
  g_signal_connect_object (self->typing, "paused", G_CALLBACK (academy_editor_flush), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typing, "step-ends", G_CALLBACK (academy_editor_flush), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
academy_text_editor_get_control (AcademyEditor *editor)
{
  return GTK_WIDGET (ACADEMY_TEXT_EDITOR (editor)->view);
}

static void
academy_text_editor_dispose (GObject *object)
{
  AcademyTextEditor *self = ACADEMY_TEXT_EDITOR (object);

  G_OBJECT_CLASS (academy_text_editor_parent_class)->dispose (object);

  g_clear_object (&self->typing);
}

static void
academy_text_editor_class_init (AcademyTextEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_text_editor_dispose;
  editor_class->create_row = academy_text_editor_create_row;
  editor_class->get_control = academy_text_editor_get_control;
  editor_class->show = academy_text_editor_show;
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
