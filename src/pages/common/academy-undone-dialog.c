/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-undone-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-toast.h"
#include "academy-undone.h"

struct _AcademyUndoneDialog {
  AdwDialog            parent_instance;

  /* Template children */
  GtkStack            *stack;
  AdwPreferencesGroup *steps;

  /* Owned */
  AcademyStore        *store;

  /* Borrowed */
  GtkWidget           *opener;
};

G_DEFINE_FINAL_TYPE (AcademyUndoneDialog, academy_undone_dialog, ADW_TYPE_DIALOG)

/**
 * AcademyUndoneDialog:
 *
 * A list of undone steps, newest first, each with a button to bring it back.
 */

static void
bring_back_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *step)
{
  AcademyUndoneDialog *self = ACADEMY_UNDONE_DIALOG (widget);
  g_autoptr(GError) error = NULL;

  if (!academy_store_bring_back (self->store, g_variant_get_int64 (step), &error))
    {
      academy_toast_show_error (GTK_WIDGET (self->stack), error);
      return;
    }

  if (self->opener != NULL)
    academy_toast_show_undo (self->opener, self->store, _("Brought back"));
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
create_row (const AcademyUndone *undone)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Bring back"));
  g_autofree char *when = academy_language_format_instant (academy_language_get_default (), undone->at);
  g_autofree char *subtitle = undone->excerpt != NULL ? g_strdup_printf ("%s\n%s", when, undone->excerpt) : g_strdup (when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), undone->what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", undone->step);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "undone.bring-back");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
fill (AcademyUndoneDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) undone = academy_store_get_undone (self->store, &error);

  if (undone == NULL)
    academy_store_report (self->store, error);
  for (guint i = 0; undone != NULL && i < undone->len; i++)
    adw_preferences_group_add (self->steps, create_row (g_ptr_array_index (undone, i)));
  gtk_stack_set_visible_child_name (self->stack, undone != NULL && undone->len > 0 ? "steps" : "empty");
}

static void
academy_undone_dialog_dispose (GObject *object)
{
  AcademyUndoneDialog *self = ACADEMY_UNDONE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACADEMY_TYPE_UNDONE_DIALOG);
  g_clear_object (&self->store);
  g_clear_weak_pointer (&self->opener);

  G_OBJECT_CLASS (academy_undone_dialog_parent_class)->dispose (object);
}

static void
academy_undone_dialog_class_init (AcademyUndoneDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_undone_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-undone-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyUndoneDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyUndoneDialog, steps);

  gtk_widget_class_install_action (widget_class, "undone.bring-back", "x", bring_back_action);
}

static void
academy_undone_dialog_init (AcademyUndoneDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_undone_dialog_new:
 * @store: a store
 * @opener: a widget in the window that shows the toast with Undo
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_undone_dialog_new (AcademyStore *store,
                           GtkWidget    *opener)
{
  AcademyUndoneDialog *self = g_object_new (ACADEMY_TYPE_UNDONE_DIALOG, NULL);

  self->store = g_object_ref (store);
  g_set_weak_pointer (&self->opener, opener);
  fill (self);

  return ADW_DIALOG (self);
}
