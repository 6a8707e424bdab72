/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-bulk-bar.h"

#include <glib/gi18n-lib.h>

#include "academy-bulk-move.h"
#include "academy-error.h"
#include "academy-span.h"
#include "academy-timeline-edits.h"
#include "academy-toast.h"
#include "academy-typing.h"

struct _AcademyBulkBar {
  AdwBin              parent_instance;

  /* Template children */
  GtkBox             *box;
  GtkLabel           *label;
  GtkWidget          *move_button;
  AcademyBulkMove    *move;

  /* Owned */
  AcademyTableModel  *model;

  /* Borrowed */
  AcademyTable       *table;
};

G_DEFINE_FINAL_TYPE (AcademyBulkBar, academy_bulk_bar, ADW_TYPE_BIN)

/**
 * AcademyBulkBar:
 *
 * What can be done to several selected rows of a table at once, each as one edit:
 * setting a field that has few values, moving, and deleting.
 */

/* Toasts stand above a bar that is seen. */
static void
lift_toasts (AcademyBulkBar *self,
             gboolean        is_seen)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL)
    return;
  if (is_seen && gtk_revealer_get_reveal_child (GTK_REVEALER (adw_bin_get_child (ADW_BIN (self)))))
    gtk_widget_add_css_class (overlay, "above-bar");
  else
    gtk_widget_remove_css_class (overlay, "above-bar");
}

static void
academy_bulk_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (academy_bulk_bar_parent_class)->map (widget);
  lift_toasts (ACADEMY_BULK_BAR (widget), TRUE);
}

static void
academy_bulk_bar_unmap (GtkWidget *widget)
{
  lift_toasts (ACADEMY_BULK_BAR (widget), FALSE);
  GTK_WIDGET_CLASS (academy_bulk_bar_parent_class)->unmap (widget);
}

static void
update (AcademyBulkBar *self)
{
  guint n_selected = academy_table_model_count_selected (self->model);
  g_autofree char *number = academy_language_format_number (academy_language_get_default (), n_selected);
  /* Translators: the number of selected rows */
  g_autofree char *text = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), number);
  gboolean is_shown = n_selected > 1 && !academy_store_is_read_only (academy_table_model_get_store (self->model));

  gtk_label_set_label (self->label, text);
  /* Else GTK would move the focus to the next widget, such as the button of a toast. */
  if (!is_shown && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  gtk_revealer_set_reveal_child (GTK_REVEALER (adw_bin_get_child (ADW_BIN (self))), is_shown);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    lift_toasts (self, TRUE);
}

static void
tell (AcademyBulkBar *self,
      guint           n_items)
{
  g_autofree char *number = academy_language_format_number (academy_language_get_default (), n_items);
  g_autofree char *text = g_strdup_printf (ngettext ("%s row changed", "%s rows changed", n_items), number);

  academy_toast_show_undo (GTK_WIDGET (self), academy_table_model_get_store (self->model), text);
}

/* Returns those of @items whose value is another one than @value. */
static GPtrArray *
get_others (GPtrArray          *items,
            const AcademyField *field,
            const GValue       *value)
{
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    if (!academy_value_equal (field, value, academy_item_get_value (items->pdata[i], field)))
      g_ptr_array_add (others, g_object_ref (items->pdata[i]));

  return others;
}

static void
set (AcademyBulkBar     *self,
     const AcademyField *field,
     const GValue       *value)
{
  g_autoptr(GPtrArray) items = academy_table_model_get_selected_items (self->model);
  g_autoptr(GPtrArray) others = get_others (items, field, value);
  g_autoptr(GError) error = NULL;

  if (others->len == 0)
    academy_toast_show (GTK_WIDGET (self), _("The selected rows have this value already."));
  else if (academy_table_model_save_all (self->model, others, field, value, &error))
    tell (self, others->len);
  else
    academy_toast_show (GTK_WIDGET (self), academy_error_get_message (error, field));
}

static void
set_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AcademyBulkBar *self = ACADEMY_BULK_BAR (widget);
  const AcademyField *field;
  const char *field_name, *text;
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_variant_get (parameter, "(&s&s)", &field_name, &text);
  field = academy_kind_find_field (academy_table_model_get_kind (self->model), field_name);
  academy_value_init (field, &value);
  if (*text != '\0' && !academy_value_set_from_text (field, text, &value, &error))
    {
      academy_toast_show (widget, academy_error_get_message (error, field));
      return;
    }

  academy_value_normalise (field, &value);
  set (self, field, &value);
}

/* What has no days stays as it is. */
static guint
count_dated (GPtrArray *items)
{
  guint n_dated = 0;

  for (guint i = 0; i < items->len; i++)
    n_dated += academy_span_get (items->pdata[i], &(AcademySpan) { 0 });

  return n_dated;
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyBulkBar *self = ACADEMY_BULK_BAR (widget);
  g_autoptr(GPtrArray) items = academy_table_model_get_selected_items (self->model);
  g_autoptr(GError) error = NULL;
  int n_steps, step;

  g_variant_get (parameter, "(ii)", &n_steps, &step);
  if (academy_timeline_edit_move (academy_table_model_get_store (self->model), items, n_steps, step, NULL, &error))
    tell (self, count_dated (items));
  else
    academy_toast_show_error (widget, error);
}

static void
append (GMenu              *menu,
        const char         *label,
        const AcademyField *field,
        const char         *text)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "bulk.set", "(ss)", field->name, text);
  g_menu_append_item (menu, item);
}

static void
append_targets (AcademyBulkBar     *self,
                GMenu              *menu,
                const AcademyField *field)
{
  const AcademyKind *target = academy_kind_find (field->target);
  g_autoptr(GPtrArray) items = academy_store_get_all (academy_table_model_get_store (self->model), target,
                                                      academy_table_model_get_query (self->model)->owner, NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autofree char *title = academy_item_dup_title (items->pdata[i], academy_language_get_default ());

      append (menu, title, field, academy_item_get_id (items->pdata[i]));
    }
}

static void
append_texts (AcademyBulkBar     *self,
              GMenu              *menu,
              const AcademyField *field)
{
  g_auto(GStrv) texts = academy_store_get_texts (academy_table_model_get_store (self->model),
                                                 academy_table_model_get_kind (self->model), field,
                                                 academy_table_model_get_query (self->model)->owner, NULL);
  g_autoptr(GMenuItem) entry = g_menu_item_new (NULL, NULL);

  g_menu_item_set_attribute (entry, "custom", "s", field->name);
  g_menu_append_item (menu, entry);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    append (menu, texts[i], field, texts[i]);
}

static void
entered_cb (GtkEditable *entry,
            gpointer     data)
{
  const AcademyField *field = data;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text == '\0')
    return;

  gtk_widget_activate_action (GTK_WIDGET (entry), "bulk.set", "(ss)", field->name, text);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
}

/* Adds an entry for a text that no row has yet, in its place in the menu. */
static void
add_entry (GtkMenuButton      *button,
           const AcademyField *field)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("New value"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->label), -1);
  academy_typing_clean_line (GTK_EDITABLE (entry));
  g_signal_connect (entry, "activate", G_CALLBACK (entered_cb), (gpointer) field);
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (gtk_menu_button_get_popover (button)), entry, field->name);
}

/* Makes the menu of a field when it is opened: its values may have changed. */
static void
create_menu (GtkMenuButton *button,
             gpointer       data)
{
  AcademyBulkBar *self = ACADEMY_BULK_BAR (gtk_widget_get_ancestor (GTK_WIDGET (button), ACADEMY_TYPE_BULK_BAR));
  const AcademyField *field = data;
  g_autoptr(GMenu) menu = g_menu_new ();

  if (field->type == ACADEMY_CHOICE)
    for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
      append (menu, _(choice->label), field, choice->token);
  else if (field->type == ACADEMY_LINKS)
    append_targets (self, menu, field);
  else
    append_texts (self, menu, field);
  if (!academy_field_is_required (field))
    append (menu, C_("bulk", "None"), field, "");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  if (field->suggests != NULL)
    add_entry (button, field);
}

static void
add_button (AcademyBulkBar     *self,
            const AcademyField *field)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _(field->label));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu, (gpointer) field, NULL);
  gtk_box_insert_child_after (self->box, button, gtk_widget_get_prev_sibling (self->move_button));
}

static void
academy_bulk_bar_dispose (GObject *object)
{
  AcademyBulkBar *self = ACADEMY_BULK_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_BULK_BAR);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (academy_bulk_bar_parent_class)->dispose (object);
}

static void
academy_bulk_bar_class_init (AcademyBulkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_bulk_bar_dispose;
  widget_class->map = academy_bulk_bar_map;
  widget_class->unmap = academy_bulk_bar_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-bulk-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyBulkBar, box);
  gtk_widget_class_bind_template_child (widget_class, AcademyBulkBar, label);
  gtk_widget_class_bind_template_child (widget_class, AcademyBulkBar, move_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyBulkBar, move);
  gtk_widget_class_install_action (widget_class, "bulk.set", "(ss)", set_action);
  gtk_widget_class_install_action (widget_class, "bulk.move", "(ii)", move_action);
}

static void
academy_bulk_bar_init (AcademyBulkBar *self)
{
  g_type_ensure (ACADEMY_TYPE_BULK_MOVE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_bulk_bar_set_table:
 * @self: a bar without a table
 * @table: a table on the same page
 *
 * Shows @self while several rows of @table are selected.
 */
void
academy_bulk_bar_set_table (AcademyBulkBar *self,
                            AcademyTable   *table)
{
  AcademyTableModel *model = academy_table_get_model (table);
  const AcademyKind *kind = academy_table_model_get_kind (model);

  self->table = table;
  self->model = g_object_ref (model);
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->suggests != NULL || (field->type == ACADEMY_CHOICE && academy_field_is_required (field)) ||
        g_str_equal (field->name, "goals"))
      add_button (self, field);
  gtk_widget_set_visible (self->move_button, kind->start != NULL);
  academy_bulk_move_set_model (self->move, model);

  g_signal_connect_object (model, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
