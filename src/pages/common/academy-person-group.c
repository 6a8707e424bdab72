/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-person-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "academy-commands.h"
#include "academy-draft.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-list-dialog.h"
#include "academy-people-commands.h"
#include "academy-person.h"
#include "academy-preferences.h"
#include "academy-text-dialog.h"
#include "academy-toast.h"

#define ACADEMY_TYPE_PERSON_GROUP (academy_person_group_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPersonGroup, academy_person_group, ACADEMY, PERSON_GROUP, AdwBin)

struct _AcademyPersonGroup {
  AdwBin        parent_instance;

  /* Template children */
  GtkListBox   *records;
  GtkWidget    *empty_label;
  GtkWidget    *add_row;
  GtkWidget    *erase_row;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *person;

  /* Borrowed */
  GtkWidget    *opener;
};

G_DEFINE_FINAL_TYPE (AcademyPersonGroup, academy_person_group, ADW_TYPE_BIN)

/**
 * AcademyPersonGroup:
 *
 * What a programme knows about a person beside the form: each role, session and
 * contact as a row that leads to its place, and what the person can ask for: all
 * data, and to be erased.
 */

/* A row that closes the dialog and shows the item in its place. */
static GtkWidget *
create_row (AcademyPersonGroup *self,
            AcademyItem        *item)
{
  const AcademyLanguage *language = academy_language_get_default ();
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = academy_item_dup_title (item, language);
  g_autoptr(GError) error = NULL;
  g_autofree char *subtitle = academy_person_describe_item (self->store, item, language, &error);

  if (error != NULL)
    academy_store_report (self->store, error);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", academy_item_get_kind (item)->name,
                                    academy_item_get_id (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-item");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  return row;
}

static void
fill (AcademyPersonGroup *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = academy_person_find_records (self->store, self->person, &error);

  if (records == NULL)
    {
      academy_store_report (self->store, error);
      return;
    }

  gtk_list_box_remove_all (self->records);
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (self->records, create_row (self, g_ptr_array_index (records, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->records), records->len > 0);
  gtk_widget_set_visible (self->empty_label, records->len == 0);
}

/* What the person is called is in no row. */
static void
changed_cb (AcademyPersonGroup *self,
            AcademyChanges     *changes)
{
  gboolean is_about_others = academy_changes_is_everything (changes);

  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);

      if (change->type == ACADEMY_CHANGE_REMOVED && g_str_equal (change->id, academy_item_get_id (self->person)))
        return;
      is_about_others = is_about_others || change->kind != academy_item_get_kind (self->person);
    }

  if (is_about_others)
    fill (self);
}

/* The role itself is chosen in its form. */
static void
chosen_cb (AcademyPersonGroup *self,
           AcademyItem        *organisation)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) role = academy_draft_new (self->store, &academy_participation_kind, organisation, &error);

  if (role == NULL)
    {
      academy_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_object_set (role, "person", academy_item_get_id (self->person), NULL);
  academy_item_dialog_open (GTK_WIDGET (self), role, self->store);
}

static void
add_cb (AcademyPersonGroup *self)
{
  AdwDialog *dialog =
    academy_list_dialog_new_chooser (self->store, &academy_organisation_kind, _("In which organisation?"));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_all_cb (AcademyPersonGroup *self)
{
  g_autofree char *title = academy_item_dup_title (self->person, academy_language_get_default ());
  g_autoptr(GError) error = NULL;
  g_autofree char *text =
    academy_person_dup_text (self->store, self->person, academy_language_get_default (), &error);

  if (text != NULL)
    adw_dialog_present (academy_text_dialog_new (title, text), GTK_WIDGET (self));
  else
    academy_toast_show_error (GTK_WIDGET (self), error);
}

static void
save_cb (AcademyPersonGroup *self)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = academy_item_dup_title (self->person, academy_language_get_default ());

  g_ptr_array_add (people, g_object_ref (self->person));
  academy_command_save_people (GTK_WIDGET (self), self->store, people, name);
}

/* Asks over what opened the dialog, which is there when the dialog has closed. */
static void
erase_cb (AcademyPersonGroup *self)
{
  if (self->opener != NULL)
    academy_command_delete (self->opener, self->store, self->person);
}

static void
academy_person_group_dispose (GObject *object)
{
  AcademyPersonGroup *self = ACADEMY_PERSON_GROUP (object);

  g_clear_weak_pointer (&self->opener);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PERSON_GROUP);
  g_clear_object (&self->person);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_person_group_parent_class)->dispose (object);
}

static void
academy_person_group_class_init (AcademyPersonGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_person_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-person-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPersonGroup, records);
  gtk_widget_class_bind_template_child (widget_class, AcademyPersonGroup, empty_label);
  gtk_widget_class_bind_template_child (widget_class, AcademyPersonGroup, add_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyPersonGroup, erase_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
academy_person_group_init (AcademyPersonGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_person_group_new:
 * @store: a store
 * @person: a person in it
 * @opener: (transfer none): the widget that shows the toast when @person is erased
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
academy_person_group_new (AcademyStore *store,
                          AcademyItem  *person,
                          GtkWidget    *opener)
{
  AcademyPersonGroup *self = g_object_new (ACADEMY_TYPE_PERSON_GROUP, NULL);

  self->store = g_object_ref (store);
  self->person = g_object_ref (person);
  g_set_weak_pointer (&self->opener, opener);
  gtk_widget_set_sensitive (self->add_row, !academy_store_is_read_only (store));
  gtk_widget_set_sensitive (self->erase_row, !academy_store_is_read_only (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  fill (self);

  return GTK_WIDGET (self);
}
