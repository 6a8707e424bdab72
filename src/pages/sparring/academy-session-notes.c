/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-session-notes.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "academy-commands.h"
#include "academy-context-menu.h"
#include "academy-draft.h"
#include "academy-item-dialog.h"
#include "academy-kept-end.h"
#include "academy-kept-line.h"
#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-note-row.h"
#include "academy-privacy.h"
#include "academy-session-note.h"
#include "academy-session-roles.h"
#include "academy-toast.h"

/* So many roles are told while one is typed. */
#define MOST_ROLES 6

struct _AcademySessionNotes {
  AdwBin               parent_instance;

  /* Template children */
  AdwToastOverlay     *toasts;
  GtkListView         *list_view;
  AdwWrapBox          *types;
  GtkEntry            *entry;
  GtkLabel            *hint;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *session;
  AcademyItem         *organisation;
  AcademyItem         *edited;
  AcademyItem         *current;
  AcademyItem         *contradicting;
  AcademyList         *list;
  GtkFilterListModel  *shown;
  GtkFilter           *filter;
  AcademySessionRoles *roles;
  char                *said;
  char                *draft;
  char                *given_up;
  AcademyItem         *given_up_note;
  AcademyKeptEnd      *end;
  AcademyKeptLine     *kept;

  /* Borrowed */
  AcademyPrivacy      *privacy;
  GtkToggleButton     *private_button;
  GtkToggleButton     *follow_up_button;
  GtkMenuButton       *role_button;

  gboolean             has_looked;
};

G_DEFINE_FINAL_TYPE (AcademySessionNotes, academy_session_notes, ADW_TYPE_BIN)

/**
 * AcademySessionNotes:
 *
 * The notes of a session, and below them one entry: a line is typed, Enter saves it,
 * and the next one begins. What a line says is written in it, see
 * academy_session_note_parse(); the buttons only change its marks. Up takes the last
 * note back into the entry. A line that is not saved yet is kept while an earlier note
 * is changed, comes back by undo after Escape, and is found again when the program was
 * killed.
 */

static const char *
get_type (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "academy-type");
}

static AcademySessionNote *
parse (AcademySessionNotes *self)
{
  return academy_session_roles_parse (self->roles, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Returns the roles that Tab takes, one after another. */
static GPtrArray *
find_roles (AcademySessionNotes *self)
{
  return academy_session_roles_find (self->roles, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
append_roles (GPtrArray *roles,
              GString   *meaning)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (roles->len, MOST_ROLES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", (const char *) g_ptr_array_index (roles, i));
  if (roles->len == 0)
    return;

  if (roles->len > MOST_ROLES)
    g_string_append (names, " …");
  /* On the same line, so that the entry stays where it is. */
  g_string_append (meaning, " · ");
  /* Translators: the key Tab completes a role that is being typed, to the first of those that follow */
  g_string_append_printf (meaning, _("Tab completes: %s"), names->str);
}

/* Says why the line cannot be saved, or returns %NULL. */
static char *
dup_fault (AcademySessionNotes      *self,
           const AcademySessionNote *note)
{
  g_autofree char *letters = NULL;

  if (note->unknown != NULL)
    {
      letters = academy_session_note_dup_letters (academy_language_get_default ());
      /* Translators: a typed word such as “/x”, and the words that are known: “/o /i /d” */
      return g_strdup_printf (_("“%s” is no type of note. Types: %s"), note->unknown, letters);
    }
  if (*note->text != '\0')
    return NULL;

  return g_strdup (note->kind == &academy_note_kind ? _("The text is missing: write what was said.")
                                                    : _("The text is missing: write what was promised."));
}

/* Says what the line will be, before it is saved. */
static char *
dup_meaning (AcademySessionNotes      *self,
             const AcademySessionNote *note)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyField *type = academy_kind_find_field (&academy_note_kind, "type");
  g_autoptr(GPtrArray) roles = find_roles (self);
  g_autoptr(GString) meaning = g_string_new (NULL);

  if (self->contradicting != NULL)
    return g_strdup (_("Choose the note that it contradicts. Escape cancels."));
  if (note->unknown != NULL)
    return dup_fault (self, note);

  if (note->kind == &academy_note_kind)
    g_string_append (meaning, academy_language_translate (language, academy_field_find_choice (type, note->type)->label));
  else
    g_string_append (meaning, _(note->kind->label));
  if (note->is_private)
    g_string_append_printf (meaning, " · %s", academy_privacy_is_hiding (self->privacy)
                                                ? _("Private, hidden while others see the screen") : _("Private"));
  if (note->role != NULL && note->is_new_role)
    {
      g_string_append (meaning, " · ");
      /* Translators: a typed word that is taken for the role of whoever is to do something, and is not in use yet */
      g_string_append_printf (meaning, _("Owner role: %s (new)"), note->role);
    }
  else if (note->role != NULL)
    g_string_append_printf (meaning, " · %s", note->role);
  if (g_date_valid (&note->due))
    {
      g_autofree char *due = academy_language_format_date (language, &note->due);

      g_string_append_printf (meaning, " · %s", due);
    }
  else if (note->kind == &academy_follow_up_kind && *note->text != '\0' && roles->len == 0)
    {
      g_string_append_printf (meaning, " · %s", _("no due date"));
    }
  if (self->edited != NULL)
    g_string_append_printf (meaning, " · %s", _("Enter saves the change, Escape cancels it"));
  append_roles (roles, meaning);

  return g_string_free_and_steal (g_steal_pointer (&meaning));
}

static void
show_meaning (AcademySessionNotes *self)
{
  g_autoptr(AcademySessionNote) note = parse (self);
  gboolean is_empty = gtk_entry_get_text_length (self->entry) == 0;
  gboolean is_note = note->kind == &academy_note_kind;
  g_autofree char *meaning = dup_meaning (self, note);

  gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
  if (is_empty && self->edited != NULL && self->contradicting == NULL)
    gtk_label_set_label (self->hint, _("Enter deletes the note, Escape cancels the change"));
  else if (is_empty && self->contradicting == NULL)
    gtk_label_set_label (self->hint, self->said != NULL ? self->said :
                         _("Enter saves · ! private · @director 15 Mar drafts it · role: whose note · Up edits the last"));
  else
    gtk_label_set_label (self->hint, meaning);

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->types)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (get_type (button) != NULL)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_note && g_str_equal (get_type (button), note->type));
  gtk_toggle_button_set_active (self->follow_up_button, !is_note);
  gtk_toggle_button_set_active (self->private_button, note->is_private);
  /* Others see the screen. */
  gtk_entry_set_visibility (self->entry, !(note->is_private && academy_privacy_is_hiding (self->privacy)));
}

static void
set_line (AcademySessionNotes *self,
          const char          *line)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), line);
  gtk_entry_grab_focus_without_selecting (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  show_meaning (self);
}

static void
type_clicked_cb (AcademySessionNotes *self,
                 GtkWidget           *button)
{
  const char *before = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *line = academy_session_note_set_type (before, get_type (button), academy_language_get_default ());

  set_line (self, line);
}

static void
private_clicked_cb (AcademySessionNotes *self)
{
  const char *before = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr(AcademySessionNote) note = parse (self);
  g_autofree char *line = academy_session_note_set_private (before, !note->is_private, academy_language_get_default ());

  set_line (self, line);
}

static void
role_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademySessionNotes *self = ACADEMY_SESSION_NOTES (widget);
  const char *before = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *line = academy_session_roles_set (self->roles, before, g_variant_get_string (parameter, NULL));

  set_line (self, line);
}

/* Begins a new line, or goes on with the one that was typed before a note was changed. */
static void
leave_edited (AcademySessionNotes *self)
{
  g_autofree char *draft = g_steal_pointer (&self->draft);

  g_clear_object (&self->edited);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New note"), -1);
  set_line (self, draft != NULL ? draft : "");
}

static void
begin_editing (AcademySessionNotes *self,
               AcademyItem         *note)
{
  g_autofree char *line = academy_session_note_dup_typed (note, academy_language_get_default ());

  if (self->edited == NULL && gtk_entry_get_text_length (self->entry) > 0)
    g_set_str (&self->draft, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_set_object (&self->edited, note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(academy_note_kind.change), -1);
  set_line (self, line);
}

/* The file keeps seconds: of several notes within one each comes after the other. */
static void
put_last (AcademySessionNotes *self,
          AcademyItem         *note)
{
  const AcademyField *field = academy_kind_find_field (&academy_note_kind, "time");
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr(AcademyItem) last = n_items > 0 ? g_list_model_get_item (G_LIST_MODEL (self->list), n_items - 1) : NULL;
  GDateTime *time = g_value_get_boxed (academy_item_get_value (note, field));
  GDateTime *before = last != NULL ? g_value_get_boxed (academy_item_get_value (last, field)) : NULL;

  gint64 ahead = before != NULL ? g_date_time_to_unix (before) - g_date_time_to_unix (time) : -1;

  if (ahead >= 0 && ahead < 60)
    {
      g_autoptr(GDateTime) next = g_date_time_add_seconds (before, 1);

      g_object_set (note, "time", next, NULL);
    }
}

/* Begins a note of the session, or a follow-up agreed in it. */
static AcademyItem *
create (AcademySessionNotes *self,
        const AcademyKind   *kind,
        GError             **error)
{
  AcademyItem *item = academy_draft_new (self->store, kind, self->organisation, error);

  if (item == NULL)
    return NULL;

  g_object_set (item, "session", academy_item_get_id (self->session), NULL);
  if (kind == &academy_note_kind)
    put_last (self, item);
  return item;
}

/* Gives up what was typed for another note than the one that was changed; a note may
 * become a follow-up, which is another item. */
static gboolean
write_note (AcademySessionNotes      *self,
            const AcademySessionNote *note,
            GError                  **error)
{
  gboolean is_new = self->edited == NULL || academy_item_get_kind (self->edited) != note->kind;
  g_autoptr(AcademyEdit) edit = academy_edit_new (is_new ? note->kind->add : note->kind->change);
  g_autoptr(AcademyItem) item = is_new ? create (self, note->kind, error) : g_object_ref (self->edited);

  if (item == NULL)
    return FALSE;

  academy_draft_write (item, edit);
  academy_session_note_write (note, edit, item);
  if (is_new && self->edited != NULL)
    academy_edit_delete (edit, self->edited);
  if (!academy_store_apply (self->store, edit, error))
    return FALSE;

  academy_draft_end (item);
  return TRUE;
}

/* Says below the line, which stays, why it is not saved. */
static void
refuse (AcademySessionNotes *self,
        const char          *fault)
{
  gtk_label_set_label (self->hint, fault);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), fault, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_error_bell (GTK_WIDGET (self->entry));
}

/* Whether nothing was typed but spaces. */
static gboolean
is_blank (AcademySessionNotes *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return typed[strspn (typed, " ")] == '\0';
}

static void
save (AcademySessionNotes *self)
{
  g_autoptr(AcademySessionNote) note = parse (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = dup_fault (self, note);
  g_autofree char *meaning = NULL;
  gboolean is_new = self->edited == NULL;

  if (is_blank (self))
    {
      leave_edited (self);
      return;
    }
  if (fault != NULL)
    {
      refuse (self, fault);
      return;
    }
  if (!write_note (self, note, &error))
    {
      academy_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_object (&self->edited);
  g_clear_pointer (&self->given_up, g_free);
  meaning = dup_meaning (self, note);
  g_free (self->said);
  /* Translators: below the entry: what was saved, such as “Decision · Director” */
  self->said = g_strdup_printf (_("Saved: %s"), meaning);
  /* A follow-up is none of the notes above. */
  if (note->kind == &academy_follow_up_kind)
    academy_toast_show_undo (GTK_WIDGET (self), self->store, self->said);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self), self->said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  /* A new note with a role in use changes none of them. */
  if (note->role != NULL && !(is_new && academy_session_roles_has (self->roles, note->role)))
    academy_session_roles_read (self->roles);
  leave_edited (self);
  if (is_new)
    academy_kept_end_go (self->end);
}

/* Saves the line; Enter in one of a note that was emptied deletes that. */
static void
entered_cb (AcademySessionNotes *self)
{
  g_autoptr(AcademyItem) emptied = is_blank (self) && self->edited != NULL ? g_object_ref (self->edited) : NULL;

  save (self);
  if (emptied != NULL)
    academy_command_delete (GTK_WIDGET (self), self->store, emptied);
}

/* Whether the line is a note as it is in the file, or none. */
static gboolean
is_untouched (AcademySessionNotes *self)
{
  g_autofree char *line = self->edited != NULL ? academy_session_note_dup_typed (self->edited, academy_language_get_default ())
                                               : g_strdup ("");

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), line);
}

/* Keeps what is typed and not saved. */
static void
keep (AcademySessionNotes *self)
{
  const char *typed = is_blank (self) ? NULL : gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->kept == NULL)
    return;

  if (self->edited == NULL)
    academy_kept_line_set (self->kept, typed, NULL, NULL);
  else if (typed == NULL || is_untouched (self))
    academy_kept_line_set (self->kept, self->draft, NULL, NULL);
  else
    academy_kept_line_set (self->kept, self->draft, academy_item_get_id (self->edited), typed);
}

/* Finds what was kept. The change of a note that is hidden comes back by undo. */
static void
find_kept (AcademySessionNotes *self)
{
  g_autoptr(AcademyItem) note = NULL;
  g_autofree char *line = NULL;
  g_autofree char *id = NULL;
  g_autofree char *change = NULL;

  if (!academy_kept_line_find (self->kept, &line, &id, &change))
    return;

  if (line != NULL)
    set_line (self, line);
  if (change != NULL && id != NULL)
    note = academy_store_get (self->store, &academy_note_kind, id, NULL);
  if (note != NULL && academy_privacy_hides (self->store, note))
    {
      g_set_str (&self->given_up, change);
      g_set_object (&self->given_up_note, note);
    }
  else if (note != NULL)
    {
      begin_editing (self, note);
      set_line (self, change);
    }
  if (gtk_entry_get_text_length (self->entry) > 0)
    academy_toast_show (GTK_WIDGET (self), _("The line that was not saved is here again"));
}

/* What is in the file already is undone by an edit, and not in the entry. */
static void
typed_cb (AcademySessionNotes *self)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), !is_untouched (self));
  if (gtk_entry_get_text_length (self->entry) > 0)
    g_clear_pointer (&self->said, g_free);
  show_meaning (self);
  keep (self);
}

static void
choose_contradicting (AcademySessionNotes *self,
                      AcademyItem         *note)
{
  g_set_object (&self->contradicting, note);
  show_meaning (self);
  if (note != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->hint),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Leaves the line as it is in the file, or none; undo brings back what was typed. */
static void
give_up (AcademySessionNotes *self)
{
  if (!is_untouched (self))
    {
      g_set_str (&self->given_up, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
      g_set_object (&self->given_up_note, self->edited);
    }
  leave_edited (self);
}

/* Edits the note @step before or after the edited one, from the end of the list. */
static void
edit_neighbour (AcademySessionNotes *self,
                int                  step)
{
  int n_items = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  int place = n_items;
  g_autoptr(AcademyItem) note = NULL;

  for (int i = 0; i < n_items && self->edited != NULL; i++)
    {
      g_autoptr(AcademyItem) other = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (other == self->edited)
        place = i;
    }

  place += step;
  if (place < 0)
    return;
  if (place >= n_items)
    {
      leave_edited (self);
      return;
    }
  note = g_list_model_get_item (G_LIST_MODEL (self->shown), place);
  begin_editing (self, note);
  gtk_list_view_scroll_to (self->list_view, place, GTK_LIST_SCROLL_NONE, NULL);
}

/* Completes the role that is being typed, or takes the next one; returns %FALSE when
 * there is none. */
static gboolean
complete_role (AcademySessionNotes *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *role;
  g_autofree char *line = academy_session_roles_complete (self->roles, typed, &role);

  if (line == NULL)
    return FALSE;

  set_line (self, line);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), role, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

/* Begins a new line within the note; Enter alone saves it. */
static void
break_line (AcademySessionNotes *self)
{
  int position;

  gtk_editable_delete_selection (GTK_EDITABLE (self->entry));
  position = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), "\n", -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), position);
}

static gboolean
key_pressed_cb (AcademySessionNotes *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((modifiers == GDK_SHIFT_MASK || modifiers == GDK_CONTROL_MASK) && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      break_line (self);
      return GDK_EVENT_STOP;
    }
  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  /* The letter that is typed now can be undone. */
  if (gdk_keyval_to_unicode (keyval) >= ' ')
    gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      /* GTK would move the focus away from what is being typed. */
      if (is_untouched (self))
        edit_neighbour (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (is_untouched (self) && self->edited == NULL)
        return GDK_EVENT_PROPAGATE;
      if (is_untouched (self))
        edit_neighbour (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      return complete_role (self);
    case GDK_KEY_Escape:
      if (self->contradicting != NULL)
        choose_contradicting (self, NULL);
      else
        give_up (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
set_contradicts (AcademySessionNotes *self,
                 AcademyItem         *note,
                 const char          *other)
{
  const AcademyField *field = academy_kind_find_field (&academy_note_kind, "contradicts");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_note_kind.change);
  g_autoptr(GError) error = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  g_value_set_string (&value, other);
  academy_edit_set (edit, note, field, &value);
  if (!academy_store_apply (self->store, edit, &error))
    academy_toast_show_error (GTK_WIDGET (self), error);
}

static void
activate_cb (AcademySessionNotes *self,
             guint                position)
{
  g_autoptr(AcademyItem) note = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (self->contradicting == NULL)
    {
      /* A change that was typed without Enter */
      if (self->edited != NULL && !is_untouched (self))
        save (self);
      if (self->edited == NULL || is_untouched (self))
        begin_editing (self, note);
      return;
    }

  set_contradicts (self, self->contradicting, academy_item_get_id (note));
  academy_session_notes_start (self);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademySessionNotes *self = ACADEMY_SESSION_NOTES (widget);

  academy_item_dialog_open (widget, self->current, self->store);
}

static void
contradict_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AcademySessionNotes *self = ACADEMY_SESSION_NOTES (widget);

  choose_contradicting (self, self->current);
}

static void
agree_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AcademySessionNotes *self = ACADEMY_SESSION_NOTES (widget);

  set_contradicts (self, self->current, NULL);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademySessionNotes *self = ACADEMY_SESSION_NOTES (widget);

  academy_command_delete (widget, self->store, self->current);
}

static GMenuModel *
create_context_menu (GtkWidget *widget,
                     GtkWidget *target,
                     gpointer   data)
{
  AcademySessionNotes *self = ACADEMY_SESSION_NOTES (widget);
  AcademyItem *note = academy_note_row_find (target);
  GMenu *menu;

  if (note == NULL)
    return NULL;

  g_set_object (&self->current, note);
  menu = g_menu_new ();
  g_menu_append (menu, _("_Open"), "notes.open");
  g_menu_append (menu, _("_Contradicts another note…"), "notes.contradict");
  if (academy_item_get_text (note, "contradicts") != NULL)
    g_menu_append (menu, _("Contradicts _none"), "notes.agree");
  academy_context_menu_append_apart (menu, _("De_lete"), "notes.delete");

  return G_MENU_MODEL (menu);
}

static gboolean
is_shown (gpointer item,
          gpointer data)
{
  return !academy_privacy_hides (ACADEMY_SESSION_NOTES (data)->store, item);
}

static void
changed_cb (AcademySessionNotes *self,
            AcademyChanges      *changes)
{
  const AcademyField *flag = academy_kind_find_field (&academy_note_kind, academy_note_kind.confidential);

  /* A note that becomes private goes, also by undo. */
  for (guint i = 0; academy_privacy_is_hiding (self->privacy) && i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);

      if (change->kind == &academy_note_kind && change->type == ACADEMY_CHANGE_CHANGED &&
          (change->fields & academy_kind_get_bit (&academy_note_kind, flag)) != 0)
        {
          gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
          break;
        }
    }

  if (self->edited != NULL && !academy_store_has (self->store, academy_item_get_kind (self->edited),
                                                  academy_item_get_id (self->edited)))
    leave_edited (self);
}

/* Others see the screen now, or do not any more. */
static void
privacy_cb (AcademySessionNotes *self)
{
  if (self->edited != NULL && academy_privacy_hides (self->store, self->edited))
    leave_edited (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_meaning (self);
}

/* Underlines the letter of a type in its label. */
static char *
dup_mnemonic (const char *label,
              char        letter)
{
  gsize place = 0;

  while (label[place] != '\0' && g_ascii_tolower (label[place]) != letter)
    place++;

  return label[place] != '\0' ? g_strdup_printf ("%.*s_%s", (int) place, label, label + place) : g_strdup (label);
}

/* A button that changes the marks of the line, with what is typed for that beside its label. */
static GtkToggleButton *
add_button (AcademySessionNotes *self,
            const char          *label,
            const char          *mark,
            GCallback            clicked)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new_with_mnemonic (label);
  GtkWidget *hint = gtk_label_new (mark);

  gtk_label_set_mnemonic_widget (GTK_LABEL (name), button);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dimmed");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "note-mark");
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->types, button);

  return GTK_TOGGLE_BUTTON (button);
}

static void
add_types (AcademySessionNotes *self)
{
  const AcademyField *field = academy_kind_find_field (&academy_note_kind, "type");
  const AcademyLanguage *language = academy_language_get_default ();

  for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
    {
      char letter = academy_session_note_get_letter (choice->token, language);
      char mark[] = { '/', letter, '\0' };
      g_autofree char *label = dup_mnemonic (_(choice->label), letter);
      GtkToggleButton *button = add_button (self, label, mark, G_CALLBACK (type_clicked_cb));

      g_object_set_data (G_OBJECT (button), "academy-type", (gpointer) choice->token);
    }

  self->follow_up_button = add_button (self, _(academy_follow_up_kind.label), "@", G_CALLBACK (type_clicked_cb));
  self->private_button = add_button (self, _("Private"), "!", G_CALLBACK (private_clicked_cb));
  self->role_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->role_button, _("Whose note"));
  gtk_widget_add_css_class (GTK_WIDGET (self->role_button), "note-mark");
  adw_wrap_box_append (self->types, GTK_WIDGET (self->role_button));
}

static void
academy_session_notes_map (GtkWidget *widget)
{
  AcademySessionNotes *self = ACADEMY_SESSION_NOTES (widget);

  GTK_WIDGET_CLASS (academy_session_notes_parent_class)->map (widget);

  if (self->kept != NULL && !self->has_looked)
    find_kept (self);
  self->has_looked = TRUE;
}

/* A session that goes on finds the line, also while GTK keeps the page that was left. */
static void
academy_session_notes_unmap (GtkWidget *widget)
{
  AcademySessionNotes *self = ACADEMY_SESSION_NOTES (widget);

  if (self->kept != NULL)
    academy_kept_line_flush (self->kept);

  GTK_WIDGET_CLASS (academy_session_notes_parent_class)->unmap (widget);
}

static void
academy_session_notes_dispose (GObject *object)
{
  AcademySessionNotes *self = ACADEMY_SESSION_NOTES (object);

  g_clear_pointer (&self->kept, academy_kept_line_free);
  g_clear_object (&self->end);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_SESSION_NOTES);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->list);
  g_clear_object (&self->edited);
  g_clear_object (&self->current);
  g_clear_object (&self->contradicting);
  g_clear_object (&self->organisation);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  g_clear_object (&self->roles);
  g_clear_pointer (&self->said, g_free);
  g_clear_pointer (&self->draft, g_free);
  g_clear_pointer (&self->given_up, g_free);
  g_clear_object (&self->given_up_note);

  G_OBJECT_CLASS (academy_session_notes_parent_class)->dispose (object);
}

static void
academy_session_notes_class_init (AcademySessionNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_session_notes_dispose;
  widget_class->map = academy_session_notes_map;
  widget_class->unmap = academy_session_notes_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-session-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademySessionNotes, toasts);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionNotes, list_view);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionNotes, types);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionNotes, entry);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionNotes, hint);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);

  gtk_widget_class_install_action (widget_class, "notes.role", "s", role_action);
  gtk_widget_class_install_action (widget_class, "notes.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "notes.contradict", NULL, contradict_action);
  gtk_widget_class_install_action (widget_class, "notes.agree", NULL, agree_action);
  gtk_widget_class_install_action (widget_class, "notes.delete", NULL, delete_action);
}

static void
academy_session_notes_init (AcademySessionNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_toast_take_place (self->toasts);
  self->end = academy_kept_end_new (self->list_view);
  add_types (self);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  academy_context_menu_attach (GTK_WIDGET (self), create_context_menu, NULL);
}

/**
 * academy_session_notes_set_session:
 * @self: notes without a session
 * @store: a store
 * @session: a sparring session
 *
 * Shows the notes of @session, with the last one in sight.
 */
void
academy_session_notes_set_session (AcademySessionNotes *self,
                                   AcademyStore        *store,
                                   AcademyItem         *session)
{
  const AcademyField *link = academy_kind_find_field (&academy_note_kind, "session");
  g_autoptr(GtkListItemFactory) factory = academy_note_row_factory_new (store);
  g_autoptr(GtkNoSelection) selection = NULL;
  g_autoptr(GError) error = NULL;

  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  self->privacy = academy_privacy_get (store);
  self->roles = academy_session_roles_new (store, session);
  gtk_menu_button_set_menu_model (self->role_button, academy_session_roles_get_menu (self->roles));
  self->organisation = academy_store_get_owner (store, session, &error);
  if (self->organisation == NULL)
    {
      academy_store_report (store, error);
      return;
    }

  self->list = academy_list_new_for_query (store, &academy_note_kind, &(AcademyQuery) {
    .owner = academy_item_get_id (self->organisation),
    .link = link,
    .target = academy_item_get_id (session),
    .order = { "time" },
  });
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->list)), g_object_ref (self->filter));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->privacy, "changed", G_CALLBACK (privacy_cb), self, G_CONNECT_SWAPPED);
  typed_cb (self);
  self->kept = academy_kept_line_new (store, academy_item_get_id (session));
  academy_kept_end_go (self->end);
}

/**
 * academy_session_notes_start:
 * @self: the notes of a session
 *
 * Moves the focus to the entry. If a note is being chosen, it is not any more.
 */
void
academy_session_notes_start (AcademySessionNotes *self)
{
  if (self->contradicting != NULL)
    choose_contradicting (self, NULL);
  gtk_entry_grab_focus_without_selecting (self->entry);
  /* The stack that shows the notes again has selected the line, which typing would replace. */
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * academy_session_notes_take_focus:
 * @self: the notes of a session
 *
 * Moves the focus to the entry if they are shown, unless it is there, or in the list
 * where a note is being chosen.
 */
void
academy_session_notes_take_focus (AcademySessionNotes *self)
{
  gboolean has_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !has_focus && self->contradicting == NULL)
    academy_session_notes_start (self);
}

/**
 * academy_session_notes_bring_back:
 * @self: the notes of a session
 *
 * Brings back the line that Escape emptied, when the focus is in the empty entry. The
 * undo of the entry itself knows nothing of a text that is hidden.
 *
 * Returns: whether there was such a line, so that no edit should be undone
 */
gboolean
academy_session_notes_bring_back (AcademySessionNotes *self)
{
  g_autofree char *line = NULL;

  if (self->given_up == NULL || self->edited != NULL || gtk_entry_get_text_length (self->entry) > 0 ||
      (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return FALSE;

  line = g_steal_pointer (&self->given_up);
  if (self->given_up_note != NULL &&
      academy_store_has (self->store, &academy_note_kind, academy_item_get_id (self->given_up_note)))
    begin_editing (self, self->given_up_note);
  set_line (self, line);
  return TRUE;
}

/**
 * academy_session_notes_save:
 * @self: the notes of a session
 *
 * Saves a line that was typed without Enter.
 *
 * Returns: whether nothing is left to save
 */
gboolean
academy_session_notes_save (AcademySessionNotes *self)
{
  if (!is_untouched (self))
    save (self);
  if (self->edited != NULL && is_untouched (self))
    leave_edited (self);
  /* The line that came back */
  if (self->edited == NULL && !is_untouched (self))
    save (self);

  return is_untouched (self);
}
