/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-cell-entry.h"

struct _AcademyCellEntry {
  AdwBin      parent_instance;

  /* Borrowed */
  GtkBox     *box;
  GtkText    *text;
  GtkPopover *popover;

  gboolean    wants_open;
};

G_DEFINE_FINAL_TYPE (AcademyCellEntry, academy_cell_entry, ADW_TYPE_BIN)

/**
 * AcademyCellEntry:
 *
 * What lies over the cell of a table while it is edited: a text in a frame, which
 * asks for the width of what is typed, and a popover below it. The focus stays in
 * the text.
 */

static void
academy_cell_entry_map (GtkWidget *widget)
{
  AcademyCellEntry *self = ACADEMY_CELL_ENTRY (widget);

  GTK_WIDGET_CLASS (academy_cell_entry_parent_class)->map (widget);

  if (self->wants_open)
    academy_cell_entry_open (self);
}

static void
academy_cell_entry_unmap (GtkWidget *widget)
{
  academy_cell_entry_close (ACADEMY_CELL_ENTRY (widget));

  GTK_WIDGET_CLASS (academy_cell_entry_parent_class)->unmap (widget);
}

static void
academy_cell_entry_dispose (GObject *object)
{
  AcademyCellEntry *self = ACADEMY_CELL_ENTRY (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;

  G_OBJECT_CLASS (academy_cell_entry_parent_class)->dispose (object);
}

static void
academy_cell_entry_class_init (AcademyCellEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_cell_entry_dispose;
  widget_class->map = academy_cell_entry_map;
  widget_class->unmap = academy_cell_entry_unmap;
}

static void
academy_cell_entry_init (AcademyCellEntry *self)
{
  /* A text has no role of its own, and would not be seen to have the focus. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_text_set_propagate_text_width (self->text, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);

  self->box = GTK_BOX (g_object_new (GTK_TYPE_BOX, "css-name", "entry", NULL));
  gtk_widget_set_vexpand (GTK_WIDGET (self->box), TRUE);
  gtk_box_append (self->box, GTK_WIDGET (self->text));
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell-entry");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
academy_cell_entry_new (void)
{
  return g_object_new (ACADEMY_TYPE_CELL_ENTRY, NULL);
}

/**
 * academy_cell_entry_get_text:
 * @self: an entry
 *
 * Returns: (transfer none): the text, which takes the focus
 */
GtkText *
academy_cell_entry_get_text (AcademyCellEntry *self)
{
  return self->text;
}

/**
 * academy_cell_entry_set_text:
 * @self: an entry
 * @text: the text
 *
 * Shows @text with the cursor at its end, and forgets what was typed before.
 */
void
academy_cell_entry_set_text (AcademyCellEntry *self,
                             const char       *text)
{
  GtkEditable *editable = GTK_EDITABLE (self->text);

  gtk_editable_set_enable_undo (editable, FALSE);
  /* The same text would be laid out again. */
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
  gtk_editable_set_position (editable, -1);
}

/**
 * academy_cell_entry_add:
 * @self: an entry
 * @child: a widget, such as a button
 *
 * Adds @child after the text.
 */
void
academy_cell_entry_add (AcademyCellEntry *self,
                        GtkWidget        *child)
{
  gtk_box_append (self->box, child);
}

/**
 * academy_cell_entry_set_popover:
 * @self: an entry without a popover
 * @popover: (transfer floating): a popover
 *
 * Sets the popover that academy_cell_entry_open() shows below the text.
 */
void
academy_cell_entry_set_popover (AcademyCellEntry *self,
                                GtkPopover       *popover)
{
  self->popover = popover;
  gtk_popover_set_autohide (popover, FALSE);
  gtk_popover_set_has_arrow (popover, FALSE);
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (popover), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (popover), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (self));
}

/**
 * academy_cell_entry_open:
 * @self: an entry
 *
 * Shows the popover, if there is one, as soon as @self is shown.
 */
void
academy_cell_entry_open (AcademyCellEntry *self)
{
  self->wants_open = self->popover != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->popover != NULL && !self->wants_open)
    gtk_popover_popup (self->popover);
}

/**
 * academy_cell_entry_close:
 * @self: an entry
 *
 * Hides the popover.
 */
void
academy_cell_entry_close (AcademyCellEntry *self)
{
  self->wants_open = FALSE;
  if (self->popover != NULL)
    gtk_popover_popdown (self->popover);
}
