/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-people-page.h"

#include <glib/gi18n-lib.h>

#include "academy-column.h"
#include "academy-file-chooser.h"
#include "academy-kinds.h"
#include "academy-late-menu.h"
#include "academy-list-dialog.h"
#include "academy-people-commands.h"
#include "academy-people-dialog.h"
#include "academy-retention-group.h"
#include "academy-section.h"
#include "academy-toast.h"
#include "academy-vcard.h"

struct _AcademyPeoplePage {
  AdwNavigationPage  parent_instance;

  /* Template children */
  AcademyColumn     *column;
  GtkMenuButton     *menu_button;
  GMenuModel        *contacts_menu;

  /* Owned */
  AcademyStore      *store;
  AcademyItem       *programme;
  GCancellable      *cancellable;
};

G_DEFINE_FINAL_TYPE (AcademyPeoplePage, academy_people_page, ADW_TYPE_NAVIGATION_PAGE)

/**
 * AcademyPeoplePage:
 *
 * The people of a programme, with a reminder when their data is to be erased, and
 * a menu to import and save them as contacts.
 */

static void
save (AcademyPeoplePage *self,
      AcademyItem       *owner)
{
  const char *organisation =
    academy_item_get_kind (owner) == &academy_organisation_kind ? academy_item_get_id (owner) : NULL;
  g_autofree char *name = academy_item_dup_title (owner, academy_language_get_default ());
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = academy_vcard_find_people (self->store, organisation, &error);

  if (people != NULL)
    academy_command_save_people (GTK_WIDGET (self->column), self->store, people, name);
  else
    academy_toast_show_error (GTK_WIDGET (self->column), error);
}

static void
save_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  save (ACADEMY_PEOPLE_PAGE (widget), ACADEMY_PEOPLE_PAGE (widget)->programme);
}

static void
save_organisation_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  AcademyPeoplePage *self = ACADEMY_PEOPLE_PAGE (widget);
  AdwDialog *dialog = academy_list_dialog_new_chooser (self->store, &academy_organisation_kind, _("Whose contacts?"));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
import (AcademyPeoplePage *self,
        GPtrArray         *people)
{
  g_autoptr(AcademyEdit) edit = academy_vcard_create_import (people);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  if (!academy_store_apply (self->store, edit, &error))
    {
      academy_toast_show_error (GTK_WIDGET (self->column), error);
      return;
    }

  message = g_strdup_printf (ngettext ("%u person added", "%u people added", people->len), people->len);
  academy_toast_show_undo (GTK_WIDGET (self->column), self->store, message);
}

static char *
dup_import_label (guint n_people)
{
  return g_strdup_printf (ngettext ("Add %u person", "Add %u people", n_people), n_people);
}

static void G_GNUC_PRINTF (2, 3)
append_sentence (GString    *text,
                 const char *format,
                 ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
}

/* Says how many of a file are new, and how many have no name. */
static char *
dup_explanation (guint n_people,
                 guint n_known,
                 guint n_skipped)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_sentence (text, ngettext ("The file has %u contact.", "The file has %u contacts.", n_people), n_people);
  if (n_known > 0)
    append_sentence (text, ngettext ("%u is here already by e-mail or name, and is left out unless you choose it.",
                                     "%u are here already by e-mail or name, and are left out unless you choose them.", n_known),
                     n_known);
  if (n_skipped > 0)
    append_sentence (text, ngettext ("%u more has no name and cannot be added.", "%u more have no name and cannot be added.",
                                     n_skipped),
                     n_skipped);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
show_preview (AcademyPeoplePage  *self,
              const char         *text,
              gsize               length,
              GError            **error)
{
  guint n_skipped;
  g_autoptr(GPtrArray) people = academy_vcard_read (text, length, academy_item_get_id (self->programme), &n_skipped, error);
  g_autoptr(GHashTable) known = people != NULL ? academy_vcard_find_known (self->store, people, error) : NULL;
  g_autofree char *explanation = NULL;
  AdwDialog *dialog;

  if (known == NULL)
    return FALSE;

  explanation = dup_explanation (people->len, g_hash_table_size (known), n_skipped);
  dialog = academy_people_dialog_new (_("Import contacts"), explanation, dup_import_label, people);
  academy_people_dialog_leave_out (ACADEMY_PEOPLE_DIALOG (dialog), known, _("Already here"));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (import), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return TRUE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(AcademyPeoplePage) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error) ||
      (gtk_widget_get_mapped (GTK_WIDGET (self)) && !show_preview (self, text, length, &error)))
    academy_toast_report (GTK_WIDGET (self->column), error);
}

/**
 * academy_people_page_import:
 * @self: a page
 * @file: a file of contacts
 *
 * Reads @file, and shows who is in it before anybody is added.
 */
void
academy_people_page_import (AcademyPeoplePage *self,
                            GFile             *file)
{
  g_file_load_contents_async (file, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(AcademyPeoplePage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    academy_people_page_import (self, file);
  else
    academy_toast_report (GTK_WIDGET (self->column), error);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyPeoplePage *self = ACADEMY_PEOPLE_PAGE (widget);
  g_autoptr(GtkFileDialog) dialog = academy_file_chooser_new (_("Import contacts"), _("Contacts (vCard)"), "*.vcf");

  academy_file_chooser_propose (dialog, academy_store_get_path (self->store), NULL);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), self->cancellable, open_cb, g_object_ref (self));
}

/* The focus may be on no row, as it is when the page is opened, but not in a dialog
 * over the page. */
static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (gtk_widget_get_mapped (widget) && (focus == NULL || gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) == NULL))
    academy_sections_paste (GTK_WIDGET (ACADEMY_PEOPLE_PAGE (widget)->column), &academy_person_kind);
}

static void
academy_people_page_dispose (GObject *object)
{
  AcademyPeoplePage *self = ACADEMY_PEOPLE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PEOPLE_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->programme);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_people_page_parent_class)->dispose (object);
}

static void
academy_people_page_class_init (AcademyPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_people_page_dispose;

  g_type_ensure (ACADEMY_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPeoplePage, column);
  gtk_widget_class_bind_template_child (widget_class, AcademyPeoplePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyPeoplePage, contacts_menu);

  gtk_widget_class_install_action (widget_class, "people.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "people.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "people.save-all", NULL, save_all_action);
  gtk_widget_class_install_action (widget_class, "people.save-organisation", NULL, save_organisation_action);
}

static void
academy_people_page_init (AcademyPeoplePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_late_menu_attach (self->menu_button, self->contacts_menu);
}

/**
 * academy_people_page_new:
 * @store: a store
 * @programme: the programme of @store
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
academy_people_page_new (AcademyStore *store,
                         AcademyItem  *programme)
{
  AcademyPeoplePage *self = g_object_new (ACADEMY_TYPE_PEOPLE_PAGE, NULL);

  self->store = g_object_ref (store);
  self->programme = g_object_ref (programme);
  academy_column_append (self->column, academy_retention_group_new (store, programme));
  academy_sections_append (self->column, store, academy_person_kind.page, programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.import", !academy_store_is_read_only (store));

  return ADW_NAVIGATION_PAGE (self);
}
