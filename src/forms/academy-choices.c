/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-choices.h"

#include "academy-descendant.h"
#include "academy-type-ahead.h"

/* The list is as wide as its texts, up to this; libadwaita cuts them after 20. */
#define MOST_CHARACTERS 60

#define ACADEMY_TYPE_LETTERS (academy_letters_get_type ())

G_DECLARE_FINAL_TYPE (AcademyLetters, academy_letters, ACADEMY, LETTERS, GObject)

struct _AcademyLetters {
  GObject           parent_instance;

  /* Borrowed */
  AdwComboRow      *row;

  /* Owned */
  AcademyTypeAhead *typed;
};

G_DEFINE_FINAL_TYPE (AcademyLetters, academy_letters, G_TYPE_OBJECT)

/* AcademyLetters: type-ahead in the list of a row. */

static GtkWidget *
get_popover (AdwComboRow *row)
{
  return academy_descendant_find (GTK_WIDGET (row), GTK_TYPE_POPOVER);
}

static GtkListView *
get_list (AdwComboRow *row)
{
  return GTK_LIST_VIEW (academy_descendant_find (get_popover (row), GTK_TYPE_LIST_VIEW));
}

static void
go_to (AdwComboRow *row,
       guint        position)
{
  gtk_list_view_scroll_to (get_list (row), position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static guint
get_current (AdwComboRow *row)
{
  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (get_list (row))));
}

/* Lets the list select the row under the pointer, once the pointer really moves. */
static void
pointer_used_cb (AcademyLetters *self)
{
  gtk_list_view_set_single_click_activate (get_list (self->row), TRUE);
}

/* Opens the list at the chosen row, whatever row had the focus before, and
 * whichever the pointer rests on. */
static void
opened_cb (AcademyLetters *self)
{
  guint selected = adw_combo_row_get_selected (self->row);

  academy_type_ahead_reset (self->typed);
  gtk_list_view_set_single_click_activate (get_list (self->row), FALSE);
  if (selected != GTK_INVALID_LIST_POSITION)
    go_to (self->row, selected);
}

/* Let the arrow keys open the list: they would move the focus to the next field,
 * and the next letters would be lost. */
static gboolean
is_opener (guint           keyval,
           GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  switch (keyval)
    {
    case GDK_KEY_F4:
      return modifiers == 0;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return (modifiers & ~GDK_ALT_MASK) == 0;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (AcademyLetters *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  GListModel *strings = adw_combo_row_get_model (self->row);
  gboolean is_letter = (g_unichar_isalnum (letter) || academy_type_ahead_goes_on (self->typed, strings, letter)) &&
                       (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0;
  gboolean is_open = gtk_widget_get_mapped (get_popover (self->row));
  guint position;

  if ((!is_letter && (is_open || !is_opener (keyval, state))) ||
      g_list_model_get_n_items (strings) == 0)
    return GDK_EVENT_PROPAGATE;

  if (!is_open)
    adw_action_row_activate (ADW_ACTION_ROW (self->row));
  if (is_letter && academy_type_ahead_find (self->typed, strings, get_current (self->row), letter, &position))
    go_to (self->row, position);
  return GDK_EVENT_STOP;
}

static void
release (gpointer  data,
         GClosure *closure)
{
  g_object_unref (data);
}

/* Connects a handler that holds a reference to @self. Nothing else does. */
static void
connect (gpointer        object,
         const char     *signal,
         GCallback       callback,
         AcademyLetters *self,
         GConnectFlags   flags)
{
  g_signal_connect_data (object, signal, callback, g_object_ref (self), release, flags);
}

static void
watch_keys (AcademyLetters     *self,
            GtkWidget          *widget,
            GtkPropagationPhase phase)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
watch_pointer (AcademyLetters *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  connect (motion, "motion", G_CALLBACK (pointer_used_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (get_popover (self->row), motion);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  connect (click, "pressed", G_CALLBACK (pointer_used_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (get_popover (self->row), GTK_EVENT_CONTROLLER (click));
}

static void
academy_letters_finalize (GObject *object)
{
  academy_type_ahead_free (ACADEMY_LETTERS (object)->typed);

  G_OBJECT_CLASS (academy_letters_parent_class)->finalize (object);
}

static void
academy_letters_class_init (AcademyLettersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_letters_finalize;
}

static void
academy_letters_init (AcademyLetters *self)
{
  self->typed = academy_type_ahead_new ();
}

/* Tells assistive technology the choice: the row shows it in a list without a
 * name, which is not announced. */
static void
tell_choice (AdwComboRow *row)
{
  GtkStringObject *choice = adw_combo_row_get_selected_item (row);
  const char *text = choice != NULL ? gtk_string_object_get_string (choice) : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Activates a row with a single choice, which libadwaita does not open. */
static void
let_one_open (AdwComboRow *row)
{
  if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)) ||
      g_list_model_get_n_items (adw_combo_row_get_model (row)) == 0)
    return;

  gtk_widget_set_visible (gtk_widget_get_parent (get_popover (row)), TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
setup_chosen_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, label);
}

static void
bind_chosen_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARACTERS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (choice, box);
}

/* Shows the check of the chosen text, and keeps its place beside the others. */
static void
update_check (GtkListItem *choice,
              GParamSpec  *pspec,
              AdwComboRow *row)
{
  gboolean is_chosen = gtk_list_item_get_item (choice) == adw_combo_row_get_selected_item (row);

  gtk_widget_set_opacity (gtk_widget_get_last_child (gtk_list_item_get_child (choice)), is_chosen ? 1 : 0);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *choice,
                AdwComboRow              *row)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (choice));

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (gtk_list_item_get_item (choice)));
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (update_check), choice, G_CONNECT_SWAPPED);
  update_check (choice, NULL, row);
}

static void
unbind_choice_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *choice,
                  AdwComboRow              *row)
{
  g_signal_handlers_disconnect_by_func (row, update_check, choice);
}

/* Gives the choice the room that there is in the row, and the list the width of its
 * texts: libadwaita shows no more than 20 letters of either. */
static void
set_factories (AdwComboRow *row)
{
  g_autoptr(GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (setup_chosen_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_chosen_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect_object (list, "bind", G_CALLBACK (bind_choice_cb), row, 0);
  g_signal_connect_object (list, "unbind", G_CALLBACK (unbind_choice_cb), row, 0);
  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, list);
}

/**
 * academy_choices_set_up:
 * @row: a row to choose a string from
 *
 * Makes the list of @row open at the chosen row, wherever the pointer rests; also
 * by the arrow keys and F4, and with a single choice. Both the row and the list show
 * as much of a text as there is room for. Adds type-ahead, and exposes the choice to
 * assistive technology.
 */
void
academy_choices_set_up (AdwComboRow *row)
{
  g_autoptr(AcademyLetters) letters = g_object_new (ACADEMY_TYPE_LETTERS, NULL);

  letters->row = row;
  set_factories (row);
  /* An open list is a popover, whose key events do not reach the row. */
  watch_keys (letters, GTK_WIDGET (row), GTK_PHASE_BUBBLE);
  watch_keys (letters, get_popover (row), GTK_PHASE_CAPTURE);
  watch_pointer (letters);
  connect (get_popover (row), "map", G_CALLBACK (opened_cb), letters, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  g_signal_connect (row, "notify::activatable", G_CALLBACK (let_one_open), NULL);
  let_one_open (row);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (tell_choice), NULL);
  tell_choice (row);
}
