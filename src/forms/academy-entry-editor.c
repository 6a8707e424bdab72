/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-entry-editor.h"

#include "academy-cell-entry.h"
#include "academy-date.h"
#include "academy-day-button.h"
#include "academy-instant.h"
#include "academy-language-parse.h"
#include "academy-suggestion-list.h"
#include "academy-typing.h"

struct _AcademyEntryEditor {
  AcademyEditor     parent_instance;

  /* Owned */
  AcademyTyping    *typing;

  /* Borrowed */
  GtkText          *text;
  AcademyCellEntry *cell;
  GtkWidget        *calendar;
  GtkWidget        *suggestions;
};

G_DEFINE_FINAL_TYPE (AcademyEntryEditor, academy_entry_editor, ACADEMY_TYPE_EDITOR)

/**
 * AcademyEntryEditor:
 *
 * The editor of a field on one line. A date can also be picked from a calendar.
 *
 * Keys in a cell: Alt+Down and F4 open the calendar or the suggestions.
 */

/* Collects the days of the item and of its plan. */
static void
init_near (AcademyEntryEditor *self,
           AcademyNear        *near)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  AcademyStore *store = academy_editor_get_store (editor);
  g_autoptr(GError) error = NULL;

  academy_near_init_for (near, academy_store_get_day (store), academy_editor_get_item (editor),
                         academy_editor_get_field (editor));
  if (!academy_store_get_days (store, academy_editor_get_item (editor), &near->first, &near->last, &error))
    academy_store_report (store, error);
}

/* Reads the text; @minutes, which may be %NULL, is the duration if the end was
 * typed too. */
static gboolean
parse (AcademyEntryEditor  *self,
       GValue              *value,
       gint64              *minutes,
       GError             **error)
{
  const AcademyField *field = academy_editor_get_field (ACADEMY_EDITOR (self));
  AcademyItem *item = academy_editor_get_item (ACADEMY_EDITOR (self));
  const AcademyField *duration = academy_kind_get_duration (academy_item_get_kind (item), field);
  gboolean has_day = field->type == ACADEMY_DATE || field->type == ACADEMY_INSTANT;
  AcademyNear near;

  if (has_day)
    init_near (self, &near);

  academy_value_init (field, value);
  if (minutes != NULL)
    *minutes = ACADEMY_UNSET;
  return academy_language_parse_value (academy_language_get_default (), field,
                                       gtk_editable_get_text (GTK_EDITABLE (self->text)), has_day ? &near : NULL, value,
                                       duration != NULL ? minutes : NULL, error);
}

static void
set_text (AcademyEntryEditor *self,
          const GValue       *value)
{
  const AcademyField *field = academy_editor_get_field (ACADEMY_EDITOR (self));
  g_autofree char *text = academy_language_format_value (academy_language_get_default (), field, value);

  academy_typing_set_text (self->typing, text);
}

/* Keeps the typed text as long as it means the same value, so that it does not
 * change while somebody types. */
static void
academy_entry_editor_show (AcademyEditor *editor,
                           const GValue  *value)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);
  g_auto(GValue) typed = G_VALUE_INIT;
  gint64 minutes;

  if (academy_typing_is_pending (self->typing) ||
      (academy_typing_has_focus (self->typing) && parse (self, &typed, &minutes, NULL) &&
       minutes == ACADEMY_UNSET && academy_value_equal (academy_editor_get_field (editor), &typed, value)))
    return;

  set_text (self, value);
  academy_editor_show_error (editor, NULL);
}

/* Saves the start and the duration as one edit. */
static void
commit_with_duration (AcademyEntryEditor *self,
                      const GValue       *value,
                      gint64              minutes)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  const AcademyKind *kind = academy_item_get_kind (academy_editor_get_item (editor));
  const AcademyField *field = academy_kind_get_duration (kind, academy_editor_get_field (editor));
  g_auto(GValue) duration = G_VALUE_INIT;

  academy_value_init (field, &duration);
  g_value_set_int64 (&duration, minutes);
  academy_editor_commit_with (editor, value, field, &duration, academy_typing_get_group (self->typing));
}

static void
academy_entry_editor_flush (AcademyEditor *editor)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  gint64 minutes;

  if (!academy_typing_take_pending (self->typing) && !academy_editor_has_error (editor))
    return;

  if (!parse (self, &value, &minutes, &error))
    academy_editor_show_error (editor, error->message);
  else if (minutes != ACADEMY_UNSET)
    commit_with_duration (self, &value, minutes);
  else
    academy_editor_commit (editor, &value, academy_typing_get_group (self->typing));
}

static const GValue *
get_saved (AcademyEntryEditor *self)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);

  return academy_item_get_value (academy_editor_get_item (editor), academy_editor_get_field (editor));
}

static gboolean
shows_saved (AcademyEntryEditor *self)
{
  g_autofree char *text = academy_language_format_value (academy_language_get_default (),
                                                         academy_editor_get_field (ACADEMY_EDITOR (self)),
                                                         get_saved (self));

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->text)), text);
}

static gboolean
academy_entry_editor_is_unsaved (AcademyEditor *editor)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);

  return academy_typing_is_pending (self->typing) && !shows_saved (self);
}

static void
academy_entry_editor_revert (AcademyEditor *editor,
                             const GValue  *value)
{
  g_autofree char *text = academy_language_format_value (academy_language_get_default (),
                                                         academy_editor_get_field (editor), value);

  academy_typing_take_back (ACADEMY_ENTRY_EDITOR (editor)->typing, text);
}

static gboolean
academy_entry_editor_bring_back (AcademyEditor *editor)
{
  return academy_typing_bring_back (ACADEMY_ENTRY_EDITOR (editor)->typing);
}

static void
academy_entry_editor_reset (AcademyEditor *editor)
{
  academy_typing_rewind (ACADEMY_ENTRY_EDITOR (editor)->typing);
}

/* Saves a step only if it is valid: half a date or number is none. */
static void
step_ends_cb (AcademyEntryEditor *self)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  g_auto(GValue) value = G_VALUE_INIT;
  gint64 minutes;

  if (academy_editor_get_item (editor) != NULL && parse (self, &value, &minutes, NULL))
    academy_editor_flush (editor);
}

/* Saves the text and rewrites it in the format of the language. */
static void
finish (AcademyEntryEditor *self)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  AcademyItem *item = academy_editor_get_item (editor);

  academy_editor_flush (editor);
  if (item != NULL && !academy_editor_has_error (editor))
    set_text (self, academy_item_get_value (item, academy_editor_get_field (editor)));
}

/* Do not rewrite the text while the row has the focus: the date may be
 * unfinished. */
static void
paused_cb (AcademyEntryEditor *self)
{
  if (academy_typing_has_focus (self->typing))
    academy_editor_flush (ACADEMY_EDITOR (self));
  else
    finish (self);
}

/* Keeps the cursor at the end of the text, which may have become longer. */
static void
activated_cb (AcademyEntryEditor *self)
{
  GtkEditable *row = GTK_EDITABLE (self->text);
  gboolean is_at_end = gtk_editable_get_position (row) == g_utf8_strlen (gtk_editable_get_text (row), -1);

  finish (self);
  if (is_at_end)
    gtk_editable_set_position (row, -1);
}

/* Returns the typed day, or a likely one, for the calendar to open at. */
static GDate *
choose_day_cb (AcademyEntryEditor *self)
{
  g_auto(GValue) typed = G_VALUE_INIT;
  AcademyNear near;
  GDate day;

  academy_editor_flush (ACADEMY_EDITOR (self));
  init_near (self, &near);
  academy_near_get_day (&near, &day);
  if (parse (self, &typed, NULL, NULL) && g_value_get_boxed (&typed) != NULL)
    day = G_VALUE_HOLDS (&typed, G_TYPE_DATE) ? *(GDate *) g_value_get_boxed (&typed)
                                              : academy_date_from_instant (g_value_get_boxed (&typed));
  return g_date_copy (&day);
}

/* Types a picked day without saving it, since a session also needs a time of day. */
static void
type_day (AcademyEntryEditor *self,
          const GDate        *day)
{
  g_autofree char *date = academy_language_format_date (academy_language_get_default (), day);
  g_autofree char *text = g_strconcat (date, " ", NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

/* Saves a picked day with the time of day that the value had; in a cell, types it. */
static void
picked_cb (AcademyEntryEditor *self,
           const GDate        *day)
{
  AcademyEditor *editor = ACADEMY_EDITOR (self);
  const AcademyField *field = academy_editor_get_field (editor);
  gpointer saved = g_value_get_boxed (academy_item_get_value (academy_editor_get_item (editor), field));
  g_auto(GValue) value = G_VALUE_INIT;

  if (field->type == ACADEMY_INSTANT && saved == NULL)
    {
      type_day (self, day);
      return;
    }

  academy_value_init (field, &value);
  if (field->type == ACADEMY_INSTANT)
    g_value_take_boxed (&value, academy_instant_move (saved, day));
  else
    g_value_set_boxed (&value, day);

  academy_typing_take_pending (self->typing);
  set_text (self, &value);
  if (self->cell == NULL)
    academy_editor_commit (editor, &value, NULL);
}

static void
closed_cb (AcademyEntryEditor *self)
{
  gtk_text_grab_focus_without_selecting (self->text);
}

static gboolean
is_day (const AcademyField *field)
{
  return field->type == ACADEMY_DATE || field->type == ACADEMY_INSTANT;
}

static void
watch_calendar (AcademyEntryEditor *self,
                GtkWidget          *button)
{
  g_signal_connect_object (button, "choose-day", G_CALLBACK (choose_day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

static GtkInputPurpose
get_purpose (const AcademyField *field)
{
  switch (field->type)
    {
    case ACADEMY_EMAIL:
      return GTK_INPUT_PURPOSE_EMAIL;
    case ACADEMY_URI:
      return GTK_INPUT_PURPOSE_URL;
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

static void
watch_text (AcademyEntryEditor *self,
            GtkText            *text)
{
  self->text = text;
  gtk_text_set_input_purpose (text, get_purpose (academy_editor_get_field (ACADEMY_EDITOR (self))));
  self->typing = academy_typing_new (GTK_WIDGET (text));
}

static GtkWidget *
academy_entry_editor_create_row (AcademyEditor *editor)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);
  const AcademyField *field = academy_editor_get_field (editor);
  AdwEntryRow *row = ADW_ENTRY_ROW (adw_entry_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), academy_editor_get_label (editor));
  /* Ctrl+Z undoes the edit, wherever the focus is. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  if (is_day (field))
    watch_calendar (self, academy_day_button_add (row, academy_editor_get_label (editor)));

  watch_text (self, GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))));
  if (field->suggests != NULL)
    adw_entry_row_add_suffix (row, academy_suggestion_list_new (editor, self->text));

  g_signal_connect_object (self->typing, "paused", G_CALLBACK (paused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typing, "step-ends", G_CALLBACK (step_ends_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (row);
}

static gboolean
is_number (const AcademyField *field)
{
  return field->type == ACADEMY_INTEGER || field->type == ACADEMY_DECIMAL || field->type == ACADEMY_MONEY;
}

static GtkWidget *
academy_entry_editor_create_cell (AcademyEditor *editor)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);
  const AcademyField *field = academy_editor_get_field (editor);

  self->cell = ACADEMY_CELL_ENTRY (academy_cell_entry_new ());
  watch_text (self, academy_cell_entry_get_text (self->cell));
  if (is_number (field))
    gtk_editable_set_alignment (GTK_EDITABLE (self->text), 1);
  if (is_day (field))
    {
      self->calendar = academy_day_button_new (academy_editor_get_label (editor));
      watch_calendar (self, self->calendar);
      academy_cell_entry_add (self->cell, self->calendar);
    }
  if (field->suggests != NULL)
    {
      self->suggestions = academy_suggestion_list_new (editor, self->text);
      academy_cell_entry_add (self->cell, self->suggestions);
    }

  return GTK_WIDGET (self->cell);
}

static GtkWidget *
academy_entry_editor_get_control (AcademyEditor *editor)
{
  return GTK_WIDGET (ACADEMY_ENTRY_EDITOR (editor)->text);
}

static void
academy_entry_editor_begin (AcademyEditor *editor,
                            gboolean       empty)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);
  g_autofree char *text = academy_language_format_value (academy_language_get_default (),
                                                         academy_editor_get_field (editor), get_saved (self));

  academy_cell_entry_set_text (self->cell, empty ? "" : text);
}

/* Keeps a value that is more exact than its text. Refuses the end of a session
 * beside its start, since a cell has one value. */
static gboolean
academy_entry_editor_take (AcademyEditor  *editor,
                           GValue         *value,
                           GError        **error)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);

  if (!shows_saved (self))
    return parse (self, value, NULL, error);

  academy_value_init (academy_editor_get_field (editor), value);
  g_value_copy (get_saved (self), value);
  return TRUE;
}

static gboolean
academy_entry_editor_press (AcademyEditor   *editor,
                            guint            key,
                            GdkModifierType  modifiers)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (editor);
  gboolean opens = (modifiers == GDK_ALT_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)) ||
                   (modifiers == 0 && key == GDK_KEY_F4);

  if (self->suggestions != NULL)
    return academy_suggestion_list_press (ACADEMY_SUGGESTION_LIST (self->suggestions), key, modifiers);
  if (self->calendar == NULL || !opens)
    return FALSE;

  academy_day_button_popup (ACADEMY_DAY_BUTTON (self->calendar));
  return TRUE;
}

static void
academy_entry_editor_dispose (GObject *object)
{
  AcademyEntryEditor *self = ACADEMY_ENTRY_EDITOR (object);

  G_OBJECT_CLASS (academy_entry_editor_parent_class)->dispose (object);

  g_clear_object (&self->typing);
}

static void
academy_entry_editor_class_init (AcademyEntryEditorClass *klass)
{
  AcademyEditorClass *editor_class = ACADEMY_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_entry_editor_dispose;
  editor_class->create_row = academy_entry_editor_create_row;
  editor_class->create_cell = academy_entry_editor_create_cell;
  editor_class->get_control = academy_entry_editor_get_control;
  editor_class->show = academy_entry_editor_show;
  editor_class->begin = academy_entry_editor_begin;
  editor_class->take = academy_entry_editor_take;
  editor_class->press = academy_entry_editor_press;
  editor_class->flush = academy_entry_editor_flush;
  editor_class->is_unsaved = academy_entry_editor_is_unsaved;
  editor_class->revert = academy_entry_editor_revert;
  editor_class->bring_back = academy_entry_editor_bring_back;
  editor_class->reset = academy_entry_editor_reset;
}

static void
academy_entry_editor_init (AcademyEntryEditor *self)
{
}
