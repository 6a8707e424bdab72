/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-new-organisation.h"

#include <glib/gi18n-lib.h>

#include "academy-cohort.h"
#include "academy-follow.h"
#include "academy-kinds.h"
#include "academy-name-list.h"
#include "academy-typing.h"

struct _AcademyNewOrganisation {
  AdwDialog            parent_instance;

  /* Template children */
  AdwEntryRow         *entry;
  AdwPreferencesGroup *preview;
  GtkLabel            *status;
  GtkButton           *button;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *programme;
  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (AcademyNewOrganisation, academy_new_organisation, ADW_TYPE_DIALOG)

/**
 * AcademyNewOrganisation:
 *
 * Asks for the name of a new organisation, shows the short name for files derived
 * from it, adds it and asks for the next one. A pasted list adds an organisation
 * for each of its lines, in one edit.
 *
 * Keys: Enter adds the written names, Escape closes.
 */

static AcademyNameList *
get_names (AcademyNewOrganisation *self)
{
  return academy_name_list_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
say (AcademyNewOrganisation *self,
     const char             *text,
     gboolean                is_error)
{
  gtk_label_set_label (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *text != '\0');
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
  if (*text != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static const AcademyField *
get_slug_field (void)
{
  return academy_kind_find_field (&academy_organisation_kind, "slug");
}

static void
add_preview (AcademyNewOrganisation *self,
             const char             *name,
             const char             *slug)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: the short name that the files of an organisation will have */
  g_autofree char *subtitle = g_strdup_printf (_("Short name for files: %s"), slug);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->preview, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_names (AcademyNewOrganisation *self,
            GPtrArray              *names)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) taken =
    academy_follow_get_taken (self->store, &academy_organisation_kind, get_slug_field (), &error);
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->preview, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; taken != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *slug = academy_follow_dup_slug (get_slug_field (), name, taken);

      add_preview (self, name, slug);
    }
  if (error != NULL)
    say (self, error->message, TRUE);

  label = names->len > 1
          ? g_strdup_printf (ngettext ("_Add %u organisation", "_Add %u organisations", names->len), names->len)
          : g_strdup (_("_Add organisation"));
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_button_set_label (self->button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), names->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), names->len > 0);
}

static void
changed_cb (AcademyNewOrganisation *self)
{
  g_autoptr(AcademyNameList) list = get_names (self);
  g_autofree char *remark = academy_name_list_dup_remark (list);

  if (list->names->len > 0)
    say (self, remark != NULL ? remark : "", FALSE);
  show_names (self, list->names);
}

static gboolean
add_names (AcademyNewOrganisation  *self,
           GPtrArray               *names,
           GError                 **error)
{
  const AcademyKind *kind = &academy_organisation_kind;
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GHashTable) taken = academy_follow_get_taken (self->store, kind, get_slug_field (), error);

  if (taken == NULL)
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    g_object_unref (academy_cohort_add_organisation (edit, academy_item_get_id (self->programme),
                                                     g_ptr_array_index (names, i), taken));

  return academy_store_apply (self->store, edit, error);
}

static void
add_cb (AcademyNewOrganisation *self)
{
  g_autoptr(AcademyNameList) list = get_names (self);
  GPtrArray *names = list->names;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (names->len == 0)
    return;

  if (!add_names (self, names, &error))
    {
      say (self, error->message, TRUE);
      return;
    }

  if (names->len > 1)
    text = g_strdup_printf (ngettext ("%u organisation added", "%u organisations added", names->len), names->len);
  else
    /* Translators: the name of an organisation */
    text = g_strdup_printf (_("“%s” added. Write the next name, or close."), (char *) g_ptr_array_index (names, 0));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  say (self, text, FALSE);
}

static void
academy_new_organisation_dispose (GObject *object)
{
  AcademyNewOrganisation *self = ACADEMY_NEW_ORGANISATION (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_NEW_ORGANISATION);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->programme);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_new_organisation_parent_class)->dispose (object);
}

static void
academy_new_organisation_class_init (AcademyNewOrganisationClass *klass)
{
  static const char path[] = "/fi/hankintakeino/InnovationAcademy/pages/academy-new-organisation.ui";
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_new_organisation_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, path);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewOrganisation, entry);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewOrganisation, preview);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewOrganisation, status);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewOrganisation, button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
academy_new_organisation_init (AcademyNewOrganisation *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_typing_clean_lines (GTK_EDITABLE (self->entry));
}

/**
 * academy_new_organisation_new:
 * @store: a store
 * @programme: the programme of @store
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_new_organisation_new (AcademyStore *store,
                              AcademyItem  *programme)
{
  AcademyNewOrganisation *self = g_object_new (ACADEMY_TYPE_NEW_ORGANISATION, NULL);

  self->store = g_object_ref (store);
  self->programme = g_object_ref (programme);
  changed_cb (self);

  return ADW_DIALOG (self);
}
