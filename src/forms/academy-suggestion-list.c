/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-suggestion-list.h"

#include <glib/gi18n-lib.h>

#include "academy-suggestions.h"

#define MOST_HEIGHT     260
#define MOST_CHARACTERS 50

struct _AcademySuggestionList {
  AdwBin         parent_instance;

  /* Owned */
  GPtrArray     *texts;
  char          *owner;

  /* Borrowed */
  AcademyEditor *editor;
  GtkEditable   *text;
  GtkWidget     *button;
  GtkPopover    *popover;
  GtkListBox    *list;

  /* Whether some of the texts may be in use no longer. */
  gboolean       is_old;
};

G_DEFINE_FINAL_TYPE (AcademySuggestionList, academy_suggestion_list, ADW_TYPE_BIN)

/**
 * AcademySuggestionList:
 *
 * Suggestions for a text: earlier texts of fields in the same group. A button at
 * the end of the row opens the list. The focus stays in the text.
 *
 * Keys, in the text: typing narrows the list; Down opens it, Up and Down select,
 * Enter and Tab take the selected row, or else keep what is typed; Escape closes the
 * list.
 */

static gboolean
is_open (AcademySuggestionList *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

static void
close_list (AcademySuggestionList *self)
{
  gtk_popover_popdown (self->popover);
}

static const char *
get_title (GtkListBoxRow *row)
{
  return gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static GtkWidget *
create_row (const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARACTERS);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static gboolean
contains (const char *text,
          const char *typed)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_typed = g_utf8_casefold (typed, -1);

  return strstr (folded_text, folded_typed) != NULL;
}

/* Shows the texts that contain @typed; returns their number. */
static guint
fill (AcademySuggestionList *self,
      const char            *typed)
{
  guint n_rows = 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; self->texts != NULL && i < self->texts->len; i++)
    {
      const char *text = g_ptr_array_index (self->texts, i);

      if (contains (text, typed) && !g_str_equal (text, typed))
        {
          gtk_list_box_append (self->list, create_row (text));
          n_rows++;
        }
    }

  return n_rows;
}

static void
forget_texts (AcademySuggestionList *self)
{
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->owner, g_free);
  self->is_old = FALSE;
}

static void
read_texts (AcademySuggestionList *self)
{
  AcademyItem *item = academy_editor_get_item (self->editor);
  g_autoptr(GError) error = NULL;
  GStrv texts;

  forget_texts (self);
  if (item == NULL)
    return;

  texts = academy_suggestions_get (academy_editor_get_store (self->editor), item, academy_editor_get_field (self->editor), &error);
  if (texts == NULL)
    {
      academy_store_report (academy_editor_get_store (self->editor), error);
      return;
    }

  self->texts = g_ptr_array_new_take_null_terminated ((gpointer *) texts, g_free);
  self->owner = g_strdup (academy_item_get_owner (item));
}

/* Returns whether the text that is edited here is all that changed. */
static gboolean
is_own (AcademySuggestionList *self,
        const AcademyChanges  *changes)
{
  AcademyItem *item = academy_editor_get_item (self->editor);
  const AcademyChange *change = item != NULL ? academy_changes_find (changes, academy_item_get_id (item)) : NULL;

  return change != NULL && academy_changes_get_length (changes) == 1 && !academy_changes_is_everything (changes) &&
         change->fields == academy_kind_get_bit (change->kind, academy_editor_get_field (self->editor));
}

/* Keeps the texts when one more was saved here, since reading those of a long plan takes longer than that. */
static void
store_changed_cb (AcademySuggestionList *self,
                  AcademyChanges        *changes)
{
  const AcademyField *field = academy_editor_get_field (self->editor);
  const char *saved;

  if (self->texts == NULL || !academy_suggestions_are_changed (self->owner, field, changes))
    return;

  saved = is_own (self, changes) ? academy_item_get_text (academy_editor_get_item (self->editor), field->name) : NULL;
  if (saved == NULL)
    {
      forget_texts (self);
      return;
    }

  g_ptr_array_add (self->texts, g_strdup (saved));
  self->is_old = TRUE;
}

static void
open_list (AcademySuggestionList *self,
           const char            *typed)
{
  AcademyItem *item = academy_editor_get_item (self->editor);
  g_autofree char *text = NULL;
  guint n_rows;

  if (self->texts == NULL || item == NULL || g_strcmp0 (self->owner, academy_item_get_owner (item)) != 0)
    read_texts (self);
  n_rows = fill (self, typed);
  /* What is not among these is not among those that are in use now. */
  if (n_rows > 0 && self->is_old)
    {
      read_texts (self);
      n_rows = fill (self, typed);
    }
  if (n_rows == 0)
    {
      close_list (self);
      return;
    }
  if (is_open (self))
    return;

  gtk_popover_popup (self->popover);
  text = g_strdup_printf (ngettext ("%u suggestion", "%u suggestions", n_rows), n_rows);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
take (AcademySuggestionList *self,
      GtkListBoxRow         *row)
{
  g_autofree char *text = academy_suggestions_dup_value (academy_editor_get_field (self->editor), get_title (row));

  gtk_editable_set_text (self->text, text);
  gtk_editable_set_position (self->text, -1);
  close_list (self);
  academy_editor_flush (self->editor);
}

static void
row_activated_cb (AcademySuggestionList *self,
                  GtkListBoxRow         *row)
{
  take (self, row);
}

/* Selects the next or previous row, the last beyond the end, and none before the
 * first. */
static void
move (AcademySuggestionList *self,
      int                    by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int position = selected != NULL ? gtk_list_box_row_get_index (selected) + by : by > 0 ? 0 : -1;
  GtkListBoxRow *row = position >= 0 ? gtk_list_box_get_row_at_index (self->list, position) : NULL;

  if (row == NULL && by > 0)
    row = selected;
  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    {
      GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_VIEWPORT);

      gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (row), NULL);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), get_title (row), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static gboolean
key_pressed_cb (AcademySuggestionList *self,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (!is_open (self))
    {
      if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_F4) || !gtk_editable_get_editable (self->text))
        return GDK_EVENT_PROPAGATE;
      open_list (self, "");
      return GDK_EVENT_STOP;
    }

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
    case GDK_KEY_F4:
      close_list (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (gtk_list_box_get_selected_row (self->list) == NULL)
        {
          close_list (self);
          return GDK_EVENT_PROPAGATE;
        }
      take (self, gtk_list_box_get_selected_row (self->list));
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      if (gtk_list_box_get_selected_row (self->list) != NULL)
        take (self, gtk_list_box_get_selected_row (self->list));
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Ignores changes that were not typed. */
static void
changed_cb (AcademySuggestionList *self)
{
  const char *typed = gtk_editable_get_text (self->text);
  AcademyItem *item = academy_editor_get_item (self->editor);

  if (item == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return;

  if (*typed == '\0' ||
      g_strcmp0 (typed, academy_item_get_text (item, academy_editor_get_field (self->editor)->name)) == 0)
    close_list (self);
  else
    open_list (self, typed);
}

static void
clicked_cb (AcademySuggestionList *self)
{
  if (is_open (self))
    {
      close_list (self);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  open_list (self, "");
}

static void
academy_suggestion_list_dispose (GObject *object)
{
  AcademySuggestionList *self = ACADEMY_SUGGESTION_LIST (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  forget_texts (self);

  G_OBJECT_CLASS (academy_suggestion_list_parent_class)->dispose (object);
}

static void
academy_suggestion_list_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  GTK_WIDGET_CLASS (academy_suggestion_list_parent_class)->size_allocate (widget, width, height, baseline);

  gtk_popover_present (ACADEMY_SUGGESTION_LIST (widget)->popover);
}

static void
academy_suggestion_list_class_init (AcademySuggestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_suggestion_list_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = academy_suggestion_list_size_allocate;
}

static void
academy_suggestion_list_init (AcademySuggestionList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, scrolled);
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_END);
  gtk_widget_set_size_request (GTK_WIDGET (self->popover), 240, -1);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));

  self->button = gtk_button_new_from_icon_name ("pan-down-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (self->button, FALSE);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * academy_suggestion_list_new:
 * @editor: (transfer none): the editor of a field that has suggestions
 * @text: (transfer none): its text, beside which the button will be added
 *
 * Returns: (transfer floating): the button with its list
 */
GtkWidget *
academy_suggestion_list_new (AcademyEditor *editor,
                             GtkText       *text)
{
  AcademySuggestionList *self = g_object_new (ACADEMY_TYPE_SUGGESTION_LIST, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  /* Translators: the name of the field that there are suggestions for */
  g_autofree char *name = g_strdup_printf (_("Choose what is in use: %s"), academy_editor_get_label (editor));

  self->editor = editor;
  self->text = GTK_EDITABLE (text);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text),
                                  GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE, GTK_ACCESSIBLE_AUTOCOMPLETE_LIST,
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (text), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (close_list), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (text), focus);
  g_signal_connect_object (text, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_editor_get_store (editor), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * academy_suggestion_list_press:
 * @self: the list of a text in a cell
 * @key: the value of a pressed key
 * @modifiers: the modifiers
 *
 * Handles a key before the table does. A closed list leaves Down to the table:
 * Alt+Down opens it.
 *
 * Returns: whether the key is handled; Enter, which takes the selected suggestion,
 *   is not, so that it also ends the editing of the cell
 */
gboolean
academy_suggestion_list_press (AcademySuggestionList *self,
                               guint                  key,
                               GdkModifierType        modifiers)
{
  if (!is_open (self) && modifiers == 0 && key != GDK_KEY_F4)
    return FALSE;

  return key_pressed_cb (self, key, 0, modifiers) && key != GDK_KEY_Return && key != GDK_KEY_KP_Enter;
}
