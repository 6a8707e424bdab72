/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-form-hint.h"

#include "academy-error-row.h"

struct _AcademyFormHint {
  GObject          parent_instance;

  /* Owned */
  AcademyErrorRow *row;

  /* Borrowed */
  AcademyEditor   *editor;
};

G_DEFINE_FINAL_TYPE (AcademyFormHint, academy_form_hint, G_TYPE_OBJECT)

/**
 * AcademyFormHint:
 *
 * What the value of a field means, in a quiet row below that of the field; hidden
 * when there is nothing to say. It follows every change of the file, as other fields
 * and the owner have a part in it.
 *
 * Accessibility: the text describes the control of the field; when it changes while
 * the form has the focus, it is announced.
 */

static GtkAccessible *
get_control (AcademyFormHint *self)
{
  return GTK_ACCESSIBLE (ACADEMY_EDITOR_GET_CLASS (self->editor)->get_control (self->editor));
}

static char *
dup_text (AcademyFormHint *self)
{
  AcademyItem *item = academy_editor_get_item (self->editor);
  AcademyStore *store = academy_editor_get_store (self->editor);
  g_autoptr(AcademyItem) owner = NULL;
  g_autoptr(GError) error = NULL;
  GDate today = academy_date_from_julian (academy_store_get_day (store));

  if (item == NULL)
    return NULL;

  owner = academy_store_get_owner (store, item, &error);
  if (error != NULL)
    academy_store_report (store, error);

  return academy_editor_get_field (self->editor)->dup_hint (item, owner, &today, academy_language_get_default ());
}

static gboolean
has_focus (AcademyFormHint *self)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self->row), ADW_TYPE_PREFERENCES_GROUP);

  form = form != NULL ? gtk_widget_get_parent (form) : NULL;
  return form != NULL && gtk_widget_get_focus_child (form) != NULL;
}

/**
 * academy_form_hint_update:
 * @self: a hint
 *
 * Makes the text again, because the editor shows another item.
 */
void
academy_form_hint_update (AcademyFormHint *self)
{
  GtkLabel *label = academy_error_row_get_label (self->row);
  g_autofree char *text = dup_text (self);

  if (g_strcmp0 (gtk_label_get_label (label), text != NULL ? text : "") == 0)
    return;

  academy_error_row_set_message (self->row, text);
  if (text == NULL)
    {
      gtk_accessible_reset_relation (get_control (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      return;
    }

  gtk_accessible_update_relation (get_control (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  if (has_focus (self))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->row), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
academy_form_hint_dispose (GObject *object)
{
  g_clear_object (&ACADEMY_FORM_HINT (object)->row);

  G_OBJECT_CLASS (academy_form_hint_parent_class)->dispose (object);
}

static void
academy_form_hint_class_init (AcademyFormHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_form_hint_dispose;
}

static void
academy_form_hint_init (AcademyFormHint *self)
{
  GtkWidget *label;

  self->row = g_object_ref_sink (ACADEMY_ERROR_ROW (academy_error_row_new ()));
  label = GTK_WIDGET (academy_error_row_get_label (self->row));
  gtk_widget_remove_css_class (GTK_WIDGET (self->row), "field-error");
  gtk_widget_add_css_class (GTK_WIDGET (self->row), "field-hint");
  gtk_widget_remove_css_class (label, "error");
  gtk_widget_add_css_class (label, "dimmed");
}

/**
 * academy_form_hint_new:
 * @editor: (transfer none): the editor of a field that has hints
 *
 * Returns: (transfer full): the hint of @editor
 */
AcademyFormHint *
academy_form_hint_new (AcademyEditor *editor)
{
  AcademyFormHint *self = g_object_new (ACADEMY_TYPE_FORM_HINT, NULL);

  self->editor = editor;
  g_signal_connect_object (academy_editor_get_store (editor), "changed", G_CALLBACK (academy_form_hint_update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  academy_store_connect_day (academy_editor_get_store (editor), G_CALLBACK (academy_form_hint_update), self);

  return self;
}

/**
 * academy_form_hint_get_row:
 * @self: a hint
 *
 * Returns: (transfer none): its row, to be placed below that of the editor
 */
GtkWidget *
academy_form_hint_get_row (AcademyFormHint *self)
{
  return GTK_WIDGET (self->row);
}
