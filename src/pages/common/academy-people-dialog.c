/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-people-dialog.h"

#include "academy-dialog-undo.h"

struct _AcademyPeopleDialog {
  AdwDialog                 parent_instance;

  /* Template children */
  GtkLabel                 *explanation;
  GtkCheckButton           *all_button;
  GtkListView              *list_view;
  GtkButton                *go_button;

  /* Owned */
  GListStore               *people;
  GHashTable               *left_out;
  GHashTable               *reasoned;
  GHashTable               *checks;
  char                     *reason;

  AcademyPeopleDialogLabel  dup_label;
};

enum {
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyPeopleDialog, academy_people_dialog, ADW_TYPE_DIALOG)

static guint signals[N_SIGNALS];

/**
 * AcademyPeopleDialog:
 *
 * People of whom some or all are chosen, and a button that goes on with them. It
 * makes only the visible rows, so it works with thousands.
 *
 * Keys: Up and Down move, Enter and Space choose.
 */

static void all_toggled_cb (AcademyPeopleDialog *self);

static gboolean
is_chosen (AcademyPeopleDialog *self,
           gpointer             person)
{
  return !g_hash_table_contains (self->left_out, person);
}

static void
update (AcademyPeopleDialog *self)
{
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  guint n_chosen = n_people - g_hash_table_size (self->left_out);
  g_autofree char *label = self->dup_label (n_chosen);

  gtk_button_set_label (self->go_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), n_chosen > 0);

  g_signal_handlers_block_by_func (self->all_button, all_toggled_cb, self);
  gtk_check_button_set_active (self->all_button, n_chosen == n_people);
  gtk_check_button_set_inconsistent (self->all_button, n_chosen > 0 && n_chosen < n_people);
  g_signal_handlers_unblock_by_func (self->all_button, all_toggled_cb, self);
}

static GtkWidget *
get_check (GtkListItem *list_item)
{
  return gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
}

/* Shows a choice, and tells it to assistive technology as that of the row, which has
 * the focus. */
static void
show_choice (AcademyPeopleDialog *self,
             gpointer             person,
             GtkWidget           *check)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (check));
  gboolean chosen = is_chosen (self, person);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/* Shows in the visible rows who is chosen. */
static void
update_rows (AcademyPeopleDialog *self)
{
  g_autoptr(GPtrArray) people = g_hash_table_get_keys_as_ptr_array (self->checks);

  for (guint i = 0; i < people->len; i++)
    {
      gpointer person = g_ptr_array_index (people, i);

      show_choice (self, person, g_hash_table_lookup (self->checks, person));
    }
}

static void
choose (AcademyPeopleDialog *self,
        gpointer             person,
        gboolean             chosen)
{
  if (chosen)
    g_hash_table_remove (self->left_out, person);
  else
    g_hash_table_add (self->left_out, person);
}

static void
toggled_cb (GtkCheckButton *check,
            GtkListItem    *list_item)
{
  AcademyPeopleDialog *self = ACADEMY_PEOPLE_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (check), ACADEMY_TYPE_PEOPLE_DIALOG));
  gpointer person = gtk_list_item_get_item (list_item);

  choose (self, person, gtk_check_button_get_active (check));
  show_choice (self, person, GTK_WIDGET (check));
  update (self);
}

static void
activate_cb (AcademyPeopleDialog *self,
             guint                position)
{
  g_autoptr(AcademyItem) person = g_list_model_get_item (G_LIST_MODEL (self->people), position);

  choose (self, person, !is_chosen (self, person));
  update_rows (self);
  update (self);
}

/* Chooses by Space too, as in other lists of check marks. */
static gboolean
space_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  return gtk_widget_activate (gtk_root_get_focus (gtk_widget_get_root (widget)));
}

static void
all_toggled_cb (AcademyPeopleDialog *self)
{
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  gboolean all = gtk_check_button_get_active (self->all_button);

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr(AcademyItem) person = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      choose (self, person, all);
    }
  update_rows (self);
  update (self);
}

static GtkWidget *
create_label (const char * const *styles)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_css_classes (label, (const char **) styles);
  return label;
}

/* The row has the focus and the accessible text; its box shows the choice. */
static void
setup_cb (AcademyPeopleDialog *self,
          GtkListItem         *list_item)
{
  static const char * const title[] = { NULL };
  static const char * const subtitle[] = { "caption", "dimmed", NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_focusable (check, FALSE);
  gtk_box_append (GTK_BOX (texts), create_label (title));
  gtk_box_append (GTK_BOX (texts), create_label (subtitle));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_margin_start (row, 5);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (AcademyPeopleDialog *self,
         GtkListItem         *list_item)
{
  AcademyItem *person = gtk_list_item_get_item (list_item);
  const AcademyLanguage *language = academy_language_get_default ();
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (get_check (list_item)));
  g_autofree char *name = academy_item_dup_title (person, language);
  g_autofree char *subtitle = academy_item_dup_subtitle (person, language);
  const char *reason = self->reasoned != NULL && g_hash_table_contains (self->reasoned, person) ? self->reason : "";
  g_autofree char *text = g_strconcat (subtitle, *subtitle != '\0' && *reason != '\0' ? " · " : "", reason, NULL);

  gtk_label_set_label (GTK_LABEL (title), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), text);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (title), *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_check (list_item)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_list_item_set_accessible_label (list_item, name);
  gtk_list_item_set_accessible_description (list_item, text);
  show_choice (self, person, get_check (list_item));
  g_hash_table_insert (self->checks, person, get_check (list_item));
  g_signal_connect_object (get_check (list_item), "toggled", G_CALLBACK (toggled_cb), list_item, 0);
}

static void
unbind_cb (AcademyPeopleDialog *self,
           GtkListItem         *list_item)
{
  g_hash_table_remove (self->checks, gtk_list_item_get_item (list_item));
  g_signal_handlers_disconnect_by_func (get_check (list_item), toggled_cb, list_item);
}

static void
go_cb (AcademyPeopleDialog *self)
{
  g_autoptr(GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr(AcademyItem) person = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      if (is_chosen (self, person))
        g_ptr_array_add (chosen, g_steal_pointer (&person));
    }

  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, chosen);
  g_object_unref (self);
}

static void
academy_people_dialog_dispose (GObject *object)
{
  AcademyPeopleDialog *self = ACADEMY_PEOPLE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PEOPLE_DIALOG);
  g_clear_object (&self->people);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->reasoned, g_hash_table_unref);
  g_clear_pointer (&self->checks, g_hash_table_unref);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (academy_people_dialog_parent_class)->dispose (object);
}

static void
academy_people_dialog_class_init (AcademyPeopleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_people_dialog_dispose;

  /**
   * AcademyPeopleDialog::chosen:
   * @self: the dialog
   * @people: (element-type AcademyItem): the chosen people
   *
   * Emitted when the user goes on with some people. The dialog has closed.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  academy_dialog_undo_install_typing (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPeopleDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, AcademyPeopleDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyPeopleDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyPeopleDialog, go_button);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
academy_people_dialog_init (AcademyPeopleDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  self->people = g_list_store_new (ACADEMY_TYPE_ITEM);
  self->left_out = g_hash_table_new (NULL, NULL);
  self->checks = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                          gtk_callback_action_new (space_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), controller);
}

/**
 * academy_people_dialog_new:
 * @title: the title of the dialog
 * @explanation: what the people are chosen for
 * @dup_label: makes the label of the button
 * @people: (element-type AcademyItem): people, all of whom are chosen at first
 *
 * Returns: (transfer floating): the dialog, which emits
 *   #AcademyPeopleDialog::chosen
 */
AdwDialog *
academy_people_dialog_new (const char               *title,
                           const char               *explanation,
                           AcademyPeopleDialogLabel  dup_label,
                           GPtrArray                *people)
{
  AcademyPeopleDialog *self = g_object_new (ACADEMY_TYPE_PEOPLE_DIALOG, "title", title, NULL);
  g_autoptr(GtkNoSelection) selection = NULL;

  self->dup_label = dup_label;
  g_list_store_splice (self->people, 0, 0, people->pdata, people->len);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->people)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_label_set_label (self->explanation, explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  update (self);

  return ADW_DIALOG (self);
}

/**
 * academy_people_dialog_leave_out:
 * @self: the dialog
 * @people: (element-type AcademyItem): the set of those of its people who are not
 *   chosen at first
 * @reason: why, which their rows say
 */
void
academy_people_dialog_leave_out (AcademyPeopleDialog *self,
                                 GHashTable          *people,
                                 const char          *reason)
{
  GHashTableIter iter;
  gpointer person;

  self->reasoned = g_hash_table_ref (people);
  g_set_str (&self->reason, reason);
  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    g_hash_table_add (self->left_out, person);
  update_rows (self);
  update (self);
}
